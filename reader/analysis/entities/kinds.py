"""What the nouns around a name say that it is: "the ferry X", "X, a town in", "the X river", "such as X"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.titles import Candidate
from reader.analysis.entities.word_signs import head_label, is_function_word
from reader.analysis.model import Label
from reader.language import gazetteer, lexicon

Weights = dict[Label, float]
_VERBS_TOO = name_words("nouns that are verbs before names")
_NAMING = name_words("naming")
_AS = frozenset({"such", "known", "called", "named"})
_KINDS_AFTER = name_words("kinds after")
"""Groups of nouns that, right after a name, tell what it names: "the Orne river", "the Herald newspaper"."""
_NOT_KINDS_AFTER = name_words("no kinds after")
_BEFORE_PLACES = name_words("before places")
_PHRASE_ENDS = name_words("ends of descriptions")


def add(weights: Weights, label: Label, weight: float) -> None:
    """Count a weight for a label."""
    weights[label] = weights.get(label, 0.0) + weight


def lower_at(atoms: Sequence[Atom], i: int) -> str:
    """The word at `i` in small letters; empty outside the sentence."""
    return atoms[i].lower if 0 <= i < len(atoms) else ""


def kind_before(atoms: Sequence[Atom], c: Candidate) -> Weights:
    """From the noun before a name that says what it is: "the ferry X", "exercises like X", "the town of X".

    In a list it is said of all that are listed.
    """
    weights: Weights = {}
    i = c.first - 1
    if i >= 0 and atoms[i].text in "“\"‘'":
        i -= 1
    before = lower_at(atoms, i)
    if before == "of" and lower_at(atoms, i - 1) == "," and _is_age(lower_at(atoms, i - 2)):
        add(weights, Label.GPE, 3.0)  # "Roe, 58, of Elm Row, Lorn,": where somebody lives
        add(weights, Label.PERSON, -3.0)
    elif before in _NAMING or (before == "of" and i > 0):
        i -= 1
        if before == "as":
            if lower_at(atoms, i) not in _AS:
                return weights  # "seen by police as X"
            i -= 1
        if lower_at(atoms, i) == ",":
            i -= 1
        noun = lower_at(atoms, i)
        if before == "of":
            if _group_of(noun) & {"city", "state", "island"}:
                _add_kind(weights, noun, 2.5)
        elif not (i >= 0 and atoms[i].name_like):
            _add_kind(weights, noun, 2.5)
    elif before.isalpha() and before != "the" and not atoms[i].name_like:
        if before in lexicon.table("role_nouns") or singular(before) in lexicon.table("role_nouns"):
            add(weights, Label.PERSON, 2.5)
        elif before not in _VERBS_TOO:
            _add_kind(weights, before, 2.5)
            if before in lexicon.table("thing_nouns"):
                add(weights, Label.PERSON, -3.0)  # "the ferry Ana Roe"
    elif before == "the" and atoms[i].name_like and i > 0:
        _add_kind(weights, lower_at(atoms, i - 1), 2.5)  # "the film The Long …"
    elif before == "," or (before == "the" and lower_at(atoms, i - 1) == ","):
        # "an electric ship, the X", "the minister, X,"
        at = i - 1 if before == "," else i - 2
        noun = lower_at(atoms, at)
        closed = c.past >= len(atoms) or not atoms[c.past].text[0].isalnum()
        if noun in lexicon.table("role_nouns") and before == "," and closed:
            add(weights, Label.PERSON, 2.0)
        elif closed and before == "," and _may_hold_office(c) and _holds_office_in(atoms, at):
            add(weights, Label.PERSON, 2.5)  # "the governor of the central bank, X,"
        elif closed and not _has_own_name(atoms, at):
            _add_kind(weights, noun, 2.5)
    return weights


def is_of_several(atoms: Sequence[Atom], c: Candidate) -> bool:
    """Whether the noun before a name may be said of others too: "ferries X", "things like X"; not "the ferry X"."""
    before = lower_at(atoms, c.first - 1)
    return before.endswith("s") or before not in lexicon.table("thing_nouns")


def _holds_office_in(atoms: Sequence[Atom], i: int) -> bool:
    """Whether the noun at `i` ends the words of somebody's office: "governor of Egypt's central | bank"."""
    for k in range(i - 1, max(0, i - 7), -1):
        if not atoms[k].lower[0].isalnum() and atoms[k].text not in ("'", "’", "'s", "’s"):
            return False
        if atoms[k].lower in ("of", "at", "for") and atoms[k - 1].lower in lexicon.table("role_nouns"):
            return True
    return False


