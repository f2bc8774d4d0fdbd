"""What "it" and "its" mean, when that is a named thing: mostly the subject before."""

from __future__ import annotations

from reader.analysis.coreference.anaphors import Choice
from reader.analysis.coreference.beside import described_name
from reader.analysis.coreference.markables import NEUTER, Markable, Place
from reader.analysis.coreference.mind import MEMORY, Mind
from reader.analysis.coreference.surroundings import (
    awaited_subject,
    clause_subject,
    is_empty_it,
    same_clause,
)
from reader.analysis.coreference.voices import NARRATOR
from reader.analysis.model import Label, MentionKind
from reader.language import lexicon

_LOOK_BACK = 14
"""Markables that are looked over for what "it" may mean."""
_OWNERS = frozenset({Label.ORG, Label.GPE})
"""Labels of what has things of its own: a storm that tears away lines tears away another's."""
_CLAUSE = 30
"""Tokens that a clause is taken to have at most."""


def thing_meant(mind: Mind, n: int, pronoun: Markable, sentence: int) -> Choice | None:
    """What "it" and "its" mean: the subject before, when that is a named thing, or the only thing there is."""
    if pronoun.word == "it" and is_empty_it(mind.around, pronoun):
        return None
    subject = clause_subject(mind.around, n)
    joined = joined_before(mind, n, pronoun)
    if joined is not None and not mind.referents[joined].person:
        return Choice(joined, "named right before", True)
    awaited = None if subject is not None else awaited_subject(mind.around, n, person=False)
    if awaited is not None and mind.around.profiles[awaited].label in _OWNERS:
        return Choice(awaited, "subject of the clause that follows", False)
    if pronoun.place in (Place.OBJECT, Place.OBLIQUE):
        return _only_thing(mind, n, pronoun, subject)
    if pronoun.past - 1 in mind.around.said and mind.last_speaker is not None:
        key, where = mind.last_speaker
        if sentence - where <= MEMORY and not mind.referents[key].person:
            return Choice(key, "speaks on", True)
    if pronoun.place is Place.POSSESSIVE and (relative := _before_which(mind, n)) is not None:
        return Choice(relative, "subject of its clause", True)
    if subject is not None:
        subject_key = mind.meaning.get(subject)
        if subject_key is None and pronoun.place is Place.POSSESSIVE:
            subject_key = _owner_of(mind, subject)
        if subject_key is None:
            return None
        if not mind.referents[subject_key].person:
            return Choice(subject_key, "subject of its clause", True)
    if mind.speech[pronoun.first] != NARRATOR:
        said, where, speaker = mind.spoken_thing
        same = speaker is not None and speaker == mind.speaker_of(mind.speech[pronoun.first])
        near = same and sentence - where <= 1
        return Choice(said, "subject before", True) if said is not None and near else None
    main = mind.main_thing if subject is None and pronoun.place is Place.POSSESSIVE else mind.thing_subject
    if main[0] is not None and 0 <= sentence - main[1] <= 1:
        return Choice(main[0], "subject of the sentence before", True)
    return None


def _owner_of(mind: Mind, subject: int) -> int | None:
    """Whose the subject is: of "the city's name reflects its history" the city."""
    phrase = mind.around.markables[subject]
    for k in range(subject - 1, max(-1, subject - 4), -1):
        other = mind.around.markables[k]
        if phrase.opening == "'s" and other.past == phrase.first:
            return mind.meaning.get(k)
        if phrase.opening == "its" and other.first == phrase.first:
            return mind.meaning.get(k)
    return None


def _before_which(mind: Mind, n: int) -> int | None:
    """What the clause that the pronoun stands in tells of: of "Tarn Works, which sold its boats" the works."""
    around, pronoun = mind.around, mind.around.markables[n]
    tokens = around.prose.tokens
    for k in range(n - 1, max(-1, n - _LOOK_BACK), -1):
        other = around.markables[k]
        if other.sentence != pronoun.sentence or (
            other.place is Place.SUBJECT and other.past < pronoun.first - _CLAUSE
        ):
            return None
        past = other.past + (tokens[other.past].text == ",")
        if tokens[past].lower == "which":
            key = mind.meaning.get(k)
            owner = key is not None and key >= 0 and around.profiles[key].label in _OWNERS
            return key if owner else None
        if other.place is Place.SUBJECT:
            return None
    return None


def joined_before(mind: Mind, n: int, pronoun: Markable) -> int | None:
    """In "Norway and its allies", "Roe and her brother": who or what stands before "and"."""
    if pronoun.place is not Place.POSSESSIVE or n == 0:
        return None
    before = mind.around.markables[n - 1]
    beside = before.past == pronoun.first - 1 and mind.around.prose.tokens[before.past].lower == "and"
    return mind.meaning.get(n - 1) if beside and before.sentence == pronoun.sentence else None


def _only_thing(mind: Mind, n: int, it: Markable, subject: int | None) -> Choice | None:
    """What "it" means that is no subject: the one thing that the sentence and the one before it speak of."""
    around = mind.around
    found: set[int] = set()
    for k in range(n - 1, max(-1, n - _LOOK_BACK), -1):
        other = around.markables[k]
        if other.sentence < it.sentence - 1 or (found and other.sentence < it.sentence):
            break
        if k == subject and same_clause(around, other, it):
            continue
        key = mind.meaning.get(k)
        if key is not None:
            place = other.kind is MentionKind.NAME and other.place is Place.OBLIQUE
            label = around.profiles[key].label if key >= 0 else Label.PERSON
            if label not in (Label.PERSON, Label.NORP) and not (place and label in (Label.GPE, Label.LOC)):
                found.add(key)
        elif other.word in NEUTER or (other.kind is MentionKind.NOMINAL and _may_be_it(mind, other)):
            return None
    return Choice(found.pop(), "the only thing before it", False) if len(found) == 1 else None


def _may_be_it(mind: Mind, phrase: Markable) -> bool:
    noun = phrase.noun
    if noun is not None and (noun.person or noun.plural):
        return False
    if (
        phrase.word == "time"
        or phrase.word in lexicon.words("time_nouns")
        or (phrase.word.endswith("s") and noun is None)
    ):
        return False
    return described_name(mind.around, phrase) is None
