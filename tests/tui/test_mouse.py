"""The mouse does what the keys do."""

from __future__ import annotations

from screen_hand import opened
from tui_samples import spot, until


async def test_a_click_in_the_article_selects_what_is_under_it() -> None:
    async with opened() as reader:
        place = reader.article.cell_at(spot("Odile Brandt").start + 3)
        assert place is not None
        await reader.pilot.click("#article", offset=place)
        await reader.pilot.pause()
        assert reader.selected == ("e2", 1)
        beside = (place[0] - reader.article.text_column - 4, place[1])
        await reader.pilot.click("#article", offset=(max(0, beside[0]) % 3, place[1]))
        assert reader.selected == ("e2", 1)


async def test_a_click_in_the_list_selects_and_one_on_a_tab_shows_its_list() -> None:
    async with opened() as reader:
        row = reader.list.row_of("q3")
        assert row is not None
        await reader.pilot.click("#list", offset=(5, row))
        await reader.pilot.pause()
        assert reader.selected == ("q3", 0)
        at = reader.shown.splitlines()[0].index("Points") - reader.screen.query_one("#tabs").region.x
        await reader.pilot.click("#tabs", offset=(at + 1, 0))
        await until(reader.pilot, lambda: reader.screen.list_name == "points")


async def test_a_click_on_a_link_follows_it() -> None:
    async with opened() as reader:
        await reader.press("n")
        row = reader.detail.row_of("0")
        assert row is not None
        await reader.pilot.click("#detail", offset=(8, row))
        await reader.pilot.pause()
        assert reader.selected == ("e2", 0)


async def test_a_click_on_a_key_in_the_footer_does_what_the_key_does() -> None:
    async with opened() as reader:
        at = reader.shown.splitlines()[-1].index("? help")
        await reader.pilot.click("#footer", offset=(at, 0))
        await until(reader.pilot, lambda: reader.app.screen is not reader.screen)


async def test_the_wheel_scrolls_the_pane_under_it() -> None:
    async with opened(80, 24) as reader:
        await reader.pilot._post_mouse_events([_wheel()], "#article", offset=(5, 5))
        await reader.pilot.pause()
        assert reader.article.first == 3 and reader.list.first == 0


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_two_clicks_select_a_word_three_its_paragraph() -> None:
    async with opened() as reader:
        place = reader.article.cell_at(spot("Odile Brandt").start + 3)
        assert place is not None
        await reader.pilot.click("#article", offset=place, times=2)
        await until(reader.pilot, lambda: reader.chosen == "Odile")
        assert "selected" in reader.foot
        await reader.pilot.click("#article", offset=place, times=3)
        await until(reader.pilot, lambda: len(reader.chosen or "") > len("Odile"))
        block = next(b for b in reader.screen.article.blocks if b.span.holds(spot("Odile Brandt")))
        assert reader.screen.chosen_span == block.span


async def test_what_is_shown_stays_when_one_selects_no_more() -> None:
    async with opened(80, 24) as reader:
        await reader.press("v", *["j"] * 20)
        first = reader.article.first
        assert first > 0
        await reader.press("escape")
        assert reader.article.first == first
