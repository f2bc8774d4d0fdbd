"""How much each statement carries the story: a sum of a few signs, weighed by hand.

The signs are the field's classics: place, headline and cue words (Edmundson 1969), closeness to the centroid of the
document (Radev et al. 2004), the names a story turns on. `weights.txt` has what each is worth, and how that was set.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.key_points.glosses import Glosses
from reader.analysis.key_points.hooks import find_hook
from reader.analysis.key_points.piece import FIRST_PERSON, Piece, PieceKind
from reader.analysis.key_points.point_shape import Statement
from reader.analysis.key_points.point_standing import Standing
from reader.analysis.key_points.sections import parts_of
from reader.analysis.key_points.sourcing import tells_of_sources
from reader.analysis.key_points.story_frame import Frame, frame_of, says_when
from reader.analysis.key_points.story_terms import (
    Story,
    closeness_to_later,
    content_terms,
    open_terms,
    weigh_terms,
)
from reader.analysis.key_points.weights import WEIGHTS
from reader.analysis.model import Entity, Label, MentionKind
from reader.language import lexicon
from reader.language.prose import Prose
from reader.language.tokens import Token

_BARE, _FULL = 10, 40  # words of a statement that has little in it, and of one that has all it needs
_SHORT = 12  # words
_MOST_COUNTED = 4
_MOST_INTRODUCED = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement with its worth and what it tells."""

    statement: Statement
    score: float
    terms: frozenset[str]
    """What it says of the matter."""
    all_terms: frozenset[str]
    """All but its closed-class words."""
    names: frozenset[str]
    """Salient names in it."""
    figure: bool
    when: bool
    order: int
    """Its place among the statements, from 0."""
    part: int
    """The number of the section or quarter of the text that it is in."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """All candidates of an article, and what the choice needs to know of the whole."""

    candidates: Sequence[Candidate]
    frame: Frame
    title: frozenset[str]
    """The terms of the headline."""
    kind: PieceKind
    hook: Candidate | None
    """The two sentences of the opening that tell the event only together; not among the candidates."""


def weigh(
    prose: Prose, statements: Sequence[Statement], entities: Sequence[Entity], piece: Piece, glosses: Glosses
) -> Weighed:
    """Score every statement; linear in the text and in what was found in it."""
    frame = frame_of(prose)
    lead = next((s for s in statements if s.standing is Standing.ALONE), None)
    story = weigh_terms(prose, frame.title, prose.tokens[lead.first : lead.past] if lead else ())
    measured = {m.span.start for e in entities if e.label in _MEASURES for m in e.mentions}
    nominals = {m.span.start for e in entities for m in e.mentions if m.kind is MentionKind.NOMINAL}
    parts = parts_of(prose, statements, piece)
    known: set[str] = set()
    all_terms = [content_terms(prose.tokens[s.first : s.past]) for s in statements]
    later = closeness_to_later(all_terms, story)
    candidates: list[Candidate] = []
    begins: dict[int, int] = {}
    for order, (statement, part) in enumerate(zip(statements, parts, strict=True)):
        tokens = prose.tokens[statement.first : statement.past]
        begin = begins.setdefault(part, order) if piece.kind is PieceKind.REPORT else 0
        close = 10 * order >= 8 * len(statements) if piece.kind is PieceKind.COLUMN else False
        nominal = any(token.start in nominals for token in tokens[:2])
        measures = sum(token.start in measured for token in tokens)
        unnamed = _leaves_a_pronoun_open(tokens) and not glosses.of(statement.span)
        place = _Where(order, part, order - begin, close, nominal, unnamed, measures, later[order])
        candidates.append(_candidate(tokens, all_terms[order], statement, place, story, frame, known, piece.kind))
        known |= candidates[-1].terms
    hook = find_hook(prose, statements)
    weighed = None
    if hook is not None:
        tokens = prose.tokens[hook.first : hook.past]
        place = _Where(0, 0, 0, False, False, False, 0, 0.0)
        weighed = _candidate(tokens, content_terms(tokens), hook, place, story, frame, frozenset(), piece.kind)
    return Weighed(candidates, frame, story.title, piece.kind, weighed)


class _Where(NamedTuple):
    order: int
    part: int
    from_opening: int
    """Statements since the opening of the text, or of the section of a report."""
    closes: bool
    """Whether it is in the last fifth of a column."""
    nominal: bool
    """Whether it opens with a nominal."""
    unnamed: bool
    """Whether it says "he" of somebody whom neither it nor a gloss names."""
    measures: int
    """Sums of money, shares and quantities in it."""
    later: float
    """How close it is to the statements after it, 0 to 1."""


def _candidate(
    tokens: Sequence[Token],
    terms: frozenset[str],
    statement: Statement,
    where: _Where,
    story: Story,
    frame: Frame,
    known: Set[str],
    kind: PieceKind,
) -> Candidate:
    """Weigh one statement; `known` holds the terms of those before it."""
    lower = {t.lower for t in tokens}
    told = frozenset(name for name in frame.names if name in lower)
    figure = any(t.text[0].isdigit() for t in tokens)
    when = says_when(tokens)
    unquoted = statement.quoted == 0
    news = kind is PieceKind.NEWS
    own_voice = kind in (PieceKind.COLUMN, PieceKind.INTERVIEW)
    partly = statement.standing is Standing.PARTLY and not (own_voice and tokens[0].lower in FIRST_PERSON)
    w = WEIGHTS
    score = (
        _worth_of_place(kind) * 0.5 ** (where.from_opening / w.half_place)
        + w.says_headline * (news and where.order == 0 and bool(story.title))
        + w.opens_block * (statement.opens_block and kind is not PieceKind.INTERVIEW)
        + w.closes_column * where.closes
        + w.urges * (kind is PieceKind.COLUMN and _urges(tokens))
        + w.fullness * (min(statement.words, _FULL) - _BARE) / (_FULL - _BARE)
        + w.title_term * min(_MOST_COUNTED, len(terms & story.title))
        + w.central * story.centrality(terms)
        + w.taken_up * news * where.later
        + w.name * min(_MOST_COUNTED, len(told))
        + w.figure * figure
        + w.quantity * min(_MOST_MEASURES, where.measures)
        + w.introduces * min(_MOST_INTRODUCED, sum(story.recurs(term) for term in terms - known))
        + w.turn * tokens[0].text[0].islower()
        + w.when * when
        + w.news * (not lexicon.words("news_verbs").isdisjoint(lower))
        + w.standing * (not _STANDS.isdisjoint(lower))
        + w.quoted * statement.quoted
        + w.spoken * (tokens[0].text in _QUOTATION_MARKS)
        + w.thin * (statement.words < _SHORT and not figure and not _names_anything(tokens))
        + w.open_pronoun * where.unnamed
        + w.partly * (partly + (news and tokens[0].lower in _I))
        + w.nominal * where.nominal
        + w.talk * (unquoted and not own_voice and not FIRST_PERSON.isdisjoint(lower))
        + w.address * (unquoted and not _SECOND_PERSON.isdisjoint(lower))
        + w.asks * _tells_a_question(tokens)
        + w.sourcing * tells_of_sources([t.lower for t in tokens])
    )
    return Candidate(statement, score, terms, open_terms(tokens), told, figure, when, where.order, where.part)


def _worth_of_place(kind: PieceKind) -> float:
    match kind:
        case PieceKind.COLUMN:
            return WEIGHTS.place_in_column
        case PieceKind.INTERVIEW:
            return WEIGHTS.place_in_interview
        case PieceKind.BRIEFING:
            return WEIGHTS.place_in_briefing
    return WEIGHTS.place


_I = frozenset({"i", "my"})  # at the opening of a statement of news without marks: a quotation that has lost them
_SECOND_PERSON = frozenset({"you", "your"})
_MEASURES = frozenset({Label.MONEY, Label.PERCENT, Label.QUANTITY})
_MOST_MEASURES = 2
_OUGHT = frozenset({"should", "must", "ought"})
_NEEDS = frozenset({"need", "needs", "time"})
_STANDS = frozenset({"is", "are", "will", "would", "must", "should"})
_QUOTATION_MARKS = frozenset("“‘\"'«")
_PERSONS = frozenset({"he", "she", "they"})


def _names_anything(tokens: Sequence[Token]) -> bool:
    """Whether a word inside it has a capital."""
    return any(t.is_capitalised for t in tokens[1:])


def _leaves_a_pronoun_open(tokens: Sequence[Token]) -> bool:
    """Whether a person is a pronoun before anything is named."""
    for number, token in enumerate(tokens):
        if token.lower in _PERSONS:
            return True
        if number and token.is_capitalised:
            return False
    return False


def _urges(tokens: Sequence[Token]) -> bool:
    """Whether it says what ought to be done."""
    return any(t.lower in _OUGHT for t in tokens) or any(
        a.lower in _NEEDS and b.lower == "to" for a, b in pairwise(tokens)
    )


def _tells_a_question(tokens: Sequence[Token]) -> bool:
    """Whether somebody "asked why" or "wondered whether"."""
    return any(a.lower in _ASKING and b.lower in _QUESTION_WORDS for a, b in pairwise(tokens))


_ASKING = frozenset({"asked", "asks", "ask", "asking", "wondered", "wonders", "wonder", "wondering"})
_QUESTION_WORDS = frozenset({"why", "whether", "if", "how", "what", "who", "when", "where"})
