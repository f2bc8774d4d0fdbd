"""What an article as a whole says of its names: weights of all mentions together decide the label of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.capitals import Habits
from reader.analysis.labels import Weights
from reader.analysis.model import Label, Name
from reader.language import gazetteer, lexicon
from reader.spans import Span

_LEAST = 0.6
"""Weight that a label must reach to be given."""
_STRONG = 2.5
"""Weight from which a name stands for its shorter forms."""
_OTHERS = 0.5
"""How much a mention elsewhere counts against the mention itself."""
_LISTED = 0.35
"""How much a neighbour in a list counts."""


@dataclass(slots=True)
class Found:
    """A candidate with its place and its weights."""

    span: Span
    words: tuple[str, ...]
    weights: Weights
    opening: bool
    title: str
    listed: bool
    """Whether it goes on with a list that the candidate before it is in."""
    key: str = ""
    sums: Weights = field(default_factory=dict)


@dataclass(slots=True)
class _Memory:
    """What the whole article tells of names."""

    totals: dict[str, Weights] = field(default_factory=dict)
    parts: dict[str, Weights] = field(default_factory=dict)
    """For the first and last words of full names: the labels of these names."""


def settle(found: Sequence[Found], habits: Habits) -> list[Name]:
    """Names with their labels, candidates that are none left out."""
    memory = _remember(found)
    for f in found:
        f.sums = _sum(f, memory)
    _share_in_lists(found)
    names = []
    for f in found:
        label, weight = _best(f.sums)
        if label is not None and weight >= _LEAST and not _is_plain(f, memory, habits):
            names.append(Name(f.span, label))
    return names


def _remember(found: Sequence[Found]) -> _Memory:
    memory = _Memory()
    for f in found:
        f.key = gazetteer.fold(" ".join(f.words))
        total = memory.totals.setdefault(f.key, {})
        for label, weight in f.weights.items():
            total[label] = total.get(label, 0.0) + weight
    for key, total in memory.totals.items():
        words = key.split()
        label, weight = _best(total)
        if len(words) < 2 or label is None or weight < _STRONG:
            continue
        if label is Label.PERSON:
            for word in {words[0], words[-1]}:
                _part(memory, word, label, 4.0)
        elif label is Label.ORG and not gazetteer.is_common_word(words[0].lower()) and len(words[0]) > 2:
            if gazetteer.known_label(words[0]) is None and not gazetteer.is_city(words[0]):
                _part(memory, words[0], label, 2.0)
    return memory


def _part(memory: _Memory, word: str, label: Label, weight: float) -> None:
    weights = memory.parts.setdefault(word, {})
    weights[label] = max(weights.get(label, 0.0), weight)


def _best(weights: Weights) -> tuple[Label | None, float]:
    if not weights:
        return None, 0.0
    label = max(weights, key=lambda k: weights[k])
    return label, weights[label]


def _sum(f: Found, memory: _Memory) -> Weights:
    sums = dict(f.weights)
    for label, weight in memory.totals[f.key].items():
        sums[label] = sums.get(label, 0.0) + _OTHERS * (weight - f.weights.get(label, 0.0))
    if len(f.words) == 1:
        for label, weight in memory.parts.get(f.key, {}).items():
            sums[label] = sums.get(label, 0.0) + weight
    return sums


def _share_in_lists(found: Sequence[Found]) -> None:
    """Neighbours in a list name things of one kind as a rule."""
    i = 0
    while i < len(found):
        past = i + 1
        while past < len(found) and found[past].listed:
            past += 1
        if past - i > 1:
            total: Weights = {}
            for f in found[i:past]:
                label, weight = _best(f.sums)
                if label is not None:
                    total[label] = total.get(label, 0.0) + min(weight, 4.0)
            for f in found[i:past]:
                label, weight = _best(f.sums)
                for other, sum_ in total.items():
                    rest = sum_ - (min(weight, 4.0) if other is label else 0.0)
                    f.sums[other] = f.sums.get(other, 0.0) + min(_LISTED * rest, 2.0)
        i = past


def _is_plain(f: Found, memory: _Memory, habits: Habits) -> bool:
    """Whether the capital of a single word says nothing: "the Board", "TV", "Minister"."""
    if len(f.words) > 1 or f.title:
        return False
    word = f.words[0]
    if word in lexicon.words("plain_capitals"):
        return True
    if not gazetteer.is_common_word(word.lower()) or f.key in memory.parts:
        return False
    if word.isupper() and len(word) > 1:
        return False
    known = gazetteer.known_label(word) is not None or gazetteer.is_large_city(word)
    if known:
        return False
    _, weight = _best(f.sums)
    return weight < 2.0
