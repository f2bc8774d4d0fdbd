"""Whom a pronoun or a definite noun phrase means, given who is in mind: what forbids and what favours each candidate.

Every choice may end in None: a wrong tie is worse than an open one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.coreference.discourse import Referent
from reader.analysis.coreference.markables import Markable, Place
from reader.analysis.coreference.nouns import Noun
from reader.analysis.coreference.profiles import Profile
from reader.analysis.coreference.voices import NARRATOR
from reader.analysis.model import Label

MALE = frozenset({"he", "him", "his", "himself"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_LEAST = 0.12
"""Weight below which nobody is in mind any more."""
_CLEAR = 0.93
"""A second candidate that has more than this share of the first one's score makes the choice unclear."""
_CLEAR_THING = 0.8
_UNKNOWN_GENDER = 0.7
_NAMELESS = 0.7
_SAME_VOICE = 2.0
"""Who was mentioned in the same quotation weighs more there."""
OWN_NAME = 0.25
OWN_NAME_REPORTED = 0.45
"""What is left for one who is named in the very words that "he" is the source of, in marks or in a clause:
few speak of themselves by name."""
_VAGUE_GROUPS = frozenset({"person", "kin", "title", "worker", "group"})


_ANY_BODY = frozenset({"company", "group"})
_BODIES = _ANY_BODY | {"media"}
"""Nouns of which groups are said of any organisation, and the kinds of organisations they are said of."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What an anaphor means and why."""

    key: int
    reason: str
    clear: bool
    """Whether no other candidate came near."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a personal pronoun stands, as far as it matters for whom it means. Keys are those of the referents."""

    forbidden: frozenset[int] = frozenset()
    """Whom it cannot mean: the speaker of the words around it, the subject of its own clause for "him"."""
    clause_subject: int | None = None
    """The nearest subject before it in its sentence."""
    reporter: int | None = None
    """Who is the source of the reported clause that it stands in."""
    last_speaker: int | None = None
    """When it is itself a source: who spoke last, nearby."""
    awaited: int | None = None
    """The subject still to come in "While he …, Roe said"."""
    named_in_words: Mapping[int, float] = field(default_factory=dict)
    """When it is itself a source: what naming in the words that it is the source of leaves of a candidate's score."""
    sentence: int = 0
    voice: int = NARRATOR
    """In whose words it stands."""


def choose_person(
    pronoun: Markable, active: dict[int, Referent], profiles: dict[int, Referent], setting: Setting
) -> Choice | None:
    """Whom "he" or "she" means; `profiles` gives the referent of one who is only awaited."""
    gender = "m" if pronoun.word in MALE else "f"
    scored = []
    for key, referent in _with_awaited(active, profiles, setting):
        if not referent.person or referent.gender not in (gender, None) or key in setting.forbidden:
            continue
        score, reason = referent.weight, "named last"
        if setting.voice == NARRATOR:
            score *= 0.5 if referent.spoken else 1.0
        elif referent.voice == setting.voice:
            score *= _SAME_VOICE
        for bonus, why in _favours(pronoun, key, referent, setting):
            score += bonus
            reason = why
        if referent.gender is None:
            score *= _UNKNOWN_GENDER
        if key < 0:
            score *= _NAMELESS
        score *= setting.named_in_words.get(key, 1.0)
        scored.append((score, key, reason))
    return _best(scored, _CLEAR)


def _with_awaited(
    active: dict[int, Referent], profiles: dict[int, Referent], setting: Setting
) -> Iterator[tuple[int, Referent]]:
    yield from active.items()
    if setting.awaited is not None and setting.awaited not in active:
        yield setting.awaited, profiles[setting.awaited]


