"""Noun phrases that say who or what somebody is, right where the name stands: in apposition, or after "is".

"The envoy Ana Roe", "her husband, Tom Roe", "Roe, a lawyer", "Jon Hale, Tarn Works founder", "she was the mayor".
"""

from __future__ import annotations

from functools import cache

from reader.analysis.coreference.asides import skip_asides
from reader.analysis.coreference.markables import PERSONAL, Markable, Place
from reader.analysis.coreference.names_at import NameAt
from reader.analysis.coreference.profiles import Profile
from reader.analysis.coreference.surroundings import Surroundings, clause_subject
from reader.analysis.model import Label, MentionKind
from reader.language import lexicon
from reader.language.prose import Sentence
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import verbs_in

_NAMED_KINDS = frozenset({"company", "group", "party", "media", "band"})
_OWN_KINDS = frozenset({Label.PERSON, Label.GPE, Label.NORP, Label.EVENT, Label.LAW})
"""Labels of what a body may belong to: "the Norway party" is not Norway."""
_MARKS = frozenset({",", "(", "—", "–"})
_NO_PREDICATES = frozenset({"thing", "time", "way", "case", "reason", "problem", "question", "result", "point", "one",
                            "matter", "fact", "idea", "lot", "bit", "success", "failure", "mistake"})  # fmt: skip
"""Nouns that say how something is, and not what it is."""
_BE = frozenset({"is", "am", "was", "are", "were", "be", "been", "'s", "'m", "became", "become", "becomes", "becoming",
                 "remains", "remained"})  # fmt: skip
_AS = frozenset({"served", "serves", "serving", "worked", "works", "working", "acted", "acts", "acting"})
"""Verbs whose subject is what stands after "as"."""
_MADE = frozenset({"named", "made", "appointed", "elected", "declared", "proclaimed", "crowned"})
"""Participles after "was" that make somebody what follows."""
_OPENS_UNKNOWN = frozenset({"a", "an", "one", "the"})
"""What opens an apposition whose noun no word list knows: "Roe, a restaurateur"."""
_OWNED = frozenset({"his", "her", "their"})
"""What opens one of several: "Roe, her mother and her sister"."""
_OWNERS = frozenset({"his", "her", "their", "its", "'s"})
_NO_ROLE = frozenset({"such", "well", "much", "far", "long", "soon", "same", "just", "many", "known"})
"""Words before "as" that make no role of what follows."""
_VERB_GROUP = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB, Tag.TIME})
_SUBJECTS = frozenset({Place.SUBJECT, Place.OTHER})
_LOOK_BACK = 8
"""Markables among which a subject is looked for."""


def described_name(around: Surroundings, phrase: Markable) -> int | None:
    """Whose name stands beside a phrase that says who or what that is: the entity."""
    if phrase.place is Place.POSSESSIVE:
        return None  # "Roe, the council's lawyer": the council is itself
    after = _name_after(around, phrase)
    return _name_before(around, phrase) if after is None else after


def described_twice(around: Surroundings, n: int) -> int | None:
    """Whose name stands behind another description: of "his wife, the writer Ana Roe" Roe for "his wife" as well."""
    phrase, tokens = around.markables[n], around.prose.tokens
    if n + 1 >= len(around.markables) or phrase.place is Place.POSSESSIVE or tokens[phrase.past - 1].is_capitalised:
        return None
    other = around.markables[n + 1]
    beside = other.sentence == phrase.sentence and other.first == phrase.past + 1 and tokens[phrase.past].text == ","
    if not beside or other.kind is not MentionKind.NOMINAL or other.noun is None or not other.noun.person:
        return None
    name = around.names.covering(other.past)
    return name.entity if name is not None and described_name(around, other) == name.entity else None


