"""What each word does in its sentence, as far as a word list and its neighbours tell: a tagger by hand-set rules.

Far coarser than a part of speech, it serves one purpose: to see where clauses and noun phrases begin and end. The
rules are local (at most a few words to the left), so that the cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.closed_tags import closed_tag, is_name_part, tag_of_clitic_s
from reader.language.open_tags import open_tag
from reader.language.tokens import Token
from reader.language.verbs import known_forms
from reader.language.word_tags import FINITE_TAGS, VERB_TAGS, Tag, may_be_noun, small_words

__all__ = ["FINITE_TAGS", "VERB_TAGS", "Tag", "tag"]


def tag(tokens: Sequence[Token]) -> list[Tag]:
    """One tag a token."""
    found: list[Tag] = []
    closed, forms = small_words(), known_forms()
    previous: Tag = Tag.MARK
    for i, token in enumerate(tokens):
        lower = token.lower
        if not token.is_word:
            result = Tag.NOUN if token.text == "%" and previous is Tag.NUMBER else Tag.MARK
        elif lower in closed and not is_name_part(tokens, i):
            result = closed_tag(closed[lower], tokens, found, i)
            if result in FINITE_TAGS and previous is Tag.FINITE and may_be_noun(tokens, found, i - 1):
                found[i - 1] = Tag.NOUN
        elif lower == "'s":
            result = tag_of_clitic_s(tokens, i)
        elif lower[0].isdigit():
            result = Tag.NUMBER
        else:
            result = open_tag(tokens, found, i, previous, forms.get(lower))
        found.append(result)
        previous = result
    return found
