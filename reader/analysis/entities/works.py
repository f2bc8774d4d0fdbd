"""Titles of works in quotation marks: ‘The Heron Tree’, “Jack of All Roads”."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.kinds import singular
from reader.analysis.entities.word_signs import is_function_word
from reader.language import lexicon

_PAIRS = {"“": "”", "‘": "’", '"': '"', "«": "»"}
_LONGEST = 10
_BETWEEN = frozenset({",", "and", "or", "&", *_PAIRS.values()})
"""What stands between two titles of a list."""
_SENTENCES = frozenset({"sub", "obj", "modal", "nonfin"})
"""Classes of small words that titles give a capital."""


def find_quoted_titles(atoms: Sequence[Atom]) -> list[tuple[int, int]]:
    """Stretches between quotation marks that are written as titles are, marks left out.

    One of a single word must be told to be one: by the noun before it (the film “Heron”), or by a title before it in
    a list.
    """
    found: list[tuple[int, int]] = []
    i, n = 0, len(atoms)
    while i < n:
        closing = _PAIRS.get(atoms[i].text)
        if closing is None:
            i += 1
            continue
        past = next((k for k in range(i + 2, min(n, i + _LONGEST + 2)) if atoms[k].text == closing), None)
        if past is None:
            i += 1
            continue
        end = past - 1 if atoms[past - 1].text in ",.!?" else past
        if _is_title(atoms[i + 1 : end], 1 if _is_told(atoms, i, found) else 2):
            found.append((i + 1, end))
        i = past + 1
    return found


def _is_told(atoms: Sequence[Atom], i: int, found: Sequence[tuple[int, int]]) -> bool:
    """Whether a work is told of before the mark at `i`, or a list of titles goes on there."""
    row = lexicon.table("thing_nouns").get(singular(atoms[i - 1].lower)) if i else None
    if row is not None and "WORK_OF_ART" in row[0].split():
        return True
    return bool(found) and i - found[-1][1] < 5 and all(a.lower in _BETWEEN for a in atoms[found[-1][1] : i])


def _is_title(atoms: Sequence[Atom], least: int) -> bool:
    """Whether every word has a capital that titles give one, and at least so many have."""
    if len(atoms) < least or not (atoms[0].name_like or (atoms[0].text.isdigit() and len(atoms[0].text) < 4)):
        return False
    if not all(a.text[0].isalnum() or a.text in "-:&,'’!" for a in atoms):
        return False
    words = [a for a in atoms if a.text[0].isalpha() and not a.text.startswith(("'", "’"))]
    if len(words) > 2 and all(a.text.isupper() for a in words):
        return False  # what a screen or a sign says
    if any(_is_of_sentences(a) for a in words):
        return False  # what somebody says: "That would be Ana Roe"
    capitals = sum(a.name_like for a in words)
    return capitals >= least and all(a.name_like or is_function_word(a.lower) for a in words) and words[-1].name_like


def _is_of_sentences(atom: Atom) -> bool:
    """Whether a small word is one that titles write with a capital: a pronoun, a modal verb."""
    return atom.text.islower() and not _SENTENCES.isdisjoint(lexicon.table("function_words").get(atom.lower, ()))
