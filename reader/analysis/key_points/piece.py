"""What kind of piece an article is, as far as its key points go: where its statements lie and who makes them.

News tells what matters first. A column argues, in its writer's own voice, and says at its end what it argued for. In
an interview the answers are the news, not the questions. A briefing has made a list of its points itself. A report is
too long for one handful of points from its opening.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from reader.analysis.key_points.point_cuts import label_length
from reader.analysis.key_points.quoted_text import marked_tokens
from reader.article.model import BlockKind
from reader.language.prose import Prose, Sentence

FIRST_PERSON = frozenset({"i", "me", "my", "we", "our"})  # "us" would be the US as well
_TALKING = 0.012
"""Share of first-person words outside quotation marks from which on the writer is in the piece; news has hardly any."""
_FEWEST_TALKING = 3
"""Paragraphs in which the writer speaks up; one or two may be a quotation that has lost its marks."""
_FEWEST_TURNS = 4
_FEWEST_ITEMS = 3
_LISTED = 0.3
"""Share of the running text that list items make in a briefing."""
_LONG = 4000
"""Words from which on a text is read by its sections: more than a long magazine feature."""


class PieceKind(StrEnum):
    NEWS = "news"
    COLUMN = "column"
    INTERVIEW = "interview"
    BRIEFING = "briefing"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Piece:
    kind: PieceKind
    labels: frozenset[str]
    """Labels that open turns of a transcript, "NAME:", by their last word in lower case."""
    asked: frozenset[int]
    """Blocks in which whoever holds the interview speaks, by their number in `Article.blocks`."""


def read_piece(prose: Prose) -> Piece:
    """Told from the form alone; linear in the length of the text."""
    blocks = [(number, list(group)) for number, group in groupby(prose.sentences, key=lambda s: s.block)]
    kinds = [prose.article.blocks[number].kind for number, _ in blocks]
    labels, asked, turns = _turns(prose, blocks)
    words = items = first = talking = 0
    for (_, sentences), kind in zip(blocks, kinds, strict=True):
        tokens = prose.tokens[sentences[0].first : sentences[-1].past]
        if kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        words += sum(t.is_word for t in tokens)
        items += sum(t.is_word for t in tokens) if kind is BlockKind.LIST_ITEM else 0
        said = sum(t.lower in FIRST_PERSON for t, m in zip(tokens, marked_tokens(tokens), strict=True) if not m)
        first += said
        talking += said > 0
    if words >= _LONG:
        kind = PieceKind.REPORT
    elif turns >= _FEWEST_TURNS:
        kind = PieceKind.INTERVIEW
    elif kinds.count(BlockKind.LIST_ITEM) >= _FEWEST_ITEMS and items >= _LISTED * words:
        kind = PieceKind.BRIEFING
    elif first > _TALKING * words and talking >= min(_FEWEST_TALKING, len(blocks)):
        kind = PieceKind.COLUMN
    else:
        kind = PieceKind.NEWS
    return Piece(kind, labels, asked)


def _turns(prose: Prose, blocks: list[tuple[int, list[Sentence]]]) -> tuple[frozenset[str], frozenset[int], int]:
    """Labels that come back, blocks of those who mostly ask, and how many turns there are."""
    seen: list[tuple[str, int, bool]] = []
    for number, sentences in blocks:
        tokens = prose.tokens_of(sentences[0])
        if past := label_length(tokens):
            last = prose.tokens[sentences[-1].past - 1].text
            seen.append((tokens[past - 2].lower, number, last == "?"))
    counts = Counter(label for label, _, _ in seen)
    labels = frozenset(label for label, count in counts.items() if count > 1)
    questions = Counter(label for label, _, asks in seen if asks)
    asking = {label for label in labels if 2 * questions[label] > counts[label]}
    asked = frozenset(number for label, number, _ in seen if label in asking)
    return labels, asked, sum(label in labels for label, _, _ in seen)
