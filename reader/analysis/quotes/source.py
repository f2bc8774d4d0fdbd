"""A source in its place, and what of its phrase is given: of a named person the name alone."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.quotes.passages import Passage
from reader.language import lexicon
from reader.language.tags import Tag

_BEFORE_TIME = frozenset({Tag.PREPOSITION, Tag.FINITE, Tag.PARTICIPLE})
"""What a time at the end of a phrase hangs on: "a poll from Monday", "a report published Monday"."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source by index of token: the phrase that is given, and the whole clause part that it stands in."""

    first: int
    past: int
    begin: int
    """Where its phrase with all appositions begins."""
    end: int
    """Where that ends."""
    antecedent: tuple[int, int] | None = None
    """What the source stands for when it is a relative: "Tolle" of "Tolle, who said"."""


def given(passage: Passage, first: int, past: int, begin: int, end: int) -> Source | None:
    """What to give as the source: of a named person the name alone, else the phrase as it stands."""
    tokens, tags = passage.tokens, passage.tags
    while past > first and tags[past - 1] in (Tag.TIME, Tag.ADVERB) and tags[past - 2] not in _BEFORE_TIME:
        past -= 1
    if past <= first:
        return None
    titles = lexicon.table("person_nouns")
    head_end = first
    while head_end < past and tags[head_end] not in (Tag.PREPOSITION, Tag.TO) and tokens[head_end].lower != ",":
        if head_end > first and tags[head_end] is Tag.GERUND and tags[head_end - 1] is Tag.NOUN:
            break  # "one pastor supporting Mr. Tolle"
        head_end += 1
    name = head_end
    while name > first and tokens[name - 1].is_capitalised and tags[name - 1] is Tag.NOUN:
        name -= 1
    k = head_end - 1
    while k > name and titles.get(tokens[k - 1].lower) != ("title",):
        k -= 1
    if any(tags[m] is Tag.COORDINATOR for m in range(first, head_end)):
        return Source(first, past, begin, end)  # "Mr. Tolle and Mr. Berg"
    if name < k < head_end and tokens[k].is_capitalised:
        return Source(k, head_end, begin, end)  # "Foreign Minister Anna Berg"
    if name == k < head_end and name > first and titles.get(tokens[name - 1].lower) == ("title",):
        return Source(name, head_end, begin, end)  # "spokesman Bram Tolle"
    if name == k < head_end and tokens[name].lower in titles and head_end - name > 1:
        return Source(name + 1, head_end, begin, end)
    return Source(first, past, begin, end)
