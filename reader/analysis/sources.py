"""Who speaks, as the text puts it: the noun phrase before or after a word of saying."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.cues import Cue
from reader.analysis.passages import Passage
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import Form, forms_of_speech, known_forms

_PHRASE = frozenset({Tag.NOUN, Tag.NUMBER, Tag.POSSESSIVE, Tag.DETERMINER, Tag.PRONOUN})
_INSIDE_PHRASE = _PHRASE | {Tag.PREPOSITION, Tag.COORDINATOR, Tag.TIME, Tag.ADVERB, Tag.GERUND, Tag.PARTICIPLE,
                            Tag.OBJECT, Tag.TO}  # fmt: skip
_LIGHT = frozenset({Tag.ADVERB, Tag.TIME})
_GENERAL = frozenset({"someone", "somebody", "everyone", "everybody", "anyone", "nobody", "those", "one"})
_THOUGHT = frozenset(
    """thought believed felt knew hoped feared found saw learned showed meant heard considered expected understood
    decided worried made let had""".split()
)
_LONGEST_TITLE = 9  # tokens in marks
_DASHES = frozenset({"—", "–", "--", "-", "―"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source by index of token: the phrase that is given, and the whole clause part that it stands in."""

    first: int
    past: int
    begin: int
    """Where its phrase with all appositions begins."""
    end: int
    """Where that ends."""


def before(passage: Passage, cue: Cue, floor: int) -> Source | None:
    """The subject to the left of a cue, not further left than `floor`."""
    tags, lowers = passage.tags, passage.lowers
    j = cue.group - 1
    while j >= floor and tags[j] in _LIGHT and passage.inside[j] < 0:
        j -= 1
    if j < floor:
        return None
    if passage.inside[j] >= 0:
        # "Tolle, the author of “Tides,” said": a title closes the apposition
        stretch = passage.stretches[passage.inside[j]]
        if stretch.past - stretch.first > _LONGEST_TITLE or not _follows_noun(passage, stretch.first, floor):
            return None
        return _with_apposition(passage, j + 1, floor)
    if tags[j] is Tag.RELATIVE or (lowers[j] == "that" and tags[j] is not Tag.DETERMINER):
        return _antecedent(passage, j, floor)
    if lowers[j] == ")":
        j = _before_parenthesis(passage, j, floor)
        if j < floor:
            return None
    if lowers[j] == "," or lowers[j] in _DASHES:
        return _with_apposition(passage, j, floor)
    first = phrase_start(passage, j, floor)
    if first is None:
        return None
    return _given(passage, first, j + 1, first, j + 1)


def after(passage: Passage, past: int, ceiling: int) -> Source | None:
    """The subject to the right of a cue: "said the ambassador", "according to two officials"."""
    end = phrase_end(passage, past, ceiling)
    if end is None:
        return None
    first, source_end = past, end
    whole = end
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
            return _given(passage, whole + 1, name_end, past, name_end)
    return _given(passage, first, source_end, past, whole)


def _follows_noun(passage: Passage, i: int, floor: int) -> bool:
    """Whether a stretch that opens at `i` can be the title of what the words before it name: "author of “Tides”"."""
    return i > floor and passage.tags[i - 1] in (Tag.PREPOSITION, Tag.NOUN, Tag.DETERMINER)


def _before_parenthesis(passage: Passage, j: int, floor: int) -> int:
    """The token before the parenthesis that closes at `j`: "Ada Berg (Lorn) said"."""
    k = j - 1
    while k >= floor and k > j - 30:
        if passage.lowers[k] == "(":
            return k - 1
        k -= 1
    return j


