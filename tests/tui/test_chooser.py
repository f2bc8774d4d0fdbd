"""Choosing an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from tui_samples import screen_text, until

from reader.library.model import Recent
from reader.resources import articles_folder
from reader.tui.chooser import ChooserApp, Found, chooser_entries, find_articles
from reader.tui.theme_files import load_theme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tram.txt").write_text("The last tram to Quillon\n\nIt left.", encoding="utf-8")
    (tmp_path / "bees.md").write_text('---\ntitle: "Bees of Ostrey"\n---\n\n# Bees\n', encoding="utf-8")
    (tmp_path / "odd\x1b[31m.txt").write_text("[/] [sic] \x1b[31mred\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "LOUD.TXT").write_text("The fair\n", encoding="utf-8")
    (tmp_path / "long.markdown").write_text("# A long way\n", encoding="utf-8")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    (tmp_path / "folder.txt").mkdir()
    return tmp_path


def test_articles_here_and_the_samples_are_found_with_what_they_open_with(folder: Path) -> None:
    found = find_articles(folder)
    here = {file.name: file.opening for file in found if file.group == "Here"}
    assert here["tram.txt"] == "The last tram to Quillon"
    assert here["bees.md"] == "Bees of Ostrey"
    assert here["LOUD.TXT"] == "The fair" and here["long.markdown"] == "A long way"
    assert not {"notes.pdf", "folder.txt", "empty.txt"} & set(here)  # of which there is nothing to read
    assert not any("\x1b" in name + opening for name, opening in here.items())
    samples = [file for file in found if file.group == "Samples"]
    assert len(samples) == len([p for p in articles_folder().iterdir() if p.suffix in (".txt", ".md")])


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    assert find_articles(tmp_path / "no", tmp_path / "nor this") == ()


def test_typing_narrows_down_and_the_best_comes_first(folder: Path) -> None:
    found = find_articles(folder, folder / "none")
    keys = [entry.key for entry in chooser_entries(found, "tram", 60) if entry.key]
    assert keys == [str(folder / "tram.txt")]
    assert [entry.key for entry in chooser_entries(found, "zzzz", 60)] == [None]


def test_what_files_open_with_stands_in_one_column_through_all_groups(folder: Path) -> None:
    found = (*find_articles(folder), Found("/x", "a-much-longer-name-than-any.txt", "Opening", "Recent"))
    lines = [entry.lines[0] for entry in chooser_entries(found, "", 80) if entry.key is not None]
    assert len({sum(cell_len(piece.text) for piece in line.left[:2]) for line in lines}) == 1


def test_where_nothing_is_listed_it_says_what_to_do() -> None:
    one = (Found("/x", "a.txt", "Opening", "Here"),)
    for found, query, words in ((one, "zzz", "nothing matches"), ((), "", "no articles here")):
        (entry,) = chooser_entries(found, query, 60)
        assert entry.key is None and entry.lines[0].left[0].text.startswith(words)


def test_the_group_with_the_best_match_comes_first() -> None:
    found = (
        Found("a/CHANGELOG.md", "CHANGELOG.md", "Changelog", "Here"),
        Found("b/glass.txt", "glass.txt", "", "Samples"),
    )
    assert [entry.key for entry in chooser_entries(found, "gla", 60) if entry.key] == ["b/glass.txt", "a/CHANGELOG.md"]
    assert [entry.key for entry in chooser_entries(found, "", 60) if entry.key] == ["a/CHANGELOG.md", "b/glass.txt"]


async def test_enter_chooses_what_is_marked(folder: Path) -> None:
    app = ChooserApp(load_theme("dark"), folder, folder / "none")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "The last tram to Quillon" in screen_text(app))
        assert "\x1b" not in screen_text(app)
        await pilot.press(*"tram")
        await until(pilot, lambda: "Bees of Ostrey" not in screen_text(app))
        await pilot.press("enter")
    assert app.return_value == str(folder / "tram.txt")


async def test_arrows_move_and_escape_leaves(folder: Path) -> None:
    app = ChooserApp(load_theme("light"), folder, folder / "none")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.chooser._list.current is not None)
        first = app.chooser._list.current
        await pilot.press("down")
        assert app.chooser._list.current != first
        await pilot.press("up", "pagedown", "pageup", "escape")
    assert app.return_value is None


async def test_a_click_chooses(folder: Path) -> None:
    app = ChooserApp(load_theme("dark"), folder, folder / "none")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.chooser._list.current is not None)
        row = app.chooser._list.row_of(str(folder / "tram.txt"))
        assert row is not None
        await pilot.click("#files", offset=(6, row))
    assert app.return_value == str(folder / "tram.txt")


def test_articles_read_last_come_first_and_only_once(folder: Path, tmp_path: Path) -> None:
    recents = (
        Recent(str(folder / "tram.txt"), "The last tram to Quillon", 2.0),
        Recent(str(folder / "bees.md"), "", 1.0),
    )
    found = find_articles(folder, folder / "none", recents)
    assert [(file.name, file.group) for file in found[:2]] == [("tram.txt", "Recent"), ("bees.md", "Recent")]
    assert found[1].opening == "Bees of Ostrey"
    assert not {"tram.txt", "bees.md"} & {file.name for file in found[2:]}
    assert "Recent" in [piece.text for entry in chooser_entries(found, "", 60) for piece in entry.lines[0].left]


def test_of_what_was_read_in_another_folder_its_name_is_told(folder: Path) -> None:
    other = folder / "far\x1b[31maway"
    other.mkdir()
    (other / "tram.txt").write_text("Another tram", encoding="utf-8")
    recents = (Recent(str(other / "tram.txt"), "", 2.0), Recent(str(folder / "tram.txt"), "", 1.0))
    rows = [entry.lines[0] for entry in chooser_entries(find_articles(folder, folder, recents), "", 80) if entry.key]
    assert ["".join(piece.text for piece in row.right) for row in rows[:2]] == ["far\ufffd[31maway/", ""]
