"""What a word of saying in the passive reports, and by whom: "was told that", "asked in May if", "was called … by"."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.adjuncts import past_adjuncts
from reader.analysis.quotes.clause_ends import report_end
from reader.analysis.quotes.contents import named_by, quotation
from reader.analysis.quotes.cue import Cue
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.reduced import is_reduced
from reader.analysis.quotes.said import ASKS
from reader.analysis.quotes.scene import Part, Scene
from reader.analysis.quotes.source import Source
from reader.language.tags import FINITE_TAGS, Tag

_QUESTIONS = frozenset({"whether", "if", "what", "why", "how"})
_LONGEST_OCCASION = 14  # tokens


def read_passive(scene: Scene, cue: Cue) -> tuple[list[Part] | None, Source | None]:
    """What a passive reports, and who said it if the text names anybody."""
    passage, unit = scene.passage, scene.unit
    if "c" in cue.verb.frames or "m" in cue.verb.frames:
        named = named_by(scene, cue)
        if named is not None:
            return named
    if not cue.verb.frames & set("tToO"):
        return None, None
    source: Source | None = None
    k = cue.past
    if k < unit.past and passage.lowers[k] == "by":
        source = sources.after(passage, k + 1, unit.past)
        k = source.end if source is not None else k
    k = past_adjuncts(passage, k, unit.past)
    if k >= unit.past:
        return None, source
    if "w" in cue.verb.frames:
        k = _question(passage, k, unit.past) or k
    asks = "w" in cue.verb.frames and passage.lowers[k] in ASKS
    if passage.inside[k] < 0 and (passage.lowers[k] == "that" or asks):
        return [(k, report_end(scene, cue, k))], source
    if k + 1 < unit.past and passage.lowers[k] in (",", ":"):
        k += 1
    return (quotation(scene, k) if cue.verb.frames & set("oO") else None), source


def _question(passage: Passage, i: int, past: int) -> int | None:
    """Where a question begins behind the occasion on which it was asked: "when asked in Lorn in May if …"."""
    related = False  # "asked by a girl who had come early whether …"
    for k in range(i, min(past, i + _LONGEST_OCCASION)):
        if passage.inside[k] >= 0 or passage.tags[k] is Tag.MARK:
            return None
        if passage.lowers[k] in _QUESTIONS:
            return k if k == i or passage.tags[k - 1] is not Tag.PREPOSITION else None
        if passage.tags[k] in FINITE_TAGS and not (related or is_reduced(passage, k, i)):
            return None
        related = related or passage.tags[k] is Tag.RELATIVE
    return None
