"""Finding on the screen: what each key does, before the analysis and after."""

from __future__ import annotations

import pytest
from screen_hand import Reader, opened
from textual.events import Key, Paste
from tui_samples import TEXT, app, article, spot, until, waiting_app

from reader.reading import Reading
from reader.tui.commands import ARTICLE, LIST


async def test_what_is_found_is_a_list_that_grows_narrower_as_one_types() -> None:
    async with opened() as reader:
        await reader.press("slash")
        assert reader.foot.startswith(" / ")
        await reader.write("p")
        many = len(reader.found)
        await reader.write("ump")
        assert 0 < len(reader.found) < many and set(reader.found) == {"pump"}
        assert f"Find {len(reader.found)}" in reader.shown
        assert reader.screen.list_name == "find" and reader.screen.selected == f"find:{spot('pump').start}"
        assert reader.foot.startswith(" / pump ") and str(len(reader.found)) in reader.foot


async def test_enter_keeps_what_is_found_and_n_walks_it() -> None:
    async with opened(80, 24) as reader:
        await reader.press("slash")
        await reader.write("pumps")
        await reader.press("enter")
        assert reader.screen.pane_name == ARTICLE and "%" in reader.foot
        first = spot("pumps").start
        assert reader.article.cursor == first
        await reader.press("n")
        assert reader.article.cursor == spot("pumps", 1).start
        await reader.press("N", "N")
        assert reader.article.cursor == first and "the first item" in reader.shown
        await reader.press("less_than_sign")
        assert reader.article.cursor == 0


async def test_escape_gives_everything_back() -> None:
    async with opened(70, 20) as reader:
        await reader.press("n", "n", "n")
        before = reader.screen.stand
        rows = reader.shown
        await reader.press("slash")
        await reader.write("Sundays")
        assert reader.screen.stand != before
        await reader.press("escape")
        assert reader.screen.stand == before and reader.shown == rows
        assert reader.screen.finds is None and "Find" not in reader.shown


async def test_escape_gives_back_what_was_found_before() -> None:
    async with opened() as reader:
        await reader.press("slash", *"pumps", "enter", "slash")
        await reader.write("water")
        await reader.press("escape")
        assert set(reader.found) == {"pumps"}


async def test_the_box_shows_the_last_query_and_enter_goes_to_the_next_of_it() -> None:
    async with opened() as reader:
        await reader.press("slash", *"pumps", "enter", "slash")
        assert reader.foot.startswith(" / pumps")
        await reader.press("enter")
        assert reader.article.cursor == spot("pumps", 1).start
        await reader.press("slash", *"gar")
        assert reader.foot.startswith(" / gar ")


async def test_an_emptied_box_ends_the_find() -> None:
    async with opened() as reader:
        await reader.press("slash", *"pumps", "enter", "slash", "backspace", "enter")
        assert reader.screen.finds is None and "Find" not in reader.shown
        assert reader.screen.list_name == "quotes"


async def test_what_is_not_there_is_said_and_one_stays_where_one_was() -> None:
    async with opened(80, 24) as reader:
        await reader.press("j", "j")
        before = reader.screen.stand
        await reader.press("slash", *"zebra")
        assert "none" in reader.foot and "nothing found" in reader.shown
        assert (reader.article.cursor, reader.article.top) == (before.cursor, before.top)
        await reader.press("enter")
        assert "not found: zebra" in reader.foot and reader.screen.stand == before


async def test_a_regular_expression_is_sought_after_ctrl_r_and_its_faults_are_told_in_the_box() -> None:
    async with opened() as reader:
        await reader.press("slash", "ctrl+r")
        assert reader.foot.startswith(" regex / ") and "words" in reader.foot
        await reader.write("p.mp|water")
        assert {word.lower() for word in reader.found} == {"pump", "water"}
        await reader.write("(")
        assert "is not valid" in reader.foot and reader.found
        await reader.press("backspace", "ctrl+r")
        assert reader.found == [] and reader.foot.startswith(" / p.mp|water")


