"""A chapter as it is kept: pressed, with what the whole must know of it beside it. Of a long text so much is found that
as objects it would take twenty times the text."""

from __future__ import annotations

import copyreg
import pickle
import zlib
from dataclasses import fields
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from reader.analysis.model import Quote, Speaker
from reader.chapters.distilled import distilled
from reader.chapters.findings import Findings, findings_in
from reader.chapters.register import Measure, Measures, Register, register_of
from reader.reading import Reading
from reader.rules.model import Match, Style
from reader.spans import Span


def _view(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda view: (_view, (dict(view),)))  # rules and matches may have one


def _made_at_once(kind: type) -> None:
    """Have values of a dataclass made by its constructor: by itself, one with slots takes ten times as long."""
    values_of = attrgetter(*(field.name for field in fields(kind)))
    copyreg.pickle(kind, lambda value: (kind, values_of(value)))


for _kind in (Quote, Speaker, Match, Style):
    _made_at_once(_kind)


class Chapter(NamedTuple):
    """What was found in a chapter."""

    listed: bytes
    """Its register."""
    found: bytes
    """Everything."""

    @property
    def register(self) -> Register:
        """What the whole must know of it."""
        register: Register = _opened(self.listed)
        return register

    @property
    def findings(self) -> Findings:
        """What was found in it, which takes a millisecond."""
        findings: Findings = _opened(self.found)
        return findings


def chapter_of(reading: Reading, span: Span, number: int | None, measure: Measure | None = None) -> Chapter:
    """What is in the reading of the chapter at `span`; `number` goes into its ids (None: it is the only one). What of
    it the lists need is said by `measure`."""
    own = reading if number is None else distilled(reading)
    found = findings_in(own, span.start, number)
    register = register_of(found, span, number, own, measure(own) if measure is not None else Measures())
    return Chapter(_pressed(register), _pressed(found))


def _pressed(value: Register | Findings) -> bytes:
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def _opened(pressed: bytes) -> Any:
    return pickle.loads(zlib.decompress(pressed))
