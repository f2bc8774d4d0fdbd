"""The command palette: every command, and the themes and rules by name. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.article.clean import clean_line
from reader.rules.model import Rule
from reader.tui.choose_panel import Option
from reader.tui.commands import COMMANDS, GROUPS, MOVE

COMMAND, THEME, RULE = "command", "theme", "rule"


def offers(rules: Sequence[Rule], themes: Sequence[str]) -> tuple[Option, ...]:
    """What can be done, its key `KIND:ID`; moving, which nobody looks for here, comes last."""
    return (*_commands(), *(Option(f"{THEME}:{name}", f"Theme: {clean_line(name)}") for name in themes), *_rules(rules))


def _commands() -> Iterator[Option]:
    for group in (*(group for group in GROUPS if group != MOVE), MOVE):
        for command in COMMANDS:
            if command.group == group and command.listed and not command.mode:
                yield Option(f"{COMMAND}:{command.id}", command.title, command.shown_keys)


def _rules(rules: Sequence[Rule]) -> Iterator[Option]:
    return (Option(f"{RULE}:{rule.id}", clean_line(f"Rule {'off' if rule.on else 'on'}: {rule.id}")) for rule in rules)
