"""Who belongs to which organisation or family, as far as roles and names tell it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.coreference.markables import Markable
from reader.analysis.coreference.profiles import FORMER, Profile
from reader.analysis.model import Entity, Label, MentionKind
from reader.language.gazetteer import is_common_word
from reader.language.prose import Prose

_VOICES_OF_TEAMS = frozenset({"coach", "captain"})
_VOICES_OF_BODIES = _VOICES_OF_TEAMS | {"spokesman", "spokeswoman", "spokesperson", "chief-executive", "ceo", "chair",
                                        "chairman", "chairwoman", "managing-director", "president", "head", "leader",
                                        "director", "manager", "owner", "founder", "co-founder",
                                        "administrator"}  # fmt: skip
"""Roles of those whose "we" is the body that they are named with."""
_VOICES = 400
"""Entities among which that body is looked for."""


def learn_affiliations(
    prose: Prose, entities: Sequence[Entity], profiles: Sequence[Profile], markables: Sequence[Markable]
) -> dict[int, int]:
    """Note in the profiles who speaks for whom and who is named with which organisation; by person their family."""
    _learn_voices(entities, profiles)
    _learn_belongings(prose, entities, profiles, markables)
    return _families_of(entities, profiles)


def _learn_voices(entities: Sequence[Entity], profiles: Sequence[Profile]) -> None:
    """Who speaks for which organisation, by roles that name one: "Tarn Works spokeswoman", "head of Tarn Works"."""
    bodies = {e.name: n for n, e in enumerate(entities[:_VOICES]) if e.label in (Label.ORG, Label.GPE)}
    for n, (entity, profile) in enumerate(zip(entities, profiles, strict=True)):
        if entity.label is Label.ORG:
            profile.speaks_for = n
        elif entity.label is Label.PERSON and profile.nouns & _VOICES_OF_BODIES:
            team = bool(profile.nouns & _VOICES_OF_TEAMS)
            found = {
                k
                for name, k in bodies.items()
                if (team or entities[k].label is Label.ORG) and any(name in role for role in entity.roles)
            }
            profile.speaks_for = found.pop() if len(found) == 1 else None


def _learn_belongings(
    prose: Prose, entities: Sequence[Entity], profiles: Sequence[Profile], markables: Sequence[Markable]
) -> None:
    """Which organisations people are named with: "head of Tarn Works", "Ana Roe of Tarn Works"."""
    by_word: dict[str, list[int]] = {}
    for n, entity in enumerate(entities[:_VOICES]):
        if entity.label is Label.ORG:
            by_word.setdefault(entity.name.split()[0], []).append(n)
    for entity, profile in zip(entities, profiles, strict=True):
        for role in entity.roles if entity.label is Label.PERSON else ():
            words = role.split()
            if not FORMER & {word.lower() for word in words}:
                near = (n for word in words for n in by_word.get(word, ()))
                profile.belongs |= {n for n in near if entities[n].name in role}
    for before, after in pairwise(markables):
        if not before.kind is after.kind is MentionKind.NAME or before.sentence != after.sentence:
            continue
        if profiles[before.entity].label is Label.PERSON and profiles[after.entity].label is Label.ORG:
            between = [token.lower for token in prose.tokens[before.past : after.first]]
            if between in (["of"], ["of", "the"]):
                profiles[before.entity].belongs |= {after.entity}


_NO_FAMILIES = frozenset({Label.NORP, Label.PRODUCT})


def _families_of(entities: Sequence[Entity], profiles: Sequence[Profile]) -> dict[int, int]:
    """By person: the family that the text names in the plural, "the Roes" of Ana Roe; those are marked as such."""
    members: dict[str, list[int]] = {}
    for n, entity in enumerate(entities):
        words = entity.name.split()
        if entity.label is Label.PERSON and len(words) > 1:
            members.setdefault(words[-1], []).append(n)
    found: dict[int, int] = {}
    for n, entity in enumerate(entities):
        for stem in _singulars(entity.name):
            known = len(members.get(stem, ())) > 1 or not is_common_word(stem.lower())  # the Greens are no family
            if stem in members and known and " " not in entity.name and entity.label not in _NO_FAMILIES:
                profiles[n].family = True
                found |= dict.fromkeys(members[stem], n)
    return found


def _singulars(name: str) -> tuple[str, ...]:
    if not name.endswith("s"):
        return ()
    return (name[:-1], name[:-2]) if name.endswith("es") else (name[:-1],)
