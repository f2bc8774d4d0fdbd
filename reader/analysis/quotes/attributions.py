"""Reported speech as the text shows it: what was said, by which word it is reported, and to whom it is given."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.model import Attribution, Name, QuoteKind
from reader.analysis.quotes.direct import join_attributions, with_quotations
from reader.analysis.quotes.headlines import headline_report
from reader.analysis.quotes.loose import loose_quotations
from reader.analysis.quotes.other_verbs import attributed_by_any_verb
from reader.analysis.quotes.passages import Passage, read_passage
from reader.analysis.quotes.reports import Report, reports_of
from reader.analysis.quotes.scene import Part
from reader.analysis.quotes.transcript import transcript_reports
from reader.language.prose import Prose


def find_attributions(prose: Prose, names: Sequence[Name]) -> tuple[Attribution, ...]:
    """All reported speech of an article, in the order of the text.

    `names` help to tell where one name ends and another begins; without them it is done from capitals. Never raises;
    the cost is linear in the length of the text.
    """
    passage = read_passage(prose, names)
    turns, blocks = transcript_reports(passage)
    reports: list[Report] = []
    units = join_attributions(passage, [u for u in passage.units if u.block not in blocks])
    for unit in units:
        headline = headline_report(passage, unit)
        found = [headline] if headline is not None else reports_of(passage, unit)
        other = attributed_by_any_verb(passage, unit, found)
        reports += [other, *found] if other is not None else found
    reports = with_quotations(passage, units, reports)
    reports += loose_quotations(passage, units, reports) + turns
    attributions = [_attribution(passage, report) for report in _each_word_once(passage, reports)]
    return tuple(sorted(attributions, key=lambda a: a.parts[0]))


def _each_word_once(passage: Passage, reports: list[Report]) -> list[Report]:
    """The reports without what another gives already: direct speech goes before the clause that leads to it.

    Of two words of saying with the same words the first one has them: "went on to say", "said in her remarks that".
    """
    given = bytearray(len(passage.tokens))
    cues = {report.cue[0] for report in reports if report.cue}
    kinds = [(_kind(passage, report) is QuoteKind.DIRECT, report) for report in reports]
    for direct, report in sorted(kinds, key=lambda pair: (not pair[0], pair[1].parts)):
        free = [_free(passage, given, cues, *part) for part in report.parts]
        # a clause that has lost its end says nothing; of a quotation the rest still does
        report.parts = [part for part in free if part is not None] if direct or None not in free else []
        for first, past in report.parts:
            given[first:past] = b"\1" * (past - first)
    return [report for report in reports if report.parts]


def _free(passage: Passage, given: bytearray, cues: set[int], first: int, past: int) -> Part | None:
    """What of a part stands before anything given already; None when that is nothing, or leads to what is given."""
    taken = given.find(1, first, past)
    if taken < 0:
        return first, past
    while taken > first and not passage.tokens[taken - 1].is_word:
        taken -= 1
    return (first, taken) if taken > first and not any(k in cues for k in range(first, taken)) else None


def _attribution(passage: Passage, report: Report) -> Attribution:
    parts = tuple(passage.span(first, past) for first, past in sorted(report.parts))
    cue = passage.span(*report.cue) if report.cue else None
    source = passage.span(*report.source) if report.source else None
    antecedent = passage.span(*report.antecedent) if report.antecedent else None
    return Attribution(_kind(passage, report), parts, cue, source, report.carried, antecedent)


def _kind(passage: Passage, report: Report) -> QuoteKind:
    """Direct when all words stand in marks, indirect when none does; one "that" before them does not count."""
    if report.direct:
        return QuoteKind.DIRECT
    marked = unmarked = 0
    for first, past in report.parts:
        for k in range(first, past):
            if passage.tokens[k].is_word:
                if passage.inside[k] >= 0:
                    marked += 1
                elif not (k == first and passage.lowers[k] == "that"):
                    unmarked += 1
    if not marked:
        return QuoteKind.INDIRECT
    return QuoteKind.MIXED if unmarked else QuoteKind.DIRECT
