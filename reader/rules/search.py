"""One article as rules look at it: what seeds find, and where that must stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from time import thread_time
from typing import NamedTuple

from reader.analysis.model import Analysis, Entity, MentionKind, Quote
from reader.language.prose import Prose
from reader.rules.model import Mark, Rule
from reader.rules.near import SpanSet, Surroundings
from reader.rules.pattern import scan
from reader.rules.pieces import cut_into_pieces
from reader.rules.references import seeds_of
from reader.rules.seeds import (
    AnyKeyPoint,
    AnyOf,
    EntityIs,
    QuoteIs,
    QuotePart,
    Regex,
    RuleIs,
    Scope,
    Seed,
    Unit,
    Where,
    Within,
    Words,
)
from reader.rules.words import WordFinder, fold_name
from reader.spans import IntervalIndex, Span

REGEX_SECONDS = 0.3
"""What a pattern may take for an article, in time of its own thread; after it the rule is switched off."""
SLOW_SECONDS = 2.0
"""What patterns that are switched off may have taken together; after it the others get a tenth of their time."""


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

    def __init__(self, rules: Iterable[Rule], prose: Prose, analysis: Analysis) -> None:
        """`rules`: all that will be asked for, and all that those need."""
        self._prose = prose
        self._analysis = analysis
        self.near = Surroundings(prose)
        self._quoted = SpanSet(part for quote in analysis.quotes for part in quote.parts)
        self.parts_of_quotes = {quote.id: quote.parts for quote in analysis.quotes}
        lists = list(dict.fromkeys(seed for rule in rules for seed in seeds_of(rule) if isinstance(seed, Words)))
        spans = _finder_of(tuple(lists)).find(prose) if lists else []
        self._hits: dict[Seed, list[Hit] | None] = {
            words: [Hit(span) for span in of_list] for words, of_list in zip(lists, spans, strict=True)
        }
        self._sets: dict[Seed, SpanSet] = {}
        self._wasted = 0.0
        self._matches: dict[str, Mapping[Span, list[Hit]] | None] = {}

    # --- matches -------------------------------------------------------------------------------------------------
    def matches_of(self, rule: Rule) -> Mapping[Span, list[Hit]]:
        """Each span that the rule marks with the hits in it, as the seed finds them.

        Of the rules that it needs this must have been asked before. Raises TooSlowError.
        """
        if rule.id not in self._matches:
            self._matches[rule.id] = None
            marked: dict[Span, list[Hit]] = {}
            holds = self._condition_of(rule.where)
            for hit in self._hits_of(rule.seed):
                if holds is None or holds(hit):
                    marked.setdefault(self._marked(rule.mark, hit.span), []).append(hit)
            self._matches[rule.id] = marked
        found = self._matches[rule.id]
        if found is None:
            raise TooSlowError
        return found

    def _marked(self, mark: Mark, span: Span) -> Span:
        match mark:
            case Mark.MATCH:
                return span
            case Mark.SENTENCE:
                return self.near.sentence(span)
            case Mark.PARAGRAPH:
                return self.near.paragraph(span)

    # --- what is around a place ----------------------------------------------------------------------------------
    def areas_around(self, span: Span, item: str, within: Within) -> tuple[Span, ...]:
        """The stretches of text that are within that reach of a place where an item ("": none) may stand."""
        if within.unit is not Unit.QUOTE:
            return (self.near.around(span, within),)
        return tuple(part for quote in self.quotes_around(span, item) for part in self.parts_of_quotes[quote])

    def quotes_around(self, span: Span, item: str) -> tuple[str, ...]:
        """Ids of the quotes that a place is (when it is one) or stands in."""
        if item in self.parts_of_quotes:
            return (item,)
        held = (id_ for part, id_ in self.quote_parts.overlapping(*span) if part.holds(span))
        return tuple(dict.fromkeys(held))

    @cached_property
    def quote_parts(self) -> IntervalIndex[str]:
        return IntervalIndex((part, quote.id) for quote in self._analysis.quotes for part in quote.parts)

    # --- conditions ----------------------------------------------------------------------------------------------
    def _condition_of(self, where: Where) -> Callable[[Hit], bool] | None:
        """What says whether a place is one where a rule may match; None for a rule that may match anywhere."""
        if where == Where():
            return None
        present = [(self._set(near.seed), near.within) for near in where.present]
        absent = [(self._set(near.seed), near.within) for near in where.absent]

        def holds(hit: Hit) -> bool:
            for scope in where.outside:
                if self._stands_in(scope, hit.span):
                    return False
            for spans, within in absent:
                if self._stands_near(spans, within, hit):
                    return False
            for spans, within in present:
                if not self._stands_near(spans, within, hit):
                    return False
            return not where.inside or any(self._stands_in(scope, hit.span) for scope in where.inside)

        return holds

    def _stands_near(self, spans: SpanSet, within: Within, hit: Hit) -> bool:
        if within.unit is Unit.MATCH:
            return spans.overlaps(hit.span)
        if within.unit is not Unit.QUOTE:
            return spans.has_in(self.near.around(hit.span, within), hit.span)
        return any(spans.has_in(area, hit.span) for area in self.areas_around(hit.span, hit.item, within))

    def _stands_in(self, scope: Scope, span: Span) -> bool:
        if scope is Scope.QUOTE:
            return self._quoted.has_around(span)
        at = self.near.block_at(span.start)
        block = self._prose.article.blocks[at] if at >= 0 else None
        return block is not None and block.kind.value == scope.value and block.span.holds(span)

    def _set(self, seed: Seed) -> SpanSet:
        if seed not in self._sets:
            self._sets[seed] = SpanSet(hit.span for hit in self._hits_of(seed))
        return self._sets[seed]

    # --- seeds ---------------------------------------------------------------------------------------------------
    def _hits_of(self, seed: Seed) -> list[Hit]:
        if seed not in self._hits:
            self._hits[seed] = None
            self._hits[seed] = list(dict.fromkeys(self._find(seed)))
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
            case RuleIs():
                yield from self._find_matches(seed)
            case AnyOf():
                for inner in seed.seeds:
                    yield from self._hits_of(inner)

    def _find_matches(self, seed: RuleIs) -> Iterator[Hit]:
        if seed.id in self._matches and self._matches[seed.id] is None:
            raise TooSlowError
        for span, hits in (self._matches[seed.id] or {}).items():
            for hit in hits:
                yield hit if hit.span == span else Hit(span, hit.captures)

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
            yield from (Hit(part, item=quote.id) for part in _parts(quote, seed.part))

    @cached_property
    def _pieces(self) -> list[tuple[int, str]]:
        return list(cut_into_pieces(self._prose))

    def _find_pattern(self, seed: Regex) -> Iterator[Hit]:
        names = tuple(seed.pattern.groupindex)
        began = thread_time()
        allowed = REGEX_SECONDS if self._wasted < SLOW_SECONDS else REGEX_SECONDS / 10

        def watch() -> None:
            if (spent := thread_time() - began) > allowed:
                self._wasted += spent
                raise TooSlowError

        for offset, text in self._pieces:
            for span, match in scan(seed.pattern, seed.stepper, text, watch):
                captures = tuple((n, _moved(match.span(n), offset)) for n in names if match.start(n) >= 0)
                yield Hit(_moved(span, offset), captures)


def _parts(quote: Quote, part: QuotePart) -> tuple[Span, ...]:
    match part:
        case QuotePart.WORDS:
            return quote.parts
        case QuotePart.CUE:
            return (quote.cue,) if quote.cue is not None else ()
        case QuotePart.SPEAKER:
            surface = quote.speaker.span if quote.speaker is not None else None
            return (surface,) if surface is not None else ()


@lru_cache(4)
def _finder_of(lists: tuple[Words, ...]) -> WordFinder:
    """Kept, because the same lists are looked for in one article after another."""
    return WordFinder(words.phrases for words in lists)


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