def phrase_start(passage: Passage, j: int, floor: int) -> int | None:
    """Where the noun phrase that ends at token `j` begins; None when there is none."""
    tags, lowers, tokens = passage.tags, passage.lowers, passage.tokens
    if tags[j] is Tag.PRONOUN and lowers[j] not in ("one", "everyone", "someone"):
        return j
    if tags[j] not in _PHRASE and tags[j] not in (Tag.GERUND, Tag.PARTICIPLE):
        if tags[j] is not Tag.OBJECT or j <= floor or lowers[j - 1] != "of":
            return None
    start: int | None = None
    k = j
    while k >= floor and passage.inside[k] < 0:
        kind = tags[k]
        if kind is Tag.MARK:
            if tokens[k].text in "&/.’'" or (tokens[k].text == "%" and k > floor):
                k -= 1
                continue
            break
        if kind is Tag.FINITE and start is not None and _reduced(passage, k, floor):
            k -= 1
            continue
        if kind in FINITE_TAGS or kind in (Tag.BASE, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.NOT):
            break
        if kind is Tag.PRONOUN and k != j:
            if lowers[k] in _GENERAL and tags[k + 1] is Tag.PREPOSITION:
                start = k
                k -= 1
            break
        if kind is Tag.TO and (k + 1 > j or tags[k + 1] is Tag.BASE):
            break
        if kind is Tag.COORDINATOR:
            if lowers[k] != "and" or k == floor or tags[k - 1] not in (Tag.NOUN, Tag.NUMBER):
                break
            if not _joins_subjects(passage, k, j, floor):
                break
        if (kind in _PHRASE and kind is not Tag.PRONOUN) or kind is Tag.PRONOUN:
            start = k
        elif kind not in _INSIDE_PHRASE:
            break
        k -= 1
    if start is None:
        return None
    return _skip_adjunct(passage, start, j, k + 1)


def _reduced(passage: Passage, k: int, floor: int) -> bool:
    """Whether a verb between a noun and the verb of saying is a participle: "a report released in May said".

    Two finite verbs do not follow each other without a conjunction, unless the first takes a clause without "that".
    """
    lower = passage.lowers[k]
    if k <= floor or lower in _THOUGHT or lower in forms_of_speech():
        return False
    forms = known_forms().get(lower)
    participle = Form.PARTICIPLE in forms if forms is not None else lower.endswith("ed")
    return participle and passage.tags[k - 1] in (Tag.NOUN, Tag.ADVERB)


def _joins_subjects(passage: Passage, k: int, j: int, floor: int) -> bool:
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
            if tags[k - 1] is Tag.TIME and tags[k] in _PHRASE:
                return k
            if tokens[k].is_capitalised and tags[k - 1] is Tag.NOUN and not tokens[k - 1].is_capitalised:
                return k
            k -= 1
        return start
    if lowers[start] in ("last", "this", "next", "earlier") and start + 2 <= j:
        if lowers[start + 1] in ("week", "month", "year", "night", "summer", "spring", "fall"):
            return start + 2
    while start < j and tags[start] is Tag.TIME:
        start += 1
    return start


def _antecedent(passage: Passage, j: int, floor: int) -> Source | None:
    """Whom a relative means: "Tolle, who said"."""
    k = j - 1
    if k >= floor and passage.lowers[k] == ",":
        k -= 1
    if k < floor or passage.inside[k] >= 0:
        return None
    first = phrase_start(passage, k, floor)
    if first is None:
        return None
    return _given(passage, first, k + 1, first, j)


def _with_apposition(passage: Passage, j: int, floor: int) -> Source | None:
    """The subject before a comma that closes an apposition: "Tolle, the mayor of Lorn, said"."""
    lowers, tags = passage.lowers, passage.tags
    begin = j
    starts: list[tuple[int, int]] = []  # phrases between commas, from the right
    depth = 0
    past = j
    k = j - 1
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
        if not depth and (text == "," or text in _DASHES or text == "("):
            starts.append((k + 1, past))
            past = k
        elif text in (";", ":", "…", "...") or (tags[k] is Tag.MARK and passage.inside[k] >= 0):
            break
        k -= 1
    starts.append((k + 1, past))
    starts.reverse()
    for number, (first, past) in enumerate(starts[:-1] if len(starts) > 1 else starts):
        if first >= past:
            continue
        opened = _opens_subject(passage, first, past)
        if opened is None:
            continue
        if any(_is_predicate(passage, a, b) for a, b in starts[number + 1 :]):
            return None  # "The strike, the first since May, will go on, said …": a clause, not a subject
        source = _given(passage, opened, past, opened, begin)
        if number + 1 < len(starts) and not passage.tokens[_head(passage, opened, past)].is_capitalised:
            named, until = starts[number + 1]
            if named < until and all(
                passage.tokens[m].is_capitalised and passage.inside[m] < 0 for m in range(named, until)
            ) and tags[named] is Tag.NOUN:
                return Source(named, until, opened, begin)
        return source
    return None


