"""The one way from bytes to an `Article`."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.article.blocks import CompactBlocks
from reader.article.clean import clean
from reader.article.dateline import find_dateline
from reader.article.decode import decode
from reader.article.detect import is_markdown
from reader.article.metadata import gather_metadata
from reader.article.model import Article, Metadata, Wishes
from reader.article.plain import split_blocks, without_marks
from reader.article.source import STANDARD_INPUT, read_path, read_standard_input
from reader.article.structure import clip_inlines, find_furniture, find_headings
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.article.front_matter import FrontMatter
    from reader.article.markdown import Rendered

LONG = 1_000_000
"""Bytes from which a text has an opening that is read before the rest: all of it would take a tenth of a second."""
_OPENING = 128_000
"""Bytes of an opening: many screenfuls."""

_AT_ONCE = 2_000
"""Blocks that are given up at once."""


def load_file(path: str, *, markdown: bool | None = None) -> Article:
    """Read a file. ReaderError, with `file` the path, when it cannot be read or is no text.

    `markdown` says whether it is Markdown; None leaves it to the name's ending and the content.
    """
    return load_bytes(read_bytes(path), path=path, markdown=markdown)


def load_stdin(*, markdown: bool | None = None) -> Article:
    """Read standard input to its end."""
    return load_file("-", markdown=markdown)


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or for `-` of standard input; ReaderError when it cannot be read."""
    return read_standard_input() if path == "-" else read_path(path)


@dataclass
class Unloaded:
    """What an article is to be loaded from."""

    data: bytes
    path: str = "-"
    """What it is called."""
    markdown: bool | None = None

    def load(self) -> Article:
        """Load it; ReaderError as of `load_file`. Once: there is no need to keep the bytes beside the text."""
        data, self.data = self.data, b""
        return load_bytes(data, path=self.path, markdown=self.markdown)


def open_article(path: str, *, markdown: bool | None = None) -> tuple[Article, Unloaded | None]:
    """An article; of a long one only its opening, with what the whole of it is loaded from. ReaderError as of
    `load_file`."""
    data = read_bytes(path)
    opening = load_opening(data, path=path, markdown=markdown)
    if opening is None:
        return load_bytes(data, path=path, markdown=markdown), None
    return opening, Unloaded(data, path, markdown)


def load_opening(data: bytes, *, path: str = "-", markdown: bool | None = None) -> Article | None:
    """What a long text begins with, as an article with the digest of the whole; None for a text that is not long.

    Its text and blocks are, but for what only the rest can tell (reference links, how it is wrapped), those that the
    whole begins with.
    """
    if len(data) < LONG or b"\0" in data[:_OPENING]:  # UTF-16 and UTF-32 cannot be cut at any byte
        return None
    end = max(data.rfind(b"\n\n", _OPENING // 2, _OPENING), data.rfind(b"\n", _OPENING // 2, _OPENING))
    if end < 0:
        end = max(data.rfind(b" ", _OPENING // 2, _OPENING), _OPENING // 2)
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
    if not data[:end].strip():
        return None
    digest = hashlib.sha256()
    digesting = threading.Thread(target=digest.update, args=[data])  # which needs no interpreter
    digesting.start()
    opening = load_bytes(data[:end], path=path, markdown=markdown)
    digesting.join()
    return replace(opening, sha256=digest.hexdigest())


def load_bytes(data: bytes, *, path: str = "-", markdown: bool | None = None) -> Article:
    """Read an article that is already in memory; `path` is what it is called."""
    name = STANDARD_INPUT if path == "-" else path
    if not data:
        raise ReaderError("is empty", file=name)
    decoded = decode(data, name)
    cleaned = clean(decoded.text)
    if not cleaned.text or cleaned.text.isspace():
        raise ReaderError("holds only white space", file=name)
    notices = list(decoded.notices)
    head: FrontMatter | None = None
    rendered: Rendered | None = None
    if is_markdown(path, cleaned.text) if markdown is None else markdown:
        head, rendered = _as_markdown(decoded.text, notices)
    is_plain = rendered is None
    text = rendered.text if rendered is not None else cleaned.text
    replaced = cleaned.controls + cleaned.invisible + (rendered.replaced if rendered is not None else 0)
    if is_plain and text[:100].lstrip()[:14].lower().startswith(("<!doctype html", "<html")):
        notices.append("looks like a web page: shown as it is (save its text first)")
    found = rendered.blocks if rendered is not None else split_blocks(text)
    if is_plain:
        text = without_marks(text)
    structure = find_furniture(text, found)
    blocks = find_headings(text, structure.blocks) if is_plain else structure.blocks
    dateline = find_dateline(text, blocks)
    if replaced:
        characters = "character was" if replaced == 1 else "characters were"
        notices.append(f"{replaced} control or invisible {characters} replaced")
    article = Article(
        path,
        hashlib.sha256(data).hexdigest(),
        text,
        CompactBlocks(blocks) if len(text) >= LONG else tuple(blocks),
        tuple(clip_inlines(rendered.inlines, blocks)) if rendered is not None else (),
        gather_metadata(text, blocks, structure.furniture, dateline, head.metadata if head is not None else Metadata()),
        dateline.span if dateline else None,
        tuple(notices),
        head.wishes if head is not None else Wishes(),
    )
    for no_longer_needed in (structure.blocks, blocks):
        while no_longer_needed:  # a hundred thousand at once would hold up other threads
            del no_longer_needed[-_AT_ONCE:]
    return article


def _as_markdown(text: str, notices: list[str]) -> tuple[FrontMatter, Rendered | None]:
    """The front matter, and the rest as it is shown; None where it cannot be, and `notices` then say why."""
    # Here, because most articles need neither of the parsers behind them.
    from reader.article.front_matter import read_front_matter
    from reader.article.markdown import TooComplexError, render

    # Tabs and line ends mean something there, and offsets are into the rendered text anyway.
    source = clean(text.replace("\r\n", "\n").expandtabs(4)).text
    head = read_front_matter(source)
    notices += [head.notice] if head.notice else []
    try:
        rendered = render(source[head.length :], head.metadata.title)
    except TooComplexError as error:
        notices.append(f"read as plain text: {error} for Markdown")
        return head, None
    return head, rendered if rendered.blocks else None