def _name_after(around: Surroundings, phrase: Markable) -> int | None:
    tokens, sentence = around.prose.tokens, around.prose.sentences[phrase.sentence]
    i = phrase.past
    marked = i < sentence.past and tokens[i].text in (",", ":", "—", "–", "(")
    if marked:
        i += 1
    owned = phrase.opening in _OWNERS and phrase.noun is not None and not phrase.noun.person  # "its ally the Vell Club"
    article = (marked or owned) and i < sentence.past and tokens[i].lower == "the"
    name = _name_at(around, sentence, i + article)
    if name is None:
        return None
    behind = tokens[name.past].text if name.past < sentence.past else ""
    if (
        marked
        and name.past < sentence.past
        and around.tags[name.past] in FINITE_TAGS
        and not _opens(around, phrase, name)
    ):
        return None  # "speaking with her mother, Roe said": the comma ends a clause
    if marked and tokens[phrase.past].text == "(" and behind != ")":
        return None
    label, noun = around.profiles[name.entity].label, phrase.noun
    if label is Label.PERSON:
        return name.entity if noun is None or noun.person else None
    told = marked or owned or around.prose.tokens[i].text != "the"
    return name.entity if told and noun is not None and label.value in noun.labels else None


def _opens(around: Surroundings, phrase: Markable, name: NameAt) -> bool:
    """Whether a phrase opens its clause, and a full name ends it though no comma does: "Norway's envoy, Ana Roe said".

    In "The mayor, Roe said, was late" a comma closes what is put in between.
    """
    tokens, sentence = around.prose.tokens, around.prose.sentences[phrase.sentence]
    owner = around.names.covering(phrase.first - 1) if phrase.opening == "'s" else None
    if owner is None or phrase.noun is None or not phrase.noun.person or name.past - name.first < 2:
        return False
    if around.profiles[name.entity].label is not Label.PERSON:
        return False
    if owner.first != sentence.first and tokens[owner.first - 1].text != ",":
        return False
    after = [token.text for token in tokens[name.past + 1 : min(name.past + 3, sentence.past)]]
    return after[:1] != [","] or after[1:] in (["“"], ['"'], ["‘"])


def _name_before(around: Surroundings, phrase: Markable) -> int | None:
    tokens, sentence = around.prose.tokens, around.prose.sentences[phrase.sentence]
    i = phrase.first - 1
    if i <= sentence.first or (name := around.names.covering(i - 1)) is None or tokens[i].text not in _MARKS:
        return None
    past = phrase.past
    apposed = past >= sentence.past or not tokens[past].is_word or around.tags[past] not in FINITE_TAGS
    capital = tokens[phrase.past - 1].is_capitalised
    told = tokens[i].text != "(" or not capital  # "Roe (The Last Keeper)" is a title
    if phrase.noun is None:
        told = phrase.opening in _OPENS_UNKNOWN and not capital
    listed = past < sentence.past and tokens[past].lower == "and" and phrase.opening in _OWNED
    return name.entity if apposed and told and not listed and may_be(phrase, around.profiles[name.entity]) else None


def may_be(phrase: Markable, profile: Profile, predicate: bool = False) -> bool:
    """Whether a phrase can say what somebody or something is; of people any noun can, of a thing behind "is".

    In apposition a noun that is not known may be said of all that was told: "… in Orrel, a move that …".
    """
    noun = phrase.noun
    if noun is None:
        told = phrase.word not in lexicon.words("time_nouns") and phrase.word not in _NO_PREDICATES
        return told and (predicate or profile.label is Label.PERSON)
    if noun.plural:
        return False
    return profile.label is Label.PERSON if noun.person else profile.label.value in noun.labels


