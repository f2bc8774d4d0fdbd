"""What a rule says, and what it finds: immutable values, checked when they are made by `load.py`. What it looks for,
and where, is in `seeds.py`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from reader.analysis.model import Link
from reader.errors import ReaderError
from reader.rules.seeds import Seed, Where, Within
from reader.spans import Span

DEFAULT_PRIORITY = 50
"""Above the program's own rules (`builtin/core.yaml`), so that a user's rule shows."""


# --- what is made of it -------------------------------------------------------------------------------------------
class Mark(StrEnum):
    """How much of the text a match covers."""

    MATCH = "match"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Colour:
    name: str
    """`accent`, a role of the theme (whose letters have it), or `#rrggbb`."""
    share: int = 100
    """How much of it, in per cent; the rest is what lies below."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a match looks; None, and an empty role: as what lies below."""

    role: str = ""
    """A role of the theme, such as `source.vague`; the properties below go before what it says."""
    fg: Colour | None = None
    bg: Colour | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    dim: bool | None = None
    reverse: bool | None = None


PLAIN = Style()
"""Not painted."""


class Target(StrEnum):
    """What a link may go to."""

    ENTITY = "entity"
    """Names, not figures."""
    QUOTES = "quotes"
    """Near ones; without a reach, those by the entity that the match is."""
    KEY_POINT = "key_point"
    SPEAKER = "speaker"
    """Of the quote that the match is or stands in."""
    REPEATS = "repeats"
    """Earlier quotes that the quote has the words of."""
    RULE = "rule"
    """The matches of another rule."""


@dataclass(frozen=True, slots=True)
class LinkTo:
    """Ties each match to items."""

    to: Target
    within: Within | None
    rel: str
    rule: str = ""
    """Of `RULE`: whose matches."""


class GroupBy(StrEnum):
    NONE = "none"
    RULE = "rule"
    SPEAKER = "speaker"
    """Who says the quote that a match is or stands in."""
    ENTITY = "entity"
    """Whom or what it is a mention of, else who is named first in its sentence."""


class Sort(StrEnum):
    TEXT = "text"
    DATE = "date"
    """By the date that a match is or has in it; those without one come after."""


@dataclass(frozen=True, slots=True)
class ListTab:
    """A list of the screen that rules fill."""

    name: str
    title: str
    group_by: GroupBy = GroupBy.NONE
    sort: Sort = Sort.TEXT


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
    set: str = ""
    """The set that it is of: `builtin/hedging`, or the file's path."""
    on: bool = True
    """Whether it is applied. What other rules ask of one that is off, it still answers."""
    why: str = ""
    where: Where = Where()  # noqa: RUF009 (immutable)
    mark: Mark = Mark.MATCH
    style: Style = PLAIN
    captures: Mapping[str, Style] = field(default_factory=lambda: MappingProxyType({}))
    """How the named groups are painted over that."""
    priority: int = DEFAULT_PRIORITY
    list: str = ""
    """The name of a list; empty: in none."""
    text: str = ""
    """What stands in the list, with `{name}` for a capture and `{match}` for all of it; empty: the match."""
    links: tuple[LinkTo, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The rules and lists of one rule file, with those that it extends."""

    path: Path
    rules: tuple[Rule, ...] = ()
    lists: tuple[ListTab, ...] = ()
    files: tuple[Path, ...] = ()
    """All that was read for it."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules of one file or of several, in their order; ids are unique."""

    rules: tuple[Rule, ...] = ()
    lists: tuple[ListTab, ...] = ()
    parts: tuple[Part, ...] = ()
    """By file, before they were put together: what a file whose new version cannot be read keeps."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that was read for them, those that they extend too: what a live reload watches."""
        return tuple(dict.fromkeys(file for part in self.parts for file in part.files))

    @property
    def sets(self) -> tuple[str, ...]:
        """The names of the sets that the rules are of, in order."""
        return tuple(dict.fromkeys(rule.set for rule in self.rules))

    @property
    def tabs(self) -> tuple[ListTab, ...]:
        """The lists that rules which are on fill."""
        filled = {rule.list for rule in self.rules if rule.on}
        return tuple(tab for tab in self.lists if tab.name in filled)

    def rule(self, id_: str) -> Rule:
        """The rule with this id; KeyError when there is none."""
        for rule in self.rules:
            if rule.id == id_:
                return rule
        raise KeyError(id_)

    def switched(self, *, on: Collection[str] = (), off: Collection[str] = ()) -> RuleSet:
        """The same rules, those whose id or set is named switched on or off: ids go before sets, off before on."""

        def is_on(rule: Rule) -> bool:
            for name in (rule.id, rule.set):
                if name in off or name in on:
                    return name not in off
            return rule.on

        rules = tuple(rule if rule.on == is_on(rule) else replace(rule, on=not rule.on) for rule in self.rules)
        return replace(self, rules=rules)


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
    style: Style = PLAIN
    """The rule's."""
    priority: int = DEFAULT_PRIORITY
    list: str = ""
    """The rule's list; empty: in none."""
    item: str = ""
    """Id of the quote, entity or key point that it is: that item has its ties. Empty: it is none."""
    text: str = ""
    """What stands in the list; empty: the words of the match."""
    group: str = ""
    """The heading that it stands under in its list; empty: under none."""
    date: str = ""
    """In a list that is sorted by date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty: not known."""
    place: Place | None = None
    """Where its rule stands in the rule file; None for one that no file says."""


@dataclass(frozen=True, slots=True)
class Found:
    """What rules found in one article."""

    matches: tuple[Match, ...] = ()
    """By start, of one start the wider first, then in the order of the rules. Overlaps are all kept."""
    links: tuple[Link, ...] = ()
    """Between items, rule by rule."""
    notices: tuple[str, ...] = ()
    """Rules that were switched off or cut short, and why."""
    core: tuple[Match, ...] = ()
    """Those of the program's own rules (`builtin/core`), for the screen alone: they are no items, each only shows the
    one that it names."""
