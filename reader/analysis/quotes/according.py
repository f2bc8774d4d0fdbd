""" "According to" with its source, before, after and inside what it reports."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.clause_ends import report_end
from reader.analysis.quotes.clauses import DASHES, OPEN_ENDED, comma_after, has_verb
from reader.analysis.quotes.cue import Cue
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.scene import Part, Scene
from reader.analysis.quotes.source import Source
from reader.language.tags import Tag

_BEFORE_FRONTED = frozenset({"and", "but", "or", "that"})
_OPENING_MARKS = frozenset({"(", ":"})
_OPENS_SUBJECT = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER, Tag.PREPOSITION})
_BEFORE_CLAUSE = frozenset({Tag.SUBORDINATOR, Tag.COORDINATOR})
_REACH = 60  # tokens


def read_according(scene: Scene, cue: Cue) -> tuple[list[Part], Source] | None:
    """What "according to" reports, and its source."""
    passage, unit, lowers = scene.passage, scene.unit, scene.passage.lowers
    owned = lowers[cue.first] == "by" or (lowers[cue.first] == "in" and lowers[cue.past - 1] != "of")
    source = _owner(scene, cue) if owned else None
    if source is None:
        source = sources.after(passage, cue.past, unit.past, verbless=True)
    if source is None:
        return None
    before = cue.group - 1
    while before >= unit.first and passage.tags[before] is Tag.ADVERB:
        before -= 1
    opens = before > unit.first and lowers[before] == "," and passage.tags[before - 1] in _BEFORE_CLAUSE
    if before < unit.first or lowers[before] in _BEFORE_FRONTED or opens:
        first = _clause_after(scene, source.end)
        return ([(first, report_end(scene, cue, first))], source) if first is not None else None
    if lowers[before] in _OPENING_MARKS:  # "One thing is known: according to the ministry, the bridge is safe"
        first = _clause_after(scene, source.end)
        if first is not None and ")" not in lowers[source.end : first]:
            return [(first, report_end(scene, cue, first))], source
    left_end = before if lowers[before] in (",", "(") or lowers[before] in DASHES else before + 1
    first = scene.left_start()
    if first >= left_end:
        return None
    if scene.left > unit.first and any(k in scene.starts for k in range(first, left_end)):
        return None  # "“…,” Orme said, according to the paper"
    colon = next((k for k in range(left_end - 1, first, -1) if lowers[k] == ":" and passage.inside[k] < 0), first)
    if colon > first and has_verb(passage, colon, left_end) and has_verb(passage, first, colon):
        first = colon + 1
    parts = [(first, left_end)]
    comma = comma_after(passage, source.end, unit.past)
    if (
        comma is not None
        and lowers[before] == ","
        and (not has_verb(passage, first, left_end) or passage.tags[left_end - 1] in OPEN_ENDED)
    ):
        parts.append((comma + 1, report_end(scene, cue, comma + 1)))
    return parts, source


def _owner(scene: Scene, cue: Cue) -> Source:
    """Whose account it is: "by the mayor’s own account", "by her account"."""
    passage, first, past = scene.passage, cue.first + 1, cue.past - 1
    possessive = next((k for k in range(past - 1, first, -1) if passage.tags[k] is Tag.POSSESSIVE), first + 1)
    return Source(first, possessive, cue.first, cue.past)


def _clause_after(scene: Scene, k: int) -> int | None:
    """Where the clause begins after "according to …" at the front; `k` is the end of the source."""
    passage, past = scene.passage, scene.unit.past
    if k + 1 < past and passage.lowers[k] == ":":
        return k + 1
    commas: list[int] = []
    for m in range(k, min(past - 1, k + _REACH)):
        if passage.inside[m] < 0 and passage.lowers[m] == ",":
            if commas and _has_own_verb(passage, commas[-1] + 1, m):
                break
            commas.append(m)
            if len(commas) == 2:
                break
    comma = commas[0] if commas else None
    if len(commas) == 2 and (not _has_own_verb(passage, commas[0] + 1, commas[1])):
        comma = commas[1]  # an apposition or a relative stands between the two
    if k < past and passage.tags[k] in _OPENS_SUBJECT and has_verb(passage, k, past if comma is None else comma):
        return k  # "According to the ministry the bridge is safe"
    return comma + 1 if comma is not None else None


def _has_own_verb(passage: Passage, first: int, past: int) -> bool:
    """Whether a stretch between commas has a verb before any relative: it is no apposition."""
    relative = next((k for k in range(first, past) if passage.tags[k] is Tag.RELATIVE), past)
    return has_verb(passage, first, relative)
