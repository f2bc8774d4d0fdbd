"""The user's own keys: checked, so that none is lost without a word, and given to the commands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from reader.errors import ReaderError
from reader.settings import KeyChange
from reader.tui.commands import BY_ID, COMMANDS, Command

_MODIFIERS = re.compile(r"(?:(?:ctrl|alt|shift|super)\+)*")


def checked_keys(changes: Mapping[str, KeyChange]) -> dict[str, tuple[str, ...]]:
    """The keys of the commands that have others than usual, by the command's id, in Textual's names.

    Raises:
        ReaderError: a command or a key is unknown, or two commands would have the same key; with its place.
    """
    keys: dict[str, tuple[str, ...]] = {}
    for id_, change in changes.items():
        if id_ not in BY_ID:
            from reader.safe_yaml import did_you_mean

            raise _error(change, f"unknown command '{id_}'{did_you_mean(id_, frozenset(BY_ID))}")
        if not change.keys:
            raise _error(change, f"'{id_}' needs at least one key")
        keys[id_] = tuple(_key(key, change) for key in change.keys)
    for id_, own in keys.items():
        for other in COMMANDS:
            if other.id != id_ and other.mode == BY_ID[id_].mode:
                _no_clash(changes[id_], own, other, keys.get(other.id, other.keys))
    return keys


def _error(change: KeyChange, message: str) -> ReaderError:
    return ReaderError(f"{change.place}: {message}")


def _key(key: str, change: KeyChange) -> str:
    from textual.keys import _character_to_key  # Textual's own name for a letter or a mark

    modifiers = _MODIFIERS.match(key)
    start = modifiers.end() if modifiers else 0
    last = key[start:]
    if len(last) == 1:
        return key[:start] + _character_to_key(last)
    if last not in _names():
        raise _error(change, f"unknown key '{key}' (a character, or such as enter, space, f5, pagedown, ctrl+n)")
    return key


@cache
def _names() -> frozenset[str]:
    from textual.keys import Keys

    plain = {key.value for key in Keys if "+" not in key.value}
    marks = {key for command in COMMANDS for key in command.keys}
    return frozenset(plain | marks | {"space"})


def _no_clash(change: KeyChange, own: tuple[str, ...], other: Command, others: tuple[str, ...]) -> None:
    for key, written in zip(own, change.keys, strict=True):
        if key in others:
            raise _error(change, f"'{written}' is the key of '{other.id}' too ({other.title}): give that another")
