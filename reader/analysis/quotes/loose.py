"""Quotations in marks that no known word of saying reports: after a colon, or so long that they are nothing else.

Of stretches in marks with seven words or more nearly all are quotations, whatever verb stands with them; shorter ones
are as often titles, nicknames and terms.
"""

from __future__ import annotations

from functools import cache

from reader.analysis.model import Label
from reader.analysis.quotes import sources
from reader.analysis.quotes.clauses import has_verb
from reader.analysis.quotes.marks import Stretch
from reader.analysis.quotes.noun_phrases import phrase_end
from reader.analysis.quotes.passages import Passage, Unit
from reader.analysis.quotes.reports import Report
from reader.analysis.quotes.source import Source
from reader.analysis.quotes.titles import is_title
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_LONG = 7  # words
_AFTER_COLON = 2  # words
_PEOPLE = frozenset({"he", "she", "they", "we", "i"})
_BEFORE_TITLES = frozenset({"as", "titled", "entitled", "headlined", "called", "and", "named", "of"})
_IN_LIST = frozenset({Tag.COORDINATOR, Tag.DETERMINER, Tag.MARK})
_JOINS = frozenset({"and", "or", ","})
_DOCUMENTS = frozenset({"letter", "statement", "note", "memo", "email", "message", "sign", "banner", "placard"})
_OF_SPEAKER = frozenset({"from", "by", "of"})
_REACH = 80  # tokens


def loose_quotations(passage: Passage, units: list[Unit], reports: list[Report]) -> list[Report]:
    """Quotations inside sentences that none of the `reports` holds."""
    reported = bytearray(len(passage.tokens))
    for report in reports:
        for first, past in report.parts:
            reported[first:past] = b"\1" * (past - first)
    found: list[Report] = []
    for unit in units:
        k = unit.first
        while k < unit.past:
            number = passage.inside[k]
            if number < 0:
                k += 1
                continue
            stretch = passage.stretches[number]
            past = min(stretch.past, unit.past)
            if k > unit.first and stretch.first == k and not any(reported[k:past]) and _is_quotation(passage, stretch):
                past = _past_list(passage, unit, past)
                made = _after_colon(passage, unit, k, past) or _after_verb(passage, unit, k, past)
                if made is not None:
                    found.append(made)
            k = past
    return found


def _past_list(passage: Passage, unit: Unit, past: int) -> int:
    """Past the stretches that a list adds: "a “man who sold the town” and a “thief”"."""
    while past < unit.past and passage.lowers[past] in _JOINS and passage.inside[past] < 0:
        k = past
        while k < unit.past and passage.inside[k] < 0 and passage.tags[k] in _IN_LIST:
            k += 1
        if k >= unit.past or passage.inside[k] < 0:
            break
        past = min(unit.past, passage.stretches[passage.inside[k]].past)
    return past


def _is_quotation(passage: Passage, stretch: Stretch) -> bool:
    words = [t for t in passage.tokens[stretch.first : stretch.past] if t.is_word]
    if passage.lowers[stretch.first - 1] == ":" and passage.lowers[stretch.past - 2] in (".", "!", "?"):
        return True
    if is_title(passage, stretch.first):
        return False
    return len(words) >= (_AFTER_COLON if passage.lowers[stretch.first - 1] == ":" else _LONG)


def _after_colon(passage: Passage, unit: Unit, k: int, past: int) -> Report | None:
    """ "The mayor went further: “…”", "More from Tolle: “…”"."""
    colon = k - 1
    if passage.lowers[colon] != ":" or colon == unit.first:
        return None
    owner = next((m for m in range(unit.first, colon) if passage.tags[m] is Tag.POSSESSIVE), colon)
    owned = passage.lowers[owner + 1] in _words_for_words() and not has_verb(passage, owner, colon)
    if owned and passage.name_of[unit.first] == passage.name_of[owner - 1] >= 0:
        return Report([(k, past)], (owner + 1, owner + 2), (unit.first, owner), unit)  # "Tolle’s message: “No.”"
    end = phrase_end(passage, unit.first, colon)
    described = end is not None and passage.lowers[end] == "," and not has_verb(passage, end, colon)
    if (
        end is not None
        and (end == colon or described)
        and _may_speak(passage, Source(unit.first, end, unit.first, end))
    ):
        return Report([(k, past)], (colon, k), (unit.first, end), unit)  # "The mayor: “No.”", "Tolle, the mayor: “No.”"
    name = passage.name_of[colon - 1]
    if name >= 0:
        first = colon - 1
        while first > unit.first and (passage.name_of[first - 1] == name or passage.lowers[first - 1] == "and"):
            first -= 1
            name = passage.name_of[first] if passage.name_of[first] >= 0 else passage.name_of[first - 1]
        beside = passage.tags[first - 1] is Tag.MARK or passage.lowers[first - 1] in _OF_SPEAKER
        acts = not beside and has_verb(passage, unit.first, first)
        person = name >= 0 and passage.names[name].label is Label.PERSON
        if not acts or (person and _verb(passage, unit, first) is None):
            return Report([(k, past)], (colon, k), (first, colon), unit)  # "More from Tolle: “No.”"
    verb = _verb(passage, unit, colon)
    source = verb[1] if verb is not None else None
    given = (source.first, source.past) if source is not None else None
    return Report([(k, past)], None, given, unit, antecedent=source.antecedent if source is not None else None)


@cache
def _words_for_words() -> frozenset[str]:
    return lexicon.words("nouns_of_speech") | lexicon.words("reporting_nouns")


def _after_verb(passage: Passage, unit: Unit, k: int, past: int) -> Report | None:
    """ "The mayor went after a council that “…”": from the verb on."""
    verb = _verb(passage, unit, k)
    if verb is None or passage.lowers[k - 1] in _BEFORE_TITLES:
        return None
    at, source = verb
    return Report([(at + 1, past)], None, (source.first, source.past), unit, antecedent=source.antecedent)


def _verb(passage: Passage, unit: Unit, until: int) -> tuple[int, Source] | None:
    """The last verb before the token `until` whose subject may speak, with that."""
    for k in range(until - 1, max(unit.first, until - _REACH), -1):
        if passage.inside[k] >= 0:
            return None
        if passage.tags[k] in FINITE_TAGS and passage.tags[k - 1] not in FINITE_TAGS:
            group = k
            while group > unit.first and passage.tags[group - 1] in (Tag.ADVERB, Tag.NOT):
                group -= 1
            source = sources.before(passage, group, unit.first)
            related = (
                source is not None and passage.tags[source.begin - 1] is Tag.RELATIVE
            )  # ", which Tolle has seen, is"
            if source is not None and not related and _may_speak(passage, source):
                return k, source
    return None


def _may_speak(passage: Passage, source: Source) -> bool:
    """Whether a phrase names somebody: a name, a person's noun or a pronoun for people."""
    first, past = source.antecedent or (source.first, source.past)
    head = first
    while head + 1 < past and passage.tags[head + 1] in (Tag.NOUN, Tag.NUMBER, Tag.POSSESSIVE):
        head += 1
    lower = passage.lowers[head]
    singular = lower[:-1] if lower.endswith("s") else lower
    if lower in _PEOPLE or lower in lexicon.table("person_nouns") or singular in lexicon.table("person_nouns"):
        return True
    return passage.name_of[head] >= 0 or bool({lower, singular} & (lexicon.words("headline_speakers") | _DOCUMENTS))
