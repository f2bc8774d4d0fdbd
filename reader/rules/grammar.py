"""The rule language, told as data: every key, what it may hold and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from reader.analysis.model import Label, MentionKind, QuoteKind
from reader.rules.model import GroupBy, Mark, Sort
from reader.rules.seeds import QuotePart, Scope
from reader.rules.shapes import Anything, Choice, Either, Flag, Key, ListOf, MapOf, Ref, Shape, Table, Text, Whole

VERSION = 1
MAX_PRIORITY = 100
MAX_WITHIN = 1000

_ID = r"[a-z0-9][a-z0-9_-]{0,63}"
_NAME = Text(_ID, "must be up to 64 small letters, digits, - or _")
_ROLE = Text(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*", "must be a role of the theme, such as match.hedge")
_SHARE = r"( (100|[1-9]?[0-9])%)?"
_COLOUR = Text(
    rf"(\$[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*|#[0-9a-fA-F]{{6}}){_SHARE}",
    "must be $accent, the colour of a role ($entity.person) or #rrggbb, and may end in a share ($accent 20%)",
)
_REL = Text(r"[a-z][a-z0-9_ -]{0,39}", "must be up to 40 small letters, digits, spaces, - or _")
_WITHIN = Choice(
    ("match", "quote", "sentence", "paragraph"),
    rf"(1 word|([1-9][0-9]{{0,2}}|{MAX_WITHIN}) words)",
    f'"N words" (N from 1 to {MAX_WITHIN})',
)
WORD_LIST = ListOf(Text())
_ANY = Choice(("any",))


def _one_or_more(kinds: type[StrEnum]) -> ListOf:
    return ListOf(Choice(tuple(kind.value for kind in kinds)), several=True)


_FLAGS = {
    "bold": "Bold or not.",
    "italic": "Italic or not.",
    "underline": "Underlined or not.",
    "dim": "Dimmed or not.",
    "reverse": "With the colours swapped or not.",
}
_STYLE = Table(
    "a style",
    {
        "role": Key(_ROLE, "A role of the theme, which gives what the other keys leave open."),
        "fg": Key(
            _COLOUR, "The colour of the letters: `$accent`, the colour of a role as `$entity.person`, `#rrggbb`."
        ),
        "bg": Key(_COLOUR, "The colour behind them; a share mixes it with the page: `$accent 20%`."),
        **{flag: Key(Flag(), about) for flag, about in _FLAGS.items()},
    },
    least=1,
    about="How a match looks. A property that is not told is left as it is below.",
)
_SEED_KEYS: Mapping[str, Key] = {
    "words": Key(
        Either(Text("@" + _ID, 'must be a list, or the name of one as "@name"'), ListOf(Text())),
        "Whole words, the longest first: entries, or `@name` for those under `words`. A `*` at an entry's end is any "
        "ending. A single word in small letters has a capital only where a sentence or a quotation begins.",
    ),
    "regex": Key(Text(), "A regular expression of Python, run over each paragraph with line ends as spaces."),
    "entity": Key(Either(_ANY, Ref("entity")), "Every mention of each entity that answers to all keys; `any` for all."),
    "quote": Key(Either(_ANY, Ref("quote")), "Every part of each quote that answers to all keys; `any` for all."),
    "key_point": Key(_ANY, "Every key point: `any`."),
    "rule": Key(_NAME, "Everything that the rule with this id matches."),
    "any": Key(ListOf(Ref("seed")), "What any of several seeds finds."),
}

SHAPES: Mapping[str, Shape] = {
    "file": Table(
        "a rule file",
        {
            "version": Key(Whole(VERSION, VERSION), "The version of the language: 1.", required=True),
            "extends": Key(
                ListOf(Text(), several=True),
                "Other sets to build on: `builtin/NAME`, or a file in this folder or below it as `./other.yaml`. Of a "
                "rule, a word list or a list of the same name the one in this file replaces theirs.",
            ),
            "off": Key(ListOf(_NAME, several=True), "Ids of rules that begin switched off."),
            "words": Key(
                MapOf(_NAME, "word list name", WORD_LIST),
                "Word lists by name, used as `@name`; a list may hold `@others`, and of what it replaces, itself.",
            ),
            "lists": Key(
                MapOf(_NAME, "list name", Ref("list")), "Lists beside quotes, entities and key points, by name."
            ),
            "rules": Key(ListOf(Ref("rule"), least=0), "The rules."),
        },
        about="A rule file.",
    ),
    "list": Table(
        "a list",
        {
            "title": Key(Text(), "What the screen calls it; without it, its name."),
            "group_by": Key(
                Choice(tuple(kind.value for kind in GroupBy)),
                "What stands under one heading: the matches of a `rule`, those that one `speaker` says, those about "
                "one `entity`; `none`: no headings.",
            ),
            "sort": Key(
                Choice(tuple(kind.value for kind in Sort)),
                "`text`: in the order of the text. `date`: by the date that a match is or has in it, the others after.",
            ),
        },
        about="A list of the screen that rules fill.",
    ),
    "rule": Table(
        "",
        {
            "id": Key(_NAME, "Its name, once in a file.", required=True),
            "why": Key(Text(), "Why this is worth seeing, in a line for the reader."),
            "match": Key(Ref("seed"), "What it looks for: exactly one seed.", required=True),
            "where": Key(Ref("where"), "Where that must stand. Every condition must hold."),
            "mark": Key(
                Choice(tuple(kind.value for kind in Mark)),
                "How much of the text a match covers; `match` without the key.",
            ),
            "style": Key(Either(_ROLE, Ref("style")), "How it is painted: a role of the theme, or more exactly."),
            "captures": Key(
                MapOf(Text(r"[A-Za-z_][A-Za-z0-9_]{0,63}", "must be the name of a group"), "capture name",
                      Either(_ROLE, Ref("style"))),
                "How the named groups of the regex, `(?P<name>…)`, are painted over that.",
            ),
            "priority": Key(
                Whole(0, MAX_PRIORITY),
                "What paints over what: the higher over the lower, property by property; 50 without the key."
            ),
            "list": Key(Either(_NAME, Ref("entry")), "The list that the matches go into."),
            "link": Key(ListOf(Ref("link"), several=True), "What the matches are tied to."),
            "tests": Key(Ref("tests"), "Texts that `reader rules check` tries the rule on."),
        },
        about="A rule.",
    ),
    "seed": Table("", _SEED_KEYS, one_of=frozenset(_SEED_KEYS), about="What is looked for: exactly one of these."),
    "entity": Table(
        "entity",
        {
            "name": Key(ListOf(Text(), several=True), "A name that the text calls it by."),
            "aliases": Key(ListOf(Text(), several=True), "Other names for it."),
            "label": Key(_one_or_more(Label), "Its kind."),
            "mention": Key(_one_or_more(MentionKind), "How it is mentioned."),
        },
        needs={"aliases": "name"},
        least=1,
        about="Mentions, pronouns included, of the entities that are meant.",
    ),
    "quote": Table(
        "quote",
        {
            "by": Key(ListOf(Text(), several=True), "Who says it, by any of the names that the text has."),
            "kind": Key(_one_or_more(QuoteKind), "Which kinds."),
            "part": Key(
                Choice(tuple(part.value for part in QuotePart)),
                "What of it: its `words` (without the key), the `cue` that reports it, where its `speaker` is named.",
            ),
        },
        least=1,
        about="Quotes by somebody or of a kind.",
    ),
    "where": Table(
        "where",
        {
            "in": Key(_one_or_more(Scope), "It must stand wholly in one of these."),
            "not_in": Key(_one_or_more(Scope), "It must stand in none of these."),
            "with": Key(ListOf(Ref("condition"), several=True), "All of these must stand near it."),
            "without": Key(ListOf(Ref("condition"), several=True), "None of these may stand near it."),
        },
        about="Conditions on the place of a match.",
    ),
    "condition": Table(
        "a condition",
        {**_SEED_KEYS, "within": Key(_WITHIN, "How near: in what it shares with the match.", required=True)},
        one_of=frozenset(_SEED_KEYS),
        about="A seed, and how near to the match it stands. A match does not stand near itself; `within: match` asks "
        "of its own words.",
    ),
    "link": Table(
        "a link",
        {
            "to": Key(
                Choice(
                    ("entity", "quotes", "key_point", "speaker", "repeats"), r"rule:" + _ID, '"rule:ID"',
                ),
                "`entity` (names, not figures), `key_point`, `quotes` or the matches of a rule (`rule:ID`) that are "
                "near; `quotes` without `within`: those by the entity that the match is; `speaker`: who says the quote "
                "that it is or stands in; `repeats`: earlier quotes that a quote has the words of.",
                required=True,
            ),
            "within": Key(
                _WITHIN, "How near. Needed for `entity`, `key_point`, `rule:ID`; not there for `speaker`, `repeats`."
            ),
            "rel": Key(_REL, "What the tie is called, such as `amount for`; else `near`, to a speaker `said_by`."),
        },
        within={"entity": True, "key_point": True, "rule": True, "speaker": False, "repeats": False},
        about="A tie, followed both ways. A match that is a quote, an entity or a key point is tied as that item.",
    ),
    "entry": Table(
        "list",
        {
            "name": Key(_NAME, "The list's name.", required=True),
            "text": Key(
                Text(), "What stands there instead of the match: `{name}` is a capture, `{match}` all of it."
            ),
        },
        about="A list, and what stands in it.",
    ),
    "style": _STYLE,
    "tests": Table(
        "tests",
        {
            "hit": Key(ListOf(Text(), several=True), "The matches are exactly what stands in `[[ ]]`; without marks, "
                       "there is any."),
            "miss": Key(ListOf(Text(), several=True), "Nothing matches."),
        },
        about="Texts that a rule is tried on.",
    ),
}  # fmt: skip
"""By name; `file` is where one begins."""

_FILE = SHAPES["file"]
assert isinstance(_FILE, Table)
_ANYTHING = ListOf(Anything(), least=0)
FILE_HEAD = _FILE._replace(
    keys={
        **_FILE.keys,
        "rules": _FILE.keys["rules"]._replace(shape=_ANYTHING),
        "words": _FILE.keys["words"]._replace(shape=MapOf(_NAME, "word list name", Anything())),
    },
)
"""A rule file, whatever its rules and word lists are: each of those is checked by itself."""
