"""Where a run of capitalised words begins: with a small particle before it, or as the next sentence after a place."""

from __future__ import annotations

from collections.abc import Sequence, Set

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.word_signs import is_function_word, is_plain_word
from reader.language import gazetteer, lexicon

_SMALL_OPENERS = name_words("small openers")
"""Particles that are no words of English, and may open a surname that stands alone: "said dos Santos"."""
_IN_NAMES = name_words("small words of names")
"""Words with which a name may go on although they have a capital: "Bank Of"."""


def small_before(atoms: Sequence[Atom], i: int, barred: Set[int]) -> int:
    """How many particles before a capitalised word belong to its name, and not to a name before it."""
    first = i
    while first > 0 and first - 1 not in barred and atoms[first - 1].text in _SMALL_OPENERS:
        first -= 1
    if first == i or is_plain_word(atoms[i].text):
        return 0
    if first == 0:
        return i
    before = atoms[first - 1]
    if before.lower in ("a", "an", "the", "this", "his", "her", "their") and i - first == 1:
        return 1 if atoms[first].text == "al" else 0  # "an al Rashida leader"; "the van" drives
    if before.text[0].isdigit() or before.name_like:
        return 0
    small = not before.text.isalpha() or gazetteer.is_common_word(before.lower) or is_function_word(before.lower)
    return i - first if small else 0


def is_next_sentence(atoms: Sequence[Atom], first: int, i: int) -> bool:
    """Whether a sentence begins at `i` right after the place that the text is written from: "Lagos It was …"."""
    if atoms[i].lower not in lexicon.table("function_words") or atoms[i].text[1:].isupper():
        return False
    if atoms[i].lower in _IN_NAMES and (atoms[i].lower != "the" or i + 1 >= len(atoms) or atoms[i + 1].name_like):
        return False
    if first > 0 and not (first < 4 and atoms[first - 1].text == ","):
        return False
    place = " ".join(a.text for a in atoms[first:i])
    if gazetteer.is_first_name(place):
        return False  # "Chelsea Will"
    return gazetteer.is_large_city(place) or gazetteer.known_label(place) == "GPE"
