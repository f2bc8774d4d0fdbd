"""Whether another report begins at a token, which ends the clause reported before it."""

from __future__ import annotations

from collections.abc import Mapping

from reader.analysis.quotes.adjuncts import past_adjuncts
from reader.analysis.quotes.clauses import DASHES, closes_stretch, opens_stretch
from reader.analysis.quotes.cue import Cue, CueForm
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.said import said_after, words_begin
from reader.analysis.quotes.subjects import SUBORDINATES
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import Form, known_forms

_REACH = 60  # tokens
_POINTS_AT = frozenset({"refer", "cite", "echo", "quote", "invoke"})
"""What a speaker does with words of others: after a comma these are the writer's again ("…, citing his age")."""
_NEAR = 8  # tokens
_LONGEST_SUBJECT = 12  # tokens
_NOT_IN_SUBJECT = FINITE_TAGS | {Tag.MARK, Tag.SUBORDINATOR, Tag.RELATIVE}


def verb_at(passage: Passage, k: int, past: int) -> bool:
    while k < past and passage.tags[k] is Tag.ADVERB:
        k += 1
    return k < past and passage.tags[k] in FINITE_TAGS


def second_report(passage: Passage, k: int, past: int, starts: Mapping[int, Cue], by: Cue) -> bool:
    """Whether "and" or "but" leads to a word of saying with the same subject: "and added that".

    After a participle it is another one: "saying that …, but warning that".
    """
    m = k + 1
    while m < past and m not in starts and passage.tags[m] is Tag.ADVERB:
        m += 1
    cue = starts.get(m)
    if cue is not None and cue.form is CueForm.GERUND and by.form is CueForm.GERUND:
        return True
    if cue is None or cue.form is not CueForm.FINITE or passage.tags[cue.group] is Tag.MODAL:
        return False  # "but would not tell" is part of what was said
    if by.form is CueForm.FINITE and not _agree(passage, by, cue, past):
        return False  # "says he will sit down and tell them"
    if m == cue.first and passage.tags[m] is Tag.FINITE and "n" not in cue.verb.frames:
        return True
    return said_after(passage, cue, past_adjuncts(passage, cue.past, past), past) is not None


def _agree(passage: Passage, one: Cue, other: Cue, past: int) -> bool:
    """Whether two words of saying are likely to have one subject: "said … and told" rather than "says … and tell"."""
    if one.group != one.first or other.group != other.first:
        return True
    forms = known_forms()
    first = forms.get(passage.lowers[one.first], frozenset())
    second = forms.get(passage.lowers[other.first], frozenset())
    if second == {Form.BASE} and first == {Form.PRESENT}:
        return False
    if Form.PAST in second and Form.PAST not in first:
        # "says she met him and asked him to go": in another tense only what is plainly speech counts
        begins = words_begin(passage, other, past)
        return "t" in other.verb.frames and begins is not None and passage.lowers[begins] != "to"
    return True


def speaker_follows(passage: Passage, m: int, past: int, starts: Mapping[int, Cue]) -> bool:
    """Whether a subject with a word of saying begins at `m`: "…, but two in three said"."""
    for k in range(m, min(past, m + _LONGEST_SUBJECT)):
        cue = starts.get(k)
        if cue is not None:
            orders = "i" in cue.verb.frames and not cue.verb.frames & set("tm")  # "and they ordered him out"
            speaks = bool(cue.verb.frames & set("qptTm")) and not orders
            return k > m and cue.form is CueForm.FINITE and speaks
        if passage.lowers[k] == "," and k > m:
            return _said_after_insertion(passage, k, past, starts)
        if passage.inside[k] >= 0 or passage.tags[k] in _NOT_IN_SUBJECT:
            return False
    return False


