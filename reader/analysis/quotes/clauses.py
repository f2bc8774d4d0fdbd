"""What makes a clause; by index of token."""

from __future__ import annotations

from reader.analysis.quotes.passages import Passage
from reader.language.tags import FINITE_TAGS, Tag

OPENS_CLAUSE = frozenset(
    {Tag.DETERMINER, Tag.PRONOUN, Tag.NOUN, Tag.NUMBER, Tag.GERUND, Tag.PARTICIPLE, Tag.POSSESSIVE}
)
OPEN_ENDED = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.RELATIVE, Tag.TO})
"""What no clause ends in: words that stop there go on behind their attribution."""
_BEFORE_SECOND_VERB = FINITE_TAGS | {Tag.COORDINATOR}
_ADVERBIAL = frozenset({Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.GERUND, Tag.PARTICIPLE, Tag.SUBORDINATOR})
_NO_SUBJECT = frozenset({Tag.GERUND, Tag.RELATIVE, Tag.SUBORDINATOR}) | FINITE_TAGS
_REACH = 30  # tokens
_FAR = 80  # tokens
_REASONS = frozenset({"because", "if", "although", "though", "unless"})
_ABOUT = frozenset({"about", "around", "over", "under", "nearly", "almost"})
_FIGURES = frozenset({"half", "two-thirds", "three-quarters", "$", "£", "€", "a", "one"})
DASHES = frozenset({"—", "–", "--", "―", "-"})


def opens_stretch(passage: Passage, i: int, past: int) -> bool:
    return i < past and passage.inside[i] >= 0 and passage.stretches[passage.inside[i]].first == i


def closes_stretch(passage: Passage, i: int) -> bool:
    return passage.inside[i] >= 0 and passage.stretches[passage.inside[i]].past == i + 1


def has_verb(passage: Passage, first: int, past: int) -> bool:
    """Whether a finite verb stands in the range."""
    return past > first and passage.verbs_before[past] > passage.verbs_before[first]


def is_only_subordinate(passage: Passage, first: int, past: int) -> bool:
    """Whether a range holds no more than adverbials and clauses that hang on another: "on Friday, as the rain fell"."""
    tags = passage.tags
    opener = first
    seen = False
    for k in range(first, past + 1):
        if k < past and not (passage.lowers[k] == "," and passage.inside[k] < 0):
            if passage.inside[k] >= 0:
                return False
            continue
        if opener < k:
            start = opener
            while start + 1 < k and tags[start] in (Tag.COORDINATOR, Tag.ADVERB):
                start += 1  # "and as the rain fell", "even as the rain fell"
            if has_verb(passage, opener, k):
                if tags[start] is not Tag.SUBORDINATOR or passage.lowers[start] == "that":
                    return False
                seen = True
            elif tags[start] not in _ADVERBIAL:
                return False
        opener = k + 1
    return seen


def comma_after(passage: Passage, k: int, past: int) -> int | None:
    """The first comma or colon at or after `k` that no verb comes before."""
    for m in range(k, min(past, k + _REACH)):
        if passage.inside[m] >= 0:
            return m - 1 if m > k else None
        if passage.lowers[m] in (",", ":"):
            return m if m + 1 < past else None
        if passage.tags[m] in FINITE_TAGS:
            return None
    return None


def is_clause(passage: Passage, i: int, past: int) -> bool:
    """Whether a clause without "that" begins at `i`."""
    tags = passage.tags
    if tags[i] not in OPENS_CLAUSE and tags[i] not in (
        Tag.SUBORDINATOR,
        Tag.PREPOSITION,
        Tag.ADVERB,
        Tag.TIME,
        Tag.NOT,
        Tag.RELATIVE,
    ):
        return False
    if is_owner_in_time(passage, i, past):
        return is_clause(passage, i + 1, past)
    k = i
    past = min(past, i + _FAR)
    if tags[i] not in OPENS_CLAUSE and tags[i] is not Tag.RELATIVE:
        # "in Lorn, the plan was": an adverbial at the front of the clause ends in a comma
        while k < past and passage.inside[k] < 0 and passage.lowers[k] != ",":
            k += 1
        if k >= past or passage.inside[k] >= 0:
            return _is_fronted(passage, i, past)
        if k + 1 < past and passage.inside[k] < 0 and tags[k + 1] in _NO_SUBJECT:
            return False  # "said on Friday, noting", "said Friday, is": no subject follows
    taken = 0  # verbs that a relative inside the subject takes up: "something about the town that has no gate"
    while k < past and passage.lowers[k] not in (";", ":"):
        if k > i:
            if passage.inside[k] >= 0:
                return True
            if tags[k] is Tag.RELATIVE or (passage.lowers[k] == "that" and not (k == i + 1 and tags[i] is Tag.GERUND)):
                taken += 1
            elif tags[k] in FINITE_TAGS and tags[k - 1] not in _BEFORE_SECOND_VERB:
                if not taken:
                    return True
                taken -= 1
        k += 1
    return False


