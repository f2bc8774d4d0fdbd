"""Commands for how it looks, for copying, for help, and the end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from screen_hand import opened
from textual.events import Key
from tui_samples import app, until

from reader.tui.commands import COMMANDS
from reader.tui.palette import offers


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


async def test_the_themes_open_at_the_one_in_use_so_that_enter_keeps_it_and_a_step_shows_its_neighbour() -> None:
    async with opened(of=app(theme="frost")) as reader:
        await reader.press("t")
        assert re.search(r"▸ frost +in use", reader.shown)
        await reader.press("enter")
        assert reader.app.theme == "reader-frost"
        await reader.press("t", "k")
        assert reader.app.theme == "reader-dusk"


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
        for _ in range(5):
            await reader.press("w")
            widths.append(reader.article.rows.width)
            assert reader.article.first == min(
                reader.article.rows.y_of(top), reader.article.row_count - reader.article.page_rows
            )
        assert [*widths[:2], *widths[3:]] == [84, 100, 60, 72] and widths[2] > 100


async def test_w_says_where_the_pane_is_narrower_than_the_column() -> None:
    async with opened(80, 24) as reader:
        await reader.press("w")
        assert "column: 84 cells, here 42: the pane is no wider" in reader.foot


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
        assert all(words in shown for words in ("Keys and signs", "the line where you read", "direct speech"))
        await reader.press("j", "k", "escape")
        assert reader.app.screen is reader.screen
        await reader.press("question_mark", "q")
        assert reader.app.screen is reader.screen


async def test_the_palette_offers_every_command_and_theme() -> None:
    async with opened(120, 50) as reader:
        await reader.press("ctrl+p")
        assert all(option.words in reader.shown for option in offers((), ())[:30])
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


async def test_keys_typed_ahead_of_the_themes_are_for_their_panel() -> None:
    async with opened() as reader:
        before = reader.article.cursor
        for key in ("t", "j", "j", "k", "enter"):
            reader.app.post_message(Key(key, None))
        await until(reader.pilot, lambda: reader.app.theme == "reader-light" and reader.app.screen is reader.screen)
        assert reader.article.cursor == before and reader.article.look.name == "light"
