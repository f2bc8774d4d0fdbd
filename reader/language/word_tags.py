"""The tags of words, and what a word shows of itself without its neighbours to the left."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from reader.language import lexicon
from reader.language.tokens import Token
from reader.language.verbs import Form, forms_of_speech, known_forms


class Tag(StrEnum):
    """What a token is in its sentence."""

    DETERMINER = "det"
    PRONOUN = "sub"
    """One that can be a subject: he, it, everyone."""
    OBJECT = "obj"
    """One that cannot: him, themselves."""
    PREPOSITION = "prep"
    TO = "to"
    SUBORDINATOR = "subord"
    """that, because, when, if"""
    RELATIVE = "rel"
    """who, which, what, how"""
    COORDINATOR = "coord"
    AUXILIARY = "aux"
    """A finite form of be, have or do."""
    MODAL = "modal"
    FINITE = "finite"
    """A full verb, present or past."""
    BASE = "base"
    """A verb after to, a modal or do."""
    PARTICIPLE = "participle"
    GERUND = "gerund"
    NOT = "neg"
    ADVERB = "adv"
    TIME = "time"
    NUMBER = "number"
    NOUN = "noun"
    """A noun, an adjective or a name."""
    POSSESSIVE = "poss"
    MARK = "mark"


FINITE_TAGS = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.FINITE})
VERB_TAGS = FINITE_TAGS | {Tag.BASE, Tag.PARTICIPLE, Tag.GERUND}
SKIPPED = frozenset({Tag.ADVERB, Tag.NOT})
"""What may stand between a word and what it depends on."""


@cache
def small_words() -> dict[str, tuple[Tag, ...]]:
    """The words of the closed classes, in lower case, each with what it may be, the likeliest first."""
    tags = {"adj": Tag.NOUN, "nonfin": Tag.PARTICIPLE}
    return {
        word: tuple(tags[c] if c in tags else Tag(c) for c in columns)
        for word, columns in lexicon.table("function_words").items()
    }


def is_plain_noun(token: Token | None) -> bool:
    """Whether a word in small letters is neither a small one nor a known verb nor an adverb."""
    if token is None or not token.text[0].islower():
        return False
    return (
        token.lower not in small_words() and token.lower not in known_forms() and not token.lower.endswith(("ly", "ed"))
    )


def is_verb(token: Token, past: str = "q") -> bool:
    """Whether a word can only be a finite verb after one that may stand for a noun: "another said", "many have".

    `past` gives the frames of the verbs whose past forms count; adjectives as in "many claimed cases" look the same.
    """
    closed = small_words().get(token.lower)
    if closed is not None:
        return closed[0] in FINITE_TAGS
    uses = forms_of_speech().get(token.lower, ())
    return any(
        verb.frames & set(past) and (past != "q" or not verb.frames & set("nN"))
        if form is Form.PAST
        else form is not Form.GERUND and "q" in verb.frames and not verb.frames & set("nN")
        for verb, form, particle in uses
        if not particle
    )


def ends_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark or a verb stands behind token `i`: a verb in -s is seldom the last word before them."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.text in (",", ";", ".", ")"):
        return True
    closed = small_words().get(following.lower)
    return closed is not None and closed[0] in FINITE_TAGS


def noun_like(tokens: Sequence[Token], i: int, forms: frozenset[Form]) -> bool:
    """Whether what follows lets a word that may be a noun ("claims", "report") be one."""
    if Form.PAST in forms:
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or not following.is_word:
        return Form.PRESENT not in forms
    closed = small_words().get(following.lower)
    if closed is None:
        return known_forms().get(following.lower) is not None
    return closed[0] in FINITE_TAGS or following.lower in ("of", "in", "on", "for", "and", "from", "with", "by")


def verb_follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether the next word can be a verb with a subject."""
    following = known_forms().get(tokens[i + 1].lower) if i + 1 < len(tokens) else None
    return following is not None and Form.GERUND not in following


_LINKING = frozenset({"remains", "seems", "appears", "becomes", "stays", "gets"})


def may_be_noun(tokens: Sequence[Token], found: Sequence[Tag], k: int) -> bool:
    """Whether the finite verb at `k` can be a plural after all: "polls", "claims", with a noun or adjective before."""
    if tokens[k].lower in _LINKING:
        return False  # "the mayor remains committed"
    forms = known_forms().get(tokens[k].lower, frozenset())
    return Form.PRESENT in forms and Form.PAST not in forms and k > 0 and found[k - 1] in (Tag.NOUN, Tag.MARK)
