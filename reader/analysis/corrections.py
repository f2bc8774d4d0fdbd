"""What a reader puts right in the findings: two entities that are one, a mention of somebody else, a wrong speaker.

Corrections name what they mean by its place in the text, never by an id, so that they hold when the article is analysed
again. Links are not stored anywhere: they follow from the corrected findings by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from reader.analysis.followers import FIRST_PERSON, followers, may_follow
from reader.analysis.model import Analysis, Entity, Label, Mention, MentionKind, Quote
from reader.analysis.named_beside import speaker_of
from reader.article.model import Article
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Merge:
    """The entities with mentions at these two places are one; it is called what the one at `into` is."""

    into: Span
    other: Span


@dataclass(frozen=True, slots=True)
class Split:
    """This mention is another: the entity's with a mention at `to`, or (None) one of its own.

    A name takes along what leans on it: "she" up to the next name, "I" in the words that it is the source of.
    """

    mention: Span
    to: Span | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """The entity with this mention has this name."""

    mention: Span
    name: str


@dataclass(frozen=True, slots=True)
class Relabel:
    """The entity with this mention is of this kind."""

    mention: Span
    label: Label


@dataclass(frozen=True, slots=True)
class NotAName:
    """What stands there is no entity at all, wherever it is mentioned."""

    mention: Span


@dataclass(frozen=True, slots=True)
class Respeak:
    """The quote that stands there was said by the entity with a mention at `speaker`, or (None) by nobody named."""

    quote: Span
    speaker: Span | None


Correction: TypeAlias = Merge | Split | Rename | Relabel | NotAName | Respeak


def correct(analysis: Analysis, article: Article, corrections: Sequence[Correction]) -> Analysis:
    """The findings with corrections applied in their order. One that finds nothing at its place changes nothing.

    Entities are numbered anew in the order of first mention, as the contract has it; key points stay as they are.
    """
    if not corrections:
        return analysis
    state = _State(article, list(analysis.entities), list(analysis.quotes))
    for correction in corrections:
        state.apply(correction)
    entities, quotes = _renumbered(state.entities, state.quotes)
    return replace(analysis, entities=entities, quotes=quotes)


@dataclass
class _State:
    """The findings between two corrections."""

    article: Article
    entities: list[Entity]
    quotes: list[Quote]
    made: int = field(default=0)

    def apply(self, correction: Correction) -> None:
        match correction:
            case Merge(into, other):
                self._merge(self._at(into), self._at(other))
            case Split(mention, to):
                self._split(mention, to)
            case Rename(mention, name) if name:
                self._change(self._at(mention), lambda entity: replace(entity, name=name))
            case Relabel(mention, label):
                self._change(self._at(mention), lambda entity: replace(entity, label=label))
            case NotAName(mention):
                self._drop(self._at(mention))
            case Respeak(quote, speaker):
                self._respeak(quote, speaker)

    def _at(self, span: Span) -> Entity | None:
        """The entity with a mention exactly there, else one with a mention that shares the most characters."""
        best, most = None, 0
        for entity in self.entities:
            for mention in entity.mentions:
                if mention.span == span:
                    return entity
                shared = min(span.end, mention.span.end) - max(span.start, mention.span.start)
                if shared > most:
                    best, most = entity, shared
        return best

    def _change(self, entity: Entity | None, change: Callable[[Entity], Entity]) -> None:
        if entity is not None:
            changed = change(entity)
            self.entities[self.entities.index(entity)] = changed
            self._speakers_of(entity, changed)

    def _speakers_of(self, old: Entity, new: Entity | None, spans: Iterable[Span] | None = None) -> None:
        """Quotes that the old entity said were said by the new one; only those with the speaker at `spans`, if given.

        None for the new one: what was a name is now only the words of the source.
        """
        only = None if spans is None else set(spans)
        for number, quote in enumerate(self.quotes):
            speaker = quote.speaker
            if speaker is None or speaker.entity != old.id:
                continue
            if only is not None and not any(speaker.span and speaker.span.overlaps(span) for span in only):
                continue
            if new is None:
                said_by = replace(speaker, entity=None, name=self._words(speaker.span))
            else:
                names = [new.name if name == old.name else name for name in (speaker.name or old.name).split("; ")]
                name = "; ".join(dict.fromkeys(names)) if old.name in (speaker.name or "").split("; ") else new.name
                said_by = replace(speaker, entity=new.id, name=name)
            self.quotes[number] = replace(quote, speaker=said_by)

    def _words(self, span: Span | None) -> str | None:
        return " ".join(span.of(self.article.text).split()) if span is not None else None

    def _merge(self, into: Entity | None, other: Entity | None) -> None:
        if into is None or other is None or into is other:
            return
        mentions = _sorted((*into.mentions, *other.mentions))
        one = replace(into, mentions=mentions, roles=tuple(dict.fromkeys((*into.roles, *other.roles))))
        self.entities[self.entities.index(into)] = one
        self.entities.remove(other)
        self._speakers_of(other, one)

    def _split(self, span: Span, to: Span | None) -> None:
        old = self._at(span)
        target = self._at(to) if to is not None else None
        mention = next((m for m in old.mentions if m.span.overlaps(span)), None) if old is not None else None
        if old is None or mention is None or target is old or (to is not None and target is None):
            return
        if len(old.mentions) == 1 and target is None:
            return  # it is by itself already
        along = followers(old, mention, self.quotes, self.article.text)
        if target is not None:
            along = tuple(m for m in along if may_follow(m, target, self.article.text))
        gone = (mention, *along)
        kept = tuple(m for m in old.mentions if m not in gone)
        moved = [m if m.kind is MentionKind.NAME else replace(m, why=PUT_RIGHT) for m in gone]
        new: Entity | None
        if target is not None:
            new = replace(target, mentions=_sorted((*target.mentions, *moved)))
            self.entities[self.entities.index(target)] = new
        elif mention.kind is MentionKind.NAME:
            self.made += 1
            new = Entity(f"+{self.made}", self._words(mention.span) or "", old.label, _sorted(moved))
            self.entities.append(new)
        else:
            new = None  # a pronoun or a description by itself is no entity: whom it means is unclear
        at = self.entities.index(old)
        if kept:
            self.entities[at] = replace(old, mentions=kept)
        else:
            del self.entities[at]
        self._speakers_of(old, new, [m.span for m in gone])
        if new is None:
            self._unclear(mention.span)

    def _unclear(self, span: Span) -> None:
        for number, quote in enumerate(self.quotes):
            if quote.speaker is not None and quote.speaker.entity is None and quote.speaker.span == span:
                self.quotes[number] = replace(quote, speaker=replace(quote.speaker, name=None))

    def _drop(self, entity: Entity | None) -> None:
        if entity is not None:
            self.entities.remove(entity)
            self._speakers_of(entity, None)

    def _respeak(self, span: Span, to: Span | None) -> None:
        entity = self._at(to) if to is not None else None
        if to is not None and entity is None:
            return
        exact = (n for n, q in enumerate(self.quotes) if span in q.parts)
        near = (n for n, q in enumerate(self.quotes) if any(part.overlaps(span) for part in q.parts))
        number = next(exact, next(near, None))
        if number is None:
            return
        quote = self.quotes[number]
        source = quote.speaker.span if quote.speaker is not None else None
        if to is not None and source is not None and self._is_named_like(source, to):
            self._split(source, to)  # "Vold said": it is the other Vold
            return
        if source is not None and self._names_somebody(source):
            source = None  # another is named there
        self._means(source, quote.parts, entity)
        entity = self._at(to) if to is not None else None
        for n, other in enumerate(self.quotes):
            same = source is not None and other.speaker is not None and other.speaker.span == source
            if n == number or same:
                self.quotes[n] = replace(other, speaker=speaker_of(entity, other, source, self.article.text))

    def _is_named_like(self, source: Span, to: Span) -> bool:
        """Whether the name in a source is part of the other's name as well."""
        old, new = self._at(source), self._at(to)
        names = [m.span for e in (old, new) if e for m in e.mentions if m.kind is MentionKind.NAME]
        words = {span: set((self._words(span) or "").casefold().split()) for span in names}
        mine = [words[span] for span in names if span.overlaps(source)]
        theirs = [words[m.span] for m in new.mentions if m.span in words] if new is not None else []
        return old is not new and any(few < many for few in mine for many in theirs)

    def _names_somebody(self, span: Span) -> bool:
        """Whether a name stands in the source of a quote: then no correction makes it mean another."""
        return any(m.kind is MentionKind.NAME and m.span.overlaps(span) for e in self.entities for m in e.mentions)

    def _means(self, source: Span | None, parts: Sequence[Span], to: Entity | None) -> None:
        """The "she" that a quote is given to, and the "I" in its words, now mean another, or nobody who is named."""
        moved = {source: Mention(source, _kind(self._words(source) or ""), PUT_RIGHT)} if source is not None else {}
        for number, entity in enumerate(self.entities):
            gone = [m for m in entity.mentions if (source and m.span.overlaps(source)) or self._is_i(m, parts)]
            moved |= {m.span: replace(m, why=PUT_RIGHT) for m in gone}
            if gone and entity is not to:
                self.entities[number] = replace(entity, mentions=tuple(m for m in entity.mentions if m not in gone))
        if to is not None:
            spans = {m.span for m in to.mentions}
            new = tuple(m for m in moved.values() if m.span not in spans)
            self.entities[self.entities.index(to)] = replace(to, mentions=_sorted((*to.mentions, *new)))
        self.entities = [entity for entity in self.entities if entity.mentions]

    def _is_i(self, mention: Mention, parts: Sequence[Span]) -> bool:
        said = mention.kind is MentionKind.PRONOUN and any(part.overlaps(mention.span) for part in parts)
        return said and mention.span.of(self.article.text).lower() in FIRST_PERSON


PUT_RIGHT = "put right by you"
"""Why a mention means somebody, when a reader has said so."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "who"})


def _kind(words: str) -> MentionKind:
    return MentionKind.PRONOUN if words.lower() in _PRONOUNS else MentionKind.NOMINAL


def _sorted(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    by_span = {mention.span: mention for mention in mentions}
    return tuple(by_span[span] for span in sorted(by_span))


def _renumbered(entities: Sequence[Entity], quotes: Sequence[Quote]) -> tuple[tuple[Entity, ...], tuple[Quote, ...]]:
    ordered = sorted(entities, key=lambda entity: entity.mentions[0].span if entity.mentions else Span(0, 0))
    ids = {entity.id: f"e{number}" for number, entity in enumerate(ordered, 1)}

    def spoken(quote: Quote) -> Quote:
        if quote.speaker is None or quote.speaker.entity is None:
            return quote
        return replace(quote, speaker=replace(quote.speaker, entity=ids.get(quote.speaker.entity)))

    return tuple(replace(entity, id=ids[entity.id]) for entity in ordered), tuple(map(spoken, quotes))
