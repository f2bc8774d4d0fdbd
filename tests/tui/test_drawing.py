"""Lines and pieces as they are drawn: nothing unsafe, nothing too long, no cell lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.drawing import Line, Piece, command_at, drawn, elide, fit, safe


@given(st.text(max_size=60), st.integers(0, 40))
def test_an_elided_text_fits(text: str, width: int) -> None:
    assert cell_len(elide(safe(text), width)) <= width


@given(st.lists(st.text(max_size=20), max_size=4), st.lists(st.text(max_size=6), max_size=2), st.integers(0, 80))
def test_a_line_fills_its_row(left: list[str], right: list[str], width: int) -> None:
    pieces = fit(Line(tuple(map(Piece, left)), tuple(map(Piece, right))), width)
    cells = sum(cell_len(piece.text) for piece in pieces)
    assert cells == max(width, sum(cell_len(safe(text)) for text in right))


@given(st.text(max_size=60))
def test_nothing_unsafe_is_drawn(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in shown)


_GRAPHEMES = (
    *(
        "a",
        " ",
        "é",
        "東",
        "❤",
        "❤\ufe0f",
        "⚠\ufe0f",
        "1\ufe0f\u20e3",
        "👍",
        "👍🏽",
        "👩\u200d👧",
        "👩🏽\u200d🚀",
        "🇳🇴",
    ),
    *("e\u0301", "क\u094d\u200dष", "می\u200cخ", "🏴\u200d☠\ufe0f"),
)


@given(st.lists(st.sampled_from(_GRAPHEMES), max_size=20).map("".join))
def test_no_sign_is_drawn_that_terminals_give_different_widths_and_no_cell_is_lost(text: str) -> None:
    shown = drawn(text)
    assert cell_len(shown) == cell_len(text)
    assert "\ufe0f" not in shown
    assert not any(a in "👍👩🏴" and b in "\u200d\U0001f3fd" for a, b in pairwise(shown))


def test_of_an_emoji_of_several_characters_the_first_stands_alone() -> None:
    assert drawn("a 👩\u200d👩\u200d👧 b 👍🏽 c ❤\ufe0f d 1\ufe0f\u20e3 e") == "a 👩 b 👍 c ❤  d 1\u20e3  e"
    assert drawn("می\u200cخواهم क\u094d\u200dष 🇳🇴 e\u0301") == "می\u200cخواهم क\u094d\u200dष 🇳🇴 e\u0301"


def test_a_click_finds_the_command_of_a_piece() -> None:
    pieces = (Piece("ab"), Piece("東", "", "go"), Piece("c", "", "help"))
    assert [command_at(pieces, cell) for cell in range(6)] == ["", "", "go", "go", "help", ""]
