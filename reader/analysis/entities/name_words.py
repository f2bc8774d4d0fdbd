"""The small groups of words that the rules on names ask for; the words are in `lexicons/name_words.txt`."""

from __future__ import annotations

from reader.language import lexicon


def name_words(group: str) -> frozenset[str]:
    """The words of a group, as they are written there."""
    return frozenset(lexicon.table("name_words")[group][0].split())
