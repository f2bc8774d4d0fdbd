"""What a rule looks for, and where that must stand: immutable values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reader.analysis.model import Label, MentionKind, QuoteKind


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
    stepper: re.Pattern[str] | None = None
    """Of one that may take long (`pattern.py`)."""


@dataclass(frozen=True, slots=True)
class EntityIs:
    """Every mention of each entity that has one of the names (any when empty), one of the labels and one of the kinds
    of mentions (likewise)."""

    names: frozenset[str] = frozenset()
    """Folded."""
    labels: frozenset[Label] = frozenset()
    mentions: frozenset[MentionKind] = frozenset()


class QuotePart(StrEnum):
    """What of a quote is meant."""

    WORDS = "words"
    CUE = "cue"
    """The word that reports: "said"."""
    SPEAKER = "speaker"
    """The surface that names who says it: "he"."""


@dataclass(frozen=True, slots=True)
class QuoteIs:
    """Every part of each quote by one of the names (anybody when empty) and of one of the kinds (likewise)."""

    by: frozenset[str] = frozenset()
    """Folded."""
    kinds: frozenset[QuoteKind] = frozenset()
    part: QuotePart = QuotePart.WORDS


@dataclass(frozen=True, slots=True)
class AnyKeyPoint:
    """Every key point."""


@dataclass(frozen=True, slots=True)
class RuleIs:
    """Everything that another rule matches."""

    id: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    seeds: tuple[Seed, ...]


Seed: TypeAlias = Words | Regex | EntityIs | QuoteIs | AnyKeyPoint | RuleIs | AnyOf


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
    MATCH = "match"
    QUOTE = "quote"
    """All parts of the quotes that it is a part of or stands in."""
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
