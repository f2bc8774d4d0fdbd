"""Words that stand before their attribution: "…, she said", and what goes on after it."""

from __future__ import annotations

from reader.analysis.quotes.adjuncts import past_adjuncts
from reader.analysis.quotes.clause_ends import report_end
from reader.analysis.quotes.clauses import DASHES, has_verb, is_only_subordinate, opens_stretch
from reader.analysis.quotes.cue import Cue
from reader.analysis.quotes.noun_phrases import phrase_end
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.said import addressee_end
from reader.analysis.quotes.scene import Part, Scene
from reader.language.tags import FINITE_TAGS, Tag

_JOINS = frozenset({"and", "but", "or"})
_OBJECTS = frozenset(
    {Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN, Tag.OBJECT, Tag.NUMBER, Tag.FINITE, Tag.AUXILIARY, Tag.MODAL}
)
_ADVERBIAL = frozenset(
    {Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.GERUND, Tag.PARTICIPLE, Tag.COORDINATOR, Tag.TO, Tag.RELATIVE}
)
_WHEN_WHERE = frozenset({Tag.PREPOSITION, Tag.TO, Tag.TIME, Tag.ADVERB})
_GOES_ON = frozenset({"and", "but", "because", "which", "including", "with", "so"})
_PARTS_QUOTATION = DASHES | {":", "("}
"""What parts a quotation from the writer's own words before it: "There is one fault: “It leaks,” she said"."""
_REACH = 30  # tokens


def words_before(scene: Scene, cue: Cue, begin: int, past: int) -> list[Part] | None:
    """What was said when it stands before an attribution whose tokens are `[begin, past)`; None when it cannot be."""
    passage, unit = scene.passage, scene.unit
    first = scene.left_start()
    end = begin
    while end > first and passage.inside[end - 1] < 0 and not passage.tokens[end - 1].is_word:
        if passage.lowers[end - 1] in (")", "]"):
            break
        end -= 1
    if end <= first:
        return None
    direct = passage.inside[end - 1] >= 0
    if direct:
        stretch = passage.stretches[passage.inside[end - 1]]
        lead = first
        while lead < stretch.first and (not passage.tokens[lead].is_word or passage.lowers[lead] in _JOINS):
            lead += 1
        parted = stretch.first > first and passage.lowers[stretch.first - 1] in _PARTS_QUOTATION
        topic = passage.lowers[first : first + 2] == ["as", "for"]  # the writer's: "As for the dam, “…,” she said"
        if lead == stretch.first or topic or (parted and passage.inside[first] < 0):
            first = stretch.first
    k = past
    if cue.verb.frames & set("oO") and past == cue.past:
        k = addressee_end(passage, past, unit.past) or past
    k = past_adjuncts(passage, k, unit.past)
    if not direct and ("p" not in cue.verb.frames or not _may_end_at(scene, k)):
        return None
    hangs = not direct and passage.lowers[first] != "whether" and is_only_subordinate(passage, first, end)
    follow = _resumes(scene, cue, past, k, direct, first, end, hangs)
    if follow is not None:
        return [(first, end), follow]
    if hangs:
        return None
    if not direct and not has_verb(passage, first, end):
        over = k >= unit.past or passage.lowers[k] == "."
        over = over or (past > cue.past and passage.lowers[k] == "," and not has_verb(passage, k, unit.past))
        named = passage.name_of[first] >= 0 and phrase_end(passage, first, unit.past) == end
        if not over or passage.tags[first] in _WHEN_WHERE or named:
            return None  # "In May, they replied in kind", "Tolle, the head of the board said in a statement"
    return [(first, end)]


def with_lead(scene: Scene, begin: int, parts: list[Part]) -> list[Part] | None:
    """The whole of a clause whose words go on in marks: "The harbour, he said, “is a disgrace”"."""
    passage = scene.passage
    mark, resumes = begin - 1, parts[0][0]
    if mark <= scene.left or passage.lowers[mark] != "," or passage.inside[mark] >= 0:
        return None
    if passage.lowers[resumes - 1] != "," or passage.inside[resumes] < 0:
        return None
    first = scene.left_start()
    if first >= mark or passage.tags[first] in _ADVERBIAL or passage.lowers[first : first + 2] == ["as", "for"]:
        return None
    if passage.tags[first] is Tag.SUBORDINATOR and passage.lowers[first] != "as":
        opens_small = not passage.tokens[resumes + 1].is_capitalised
        return [(first, mark), *parts] if opens_small and has_verb(passage, first, mark) else None
    return [(first, mark), *parts]


def _may_end_at(scene: Scene, k: int) -> bool:
    """Whether the attribution of the words before it is over at `k`: no object of the verb stands there."""
    passage = scene.passage
    return k >= scene.unit.past or passage.inside[k] >= 0 or passage.tags[k] not in _OBJECTS


def _past_apposition(passage: Passage, comma: int, past: int) -> int:
    """The comma that closes an apposition: "If it rains, said Tolle, the head of the board, the dam …"."""
    for k in range(comma + 1, min(past - 1, comma + _REACH)):
        if passage.inside[k] >= 0 or passage.tags[k] in FINITE_TAGS:
            return comma
        if passage.lowers[k] == ",":
            return k
    return comma


def _resumes(scene: Scene, cue: Cue, past: int, k: int, direct: bool, first: int, end: int, hangs: bool) -> Part | None:
    """The words that go on after the attribution, which is over at `k`."""
    passage, unit = scene.passage, scene.unit
    m = k
    while m < unit.past and passage.inside[m] < 0 and m < k + _REACH:
        if passage.lowers[m] in (",", ":", ";") or passage.lowers[m] in DASHES:
            break
        if direct and m in scene.starts:
            return None  # "“No,” she said as a heckler yelled: “You lie!”"
        m += 1
    if direct:
        # past appositions: "said Orme, an engineer from Lorn, “…”"
        while m + 1 < unit.past and m < k + _REACH and not opens_stretch(passage, m + 1, unit.past):
            if passage.inside[m] >= 0 or m in scene.starts:
                return None
            m += 1
        if m + 1 >= unit.past or (passage.lowers[m] not in (",", ":", ";") and passage.lowers[m] not in DASHES):
            return None
    if m >= unit.past or passage.inside[m] >= 0:
        return None
    if opens_stretch(passage, m + 1, unit.past):
        stretch = passage.stretches[passage.inside[m + 1]]
        return m + 1, min(stretch.past, unit.past)
    if direct or m != k or passage.lowers[m] != "," or m + 1 >= unit.past or m + 1 in scene.starts:
        return None
    if hangs and passage.tags[m + 1] not in _OBJECTS:
        return None
    if past > cue.past and (hangs or not has_verb(passage, first, end)):
        m = _past_apposition(passage, m, unit.past)
        if not has_verb(passage, m, unit.past):
            return None
    if hangs or not has_verb(passage, first, end) or passage.lowers[m + 1] in _GOES_ON:
        return m + 1, report_end(scene, cue, m + 1)
    return None
