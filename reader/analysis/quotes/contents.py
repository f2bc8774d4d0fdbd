"""What a word of saying reports when it stands behind it or around it; by index of token."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.adjuncts import past_time
from reader.analysis.quotes.clause_ends import report_end, tells_where
from reader.analysis.quotes.clauses import DASHES, has_verb, opens_stretch
from reader.analysis.quotes.cue import Cue
from reader.analysis.quotes.marks import Stretch
from reader.analysis.quotes.noun_phrases import phrase_start
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.said import words_begin
from reader.analysis.quotes.scene import Part, Scene
from reader.analysis.quotes.source import Source
from reader.analysis.quotes.titles import is_title
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import Form, known_forms

_DEEDS = frozenset({Tag.FINITE, Tag.AUXILIARY})
_PERFORMS = frozenset({"sing"})
_NAMED = frozenset({"named", "identified", "quoted"})
_STOPS = frozenset({",", ".", "!", "?", "…", "..."})
_WEAK_LENGTH = 4  # tokens in marks, marks counted, that a weak word needs more than
_NEAR = 8  # tokens
_OCCASIONS = frozenset({"after", "before", "when", "while", "once", "until"})
_REACH = 120  # tokens


def words_after(scene: Scene, cue: Cue) -> list[Part] | None:
    """A clause, a quotation, or a name that somebody gives something, behind its word of saying."""
    passage, past = scene.passage, scene.unit.past
    first = words_begin(passage, cue, past)
    if first is None:
        return _named(scene, cue)
    if cue.verb.lemma in _PERFORMS and opens_stretch(passage, first, past) and is_title(passage, first):
        return None  # "sang “The Last Ferry”"
    if list(passage.lowers[first : first + 3]) == ["not", "to", "be"] and passage.lowers[first + 3] in _NAMED:
        return None  # "who asked not to be named": how the writer came by it
    if passage.lowers[first : first + 2] == ["that", ","] and opens_stretch(passage, first + 2, past):
        first += 2
    return quotation(scene, first) or [(first, report_end(scene, cue, first))]


def _named(scene: Scene, cue: Cue) -> list[Part] | None:
    """ "called it “a farce”": words in marks that say what somebody called something."""
    passage = scene.passage
    if not cue.verb.frames & set("cmM") or cue.past >= scene.unit.past or passage.lowers[cue.past] == ",":
        return None
    if passage.tags[cue.past] in FINITE_TAGS and passage.inside[cue.past] < 0:
        return None  # "the faults she cited are “grave”"
    end = report_end(scene, cue, cue.past)
    k, marked, clause = cue.past, False, cue.past
    while k < end:
        if passage.inside[k] < 0:
            if marked and _ends_naming(passage, k, end):
                break
            if passage.lowers[k] == ",":
                clause = k
            k += 1
            continue
        if not marked and has_verb(passage, clause, k) and clause > cue.past:
            return None  # "praised the plan, since she thought it “bold”": other words than those of praise
        stretch = passage.stretches[passage.inside[k]]
        named = "c" in cue.verb.frames or "as" in passage.lowers[max(cue.past, k - 3) : k]
        marked = marked or named or _is_phrase(passage, stretch, cue)
        k = stretch.past
        if marked and passage.lowers[k - 2] == "," and not _joins_stretch(passage, k, end):
            break
    return [(cue.past, min(k, end))] if marked else None


def is_naming(passage: Passage, cue: Cue, source: Source, past: int) -> bool:
    """Whether a participle tells only what something is called: "a play called “The Last Ferry”"."""
    k, given = cue.past, source.first
    if "c" not in cue.verb.frames or cue.group != cue.first or not passage.lowers[cue.first].endswith("ed"):
        return False
    if k < past and passage.tags[k] is Tag.DETERMINER and passage.inside[k] < 0:
        k += 1
    if not opens_stretch(passage, k, past) or passage.tags[source.past - 1] is not Tag.NOUN:
        return False
    if "that" in passage.lowers[given : source.past]:
        return False  # "a town that the mayor called “a ruin”"
    return (
        passage.lowers[given] in ("a", "an")
        or passage.tags[given] is Tag.NUMBER
        or (is_title(passage, k) and not passage.tokens[source.past - 1].is_capitalised)
    )


def named_by(scene: Scene, cue: Cue) -> tuple[list[Part], Source] | None:
    """ "was described as “a farce” by the mayor": words in marks in the passive, with whose they are."""
    passage, unit, k = scene.passage, scene.unit, cue.past
    while k < min(unit.past, cue.past + _NEAR) and passage.inside[k] < 0 and passage.tags[k] not in FINITE_TAGS:
        k += 1
    if not opens_stretch(passage, k, unit.past):
        return None
    past = passage.stretches[passage.inside[k]].past
    if past >= unit.past or passage.lowers[past] != "by":
        return None
    source = sources.after(passage, past + 1, unit.past, verbless=True)
    return ([(cue.past, past)], source) if source is not None else None


def _is_phrase(passage: Passage, stretch: Stretch, cue: Cue) -> bool:
    """Whether words in marks are somebody's rather than a title or a name: longer, or in small letters."""
    if stretch.past - stretch.first > _WEAK_LENGTH:
        return True
    return "M" not in cue.verb.frames and passage.tokens[stretch.first + 1].text[:1].islower()