async def test_a_query_of_before_is_replaced_by_what_is_typed_after_ctrl_r_too() -> None:
    async with opened() as reader:
        await reader.press("slash", *"zebra", "enter", "slash", *"pumps", "enter", "slash", "ctrl+r")
        assert reader.foot.startswith(" regex / pumps")
        await reader.write("wat.r")
        assert reader.foot.startswith(" regex / wat.r")
        await reader.press("enter")
        assert {word.lower() for word in reader.found} == {"water"}


async def test_the_mouse_does_in_the_box_what_keys_do() -> None:
    async with opened() as reader:
        await reader.pilot.click("#footer", offset=(reader.foot.index("/ find"), 0))
        await until(reader.pilot, lambda: reader.foot.startswith(" / "))
        await reader.pilot.click("#find-box", offset=(reader.foot.index("^R"), 0))
        await until(reader.pilot, lambda: reader.foot.startswith(" regex / "))
        await reader.write("p.mps")
        await reader.pilot.click("#find-box", offset=(reader.foot.index("↵"), 0))
        await until(reader.pilot, lambda: reader.screen.pane_name == ARTICLE and "%" in reader.foot)
        assert set(reader.found) == {"pumps"}


async def test_arrows_in_the_box_go_through_the_matches() -> None:
    async with opened() as reader:
        await reader.press("slash", *"pumps", "down")
        assert reader.article.cursor == spot("pumps", 1).start
        await reader.press("up")
        assert reader.article.cursor == spot("pumps").start and reader.foot.startswith(" / pumps")


async def test_leaving_the_box_by_tab_keeps_what_is_found() -> None:
    async with opened() as reader:
        await reader.press("slash", *"pumps", "tab")
        assert "%" in reader.foot and reader.found and reader.screen.pane_name == LIST


async def test_one_can_find_before_anything_is_known_and_the_list_stays_when_it_is() -> None:
    the_app, gate = waiting_app()
    async with the_app.run_test(size=(120, 40)) as pilot:
        reader = Reader(the_app, pilot)
        await reader.press("slash", *"pumps", "enter")
        assert set(reader.found) == {"pumps"} and "Find" in reader.shown and "reading…" in reader.shown
        assert "Quotes 0" not in reader.shown
        await reader.press("1", "n", "l", "e", "y", "4")
        gate.set()
        await until(pilot, lambda: "Quotes 6" in reader.shown)
        assert reader.screen.list_name == "find" and set(reader.found) == {"pumps"}
        await reader.press("n")
        assert reader.article.cursor == spot("pumps", 1).start


async def test_matches_are_painted_and_marked_on_the_rail_apart_from_mentions() -> None:
    async with opened(80, 24) as reader:
        await reader.press("slash", *"said", "enter")
        rail = [line[reader.article.size.width - 1] for line in reader.shown.splitlines()[3:-1]]
        assert "•" in rail and ({"┤", "┫"} & set(rail))
        assert len(reader.article.found) == len(reader.found)
        row = reader.article.rows.row(reader.article.rows.y_of(spot("said", 1).start))
        assert row is not None and reader.screen.guide is not None
        roles = {layer.role for layer in reader.screen.guide.marks(row.start, row.end, reader.article.marked).layers}
        assert "match.find" in roles


@pytest.mark.parametrize(("width", "height"), [(60, 16), (80, 24), (240, 70)])
async def test_the_box_fits_at_every_size_and_a_long_query_keeps_its_end_in_view(width: int, height: int) -> None:
    async with opened(width, height) as reader:
        await reader.press("slash")
        reader.app.post_message(Paste("x" * 300 + "end"))
        await until(reader.pilot, lambda: "xend" in reader.foot)
        assert len(reader.foot) == width and "none" in reader.foot
        await reader.press("home")
        assert reader.foot.startswith(" / xxxx")


@pytest.mark.parametrize(
    "hostile", ["\x1b[2Jpumps", "\x1b]52;c;aGk=\x07", "[/b][@click=app.exit]x", "a\x00b\u202ec\x9b", "[sic]"]
)
async def test_hostile_text_in_the_box_reaches_no_terminal(hostile: str) -> None:
    of = article(f"{TEXT}\n{hostile} at the end of [it]\n")
    async with opened(of=app(of=of, analyse=lambda it: Reading(it))) as reader:
        await reader.press("slash")
        reader.app.post_message(Paste(hostile))
        await reader.pilot.pause()
        await reader.press("enter", "slash", "escape", "n")
        shown = reader.shown
        assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c == "\u202e" for c in shown)
        assert reader.app.is_running


