from __future__ import annotations

from reader.article.model import Inline, InlineKind
from reader.article.tables import Cell, lay_out, width_of
from reader.spans import Span


def test_columns_are_two_spaces_apart_and_figures_to_the_right() -> None:
    text, _ = lay_out([[Cell("Town"), Cell("n", right=True)], [Cell("Ys"), Cell("100", right=True)], [Cell("X")]])
    assert text == "Town    n\nYs    100\nX"


def test_wide_and_combining_characters_are_counted_as_a_terminal_does() -> None:
    assert [width_of(w) for w in ("abc", "東京", "e\u0301", "née")] == [3, 4, 1, 3]


def test_inlines_move_with_their_cells() -> None:
    bold = Inline(InlineKind.STRONG, Span(0, 2))
    text, inlines = lay_out([[Cell("Town"), Cell("n")], [Cell("Ys"), Cell("10", (bold,), right=True)]])
    assert [i.span.of(text) for i in inlines] == ["10"]


def test_no_rows_are_no_text() -> None:
    assert lay_out([]) == ("", [])
