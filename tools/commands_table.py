"""Write the table of commands in docs/settings.md anew.

python tools/commands_table.py
"""

from __future__ import annotations

from pathlib import Path

from reader.tui.commands import COMMANDS, key_name

PAGE = Path(__file__).resolve().parents[1] / "docs" / "settings.md"
HEAD = "| name | keys | what it does |\n| --- | --- | --- |\n"


def table() -> str:
    """A row for every command, with its usual keys."""
    rows = (
        f"| `{command.id}` | {' '.join(f'`{key_name(key)}`' for key in command.keys)} | {command.title} |\n"
        for command in COMMANDS
    )
    return HEAD + "".join(rows)


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(text[: text.index(HEAD)] + table(), encoding="utf-8")
