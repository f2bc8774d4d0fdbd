"""Where noun phrases begin and end, by index of token."""

from __future__ import annotations

from reader.analysis.quotes.passages import HYPHEN, Passage
from reader.analysis.quotes.reduced import is_reduced
from reader.analysis.quotes.titles import modifies, title_end
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.tokens import parts_place
from reader.language.verbs import forms_of_speech

PHRASE_TAGS = frozenset({Tag.NOUN, Tag.NUMBER, Tag.POSSESSIVE, Tag.DETERMINER, Tag.PRONOUN})
_INSIDE_PHRASE = PHRASE_TAGS | {Tag.PREPOSITION, Tag.COORDINATOR, Tag.TIME, Tag.ADVERB, Tag.GERUND, Tag.PARTICIPLE,
                            Tag.OBJECT, Tag.TO}  # fmt: skip
_REACH = 40  # tokens
_ASIDE = 6  # tokens
_AFTER_PHRASE = frozenset({Tag.MARK, Tag.PREPOSITION, Tag.PARTICIPLE, Tag.TIME, Tag.COORDINATOR, Tag.SUBORDINATOR,
                           Tag.RELATIVE, Tag.TO})  # fmt: skip
_OPENS_PHRASE = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.NUMBER, Tag.PARTICIPLE, Tag.GERUND, Tag.ADVERB})
_ALONE = frozenset({"another", "some", "many", "several", "both", "most", "few"})
_GENERAL = frozenset({"someone", "somebody", "everyone", "everybody", "anyone", "nobody", "those", "one"})


def phrase_start(passage: Passage, j: int, floor: int) -> int | None:
    """Where the noun phrase that ends at token `j` begins; None when there is none."""
    tags, lowers, tokens = passage.tags, passage.lowers, passage.tokens
    if tags[j] is Tag.PRONOUN and lowers[j] not in ("one", "everyone", "someone"):
        return j
    if not _ends_phrase(passage, j, floor):
        if tags[j] is Tag.OBJECT:
            return _before_relative(passage, j, floor)  # "the groups that endorsed him say"
        contact = tags[j] is Tag.FINITE and j - 2 > floor and tags[j - 1] is Tag.PRONOUN and tags[j - 2] is Tag.NOUN
        return phrase_start(passage, j - 2, floor) if contact else None  # "all the engineers I asked say"
    start: int | None = None
    floor = max(floor, j - _REACH)
    k = j
    while k >= floor and passage.inside[k] < 0:
        kind = tags[k]
        if kind is Tag.MARK:
            if tokens[k].text in "&/.’'" or (tokens[k].text == "%" and k > floor) or _is_inside(passage, k):
                k -= 1
                continue
            opening = _opened(passage, k, floor) if k < j and tags[k + 1] is Tag.PREPOSITION else None
            if opening is not None:
                k = opening - 1  # "the River Board (RB) in Lorn said"
                continue
            break
        if kind is Tag.FINITE and is_reduced(passage, k, floor):
            k -= 1
            continue
        if kind is Tag.FINITE and k < j and lowers[k].endswith("ed") and _opens_segment(passage, k, floor):
            start = k  # "…, sacked engineer Piet Orme said"
            break
        if kind in FINITE_TAGS or kind in (Tag.BASE, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.NOT):
            break
        if kind is Tag.PRONOUN and k != j:
            if (lowers[k] in _GENERAL and tags[k + 1] is Tag.PREPOSITION) or tags[k + 1] is Tag.COORDINATOR:
                start = k  # "those in the hall", "she and her supporters"
                k -= 1
            break
        if kind is Tag.TO and (k + 1 > j or tags[k + 1] is Tag.BASE):
            break
        if kind is Tag.COORDINATOR:
            if lowers[k] != "and" or k == floor or tags[k - 1] not in (Tag.NOUN, Tag.NUMBER, Tag.PRONOUN):
                break
            if not _joins_subjects(passage, k, floor):
                break
        if kind is Tag.DETERMINER and (_opens_anew(passage, k, floor) or follows_noun(passage, k, floor)):
            start = k
            break
        if kind in PHRASE_TAGS:
            start = k
        elif kind not in _INSIDE_PHRASE:
            break
        k -= 1
        if start == k + 1 > floor and passage.inside[k] >= 0 and modifies(passage, k):
            k = passage.stretches[passage.inside[k]].first - 1
    if k >= floor and passage.inside[k] < 0 and tags[k] in FINITE_TAGS | {Tag.BASE}:
        related = _before_relative(passage, k, floor)
        if related is not None:
            return related
    if start is None:
        return None
    return _skip_adjunct(passage, start, j, k + 1)


def _opened(passage: Passage, k: int, floor: int) -> int | None:
    """Where the bracket opens that token `k` closes, when it holds but a few words."""
    if passage.lowers[k] != ")":
        return None
    return next((m for m in range(k - 1, max(floor, k - _ASIDE), -1) if passage.lowers[m] == "("), None)


