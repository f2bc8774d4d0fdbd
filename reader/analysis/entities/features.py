"""What the model of names looks at: a candidate's words, its neighbours, the word lists and the rules' own verdict.

Each feature is a short string, `kind=value`. Training (tools/train_names.py) and reading make them with the same code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.evidence import Found
from reader.analysis.entities.habits import Habits
from reader.analysis.entities.kinds import singular
from reader.analysis.entities.word_signs import head_label, is_function_word, opener_label, opens_by_position
from reader.analysis.model import Label
from reader.language import gazetteer, lexicon

NO_NAME = "O"
FIGURE = "VAL"
CLASSES = {
    Label.PERSON: "PER",
    Label.ORG: "ORG",
    Label.GPE: "LOC",
    Label.LOC: "LOC",
    Label.FAC: "LOC",
    Label.NORP: "MISC",
    Label.EVENT: "MISC",
    Label.WORK_OF_ART: "MISC",
    Label.LAW: "MISC",
    Label.PRODUCT: "MISC",
}
"""The class of each label: what the training data tell apart. Figures have none."""
_STEP = 1.2
"""Width of the steps in which the rules' weights are told."""
_STEPS = 5
_NEAR = 3
"""Atoms between two names that are still neighbours."""


@dataclass(frozen=True, slots=True)
class Page:
    """All candidates of an article, and what they tell of each other."""

    found: Sequence[Found]
    habits: Habits
    counts: dict[str, int]
    parts: dict[str, set[str]]
    """For the first and last words of longer names: the classes of those names."""


def page_of(found: Sequence[Found], habits: Habits) -> Page:
    counts: dict[str, int] = {}
    parts: dict[str, set[str]] = {}
    for f in found:
        counts[f.key] = counts.get(f.key, 0) + 1
        if len(f.words) > 1 and f.label in CLASSES:
            for word in (f.words[0], f.words[-1]):
                parts.setdefault(word, set()).add(CLASSES[f.label])
    return Page(found, habits, counts, parts)


def verdict(f: Found) -> str:
    """The class that the rules give a candidate, `NO_NAME` or `FIGURE`."""
    return NO_NAME if f.label is None else CLASSES.get(f.label, FIGURE)


def class_sums(f: Found) -> dict[str, float]:
    """The rules' weight for each class: that of its best label."""
    sums: dict[str, float] = {}
    for label, weight in f.sums.items():
        kind = CLASSES.get(label, FIGURE)
        sums[kind] = max(sums.get(kind, weight), weight)
    return sums


def features_of(page: Page, n: int) -> list[str]:
    """The features of the candidate with the number `n`; none comes twice for one reason."""
    f = page.found[n]
    return ["bias", *_of_words(f, page.habits), *_of_neighbours(f), *_of_names_beside(page, n), *_of_rules(f, page)]


# --- the words ----------------------------------------------------------------------------------------------------
def _of_words(f: Found, habits: Habits) -> Iterator[str]:
    words = f.words
    first, last = words[0], words[-1]
    lower = last.lower()
    size = "1" if len(words) == 1 else "m"
    yield f"n={min(len(words), 5)}"
    if not _is_told(first):
        yield "fw=" + first.lower()
    if not _is_told(last):
        yield "lw=" + lower
        yield f"{size}s2={lower[-2:]}"
        yield f"{size}s3={lower[-3:]}"
        yield f"{size}s4={lower[-4:]}"
        yield f"{size}p3={lower[:3]}"
    yield "sh=" + " ".join(shape(word) for word in words[:4])
    if len(words) > 1:
        for word in words:
            if not _is_told(word):
                yield "w=" + word.lower()
        yield "wf=" + "|".join("-".join(lists_of(word)[:3]) for word in words[:3])
    else:
        yield "wf1=" + "|".join(lists_of(first))
    for kind in lists_of(first):
        yield f"{size}f:{kind}"
    for kind in lists_of(last):
        yield f"{size}l:{kind}"
    phrase = " ".join(words)
    known = gazetteer.known_label(phrase)
    if known is not None:
        yield "kp=" + known
    if gazetteer.is_city(phrase):
        yield "city" + size
    elif gazetteer.is_district(phrase):
        yield "district" + size
    if first in habits.inside:
        yield "inside"
    if first.lower() in habits.small:
        yield "small" + size
    if last in habits.people:
        yield "people" + size
    if phrase.isupper():
        yield "caps"
    if f.title:
        yield "title"
        yield "t=" + f.title.rsplit(" ", 1)[-1].lower()
    if f.quoted:
        yield "quoted"
    if f.headline:
        yield "headline"
    opens = opens_by_position(f.atoms, f.first)
    if opens:
        yield "opens"
    if size == "1":
        yield f"wo={opens:d}" + "|".join(lists_of(first))


def _is_told(word: str) -> bool:
    """Whether a list says what a word names, so that its letters need not: few texts are no authority on "Turkey"."""
    if gazetteer.known_label(word) is not None:
        return True
    if gazetteer.is_large_capital(word):
        return True
    return gazetteer.is_large_city(word) and not (gazetteer.is_first_name(word) or gazetteer.is_surname(word))


