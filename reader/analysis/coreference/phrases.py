"""Whom or what a definite noun phrase means, given who is in mind: "the envoy", "the company", "the capital".

From the surest to the least sure: what the text has called so, what it has called by a like word, and what is alone of
its kind. Every choice may end in None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.analysis.coreference.anaphors import LEAST, Choice, best
from reader.analysis.coreference.discourse import Referent
from reader.analysis.coreference.nouns import YEAR_OLD, Noun
from reader.analysis.coreference.profiles import Profile
from reader.analysis.model import Label

_CLEAR_THING = 0.8
_CLEAR_ROLE = 0.65
"""A second one that was called the same and has more than this share of the first one's score makes it unclear."""
_IN_MIND = 0.2
"""Weight that a thing must have to be meant by its kind alone."""
_VAGUE_GROUPS = frozenset({"person", "kin", "title", "worker", "group"})
_ANY_BODY = frozenset({"company", "group"})
_AGENCIES = frozenset({"agency", "department", "organisation", "organization"})
_BODIES = _ANY_BODY | {"media"}
"""Nouns of which groups are said of any organisation, and the kinds of organisations they are said of."""
_ALONE = frozenset({"country", "city", "vessel", "aircraft", "law", "treaty", "charter", "church", "museum", "hospital",
                    "school", "prison", "road", "port", "storm", "war", "film", "book", "music", "series", "council",
                    "court", "union", "party", "island", "festival", "vote", "airport", "bridge", "dam", "glacier",
                    "mountain", "lake", "river", "contest", "craft", "plant", "palace", "hotel"})  # fmt: skip
"""Groups so narrow that a text which names one thing of the kind means it by the bare noun ever after."""
_OVERSHADOWS = 2.0
"""How far more in mind another thing of the kind must be, for what was called so not to be meant."""
_MAIN_LEAST = 3
_MAIN_SHARE = 2
"""Mentions that the main thing of a kind must have, and how often it must have as many as the next."""
_PLACES = 400
"""Entities that are looked over for a capital, or for a role."""
_REGIONS = frozenset({"state", "region", "province", "territory"})
_BUILDINGS = frozenset({"building", "museum", "church", "hospital", "school", "prison", "airport", "hotel", "palace",
                        "stadium", "hall", "tower", "courthouse", "plant"})  # fmt: skip
"""Groups of what may be called "the building" again."""


def choose_known(
    noun: str, active: Mapping[int, Referent], profiles: Sequence[Profile], last_called: int | None
) -> Choice | None:
    """Whom "the envoy" means when the text has called somebody so: the one in mind, else the last one mentioned."""
    reason = f"called {noun.replace('-', ' ')}"
    scored = [
        (r.weight * (0.5 if f"former {noun}" in profiles[key].nouns else 1.0) + LEAST, key, reason)
        for key, r in active.items()
        if key >= 0 and noun in profiles[key].nouns
    ]
    if scored:
        return best(scored, _CLEAR_ROLE)
    return None if last_called is None else Choice(last_called, reason, False)


def choose_by_role(words: str, profiles: Sequence[Profile]) -> Choice | None:
    """Whom "the mayor of Lorn" means: the one person of whom the text has said just that."""
    found = [n for n, p in enumerate(profiles[:_PLACES]) if words in p.roles]
    return Choice(found[0], f"called {words}", True) if len(found) == 1 else None


def choose_by_group(noun: Noun, active: Mapping[int, Referent], profiles: Sequence[Profile]) -> Choice | None:
    """Whom "the lawmaker" means when the text has called somebody by a word of the same group ("Senator")."""
    groups = noun.groups - _VAGUE_GROUPS
    scored = []
    for key, referent in active.items():
        if key < 0 or not referent.person or not groups & profiles[key].groups:
            continue
        if noun.gender is None or referent.gender in (noun.gender, None):
            scored.append((referent.weight, key, "called by a like word"))
    return best(scored, _CLEAR_THING)


def choose_varied(
    noun: Noun, active: Mapping[int, Referent], profiles: Sequence[Profile], told: int, former: bool = False
) -> Choice | None:
    """Whom "the businessman" means when nobody has been called so: the one person of the sentence before.

    News varies its words for one person; what is already said of that person must not speak against the new word,
    unless it is an age or what somebody has been before (`former`). `told`: how many sentences the writer has told.
    """
    scored = []
    aged = noun.word.endswith(YEAR_OLD)
    for key, referent in active.items():
        if key < 0 or not referent.person or referent.spoken or told - referent.subject_told > 1:
            continue
        if noun.gender not in (None, referent.gender):
            continue
        if aged and any(known.endswith(YEAR_OLD) for known in profiles[key].nouns):
            continue  # somebody of another age
        known = profiles[key].groups
        if former or aged or not known - {"title", "kin", "person"} or known & noun.groups:
            scored.append((referent.weight, key, "the person spoken of"))
    return best(scored, 0.5)


