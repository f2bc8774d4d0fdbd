"""The parts of a rule, from YAML that has the right shape to values. What only the values can tell is checked here:
patterns, names that nothing has, marks in tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from reader.analysis.model import Label, MentionKind, QuoteKind
from reader.article.clean import clean_line
from reader.rules.model import PLAIN, Colour, Example, LinkTo, Place, Style, Target
from reader.rules.pattern import PatternError, examine
from reader.rules.seeds import (
    AnyKeyPoint,
    AnyOf,
    Condition,
    EntityIs,
    QuoteIs,
    QuotePart,
    Regex,
    RuleIs,
    Scope,
    Seed,
    Unit,
    Where,
    Within,
)
from reader.rules.word_lists import WordLists
from reader.rules.words import fold_name
from reader.safe_yaml import Node, did_you_mean
from reader.spans import Span

E = TypeVar("E", bound=StrEnum)

_RELS = {"said_by": Target.SPEAKER, "mentions": Target.ENTITY, "about": Target.ENTITY, "repeats": Target.REPEATS}
"""What the program itself says of its items, and of what alone that can be said."""
_USUAL_RELS = {Target.SPEAKER: "said_by", Target.REPEATS: "repeats"}
_FIELD = re.compile(r"\{(\w+)\}")


def place_of(node: Node) -> Place:
    return Place(node.file, node.line, node.column)


def parts_of(node: Node) -> Mapping[str, Node]:
    """The keys and values of what is known to be a mapping."""
    return node.mapping("it")


def several(node: Node) -> tuple[Node, ...]:
    """The items of a list; one value alone stands for a list of it."""
    return node.value if isinstance(node.value, tuple) else (node,)


def line_of(node: Node) -> str:
    """Words that the screen shows, as one clean line: YAML's escapes may bring in what a terminal must not get."""
    return " ".join(clean_line(node.text("it")).split())


def _kinds(parts: Mapping[str, Node], key: str, kinds: type[E]) -> frozenset[E]:
    return frozenset(kinds(item.text(key)) for item in several(parts[key])) if key in parts else frozenset()


class Names:
    """What the parts of a rule may name: word lists, and rules."""

    def __init__(self, words: WordLists, rules: set[str]) -> None:
        self.words, self._rules = words, rules

    def rule(self, node: Node, id_: str) -> str:
        if id_ not in self._rules:
            raise node.error(f"unknown rule '{id_}'{did_you_mean(id_, self._rules)}")
        return id_


# --- seeds --------------------------------------------------------------------------------------------------------
def read_seed(node: Node, names: Names) -> Seed:
    """The one seed of a `match`, of an item of `any`, or of a condition beside its `within`."""
    key, value = next((key, value) for key, value in parts_of(node).items() if key in _SEED_READERS)
    return _SEED_READERS[key](value, names)


def _read_regex(node: Node, names: Names) -> Seed:
    try:
        return Regex(*examine(node.text("regex")))
    except PatternError as error:
        raise node.error(f"the regex {error}") from error


def _read_entity(node: Node, names: Names) -> Seed:
    if node.value == "any":
        return EntityIs()
    parts = parts_of(node)
    called = [name for key in ("name", "aliases") if key in parts for name in several(parts[key])]
    return EntityIs(
        frozenset(fold_name(name.text("a name")) for name in called),
        _kinds(parts, "label", Label),
        _kinds(parts, "mention", MentionKind),
    )


def _read_quote(node: Node, names: Names) -> Seed:
    if node.value == "any":
        return QuoteIs()
    parts = parts_of(node)
    by = several(parts["by"]) if "by" in parts else ()
    part = QuotePart(parts["part"].text("part")) if "part" in parts else QuotePart.WORDS
    return QuoteIs(frozenset(fold_name(name.text("by")) for name in by), _kinds(parts, "kind", QuoteKind), part)


