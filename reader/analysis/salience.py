"""How much each statement carries the story: a sum of a few signs, weighed by hand.

The signs are the field's classics: place, headline and cue words (Edmundson 1969), closeness to the centroid of the
document (Radev et al. 2004), the names a story turns on. Weights are round numbers set by reasoning, not fitted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from reader.analysis.model import Entity, Quote
from reader.analysis.point_shape import FEWEST_WORDS, Standing, Statement
from reader.analysis.story_terms import Story, content_terms, open_terms, weigh_terms
from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.prose import Prose
from reader.language.tokens import Token, tokenize
from reader.spans import Span

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
_TALK = -0.2  # "I", "we" and "you" outside quotation marks: the writer talks, the story stands still

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM})
_OPENING = 600  # code points within which news says when it happened
_LONGEST_TITLE = 25
_HALF_PLACE = 8  # statements after which half of the worth of place is gone
_BARE, _FULL = 10, 40  # words of a statement that has little in it, and of one that has all it needs
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
    story: Story
    main_names: tuple[str, ...]
    """The most frequent names, the first first."""
    opening: frozenset[str]
    """The terms of the headline and the first sentence."""
    dated: bool
    """Whether the opening says when."""
    words: int
    """Of running text, the headline left out."""


def weigh(prose: Prose, statements: Sequence[Statement], entities: Sequence[Entity], quotes: Sequence[Quote]) -> Weighed:
    """Score every statement; linear in the text and in what was found in it."""
    title = _title(prose)
    title_end = title[-1].end if title and title[0] in prose.tokens[:1] else 0
    lead = next((s for s in statements if s.standing is Standing.ALONE), None)
    story = weigh_terms(prose, title, prose.tokens[lead.first : lead.past] if lead else ())
    names = _main_names(prose)
    known: set[str] = set()
    candidates: list[Candidate] = []
    for order, statement in enumerate(statements):
        candidates.append(_candidate(prose, statement, order, story, names, known))
        known |= candidates[-1].terms
    body = [s for s in prose.sentences if prose.block_of(s).kind in _BODY and s.span.start >= title_end]
    first = next((s for s in body if len(s.span.of(prose.text).split()) >= FEWEST_WORDS), None)
    opening = open_terms([*title, *(prose.tokens_of(first) if first else ())])
    words = sum(len(s.span.of(prose.text).split()) for s in body)
    dated = _says_when(prose.tokens_in(Span(title_end, title_end + _OPENING)))
    return Weighed(candidates, story, names, opening, dated, words)


def _candidate(
    prose: Prose, statement: Statement, order: int, story: Story, names: Sequence[str], known: Set[str]
) -> Candidate:
    """Weigh one statement; `known` holds the terms of those before it."""
    tokens = prose.tokens[statement.first : statement.past]
    terms = content_terms(tokens)
    lower = {t.lower for t in tokens}
    told = frozenset(name for name in names if name in lower)
    figure = any(t.text[0].isdigit() for t in tokens)
    when = _says_when(tokens)
    talks = statement.quoted == 0 and not _FIRST_AND_SECOND.isdisjoint(lower)
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
        + _TALK * talks
    )
    return Candidate(statement, score, terms, open_terms(tokens), told, figure, when, order)


_FIRST_AND_SECOND = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
_QUANTITIES = frozenset({"%", "percent", "million", "millions", "billion", "billions", "trillion", "thousands", "hundreds"})
_STANDS = frozenset({"is", "are", "will", "would", "must", "should"})
_WHEN_WORDS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight", "tomorrow", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."]
)


def _says_when(tokens: Sequence[Token]) -> bool:
    for i, token in enumerate(tokens):
        low = token.lower
        if low in _WHEN_WORDS and (token.is_capitalised or low in ("today", "yesterday", "tonight", "tomorrow")):
            return True
        if low in ("week", "month", "year", "night") and i and tokens[i - 1].lower in ("last", "this"):
            return True
        if len(low) == 4 and low.isdigit() and low[:2] in ("19", "20"):
            return True
    return False


def _title(prose: Prose) -> Sequence[Token]:
    """The headline's tokens: a heading at the head of the text, or a short first line that is no plain sentence.

    Empty without one. Where the loader found a title only outside the text, as in front matter, that is taken.
    """
    for _, group in groupby(prose.sentences, key=lambda s: s.block):
        sentences = list(group)
        block = prose.block_of(sentences[0])
        if block.kind is BlockKind.FURNITURE:
            continue
        tokens = prose.tokens[sentences[0].first : sentences[-1].past]
        if block.kind is BlockKind.HEADING or (tokens[-1].text != "." and len(tokens) <= _LONGEST_TITLE):
            return tokens
        break
    return tokenize(prose.article.metadata.title or "")


def _main_names(prose: Prose) -> tuple[str, ...]:
    """The six most frequent words that are written with a capital inside sentences, in lower case."""
    counts: Counter[str] = Counter()
    capital: set[str] = set()
    closed = lexicon.words("function_words")
    for sentence in prose.sentences:
        tokens = prose.tokens_of(sentence)
        heading = prose.block_of(sentence).kind is not BlockKind.PARAGRAPH
        for i, token in enumerate(tokens):
            counts[token.lower] += 1
            if i and not heading and token.is_capitalised and len(token.text) > 1 and token.lower not in closed:
                if tokens[i - 1].text not in "“\"‘.!?":
                    capital.add(token.lower)
    ranked = sorted(capital, key=lambda w: (-counts[w], w))
    return tuple(ranked[:6])
