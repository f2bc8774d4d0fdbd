"""Which names of organisations mean the same one: acronyms, shortened names, names without their legal form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

from reader.analysis.entities.name_words import name_words
from reader.language import gazetteer

_FORMS = name_words("legal forms")
_OFFICES = name_words("heads of offices")
_SPELLINGS = {"defense": "defence", "labor": "labour"}
Key: TypeAlias = tuple[str, ...]
"""The words that tell an organisation from others, in small letters."""
_SMALL = name_words("small words of bodies")


def group_organisations(surfaces: Sequence[str], bracketed: Sequence[bool]) -> list[list[int]]:
    """Indices of names, one list an organisation; `bracketed` are those in brackets right after the one before."""
    keys = [_core(surface) for surface in surfaces]
    full: dict[Key, None] = dict.fromkeys(keys)
    alias: dict[Key, Key] = {}
    by_initials: dict[str, Key] = {}
    by_opening: dict[str, list[Key]] = {}
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
    alias |= _other_orders(full)
    alias |= {key: whole for key, whole in _openings(full).items() if key not in alias}
    alias |= {key: whole for key, whole in _without_country(surfaces, keys).items() if key not in alias}
    groups: dict[Key, list[int]] = {}
    for i, key in enumerate(keys):
        first = alias.get(key, key)
        groups.setdefault(alias.get(first, first), []).append(i)
    return list(groups.values())


def _openings(keys: Collection[Key]) -> dict[Key, Key]:
    """The one longer name that a name opens: "Roe Foundation" of "Roe Foundation for the Arts"."""
    found: dict[Key, list[Key]] = {}
    for key in keys:
        if "for" in key[2:]:
            found.setdefault(key[: key.index("for", 2)], []).append(key)
    return {opening: longer[0] for opening, longer in found.items() if opening in keys and len(longer) == 1}


def _other_orders(keys: Iterable[Key]) -> dict[Key, Key]:
    """What is named the other way round: "Justice Department" and "Department of Justice"."""
    found: dict[Key, Key] = {}
    alias: dict[Key, Key] = {}
    for key in keys:
        turned = _turned(key)
        if turned is not None and found.setdefault(turned, key) != key:
            alias[key] = found[turned]
    return alias


def _turned(key: Key) -> Key | None:
    """The words of a body of government in one order, without their plural; None of all others."""
    if len(key) > 2 and key[0] in _OFFICES and key[1] in ("of", "for"):
        words, head = key[2:], key[0]
    elif len(key) > 1 and key[-1] in _OFFICES:
        words, head = key[:-1], key[-1]
    else:
        return None
    plain = [_SPELLINGS.get(word, word) for word in words if word not in ("the", "affairs")]
    return (head, *(word.removesuffix("s") for word in plain))


def _without_country(surfaces: Sequence[str], keys: Sequence[Key]) -> dict[Key, Key]:
    """The body that is named with its country once and without it as well, where only one country has such a one."""
    short = {_turned(key) or key: key for key in keys if len(key) > 1}
    wholes: dict[Key, set[Key]] = {}
    for surface, key in zip(surfaces, keys, strict=True):
        words = surface.removeprefix("The ").removeprefix("the ").split()
        for size in (2, 1):
            of, rest = " ".join(words[:size]), key[size:]
            bare = short.get(_turned(rest) or rest) if len(rest) > 1 else None
            if bare is not None and (gazetteer.country_of(of) or gazetteer.is_demonym(of)):
                wholes.setdefault(bare, set()).add(key)
    return {key: whole.pop() for key, whole in wholes.items() if len(whole) == 1}


def _abbreviates(key: Key, full: Key) -> bool:
    """Whether the letters of an acronym or ticker are in the full name in their order, the first one first."""
    if len(key) != 1 or key == full or key[0][0] != full[0][0]:
        return False
    rest = iter("".join(full))
    return all(letter in rest for letter in key[0] if letter.isalnum())


def _core(surface: str) -> Key:
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
