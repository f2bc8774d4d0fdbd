"""The whole walk on a real terminal, at several sizes; and that it is there again afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from full_walk import STEPS, opened, walk
from terminal_tokens import hidden_in

from reader.tui.commands import COMMANDS

_LETTERS = {"question_mark": "?", "slash": "/", "right_square_bracket": "]", "left_square_bracket": "["}
_LETTERS |= {"enter": "\r", "tab": "\t", "ctrl+p": "\x10", "backspace": "\x7f", "greater_than_sign": ">", "space": " "}
_ELSEWHERE = frozenset({"stop", "quit", "pane.list", "list.6", "list.7", "list.8", "list.9"})
"""Have tests of their own, or do what those of the walk do."""


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 16), (240, 70)])
def test_every_step_of_the_walk_comes_to_its_end(tmp_path: Path, columns: int, rows: int) -> None:
    with opened(tmp_path, columns, rows) as terminal:
        assert [step.title for step in walk(terminal, tmp_path)] == [step.title for step in STEPS]
        assert terminal.quit() == 0
        assert terminal.is_as_before and hidden_in(terminal.tokens) == set()


def test_the_walk_presses_the_key_of_every_command() -> None:
    pressed = "".join(step.keys for step in STEPS)
    main = [c for c in COMMANDS if not c.mode and c.id not in _ELSEWHERE]
    assert [c.id for c in main if _LETTERS.get(c.keys[0], c.keys[0]) not in pressed] == []