def _is_inside(passage: Passage, k: int) -> bool:
    """Whether a mark stands inside a word or a place: "the 44-year-old keeper", "the Lorn, Orland-based firm"."""
    tokens = passage.tokens
    based = parts_place(tokens, k, len(tokens)) and tokens[k - 1].is_capitalised
    return based or passage.lowers[k] == HYPHEN


def follows_noun(passage: Passage, k: int, floor: int) -> bool:
    """Whether "the" follows a noun that has a determiner of its own: "a charge | the secretary described as"."""
    m = k - 1
    while m > floor and passage.tags[m] is Tag.NOUN and passage.inside[m] < 0:
        m -= 1
    return passage.lowers[k] == "the" and m < k - 1 and m >= floor and passage.lowers[m] in ("a", "an")


def _opens_anew(passage: Passage, k: int, floor: int) -> bool:
    """Whether a capital "The" after a noun opens a sentence whose stop was lost: "of the gates The board said"."""
    if k <= floor or not passage.tokens[k].is_capitalised or passage.tags[k - 1] is not Tag.NOUN:
        return False
    return passage.name_of[k] < 0 or passage.name_of[k] != passage.name_of[k - 1]


def _opens_segment(passage: Passage, k: int, floor: int) -> bool:
    """Whether token `k` follows a mark and a noun follows it."""
    return passage.tags[k + 1] is Tag.NOUN and (k == floor or passage.tags[k - 1] is Tag.MARK)


def _ends_phrase(passage: Passage, j: int, floor: int) -> bool:
    """Whether a noun phrase can end at token `j`: "a report released in May", "those near to them"."""
    kind = passage.tags[j]
    if kind in PHRASE_TAGS or kind in (Tag.GERUND, Tag.PARTICIPLE):
        return True
    if kind is Tag.FINITE:
        return is_reduced(passage, j, floor)
    return kind is Tag.OBJECT and j > floor and passage.tags[j - 1] in (Tag.PREPOSITION, Tag.TO)


def _before_relative(passage: Passage, k: int, floor: int) -> int | None:
    """Where a phrase begins whose relative clause holds the verb at `k`: "those who back the plan say"."""
    for m in range(k, max(floor, k - 15), -1):
        if passage.inside[m] >= 0 or passage.tags[m] is Tag.MARK:
            return None
        if passage.lowers[m] in lexicon.words("verbs_with_clauses") or passage.lowers[m] in forms_of_speech():
            return None
        if passage.lowers[m] in ("who", "that") and passage.tags[m - 1] in (Tag.NOUN, Tag.PRONOUN, Tag.DETERMINER):
            if m - 1 < floor or passage.inside[m - 1] >= 0:
                return None
            return m - 1 if passage.lowers[m - 1] in _GENERAL else phrase_start(passage, m - 1, floor)
    return None


def _joins_subjects(passage: Passage, k: int, floor: int) -> bool:
    """Whether the "and" at `k` joins two subjects rather than two clauses: no verb stands before it."""
    m = k - 1
    while m >= floor and passage.inside[m] < 0 and passage.tags[m] is not Tag.MARK:
        if passage.tags[m] in FINITE_TAGS or passage.tags[m] is Tag.BASE:
            return False
        m -= 1
    return True


def _skip_adjunct(passage: Passage, start: int, j: int, begin: int) -> int:
    """Past an adverbial at the front: "On Friday the mayor", "In Ohio Smith"."""
    tags, tokens, lowers = passage.tags, passage.tokens, passage.lowers
    if begin < start or tags[start] is Tag.PREPOSITION:
        k = j
        while k > start:
            if tags[k] is Tag.DETERMINER and (tags[k - 1] in (Tag.NOUN, Tag.TIME, Tag.NUMBER)):
                return k
            if tags[k - 1] is Tag.TIME and tags[k] in PHRASE_TAGS:
                return k
            if tokens[k].is_capitalised and tags[k - 1] is Tag.NOUN and not tokens[k - 1].is_capitalised:
                return k
            if passage.name_of[k] >= 0 and -1 < passage.name_of[k - 1] != passage.name_of[k]:
                return k  # "At the Orrel Post Tolle"
            k -= 1
        return start
    if start + 2 <= j and lowers[start] in ("last", "this", "next", "earlier"):
        return start + 2 if lowers[start + 1] in lexicon.words("time_nouns") else start
    while start < j and tags[start] is Tag.TIME:
        start += 1
    return start


