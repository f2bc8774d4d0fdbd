"""Corrections as the JSON that the database holds, and back. Pure.

What cannot be read, whoever wrote it, is None: the rest of the library is still good.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from reader.analysis.corrections import Correction, Merge, NotAName, Relabel, Rename, Respeak, Split
from reader.analysis.model import Label
from reader.article.clean import clean_line
from reader.library.anchors import anchor_of, find_anchor, read_anchor, write_anchor
from reader.spans import Span

_KINDS: dict[str, type[Correction]] = {
    "merge": Merge,
    "split": Split,
    "rename": Rename,
    "relabel": Relabel,
    "not-a-name": NotAName,
    "speaker": Respeak,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def write_correction(text: str, correction: Correction) -> str:
    """A correction with the words that it means."""
    values = ((field.name, getattr(correction, field.name)) for field in fields(correction))
    written = {name: {"at": _written(text, value)} if isinstance(value, Span) else value for name, value in values}
    return json.dumps({"kind": _NAMES[type(correction)], **written})


def _written(text: str, span: Span) -> str:
    return write_anchor(anchor_of(text, span))


def read_correction(text: str, written: str) -> Correction | None:
    """A correction in a text that may have changed; None also when what it means is not there word for word."""
    try:
        value = json.loads(written)
        kind = _KINDS[value.pop("kind")]
        return kind(**{field.name: _read(text, field.name, field.type, value[field.name]) for field in fields(kind)})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _read(text: str, name: str, kind: object, value: Any) -> Any:
    """The value of a field; ValueError when it is none, or its place is not in the text."""
    match value:
        case {"at": str(written)}:
            anchor = read_anchor(written)
            found = None if anchor is None else find_anchor(text, anchor)
            if anchor is None or found is None or found.span is None or found.span.of(text) != anchor.exact:
                raise ValueError(name)
            return found.span
        case str() if name == "label":
            return Label(value)
        case str() if name == "name":
            return clean_line(value)
        case None if "None" in str(kind):
            return None
    raise ValueError(name)
