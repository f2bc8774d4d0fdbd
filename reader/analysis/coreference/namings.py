"""Words that tell the name of what a noun phrase speaks of: "a group within the union called the Lantern Circle".

Here the name stands at some distance from the phrase that it is the name of, and whatever the name looks like, the
text itself says that the two are one.
"""

from __future__ import annotations

from reader.analysis.coreference.markables import Markable, Place
from reader.analysis.coreference.names_at import NameAt
from reader.analysis.coreference.surroundings import Surroundings
from reader.analysis.model import Label, MentionKind
from reader.language.prose import Sentence
from reader.language.tags import FINITE_TAGS, Tag

_CALLED = frozenset({"called", "named", "dubbed", "nicknamed", "labelled", "labeled", "branded", "christened"})
"""Participles that may be verbs as well: "the mayor called Roe"."""
_ENTITLED = frozenset({"titled", "entitled", "codenamed"})
_KNOWN = frozenset({"known", "styled", "billed"})
"""Participles that want "as" before the name."""
_BY_THE_NAME = (
    ("going", "by", "the", "name"),
    ("by", "the", "name"),
    ("under", "the", "name"),
    ("with", "the", "name"),
)
_WHICH_IS = (("which", "is"), ("which", "was"), ("that", "is"), ("that", "was"), ("who", "is"), ("who", "was"))
_FILLERS = frozenset(
    {"also", "now", "then", "better", "simply", "once", "locally", "popularly", "formerly", "officially"}
)
_INSIDE = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.PREPOSITION, Tag.TO})
"""What may stand between a phrase and the participle: "within the union", "in the old town"."""
_GOES_ON = frozenset({Tag.NOUN, Tag.POSSESSIVE, Tag.DETERMINER, Tag.TO})
_BODIES = frozenset({Label.ORG, Label.GPE, Label.LOC, Label.FAC})
_MARKS = frozenset({",", "(", "“", "‘", '"', "'", "``"})
_REACH = 8


def name_given(around: Surroundings, n: int) -> int | None:
    """The entity whose name the words behind a phrase give it; None when they give none."""
    phrase = around.markables[n]
    noun = phrase.noun
    if noun is not None and noun.plural:
        return None
    sentence, names = around.prose.sentences[phrase.sentence], around.names
    if names.covering(phrase.past) or (names.covering(phrase.past + 1) and _is_of(around, sentence, phrase.past)):
        return None  # it has a name already: "her brother Jon Roe", "the town of Orrel"
    i, near = phrase.past, min(sentence.past, phrase.past + _REACH)
    while i < near:
        begin = _naming_ends(around, sentence, i)
        if begin is not None:
            name = _name_at(around, sentence, begin)
            verb = begin == i + 1 and around.prose.tokens[i].lower in _CALLED
            if name is None or (verb and not _is_participle(around, sentence, phrase, name)):
                return None
            other = _is_plainly_other(around, phrase, name, i > phrase.past) or _is_named_outside(around, n, name)
            return None if other else name.entity
        if around.tags[i] not in _INSIDE:
            return None
        if names.covering(i) is None and around.tags[i] is Tag.NOUN and i > phrase.past + 2:
            near = min(near, i + 2)  # the noun nearest to the participle takes the name, when it is not a name itself
        i += 1
    return None


def _is_of(around: Surroundings, sentence: Sentence, i: int) -> bool:
    return i < sentence.past and around.prose.tokens[i].lower == "of"


def _is_participle(around: Surroundings, sentence: Sentence, phrase: Markable, name: NameAt) -> bool:
    """Whether "called" has no subject in the phrase: that is the object of another verb, or has a verb behind."""
    if name.past < sentence.past and around.tags[name.past] in FINITE_TAGS:
        return True
    return phrase.place in (Place.OBJECT, Place.OBLIQUE)


def _is_plainly_other(around: Surroundings, phrase: Markable, name: NameAt, apart: bool) -> bool:
    """Whether a body cannot be the person named, or the person not a body named for another noun.

    "A spokeswoman for the firm named Ana Roe", "a spokeswoman for the firm named Tarn Works".
    """
    noun, profile = phrase.noun, around.profiles[name.entity]
    if noun is None:
        return False
    if noun.person:
        return apart and profile.label in _BODIES
    return profile.label is Label.PERSON and profile.gender is not None


def _is_named_outside(around: Surroundings, n: int, name: NameAt) -> bool:
    """Whether the phrase only belongs to another that has the name: "a group within the union called …"."""
    before, phrase = around.markables[n - 1], around.markables[n]
    belongs = n > 0 and before.past == phrase.first - 1 and around.tags[before.past] is Tag.PREPOSITION
    return belongs and before.kind is MentionKind.NOMINAL and name_given(around, n - 1) == name.entity


def _naming_ends(around: Surroundings, sentence: Sentence, i: int) -> int | None:
    """The token behind words that announce a name, when they begin at `i`; None when they do not."""
    lowers = [token.lower for token in around.prose.tokens[i : min(i + _REACH, sentence.past)]]
    k = 1 if lowers and lowers[0] in (",", "(") else 0
    if tuple(lowers[k : k + 2]) in _WHICH_IS:
        k += 2
    while k < len(lowers) and lowers[k] in _FILLERS:
        k += 1
    for words in _BY_THE_NAME:
        if tuple(lowers[k : k + len(words)]) == words:
            k += len(words)
            return i + k + (lowers[k : k + 1] == ["of"])
    if k < len(lowers) and (lowers[k] in _CALLED or lowers[k] in _ENTITLED):
        return i + k + 1
    if k + 1 < len(lowers) and lowers[k] in _KNOWN and lowers[k + 1] == "as":
        return i + k + 2
    return None


def _name_at(around: Surroundings, sentence: Sentence, i: int) -> NameAt | None:
    """The name that begins there, behind "the" and quotation marks; it must be all that the words announce."""
    tokens = around.prose.tokens
    while i < sentence.past and (tokens[i].text in _MARKS or tokens[i].lower == "the"):
        name = around.names.covering(i)
        if name is not None and name.first == i:
            break
        i += 1
    name = around.names.covering(i) if i < sentence.past else None
    if name is None or name.first != i:
        return None
    goes_on = name.past < sentence.past and around.tags[name.past] in _GOES_ON
    return None if goes_on or around.prose.tokens[min(name.past, sentence.past - 1)].lower == "as" else name
