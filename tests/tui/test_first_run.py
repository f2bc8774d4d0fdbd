"""The hint that somebody gets who has never read anything here."""

from __future__ import annotations

from pathlib import Path

from screen_hand import opened
from tui_samples import article, reading

from reader.library.keeping import Keeping
from reader.library.library import Library
from reader.tui.app import ReaderApp
from reader.tui.theme_files import load_theme

HINT = "n next item · l its links · / find · ? all keys"


def _app(folder: Path | None) -> ReaderApp:
    return ReaderApp(article(), load_theme("dark"), reading, keeping=Keeping(Library(folder)))


async def test_the_first_run_has_a_hint_that_goes_with_the_first_key_and_never_comes_again(tmp_path: Path) -> None:
    async with opened(80, 24, _app(tmp_path)) as reader:
        assert HINT in reader.foot
        await reader.press("n")
        assert HINT not in reader.foot and "n/N next" in reader.foot and reader.selected == ("q1", 0)
    reader.app.keeping.library.close()
    async with opened(80, 24, _app(tmp_path)) as reader:
        assert HINT not in reader.foot
    reader.app.keeping.library.close()


async def test_on_a_small_screen_the_hint_is_shorter_and_still_whole(tmp_path: Path) -> None:
    async with opened(60, 16, _app(tmp_path)) as reader:
        assert "n next · l links · / find · ? help" in reader.foot
    reader.app.keeping.library.close()


async def test_a_click_takes_the_hint_away_too(tmp_path: Path) -> None:
    async with opened(80, 24, _app(tmp_path)) as reader:
        await reader.pilot.click("#article", offset=(1, 1))
        await reader.pilot.pause()
        assert HINT not in reader.foot
    reader.app.keeping.library.close()


async def test_without_state_there_is_no_hint() -> None:
    async with opened(80, 24, _app(None)) as reader:
        assert HINT not in reader.foot
