from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.clean import MAX_JOINS, MAX_MARKS, REPLACEMENT, clean, clean_line

HOSTILE = "\r\n\t\x1b\x00\x08\x7f\x85\x9b\xad\u061c\u200b\u200c\u200d\u200e\u202e"
HOSTILE += "\u2028\u2060\u2066\ufeff\ufff9\U000e0067\ud800"
TEXT = st.text(st.one_of(st.characters(), st.sampled_from(HOSTILE + "aé बक् \u0301👩🏻\ufe0f❤")), max_size=60)
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e00ff]"
)


@given(TEXT)
def test_the_length_never_changes(text: str) -> None:
    assert len(clean(text).text) == len(text)


@given(TEXT)
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text).text
    assert clean(once) == (once, 0, 0)


@given(TEXT)
def test_nothing_forbidden_is_left(text: str) -> None:
    cleaned = clean(text).text
    assert not FORBIDDEN.search(cleaned)
    assert all(unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") for c in cleaned if c != "\n")


@given(st.text(st.characters(exclude_categories=["C", "M", "Zl", "Zp"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean(text) == (text, 0, 0)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h\ti", "a \nb\nc\nd\ne\nf\ng\nh i"),
        ("\x1b]52;c;aGk=\x07", "�]52;c;aGk=�"),
        ("\x1b[2J\x9b6n\x90q\x9c", "�[2J�6n�q�"),
        ("N\bNA\x0e\x0f\x7f\x00", "N�NA����"),
        ("user\u202egpj.exe", "user�gpj.exe"),
        ("\u2067abc", "�abc"),
        ("a\U000e0067\ufff9\ufdd0\ud83db", "a����b"),
        ("Len\u200bk", "Len·k"),
        ("Len\xadk", "Len·k"),
        ("Len\ufeffk", "Len·k"),
        ("Len\u200dk", "Len·k"),
        ("so \u200bsays\u200e, he", "so  says , he"),
    ],
)
def test_what_a_terminal_must_not_be_sent_is_replaced(text: str, shown: str) -> None:
    assert clean(text).text == shown


@pytest.mark.parametrize(
    "text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "🏳\ufe0f\u200d🌈", "e\u0301"]
)
def test_joiners_and_marks_that_writing_needs_stay(text: str) -> None:
    assert clean(text) == (text, 0, 0)


def test_marks_and_joined_emoji_are_cut_at_what_no_writing_has() -> None:
    stacked = clean("e" + "\u0301" * 10_000).text
    assert stacked == "e" + "\u0301" * MAX_MARKS + REPLACEMENT * (10_000 - MAX_MARKS)
    chained = clean("👩\u200d" * 20_000).text
    assert max(map(len, re.findall("(?:👩\u200d)+", chained))) <= 2 * MAX_JOINS


def test_what_was_replaced_is_counted() -> None:
    assert clean("\x1b[1m\u202ea\u200bb\xad")[1:] == (2, 2)
    assert clean("a\tb\r\nc")[1:] == (0, 0)


@given(TEXT)
def test_a_clean_line_is_one_line(text: str) -> None:
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize("line", ["Len\u200bk\r\nsaid\tso\x1b \u200d\r", "a" + 20 * "\u0301" + "b\u2028c \u202e"])
def test_a_long_text_is_cleaned_as_its_lines_are(line: str) -> None:
    """It is done piece by piece, which nothing may show."""
    short, times = clean(f"{line}\n"), 400_000 // (len(line) + 1)
    assert clean(f"{line}\n" * times) == (short.text * times, short.controls * times, short.invisible * times)
    good = "Nobody counted the boats. " * 12_000
    assert clean(f"{good}{line}\n") == (f"{good}{short.text}", short.controls, short.invisible)
