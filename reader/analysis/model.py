"""What is found in an article: the words of the field, as immutable values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.spans import Span


class QuoteKind(StrEnum):
    """The three kinds of reported speech that news studies tell apart (Pareti 2012; Newell et al. 2018)."""

    DIRECT = "direct"
    """All of it inside quotation marks (or a turn of a transcript, a Markdown block quotation)."""
    MIXED = "mixed"
    """A reported clause with some words in marks."""
    INDIRECT = "indirect"
    """A reported clause without marks."""


class Label(StrEnum):
    """Kinds of entities: those of OntoNotes 5 that news has use for."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    NORP = "NORP"
    FAC = "FAC"
    EVENT = "EVENT"
    WORK_OF_ART = "WORK_OF_ART"
    LAW = "LAW"
    PRODUCT = "PRODUCT"
    DATE = "DATE"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    QUANTITY = "QUANTITY"


VALUE_LABELS = frozenset({Label.DATE, Label.MONEY, Label.PERCENT, Label.QUANTITY})
"""Labels of figures rather than names."""


class MentionKind(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    """A description that stands for a name: "the ambassador"."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that names something, before it is known which stretches name the same."""

    span: Span
    label: Label
    value: str | None = None
    """Of a figure, its normal form: an ISO date, `USD 4200000`, `12.5 %`. None where it cannot be told."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Reported speech as the text shows it: who it is given to is a surface, not yet a person."""

    kind: QuoteKind
    parts: tuple[Span, ...]
    """In order. A direct part includes its quotation marks."""
    cue: Span | None
    """The word that reports: "said", "according to"."""
    source: Span | None
    """Whom the text names there: "he", "Ambassador Khan", "two officials"; None when nobody is named."""
    carried: bool = False
    """Whether `source` stands with another quote, and a reader carries it over to this one."""
    antecedent: Span | None = None
    """Where `source` is a relative ("Tolle, who said"): the phrase that it stands for."""


@dataclass(frozen=True, slots=True)
class Mention:
    span: Span
    kind: MentionKind
    why: str = field(default="", compare=False)
    """Of a pronoun or a nominal: why it is taken to mean this entity, in a few words for the reader."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or figure with everything in the text that means it."""

    id: str
    """`e1`, `e2`, … in the order of first mention."""
    name: str
    """The fullest name; of an explicit date its ISO form."""
    label: Label
    mentions: Sequence[Mention]
    """In the order of the text. Immutable: a tuple, or of a long text some that are made when they are asked for."""
    roles: tuple[str, ...] = ()
    """What the text says they are: "envoy to the US"."""


@dataclass(frozen=True, slots=True)
class Speaker:
    span: Span | None
    """The surface in the text: "he"."""
    name: str | None
    """Whom it means: an entity's name, or an unnamed source in its own words; None when it is unclear."""
    entity: str | None
    """The id of that entity."""


@dataclass(frozen=True, slots=True)
class Quote:
    id: str
    """`q1`, `q2`, … in the order of the text."""
    kind: QuoteKind
    parts: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class Gloss:
    """A name to show in brackets after a word that stands for it: "He [Ana Ruiz] resigned". The text is untouched."""

    at: int
    """The offset in the text right after that word."""
    mention: Span
    """The mention: whose name it is, the entity says that has it (a reader may have put it right)."""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    id: str
    """`k1`, `k2`, … by rank."""
    span: Span
    rank: int
    """1 is what matters most."""
    reason: str = ""
    """Why this one, in a few words for the reader."""
    glosses: tuple[Gloss, ...] = ()
    """In the order of the text, for whom nothing else in the point names."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one article. Immutable: tuples, or of a long text what is made when it is asked for."""

    quotes: Sequence[Quote] = ()
    entities: Sequence[Entity] = ()
    key_points: tuple[KeyPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A typed tie between two items, told in one direction and followed in both."""

    source: str
    target: str
    rel: str
    """`said_by` quote → entity; `mentions` quote → entity; `about` key point → entity; `repeats` quote → the quote
    before it that has the same words; or a rule's own."""
