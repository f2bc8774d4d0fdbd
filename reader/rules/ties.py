"""What the matches of rules are tied to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from reader.analysis.model import VALUE_LABELS, Analysis, Link
from reader.analysis.quotes.repeats import repeats
from reader.language.prose import Prose
from reader.rules.model import LinkTo, Mark, Rule, Target
from reader.rules.search import Hit, Search
from reader.spans import IntervalIndex, Span


class Ties:
    """Makes the links of one article, once every rule has its matches."""

    def __init__(
        self,
        search: Search,
        prose: Prose,
        analysis: Analysis,
        matches: Mapping[str, Mapping[Span, Sequence[Hit]]],
        ids: Mapping[tuple[str, Span], str],
    ) -> None:
        """`matches`: of every rule that is asked for; `ids`: of those matches that are items themselves."""
        self._search, self._text, self._analysis = search, prose.text, analysis
        self._matches, self._ids = matches, ids
        self._areas: dict[tuple[str, Span], tuple[str, ...]] = {}
        self._indexes: dict[str, IntervalIndex[str]] = {}
        self._speakers = {q.id: q.speaker.entity for q in analysis.quotes if q.speaker and q.speaker.entity}

    def links_of(self, rule: Rule, rules: Mapping[str, Rule]) -> Iterator[Link]:
        """The links of all matches of a rule, link by link; a tie may come more than once."""
        for link in rule.links:
            for span, hits in self._matches[rule.id].items():
                for hit in hits:
                    item = item_of(rule, hit)
                    source = item or self._ids.get((rule.id, span))
                    if source is not None:
                        for target in self._targets(link, span, item, rules):
                            if target != source:
                                yield Link(source, target, link.rel)

    def _targets(self, link: LinkTo, span: Span, item: str, rules: Mapping[str, Rule]) -> Sequence[str]:
        match link.to:
            case Target.SPEAKER:
                quotes = self._search.quotes_around(span, item)
                return tuple(self._speakers[quote] for quote in quotes if quote in self._speakers)
            case Target.REPEATS:
                return self._repeats.get(item, ())
            case Target.QUOTES if link.within is None:
                return self._said.get(item, ())
        assert link.within is not None
        areas = self._search.areas_around(span, item, link.within)
        return [target for area in areas for target in self._in(link, area, rules)]

    def _in(self, link: LinkTo, area: Span, rules: Mapping[str, Rule]) -> tuple[str, ...]:
        kind = f"rule:{link.rule}" if link.to is Target.RULE else str(link.to)
        if kind not in self._indexes:
            self._indexes[kind] = IntervalIndex(self._spans_of(link, rules))
        key = (kind, area)
        if key not in self._areas:
            found = self._indexes[kind].overlapping(*area)
            # A name that only reaches into a place is not named there.
            whole = link.to is Target.ENTITY
            self._areas[key] = tuple(dict.fromkeys(id_ for at, id_ in found if not whole or area.holds(at)))
        return self._areas[key]

    def _spans_of(self, link: LinkTo, rules: Mapping[str, Rule]) -> Iterator[tuple[Span, str]]:
        match link.to:
            case Target.ENTITY:
                named = (entity for entity in self._analysis.entities if entity.label not in VALUE_LABELS)
                return ((mention.span, entity.id) for entity in named for mention in entity.mentions)
            case Target.KEY_POINT:
                return ((point.span, point.id) for point in self._analysis.key_points)
            case Target.RULE:
                return self._ends(rules.get(link.rule))
            case _:
                return ((part, quote.id) for quote in self._analysis.quotes for part in quote.parts)

    def _ends(self, rule: Rule | None) -> Iterator[tuple[Span, str]]:
        """The items that stand for the matches of a rule."""
        for span, hits in self._matches.get(rule.id, {}).items() if rule is not None else ():
            for hit in hits:
                if rule is not None and (end := item_of(rule, hit) or self._ids.get((rule.id, span))):
                    yield span, end

    @cached_property
    def _repeats(self) -> Mapping[str, Sequence[str]]:
        earlier: dict[str, list[str]] = {}
        for first, again in repeats(self._text, self._analysis.quotes):
            earlier.setdefault(again, []).append(first)
        return earlier

    @cached_property
    def _said(self) -> Mapping[str, Sequence[str]]:
        said: dict[str, list[str]] = {}
        for quote, entity in self._speakers.items():
            said.setdefault(entity, []).append(quote)
        return said


def item_of(rule: Rule, hit: Hit) -> str:
    """The item that a match is: what its seed asks for, unless more than that is marked. Empty when it is none."""
    return hit.item if rule.mark is Mark.MATCH else ""
