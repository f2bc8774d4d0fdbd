"""Where one name ends and the next begins: a second look at the rules' cuts, at every place where two names may be one.

"Minister of Transport | Ana Roe", "Aid and Relief Centre", "Public Servants’ Association": whether the words before and
after a gap belong to one name depends on both of them, on what joins them, and on whether the article has either part
alone elsewhere. A small log-linear model weighs this (`model/joins.model`, made by tools/train_names.py); the cut that
the rules made is one of its reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.analysis.entities.atoms import PARTICLES, Atom
from reader.analysis.entities.capitals import LONGEST
from reader.analysis.entities.features import kinds_of, lists_of, shape
from reader.analysis.entities.habits import Habits
from reader.analysis.entities.labels import of_words
from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.tagger import NameModel, read_model
from reader.analysis.entities.titles import Candidate
from reader.analysis.entities.word_signs import (
    PARTY_MEMBERS,
    head_label,
    is_function_word,
    is_opener,
    is_plain_word,
    opener_label,
)
from reader.analysis.model import Label
from reader.language import gazetteer

MODEL = Path(__file__).resolve().parent / "model" / "joins.model"
APART, ONE = "S", "J"
_HOLDERS = name_words("holders of offices")
_LINKS = frozenset({"of", "for", "and", "the", "&", "'", "’", "-", "–", "on", "to", "in", "against", "with"})
_FARTHEST = 3
"""Atoms from one word of a name to the next at most, with the small words between."""
_FULL_NAME = 3.0
"""The rules' weight from which words of which none is a known first name are a person's full name."""
_SURE = 0.7
"""How much likelier than not the other verdict must be, in logarithms, to overrule the rules."""
_SURE_INSIDE = 2.0
"""The same for a cut where the rules see one name."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two capitalised words where a name may end: the atoms on its sides, and the parts that meet."""

    left: int
    """The last atom of the left part."""
    right: int
    """The first atom of the right part."""
    first: int
    """The first atom of the left part."""
    past: int
    """Past the last atom of the right part."""
    one: bool
    """Whether both parts are one name for the rules."""
    opening: bool = False
    """Whether the left part is no candidate: a word with, for the rules, a sentence's capital ("Trade | Orland")."""


def gaps_of(atoms: Sequence[Atom], found: Sequence[Candidate]) -> list[Gap]:
    """The gaps inside the candidates of a sentence and between those that stand close, in their order."""
    gaps: list[Gap] = []
    for n, c in enumerate(found):
        if _after_opening(atoms, found, n):
            gaps.append(Gap(c.first - 1, c.first, c.first - 1, c.past, False, True))
        if n and not c.quoted and not c.title and not found[n - 1].quoted:
            before = found[n - 1]
            cut_word = not atoms[before.past - 1].open and head_label(c.words[-1]) is None  # "Kenya-Uganda"
            person = _is_person(c if c.first == before.past else before)
            person = person or _are_known_apart(before, c) or before.words[-1] in _HOLDERS | PARTY_MEMBERS
            close = c.first - before.past < _FARTHEST and _linked(atoms, before.past, c.first)
            if close and not cut_word and not person:
                gaps.append(Gap(before.past - 1, c.first, before.first, c.past, False))
        if c.quoted or c.past - c.first > LONGEST:
            continue
        last = c.first
        for i in range(c.first + 1, c.past):
            if atoms[i].name_like:
                gaps.append(Gap(last, i, c.first, c.past, True))
                last = i
    return gaps


def _is_person(c: Candidate) -> bool:
    """Whether a candidate is a full name: "NASA | Ana Roe" and "Ana Roe | of Orland" are not looked at again."""
    first, *rest = c.words
    if not rest or any(head_label(w) or is_plain_word(w) for w in rest):
        return False
    return gazetteer.is_first_name(first) or of_words(tuple(c.words)).get(Label.PERSON, 0.0) >= _FULL_NAME


