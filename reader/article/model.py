"""What an article is, before anything has been found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reader.spans import Span

BAR = "│ "
"""What a quotation that is set in has before each row."""
_PIECE = 50_000


class BlockKind(StrEnum):
    """What a block is to the eye."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CODE = "code"
    FURNITURE = "furniture"
    """Byline, date line, "Published in …", credits, rules: shown dimmed, never a quote or a key point."""


PROSE_KINDS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM})
"""Blocks that hold running text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that stands by itself on the page.

    Blocks are in the order of the text, never overlap, and together cover every character that is not white space.
    A single line end inside a block is a space to the reader, except in tables and code.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    """Headings: 1 to 6. Else 0."""
    marker: str = ""
    """Where bullets or numbers before it are not in the text (Markdown): what its first row has in place of `margin`,
    in as many cells: "  • "."""
    margin: str = ""
    """What stands before each row: the bars of the quotations and the room for the bullets of the lists it is in."""


class InlineKind(StrEnum):
    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Inline:
    """Emphasis, code or a link inside a block."""

    kind: InlineKind
    span: Span
    target: str = ""
    """Of a link: its cleaned address. It is shown, never followed."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the copy says about itself; each None when it does not."""

    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    """Where it was filed: "WASHINGTON", "LONDON"."""
    date: str | None = None
    """ISO 8601, `YYYY-MM-DD`."""
    publication: str | None = None
    """Who published it: "Dawn", "Reuters"."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the copy says about the rules that are to be applied to it. It is untrusted: names and words, no more."""

    on: tuple[str, ...] = ()
    """Rules, and sets that come with the program."""
    off: tuple[str, ...] = ()
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Entries to add to word lists, by their names."""


@dataclass(frozen=True, slots=True)
class Article:
    """One immutable document. Every offset in the program is one into `text`."""

    path: str
    """As the user gave it; `-` for standard input."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    text: str
    """Clean: no control characters but line ends, nothing that changes the direction of text."""
    blocks: Sequence[Block]
    """Immutable: a tuple, or of a long text `CompactBlocks`."""
    inlines: tuple[Inline, ...] = ()
    """In the order of the text."""
    metadata: Metadata = Metadata()
    dateline_span: Span | None = None
    """The dateline at the opening of a paragraph with its colon or dash: `WASHINGTON:`, `LONDON (Reuters) —`."""
    notices: tuple[str, ...] = ()
    """What the reader should know about the loading: a legacy encoding, replaced characters."""
    wishes: Wishes = Wishes()

    @property
    def words(self) -> int:
        """Words of the whole text, as white space parts them."""
        return sum(len(self.text[start:end].split()) for start, end in pairwise(self._word_cuts()))

    def _word_cuts(self) -> list[int]:
        """Places between words, so close that no step of counting holds up other threads for long."""
        cuts = [0]
        while (at := self.text.find(" ", cuts[-1] + _PIECE)) >= 0:
            cuts.append(at)
        return [*cuts, len(self.text)]
