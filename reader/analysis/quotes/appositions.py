"""Subjects before a comma that closes an apposition, by index of token: "Tolle, the mayor of Lorn, said"."""

from __future__ import annotations

from reader.analysis.model import Label
from reader.analysis.quotes.clauses import DASHES, is_about_figure
from reader.analysis.quotes.noun_phrases import PHRASE_TAGS, follows_noun
from reader.analysis.quotes.passages import HYPHEN, Passage
from reader.analysis.quotes.source import Source, given
from reader.analysis.quotes.titles import short_stretch
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_BEFORE_OWN_VERB = FINITE_TAGS | {Tag.COORDINATOR, Tag.ADVERB, Tag.NOT, Tag.RELATIVE, Tag.PRONOUN}
_NO_SUBJECT = frozenset({Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.GERUND, Tag.PARTICIPLE, Tag.TO, Tag.RELATIVE, Tag.TIME})
_OPENS_SUBJECT = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_PREPOSITIONS_TOO = frozenset({"after", "before", "since", "until", "till"})
_OF_TIMES = frozenset({"this", "last", "next", "earlier", "that"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_FROM_A_TIME = frozenset({"before", "after", "ago", "later", "earlier"})
_AFTER_HEAD = frozenset({Tag.PREPOSITION, Tag.TO, Tag.RELATIVE, Tag.MARK})
_PLACES = frozenset({Label.GPE, Label.LOC, Label.FAC})
_MOST_APPOSITIONS = 12
_REACH = 120  # tokens


def with_apposition(passage: Passage, j: int, floor: int) -> Source | None:
    """The subject before a comma that closes an apposition: "Tolle, the mayor of Lorn, said"."""
    lowers, tags = passage.lowers, passage.tags
    begin = j
    starts: list[tuple[int, int]] = []  # phrases between commas, from the right
    depth = 0
    past = j
    k = j - 1
    floor = max(floor, j - _REACH)
    while k >= floor:
        if passage.inside[k] >= 0:
            stretch = short_stretch(passage, k)
            if stretch is None or stretch.first <= floor:
                break
            k = stretch.first - 1
            continue
        text = lowers[k]
        if text == ")":
            depth += 1
        elif text == "(":
            if depth:
                depth -= 1
            else:
                break
        if not depth and (text == "," or text in DASHES or text == "("):
            starts.append((k + 1, past))
            past = k
            if len(starts) == _MOST_APPOSITIONS:
                return None
        elif text in (";", ":", "…", "...") or (tags[k] is Tag.MARK and passage.inside[k] >= 0):
            break
        k -= 1
    starts.append((k + 1, past))
    starts.reverse()
    for number, (first, past) in enumerate(starts[:-1] if len(starts) > 1 else starts):
        if first >= past:
            continue
        opened = _opens_subject(passage, first, past)
        if opened is None or (number and is_place_of(passage, first, past)):
            continue
        if any(_is_predicate(passage, a, b) for a, b in starts[number + 1 :]):
            continue  # "The strike, the first since May, will go on, said …": a clause, not a subject
        opened = next((k for k in range(past - 1, opened, -1) if follows_noun(passage, k, opened)), opened)
        source = given(passage, opened, past, opened, begin)
        head = _head(passage, opened, past)
        if number + 1 < len(starts) and not passage.tokens[head].is_capitalised:
            named, until = starts[number + 1]
            opens = passage.tags[named] is Tag.NOUN or passage.lowers[named] in _ARTICLES  # not "one of the divers"
            if named < until and opens and _ends_in_name(passage, until - 1):
                # "the mayor, Ada Berg" as it stands; of "the envoy to Norway, Ada Berg", who names two, the name alone
                two = any(passage.tokens[k].is_capitalised for k in range(head + 1, past))
                return Source(named if two else opened, until, opened, begin)
        return source
    return None


def _ends_in_name(passage: Passage, k: int) -> bool:
    return passage.tags[k] is Tag.NOUN and passage.tokens[k].is_capitalised


def is_place_of(passage: Passage, first: int, past: int) -> bool:
    """Whether a stretch between commas is a place that says where the one before it lies: "in Lorn, Ohio"."""
    name, before = passage.name_of[first], passage.name_of[first - 2]
    if name < 0 or before < 0 or passage.name_of[past - 1] != name or passage.lowers[first - 1] != ",":
        return False
    if passage.names[name].label is not Label.GPE or passage.names[before].label not in _PLACES:
        return False
    k = first - 2
    while k > 0 and passage.name_of[k] == before:
        k -= 1
    return passage.tags[k] is Tag.PREPOSITION


def _is_predicate(passage: Passage, first: int, past: int) -> bool:
    """Whether a stretch between commas has a verb that no relative or conjunction takes up."""
    for k in range(first, past):
        if passage.tags[k] in (Tag.RELATIVE, Tag.SUBORDINATOR):
            return False
        if passage.tags[k] in (Tag.AUXILIARY, Tag.MODAL):
            return True
        if passage.tags[k] is Tag.FINITE and passage.lowers[k - 1] == ")":
            return True  # "Tolle (I-Orrel) remains …, her aide, Tad Devine, told"
    return False


def _head(passage: Passage, first: int, past: int) -> int:
    """The head noun of a phrase: the last token before its first preposition."""
    k = first
    while k + 1 < past and (passage.tags[k + 1] not in _AFTER_HEAD or passage.lowers[k + 1] == HYPHEN):
        k += 1
    return k


def _opens_subject(passage: Passage, first: int, past: int) -> int | None:
    """Where in a stretch between commas a subject begins; None when it is an adverbial or a clause."""
    tags, lowers = passage.tags, passage.lowers
    while first < past and (tags[first] in (Tag.COORDINATOR, Tag.ADVERB) or lowers[first] == "that"):
        first += 1
    if first + 1 < past and tags[first] is Tag.SUBORDINATOR and tags[first + 1] in _OPENS_SUBJECT:
        if lowers[first] in _PREPOSITIONS_TOO and not any(tags[k] in FINITE_TAGS for k in range(first, past)):
            return None  # "After the vote, Tolle, the mayor, said"
        first += 1  # "As Tolle, the mayor, said"
    if past - 1 > first and lowers[past - 1] in _REFLEXIVE:
        past -= 1
    if first >= past or _is_time(passage, first, past) or (past - first == 1 and tags[first] is Tag.NUMBER):
        return None
    if past - first > 2 and lowers[first + 1] == "of" and lowers[first + 2] in ("them", "whom", "which"):
        return None  # "the miners, many of them old, said"
    named = passage.name_of[first] >= 0  # "Playing Field Orrel, an agency, says"
    if not named and tags[first] in _NO_SUBJECT and not is_about_figure(passage, first, past):
        return None
    if any(tags[k] in FINITE_TAGS for k in range(first, past)):
        for k in range(past - 1, first, -1):
            if tags[k] is Tag.SUBORDINATOR and not any(tags[m] in FINITE_TAGS for m in range(k + 1, past)):
                return k + 1
        return first if _is_described(passage, first, past) else None
    of_work = tags[past - 1] is Tag.GERUND and tags[past - 2] is Tag.PREPOSITION  # "the head of planning"
    return first if tags[past - 1] in PHRASE_TAGS or of_work else None


def _is_time(passage: Passage, first: int, past: int) -> bool:
    """Whether a stretch says no more than when: "last month"."""
    time = passage.lowers[past - 1] in lexicon.words("time_nouns") or passage.tags[past - 1] is Tag.TIME
    if past - first > 2 and passage.lowers[first + 1].removesuffix("s") in lexicon.words("time_nouns"):
        return passage.lowers[first + 2] in (
            "before",
            "after",
            "ago",
            "later",
            "earlier",
        )  # "two years after the flood"
    return past - first == 2 and passage.lowers[first] in _OF_TIMES and time


def _is_described(passage: Passage, first: int, past: int) -> bool:
    """Whether all verbs of a stretch say which one is meant: "some voters who had come", "a clerk arrested in May"."""
    k = first
    while k < past and passage.tags[k] in PHRASE_TAGS:
        k += 1
    if k == first or k >= past:
        return False
    if passage.lowers[k] in ("who", "whose"):
        return not any(
            passage.tags[m] in FINITE_TAGS and passage.tags[m - 1] not in _BEFORE_OWN_VERB for m in range(k + 2, past)
        )
    only = all(passage.tags[m] not in FINITE_TAGS for m in range(k + 1, past))
    return only and passage.lowers[k].endswith("ed") and k + 1 < past and passage.tags[k + 1] is Tag.PREPOSITION
