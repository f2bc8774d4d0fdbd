"""What a rule says, and what it finds: immutable values, checked when they are made by `load.py`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from reader.analysis.model import Label, Link, MentionKind, QuoteKind
from reader.errors import ReaderError
from reader.spans import Span

DEFAULT_PRIORITY = 50
"""Above the program's own rules (`builtin/core.yaml`), so that a user's rule shows."""


# --- what is looked for -------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a word list, as the tokens it is made of."""

    words: tuple[str, ...]
    """Folded: lower case, straight marks, plain hyphens."""
    exact: tuple[str | None, ...]
    """Beside each word with a capital letter in it, the word as it must stand; else None."""
    open_end: bool
    """Whether the last word may have any ending (`say*`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A word list. Two are the same only when they are one object, so that a long one costs nothing to compare."""

    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Regex:
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EntityIs:
    """Every mention of each entity that has one of the names (any when empty), one of the labels and one of the kinds
    of mentions (likewise)."""

    names: frozenset[str] = frozenset()
    """Folded."""
    labels: frozenset[Label] = frozenset()
    mentions: frozenset[MentionKind] = frozenset()


@dataclass(frozen=True, slots=True)
class QuoteIs:
    """Every part of each quote by one of the names (anybody when empty) and of one of the kinds (likewise)."""

    by: frozenset[str] = frozenset()
    """Folded."""
    kinds: frozenset[QuoteKind] = frozenset()


@dataclass(frozen=True, slots=True)
class AnyKeyPoint:
    """Every key point."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    seeds: tuple[Seed, ...]


Seed: TypeAlias = Words | Regex | EntityIs | QuoteIs | AnyKeyPoint | AnyOf


# --- where it must stand ------------------------------------------------------------------------------------------
class Scope(StrEnum):
    """What `in` and `not_in` may name: quotes, and kinds of blocks."""

    QUOTE = "quote"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list_item"
    TABLE = "table"


class Unit(StrEnum):
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Within:
    """How far from a match something may stand."""

    unit: Unit
    words: int = 0
    """Of `WORDS`: how many to either side, inside the same paragraph."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must (`with`) or must not (`without`) stand near a match."""

    seed: Seed
    within: Within


@dataclass(frozen=True, slots=True)
class Where:
    """Every condition must hold: inside one of `inside`, in none of `outside`, with all and without any of those."""

    inside: frozenset[Scope] = frozenset()
    outside: frozenset[Scope] = frozenset()
    present: tuple[Condition, ...] = ()
    absent: tuple[Condition, ...] = ()


# --- what is made of it -------------------------------------------------------------------------------------------
class Mark(StrEnum):
    """How much of the text a match covers."""

    MATCH = "match"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Target(StrEnum):
    ENTITY = "entity"
    """Names, not figures."""
    QUOTE = "quote"
    KEY_POINT = "key_point"


@dataclass(frozen=True, slots=True)
class LinkTo:
    """Ties each match to the items of a kind near it."""

    to: Target
    within: Within
    rel: str


@dataclass(frozen=True, slots=True)
class ListTab:
    """A list of the screen that rules fill."""

    name: str
    title: str
    by_rule: bool = False
    """Whether the matches stand under a heading for each rule."""


@dataclass(frozen=True, slots=True)
class Example:
    """A test inside a rule file: a text, and the spans that the rule must mark in it."""

    text: str
    marked: frozenset[Span]
    """Empty for one that the rule must miss, and for a hit where any match will do."""
    hit: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a rule file, counted from 1."""

    file: str
    line: int
    column: int

    def error(self, message: str) -> ReaderError:
        return ReaderError(message, file=self.file, line=self.line, column=self.column)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    seed: Seed
    place: Place
    why: str = ""
    where: Where = Where()
    mark: Mark = Mark.MATCH
    style: str = ""
    """A role of the theme, such as `source.vague`; empty: not painted."""
    priority: int = DEFAULT_PRIORITY
    list: str = ""
    """The name of a list; empty: in none."""
    links: tuple[LinkTo, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one file or of several, in their order; ids are unique."""

    rules: tuple[Rule, ...] = ()
    lists: tuple[ListTab, ...] = ()


# --- what is found ------------------------------------------------------------------------------------------------
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
    style: str = ""
    """The rule's role; empty: not painted."""
    priority: int = DEFAULT_PRIORITY
    list: str = ""
    """The rule's list; empty: in none."""


@dataclass(frozen=True, slots=True)
class Found:
    """What rules found in one article."""

    matches: tuple[Match, ...] = ()
    """By start, of one start the wider first, then in the order of the rules. Overlaps are all kept."""
    links: tuple[Link, ...] = ()
    """From a match to an item, rule by rule."""
    notices: tuple[str, ...] = ()
    """Rules that were switched off or cut short, and why."""