def _are_known_apart(before: Candidate, c: Candidate) -> bool:
    """Whether lists have both: a people before a place, "Ruthenian | Galicia", or two of a kind, "Chad and Mali"."""
    label, after = (gazetteer.known_label(" ".join(x.words)) for x in (before, c))
    if c.first == before.past:
        if len(c.words) == 1 and c.words[0] in PARTY_MEMBERS:
            return True  # "Senate Democrats"
        return label == "NORP" and after in ("GPE", "LOC", "WORK_OF_ART")
    return label == after and label in ("GPE", "NORP")


def _after_opening(atoms: Sequence[Atom], found: Sequence[Candidate], n: int) -> bool:
    """Whether a capitalised word that is in no candidate stands right before one."""
    c, i = found[n], found[n].first - 1
    if c.quoted or c.title or i < 0 or (n and found[n - 1].past > i):
        return False
    if _is_person(c) or (len(c.words) > 1 and gazetteer.is_first_name(c.words[0]) and not is_plain_word(c.words[0])):
        return False  # "Keeper | Ana Roe", "Follow | Tom Poor"
    return atoms[i].name_like and atoms[i].open and len(atoms[i].text) > 1 and not is_function_word(atoms[i].lower)


def _linked(atoms: Sequence[Atom], past: int, first: int) -> bool:
    between = [atoms[i].lower for i in range(past, first)]
    return between != ["of", "the"] and all(word in _LINKS or word in PARTICLES for word in between)


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole article tells of its gaps."""

    counts: dict[str, int]
    """How often each phrase is a candidate by itself."""
    habits: Habits


def context_of(sentences: Sequence[Sequence[Candidate]], habits: Habits) -> Context:
    counts: dict[str, int] = {}
    for found in sentences:
        for c in found:
            phrase = " ".join(c.words)
            counts[phrase] = counts.get(phrase, 0) + 1
    return Context(counts, habits)


def features_of_gap(atoms: Sequence[Atom], gap: Gap, context: Context) -> list[str]:
    """The features of a gap, as short strings; training and reading make them with the same code."""
    left = [a.text for a in atoms[gap.first : gap.left + 1]]
    right = [a.text for a in atoms[gap.right : gap.past]]
    link = " ".join(a.lower for a in atoms[gap.left + 1 : gap.right])
    v = (ONE if gap.one else "O" if gap.opening else APART) + ("." + link if link else "")
    return [
        "bias",
        "v=" + v[0],
        "vj=" + v,
        *_of_parts(left, right, atoms, gap, v),
        *_of_article(left, right, gap, context),
    ]


def _of_parts(left: list[str], right: list[str], atoms: Sequence[Atom], gap: Gap, v: str) -> Iterator[str]:
    whole = [a.text for a in atoms[gap.first : gap.past]]
    before = atoms[gap.first - 1].lower if gap.first else "<"
    after = atoms[gap.past].lower if gap.past < len(atoms) else ">"
    sides = (("l", left[-1]), ("r", right[0]), ("e", right[-1]), ("f", left[0]))
    for side, word in sides:
        yield f"{side}={word.lower()}"
        yield f"{side}s={v[0]}{shape(word)}"
        for kind in lists_of(word):
            yield f"{side}:{v}{kind}"
    yield "lr=" + "-".join(lists_of(left[-1])[:3]) + "|" + "-".join(lists_of(right[0])[:3]) + v
    yield "lx=" + v + left[-1].lower()
    yield "rx=" + v + right[0].lower()
    kinds = [_kind(tuple(part)) for part in (left, right, whole)]
    yield f"k={v}{kinds[0]}|{kinds[1]}"
    yield f"kw={v[0]}{kinds[0]}|{kinds[1]}|{kinds[2]}"
    yield f"kl={v}{kinds[0]}"
    yield f"kr={v}{kinds[1]}"
    yield f"w={v[0]}{kinds[2]}"
    known = [gazetteer.known_label(" ".join(part)) or _city(" ".join(part)) for part in (left, right, whole)]
    yield f"kn={v}{known[0]}|{known[1]}|{known[2]}"
    yield f"n={v}{min(len(left), 4)}|{min(len(right), 4)}"
    yield f"h={v[0]}{head_label(left[-1])}|{head_label(right[-1])}"
    yield f"o={v[0]}{opener_label(left[0])}|{head_label(left[-1])}|{v}"
    yield "b=" + v[0] + before
    yield "a=" + v[0] + after
    for kind in kinds_of(before):
        yield f"b:{v[0]}{kind}"
    for kind in kinds_of(after):
        yield f"a:{v[0]}{kind}"


def _city(phrase: str) -> str:
    if gazetteer.is_large_city(phrase):
        return "lc"
    return "c" if gazetteer.is_city(phrase) else "d" if gazetteer.is_district(phrase) else ""


def _kind(words: tuple[str, ...]) -> str:
    """What the rules take the words for by themselves, with a step for how surely."""
    weights = of_words(words)
    if not weights:
        return "-"
    label = max(weights, key=lambda k: weights[k])
    return f"{label}{min(3, int(weights[label] / 1.5))}"


def _of_article(left: list[str], right: list[str], gap: Gap, context: Context) -> Iterator[str]:
    own = " ".join(left), " ".join(right)
    counts = context.counts
    one = v = int(gap.one)
    alone = [min(2, counts.get(phrase, 0) - (0 if one else 1)) for phrase in own]
    yield f"cl={v}{alone[0]}"
    yield f"cr={v}{alone[1]}"
    yield f"c={v}{alone[0]}|{alone[1]}"
    if left[-1] in context.habits.people:
        yield f"pl{v}"
    if right[0] in context.habits.people:
        yield f"pr{v}"
    if (left[-1], right[0]) in context.habits.pairs:
        yield f"pair{v}"


@cache
def join_model() -> NameModel:
    """The model that comes with the program, read on first use.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    return read_model(MODEL)


