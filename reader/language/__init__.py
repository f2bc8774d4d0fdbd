"""Tokens, sentences, lexicons and gazetteers: what analysis is made of. Knows nothing of quotes or entities."""
