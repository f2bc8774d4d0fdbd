"""Words in marks that are no quotation: titles, and words that say which one is meant; by index of token."""

from __future__ import annotations

from reader.analysis.quotes.marks import Stretch
from reader.analysis.quotes.passages import Passage
from reader.language.tags import Tag

_LONGEST = 14  # tokens, marks counted
_REACH = 120  # tokens
_TITLE_CASE = 0.8  # share of capitals among the longer words
_ENDS_SPEECH = frozenset({",", ".", "!", "?", "…", "..."})
_BEFORE_MODIFIER = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
_BEFORE_MENTION = frozenset({Tag.PREPOSITION, Tag.NOUN, Tag.DETERMINER, Tag.GERUND})


def short_stretch(passage: Passage, k: int) -> Stretch | None:
    """The stretch that holds token `k`, when it is no longer than titles are."""
    if passage.inside[k] < 0:
        return None
    stretch = passage.stretches[passage.inside[k]]
    return stretch if stretch.past - stretch.first <= _LONGEST else None


def title_end(passage: Passage, k: int) -> int | None:
    """The end of what may be a title that opens at token `k`."""
    stretch = short_stretch(passage, k)
    return stretch.past if stretch is not None and stretch.first == k else None


def is_title(passage: Passage, i: int) -> bool:
    """Whether the stretch that holds token `i` is written as titles are: "The Last Ferry"."""
    stretch = passage.stretches[passage.inside[i]]
    longer = [t for t in passage.tokens[stretch.first : stretch.past] if t.is_word and len(t.text) > 3]
    return sum(t.is_capitalised for t in longer) >= _TITLE_CASE * len(longer)


def modifies(passage: Passage, k: int) -> bool:
    """Whether the words in marks at token `k` say which one a noun right behind them is: "the “Harbour Hour” host"."""
    stretch = short_stretch(passage, k)
    if stretch is None or stretch.past >= len(passage.tags) or stretch.first == 0:
        return False
    before, noun = stretch.first - 1, stretch.past
    named = passage.tags[noun] is Tag.NOUN and not passage.tokens[noun].is_capitalised
    said = passage.tokens[noun - 2].text in _ENDS_SPEECH
    return named and not said and passage.inside[before] < 0 and passage.tags[before] in _BEFORE_MODIFIER


def past_quotation(passage: Passage, left: int, floor: int) -> int:
    """Past the last quotation at or before token `left`: a subject does not reach over one."""
    floor, k = max(floor, left - _REACH), left
    while k >= floor:
        if passage.inside[k] >= 0:
            stretch = short_stretch(passage, k)
            if stretch is None or not (
                _is_mentioned(passage, stretch.first, floor)
                or modifies(passage, k)
                or _in_relative(passage, stretch.first, floor)
            ):
                return k + 1
            k = stretch.first
        k -= 1
    return floor


def _is_mentioned(passage: Passage, first: int, floor: int) -> bool:
    """Whether a short stretch that opens at `first` is no quotation: a title, or what somebody cites."""
    before = first - 1
    if before <= floor or not (is_title(passage, first) or passage.tags[before] is Tag.GERUND):
        return False
    return passage.tags[before] in _BEFORE_MENTION or (
        passage.lowers[before] == "," and passage.tags[before - 1] is Tag.NOUN
    )


def _in_relative(passage: Passage, first: int, floor: int) -> bool:
    """Whether a relative after a comma holds the stretch at `first`: "Tolle, who called it “a sham”, | said"."""
    for k in range(first - 1, max(floor, first - _LONGEST), -1):
        if passage.inside[k] >= 0 or passage.tags[k] is Tag.MARK:
            return False
        if passage.tags[k] is Tag.RELATIVE:
            return passage.lowers[k - 1] == ","
    return False
