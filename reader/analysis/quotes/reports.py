"""Words of saying with what they report, one sentence at a time: by index of token."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.quotes.according import read_according
from reader.analysis.quotes.adjuncts import past_adjuncts
from reader.analysis.quotes.clause_ends import report_end
from reader.analysis.quotes.clauses import DASHES, closes_stretch, comma_after, has_verb
from reader.analysis.quotes.contents import (
    after_colon,
    contact_clause,
    is_naming,
    opened_by_cue,
    taken_out,
    words_after,
)
from reader.analysis.quotes.cue import Cue, CueForm
from reader.analysis.quotes.cues import find_cues
from reader.analysis.quotes.finite_subjects import subject_beside, whole
from reader.analysis.quotes.noun_cues import read_noun
from reader.analysis.quotes.passages import Passage, Unit
from reader.analysis.quotes.passives import read_passive
from reader.analysis.quotes.resumed import closing_attribution, lead_around, words_around
from reader.analysis.quotes.said import ASKS
from reader.analysis.quotes.scene import Part, Scene
from reader.analysis.quotes.source import Source
from reader.analysis.quotes.subjects import is_joined_at_once, joined_subject, subject_of_gerund, subject_of_infinitive
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_MOST_CUES = 24
"""More words of saying than any sentence has: what repeats one without end is no prose, and must not cost as much."""
_IMPERSONAL = frozenset(
    {"soon", "early", "fair", "safe", "hard", "easy", "difficult", "impossible", "enough", "possible"}
)
"""Whoever it is hard to tell for, the words are the writer's: "it is safe to say that"."""
_JOINTS = frozenset({Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.ADVERB})
_OBJECTS = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.OBJECT})
_Read = tuple[list[Part] | None, Source | None]


@dataclass(slots=True)
class Report:
    """What one cue reports."""

    parts: list[Part]
    cue: Part | None
    source: Part | None
    unit: Unit
    carried: bool = False
    direct: bool = False
    """Whether it is direct though no marks say so: a turn of a transcript, a block quotation."""
    antecedent: Part | None = None
    """What the source stands for when it is a relative."""


def reports_of(passage: Passage, unit: Unit) -> list[Report]:
    """The reports of a unit, in the order of their cues; none lies inside another."""
    cues = find_cues(passage, unit)
    if not cues or len(cues) > _MOST_CUES:
        return []
    scene = Scene(passage, unit, {cue.group: cue for cue in cues}, unit.first)
    closing = closing_attribution(scene, cues)
    if closing is not None:
        cues = [closing]
        scene = Scene(passage, unit, {closing.group: closing}, unit.first)
    found: list[Report] = []
    reported = bytearray(unit.past - unit.first)
    for cue in cues:
        if reported[cue.first - unit.first]:
            continue  # reported within a report
        parts, source = _read(scene, cue)
        if source is not None and cue.form not in (CueForm.ACCORDING, CueForm.NOUN):
            scene.subject = source
        parts = [part for part in _split_lists(passage, parts or []) if _says_something(passage, *part)]
        if not parts:
            continue
        if cue.verb.lemma == "hear":
            source = None  # the court heard it: who told it is not said
        given = (source.first, source.past) if source else None
        antecedent = source.antecedent if source else None
        found.append(Report(parts, (cue.first, cue.past), given, unit, antecedent=antecedent))
        for first, past in parts:
            reported[first - unit.first : past - unit.first] = b"\1" * (past - first)
        if source is None or source.antecedent is None or not closes_relative(passage, parts[-1][1], unit.past):
            scene.left = max(scene.left, parts[-1][1])
    return found


def closes_relative(passage: Passage, k: int, past: int) -> bool:
    """Whether a verb of saying takes up the subject before a relative: "a miner, who asked to leave, | said"."""
    return k + 1 < past and passage.lowers[k] == "," and passage.tags[k + 1] in FINITE_TAGS


def _split_lists(passage: Passage, parts: list[Part]) -> list[Part]:
    """Words that are nothing but quotations with "and" between them, one part each: "“Shut it” and “No more lies”"."""
    split: list[Part] = []
    for first, past in parts:
        bare = [k for k in range(first, past) if passage.inside[k] < 0]
        joints = all(passage.tags[k] in (Tag.COORDINATOR, Tag.MARK) for k in bare)
        if not bare or not joints or passage.inside[first] < 0 or passage.inside[past - 1] < 0:
            split.append((first, past))
            continue
        k = first
        while k < past:
            end = min(past, passage.stretches[passage.inside[k]].past)
            split.append((k, end))
            k = next((m for m in range(end, past) if passage.inside[m] >= 0), past)
    return split


def _says_something(passage: Passage, first: int, past: int) -> bool:
    """Whether words are more than a joint of the writer's: "Yet", "But then", "If"."""
    return any(
        passage.inside[k] >= 0 or (passage.tokens[k].is_word and passage.tags[k] not in _JOINTS)
        for k in range(first, past)
    )


