"""Tokens to atoms: the smallest pieces that a name is made of, so that "US-origin" gives "US"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.entities.name_words import name_words
from reader.language import gazetteer, lexicon
from reader.language.prose import Prose, Sentence
from reader.language.tokens import Token

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
_CAPITAL_PREFIXES = frozenset({"Co", "Anti"})
"""Those that, with a capital, open words inside names."""
_AFTER_PLACES = name_words("after a place and a hyphen")
_ELIDED = frozenset("ODLN")
"""Letters that stand before an apostrophe at the head of a name."""
_SPACED = frozenset({"U.S.", "U.S", "U.N.", "U.N", "U.K.", "U.K", "D.C.", "D.C", "G7", "G8", "G20", "G77"})
"""Short names that badly spaced copy has in two pieces: "U. S.", "G 20"."""
_WITH_MARKS = frozenset("āēīōūăğışżźćčđěřšž")
"""Letters that are no words of their own in any language whose names the news has."""
_WHOLE = frozenset({"is", "in", "to", "of", "on", "at", "as", "by", "or", "so", "we", "he", "it", "if", "no", "do"})
"""Short words that are one of their own after a letter with a mark, too."""
_STANCES = frozenset({"anti", "pro", "non", "ex", "pre", "post"})
"""Those that are no part of the name after them with a capital either: "Anti-Roe"; not "Inter-American"."""
_PARTY_LETTERS = frozenset("RDI")
"""Letters of parties before the state that somebody sits for: "Sen. Ana Roe (R-Ohio)"."""
_STATES = name_words("abbreviations of states")
_CUT_MARKS = frozenset("-‐‑–/")


_GIVEN = "\0"
"""Stands for the next word where a hyphenated one is a given name, and stays whole."""


_SHARED = "\0\0"
"""Stands for the next word where it is a noun for what the two names of a hyphenated word share."""


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
    i = sentence.first - 1
    while i + 1 < sentence.past:
        i += 1
        token = tokens[i]
        text = token.text
        pieces = _torn(tokens, i, sentence.past) if atoms and atoms[-1].name_like else 0
        if pieces:
            whole = atoms[-1].text + "".join(t.text for t in tokens[i : i + pieces])
            i += pieces - 1
            atoms[-1] = Atom(atoms[-1].start, tokens[i].end, whole, whole.lower(), True, True)
        elif text.isalnum():
            name_like = not text.islower() and _name_like(text) and not _is_handle(tokens, i)
            atoms.append(Atom(token.start, token.end, text, token.lower, name_like, True))
        elif len(text) > 2 and text[0].isalpha() and not _CUT_MARKS.isdisjoint(text):
            follower = tokens[i + 1].text if i + 1 < sentence.past else ""
            before = tokens[i - 1].text if i > sentence.first else ""
            if text.rsplit("-", 1)[-1] not in _AFTER_PLACES and gazetteer.is_family_name_first(before):
                follower = _GIVEN  # "Cheng Hoi-on"
            elif before in ("the", "a", "this", "that") and follower.islower() and follower.isalpha():
                follower = _SHARED  # "the Roe-Tolle contest"
            for start, end, open_ in _cuts(text, follower):
                piece = text[start:end]
                name_like = _name_like(piece) and end - start > 1
                atoms.append(Atom(token.start + start, token.start + end, piece, piece.lower(), name_like, open_))
        else:
            atoms.append(Atom(token.start, token.end, text, token.lower, _name_like(text), True))
    return atoms


def _torn(tokens: Sequence[Token], i: int, past: int) -> int:
    """How many tokens from `i` on belong to the word before them in badly spaced copy: "O’ Roe", "M ā ori"."""
    if i + 1 >= past:
        return 0
    before, here, after = tokens[i - 1], tokens[i].text, tokens[i + 1].text
    if before.text + here in _SPACED:
        stop = tokens[i + 1].text == "." and tokens[i + 1].start == tokens[i].end
        return 1 + (stop and i + 2 < past)
    if tokens[i + 1].start == tokens[i].end:
        return 0
    if here in ("'", "’"):
        if tokens[i].start != before.end:
            return 0
        if len(before.text) == 1:
            return 2 if before.text in _ELIDED and after[0].isupper() else 0
        strange = after.isalpha() and after.islower() and not gazetteer.is_common_word(after)
        return 2 if strange and before.text[-1] != "s" and after not in lexicon.words("function_words") else 0
    if len(here) == 1 and here in _WITH_MARKS and tokens[i].start > before.end:
        torn = after.isalpha() and after.islower()
        return 2 if torn and (len(after) < 3 or not gazetteer.is_common_word(after)) and after not in _WHOLE else 0
    return 0


def _is_handle(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is what somebody or something is called by on a network: "@AnaRoe", "#AnaRoe"."""
    return i > 0 and tokens[i - 1].text in ("@", "#") and tokens[i - 1].end == tokens[i].start


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
    if follower == _SHARED and _are_two_people(left, right):
        return ((0, at, False), (at + 1, len(text), True))
    if right[0].isupper() and (left in _PREFIXES or (left.lower() in _STANCES and not _is_word_part(right))):
        return ((0, at, False), (at + 1, len(text), True))
    if left in _PARTY_LETTERS and right[0].isupper() and _is_seat(right):
        return ((0, 1, False), (2, len(text), True))  # "R-Ohio"
    if left[0].isupper():
        dateline = left.isupper() and len(left) > 3 and right[0].isupper() and right[1:].islower()
        if dateline and (_stands_alone(left.capitalize()) or gazetteer.is_city(left.capitalize())):
            return ((0, at, False), (at + 1, len(text), True))  # "TEHRAN-Turkey plans"
        if _is_glued(left, right, follower):
            return ((0, at, False), (at + 1, len(text), True))
        if right.islower() and left in _CAPITAL_PREFIXES and right not in lexicon.table("role_nouns"):
            return whole  # "Co-operative", "Anti-corruption"
        if right.islower():
            # "Norway-based", "Tolle-era"; but "Azm-i-Nau", and given names as "Seo-yeon"
            if gazetteer.is_common_word(right.rsplit("-", 1)[-1]) and len(right) > 1:
                return ((0, at, False), (at + 1, len(text), True))
            return whole
        names_two = _stands_alone(left) and (_stands_alone(right) or _stands_alone(f"{right} {follower}"))
        if names_two:
            return ((0, at, False), (at + 1, len(text), True))
        return whole
    return whole


