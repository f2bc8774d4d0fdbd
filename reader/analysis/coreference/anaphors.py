"""Whom "he" and "she" mean, given who is in mind: what forbids and what favours each candidate.

Every choice may end in None: a wrong tie is worse than an open one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.analysis.coreference.discourse import Referent
from reader.analysis.coreference.markables import Markable, Place
from reader.analysis.coreference.voices import NARRATOR

MALE = frozenset({"he", "him", "his", "himself"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
LEAST = 0.12
"""Weight below which nobody is in mind any more."""
_LEAST_PERSON = 0.06
"""The same for "he" and "she", which reach further back."""
CLEAR = 0.93
"""A second candidate that has more than this share of the first one's score makes the choice unclear."""
_UNKNOWN_GENDER = 0.7
_NAMELESS = 0.7
_PROMINENCE = 0.6
"""The power of how often a text names somebody that counts towards "he": most are about the one they are about."""
_SAME_VOICE = 2.0
"""Who was mentioned in the same quotation weighs more there."""
_REPORTER_OPENS = 4.0
"""What speaks for Roe in "Roe said he …": most reports that begin so are about who reports."""
OWN_NAME = 0.25
OWN_NAME_REPORTED = 0.45
"""What is left for one who is named in the very words that "he" is the source of, in marks or in a clause:
few speak of themselves by name."""


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
    opens_report: bool = False
    """Whether it is the subject that the reported clause begins with: "Roe said he …"."""
    last_speaker: int | None = None
    """When it is itself a source: who spoke last, nearby, if the story has not gone on to another."""
    speaks_on: bool = False
    """Whether it is the source of words that go on: "he added", "she continued"."""
    told_of: bool = False
    """Whether it is a source in a paragraph whose sentence before is the writer's own."""
    opens: bool = False
    """Whether it is the first word of its sentence."""
    joined: int | None = None
    """Who stands right before it and "and": "Roe and her brother"."""
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
    if setting.speaks_on and (speaker := setting.last_speaker) is not None and speaker not in setting.forbidden:
        referent = active.get(speaker)
        if referent is not None and referent.person and referent.gender in (gender, None):
            return Choice(speaker, "speaks on", True)
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
        score *= (1 + referent.named) ** _PROMINENCE
        if key < 0:
            score *= _NAMELESS
        score *= setting.named_in_words.get(key, 1.0)
        scored.append((score, key, reason))
    return best(scored, CLEAR, _LEAST_PERSON)


def _with_awaited(
    active: dict[int, Referent], profiles: dict[int, Referent], setting: Setting
) -> Iterator[tuple[int, Referent]]:
    yield from active.items()
    if setting.awaited is not None and setting.awaited not in active:
        yield setting.awaited, profiles[setting.awaited]


def _favours(pronoun: Markable, key: int, referent: Referent, setting: Setting) -> Iterator[tuple[float, str]]:
    if pronoun.place is Place.SUBJECT and setting.sentence - referent.subject_of <= 1:
        yield 0.15, "subject of the sentence before"
    if setting.told_of and setting.sentence - referent.subject_of == 1:
        yield 0.6, "subject of the sentence before"
    if pronoun.place is Place.POSSESSIVE and setting.opens and setting.sentence - referent.subject_of == 1:
        yield 0.3, "subject of the sentence before"
    if key == setting.joined:
        yield 1.0, "named right before"
    if key == setting.awaited:
        yield 0.9, "subject of the clause that follows"
    if key == setting.reporter:
        yield _REPORTER_OPENS if setting.opens_report else 0.5, "source of the words around it"
    if key == setting.last_speaker:
        yield 0.5, "speaks on"
    if key == setting.clause_subject:
        if pronoun.word in REFLEXIVE:
            yield 2.0, "subject of its clause"
        elif pronoun.place is Place.POSSESSIVE:
            yield 0.6, "subject of its clause"
        elif pronoun.place is Place.SUBJECT:
            yield 0.3, "subject of the clause before"


def best(scored: list[tuple[float, int, str]], clear: float, least: float = LEAST) -> Choice | None:
    """The highest score, unless it is too low or another comes too near."""
    if not scored:
        return None
    scored.sort(reverse=True)
    score, key, reason = scored[0]
    second = scored[1][0] if len(scored) > 1 else 0.0
    if score < least or second > clear * score:
        return None
    return Choice(key, reason, second < 0.5 * score)
