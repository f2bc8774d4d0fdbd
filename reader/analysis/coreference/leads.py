"""Whom the headline and the opening speak of without a name, when the text names one person of whom it says the same.

"Teacher jailed over fire", "A teacher was jailed on Monday": later there is "Ana Roe, a teacher", and no other.
"""

from __future__ import annotations

from reader.analysis.coreference.anaphors import Choice
from reader.analysis.coreference.markables import Markable
from reader.analysis.coreference.mind import Mind
from reader.analysis.coreference.profiles import FORMER, Profile
from reader.analysis.model import Label, MentionKind

_OPENING = 4
"""Sentences that count as the opening, headlines included."""
_PEOPLE = 400
"""Entities among which such a person is looked for."""
_OPENS = frozenset({"", "a", "an"})


def name_below(mind: Mind) -> None:
    """Tie those without a name in the headline and the opening, and their pronouns, to whom the text names below."""
    markables = mind.around.markables
    for n, markable in enumerate(markables):
        if markable.sentence >= _OPENING:
            return
        key = mind.meaning.get(n)
        if key is None or key >= -1 or markable.kind is not MentionKind.NOMINAL or markable.opening not in _OPENS:
            continue
        person = _named_below(mind, markable)
        if person is None:
            continue
        block = mind.around.prose.sentences[markable.sentence].block
        for k in range(n, len(markables)):
            other = markables[k]
            if mind.around.prose.sentences[other.sentence].block != block:
                break
            if mind.meaning.get(k) == key:
                mind.meaning[k] = mind.take(other, Choice(person, "named below", False))
                if mind.out.by_head.get(other.past - 1) == key:
                    mind.out.by_head[other.past - 1] = person


def _named_below(mind: Mind, phrase: Markable) -> int | None:
    """The only person of whom the text says what the phrase says, and whom it names after it."""
    noun = phrase.noun
    inside = mind.around.prose.tokens[phrase.first : phrase.past]
    if noun is None or not noun.person or any(token.lower in FORMER for token in inside):
        return None
    found = [n for n, p in enumerate(mind.around.profiles[:_PEOPLE]) if _is_said(noun.word, noun.gender, p)]
    if len(found) != 1 or any(name.entity == found[0] for name in mind.around.names.between(0, phrase.first)):
        return None
    return found[0]


def _is_said(word: str, gender: str | None, profile: Profile) -> bool:
    told = word in profile.nouns and f"former {word}" not in profile.nouns
    return profile.label is Label.PERSON and told and (gender is None or profile.gender in (gender, None))
