"""Markdown to one text with blocks and inline spans; offsets are into the text as it is shown.

CommonMark with tables and strikethrough (GitHub's extensions). Raw HTML is shown as the text that it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from reader.article.clean import clean
from reader.article.links import clean_target
from reader.article.model import BAR, Block, BlockKind, Inline, InlineKind
from reader.article.tables import Cell, lay_out, width_of
from reader.spans import Span

MAX_DEPTH = 50
"""Nesting beyond which the parser would drop what is inside."""
MAX_CHARACTERS = 2_000_000
_MOST = {"\n": 50_000, "[": 20_000, "*": 100_000, "_": 100_000, "|": 100_000, "`": 100_000}
"""Marks beyond what any article has; the parser takes up to 0.1 ms for one of them."""
RULE = "* * *"
_SPANS = {
    "em": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "s": InlineKind.STRUCK,
    "link": InlineKind.LINK,
}
_FOOTNOTE = re.compile(r"\[\^([\w-]{1,20})\]:[ ]*")
_FOOTNOTE_SIGN = re.compile(r"\[\^([\w-]{1,20})\]")
_COMMENT = re.compile(r"<!--(?:(?!-->).)*-->", re.DOTALL)


class Rendered(NamedTuple):
    """A Markdown text as it is shown."""

    text: str
    blocks: list[Block]
    inlines: list[Inline]
    replaced: int
    """Characters that came in as entities (`&#27;`) and had to be replaced."""


class TooComplexError(Exception):
    """A Markdown text that is no article; `str()` says why."""


def render(source: str, title: str | None = None) -> Rendered:
    """The text of the Markdown source; `title` becomes a heading unless one of the first level says the same.

    Raises TooComplexError for what would take too long or be cut.
    """
    if len(source) > MAX_CHARACTERS or any(source.count(mark) > most for mark, most in _MOST.items()):
        raise TooComplexError("too large")
    try:
        tokens = _parser().parse(source)
    except RecursionError as error:
        raise TooComplexError("nested too deep") from error
    if any(token.level >= MAX_DEPTH - 1 for token in tokens):
        raise TooComplexError("nested too deep")
    page = _Page()
    if title is not None and _fold(title) not in _first_headings(tokens):
        page.add(BlockKind.HEADING, title, [], level=1)
    page.read(tokens)
    return page.rendered()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_DEPTH}).enable(["table", "strikethrough"])
    parser.validateLink = _any_link  # type: ignore[method-assign]
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    return parser


def _footnote(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of the parser: a line that begins with `[^1]:`, and those after it, is an entry numbered "[1]"."""
    label = _FOOTNOTE.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    if label is None or state.is_code_block(line):
        return False
    if silent:
        return True
    past = line + 1
    while past < end and not state.isEmpty(past) and state.sCount[past] >= state.blkIndent:
        if _FOOTNOTE.match(state.src, state.bMarks[past] + state.tShift[past], state.eMarks[past]):
            break
        past += 1
    state.push("list_item_open", "li", 1).info = f"[{label[1]}]"
    state.push("paragraph_open", "p", 1)
    words = state.push("inline", "", 0)
    words.content, words.children = state.src[label.end() : state.eMarks[past - 1]].strip(), []
    words.map = [line, past]
    state.push("paragraph_close", "p", -1)
    state.push("list_item_close", "li", -1)
    state.line = past
    return True


def _any_link(url: str) -> bool:
    """Every link is one: its target is cleaned where it is taken."""
    return True


def _first_headings(tokens: Sequence[Token]) -> set[str]:
    """The headings of the first level, folded."""
    pairs = pairwise(tokens)
    return {_fold(_inline(b.children or ())[0]) for a, b in pairs if a.type == "heading_open" and a.tag == "h1"}


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


