"""Headlines that report: "Mayor: bridge is safe", "Bridge was never safe: court told"."""

from __future__ import annotations

from reader.analysis.model import Label
from reader.analysis.quotes.clauses import has_verb, opens_stretch
from reader.analysis.quotes.noun_phrases import phrase_end
from reader.analysis.quotes.passages import Passage, Unit
from reader.analysis.quotes.reports import Report
from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.tags import Tag
from reader.language.verbs import Form, forms_of_speech

_LONGEST = 30  # tokens in a headline
_LONGEST_NAME = 5
_LONGEST_LABEL = 9
_SHORTEST = 4


def headline_report(passage: Passage, unit: Unit) -> Report | None:
    """The report of a headline "Speaker: words"; None for any other unit."""
    if not unit.opens_block or unit.past - unit.first > _LONGEST:
        return None
    heading = passage.prose.article.blocks[unit.block].kind is BlockKind.HEADING
    if not heading and unit.first != passage.units[0].first:
        return None
    told = _told_to_court(passage, unit)
    if told is not None:
        return told
    spoken = _spoken_before_name(passage, unit) or _in_title_case(passage, unit)
    if spoken is not None:
        return spoken
    colon = next(
        (k for k in range(unit.first, min(unit.past, unit.first + _LONGEST_LABEL + 1)) if passage.lowers[k] == ":"),
        None,
    )
    if colon is None or colon == unit.first or colon + 1 >= unit.past or passage.inside[colon] >= 0:
        return None
    name = _speaker(passage, unit.first, colon)
    if name is None:
        return _said_before(passage, unit)
    marked = passage.inside[colon + 1]
    past = unit.past
    while past > colon + 1 and not passage.tokens[past - 1].is_word and passage.inside[past - 1] < 0:
        past -= 1
    body = past - colon > _SHORTEST and passage.lowers[unit.first] in lexicon.words("headline_speakers")
    if marked < 0 and not body and not _is_statement(passage, colon + 1, past):
        return None
    return Report([(colon + 1, past)], (colon, colon + 1), (unit.first, name), unit)


def _spoken_before_name(passage: Passage, unit: Unit) -> Report | None:
    """ "‘I never saw it’: Ada Berg on the dam"."""
    number = passage.inside[unit.first]
    if number < 0 or passage.stretches[number].first != unit.first:
        return None
    colon = passage.stretches[number].past
    if colon + 1 >= unit.past or passage.lowers[colon] != ":" or passage.inside[colon + 1] >= 0:
        return None
    k, name = colon + 1, passage.name_of[colon + 1]
    if name < 0 or passage.names[name].label is not Label.PERSON:
        return None
    while k < unit.past and passage.name_of[k] == name:
        k += 1
    if k < unit.past and passage.tags[k] not in (Tag.PREPOSITION, Tag.MARK):
        return None
    return Report([(unit.first, colon)], (colon, colon + 1), (colon + 1, k), unit)


def _in_title_case(passage: Passage, unit: Unit) -> Report | None:
    """ "Orrel Praises Lorn: ‘Good Neighbours’": the verb, in a capital, looks like a part of a name."""
    for k in range(unit.first + 1, min(unit.past - 1, unit.first + _LONGEST_NAME)):
        if passage.name_of[k - 1] != passage.name_of[unit.first] or passage.name_of[k - 1] < 0:
            return None
        uses = forms_of_speech().get(passage.lowers[k], ())
        if passage.tags[k] in (Tag.FINITE, Tag.NOUN) and any(form is Form.PRESENT for _, form, _ in uses):
            colon = next((m for m in range(k + 1, unit.past - 1) if passage.lowers[m] == ":"), None)
            if colon is None or not opens_stretch(passage, colon + 1, unit.past):
                return None
            past = passage.stretches[passage.inside[colon + 1]].past
            return Report([(colon + 1, past)], (k, k + 1), (unit.first, k), unit)
    return None


def _said_before(passage: Passage, unit: Unit) -> Report | None:
    """ "Dam is safe: minister"."""
    past = unit.past
    while past > unit.first and not passage.tokens[past - 1].is_word:
        past -= 1
    colon = next(
        (k for k in range(past - 1, max(unit.first, past - _LONGEST_NAME - 2), -1) if passage.lowers[k] == ":"), None
    )
    if colon is None or passage.inside[colon] >= 0 or not has_verb(passage, unit.first, colon):
        return None
    if past - colon - 1 > _LONGEST_NAME or not _names_speaker(passage, colon + 1, past):
        return None
    return Report([(unit.first, colon)], (colon, colon + 1), (colon + 1, past), unit)


def _told_to_court(passage: Passage, unit: Unit) -> Report | None:
    """ "Bridge was never safe, court told": who told it is left open."""
    past = unit.past
    while past > unit.first and not passage.tokens[past - 1].is_word:
        past -= 1
    if past - unit.first < 5 or passage.lowers[past - 1] not in ("told", "hears", "heard"):
        return None
    if passage.lowers[past - 2] not in lexicon.words("courts") or passage.lowers[past - 3] not in (",", ":", "—", "–"):
        return None
    return Report([(unit.first, past - 3)], (past - 1, past), None, unit)


def _speaker(passage: Passage, first: int, colon: int) -> int | None:
    """Where the name of the speaker ends before the colon: "Tolle", "Tolle to the miners", "Tolle on the dam"."""
    if colon - first <= _LONGEST_NAME and _names_speaker(passage, first, colon):
        return colon
    k = first
    while k < colon and passage.name_of[k] == passage.name_of[first] >= 0:
        k += 1
    if k == first or k >= colon or passage.tags[k] not in (Tag.PREPOSITION, Tag.TO):
        return None
    return k if not has_verb(passage, k, colon) and _names_speaker(passage, first, k) else None


def _names_speaker(passage: Passage, first: int, colon: int) -> bool:
    """Whether what stands before the colon can speak: a person's name or a noun for those who do."""
    if phrase_end(passage, first, colon) != colon:
        return False
    last = passage.lowers[colon - 1]
    singular = last[:-1] if last.endswith("s") else last
    nouns = lexicon.words("headline_speakers")
    if last in nouns or singular in nouns or last in lexicon.table("person_nouns"):
        return True
    name = passage.name_of[first]
    return name >= 0 and passage.names[name].label in (Label.PERSON, Label.ORG) and passage.name_of[colon - 1] == name


def _is_statement(passage: Passage, first: int, past: int) -> bool:
    """Whether words after the colon make a sentence rather than a title: they have a verb."""
    return any(passage.tags[k] in (Tag.FINITE, Tag.AUXILIARY, Tag.MODAL) or passage.inside[k] >= 0
               for k in range(first, past))  # fmt: skip
