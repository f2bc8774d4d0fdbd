"""Bookmarks, notes, and what an article is like when it is opened again."""

from __future__ import annotations

from pathlib import Path

from lasting_hand import PARTS, TEXT, Reader, bridge_file, opened
from tui_samples import screen_text

from reader.analysis.model import Quote
from reader.article.load import load_file
from reader.library.anchors import State
from reader.library.keeping import Keeping
from reader.library.library import Library
from reader.tui.app import ReaderApp
from reader.tui.commands import ARTICLE
from reader.tui.entries import NOTES
from reader.tui.live_rules import LiveRules
from reader.tui.theme_files import load_theme

file = bridge_file  # a fixture


# --- bookmarks and notes ------------------------------------------------------------------------------------------
async def test_m_puts_a_bookmark_on_the_line_and_takes_it_away_again(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("j", "j", "m")
        line = reader.line
        assert [note.quoted for note in reader.keeping.notes] == [line.strip()]
        assert "Notes 1" in reader.shown
        row = next(row for row in reader.shown.splitlines() if line[:20] in row)
        assert row.split(line[:20])[0].split() == ["›*"]
        await reader.press("m")
        assert reader.keeping.notes == () and "Notes" not in reader.shown
        await reader.press("u")
        assert len(reader.keeping.notes) == 1 and "Notes 1" in reader.shown


async def test_m_marks_what_is_selected_in_the_list(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("1", "n", "m")
        quote = reader.selected
        assert isinstance(quote, Quote)
        assert [note.span for note in reader.keeping.notes] == [quote.parts[0]]


async def test_a_note_is_typed_kept_changed_and_deleted(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("j", "j", "a")
        await reader.type("ask about this #bridge")
        await reader.press("enter")
        (note,) = reader.keeping.notes
        assert (note.words, note.tags) == ("ask about this #bridge", ("bridge",))
        assert reader.screen.pane_name == ARTICLE
        await reader.press("4", "n")
        assert "ask about this #bridge" in reader.shown and "tags  bridge" in reader.shown
        await reader.press("a", "backspace", *"s!", "enter")
        assert reader.words == ["ask about this #bridgs!"]
        await reader.press("x")
        assert reader.keeping.notes == () and "u takes it back" in reader.foot
        await reader.press("u")
        assert reader.words == ["ask about this #bridgs!"]
        await reader.press("u")
        assert reader.words == ["ask about this #bridge"]


async def test_where_a_note_is_deleted_in_their_list_the_one_beside_it_is_selected(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("m", "G", "m", "4", "n")
        first, last = (f"{NOTES}:{note.id}" for note in reader.keeping.notes)
        assert reader.screen.selected == first
        await reader.press("x")
        assert reader.screen.selected == reader.screen.items.current == last
        await reader.press("u", "N", "n", "x")
        assert reader.screen.selected == reader.screen.items.current == first
        await reader.press("x")
        assert reader.screen.selected is None
        await reader.press("u")
        assert reader.screen.list_name == "quotes"  # the list of notes went with the last of them


async def test_escape_leaves_the_note_as_it_was(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("a", *"no", "escape")
        assert reader.keeping.notes == () and "leave" not in reader.foot


async def test_what_is_pasted_into_a_note_is_cleaned(file: Path) -> None:
    from textual.events import Paste

    async with opened(file) as reader:
        await reader.press("a")
        assert reader.screen.focused is not None
        reader.screen.focused.post_message(Paste("red \x1b[31m\nand\x9b5n\u202e [/] [b]"))
        await reader.pilot.pause()
        assert not {"\x1b", "\x9b", "\u202e"} & set(reader.shown)
        await reader.press("enter", "4")
        (note,) = reader.keeping.notes
        assert not {"\x1b", "\x9b", "\u202e", "\n"} & set(note.words + reader.shown.replace("\n", ""))
        assert "[/] [b]" in reader.shown


async def test_notes_are_there_when_it_is_opened_again_and_can_be_walked(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("j", "j", "m", "G", "a", *"end", "enter")
    async with opened(file) as reader:
        await reader.until(lambda: "Notes 2" in reader.shown)
        await reader.press("g", "4", "n", "n")
        assert reader.screen.list_name == NOTES
        assert reader.line == "The council will meet again in the spring."


async def test_notes_on_an_edited_file_say_what_has_become_of_their_words(file: Path) -> None:
    async with opened(file) as reader:
        for words in ("until 14 March", "The council will meet", "On day 7"):
            start = TEXT.index(words)
            reader.screen.pane.go_to(start, start + 1)
            await reader.press("a", *"n", "enter")
    cut = TEXT.replace("14 March", "21 March").replace(PARTS[9] + "\n\n", "")
    file.write_text("In short.\n\n" + cut, encoding="utf-8")
    async with opened(file) as reader:
        await reader.until(lambda: len(reader.keeping.notes) == 3)
        states = {note.quoted[:12]: note.state for note in reader.keeping.notes}
        assert sorted(states.values()) == sorted([State.REVIEW, State.ANCHORED, State.ORPHAN]), states
        await reader.press("4")
        assert "words changed: to review" in reader.shown
        assert "not in the text any more" in reader.shown
    async with opened(file) as reader:
        await reader.until(lambda: len(reader.keeping.notes) == 3)


async def test_what_is_typed_in_an_article_without_a_home_lasts_as_long_as_the_program(file: Path) -> None:
    article = load_file(str(file))
    app = ReaderApp(article, load_theme("dark"), LiveRules((), config=file.parent), 60)
    async with app.run_test(size=(100, 30)) as pilot:
        reader = Reader(app, pilot)
        await reader.until(lambda: reader.screen.guide is not None)
        await reader.press("m")
        assert "Notes 1" in reader.shown
    assert sorted(path.name for path in file.parent.iterdir()) == ["bridge.txt"]


# --- opened again -------------------------------------------------------------------------------------------------
async def test_an_article_opens_where_it_was_left_with_what_was_selected(file: Path) -> None:
    async with opened(file) as reader:
        await reader.select_entity("Tomas Verey")
        await reader.press("right_square_bracket", "tab", *["j"] * 12)
        left = (reader.screen.pane.top, reader.screen.pane.cursor, reader.screen.selected, reader.screen.mention)
        rows = [row[:58] for row in reader.shown.splitlines()[3:-1]]
    async with opened(file) as reader:
        pane = reader.screen.pane
        assert (pane.top, pane.cursor, reader.screen.selected, reader.screen.mention) == left
        assert reader.screen.list_name == "entities" and "▸ Tomas Verey" in reader.shown
        assert [row[:58] for row in reader.shown.splitlines()[3:-1]] == rows


async def test_the_first_picture_is_at_the_place_already(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("G")
        top = reader.screen.pane.top
    article = load_file(str(file))
    keeping = Keeping(Library(file.parent / "state"))
    session = keeping.library.session(article)
    app = ReaderApp(
        article, load_theme("dark"), LiveRules((), config=file.parent), 60, keeping=keeping, session=session
    )
    pane, seen = app.reading_screen.pane, []
    rolled = pane.rolled

    def noted() -> None:
        rolled()
        seen.append(pane.top)

    pane.rolled = noted  # type: ignore[method-assign]
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "The council will meet again" in screen_text(app)
        assert set(seen) <= {top} and pane.top == top
    keeping.library.close()


async def test_a_width_that_was_chosen_is_kept_and_one_that_was_not_is_not(file: Path) -> None:
    async with opened(file) as reader:
        assert reader.screen.session.width is None and reader.screen.session.theme is None
        await reader.press("w")
        chosen = reader.screen.pane.measure
        assert chosen != 60
        reader.screen.set_look(load_theme("light").look())
    async with opened(file) as reader:
        assert reader.screen.session.width == (chosen or 0)
        assert reader.screen.session.theme == "light"


async def test_an_edited_file_opens_at_the_same_words(file: Path) -> None:
    async with opened(file) as reader:
        start = TEXT.index("On day 20")
        reader.screen.pane.go_to(start, start + 1)
        await reader.pilot.pause()
        line = reader.line
    file.write_text(TEXT.replace(PARTS[2], "Much shorter.\n\nAnd in two parts."), encoding="utf-8")
    async with opened(file) as reader:
        assert reader.line == line and line.startswith("On day 20")
