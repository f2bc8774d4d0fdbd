"""What "they" and "their" mean, when that is named: an organisation, a people or a party, a family ("the Roes").

"They" may always be somebody without a name. What is named is only taken when it is the subject before, and no people
in the plural stand nearer.
"""

from __future__ import annotations

from reader.analysis.coreference.anaphors import Choice
from reader.analysis.coreference.markables import PLURAL, Markable, Place
from reader.analysis.coreference.mind import Mind
from reader.analysis.coreference.surroundings import (
    Surroundings,
    clause_subject,
    is_restricted,
    people_between,
    plural_between,
)
from reader.analysis.coreference.voices import NARRATOR
from reader.analysis.model import Label, MentionKind

_FAMILY_NOUNS = frozenset({"parents", "couple", "pair", "family"})
"""By which a text may call a family again of which it has named two together."""
_QUANTIFIERS = frozenset(
    {"many", "some", "several", "few", "most", "other", "young", "two", "three", "four", "five", "of"}
)
"""Words before "Swedes" that leave it some of them."""
_JOINED_REACH = 25
"""Tokens between two of a family that are named together: "Tom Roe, 41, and his wife, Ana Roe"."""


def group_meant(mind: Mind, n: int, pronoun: Markable, sentence: int) -> Choice | None:
    """Which named body, people or family a pronoun in the plural means."""
    around = mind.around
    if pronoun.past - 1 in around.said and mind.last_speaker is not None:
        speaker, where = mind.last_speaker
        body = speaker >= 0 and (around.profiles[speaker].label is Label.ORG or _is_group(mind, speaker))
        near = sentence - where <= 1
        if body and near and not plural_between(around, around.prose.sentences[where].first, pronoun.first):
            return Choice(speaker, "speaks on", False)
    if pronoun.place in (Place.OBJECT, Place.OBLIQUE):
        return None
    subject = clause_subject(around, n)
    key = None if subject is None else mind.meaning.get(subject)
    if subject is not None and key is not None and key >= 0:
        before = around.markables[subject]
        if _is_body(around, before, key) and not plural_between(around, before.past, pronoun.first):
            return Choice(key, "subject of its clause", True)
        group = is_people(around, before) or (_is_group(mind, key) and before.word in PLURAL | _FAMILY_NOUNS)
        if group and not people_between(around, before.past, pronoun.first):
            return Choice(key, "subject of its clause", True)
    return _group_before(mind, pronoun, sentence) or _body_before(mind, pronoun, subject, sentence)


def _body_before(mind: Mind, pronoun: Markable, subject: int | None, sentence: int) -> Choice | None:
    """The organisation that was the subject of the sentence before, of which "they" goes on to tell."""
    key, where = mind.main_thing
    opens = pronoun.first - mind.around.prose.sentences[pronoun.sentence].first < 2 and subject is None
    opens = opens and pronoun.place is Place.SUBJECT and mind.speech[pronoun.first] == NARRATOR
    if not opens or key is None or key < 0 or sentence - where != 1 or mind.plural_subject[1] >= where:
        return None
    if mind.around.profiles[key].label is not Label.ORG:
        return None
    first = mind.around.prose.sentences[where].first
    return (
        None
        if plural_between(mind.around, first, pronoun.first)
        else Choice(key, "subject of the sentence before", False)
    )


def _is_body(around: Surroundings, subject: Markable, key: int) -> bool:
    joined = around.prose.tokens[max(0, subject.first - 1)].lower in ("and", "or")
    return around.profiles[key].label is Label.ORG and not joined


def _group_before(mind: Mind, pronoun: Markable, sentence: int) -> Choice | None:
    """The people or family that was the last subject in the plural, in this sentence or the one before."""
    key, where, past = mind.plural_subject
    if key is None or mind.speech[pronoun.first] != NARRATOR or not 0 <= sentence - where <= 1:
        return None
    return None if people_between(mind.around, past, pronoun.first) else Choice(key, "the last in the plural", False)


def note_plural(mind: Mind, n: int, markable: Markable, key: int | None, sentence: int) -> None:
    """Take note of subjects in the plural, and of two of a family that are named together."""
    around = mind.around
    if mind.speech[markable.first] != NARRATOR:
        return
    family = _joined_family(mind, n, markable)
    if family is not None:
        mind.together.add(family)
        mind.plural_subject = (family, sentence, markable.past)
        return
    if markable.place is not Place.SUBJECT:
        return
    noun = markable.noun
    plural = is_people(around, markable) or markable.word in PLURAL or (noun is not None and noun.plural)
    if plural or (key is not None and key >= 0 and around.profiles[key].family):
        group = key if key is not None and key >= 0 and _is_group(mind, key) else None
        mind.plural_subject = (group, sentence, markable.past)


def family_meant(mind: Mind, phrase: Markable) -> Choice | None:
    """Whom "the parents", "the couple" and "the family" mean where the text names one family, two of it together."""
    if phrase.word not in _FAMILY_NOUNS or phrase.opening not in ("the", "his", "her", "their"):
        return None
    if phrase.past - phrase.first > 2 or len(mind.together) != 1 or is_restricted(mind.around, phrase):
        return None
    (family,) = mind.together
    return Choice(family, "the family that is named", False)


def is_people(around: Surroundings, markable: Markable) -> bool:
    """Whether a name stands for a people, a faith or a party in the plural: "Swedes", "the Greens", "the Dutch"."""
    if markable.kind is not MentionKind.NAME:
        return False
    profile, tokens = around.profiles[markable.entity], around.prose.tokens
    if profile.family:
        return True
    if profile.label is not Label.NORP:
        return False
    if markable.first > 0 and tokens[markable.first - 1].lower in _QUANTIFIERS:
        return False
    last = tokens[markable.past - 1].lower
    opened = markable.first > 0 and tokens[markable.first - 1].lower == "the"
    return markable.place is not Place.OTHER and (opened or (last.endswith("s") and not last.endswith("ss")))


def _is_group(mind: Mind, key: int) -> bool:
    profile = mind.around.profiles[key]
    return profile.label is Label.NORP or bool(profile.family)


def _joined_family(mind: Mind, n: int, second: Markable) -> int | None:
    """The family of two who are named together: of "Tom Roe and his wife, Ana Roe" the Roes."""
    if second.kind is not MentionKind.NAME or second.entity not in mind.around.family_of:
        return None
    around = mind.around
    for k in range(n - 1, max(-1, n - 5), -1):
        first = around.markables[k]
        if first.sentence != second.sentence or second.first - first.past > _JOINED_REACH:
            return None
        if first.kind is MentionKind.NAME and first.entity != second.entity:
            family = around.family_of[second.entity]
            between = around.prose.tokens[first.past : second.first]
            joined = around.family_of.get(first.entity) == family and any(t.lower == "and" for t in between)
            return family if joined else None
    return None
