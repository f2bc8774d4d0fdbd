"""Header, footer, and where the panes stand, without a screen."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Region, Size
from tui_samples import article

from reader.article.model import Metadata
from reader.spans import Span
from reader.tui.commands import COMMANDS
from reader.tui.drawing import Line, Piece, fit
from reader.tui.footer_text import FooterState, dispersion, footer_line
from reader.tui.frame_layout import FrameLayout
from reader.tui.frames import frames
from reader.tui.header_text import header_lines, in_words, minutes, title_block, title_of


def _words(line: Line) -> str:
    return "".join(piece.text for piece in (*line.left, Piece("  "), *line.right))


def test_the_header_says_what_the_copy_says() -> None:
    title, meta, *_ = header_lines(article(), 100, words=1234, with_title=True, sign="")
    assert _words(title).strip() == "Castle Merrow turns off its fountains"
    assert _words(meta).strip() == "CASTLE MERROW · 4 May 2031 · The Lantern · By Ilse Farrow · 1,234 words · 6 min"


def test_a_narrow_header_leaves_out_what_matters_least() -> None:
    meta = header_lines(article(), 42, words=120, with_title=True, sign="reading…")[1]
    assert _words(meta).split("  ") == ["4 May 2031 · 120 words", "reading…"]
    assert sum(cell_len(piece.text) for piece in fit(meta, 42)) == 42


def test_notices_have_a_row_each() -> None:
    lines = header_lines(
        article(notices=("read as Latin-1", "2 characters replaced")), 60, words=1, with_title=True, sign=""
    )
    assert [_words(line).strip() for line in lines[2:]] == ["read as Latin-1", "2 characters replaced", ""]


def test_without_a_title_the_file_names_the_article() -> None:
    bare = dataclasses.replace(article(), metadata=Metadata())
    assert title_of(bare) == "merrow.txt"
    assert title_of(dataclasses.replace(bare, path="-")) == "standard input"
    assert title_block(bare) is None
    assert title_block(article()) == 0


def test_dates_and_minutes_are_told_in_words() -> None:
    assert in_words("2031-05-04") == "4 May 2031"
    assert in_words("some day") == "some day"
    assert [minutes(n) for n in (0, 220, 440, 2200)] == [1, 1, 2, 10]


@given(st.integers(60, 240), st.sampled_from(["article", "list", "links"]), st.text(max_size=200))
def test_the_footer_never_overflows(width: int, pane: str, message: str) -> None:
    line = footer_line(FooterState(0.5, (Span(0, 2),), 10, 3, pane, message), width)
    pieces = fit(line, width)
    assert sum(cell_len(piece.text) for piece in pieces) == width
    assert message or "?" in "".join(piece.text for piece in line.right)


def test_the_footer_names_commands_that_exist() -> None:
    ids = {command.id for command in COMMANDS}
    line = footer_line(FooterState(pane="list"), 200)
    assert {piece.command for piece in line.right if piece.command} <= ids


def test_the_dispersion_shows_where_the_mentions_are() -> None:
    assert dispersion([Span(0, 1), Span(1, 2), Span(50, 51)], 100, 4) == "█▁▅▁"
    assert dispersion([], 0, 3) == "▁▁▁"


def test_a_header_of_one_row_says_the_title_or_where_that_is_in_view_what_the_copy_says() -> None:
    for with_title, words in ((True, "Castle Merrow turns"), (False, "CASTLE MERROW · ")):
        (line,) = header_lines(article(), 60, words=120, with_title=with_title, sign="reading…", rows=1)
        assert line.left[0].text.startswith(words) and line.right[0].text == "reading…"


# --- where panes stand --------------------------------------------------------------------------------------------
@given(st.integers(60, 240), st.integers(16, 70), st.booleans(), st.integers(3, 5))
def test_the_panes_fill_the_screen_without_overlap(width: int, height: int, links: bool, header: int) -> None:
    found = frames(width, height, header=header, links=links).regions
    regions = {id_: Region(*region) for id_, region in found.items()}
    assert sum(region.area for region in regions.values()) == width * height
    assert all(region.width > 0 and region.height > 0 for region in regions.values())
    assert all(r.x >= 0 and r.right <= width and r.y >= 0 and r.bottom <= height for r in regions.values())
    values = list(regions.values())
    assert not any(a.overlaps(b) for i, a in enumerate(values) for b in values[i + 1 :])
    assert {"header", "article", "tabs", "footer"} <= set(regions)
    assert "detail" in regions if links else "list" in regions


def test_on_a_low_screen_header_and_tabs_have_one_row_each_and_the_text_the_rest() -> None:
    found = frames(60, 16, header=3, links=False).regions
    assert (found["header"].height, found["tabs"].height) == (1, 1)
    assert found["article"].height >= 7 and found["list"].height >= 6


def test_on_a_tall_screen_the_detail_grows_too_and_the_list_stays_the_larger() -> None:
    heights = {rows: frames(200, rows, header=3, links=False).regions for rows in (24, 40, 60, 70)}
    assert [regions["detail"].height for regions in heights.values()] == [9, 14, 22, 26]
    assert all(regions["list"].height > regions["detail"].height for regions in heights.values())


def test_a_screen_that_is_too_small_shows_the_header_only() -> None:
    assert set(frames(59, 40, header=3, links=False).regions) == {"header"}
    assert set(frames(80, 15, header=3, links=False).regions) == {"header"}


def test_only_where_the_links_have_no_room_beside_the_list_does_going_to_them_move_panes() -> None:
    wide, small = FrameLayout(3), FrameLayout(3)
    assert not wide.moves(Size(120, 40), links=True)
    assert small.moves(Size(60, 16), links=True)
    assert not small.moves(Size(60, 16), links=True)
    assert small.moves(Size(60, 16), links=False)