def _ends_naming(passage: Passage, k: int, end: int) -> bool:
    """Whether what somebody called something ends before token `k`: the writer's words go on there."""
    mark = passage.lowers[k]
    if mark == "," or mark in DASHES:
        return not _joins_stretch(passage, k + 1, end)
    return (
        mark in _OCCASIONS
        or tells_where(passage, k, end)
        or (_acts_on(passage, k, end) and not _joins_stretch(passage, k + 1, end))
    )


def _joins_stretch(passage: Passage, k: int, end: int) -> bool:
    """Whether another stretch follows at `k` in the same clause: "“a farce,” “a fraud” and, she added, “a shame”"."""
    near = min(end, k + _NEAR)
    while k < near and passage.inside[k] < 0 and passage.tags[k] not in FINITE_TAGS:
        k += 1
    return k < near and passage.inside[k] >= 0


def quotation(scene: Scene, first: int) -> list[Part] | None:
    """The stretch at `first` when it is a quotation by itself rather than words of a clause."""
    passage, unit = scene.passage, scene.unit
    if not opens_stretch(passage, first, unit.past):
        return None
    stretch = passage.stretches[passage.inside[first]]
    end = min(stretch.past, unit.past)
    ended = end - 2 > stretch.first and passage.tokens[end - 2].text in _STOPS
    timed = end < unit.past and passage.lowers[end] in _OCCASIONS and has_verb(passage, end, unit.past)
    over = ended or timed or _acts_on(passage, end, unit.past) or _tells_how_often(passage, end, unit.past)
    if end < unit.past and passage.tokens[end].is_word and not over:
        return None
    return [(first, end)]


def _acts_on(passage: Passage, k: int, past: int) -> bool:
    """Whether "and" with a verb follows a quotation: what the speaker did next ("said “no” and left")."""
    m = k + 1
    while m < past and passage.tags[m] is Tag.ADVERB:
        m += 1
    return k < past and passage.lowers[k] in ("and", "then", "before") and m < past and passage.tags[m] in _DEEDS


def _tells_how_often(passage: Passage, k: int, past: int) -> bool:
    """Whether no more than a time or a number of times follows a quotation: "said “no” twice on Monday"."""
    if k + 1 < past and passage.lowers[k + 1] == "times":
        k += 2
    else:
        k = past_time(passage, k, past)
        while k < past and passage.tags[k] is Tag.ADVERB and passage.inside[k] < 0:
            k += 1
    k = past_time(passage, k, past)
    return k >= past or passage.lowers[k] == "."


