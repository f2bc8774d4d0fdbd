"""What a word may be the name of: people, places, peoples, organisations, and words that are no names at all.

Every lookup takes the word as it is written, with or without its diacritics. The lists are read on first use.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from reader.language import lexicon

_FOLDER = Path(__file__).resolve().parent / "lexicons"
_EVERYDAY = 8000
"""How many of the common words, most frequent first, count as everyday ones."""
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}
    | dict.fromkeys("‘’ʻʼ`´", "'")
    | dict.fromkeys("‐‑", "-")
)


def fold(name: str) -> str:
    """The name without diacritics and with straight marks, as the lists have it; capitals stay."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFD", name.translate(_UNDECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


# --- people -------------------------------------------------------------------------------------------------------
def gender_of_first_name(name: str) -> str | None:
    """ "m", "f", or None when the name is unknown or given to both.

    Of a double name ("Anne-Marie", "Jean-Luc") the first part that is known decides.
    """
    name = fold(name)
    found = _first_names().get(name) or _first_names().get(name.capitalize())
    if found is None and "-" in name:
        found = next((g for g in map(_first_names().get, name.split("-")) if g), None)
    return found if found in ("m", "f") else None


def is_first_name(name: str) -> bool:
    name = fold(name)
    return name in _first_names() or ("-" in name and name.split("-")[0] in _first_names())


def is_surname(name: str) -> bool:
    return fold(name) in _flat("surnames")


def is_family_name_first(name: str) -> bool:
    """Whether a word is a family name of those that stand before the given name ("Kim", "Nguyen")."""
    return fold(name) in lexicon.words("family_names_first")


# --- places and others --------------------------------------------------------------------------------------------
def country_of(name: str) -> str | None:
    """The country that a name or alias means ("U.S.", "Britain"), under its usual name; case counts."""
    row = lexicon.table("countries").get(fold(name))
    return None if row is None else row[0] if row else fold(name)


def capital_of(name: str) -> str | None:
    """The country, under its usual name, of which a city is the capital."""
    row = lexicon.table("capitals").get(fold(name))
    return row[0] if row else None


def is_demonym(word: str) -> bool:
    """Whether a word is the adjective or the name of a people, a faith or a political camp ("Kenyan", "Hindus")."""
    return fold(word) in lexicon.words("demonyms")


def is_large_city(name: str) -> bool:
    return fold(name) in _flat("cities_large")


def is_large_capital(name: str) -> bool:
    """Whether a word is a large capital of some country: the news means it by that, whoever else has the name."""
    return is_large_city(name) and capital_of(name) is not None


def is_city(name: str) -> bool:
    """Whether a city of some size has the name, and hardly any person or thing."""
    name = fold(name)
    return name in _flat("cities_large") or name in _flat("cities")


def is_district(name: str) -> bool:
    """Whether a state, province or district of some country has the name; the lesser ones may be surnames as well."""
    return fold(name) in _flat("districts")


def known_label(name: str) -> str | None:
    """The OntoNotes label of a name that needs no context: "GPE" of a country, "ORG" of a well-known body.

    Cities are left to `is_city` and `is_large_city`, since many are names of people as well.
    """
    name = fold(name)
    return _known().get(name.replace(" '", "'") if " '" in name else name)  # a possessive is a word of its own


# --- words --------------------------------------------------------------------------------------------------------
def is_common_word(lower: str) -> bool:
    """Whether a word, given in lower case, is one that English writes small."""
    return lower in _common_words()


def is_everyday_word(lower: str) -> bool:
    """Whether a word, given in lower case, is one of the most frequent that English writes small."""
    return _common_words().get(lower, _EVERYDAY) < _EVERYDAY


@cache
def _common_words() -> dict[str, int]:
    """Each word with its rank, the most frequent first."""
    words = _entries("common_words").split()
    return dict(zip(words, range(len(words)), strict=True))


@cache
def _known() -> dict[str, str]:
    labels: dict[str, str] = dict.fromkeys(lexicon.words("organisations"), "ORG")
    labels |= {name: row[0] for name, row in lexicon.table("regions").items()}
    labels |= dict.fromkeys(lexicon.words("demonyms"), "NORP")
    labels |= {name: row[0] for name, row in lexicon.table("known_names").items()}
    return labels | dict.fromkeys(lexicon.words("countries"), "GPE")


@cache
def _first_names() -> dict[str, str]:
    cells = _entries("first_names").split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


@cache
def _flat(name: str) -> frozenset[str]:
    return frozenset(_entries(name).split("\n"))


def _entries(name: str) -> str:
    """A large list below its head, as it is: read in a fraction of the time that `lexicon.words` takes."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    return text[start:].rstrip("\n")
