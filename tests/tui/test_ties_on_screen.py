"""Commands that go from one end of a tie to the other: mentions, entities, links, and back."""

from __future__ import annotations

from screen_hand import Reader, opened
from tui_samples import app, article, reading, spot, until, waiting_app

from reader.analysis.model import Analysis
from reader.article.load import load_file
from reader.article.model import Article
from reader.read import read
from reader.reading import Reading
from reader.resources import articles_folder
from reader.tui.commands import ARTICLE, LINKS, LIST


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
        await reader.press("less_than_sign", "less_than_sign", "less_than_sign")
        assert reader.selected == ("q1", 0) and "nowhere to go back to" in reader.shown


async def test_back_restores_exactly_what_was_shown() -> None:
    async with opened(70, 20) as reader:
        await reader.press(*["n"] * 4, "l")
        before = (reader.article.first, reader.article.cursor, reader.selected)
        await reader.press("enter", "3", "n", "less_than_sign", "less_than_sign")
        assert (reader.article.first, reader.article.cursor, reader.selected) == before


async def test_back_from_a_walk_through_items_leads_to_where_one_read_before_it_however_long_it_was() -> None:
    async with opened(70, 16) as reader:
        await reader.press(*["j"] * 5)
        read = (reader.article.first, reader.article.cursor)
        for walk in (["n"] * 3, ["e", "E", "e"], ["2", "j", "j", "right_square_bracket", "tab"], ["G"]):
            await reader.press(*walk)
            assert (reader.article.first, reader.article.cursor) != read
            await reader.press("backspace")
            assert (reader.article.first, reader.article.cursor) == read, walk
        await reader.press("backspace")
        assert "nowhere to go back to" in reader.foot
        await reader.press("greater_than_sign")
        assert reader.article.cursor > read[1]


async def test_back_shows_the_same_rows_again_whichever_is_the_first() -> None:
    async with opened(70, 16) as reader:
        blank = []
        for _ in range(8):
            await reader.press("j")
            before = reader.shown.splitlines()[:-1]
            top = reader.article.rows.row(reader.article.first)
            blank.append(top is not None and top.block < 0)
            await reader.press("G", "backspace")
            assert reader.shown.splitlines()[:-1] == before
        assert any(blank) and not all(blank)


async def test_what_one_looks_at_while_one_types_what_to_find_leaves_no_place_to_go_back_to() -> None:
    async with opened(70, 16) as reader:
        await reader.press("j")
        read = reader.article.cursor
        await reader.press("slash", *"the", "down", "down", "escape", "backspace")
        assert "nowhere to go back to" in reader.foot
        await reader.press("slash", *"the", "down", "down", "enter", "n", "backspace")
        assert reader.article.cursor == read
        await reader.press("backspace")
        assert "nowhere to go back to" in reader.foot


async def test_escape_leaves_the_links() -> None:
    async with opened() as reader:
        await reader.press("n", "l", "escape")
        assert reader.screen.pane_name == LIST


async def test_there_are_no_links_before_something_is_selected() -> None:
    async with opened() as reader:
        await reader.press("l")
        assert reader.screen.pane_name == ARTICLE and "select an item first" in reader.shown


async def test_back_from_the_end_of_a_link_is_at_the_link_again() -> None:
    async with opened() as reader:
        await reader.press("2", "j", "l", "j")
        link = reader.detail.current
        await reader.press("enter")
        assert reader.screen.pane_name == LIST and reader.screen.list_name == "quotes"
        await reader.press("backspace")
        assert reader.screen.pane_name == LINKS and reader.detail.current == link == "1"
        assert reader.selected == ("e2", 0) and reader.screen.list_name == "entities"


async def test_what_needs_an_item_says_that_one_is_still_reading() -> None:
    the_app, gate = waiting_app()
    async with the_app.run_test(size=(120, 40)) as pilot:
        reader = Reader(the_app, pilot)
        for key in ("n", "right_square_bracket", "e", "l", "y"):
            reader.screen.footer.show(message="")
            await reader.press(key)
            assert "still reading: the lists fill in a moment" in reader.foot, key
        gate.set()


async def test_on_a_low_screen_the_links_come_into_view_with_the_first_of_them() -> None:
    strike = load_file(str(articles_folder() / "harbour-strike.txt"))
    async with opened(60, 16, app(of=strike, analyse=read)) as reader:
        await reader.press("2", "n", "l")
        await until(reader.pilot, lambda: "▸ said" in reader.shown)


async def test_enter_in_a_list_goes_to_its_first_item_when_none_is_current_and_that_can_be_taken_back() -> None:
    async with opened(80, 24) as reader:
        await reader.press("3", "enter")
        assert reader.selected[0] == reader.list.keys[0] and reader.screen.pane_name == ARTICLE
        await reader.press("tab", "G", "tab", "g", "tab", "enter")
        assert reader.article.cursor > 0
        await reader.press("backspace")
        assert reader.article.cursor == 0


async def test_enter_where_nothing_is_marked_says_so() -> None:
    plain = article("The bells\n\nThe wind moved over the grass.\n")
    async with opened(80, 24, app(of=plain, analyse=read)) as reader:
        await reader.press("j", "enter")  # a blank row
        assert reader.selected[0] is None and "nothing is marked here: e goes to the next name" in reader.foot


async def test_an_empty_list_says_which_others_have_something() -> None:
    def analyse(of: Article) -> Reading:
        found = reading(of)
        return Reading(of, Analysis((), found.entities, found.key_points))

    async with opened(100, 24, app(analyse=analyse)) as reader:
        await reader.press("n")
        assert "nothing in this list: 2 entities, 3 points" in reader.foot


async def test_the_key_of_a_list_that_is_not_there_says_which_there_are() -> None:
    async with opened(100, 24) as reader:
        await reader.press("7")
        assert "no such list: 1 quotes, 2 entities, 3 points" in reader.foot
        assert reader.screen.list_name == "quotes"


async def test_what_is_said_goes_with_the_next_key() -> None:
    async with opened(100, 24) as reader:
        await reader.press("backspace")
        assert "nowhere to go back to" in reader.foot
        await reader.press("j")
        assert "nowhere" not in reader.foot and "n/N next" in reader.foot
        reader.screen.tell_trouble("the disk is full")
        await reader.press("j")
        assert "the disk is full" in reader.foot
