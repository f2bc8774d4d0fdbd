"""Finding in an article: what was typed becomes a pattern, and the text is gone through in short steps. Pure.

As in vim and less: words or a regular expression, and "smart case": capitals count only when some are typed.
Quotation marks and dashes match in all their forms, accents too where words are sought, and a space matches any white
space, a line end too.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import chain
from time import perf_counter
from typing import NamedTuple
from unicodedata import normalize

from reader.article.model import Article, Block, BlockKind
from reader.rules.pattern import MAX_LENGTH, PIECE, PatternError, compile_pattern, examine, scan
from reader.rules.words import fold_marks
from reader.spans import Span

MOST = 2000
"""Matches shown at most: those that come next from where one reads."""
_WINDOW = 8192
"""Characters gone through at a time when what is sought is literal."""
_SLOW = 0.05
"""Seconds for one piece of the text after which a pattern is given up: no key may wait for it."""
_LINES_KEPT = (BlockKind.CODE, BlockKind.TABLE)

# One line end at most, so that nothing is found that runs over a blank line.
_GAP = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
_FORMS = {'"': '["“”„]', "'": "['‘’]", "-": "[-‐‑–—]"}
# Parts of a regular expression: an escape, a set, a group's head, a bare space that is not repeated, a dash, the rest.
_PARTS = re.compile(
    r"(?P<escape>\\(?s:.))|(?P<set>\[\^?\]?(?:\\(?s:.)|[^\]\\])*\])"
    r"|(?P<head>\(\?(?:P<\w+>|P=\w+\)|[aiLmsux-]*[:)]|<?[=!]|>))"
    r"|(?P<space> +(?![*+?{]))|(?P<other>(?s:.))"
)
_FLAGS_FIRST = re.compile(r"\(\?[aiLmsux]+\)")


class Query(NamedTuple):
    """What is sought."""

    text: str = ""
    regex: bool = False

    @property
    def any_case(self) -> bool:
        """Smart case: capitals and small letters are the same unless a capital was typed."""
        if not self.regex:
            return self.text == self.text.lower()
        if _FLAGS_FIRST.match(self.text):
            return False  # the pattern says itself what it wants
        return all(m.lastgroup in ("escape", "head") or m[0] == m[0].lower() for m in _PARTS.finditer(self.text))


class Sought(NamedTuple):
    """A query as what is run over the text."""

    pattern: re.Pattern[str]
    stepper: re.Pattern[str] | None = None
    """For a pattern that takes long: see `reader.rules.pattern.scan`."""


class _TooSlowError(Exception):
    """A pattern takes too long."""


def compile_query(query: Query) -> Sought | None:
    """A query to be run; None when nothing is sought. PatternError, in words for the reader, when it is wrong."""
    if not query.text.strip():
        return None
    if len(query.text) > MAX_LENGTH:
        raise PatternError(f"is longer than {MAX_LENGTH} characters")
    if not query.regex:
        return Sought(re.compile(_literal(query.text), re.IGNORECASE if query.any_case else 0))
    compile_pattern(query.text)  # as it was typed: what is wrong is told in its own words
    return Sought(*examine(("(?i)" if query.any_case else "") + _folded(query.text)))


def _literal(text: str) -> str:
    words = fold_marks(normalize("NFC", text)).split()
    source = _GAP.join("".join(map(_form, word)) for word in words)
    before = r"(?<!\S)" if text[0].isspace() else ""
    return before + source + (r"(?!\S)" if text[-1].isspace() else "")


def _form(character: str) -> str:
    """A pattern for a character in all its forms; a letter with its accent is one character or two."""
    if character in _FORMS:
        return _FORMS[character]
    apart = normalize("NFD", character)
    whole = re.escape(character)
    return whole if apart == character else f"(?:{whole}|{re.escape(apart)})"


def _folded(source: str) -> str:
    """A regular expression for folded text: marks in their plain forms, a space for any number of them."""

    def fold(match: re.Match[str]) -> str:
        part, kind = match[0], match.lastgroup
        if kind == "space":
            return " +"
        if kind == "escape":
            return fold_marks(part)
        # A dash of any form stands for itself, in a set too.
        return "".join(rf"\{plain}" if c != (plain := fold_marks(c)) and plain == "-" else plain for c in part)

    return _PARTS.sub(fold, source)


class Search:
    """One search through an article: from the offset where one reads to the end, then from the top to there."""

    def __init__(self, article: Article, query: Query, origin: int) -> None:
        """Raises PatternError when the query is wrong."""
        self.query = query
        self.done = self.full = self.slow = False
        """Whether all has been gone through; whether there are more than `MOST`; whether it was given up."""
        self._after: list[Span] = []
        self._before: list[Span] = []
        sought = compile_query(query)
        if sought is None:
            self.done = True
            return
        over: _Pieces | _Windows = (_Pieces if query.regex else _Windows)(article, sought, self._add)
        run = over.run
        self._origin = origin
        self._work = chain(run(origin, len(article.text)), run(0, origin))

    def _add(self, start: int, end: int) -> None:
        if start >= self._origin:
            self._after.append(Span(start, end))
        elif not self._after or end <= self._after[0].start:
            self._before.append(Span(start, end))

    @property
    def spans(self) -> tuple[Span, ...]:
        """What has been found so far, in the order of the text, none over another."""
        after = self._after[:MOST]
        return (*self._before[: MOST - len(after)], *after)

    def step(self, seconds: float) -> None:
        """Go on for about so many seconds."""
        began = now = perf_counter()
        while not self.done and now - began < seconds:
            try:
                ended = next(self._work, self) is self
            except _TooSlowError:
                ended = self.slow = True
            now = perf_counter()
            self.full = len(self._after) + len(self._before) > MOST
            self.done = ended or self.full


class _Windows(NamedTuple):
    """Runs a literal pattern over the text as it is."""

    article: Article
    sought: Sought
    add: Callable[[int, int], None]

    def run(self, start: int, end: int) -> Iterator[None]:
        text, pattern, at = self.article.text, self.sought.pattern, start
        while at < end:
            past = min(end, at + _WINDOW)
            reach = min(len(text), past + len(pattern.pattern) + 256)  # a match may end in the next window
            for match in pattern.finditer(text, at, reach):
                if match.start() >= past:
                    break
                self.add(*match.span())
                at = match.end()
            at = max(at, past)
            yield


class _Pieces(NamedTuple):
    """Runs a regular expression over folded paragraphs and lines, a long one in pieces: see reader.rules.pattern."""

    article: Article
    sought: Sought
    add: Callable[[int, int], None]

    def run(self, start: int, end: int) -> Iterator[None]:
        text, blocks = self.article.text, self.article.blocks
        first = bisect_right(blocks, start, key=lambda block: block.span.end)
        for number in range(first, len(blocks)):
            block = blocks[number]
            if block.span.start >= end:
                return
            for a, b in _pieces(text, block):
                if a < end and b > start:
                    piece = fold_marks(text[a:b]).replace("\n", " ")
                    for span, _ in scan(*self.sought, piece, _watch(perf_counter() + _SLOW)):
                        if start <= a + span[0] < end:
                            self.add(a + span[0], a + span[1])
                    yield


def _watch(until: float) -> Callable[[], None]:
    def watch() -> None:
        if perf_counter() > until:
            raise _TooSlowError

    return watch


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    at, end = block.span
    lines = block.kind in _LINES_KEPT
    while at < end:
        past = text.find("\n", at, end) if lines else end
        past = end if past < 0 else past
        if past - at > PIECE:
            space = text.rfind(" ", at + 1, at + PIECE)
            past = space if space > 0 else at + PIECE
        yield at, past
        at = past + (lines and text[past : past + 1] == "\n")


class Paragraphs:
    """The numbers of an article's paragraphs, as a reader counts: headings, tables and furniture are left out."""

    def __init__(self, article: Article) -> None:
        prose, quotation, item = BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM
        self._starts = array(
            "I", (b.span[0] for b in article.blocks if (kind := b.kind) is prose or kind is quotation or kind is item)
        )

    def at(self, offset: int) -> int:
        """The number of the paragraph at an offset, from 1."""
        return max(1, bisect_right(self._starts, offset))


def paragraphs_of(article: Article) -> Paragraphs:
    """The paragraphs of the article that one reads: only the first call for it takes long."""
    global _counted
    if _counted is None or _counted[0] is not article:
        _counted = (article, Paragraphs(article))
    return _counted[1]


_counted: tuple[Article, Paragraphs] | None = None
