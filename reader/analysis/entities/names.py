"""Who and what is named: every name and figure of an article, with its label.

Candidates come from capitals (capitals.py, cutting.py), weights for their labels from words and context (labels.py).
The article as a whole decides (evidence.py): what a name is where the evidence is strong, it is at its bare mentions
too. A model that has read annotated text has a say beside the rules (deciding.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.entities.acronyms import defined_before
from reader.analysis.entities.atoms import Atom, atoms_of
from reader.analysis.entities.capitals import NUMBERED, find_runs
from reader.analysis.entities.cutting import cut_run
from reader.analysis.entities.deciding import decide
from reader.analysis.entities.evidence import Found, weigh
from reader.analysis.entities.habits import Habits, learn_habits
from reader.analysis.entities.joining import context_of, rejoin
from reader.analysis.entities.kinds import Weights, is_of_several, kind_before
from reader.analysis.entities.labels import evidence, of_words
from reader.analysis.entities.lettering import (
    calm_line,
    calm_words,
    is_careless,
    is_headline,
    is_shouted,
    lower_plain_words,
    raise_places,
)
from reader.analysis.entities.titles import Candidate
from reader.analysis.entities.values import find_values
from reader.analysis.entities.works import find_quoted_titles
from reader.analysis.model import Label, Name
from reader.article.model import InlineKind
from reader.language.prose import Prose
from reader.spans import Span

_DATELINE = 5.0
"""Weight for the place and the agency that a dateline names: the model has seen no datelines."""


def find_names(prose: Prose) -> tuple[Name, ...]:
    """All names and figures, in the order of the text; none overlaps another."""
    values = find_values(prose)
    found, habits = find_candidates(prose, values)
    names = _outside_code(prose, decide(found, habits))
    return tuple(sorted([*names, *outside(values, names)], key=lambda name: name.span))


def _outside_code(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names that do not stand in code, where capitals are what a screen shows: "`ALL SYSTEMS NORMAL`"."""
    code = sorted(inline.span for inline in prose.article.inlines if inline.kind is InlineKind.CODE)
    if not code:
        return names
    before = [bisect_right(code, name.span.start, key=lambda span: span.start) - 1 for name in names]
    return [name for name, i in zip(names, before, strict=True) if i < 0 or not code[i].holds(name.span)]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or what stands in its place, with the stretches in it that the rules cut out as names."""

    atoms: Sequence[Atom]
    candidates: Sequence[Candidate]
    dateline: bool
    lettered: bool
    """Whether its capitals tell little: a headline, a line in capitals."""


def find_candidates(prose: Prose, values: Sequence[Name]) -> tuple[list[Found], Habits]:
    """All stretches that may be names, weighed by the rules, in the order of the text; none overlaps another.

    `values` are the figures of the text in their order.
    """
    lines, habits = cut_lines(prose, values)
    return weigh_lines(lines, habits), habits


def cut_lines(prose: Prose, values: Sequence[Name]) -> tuple[list[Line], Habits]:
    """The lines of a text with what the rules cut out of each, and how the text writes its words."""
    dateline = prose.article.dateline_span
    pages = [atoms_of(prose, sentence) for sentence in prose.sentences]
    if is_careless(prose):
        pages = [raise_places(atoms) for atoms in pages]
    shouted = [is_shouted(atoms) for atoms in pages]
    headline = [not s and is_headline(atoms) for s, atoms in zip(shouted, pages, strict=True)]
    plain = [atoms for atoms, s, h in zip(pages, shouted, headline, strict=True) if not s and not h]
    habits = learn_habits(plain)
    lines: list[Line] = []
    v = 0
    for number, atoms in enumerate(pages):
        if not atoms:
            continue
        if shouted[number]:
            atoms = lower_plain_words(calm_line(atoms, habits), habits)
        elif headline[number]:
            atoms = lower_plain_words(calm_words(atoms, habits), habits)
        else:
            atoms = calm_words(atoms, habits)
        barred, v = _barred(atoms, values, v)
        lettered = shouted[number] or headline[number]
        titles = [] if lettered else find_quoted_titles(atoms)
        here = [c for first, past in find_runs(atoms, barred) for c in cut_run(atoms, first, past, habits)]
        agency = dateline is not None and dateline.holds(prose.sentences[number].span)
        lines.append(Line(atoms, _with_titles(atoms, here, titles), agency, lettered))
    return lines, habits


def weigh_lines(lines: Sequence[Line], habits: Habits) -> list[Found]:
    context = context_of([line.candidates for line in lines], habits)
    found: list[Found] = []
    for line in lines:
        here = line.candidates if line.lettered or line.dateline else rejoin(line.atoms, line.candidates, context)
        found += _weigh(line.atoms, here, line.dateline, line.lettered)
    weigh(found)
    return found


def outside(values: Sequence[Name], names: Sequence[Name]) -> list[Name]:
    """The figures that are not part of a name: of "Vision 2030" the year is none."""
    kept, n = [], 0
    for value in values:
        while n < len(names) and names[n].span.end <= value.span.start:
            n += 1
        if n == len(names) or names[n].span.start >= value.span.end:
            kept.append(value)
    return kept


def _with_titles(atoms: Sequence[Atom], found: list[Candidate], titles: list[tuple[int, int]]) -> list[Candidate]:
    """Candidates with the quoted titles in the place of those inside them, but for a title that one makes up alone."""
    if not titles:
        return found
    kept = [c for c in found if not any(first <= c.first and c.past <= past for first, past in titles)]
    for first, past in titles:
        words = [a.text for a in atoms[first:past]]
        kept.append(Candidate(first, past, words=words, quoted=True))
    kept.sort(key=lambda c: c.first)
    return [c for n, c in enumerate(kept) if n == 0 or kept[n - 1].past <= c.first]


def _barred(atoms: Sequence[Atom], values: Sequence[Name], v: int) -> tuple[set[int], int]:
    """Atoms of a sentence that belong to figures, and the index of the first figure that comes later."""
    barred: set[int] = set()
    for i, atom in enumerate(atoms):
        while v < len(values) and values[v].span.end <= atom.start:
            v += 1
        if (
            v < len(values)
            and values[v].span.start < atom.end
            and not (i and atoms[i - 1].text in NUMBERED and values[v].span.start == atom.start)
        ):
            barred.add(i)
    return barred, v


def _weigh(atoms: Sequence[Atom], candidates: Sequence[Candidate], dateline: bool, headline: bool) -> list[Found]:
    found = []
    kind: Weights = {}
    of_several = False
    for n, c in enumerate(candidates):
        span = Span(atoms[c.first].start, atoms[c.past - 1].end)
        listed = n > 0 and _listed(atoms, candidates[n - 1].past, c.first) and not _is_owned(atoms, candidates, n - 1)
        weights = evidence(atoms, c)
        told = kind_before(atoms, c)
        kind = told if told or not listed or not of_several else kind
        of_several = (listed and of_several) or is_of_several(atoms, c)
        if dateline:
            inside = c.first > 0 and atoms[c.first - 1].text == "("
            _count(weights, Label.ORG if inside else Label.GPE, _DATELINE)
        for label, weight in kind.items():
            _count(weights, label, weight)
        words = tuple(c.words)
        found.append(
            Found(
                span, words, of_words(words), weights, c.title, listed,
                atoms, c.first, c.past, c.quoted, headline, defined_before(atoms, c),
            )
        )  # fmt: skip
    return found


def _count(weights: Weights, label: Label, weight: float) -> None:
    weights[label] = weights.get(label, 0.0) + weight


def _is_owned(atoms: Sequence[Atom], candidates: Sequence[Candidate], n: int) -> bool:
    """Whether a name tells where somebody belongs, so that no list goes on from it: "Ana Roe of Orrel, Tom Roe of"."""
    if n == 0 or len(candidates[n - 1].words) < 2 or atoms[candidates[n].past].text != ",":
        return False
    past = candidates[n - 1].past
    return past == candidates[n].first - 1 and atoms[past].lower in ("of", "from", "at")


def _listed(atoms: Sequence[Atom], past: int, first: int) -> bool:
    """Whether two names stand side by side in a list: "A, B and C"."""
    between = [atoms[i].lower for i in range(past, min(first, past + 4))]
    return first - past <= 2 and bool(between) and all(w in (",", "and", "or", "&", "/", "-", "–") for w in between)
