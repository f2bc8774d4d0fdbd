"""What a candidate names: evidence from its words and its surroundings, added up by hand-set weights.

The model of names (tagger.py) looks at these weights too, and has its say beside them (deciding.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.analysis.entities.atoms import PARTICLES, Atom
from reader.analysis.entities.capitals import head_label, is_plain_word, opener_label
from reader.analysis.entities.cutting import Candidate
from reader.analysis.entities.name_words import name_words
from reader.analysis.model import Label
from reader.language import gazetteer, lexicon

Weights = dict[Label, float]
PLAIN_DEFAULT = 0.4

_PLACE_BEFORE = name_words("before places")
_PERSON_AFTER = frozenset({"who", "whose", "himself", "herself"})
_HUMAN_VERBS = name_words("verbs of people")
_GROUP_AFTER = name_words("after bodies")
_BODY_OF = name_words("of bodies")
_BOUGHT = frozenset({"shares", "stock", "sales", "units", "doses", "shipments", "bottles", "packets", "copies"})
_ROAD = re.compile(r"[AM]\d{1,3}")
"""Numbers of roads: "the M25"."""
_NAMING = name_words("naming")
_TIME_BEFORE = name_words("before times")
_HOLIDAYS = name_words("holidays")
_DIRECTIONS = name_words("directions")
_KINDS_AFTER = name_words("kinds after")
"""Groups of nouns that, right after a name, tell what it names: "the Orne river", "the Herald newspaper"."""
_NOT_KINDS_AFTER = name_words("no kinds after")


def evidence(atoms: Sequence[Atom], c: Candidate) -> Weights:
    """Weights for the labels that the surroundings of a candidate give it."""
    weights: Weights = {}
    if c.quoted:
        _add(weights, Label.WORK_OF_ART, 2.5)
    if c.title:
        if head_label(c.words[-1]) == "ORG" and len(c.words) > 1 and not gazetteer.is_surname(c.words[-1]):
            _add(weights, Label.ORG, 2.0)
        else:
            _add(weights, Label.PERSON, 6.0)
    _from_neighbours(weights, atoms, c)
    _from_kinds(weights, atoms, c)
    return weights


def _add(weights: Weights, label: Label, weight: float) -> None:
    weights[label] = weights.get(label, 0.0) + weight


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
        _add(
            weights,
            Label(known),
            5.0 if size > 1 or first.isupper() or not gazetteer.is_everyday_word(first.lower()) else 3.0,
        )
        if size > 1 and known in ("FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"):
            _add(weights, Label(known), 1.5)
            return weights
    if gazetteer.is_large_city(phrase):
        _add(weights, Label.GPE, 3.5 if size > 1 else 2.5)
    elif gazetteer.is_city(phrase):
        _add(weights, Label.GPE, 2.5 if size > 1 else 1.5)
    elif gazetteer.is_district(phrase):
        _add(weights, Label.GPE, 2.0 if size > 1 else 0.6)
    if size == 1:
        _of_one_word(weights, first)
        return weights
    joined = next((i for i, w in enumerate(words) if w in ("of", "for", "on", "to", "against")), 0)
    if joined:
        if head_label(last) == "LAW":
            _add(weights, Label.LAW, 4.0)  # "Prevention of … Act"
            return weights
        head = head_label(words[joined - 1]) or opener_label(words[joined - 1]) or opener_label(first)
        if head is not None:
            _add(weights, Label(head), 4.0)
        elif known is None:
            _add(weights, Label.ORG, 1.5)
        return weights
    if "&" in words or "and" in words:
        _add(weights, Label.ORG, 2.5)
        if (head := head_label(last)) is not None:
            _add(weights, Label(head), 2.0)
        return weights
    _of_several_words(weights, words, known is not None)
    return weights


def _of_several_words(weights: Weights, words: tuple[str, ...], known: bool) -> None:
    first, last, size = words[0], words[-1], len(words)
    if all(gazetteer.known_label(word) == "NORP" for word in words):
        _add(weights, Label.NORP, 5.0)  # "Sunni Muslim"
        return
    plain = [w for w in words if is_plain_word(w)]
    first_name = gazetteer.is_first_name(first)
    surname = gazetteer.is_surname(last)
    head, opener = head_label(last), opener_label(first)
    if first in ("St", "St.", "Saint") and last == "Church":
        head = "FAC"
    initials = any(len(w) == 2 and w[1] == "." for w in words[:-1])
    if head is not None:
        person_like = (first_name or initials) and surname and size <= 3
        _add(weights, Label(head), 1.5 if person_like else 3.5)
    if first in ("Article", "Section") and size == 2 and last[0].isdigit():
        _add(weights, Label.LAW, 2.5)
    if opener is not None and not (first_name and opener == "GPE"):
        weight = 1.5 if opener == "GPE" else 3.0 if size == 2 else 2.0
        _add(weights, Label(opener), weight if head is None else 0.5 * weight)
    if first in _DIRECTIONS and size == 2 and gazetteer.known_label(last) == "NORP":
        _add(weights, Label.NORP, 4.0)  # "South Korean"
    elif first in _DIRECTIONS and size == 2 and head is None and not known:
        place = gazetteer.known_label(last)
        _add(weights, Label.LOC if place in ("GPE", "LOC") else Label.GPE, 3.0 if place in ("GPE", "LOC") else 1.0)
    if size <= 4 and head is None and gazetteer.is_family_name_first(first) and not _is_known_or_plain(words[1]):
        _add(weights, Label.PERSON, 2.5)
    if size <= 5:
        if first_name:
            _add(
                weights, Label.PERSON, 1.5 if is_plain_word(first) or gazetteer.is_everyday_word(first.lower()) else 3.0
            )
        if surname:
            _add(weights, Label.PERSON, 0.7 if gazetteer.is_everyday_word(last.lower()) else 1.5)
        if initials:
            _add(weights, Label.PERSON, 3.0)
        if any(w in PARTICLES for w in words[:-1]):
            _add(weights, Label.PERSON, 3.0 if first in PARTICLES else 1.5)
        if not plain and head is None and opener is None and gazetteer.known_label(first) is None:
            _add(weights, Label.PERSON, 1.5)
    if head is None and opener is None and not known and plain:
        _add(weights, Label.ORG, 1.0 if len(plain) < size else PLAIN_DEFAULT)
    if gazetteer.known_label(first) in ("NORP", "GPE", "LOC") and not known:
        _add(weights, Label.ORG, 1.0)
    if any(w.isupper() and len(w) > 1 and "." not in w for w in words) and not all(w.isupper() for w in words):
        _add(weights, Label.ORG, 1.0)


def _is_known_or_plain(word: str) -> bool:
    return is_plain_word(word) or gazetteer.known_label(word) is not None


def _of_one_word(weights: Weights, word: str) -> None:
    common = gazetteer.is_common_word(word.lower())
    if word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
        _add(weights, Label.ORG, 1.5)
        return
    if word.isupper() and word.isalnum() and not word.isalpha():
        _add(weights, Label.PRODUCT, 1.5)  # "SX40"
        return
    if gazetteer.is_first_name(word):
        _add(weights, Label.PERSON, 0.4 if common else 1.2)
    if gazetteer.is_surname(word):
        _add(weights, Label.PERSON, 0.4 if common else 1.2)
    if common:
        return
    _add(weights, Label.PERSON, 0.5)
    _add(weights, Label.ORG, 0.2)
    inner = any(c.isupper() for c in word[1:])
    if inner and "-" not in word and "'" not in word and "’" not in word and not word.startswith(("Mc", "Mac")):
        _add(weights, Label.ORG, 1.5)  # WeChat
    if word.isupper():
        _add(weights, Label.ORG, 0.6)


# --- the surroundings ---------------------------------------------------------------------------------------------
def _lower_at(atoms: Sequence[Atom], i: int) -> str:
    return atoms[i].lower if 0 <= i < len(atoms) else ""


def _may_be_a_thing(words: Sequence[str]) -> bool:
    """Whether an article tells against a person: not when it belongs to a noun after ("the Ana Roe case")."""
    if gazetteer.known_label(" ".join(words)) is not None:
        return False
    return len(words) == 1 or not gazetteer.is_first_name(words[0])


def _from_neighbours(weights: Weights, atoms: Sequence[Atom], c: Candidate) -> None:
    before, before2 = _lower_at(atoms, c.first - 1), _lower_at(atoms, c.first - 2)
    after, after2, after3 = (_lower_at(atoms, c.past + k) for k in range(3))
    verbs = lexicon.words("verbs_of_speech")
    if before in _TIME_BEFORE and c.words[-1] in _HOLIDAYS:
        _add(weights, Label.DATE, 6.0)  # "before Easter" is a time, the fair at Easter is held on it
    if before == "in" and before2 in ("published", "appeared", "printed"):
        _add(weights, Label.ORG, 3.0)
    elif before in _PLACE_BEFORE:
        _add(weights, Label.GPE, 1.5 if before == "in" else 0.8)
        _add(weights, Label.PERSON, -0.8)
    elif before == "the" and _ROAD.fullmatch(c.words[-1]) and len(c.words) == 1:
        _add(weights, Label.FAC, 3.0)
    elif before in ("the", "a", "an") and _may_be_a_thing(c.words):
        _add(weights, Label.PERSON, -1.5)
        _add(weights, Label.GPE, -1.0)
        _add(weights, Label.ORG, 0.3)
    elif before == "of" and before2 in _BODY_OF:
        _add(weights, Label.ORG, 0.8)
        _add(weights, Label.PERSON, -1.0)
    if before == "of" and before2 in _BOUGHT and not c.title:
        _add(weights, Label.ORG if before2 in ("shares", "stock") else Label.PRODUCT, 2.0)
    if before == "(" and after == ")" and c.first > 1 and atoms[c.first - 2].name_like:
        _add(weights, Label.ORG, 0.8)  # "Ana Roe (Varnholt)": a club, a party
        _add(weights, Label.PERSON, -1.5)
    if after in verbs or after in _HUMAN_VERBS or before in verbs:
        _add(weights, Label.PERSON, 0.8)
        _add(weights, Label.ORG, 0.2)
    if after in _PERSON_AFTER or (after == "," and after2 in _PERSON_AFTER):
        _add(weights, Label.PERSON, 2.0)
    if after in (",", "(") and after2.isdigit() and len(after2) <= 2 and after3 in (",", ")"):
        _add(weights, Label.PERSON, 2.5)
    if after in _GROUP_AFTER or (after in ("'s", "’s") and after2 in _GROUP_AFTER):
        _add(weights, Label.ORG, 0.6)
        _add(weights, Label.GPE, 0.6)
        _add(weights, Label.PERSON, -1.0)


def kind_before(atoms: Sequence[Atom], c: Candidate) -> Weights:
    """From the noun before a name that says what it is: "the ferry X", "exercises like X", "the town of X".

    In a list it is said of all that are listed.
    """
    weights: Weights = {}
    i = c.first - 1
    if i >= 0 and atoms[i].text in "“\"‘'":
        i -= 1
    before = _lower_at(atoms, i)
    if before in _NAMING or (before == "of" and i > 0):
        i -= 1
        if before == "as" and _lower_at(atoms, i) == "such":
            i -= 1
        if _lower_at(atoms, i) == ",":
            i -= 1
        noun = _lower_at(atoms, i)
        if before == "of":
            if _group_of(noun) & {"city", "state", "island"}:
                _add_kind(weights, noun, 2.5)
        elif not (i >= 0 and atoms[i].name_like):
            _add_kind(weights, noun, 2.5)
    elif before.isalpha() and before != "the" and not atoms[i].name_like:
        if before in lexicon.table("role_nouns") or singular(before) in lexicon.table("role_nouns"):
            _add(weights, Label.PERSON, 2.5)
        else:
            _add_kind(weights, before, 2.5)
            if before in lexicon.table("thing_nouns"):
                _add(weights, Label.PERSON, -2.0)  # "the ferry Ana Roe"
    elif before == "the" and atoms[i].name_like and i > 0:
        _add_kind(weights, _lower_at(atoms, i - 1), 2.5)  # "the film The Long …"
    elif before == "," or (before == "the" and _lower_at(atoms, i - 1) == ","):
        # "an electric ship, the X", "the minister, X,"
        noun = _lower_at(atoms, i - 1 if before == "," else i - 2)
        closed = c.past >= len(atoms) or not atoms[c.past].text[0].isalnum()
        if noun in lexicon.table("role_nouns") and before == "," and closed:
            _add(weights, Label.PERSON, 2.0)
        elif closed:
            _add_kind(weights, noun, 2.5)
    return weights


def _from_kinds(weights: Weights, atoms: Sequence[Atom], c: Candidate) -> None:
    """From the noun after a name that says what it is: "X, a town", "the X river"."""
    after = _lower_at(atoms, c.past)
    noun = singular(after)
    if noun not in _NOT_KINDS_AFTER and _group_of(noun) & _KINDS_AFTER:
        _add_kind(weights, noun, 1.5)
    if after == "," and _lower_at(atoms, c.first - 1) != "," and _container(atoms, c.past + 1):
        _add(weights, Label.GPE, 2.0)
    described = _apposition(atoms, c.past)
    if described:
        if described in lexicon.table("role_nouns"):
            _add(weights, Label.PERSON, 2.5)
        else:
            _add_kind(weights, described, 3.0)


def _container(atoms: Sequence[Atom], i: int) -> bool:
    """Whether the country or state that a place lies in stands here, closed by a mark: "…, Kenya,"."""
    past = i
    while past < len(atoms) and past - i < 3 and atoms[past].name_like:
        past += 1
    if past == i or gazetteer.known_label(" ".join(a.text for a in atoms[i:past])) != "GPE":
        return False
    return past >= len(atoms) or not (atoms[past].text[0].isalnum() or atoms[past].text in ("'s", "’s"))


def _apposition(atoms: Sequence[Atom], i: int) -> str:
    """The noun that heads what is said of a name after it: "town" in "X, a town in", "X is the town"; "" for none."""
    mark = _lower_at(atoms, i)
    if mark not in (",", "(", "—", "–", "is", "was"):
        return ""
    i += 1
    article = _lower_at(atoms, i)
    if article not in ("a", "an", "the"):
        # "X, mayor of": a bare role
        nearest = article if article in lexicon.table("role_nouns") and mark in (",", "(") else ""
        return nearest if _lower_at(atoms, i + 1) in ("of", "at", "for", "to", "with", "from") else ""
    last = ""
    for k in range(i + 1, min(i + 9, len(atoms))):
        lower = atoms[k].lower
        if not lower[0].isalnum() or lower in _PHRASE_ENDS:
            break
        if not atoms[k].name_like and (not _is_noun_of_names(last) or _is_noun_of_names(lower)):
            last = lower
    return last


def _is_noun_of_names(lower: str) -> bool:
    """Whether a noun tells what a name beside it names: "vaccine" of "a vaccine made in"."""
    return lower in lexicon.table("role_nouns") or singular(lower) in lexicon.table("thing_nouns")


_PHRASE_ENDS = name_words("ends of descriptions")


def singular(noun: str) -> str:
    things = lexicon.table("thing_nouns")
    if noun in things or not noun.endswith("s"):
        return noun
    if noun[:-1] in things or noun[:-1] in lexicon.table("role_nouns"):
        return noun[:-1]
    return noun[:-3] + "y" if noun.endswith("ies") else noun


def _group_of(noun: str) -> set[str]:
    row = lexicon.table("thing_nouns").get(singular(noun))
    return set(row[1].split()) if row and len(row) > 1 else set()


def _add_kind(weights: Weights, noun: str, weight: float) -> None:
    row = lexicon.table("thing_nouns").get(singular(noun))
    if row:
        for n, label in enumerate(row[0].split()):
            _add(weights, Label(label), weight if n == 0 else 0.5 * weight)
            if label != "PERSON" and n == 0:
                _add(weights, Label.PERSON, -0.5)
