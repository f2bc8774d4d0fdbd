"""Reported speech as the text shows it: what was said, by which word it is reported, and to whom it is given."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.model import Attribution, Name, QuoteKind
from reader.analysis.quotes.direct import join_attributions, with_quotations
from reader.analysis.quotes.headlines import headline_report
from reader.analysis.quotes.loose import loose_quotations
from reader.analysis.quotes.passages import Passage, read_passage
from reader.analysis.quotes.reports import Report, reports_of
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
        reports += [headline] if headline is not None else reports_of(passage, unit)
    reports = with_quotations(passage, units, reports)
    reports += loose_quotations(passage, units, reports) + turns
    found = [_attribution(passage, report) for report in reports]
    return tuple(sorted(found, key=lambda a: a.parts[0]))


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
