"""Quotation marks → the stretches of text inside them.

One pass over the tokens, one block at a time, so that a mark which nobody closes can spoil no more than its own
paragraph. The styles: “ ” „ “ « » `` '' " and, where doubles do not enclose them, ‘ ’ and '. An apostrophe never opens
a stretch: what tells it from a mark is what stands on either side of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.prose import Prose
from reader.language.tokens import Token
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch inside quotation marks that no other stretch encloses."""

    span: Span
    """With its marks."""
    first: int
    """Index of the token that is the opening mark."""
    past: int
    """Index past the closing mark, or past the last token of the block."""
    closed: bool
    block: int


_OPENS_ONLY = frozenset({"“", "„", "«", "``"})
_CLOSES_ONLY = frozenset({"”", "»"})
_GUILLEMETS = {"«": "»", "»": "«"}
_EITHER = frozenset({'"', "''"})
_SINGLE = frozenset({"‘", "’", "'", "`", "‚"})
_BEFORE_OPENING = frozenset("([{—–-/‘'“\"«„")
_AFTER_CLOSING = frozenset('.,;:!?…)]}—–-”"»')


def marked_stretches(prose: Prose) -> tuple[Stretch, ...]:
    """All outermost stretches of the article in the order of the text; furniture has none."""
    found: list[Stretch] = []
    first = last = 0
    sentences = prose.sentences
    while first < len(sentences):
        past = first + 1
        while past < len(sentences) and sentences[past].block == sentences[first].block:
            past += 1
        block = sentences[first].block
        if prose.article.blocks[block].kind is not BlockKind.FURNITURE:
            open_before = bool(found) and not found[-1].closed and found[-1].block == last
            found += _in_block(prose, sentences[first].first, sentences[past - 1].past, block, open_before)
            last = block
        first = past
    return tuple(found)


def _in_block(prose: Prose, first: int, past: int, block: int, open_before: bool) -> list[Stretch]:
    tokens = prose.tokens
    begin = first
    carried = _carried(prose.text, tokens, first, past) if open_before else None
    pairs = []
    if carried is not None:
        pairs.append((first, carried + 1, True))
        begin = carried + 1
    pairs += _pairs(prose.text, tokens, begin, past)
    return [Stretch(Span(tokens[a].start, tokens[b - 1].end), a, b, closed, block) for a, b, closed in pairs]


def _carried(text: str, tokens: Sequence[Token], first: int, past: int) -> int | None:
    """The mark that closes a quotation which the paragraph before left open and this one does not open again."""
    k = next((k for k in range(first, past) if _is_double(tokens[k].text)), None)
    if k is None or k == first or tokens[k].text in _OPENS_ONLY:
        return None
    return k if not _before(text, tokens[k]).isspace() and not _after(text, tokens[k]).isalnum() else None


def _pairs(text: str, tokens: Sequence[Token], first: int, past: int) -> list[tuple[int, int, bool]]:
    """Token ranges of the outermost stretches, each with whether it was closed."""
    pairs: list[tuple[int, int, bool]] = []
    opened = -1
    mark = ""
    closings = _single_closings(text, tokens, first, past)
    i = first
    while i < past:
        surface = tokens[i].text
        if opened < 0:
            if surface in _SINGLE:
                closing = closings.get(i)
                if closing is not None:
                    pairs.append((i, closing + 1, True))
                    i = closing
            elif _is_double(surface) and _may_open(text, tokens, i, past):
                opened, mark = i, surface
        elif _is_double(surface):
            if _closes(mark, surface, text, tokens, i, past):
                if (
                    surface == "''"
                    and i + 1 < past
                    and tokens[i + 1].text == "'"
                    and tokens[i + 1].start == tokens[i].end
                ):
                    i += 1  # ''': a single mark and a double one, of which the tokens do not know the order
                pairs.append((opened, i + 1, True))
                opened = -1
            elif surface in _EITHER and _reopens(text, tokens, i, past):
                pairs.append((opened, i, False))
                opened, mark = i, surface
        i += 1
    if opened >= 0:
        pairs.append((opened, past, False))
    return pairs


