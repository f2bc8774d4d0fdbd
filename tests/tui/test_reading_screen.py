"""Reading on the screen: every command, the mouse, sizes, what arrives while one reads."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from time import monotonic

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from tui_samples import TEXT, app, article, reading, screen_text, spot, until

from reader.article.model import Article
from reader.reading import Reading
from reader.rules.model import ListTab, Match, Style
from reader.tui.app import ReaderApp
from reader.tui.article_pane import ArticlePane
from reader.tui.commands import ARTICLE, COMMANDS, LINKS, LIST
from reader.tui.detail import Detail
from reader.tui.item_list import ItemList
from reader.tui.reading_screen import ReadingScreen


class Reader:
    """The app with a hand on its keys."""

    def __init__(self, of: ReaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = of, pilot
        self.screen: ReadingScreen = of.reading_screen
        self.article = self.screen.query_one(ArticlePane)
        self.list = self.screen.query_one("#list", ItemList)
        self.detail = self.screen.query_one(Detail)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def shown(self) -> str:
        return screen_text(self.app)

    @property
    def selected(self) -> tuple[str | None, int]:
        return self.screen.selected, self.screen.mention


@asynccontextmanager
async def opened(width: int = 120, height: int = 40, of: ReaderApp | None = None) -> AsyncIterator[Reader]:
    """The sample, opened and read."""
    the_app = of or app()
    async with the_app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: the_app.reading_screen.guide is not None)
        await pilot.pause()
        yield Reader(the_app, pilot)


def _has_width(reader: Reader, width: int) -> bool:
    return reader.app.size.width == width


# --- what is there at first ---------------------------------------------------------------------------------------
async def test_the_article_is_shown_before_anything_is_found_and_does_not_move_when_it_is() -> None:
    gate = threading.Event()

    def analyse(of: Article) -> Reading:
        gate.wait(20)
        return reading(of)

    the_app = app(analyse=analyse)
    async with the_app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        before = screen_text(the_app)
        assert "reading…" in before and "There is none to spare" in before and "Quotes" in before
        await pilot.press("j", "j")
        await pilot.pause()
        pane = the_app.reading_screen.query_one(ArticlePane)
        place = (pane.first, pane.cursor)
        rows = [line[4:55] for line in screen_text(the_app).splitlines()[3:-1]]
        gate.set()
        await until(pilot, lambda: the_app.reading_screen.guide is not None)
        await pilot.pause()
        after = screen_text(the_app)
        assert (pane.first, pane.cursor) == place
        assert [line[4:55] for line in after.splitlines()[3:-1]] == rows
        assert "Quotes 6" in after and "reading…" not in after


async def test_quitting_does_not_wait_for_the_analysis() -> None:
    gate = threading.Event()

    def analyse(of: Article) -> Reading:
        gate.wait(60)
        return reading(of)

    start = monotonic()
    try:
        the_app = app(analyse=analyse)
        async with the_app.run_test() as pilot:
            await pilot.press("q")
        assert the_app.return_code == 0
        assert monotonic() - start < 30
    finally:
        gate.set()


async def test_an_analysis_that_fails_leaves_an_article_to_read() -> None:
    def analyse(of: Article) -> Reading:
        raise ValueError("\x1b[31mno")

    async with app(analyse=analyse).run_test(size=(120, 30)) as pilot:
        the_app = pilot.app
        await until(pilot, lambda: "nothing could be found" in screen_text(the_app))
        await pilot.press("j", "n", "N", "e", "E", "l", "y", "1", "2", "3", "enter", "tab", "enter", "less_than_sign")
        await pilot.pause()
        assert "There is none to spare" in screen_text(the_app)
        assert "\x1b" not in screen_text(the_app)


async def test_the_header_says_what_the_copy_says() -> None:
    async with opened() as reader:
        assert "CASTLE MERROW · 4 May 2031 · The Lantern" in reader.shown
        assert reader.shown.count("Castle Merrow turns off its fountains") == 1


async def test_the_title_comes_into_the_header_when_it_is_scrolled_away() -> None:
    async with opened(80, 24) as reader:
        assert "merrow.txt" in reader.shown.splitlines()[0]
        await reader.press("G")
        assert "Castle Merrow turns off its fountains" in reader.shown.splitlines()[0]


# --- every command ------------------------------------------------------------------------------------------------
def test_every_command_has_an_action_and_no_key_is_bound_twice() -> None:
    keys = [(command.mode, key) for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        name = command.action.removeprefix("screen.").partition("(")[0]
        assert callable(getattr(ReadingScreen, f"action_{name}")), command.id


def test_no_pane_binds_keys_of_its_own() -> None:
    for pane in (ArticlePane, ItemList, Detail):
        assert pane.BINDINGS is Widget.BINDINGS or not pane.BINDINGS


async def test_every_command_of_the_contract_is_bound() -> None:
    contract = {*"jkbgG1234nNeEltwyqv", "slash", "down", "up", "space", "tab", "enter", "backspace", "ctrl+p"}
    contract |= {"right_square_bracket", "left_square_bracket", "less_than_sign", "greater_than_sign", "question_mark"}
    async with opened() as reader:
        bound = {key for command in COMMANDS for key in command.keys if not command.mode}
        assert contract <= bound
        assert bound <= set(reader.screen.active_bindings)


async def test_j_and_k_move_the_reading_line_and_the_text() -> None:
    async with opened(80, 24) as reader:
        await reader.press("j", "j", "down")
        assert reader.article.first == 3
        assert "›" in reader.shown
        await reader.press("k", "up", "k", "k")
        assert (reader.article.first, reader.article.cursor) == (0, 0)


async def test_space_and_b_turn_pages_that_overlap() -> None:
    async with opened(60, 16) as reader:
        page = reader.article.page_rows
        await reader.press("space")
        assert reader.article.first == page - 2
        await reader.press("b")
        assert reader.article.first == 0


async def test_g_goes_to_the_end_and_back() -> None:
    async with opened(80, 24) as reader:
        await reader.press("G")
        assert "Published in The Merrow Lantern" in reader.shown
        assert "100 %" in reader.shown
        await reader.press("g")
        assert (reader.article.first, reader.article.cursor) == (0, 0)


async def test_tab_goes_to_the_other_pane_and_back() -> None:
    async with opened() as reader:
        assert reader.screen.pane_name == ARTICLE
        await reader.press("tab")
        assert reader.screen.pane_name == LIST
        await reader.press("tab")
        assert reader.screen.pane_name == ARTICLE


async def test_moving_in_the_list_selects_and_the_article_follows() -> None:
    async with opened(80, 24) as reader:
        await reader.press("tab", "j")
        assert reader.selected == ("q1", 0)
        await reader.press("G")
        assert reader.selected == ("q6", 0)
        assert reader.article.cell_at(spot("Gardens may").start) is not None
        await reader.press("g", "j", "k")
        assert reader.selected == ("q1", 0)


async def test_digits_show_the_lists() -> None:
    async with opened() as reader:
        await reader.press("2")
        assert reader.screen.list_name == "entities" and "Organisations" in reader.shown
        await reader.press("3")
        assert reader.screen.list_name == "points" and reader.list.keys == ("k1", "k2")
        await reader.press("1")
        assert reader.screen.list_name == "quotes" and reader.screen.pane_name == LIST
        await reader.press("4")  # no rule has a list
        assert reader.screen.list_name == "quotes"


async def test_the_rules_lists_have_the_digits_after_the_programs_own() -> None:
    def analyse(of: Article) -> Reading:
        match = Match("m1", "figures", spot("two pumps"), style=Style("match"), list="numbers")
        return Reading(of, matches=[match], lists=[ListTab("numbers", "Numbers")], rule_notices=["one was too slow"])

    async with opened(of=app(analyse=analyse)) as reader:
        assert "rules: one was too slow" in reader.shown
        await reader.press("4", "n")
        assert reader.selected == ("m1", 0) and "Numbers 1" in reader.shown


async def test_n_and_capital_n_walk_the_list_from_anywhere_and_stop_at_its_ends() -> None:
    async with opened() as reader:
        await reader.press("n")
        assert reader.selected == ("q1", 0) and reader.screen.pane_name == ARTICLE
        await reader.press("n", "n")
        assert reader.selected == ("q3", 0)
        await reader.press("N")
        assert reader.selected == ("q4", 0)
        await reader.press("N", "N", "N")
        assert reader.selected == ("q1", 0) and "the first item" in reader.shown
        await reader.press(*["n"] * 9)
        assert reader.selected == ("q6", 0) and "the last item" in reader.shown


async def test_a_list_keeps_its_place_while_another_is_shown() -> None:
    async with opened() as reader:
        await reader.press("n", "n", "2", "j", "1")
        assert reader.list.current == "q4"
        await reader.press("n")
        assert reader.selected == ("q3", 0)


async def test_brackets_walk_the_mentions() -> None:
    async with opened(80, 24) as reader:
        await reader.press("2", "j", "right_square_bracket", "right_square_bracket")
        assert reader.selected == ("e2", 2)
        assert reader.article.cursor == spot("Brandt", 1).start
        await reader.press("left_square_bracket")
        assert reader.selected == ("e2", 1)
        await reader.press("left_square_bracket", "left_square_bracket")
        assert reader.selected == ("e2", 0) and "the first mention" in reader.shown
        await reader.press(*["right_square_bracket"] * 9)
        assert reader.selected == ("e2", 4) and "the last mention" in reader.shown


async def test_brackets_go_on_from_where_one_reads() -> None:
    async with opened(80, 24) as reader:
        await reader.press("2", "j", "tab", "G", "left_square_bracket")
        assert reader.selected == ("e2", 4)
        await reader.press("g", "right_square_bracket")
        assert reader.selected == ("e2", 0)


async def test_a_list_that_is_shown_again_has_its_item_selected_and_the_text_stays() -> None:
    async with opened(80, 24) as reader:
        await reader.press("2", "j", "j", "1", "n")
        first = reader.article.first
        await reader.press("2")
        assert reader.selected == ("e6", 0) and reader.article.first == first


async def test_brackets_walk_the_parts_of_a_quote() -> None:
    async with opened() as reader:
        await reader.press("n", "right_square_bracket")
        assert reader.selected == ("q1", 1)
        assert reader.article.cursor == spot("“There is none").start


async def test_e_walks_the_entities_from_where_one_reads() -> None:
    async with opened() as reader:
        await reader.press("e")
        assert reader.selected == ("e1", 0) and reader.screen.list_name == "quotes"
        assert "country or town" in reader.shown
        await reader.press("e", "e")
        assert reader.screen.selected == "e7"  # Friday
        await reader.press("E")
        assert reader.selected == ("e1", 1)
        await reader.press("G", "e")
        assert "no entity after this" in reader.shown
        await reader.press("g", "E")
        assert "no entity before this" in reader.shown


async def test_enter_in_the_list_goes_to_the_place_in_the_article() -> None:
    async with opened(80, 24) as reader:
        await reader.press("n", "n", "tab", "enter")
        assert reader.screen.pane_name == ARTICLE
        assert reader.article.cursor == spot("“Nobody").start


async def test_enter_in_the_article_selects_what_is_there_and_then_what_is_around_it() -> None:
    async with opened() as reader:
        await reader.press("e", "e", "e", "e")  # the mayor, by name
        assert reader.screen.selected == "e2"
        await reader.press("enter")
        assert reader.screen.selected == "k1" and reader.screen.list_name == "points"
        await reader.press("enter")
        assert reader.screen.selected == "e2" and reader.screen.list_name == "entities"


async def test_enter_on_a_row_without_anything_at_its_start_takes_what_is_on_it() -> None:
    async with opened() as reader:
        target = reader.article.rows.y_of(spot("Brandt denied").start)
        await reader.press(*["j"] * target)
        await reader.press("enter")
        assert reader.screen.selected in {"e2", "q4"}


async def test_links_are_followed_and_one_goes_back_and_forward() -> None:
    async with opened() as reader:
        await reader.press("n", "l")
        assert reader.screen.pane_name == LINKS and reader.detail.current == "0"
        await reader.press("enter")
        assert reader.selected == ("e2", 0) and reader.screen.list_name == "entities"
        assert reader.screen.pane_name == LIST and reader.list.current == "e2"
        await reader.press("backspace")
        assert reader.selected == ("q1", 0) and reader.screen.list_name == "quotes"
        await reader.press("greater_than_sign")
        assert reader.selected == ("e2", 0)
        await reader.press("less_than_sign", "less_than_sign")
        assert reader.selected == ("q1", 0) and "nowhere to go back to" in reader.shown


async def test_back_restores_exactly_what_was_shown() -> None:
    async with opened(70, 20) as reader:
        await reader.press(*["n"] * 4, "l")
        before = (reader.article.first, reader.article.cursor, reader.selected)
        await reader.press("enter", "3", "n", "less_than_sign")
        assert (reader.article.first, reader.article.cursor, reader.selected) == before


async def test_escape_leaves_the_links() -> None:
    async with opened() as reader:
        await reader.press("n", "l", "escape")
        assert reader.screen.pane_name == LIST


async def test_there_are_no_links_before_something_is_selected() -> None:
    async with opened() as reader:
        await reader.press("l")
        assert reader.screen.pane_name == ARTICLE and "select an item first" in reader.shown


async def test_t_shows_the_themes_as_one_walks_them_and_escape_goes_back() -> None:
    async with opened() as reader:
        await reader.press("n")
        shown = reader.shown
        await reader.press("t")
        assert "Themes" in reader.shown and "sepia" in reader.shown
        themes = []
        for _ in range(2):
            await reader.press("j")
            themes.append(reader.app.theme)
        assert themes == ["reader-light", "reader-ansi"]
        await reader.press("escape")
        assert reader.app.theme == "reader-dark"
        assert reader.shown == shown


async def test_a_theme_is_kept_with_enter_and_nothing_moves() -> None:
    async with opened() as reader:
        await reader.press("n")
        shown = reader.shown.splitlines()[:-1]
        await reader.press("t", "j", "enter")
        assert reader.app.theme == "reader-light"
        assert reader.shown.splitlines()[:-1] == shown


async def test_a_theme_of_the_users_own_that_is_not_right_says_so_and_the_last_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "reader" / "themes").mkdir(parents=True)
    (tmp_path / "reader" / "themes" / "zz.yaml").write_text("version: 3\n", encoding="utf-8")
    async with opened() as reader:
        await reader.press("t", "G")
        assert "theme zz: 'dark' is missing" in reader.shown
        await reader.press("enter")
        assert reader.app.theme == "reader-dark"


async def test_w_changes_the_column_and_keeps_the_place() -> None:
    async with opened(200, 16) as reader:
        await reader.press(*["j"] * 8)
        top = reader.article.top
        widths = []
        for _ in range(4):
            await reader.press("w")
            widths.append(reader.article.rows.width)
            assert reader.article.first == min(
                reader.article.rows.y_of(top), reader.article.row_count - reader.article.page_rows
            )
        assert [widths[0], *widths[2:]] == [84, 60, 72] and widths[1] > 100


async def test_y_copies_the_selected_quote_with_its_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.clipboard.tool_for", lambda environ, platform: None)
    async with opened() as reader:
        await reader.press("y")
        assert "select an item first" in reader.shown
        await reader.press("n", "n", "y")
        await until(reader.pilot, lambda: "sent to the terminal’s clipboard" in reader.shown)
        assert reader.app.clipboard.startswith("“Nobody in this building was told about the pumps,” — Odile Brandt, ")


async def test_y_claims_to_have_copied_only_when_a_tool_did(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    to = tmp_path / "copied"
    command = ("sh", "-c", f"cat > {to}")
    monkeypatch.setattr("reader.tui.clipboard.tool_for", lambda environ, platform: command)
    async with opened() as reader:
        await reader.press("n", "y")
        await until(reader.pilot, lambda: " copied" in reader.shown)
        assert to.read_text(encoding="utf-8").startswith("“A fountain is a promise")
    monkeypatch.setattr("reader.tui.clipboard.tool_for", lambda environ, platform: ("false",))
    async with opened() as reader:
        await reader.press("n", "y")
        await until(reader.pilot, lambda: "if it takes it" in reader.shown)


async def test_the_help_names_every_command_and_closes() -> None:
    async with opened(120, 100) as reader:
        await reader.press("question_mark")
        shown = reader.shown
        assert all(command.title in shown for command in COMMANDS if command.listed)
        await reader.press("j", "k", "escape")
        assert reader.app.screen is reader.screen
        await reader.press("question_mark", "q")
        assert reader.app.screen is reader.screen


async def test_the_palette_offers_every_command_and_theme() -> None:
    async with opened(120, 50) as reader:
        await reader.press("ctrl+p")
        assert reader.app.screen is not reader.screen
        await reader.pilot.press(*"key points")
        await until(reader.pilot, lambda: "what matters" in reader.shown)
        await reader.pilot.press("enter")
        await until(reader.pilot, lambda: reader.app.screen is reader.screen and reader.screen.list_name == "points")
        await reader.press("ctrl+p")
        await reader.pilot.press(*"theme: light")
        await until(reader.pilot, lambda: "Theme: light" in reader.shown)
        await reader.pilot.press("enter")
        await until(reader.pilot, lambda: reader.app.theme == "reader-light")


async def test_q_quits() -> None:
    async with opened() as reader:
        await reader.pilot.press("q")
    assert reader.app.return_code == 0


# --- the mouse ----------------------------------------------------------------------------------------------------
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


# --- sizes --------------------------------------------------------------------------------------------------------
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
        await until(reader.pilot, lambda: "reader needs 60 × 16" in reader.shown)
        await reader.pilot.resize_terminal(80, 24)
        await until(reader.pilot, lambda: "Quotes 6" in reader.shown)


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


async def test_where_there_is_room_for_one_the_links_take_the_place_of_the_list() -> None:
    async with opened(60, 16) as reader:
        await reader.press("n")
        assert "said by" not in reader.shown
        await reader.press("l")
        await until(reader.pilot, lambda: "said by" in reader.shown)
        await reader.press("enter")
        await until(reader.pilot, lambda: "Organisations" in reader.shown)


# --- safety -------------------------------------------------------------------------------------------------------
_HOSTILE = (
    *("[/]", "[sic]", "[@click=app.exit]x[/]", '[link="x'),
    *("\x1b[31mred", "\x1b]52;c;aGk=\x07", "\x9b2J", "\u202eabc", "a\x00b"),
)


@pytest.mark.parametrize("words", _HOSTILE)
async def test_no_markup_and_no_control_character_passes(words: str) -> None:
    name = words.replace("/", "")
    hostile = article(f"{TEXT}\n{words} at the end\n", path=f"dir/{name}.txt", notices=(words,))
    async with opened(of=app(of=hostile)) as reader:
        await reader.press("G")
        shown = reader.shown
        assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in shown)
        assert "\u202e" not in shown
        if words.isprintable():
            assert f"{words} at the end" in shown and f"{name}.txt" in shown.splitlines()[0]


async def test_an_article_of_nothing_can_be_opened() -> None:
    async with opened(of=app(of=article("x"), analyse=lambda of: Reading(of))) as reader:
        await reader.press("j", "k", "G", "g", "space", "b", "n", "e", "enter", "l", "tab", "j", "enter", "w", "2", "3")
        assert "no points found" in reader.shown


async def test_a_long_article_is_laid_out_behind_what_is_shown() -> None:
    text = "\n\n".join(f"Paragraph {i} says that nothing of note has happened here for years." for i in range(6000))
    async with opened(of=app(of=article(text), analyse=lambda of: Reading(of))) as reader:
        await until(reader.pilot, lambda: reader.article.rows.done)
        await reader.press("G")
        assert "Paragraph 5999" in reader.shown
        await asyncio.sleep(0)