@lru_cache(maxsize=8192)
def shape(word: str) -> str:
    """How a word is written: "Xx" for "Roe", "X.X." for "U.S.", "xx-Xx" for "al-Masri"; the like twice at most."""
    out: list[str] = []
    for c in word[:12]:
        kind = "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out)


@lru_cache(maxsize=8192)
def lists_of(word: str) -> tuple[str, ...]:
    """The word lists that a word is in, by short names."""
    lower = word.lower()
    out = []
    if gazetteer.is_first_name(word):
        out.append("fn")
    if gazetteer.is_surname(word):
        out.append("sn")
    if (known := gazetteer.known_label(word)) is not None:
        out.append("k" + known)
    if gazetteer.is_large_city(word):
        out.append("lc")
    elif gazetteer.is_city(word):
        out.append("c")
    elif gazetteer.is_district(word):
        out.append("d")
    if (head := head_label(word)) is not None:
        out.append("h" + head)
    if (opener := opener_label(word)) is not None:
        out.append("o" + opener)
    if gazetteer.is_everyday_word(lower):
        out.append("ev")
    elif gazetteer.is_common_word(lower):
        out.append("co")
    if gazetteer.is_family_name_first(word):
        out.append("ff")
    if word in lexicon.words("titles"):
        out.append("ti")
    if word in lexicon.words("plain_capitals"):
        out.append("pc")
    return tuple(out)


# --- the surroundings ---------------------------------------------------------------------------------------------
def _of_neighbours(f: Found) -> Iterator[str]:
    atoms, first, past = f.atoms, f.first, f.past
    before = [_word(atoms, first - k) for k in range(1, 5)]
    after = [_word(atoms, past + k) for k in range(4)]
    for side, words, at in (("b", before, range(first - 1, first - 3, -1)), ("a", after, range(past, past + 2))):
        for k, i in zip((0, 1), at, strict=True):
            word = words[k]
            yield f"{side}{k}={word}"
            yield f"{side}{k}s={word[-3:]}"
            if 0 <= i < len(atoms):
                opens = atoms[i].name_like and opens_by_position(atoms, i) and not is_function_word(word)
                yield f"{side}{k}h={'^' if opens else shape(atoms[i].text)}"
            for kind in kinds_of(word):
                yield f"{side}{k}:{kind}"
        yield f"{side}2={words[1]} {words[0]}"
        yield f"{side}w={words[2]}"
        yield f"{side}w={words[3]}"


def _word(atoms: Sequence[Atom], i: int) -> str:
    return atoms[i].lower if 0 <= i < len(atoms) else "<" if i < 0 else ">"


@lru_cache(maxsize=8192)
def kinds_of(lower: str) -> tuple[str, ...]:
    """What a word beside a name may say of it."""
    out = []
    if lower in lexicon.table("role_nouns"):
        out.append("role")
    if (row := lexicon.table("thing_nouns").get(singular(lower))) is not None:
        out.append(row[0].split()[0])
    if lower in lexicon.words("verbs_of_speech"):
        out.append("speech")
    return tuple(out)


def _of_names_beside(page: Page, n: int) -> Iterator[str]:
    f = page.found[n]
    if n > 0 and page.found[n - 1].atoms is f.atoms:
        before = page.found[n - 1]
        if f.first - before.past <= _NEAR:
            yield f"pv{f.first - before.past}{verdict(before)}"
    if n + 1 < len(page.found) and page.found[n + 1].atoms is f.atoms:
        after = page.found[n + 1]
        if after.first - f.past <= _NEAR:
            yield f"nx{after.first - f.past}{verdict(after)}"


# --- the rules ----------------------------------------------------------------------------------------------------
def _of_rules(f: Found, page: Page) -> Iterator[str]:
    v = verdict(f)
    sums = class_sums(f)
    ranked = sorted(sums.values(), reverse=True)
    margin = _step(ranked[0] - (ranked[1] if len(ranked) > 1 else 0.0)) if ranked else -1
    yield "v=" + v
    yield f"vm={v}{margin}"
    yield f"vn={v}{len(f.words) > 1:d}"
    yield f"fine={f.label}"
    yield f"vb={v}|{_word(f.atoms, f.first - 1)}"
    yield f"va={v}|{_word(f.atoms, f.past)}"
    yield f"often={v}{min(page.counts[f.key], 4)}"
    for kind, weight in sums.items():
        yield f"s{kind}{_step(weight)}"
    yield "ss=" + "|".join(sorted(f"{kind}{_step(weight)}" for kind, weight in sums.items() if weight > 0.5))
    if f.key in page.parts:
        yield "part=" + "".join(sorted(page.parts[f.key]))


def _step(weight: float) -> int:
    return 0 if weight <= 0.0 else min(_STEPS, int(weight / _STEP))
