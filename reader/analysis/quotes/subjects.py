"""The subject of a word of saying that has none beside it: participles, and verbs joined by "and"."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.clauses import closes_stretch, has_verb
from reader.analysis.quotes.cue import Cue
from reader.analysis.quotes.noun_phrases import phrase_start
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.scene import Scene
from reader.analysis.quotes.source import Source
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import forms_of_speech

SUBORDINATES = frozenset({"when", "after", "before", "because", "if", "while", "although", "though", "since", "once"})
_OPENS_INNER = frozenset({"that", "than", "how", "what", "why", "whether", "where"})
_ALWAYS_INNER = frozenset({"that", "than"})
_PARTS_CLAUSES = frozenset({Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE})
_OPENS_CLAUSE = frozenset({Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR})
_SOME = frozenset({"some", "many", "others", "several", "both"})
_WHEN = frozenset({"at", "on", "during"})
_OPENS_GERUND = frozenset({"after", "before", "by", "while", "when", "despite", "besides", "without", "since", "in"})
_JOINS = frozenset({"and", "but", "or", "then"})
_IN = frozenset({"in", "at", "on", "during"})
_RECORDINGS = frozenset({"footage", "video", "videos", "recording", "recordings", "clip", "clips", "audio",
                         "film", "tape", "tapes", "image", "images", "picture", "pictures", "sound"})  # fmt: skip
_MAKES = frozenset({"forced", "forces", "forcing", "compelled", "compels", "led", "leads", "prompted", "prompts",
                    "caused", "causes", "got", "gets", "pushed", "pushes", "pressed", "presses", "obliged", "allowed",
                    "allows", "enabled", "enables", "drove", "allowing", "enabling", "leaving", "prompting",
                    "causing"})  # fmt: skip
"""Verbs whose object is who says it: "forced the mayor to admit"."""
_REACH = 80  # tokens
_LONGEST_BESIDE = 9  # tokens


def subject_of_gerund(scene: Scene, cue: Cue) -> Source | None:
    """Who is "adding that": the speaker before, the noun right before it, or the subject of the sentence."""
    passage, unit = scene.passage, scene.unit
    beside = _beside(scene, cue)
    subject = scene.subject
    if subject is not None and ";" in passage.lowers[subject.past : cue.first]:
        subject = main_subject(scene, cue.first - 1) or subject  # "Tolle said no; Berg nodded, saying that …"
    if beside is not None or subject is not None:
        return beside or nearer_subject(scene, cue.first - 1) or subject
    if cue.first > unit.first and passage.lowers[cue.first - 1] == "under":
        return None  # "who had been under questioning"
    if cue.first == unit.first or (
        passage.lowers[cue.first - 1] in _OPENS_GERUND
        and not has_verb(passage, unit.first, cue.first)
        and not any(passage.tags[m] in (Tag.NOUN, Tag.PRONOUN) for m in range(unit.first, cue.first - 1))
    ):
        return _after_comma(scene, cue)
    k = cue.first - 1
    named = passage.inside[k] < 0 and passage.tags[k] in (Tag.NOUN, Tag.POSSESSIVE)
    if named and passage.lowers[k] not in lexicon.words("time_nouns"):
        first = phrase_start(passage, k, unit.first)
        if first is not None and not _is_occasion(passage, first, unit.first):
            of = _shown(passage, first, k)
            beside = Source(of, k + 1, of, k + 1)
            return (main_subject(scene, k) or beside) if _is_carrier(passage, of, k + 1) else beside
    return _before_insertion(scene, k) or main_subject(scene, k)


def _is_occasion(passage: Passage, first: int, floor: int) -> bool:
    """Whether a phrase only tells when or where, between commas: "…, at one point saying"."""
    return first - 2 > floor and passage.lowers[first - 1] in _WHEN and passage.tags[first - 2] is Tag.MARK


def _is_carrier(passage: Passage, first: int, past: int) -> bool:
    """Whether a phrase is what carries somebody's words: "a letter to the board", "radio ads"."""
    head = first
    while head + 1 < past and passage.tags[head + 1] not in (Tag.PREPOSITION, Tag.TO):
        head += 1
    carriers = lexicon.words("reporting_nouns")
    return passage.lowers[head] in carriers or passage.lowers[head].removesuffix("s") in carriers


def is_joined_at_once(scene: Scene, cue: Cue) -> bool:
    """Whether what stands right before a verb is no subject: ", then said", "and in a note said"."""
    return _after_then(scene, cue) or _before_occasion(scene, cue) is not None