def is_seat(atoms: Sequence[Atom], i: int) -> bool:
    """Whether the atom at `i` is the state that somebody sits for, after the letter of a party: "D-Ohio"."""
    return (
        i > 0
        and atoms[i - 1].text in _PARTY_LETTERS
        and atoms[i - 1].end == atoms[i].start - 1
        and not atoms[i - 1].open
    )


def _is_seat(right: str) -> bool:
    """Whether a word or its abbreviation is a state that sends members of parliament: "Ohio", "Calif", "VA"."""
    return gazetteer.known_label(right) == "GPE" or right in _STATES or (right.isupper() and len(right) == 2)


def _is_word_part(right: str) -> bool:
    """Whether a prefix belongs to a plain word: "Anti-Corruption Commission"; not "Anti-Roe"."""
    return gazetteer.is_common_word(right.lower()) and not _stands_alone(right)


def _are_two_people(left: str, right: str) -> bool:
    """Whether both parts of a word are surnames, and it is no given name: "Keller-Hartmann"; not "Anne-Marie"."""
    if not (left[0].isupper() and right[0].isupper() and gazetteer.is_surname(left) and gazetteer.is_surname(right)):
        return False
    return not (gazetteer.is_first_name(left) and gazetteer.is_first_name(right))


def _is_glued(left: str, right: str, follower: str) -> bool:
    """Whether a dash has lost its spaces: "Durban-The", "Physics-Ana Roe"."""
    if right.isdigit():
        return (
            left.isupper()
            and len(left) > 3
            and (_stands_alone(left.capitalize()) or gazetteer.is_city(left.capitalize()))
        )
    if gazetteer.is_first_name(left) or not right[0].isupper() or right.isupper():
        return False
    if right.lower() in lexicon.words("function_words"):
        return True
    place = gazetteer.known_label(left) == "GPE" or gazetteer.is_large_city(left)
    if place and gazetteer.is_everyday_word(right.lower()) and not _stands_alone(right):
        return True
    person = gazetteer.is_first_name(right) and follower[:1].isupper() and not gazetteer.is_common_word(right.lower())
    return person and (gazetteer.is_everyday_word(left.lower()) or _stands_alone(left))


def _stands_alone(name: str) -> bool:
    return gazetteer.known_label(name) in ("GPE", "NORP", "ORG", "LOC") or gazetteer.is_large_city(name)