def rejoin(atoms: Sequence[Atom], found: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The candidates of a sentence, cut and joined anew where the model is sure that the rules were wrong."""
    gaps = gaps_of(atoms, found)
    if not gaps:
        return list(found)
    model = join_model()
    changed: dict[int, bool] = {}
    for gap in gaps:
        if gap.one and gazetteer.known_label(" ".join(a.text for a in atoms[gap.first : gap.past])) is not None:
            continue
        told = model.log_probabilities(features_of_gap(atoms, gap, context))
        odds = told[ONE] - told[APART]
        sure = _SURE_INSIDE if gap.one else _SURE
        if (-odds if gap.one else odds) > sure:
            changed[gap.right] = not gap.one
    return _changed(atoms, found, changed) if changed else list(found)


def _changed(atoms: Sequence[Atom], found: Sequence[Candidate], changed: dict[int, bool]) -> list[Candidate]:
    out: list[Candidate] = []
    for c in found:
        if changed.get(c.first) and _after_opening(atoms, found, found.index(c)):
            out.append(Candidate(c.first - 1, c.past, words=[a.text for a in atoms[c.first - 1 : c.past]]))
        elif out and changed.get(c.first):
            last = out[-1]
            out[-1] = _candidate(atoms, last.first, c.past, last)
        else:
            out.append(c)
        for i in range(c.first + 1, c.past):
            if changed.get(i) is False:
                last = out.pop()
                past = i
                while past > last.first and not atoms[past - 1].name_like:
                    past -= 1
                if past > last.first:
                    out.append(_candidate(atoms, last.first, past, last))
                out.append(Candidate(i, last.past, words=[a.text for a in atoms[i : last.past]]))
    return [c for c in out if len(c.words) > 1 or not is_opener(c.words[0])]


def _candidate(atoms: Sequence[Atom], first: int, past: int, like: Candidate) -> Candidate:
    return Candidate(first, past, like.title, like.opening, [a.text for a in atoms[first:past]])
