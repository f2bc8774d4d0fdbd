"""The JSON Schema: made from what the loader checks with, and it lets through and refuses the same files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import test_rule_errors as errors
from hypothesis import given
from hypothesis import strategies as st

from reader.resources import builtin_rules_folder
from reader.rules.grammar import SHAPES
from reader.rules.schema import rules_schema
from reader.rules.shapes import Checker, Text
from reader.safe_yaml import Node, load_yaml

SCHEMA = rules_schema()
TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "number": (int, float),
    "boolean": (bool,),
}  # fmt: skip
KNOWN = frozenset(
    [
        "$ref",
        "$schema",
        "$defs",
        "title",
        "description",
        "type",
        "enum",
        "const",
        "anyOf",
        "oneOf",
        "allOf",
        "if",
        "then",
        "required",
        "properties",
        "additionalProperties",
        "propertyNames",
        "items",
        "minItems",
        "minLength",
        "minProperties",
        "pattern",
        "minimum",
        "maximum",
        "dependentRequired",
    ]
)


def fits(value: Any, schema: Any) -> bool:
    """Whether a value fits a schema: the part of JSON Schema 2020-12 that ours is made of."""
    if isinstance(schema, bool):
        return schema
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema and not fits(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]):
        return False
    if "type" in schema and not _is_a(value, schema["type"]):
        return False
    if ("enum" in schema and value not in schema["enum"]) or ("const" in schema and value != schema["const"]):
        return False
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        return False
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        return False
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return False
    return (
        all(fits(value, inner) for inner in schema.get("allOf", ()))
        and ("anyOf" not in schema or any(fits(value, inner) for inner in schema["anyOf"]))
        and ("oneOf" not in schema or sum(fits(value, inner) for inner in schema["oneOf"]) == 1)
        and ("if" not in schema or not fits(value, schema["if"]) or fits(value, schema["then"]))
        and (not isinstance(value, list) or _fits_list(value, schema))
        and (not isinstance(value, dict) or _fits_object(value, schema))
    )


def _is_a(value: Any, kind: str) -> bool:
    return isinstance(value, bool) == (kind == "boolean") and isinstance(value, TYPES[kind])


def _fits_list(value: Sequence[Any], schema: Mapping[str, Any]) -> bool:
    return len(value) >= schema.get("minItems", 0) and all(fits(item, schema.get("items", True)) for item in value)


def _fits_object(value: Mapping[str, Any], schema: Mapping[str, Any]) -> bool:
    properties, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    return (
        all(key in value for key in schema.get("required", ()))
        and len(value) >= schema.get("minProperties", 0)
        and all(fits(key, schema.get("propertyNames", True)) for key in value)
        and all(fits(item, properties.get(key, others)) for key, item in value.items())
        and all(
            other in value
            for key, needed in schema.get("dependentRequired", {}).items()
            if key in value
            for other in needed
        )
    )


def plain(node: Node) -> Any:
    if isinstance(node.value, tuple):
        return [plain(item) for item in node.value]
    if isinstance(node.value, Mapping):
        return {key: plain(item) for key, item in node.value.items()}
    return node.value


def has_the_shape(node: Node) -> bool:
    return Checker(SHAPES).check(node, SHAPES["file"], "a rule file")


def test_the_validator_of_this_test_can_refuse() -> None:
    assert fits({"version": 1}, SCHEMA) and not fits({"version": 2}, SCHEMA) and not fits({}, SCHEMA)
    assert not fits({"version": 1, "rules": [{"id": "a"}]}, SCHEMA) and not fits({"version": True}, SCHEMA)


@pytest.mark.parametrize("path", sorted(builtin_rules_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_every_set_of_the_program_fits_the_schema(path: Any) -> None:
    assert fits(plain(load_yaml(path.read_text("utf-8"), path.name)), SCHEMA)


def cases_of(test: Any) -> list[str]:
    (mark,) = (mark for mark in test.pytestmark if mark.name == "parametrize")
    return [case[0] for case in mark.args[1]]


FILES = [
    *cases_of(errors.test_what_is_wrong_with_a_file_is_told_at_its_place),
    *(errors.HEAD + case for case in cases_of(errors.test_what_is_wrong_with_a_rule_is_told_at_its_place)),
]


@pytest.mark.parametrize("text", FILES)
def test_what_the_loader_refuses_for_its_shape_the_schema_refuses_and_nothing_else(text: str) -> None:
    try:
        node = load_yaml(text, "f")
    except Exception:
        return  # no YAML at all: there is nothing to fit
    assert fits(plain(node), SCHEMA) == has_the_shape(node)


def test_the_cases_are_of_both_kinds() -> None:
    shapes = []
    for text in FILES:
        try:
            shapes.append(has_the_shape(load_yaml(text, "f")))
        except Exception:
            continue
    assert shapes.count(True) > 20 and shapes.count(False) > 40


@given(errors.FILES)
def test_they_agree_about_any_file(file: object) -> None:
    node = load_yaml(json.dumps(file), "f")
    assert fits(plain(node), SCHEMA) == has_the_shape(node)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2000) | st.text("ab1 @-", max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["a", "to"]), inner),
)


@given(ANYTHING)
def test_they_agree_about_any_value_in_any_place(value: object) -> None:
    node = load_yaml(json.dumps(value), "f")
    for name, shape in SHAPES.items():
        fit = fits(plain(node), {"$ref": f"#/$defs/{name}"})
        assert fit == Checker(SHAPES).check(node, shape, name), name


def test_every_key_says_what_it_means() -> None:
    for shape in SHAPES.values():
        for key, entry in getattr(shape, "keys", {}).items():
            assert entry.about.endswith("."), key
    assert isinstance(SHAPES["file"], type(SHAPES["rule"])) and not isinstance(SHAPES["file"], Text)