_SEED_READERS: Mapping[str, Callable[[Node, Names], Seed]] = {
    "words": lambda node, names: names.words.read(node),
    "regex": _read_regex,
    "entity": _read_entity,
    "quote": _read_quote,
    "key_point": lambda node, names: AnyKeyPoint(),
    "rule": lambda node, names: RuleIs(names.rule(node, node.text("rule"))),
    "any": lambda node, names: AnyOf(tuple(read_seed(item, names) for item in node.items("any"))),
}


# --- conditions and links -----------------------------------------------------------------------------------------
def read_where(node: Node, names: Names) -> Where:
    parts = parts_of(node)

    def conditions(key: str) -> tuple[Condition, ...]:
        items = several(parts[key]) if key in parts else ()
        return tuple(Condition(read_seed(item, names), _within(parts_of(item)["within"])) for item in items)

    inside, outside = _kinds(parts, "in", Scope), _kinds(parts, "not_in", Scope)
    return Where(inside, outside, conditions("with"), conditions("without"))


def _within(node: Node) -> Within:
    text = node.text("within")
    return Within(Unit.WORDS, int(text.split()[0])) if text[0].isdigit() else Within(Unit(text))


def read_link(node: Node, names: Names) -> LinkTo:
    parts = parts_of(node)
    to, _, rule = parts["to"].text("to").partition(":")
    target = Target(to)
    rel = parts["rel"].text("rel") if "rel" in parts else _USUAL_RELS.get(target, "near")
    if _RELS.get(rel, target) is not target:
        raise parts["rel"].error(f"rel '{rel}' is the program's word for links to {_RELS[rel]}; choose another")
    if target is Target.RULE:
        names.rule(parts["to"], rule)
    return LinkTo(target, _within(parts["within"]) if "within" in parts else None, rel, rule)


# --- how it looks -------------------------------------------------------------------------------------------------
def read_style(node: Node | None) -> Style:
    """A style, also when it is only a role's name."""
    if node is None:
        return PLAIN
    if not isinstance(node.value, Mapping):
        return Style(node.text("style"))
    parts = node.value
    flags = {key: value.truth(key) for key, value in parts.items() if key not in ("role", "fg", "bg")}
    return Style(
        parts["role"].text("role") if "role" in parts else "", _colour(parts, "fg"), _colour(parts, "bg"), **flags
    )


def _colour(parts: Mapping[str, Node], key: str) -> Colour | None:
    if key not in parts:
        return None
    name, _, share = parts[key].text(key).partition(" ")
    return Colour(name.removeprefix("$"), int(share[:-1]) if share else 100)


def fields_of(node: Node) -> list[str]:
    """The names in the braces of a list's `text`."""
    text = node.text("text")
    if "{" in (rest := _FIELD.sub("", text)) or "}" in rest:
        raise node.error("a brace stands only around the name of a capture, as {name}")
    return _FIELD.findall(text)


# --- tests inside -------------------------------------------------------------------------------------------------
def read_examples(node: Node) -> tuple[Example, ...]:
    parts = parts_of(node)
    return tuple(
        _read_example(item, hit=key == "hit") for key in ("hit", "miss") if key in parts for item in several(parts[key])
    )


def _read_example(node: Node, *, hit: bool) -> Example:
    """A text with `[[marks]]` around what must be matched; marks may stand inside one another."""
    source = node.text("a test")
    text, spans, opened, last = "", set(), [], 0
    for mark in re.finditer(r"\[\[|\]\]", source):
        text += source[last : mark.start()]
        last = mark.end()
        if mark[0] == "[[":
            opened.append(len(text))
        elif opened:
            spans.add(Span(opened.pop(), len(text)))
        else:
            raise node.error("]] without a [[ before it")
    if opened:
        raise node.error("[[ without a ]] after it")
    if spans and not hit:
        raise node.error("a miss has nothing to mark with [[ ]]")
    text += source[last:]
    if not text.strip():
        raise node.error("a test needs a text")
    return Example(text, frozenset(spans), hit, place_of(node))
