"""What a candidate names: evidence from its words and its surroundings, added up by hand-set weights.

The model of names (tagger.py) looks at these weights too, and has its say beside them (deciding.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.analysis.entities.atoms import PARTICLES, Atom
from reader.analysis.entities.kinds import Weights, add, from_kinds, lower_at
from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.neighbours import from_neighbours
from reader.analysis.entities.titles import Candidate
from reader.analysis.entities.word_signs import MEMBERS, PARTY_MEMBERS, head_label, is_plain_word, opener_label
from reader.analysis.model import Label
from reader.language import gazetteer

PLAIN_DEFAULT = 0.4

_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,5}s")
_DIRECTIONS = name_words("directions")


def evidence(atoms: Sequence[Atom], c: Candidate) -> Weights:
    """Weights for the labels that the surroundings of a candidate give it."""
    weights: Weights = {}
    if c.quoted:
        shown = lower_at(atoms, c.first - 2) in ("'s", "’s", "on")  # "NRK’s “State of the Fjord”"
        add(weights, Label.WORK_OF_ART, 4.5 if shown else 4.0)
    if c.title:
        body = head_label(c.words[-1]) == "ORG" and not gazetteer.is_surname(c.words[-1])
        if len(c.words) > 1 and (body or "&" in c.words):  # "Developer Tarn & Roe"
            add(weights, Label.ORG, 2.0)
        else:
            add(weights, Label.PERSON, 6.0)
    from_neighbours(weights, atoms, c)
    from_kinds(weights, atoms, c)
    return weights


# --- the words ----------------------------------------------------------------------------------------------------
@lru_cache(maxsize=8192)
def of_words(words: tuple[str, ...]) -> Weights:
    """Weights for the labels that the words of a candidate give it; empty when they do not look like a name at all."""
    weights: Weights = {}
    phrase = " ".join(words)
    known = gazetteer.known_label(phrase)
    size = len(words)
    first, last = words[0], words[-1]
    if known is not None:
        add(
            weights,
            Label(known),
            5.0 if size > 1 or first.isupper() or not gazetteer.is_everyday_word(first.lower()) else 3.0,
        )
        if first in PARTY_MEMBERS:
            add(weights, Label.NORP, 2.0)  # a common word that names a party with its capital
        if size > 1 and known != "NORP":
            add(weights, Label(known), 1.5)
            return weights
    if gazetteer.is_large_capital(phrase):
        add(weights, Label.GPE, 4.5)
        return weights  # London, whoever else has the name
    if gazetteer.is_large_city(phrase):
        add(weights, Label.GPE, 3.5 if size > 1 else 2.5)
    elif gazetteer.is_city(phrase):
        add(weights, Label.GPE, 2.5 if size > 1 else 1.5)
    elif gazetteer.is_district(phrase):
        add(weights, Label.GPE, 2.0 if size > 1 else 0.6)
    if size == 1:
        _of_one_word(weights, first)
        return weights
    joined = next((i for i, w in enumerate(words) if w in ("of", "for", "on", "to", "against")), 0)
    if joined:
        if head_label(last) == "LAW":
            add(weights, Label.LAW, 4.0)  # "Prevention of … Act"
            return weights
        head = head_label(words[joined - 1]) or opener_label(words[joined - 1]) or opener_label(first)
        if head is not None:
            add(weights, Label(head), 4.0)
        elif known is None:
            add(weights, Label.ORG, 1.5)
        return weights
    if "&" in words or "and" in words:
        head = head_label(last)
        if head == "FAC" and words[-2] == "and":
            add(weights, Label.FAC, 3.5)  # "Medical College and Hospital"
            return weights
        add(weights, Label.ORG, 2.5 if "and" in words else 5.0)
        if head is not None:
            add(weights, Label(head), 2.0)
        return weights
    _of_several_words(weights, words, known is not None)
    return weights


def _of_several_words(weights: Weights, words: tuple[str, ...], known: bool) -> None:
    first, last, size = words[0], words[-1], len(words)
    if all(gazetteer.known_label(word) == "NORP" for word in words):
        add(weights, Label.NORP, 5.0)  # "Sunni Muslim"
        return
    plain = [w for w in words if is_plain_word(w)]
    first_name = gazetteer.is_first_name(first)
    surname = gazetteer.is_surname(last)
    head, opener = head_label(last), opener_label(first)
    if last.isdigit() and head_label(words[-2]) == "LAW":
        head = "LAW"  # "Harbours Act 1988"
    if first in ("St", "St.", "Saint") and last == "Church":
        head = "FAC"
    initials = any(len(w) == 2 and w[1] == "." for w in words[:-1])
    if head is not None:
        person_like = (first_name or initials) and surname and size <= 3
        add(weights, Label(head), 1.5 if person_like else 3.5)
    if first in ("Article", "Section") and size == 2 and last[0].isdigit():
        add(weights, Label.LAW, 2.5)
    named_so = first_name and (opener == "GPE" or (opener == "LAW" and not last[-1].isdigit()))  # "Bill Orrel"
    if opener is not None and not named_so:
        weight = 1.5 if opener == "GPE" else 3.0 if size == 2 else 2.0
        add(weights, Label(opener), weight if head is None else 0.5 * weight)
    if first in _DIRECTIONS and size == 2 and gazetteer.known_label(last) == "NORP":
        add(weights, Label.NORP, 4.0)  # "South Korean"
    elif first in _DIRECTIONS and size == 2 and head is None and not known:
        place = gazetteer.known_label(last)
        add(weights, Label.LOC if place in ("GPE", "LOC") else Label.GPE, 3.0 if place in ("GPE", "LOC") else 1.0)
    if size <= 4 and head is None and gazetteer.is_family_name_first(first) and not _is_known_or_plain(words[1]):
        add(weights, Label.PERSON, 2.5)
    if size <= 5:
        if first_name:
            add(
                weights, Label.PERSON, 1.5 if is_plain_word(first) or gazetteer.is_everyday_word(first.lower()) else 3.0
            )
        if surname:
            add(weights, Label.PERSON, 0.7 if gazetteer.is_everyday_word(last.lower()) else 1.5)
        if initials:
            add(weights, Label.PERSON, 3.0)
        if any(w in PARTICLES for w in words[:-1]):
            add(weights, Label.PERSON, 3.0 if first in PARTICLES else 1.5)
        if not plain and head is None and opener is None and gazetteer.known_label(first) is None:
            add(weights, Label.PERSON, 1.5)
    if head is None and opener is None and not known and plain:
        add(weights, Label.ORG, 1.0 if len(plain) < size else PLAIN_DEFAULT)
    if gazetteer.known_label(first) in ("NORP", "GPE", "LOC") and not known:
        add(weights, Label.ORG, 1.0)
    town = gazetteer.known_label(first) == "GPE" or gazetteer.is_large_city(first)
    if last in MEMBERS and town and last not in PARTY_MEMBERS:
        add(weights, Label.ORG, 4.0)  # "Boston Otters"
        add(weights, Label.PERSON, -3.0)
    elif last in MEMBERS and not first_name:
        add(weights, Label.ORG, 2.5)
    if any(w.isupper() and len(w) > 1 and "." not in w for w in words) and not all(w.isupper() for w in words):
        add(weights, Label.ORG, 1.0)


def _is_known_or_plain(word: str) -> bool:
    return is_plain_word(word) or gazetteer.known_label(word) is not None


def _of_one_word(weights: Weights, word: str) -> None:
    common = gazetteer.is_common_word(word.lower())
    if word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
        add(weights, Label.ORG, 1.5)
        return
    if _PLURAL_ACRONYM.fullmatch(word):
        return  # "NFTs": things of a kind
    if word.isupper() and word.isalnum() and not word.isalpha():
        add(weights, Label.PRODUCT, 1.5)  # "SX40"
        return
    if gazetteer.is_first_name(word):
        add(weights, Label.PERSON, 0.4 if common else 1.2)
    if gazetteer.is_surname(word):
        add(weights, Label.PERSON, 0.4 if common else 1.2)
    if common:
        return
    add(weights, Label.PERSON, 0.5)
    add(weights, Label.ORG, 0.2)
    inner = any(c.isupper() for c in word[1:])
    if inner and "-" not in word and "'" not in word and "’" not in word and not word.startswith(("Mc", "Mac")):
        add(weights, Label.ORG, 1.5)  # WeChat
    if word.isupper():
        add(weights, Label.ORG, 0.6)
