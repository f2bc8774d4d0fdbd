"""Rule files: read, checked, and put together into a `RuleSet`. What the language does not have is an error.

Of two files with a rule, or a list, of the same name the later one is meant; a file goes after those that it extends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reader.errors import ReaderError
from reader.rules.build import read_part
from reader.rules.files import builtin_path, open_rules
from reader.rules.model import Part, Rule, RuleSet

NO_WORDS: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be used of some rule files, and everything that is wrong with them."""

    rules: RuleSet
    errors: tuple[ReaderError, ...] = ()
    """Each with its place; in the order of the files, and in each of the lines."""


def load_rules(paths: Sequence[Path], *, more_words: Mapping[str, Sequence[str]] = NO_WORDS) -> RuleSet:
    """The rules of all the files, in order; `more_words` are added to word lists of those names.

    Raises ReaderError with file, line and column for the first thing that is wrong, and how much else is.
    """
    loaded = try_rules(paths, more_words=more_words)
    if loaded.errors:
        raise first_of(loaded.errors)
    return loaded.rules


def try_rules(
    paths: Sequence[Path], last: RuleSet | None = None, *, more_words: Mapping[str, Sequence[str]] = NO_WORDS
) -> Loaded:
    """The same for whoever goes on with what is right: a rule that is wrong, or needs one that is, is left out.

    Of a file that cannot be read at all the rules are those that it had in `last`.
    """
    parts: list[Part] = []
    errors: list[ReaderError] = []
    for path in paths:
        opened = open_rules(path)
        part, wrong = read_part(path, opened, more_words, _core_ids)
        if opened.errors and last is not None:
            before = next((part for part in last.parts if part.path == path), part)
            part = Part(path, before.rules, before.lists, (*before.files, *part.files))
        parts.append(part)
        errors += wrong
    return Loaded(together(parts), tuple(errors))


def parse_rules(text: str, file: str) -> RuleSet:
    """The rules in a file's text; ReaderError with line and column for the first thing that is wrong."""
    loaded = try_text(text, file)
    if loaded.errors:
        raise first_of(loaded.errors)
    return loaded.rules


def try_text(text: str, file: str) -> Loaded:
    """The rules in a file's text, and everything that is wrong with it."""
    part, errors = read_part(Path(file), open_rules(Path(file), text), NO_WORDS, _core_ids)
    return Loaded(together([part]), tuple(errors))


def load_builtin(name: str) -> RuleSet:
    """A rule set that comes with the program: `core`, `hedging`, `numbers` …"""
    return load_rules([builtin_path(name)])


@cache
def core_rules() -> RuleSet:
    """The program's own highlights and links."""
    return load_builtin("core")


def _core_ids() -> Set[str]:
    return {rule.id for rule in core_rules().rules}


def with_core(rules: RuleSet | None) -> RuleSet:
    """The rules over the program's own; those that they replace are left out."""
    core = core_rules()
    if rules is None:
        return core
    own = {rule.id for rule in rules.rules}
    under = (rule for rule in core.rules if rule.id not in own)
    return RuleSet((*under, *rules.rules), rules.lists, (*core.parts, *rules.parts))


def together(parts: Sequence[Part]) -> RuleSet:
    """One set of several; of rules and lists with one name the last is meant, at the place of the first."""
    rules: dict[str, Rule] = {}
    for rule in (rule for part in parts for rule in part.rules):
        before = rules.get(rule.id)
        if before is not None and before.on and before.place == rule.place:
            rule = replace(rule, on=True)  # one file has it off that extends what another file has on
        rules[rule.id] = rule
    lists = {tab.name: tab for part in parts for tab in part.lists}
    return RuleSet(tuple(rules.values()), tuple(lists.values()), tuple(parts))


def first_of(errors: Sequence[ReaderError]) -> ReaderError:
    """Several errors as one line."""
    first, more = errors[0], len(errors) - 1
    if not more:
        return first
    also = f" (and {more} more; see them all with: reader rules check)"
    return ReaderError(first.message + also, file=first.file, line=first.line, column=first.column)