def _is_double(surface: str) -> bool:
    return surface in _OPENS_ONLY or surface in _CLOSES_ONLY or surface in _EITHER


def _before(text: str, token: Token) -> str:
    return text[token.start - 1] if token.start else " "


def _after(text: str, token: Token) -> str:
    return text[token.end] if token.end < len(text) else " "


def _may_open(text: str, tokens: Sequence[Token], i: int, past: int) -> bool:
    token = tokens[i]
    before, after = _before(text, token), _after(text, token)
    place = before.isspace() or before in _BEFORE_OPENING or i == 0
    if i + 1 >= past:
        return False
    if token.text in _OPENS_ONLY:
        return True
    if token.text in _CLOSES_ONLY:  # »so«, or a wrong curl: ”so”
        return place and not after.isspace()
    return not after.isspace() or place


def _closes(mark: str, surface: str, text: str, tokens: Sequence[Token], i: int, past: int) -> bool:
    """Whether the double mark at `i` closes one that opened as `mark`."""
    if mark in _GUILLEMETS or surface in _GUILLEMETS:
        # « “so” » and “« so »”: neither closes the other
        return surface == _GUILLEMETS.get(mark)
    if surface in _CLOSES_ONLY:
        return True
    if mark == "„" and surface == "“":
        return True
    if surface in _OPENS_ONLY:
        return mark == "“" and surface == "“" and _after(text, tokens[i]).isspace()  # a wrong curl
    return not _reopens(text, tokens, i, past)


def _reopens(text: str, tokens: Sequence[Token], i: int, past: int) -> bool:
    """Whether a straight mark inside an open stretch can only be an opening one: the former was never closed."""
    before, after = _before(text, tokens[i]), _after(text, tokens[i])
    return i + 1 < past and before.isspace() and not after.isspace() and after not in ".,;:!?)"


def _single_closings(text: str, tokens: Sequence[Token], first: int, past: int) -> dict[int, int]:
    """For each single mark that opens a stretch, the one that closes it.

    The first closing mark that is not likely the apostrophe of a plural ("the residents’ homes") wins; such an
    apostrophe closes only when no better mark follows.
    """
    closings: dict[int, int] = {}
    opened, doubtful = -1, -1
    for i in range(first, past):
        if tokens[i].text not in _SINGLE:
            continue
        if opened >= 0 and _single_may_close(text, tokens, i):
            if _plural_apostrophe(text, tokens, i):
                doubtful = i if doubtful < 0 else doubtful
            else:
                closings[opened] = i
                opened = doubtful = -1
        elif _single_may_open(text, tokens, i, past):
            if opened >= 0 and doubtful >= 0:
                closings[opened] = doubtful
            if opened < 0 or doubtful >= 0:
                opened, doubtful = i, -1
    if opened >= 0 and doubtful >= 0:
        closings[opened] = doubtful
    return closings


def _single_may_open(text: str, tokens: Sequence[Token], i: int, past: int) -> bool:
    token = tokens[i]
    before, after = _before(text, token), _after(text, token)
    if after.isspace() or i + 1 >= past or not (before.isspace() or before in _BEFORE_OPENING or i == 0):
        return False
    if token.text == "’" and not before.isspace():
        return False
    following = tokens[i + 1]
    if following.text[:2].isdigit() and (following.text.endswith("s") or len(following.text) == 2):
        return False  # ’90s, ’08
    return following.lower not in lexicon.words("elisions")


def _single_may_close(text: str, tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.text in "‘`‚":
        return False
    before, after = _before(text, token), _after(text, token)
    return not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)


def _plural_apostrophe(text: str, tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    before, after = _before(text, token), _after(text, token)
    return before in "sS" and after.isspace() and token.end + 1 < len(text) and text[token.end + 1].isalnum()
