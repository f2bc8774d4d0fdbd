"""The main screens as they are, in files beside this one; READER_SNAPSHOTS=write makes the files anew."""

from __future__ import annotations

import asyncio
import os
import string
from pathlib import Path

import pytest
from rich.style import Style
from screen_hand import Reader, opened
from tui_samples import screen_text

from reader.tui.chooser import ChooserApp
from reader.tui.theme_files import load_theme

FOLDER = Path(__file__).parent / "snapshots"
SIZES = ((80, 24), (120, 40))
SCREENS: dict[str, tuple[str, ...]] = {
    "quote": ("n", "n"),
    "entities": ("2", "j"),
    "find": ("slash", *"fountain"),
    "notes": ("n", "a", *"check", "space", "number_sign", *"pumps", "enter", "4"),
    "rules": ("r", "j"),
    "why": ("n", "i"),
    "help": ("question_mark",),
    "themes": ("t",),
}
THEMES = (
    *("dark", "light", "ansi", "color-safe", "color-safe-light"),
    *("dusk", "frost", "high-contrast", "moss", "sepia"),
)


def compare(name: str, text: str) -> None:
    """Whether it is as it was; or write how it is."""
    file = FOLDER / f"{name}.txt"
    text = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("READER_SNAPSHOTS") == "write":
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), f"{name} has changed (READER_SNAPSHOTS=write keeps it so)"


async def settled(reader: Reader, keys: tuple[str, ...]) -> None:
    """After some keys, and without what is said for a moment only."""
    for key in keys:
        await reader.press(key)
    reader.screen.footer.show(message="")
    await reader.pilot.pause(0.05)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was(name: str, size: tuple[int, int]) -> None:
    async with opened(*size) as reader:
        await settled(reader, SCREENS[name])
        compare(f"{name}-{size[0]}x{size[1]}", reader.shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_chooser_is_as_it_was(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ferry.txt").write_text("The ferry at Sund is late\n\nNobody knows why.\n", encoding="utf-8")
    (tmp_path / "dam.md").write_text("# The dam at Vell Reach\n\nIt may fail.\n", encoding="utf-8")
    (tmp_path / "none").mkdir()
    monkeypatch.chdir(tmp_path)
    chooser = ChooserApp(load_theme("dark"), Path(), Path("none"))
    async with chooser.run_test(size=size) as pilot:
        await pilot.pause(0.05)
        compare(f"chooser-{size[0]}x{size[1]}", screen_text(chooser))


def _styles(reader: Reader) -> str:
    """A letter a cell, and what each letter stands for."""
    letters: dict[str, str] = {}
    rows = []
    for strip in reader.app.screen._compositor.render_strips():
        row = ""
        for segment in strip:
            style = str(segment.style or Style())
            letter = letters.setdefault(style, (string.ascii_letters + string.digits)[len(letters)])
            row += letter * segment.cell_length
        rows.append(row)
    legend = [f"{letter}  {style}" for style, letter in letters.items()]
    return "\n".join([*rows, "", *legend])


_DRAWN = {
    "quotes": ("2", "j", "j", "1", "n"),
    "links": ("2", "j", "right_square_bracket", "l"),
    "points": ("3", "n", "enter"),
    "find": ("slash", *"fountain"),
    "selecting": ("n", "enter", "v", "j"),
    "help": ("question_mark", "G"),
}
"""Main screens that are kept in each theme, style by style."""


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """By theme, all of those screens: each is opened once and shown in one theme after the other, as `t` does."""
    return asyncio.run(_draw())


async def _draw() -> dict[str, str]:
    drawn: dict[str, list[str]] = {theme: [] for theme in THEMES}
    for name, keys in _DRAWN.items():
        async with opened(80, 24) as reader:
            await settled(reader, keys)
            for theme, screens in drawn.items():
                reader.app.show_theme(theme)
                if reader.app.screen is not reader.screen:  # a panel keeps the theme in which it was opened
                    await reader.press("escape")
                    await settled(reader, keys)
                await reader.pilot.pause()
                screens.append(f"--- {name}\n{_styles(reader)}")
    return {theme: "\n\n".join(screens) for theme, screens in drawn.items()}


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_draws_the_main_screens_as_it_did(theme: str, drawn: dict[str, str]) -> None:
    compare(f"theme-{theme}", drawn[theme])
