"""Commands that move: through the text, the lists, the items."""

from __future__ import annotations

from itertools import pairwise

from screen_hand import opened
from textual.events import Key
from textual.widget import Widget
from tui_samples import app, spot, until

from reader.analysis.model import Quote
from reader.article.model import Article
from reader.reading import Reading
from reader.rules.model import ListTab, Match, Style
from reader.spans import Span
from reader.tui.article_pane import ArticlePane
from reader.tui.commands import ARTICLE, COMMANDS, LIST
from reader.tui.detail import Detail
from reader.tui.item_list import ItemList
from reader.tui.reading_screen import ReadingScreen


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


async def test_what_one_moves_to_in_the_list_is_selected_at_once() -> None:
    async with opened() as reader:
        await reader.press("1")
        before = reader.selected
        reader.screen.action_move(1)
        assert reader.list.current is not None and reader.selected == (reader.list.current, 0) != before
        assert reader.article.marked.selected == reader.list.current


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


async def test_the_list_turns_by_half_a_page_while_one_walks_through_it_from_the_article() -> None:
    """It is drawn anew once in many steps, so that these are fast; with the focus on it it scrolls row by row."""

    def analyse(of: Article) -> Reading:
        matches = [Match(f"m{n}", "word", Span(5 * n, 5 * n + 4), list="words") for n in range(100)]
        return Reading(of, matches=matches, lists=[ListTab("words", "Words")])

    async with opened(of=app(analyse=analyse)) as reader:

        async def turns(key: str, times: int) -> int:
            """How often the list scrolls in so many steps, in each of which the current entry is in view."""
            firsts = []
            for _ in range(times):
                await reader.press(key)
                assert reader.screen.selected is not None and reader.list.row_of(reader.screen.selected) is not None
                firsts.append(reader.list.first)
            return sum(a != b for a, b in pairwise(firsts))

        await reader.press("4", "tab")
        assert 1 <= await turns("n", 60) <= 6
        assert 1 <= await turns("N", 60) <= 6
        await reader.press("tab")
        assert await turns("j", 60) > 20


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


async def test_keys_are_done_in_their_order_however_fast_they_come() -> None:
    async with opened() as reader:
        for key in ("j", "j", "slash", "b", "r"):
            reader.app.post_message(Key(key, None if len(key) > 1 else key))
        await until(reader.pilot, lambda: len(reader.found) > 0)
        await reader.press("escape")
        slow = reader.article.cursor
    async with opened() as reader:
        await reader.press("j", "j", "slash", "b", "r", "escape")
        assert slow == reader.article.cursor > 0


async def test_what_one_goes_to_has_rows_around_it_and_a_quote_is_shown_to_its_end() -> None:
    async with opened(72, 17) as reader:
        for number, width in enumerate(range(72, 120, 3)):
            await reader.pilot.resize_terminal(width, 17)
            for _ in range(6):
                reader.screen.action_item(-1 if number % 2 else 1)  # down, and at the next width up again
                await reader.pilot.pause()
                spans = reader.screen.guide.spans(reader.screen.selected or "") if reader.screen.guide else ()
                pane = reader.article
                first, last = pane.y_of(spans[0].start), pane.y_of(spans[-1].end - 1)
                assert pane.first == 0 or first >= pane.first + 2
                end = pane.first + pane.page_rows
                assert end >= pane.row_count or last < end - 2 or last - first >= pane.page_rows - 6


async def test_a_strong_rule_shows_which_pane_has_the_focus() -> None:
    async with opened(80, 24) as reader:
        for keys, strong in (("", []), ("1", [1]), ("n", [1]), ("l", [14]), ("escape", [1]), ("tab", [])):
            await reader.press(*([keys] if keys else []))
            await reader.pilot.pause()
            rows = reader.shown.splitlines()
            assert [y for y, row in enumerate(rows) if "━" in row] == strong, keys


async def test_the_speaker_of_the_first_quote_in_view_stays_in_view_and_covers_no_current_one() -> None:
    async with opened(60, 16) as reader:
        guide = reader.screen.guide
        assert guide is not None
        for key in (*"nnnnnn", *"NNNNNN", "G", *"kkk", *"NN"):
            await reader.press(*(["1"] if key == "n" else []), key)
            top = reader.list.region.y
            rows = [row[: reader.list.row_width] for row in reader.shown.splitlines()[top:-1]]
            signs = [y for y, row in enumerate(rows) if "▸" in row]
            assert len(signs) == 1, (key, rows)
            over = [row for row in rows[: signs[0]] if " said " in row and "%" in row]
            quote = guide.reading.item(reader.list.current or "")
            assert isinstance(quote, Quote)
            name = quote.speaker.name if quote.speaker is not None and quote.speaker.name else "Nobody named"
            assert over and over[-1].strip().startswith(name), (key, rows)


async def test_a_click_on_a_heading_that_stayed_in_view_goes_to_its_first_entry() -> None:
    async with opened(60, 16) as reader:
        await reader.press("1", "n", "n", "n")
        reader.list.roll_to(2)
        await reader.pilot.pause()
        assert "Odile Brandt" in reader.shown.splitlines()[reader.list.region.y]
        await reader.pilot.click(reader.list, offset=(8, 0))
        assert reader.list.first == 0
