"""What holds for every article, whatever the bytes were."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.load import load_bytes
from reader.article.model import Article, BlockKind
from reader.errors import ReaderError

_PIECES = [
    *(
        "# ",
        "## ",
        "> ",
        "- ",
        "* ",
        "1. ",
        "    ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "~~",
        "\\\n",
    ),
    *(
        "[a](b)",
        "![x](y)",
        "[",
        "](",
        "|",
        "| a | b |\n|---|--:|\n| c | d |\n",
        "---\n",
        "---\ntitle: X\n---\n",
        "***\n",
    ),
    *(
        "date 2024-06-29 ",
        "OSLO (Northwire) — ",
        "OSLO: ",
        "By Ada Lenk\n",
        "Friday, July 21, 2017\n",
        "ADA: ",
        "Photo: x",
    ),
    *(
        "Some words here, and more. ",
        "Published in Dawn, June 29th, 2024",
        "&#27;",
        "&#10;",
        "&#x202e;",
        "&nbsp;",
        "<b>",
    ),
    *("\u200b", "\x1b[31m", "\u3000", "é", "\ufeff", "(", ")", ".", "…", "\x00", "\u2028", "<!-- x -->", ":", "—"),
]
TEXT = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join), st.text(max_size=80))


def check(article: Article) -> None:
    """The promises of the model."""
    text, at = article.text, 0
    for block in article.blocks:
        start, end = block.span
        assert at <= start < end <= len(text)
        assert not text[at:start].strip(), "a character outside every block"
        assert not text[end - 1].isspace()
        assert block.kind in (BlockKind.CODE, BlockKind.TABLE) or not text[start].isspace()
        at = end
    assert not text[at:].strip(), "a character outside every block"
    for inline in article.inlines:
        assert inline.span.length > 0
        assert any(block.span.holds(inline.span) for block in article.blocks)
    if article.dateline_span is not None:
        assert any(block.span.holds(article.dateline_span) for block in article.blocks)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text if c != "\n")
    for value in (article.metadata.title, article.metadata.byline, article.metadata.dateline, *article.notices):
        assert value is None or "\n" not in value


@given(TEXT, st.sampled_from([None, True, False]), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252"]))
def test_any_text_in_any_encoding_keeps_the_promises(text: str, markdown: bool | None, encoding: str) -> None:
    data = text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")
    try:
        article = load_bytes(data, markdown=markdown)
    except ReaderError:
        return
    check(article)


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_give_an_article_or_a_clear_error(data: bytes, markdown: bool) -> None:
    try:
        article = load_bytes(data, path="f", markdown=markdown)
    except ReaderError as error:
        assert str(error).startswith("f: ")
        return
    check(article)


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "word said he, " * 75_000,
        "\n" * 200_000 + "a",
        "a\n" * 200_000,
        "\t" * 100_000 + "a",
        "a\t" * 100_000,
        "“" + "x " * 500_000,
        ": " * 200_000,
        " — ".join("ab" * 50_000),
        "A " * 100_000 + ": b",
        "(" * 299 + "\n\n" + "(reporting by " * 20,
        "\xa0" * 100_000 + "x",
        "e" + "\u0301" * 10_000,
        "👩\u200d" * 20_000,
        "[/][sic][@click=app.exit]x[/][link=“x",
        "\x1b]52;c;x\x07\x1b]0;t\x1b\\\x1b[2J\x1b[6n\x1bP1\x1b\\\x1bc\x9b31m\x1b" + "words " * 9,
    ],
    ids=range(15),
)
def test_hostile_texts_are_survived(text: str, markdown: bool) -> None:
    check(load_bytes(text.encode(), markdown=markdown))


def test_offsets_are_those_of_the_decoded_file() -> None:
    text = "Quay\r\n\r\nIt\tclosed\x1b,\u200b he said.\n"
    article = load_bytes(b"\xef\xbb\xbf" + text.encode())
    assert len(article.text) == len(text)
    assert article.text.index("he said") == text.index("he said")


def test_notices_say_what_was_done_at_loading() -> None:
    assert load_bytes(b"It closed.").notices == ()
    assert load_bytes("café \x1b[1m".encode("cp1252")).notices == (
        "read as Windows-1252: 1 byte is no UTF-8",
        "1 control or invisible character was replaced",
    )
    assert "web page" in load_bytes(b"<!DOCTYPE html><html><body>It closed.</body></html>").notices[0]


def test_plain_text_is_itself() -> None:
    text = "Quay closed\n\nIt was *old*, and [sic] it closed.\n\n“Yes,” she said."
    article = load_bytes(text.encode())
    assert article.text == text
    assert article.inlines == ()


def test_plain_text_needs_neither_yaml_nor_markdown() -> None:
    code = "import sys; from reader.article.load import load_bytes; load_bytes(b'It closed.'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"yaml", "markdown_it"} & set(done.stdout.split())
