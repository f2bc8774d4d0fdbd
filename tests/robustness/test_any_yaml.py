"""Rule files, themes and settings: any text is a value or one clear error, never another exception."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.rules.load import try_text
from reader.settings import parse_settings
from reader.tui.theme_files import parse_theme

_WORDS = ["version", "rules", "lists", "words", "extends", "id", "match", "regex", "roles", "colors", "dark", "theme"]
_WORDS += ["width", "keys", "engine", "model", "style", "link", "where", "near", "title", "fg", "bg", "tests", "hit"]
_VALUES = ["1", "true", "~", "no", "9" * 400, "1e999", "9999-99-99", "0x", ".nan", "'", '"', "(a|aa)+$", "(?R)", "@a"]
_VALUES += ["builtin/core", "dark", "../x.yaml", "#ffffff", "\x1b[2J", "\u202e", "\\U0001f600", "é", "\ud800", "\x00"]
_MARKS = [
    ": ",
    "\n",
    "\n  ",
    "\n    ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "&a ",
    "*a",
    "<<: ",
    "!!int ",
    "| ",
    "> ",
    "# ",
    "---\n",
]
_MARKS += ["%YAML 9", "? ", "\t", "..."]
_PIECE = st.one_of(*(st.sampled_from(pieces) for pieces in (_WORDS, _VALUES, _MARKS, _MARKS)))
YAML = st.one_of(st.lists(_PIECE, max_size=40).map("".join), st.text(max_size=200)).flatmap(
    lambda text: st.sampled_from([text, "version: 1\n" + text, "version: 1\nrules:\n- id: a\n  match: " + text])
)


@pytest.mark.parametrize(
    "parse",
    [
        lambda text: try_text(text, "f"),
        lambda text: parse_theme(text, "mine", "f"),
        lambda text: parse_settings(text, "f"),
    ],
    ids=["rules", "theme", "settings"],
)
@given(text=YAML)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_yaml_is_a_value_or_a_clear_error(parse: Callable[[str], object], text: str) -> None:
    try:
        parse(text)
    except ReaderError as error:
        assert error.message and "\n" not in error.message
