"""Whom or what a noun phrase means where it stands: a name beside it, a tie told before, one in mind, or nobody."""

from __future__ import annotations

from reader.analysis.coreference.anaphors import Choice
from reader.analysis.coreference.discourse import Referent
from reader.analysis.coreference.kinships import only_kin
from reader.analysis.coreference.markables import Markable, Place
from reader.analysis.coreference.mind import Mind
from reader.analysis.coreference.phrases import (
    choose_by_group,
    choose_capital,
    choose_known,
    choose_only,
    choose_own_country,
    choose_thing,
    choose_varied,
    is_narrow,
)
from reader.analysis.coreference.profiles import FORMER
from reader.analysis.coreference.surroundings import described_name, is_plain, is_restricted, named_inside
from reader.analysis.entities.roles import BESIDE

_DEFINITE = frozenset({"the", "this", "that"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "my"})
_SPEAKERS = frozenset({"this", "our", "my"})
"""What opens a noun phrase that points at where the speaker is."""
_LESSER_CAPITALS = frozenset({"state", "provincial", "regional", "county", "former", "old", "working"})


def phrase_meant(mind: Mind, n: int, markable: Markable, sentence: int) -> int | None:
    noun = markable.noun
    if noun is not None and noun.plural:
        return None
    possessor = _possessor(mind, n, markable)
    described = described_name(mind.around, markable)
    named = mind.around.named_after.get(markable.past - 1)
    beside = named if described is None else described
    if beside is not None:
        if noun is not None and possessor is not None:
            mind.kinships.learn(possessor, noun, beside)
        if described is not None and _tells_who(mind, markable):
            mind.take(markable, Choice(described, BESIDE, True))
        return named
    choice: Choice | None = None
    inside = named_inside(mind.around, markable)
    if inside is not None:
        choice = Choice(inside, "named in the words themselves", True)
    elif markable.opening in _SPEAKERS and noun is not None and "country" in noun.groups:
        choice = choose_own_country(mind.referents, mind.around.profiles)
    elif noun is not None and (possessor is not None or markable.opening in _POSSESSIVE):
        holder = None if possessor is None else mind.kinships.whom(possessor, noun, mind.referents)
        if holder is None and noun.person:
            holder = only_kin(noun, possessor, mind.around.profiles)
        choice = None if holder is None else Choice(holder, f"named as the {noun.word}", True)
    elif markable.opening in _DEFINITE and not is_restricted(mind.around, markable):
        choice = _definite(mind, markable, sentence)
    if choice is not None:
        if noun is not None and possessor is None and (noun.person or is_narrow(noun) or choice.clear):
            mind.around.profiles[choice.key].nouns.add(noun.word)
        return mind.take(markable, choice)
    if noun is not None:
        return _nobody_named(mind, markable) if noun.person else None
    capital = mind.around.prose.tokens[markable.first].is_capitalised
    return _nobody_named(mind, markable) if capital and markable.opening == "" else None


def _tells_who(mind: Mind, phrase: Markable) -> bool:
    """Whether a description beside a name stands for it, and does not merely say what it is: "was a lawyer"."""
    before = mind.around.prose.tokens[phrase.first - 1].lower if phrase.first else ""
    if phrase.noun is None and mind.around.names.covering(phrase.first - 2) is None:
        return False  # "After the match, Roe said"
    return before not in ("is", "was", "as") or phrase.opening in _DEFINITE or phrase.opening in _POSSESSIVE


def _possessor(mind: Mind, n: int, phrase: Markable) -> int | None:
    """Whose it is: "her brother", "Roe's brother"."""
    if phrase.opening == "my":
        return mind.speaker_of(mind.speech[phrase.first])
    if phrase.opening not in _POSSESSIVE and phrase.opening != "'s":
        return None
    for k in range(n - 1, max(-1, n - 4), -1):
        other = mind.around.markables[k]
        if other.first == phrase.first or (phrase.opening == "'s" and other.past == phrase.first):
            return mind.meaning.get(k)
    return None


def _definite(mind: Mind, markable: Markable, sentence: int) -> Choice | None:
    noun, active = markable.noun, mind.discourse.active
    word = noun.word if noun is not None else markable.word
    if noun is None and markable.opening != "the":
        return None  # "this year"
    inside = mind.around.prose.tokens[markable.first : markable.past]
    if any(t.lower in FORMER for t in inside):
        choice = choose_known(f"former {word}", active, mind.around.profiles, mind.last_called.get(f"former {word}"))
        if choice is not None:
            return choice
    choice = choose_known(word, active, mind.around.profiles, mind.last_called.get(word))
    if choice is not None or noun is None:
        return choice
    if any(r.word == word for r in active.values()):
        return None  # one without a name, met as "a man", is "the man" now
    if noun.person:
        choice = choose_by_group(noun, active, mind.around.profiles)
        if choice is None and markable.place is Place.SUBJECT:
            choice = choose_varied(noun, active, mind.around.profiles, sentence)
        return choice
    if not is_plain(mind.around, markable):
        return None
    if word == "capital":
        lesser = any(t.lower in _LESSER_CAPITALS for t in inside)
        return None if lesser else choose_capital(active, mind.referents, mind.around.profiles)
    return choose_thing(noun, active, mind.around.profiles) or choose_only(noun, mind.of_kind, mind.around.profiles)


def _nobody_named(mind: Mind, markable: Markable) -> int:
    """The key of a person without a name; "the man" takes up "a man" who is still in mind."""
    noun = markable.noun
    word = noun.word if noun is not None else markable.word
    if markable.opening in _DEFINITE or noun is None:
        for key, referent in mind.discourse.active.items():
            if referent.word == word:
                return key
    key = -2 - len(mind.out.nameless)
    words = " ".join(markable.span.of(mind.around.prose.text).split())
    mind.out.nameless[key] = words
    mind.referents[key] = Referent(key, noun.gender if noun is not None else None, True, word)
    return key
