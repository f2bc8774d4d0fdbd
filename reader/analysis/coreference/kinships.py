"""Whom "her brother" and "its operator" mean: what the text has said of who is whose what.

"His sister, Lorna Roe" tells that she is his sister, so that "his sister" means her again, and "her brother" means him.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.coreference.discourse import Referent
from reader.analysis.coreference.nouns import Noun
from reader.analysis.coreference.profiles import Profile

_OTHER_END = {
    "sibling": "sibling",
    "spouse": "spouse",
    "parent": "child",
    "child": "parent",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
    "parent-in-law": "child-in-law",
    "child-in-law": "parent-in-law",
    "uncle": "nephew",
    "nephew": "uncle",
    "cousin": "cousin",
}
"""By group of `role_nouns`: what the possessor is to the one possessed."""
_PEOPLE = 400
"""Entities that are looked over."""
_MOST = 32
"""Ties kept of one entity."""


@dataclass(slots=True)
class Kinships:
    """The ties told so far, by the keys of the referents."""

    _ties: dict[int, list[tuple[str, frozenset[str], int]]] = field(default_factory=dict)
    """Of a possessor: the noun, what kind of tie it is, and who is meant by it."""

    _whose: dict[int, set[int]] = field(default_factory=dict)
    """Of somebody: those of whom the text has said that they are theirs, or the other way round."""

    def learn(self, possessor: int, noun: Noun, holder: int) -> None:
        """`holder` is what the noun says to `possessor`."""
        self._whose.setdefault(holder, set()).add(possessor)
        self._whose.setdefault(possessor, set()).add(holder)
        self._add(possessor, noun.word, noun.groups, holder)
        self._add(holder, "", frozenset(_OTHER_END[g] for g in noun.groups if g in _OTHER_END), possessor)

    def _add(self, possessor: int, word: str, groups: frozenset[str], holder: int) -> None:
        ties = self._ties.setdefault(possessor, [])
        tie = (word, groups & _OTHER_END.keys(), holder)
        if possessor != holder and len(ties) < _MOST and tie not in ties:
            ties.append(tie)

    def whom(self, possessor: int, noun: Noun, referents: Mapping[int, Referent]) -> int | None:
        """The one of whom the text has said that they are this to `possessor`; None when there is none, or two."""
        found = {
            holder
            for word, groups, holder in self._ties.get(possessor, ())
            if (word == noun.word or groups & noun.groups) and _fits(noun, referents[holder])
        }
        return found.pop() if len(found) == 1 else None

    def is_of_another(self, holder: int, possessor: int | None) -> bool:
        """Whether the text has told whose kin somebody is, and it is somebody else."""
        of = self._whose.get(holder)
        return possessor is not None and of is not None and possessor not in of


def only_kin(noun: Noun, possessor: int | None, profiles: Sequence[Profile]) -> int | None:
    """The only person of whom the text has told that tie to anybody: "his daughter" of the one child that it names."""
    ties = noun.groups & _OTHER_END.keys()
    found = [
        n
        for n, profile in enumerate(profiles[:_PEOPLE])
        if n != possessor and ties & profile.groups and noun.gender in (None, profile.gender)
    ]
    return found[0] if len(found) == 1 else None


def _fits(noun: Noun, referent: Referent) -> bool:
    return noun.gender is None or referent.gender in (noun.gender, None)
