"""Which sentences can stand alone as a key point, and which stretch of each.

A point is read away from its place, so a sentence loses what ties it to its neighbours (the label of a speaker's turn,
a leading "But", a trailing "he said") as long as one whole statement is left. What leans on the text before it, and
what is no statement at all, is told apart here; how much a statement matters is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from reader.analysis.key_points.page_furniture import is_page_furniture
from reader.analysis.key_points.piece import Piece, read_piece
from reader.analysis.key_points.point_cuts import (
    CLOSERS,
    before_attribution,
    has_finite_verb,
    is_noun_with_relative,
    is_set_out_like_an_entry,
    label_length,
    opens_with_connective,
    past_connectives,
    past_place,
    within,
)
from reader.analysis.key_points.point_standing import Standing, standing_of
from reader.analysis.key_points.quoted_text import marked_tokens, marks_are_paired
from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.prose import Prose, Sentence
from reader.language.tokens import Token
from reader.spans import Span

FEWEST_WORDS = 6
MOST_WORDS = 60
_CERTAIN_CLAUSE = 15
"""Words from which on what ends with a full stop is taken for a clause, verb seen or not: the tagger misses some."""
MOST_QUOTED = 0.6
_STOPS = frozenset(".!…")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that can be shown as a key point, cut to what stands alone."""

    span: Span
    first: int
    """Index of its first token in `Prose.tokens`."""
    past: int
    """Index past its last token."""
    block: int
    """Index of its block in `Article.blocks`."""
    opens_block: bool
    standing: Standing
    words: int
    quoted: float
    """Share of its characters in quotation marks, 0 to 1."""


def find_statements(prose: Prose, piece: Piece | None = None) -> list[Statement]:
    """What may be a key point, in the order of the text. Linear in the length of the text."""
    piece = piece or read_piece(prose)
    statements: list[Statement] = []
    for number, group in groupby(prose.sentences, key=lambda s: s.block):
        block = prose.article.blocks[number]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM) or number in piece.asked:
            continue
        sentences = list(group)
        first, past = sentences[0].first, sentences[-1].past
        marked = marked_tokens(prose.tokens[first:past])
        only = sum(sentence.past - sentence.first > FEWEST_WORDS for sentence in sentences) == 1
        opens = True
        for sentence in sentences:
            inside = marked[sentence.first - first : sentence.past - first]
            place = _Place(sentence, opens, only, block.kind is BlockKind.LIST_ITEM, not statements)
            found = _statement(prose, place, inside, piece.labels)
            if found is not None:
                statements.append(found)
            opens = opens and sentence.past - sentence.first < FEWEST_WORDS  # a dateline stands before the opening
    return statements


class _Place(NamedTuple):
    sentence: Sentence
    opens_block: bool
    only: bool
    """Whether its block has no other sentence but short ones, as that of a caption has not."""
    item: bool
    opens_text: bool


def _statement(prose: Prose, place: _Place, marked: Sequence[bool], labels: frozenset[str]) -> Statement | None:
    tokens = prose.tokens_of(place.sentence)
    tags = prose.tags[place.sentence.first : place.sentence.past]
    if is_page_furniture(tokens):
        return None
    first, past = 0, len(tokens)
    if place.opens_block:
        first = _past_label(tokens, labels)
    if place.opens_text:
        first = past_place(tokens, first)
    whole = past > first and _ends_whole(tokens[first:past])
    if not whole and not (place.item and tokens[-1].is_word):
        return None
    opening = first
    first, stuck = past_connectives(tokens, first)
    past = before_attribution(tokens, tags, first, past, FEWEST_WORDS)
    past = within(tokens, tags, first, past, MOST_WORDS, _CERTAIN_CLAUSE)
    kept = tokens[first:past]
    if not kept or not marks_are_paired(kept):
        return None
    span = Span(kept[0].start, kept[-1].end)
    words = len(span.of(prose.text).split())
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        return None
    if not has_finite_verb(kept, tags[first:past]) and (
        words < _CERTAIN_CLAUSE or not whole or (place.only and is_set_out_like_an_entry(kept))
    ):
        return None
    quoted = sum(t.end - t.start + 1 for t, m in zip(kept, marked[first:past], strict=True) if m) / span.length
    if quoted > MOST_QUOTED:
        return None
    leans = stuck or (first > opening and kept[0].lower in _REMAINS) or _leans_in_marks(kept)
    standing = Standing.LEANING if leans else standing_of(kept)
    if words < _CERTAIN_CLAUSE and standing is not Standing.LEANING and is_noun_with_relative(kept, tags[first:past]):
        return None
    base = place.sentence.first
    return Statement(
        span, base + first, base + past, place.sentence.block, place.opens_block, standing, words, min(1.0, quoted)
    )


_REMAINS = frozenset({"not", "only", "even", "just", "if", "to"})
"""What after a connective that is cut ("But not …", "And only then …") is a rest of something."""


def _leans_in_marks(tokens: Sequence[Token]) -> bool:
    """Whether it opens with a quotation that goes on from something said before: "“But we will,” she said"."""
    return not tokens[0].is_word and opens_with_connective(tokens, 1)


def _ends_whole(tokens: Sequence[Token]) -> bool:
    """Whether it ends with a full stop, perhaps before closing marks, and not with a colon that promises more."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].text in CLOSERS:
        last -= 1
    return tokens[last].text[-1] in _STOPS and not (last and tokens[last - 1].text == ":")


def _past_label(tokens: Sequence[Token], labels: frozenset[str]) -> int:
    past = label_length(tokens)
    counts = past == 2 and tokens[0].lower in lexicon.words("number_words")  # "Two: …"
    return past if past and (counts or tokens[past - 2].lower in labels) else 0
