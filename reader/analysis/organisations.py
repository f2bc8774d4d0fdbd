"""Which names of organisations mean the same one: acronyms, shortened names, names without their legal form."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language import gazetteer

_FORMS = frozenset(
    "inc inc. corp corp. corporation co co. company ltd ltd. limited llc plc group holdings ag sa gmbh se nv pty "
    "lp llp spa s.a. bhd".split()
)
_SMALL = frozenset("of the and for in on to a & de du des la le y e et und".split())


def group_organisations(surfaces: Sequence[str]) -> list[list[int]]:
    """Indices of names, one list an organisation."""
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