async def test_hostile_matches_in_the_list_are_shown_clean() -> None:
    of = article(f"{TEXT}\nneedle \x1b[31m[b]red[/b]\x9b [@click=app.exit]x[/]\n")
    async with opened(of=app(of=of, analyse=lambda it: Reading(it))) as reader:
        await reader.press("slash", *"needle", "enter")
        assert "[b]red[/b]" in reader.shown and "\x1b" not in reader.shown and "\x9b" not in reader.shown


async def test_a_long_text_is_searched_to_its_end_behind_the_box() -> None:
    text = "\n\n".join(f"Paragraph {i} says that nothing of note has happened here." for i in range(40_000)) + " zebra"
    async with opened(of=app(of=article(text), analyse=lambda it: Reading(it))) as reader:
        await reader.press("slash", *"zebra")
        await until(reader.pilot, lambda: reader.found == ["zebra"])
        await until(reader.pilot, lambda: "Paragraph 39999" in reader.shown)
        await reader.press("escape", "slash", *"note")
        await until(reader.pilot, lambda: "2,000+" in reader.foot and "Find 2,000+" in reader.shown)


async def test_of_more_matches_than_are_listed_n_goes_to_those_beyond() -> None:
    of = article("\n\n".join(f"Here is pump {i}, which is like the others." for i in range(4_500)))
    async with opened(of=app(of=of, analyse=lambda it: Reading(it))) as reader:
        await reader.press("slash", *"pump", "enter", "tab", "G")
        assert reader.screen.items.neighbour(1) is None and len(reader.found) == 2_000
        last = reader.article.cursor
        await reader.press("n")
        await until(reader.pilot, lambda: reader.article.cursor > last)
        assert of.text.count("pump", 0, reader.article.cursor) == 2_000
        await reader.press("tab", "G", "slash", "enter")
        await until(reader.pilot, lambda: reader.article.cursor == of.text.rindex("pump"))


async def test_what_was_found_before_escape_is_found_again_by_enter_alone() -> None:
    async with opened() as reader:
        await reader.press("slash", *"pumps", "escape")
        assert reader.found == []
        await reader.press("slash", "enter")
        await until(reader.pilot, lambda: reader.article.cursor == spot("pumps").start)


async def test_the_whole_of_an_article_is_searched_once_it_is_there() -> None:
    of = article()
    async with opened(of=app(of=of)) as reader:
        await reader.press("slash", *"pumps", "enter")
        count = len(reader.found)
        reader.screen.set_article(article(f"{TEXT}\nMore pumps\n"))
        await until(reader.pilot, lambda: len(reader.found) == count + 1)


async def test_keys_that_come_in_one_burst_go_where_they_belong() -> None:
    async with opened() as reader:
        for key in "/va/n\r":
            reader.app.post_message(Key({"/": "slash", "\r": "enter"}.get(key, key), key))
        await until(reader.pilot, lambda: "not found: va/n" in reader.foot)
        for key in "/pumps\rn":
            reader.app.post_message(Key({"/": "slash", "\r": "enter"}.get(key, key), key))
        await until(reader.pilot, lambda: reader.article.cursor == spot("pumps", 1).start)
        assert set(reader.found) == {"pumps"} and reader.screen.pane_name == ARTICLE
        for key in ("v", "w", "o", "y"):
            reader.app.post_message(Key(key, key))
        await until(
            reader.pilot, lambda: bool(reader.app.clipboard) or "copied" in reader.foot or "sent" in reader.foot
        )
        assert reader.chosen is None and reader.article.measure == 72


async def test_what_was_found_is_marked_in_the_current_entry_too() -> None:
    async with opened(100, 30) as reader:
        await reader.press("slash", *"fountain", "enter")
        row = reader.list.row_of(reader.list.current or "")
        assert row is not None
        marked = [s for s in reader.list.render_line(row) if s.text.lower() == "fountain"]
        others = [s for s in reader.list.render_line(row) if "turns off" in s.text or s.text.strip() == "s"]
        assert marked and all(s.style is not None and s.style.underline for s in marked)
        assert not any(s.style is not None and s.style.underline for s in others)
