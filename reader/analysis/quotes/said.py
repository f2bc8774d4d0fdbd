"""Where what was said begins, when it follows the word of saying; by index of token."""

from __future__ import annotations

from reader.analysis.quotes.adjuncts import past_adjuncts, past_title
from reader.analysis.quotes.clauses import (
    DASHES,
    OPENS_CLAUSE,
    is_clause,
    is_plain_clause,
    opens_stretch,
)
from reader.analysis.quotes.cue import Cue, CueForm
from reader.analysis.quotes.noun_phrases import phrase_end
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.reduced import is_reduced
from reader.language.tags import FINITE_TAGS, Tag

ASKS = frozenset({"whether", "if", "what", "why", "how", "when", "where", "who", "whom", "which"})
_LONGEST_ADJUNCT = 14  # tokens
_WHEN = frozenset({"when", "where"})


def said_after(passage: Passage, cue: Cue, i: int, past: int) -> int | None:
    """Where what was said begins when it follows the cue and the adjuncts that end at `i`; None when nothing does."""
    frames, lowers = cue.verb.frames, passage.lowers
    if i >= past:
        return None
    if opens_stretch(passage, i, past):
        return i if frames & set("qpt") else None
    if lowers[i] == ":" and i + 1 < past:
        return i + 1 if frames & set("qptw") else None
    if lowers[i] in DASHES:
        return _past_insertion(passage, cue, i, past)
    if lowers[i] == ",":
        if opens_stretch(passage, i + 1, past) and "q" in frames:
            return i + 1
        if i + 1 < past and lowers[i + 1] == "that" and frames & set("tT"):
            return i + 1
        return _past_insertion(passage, cue, i, past)
    if passage.inside[i] >= 0 or not passage.tokens[i].is_word:
        return None
    if lowers[i] == "that" and frames & set("tT"):
        return i
    if "w" in frames and lowers[i] in ASKS:
        denied = any(passage.tags[k] is Tag.NOT or lowers[k].endswith("n't") for k in range(cue.group, cue.first))
        if denied or not (lowers[i] in _WHEN and cue.verb.lemma == "say"):
            return i
    if "I" in frames and _infinitive(passage, i, past):
        return i
    if "g" in frames and passage.tags[i] is Tag.GERUND and lowers[i].endswith("ing"):
        return i
    if frames & set("Oi") or ("o" in frames and not _opens_with_subject(passage, i)):
        found = _past_addressee(passage, cue, i, past)
        if found is not None or "O" in frames:
            return found
    if "t" in frames and cue.form is not CueForm.ACCORDING:
        loose = cue.verb.lemma in ("say", "tell")
        if is_clause(passage, i, past) if loose else is_plain_clause(passage, i, past):
            return _past_occasion(passage, i, past) if loose else i
    return None


def _past_occasion(passage: Passage, i: int, past: int) -> int:
    """Past an adverbial with commas in it that "that" follows: "said during a stop in Lorn, Ohio, that"; else `i`."""
    if passage.tags[i] is not Tag.PREPOSITION:
        return i
    for k in range(i + 1, min(past - 1, i + _LONGEST_ADJUNCT)):
        if passage.inside[k] >= 0 or passage.tags[k] in FINITE_TAGS:
            return i
        if passage.lowers[k] == "," and passage.lowers[k + 1] == "that":
            return k + 1
    return i


def words_begin(passage: Passage, cue: Cue, past: int) -> int | None:
    """Where what was said begins when it follows the cue, right behind it or after adjuncts; None when nothing does."""
    start = past_adjuncts(passage, cue.past, past)
    first = said_after(passage, cue, start, past)
    if first is None and past > start > cue.past:
        first = said_after(passage, cue, cue.past, past)
    if first is not None and passage.lowers[first] == "that" and passage.tags[min(first + 1, past - 1)] in FINITE_TAGS:
        for k in range(first + 2, min(past - 1, first + _LONGEST_ADJUNCT)):
            if passage.lowers[k] == ":" and opens_stretch(passage, k + 1, past):
                return k + 1  # "replied in words that cost him sleep: “No.”"
    return first if first is not None else said_further_on(passage, cue, cue.past, past)


def said_further_on(passage: Passage, cue: Cue, i: int, past: int) -> int | None:
    """Where what was said begins when more than plain adjuncts stands before it, yet no verb.

    "told a packed hall in Lorn on the last day that …", "said on Friday, in reference to her son, “…”".
    """
    lowers, tags, frames = passage.lowers, passage.tags, cue.verb.frames
    if i + 1 < past and lowers[i] == "," and tags[i + 1] is Tag.GERUND:
        return None  # "…, she said, adding that": the words of another
    k = i
    while k < past and k < i + 40 and (tags[k] not in FINITE_TAGS or (k > i and is_reduced(passage, k, i))):
        if lowers[k] == "," and i < k and passage.inside[k] < 0:
            k = _past_relative(passage, k, past)
        if passage.inside[k] >= 0:
            if k > i and "q" in frames and lowers[k - 1] in (",", ":") and opens_stretch(passage, k, past):
                return k
            return None
        if lowers[k] == "that" and tags[k] is Tag.SUBORDINATOR and frames & set("tT"):
            relative = k + 1 < past and tags[k + 1] in FINITE_TAGS  # "…, she said, a plan that would …"
            return k if not relative and (frames & set("oO") or tags[i] not in OPENS_CLAUSE) else None
        if lowers[i] == "," and tags[k] is Tag.SUBORDINATOR:
            return None  # "…, she said, since they know that": the words go on
        if "i" in frames and k > i and _infinitive(passage, k, past):
            return i if lowers[i] == "for" else k - (tags[k - 1] is Tag.NOT)
        if lowers[k] == ":" and frames >= {"q", "w", "o"} and k + 1 < past:
            return k + 1  # "asked them a plain question: …"
        if lowers[k] == ";" or lowers[k] in DASHES:
            return None
        k += 1
    return None