def _read(scene: Scene, cue: Cue) -> _Read:
    if cue.form is CueForm.ACCORDING:
        return read_according(scene, cue) or (None, None)
    if cue.form is CueForm.NOUN:
        return read_noun(scene, cue)
    if cue.form is CueForm.FINITE:
        return _finite(scene, cue)
    if cue.form is CueForm.GERUND:
        source = subject_of_gerund(scene, cue)
        return (words_after(scene, cue) if source is not None else None), source
    if cue.form is CueForm.PASSIVE:
        return read_passive(scene, cue)
    return _infinitive(scene, cue)


# --- the forms ----------------------------------------------------------------------------------------------------


def _finite(scene: Scene, cue: Cue) -> _Read:
    passage, unit = scene.passage, scene.unit
    joined = joined_subject(scene, cue) if is_joined_at_once(scene, cue) else None
    if joined is not None:
        return words_after(scene, cue), joined  # "opened the gate, then said"
    source, inverted = subject_beside(scene, cue)
    if inverted is not None and cue.group <= unit.first + 1:
        return opened_by_cue(scene, inverted), inverted
    if inverted is not None:
        return words_around(scene, cue, cue.group, inverted.end), inverted
    if source is None:
        joined = joined_subject(scene, cue)
        return (words_after(scene, cue), joined) if joined is not None else (None, None)
    if passage.lowers[source.first : source.end] == ["time"]:
        return None, source  # "only time will tell whether"
    if cue.verb.lemma == "hear" and passage.lowers[source.end - 1] not in lexicon.words("courts"):
        return None, source
    if is_naming(passage, cue, source, unit.past):
        return None, source
    if passage.lowers[source.begin - 1] == "what" and source.begin > unit.first:
        told = after_colon(scene, cue)
        if told is not None:
            return told, source  # "What Tolle said next surprised the town: “No.”"
    taken = taken_out(scene, cue, source)
    if taken is not None:
        return taken, source
    right = words_after(scene, cue)
    if right is None:
        contact = contact_clause(scene, cue, source)
        if contact is not None:
            return contact
    before = cue.group - 1
    if passage.tags[before] is Tag.RELATIVE or passage.lowers[before] == "that":
        return right, source
    source = whole(scene, source)
    begin = source.begin
    if right is not None and not _followsquotation(scene, begin):
        return lead_around(scene, begin, right) or right, source
    if cue.verb.frames & set("qp") and begin > scene.left:
        mark = begin - 1
        if passage.inside[mark] >= 0 or passage.lowers[mark] == "," or passage.lowers[mark] in DASHES:
            return words_around(scene, cue, begin, cue.past) or right, source
        acts = cue.past < unit.past and passage.tags[cue.past] is Tag.TO and not cue.verb.frames & set("oO")
        if passage.lowers[mark] == "as" and not acts and mark > scene.left and passage.lowers[mark - 1] == ",":
            return words_around(scene, cue, mark, cue.past) or right, source
    if passage.lowers[begin - 1] == "as" and (
        (begin - 2 > unit.first and passage.tags[begin - 2] is Tag.COORDINATOR)
        or all(passage.tags[k] in (Tag.COORDINATOR, Tag.MARK) for k in range(unit.first, begin - 1))
    ):
        k = past_adjuncts(passage, cue.past, unit.past)
        acts = k < unit.past and passage.tags[k] in _OBJECTS and not cue.verb.frames & set("oO")
        comma = comma_after(passage, k, unit.past)
        if comma is not None and not acts:  # not: "As Tolle lamented the cold, Quill left"
            return [(comma + 1, report_end(scene, cue, comma + 1))], source
    return right, source


def _infinitive(scene: Scene, cue: Cue) -> _Read:
    passage = scene.passage
    source = scene.subject or subject_of_infinitive(scene, cue)
    if source is None or passage.lowers[cue.group - 1] in _IMPERSONAL:
        return None, None
    parts = words_after(scene, cue)
    if parts is not None and cue.verb.lemma not in ("say", "tell"):
        first = parts[0][0]
        clear = passage.lowers[first] == "that" or passage.lowers[first] in ASKS or passage.tags[first] is Tag.PRONOUN
        named = cue.verb.frames & set("cm") and any(passage.inside[k] >= 0 for a, b in parts for k in range(a, b))
        return (parts if clear or named or passage.inside[first] >= 0 else None), source
    return parts, source


# --- what stands before it ----------------------------------------------------------------------------------------


def _followsquotation(scene: Scene, begin: int) -> bool:
    """Whether an attribution that begins at `begin` stands right after a quotation, whose attribution it is then."""
    passage, mark = scene.passage, begin - 1
    if mark < scene.left or passage.inside[mark] < 0 or not closes_stretch(passage, mark):
        return False
    first = scene.left_start()
    stretch = passage.stretches[passage.inside[mark]]
    return first >= stretch.first or has_verb(passage, first, stretch.first)
