"""The rules in use, as the menu shows them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType

from reader.article.clean import clean_line
from reader.errors import ReaderError
from reader.reading import Reading
from reader.rules.model import PLAIN, Place, Rule
from reader.tui.drawing import BLANK, Line, Piece, few_rows
from reader.tui.entries import Entry

SET = "set:"
"""Before the name of a set, in the key of its entry."""
WRONG = "wrong:"
"""Before the number of an error, in the key of its entry."""
ON, OFF, SOME = "●", "○", "◐"
_BUILTIN = "builtin/"
_LONG = 40
"""Characters of a path from which only its end is shown."""
_CORE = f"{_BUILTIN}core"


@dataclass(frozen=True, slots=True)
class RulesInUse:
    """Every rule, which are on, how often they match, and what is wrong."""

    rules: tuple[Rule, ...] = ()
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Matches by the rule's id."""
    errors: tuple[ReaderError, ...] = ()
    """What is wrong with the rule files."""
    notices: tuple[str, ...] = ()
    """Rules that were stopped or cut short, and why."""

    @property
    def sets(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules by set, the program's own last."""
        found: dict[str, list[Rule]] = {}
        for rule in sorted(self.rules, key=lambda rule: rule.set == _CORE):
            found.setdefault(rule.set, []).append(rule)
        return {name: tuple(rules) for name, rules in found.items()}

    def of_key(self, key: str) -> tuple[Rule, ...]:
        """The rules that an entry stands for."""
        if key.startswith(SET):
            return self.sets.get(key.removeprefix(SET), ())
        return tuple(rule for rule in self.rules if rule.id == key)

    def notice_of(self, rule: Rule) -> str:
        """Why a rule was stopped or cut short; empty when it was not."""
        return next((notice for notice in self.notices if f"'{rule.id}'" in notice), "")


def rules_in_use(reading: Reading, errors: Sequence[ReaderError] = ()) -> RulesInUse:
    """The rules that were applied to a reading, and what is wrong with the others."""
    counts = reading.found_by()
    return RulesInUse(reading.rules, counts, tuple(errors), reading.rule_notices)


def set_title(name: str) -> str:
    """A set's name for the reader: the program's own by their bare name, a file by its name."""
    if name == _CORE:
        return "Highlights of the program"
    return clean_line(name.removeprefix(_BUILTIN) if name.startswith(_BUILTIN) else PurePath(name).name)


def place_words(place: Place) -> str:
    """Where a rule is written, as short as can be found again."""
    return clean_line(f"{_short(place.file)}:{place.line}")


def _short(file: str) -> str:
    path = PurePath(file)
    if path.parent.name == "builtin":
        return _BUILTIN + path.name
    return next((name for name in (file, f"…/{path.parent.name}/{path.name}") if len(name) <= _LONG), path.name)


def error_words(error: ReaderError) -> str:
    """An error with its place, the file by its name alone."""
    parts = (PurePath(error.file).name if error.file else None, error.line, error.column)
    place = ":".join(str(part) for part in parts if part is not None)
    return clean_line(f"{place}: {error.message}" if place else error.message)


def menu_entries(state: RulesInUse, on: Mapping[str, bool]) -> tuple[Entry, ...]:
    """A heading for each set and a line for each rule of it; `on`: by the rule's id."""
    return tuple(_entries(state, on)) or (Entry(None, (Line((Piece("no rules", "muted"),)),)),)


def _entries(state: RulesInUse, on: Mapping[str, bool]) -> Iterator[Entry]:
    counts = state.counts
    for number, error in enumerate(state.errors):
        yield Entry(f"{WRONG}{number}", (Line((Piece("✗ ", "notice"), Piece(error_words(error), "notice"))),))
    for number, (name, rules) in enumerate(state.sets.items()):
        states = {on.get(rule.id, rule.on) for rule in rules}
        sign = SOME if len(states) > 1 else ON if True in states else OFF
        total = sum(counts.get(rule.id, 0) for rule in rules)
        if number or state.errors:
            yield Entry(None, (BLANK,))
        head = (Piece(f"{sign} ", "muted"), Piece(set_title(name), "heading"))
        yield Entry(SET + name, (Line(head, (Piece(_count(total), "muted"),)),))
        for rule in rules:
            yield Entry(rule.id, (_rule_line(state, rule, on.get(rule.id, rule.on), counts.get(rule.id, 0)),))


def _rule_line(state: RulesInUse, rule: Rule, is_on: bool, count: int) -> Line:
    words = rule.id.replace("-", " ")
    if not is_on:
        return Line((Piece(f"  {OFF} ", "muted"), Piece(words, "muted")), (Piece("off", "muted"),))
    told = "ties" if rule.links and rule.style == PLAIN and not rule.list else _count(count)
    right = Piece("stopped" if state.notice_of(rule) and not count else told, "muted")
    return Line((Piece(f"  {ON} ", "muted"), Piece(words, rule.style)), (right,))


def _count(count: int) -> str:
    return str(count) if count else "–"


def menu_about(state: RulesInUse, key: str | None, width: int, rows: int) -> tuple[Line, ...]:
    """What there is to say about the entry with a key, in at most `rows` rows."""
    if key is None:
        return ()
    if key.startswith(WRONG):
        error = state.errors[int(key.removeprefix(WRONG))]
        return tuple(Line((Piece(row, "notice"),)) for row in few_rows(clean_line(str(error)), width, rows))
    rules = state.of_key(key)
    if not rules:
        return ()
    if key.startswith(SET):
        plural = "rule" if len(rules) == 1 else "rules"
        files = tuple(dict.fromkeys(clean_line(_short(rule.place.file)) for rule in rules))
        return (Line((Piece(f"{len(rules)} {plural}"),)), *(Line((Piece(file, "muted"),)) for file in files))[:rows]
    rule = rules[0]
    said = state.notice_of(rule) or rule.why or "It does not say why."
    where = [place_words(rule.place), f"priority {rule.priority}", *([f"list {rule.list}"] if rule.list else [])]
    role = "notice" if state.notice_of(rule) else ""
    told = [Line((Piece(row, role),)) for row in few_rows(clean_line(said), width, rows - 1)]
    return (*told, Line((Piece(" · ".join(where), "muted"),)))
