"""Sentences that say whose words the next ones are: "The mayor added:", "Tolle said in a statement."."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.adjuncts import past_adjuncts
from reader.analysis.quotes.cue import CueForm
from reader.analysis.quotes.cues import find_cues
from reader.analysis.quotes.passages import Passage, Unit
from reader.analysis.quotes.reports import Report
from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_SAYS = frozenset({"said", "says"})
_NEAR = 12  # tokens
_LONGEST_TAIL = 4  # tokens between a word of saying and the end of its sentence
_SHORTEST = 6  # tokens


def announces(passage: Passage, unit: Unit) -> Report | None:
    """A sentence that ends in a colon and says who speaks: its words stand in the next paragraph."""
    if passage.lowers[unit.past - 1] not in (":", "."):
        return None
    stopped = passage.lowers[unit.past - 1] == "."
    if stopped and not _SAYS & set(passage.lowers[max(unit.first, unit.past - _NEAR) : unit.past]):
        return None
    for cue in reversed(find_cues(passage, unit)):
        if stopped and (cue.verb.lemma != "say" or past_adjuncts(passage, cue.past, unit.past) + 1 < unit.past):
            return None  # only "Tolle said in a statement." names the speaker of the next sentence
        if cue.form is CueForm.FINITE and cue.verb.frames & set("qpt"):
            source = sources.before(passage, cue.group, unit.first)
            if source is not None:
                return Report([], (cue.first, cue.past), (source.first, source.past), unit)
    return None if stopped else _announces_by_noun(passage, unit)


def _announces_by_noun(passage: Passage, unit: Unit) -> Report | None:
    """A sentence that ends in a noun of saying and a colon: "The mayor released the following statement:"."""
    nouns = lexicon.words("nouns_of_speech") | lexicon.words("reporting_nouns")
    for k in range(unit.past - 2, max(unit.first, unit.past - _LONGEST_TAIL - 2), -1):
        if passage.inside[k] < 0 and (passage.lowers[k] in nouns or passage.lowers[k].removesuffix("s") in nouns):
            for verb in range(k, unit.first, -1):
                if passage.tags[verb] in FINITE_TAGS and passage.tags[verb - 1] not in FINITE_TAGS | {Tag.ADVERB}:
                    source = sources.before(passage, verb, unit.first)
                    return Report([], (k, k + 1), (source.first, source.past), unit) if source is not None else None
    return None


def is_announced(passage: Passage, report: Report, before: Unit, unit: Unit) -> bool:
    """Whether a sentence without marks is of the paragraph that "The mayor added:" announced right before it.

    What a longer sentence announces is so only when it is set as a block quotation.
    """
    if report.cue is None or passage.lowers[report.unit.past - 1] != ":":
        return False
    blocks = passage.prose.article.blocks
    if blocks[unit.block].kind is BlockKind.QUOTATION:
        return before.block == report.unit.block or blocks[before.block].kind is BlockKind.QUOTATION
    if report.unit.past - report.cue[1] > _LONGEST_TAIL or unit.block - report.unit.block != 1:
        return False
    if before.block == unit.block:
        return bool(report.parts)
    if any(passage.inside[k] >= 0 and passage.lowers[k - 1] == ":" for k in range(unit.first + 1, unit.past)):
        return False  # "Tolle: “No.”": a list of who said what
    return blocks[unit.block].kind is BlockKind.PARAGRAPH and unit.past - unit.first >= _SHORTEST
