"""Load, analyse, apply rules, export: no text makes it fail, and what is found is sound.

Few cases here, so that the tests stay quick; `tools/fuzz.py` runs the same for hours.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invariants import assert_sound, assert_written_cleanly
from texts import ANYTHING, BYTES, NEWS

from reader.article.load import load_bytes
from reader.errors import ReaderError
from reader.export.json import as_json
from reader.read import read
from reader.resources import articles_folder
from reader.rules.load import load_builtin
from reader.rules.model import RuleSet

FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

REFUSALS = ("is empty", "holds only white space", "is not a text (")


@cache
def rules() -> RuleSet:
    return load_builtin("hedging")


def read_soundly(data: bytes, *, markdown: bool | None = None) -> None:
    try:
        article = load_bytes(data, markdown=markdown)
    except ReaderError as error:
        assert error.message.startswith(REFUSALS)
        return
    assert_sound(read(article, rules()))


def as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@given(NEWS)
@FEW
def test_news_in_any_order_is_read_soundly_as_text(text: str) -> None:
    read_soundly(as_bytes(text), markdown=False)


@given(NEWS)
@FEW
def test_news_in_any_order_is_read_soundly_as_markdown(text: str) -> None:
    read_soundly(as_bytes(text), markdown=True)


@given(ANYTHING)
@FEW
def test_any_text_is_read_soundly(text: str) -> None:
    read_soundly(as_bytes(text))


@given(BYTES)
@FEW
def test_any_bytes_are_read_soundly_or_refused_in_one_line(data: bytes) -> None:
    read_soundly(data)


@given(NEWS, st.text("a=+-@/ .\x1b\x9b\u202e\udcff\n<*|", min_size=1, max_size=12))
@settings(FEW, max_examples=50)
def test_every_format_is_written_cleanly_whatever_the_text_and_the_name(text: str, path: str) -> None:
    assert_written_cleanly(read(load_bytes(as_bytes("Tides\n\n" + text), path=path), rules()))


@pytest.mark.parametrize("path", sorted(articles_folder().iterdir()), ids=lambda path: path.stem)
def test_a_text_may_end_after_any_word(path: Path) -> None:
    for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
        for word in list(re.finditer(r"\S+", paragraph))[::2]:
            read_soundly(as_bytes(paragraph[: word.end()]), markdown=False)


@given(NEWS)
@settings(FEW, max_examples=50)
def test_the_same_article_reads_the_same(text: str) -> None:
    data = as_bytes("Tides\n\n" + text)
    assert list(as_json(read(load_bytes(data)))) == list(as_json(read(load_bytes(data))))
