"""Rule files: read, checked, and put together into a `RuleSet`. What the language does not have is an error."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from reader.article.clean import clean_line
from reader.errors import ReaderError
from reader.resources import builtin_rules_folder
from reader.rules.model import DEFAULT_PRIORITY, ListTab, Mark, Rule, RuleSet, Where
from reader.rules.parts import (
    WordLists,
    choice,
    place_of,
    read_examples,
    read_link,
    read_seed,
    read_where,
    required,
    several,
)
from reader.safe_yaml import MAX_CHARACTERS, Node, did_you_mean, load_yaml

VERSION = 1
MAX_PRIORITY = 100
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_ROLE = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*")
_RULE_KEYS = frozenset({"id", "why", "match", "where", "mark", "style", "priority", "list", "link", "tests"})


def load_rules(paths: Sequence[Path]) -> RuleSet:
    """The rules of all the files, in order.

    Raises ReaderError with file, line and column for the first thing that is wrong, also when two files have a rule
    of the same id, or a list of the same name with other settings.
    """
    sets = [parse_rules(_read(path), str(path)) for path in paths]
    rules: dict[str, Rule] = {}
    lists: dict[str, ListTab] = {}
    for path, rule_set in zip(paths, sets, strict=True):
        for rule in rule_set.rules:
            if rule.id in rules:
                raise rule.place.error(f"duplicate rule id '{rule.id}' (first at {rules[rule.id].place})")
            rules[rule.id] = rule
        for tab in rule_set.lists:
            if lists.setdefault(tab.name, tab) != tab:
                raise ReaderError(f"list '{tab.name}' has another title or grouping in another file", file=str(path))
    return RuleSet(tuple(rules.values()), tuple(lists.values()))


def load_builtin(name: str) -> RuleSet:
    """A rule set that comes with the program: `core`, `hedging`, `numbers`."""
    return load_rules([_builtin(name)])


def find_rules(name: str) -> Path:
    """The file that the command line means: a built-in set by its bare name, anything else a path.

    Raises ReaderError for a bare name that is neither. A file that has a set's name is meant by `./name`.
    """
    if not _ID.fullmatch(name):
        return Path(name)
    if name not in _builtin_names() and Path(name).exists():
        return Path(name)
    return _builtin(name)


def _builtin_names() -> set[str]:
    return {path.stem for path in builtin_rules_folder().glob("*.yaml")}


def _builtin(name: str) -> Path:
    known = _builtin_names()
    if name not in known:
        raise ReaderError(f"no such file, and no rule set of that name{did_you_mean(name, known)}", file=name)
    return builtin_rules_folder() / f"{name}.yaml"


def _read(path: Path) -> str:
    try:
        if not path.is_file():
            raise ReaderError("is not a file" if path.exists() else "no such file", file=str(path))
        with path.open("rb") as file:
            data = file.read(4 * MAX_CHARACTERS + 1)
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise ReaderError(f"cannot be read: {error.strerror or error}", file=str(path)) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReaderError("is not UTF-8", file=str(path), line=line) from error


def parse_rules(text: str, file: str) -> RuleSet:
    """The rules in a file's text; ReaderError with line and column for the first thing that is wrong."""
    root = load_yaml(text, file)
    parts = root.mapping("a rule file", {"version", "words", "lists", "rules"})
    version = required(root, "version", "a rule file")
    if version.whole("version") != VERSION:
        raise version.error(f"only version {VERSION} is known")
    words = WordLists(parts.get("words"))
    lists = _read_lists(parts["lists"]) if "lists" in parts else {}
    rules: dict[str, Rule] = {}
    for node in required(root, "rules", "a rule file").items("rules"):
        rule = _read_rule(node, words, lists)
        if rule.id in rules:
            raise rule.place.error(f"duplicate rule id '{rule.id}' (first on line {rules[rule.id].place.line})")
        rules[rule.id] = rule
    return RuleSet(tuple(rules.values()), tuple(lists.values()))


def _read_lists(node: Node) -> dict[str, ListTab]:
    lists = {}
    for name, value in node.mapping("lists").items():
        if not _ID.fullmatch(name):
            raise node.error(f"list name '{name}' must be small letters, digits, - or _", key=name)
        parts = value.mapping(f"the list '{name}'", {"title", "group_by", "sort"})
        if "sort" in parts and (sort := parts["sort"].text("sort")) != "text":
            raise parts["sort"].error(f"unknown sort '{sort}'; only 'text' (the order of the text) is known")
        group_by = parts["group_by"].text("group_by") if "group_by" in parts else "none"
        if group_by not in ("rule", "none"):
            raise parts["group_by"].error(f"unknown group_by '{group_by}'{did_you_mean(group_by, {'rule', 'none'})}")
        title = parts["title"].text("title") if "title" in parts else name.capitalize()
        lists[name] = ListTab(name, _line(title), group_by == "rule")
    return lists


def _read_rule(node: Node, words: WordLists, lists: dict[str, ListTab]) -> Rule:
    parts = node.mapping("a rule", _RULE_KEYS)
    id_ = required(node, "id", "a rule")
    if not _ID.fullmatch(id_.text("id")):
        raise id_.error(f"id '{id_.value}' must be up to 64 small letters, digits, - or _")
    name = f"rule '{id_.value}'"
    return Rule(
        id=id_.text("id"),
        seed=read_seed(required(node, "match", name), words),
        place=place_of(id_),
        why=_line(parts["why"].text("why")) if "why" in parts else "",
        where=read_where(parts["where"], words) if "where" in parts else Where(),
        mark=choice(parts["mark"], Mark, "mark") if "mark" in parts else Mark.MATCH,
        style=_read_style(parts["style"]) if "style" in parts else "",
        priority=_read_priority(parts["priority"]) if "priority" in parts else DEFAULT_PRIORITY,
        list=_read_list_name(parts["list"], lists) if "list" in parts else "",
        links=tuple(read_link(item) for item in several(parts["link"])) if "link" in parts else (),
        examples=read_examples(parts["tests"]) if "tests" in parts else (),
    )


def _line(words: str) -> str:
    """Words that the screen shows, as one clean line: YAML's escapes may bring in what a terminal must not get."""
    return " ".join(clean_line(words).split())


def _read_style(node: Node) -> str:
    role = node.text("style")
    if not _ROLE.fullmatch(role):
        raise node.error(f"style '{role}' must be a role of the theme, such as match.hedge")
    return role


def _read_priority(node: Node) -> int:
    priority = node.whole("priority")
    if not 0 <= priority <= MAX_PRIORITY:
        raise node.error(f"priority must be from 0 to {MAX_PRIORITY}")
    return priority


def _read_list_name(node: Node, lists: dict[str, ListTab]) -> str:
    name = node.text("list")
    if name not in lists:
        raise node.error(f"unknown list '{name}'{did_you_mean(name, set(lists))}; lists are named under 'lists:'")
    return name