def quoted_anew(passage: Passage, k: int, past: int, starts: Mapping[int, Cue]) -> bool:
    """Whether a quotation with an attribution of its own opens at `k`: "she said it was lost: “It sank,” she wrote"."""
    if not opens_stretch(passage, k, past):
        return False
    end = passage.stretches[passage.inside[k]].past
    return end < past and passage.lowers[end - 2] == "," and speaker_follows(passage, end, past, starts)


def _said_after_insertion(passage: Passage, k: int, past: int, starts: Mapping[int, Cue]) -> bool:
    """Whether the comma after the one at `k` has a word of saying behind it: "the miners, who had come, said"."""
    for m in range(k + 1, min(past - 1, k + _LONGEST_SUBJECT)):
        if passage.inside[m] >= 0:
            return False
        if passage.lowers[m] == ",":
            cue = starts.get(m + 1)
            return cue is not None and cue.form is CueForm.FINITE and words_begin(passage, cue, past) is not None
    return False


def reports(passage: Passage, cue: Cue, past: int) -> bool:
    """Whether a word of saying has its words after it, or only does something: "allowing them to see"."""
    if cue.verb.lemma in _POINTS_AT or words_begin(passage, cue, past) is not None:
        return True
    if cue.verb.frames >= {"p", "m"}:
        return True  # "…, conceding defeat"
    if not cue.verb.frames & set("cmM"):
        return False
    for k in range(cue.past, min(past, cue.past + _NEAR)):
        if passage.inside[k] >= 0 or passage.lowers[k] == ",":
            return passage.inside[k] >= 0
    return False


def taken_up(passage: Passage, m: int, past: int, starts: Mapping[int, Cue]) -> bool:
    """Whether a relative at `m`, or after a preposition, leads to a report of its own: ", which he said was shut"."""
    for k in range(m, min(past, m + 4)):
        if passage.inside[k] >= 0 or passage.tags[k] is Tag.MARK:
            return False
        if passage.tags[k] is Tag.RELATIVE:
            return _verdict_follows(passage, k + 1, past, starts) and not _goes_on(passage, k + 1, past)
    return False


def _goes_on(passage: Passage, m: int, past: int) -> bool:
    """Whether a comma or dash after token `m` is followed by a verb: the clause was only put into another one."""
    for k in range(m, min(past - 1, m + _REACH)):
        if passage.inside[k] >= 0:
            mark = passage.lowers[k - 1] if closes_stretch(passage, k) else ""
        else:
            mark = passage.lowers[k]
        if (mark == "," or mark in DASHES) and verb_at(passage, k + 1, past):
            return True
    return False


def _verdict_follows(passage: Passage, m: int, past: int, starts: Mapping[int, Cue]) -> bool:
    """Whether a subject with a word of saying and then a verb begins at `m`: "(what) she said was shut"."""
    for k in range(m, min(past, m + _LONGEST_SUBJECT)):
        cue = starts.get(k)
        if cue is not None:
            verb = cue.past
            while verb < past and passage.tags[verb] in (Tag.ADVERB, Tag.TIME):
                verb += 1
            if cue.form is not CueForm.FINITE or k == m or verb >= past:
                return False
            return passage.tags[verb] in FINITE_TAGS or passage.lowers[verb] == "as" or passage.inside[verb] >= 0
        if passage.inside[k] >= 0 or passage.tags[k] in _NOT_IN_SUBJECT:
            return False
    return False


def speaker_turns(passage: Passage, m: int, past: int, starts: Mapping[int, Cue]) -> bool:
    """Whether the clause after "and" or "but" tells when somebody said more: ", and when asked, he replied: “…”"."""
    if m >= past or passage.lowers[m] not in SUBORDINATES or m in starts:
        return False
    for k in range(m, min(past, m + _REACH)):
        cue = starts.get(k)
        if cue is not None and cue.form is CueForm.FINITE and "q" in cue.verb.frames:
            i = cue.past
            return i + 1 < past and (
                passage.inside[i] >= 0 or (passage.lowers[i] in (",", ":") and passage.inside[i + 1] >= 0)
            )
    return False
