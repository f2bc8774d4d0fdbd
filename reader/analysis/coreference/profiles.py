"""What the text tells of each entity beside its names: its gender, and the nouns it goes by.

The nouns come from titles ("Ambassador Roe"), appositions ("Roe, a glaciologist"), predicates ("Roe is the mayor") and
the roles that grouping found; the gender from those nouns, from "Mr" and "Ms", and from the first name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.coreference.ages import age_told
from reader.analysis.coreference.markables import Markable
from reader.analysis.coreference.nouns import Noun, noun_named, noun_of
from reader.analysis.entities.name_words import name_words
from reader.analysis.model import Entity, Label, MentionKind
from reader.language import lexicon
from reader.language.gazetteer import (
    capital_of,
    country_of,
    gender_of_first_name,
    is_city,
    is_large_city,
    is_surname,
    known_label,
)
from reader.language.prose import Prose
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.tokens import tokenize

_BE = frozenset({"is", "was", "became", "becomes", "remains", "remained"})
_REACH = 8
_TOWNS = name_words("towns that the lists of cities spell otherwise")
_INSIDE = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.PARTICIPLE, Tag.ADVERB})
"""What a description behind a name is made of up to its head."""
_NAME_LABELS_OF_WORDS = frozenset({Label.PERSON, Label.NORP})
"""Labels whose names are not made of common nouns: the "Hill" of a person is no hill."""


FORMER = frozenset({"former", "ex", "late", "then", "onetime", "deposed", "ousted"})
"""Words before a role that say who has it no more."""


@dataclass(slots=True)
class Profile:
    """What is known of one entity."""

    label: Label
    gender: str | None = None
    """ "m", "f", or None when nothing tells it."""
    certain: bool = False
    """Whether the gender comes from a title or a noun, and not from a first name alone."""
    nouns: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    roles: frozenset[str] = frozenset()
    """What the text says of a person at the name, in lower case: "mayor of lorn"."""
    kinds: frozenset[str] = frozenset()
    """Of a thing whose name ends in a known noun ("Patient Notice Act"): the labels which that noun goes with."""
    country: str | None = None
    """Of a country: its usual name."""
    capital_of: str | None = None
    """Of a capital: the usual name of its country."""
    speaks_for: int | None = None
    """The entity that is meant by "we" in its words: an organisation itself, or the one of its spokeswoman."""
    belongs: frozenset[int] = frozenset()
    """Of a person: the organisations that the text names them with, in a role or behind "of"."""
    is_region: bool = False
    """Whether it is a state, a province or the like, well known as such and no city."""
    family: bool = False
    """Whether it is a family that is named in the plural: "the Roes"."""
    may_be_town: bool = False
    """Whether it is a place that may be a town or a city: no country, no well-known region."""

    def learn(self, noun: Noun) -> None:
        """Take in a noun that is said of the entity."""
        if noun.plural or noun.person is not (self.label is Label.PERSON):
            return
        self.nouns.add(noun.word)
        self.groups |= noun.groups
        if noun.gender is not None and not self.certain:
            self.gender, self.certain = noun.gender, True


def profiles_of(
    prose: Prose, tags: Sequence[Tag], entities: Sequence[Entity], markables: Sequence[Markable]
) -> list[Profile]:
    """One profile an entity, in their order."""
    profiles = [_from_names(entity) for entity in entities]
    for markable in markables:
        if markable.kind is MentionKind.NAME:
            profile = profiles[markable.entity]
            _learn_before(prose, tags, markable, profile)
            _learn_after(prose, tags, markable, profile)
            sentence = prose.sentences[markable.sentence]
            age = age_told(prose.tokens, sentence, markable.first, markable.past)
            if age is not None and profile.label is Label.PERSON:
                profile.nouns.add(age)
    for entity, profile in zip(entities, profiles, strict=True):
        if profile.label is Label.PERSON and profile.gender is None:
            profile.gender = _gender_of_names(entity.name)
    return profiles


def _from_names(entity: Entity) -> Profile:
    """From the roles, and of an organisation or a thing from the common nouns in its name."""
    profile = Profile(entity.label, roles=frozenset(role.lower() for role in entity.roles))
    for role in entity.roles:
        words = tokenize(role)
        stop = next((i for i, w in enumerate(words) if i and w.lower in ("of", "to", "for", "in", "at", "on")), None)
        for i in range(len(words) if stop is None else stop):
            noun = noun_of(words, i)
            owner = i + 1 < len(words) and words[i + 1].lower in ("'s", "’s", "'", "’")
            if noun is not None and not owner:  # of "the keeper's widow" the widow
                profile.learn(noun)
                if any(w.lower in FORMER for w in words[:i]):
                    profile.nouns.add(f"former {noun.word}")
    if entity.label is Label.GPE:
        profile.country = country_of(entity.name)
        profile.capital_of = capital_of(entity.name)
        town = entity.name in _TOWNS
        known = known_label(entity.name) is not None and not is_large_city(entity.name)
        profile.is_region = known and not town and profile.country is None
        unlisted = known_label(entity.name) is None
        profile.may_be_town = profile.country is None and (unlisted or town or is_city(entity.name))
    if entity.label not in _NAME_LABELS_OF_WORDS:
        for word in _heads_of_name([w.lower for w in tokenize(entity.name) if w.is_word]):
            if word in lexicon.words("time_nouns") or country_of(word.capitalize()) or is_city(word.capitalize()):
                continue
            profile.nouns.add(word)
            noun = noun_named(word)
            if noun is None or noun.plural or noun.person:
                continue
            profile.kinds = noun.labels
            if entity.label.value in noun.labels:
                profile.groups |= noun.groups
    return profile


def _heads_of_name(lowers: list[str]) -> list[str]:
    """The words of a name that say what it is: the last, or the one before "of" or "for"."""
    if len(lowers) < 2:
        return []
    for i, word in enumerate(lowers):
        if word in ("of", "for") and i:
            return [lowers[i - 1]]
    return [lowers[-1]]


def _gender_of_names(name: str) -> str | None:
    """By the first name: where there is a surname after it, or where it is no surname itself."""
    words = [w for w in name.split() if w[:1].isupper() and not w.endswith(".")]
    if not words:
        return None
    return gender_of_first_name(words[0]) if len(words) > 1 or not is_surname(words[0]) else None


def _learn_before(prose: Prose, tags: Sequence[Tag], name: Markable, profile: Profile) -> None:
    """The title at the opening of the name, and the nouns right before it: "chief executive Ana Roe"."""
    tokens, first = prose.tokens, prose.sentences[name.sentence].first
    title = noun_named(tokens[name.first].lower.rstrip("."))
    if title is not None and title.person and name.past - name.first > 1:
        profile.learn(title)
    i = name.first - 1
    if i > first and tokens[i].text == "." and tokens[i - 1].end == tokens[i].start:
        i -= 1  # "Mr." as two tokens
    if i > first and tokens[i].lower == "the" and tokens[i - 1].text == "," and profile.label is not Label.PERSON:
        i -= 1  # "an electric ship, the Silver Eider"
    if i < first:
        return
    if tokens[i].text == "," and profile.label is Label.PERSON:
        _learn_left_apposition(prose, tags, name, profile)
        return
    if tokens[i].text == "," and i - 1 > first:
        noun = noun_of(tokens, i - 1)
        k = i - 1
        while k > first and tags[k] is Tag.NOUN and i - k < _REACH:
            k -= 1
        if noun is not None and tokens[k].lower in ("a", "an", "its", "his", "her", "their"):
            profile.learn(noun)
        return
    steps = 0
    while i >= first and tags[i] is Tag.NOUN and steps < _REACH:
        noun = noun_of(tokens, i)
        if noun is None and steps == 0:
            return
        if noun is not None:
            profile.learn(noun)
        i -= 1
        steps += 1


def _learn_left_apposition(prose: Prose, tags: Sequence[Tag], name: Markable, profile: Profile) -> None:
    """ "The union's secretary for the docks, Ana Roe, said": the noun heads what stands before the comma."""
    tokens, sentence = prose.tokens, prose.sentences[name.sentence]
    closes = name.past >= sentence.past or not tokens[name.past].is_word
    i = name.first - 2
    head: Noun | None = None
    while i >= sentence.first and name.first - i < 3 * _REACH:
        tag = tags[i]
        if tag is Tag.NOUN and not tokens[i].is_capitalised:
            noun = noun_of(tokens, i)
            if noun is not None and noun.person and not noun.plural:
                head = noun
        elif tag not in (Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.TO, Tag.NUMBER):
            break
        if tag in (Tag.DETERMINER, Tag.POSSESSIVE) and head is not None:
            break
        i -= 1
    if head is not None and closes:
        profile.learn(head)


def _learn_after(prose: Prose, tags: Sequence[Tag], name: Markable, profile: Profile) -> None:
    """ "Roe, a former mayor of Ardenne," and "Roe is the mayor": the last noun before a preposition or a mark."""
    tokens, sentence = prose.tokens, prose.sentences[name.sentence]
    i = name.past
    if i >= sentence.past:
        return
    if tokens[i].lower in _BE:
        i += 1
        if i >= sentence.past or tokens[i].lower not in ("a", "an", "the"):
            return
    elif tokens[i].text in (",", "(", "—", "–"):
        i += 1
        if i + 1 < sentence.past and tags[i] is Tag.NUMBER and tokens[i + 1].text == ",":
            i += 2  # an age
    else:
        return
    limit = min(i + _REACH, sentence.past)
    while i < limit and (tags[i] in _INSIDE or tokens[i].text == "-"):
        i += 1
    if i > name.past + 1 and tags[i - 1] is Tag.NOUN:
        noun = noun_of(tokens, i - 1)
        if noun is not None and (tokens[name.past].lower in _BE or _closes(prose, tags, i, sentence.past)):
            profile.learn(noun)


def _closes(prose: Prose, tags: Sequence[Tag], i: int, past: int) -> bool:
    """Whether an apposition comes to its end before a finite verb: "by Roe, a lawyer from Bergen was told" has none."""
    for k in range(i, min(i + 3 * _REACH, past)):
        if tags[k] in FINITE_TAGS:
            return False
        if tags[k] is Tag.RELATIVE or (tags[k] is Tag.MARK and prose.tokens[k].text != "-"):
            return True
    return True
