"""Each command, by the first of its keys, does something that can be seen."""

from __future__ import annotations

import pytest
from screen_hand import Reader, opened
from tui_samples import app, reading, spot

from reader.article.model import Article
from reader.reading import Reading
from reader.rules.model import ListTab, Match, Style
from reader.tui.commands import COMMANDS, Command

BEFORE: dict[str, tuple[str, ...]] = {
    "move.up": ("j", "j"),
    "page.up": ("space",),
    "top": ("G",),
    "pane.list": ("n", "l"),
    "list.quotes": ("2",),
    "item.previous": ("n", "n"),
    "mention.next": ("n",),
    "mention.previous": ("n", "right_square_bracket"),
    "entity.previous": ("G",),
    "go": ("n", "tab"),
    "links": ("n",),
    "back": ("n", "l", "enter"),
    "forward": ("n", "l", "enter", "backspace"),
    "copy": ("n",),
    "find.keep": ("slash", *"fountain"),
    "find.leave": ("slash", *"fountain"),
    "find.regex": ("slash", *"fountain"),
    "find.next": ("slash", *"fountain"),
    "find.previous": ("slash", *"fountain", "down"),
    "note.keep": ("n", "a", *"pumps"),
    "note.leave": ("n", "a", *"pumps"),
    "note.delete": ("n", "m", "4"),
    "undo": ("n", "m"),
    "correct": ("n", "tab"),
    "why": ("n",),
}
"""What is done before; nothing for others."""
SELECTING = ("space", "j", "j", "v", "w", "w", "j", "0", "w")
"""Somewhere in the text, with room on all sides."""


def _many_lists(of: Article) -> Reading:
    lists = [ListTab(f"l{n}", f"L{n}") for n in range(6)]
    spots = (spot("two pumps"), spot("Friday"), spot("Verey"), spot("Brandt"), spot("Merrow"), spot("March"))
    matches = [Match(f"m{n}", "r", span, style=Style("match"), list=f"l{n}") for n, span in enumerate(spots)]
    return Reading(of, matches=matches, lists=lists)


def _state(reader: Reader) -> object:
    strips = reader.app.screen._compositor.render_strips()
    cells = [[(segment.text, str(segment.style)) for segment in strip] for strip in strips]
    return cells, len(reader.app.screen_stack), reader.app.clipboard


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
async def test_it_does_something_that_can_be_seen(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.clipboard.tool_for", lambda environ, platform: None)
    lists = command.id.startswith("list.") and command.id[-1].isdigit()
    async with opened(80, 24, app(analyse=_many_lists if lists else reading)) as reader:
        keys = SELECTING if command.mode == "select" else BEFORE.get(command.id, ())
        for key in keys:
            await reader.press(key)
        reader.screen.footer.show(message="")
        await reader.pilot.pause(0.02)
        before = _state(reader)
        await reader.press(command.keys[0])
        await reader.pilot.pause(0.02)
        if command.id == "quit":
            assert reader.app.return_code == 0
        else:
            assert _state(reader) != before, command.id


def test_the_table_names_commands_that_exist() -> None:
    assert set(BEFORE) <= {command.id for command in COMMANDS}
