from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.safe_yaml import Node, load_yaml


def plain(node: Node) -> object:
    match node.value:
        case tuple(items):
            return [plain(n) for n in items]
        case str() | int() | bool() | None:
            return node.value
        case mapping:
            return {k: plain(v) for k, v in mapping.items()}


def test_values_are_plain_and_a_no_or_a_date_stays_a_word() -> None:
    text = "a: 1\nb: [no, true, 2024-06-29, '7']\nc: {d: ~}\n"
    assert plain(load_yaml(text, "f")) == {"a": 1, "b": ["no", True, "2024-06-29", "7"], "c": {"d": None}}


def test_every_value_and_key_knows_its_place() -> None:
    node = load_yaml("a: 1\nb:\n  - x\n", "f").mapping("file")["b"].items("b")[0]
    assert (node.line, node.column) == (3, 5)
    with pytest.raises(ReaderError, match=r"^f:2:1: unknown key 'b' in file; did you mean 'bb'\?"):
        load_yaml("a: 1\nb: 2\n", "f").mapping("file", {"a", "bb"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &x 1", "f:1:4: anchors and aliases"),
        ("a: *x", "f:1:4: anchors and aliases"),
        ("a: &a [*a]", "f:1:4: anchors and aliases"),
        ("a: !!python/object:os.system x", "f:1:4: tags"),
        ("a: 1\na: 2", "f:2:1: duplicate key 'a' (first on line 1)"),
        ('a: "\\e[31m"', "f:1:4: control character U+001B"),
        ("a: \x1b[0m", "f:1:4: character U+001B"),
        ("", "f: is empty"),
        ("# only a comment\n", "f: is empty"),
        ("a: [1", "f:1:6: not valid YAML"),
        ("--- 1\n--- 2", "f:2:1: only one YAML document"),
        ("{[a]: 1}", "f:1:2: a key must be a plain word"),
        ("[" * 20_000, "nested more than 32 deep"),
        ("- a\n" * 30_000, "more than 20000 YAML events"),
        ("a: " + "x" * (1 << 20), "larger than 1024 KiB"),
    ],
)
def test_what_is_refused_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ReaderError) as error:
        load_yaml(text, "f")
    assert message in str(error.value)


def test_a_merge_key_is_only_a_key_and_a_huge_integer_only_a_word() -> None:
    assert plain(load_yaml(f"<<: {{a: {'9' * 5000}}}", "f")) == {"<<": {"a": "9" * 5000}}


@given(st.text(max_size=200))
def test_any_text_gives_a_value_or_a_clear_error(text: str) -> None:
    try:
        load_yaml(text, "f")
    except ReaderError as error:
        assert str(error).startswith("f:")
