"""What news says of its sources: that they kept silent, or asked not to be named."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reader.language import lexicon


def tells_of_sources(lower: Sequence[str]) -> bool:
    """Whether a sentence of these words, in lower case, says so; looks each word up once."""
    phrases = _phrases()
    return any(
        tuple(lower[at : at + len(phrase)]) == phrase
        for at, word in enumerate(lower)
        for phrase in phrases.get(word, ())
    )


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in sorted(lexicon.words("sourcing_phrases")):
        phrase = tuple(line.split())
        found.setdefault(phrase[0], []).append(phrase)
    return found