class _Page:
    """The text as it grows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._inlines: list[Inline] = []
        self._containers: list[BlockKind] = []
        self._margins: list[tuple[str, str]] = []
        """What each of these puts before the rows in it, and before the first of them."""

    def add(self, kind: BlockKind, text: str, inlines: Sequence[Inline], *, level: int = 0) -> None:
        """Add a block, unless it is blank."""
        if not text.strip():
            return
        if self._parts:
            self._parts.append("\n\n")
            self._length += 2
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        margin, marker = ("".join(parts) for parts in zip(*self._margins, strict=True)) if self._margins else ("", "")
        self._margins = [(each, each) for each, _ in self._margins]
        self._blocks.append(Block(kind, Span(start, self._length), level, marker if marker != margin else "", margin))
        self._inlines += [replace(i, span=Span(i.span.start + start, i.span.end + start)) for i in inlines]

    def read(self, tokens: Sequence[Token]) -> None:
        """Add what the parser found."""
        heading = 0
        rows: list[list[Cell]] = []
        in_cell = right = False
        for token in tokens:
            match token.type:
                case "heading_open":
                    heading = int(token.tag[1])
                case "heading_close":
                    heading = 0
                case "inline" if in_cell:
                    text, inlines = _inline(token.children or ())
                    rows[-1].append(Cell(text.replace("\n", " "), tuple(inlines), right))
                case "inline" if heading:
                    self.add(BlockKind.HEADING, *_inline(token.children or ()), level=heading)
                case "inline":
                    self._paragraph(token)
                case "fence" | "code_block":
                    self.add(BlockKind.CODE, re.sub(r"\A(?: *\n)+", "", token.content).rstrip(), [])
                case "hr":
                    self.add(BlockKind.FURNITURE, RULE, [])
                case "blockquote_open":
                    self._containers.append(BlockKind.QUOTATION)
                    self._margins.append((BAR, BAR))
                case "list_item_open":
                    self._containers.append(BlockKind.LIST_ITEM)
                    marker = f"{token.info}{token.markup} " if token.info else "• "
                    self._margins.append((" " * width_of(marker), marker))
                case "list_item_close" | "blockquote_close":
                    self._containers.pop()
                    self._margins.pop()
                case "tr_open":
                    rows.append([])
                case "th_open" | "td_open":
                    in_cell, right = True, "right" in str(token.attrs.get("style", ""))
                case "th_close" | "td_close":
                    in_cell = False
                case "table_close":
                    self.add(BlockKind.TABLE, *lay_out(rows))
                    rows = []

    def _paragraph(self, token: Token) -> None:
        children = token.children or ()
        text, inlines = _inline(children)
        if all(c.type in ("image", "softbreak", "hardbreak") for c in children) or _COMMENT.fullmatch(text.strip()):
            self.add(BlockKind.FURNITURE, text, inlines)
            return
        self.add(self._containers[-1] if self._containers else BlockKind.PARAGRAPH, text, inlines)

    def rendered(self) -> Rendered:
        """The page, cleaned once more: entities may have brought in what the source did not have."""
        cleaned = clean("".join(self._parts))
        text = cleaned.text
        blocks = [replace(block, span=_trimmed(text, block)) for block in self._blocks]
        inlines = sorted(self._inlines, key=lambda i: (i.span.start, -i.span.end))
        return Rendered(text, [b for b in blocks if b.span.length], inlines, cleaned.controls + cleaned.invisible)


def _trimmed(text: str, block: Block) -> Span:
    """The span of a block without white space around it; that before a table or code is part of it."""
    start, end = block.span
    words = text[start:end]
    if block.kind not in (BlockKind.TABLE, BlockKind.CODE):
        start += len(words) - len(words.lstrip())
    return Span(start, max(start, block.span.start + len(words.rstrip())))


def _inline(tokens: Sequence[Token]) -> tuple[str, list[Inline]]:
    """The text of inline tokens and the spans in it."""
    parts: list[str] = []
    length = 0
    opened: list[tuple[InlineKind, int, str]] = []
    inlines: list[Inline] = []
    for token in tokens:
        name, _, way = token.type.rpartition("_")
        if name in _SPANS and way == "open":
            opened.append((_SPANS[name], length, clean_target(str(token.attrs.get("href", "")))))
            continue
        if name in _SPANS and way == "close":
            kind, start, target = opened.pop()
            if length > start:
                inlines.append(Inline(kind, Span(start, length), target))
            continue
        match token.type:
            case "softbreak":
                piece = " "
            case "hardbreak":
                piece = "\n"
            case "image":
                alt = " ".join(_inline(token.children or ())[0].split())
                piece = f"[image: {alt}]" if alt else "[image]"
            case "text":
                piece = _FOOTNOTE_SIGN.sub(r"[\1]", token.content.replace("\n", " "))
            case _:
                piece = token.content.replace("\n", " ")
        if token.type == "code_inline" and piece:
            inlines.append(Inline(InlineKind.CODE, Span(length, length + len(piece))))
        parts.append(piece)
        length += len(piece)
    return "".join(parts), inlines
