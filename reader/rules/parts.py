"""The parts of a rule, read from YAML into checked values. Every error names the place and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from reader.analysis.model import Label, MentionKind, QuoteKind
from reader.rules.model import (
    AnyKeyPoint,
    AnyOf,
    Condition,
    EntityIs,
    Example,
    LinkTo,
    Phrase,
    Place,
    QuoteIs,
    Regex,
    Scope,
    Seed,
    Target,
    Unit,
    Where,
    Within,
    Words,
)
from reader.rules.pattern import PatternError, compile_pattern
from reader.rules.words import fold_name, read_phrase
from reader.safe_yaml import Node, did_you_mean
from reader.spans import Span

E = TypeVar("E", bound=StrEnum)

SEEDS = frozenset({"words", "regex", "entity", "quote", "key_point", "any"})
NEAR_SEEDS = frozenset({"words", "entity", "quote"})
MAX_WITHIN = 1000
_WITHIN_WORDS = re.compile(r"(\d{1,4}) words?")
_REL = re.compile(r"[a-z][a-z0-9_ -]{0,39}")
_RESERVED = frozenset({"said_by", "mentions", "about", "repeats"})
"""What the program itself says of its items; a rule's links must not pass for them."""


def place_of(node: Node, key: str | None = None) -> Place:
    line, column = node.keys[key] if key is not None else (node.line, node.column)
    return Place(node.file, line, column)


def several(node: Node) -> tuple[Node, ...]:
    """The items of a list; one value alone stands for a list of it."""
    return node.value if isinstance(node.value, tuple) else (node,)


def choice(node: Node, kinds: type[E], what: str) -> E:
    """One of the words of an enumeration."""
    word = node.text(what)
    known = {kind.value for kind in kinds}
    if word not in known:
        raise node.error(f"unknown {what} '{word}'{did_you_mean(word, known)}")
    return kinds(word)


def choices(parts: Mapping[str, Node], key: str, kinds: type[E]) -> frozenset[E]:
    """The words of an enumeration under a key, one or a list; none when the key is not there."""
    if key not in parts:
        return frozenset()
    items = several(parts[key])
    if not items:
        raise parts[key].error(f"{key} is empty")
    return frozenset(choice(item, kinds, key) for item in items)


def required(node: Node, key: str, what: str) -> Node:
    parts = node.mapping(what)
    if key not in parts:
        raise node.error(f"{what} needs '{key}'")
    return parts[key]


# --- words --------------------------------------------------------------------------------------------------------
class WordLists:
    """The named lists of a file, and lists written where they are used."""

    def __init__(self, node: Node | None) -> None:
        named = node.mapping("words") if node is not None else {}
        self._named = {name: Words(_phrases(value, f"the list '{name}'")) for name, value in named.items()}
        self._written: dict[tuple[Phrase, ...], Words] = {}
        """So that a list that is written twice is searched for once."""

    def read(self, node: Node) -> Words:
        """`"@name"`, or a list of entries and names."""
        if not isinstance(node.value, tuple):
            return self._by_name(node)
        phrases: list[Phrase] = []
        for item in _filled(node, "words"):
            named = isinstance(item.value, str) and item.value.startswith("@")
            phrases += self._by_name(item).phrases if named else (_phrase(item),)
        unique = tuple(dict.fromkeys(phrases))
        return self._written.setdefault(unique, Words(unique))

    def _by_name(self, node: Node) -> Words:
        name = node.text("words")
        if not name.startswith("@"):
            raise node.error('words must be a list, or the name of one as "@name"')
        if name[1:] not in self._named:
            raise node.error(f"unknown word list '{name}'{did_you_mean(name, {f'@{n}' for n in self._named})}")
        return self._named[name[1:]]


def _filled(node: Node, what: str) -> tuple[Node, ...]:
    items = node.items(what)
    if not items:
        raise node.error(f"{what} is empty")
    return items


def _phrases(node: Node, what: str) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(_phrase(item) for item in _filled(node, what)))


def _phrase(node: Node) -> Phrase:
    try:
        return read_phrase(node.text("a word"))
    except ValueError as error:
        raise node.error(str(error)) from error


# --- seeds --------------------------------------------------------------------------------------------------------
def read_seed(node: Node, words: WordLists, what: str = "match", *, near: bool = False) -> Seed:
    """The one seed of a `match`, of an item of `any`, or (`near`) of a condition beside its `within`."""
    known = NEAR_SEEDS if near else SEEDS
    parts = node.mapping(what, known | {"within"} if near else known)
    seeds = [key for key in parts if key in known]
    if not seeds:
        raise node.error(f"{what} needs one of: {', '.join(sorted(known))}")
    if len(seeds) > 1:
        raise node.error(f"{what} has two seeds, '{seeds[0]}' and '{seeds[1]}'; use 'any' for either", key=seeds[1])
    return _SEED_READERS[seeds[0]](parts[seeds[0]], words)


