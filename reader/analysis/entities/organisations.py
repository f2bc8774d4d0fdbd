"""Which names of organisations mean the same one: acronyms, shortened names, names without their legal form."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.name_words import name_words
from reader.language import gazetteer

_FORMS = name_words("legal forms")
_SMALL = name_words("small words of bodies")


def group_organisations(surfaces: Sequence[str], bracketed: Sequence[bool]) -> list[list[int]]:
    """Indices of names, one list an organisation; `bracketed` are those in brackets right after the one before."""
    keys = [_core(surface) for surface in surfaces]
    full: dict[tuple[str, ...], None] = dict.fromkeys(keys)
    alias: dict[tuple[str, ...], tuple[str, ...]] = {}
    by_initials: dict[str, tuple[str, ...]] = {}
    by_opening: dict[str, list[tuple[str, ...]]] = {}
    for key in full:
        if len(key) > 1:
            for initials in _initials(key):
                by_initials.setdefault(initials, key)
            by_opening.setdefault(key[0], []).append(key)
    for i, key in enumerate(keys):
        if bracketed[i] and i and surfaces[i].isupper() and _abbreviates(key, keys[i - 1]):
            alias.setdefault(key, keys[i - 1])
    for key, surface in zip(keys, surfaces, strict=True):
        if len(key) == 1 and key not in alias:
            letters = key[0].replace(".", "")
            if surface.replace(".", "").replace("-", "").isupper() and letters in by_initials:
                alias[key] = by_initials[letters]
            elif not gazetteer.is_common_word(key[0]):
                longer = by_opening.get(key[0], [])
                if len(longer) == 1:
                    alias[key] = longer[0]
    groups: dict[tuple[str, ...], list[int]] = {}
    for i, key in enumerate(keys):
        groups.setdefault(alias.get(key, key), []).append(i)
    return list(groups.values())


def _abbreviates(key: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the letters of an acronym or ticker are in the full name in their order, the first one first."""
    if len(key) != 1 or key == full or key[0][0] != full[0][0]:
        return False
    rest = iter("".join(full))
    return all(letter in rest for letter in key[0] if letter.isalnum())


def _core(surface: str) -> tuple[str, ...]:
    """The words that tell an organisation from others, in small letters."""
    words = gazetteer.fold(surface).lower().removeprefix("the ").split()
    while len(words) > 1 and words[-1].strip(",") in _FORMS:
        words.pop()
    return tuple(w.strip(",") for w in words)


def _initials(words: Sequence[str]) -> set[str]:
    """The acronyms that a name may have: with and without its small words."""
    parts = [p for w in words for p in w.split("-") if p]
    return {
        "".join(p[0] for p in parts),
        "".join(p[0] for p in parts if p not in _SMALL),
    }
