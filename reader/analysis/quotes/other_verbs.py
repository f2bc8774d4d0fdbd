"""A quotation whose attribution has a verb that is no known word of saying: "“…,” Tolle riffed on the radio"."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.passages import Passage, Unit
from reader.analysis.quotes.reports import Report
from reader.analysis.quotes.titles import is_title
from reader.language.tags import FINITE_TAGS, Tag

_LONG = 4  # words: a shorter stretch may be a title or a term
_REACH = 20  # tokens between a quotation and the verb of its attribution
_BEFORE_ATTRIBUTION = frozenset({",", "!", "?"})
_NO_OBJECT = frozenset({Tag.MARK, Tag.PREPOSITION, Tag.ADVERB, Tag.TIME, Tag.SUBORDINATOR, Tag.GERUND, Tag.TO})


def attributed_by_any_verb(passage: Passage, unit: Unit, reports: list[Report]) -> Report | None:
    """The report of a quotation that opens a sentence, when a comma ties it to a subject and its verb.

    `reports` are those that the known words of saying in the sentence give; none of them may hold the quotation.
    """
    number = passage.inside[unit.first]
    if number < 0 or passage.stretches[number].first != unit.first:
        return None
    past = passage.stretches[number].past
    if past + 1 >= unit.past or any(first < past for report in reports for first, _ in report.parts):
        return None
    begin = past + (passage.lowers[past] == ",")
    if begin == past and passage.tokens[past].start == passage.tokens[past - 1].end:
        return None  # glued to what follows: a paragraph whose end was lost
    words = sum(token.is_word for token in passage.tokens[unit.first : past])
    if (
        (begin == past and passage.lowers[past - 2] not in _BEFORE_ATTRIBUTION)
        or words < _LONG
        or is_title(passage, unit.first)
    ):
        return None
    verb = _verb(passage, unit, begin)
    if verb is None:
        return None
    source = sources.after(passage, verb + 1, unit.past) if verb == begin else None
    if source is None:
        source = sources.before(passage, verb, begin) if verb > begin else None
        if source is None or source.begin != begin or not _ends(passage, unit, verb + 1):
            return None
    elif not _ends(passage, unit, source.end):
        return None
    return Report([(unit.first, past)], (verb, verb + 1), (source.first, source.past), unit)


def _verb(passage: Passage, unit: Unit, begin: int) -> int | None:
    """The first finite verb after a quotation, when it is a full one and no other quotation comes before it."""
    for k in range(begin, min(unit.past, begin + _REACH)):
        if passage.inside[k] >= 0:
            return None
        if passage.tags[k] in FINITE_TAGS:
            return k if passage.tags[k] is Tag.FINITE else None
    return None


def _ends(passage: Passage, unit: Unit, k: int) -> bool:
    """Whether no object follows at `k`: the attribution has none."""
    return k >= unit.past or (passage.inside[k] < 0 and passage.tags[k] in _NO_OBJECT)
