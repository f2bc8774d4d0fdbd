"""Selecting text on the screen, by keys and by dragging, and copying it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from screen_hand import Reader, opened
from tui_samples import TEXT, app, article, spot, until, waiting_app

from reader.reading import Reading
from reader.tui.commands import ARTICLE


@pytest.fixture
def no_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.clipboard.tool_for", lambda environ, platform: None)
    monkeypatch.delenv("TMUX", raising=False)


async def test_v_selects_the_word_where_one_reads_and_keys_move_its_end() -> None:
    async with opened() as reader:
        await reader.press("n", "v")
        assert reader.chosen == "“" and "1 word" in reader.foot
        await reader.press("e", "e")
        assert reader.chosen == "“A fountain" and "2 words" in reader.foot
        await reader.press("b", "l", "h", "w")
        assert reader.chosen is not None and reader.chosen.startswith("“A fountain ")
        await reader.press(
            "dollar_sign", "0", "left_curly_bracket", "right_curly_bracket", "k", "j", "pagedown", "pageup"
        )
        await reader.press("G")
        assert reader.chosen.startswith("“A") and TEXT.rstrip().endswith(reader.chosen[-20:])
        await reader.press("g", "o")
        assert reader.screen.chosen is not None and reader.screen.chosen.anchor == 0


@pytest.mark.usefixtures("no_tool")
async def test_y_copies_the_selected_text_without_its_line_ends() -> None:
    async with opened(60, 16) as reader:
        await reader.press("n", "v", "j", "e", "y")
        await until(reader.pilot, lambda: "sent to the terminal’s clipboard" in reader.shown)
        copied = reader.app.clipboard
        assert "\n" not in copied and copied in " ".join(TEXT.split()) and len(copied) > 50
        assert reader.chosen is None and reader.screen.pane_name == ARTICLE


@pytest.mark.parametrize("key", ["escape", "v"])
async def test_the_selection_ends_and_one_reads_on_where_it_ended(key: str) -> None:
    async with opened() as reader:
        await reader.press("v", "w", "w", "w")
        assert reader.screen.chosen is not None
        head = reader.screen.chosen.head
        await reader.press(key)
        assert reader.chosen is None and reader.article.cursor == head and "%" in reader.foot
        assert reader.article.marks is reader.screen.guide


async def test_the_selection_is_painted_with_its_end_and_keeps_its_words_at_every_size() -> None:
    async with opened() as reader:
        await reader.press("n", "v", "j", "j")
        words = reader.chosen
        for width, height in ((80, 24), (60, 16), (160, 50)):
            await reader.pilot.resize_terminal(width, height)
            await until(reader.pilot, _has_size(reader, width))
            assert reader.chosen == words and reader.foot.startswith(" selected")
            head = reader.screen.chosen.head if reader.screen.chosen else 0
            row = reader.article.rows.row(reader.article.rows.y_of(head))
            assert row is not None and reader.article.marks is not None
            roles = {
                layer.role for layer in reader.article.marks.marks(row.start, row.end, reader.article.marked).layers
            }
            assert {"selected.text", "selected.text.head"} <= roles


def _has_size(reader: Reader, width: int) -> Callable[[], bool]:
    return lambda: reader.app.size.width == width and reader.article.size.width > 0


async def test_the_end_that_moves_stays_in_view() -> None:
    async with opened(60, 16) as reader:
        await reader.press("v", *["j"] * 12)
        assert reader.screen.chosen is not None
        assert reader.article.cell_at(reader.screen.chosen.head) is not None
        assert reader.article.first > 0


async def test_dragging_selects_from_the_character_pressed_to_the_one_released() -> None:
    async with opened() as reader:
        start, end = spot("fountain is").start, spot("spare,”").start + 4
        await reader.drag(start, end)
        assert reader.chosen == TEXT[start : end + 1]
        assert reader.screen.selected is None  # the click that ends a drag points at nothing
        await reader.drag(end, start)
        assert reader.chosen == TEXT[start : end + 1]


async def test_dragging_beyond_the_edge_rolls_the_text() -> None:
    async with opened(60, 16) as reader:
        first = reader.article.line.start
        cell = reader.article.page_rows
        await reader.drag(first, reader.article.rows.row(reader.article.page_rows - 2).start, beyond=cell)  # type: ignore[union-attr]
        assert reader.chosen is not None and len(reader.chosen) > 200


async def test_a_click_ends_the_selection_and_selects_what_is_there() -> None:
    async with opened() as reader:
        await reader.press("v", "e")
        place = reader.article.cell_at(spot("Odile Brandt").start + 3)
        assert place is not None
        await reader.pilot.click("#article", offset=place)
        await reader.pilot.pause()
        assert reader.chosen is None and reader.screen.selected == "e2" and "%" in reader.foot


async def test_finding_ends_the_selection_and_the_box_stays() -> None:
    async with opened() as reader:
        await reader.press("v", "e", "slash", *"pumps")
        assert reader.chosen is None and reader.foot.startswith(" / pumps")


async def test_what_arrives_meanwhile_leaves_the_selection() -> None:
    the_app, gate = waiting_app()
    async with the_app.run_test(size=(120, 40)) as pilot:
        reader = Reader(the_app, pilot)
        await reader.press("j", "j", "v", "e", "e")
        words = reader.chosen
        gate.set()
        await until(pilot, lambda: "Quotes 6" in reader.shown)
        assert reader.chosen == words and reader.article.marks is not reader.screen.guide


async def test_an_article_of_nothing_can_be_searched_and_selected() -> None:
    async with opened(of=app(of=article("x"), analyse=lambda of: Reading(of))) as reader:
        await reader.press("v", "j", "k", "w", "b", "e", "l", "h", "o", "G", "g", "pagedown", "escape")
        await reader.press("slash", "y", "enter", "slash", "x", "enter", "n", "N")
        assert reader.found == ["x"]


async def test_themes_change_while_one_types_or_selects() -> None:
    async with opened() as reader:
        await reader.press("slash", *"pumps")
        reader.app.show_theme("light")
        await reader.press("escape", "v", "t")
        assert reader.foot.startswith(" selected")


async def test_the_selection_stays_when_the_rest_of_the_text_comes_and_ends_when_the_text_is_another() -> None:
    async with opened() as reader:
        await reader.press("n", "v", "e", "e")
        words = reader.chosen
        reader.screen.set_article(article(f"{TEXT}\nMore of it.\n"))
        await reader.pilot.pause()
        assert reader.chosen == words == "“A fountain"
        reader.screen.set_article(article("Quite another text."))
        await until(reader.pilot, lambda: reader.chosen is None)
