"""The JSON Schema of rule files, made from the definitions that the loader checks with (`grammar.py`).

It says all that can be said of a value by itself. What needs the whole file stays with `reader rules check`: names that
nothing has, patterns, circles.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from reader.rules.grammar import SHAPES
from reader.rules.shapes import Anything, Choice, Either, Flag, ListOf, MapOf, Ref, Shape, Table, Text, Whole

Schema: TypeAlias = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(rules_schema(), ensure_ascii=False, indent=2) + "\n"


def rules_schema() -> Schema:
    """The schema of a rule file as plain values."""
    head = {"$schema": _DIALECT, "title": "Rules of reader"}
    return {**head, **_schema(SHAPES["file"]), "$defs": {name: _schema(shape) for name, shape in SHAPES.items()}}


def _schema(shape: Shape) -> Schema:
    match shape:
        case Ref():
            return {"$ref": f"#/$defs/{shape.name}"}
        case Text():
            return _text(shape)
        case Choice():
            words: Schema = {"enum": list(shape.words)}
            return {"anyOf": [words, {"type": "string", "pattern": _whole(shape.pattern)}]} if shape.pattern else words
        case Whole():
            return {"type": "integer", "minimum": shape.low, "maximum": shape.high}
        case Flag():
            return {"type": "boolean"}
        case ListOf():
            items: Schema = {"type": "array", "items": _schema(shape.item), "minItems": shape.least}
            return {"anyOf": [_schema(shape.item), items]} if shape.several else items
        case MapOf():
            names = {"pattern": _whole(shape.key.pattern)}
            return {"type": "object", "propertyNames": names, "additionalProperties": _schema(shape.value)}
        case Table():
            return _table(shape)
        case Either():
            return {"anyOf": [_schema(shape.scalar), _schema(shape.other)]}
        case Anything():
            return {}


def _whole(pattern: str) -> str:
    """A pattern of the whole text; `\\w` is wider in Python than in JSON Schema, where it would mean ASCII."""
    return f"^(?:{pattern})$"


def _text(shape: Text) -> Schema:
    """A number counts as the text that it is written as."""
    if not shape.pattern:
        return {"anyOf": [{"type": "string", "minLength": 1}, {"type": "number"}]}
    return {"type": "string", "pattern": _whole(shape.pattern)}


def _table(shape: Table) -> Schema:
    properties = {key: {**_schema(entry.shape), "description": entry.about} for key, entry in shape.keys.items()}
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if shape.about:
        schema["description"] = shape.about
    if required := [key for key, entry in shape.keys.items() if entry.required]:
        schema["required"] = required
    if shape.least:
        schema["minProperties"] = shape.least
    if shape.one_of:
        schema["oneOf"] = [{"required": [key]} for key in shape.keys if key in shape.one_of]
    if shape.needs:
        schema["dependentRequired"] = {key: [other] for key, other in shape.needs.items()}
    if shape.within:
        schema["allOf"] = [_within(word, needed) for word, needed in shape.within.items()]
    return schema


def _within(word: str, needed: bool) -> Schema:
    to: Mapping[str, Any] = {"pattern": "^rule:"} if word == "rule" else {"const": word}
    then: Schema = {"required": ["within"]} if needed else {"properties": {"within": False}}
    return {"if": {"properties": {"to": to}, "required": ["to"]}, "then": then}
