"""Long texts: their opening is read first, and no step of loading is of the whole of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.load import LONG, load_bytes, load_opening, open_article
from reader.article.model import Article
from reader.errors import ReaderError

_LINE = "The wardens of Merrow counted their boats — again — on Friday. “Eleven,” said José Kíl, “and a raft.”\n\n"
_LONG = _LINE * (LONG // len(_LINE.encode()) + 1)


def test_the_whole_begins_with_the_opening() -> None:
    opening, whole = load_opening(_LONG.encode(), path="x.txt"), load_bytes(_LONG.encode(), path="x.txt")
    assert opening is not None
    assert len(opening.text) < len(whole.text) / 4
    assert whole.text.startswith(opening.text.rstrip()) and opening.sha256 == whole.sha256
    assert whole.blocks[: len(opening.blocks)] == opening.blocks
    assert opening.metadata == whole.metadata and opening.notices == whole.notices == ()


def test_a_text_that_is_not_long_has_no_opening(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text(_LINE * 9, encoding="utf-8")
    article, whole = open_article(str(path))
    assert whole is None and article.text == _LINE * 9


def test_the_whole_is_loaded_once_and_its_faults_are_told_then(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(_LONG.encode() + b"\x01\x02\x03\x04" * 20_000)
    article, whole = open_article(str(path))
    assert article.text.startswith("The wardens") and whole is not None
    with pytest.raises(ReaderError, match="is not a text"):
        whole.load()
    assert not whole.data


@pytest.mark.parametrize("line", ["é" * 700_000, "word " * 300_000, "東" * 400_000, " " * 600_000 + "word " * 100_000])
def test_an_opening_of_one_line_ends_between_characters(line: str) -> None:
    opening = load_opening(line.encode(), path="x.txt")
    assert opening is None or (line.startswith(opening.text) and "\ufffd" not in opening.text)


def test_utf_16_has_no_opening() -> None:
    assert load_opening(_LONG.encode("utf-16"), path="x.txt") is None


@given(st.text("ab é東\n", max_size=50), st.integers(1, 4))
@settings(max_examples=15, deadline=None)
def test_words_are_counted_as_white_space_parts_them(words: str, times: int) -> None:
    text = f"x{words}" * (times * 150_000 // (len(words) + 1) + 1)
    assert Article("x.txt", "", text, ()).words == len(text.split())


def test_a_character_across_two_pieces_is_decoded_whole() -> None:
    text = "a" + "é東📈" * 300_000
    assert load_bytes(text.encode(), path="x.txt").text == text
