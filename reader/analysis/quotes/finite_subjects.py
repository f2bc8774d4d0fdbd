"""The subject of a finite word of saying: before it ("Tolle said"), or behind it ("said Tolle")."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.adjuncts import past_adjuncts
from reader.analysis.quotes.clauses import DASHES, closes_stretch, has_verb
from reader.analysis.quotes.cue import Cue
from reader.analysis.quotes.said import said_after
from reader.analysis.quotes.scene import Scene
from reader.analysis.quotes.source import Source
from reader.analysis.quotes.titles import past_quotation
from reader.language.tags import FINITE_TAGS, Tag

_DESCRIBES = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.NUMBER, Tag.POSSESSIVE})
_LONGEST_DESCRIPTION = 8  # tokens


def subject_beside(scene: Scene, cue: Cue) -> tuple[Source | None, Source | None]:
    """The subject before a finite verb, and the one after it ("said Tolle"); at most one of them holds."""
    passage, unit = scene.passage, scene.unit
    left = cue.group - 1
    spoken = left >= unit.first and passage.inside[left] >= 0  # "“…,” says a man involved in it"
    marked = left < unit.first or spoken or passage.lowers[left] == "," or passage.lowers[left] in DASHES
    inverted: Source | None = None
    if marked and cue.verb.frames & set("qp") and "O" not in cue.verb.frames:
        inverted = sources.after(passage, cue.past, unit.past)
        if (
            inverted is not None
            and inverted.end < unit.past
            and passage.tags[inverted.end] in FINITE_TAGS
            and not (spoken and passage.tags[inverted.end] is Tag.FINITE and passage.tags[cue.past] is not Tag.PRONOUN)
        ):
            inverted = None  # "…, said it was": a clause
    floor = unit.first if spoken else past_quotation(passage, left, unit.first)
    source = sources.before(passage, cue.group, floor)
    if source is None or inverted is None:
        return source, inverted if source is None else None
    if passage.lowers[left] != ",":
        return source, None
    # "The plan, said Tolle, …" against "Tolle, the mayor, said the plan …": the second has its clause after it
    right = said_after(passage, cue, past_adjuncts(passage, cue.past, unit.past), unit.past)
    parted = inverted.end < unit.past and passage.lowers[inverted.end] == ","
    clause = right is None and has_verb(passage, source.first, source.past)  # "The firm fished in Lorn, said Tolle"
    if clause or (source.past == left and (right is None or parted)):
        return None, inverted
    return source, None


def whole(scene: Scene, source: Source) -> Source:
    """A source with what stands between a quotation and its comma: "“No,” another miner, Sam Orme said"."""
    passage, comma = scene.passage, source.begin - 1
    if comma <= scene.left or passage.lowers[comma] != "," or passage.inside[comma] >= 0:
        return source
    for k in range(comma - 1, max(scene.left, comma - _LONGEST_DESCRIPTION), -1):
        if passage.inside[k] >= 0:
            if not closes_stretch(passage, k) or passage.lowers[k - 1] != ",":
                return source
            named = passage.tokens[comma - 1].is_capitalised  # "“No,” Sam Orme, the miner said": the name alone
            return Source(k + 1, comma if named else source.past, k + 1, source.end)
        if passage.tags[k] not in _DESCRIBES:
            return source
    return source
