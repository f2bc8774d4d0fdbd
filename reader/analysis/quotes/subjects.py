"""The subject of a word of saying that has none beside it: participles, and verbs joined by "and"."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.cues import Cue
from reader.analysis.quotes.noun_phrases import phrase_start
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.scene import Scene
from reader.analysis.quotes.sources import Source
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

SUBORDINATES = frozenset({"when", "after", "before", "because", "if", "while", "although", "though", "since", "once"})
_REACH = 80  # tokens


def subject_of_gerund(scene: Scene, cue: Cue) -> Source | None:
    """Who is "adding that": the speaker before, the noun right before it, or the subject of the sentence."""
    passage, unit = scene.passage, scene.unit
    if scene.subject is not None:
        return scene.subject
    if cue.first == unit.first:
        return _after_comma(scene, cue)
    k = cue.first - 1
    if (
        passage.inside[k] < 0
        and passage.tags[k] in (Tag.NOUN, Tag.POSSESSIVE)
        and passage.lowers[k] not in lexicon.words("reporting_nouns")
    ):
        first = phrase_start(passage, k, unit.first)
        if first is not None:
            return Source(first, k + 1, first, k + 1)
    return main_subject(scene, k)


def main_subject(scene: Scene, until: int) -> Source | None:
    """The subject of the first verb of the sentence that has one, before the token `until`."""
    passage, unit = scene.passage, scene.unit
    for k in range(unit.first + 1, min(until + 1, unit.first + _REACH)):
        if passage.inside[k] >= 0 or passage.tags[k] not in FINITE_TAGS:
            continue
        if passage.tags[k - 1] in (Tag.RELATIVE, Tag.SUBORDINATOR):
            continue
        source = sources.before(passage, _past_adverbs(passage, k, unit.first), unit.first)
        if source is None:
            continue
        opener = passage.lowers[source.begin - 1] if source.begin > unit.first else ""
        if opener not in SUBORDINATES and opener != "that":
            return source
    return None


def subject_of_infinitive(scene: Scene, cue: Cue) -> Source | None:
    """The subject of the verb on which "to say" hangs: "went on to say"."""
    k = cue.group
    while k > max(scene.unit.first, cue.group - _REACH) and scene.passage.tags[k] not in FINITE_TAGS:
        k -= 1
    return sources.before(scene.passage, k, scene.unit.first)


def _after_comma(scene: Scene, cue: Cue) -> Source | None:
    """ "Saying that the bridge was safe, Tolle left": the subject follows."""
    passage, unit = scene.passage, scene.unit
    for k in range(cue.past, min(unit.past - 1, cue.past + _REACH)):
        if passage.lowers[k] == "," and passage.inside[k] < 0:
            source = sources.after(passage, k + 1, unit.past)
            if source is None or source.end >= unit.past:
                continue
            if passage.tags[source.end] in FINITE_TAGS or passage.lowers[source.end] == ",":
                return source
    return None


def _past_adverbs(passage: Passage, k: int, floor: int) -> int:
    """Where the adverbs before the verb at `k` begin."""
    while k > floor and passage.tags[k - 1] in (Tag.ADVERB, Tag.NOT) and passage.inside[k - 1] < 0:
        k -= 1
    return k
