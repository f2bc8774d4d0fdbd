"""One rule file with all that it extends, from checked YAML to rules and lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reader.errors import ReaderError
from reader.rules.files import CORE, Opened
from reader.rules.grammar import SHAPES
from reader.rules.model import DEFAULT_PRIORITY, GroupBy, ListTab, Mark, Part, Rule, RuleSet, Sort
from reader.rules.parts import (
    Names,
    fields_of,
    line_of,
    place_of,
    read_examples,
    read_link,
    read_seed,
    read_style,
    read_where,
    several,
)
from reader.rules.references import captures_of, in_order, needed_by
from reader.rules.seeds import Where
from reader.rules.shapes import Checker
from reader.rules.word_lists import BrokenListError, WordLists
from reader.safe_yaml import Node, did_you_mean

T = TypeVar("T")
MAX_ERRORS = 100
"""That are told of one file; what comes after so many is not looked at."""


def read_part(
    path: Path, opened: Opened, more_words: Mapping[str, Sequence[str]], core_ids: Callable[[], Set[str]]
) -> tuple[Part, list[ReaderError]]:
    """The rules and lists of an opened file, and everything that is wrong with it, in the order of the lines.

    `more_words` are added to word lists of those names; `core_ids` gives the ids of the program's own rules, which only
    a file that extends them may have.
    """
    reader = _Reader(opened, more_words, core_ids)
    reader.read()
    order = {str(known): number for number, known in enumerate(opened.paths)}
    errors = sorted(reader.errors, key=lambda e: (order.get(e.file or "", 0), e.line or 0, e.column or 0))
    return Part(path, tuple(reader.rules.values()), tuple(reader.lists.values()), tuple(opened.paths)), errors


@dataclass(slots=True)
class _Draft:
    """A rule that stands in a file, before it is read."""

    id: str
    node: Node
    set: str
    text: Node | None = None
    captures: Node | None = None


class _Reader:
    """Reads the rules of a file and of all that it extends."""

    def __init__(
        self, opened: Opened, more_words: Mapping[str, Sequence[str]], core_ids: Callable[[], Set[str]]
    ) -> None:
        self.errors: list[ReaderError] = list(opened.errors)
        self.rules: dict[str, Rule] = {}
        self.lists: dict[str, ListTab] = {}
        self._files = opened.files
        self._more_words = more_words
        self._core_ids = core_ids
        self._broken: set[str] = set()
        """Ids of rules that are told to be wrong already."""

    def read(self) -> None:
        roots = [file.root.mapping("a rule file") for file in self._files]
        words = [root["words"].mapping("words") if "words" in root else {} for root in roots]
        lists = WordLists(words, self._more_words, self.errors)
        for root in roots:
            if "lists" in root:
                self.lists |= {name: _read_list(name, node) for name, node in root["lists"].mapping("lists").items()}
        drafts = self._drafts()
        names = Names(lists, {*drafts, *self._broken})
        for draft in drafts.values():
            if len(self.errors) < MAX_ERRORS and (rule := self._rule(draft, names)) is not None:
                self.rules[draft.id] = rule
            else:
                self._broken.add(draft.id)
        self._leave_out()
        for draft in drafts.values():
            if draft.id in self.rules:
                self._check_captures(draft)
        self._switch_off(roots)

    def _drafts(self) -> dict[str, _Draft]:
        """The rules that have the right shape; of one id the last."""
        drafts: dict[str, _Draft] = {}
        theirs = not self._files or any(file.name == CORE for file in self._files)
        core = set[str]() if theirs else self._core_ids()
        for file in self._files:
            root, seen = file.root.mapping("a rule file"), dict[str, int]()
            for node in root["rules"].items("rules") if "rules" in root else ():
                if len(self.errors) >= MAX_ERRORS:
                    return drafts
                checker = Checker(SHAPES)
                id_ = _id_of(node)
                fits = checker.check(node, SHAPES["rule"], f"rule '{id_}'" if id_ is not None else "a rule")
                self.errors += checker.errors
                if id_ is None:
                    continue
                id_node = node.mapping("a rule")["id"]
                if id_ in seen:
                    self.errors.append(id_node.error(f"duplicate rule id '{id_}' (first on line {seen[id_]})"))
                    continue
                seen[id_] = id_node.line
                if id_ in core:
                    message = f"rule id '{id_}' is of {CORE}; write extends: [{CORE}] to replace it, or choose another"
                    self.errors.append(id_node.error(message))
                    fits = False
                drafts.pop(id_, None)
                self._broken.discard(id_)
                if fits:
                    drafts[id_] = _Draft(id_, node, file.name)
                else:
                    self._broken.add(id_)
        return drafts

    def _rule(self, draft: _Draft, names: Names) -> Rule | None:
        """The rule, or None when something about it is wrong; then all of it is told."""
        parts = draft.node.mapping("a rule")
        before = len(self.errors)
        id_ = parts["id"]
        seed = self._try(read_seed, parts["match"], names)
        where = self._try(read_where, parts["where"], names) if "where" in parts else Where()
        links = [self._try(read_link, item, names) for item in several(parts["link"])] if "link" in parts else []
        examples = self._try(read_examples, parts["tests"]) if "tests" in parts else ()
        list_, draft.text = self._list(parts["list"]) if "list" in parts else ("", None)
        draft.captures = parts.get("captures")
        captures = draft.captures.mapping("captures") if draft.captures is not None else {}
        if len(self.errors) > before or seed is None or where is None or examples is None:
            return None
        return Rule(
            id=draft.id,
            seed=seed,
            place=place_of(id_),
            set=draft.set,
            why=line_of(parts["why"]) if "why" in parts else "",
            where=where,
            mark=Mark(parts["mark"].text("mark")) if "mark" in parts else Mark.MATCH,
            style=read_style(parts.get("style")),
            captures={name: read_style(node) for name, node in captures.items()},
            priority=parts["priority"].whole("priority") if "priority" in parts else DEFAULT_PRIORITY,
            list=list_,
            text=line_of(draft.text) if draft.text is not None else "",
            links=tuple(link for link in links if link is not None),
            examples=examples,
        )

    def _try(self, read: Callable[..., T], node: Node, *more: object) -> T | None:
        try:
            return read(node, *more)
        except ReaderError as error:
            self.errors.append(error)
        except BrokenListError:
            pass
        return None

    def _list(self, node: Node) -> tuple[str, Node | None]:
        parts = node.value if isinstance(node.value, Mapping) else {"name": node}
        name = parts["name"].text("list")
        if name not in self.lists:
            hint = did_you_mean(name, set(self.lists))
            self.errors.append(parts["name"].error(f"unknown list '{name}'{hint}; lists are named under 'lists:'"))
        return name, parts.get("text")

    def _leave_out(self) -> None:
        """Rules that go in a circle, which is an error, and those that need one that is wrong."""
        while circle := in_order(self.rules, self.rules)[1]:
            rule = self.rules[circle[0]]
            self.errors.append(rule.place.error(f"rule '{rule.id}' goes in a circle: {_round(circle)}"))
            for id_ in circle:
                self._broken.add(id_)
                del self.rules[id_]
        while left := [id_ for id_, rule in self.rules.items() if not self._broken.isdisjoint(needed_by(rule))]:
            for id_ in left:
                self._broken.add(id_)
                del self.rules[id_]

    def _check_captures(self, draft: _Draft) -> None:
        """That the captures which a rule names are there."""
        known = captures_of(self.rules[draft.id], self.rules)
        wrong: list[ReaderError] = []
        try:
            for name in fields_of(draft.text) if draft.text is not None else ():
                if draft.text is not None and name not in {*known, "match"}:
                    hint = did_you_mean(name, {*known, "match"})
                    wrong.append(draft.text.error(f"unknown capture '{{{name}}}'{hint}"))
        except ReaderError as error:
            wrong.append(error)
        for name in draft.captures.mapping("captures") if draft.captures is not None else ():
            if draft.captures is not None and name not in known:
                hint = did_you_mean(name, known) or " (the regex has no named group)"
                wrong.append(draft.captures.error(f"unknown capture '{name}'{hint}", key=name))
        if wrong:
            self.errors += wrong
            del self.rules[draft.id]

    def _switch_off(self, roots: Sequence[Mapping[str, Node]]) -> None:
        off: set[str] = set()
        for root in roots:
            for node in several(root["off"]) if "off" in root else ():
                id_ = node.text("off")
                if id_ not in self.rules and id_ not in self._broken:
                    self.errors.append(node.error(f"unknown rule '{id_}'{did_you_mean(id_, set(self.rules))}"))
                off.add(id_)
        switched = RuleSet(tuple(self.rules.values())).switched(off=off)
        self.rules = {rule.id: rule for rule in switched.rules}


def _round(circle: Sequence[str]) -> str:
    shown = circle if len(circle) <= 6 else [*circle[:5], "…"]
    return " → ".join((*shown, circle[0]))


def _id_of(node: Node) -> str | None:
    value = node.value.get("id") if isinstance(node.value, Mapping) else None
    return str(value.value) if value is not None and isinstance(value.value, (str, int)) else None


def _read_list(name: str, node: Node) -> ListTab:
    parts = node.mapping("a list")
    return ListTab(
        name,
        line_of(parts["title"]) if "title" in parts else name.capitalize(),
        GroupBy(parts["group_by"].text("group_by")) if "group_by" in parts else GroupBy.NONE,
        Sort(parts["sort"].text("sort")) if "sort" in parts else Sort.TEXT,
    )
