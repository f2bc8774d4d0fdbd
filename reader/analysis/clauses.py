"""Where a reported clause begins and ends, by index of token."""

from __future__ import annotations

from reader.analysis.cues import Cue, CueForm
from reader.analysis.passages import Passage
from reader.analysis.sources import phrase_end
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_OPENS_CLAUSE = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.NOUN, Tag.NUMBER, Tag.GERUND, Tag.PARTICIPLE})
ASKS = frozenset({"whether", "if", "what", "why", "how", "when", "where", "who", "which"})
_PARENTHESES = {"(": 1, "[": 1, ")": -1, "]": -1}
DASHES = frozenset({"—", "–", "--", "―"})


def opens_stretch(passage: Passage, i: int, past: int) -> bool:
    return i < past and passage.inside[i] >= 0 and passage.stretches[passage.inside[i]].first == i


def closes_stretch(passage: Passage, i: int) -> bool:
    return passage.inside[i] >= 0 and passage.stretches[passage.inside[i]].past == i + 1


def past_adjuncts(passage: Passage, i: int, past: int) -> int:
    """Past what may stand between a word of saying and what was said: when, where, to whom, in what."""
    tags, lowers = passage.tags, passage.lowers
    while i < past and passage.inside[i] < 0:
        kind = tags[i]
        if kind in (Tag.ADVERB, Tag.TIME):
            i += 1
        elif lowers[i] in ("last", "this", "earlier", "late", "early") and i + 1 < past and (
            tags[i + 1] is Tag.TIME or lowers[i + 1] in lexicon.words("time_nouns") or lowers[i + 1] == "this"
        ):
            i += 2
        elif kind in (Tag.PREPOSITION, Tag.TO) or (kind is Tag.SUBORDINATOR and lowers[i] in ("after", "before", "as")):
            end = _past_adjunct(passage, i, past)
            if end is None:
                return i
            i = end
        else:
            return i
    return i


def _past_adjunct(passage: Passage, i: int, past: int) -> int | None:
    """The end of a prepositional phrase at `i` that speaks of the saying, not of what was said."""
    tags, lowers = passage.tags, passage.lowers
    k = i + 1
    if k >= past or passage.inside[k] >= 0:
        return None
    if tags[k] is Tag.TIME:
        return k + 1
    if tags[k] is Tag.GERUND:
        k += 1
        if k < past and tags[k] is Tag.DETERMINER:
            pass
    end = phrase_end(passage, k, past)
    if end is None:
        return None
    if end >= past or not passage.tokens[end].is_word or passage.inside[end] >= 0 or lowers[end] == "that":
        return end
    if tags[end] in FINITE_TAGS:
        return None
    if any(lowers[m] in lexicon.words("reporting_nouns") for m in range(k, end)) or lowers[i] in ("to", "of"):
        return end
    return end if tags[end] in (Tag.PRONOUN, Tag.DETERMINER, Tag.TIME, Tag.PREPOSITION) else None


def has_verb(passage: Passage, first: int, past: int) -> bool:
    """Whether a finite verb stands outside parentheses in the range."""
    return any(passage.tags[k] in FINITE_TAGS for k in range(first, past))


def said_after(passage: Passage, cue: Cue, i: int, past: int) -> int | None:
    """Where what was said begins when it follows the cue and the adjuncts that end at `i`; None when nothing does."""
    frames, lowers, tags = cue.verb.frames, passage.lowers, passage.tags
    if i >= past:
        return None
    if opens_stretch(passage, i, past):
        return i if frames & set("qpt") else None
    if lowers[i] == ":" and i + 1 < past:
        return i + 1 if frames & set("qptw") else None
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
        return i
    if "I" in frames and _infinitive(passage, i, past):
        return i
    if frames & set("Oi") or ("o" in frames and not _opens_with_subject(passage, i)):
        found = _past_addressee(passage, cue, i, past)
        if found is not None or "O" in frames:
            return found
    if "t" in frames and cue.form is not CueForm.ACCORDING:
        loose = cue.verb.lemma in ("say", "tell")
        if _is_clause(passage, i, past) if loose else _is_plain_clause(passage, i, past):
            return i
    return None


def said_further_on(passage: Passage, cue: Cue, i: int, past: int) -> int | None:
    """Where what was said begins when more than plain adjuncts stands before it, yet no verb.

    "told a packed hall in Lorn on the last day that …", "said on Friday, in reference to her son, “…”".
    """
    lowers, tags, frames = passage.lowers, passage.tags, cue.verb.frames
    k = i
    while k < past and k < i + 40 and tags[k] not in FINITE_TAGS:
        if passage.inside[k] >= 0:
            if k > i and "q" in frames and lowers[k - 1] in (",", ":") and opens_stretch(passage, k, past):
                return k
            return None
        if lowers[k] == "that" and tags[k] is Tag.SUBORDINATOR and frames & set("tT"):
            return k if frames & set("oO") or tags[i] not in _OPENS_CLAUSE else None
        if "i" in frames and k > i and _infinitive(passage, k, past):
            return k
        if lowers[k] in (";", "“"):
            return None
        k += 1
    return None


def _opens_with_subject(passage: Passage, i: int) -> bool:
    return passage.tags[i] is Tag.PRONOUN


def _past_insertion(passage: Passage, cue: Cue, i: int, past: int) -> int | None:
    """What follows a short insertion between commas: "said, in a statement, that"."""
    if "t" not in cue.verb.frames:
        return None
    k = i + 1
    while k < past and k < i + 14 and passage.inside[k] < 0 and passage.lowers[k] != ",":
        if passage.tags[k] in FINITE_TAGS:
            return None
        k += 1
    if k + 1 < past and passage.lowers[k] == "," and passage.lowers[k + 1] == "that":
        return k + 1
    return None


