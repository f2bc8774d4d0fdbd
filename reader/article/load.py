"""The one way from bytes to an `Article`."""

from __future__ import annotations

import hashlib

from reader.article.clean import clean
from reader.article.dateline import find_dateline
from reader.article.decode import decode
from reader.article.detect import is_markdown
from reader.article.metadata import gather_metadata
from reader.article.model import Article, Block, Inline, Metadata
from reader.article.plain import split_blocks
from reader.article.source import STANDARD_INPUT, read_path, read_standard_input
from reader.article.structure import clip_inlines, find_furniture, find_headings
from reader.errors import ReaderError


def load_file(path: str, *, markdown: bool | None = None) -> Article:
    """Read a file. ReaderError, with `file` the path, when it cannot be read or is no text.

    `markdown` says whether it is Markdown; None leaves it to the name's ending and the content.
    """
    return load_bytes(read_path(path), path=path, markdown=markdown)


def load_stdin(*, markdown: bool | None = None) -> Article:
    """Read standard input to its end."""
    return load_bytes(read_standard_input(), markdown=markdown)


def load_bytes(data: bytes, *, path: str = "-", markdown: bool | None = None) -> Article:
    """Read an article that is already in memory; `path` is what it is called."""
    name = STANDARD_INPUT if path == "-" else path
    if not data:
        raise ReaderError("is empty", file=name)
    decoded = decode(data, name)
    cleaned = clean(decoded.text)
    if not cleaned.text.strip():
        raise ReaderError("holds only white space", file=name)
    notices = list(decoded.notices)
    text, replaced = cleaned.text, cleaned.controls + cleaned.invisible
    blocks: list[Block] = []
    inlines: list[Inline] = []
    front = Metadata()
    if is_markdown(path, text) if markdown is None else markdown:
        # Here, because most articles need neither of the parsers behind them.
        from reader.article.front_matter import read_front_matter
        from reader.article.markdown import TooComplexError, render

        # Tabs and line ends mean something there, and offsets are into the rendered text anyway.
        source = clean(decoded.text.replace("\r\n", "\n").expandtabs(4)).text
        head = read_front_matter(source)
        front = head.metadata
        notices += [head.notice] if head.notice else []
        try:
            rendered = render(source[head.length :], front.title)
        except TooComplexError as error:
            notices.append(f"read as plain text: {error} for Markdown")
        else:
            if rendered.blocks:
                text, blocks, inlines = rendered.text, rendered.blocks, rendered.inlines
                replaced += rendered.replaced
    is_plain = not blocks
    if is_plain and text[:100].lstrip()[:14].lower().startswith(("<!doctype html", "<html")):
        notices.append("looks like a web page: shown as it is (save its text first)")
    structure = find_furniture(text, blocks or split_blocks(text))
    blocks = find_headings(text, structure.blocks) if is_plain else structure.blocks
    dateline = find_dateline(text, blocks)
    if replaced:
        what = (
            "1 control or invisible character was"
            if replaced == 1
            else f"{replaced} control or invisible characters were"
        )
        notices.append(f"{what} replaced")
    return Article(
        path,
        hashlib.sha256(data).hexdigest(),
        text,
        tuple(blocks),
        tuple(clip_inlines(inlines, blocks)),
        gather_metadata(text, blocks, structure.furniture, dateline, front),
        dateline.span if dateline else None,
        tuple(notices),
    )