def _past_relative(passage: Passage, k: int, past: int) -> int:
    """Past a relative clause between the comma `k` and a comma before "that": "on a show, where he is paid, that"."""
    if k + 1 < past and (passage.tags[k + 1] is Tag.RELATIVE or passage.lowers[k + 1] in _WHEN):
        for m in range(k + 2, min(past - 1, k + _LONGEST_ADJUNCT)):
            if passage.inside[m] < 0 and passage.lowers[m] == "," and passage.lowers[m + 1] == "that":
                return m
    return k


def _opens_with_subject(passage: Passage, i: int) -> bool:
    return passage.tags[i] is Tag.PRONOUN


def _past_insertion(passage: Passage, cue: Cue, i: int, past: int) -> int | None:
    """What follows a short insertion between commas: "said, in a statement, that"."""
    if "t" not in cue.verb.frames:
        return None
    lowers = passage.lowers
    dashed = lowers[i] in DASHES
    k = i + 1
    while k < past and k < i + 14 and passage.inside[k] < 0:
        if (dashed and lowers[k] in DASHES) or (not dashed and lowers[k] == ","):
            return k + 1 if k + 1 < past and lowers[k + 1] == "that" else None
        if passage.tags[k] in FINITE_TAGS and not dashed:
            return None
        k += 1
    return None


def _past_addressee(passage: Passage, cue: Cue, i: int, past: int) -> int | None:
    """What follows the person spoken to: "told reporters on Friday that"."""
    tags, lowers = passage.tags, passage.lowers
    end = past_title(passage, i, past) or addressee_end(passage, i, past)
    if end is None:
        return None
    if "i" in cue.verb.frames and _infinitive(passage, end, past):
        return end
    if not cue.verb.frames & set("oO"):
        return None
    k = past_adjuncts(passage, end, past)
    if k >= past:
        return None
    if opens_stretch(passage, k, past):
        return k
    if lowers[k] in (",", ":") and opens_stretch(passage, k + 1, past):
        return k + 1
    if lowers[k] == ":" and k + 1 < past:
        return k + 1
    if lowers[k] == "," and k + 1 < past:
        return k + 1 if lowers[k + 1] == "that" else _past_insertion(passage, cue, k, past)
    if tags[k] is Tag.RELATIVE and (speech := _past_description(passage, k, past)) is not None:
        return speech
    if lowers[k] == "that":
        return _reported_that(passage, k, past)
    if "w" in cue.verb.frames and lowers[k] in ASKS:
        return k
    if passage.inside[k] < 0 and tags[k] in OPENS_CLAUSE and is_clause(passage, k, past):
        return k
    return None


def _reported_that(passage: Passage, k: int, past: int) -> int:
    """The "that" of what was said, when the one at `k` may be a relative: "in a story that ran in May that …"."""
    if k + 1 < past and passage.tags[k + 1] in FINITE_TAGS:
        for m in range(k + 2, min(past - 1, k + _LONGEST_ADJUNCT)):
            if passage.inside[m] >= 0 or passage.tags[m] is Tag.MARK:
                break
            if passage.lowers[m] == "that" and passage.tags[m + 1] in OPENS_CLAUSE:
                return m
    return k


def _past_description(passage: Passage, k: int, past: int) -> int | None:
    """A quotation after the relative clause of whom it is said to: "told the crowd who had come, “…”"."""
    for m in range(k + 1, min(past - 1, k + _LONGEST_ADJUNCT)):
        if passage.inside[m] >= 0:
            return None
        if passage.lowers[m] in (",", ":"):
            return m + 1 if opens_stretch(passage, m + 1, past) else None
    return None


def _infinitive(passage: Passage, i: int, past: int) -> bool:
    negated = i < past and passage.tags[i] is Tag.NOT
    i += negated
    if i + 1 >= past or passage.lowers[i] != "to":
        return False
    return negated or passage.inside[i + 1] >= 0 or passage.tags[i + 1] in (Tag.BASE, Tag.ADVERB, Tag.PARTICIPLE)


def addressee_end(passage: Passage, i: int, past: int) -> int | None:
    tags = passage.tags
    if i < past and tags[i] in (Tag.OBJECT, Tag.PRONOUN):
        return i + 1
    end = phrase_end(passage, i, past)
    if end is None:
        return None
    name = passage.name_of[i]
    if name >= 0:
        k = i
        while k < end and passage.name_of[k] == name:
            k += 1
        if k < end and passage.name_of[k] >= 0 and passage.tokens[k - 1].text != ",":
            return k  # two names side by side: the second one opens the clause
    return end