def _after_then(scene: Scene, cue: Cue) -> bool:
    """Whether ", then" stands right before a verb group."""
    k = cue.group - 1
    return k > scene.unit.first and scene.passage.lowers[k] == "then" and scene.passage.lowers[k - 1] == ","


def _before_occasion(scene: Scene, cue: Cue) -> int | None:
    """The "and" or "but" before "in a statement", which stands right before a verb; None when there is none."""
    passage, unit, last = scene.passage, scene.unit, cue.group - 1
    if last <= unit.first or passage.inside[last] >= 0 or passage.name_of[last] >= 0:
        return None
    first = phrase_start(passage, last, unit.first)
    if first is None or first - 2 <= unit.first or passage.lowers[first - 1] not in _IN:
        return None
    return first - 2 if passage.lowers[first - 2] in _JOINS else None


def joined_subject(scene: Scene, cue: Cue) -> Source | None:
    """The subject that a verb after "and", "but" or "then" shares with the one before it."""
    passage, unit = scene.passage, scene.unit
    occasion = _before_occasion(scene, cue)
    left = cue.group - 1 if occasion is None else occasion
    while left > unit.first and passage.tags[left] is Tag.ADVERB and passage.inside[left] < 0:
        left -= 1
    if left < unit.first or not (passage.lowers[left] in _JOINS or _after_then(scene, cue)):
        return None
    return nearer_subject(scene, left) or scene.subject or main_subject(scene, left)


def nearer_subject(scene: Scene, until: int) -> Source | None:
    """Who does what stands before `until`, when it opens a clause of its own: "Tolle asked, and Berg left, saying"."""
    passage, subject, main = scene.passage, scene.subject, main_subject(scene, until)
    if main is None or subject is None or main.begin < max(scene.left, subject.end, scene.unit.first + 1):
        return None
    before = main.begin - 1
    opens = passage.tags[before] in _OPENS_CLAUSE or passage.lowers[main.begin] in ("he", "she", "they")
    return main if opens and passage.inside[before] < 0 and passage.tags[before] is not Tag.RELATIVE else None


def _before_insertion(scene: Scene, k: int) -> Source | None:
    """The subject before a comma which a participle follows: "Tolle, after first saying that it was safe, left"."""
    passage, unit = scene.passage, scene.unit
    while k > unit.first and passage.inside[k] < 0 and passage.tags[k] is Tag.ADVERB:
        k -= 1
    if k > unit.first and passage.lowers[k] in _OPENS_GERUND:
        k -= 1
    if k <= unit.first or passage.lowers[k] != "," or passage.inside[k] >= 0 or has_verb(passage, unit.first, k):
        return None
    return sources.before(passage, k, unit.first)


def _beside(scene: Scene, cue: Cue) -> Source | None:
    """Who stands between "with" and the participle: "a tie, with three in ten saying that"."""
    passage, past = scene.passage, _past_adverbs(scene.passage, cue.first, scene.unit.first)
    for k in range(past - 1, max(scene.unit.first, cue.first - _LONGEST_BESIDE), -1):
        if passage.inside[k] >= 0 or passage.tags[k] is Tag.MARK or passage.tags[k] in FINITE_TAGS:
            return None
        if passage.lowers[k] == "with":
            parted = passage.lowers[k - 1] in (",", "—", "–", "-") or passage.tags[past - 1] is Tag.NUMBER
            return Source(k + 1, past, k + 1, past) if k + 1 < past and parted else None
    return None


def _shown(passage: Passage, first: int, last: int) -> int:
    """Where whoever is heard in a recording is named: "footage of Tolle saying"."""
    for k in range(first + 1, last):
        if passage.lowers[k] == "of" and passage.lowers[k - 1] in _RECORDINGS:
            return k + 1
    return first


def main_subject(scene: Scene, until: int) -> Source | None:
    """The subject of the last verb before the token `until` that has one and stands in no relative clause."""
    passage, unit = scene.passage, scene.unit
    related: Source | None = None
    for k in range(until, max(unit.first, until - _REACH), -1):
        if passage.inside[k] >= 0 or passage.tags[k] not in FINITE_TAGS:
            continue
        if passage.tags[k - 1] in (Tag.RELATIVE, Tag.SUBORDINATOR):
            if related is None and passage.lowers[k - 1] == "who":
                related = sources.before(passage, k, unit.first)
            continue
        source = sources.before(passage, _past_adverbs(passage, k, unit.first), unit.first)
        if source is None:
            continue
        opener = passage.lowers[source.begin - 1] if source.begin > unit.first else ""
        inner = _OPENS_INNER if "," in passage.lowers[until - 1 : until + 1] else _ALWAYS_INNER
        if opener not in SUBORDINATES and opener not in inner:
            return _first_of_clause(passage, k, source, unit.first)
    if related is None or related.antecedent is None:
        return None
    first, past = related.antecedent  # "Tolle, who came and said it was late": there is no other
    return Source(first, past, first, past)


