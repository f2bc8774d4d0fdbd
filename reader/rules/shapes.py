"""What a value in a rule file may look like, told as data.

`grammar.py` says the whole language in these shapes. The loader checks files with them, and the JSON Schema and the
reference are made from them, so that none of the three can say what the others do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from reader.errors import ReaderError
from reader.safe_yaml import Node, did_you_mean

# Named tuples, because a dozen dataclasses cost more time to make than all that is checked with them.
_NONE: Mapping[str, str] = MappingProxyType({})
_NO_WORDS: Mapping[str, bool] = MappingProxyType({})


class Text(NamedTuple):
    """A text; with a pattern, one that it matches from end to end."""

    pattern: str = ""
    wrong: str = ""
    """What such a text must be, for the message: "must be small letters"."""


class Choice(NamedTuple):
    """One of some words; beside them, where `pattern` is given, texts that match it."""

    words: tuple[str, ...]
    pattern: str = ""
    also: str = ""
    """How the message and the reference write what matches the pattern: `"rule:ID"`."""


class Whole(NamedTuple):
    low: int
    high: int


class Flag(NamedTuple):
    """`true` or `false`."""


class ListOf(NamedTuple):
    """A list; `several`: one item alone stands for a list of it."""

    item: Shape
    several: bool = False
    least: int = 1


class Key(NamedTuple):
    """A key of a mapping."""

    shape: Shape
    about: str
    """What it means, for the reference and for editors."""
    required: bool = False


class Table(NamedTuple):
    """A mapping with these keys and no others."""

    name: str
    """For messages: "a rule"."""
    keys: Mapping[str, Key]
    one_of: frozenset[str] = frozenset()
    """Exactly one of these keys must be there."""
    needs: Mapping[str, str] = _NONE
    """A key, and the other one that it needs beside it."""
    within: Mapping[str, bool] = _NO_WORDS
    """Of a link: by the word under `to`, whether `within` must be there or must not."""
    least: int = 0
    """How many keys there must be."""
    about: str = ""


class MapOf(NamedTuple):
    """A mapping from names of the file's own choice."""

    key: Text
    what: str
    """What a key is called: "list name"."""
    value: Shape


class Either(NamedTuple):
    """One of several shapes, told apart by what kind of value it is: a single one, a list or a mapping."""

    scalar: Text | Choice
    other: ListOf | Ref


class Ref(NamedTuple):
    """A shape by its name in `grammar.SHAPES`; a seed may hold seeds."""

    name: str


class Anything(NamedTuple):
    """Whatever it is, it is checked elsewhere."""


Shape: TypeAlias = Text | Choice | Whole | Flag | ListOf | Table | MapOf | Either | Ref | Anything


def described(words: Text | Choice) -> str:
    """What would be right, for a message."""
    if isinstance(words, Text):
        return words.wrong or "must be a text"
    names = [*words.words, *([words.also] if words.also else [])]
    return "must be " + (f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else f"'{names[0]}'")


