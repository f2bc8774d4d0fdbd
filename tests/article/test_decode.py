from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.decode import decode
from reader.errors import ReaderError

TEXT = "“The café,” said Zoë, “is closed.”\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_with_its_mark_dropped_and_without_a_notice(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "f") == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zero_bytes(encoding: str) -> None:
    text, notices = decode((TEXT * 9).encode(encoding), "f")
    assert text == TEXT * 9
    assert "UTF-16" in notices[0]


def test_windows_1252_is_read_with_a_notice() -> None:
    assert decode("“café”".encode("cp1252"), "f") == ("“café”", ("read as Windows-1252: 3 bytes are no UTF-8",))


def test_latin_1_is_the_last_resort() -> None:
    text, notices = decode(b"caf\xe9 \x81", "f")
    assert text == "café \x81"
    assert notices == ("read as Latin-1: 2 bytes are no UTF-8",)


def test_damaged_utf8_stays_utf8() -> None:
    text, notices = decode(TEXT.encode() + b"caf\xff" + TEXT.encode(), "f")
    assert text == TEXT + "caf\ufffd" + TEXT
    assert notices == ("damaged: 1 place is no UTF-8 (shown as \ufffd)",)


def test_utf16_cut_in_the_middle_of_a_character_is_still_read() -> None:
    text, notices = decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1], "f")
    assert text == TEXT[:-1] + "\ufffd"
    assert notices == ("damaged: not everything is UTF-16",)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 9,
        b"\x00\x01\x02\x03",
        b"\x89PNG\r\n\x1a\n" + b"x" * 99,
        b"%PDF-1.7 words words",
        b"PK\x03\x04 words",
        b"words " * 9 + b"\x00" * 9,
    ],
)
def test_a_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ReaderError, match=r"^f: is not a text \(binary"):
        decode(data, "f")


@pytest.mark.parametrize(
    "data", [b"\x1b[1mbold\x1b[0m " * 50, b"N\bNA\bAM\bM" * 50, b"one stray \x00 in a long line of words"]
)
def test_a_text_with_control_characters_is_a_text(data: bytes) -> None:
    assert decode(data, "f").text == data.decode()


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_clear_error(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "f").text, str)
    except ReaderError as error:
        assert str(error).startswith("f: is not a text")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_utf8_always_comes_back_as_it_was(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode(), "f").text == text