def phrase_end(passage: Passage, i: int, ceiling: int, *, verbless: bool = False) -> int | None:
    """Where the noun phrase that begins at token `i` ends, with phrases of "of", "for" and the like after its head.

    `verbless`: no verb can follow it ("according to two court filings"), so what looks like one is a noun.
    """
    tags, lowers, tokens = passage.tags, passage.lowers, passage.tokens
    if i < ceiling and verbless and (title := title_end(passage, i)) is not None:
        by = title < ceiling and lowers[title] == "by"
        return (phrase_end(passage, title + 1, ceiling, verbless=True) if by else None) or title
    if i >= ceiling or passage.inside[i] >= 0:
        return None
    if tags[i] in (Tag.PRONOUN, Tag.OBJECT) or _stands_alone(passage, i, ceiling):
        return i + 1
    if tags[i] not in _OPENS_PHRASE and not (verbless and tags[i] is Tag.TIME):
        return None
    ceiling = min(ceiling, i + _REACH)
    k, end = i, i
    while k < ceiling:
        if passage.inside[k] >= 0:
            title = title_end(passage, k) if verbless else None
            if title is None:
                break
            k = end = title  # "according to the “Harbour for all” plan"
            continue
        kind = tags[k]
        if kind in (Tag.NOUN, Tag.NUMBER, Tag.POSSESSIVE) or (verbless and _is_last_noun(passage, k, ceiling)):
            end = k + 1
        elif (
            (verbless and k == i and kind is Tag.TIME)
            or (kind in (Tag.PARTICIPLE, Tag.GERUND, Tag.ADVERB) and k + 1 < ceiling and tags[k + 1] is Tag.NOUN)
            or (
                kind is Tag.DETERMINER
                and (
                    k == i
                    or tags[k - 1] in (Tag.PREPOSITION, Tag.DETERMINER, Tag.COORDINATOR)
                    or lowers[k - 1] in ("to", "as")
                )
            )
        ):
            pass
        elif kind is Tag.PREPOSITION and end > i and lowers[k] in ("of", "for", "from", "with", "at", "in", "on"):
            if k + 1 < ceiling and tags[k + 1] is Tag.TIME:
                break
        elif kind is Tag.TO and end > i and tokens[k - 1].lower in ("envoy", "ambassador", "adviser", "aide", "close"):
            pass
        elif lowers[k] == "and" and end == k and k + 1 < ceiling and tags[k + 1] in (Tag.NOUN, Tag.DETERMINER):
            if _clause_follows(passage, k + 1, ceiling):
                break
        elif verbless and kind is Tag.GERUND and k == i and k + 1 < ceiling and lowers[k + 1] == "by":
            end = k + 1  # "polling by the league"
        elif verbless and lowers[k] in ("but", "or") and end == k and k + 1 < ceiling and tags[k + 1] is Tag.NOUN:
            pass  # "complete but unofficial returns"
        elif (
            tokens[k].text in ("&", "/")
            or (k > i and lowers[k] == HYPHEN)
            or (
                tokens[k].text == "."
                and k + 1 < ceiling
                and k > i
                and tokens[k].start == tokens[k - 1].end
                and tokens[k + 1].start == tokens[k].end
            )
        ):
            pass
        else:
            break
        k += 1
    if verbless and end > i:
        end = _with_participle(passage, end, ceiling)
    return end if end > i else None


def _stands_alone(passage: Passage, i: int, ceiling: int) -> bool:
    """Whether a determiner has no noun: "“…,” wrote another"."""
    if passage.tags[i] is not Tag.DETERMINER or passage.lowers[i] not in _ALONE:
        return False
    return i + 1 >= ceiling or (passage.tags[i + 1] is Tag.MARK and passage.inside[i + 1] < 0)


def _with_participle(passage: Passage, end: int, ceiling: int) -> int:
    """Past the participle that says which one is meant: "a poll released last week", "a list kept by the board"."""
    tags, lowers = passage.tags, passage.lowers
    if end >= ceiling or passage.inside[end] >= 0:
        return end
    gerund = tags[end] is Tag.GERUND and lowers[end].endswith("ing")
    if not gerund and not (lowers[end].endswith(("ed", "en")) or lowers[end] in ("kept", "sent", "seen")):
        return end
    if not gerund and tags[end] not in (Tag.PARTICIPLE, Tag.FINITE):
        return end
    k = end + 1
    while k < ceiling and passage.inside[k] < 0:
        kind = tags[k]
        if kind is Tag.MARK and lowers[k] != HYPHEN:
            return k
        if kind in FINITE_TAGS or kind in (Tag.SUBORDINATOR, Tag.RELATIVE, Tag.TO, Tag.COORDINATOR):
            return end
        k += 1
    return k if k == ceiling else end


def _is_last_noun(passage: Passage, k: int, ceiling: int) -> bool:
    """Whether a word that looks like a verb stands where a noun phrase may end: "its annual reports", "a filing by"."""
    if passage.tags[k] not in (Tag.FINITE, Tag.GERUND) or not passage.lowers[k].endswith(("s", "ing")):
        return False
    if passage.tags[k - 1] not in (Tag.NOUN, Tag.NUMBER, Tag.POSSESSIVE):
        return False
    return k + 1 >= ceiling or passage.tags[k + 1] in _AFTER_PHRASE


def _clause_follows(passage: Passage, i: int, ceiling: int) -> bool:
    """Whether a verb comes before the next mark."""
    k = i
    while k < ceiling and passage.tags[k] is not Tag.MARK:
        if passage.tags[k] in FINITE_TAGS:
            return True
        k += 1
    return False
