"""How much each statement carries the story: a sum of a few signs, weighed by hand.

The signs are the field's classics: place, headline and cue words (Edmundson 1969), closeness to the centroid of the
document (Radev et al. 2004), the names a story turns on. Weights are round numbers set by hand. The direction and
rough size of single ones were checked on news articles with editors' picks; there was no training and no search.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from reader.analysis.key_points.point_shape import Statement
from reader.analysis.key_points.point_standing import Standing
from reader.analysis.key_points.story_frame import Frame, frame_of, says_when
from reader.analysis.key_points.story_terms import Story, content_terms, open_terms, weigh_terms
from reader.analysis.model import Entity, MentionKind
from reader.language import lexicon
from reader.language.prose import Prose
from reader.language.tokens import Token

# What each sign is worth. News puts what matters first, so place weighs most; but all the others together outweigh it,
# or every list would be the first five sentences.
_PLACE = 4.0
_OPENS_PARAGRAPH = 0.7  # a paragraph's first sentence states, the others explain
_FULLNESS = 1.0  # a statement with who, what, where and why in it is a long one
_TITLE_TERM = 0.3  # for each term of the headline, up to four
_CENTRAL = 1.5
_NAME = 0.1  # for each of the story's main names, up to four
_FIGURE = 0.2
_QUANTITY = 0.2  # a figure that measures: a share, millions
_INTRODUCES = 0.07  # for each term that it brings up and the text comes back to, up to six
_TURN = 0.2  # "But …": news turns where it matters
_WHEN = 0.3
_NEWS = 0.3
_STANDING = 0.3  # what is, will be or must be, rather than one more step of what happened
_QUOTED = -1.0
_SPOKEN = -0.7  # it opens with a quotation: what somebody said, not what is the case
_THIN = -0.7  # short, and neither a name nor a figure in it
_OPEN_PRONOUN = -0.3  # "When he arrived": a person whom nothing in the statement names
_PARTLY = -0.5  # it stands, but leaves something open
_NOMINAL = -0.5  # it opens with "the minister", whose name stands elsewhere
_TALK = -0.2  # "I" and "we" outside quotation marks: the writer talks, the story stands still
_ADDRESS = -0.7  # "you": the reader is talked to, in advice and in scenes made up

_HALF_PLACE = 8  # statements after which half of the worth of place is gone
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


@dataclass(frozen=True, slots=True)
class Weighed:
    """All candidates of an article, and what the choice needs to know of the whole."""

    candidates: Sequence[Candidate]
    frame: Frame
    title: frozenset[str]
    """The terms of the headline."""


def weigh(prose: Prose, statements: Sequence[Statement], entities: Sequence[Entity]) -> Weighed:
    """Score every statement; linear in the text and in what was found in it."""
    frame = frame_of(prose)
    lead = next((s for s in statements if s.standing is Standing.ALONE), None)
    story = weigh_terms(prose, frame.title, prose.tokens[lead.first : lead.past] if lead else ())
    nominals = {m.span.start for e in entities for m in e.mentions if m.kind is MentionKind.NOMINAL}
    known: set[str] = set()
    candidates: list[Candidate] = []
    for order, statement in enumerate(statements):
        tokens = prose.tokens[statement.first : statement.past]
        nominal = any(token.start in nominals for token in tokens[:2])
        candidates.append(_candidate(tokens, statement, order, story, frame, known, nominal))
        known |= candidates[-1].terms
    return Weighed(candidates, frame, story.title)


def _candidate(
    tokens: Sequence[Token],
    statement: Statement,
    order: int,
    story: Story,
    frame: Frame,
    known: Set[str],
    nominal: bool,
) -> Candidate:
    """Weigh one statement; `known` holds the terms of those before it, `nominal` is whether it opens with one."""
    terms = content_terms(tokens)
    lower = {t.lower for t in tokens}
    told = frozenset(name for name in frame.names if name in lower)
    figure = any(t.text[0].isdigit() for t in tokens)
    when = says_when(tokens)
    unquoted = statement.quoted == 0
    score = (
        _PLACE * 0.5 ** (order / _HALF_PLACE)
        + _OPENS_PARAGRAPH * statement.opens_block
        + _FULLNESS * (min(statement.words, _FULL) - _BARE) / (_FULL - _BARE)
        + _TITLE_TERM * min(_MOST_COUNTED, len(terms & story.title))
        + _CENTRAL * story.centrality(terms)
        + _NAME * min(_MOST_COUNTED, len(told))
        + _FIGURE * figure
        + _QUANTITY * (not _QUANTITIES.isdisjoint(lower))
        + _INTRODUCES * min(_MOST_INTRODUCED, sum(story.recurs(term) for term in terms - known))
        + _TURN * tokens[0].text[0].islower()
        + _WHEN * when
        + _NEWS * (not lexicon.words("news_verbs").isdisjoint(lower))
        + _STANDING * (not _STANDS.isdisjoint(lower))
        + _QUOTED * statement.quoted
        + _SPOKEN * (tokens[0].text in _QUOTATION_MARKS)
        + _THIN * (statement.words < _SHORT and not figure and not _names_anything(tokens))
        + _OPEN_PRONOUN * _leaves_a_pronoun_open(tokens)
        + _PARTLY * (statement.standing is Standing.PARTLY)
        + _NOMINAL * nominal
        + _TALK * (unquoted and not _FIRST_PERSON.isdisjoint(lower))
        + _ADDRESS * (unquoted and not _SECOND_PERSON.isdisjoint(lower))
    )
    return Candidate(statement, score, terms, open_terms(tokens), told, figure, when, order)


_FIRST_PERSON = frozenset({"i", "me", "my", "we", "our"})  # "us" would be the US as well
_SECOND_PERSON = frozenset({"you", "your"})
_QUANTITIES = frozenset(
    {"%", "percent", "million", "millions", "billion", "billions", "trillion", "thousands", "hundreds"}
)
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