class Checker:
    """Checks nodes against shapes and collects everything that is wrong."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self._shapes = shapes
        self.errors: list[ReaderError] = []

    def check(self, node: Node, shape: Shape, name: str) -> bool:
        """Whether the node, called `name` in messages, has the shape."""
        before = len(self.errors)
        self._check(node, shape, name)
        return len(self.errors) == before

    def _wrong(self, node: Node, message: str, key: str | None = None) -> None:
        self.errors.append(node.error(message, key=key))

    def _check(self, node: Node, shape: Shape, name: str) -> None:
        match shape:
            case Ref():
                self._check(node, self._shapes[shape.name], name)
            case Text():
                self._text(node, shape, name)
            case Choice():
                self._choice(node, shape, name)
            case Whole():
                self._whole(node, shape, name)
            case Flag():
                if not isinstance(node.value, bool):
                    self._wrong(node, f"{name} must be true or false")
            case ListOf():
                self._list(node, shape, name)
            case MapOf():
                self._map(node, shape, name)
            case Table():
                self._table(node, shape, name)
            case Either():
                self._either(node, shape, name)

    def _either(self, node: Node, shape: Either, name: str) -> None:
        other = self._shapes[shape.other.name] if isinstance(shape.other, Ref) else shape.other
        if isinstance(node.value, tuple) and isinstance(other, ListOf):
            self._list(node, other, name)
        elif isinstance(node.value, Mapping) and isinstance(other, Table):
            self._table(node, other, name)
        elif (isinstance(shape.scalar, Choice) and node.value not in shape.scalar.words) or not _is_plain(node):
            kind = "a mapping (key: value)" if isinstance(other, Table) else "a list"
            self._wrong(node, f"{name} {described(shape.scalar)}, or {kind}")
        else:
            self._check(node, shape.scalar, name)

    def _text(self, node: Node, shape: Text, name: str) -> None:
        try:
            text = node.text(name)
        except ReaderError as error:
            self.errors.append(error)
            return
        if shape.pattern and not isinstance(node.value, str):
            self._wrong(node, f"{name} must be a text: put it in quotes")
        elif shape.pattern and not re.fullmatch(shape.pattern, text):
            self._wrong(node, f"{name} '{_short(text)}' {described(shape)}")

    def _choice(self, node: Node, shape: Choice, name: str) -> None:
        if not _is_plain(node):
            self._wrong(node, f"{name} {described(shape)}")
            return
        word = str(node.value)
        if word in shape.words or (shape.pattern and re.fullmatch(shape.pattern, word)):
            return
        hint = did_you_mean(word, set(shape.words))
        if not hint.startswith(";"):
            hint = f"; it {described(shape)}"
        self._wrong(node, f"unknown {name} '{_short(word)}'{hint}")

    def _whole(self, node: Node, shape: Whole, name: str) -> None:
        if isinstance(node.value, bool) or not isinstance(node.value, int):
            self._wrong(node, f"{name} must be a whole number")
        elif not shape.low <= node.value <= shape.high:
            right = f"from {shape.low} to {shape.high}" if shape.low < shape.high else str(shape.low)
            self._wrong(node, f"{name} must be {right}")

    def _list(self, node: Node, shape: ListOf, name: str) -> None:
        if shape.several and not isinstance(node.value, tuple):
            self._check(node, shape.item, name)
        elif not isinstance(node.value, tuple):
            self._wrong(node, f"{name} must be a list")
        elif len(node.value) < shape.least:
            self._wrong(node, f"{name} is empty")
        else:
            for item in node.value:
                self._check(item, shape.item, name if shape.several else f"an item of {name}")

    def _map(self, node: Node, shape: MapOf, name: str) -> None:
        if not isinstance(node.value, Mapping):
            self._wrong(node, f"{name} must be a mapping (key: value)")
            return
        for key, value in node.value.items():
            if not re.fullmatch(shape.key.pattern, key):
                self._wrong(node, f"{shape.what} '{_short(key)}' {shape.key.wrong}", key)
            self._check(value, shape.value, f"the {shape.what.removesuffix(' name')} '{_short(key)}'")

    def _table(self, node: Node, shape: Table, name: str) -> None:
        what = shape.name or name
        if not isinstance(node.value, Mapping):
            self._wrong(node, f"{what} must be a mapping (key: value)")
            return
        for key, value in node.value.items():
            if key in shape.keys:
                self._check(value, shape.keys[key].shape, key)
            else:
                hint = did_you_mean(key, set(shape.keys))
                self._wrong(node, f"unknown key '{_short(key)}' in {what}{hint}", key)
        if node.value.keys() <= shape.keys.keys():  # else what is missing is there under another name
            self._together(node, node.value, shape, what)

    def _together(self, node: Node, parts: Mapping[str, Node], shape: Table, what: str) -> None:
        """What must be there, and what keys ask of one another."""
        for key, entry in shape.keys.items():
            if entry.required and key not in parts:
                self._wrong(node, f"{what} needs '{key}'")
        there = [key for key in parts if key in shape.one_of]
        if shape.one_of and not there:
            self._wrong(node, f"{what} needs one of: {', '.join(sorted(shape.one_of))}")
        elif len(there) > 1:
            either = "; use 'any' for either" if "any" in shape.one_of else ""
            self._wrong(node, f"{what} has both '{there[0]}' and '{there[1]}'{either}", there[1])
        if len(parts) < shape.least:
            self._wrong(node, f"{what} needs one of: {', '.join(sorted(shape.keys))}")
        for key, other in shape.needs.items():
            if key in parts and other not in parts:
                self._wrong(node, f"'{key}' needs '{other}' beside it", key)
        to = parts["to"].value if shape.within and "to" in parts else None
        wanted = shape.within.get("rule" if str(to).startswith("rule:") else str(to))
        if wanted is True and "within" not in parts:
            self._wrong(node, f"a link to {to} needs 'within'")
        elif wanted is False and "within" in parts:
            self._wrong(node, f"a link to {to} has no 'within'", "within")


def _is_plain(node: Node) -> bool:
    return isinstance(node.value, (str, int)) and not isinstance(node.value, bool)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
