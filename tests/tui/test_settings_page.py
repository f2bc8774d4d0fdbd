"""docs/settings.md says what holds: its examples are right, and its table has every command with its keys."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from reader.settings import parse_settings
from reader.tui.keymap import checked_keys
from reader.tui.theme_files import load_theme, parse_theme

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def _example(heading: str) -> str:
    part = PAGE.partition(f"\n## {heading}\n")[2]
    found = re.search(r"```yaml\n(.*?)```", part, re.S)
    assert found is not None
    return found[1]


def test_the_example_of_the_settings_is_right() -> None:
    settings = parse_settings(_example("config.yaml"), "config.yaml")
    assert (settings.theme, settings.width, settings.engine) == ("light", 72, "rules")
    assert checked_keys(settings.keys) == {"item.next": ("J", "ctrl+n"), "help": ("f1",)}
    assert load_theme("light")


def test_the_example_of_a_theme_is_right() -> None:
    theme = parse_theme(_example("Themes"), "mine", "mine.yaml")
    assert theme.roles["quote"].fg == "#ff8800" and "bold" in theme.roles["entity.person"].flags


def test_the_table_of_commands_is_that_of_the_program() -> None:
    """`python tools/commands_table.py` writes it anew."""
    assert runpy.run_path(str(ROOT / "tools" / "commands_table.py"))["table"]() in PAGE
