"""Every size of the screen, and live resizing."""

from __future__ import annotations

from functools import partial

import pytest
from rich.cells import cell_len
from screen_hand import Reader, opened
from tui_samples import until


def _has_width(reader: Reader, width: int) -> bool:
    return reader.app.size.width == width


@pytest.mark.parametrize(("width", "height"), [(60, 16), (70, 20), (80, 24), (120, 40), (200, 60), (240, 70)])
async def test_it_works_at_every_size(width: int, height: int) -> None:
    async with opened(width, height) as reader:
        rows = reader.shown.splitlines()
        assert len(rows) == height and all(len(row) == width for row in rows)
        await reader.press("n", "l", "enter", "backspace", "2", "right_square_bracket", "e", "3", "n")
        assert reader.screen.selected == "k1"
        assert "Points 2" in reader.shown


async def test_a_screen_that_is_too_small_says_so_and_comes_back() -> None:
    async with opened(80, 24) as reader:
        await reader.pilot.resize_terminal(50, 10)
        await until(reader.pilot, lambda: "reader needs 60×16" in reader.shown)
        await reader.pilot.resize_terminal(80, 24)
        await until(reader.pilot, lambda: "Quotes 6" in reader.shown)


@pytest.mark.parametrize(("width", "told"), [(40, "Too small: reader needs 60×16."), (20, "needs 60×16.")])
async def test_that_it_is_too_small_is_told_in_whole_also_after_a_wide_screen_and_in_few_columns(
    width: int, told: str
) -> None:
    async with opened(240, 70) as reader:
        await reader.pilot.resize_terminal(width, 8)
        await until(reader.pilot, lambda: reader.shown.startswith("Too small"))
        assert told in [row.rstrip() for row in reader.shown.splitlines()]
        assert "".join(reader.shown.splitlines()[2:]).strip() == ""


async def test_resizing_keeps_the_place_and_the_selection() -> None:
    async with opened(120, 20) as reader:
        await reader.press("n", "n", "tab", "tab", *["j"] * 6)
        top, cursor, selected = reader.article.top, reader.article.cursor, reader.selected
        for width, height in ((80, 24), (64, 18), (160, 20), (120, 20)):
            await reader.pilot.resize_terminal(width, height)
            await until(reader.pilot, partial(_has_width, reader, width))
            await reader.pilot.pause()
        assert (reader.article.top, reader.selected) == (top, selected)
        assert reader.article.rows.y_of(cursor) == reader.article.rows.y_of(reader.article.cursor)


async def test_where_one_reads_stays_in_view_when_the_screen_becomes_smaller() -> None:
    async with opened(120, 40) as reader:
        await reader.press(*["n"] * 5)
        cursor = reader.article.cursor
        for width, height in ((120, 16), (62, 16), (120, 40)):
            await reader.pilot.resize_terminal(width, height)
            await until(reader.pilot, partial(_has_width, reader, width))
            await until(reader.pilot, lambda: reader.article.cell_at(cursor) is not None)
            assert reader.article.cursor == cursor


async def test_where_there_is_room_for_one_the_links_take_the_place_of_the_list() -> None:
    async with opened(60, 16) as reader:
        await reader.press("n")
        assert "said by" not in reader.shown
        await reader.press("l")
        await until(reader.pilot, lambda: "▸ said by" in reader.shown)
        await reader.press("enter")
        await until(reader.pilot, lambda: "Organisations" in reader.shown)


async def test_where_the_detail_has_no_room_the_foot_tells_which_mention_it_is() -> None:
    for rows, told in ((16, True), (24, False)):
        async with opened(60 if told else 80, rows) as reader:
            await reader.press("2", "n", "right_square_bracket")
            assert ("mention 2 of " in reader.foot) is told and (told or "mention 2 of " in reader.shown)


async def test_the_first_link_is_in_view_however_many_there_are() -> None:
    async with opened(60, 16) as reader:
        await reader.press("2", "n", "l")
        await until(reader.pilot, lambda: "▸ said" in reader.shown)


_OPEN = ((), ("r",), ("i",), ("question_mark",), ("t",), ("slash", "f"), ("v",), ("a", "x"), ("ctrl+p",), ("l",))


@pytest.mark.parametrize("keys", _OPEN, ids=str)
async def test_the_screen_fits_through_live_resizing_whatever_is_open(keys: tuple[str, ...]) -> None:
    async with opened(120, 40) as reader:
        await reader.press("n", *keys)
        for width, height in ((60, 16), (240, 70), (59, 15), (20, 4), (80, 24), (70, 16), (120, 40)):
            await reader.pilot.resize_terminal(width, height)
            await until(reader.pilot, partial(_has_width, reader, width))
            await reader.pilot.pause()
            rows = reader.shown.splitlines()
            assert len(rows) == height and all(cell_len(row.rstrip()) <= width for row in rows), (width, height)
        await reader.press("escape", "escape")
        await until(reader.pilot, lambda: reader.app.screen is reader.screen)
        assert "Quotes 6" in reader.shown


async def test_without_colours_all_that_they_tell_is_still_there() -> None:
    async with opened(120, 40) as reader:
        await reader.press("2", "j")
        strips = reader.app.screen._compositor.render_strips()
        flags: dict[str, set[tuple[bool, ...]]] = {}
        for text, style in ((segment.text, segment.style) for strip in strips for segment in strip):
            if style is None:
                continue
            look = tuple(bool(it) for it in (style.bold, style.italic, style.underline, style.reverse))
            flags.setdefault(text.strip(), set()).add(look)
        plain = (False, False, False, False)
        for words in ("Castle Merrow", "Tomas Verey", "Merrow Water", "Brandt", "Entities"):
            assert any(look != plain for look in flags[words]), words
        assert "▸ Odile Brandt" in reader.shown and "▌" in reader.shown


@pytest.mark.parametrize("key", ["question_mark", "ctrl+p"])
async def test_panels_on_a_low_screen_leave_no_row_blank(key: str) -> None:
    async with opened(60, 16) as reader:
        await reader.press("n", key)
        rows = [row.strip(" │┃╭╮╰╯") for row in reader.shown.splitlines()]
        (keys,) = (y for y, row in enumerate(rows) if "esc" in row and y > 8)
        assert rows[keys - 1], key


async def test_why_tells_the_reason_on_a_low_screen_too() -> None:
    async with opened(60, 16) as reader:
        await reader.press("n", "i")
        assert "direct quote · cue" in reader.shown and "The speaker's own words, in quotation" in reader.shown
