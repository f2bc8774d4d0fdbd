"""Where a reported clause ends, by index of token."""

from __future__ import annotations

from collections.abc import Mapping

from reader.analysis.quotes.clauses import DASHES, has_verb
from reader.analysis.quotes.cue import Cue, CueForm
from reader.analysis.quotes.next_reports import (
    quoted_anew,
    reports,
    second_report,
    speaker_follows,
    speaker_turns,
    taken_up,
    verb_at,
)
from reader.analysis.quotes.noun_phrases import follows_noun
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.scene import Scene
from reader.analysis.quotes.subjects import SUBORDINATES
from reader.analysis.quotes.titles import is_title
from reader.analysis.quotes.trailing import is_trailing
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import Form, known_forms

_REACH = 60  # tokens
_TURNS = frozenset({"while", "though", "although", "whereas"})
_SPEAKERS = frozenset({"he", "she", "they"})
_OCCASION = frozenset({"in", "on", "during", "at"})
_PREPOSITIONS_TOO = frozenset({"after", "before", "since"})
_NEAR = 8  # tokens
_BRACKETS = {")": "(", "]": "["}
_PARENTHESES = {"(": 1, "[": 1, ")": -1, "]": -1}


def report_end(scene: Scene, cue: Cue, first: int) -> int:
    """Where the clause that `cue` reports ends, when it begins at `first`."""
    passage, unit = scene.passage, scene.unit
    relative = subordinate = False
    if cue.form in (CueForm.GERUND, CueForm.PASSIVE) and (
        cue.first <= unit.first + 1 or (cue.form is CueForm.PASSIVE and passage.lowers[cue.group - 1] in SUBORDINATES)
    ):
        subordinate = True  # "Asked whether …, she left", "…, and when asked whether …, she left"
    elif cue.form is CueForm.PASSIVE and cue.group == cue.first and passage.lowers[cue.first - 1] == ",":
        relative = True  # "Tolle, told that …, left"
    elif cue.form is not CueForm.GERUND:
        if _in_fronted(passage, cue.group, unit.first):
            subordinate = True  # "Years after Tolle said …, she left"
        elif passage.lowers[cue.group - 1] in ("and", "but") and _in_relative(passage, cue.group - 1, unit.first):
            relative = True  # "Tolle, who came and said …, left"
        elif cue.group - 2 > unit.first and passage.tags[cue.group - 1] is Tag.RELATIVE:
            before = cue.group - (4 if passage.lowers[cue.group - 2] == "of" else 2)  # "many of whom said"
            relative = passage.lowers[before] == "," or passage.lowers[before] in DASHES
            if passage.lowers[before] in DASHES:
                closing = next((k for k in range(first, unit.past) if passage.lowers[k] in DASHES), unit.past)
                return min(closing, _clause_end(scene, first, subordinate, relative, cue))
    return _clause_end(scene, first, subordinate, relative, cue)


def _in_fronted(passage: Passage, group: int, floor: int) -> bool:
    """Whether another clause follows the one whose verb group is at `group`: "When the mayor, Ada Berg, said"."""
    lowers = passage.lowers
    opener = floor + (lowers[floor] in ("and", "but", "or"))
    if lowers[opener] in SUBORDINATES and opener < group < opener + _REACH and "," not in lowers[opener:group]:
        return True
    for k in range(group - 1, max(floor - 1, group - _REACH), -1):
        if passage.inside[k] >= 0 or passage.tags[k] in FINITE_TAGS:
            return False
        if lowers[k] in SUBORDINATES and lowers[k + 1] != "of":
            aside = lowers[k - 1] in DASHES or (lowers[k] in _PREPOSITIONS_TOO and "," in lowers[k:group])
            return not has_verb(passage, floor, k) and not aside
    return False


def _in_relative(passage: Passage, k: int, floor: int) -> bool:
    """Whether the last verb before token `k` is that of a relative after a comma."""
    m = _last_verb(passage, max(floor, k - _REACH), k)
    return m is not None and passage.lowers[m - 1] == "who" and passage.lowers[m - 2] == ","


def _clause_end(scene: Scene, first: int, subordinate: bool, relative: bool, by: Cue) -> int:
    """Where a clause ends that `by` reports.

    `subordinate`: the words of saying stand in a clause that another clause follows ("When he said …, she left").
    `relative`: they stand in one that the verb of another follows ("Tolle, who said …, left").
    """
    passage, starts, past = scene.passage, scene.starts, scene.unit.past
    lowers = passage.lowers
    infinitive = first < past and (lowers[first] == "to" or passage.tags[first] is Tag.GERUND)
    k, depth = first, 0
    while k < past:
        if passage.inside[k] >= 0:
            titled = is_title(passage, k)
            k = passage.stretches[passage.inside[k]].past
            if tells_where(passage, k, past):
                return k
            if (
                k < past
                and lowers[k - 2] == ","
                and (
                    subordinate
                    or (not titled and verb_at(passage, k, past))
                    or _ends_at_comma(passage, k - 1, past, starts, by)
                )
            ):
                return k
            continue
        text = lowers[k]
        depth = max(0, depth + _PARENTHESES.get(text, 0))
        if not depth and k > first:
            if text == ";" or ((text == ":" or text in DASHES) and quoted_anew(passage, k + 1, past, starts)):
                return k
            if text == "," or text in DASHES:
                if subordinate:
                    return k
                if relative and verb_at(passage, k + 1, past):
                    return k
                if k > first + 1 and _ends_at_comma(passage, k, past, starts, by):
                    return k
                if k + 1 < past and is_trailing(passage, first, k, past):
                    return k
            elif text in ("and", "but", "or") and (
                second_report(passage, k, past, starts, by) or (infinitive and _past_tense_at(passage, k + 1, past))
            ):
                return k
        if k > first + 2 and k in starts and starts[k].form is CueForm.ACCORDING:
            return k
        k += 1
    while (
        past > first
        and not passage.tokens[past - 1].is_word
        and passage.inside[past - 1] < 0
        and not _belongs(passage, first, past - 1)
    ):
        past -= 1
    return past


