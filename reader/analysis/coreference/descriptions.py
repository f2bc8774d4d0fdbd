"""Whom or what a noun phrase means where it stands: a name beside it, a tie told before, one in mind, or nobody."""

from __future__ import annotations

from reader.analysis.coreference.anaphors import Choice
from reader.analysis.coreference.beside import described_name, described_twice, may_be, named_inside, predicate_subject
from reader.analysis.coreference.discourse import Referent
from reader.analysis.coreference.groups import family_meant
from reader.analysis.coreference.kinships import only_kin
from reader.analysis.coreference.markables import Markable, Place
from reader.analysis.coreference.mind import Mind
from reader.analysis.coreference.namings import name_given
from reader.analysis.coreference.nouns import Noun
from reader.analysis.coreference.own_bodies import speakers_own, their_own
from reader.analysis.coreference.phrases import (
    choose_by_group,
    choose_by_role,
    choose_called_thing,
    choose_capital,
    choose_known,
    choose_main,
    choose_only,
    choose_own_country,
    choose_thing,
    choose_varied,
    is_narrow,
)
from reader.analysis.coreference.profiles import FORMER
from reader.analysis.coreference.surroundings import is_heading, is_plain, is_restricted
from reader.analysis.entities.roles import BESIDE
from reader.analysis.model import MentionKind
from reader.language import lexicon

_DEFINITE = frozenset({"the", "this", "that"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "my"})
_SPEAKERS = frozenset({"this", "our", "my"})
"""What opens a noun phrase that points at where the speaker is."""
_BELONGED_TO = frozenset({"country", "city", "party", "team"})
"""What people belong to, so that "her country" is the one that the text speaks of."""
_PAIR = frozenset({"former", "latter"})
_PAIR_BACK = 8
"""Markables among which the two are looked for that "the former" and "the latter" are one of."""
_LESSER_CAPITALS = frozenset({"state", "provincial", "regional", "county", "former", "old", "working"})


def phrase_meant(mind: Mind, n: int, markable: Markable, sentence: int) -> int | None:
    noun = markable.noun
    family = family_meant(mind, markable)
    if family is not None:
        return mind.take(markable, family)
    if noun is not None and noun.plural:
        return None
    subject = predicate_subject(mind.around, n)
    if subject is not None:
        return _predicate(mind, markable, subject)
    joined = _joined(mind, n, markable)
    if joined is not None:
        return joined
    possessor = _possessor(mind, n, markable)
    given = name_given(mind.around, n)
    if given is not None:
        return _named_so(mind, markable, given)
    described = described_name(mind.around, markable)
    if described is None and noun is not None and noun.person:
        described = described_twice(mind.around, n)
    named = mind.around.named_after.get(markable.past - 1)
    beside = named if described is None else described
    if beside is not None:
        if noun is not None and possessor is not None:
            mind.kinships.learn(possessor, noun, beside)
        if described is not None and _tells_who(mind, markable):
            return mind.take(markable, Choice(described, BESIDE, True)) if named is None else named
        return named
    if markable.opening == "" and markable.past - 1 not in mind.around.said:
        # a bare phrase only ever says what somebody named is, but in a headline
        return mind.new_in_headline(markable) if is_heading(mind.around, markable) else None
    choice = speakers_own(mind, markable)
    inside = None if choice is not None else named_inside(mind.around, markable)
    if choice is not None:
        pass
    elif inside is not None:
        choice = Choice(inside, "named in the words themselves", True)
    elif markable.opening in _SPEAKERS and noun is not None and "country" in noun.groups:
        choice = choose_own_country(mind.referents, mind.around.profiles)
        if choice is None:
            choice = choose_main(noun, mind.referents, mind.of_kind, mind.around.profiles)
    elif noun is not None and (possessor is not None or markable.opening in _POSSESSIVE):
        holder = None if possessor is None else mind.kinships.whom(possessor, noun, mind.referents)
        if holder is None and noun.person:
            holder = only_kin(noun, possessor, mind.around.profiles)
            if holder is not None and "spouse" in noun.groups and mind.kinships.is_of_another(holder, possessor):
                holder = None
        choice = None if holder is None else Choice(holder, f"named as the {noun.word}", True)
        if choice is None and possessor is not None and possessor >= 0 and not noun.person:
            choice = their_own(mind, possessor, markable)
        if choice is None and noun.groups & _BELONGED_TO and is_plain(mind.around, markable):
            choice = _by_kind(mind, noun)
    elif markable.opening == "the" and markable.word in _PAIR:
        choice = _of_two(mind, n, markable)
    elif markable.opening in _DEFINITE and not is_restricted(mind.around, markable):
        choice = _definite(mind, markable)
    elif markable.opening == "the" and noun is not None and noun.person:
        choice = choose_by_role(_with_place(mind, markable), mind.around.profiles)
    if choice is not None:
        if noun is not None and possessor is None and (noun.person or is_narrow(noun) or choice.clear):
            mind.around.profiles[choice.key].nouns.add(noun.word)
        return mind.take(markable, choice)
    if noun is not None:
        return _nobody_named(mind, markable) if noun.person else None
    capital = mind.around.prose.tokens[markable.first].is_capitalised
    return _nobody_named(mind, markable) if capital and markable.opening == "" else None


