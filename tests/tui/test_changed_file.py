"""The file of an article changes while it is read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lasting_hand import PARTS, TEXT, bridge_file, opened

from reader.analysis.model import Entity
from reader.chapters.starting import start_process
from reader.tui import watching

file = bridge_file  # a fixture


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
async def test_a_file_that_has_become_long_is_loaded_in_another_process(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []

    def start(module: str) -> subprocess.Popen[bytes]:
        started.append(module)
        return start_process(module)

    monkeypatch.setattr("reader.tui.loading.start_process", start)
    async with opened(file) as reader:
        file.write_text("It has grown.\n\n" + "The tide was high on Friday.\n\n" * 40_000, encoding="utf-8")
        await reader.until(lambda: "It has grown." in reader.shown)
        await reader.until(lambda: reader.screen.pane.rows.done)
        assert started == ["reader.tui.loading"]
        await reader.press("G")
        assert reader.line.startswith("The tide was high")


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
async def test_the_key_of_the_notes_stays_when_one_finds_and_when_the_file_changes(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("slash", *"crew", "enter", "n", "m", "slash", *"queue", "enter")
        assert [tab.name for tab in reader.screen.tabs][3:] == ["notes", "find"]
        file.write_text(TEXT + "One more end.\n", encoding="utf-8")
        await reader.until(lambda: "One more end." in reader.screen.article.text)
        await reader.until(lambda: reader.screen.is_read and len(reader.screen.tabs) == 5)
        assert [tab.name for tab in reader.screen.tabs][3:] == ["notes", "find"]
        await reader.press("4")
        assert reader.screen.list_name == "notes"


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


@pytest.mark.usefixtures("quick")
async def test_a_file_that_is_there_again_with_the_same_words_is_said_to_be_as_it_was(file: Path) -> None:
    async with opened(file) as reader:
        away = file.rename(file.with_suffix(".away"))
        await reader.until(lambda: "the file is gone" in reader.foot)
        away.rename(file)
        await reader.until(lambda: "the file is as it was" in reader.foot)
        file.write_bytes(b"")
        await reader.until(lambda: "the file is empty" in reader.foot)
        file.write_text(TEXT, encoding="utf-8")
        await reader.until(lambda: "the file is as it was" in reader.foot)
        assert reader.screen.article.text == TEXT


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
