"""Who and what is named: every name and figure of an article, with its label.

Candidates come from capitals (capitals.py, cutting.py), weights for their labels from words and context (labels.py).
The article as a whole decides: what a name is where the evidence is strong, it is at its bare mentions too.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.atoms import Atom, atoms_of
from reader.analysis.capitals import Habits, find_runs, opens_by_position
from reader.analysis.cutting import Candidate, cut_run
from reader.analysis.evidence import Found, settle
from reader.analysis.labels import evidence
from reader.analysis.lettering import calm_line, calm_words, is_headline, is_shouted, lower_plain_words
from reader.analysis.model import Name
from reader.analysis.values import find_values
from reader.language import gazetteer, lexicon
from reader.language.prose import Prose
from reader.spans import Span


def find_names(prose: Prose) -> tuple[Name, ...]:
    """All names and figures, in the order of the text; none overlaps another."""
    values = find_values(prose)
    pages = [atoms_of(prose, sentence) for sentence in prose.sentences]
    shouted = [is_shouted(atoms) for atoms in pages]
    headline = [not s and is_headline(atoms) for s, atoms in zip(shouted, pages, strict=True)]
    plain = [atoms for atoms, s, h in zip(pages, shouted, headline, strict=True) if not s and not h]
    habits = _habits(plain)
    found: list[Found] = []
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
        here = [c for first, past in find_runs(atoms, barred) for c in cut_run(atoms, first, past, habits)]
        found += _weigh(prose.text, atoms, here, number)
    names = settle(found, habits)
    return tuple(sorted([*names, *values], key=lambda name: name.span))


def _barred(atoms: Sequence[Atom], values: Sequence[Name], v: int) -> tuple[set[int], int]:
    """Atoms of a sentence that belong to figures, and the index of the first figure that comes later."""
    barred: set[int] = set()
    for i, atom in enumerate(atoms):
        while v < len(values) and values[v].span.end <= atom.start:
            v += 1
        if v < len(values) and values[v].span.start < atom.end:
            barred.add(i)
    return barred, v


def _habits(pages: Sequence[Sequence[Atom]]) -> Habits:
    """What ordinary sentences show of the words' capitals."""
    inside: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    small: set[str] = set()
    people: set[str] = set()
    titles = lexicon.words("titles")
    for atoms in pages:
        for i, atom in enumerate(atoms):
            if not atom.name_like:
                small.add(atom.lower)
                continue
            by_position = opens_by_position(atoms, i)
            if i and not by_position:
                inside.add(atom.text)
            if not i or not atoms[i - 1].name_like:
                continue
            before = atoms[i - 1].text
            if not opens_by_position(atoms, i - 1):
                pairs.add((before, atom.text))
            if before in titles:
                people.add(atom.text)
            elif gazetteer.is_first_name(before) or not gazetteer.is_common_word(atom.lower):
                people.update((before, atom.text))
    return Habits(inside, pairs, small, people)


def _weigh(text: str, atoms: Sequence[Atom], candidates: Sequence[Candidate], sentence: int) -> list[Found]:
    found = []
    for n, c in enumerate(candidates):
        span = Span(atoms[c.first].start, atoms[c.past - 1].end)
        listed = n > 0 and _listed(atoms, candidates[n - 1].past, c.first)
        found.append(Found(span, tuple(c.words), evidence(atoms, c), c.opening, c.title, listed))
    return found


def _listed(atoms: Sequence[Atom], past: int, first: int) -> bool:
    """Whether two names stand side by side in a list: "A, B and C"."""
    between = [atoms[i].lower for i in range(past, min(first, past + 4))]
    return first - past <= 2 and bool(between) and all(w in (",", "and", "or", "&", "/", "-", "–") for w in between)
