"""Reports by a noun: "her claim that …", "a warning from the council that …", "made the argument that …"."""

from __future__ import annotations

from functools import cache

from reader.analysis.quotes import sources
from reader.analysis.quotes.adjuncts import past_time
from reader.analysis.quotes.clause_ends import report_end
from reader.analysis.quotes.clauses import has_verb
from reader.analysis.quotes.contents import quotation
from reader.analysis.quotes.cue import Cue
from reader.analysis.quotes.noun_phrases import phrase_start
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.scene import Part, Scene
from reader.analysis.quotes.source import Source
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import forms_of

_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_FROM = frozenset({"by", "from"})
_GIVES = frozenset({"make", "repeat", "issue", "offer", "raise", "send", "renew", "deliver", "give", "hear"})
"""Verbs with which a statement is made, so that "the claim that she made" has no clause but a relative."""
_IRREGULAR = {"make": "made made", "send": "sent sent", "give": "gave given", "hear": "heard heard"}
_REACH = 60  # tokens
_PHRASE = 8  # tokens
_FRONTS = frozenset({Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB, Tag.PARTICIPLE, Tag.GERUND})
_TAKES_VERB = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR})


def read_noun(scene: Scene, cue: Cue) -> tuple[list[Part] | None, Source | None]:
    """What a noun of saying reports, and whose words the text says they are."""
    passage, unit = scene.passage, scene.unit
    begin, source = _owner(scene, cue)
    that = cue.past
    if source is None and that < unit.past and passage.lowers[that] in _FROM:
        source = sources.after(passage, that + 1, unit.past)
        that = source.end if source is not None else unit.past
    that = past_time(passage, that, unit.past)
    stated = that + 1 < unit.past and passage.lowers[that] in ("is", "was")
    if stated:
        that += 1 + (passage.lowers[that + 1] == ":")
        if source is not None and that < unit.past and passage.inside[that] >= 0:
            past = passage.stretches[passage.inside[that]].past
            return [(that, min(past, unit.past))], source  # "his reply was “never”"
    if source is None:
        source = _giver(scene, begin)
    if source is None or that + 2 >= unit.past or passage.lowers[that] != "that" or passage.inside[that] >= 0:
        return None, source
    if passage.tags[that + 1] in FINITE_TAGS or _is_relative(scene, that):
        return None, source
    marked = None if stated else quotation(scene, that + 1)
    if marked is not None:
        return marked, source  # "his claim that “it sank,” which …"
    past = report_end(scene, cue, that)
    if not stated and not has_verb(passage, unit.first, begin):
        past = min(past, _end_in_subject(scene, begin, that))
    return ([(that, past)] if has_verb(passage, that, past) else None), source


def _owner(scene: Scene, cue: Cue) -> tuple[int, Source | None]:
    """Where the phrase of the noun begins, and who is said to own it: "the mayor’s repeated claim", "his claim"."""
    passage, unit = scene.passage, scene.unit
    k = cue.first
    while k > max(unit.first, cue.first - _PHRASE) and passage.inside[k - 1] < 0:
        tag, lower = passage.tags[k - 1], passage.lowers[k - 1]
        if lower in _OWNERS:
            return k - 1, Source(k - 1, k, k - 1, k)
        if tag is Tag.POSSESSIVE or (lower == "'" and tag is Tag.MARK):
            first = _possessor(passage, k - 2, unit.first)
            return (first, Source(first, k - 1, first, k - 1)) if first is not None else (k, None)
        if tag is Tag.DETERMINER:
            return k - 1, None
        if tag not in (Tag.NOUN, Tag.PARTICIPLE, Tag.ADVERB, Tag.NUMBER, Tag.GERUND):
            break
        k -= 1
    return k, None


def _possessor(passage: Passage, last: int, least: int) -> int | None:
    """Where the phrase that ends at `last` begins, without what it is attached to: "a check on | the mayor’s claim"."""
    first = phrase_start(passage, last, least)
    if first is None:
        return None
    for k in range(last, first - 1, -1):
        parts = passage.tags[k] in (Tag.PREPOSITION, Tag.TO) and passage.lowers[k] != "of"
        if passage.tags[k] in FINITE_TAGS or parts:
            return k + 1 if k < last else None
    return first


def _giver(scene: Scene, begin: int) -> Source | None:
    """Who makes the statement whose phrase begins at `begin`: "The council issued a warning that"."""
    passage, unit = scene.passage, scene.unit
    k = begin - 1
    if k <= unit.first or passage.inside[k] >= 0 or not gives(passage.lowers[k]):
        return None
    while k > unit.first and passage.tags[k - 1] in FINITE_TAGS | {Tag.ADVERB, Tag.NOT}:
        k -= 1
    return sources.before(passage, k, unit.first)


@cache
def gives(word: str) -> bool:
    """Whether a word is a form of a verb with which a statement is made."""
    return any(word in forms_of(lemma, _IRREGULAR.get(lemma, "")).values() for lemma in _GIVES)


def _is_relative(scene: Scene, that: int) -> bool:
    """Whether the clause lacks its object: "the promise that she made in May"."""
    passage, past = scene.passage, scene.unit.past
    for k in range(that + 1, min(past, that + _PHRASE)):
        if passage.inside[k] >= 0 or passage.tags[k] is Tag.MARK:
            return False
        if gives(passage.lowers[k]):
            return True
    return False


def _end_in_subject(scene: Scene, begin: int, that: int) -> int:
    """Where the clause ends when the phrase of its noun is a subject, or stands before the sentence's own clause.

    "Her claim that the dam is safe | was rejected"; "Despite her claim that the dam is safe |, the town was cleared".
    """
    passage, unit = scene.passage, scene.unit
    fronted = passage.tags[unit.first] in _FRONTS and begin > unit.first
    taken = 1
    for k in range(that + 1, min(unit.past, that + _REACH)):
        if passage.inside[k] >= 0:
            stretch = passage.stretches[passage.inside[k]]
            if k == stretch.first and has_verb(passage, k, stretch.past):
                taken = 0  # "his claim that “it sank” | was rejected"
            continue
        if fronted and passage.lowers[k] == ",":
            return k
        if passage.tags[k] in _TAKES_VERB:
            taken += 1
        elif passage.tags[k] in FINITE_TAGS and passage.tags[k - 1] not in FINITE_TAGS | {Tag.ADVERB, Tag.COORDINATOR}:
            if not taken:
                return k
            taken -= 1
    return unit.past
