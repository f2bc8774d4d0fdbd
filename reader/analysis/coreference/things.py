"""What "it", "its", "they" and "their" mean, when that is a named thing: mostly the subject before."""

from __future__ import annotations

from reader.analysis.coreference.anaphors import Choice
from reader.analysis.coreference.beside import described_name
from reader.analysis.coreference.markables import NEUTER, Markable, Place
from reader.analysis.coreference.mind import MEMORY, Mind
from reader.analysis.coreference.surroundings import (
    clause_subject,
    is_empty_it,
    plural_between,
    same_clause,
)
from reader.analysis.coreference.voices import NARRATOR
from reader.analysis.model import Label, MentionKind
from reader.language import lexicon

_LOOK_BACK = 14
"""Markables that are looked over for what "it" may mean."""


def thing_meant(mind: Mind, n: int, pronoun: Markable, sentence: int) -> Choice | None:
    """What "it" and "its" mean: the subject before, when that is a named thing, or the only thing there is."""
    if pronoun.word == "it" and is_empty_it(mind.around, pronoun):
        return None
    subject = clause_subject(mind.around, n)
    if (joined := _joined(mind, n, pronoun)) is not None:
        return joined
    if pronoun.place in (Place.OBJECT, Place.OBLIQUE):
        return _only_thing(mind, n, pronoun, subject)
    if pronoun.past - 1 in mind.around.said and mind.last_speaker is not None:
        key, where = mind.last_speaker
        if sentence - where <= MEMORY and not mind.referents[key].person:
            return Choice(key, "speaks on", True)
    if subject is not None:
        subject_key = mind.meaning.get(subject)
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


def _joined(mind: Mind, n: int, pronoun: Markable) -> Choice | None:
    """In "Norway and its allies": the name before "and"."""
    if pronoun.place is not Place.POSSESSIVE or n == 0:
        return None
    key, before = mind.meaning.get(n - 1), mind.around.markables[n - 1]
    beside = before.past == pronoun.first - 1 and mind.around.prose.tokens[before.past].lower == "and"
    if key is None or not beside or before.sentence != pronoun.sentence or mind.referents[key].person:
        return None
    return Choice(key, "named right before", True)


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


def body_meant(mind: Mind, n: int, pronoun: Markable, sentence: int) -> Choice | None:
    """Which organisation "they" and "their" mean: the subject before, when nothing in the plural stands nearer."""
    around = mind.around
    if pronoun.past - 1 in around.said and mind.last_speaker is not None:
        speaker, where = mind.last_speaker
        body = speaker >= 0 and around.profiles[speaker].label is Label.ORG
        near = sentence - where <= 1
        if body and near and not plural_between(around, around.prose.sentences[where].first, pronoun.first):
            return Choice(speaker, "speaks on", False)
    subject = clause_subject(around, n)
    if pronoun.place in (Place.OBJECT, Place.OBLIQUE) or subject is None:
        return None
    key = mind.meaning.get(subject)
    if key is None or key < 0 or around.profiles[key].label is not Label.ORG:
        return None
    before = around.markables[subject]
    if around.prose.tokens[max(0, before.first - 1)].lower in ("and", "or"):
        return None
    if plural_between(around, before.past, pronoun.first):
        return None
    return Choice(key, "subject of its clause", True)
