"""What a word of saying reports when it stands behind it or around it; by index of token."""

from __future__ import annotations

from reader.analysis.quotes.clause_ends import report_end
from reader.analysis.quotes.clauses import opens_stretch
from reader.analysis.quotes.cues import Cue
from reader.analysis.quotes.said import past_adjuncts, said_after, said_further_on
from reader.analysis.quotes.scene import Part, Scene
from reader.analysis.quotes.sources import Source
from reader.language.tags import FINITE_TAGS, Tag

_STOPS = frozenset({",", ".", "!", "?", "…", "..."})
_WEAK_LENGTH = 4  # tokens in marks, marks counted, that a weak word needs more than
_REACH = 120  # tokens


def words_after(scene: Scene, cue: Cue) -> list[Part] | None:
    """A clause, a quotation, or a name that somebody gives something, behind its word of saying."""
    passage, past = scene.passage, scene.unit.past
    start = past_adjuncts(passage, cue.past, past)
    first = said_after(passage, cue, start, past)
    if first is None and start > cue.past:
        first = said_after(passage, cue, cue.past, past)
    if first is None:
        first = said_further_on(passage, cue, cue.past, past)
    if first is None:
        return _named(scene, cue)
    return quotation(scene, first) or [(first, report_end(scene, cue, first))]


def _named(scene: Scene, cue: Cue) -> list[Part] | None:
    """ "called it “a farce”": words in marks that say what somebody called something."""
    passage = scene.passage
    if not cue.verb.frames & set("cm"):
        return None
    end = report_end(scene, cue, cue.past)
    k, marked = cue.past, False
    while k < end and not (marked and passage.lowers[k] == ","):
        if passage.inside[k] < 0:
            k += 1
            continue
        stretch = passage.stretches[passage.inside[k]]
        named = "c" in cue.verb.frames or "as" in passage.lowers[max(cue.past, k - 3) : k]
        marked = marked or named or stretch.past - stretch.first > _WEAK_LENGTH
        k = stretch.past
    return [(cue.past, end)] if marked else None


def quotation(scene: Scene, first: int) -> list[Part] | None:
    """The stretch at `first` when it is a quotation by itself rather than words of a clause."""
    passage, unit = scene.passage, scene.unit
    if not opens_stretch(passage, first, unit.past):
        return None
    stretch = passage.stretches[passage.inside[first]]
    end = min(stretch.past, unit.past)
    ended = end - 2 > stretch.first and passage.tokens[end - 2].text in _STOPS
    if end < unit.past and not ended and passage.tokens[end].is_word:
        return None
    return [(first, end)]


def taken_out(scene: Scene, cue: Cue, source: Source) -> list[Part] | None:
    """A reported clause whose subject is a relative before the speaker: "which the mayor said was shut"."""
    passage, past = scene.passage, scene.unit.past
    rel = source.begin - 1
    if rel <= scene.left or passage.inside[rel] >= 0 or not cue.verb.frames & set("tTc"):
        return None
    if passage.tags[rel] is not Tag.RELATIVE and passage.lowers[rel] != "that":
        return None
    k = cue.past
    while k < past and passage.inside[k] < 0 and passage.tags[k] is Tag.ADVERB:
        k += 1
    if "c" in cue.verb.frames and opens_stretch(passage, k, past):
        return [(rel, rel + 1), (k, min(passage.stretches[passage.inside[k]].past, past))]
    if k >= past or passage.inside[k] >= 0 or passage.tags[k] not in FINITE_TAGS or "c" in cue.verb.frames:
        return None
    end = report_end(scene, cue, k)
    comma = next((m for m in range(k, end) if passage.lowers[m] == "," and passage.inside[m] < 0), end)
    return [(rel, rel + 1), (k, comma)]


def opened_by_cue(scene: Scene, source: Source) -> list[Part] | None:
    """A quotation after its attribution, which opens the sentence: "Said Tolle, a mason from Lorn: “…”"."""
    passage, unit = scene.passage, scene.unit
    for k in range(source.end, min(unit.past - 1, source.end + _REACH)):
        if passage.lowers[k] in (",", ":") and opens_stretch(passage, k + 1, unit.past):
            return quotation(scene, k + 1)
        if passage.inside[k] >= 0 or k in scene.starts:
            return None
    return None
