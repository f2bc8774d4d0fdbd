"""What may stand between a word of saying and what was said: when, where, to whom; by index of token."""

from __future__ import annotations

from reader.analysis.quotes.clauses import OPENS_CLAUSE, is_owner_in_time
from reader.analysis.quotes.noun_phrases import phrase_end
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.titles import title_end
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_HOLDS_TITLE = frozenset({"in", "on", "at", "during"})
_BEFORE_TITLE = frozenset({Tag.NOUN, Tag.POSSESSIVE, Tag.DETERMINER})
_LONGEST_ADJUNCT = 14  # tokens
_OF_TIMES = frozenset({"last", "this", "earlier", "late", "early"})


def past_adjuncts(passage: Passage, i: int, past: int) -> int:
    """Past what may stand between a word of saying and what was said: when, where, to whom, in what."""
    tags, lowers = passage.tags, passage.lowers
    while i < past and passage.inside[i] < 0:
        kind = tags[i]
        if is_owner_in_time(passage, i, past):
            return i  # "said Monday’s decision was wrong"
        if kind is Tag.TIME and i + 1 < past and lowers[i + 1] in lexicon.words("time_nouns"):
            i += 2
        elif kind in (Tag.ADVERB, Tag.TIME):
            i += 1
        elif (
            lowers[i] in _OF_TIMES
            and i + 1 < past
            and (tags[i + 1] is Tag.TIME or lowers[i + 1] in lexicon.words("time_nouns") or lowers[i + 1] == "this")
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


def past_time(passage: Passage, i: int, past: int) -> int:
    """Past no more than a time at `i`: "on Monday", "last week"."""
    k = i + 1 if i + 1 < past and passage.tags[i] is Tag.PREPOSITION else i
    timed = k < past and (passage.tags[k] is Tag.TIME or passage.lowers[k] in _OF_TIMES)
    return past_adjuncts(passage, i, past) if timed else i


def _past_adjunct(passage: Passage, i: int, past: int) -> int | None:
    """The end of a prepositional phrase at `i` that speaks of the saying, not of what was said."""
    tags, lowers = passage.tags, passage.lowers
    k = i + 1
    if k < past and lowers[i] in _HOLDS_TITLE:
        title = past_title(passage, k, past)
        if title is not None:
            return title
    if k >= past or passage.inside[k] >= 0:
        return None
    if is_owner_in_time(passage, k, past):
        k += 2  # "during Tuesday’s call"
    elif tags[k] is Tag.TIME:
        return k + 1 + (k + 1 < past and lowers[k + 1] in lexicon.words("time_nouns"))  # "on Monday night"
    if k < past and tags[k] is Tag.GERUND:
        k += 1
    end = phrase_end(passage, k, past)
    if end is not None and end < past and lowers[end] in lexicon.words("reporting_nouns") and passage.inside[end] < 0:
        end += 1  # "in a news release"
    that = _that_ahead(passage, k, past)
    if that is not None:
        return that
    if end is None:
        return None
    if end >= past or not passage.tokens[end].is_word or passage.inside[end] >= 0 or lowers[end] == "that":
        return end
    if tags[end] in FINITE_TAGS:
        return None
    if any(lowers[m] in lexicon.words("reporting_nouns") for m in range(k, end)) or lowers[i] in ("to", "of"):
        return end
    return end if tags[end] in (Tag.PRONOUN, Tag.DETERMINER, Tag.TIME, Tag.PREPOSITION) else None


def _that_ahead(passage: Passage, k: int, past: int) -> int | None:
    """A "that" which opens a clause after a phrase with no verb: "during a rally on Friday night that …"."""
    for m in range(k, min(past, k + _LONGEST_ADJUNCT)):
        if passage.inside[m] >= 0 or passage.tags[m] is Tag.MARK or passage.tags[m] in FINITE_TAGS:
            return None
        if passage.lowers[m] == "that" and passage.tags[m] is Tag.SUBORDINATOR:
            subject = m + 1 < past and (passage.tags[m + 1] in OPENS_CLAUSE or passage.inside[m + 1] >= 0)
            return m if subject else None
    return None


def past_title(passage: Passage, k: int, past: int) -> int | None:
    """The end of a title in marks after a preposition: "on “Harbour Hour”", "on Radio Orrel’s “Harbour Hour”"."""
    m = k
    while m < past and m < k + 6 and passage.inside[m] < 0 and passage.tags[m] in _BEFORE_TITLE:
        m += 1
    if m >= past or (m > k and passage.tags[m - 1] is not Tag.POSSESSIVE):
        return None
    return title_end(passage, m)
