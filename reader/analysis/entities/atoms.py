"""Tokens to atoms: the smallest pieces that a name is made of, so that "US-origin" gives "US"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reader.analysis.entities.name_words import name_words
from reader.language import gazetteer
from reader.language.prose import Prose, Sentence

PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "les",
        "ten",
        "ter",
        "zu",
        "bin",
        "ibn",
        "bint",
        "binti",
        "al",
        "el",
        "ad",
        "abu",
        "ould",
        "y",
        "e",
        "san",
        "wa",
        "ole",
        "af",
        "av",
        "zum",
        "zur",
    ]
)
"""Small words between the parts of a person's name, as "van" and "bin"."""
_BOUND = name_words("bound particles")
"""What stands small before a hyphen or an apostrophe inside a name: "al-Masri", "d'Ivoire"."""
_PREFIXES = frozenset(
    [
        "anti",
        "pro",
        "non",
        "ex",
        "pre",
        "post",
        "mid",
        "neo",
        "sub",
        "trans",
        "inter",
        "intra",
        "cross",
        "self",
        "semi",
        "half",
        "multi",
        "all",
        "then",
        "un",
        "pan",
        "counter",
    ]
)
_CUT_MARKS = frozenset("-‐‑–/")


_GIVEN = "\0"
"""Stands for the next word where a hyphenated one is a given name, and stays whole."""


class Atom(NamedTuple):
    """A word, part of a word or mark."""

    start: int
    end: int
    text: str
    lower: str
    name_like: bool
    """Whether it is written as names are: with a capital, or "al-Masri", "iPhone"."""
    open: bool
    """Whether a name may go on from it into the next atom: not when the rest of its own word was cut off."""


def atoms_of(prose: Prose, sentence: Sentence) -> list[Atom]:
    """The atoms of a sentence in order; a hyphenated word is cut where only a part of it is a name."""
    atoms: list[Atom] = []
    tokens = prose.tokens
    for i in range(sentence.first, sentence.past):
        token = tokens[i]
        text = token.text
        if text.isalnum():
            atoms.append(Atom(token.start, token.end, text, token.lower, not text.islower() and _name_like(text), True))
        elif len(text) > 2 and text[0].isalpha() and not _CUT_MARKS.isdisjoint(text):
            follower = tokens[i + 1].text if i + 1 < sentence.past else ""
            before = tokens[i - 1].text if i > sentence.first else ""
            if "-" in text and gazetteer.is_family_name_first(before):
                follower = _GIVEN  # "Cheng Hoi-on"
            for start, end, open_ in _cuts(text, follower):
                piece = text[start:end]
                atoms.append(
                    Atom(token.start + start, token.start + end, piece, piece.lower(), _name_like(piece), open_)
                )
        else:
            atoms.append(Atom(token.start, token.end, text, token.lower, _name_like(text), True))
    return atoms


def _name_like(text: str) -> bool:
    if text[0].isupper():
        return "@" not in text and "://" not in text
    if not text[0].isalpha() or text.islower():
        return False
    for mark in "-'’":
        if mark in text:
            first, _, rest = text.partition(mark)
            return first in _BOUND and rest[:1].isupper()
    return len(text) < 20 and text.isalnum() and any(c.isupper() for c in text[1:])  # iPhone


@lru_cache(maxsize=4096)
def _cuts(text: str, follower: str) -> tuple[tuple[int, int, bool], ...]:
    """How to cut a hyphenated word: start, end and whether a name may go on after the piece."""
    whole = ((0, len(text), True),)
    if follower == _GIVEN and len(text) < 12:
        return whole
    if "/" in text:
        at = text.index("/")
        left, right = text[:at], text[at + 1 :]
        if len(left) > 2 and len(right) > 2 and left[0].isupper() and right[0].isupper():
            return ((0, at, False), (at + 1, len(text), True))
        return whole
    at = next((i for i, c in enumerate(text) if c in "-‐‑–"), -1)
    if at < 1 or at == len(text) - 1:
        return whole
    left, right = text[:at], text[at + 1 :]
    if gazetteer.known_label(text) is not None:
        return whole
    if left[0].isupper():
        if right.islower():
            # "Norway-based", "Trump-era"; but "Azm-i-Nau", and given names as "Seo-yeon"
            if gazetteer.is_common_word(right.rsplit("-", 1)[-1]) and len(right) > 1:
                return ((0, at, False), (at + 1, len(text), True))
            return whole
        names_two = _stands_alone(left) and (_stands_alone(right) or _stands_alone(f"{right} {follower}"))
        if names_two:
            return ((0, at, False), (at + 1, len(text), True))
        return whole
    if left.lower() in _PREFIXES and right[0].isupper():
        return ((0, at, False), (at + 1, len(text), True))
    return whole


def _stands_alone(name: str) -> bool:
    return gazetteer.known_label(name) in ("GPE", "NORP", "ORG", "LOC") or gazetteer.is_large_city(name)