def _first_of_clause(passage: Passage, k: int, source: Source, floor: int) -> Source:
    """The subject of the first verb of the clause whose verb at `k` has a source: of two, one is a noun in truth.

    "Tolle met loud questions before saying": "questions" is none.
    """
    for m in range(k - 1, floor, -1):
        if passage.inside[m] >= 0 or passage.tags[m] in _PARTS_CLAUSES or passage.lowers[m] in _OPENS_INNER:
            break
        if passage.tags[m] in FINITE_TAGS and passage.tags[m - 1] not in FINITE_TAGS and m < source.first:
            takes = passage.lowers[m] in lexicon.words("verbs_with_clauses") or passage.lowers[m] in forms_of_speech()
            if takes:
                break
            first = sources.before(passage, _past_adverbs(passage, m, floor), floor)
            if first is None or (
                first.begin > floor and passage.lowers[first.begin - 1] in SUBORDINATES | _OPENS_INNER
            ):
                break
            source = first
    return source


def subject_of_infinitive(scene: Scene, cue: Cue) -> Source | None:
    """The subject of the verb on which "to say" hangs: "went on to say"."""
    passage, unit, k = scene.passage, scene.unit, cue.group
    if k - 2 >= unit.first and passage.lowers[k - 2] in ("for", "on"):
        outside = passage.inside[k - 1] < 0
        if outside and passage.tags[k - 1] in (Tag.OBJECT, Tag.PRONOUN):
            return Source(k - 1, k, k - 1, k)  # "a call on her to say", "time for him to say"
    made = _made_to(scene, cue)
    if made is not None:
        return made
    while k > max(unit.first, cue.group - _REACH) and passage.tags[k] not in FINITE_TAGS:
        k -= 1
    return sources.before(passage, k, unit.first)


def _made_to(scene: Scene, cue: Cue) -> Source | None:
    """The object of a verb that makes somebody say it: "forced Tolle, who had been silent, to admit"."""
    passage, unit = scene.passage, scene.unit
    for k in range(cue.group - 1, max(unit.first, cue.group - _REACH), -1):
        if passage.lowers[k] not in _MAKES or passage.inside[k] >= 0 or passage.tags[k] is Tag.NOUN:
            continue
        some = k + 2 == cue.group and passage.lowers[k + 1] in _SOME
        made = Source(k + 1, k + 2, k + 1, k + 2) if some else sources.after(passage, k + 1, unit.past)
        if made is None or made.past > cue.group:
            return None
        aside = passage.lowers[made.past] == "," and "," in (
            passage.lowers[cue.group - 1],
            passage.lowers[cue.group - 2],
        )
        return made if aside or not has_verb(passage, made.past, cue.group) else None
    return None


def _after_comma(scene: Scene, cue: Cue) -> Source | None:
    """ "Saying that the bridge was safe, Tolle left": the subject follows."""
    passage, unit = scene.passage, scene.unit
    for k in range(cue.past, min(unit.past - 1, cue.past + _REACH)):
        if passage.lowers[k] == "," and passage.inside[k] >= 0 and closes_stretch(passage, k + 1):
            k += 1  # "After saying it was “as safe as a house,” she left"
        elif passage.inside[k] >= 0:
            continue
        if passage.lowers[k] == "," or closes_stretch(passage, k):
            source = sources.after(passage, k + 1, unit.past)
            if source is None or source.end >= unit.past:
                continue
            verb = source.end
            while verb + 1 < unit.past and passage.tags[verb] is Tag.ADVERB:
                verb += 1
            if passage.tags[verb] in FINITE_TAGS or passage.lowers[verb] == ",":
                return source
    return None


def _past_adverbs(passage: Passage, k: int, floor: int) -> int:
    """Where the adverbs before the verb at `k` begin."""
    while k > floor and passage.tags[k - 1] in (Tag.ADVERB, Tag.NOT) and passage.inside[k - 1] < 0:
        k -= 1
    return k
