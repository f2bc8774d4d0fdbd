"""Why a place in the text looks as it does: every rule that paints there, what each gives to it, and what was found
there. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.model import Entity, KeyPoint, MentionKind, Quote
from reader.article.clean import clean_line
from reader.article.model import Article, Inline, InlineKind
from reader.reading import Reading, Role
from reader.rules.model import Match, Rule, Style
from reader.spans import Span
from reader.tui.detail_text import LABEL_WORDS
from reader.tui.drawing import Look
from reader.tui.item_words import speaker_name, words_of
from reader.tui.layers import SIGN, layers_of
from reader.tui.marks import Layer
from reader.tui.rules_text import place_words

_MOST = 50
"""Things told of one place at most."""
_PROPERTIES = (
    ("color", "colour"),
    ("bgcolor", "background"),
    ("bold", "bold"),
    ("italic", "italic"),
    ("underline", "underline"),
    ("dim", "dim"),
    ("reverse", "reverse"),
)
_KINDS = {MentionKind.NAME: "by name", MentionKind.NOMINAL: "by a description", MentionKind.PRONOUN: "by a pronoun"}


class Reason(NamedTuple):
    """One thing that lies at a place."""

    span: Span
    words: str
    """Those that it is about, on one line."""
    title: str
    role: str | Style
    gives: str
    """What of the looks there is its doing."""
    found: tuple[str, ...]
    """What the analysis says of it."""
    rule: tuple[str, ...]
    """What the rule says of itself, and where it is written."""
    item: str = ""
    """Id of the item to select for it; empty when it is none."""


class _Painted(NamedTuple):
    """A match with what it paints."""

    match: Match
    layers: tuple[Layer, ...]
    turn: int

    def order(self, area: Span) -> tuple[int, int, int, int]:
        """In the order of the text; at one place, what lies on top first."""
        match = self.match
        return (max(match.span.start, area.start), -match.priority, match.span.length, -self.turn)


def reasons_at(reading: Reading, look: Look, offset: int, line: Span) -> tuple[Reason, ...]:
    """What lies at `offset`, that which lies on top first; where nothing does, what lies on the row `line`."""
    here = tuple(_reasons(reading, look, Span(offset, offset + 1)))
    return here or tuple(_reasons(reading, look, line))


def _reasons(reading: Reading, look: Look, area: Span) -> Iterator[Reason]:
    text = reading.article.text
    rules = {rule.id: (turn, rule) for turn, rule in enumerate(reading.rules)}
    painted = []
    for match in (*reading.highlights_in(*area), *reading.matches_in(*area)):
        if match.span.overlaps(area):
            turn, rule = rules.get(match.rule, (0, None))
            painted.append(_Painted(match, tuple(layers_of(match, turn, rule)), turn))
    painted.sort(key=lambda it: it.order(area))
    explained = set()
    for it in painted[:_MOST]:
        match = it.match
        explained |= {match.item, match.id}
        rule = rules[match.rule][1] if match.rule in rules else None
        found = tuple(_about_item(reading, match.item, match.span))
        gives = "sign" if match.style.role == SIGN else _given(look, it, painted, max(match.span.start, area.start))
        item = match.item or (match.id if reading.has(match.id) else "")
        words, title = words_of(text, [match.span]), match.rule.replace("-", " ")
        yield Reason(match.span, words, title, match.style, gives, found, tuple(_about_rule(rule)), item)
    for link in links_in(reading.article, area):
        yield Reason(
            link.span, words_of(text, [link.span]), "link", "link", "underline", (link.target or "to nowhere",), ()
        )
    for place in reading.places_in(*area)[:_MOST]:  # what no rule shows, such as pronouns
        if place.item not in explained and place.role in (Role.QUOTE, Role.MENTION, Role.KEY_POINT):
            explained.add(place.item)
            found = tuple(_about_item(reading, place.item, place.span))
            words = words_of(text, [place.span])
            yield Reason(place.span, words, _title(reading, place.item), "muted", "not painted", found, (), place.item)


def links_in(article: Article, area: Span) -> list[Inline]:
    """The links of the text that lie in an area."""
    return [it for it in article.inlines if it.kind is InlineKind.LINK and it.span.overlaps(area)][:_MOST]


def _about_rule(rule: Rule | None) -> Iterator[str]:
    if rule is not None:
        if rule.why:
            yield clean_line(rule.why)
        yield f"{place_words(rule.place)} · priority {rule.priority}"


def _about_item(reading: Reading, id_: str, span: Span) -> Iterator[str]:
    if not id_ or not reading.has(id_):
        return
    text = reading.article.text
    match reading.item(id_):
        case Quote() as quote:
            cue = f" · cue “{words_of(text, [quote.cue])}”" if quote.cue is not None else " · no cue"
            yield f"{quote.kind} quote{cue} · {speaker_name(quote) or 'nobody named'}"
        case Entity() as entity:
            mention = reading.mention_of(id_, span)
            how = f", {_KINDS[mention.kind]}" if mention is not None else ""
            yield f"{entity.name}: {LABEL_WORDS[entity.label]}{how}"
            if mention is not None and mention.why:
                yield clean_line(mention.why)
        case KeyPoint() as point:
            yield f"point {point.rank}" + (f": {point.reason}" if point.reason else "")


def _title(reading: Reading, id_: str) -> str:
    match reading.item(id_):
        case Entity() as entity:
            return entity.name
        case Quote() as quote:
            return f"{quote.kind} quote"
    return "key point"


def _given(look: Look, of: _Painted, painted: Sequence[_Painted], offset: int) -> str:
    """What of the looks at `offset` comes from one of the matches: of each property the topmost has its say."""
    there = [(layer, it) for it in painted for layer in it.layers if layer.start <= offset < layer.end]
    there.sort(key=lambda pair: (pair[0].height, pair[0].start - pair[0].end, pair[0].turn))
    won = []
    for name, words in _PROPERTIES:
        top = next((it for layer, it in reversed(there) if getattr(look[layer.role], name) is not None), None)
        if top is of:
            won.append(words)
    return ", ".join(won) or "nothing here"
