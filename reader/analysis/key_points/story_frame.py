"""What a list of key points has to tell as a whole: the event of the headline and the opening, who, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.analysis.key_points.story_terms import open_terms
from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.prose import Prose
from reader.language.tokens import Token, tokenize
from reader.spans import Span

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM})
_FEWEST_WORDS = 6
"""Words of the first sentence that tells something: shorter ones only lead up to it."""
_OPENING = 600
"""Code points within which news says when it happened."""
_LONGEST_TITLE = 25
"""Tokens of a first line that may be a headline though the loader does not mark it as one."""
_MAIN_NAMES = 6


@dataclass(frozen=True, slots=True)
class Frame:
    title: Sequence[Token]
    """The headline's tokens; empty without one."""
    opening: frozenset[str]
    """The terms of the headline and the first sentence."""
    names: tuple[str, ...]
    """The words most often written with a capital inside sentences, in lower case, the most frequent first."""
    dated: bool
    """Whether the opening says when."""
    words: int
    """Of running text, the headline left out."""


def frame_of(prose: Prose) -> Frame:
    """Linear in the length of the text."""
    title = _title(prose)
    begin = title[-1].end if title and title[0] in prose.tokens[:1] else 0
    body = [s for s in prose.sentences if s.span.start >= begin and prose.block_of(s).kind in _BODY]
    lengths = [len(s.span.of(prose.text).split()) for s in body]
    first = next((s for s, length in zip(body, lengths, strict=True) if length >= _FEWEST_WORDS), None)
    return Frame(
        title,
        open_terms([*title, *(prose.tokens_of(first) if first else ())]),
        _main_names(prose),
        says_when(prose.tokens_in(Span(begin, begin + _OPENING))),
        sum(lengths),
    )


def _title(prose: Prose) -> Sequence[Token]:
    """A heading at the head of the text, or a short first line that is no plain sentence.

    Where the loader found a title only outside the text, as in front matter, that is taken.
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
    counts: Counter[str] = Counter()
    names: set[str] = set()
    closed = lexicon.words("function_words")
    for sentence in prose.sentences:
        tokens = prose.tokens_of(sentence)
        running = prose.block_of(sentence).kind is BlockKind.PARAGRAPH
        for i, token in enumerate(tokens):
            counts[token.lower] += 1
            if running and i and token.is_capitalised and len(token.text) > 1 and tokens[i - 1].is_word:
                names.add(token.lower)
    ranked = sorted(names - closed, key=lambda name: (-counts[name], name))
    return tuple(ranked[:_MAIN_NAMES])


# --- when ---------------------------------------------------------------------------------------------------------
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    *("december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."),
)
_NAMED_TIMES = frozenset({*_DAYS, *_MONTHS})
_NEAR_TIMES = frozenset({"today", "yesterday", "tonight", "tomorrow"})
_PERIODS = frozenset({"week", "month", "year", "night"})


def says_when(tokens: Sequence[Token]) -> bool:
    """Whether a day, a month, a year or a time counted from the day of writing is named."""
    for i, token in enumerate(tokens):
        low = token.lower
        if low in _NEAR_TIMES or (low in _NAMED_TIMES and token.is_capitalised):
            return True
        if low in _PERIODS and i and tokens[i - 1].lower in ("last", "this"):
            return True
        if len(low) == 4 and low.isdigit() and low[:2] in ("19", "20"):
            return True
    return False