def _predicate(mind: Mind, phrase: Markable, subject: int) -> int | None:
    """What a phrase behind "is" means: the named subject, if such a phrase can be said of it."""
    key, said = mind.meaning.get(subject), mind.around.markables[subject]
    if said.kind is MentionKind.NAME:
        key = said.entity  # one that is still to come: "As a nurse, Roe …"
    elif said.word == "i":
        key = mind.speaker_of(mind.speech[said.first])
    if key is None or key < 0 or not may_be(phrase, mind.around.profiles[key], predicate=True):
        return None
    if any(t.lower in lexicon.words("time_nouns") for t in mind.around.prose.tokens[phrase.first : phrase.past]):
        return None  # "Roe was a minute late"
    noun = phrase.noun
    if noun is not None:
        mind.around.profiles[key].learn(noun)
    return mind.take(phrase, Choice(key, "said of the subject", True))


def _joined(mind: Mind, n: int, phrase: Markable) -> int | None:
    """What the second means of two that are said of one: "Roe is a lawyer and a writer", "Roe, a nurse and writer,"."""
    around = mind.around
    before = around.markables[n - 1] if n else None
    if before is None or before.past != phrase.first - 1 or phrase.place is Place.SUBJECT:
        return None
    if around.prose.tokens[before.past].lower != "and" or phrase.opening not in ("a", "an", "the", ""):
        return None
    if before.kind is not MentionKind.NOMINAL or before.noun is None or before.sentence != phrase.sentence:
        return None
    subject = predicate_subject(around, n - 1)
    if subject is not None:
        return _predicate(mind, phrase, subject)
    described = described_name(around, before)
    if (
        described is None
        or before.opening not in ("a", "an", "the", "")
        or not may_be(phrase, around.profiles[described])
    ):
        return None
    mind.take(phrase, Choice(described, BESIDE, True))
    return None


def _named_so(mind: Mind, phrase: Markable, entity: int) -> int:
    """What a phrase means behind which its name is told."""
    if phrase.noun is not None:
        mind.around.profiles[entity].learn(phrase.noun)
    return mind.take(phrase, Choice(entity, "its name is told there", True))


def _tells_who(mind: Mind, phrase: Markable) -> bool:
    """Whether a description beside a name stands for it: not so in "After the match, Roe said"."""
    return phrase.noun is not None or mind.around.names.covering(phrase.first - 2) is not None


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


def _with_place(mind: Mind, phrase: Markable) -> str:
    """The words of "the mayor of Lorn" without the article, in lower case; nothing when no name ends them."""
    names, tokens = mind.around.names, mind.around.prose.tokens
    i = phrase.past
    name = names.covering(i + 1) if i + 1 < len(tokens) and tokens[i].lower in ("of", "to", "for") else None
    if name is None or name.first != i + 1:
        return ""
    words = mind.around.prose.text[tokens[phrase.first + 1].start : name.span.end]
    return " ".join(words.split()).lower()


def _of_two(mind: Mind, n: int, phrase: Markable) -> Choice | None:
    """Which of "Roe and Hale" before it "the former" and "the latter" mean."""
    markables, tokens = mind.around.markables, mind.around.prose.tokens
    for k in range(n - 1, max(0, n - _PAIR_BACK), -1):
        second, first = markables[k], markables[k - 1]
        if second.sentence < phrase.sentence - 2:
            return None
        named = first.kind is second.kind is MentionKind.NAME and first.entity != second.entity
        if named and first.past == second.first - 1 and tokens[first.past].lower == "and":
            one = first if phrase.word == "former" else second
            return Choice(one.entity, f"the {phrase.word} of the two", True)
    return None


def _definite(mind: Mind, markable: Markable) -> Choice | None:
    noun, active = markable.noun, mind.discourse.active
    word = noun.word if noun is not None else markable.word
    if noun is None and markable.opening != "the":
        return None  # "this year"
    inside = mind.around.prose.tokens[markable.first : markable.past]
    former = any(t.lower in FORMER for t in inside)
    if former:
        choice = choose_known(f"former {word}", active, mind.around.profiles, mind.last_called.get(f"former {word}"))
        if choice is None and noun is not None and noun.person and markable.place is Place.SUBJECT:
            others = {k: r for k, r in active.items() if k < 0 or word not in mind.around.profiles[k].nouns}
            choice = choose_varied(noun, others, mind.around.profiles, mind.discourse.told, former)
        if choice is not None:
            return choice
    profiles, last_called = mind.around.profiles, mind.last_called.get(word)
    if noun is None or noun.person:
        choice = choose_known(word, active, profiles, last_called)
    else:
        choice = choose_called_thing(noun, active, profiles, last_called)
    if choice is not None or noun is None:
        return choice
    if any(r.word == word or (k >= 0 and word in profiles[k].nouns) for k, r in active.items()):
        return None  # two who are called so; or one without a name, met as "a man", is "the man" now
    if noun.person:
        choice = choose_by_group(noun, active, profiles)
        if choice is None and (markable.place is Place.SUBJECT or noun.gender is not None):
            choice = choose_varied(noun, active, profiles, mind.discourse.told)
        return choice
    if not is_plain(mind.around, markable):
        return None
    if word == "capital":
        lesser = any(t.lower in _LESSER_CAPITALS for t in inside)
        return None if lesser else choose_capital(active, mind.referents, profiles)
    return _by_kind(mind, noun)


def _by_kind(mind: Mind, noun: Noun) -> Choice | None:
    """The thing that a noun means by its kind alone: the one in mind, the only one, or what the text is about."""
    profiles = mind.around.profiles
    return (
        choose_thing(noun, mind.discourse.active, profiles)
        or choose_only(noun, mind.of_kind, profiles)
        or choose_main(noun, mind.referents, mind.of_kind, profiles)
    )


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
