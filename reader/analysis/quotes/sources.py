"""Who speaks, as the text puts it: the subject before or after a word of saying."""

from __future__ import annotations

from reader.analysis.quotes.appositions import is_place_of, with_apposition
from reader.analysis.quotes.clauses import DASHES
from reader.analysis.quotes.joint_sources import before_parenthesis, joint_start, list_start
from reader.analysis.quotes.noun_phrases import phrase_end, phrase_start
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.source import Source, given
from reader.analysis.quotes.stretches import subject_start
from reader.analysis.quotes.titles import short_stretch
from reader.language import lexicon
from reader.language.tags import Tag

_LIGHT = frozenset({Tag.ADVERB, Tag.TIME})
_OCCASION = frozenset({"in", "at", "on"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_FLOATING = frozenset({"all", "both", "each"})
_OF_TIMES = frozenset({"this", "last", "next", "earlier", "that"})
_HAVE = frozenset({"has", "have", "had", "'ve"})
_ADVERBIAL = 6  # tokens between a relative and its verb


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
    if j > floor + 1 and lowers[j] in _FLOATING and tags[j - 1] is Tag.AUXILIARY:
        return before(passage, j - 1, floor)  # "Tolle and Berg have both said"
    if j > floor + 1 and lowers[j] in _FLOATING and (tags[j - 1] is Tag.NOUN or lowers[j - 1] == ")"):
        j -= 1  # "Tolle and Berg both said"
    if j < floor:
        return None
    if (relative := _relative_before(passage, j, floor)) is not None:
        return _antecedent(passage, relative, floor)
    if passage.inside[j] >= 0:
        # "Tolle, the author of “Tides,” said": a title closes the apposition
        stretch = short_stretch(passage, j)
        if stretch is None or not _follows_noun(passage, stretch.first, floor):
            return None
        return with_apposition(passage, j + 1, floor)
    if tags[j] is Tag.RELATIVE or (lowers[j] == "that" and tags[j] is not Tag.DETERMINER):
        return _antecedent(passage, j, floor)
    if lowers[j] == ")":
        j = before_parenthesis(passage, j, floor)
        if j < floor:
            return None
    if lowers[j] == "," or lowers[j] in DASHES:
        return with_apposition(passage, j, floor)
    first = subject_start(passage, j, floor)
    if first is None:
        return None
    if first - 2 > floor and is_place_of(passage, first, j + 1):
        whole = phrase_start(passage, first - 2, floor)  # "Ada Berg of Lorn, Ohio, said"
        first = first if whole is None else whole
    first = list_start(passage, joint_start(passage, first, j, floor), j, floor)
    end = group if tags[j] in (Tag.FINITE, Tag.PARTICIPLE) else j + 1  # "A study released on Monday"
    return given(passage, first, end, first, end)


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
    return given(passage, first, source_end, past, whole)


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
    return k if follows else j


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


def _agent(passage: Passage, first: int, last: int) -> int:
    """Where whoever did it is named at the end of a phrase: of "a phrase coined by Tolle, who said" the name."""
    name, k = passage.name_of[last], last
    while name >= 0 and k > first and passage.name_of[k] == name:
        k -= 1
    return k + 1 if k > first and passage.lowers[k] == "by" else first


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
    if passage.lowers[j] == "who":
        first = _agent(passage, first, k)
    meant = given(passage, first, k + 1, first, j)
    if first > floor and passage.lowers[first - 1] == "," and passage.tags[first] is Tag.DETERMINER:
        # "Tolle, the mayor of Lorn, who said": the name says more than the apposition
        named = with_apposition(passage, first - 1, floor)
        if named is not None and named.begin == named.first and passage.tokens[named.past - 1].is_capitalised:
            meant = named
    return Source(j, j + 1, first, j + 1, (meant.first, meant.past)) if meant is not None else None
