"""Where a reported clause ends, by index of token."""

from __future__ import annotations

from collections.abc import Mapping

from reader.analysis.quotes.clauses import DASHES, has_verb
from reader.analysis.quotes.cues import Cue, CueForm
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.said import past_adjuncts, said_after
from reader.analysis.quotes.scene import Scene
from reader.analysis.quotes.subjects import SUBORDINATES
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import Form, known_forms

_REACH = 60  # tokens
_TURNS = frozenset({"while", "though", "although", "whereas", "compared"})
_OCCASION = frozenset({"in", "on", "during", "at"})
_NEAR = 8  # tokens
_LONGEST_SUBJECT = 12  # tokens
_NOT_IN_SUBJECT = FINITE_TAGS | {Tag.MARK, Tag.SUBORDINATOR, Tag.RELATIVE}
_PARENTHESES = {"(": 1, "[": 1, ")": -1, "]": -1}


def report_end(scene: Scene, cue: Cue, first: int) -> int:
    """Where the clause that `cue` reports ends, when it begins at `first`."""
    passage, unit = scene.passage, scene.unit
    opener = unit.first + (passage.lowers[unit.first] in ("and", "but", "or"))
    relative = subordinate = False
    if cue.form in (CueForm.GERUND, CueForm.PASSIVE) and cue.first <= unit.first + 1:
        subordinate = True  # "Asked whether …, she left"
    elif cue.form is not CueForm.GERUND:
        if opener < cue.group < opener + _REACH and passage.lowers[opener] in SUBORDINATES:
            subordinate = "," not in passage.lowers[opener : cue.group]
        elif cue.group - 2 > unit.first and passage.tags[cue.group - 1] is Tag.RELATIVE:
            before = cue.group - (4 if passage.lowers[cue.group - 2] == "of" else 2)  # "many of whom said"
            relative = passage.lowers[before] == "," or passage.lowers[before] in DASHES
            if passage.lowers[before] in DASHES:
                closing = next((k for k in range(first, unit.past) if passage.lowers[k] in DASHES), unit.past)
                return min(closing, _clause_end(scene, first, subordinate, relative, cue.form))
    return _clause_end(scene, first, subordinate, relative, cue.form)


def _clause_end(scene: Scene, first: int, subordinate: bool, relative: bool, form: CueForm) -> int:
    """Where a clause ends that is reported by a word of saying in this form.

    `subordinate`: the words of saying stand in a clause that another clause follows ("When he said …, she left").
    `relative`: they stand in one that the verb of another follows ("Tolle, who said …, left").
    """
    passage, starts, past = scene.passage, scene.starts, scene.unit.past
    lowers = passage.lowers
    infinitive = lowers[first] == "to"
    k, depth = first, 0
    while k < past:
        if passage.inside[k] >= 0:
            k = passage.stretches[passage.inside[k]].past
            if _tells_where(passage, k, past):
                return k
            if (
                k < past
                and lowers[k - 2] == ","
                and (subordinate or _ends_at_comma(passage, k - 1, past, starts, form))
            ):
                return k
            continue
        text = lowers[k]
        depth = max(0, depth + _PARENTHESES.get(text, 0))
        if not depth and k > first:
            if text == ";":
                return k
            if text == "," or text in DASHES:
                if subordinate and text == ",":
                    return k
                if relative and _verb_at(passage, k + 1, past):
                    return k
                if k > first + 1 and _ends_at_comma(passage, k, past, starts, form):
                    return k
            elif text in ("and", "but", "or") and (
                _second_report(passage, k, past, starts, form) or (infinitive and _past_tense_at(passage, k + 1, past))
            ):
                return k
        if k > first + 2 and k in starts and starts[k].form is CueForm.ACCORDING:
            return k
        k += 1
    while (
        past > first
        and not passage.tokens[past - 1].is_word
        and passage.inside[past - 1] < 0
        and (lowers[past - 1] not in (")", "]", "%"))
    ):
        past -= 1
    return past


def _verb_at(passage: Passage, k: int, past: int) -> bool:
    while k < past and passage.tags[k] is Tag.ADVERB:
        k += 1
    return k < past and passage.tags[k] in FINITE_TAGS


def _past_tense_at(passage: Passage, k: int, past: int) -> bool:
    """Whether a verb in the past begins at `k`: what goes on there is what somebody did, not what she vowed to do."""
    while k < past and passage.tags[k] is Tag.ADVERB:
        k += 1
    if k >= past or passage.inside[k] >= 0 or passage.tags[k] not in (Tag.FINITE, Tag.AUXILIARY, Tag.PARTICIPLE):
        return False
    forms = known_forms().get(passage.lowers[k])
    return Form.PAST in forms if forms is not None else passage.lowers[k].endswith("ed")


def _tells_where(passage: Passage, k: int, past: int) -> bool:
    """Whether no more than the occasion of the words follows: "“…” in an interview with Radio Lorn"."""
    if k >= past or passage.lowers[k] not in _OCCASION or has_verb(passage, k, past):
        return False
    until = next((m for m in range(k, past) if passage.tags[m] is Tag.MARK), past)
    return any(passage.lowers[m] in lexicon.words("reporting_nouns") for m in range(k, min(until, k + _NEAR)))


def _second_report(passage: Passage, k: int, past: int, starts: Mapping[int, Cue], form: CueForm) -> bool:
    """Whether "and" or "but" leads to a word of saying with the same subject: "and added that".

    After a participle it is another one: "saying that …, but warning that".
    """
    m = k + 1
    while m < past and m not in starts and passage.tags[m] is Tag.ADVERB:
        m += 1
    cue = starts.get(m)
    if cue is not None and cue.form is CueForm.GERUND and form is CueForm.GERUND:
        return True
    if cue is None or cue.form is not CueForm.FINITE or passage.tags[cue.group] is Tag.MODAL:
        return False  # "but would not tell" is part of what was said
    if m == cue.first and passage.tags[m] is Tag.FINITE and "n" not in cue.verb.frames:
        return True
    return said_after(passage, cue, past_adjuncts(passage, cue.past, past), past) is not None


def _ends_at_comma(passage: Passage, k: int, past: int, starts: Mapping[int, Cue], form: CueForm) -> bool:
    lowers, tags = passage.lowers, passage.tags
    m = k + 1
    if m >= past:
        return True
    if lowers[m] == "according":
        return True
    if lowers[m] in _TURNS:
        return True
    if lowers[m] == "however":
        return m + 1 < past and tags[m + 1] in (Tag.MARK, Tag.DETERMINER, Tag.PRONOUN)
    if lowers[m] in ("and", "but", "while", "though", "although", "as"):
        joined = lowers[m]
        m += 1
        if m >= past:
            return True
        if joined in ("and", "but") and _second_report(passage, k + 1, past, starts, form):
            return True
    else:
        joined = ""
    while m < past and m not in starts and tags[m] is Tag.ADVERB:
        m += 1
    cue = starts.get(m)
    if cue is not None and cue.form is CueForm.GERUND:
        return True
    return bool(joined) and _speaker_follows(passage, m, past, starts)


def _speaker_follows(passage: Passage, m: int, past: int, starts: Mapping[int, Cue]) -> bool:
    """Whether a subject with a word of saying begins at `m`: "…, but two in three said"."""
    for k in range(m, min(past, m + _LONGEST_SUBJECT)):
        cue = starts.get(k)
        if cue is not None:
            return k > m and cue.form is CueForm.FINITE
        if passage.inside[k] >= 0 or passage.tags[k] in _NOT_IN_SUBJECT:
            return False
    return False