def _may_hold_office(c: Candidate) -> bool:
    """Whether several words may be a person's name: no list has them, and none is the head of a body or a place."""
    if len(c.words) < 2 or gazetteer.known_label(" ".join(c.words)) is not None:
        return False
    return not any(map(head_label, c.words))


def _is_holder(atoms: Sequence[Atom], c: Candidate) -> bool:
    """Whether a full name after a comma is whom an office is told of before it: "the mayor of Orrel, | Ana Roe"."""
    i = c.first - 1
    if lower_at(atoms, i) != "," or not _may_hold_office(c):
        return False
    i -= 1
    while i >= 0 and atoms[i].name_like:
        i -= 1
    if i == c.first - 2 or lower_at(atoms, i) not in ("of", "to", "for"):
        return False
    if lower_at(atoms, i - 1) not in lexicon.table("role_nouns"):
        return False
    return any(lower_at(atoms, k) in ("the", "'s", "’s", "its", "their") for k in range(i - 2, max(-1, i - 7), -1))


def _is_age(word: str) -> bool:
    return word.isdigit() and len(word) < 4


def _has_own_name(atoms: Sequence[Atom], i: int) -> bool:
    """Whether the noun at `i` has its name before it: after "the Lorn region," the next name is none of it.

    "the Norwegian town," and "the US company," have none.
    """
    if i < 1 or not atoms[i - 1].name_like or is_function_word(atoms[i - 1].lower):
        return False
    return gazetteer.known_label(atoms[i - 1].text) not in ("NORP", "GPE") and i > 1 and atoms[i - 2].lower == "the"


def from_kinds(weights: Weights, atoms: Sequence[Atom], c: Candidate) -> None:
    """From the noun after a name that says what it is: "X, a town", "the X river"."""
    after = lower_at(atoms, c.past)
    noun = singular(after)
    if noun not in _NOT_KINDS_AFTER and _group_of(noun) & _KINDS_AFTER:
        _add_kind(weights, noun, 1.5)
    if after == "," and lower_at(atoms, c.first - 1) != "," and _container(atoms, c.past + 1):
        add(weights, Label.GPE, 4.0)
    if _is_holder(atoms, c):
        add(weights, Label.PERSON, 2.5)
    described = _apposition(atoms, c.past) or _office_of_owner(atoms, c)
    if described:
        if described in lexicon.table("role_nouns"):
            add(weights, Label.PERSON, 2.5)
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
    mark = lower_at(atoms, i)
    if mark not in (",", "(", "—", "–", "is", "was"):
        return ""
    i += 1
    article = lower_at(atoms, i)
    if article not in ("a", "an", "the"):
        # "X, mayor of": a bare role
        nearest = article if article in lexicon.table("role_nouns") and mark in (",", "(") else ""
        return nearest if lower_at(atoms, i + 1) in ("of", "at", "for", "to", "with", "from") else ""
    last = ""
    for k in range(i + 1, min(i + 9, len(atoms))):
        lower = atoms[k].lower
        if not lower[0].isalnum() or lower in _PHRASE_ENDS:
            break
        if not atoms[k].name_like and (not _is_noun_of_names(last) or _is_noun_of_names(lower)):
            last = lower
    return last


def _office_of_owner(atoms: Sequence[Atom], c: Candidate) -> str:
    """The office that somebody after a comma is said to hold: "ambassador" of "X, Orland's ambassador to"; "" for none.

    Of several words only: what follows a single one is often the next clause ("In Lorn, Orland's president …").
    """
    if len(c.words) < 2 or lower_at(atoms, c.past) != "," or lower_at(atoms, c.first - 1) in _BEFORE_PLACES:
        return ""
    i = c.past + 1
    while i < len(atoms) and atoms[i].name_like:
        i += 1
    if i == c.past + 1 or lower_at(atoms, i) not in ("'s", "’s", "'", "’"):
        return ""
    role = ""
    for k in range(i + 1, min(i + 6, len(atoms))):
        lower = atoms[k].lower
        if not lower[0].isalnum():
            return role if lower in (",", ".", ")", ";") else ""
        if lower in _PHRASE_ENDS:
            return role if lower in ("at", "for", "in", "of", "to", "and") else ""
        if atoms[k].name_like:
            return ""
        role = lower if lower in lexicon.table("role_nouns") else ""
    return ""


def _is_noun_of_names(lower: str) -> bool:
    """Whether a noun tells what a name beside it names: "vaccine" of "a vaccine made in"."""
    return lower in lexicon.table("role_nouns") or singular(lower) in lexicon.table("thing_nouns")


def singular(noun: str) -> str:
    """A noun as the lists have it."""
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
            add(weights, Label(label), weight if n == 0 else 0.5 * weight)
            if label != "PERSON" and n == 0:
                add(weights, Label.PERSON, -0.5)