def _is_predicate(passage: Passage, first: int, past: int) -> bool:
    """Whether a stretch between commas has a verb that no relative or conjunction takes up."""
    for k in range(first, past):
        if passage.tags[k] in (Tag.RELATIVE, Tag.SUBORDINATOR):
            return False
        if passage.tags[k] in (Tag.AUXILIARY, Tag.MODAL):
            return True
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
    if first >= past:
        return None
    if tags[first] in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.GERUND, Tag.PARTICIPLE, Tag.TO, Tag.RELATIVE, Tag.TIME):
        return None
    if any(tags[k] in FINITE_TAGS for k in range(first, past)):
        for k in range(past - 1, first, -1):
            if tags[k] is Tag.SUBORDINATOR and not any(tags[m] in FINITE_TAGS for m in range(k + 1, past)):
                return k + 1
        return None
    if tags[past - 1] not in _PHRASE:
        return None
    return first


def phrase_end(passage: Passage, i: int, ceiling: int) -> int | None:
    """Where the noun phrase that begins at token `i` ends, with phrases of "of", "for" and the like after its head."""
    tags, lowers, tokens = passage.tags, passage.lowers, passage.tokens
    if i >= ceiling or passage.inside[i] >= 0:
        return None
    if tags[i] in (Tag.PRONOUN, Tag.OBJECT):
        return i + 1
    if tags[i] not in (Tag.DETERMINER, Tag.NOUN, Tag.NUMBER, Tag.PARTICIPLE, Tag.GERUND, Tag.ADVERB):
        return None
    k, end = i, i
    while k < ceiling and passage.inside[k] < 0:
        kind = tags[k]
        if kind in (Tag.NOUN, Tag.NUMBER, Tag.POSSESSIVE):
            end = k + 1
        elif (kind in (Tag.PARTICIPLE, Tag.GERUND, Tag.ADVERB) and k + 1 < ceiling and tags[k + 1] is Tag.NOUN) or (kind is Tag.DETERMINER and (k == i or tags[k - 1] in (Tag.PREPOSITION, Tag.DETERMINER, Tag.COORDINATOR)
                                         or lowers[k - 1] in ("to", "as"))):
            pass
        elif kind is Tag.PREPOSITION and end > i and lowers[k] in ("of", "for", "from", "with", "at", "in", "on"):
            if k + 1 < ceiling and tags[k + 1] is Tag.TIME:
                break
        elif kind is Tag.TO and end > i and tokens[k - 1].lower in ("envoy", "ambassador", "adviser", "aide", "close"):
            pass
        elif lowers[k] == "and" and end == k and k + 1 < ceiling and tags[k + 1] in (Tag.NOUN, Tag.DETERMINER):
            if _clause_follows(passage, k + 1, ceiling):
                break
        elif tokens[k].text in ("&", "/") or (tokens[k].text == "." and k + 1 < ceiling and k > i
                                              and tokens[k].start == tokens[k - 1].end
                                              and tokens[k + 1].start == tokens[k].end):
            pass
        else:
            break
        k += 1
    return end if end > i else None


def _clause_follows(passage: Passage, i: int, ceiling: int) -> bool:
    """Whether a verb comes before the next mark."""
    k = i
    while k < ceiling and passage.tags[k] is not Tag.MARK:
        if passage.tags[k] in FINITE_TAGS:
            return True
        k += 1
    return False


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
    while k > name and not (titles.get(tokens[k - 1].lower) == ("title",)):
        k -= 1
    if name < k < head_end and tokens[k].is_capitalised:
        return Source(k, head_end, begin, end)  # "Foreign Minister Anna Berg"
    if name == k < head_end and name > first and titles.get(tokens[name - 1].lower) == ("title",):
        return Source(name, head_end, begin, end)  # "spokesman Bram Tolle"
    if name == k < head_end and tokens[name].lower in titles and head_end - name > 1:
        return Source(name + 1, head_end, begin, end)
    return Source(first, past, begin, end)
