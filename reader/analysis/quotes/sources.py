"""Who speaks, as the text puts it: the subject before or after a word of saying."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.model import Label
from reader.analysis.quotes.clauses import DASHES, is_about_figure
from reader.analysis.quotes.joint_sources import before_parenthesis, joint_start
from reader.analysis.quotes.noun_phrases import PHRASE_TAGS, phrase_end, phrase_start
from reader.analysis.quotes.passages import Passage
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_LIGHT = frozenset({Tag.ADVERB, Tag.TIME})
_BEFORE_OWN_VERB = FINITE_TAGS | {Tag.COORDINATOR, Tag.ADVERB, Tag.NOT, Tag.RELATIVE, Tag.PRONOUN}
_NO_SUBJECT = frozenset({Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.GERUND, Tag.PARTICIPLE, Tag.TO, Tag.RELATIVE, Tag.TIME})
_OPENS_SUBJECT = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER})
_OCCASION = frozenset({"in", "at", "on"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_PREPOSITIONS_TOO = frozenset({"after", "before", "since", "until", "till"})
_FLOATING = frozenset({"all", "both", "each"})
_OF_TIMES = frozenset({"this", "last", "next", "earlier", "that"})
_PLACES = frozenset({Label.GPE, Label.LOC, Label.FAC})
_HAVE = frozenset({"has", "have", "had", "'ve"})
_ADVERBIAL = 6  # tokens between a relative and its verb
_MOST_APPOSITIONS = 12
_REACH = 120  # tokens
_LONGEST_TITLE = 9  # tokens in marks


@dataclass(frozen=True, slots=True)
class Source:
    """A source by index of token: the phrase that is given, and the whole clause part that it stands in."""

    first: int
    past: int
    begin: int
    """Where its phrase with all appositions begins."""
    end: int
    """Where that ends."""
    antecedent: tuple[int, int] | None = None
    """What the source stands for when it is a relative: "Tolle" of "Tolle, who said"."""


def before(passage: Passage, group: int, floor: int) -> Source | None:
    """The subject to the left of a verb group that begins at token `group`, not further left than `floor`."""
    tags, lowers = passage.tags, passage.lowers
    j = group - 1
    while j >= floor and tags[j] in _LIGHT and passage.inside[j] < 0:
        j -= 1
    if j > floor and tags[j] is Tag.PREPOSITION and j + 1 < group and tags[j + 1] is Tag.TIME:
        j -= 1  # "the company on Tuesday said"
    j = _before_time(passage, j, floor)
    if (auxiliary := _auxiliary_before(passage, j, floor)) is not None:
        return before(passage, auxiliary, floor)
    if j > floor and tags[j] is Tag.OBJECT and lowers[j] in _REFLEXIVE:
        j -= 1  # "the mayor himself said"
    if j > floor + 1 and lowers[j] in _FLOATING and (tags[j - 1] is Tag.NOUN or lowers[j - 1] == ")"):
        j -= 1  # "Tolle and Berg both said"
    if j < floor:
        return None
    if (relative := _relative_before(passage, j, floor)) is not None:
        return _antecedent(passage, relative, floor)
    if passage.inside[j] >= 0:
        # "Tolle, the author of “Tides,” said": a title closes the apposition
        stretch = passage.stretches[passage.inside[j]]
        if stretch.past - stretch.first > _LONGEST_TITLE or not _follows_noun(passage, stretch.first, floor):
            return None
        return _with_apposition(passage, j + 1, floor)
    if tags[j] is Tag.RELATIVE or (lowers[j] == "that" and tags[j] is not Tag.DETERMINER):
        return _antecedent(passage, j, floor)
    if lowers[j] == ")":
        j = before_parenthesis(passage, j, floor)
        if j < floor:
            return None
    if lowers[j] == "," or lowers[j] in DASHES:
        return _with_apposition(passage, j, floor)
    first = phrase_start(passage, j, floor)
    if first is None:
        return None
    if first - 2 > floor and _is_place_of(passage, first, j + 1):
        whole = phrase_start(passage, first - 2, floor)  # "Ada Berg of Lorn, Ohio, said"
        first = first if whole is None else whole
    first = joint_start(passage, first, j, floor)
    return _given(passage, first, j + 1, first, j + 1)


def after(passage: Passage, past: int, ceiling: int, *, verbless: bool = False) -> Source | None:
    """The subject to the right of a cue: "said the ambassador", "according to two officials" (`verbless`)."""
    end = phrase_end(passage, past, ceiling, verbless=verbless)
    if end is None:
        return None
    first, whole = past, end
    source_end = end if verbless else _without_occasion(passage, past, end)
    if whole < ceiling and passage.lowers[whole] == "," and whole + 1 < ceiling and passage.inside[whole + 1] < 0:
        # "Bram Tolle, the mayor, told": an apposition belongs to the phrase, but not to what is given.
        name_end = phrase_end(passage, whole + 1, ceiling)
        if (
            name_end is not None
            and passage.tokens[whole + 1].is_capitalised
            and not passage.tokens[source_end - 1].is_capitalised
            and passage.tags[whole + 1] is Tag.NOUN
            and (name_end >= ceiling or not passage.tokens[name_end].is_word)
        ):
            return Source(past, name_end, past, name_end)
    return _given(passage, first, source_end, past, whole)


def _without_occasion(passage: Passage, first: int, past: int) -> int:
    """Where a phrase ends without the occasion of the words: "said Tolle | in a statement"."""
    for k in range(first + 1, past - 1):
        opens = passage.lowers[k] in _OCCASION and passage.lowers[k + 1] in ("a", "an")
        if opens and any(passage.lowers[m] in lexicon.words("reporting_nouns") for m in range(k + 2, past)):
            return k
    return past


def _before_time(passage: Passage, j: int, floor: int) -> int:
    """The token before a time that ends at `j`: "the board just this month announced"."""
    lowers = passage.lowers
    if j - 2 < floor or lowers[j] not in lexicon.words("time_nouns") or lowers[j - 1] not in _OF_TIMES:
        return j
    k = j - 2
    while k > floor and passage.tags[k] in _LIGHT and passage.inside[k] < 0:
        k -= 1
    follows = passage.inside[k] < 0 and (passage.tags[k] is Tag.NOUN or lowers[k] in (")", ","))
    return k if follows and lowers[k] != "," else j


def _auxiliary_before(passage: Passage, j: int, floor: int) -> int | None:
    """The auxiliary that an adverbial which ends at `j` parts from its verb: "has in the past said"."""
    tags = passage.tags
    for k in range(j, max(floor + 1, j - _ADVERBIAL), -1):
        if passage.inside[k] >= 0:
            return None
        if tags[k] is Tag.PREPOSITION:
            return k - 1 if tags[k - 1] is Tag.AUXILIARY and passage.lowers[k - 1] in _HAVE else None
        if tags[k] not in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER, Tag.TIME):
            return None
    return None


def _relative_before(passage: Passage, j: int, floor: int) -> int | None:
    """The relative that an adverbial parts from its verb: "who in 2010 said", "who at the time told"."""
    tags = passage.tags
    k = j
    while k > floor and j - k < _ADVERBIAL and passage.inside[k] < 0:
        if tags[k] is Tag.PREPOSITION and tags[k - 1] is Tag.RELATIVE:
            return k - 1
        if tags[k] not in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER, Tag.TIME, Tag.PARTICIPLE, Tag.ADVERB):
            return None
        k -= 1
    return None


def _follows_noun(passage: Passage, i: int, floor: int) -> bool:
    """Whether a stretch that opens at `i` can be the title of what the words before it name: "author of “Tides”"."""
    if i > floor + 1 and passage.tags[i - 1] is Tag.GERUND and passage.lowers[i - 2] == ",":
        return True  # "Tolle, citing “the cold,” said"
    return i > floor and passage.tags[i - 1] in (Tag.PREPOSITION, Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE)


def _antecedent(passage: Passage, j: int, floor: int) -> Source | None:
    """Whom a relative means: "Tolle, who said"."""
    k = j - 1
    if k > floor and passage.lowers[k] == "of" and passage.tags[k - 1] in (Tag.DETERMINER, Tag.PRONOUN, Tag.NOUN):
        return Source(k - 1, j + 1, k - 1, j + 1)  # "the miners, many of whom say"
    if k >= floor and (passage.lowers[k] == "," or passage.lowers[k] in DASHES):
        k -= 1
    if k < floor or passage.inside[k] >= 0:
        return None
    first = phrase_start(passage, k, floor)
    if first is None:
        return None
    meant = _given(passage, first, k + 1, first, j)
    if first > floor and passage.lowers[first - 1] == "," and passage.tags[first] is Tag.DETERMINER:
        # "Tolle, the mayor of Lorn, who said": the name says more than the apposition
        named = _with_apposition(passage, first - 1, floor)
        if named is not None and named.begin == named.first and passage.tokens[named.past - 1].is_capitalised:
            meant = named
    return Source(j, j + 1, first, j + 1, (meant.first, meant.past)) if meant is not None else None


def _with_apposition(passage: Passage, j: int, floor: int) -> Source | None:
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
            stretch = passage.stretches[passage.inside[k]]
            if stretch.past - stretch.first > _LONGEST_TITLE or stretch.first <= floor:
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
        if opened is None or (number and _is_place_of(passage, first, past)):
            continue
        if any(_is_predicate(passage, a, b) for a, b in starts[number + 1 :]):
            continue  # "The strike, the first since May, will go on, said …": a clause, not a subject
        source = _given(passage, opened, past, opened, begin)
        if number + 1 < len(starts) and not passage.tokens[_head(passage, opened, past)].is_capitalised:
            named, until = starts[number + 1]
            if (
                named < until
                and tags[named] is Tag.NOUN is tags[until - 1]
                and passage.tokens[until - 1].is_capitalised
            ):
                # "the mayor, Ada Berg" as it stands; of "the envoy to Norway, Ada Berg", who names two, the name alone
                head = _head(passage, opened, past)
                two = any(passage.tokens[k].is_capitalised for k in range(head + 1, past))
                return Source(named if two else opened, until, opened, begin)
        return source
    return None


def _is_place_of(passage: Passage, first: int, past: int) -> bool:
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
    while k + 1 < past and passage.tags[k + 1] not in (Tag.PREPOSITION, Tag.TO, Tag.RELATIVE, Tag.MARK):
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
    if first >= past or _is_time(passage, first, past):
        return None
    named = passage.name_of[first] >= 0  # "Playing Field Orrel, an agency, says"
    if not named and tags[first] in _NO_SUBJECT and not is_about_figure(passage, first, past):
        return None
    if any(tags[k] in FINITE_TAGS for k in range(first, past)):
        for k in range(past - 1, first, -1):
            if tags[k] is Tag.SUBORDINATOR and not any(tags[m] in FINITE_TAGS for m in range(k + 1, past)):
                return k + 1
        return first if _is_described(passage, first, past) else None
    if tags[past - 1] not in PHRASE_TAGS:
        return None
    return first


def _is_time(passage: Passage, first: int, past: int) -> bool:
    """Whether a stretch says no more than when: "last month"."""
    time = passage.lowers[past - 1] in lexicon.words("time_nouns") or passage.tags[past - 1] is Tag.TIME
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


def _given(passage: Passage, first: int, past: int, begin: int, end: int) -> Source | None:
    """What to give as the source: of a named person the name alone, else the phrase as it stands."""
    tokens, tags = passage.tokens, passage.tags
    while past > first and tags[past - 1] in (Tag.TIME, Tag.ADVERB):
        past -= 1
    if past <= first:
        return None
    titles = lexicon.table("person_nouns")
    head_end = first
    while head_end < past and tags[head_end] not in (Tag.PREPOSITION, Tag.TO) and tokens[head_end].lower != ",":
        head_end += 1
    name = head_end
    while name > first and tokens[name - 1].is_capitalised and tags[name - 1] is Tag.NOUN:
        name -= 1
    k = head_end - 1
    while k > name and titles.get(tokens[k - 1].lower) != ("title",):
        k -= 1
    if any(tags[m] is Tag.COORDINATOR for m in range(first, head_end)):
        return Source(first, past, begin, end)  # "Mr. Tolle and Mr. Berg"
    if name < k < head_end and tokens[k].is_capitalised:
        return Source(k, head_end, begin, end)  # "Foreign Minister Anna Berg"
    if name == k < head_end and name > first and titles.get(tokens[name - 1].lower) == ("title",):
        return Source(name, head_end, begin, end)  # "spokesman Bram Tolle"
    if name == k < head_end and tokens[name].lower in titles and head_end - name > 1:
        return Source(name + 1, head_end, begin, end)
    return Source(first, past, begin, end)