def predicate_subject(around: Surroundings, n: int) -> int | None:
    """The markable of which a phrase says what it is: "Roe was a lawyer", "Roe, who served as the mayor"."""
    markables, tokens, tags = around.markables, around.prose.tokens, around.tags
    phrase = markables[n]
    floor = around.prose.sentences[phrase.sentence].first
    i = phrase.first - 1
    if i >= floor and tokens[i].lower == "as" and (i == floor or tokens[i - 1].lower not in _NO_ROLE):
        if phrase.noun is not None and phrase.noun.person:
            return _person_before(around, n) if i > floor else _person_after(around, n)
        i -= 1
        if tokens[i].lower not in _AS and not (tags[i] is Tag.PARTICIPLE and tokens[i - 1].lower in _BE):
            return None  # no "served as", no "was known as"
    else:
        while i > floor and (tags[i] is Tag.ADVERB or tokens[i].lower == "both"):
            i -= 1
        if tokens[i].lower in _MADE:
            i -= 1  # "was named the mayor"
        if i <= floor or tokens[i].lower not in _BE:
            return None
    while i > floor and tags[i - 1] in _VERB_GROUP:
        i -= 1  # "has since been"
    relative = tags[i - 1] is Tag.RELATIVE and i > floor + 1
    if relative:
        i -= 2 if tokens[i - 2].text == "," else 1
    elif tags[i - 1] is Tag.COORDINATOR or tokens[i].lower == "becoming":
        subject = clause_subject(around, n)
        return subject if subject is not None and markables[subject].past < i else None
    for k in range(n - 1, max(-1, n - _LOOK_BACK), -1):
        other = markables[k]
        if other.sentence != phrase.sentence or around.voices.speech[other.first] != around.voices.speech[phrase.first]:
            return None
        if other.past == i or (other.place is Place.SUBJECT and _is_aside(around, other.past, i)):
            return k if relative or other.place in _SUBJECTS else None
    return None


def _person_before(around: Surroundings, n: int) -> int | None:
    """The person of whom "as a lawyer" tells: the last before it in its sentence, but only the object of "regards"."""
    phrase = around.markables[n]
    floor = _behind_view(around, phrase)
    for k in range(n - 1, max(-1, n - _LOOK_BACK), -1):
        other = around.markables[k]
        if other.sentence != phrase.sentence or around.voices.speech[other.first] != around.voices.speech[phrase.first]:
            return None
        if other.first < floor:
            return None  # "Roe regards the board as a partner"
        if other.word in PERSONAL or (
            other.kind is MentionKind.NAME and around.profiles[other.entity].label is Label.PERSON
        ):
            return k
    return None


def _behind_view(around: Surroundings, phrase: Markable) -> int:
    """Where the object begins of the verb that says as what it is seen; 0 where none does."""
    as_ = phrase.first - 1
    floor = around.prose.sentences[phrase.sentence].first
    for i in range(as_ - 1, floor - 1, -1):
        if around.prose.tokens[i].lower in _verbs_of_view():
            return i + 1 if i < as_ - 1 else 0  # "was seen as"
        if around.tags[i] in FINITE_TAGS or (i == as_ - 1 and around.tags[i] is Tag.PARTICIPLE):
            return 0
    return 0


@cache
def _verbs_of_view() -> frozenset[str]:
    return frozenset(word for verb in verbs_in("verbs_of_view") for word in verb.values())


def _person_after(around: Surroundings, n: int) -> int | None:
    """The person of whom "As a lawyer, Roe …" tells: the subject behind the comma, when that is named."""
    phrase = around.markables[n]
    for k in range(n + 1, min(n + _LOOK_BACK, len(around.markables))):
        other = around.markables[k]
        if other.sentence != phrase.sentence or around.prose.tokens[other.first - 1].text == ",":
            named = other.sentence == phrase.sentence and other.kind is MentionKind.NAME
            return k if named and other.place is Place.SUBJECT else None
    return None


def _is_aside(around: Surroundings, first: int, past: int) -> bool:
    """Whether all that stands between is put between commas, brackets or dashes."""
    return past - first > 1 and first < skip_asides(around.prose.tokens, first, past) == past


def named_inside(around: Surroundings, phrase: Markable) -> int | None:
    """Which body a phrase names by itself and then calls by its kind: "the Tarn Works company", "the M5S party"."""
    name = around.names.covering(phrase.first + 1)
    if phrase.opening != "the" or phrase.noun is None or name is None or name.past > phrase.past - 1:
        return None
    label = around.profiles[name.entity].label
    own = phrase.noun.groups & _NAMED_KINDS and label not in _OWN_KINDS
    if not own or any(around.names.covering(i) is not None for i in range(name.past, phrase.past)):
        return None
    return name.entity if around.tags[name.past] is not Tag.POSSESSIVE else None


def _name_at(around: Surroundings, sentence: Sentence, i: int) -> NameAt | None:
    name = around.names.covering(i) if i < sentence.past else None
    return name if name is not None and name.first == i else None
