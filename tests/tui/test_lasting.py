"""Bookmarks, notes, corrections, and what an article is like when it is opened again or its file changes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_samples import screen_text, until

from reader.analysis.model import Entity, Quote
from reader.article.load import load_file
from reader.library.anchors import State
from reader.library.keeping import Keeping
from reader.library.library import Library
from reader.reading import Reading
from reader.tui import watching
from reader.tui.app import ReaderApp
from reader.tui.commands import ARTICLE
from reader.tui.entries import NOTES
from reader.tui.live_rules import LiveRules
from reader.tui.reading_screen import ReadingScreen
from reader.tui.theme_files import load_theme

PARTS = (
    "Tolworth bridge stays shut",
    "TOLWORTH — The old bridge over the Ware stays shut until 14 March, the mayor, Odile Brandt, said on Tuesday.",
    "“Nobody will drive over it before then,” Brandt told reporters. “We counted nine cracks.”",
    "Tomas Verey, who runs the ferry, said that his boats were full. “I have never seen such a queue,” he said.",
    *(f"On day {n} of the works the crew took away {n * 3} tonnes of stone and gravel." for n in range(2, 30)),
    "The council will meet again in the spring.",
)
TEXT = "\n\n".join(PARTS) + "\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


class Reader:
    """The app with a hand on its keys."""

    def __init__(self, of: ReaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = of, pilot
        self.screen: ReadingScreen = of.reading_screen
        self.keeping = of.keeping

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        names = {" ": "space", "#": "number_sign"}
        await self.press(*(names.get(letter, letter) for letter in words))

    async def until(self, holds: Callable[[], bool]) -> None:
        await until(self.pilot, holds)
        await self.pilot.pause()

    async def select_entity(self, name: str) -> None:
        self.screen.show_list("entities")
        self.screen.select(self.entity(name))
        await self.pilot.pause()

    def entity(self, name: str) -> str:
        return next(entity.id for entity in self.reading.entities if entity.name == name)

    @property
    def reading(self) -> Reading:
        assert self.screen.guide is not None
        return self.screen.guide.reading

    @property
    def selected(self) -> Quote | Entity:
        """The selected item."""
        item = self.reading.item(self.screen.selected or "")
        assert isinstance(item, Quote | Entity)
        return item

    @property
    def words(self) -> list[str]:
        """Those of the notes."""
        return [note.words for note in self.keeping.notes]

    @property
    def names(self) -> list[str]:
        return [entity.name for entity in self.reading.entities]

    @property
    def shown(self) -> str:
        return screen_text(self.app)

    @property
    def foot(self) -> str:
        return self.shown.splitlines()[-1]

    @property
    def line(self) -> str:
        return self.screen.pane.line.of(self.screen.article.text)


@asynccontextmanager
async def opened(file: Path, *, width: int = 100, height: int = 30, theme: str = "dark") -> AsyncIterator[Reader]:
    """The article, opened by somebody whose state lies beside it, and read."""
    state = file.parent / "state"
    keeping, article = Keeping(Library(state)), load_file(str(file))
    session = keeping.library.session(article)
    rules = LiveRules((), config=file.parent / "config")
    app = ReaderApp(article, load_theme(theme), rules, 60, keeping=keeping, session=session)
    async with app.run_test(size=(width, height)) as pilot:
        reader = Reader(app, pilot)
        screen = app.reading_screen
        await until(pilot, lambda: screen.guide is not None and not screen.guide.pending)
        await pilot.pause()
        yield reader
        screen.keep_session()
    keeping.library.close()
    assert keeping.library.trouble == ""


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


# --- corrections --------------------------------------------------------------------------------------------------
async def test_two_entities_are_merged_taken_back_and_merged_for_good(file: Path) -> None:
    async with opened(file) as reader:
        before = reader.names
        assert {"Odile Brandt", "Tomas Verey"} <= set(before)
        await reader.select_entity("Tomas Verey")
        await reader.press("c", "enter", *"odile", "enter")
        await reader.until(lambda: "Tomas Verey" not in reader.names)
        assert isinstance(reader.selected, Entity)
        assert reader.selected.name == "Odile Brandt"  # the one that it is now stays selected
        assert all(quote.speaker.name == "Odile Brandt" for quote in reader.reading.quotes if quote.speaker)
        await reader.press("u")
        await reader.until(lambda: reader.names == before)
        await reader.press("c", "enter", *"odile", "enter")
        await reader.until(lambda: "Tomas Verey" not in reader.names)
    async with opened(file) as reader:
        assert "Tomas Verey" not in reader.names
        await reader.press("u")  # also what was put right in an earlier session
        await reader.until(lambda: reader.names == before)


async def test_a_name_is_changed_its_kind_too_and_one_that_is_none_goes(file: Path) -> None:
    async with opened(file) as reader:
        await reader.select_entity("Tomas Verey")
        await reader.press("c", "down", "down", "enter")
        await reader.until(lambda: "keep" in reader.foot)
        await reader.press("ctrl+u", *"Tom", "enter")
        await reader.until(lambda: "Tom" in reader.names)
        await reader.press("c", *"kind", "enter", *"organisation", "enter")
        await reader.until(lambda: next(e for e in reader.reading.entities if e.name == "Tom").label == "ORG")
        await reader.press("c", *"not a name", "enter")
        await reader.until(lambda: "Tom" not in reader.names)
        assert reader.screen.selected is None


async def test_a_wrong_speaker_is_put_right(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("1", "n")
        quote = reader.selected
        assert isinstance(quote, Quote) and quote.speaker is not None

        def said_by(id_: str) -> str | None:
            quote = reader.reading.item(id_)
            return quote.speaker.name if isinstance(quote, Quote) and quote.speaker is not None else None

        other = "Tomas Verey" if quote.speaker.name == "Odile Brandt" else "Odile Brandt"
        await reader.press("c", *other.split()[0].lower(), "enter")
        await reader.until(lambda: said_by(quote.id) == other)
        assert reader.screen.selected == quote.id


async def test_escape_puts_nothing_right(file: Path) -> None:
    async with opened(file) as reader:
        before = reader.names
        await reader.select_entity("Tomas Verey")
        await reader.press("c", "enter", "escape", "c", "escape")
        assert reader.names == before and reader.keeping.corrections == ()


async def test_a_mention_of_another_moves_there(file: Path) -> None:
    async with opened(file) as reader:
        await reader.select_entity("Odile Brandt")
        spans = reader.reading.spans_of(reader.entity("Odile Brandt"))
        last = len(spans) - 1
        reader.screen.select(reader.entity("Odile Brandt"), last)
        await reader.press("c", *"somebody", "enter", *"verey", "enter")
        await reader.until(lambda: spans[last] in reader.reading.spans_of(reader.entity("Tomas Verey")))
        assert spans[last] not in reader.reading.spans_of(reader.entity("Odile Brandt"))


NAMESAKES = (
    "Two Orrels on the dam\n\nAna Orrel left. Bram Orrel came. “I saw it,” Orrel said.\n\n"
    "Orrel sat, and then he slept.\n\nLater Orrel rose.\n"
)


async def test_two_people_with_one_surname_are_kept_apart_with_few_keys_and_one_u(tmp_path: Path) -> None:
    file = tmp_path / "orrels.txt"
    file.write_text(NAMESAKES, encoding="utf-8")

    def words(name: str) -> list[str]:
        return [span.of(reader.screen.article.text) for span in reader.reading.spans_of(reader.entity(name))]

    async with opened(file) as reader:
        bram = reader.entity("Bram Orrel")
        assert words("Bram Orrel") == ["Bram Orrel", "I", "Orrel", "Orrel", "he", "Orrel"]
        reader.screen.show_list("entities")
        reader.screen.select(bram, 3)
        await reader.press("c", "enter", "down", "enter")  # here it is Ana Orrel; this and the one after it
        await reader.until(lambda: len(words("Ana Orrel")) > 1)
        assert words("Ana Orrel") == ["Ana Orrel", "Orrel", "he", "Orrel"]  # what leans on it comes along
        assert words("Bram Orrel") == ["Bram Orrel", "I", "Orrel"]
        await reader.press("u")
        await reader.until(lambda: words("Ana Orrel") == ["Ana Orrel"])
        assert "taken back: “Orrel” is “Ana Orrel”, 2 times" in reader.foot
        assert len(words("Bram Orrel")) == 6


# --- the file changes ---------------------------------------------------------------------------------------------
@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "BETWEEN", 0.05)


@pytest.mark.usefixtures("quick")
async def test_a_changed_file_is_shown_as_it_is_now_at_the_same_words(file: Path) -> None:
    async with opened(file) as reader:
        await reader.select_entity("Tomas Verey")
        await reader.press("m")
        start = TEXT.index("On day 12")
        reader.screen.leave()
        reader.screen.pane.go_to(start, start + 1)
        await reader.pilot.pause()
        line, first = reader.line, reader.shown.splitlines()[3][:58]
        file.write_text("A longer way round is open.\n\n" + TEXT + "One more end.\n", encoding="utf-8")
        await reader.until(lambda: "A longer way" in reader.screen.article.text)
        await reader.until(lambda: reader.screen.guide is not None and not reader.screen.guide.pending)
        assert reader.line == line and reader.shown.splitlines()[3][:58] == first
        assert "Notes 1" in reader.shown
        assert isinstance(reader.selected, Entity)
        assert reader.selected.name == "Tomas Verey"
        await reader.press("less_than_sign")
        assert reader.screen.pane.cursor == reader.screen.article.text.index("Tomas Verey")


@pytest.mark.usefixtures("quick")
async def test_a_note_that_loses_its_place_while_it_is_selected_stays_selected(file: Path) -> None:
    async with opened(file) as reader:
        start = TEXT.index("The council will meet")
        reader.screen.pane.go_to(start, start + 1)
        await reader.press("a", *"ask", "enter", "4", "n")
        selected = reader.screen.selected
        file.write_text(TEXT.replace(PARTS[-1], "That is all for now."), encoding="utf-8")
        await reader.until(lambda: "not in the text any more" in reader.shown)
        await reader.until(lambda: reader.screen.is_read)
        await reader.until(lambda: reader.screen.selected == selected)
        assert reader.shown.count("not in the text any more") == 2  # in the list and in the detail


@pytest.mark.usefixtures("quick")
async def test_a_file_that_is_gone_or_empty_is_shown_as_it_was(file: Path) -> None:
    async with opened(file) as reader:
        file.unlink()
        await reader.until(lambda: "the file is gone" in reader.foot)
        file.write_bytes(b"")
        await reader.until(lambda: "the file is empty" in reader.foot)
        assert reader.screen.article.text == TEXT and "Tolworth bridge" in reader.shown
        file.write_text("It is back.\n", encoding="utf-8")
        await reader.until(lambda: "It is back." in reader.shown)


def test_a_file_counts_as_changed_when_it_has_come_to_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    watch = watching.Watch(str(path))
    looks = [watch.look()]
    path.write_text("one two")
    looks.append(watch.look())
    path.write_text("one two three")
    looks += [watch.look(), watch.look(), watch.look()]
    path.unlink()
    looks += [watch.look(), watch.look()]
    same, changed, gone = watching.Seen.SAME, watching.Seen.CHANGED, watching.Seen.GONE
    assert looks == [same, same, same, changed, same, gone, same]
