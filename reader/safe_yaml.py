"""YAML from users, safe with any file and with the place of everything kept.

`yaml.safe_load` can be made to run for minutes by aliases and merge keys, overflows on deep nesting, takes `no` for
False and a date for an object, and lets duplicate keys pass. Here the events are read one by one under fixed limits,
anchors, aliases and tags are refused, and plain values are built: mappings, lists, strings, whole numbers, `true`,
`false` and null.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeAlias

import yaml

from reader.errors import ReaderError

MAX_CHARACTERS = 1 << 20
MAX_EVENTS = 20_000
MAX_DEPTH = 32

_MOST_COMPARED, _LONGEST_COMPARED = 300, 64

Scalar: TypeAlias = str | int | bool | None
_INTEGER = re.compile(r"[-+]?\d{1,15}")
_PLAIN: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file with its place, counted from 1."""

    value: Scalar | tuple[Node, ...] | Mapping[str, Node]
    file: str
    line: int
    column: int
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Of a mapping: where each key stands."""

    @property
    def place(self) -> str:
        """`FILE:LINE:COL`."""
        return f"{self.file}:{self.line}:{self.column}"

    def error(self, message: str, *, key: str | None = None) -> ReaderError:
        """An error at this node, or at one of its keys."""
        line, column = self.keys[key] if key is not None else (self.line, self.column)
        return ReaderError(message, file=self.file, line=line, column=column)

    def mapping(self, what: str, allowed: frozenset[str] | set[str] | None = None) -> Mapping[str, Node]:
        """The node as a mapping; with `allowed`, every other key is an error with a "did you mean"."""
        if not isinstance(self.value, Mapping):
            raise self.error(f"{what} must be a mapping (key: value)")
        for key in self.value:
            if allowed is not None and key not in allowed:
                raise self.error(f"unknown key '{key}' in {what}{did_you_mean(key, allowed)}", key=key)
        return self.value

    def items(self, what: str) -> tuple[Node, ...]:
        """The node as a list."""
        if not isinstance(self.value, tuple):
            raise self.error(f"{what} must be a list")
        return self.value

    def text(self, what: str) -> str:
        """The node as a string; a number counts as the string that it is written as."""
        if isinstance(self.value, bool) or not isinstance(self.value, (str, int)) or self.value == "":
            raise self.error(f"{what} must be a text")
        return str(self.value)

    def whole(self, what: str) -> int:
        """The node as a whole number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.error(f"{what} must be a whole number")
        return self.value

    def truth(self, what: str) -> bool:
        """The node as true or false."""
        if not isinstance(self.value, bool):
            raise self.error(f"{what} must be true or false")
        return self.value


def did_you_mean(word: str, known: frozenset[str] | set[str]) -> str:
    """`; did you mean 'x'?`, or what there is, or nothing."""
    few = len(known) <= _MOST_COMPARED and len(word) <= _LONGEST_COMPARED  # to compare costs time
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6) if few else []
    if close:
        return f"; did you mean '{close[0]}'?"
    return f" (known: {', '.join(sorted(known))})" if 0 < len(known) <= 12 else ""


def load_yaml(text: str, file: str, *, quick: bool = False) -> Node:
    """The one document in `text`; ReaderError with its place for anything that is refused.

    `quick`: by the parser in C, where there is one. For files of the program: its messages are other ones.
    """
    if len(text) > MAX_CHARACTERS:
        raise ReaderError(f"is larger than {MAX_CHARACTERS // 1024} KiB", file=file)
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader) if quick else yaml.SafeLoader
        return _Builder(file, yaml.parse(text, Loader=loader)).document()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        raise ReaderError(
            f"character U+{ord(text[error.position]):04X} is not allowed in YAML", file=file, line=line, column=column
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ReaderError(
            f"not valid YAML: {error.problem or error.context}",
            file=file,
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
        ) from error


class _Builder:
    """Builds nodes from parser events, under the limits."""

    def __init__(self, file: str, events: Iterator[yaml.Event]) -> None:
        self._file = file
        self._events = events
        self._count = 0

    def document(self) -> Node:
        for expected in (yaml.StreamStartEvent, yaml.DocumentStartEvent):
            event = self._next()
            if not isinstance(event, expected):
                raise ReaderError("is empty", file=self._file)
        node = self._node(self._next(), 1)
        self._next()
        if not isinstance(event := self._next(), yaml.StreamEndEvent):
            raise self._error(event, "only one YAML document is read")
        return node

    def _next(self) -> yaml.Event:
        event = next(self._events)
        self._count += 1
        if self._count > MAX_EVENTS:
            raise self._error(event, f"has more than {MAX_EVENTS} YAML events")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._error(event, "anchors and aliases (&, *) are not allowed")
        if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
            raise self._error(event, "tags (!) are not allowed")
        return event

    def _error(self, event: yaml.Event, message: str) -> ReaderError:
        line, column = _place(event)
        return ReaderError(message, file=self._file, line=line, column=column)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self._error(event, f"is nested more than {MAX_DEPTH} deep")
        if isinstance(event, yaml.ScalarEvent):
            return Node(self._scalar(event), self._file, *_place(event))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := self._next(), yaml.SequenceEndEvent):
                items.append(self._node(inner, depth + 1))
            return Node(tuple(items), self._file, *_place(event))
        return self._mapping(event, depth)

    def _mapping(self, event: yaml.Event, depth: int) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise self._error(key, "a key must be a plain word")
            if key.value in values:
                raise self._error(key, f"duplicate key '{key.value}' (first on line {keys[key.value][0]})")
            keys[key.value] = _place(key)
            values[key.value] = self._node(self._next(), depth + 1)
        return Node(values, self._file, *_place(event), keys)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        value: str = event.value
        for character in value:
            if ord(character) < 32 and character not in "\n\t":
                raise self._error(event, f"control character U+{ord(character):04X} is not allowed")
            if "\ud800" <= character <= "\udfff":  # no encoding has it
                raise self._error(event, f"half of a pair, U+{ord(character):04X}, is not allowed (write \\U0001F600)")
        if event.style:  # the parser in C has an empty one for plain words
            return value
        if value in _PLAIN:
            return _PLAIN[value]
        return int(value) if _INTEGER.fullmatch(value) else value


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
