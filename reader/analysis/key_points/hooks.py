"""An opening of two sentences that tell the event only together, as features have it.

"Who needs another bridge? Orrin does, its council decided on Monday." The question, or the quotation, is no point by
itself, and what follows it points back at it. Where no single sentence tells the event, the two are one point.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.key_points.page_furniture import is_page_furniture
from reader.analysis.key_points.point_cuts import opens_with_connective, past_place
from reader.analysis.key_points.point_shape import FEWEST_WORDS, MOST_QUOTED, MOST_WORDS, Statement
from reader.analysis.key_points.point_standing import Standing, standing_of
from reader.analysis.key_points.quoted_text import marked_tokens, marks_are_paired
from reader.article.model import BlockKind
from reader.language.prose import Prose, Sentence
from reader.language.tokens import Token
from reader.spans import Span

_MARKS = frozenset("“\"'‘")


def find_hook(prose: Prose, statements: Sequence[Statement]) -> Statement | None:
    """The first sentence of the running text with the one after it, where the first is a question or a quotation."""
    found = _opening(prose)
    if found is None:
        return None
    sentence, after = found
    second = next((s for s in statements[:2] if after.first <= s.first < after.past), None)
    tells_itself = any(s.first < sentence.past and s.standing is not Standing.LEANING for s in statements[:1])
    if second is None or tells_itself or not _leads_up(prose.tokens_of(sentence)):
        return None
    first = sentence.first + past_place(prose.tokens_of(sentence), 0)
    tokens = prose.tokens[first : second.past]
    span = Span(tokens[0].start, tokens[-1].end)
    words = len(span.of(prose.text).split())
    marked = marked_tokens(tokens)
    quoted = sum(t.end - t.start + 1 for t, m in zip(tokens, marked, strict=True) if m) / span.length
    standing = standing_of(tokens)
    if (
        words > MOST_WORDS
        or quoted > MOST_QUOTED
        or standing is not Standing.ALONE
        or opens_with_connective(tokens, 0)
        or not marks_are_paired(tokens)
    ):
        return None
    return Statement(span, first, second.past, sentence.block, True, standing, words, quoted)


def _opening(prose: Prose) -> tuple[Sentence, Sentence] | None:
    """The first sentence of a paragraph that is long enough to say something, and the sentence after it."""
    for number, sentence in enumerate(prose.sentences[:-1]):
        if prose.block_of(sentence).kind is not BlockKind.PARAGRAPH or is_page_furniture(prose.tokens_of(sentence)):
            continue
        if len(sentence.span.of(prose.text).split()) >= FEWEST_WORDS:
            after = prose.sentences[number + 1]
            return (sentence, after) if prose.block_of(after).kind is BlockKind.PARAGRAPH else None
    return None


def _leads_up(tokens: Sequence[Token]) -> bool:
    return tokens[-1].text == "?" or any(t.text in _MARKS for t in tokens)
