"""What stands before the rows of headings, lists and quotations, and how headings and struck words look."""

from __future__ import annotations

from reader.article.load import load_bytes
from reader.tui.layout import Layout, Outline
from reader.tui.paint import GUTTER, Painter
from reader.tui.theme_files import load_theme

LOOK = load_theme("dark").look()


def _painted(markdown: str, width: int = 40) -> list[tuple[str, str]]:
    """The rows with words, without the gutter, and the style of the last words of each."""
    article = load_bytes(markdown.encode(), markdown=True)
    painter, layout = Painter(article, LOOK, None), Layout(Outline(article.text, article.blocks), width)
    layout.measure(len(article.text))
    rows = [row for y in range(layout.height) if (row := layout.row(y)) is not None and row.block >= 0]
    painted = [painter.row(row, painter.marks_on(row), cursor=False, ground=LOOK["text"]) for row in rows]
    return [("".join(segment.text for segment in row)[GUTTER:], str(row[-1].style)) for row in painted]


def test_each_level_of_heading_looks_unlike_the_others_also_without_colours() -> None:
    painted = _painted("\n\n".join(f"{'#' * level} Quay\n\nIt closed." for level in range(1, 7)))[::2]
    assert [words for words, _ in painted] == ["Quay", "Quay", "· Quay", "·· Quay", "··· Quay", "···· Quay"]
    plain = [(words, "bold" in style, "underline" in style) for words, style in painted]
    assert len(set(plain)) == 6


def test_markers_stand_before_the_first_row_and_bars_before_each() -> None:
    words = [row for row, _ in _painted("1. > The gulls came back to the quay, she said.\n\n   ~~~\n   x\n   ~~~", 21)]
    assert words == ["1. │ The gulls came", "   │ back to the", "   │ quay, she said.", "     x"]


def test_a_long_heading_has_its_sign_once() -> None:
    words = [row for row, _ in _painted("### The gulls came back to the quay", 20)]
    assert words == ["· The gulls came", "  back to the quay"]


def test_struck_words_are_struck() -> None:
    ((_, style),) = _painted("The quay ~~closed~~")
    assert "strike" in style
