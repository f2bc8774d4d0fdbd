"""What a match looks like in its list: its text, the heading that it stands under, its date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from reader.analysis.model import VALUE_LABELS, Analysis, Entity, Label
from reader.article.dates import MONTH, read_date
from reader.language.prose import Prose
from reader.rules.model import GroupBy, ListTab, Rule, Sort
from reader.rules.search import Hit, Search
from reader.spans import IntervalIndex, Span

NOBODY = "Nobody named"
_FIELD = re.compile(r"\{(\w+)\}")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b{MONTH}", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)(?![\d,])")
_DAY = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)")


class Listed(NamedTuple):
    text: str = ""
    group: str = ""
    date: str = ""


class Listing:
    """Answers for the matches of one article."""

    def __init__(self, tabs: Iterable[ListTab], search: Search, prose: Prose, analysis: Analysis) -> None:
        self._tabs = {tab.name: tab for tab in tabs}
        self._search, self._text, self._analysis = search, prose.text, analysis
        self._year = (prose.article.metadata.date or "")[:4]

    def of(self, rule: Rule, span: Span, hit: Hit, item: str) -> Listed:
        """`item`: what the match is, or empty."""
        tab = self._tabs.get(rule.list)
        if tab is None:
            return Listed()
        return Listed(
            self._filled(rule.text, span, dict(hit.captures)) if rule.text else "",
            self._group(tab.group_by, rule, span, item),
            self._date(span, item) if tab.sort is Sort.DATE else "",
        )

    def _filled(self, template: str, span: Span, captures: dict[str, Span]) -> str:
        def value(field: re.Match[str]) -> str:
            at = captures.get(field[1], span if field[1] == "match" else None)
            return at.of(self._text) if at is not None else ""

        return " ".join(_FIELD.sub(value, template).split())

    def _group(self, by: GroupBy, rule: Rule, span: Span, item: str) -> str:
        match by:
            case GroupBy.NONE:
                return ""
            case GroupBy.RULE:
                return rule.id.replace("-", " ")
            case GroupBy.SPEAKER:
                quotes = self._search.quotes_around(span, item)
                names = (self._speakers[quote] for quote in quotes if quote in self._speakers)
                return next(names, NOBODY)
            case GroupBy.ENTITY:
                if item in self._entities:
                    return self._entities[item].name
                near = self._names.overlapping(*self._search.near.sentence(span))
                return near[0][1] if near else NOBODY

    @cached_property
    def _speakers(self) -> dict[str, str]:
        return {q.id: q.speaker.name for q in self._analysis.quotes if q.speaker is not None and q.speaker.name}

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self._analysis.entities}

    @cached_property
    def _names(self) -> IntervalIndex[str]:
        named = (entity for entity in self._analysis.entities if entity.label not in VALUE_LABELS)
        return IntervalIndex((mention.span, entity.name) for entity in named for mention in entity.mentions)

    # --- dates ---------------------------------------------------------------------------------------------------
    @cached_property
    def _dates(self) -> IntervalIndex[Entity]:
        dates = (entity for entity in self._analysis.entities if entity.label is Label.DATE)
        return IntervalIndex((mention.span, entity) for entity in dates for mention in entity.mentions)

    def _date(self, span: Span, item: str) -> str:
        if item in self._entities and self._entities[item].label is Label.DATE:
            return date_of(self._entities[item].name, span.of(self._text), self._year)
        found = (date_of(date.name, at.of(self._text), self._year) for at, date in self._dates.overlapping(*span))
        return next(filter(None, found), "")


def date_of(name: str, words: str, year: str) -> str:
    """A date as far as it can be told, for sorting: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or empty.

    `name` is what the analysis calls it, `words` what the text says, `year` the article's own, which a day and a month
    without one are taken to be in.
    """
    if _ISO.fullmatch(name):
        return name
    if full := read_date(words):
        return full
    month, found_year = _MONTH.search(words), _YEAR.search(words)
    told = found_year[1] if found_year else ""
    if month is None:
        return told
    number = _MONTHS.index(month[0].lower()[:3]) + 1
    when = told or year
    if not when:
        return ""
    day = _DAY.search(words.replace(told, " ") if told else words)
    return f"{when}-{number:02}" + (f"-{int(day[1]):02}" if day else "")
