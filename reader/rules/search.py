"""One article as rules look at it: what seeds find, where it must stand, and what it is near."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from time import thread_time
from typing import NamedTuple

from reader.analysis.model import VALUE_LABELS, Analysis, Entity, Link, MentionKind
from reader.language.prose import Prose
from reader.rules.model import (
    AnyKeyPoint,
    AnyOf,
    Condition,
    EntityIs,
    Mark,
    Match,
    QuoteIs,
    Regex,
    Rule,
    RuleSet,
    Scope,
    Seed,
    Target,
    Where,
    Words,
)
from reader.rules.near import SpanSet, Surroundings
from reader.rules.pieces import cut_into_pieces
from reader.rules.words import WordFinder, fold_name
from reader.spans import IntervalIndex, Span

REGEX_SECONDS = 0.3
"""What a pattern may take for an article, in time of its own thread; after it the rule is switched off."""


class TooSlowError(Exception):
    """A pattern has used up its time."""


class Hit(NamedTuple):
    """A place that a seed finds."""

    span: Span
    captures: tuple[tuple[str, Span], ...] = ()
    item: str = ""
    """The id of the quote, entity or key point that stands there, when the seed asks for one."""


class Search:
    """One article as rules look at it: everything that several of them ask for is found once."""

    def __init__(self, rules: RuleSet, prose: Prose, analysis: Analysis) -> None:
        self._prose = prose
        self._analysis = analysis
        self._near = Surroundings(prose)
        self._quoted = SpanSet(part for quote in analysis.quotes for part in quote.parts)
        lists = list(dict.fromkeys(words for rule in rules.rules for words in _word_lists(rule)))
        spans = WordFinder(words.phrases for words in lists).find(prose) if lists else []
        self._hits: dict[Seed, list[Hit] | None] = {
            words: [Hit(span) for span in of_list] for words, of_list in zip(lists, spans, strict=True)
        }
        self._sets: dict[Seed, SpanSet] = {}
        self._targets: dict[Target, IntervalIndex[str]] = {}
        self._linked: dict[tuple[Target, Span], tuple[str, ...]] = {}

    # --- matches and links ---------------------------------------------------------------------------------------
    def matches_of(self, rule: Rule) -> list[tuple[Span, Hit]]:
        """Each span that the rule marks, once, with the first hit in it."""
        marked: dict[Span, Hit] = {}
        for hit in self._hits_of(rule.seed):
            if self._holds(rule.where, hit.span):
                marked.setdefault(self._marked(rule.mark, hit.span), hit)
        return sorted(marked.items(), key=lambda entry: entry[0])

    def links_of(self, rule: Rule, match: Match, hit: Hit) -> list[Link]:
        """The ties of a match to the items near what it marks, but not to the item that it is."""
        return [
            Link(match.id, item, link.rel)
            for link in rule.links
            for item in self._items_in(link.to, self._near.around(match.span, link.within))
            if item != hit.item
        ]

    def _marked(self, mark: Mark, span: Span) -> Span:
        match mark:
            case Mark.MATCH:
                return span
            case Mark.SENTENCE:
                return self._near.sentence(span)
            case Mark.PARAGRAPH:
                return self._near.paragraph(span)

    def _items_in(self, target: Target, area: Span) -> tuple[str, ...]:
        if target not in self._targets:
            self._targets[target] = IntervalIndex(self._spans_of(target))
        key = (target, area)
        if key not in self._linked:
            self._linked[key] = tuple(dict.fromkeys(item for _, item in self._targets[target].overlapping(*area)))
        return self._linked[key]

    def _spans_of(self, target: Target) -> Iterator[tuple[Span, str]]:
        match target:
            case Target.ENTITY:
                named = (entity for entity in self._analysis.entities if entity.label not in VALUE_LABELS)
                return ((mention.span, entity.id) for entity in named for mention in entity.mentions)
            case Target.QUOTE:
                return ((part, quote.id) for quote in self._analysis.quotes for part in quote.parts)
            case Target.KEY_POINT:
                return ((point.span, point.id) for point in self._analysis.key_points)

    # --- conditions ----------------------------------------------------------------------------------------------
    def _holds(self, where: Where, span: Span) -> bool:
        return (
            (not where.inside or any(self._stands_in(scope, span) for scope in where.inside))
            and not any(self._stands_in(scope, span) for scope in where.outside)
            and all(self._stands_near(condition, span) for condition in where.present)
            and not any(self._stands_near(condition, span) for condition in where.absent)
        )

    def _stands_near(self, condition: Condition, span: Span) -> bool:
        return self._set(condition.seed).has_in(self._near.around(span, condition.within), span)

    def _stands_in(self, scope: Scope, span: Span) -> bool:
        if scope is Scope.QUOTE:
            return self._quoted.has_around(span)
        at = self._near.block_at(span.start)
        block = self._prose.article.blocks[at] if at >= 0 else None
        return block is not None and block.kind.value == scope.value and block.span.holds(span)

    def _set(self, seed: Seed) -> SpanSet:
        if seed not in self._sets:
            self._sets[seed] = SpanSet(hit.span for hit in self._hits_of(seed))
        return self._sets[seed]

    # --- seeds ---------------------------------------------------------------------------------------------------
    def _hits_of(self, seed: Seed) -> list[Hit]:
        if seed not in self._hits:
            try:
                self._hits[seed] = list(self._find(seed))
            except TooSlowError:
                self._hits[seed] = None
        hits = self._hits[seed]
        if hits is None:
            raise TooSlowError
        return hits

    def _find(self, seed: Seed) -> Iterator[Hit]:
        match seed:
            case Words():
                raise AssertionError("word lists are found before")
            case Regex():
                yield from self._find_pattern(seed)
            case EntityIs():
                yield from self._find_mentions(seed)
            case QuoteIs():
                yield from self._find_quotes(seed)
            case AnyKeyPoint():
                yield from (Hit(point.span, item=point.id) for point in self._analysis.key_points)
            case AnyOf():
                for inner in seed.seeds:
                    yield from self._hits_of(inner)

    def _is_named(self, entity: Entity, names: frozenset[str]) -> bool:
        return not names or not names.isdisjoint(self._names[entity.id])

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        """By entity, what the text calls it by name, folded."""
        text = self._prose.text
        return {
            entity.id: {
                fold_name(name)
                for name in {entity.name, *(m.span.of(text) for m in entity.mentions if m.kind is MentionKind.NAME)}
            }
            for entity in self._analysis.entities
        }

    def _find_mentions(self, seed: EntityIs) -> Iterator[Hit]:
        for entity in self._analysis.entities:
            if (not seed.labels or entity.label in seed.labels) and self._is_named(entity, seed.names):
                kinds = seed.mentions
                yield from (Hit(m.span, item=entity.id) for m in entity.mentions if not kinds or m.kind in kinds)

    def _find_quotes(self, seed: QuoteIs) -> Iterator[Hit]:
        named = {e.id for e in self._analysis.entities if seed.by and self._is_named(e, seed.by)}
        for quote in self._analysis.quotes:
            if seed.kinds and quote.kind not in seed.kinds:
                continue
            speaker = quote.speaker
            if seed.by and not (speaker and (speaker.entity in named or fold_name(speaker.name or "") in seed.by)):
                continue
            yield from (Hit(part, item=quote.id) for part in quote.parts)

    @cached_property
    def _pieces(self) -> list[tuple[int, str]]:
        return list(cut_into_pieces(self._prose))

    def _find_pattern(self, seed: Regex) -> Iterator[Hit]:
        names = tuple(seed.pattern.groupindex)
        began = thread_time()
        for offset, text in self._pieces:
            for match in seed.pattern.finditer(text):
                captures = tuple((n, _moved(match.span(n), offset)) for n in names if match.start(n) >= 0)
                yield Hit(_moved(match.span(), offset), captures)
            if thread_time() - began > REGEX_SECONDS:
                raise TooSlowError


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)


def _word_lists(rule: Rule) -> Iterator[Words]:
    seeds: list[Seed] = [rule.seed, *(near.seed for near in (*rule.where.present, *rule.where.absent))]
    while seeds:
        seed = seeds.pop()
        if isinstance(seed, AnyOf):
            seeds += seed.seeds
        elif isinstance(seed, Words):
            yield seed