def _belongs(passage: Passage, first: int, k: int) -> bool:
    """Whether the mark at `k` is part of a clause that it ends: a per cent sign, a bracket that was opened in it."""
    mark = passage.lowers[k]
    return mark == "%" or (mark in _BRACKETS and _BRACKETS[mark] in passage.lowers[first:k])


def _is_over(passage: Passage, first: int, comma: int) -> bool:
    """Whether a clause has its verb before a comma that closes no relative: "warns the dam may fail, | urges"."""
    k = comma - 1
    while k > first and passage.inside[k] < 0 and passage.tags[k] is not Tag.MARK:
        k -= 1
    return passage.tags[k + 1] is not Tag.RELATIVE and has_verb(passage, first, comma)


def _past_tense_at(passage: Passage, k: int, past: int) -> bool:
    """Whether a verb in the past begins at `k`: what goes on there is what somebody did, not what she vowed to do."""
    while k < past and passage.tags[k] is Tag.ADVERB:
        k += 1
    if k >= past or passage.inside[k] >= 0 or passage.tags[k] not in (Tag.FINITE, Tag.AUXILIARY, Tag.PARTICIPLE):
        return False
    forms = known_forms().get(passage.lowers[k])
    return Form.PAST in forms if forms is not None else passage.lowers[k].endswith("ed")


def _under_modal(passage: Passage, first: int, past: int) -> bool:
    """Whether the last finite verb of a range is a modal: a past tense after it begins anew."""
    k = _last_verb(passage, first, past)
    return k is not None and passage.tags[k] is Tag.MODAL


def _last_verb(passage: Passage, floor: int, past: int) -> int | None:
    """The last finite verb after token `floor` and before `past`, outside quotation marks."""
    outside = (k for k in range(past - 1, floor, -1) if passage.inside[k] < 0)
    return next((k for k in outside if passage.tags[k] in FINITE_TAGS), None)


def tells_where(passage: Passage, k: int, past: int) -> bool:
    """Whether no more than the occasion of the words follows: "“…” in an interview with Radio Lorn"."""
    if k >= past or passage.lowers[k] not in _OCCASION or has_verb(passage, k, past):
        return False
    if passage.lowers[k] == "at" and passage.lowers[min(k + 1, past - 1)] not in ("a", "an"):
        return False  # "would “not be beaten up” at his rally"
    until = next((m for m in range(k, past) if passage.tags[m] is Tag.MARK), past)
    return any(passage.lowers[m] in lexicon.words("reporting_nouns") for m in range(k, min(until, k + _NEAR)))


def _ends_at_comma(passage: Passage, k: int, past: int, starts: Mapping[int, Cue], by: Cue) -> bool:
    """Whether a clause ends at the comma or dash `k`: what follows is the writer's, or another report."""
    lowers, tags = passage.lowers, passage.tags
    m = k + 1
    if m >= past:
        return True
    if lowers[m] == "according":
        return True
    if (
        m in starts
        and by.form is CueForm.FINITE
        and _is_over(passage, by.past, k)
        and second_report(passage, k, past, starts, by)
    ):
        return starts[m].verb.lemma != "compare" or lowers[m + 1 : m + 2] == ["with"]
    if lowers[m] in _TURNS:
        close = next((n for n in range(m, past) if lowers[n] == "," and passage.inside[n] < 0), past)
        return close == past or has_verb(passage, m, close)  # not: "a crucial, although brief, talk"
    if taken_up(passage, m, past, starts):
        return True
    if lowers[k] in DASHES and speaker_follows(passage, m, past, starts):
        return True
    if lowers[m] in ("a", "an") and any(follows_noun(passage, n, m) for n in range(m + 2, min(past, m + 4))):
        return any(n in starts for n in range(m + 2, past))  # "…, a charge the secretary described as"
    if lowers[m] == "however":
        return m + 1 < past and tags[m + 1] in (Tag.MARK, Tag.DETERMINER, Tag.PRONOUN)
    if lowers[m] in ("and", "but", "while", "though", "although", "as"):
        joined = lowers[m]
        m += 1
        if m >= past:
            return True
        if joined in ("and", "but") and (
            second_report(passage, k + 1, past, starts, by) or speaker_turns(passage, k + 2, past, starts)
        ):
            return True
        if joined in ("and", "but") and _past_tense_at(passage, m, past) and _under_modal(passage, by.past, k):
            return True  # "said it would be late, and asked for another month"
        if joined == "but" and lowers[m] in _SPEAKERS and lowers[m] not in lowers[by.past : k]:
            return verb_at(passage, m + 1, past)  # "said it was shut, but she gave no reason"
    else:
        joined = ""
    while m < past and m not in starts and tags[m] is Tag.ADVERB:
        m += 1
    cue = starts.get(m)
    if cue is not None and cue.form is CueForm.GERUND:
        return reports(passage, cue, past)
    return bool(joined) and speaker_follows(passage, m, past, starts)