def taken_out(scene: Scene, cue: Cue, source: Source) -> list[Part] | None:
    """A reported clause whose subject is a relative before the speaker: "which the mayor said was shut"."""
    passage, past = scene.passage, scene.unit.past
    rel = source.begin - 1
    while rel > scene.left and passage.tags[rel] is Tag.ADVERB:
        rel -= 1  # "which even fishermen say was"
    if rel <= scene.left or passage.inside[rel] >= 0 or not cue.verb.frames & set("tTc"):
        return None
    if passage.tags[rel] is not Tag.RELATIVE and passage.lowers[rel] != "that":
        return None
    k = cue.past
    while k < past and passage.inside[k] < 0 and passage.tags[k] is Tag.ADVERB:
        k += 1
    if "c" in cue.verb.frames and opens_stretch(passage, k, past):
        return [(rel, rel + 1), (k, min(passage.stretches[passage.inside[k]].past, past))]
    if k >= past or passage.inside[k] >= 0 or not _is_verb_of(passage, k, rel) or "c" in cue.verb.frames:
        return None
    end = report_end(scene, cue, k)
    comma = next((m for m in range(k, end) if passage.lowers[m] == "," and passage.inside[m] < 0), end)
    return [(rel, rel + 1), (k, comma)]


def _is_verb_of(passage: Passage, k: int, rel: int) -> bool:
    """Whether token `k` is the verb of the relative at `rel`, which a word of saying parts from it."""
    if passage.tags[k] in FINITE_TAGS:
        return True
    forms = known_forms().get(passage.lowers[k], frozenset())
    if passage.tags[k] is Tag.PARTICIPLE:
        return Form.PAST in forms or passage.lowers[k].endswith("ed")  # "that he said improved the town"
    if passage.tags[k] is not Tag.NOUN or passage.tokens[k].is_capitalised:
        return False
    plural = passage.lowers[rel - 1].endswith("s")
    return (Form.BASE if plural else Form.PRESENT) in forms  # "laws that some say target fishermen"


def after_colon(scene: Scene, cue: Cue) -> list[Part] | None:
    """The quotation behind the colon that ends what stands after a word of saying."""
    passage, unit = scene.passage, scene.unit
    for k in range(cue.past, min(unit.past - 1, cue.past + _REACH)):
        if passage.inside[k] >= 0:
            return None
        if passage.lowers[k] == ":":
            return quotation(scene, k + 1)
    return None


def contact_clause(scene: Scene, cue: Cue, source: Source) -> tuple[list[Part], Source] | None:
    """A reported clause whose subject stands before the speaker with no relative: "a risk Tolle said could grow"."""
    passage, past, k = scene.passage, scene.unit.past, cue.past
    if "t" not in cue.verb.frames or source.antecedent is not None:
        return None
    while k < past and passage.inside[k] < 0 and passage.tags[k] is Tag.ADVERB:
        k += 1
    if k >= past or passage.inside[k] >= 0 or passage.tags[k] not in (Tag.MODAL, Tag.AUXILIARY):
        return None
    speaker = _second_phrase(passage, source.first, source.past)
    last = speaker - 1
    if last <= scene.left or passage.inside[last] >= 0 or passage.tags[last] not in (Tag.NOUN, Tag.PRONOUN):
        return None
    first = phrase_start(passage, last, scene.left)
    if first is None:
        return None
    given = Source(speaker, source.past, speaker, source.end)
    return [(first, last + 1), (k, report_end(scene, cue, k))], given


def _second_phrase(passage: Passage, first: int, past: int) -> int:
    """Where the speaker begins in what looks like one phrase: "a risk the board", "a risk Tolle"."""
    for k in range(past - 1, first, -1):
        if passage.tags[k] is Tag.DETERMINER and passage.tags[k - 1] is Tag.NOUN:
            return k
    k, name = past - 1, passage.name_of[past - 1]
    while name >= 0 and k > first and passage.name_of[k - 1] == name:
        k -= 1
    return k if name >= 0 else first


def opened_by_cue(scene: Scene, source: Source) -> list[Part] | None:
    """A quotation after its attribution, which opens the sentence: "Said Tolle, a mason from Lorn: “…”"."""
    passage, unit = scene.passage, scene.unit
    for k in range(source.end, min(unit.past - 1, source.end + _REACH)):
        if passage.lowers[k] in (",", ":") and opens_stretch(passage, k + 1, unit.past):
            return quotation(scene, k + 1)
        if passage.inside[k] >= 0 or k in scene.starts:
            return None
    return None
