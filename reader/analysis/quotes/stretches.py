"""Long subjects: the whole stretch before a verb is one phrase when every verb in it has a relative or a "to"."""

from __future__ import annotations

from reader.analysis.model import Label
from reader.analysis.quotes.noun_phrases import phrase_start
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.reduced import is_reduced
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import forms_of_speech

_REACH = 40  # tokens
_OPENS = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.NUMBER, Tag.PRONOUN, Tag.PARTICIPLE, Tag.GERUND})
_INSIDE = frozenset({Tag.BASE, Tag.PARTICIPLE, Tag.GERUND, Tag.TO, Tag.RELATIVE}) | FINITE_TAGS
_BOUNDS = frozenset({Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR})
_OF_TIMES = frozenset({"early", "late", "earlier", "later", "last", "this", "next"})
_ENDS = frozenset({Tag.OBJECT, Tag.PARTICIPLE, Tag.FINITE, Tag.BASE, Tag.NOUN})
_AFTER = frozenset({Tag.COORDINATOR}) | FINITE_TAGS


def subject_start(passage: Passage, j: int, floor: int) -> int | None:
    """Where the subject that ends at token `j` begins; None when there is none."""
    first = phrase_start(passage, j, floor)
    if first is None:
        ends = passage.tags[j] in _ENDS or passage.lowers[j] == "her"  # "the crews that had chosen her say"
        return _stretch_start(passage, j, floor, plain=True) if ends else None
    before = first - 1
    if before <= floor or passage.inside[before] >= 0 or passage.tags[before] in _BOUNDS:
        return first
    whole = _stretch_start(passage, j, floor, plain=passage.tags[before] in _INSIDE)  # "a push to block | the mayor"
    return first if whole is None else whole


def _stretch_start(passage: Passage, j: int, floor: int, *, plain: bool) -> int | None:
    """Where the phrase that ends at token `j` begins, verbs and all; None when one of its verbs is the sentence's own.

    "The clerks who spoke to discuss the plan", "Backers of a push to block the dam", "The crews that had chosen him".
    """
    tags, lowers = passage.tags, passage.lowers
    verbs = 0  # that no relative has taken up yet
    longer = plain  # whether a verb stands in it
    k, floor = j, max(floor, j - _REACH)
    while k >= floor and passage.inside[k] < 0 and tags[k] is not Tag.MARK:
        if tags[k] is Tag.RELATIVE or (lowers[k] == "that" and verbs and tags[k - 1] in (Tag.NOUN, Tag.PRONOUN)):
            if not verbs:
                return None
            verbs, longer = 0, True
        elif tags[k] is Tag.SUBORDINATOR:
            if not verbs:
                break
            verbs = 0
        elif tags[k] in FINITE_TAGS and tags[k - 1] not in _AFTER and not is_reduced(passage, k, floor):
            reports = lowers[k] in lexicon.words("verbs_with_clauses") or lowers[k] in forms_of_speech()
            if not verbs and reports and tags[k] is Tag.FINITE:
                break
            verbs += not (k + 1 == j and _describes(passage, k))
            longer = True
        longer = longer or tags[k] is Tag.BASE
        k -= 1
    k += 1
    while k < j and tags[k] in (Tag.COORDINATOR, Tag.ADVERB):
        k += 1
    return k if longer and not verbs and k < j and tags[k] in _OPENS and lowers[k] not in _OF_TIMES else None


def _describes(passage: Passage, k: int) -> bool:
    """Whether what looks like a verb is a participle before its noun: "nine in ten registered voters"."""
    noun = passage.tags[k + 1] is Tag.NOUN and passage.lowers[k + 1].endswith("s")
    name = passage.name_of[k - 1]
    if name >= 0 and passage.names[name].label is Label.PERSON:
        return False
    return noun and passage.lowers[k].endswith("ed") and passage.tags[k] is Tag.FINITE