def _favours(pronoun: Markable, key: int, referent: Referent, setting: Setting) -> Iterator[tuple[float, str]]:
    if pronoun.place is Place.SUBJECT and setting.sentence - referent.subject_of <= 1:
        yield 0.15, "subject of the sentence before"
    if key == setting.awaited:
        yield 0.9, "subject of the clause that follows"
    if key == setting.reporter:
        yield 0.5, "source of the words around it"
    if key == setting.last_speaker:
        yield 0.5, "speaks on"
    if key == setting.clause_subject:
        if pronoun.word in REFLEXIVE:
            yield 2.0, "subject of its clause"
        elif pronoun.place is Place.POSSESSIVE:
            yield 0.6, "subject of its clause"
        elif pronoun.place is Place.SUBJECT:
            yield 0.3, "subject of the clause before"


def _best(scored: list[tuple[float, int, str]], clear: float) -> Choice | None:
    """The highest score, unless it is too low or another comes too near."""
    if not scored:
        return None
    scored.sort(reverse=True)
    score, key, reason = scored[0]
    second = scored[1][0] if len(scored) > 1 else 0.0
    if score < _LEAST or second > clear * score:
        return None
    return Choice(key, reason, second < 0.5 * score)


# --- noun phrases -------------------------------------------------------------------------------------------------
def choose_known(
    noun: str, active: dict[int, Referent], profiles: Sequence[Profile], last_called: int | None
) -> Choice | None:
    """Whom "the envoy" means when the text has called somebody so: the one in mind, else the last one mentioned."""
    reason = f"called {noun}"
    scored = [(r.weight + _LEAST, key, reason) for key, r in active.items() if key >= 0 and noun in profiles[key].nouns]
    if scored:
        return _best(scored, _CLEAR)
    return None if last_called is None else Choice(last_called, reason, False)


def choose_by_group(noun: Noun, active: dict[int, Referent], profiles: Sequence[Profile]) -> Choice | None:
    """Whom "the lawmaker" means when the text has called somebody by a word of the same group ("Senator")."""
    groups = noun.groups - _VAGUE_GROUPS
    scored = []
    for key, referent in active.items():
        if key < 0 or not referent.person or not groups & profiles[key].groups:
            continue
        if noun.gender is None or referent.gender in (noun.gender, None):
            scored.append((referent.weight, key, "called by a like word"))
    return _best(scored, _CLEAR_THING)


def choose_varied(noun: Noun, active: dict[int, Referent], profiles: Sequence[Profile], sentence: int) -> Choice | None:
    """Whom "the businessman" means when nobody has been called so: the person of the sentence before, if only one was.

    News varies its words for one person; what is already said of that person must not speak against the new word.
    """
    scored = []
    for key, referent in active.items():
        if key < 0 or not referent.person or referent.spoken or sentence - referent.subject_of > 1:
            continue
        if noun.gender not in (None, referent.gender):
            continue
        if not profiles[key].groups - {"title", "kin", "person"} or profiles[key].groups & noun.groups:
            scored.append((referent.weight, key, "the person spoken of"))
    return _best(scored, 0.5)


def choose_thing(noun: Noun, active: dict[int, Referent], profiles: Sequence[Profile]) -> Choice | None:
    """What "the company" or "the country" means by the kind of thing alone: only when one stands out."""
    scored = [
        (referent.weight, key, "the one of its kind in mind")
        for key, referent in active.items()
        if key >= 0 and not referent.person and _fits(noun, profiles[key])
    ]
    choice = _best(scored, _CLEAR_THING)
    return choice if choice is not None and active[choice.key].weight >= 0.2 else None


def _fits(noun: Noun, profile: Profile) -> bool:
    if profile.label.value not in noun.labels:
        return bool(noun.groups & profile.groups)
    if profile.label is Label.GPE:
        if "country" in noun.groups and noun.word != "state":
            return profile.country
        return "city" in noun.groups and not profile.country
    if noun.groups & profile.groups:
        return True
    if noun.groups & _ANY_BODY:
        return not profile.groups or profile.groups <= _BODIES
    return False
