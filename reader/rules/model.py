"""What a rule finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a rule holds."""

    id: str
    """`m1`, `m2`, … in the order of the text."""
    rule: str
    """The rule's id."""
    span: Span
    captures: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    """Named groups of the rule's pattern."""