def choose_thing(noun: Noun, active: Mapping[int, Referent], profiles: Sequence[Profile]) -> Choice | None:
    """What "the company" or "the country" means by the kind of thing alone: only when one stands out."""
    scored = [
        (referent.weight, key, "the one of its kind in mind")
        for key, referent in active.items()
        if key >= 0 and not referent.person and _fits(noun, profiles[key])
    ]
    choice = best(scored, _CLEAR_THING)
    return choice if choice is not None and active[choice.key].weight >= _IN_MIND else None


def choose_called_thing(
    noun: Noun, active: Mapping[int, Referent], profiles: Sequence[Profile], last_called: int | None
) -> Choice | None:
    """What "the city" means when the text has called something so, unless another of the kind is far more in mind."""
    choice = choose_known(noun.word, active, profiles, last_called)
    if choice is None:
        return None
    held = active[choice.key].weight if choice.key in active else 0.0
    others = [
        referent.weight
        for key, referent in active.items()
        if key >= 0 and not referent.person and noun.word not in profiles[key].nouns and _fits(noun, profiles[key])
    ]
    return None if max(others, default=0.0) > _OVERSHADOWS * max(held, LEAST) else choice


def choose_main(
    noun: Noun, named: Mapping[int, Referent], of_kind: Mapping[str, Sequence[int]], profiles: Sequence[Profile]
) -> Choice | None:
    """What "the country" means in a text that speaks of one far more than of all others of the kind."""
    if noun.word in _ANY_BODY - {"company"}:
        return None  # "the group": one that has no name may be meant as well
    keys = {key for kind in noun.groups for key in of_kind.get(kind, ()) if _fits(noun, profiles[key])}
    counted = sorted(((named[key].mentions, key) for key in keys), reverse=True)
    if not counted or counted[0][0] < _MAIN_LEAST:
        return None
    if len(counted) > 1 and counted[1][0] * _MAIN_SHARE > counted[0][0]:
        return None
    return Choice(counted[0][1], "the one of its kind that the text is about", False)


def choose_only(noun: Noun, of_kind: Mapping[str, Sequence[int]], profiles: Sequence[Profile]) -> Choice | None:
    """What "the country" means that is the only one named so far, however long ago."""
    for kind in sorted(noun.groups & _ALONE):
        keys = of_kind.get(kind, ())
        if len(keys) == 1 and _fits(noun, profiles[keys[0]]):
            return Choice(keys[0], "the only one of its kind", False)
    return None


def choose_own_country(named: Mapping[int, Referent], profiles: Sequence[Profile]) -> Choice | None:
    """What "this country" and "our country" mean: the one country that the text has named so far."""
    found = [n for n, p in enumerate(profiles[:_PLACES]) if p.country is not None and named[n].order >= 0]
    return Choice(found[0], "the only country named", False) if len(found) == 1 else None


def is_narrow(noun: Noun) -> bool:
    """Whether a thing that was called so once is meant again by the bare noun, whatever else has come between."""
    return bool(noun.groups & _ALONE - {"country", "city"})


def kinds_of(profile: Profile) -> frozenset[str]:
    """Of what kinds a thing is, as far as `choose_only` and `choose_main` ask for them."""
    kinds = profile.groups & _ALONE
    if profile.label is Label.ORG and profile.groups <= _BODIES:
        kinds |= _ANY_BODY
    if profile.country is not None:
        kinds |= {"country"}
    elif profile.label is Label.GPE and profile.may_be_town:
        kinds |= {"city"}
    elif profile.is_region:
        kinds |= {"state"}
    return frozenset(kinds)


def choose_capital(
    active: Mapping[int, Referent], named: Mapping[int, Referent], profiles: Sequence[Profile]
) -> Choice | None:
    """What "the capital" means: the capital in mind, else the one that the text has named, else that of the country."""
    found = [key for key, r in active.items() if key >= 0 and profiles[key].capital_of and r.weight >= LEAST]
    if len(found) == 1:
        return Choice(found[0], "the capital in mind", False)
    found = [n for n, p in enumerate(profiles[:_PLACES]) if p.capital_of is not None and named[n].order >= 0]
    if len(found) > 1:
        countries = [(r.weight, key, "") for key, r in active.items() if key >= 0 and profiles[key].country is not None]
        country = best(countries, _CLEAR_THING)
        of = profiles[country.key].country if country is not None else None
        found = [n for n in found if profiles[n].capital_of == of]
    return Choice(found[0], "the capital", False) if len(found) == 1 else None


def _fits(noun: Noun, profile: Profile) -> bool:
    """Whether a thing may be called so by its kind."""
    if profile.kinds and not profile.kinds & noun.labels:
        return False  # "the group" is no Patient Notice Act
    if "building" in noun.groups:
        return bool(profile.groups & _BUILDINGS)
    if profile.label.value not in noun.labels:
        return bool(noun.groups & profile.groups)
    if profile.label is Label.GPE:
        if "country" in noun.groups and noun.word != "state":
            return profile.country is not None
        if "state" in noun.groups:
            return profile.is_region and noun.word in _REGIONS
        return "city" in noun.groups and profile.may_be_town
    if noun.groups & profile.groups:
        return True
    if profile.label is Label.LOC and noun.word in ("region", "area"):
        return not profile.groups
    if noun.groups & _ANY_BODY or noun.word in _AGENCIES:
        return not profile.groups or profile.groups <= _BODIES
    return False
