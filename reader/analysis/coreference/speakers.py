"""The surface of a quote's source → whom it means: which words of it are the head, and what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.coreference.names_at import Names
from reader.analysis.entities.roles import is_role
from reader.analysis.model import Label
from reader.language import lexicon
from reader.language.prose import Prose
from reader.language.tags import Tag
from reader.language.tokens import parts_place
from reader.spans import Span

_ENDS_HEAD = frozenset({Tag.PREPOSITION, Tag.TO, Tag.RELATIVE, Tag.SUBORDINATOR})
_DOCUMENTS = frozenset(
    {"statement", "letter", "email", "e-mail", "tweet", "post", "report", "memo", "blog", "book", "speech", "article"}
)
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "prof"})
_AND = frozenset({"and", "&"})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a source's meaning stands: the token of its head, and whoever is named as the speaker."""

    head: int
    """Index of the head's last token."""
    entities: tuple[int, ...] = ()
    """Named speakers; more than one when they speak together."""


def read_source(prose: Prose, tags: Sequence[Tag], names: Names, span: Span) -> Source:
    """Find the head of a source and the names that are its speakers."""
    tokens = prose.tokens
    first, past = prose.token_at(span.start), prose.token_at(span.end)
    if past < len(tokens) and tokens[past].start < span.end:
        past += 1
    past = max(past, first + 1)
    head = _head(prose, tags, names, first, past)
    named = names.ending_at(head)
    if named is None:
        beside = _in_apposition(prose, tags, names, head + 1, past)
        if beside is None:
            beside = _in_both_roles(prose, names, first, head, past)
        if beside is None:
            beside = _writer(prose, tags, names, first, head)
        return Source(head, (beside,) if beside is not None else ())
    return Source(head, (named, *_others(prose, names, head + 1, past, named)))


def _head(prose: Prose, tags: Sequence[Tag], names: Names, first: int, past: int) -> int:
    """The last token before a comma, a preposition or a relative; prepositions inside a name do not count."""
    tokens = prose.tokens
    head = first
    i = first
    while i < past:
        name = names.covering(i)
        if name is not None:
            head = min(name.past, past) - 1
            i = name.past
            continue
        if i > first and (not tokens[i].is_word or tags[i] in _ENDS_HEAD or tokens[i].lower in _AND):
            if parts_place(tokens, i, past) or tokens[i].text in ("-", ".", "'", "’", '"', "“", "”"):
                i += 1
                continue
            break
        if tags[i] is not Tag.POSSESSIVE:
            head = i
        i += 1
    return head


def _in_apposition(prose: Prose, tags: Sequence[Tag], names: Names, i: int, past: int) -> int | None:
    """Who is named after the commas of "its chief executive, Ana Roe" and "the envoy to Norway, Ana Roe"."""
    tokens, head = prose.tokens, i - 1
    while i < past:
        name = names.covering(i)
        if (
            name is not None
            and names.labels[name.entity] in (Label.PERSON, Label.ORG)
            and (_opens(prose, tags, names, i) or _holds_office(prose, tags, head, i))
        ):
            ends = name.past >= past or tokens[name.past].text in (",", ")", "—", "–")
            return name.entity if ends else None
        i += 1 if name is None else name.past - i
    return None


def _in_both_roles(prose: Prose, names: Names, first: int, head: int, past: int) -> int | None:
    """Who is named after two roles: "co-founder and chief executive Ana Roe"; not in "his lawyer and Ana Roe"."""
    tokens = prose.tokens
    if tokens[first].lower in _POSSESSIVES or head + 2 >= past or tokens[head + 1].lower not in _AND:
        return None
    i = head + 2
    while i < past and names.covering(i) is None and tokens[i].is_word:
        i += 1
    name = names.covering(i) if i < past else None
    if name is None or i == head + 2 or names.labels[name.entity] is not Label.PERSON or name.past < past:
        return None
    return name.entity if is_role(tokens[head]) and is_role(tokens[i - 1]) else None


def _writer(prose: Prose, tags: Sequence[Tag], names: Names, first: int, head: int) -> int | None:
    """The person of "Roe's statement" and "a letter by Roe" is who says what stands in it."""
    if prose.tokens[head].lower not in _DOCUMENTS:
        return None
    for i in range(head - 1, max(first, head - 4), -1):
        if tags[i] is Tag.POSSESSIVE:
            name = names.covering(i - 1)
            return name.entity if name is not None and names.labels[name.entity] is Label.PERSON else None
    return None


def _opens(prose: Prose, tags: Sequence[Tag], names: Names, i: int) -> bool:
    """Whether a comma or another name ("the mayor of Ardenne Ana Roe") stands before the name, titles left out."""
    k = i - 1
    while k >= 0 and i - k < 5 and tags[k] is Tag.NOUN and names.covering(k) is None:
        k -= 1
    if k >= 0 and tags[k] is Tag.DETERMINER:
        k -= 1
    return k >= 0 and (prose.tokens[k].text in (",", "—", "–", ":") or names.covering(k) is not None)


def _holds_office(prose: Prose, tags: Sequence[Tag], head: int, i: int) -> bool:
    """Whether an office in capitals stands right before the name: "Minister for Water Ana Roe"."""
    tokens, roles = prose.tokens, lexicon.table("role_nouns")
    k = i - 1
    while k > head and tokens[k].lower.removesuffix(".") in _HONORIFICS:
        k -= 1
    of_office = k > head and tags[k] is Tag.NOUN and tokens[k].is_capitalised and tokens[k].lower not in roles
    return of_office and tokens[head].is_capitalised and tokens[head].lower in roles


def _kin(lower: str) -> bool:
    """Whether a word says who the next name is: "Roe and her husband, Tom Roe"."""
    return lower in _POSSESSIVES or lower in lexicon.table("role_nouns")


def _others(prose: Prose, names: Names, i: int, past: int, first: int) -> list[int]:
    """Further speakers after "and": only when nothing but names and titles stands between."""
    tokens = prose.tokens
    found: list[int] = []
    listed: list[int] = []
    label = names.labels[first]
    joined = False
    while i < past:
        name = names.covering(i)
        if name is not None:
            if names.labels[name.entity] is label and name.entity != first:
                listed.append(name.entity)
                if joined:
                    found += listed
                    listed = []
            i = name.past
        elif tokens[i].lower in _AND or tokens[i].text in ",()–—-" or tokens[i].is_capitalised or _kin(tokens[i].lower):
            joined = joined or tokens[i].lower in _AND
            i += 1
        else:
            break
    return found