def _past_addressee(passage: Passage, cue: Cue, i: int, past: int) -> int | None:
    """What follows the person spoken to: "told reporters on Friday that"."""
    tags, lowers = passage.tags, passage.lowers
    end = addressee_end(passage, i, past)
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
        return _past_insertion(passage, cue, k, past)
    if lowers[k] == "that" or ("w" in cue.verb.frames and lowers[k] in ASKS):
        return k
    if passage.inside[k] < 0 and tags[k] in _OPENS_CLAUSE and _is_clause(passage, k, past):
        return k
    return None


def _infinitive(passage: Passage, i: int, past: int) -> bool:
    if i < past and passage.tags[i] is Tag.NOT:
        i += 1
    return i + 1 < past and passage.tags[i] is Tag.TO and passage.tags[i + 1] in (Tag.BASE, Tag.ADVERB, Tag.PARTICIPLE)


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


def _is_clause(passage: Passage, i: int, past: int) -> bool:
    """Whether a clause without "that" begins at `i`."""
    tags = passage.tags
    if tags[i] not in _OPENS_CLAUSE and tags[i] not in (Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.ADVERB, Tag.TIME, Tag.NOT, Tag.RELATIVE):
        return False
    k = i
    if tags[i] not in _OPENS_CLAUSE and tags[i] is not Tag.RELATIVE:
        # "in Lorn, the plan was": an adverbial at the front of the clause ends in a comma
        while k < past and passage.inside[k] < 0 and passage.lowers[k] != ",":
            k += 1
    while k < past and passage.lowers[k] not in (";", ":"):
        if k > i and (passage.inside[k] >= 0 or tags[k] in FINITE_TAGS):
            return True
        k += 1
    return False


def _is_plain_clause(passage: Passage, i: int, past: int) -> bool:
    """Whether a clause without "that" begins at `i` after a verb that may as well take an object.

    A verb must follow the subject with no comma, and none that a relative or a conjunction takes up counts.
    """
    tags, lowers = passage.tags, passage.lowers
    if tags[i] not in _OPENS_CLAUSE:
        return False
    taken = 0
    for k in range(i + 1, past):
        if passage.inside[k] >= 0:
            return True
        if lowers[k] in (",", ";", ":") or lowers[k] in DASHES:
            return lowers[k] == "," and k + 1 < past and tags[k + 1] is Tag.RELATIVE
        if tags[k] is Tag.RELATIVE or lowers[k] == "that":
            taken += 1
        elif tags[k] is Tag.SUBORDINATOR:
            return False
        elif tags[k] in FINITE_TAGS and tags[k - 1] not in FINITE_TAGS:
            if not taken:
                return True
            taken -= 1
    return False


def clause_end(
    passage: Passage, cue: Cue, first: int, past: int, cues: list[Cue], subordinate: bool, relative: bool = False
) -> int:
    """Where the clause that begins at `first` ends, before `past`.

    `subordinate`: the words of saying stand in a clause that another clause follows ("When he said …, she left").
    `relative`: they stand in one that the verb of another follows ("Tolle, who said …, left").
    """
    tags, lowers = passage.tags, passage.lowers
    starts = {c.group: c for c in cues if c.group >= first}
    k, depth = first, 0
    while k < past:
        if passage.inside[k] >= 0:
            k = passage.stretches[passage.inside[k]].past
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
                if _ends_at_comma(passage, k, past, starts):
                    return k
            elif (text in ("and", "but") and _second_report(passage, k, past, starts)) or (text == "according" and k + 1 < past and lowers[k + 1] == "to"):
                return k
        k += 1
    while past > first and not passage.tokens[past - 1].is_word and passage.inside[past - 1] < 0 and (
        lowers[past - 1] not in (")", "]", "%")
    ):
        past -= 1
    return past


def _verb_at(passage: Passage, k: int, past: int) -> bool:
    while k < past and passage.tags[k] is Tag.ADVERB:
        k += 1
    return k < past and passage.tags[k] in FINITE_TAGS


def _second_report(passage: Passage, k: int, past: int, starts: dict[int, Cue]) -> bool:
    """Whether "and" or "but" leads to a word of saying with the same subject: "and added that"."""
    m = k + 1
    while m < past and m not in starts and passage.tags[m] is Tag.ADVERB:
        m += 1
    cue = starts.get(m)
    if cue is None or cue.form is not CueForm.FINITE or passage.tags[cue.group] is Tag.MODAL:
        return False  # "but would not tell" is part of what was said
    if m == cue.first and passage.tags[m] is Tag.FINITE and "n" not in cue.verb.frames:
        return True
    return said_after(passage, cue, past_adjuncts(passage, cue.past, past), past) is not None


def _ends_at_comma(passage: Passage, k: int, past: int, starts: dict[int, Cue]) -> bool:
    lowers, tags = passage.lowers, passage.tags
    m = k + 1
    if m >= past:
        return True
    if lowers[m] in ("according", "however"):
        return True
    if lowers[m] in ("and", "but", "while", "though", "although", "as"):
        joined = lowers[m]
        m += 1
        if m >= past:
            return True
        if joined in ("and", "but") and _second_report(passage, k + 1, past, starts):
            return True
    else:
        joined = ""
    while m < past and m not in starts and tags[m] is Tag.ADVERB:
        m += 1
    cue = starts.get(m)
    if cue is not None and cue.form is CueForm.GERUND:
        return True
    if joined:
        # "…, but Tolle said": another report begins
        end = phrase_end(passage, m, past)
        if end is not None:
            while end < past and end not in starts and tags[end] is Tag.ADVERB:
                end += 1
            if end in starts and starts[end].form is CueForm.FINITE:
                return True
    return False