def is_owner_in_time(passage: Passage, i: int, past: int) -> bool:
    """Whether a time at `i` owns what follows: "Monday’s decision"."""
    return i + 1 < past and passage.tags[i] is Tag.TIME and passage.tags[i + 1] is Tag.POSSESSIVE


def _is_fronted(passage: Passage, i: int, past: int) -> bool:
    """Whether what begins with an adverbial that no comma ends is a clause all the same."""
    tags = passage.tags
    if tags[i] is Tag.ADVERB or is_about_figure(passage, i, past):
        m = i + 1
        while m < past and tags[m] is Tag.ADVERB:
            m += 1
        return m < past and passage.inside[m] < 0 and tags[m] in OPENS_CLAUSE and is_clause(passage, m, past)
    if passage.lowers[i] not in _REASONS:
        return False
    # "because they were tired did not mean": a verb of its own beside that of the conjunction
    verbs = [k for k in range(i + 1, past) if passage.inside[k] < 0 and tags[k] in FINITE_TAGS]
    return sum(tags[k - 1] not in _BEFORE_SECOND_VERB for k in verbs) > 1


def is_about_figure(passage: Passage, i: int, past: int) -> bool:
    """Whether a figure with "about" or the like begins at `i`: "about half", "over a quarter"."""
    if passage.lowers[i] not in _ABOUT or i + 1 >= past:
        return False
    return passage.tags[i + 1] is Tag.NUMBER or passage.lowers[i + 1] in _FIGURES


def is_plain_clause(passage: Passage, i: int, past: int) -> bool:
    """Whether a clause without "that" begins at `i` after a verb that may as well take an object.

    A verb must follow the subject with no comma, and none that a relative or a conjunction takes up counts.
    """
    tags, lowers = passage.tags, passage.lowers
    if tags[i] not in OPENS_CLAUSE:
        return False
    taken = 0
    for k in range(i + 1, min(past, i + _FAR)):
        if passage.inside[k] >= 0:
            return True
        if lowers[k] in (",", ";", ":") or lowers[k] in DASHES:
            return lowers[k] == "," and k + 1 < past and tags[k + 1] is Tag.RELATIVE and _resumes(passage, k + 2, past)
        if tags[k] is Tag.RELATIVE or lowers[k] == "that":
            taken += 1
        elif tags[k] is Tag.SUBORDINATOR or (tags[k] in FINITE_TAGS and _joined(passage, k, i)):
            return False  # "declared a state of emergency and said it was …": a second deed
        elif tags[k] in FINITE_TAGS and tags[k - 1] not in _BEFORE_SECOND_VERB:
            if not taken:
                return True
            taken -= 1
    return False


def _resumes(passage: Passage, i: int, past: int) -> bool:
    """Whether a comma with a verb behind it follows, which closes a relative: "the dam, which is old, was shut"."""
    commas = (k for k in range(i, min(past - 1, i + _REACH)) if passage.lowers[k] == "," and passage.inside[k] < 0)
    return any(passage.tags[k + 1] in FINITE_TAGS or passage.tags[k + 1] is Tag.ADVERB for k in commas)


def _joined(passage: Passage, k: int, floor: int) -> bool:
    """Whether "and" or the like, with adverbs at most, stands right before the verb at `k`."""
    k -= 1
    while k > floor and passage.tags[k] is Tag.ADVERB:
        k -= 1
    return passage.tags[k] is Tag.COORDINATOR