def _read_regex(node: Node, words: WordLists) -> Seed:
    source = node.text("regex")
    try:
        return Regex(compile_pattern(source))
    except PatternError as error:
        raise node.error(f"the regex {error}") from error


def _read_entity(node: Node, words: WordLists) -> Seed:
    if node.value == "any":
        return EntityIs()
    parts = node.mapping("entity", {"name", "aliases", "label", "mention"})
    if not parts:
        raise node.error("entity needs a 'name', a 'label' or a 'mention' (or write 'entity: any')")
    if "aliases" in parts and "name" not in parts:
        raise node.error("aliases need a 'name' beside them", key="aliases")
    names = [name for key in ("name", "aliases") if key in parts for name in several(parts[key])]
    return EntityIs(
        frozenset(fold_name(name.text("a name")) for name in names),
        choices(parts, "label", Label),
        choices(parts, "mention", MentionKind),
    )


def _read_quote(node: Node, words: WordLists) -> Seed:
    if node.value == "any":
        return QuoteIs()
    parts = node.mapping("quote", {"by", "kind"})
    if not parts:
        raise node.error("quote needs 'by' or 'kind' (or write 'quote: any')")
    return QuoteIs(
        frozenset(fold_name(name.text("by")) for name in (several(parts["by"]) if "by" in parts else ())),
        choices(parts, "kind", QuoteKind),
    )


def _read_key_point(node: Node, words: WordLists) -> Seed:
    if node.value != "any":
        raise node.error("key_point must be 'any'")
    return AnyKeyPoint()


def _read_any(node: Node, words: WordLists) -> Seed:
    return AnyOf(tuple(read_seed(item, words, "an item of any") for item in _filled(node, "any")))


_SEED_READERS: Mapping[str, Callable[[Node, WordLists], Seed]] = {
    "words": lambda node, words: words.read(node),
    "regex": _read_regex,
    "entity": _read_entity,
    "quote": _read_quote,
    "key_point": _read_key_point,
    "any": _read_any,
}


# --- conditions and links -----------------------------------------------------------------------------------------
def read_where(node: Node, words: WordLists) -> Where:
    parts = node.mapping("where", {"in", "not_in", "with", "without"})

    def conditions(key: str) -> tuple[Condition, ...]:
        return tuple(_read_condition(item, words, key) for item in several(parts[key])) if key in parts else ()

    inside, outside = choices(parts, "in", Scope), choices(parts, "not_in", Scope)
    return Where(inside, outside, conditions("with"), conditions("without"))


def _read_condition(node: Node, words: WordLists, what: str) -> Condition:
    seed = read_seed(node, words, what, near=True)
    return Condition(seed, _read_within(required(node, "within", what)))


def _read_within(node: Node, *, words: bool = True) -> Within:
    text = node.text("within")
    if words and (match := _WITHIN_WORDS.fullmatch(text)) and 1 <= int(match[1]) <= MAX_WITHIN:
        return Within(Unit.WORDS, int(match[1]))
    known = {"sentence", "paragraph"}
    if text not in known:
        also = f' or "N words" (N from 1 to {MAX_WITHIN})' if words else ""
        raise node.error(f"within must be sentence, paragraph{also}, not '{text}'{_meant(text, known)}")
    return Within(Unit(text))


def _meant(word: str, known: set[str]) -> str:
    hint = did_you_mean(word, known)
    return hint if hint.startswith(";") else ""


def read_link(node: Node) -> LinkTo:
    parts = node.mapping("a link", {"to", "within", "rel"})
    to = choice(required(node, "to", "a link"), Target, "to")
    within = _read_within(required(node, "within", "a link"), words=False)
    rel = parts["rel"].text("rel") if "rel" in parts else "near"
    if "rel" in parts and not _REL.fullmatch(rel):
        raise parts["rel"].error(f"rel '{rel}' must be up to 40 small letters, digits, spaces, - or _")
    if rel in _RESERVED:
        raise parts["rel"].error(f"rel '{rel}' is the program's own; choose another word")
    return LinkTo(to, within, rel)


# --- tests inside -------------------------------------------------------------------------------------------------
def read_examples(node: Node) -> tuple[Example, ...]:
    parts = node.mapping("tests", {"hit", "miss"})
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
