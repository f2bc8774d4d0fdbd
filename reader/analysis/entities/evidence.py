"""What an article as a whole says of its names: weights of all mentions together decide the label of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.capitals import LONGEST
from reader.analysis.entities.cutting import follows_office
from reader.analysis.entities.kinds import Weights
from reader.analysis.entities.labels import of_words
from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.word_signs import head_label, is_plain_word, opener_label
from reader.analysis.model import Label
from reader.language import gazetteer, lexicon
from reader.spans import Span

_LEAST = 0.6
"""Weight that a label must reach to be given."""
_STRONG = 2.5
"""Weight from which a name stands for its shorter forms."""
_OTHERS = 0.5
"""How much a mention elsewhere counts against the mention itself."""
_OFTEN = 1.0
"""How much more, at most, the words of a name count because it is there again."""
_NAMED_SO: Weights = {Label.GPE: 2.5, Label.PERSON: 1.5}
"""What a capital's name tells where somebody in the article has it, too."""
_MOST = 3.0
"""The most that the surroundings of all other mentions may add or take."""
_TOLD = 1.5
"""Weight from which the surroundings say outright what a name is: "the ferry X"."""
_SAID = 2.5
"""Weight of the surroundings from which a list has no say in what a name is."""
_AREAS = name_words("areas of offices")
_LISTED = 0.35
"""How much a neighbour in a list counts."""


@dataclass(slots=True)
class Found:
    """A candidate with its place and its weights."""

    span: Span
    words: tuple[str, ...]
    intrinsic: Weights
    """What its words tell."""
    weights: Weights
    """What its surroundings tell."""
    title: str
    listed: bool
    """Whether it goes on with a list that the candidate before it is in."""
    atoms: Sequence[Atom]
    """Its sentence, and in it the first atom and the one past the last."""
    first: int
    past: int
    quoted: bool = False
    """Whether it is a whole title in quotation marks."""
    headline: bool = False
    """Whether it stands in a headline or a line in capitals."""
    defined: tuple[str, ...] = ()
    """Of an acronym in brackets: the words before the bracket that it stands for."""
    key: str = ""
    """What all mentions of one name share."""
    sums: Weights = field(default_factory=dict)
    """What the article as a whole tells."""
    label: Label | None = None
    """What the rules make of it; None when it is no name for them."""


@dataclass(slots=True)
class _Memory:
    """What the whole article tells of names."""

    totals: dict[str, Weights] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    told: dict[str, Weights] = field(default_factory=dict)
    """The strongest word of any one mention's surroundings."""
    parts: dict[str, Weights] = field(default_factory=dict)
    """For the first and last words of full names, and for acronyms: what they speak for."""
    terms: set[str] = field(default_factory=set)
    """Acronyms that are introduced for common words: "non-performing loans (NPLs)"."""
    introduced: dict[str, float] = field(default_factory=dict)
    """Acronyms that are introduced for a name, with the weight of its label: what lists say of them does not count."""


def weigh(found: Sequence[Found]) -> None:
    """Give each candidate its key, its sums and the label that the rules alone would choose."""
    memory = _remember(found)
    for f in found:
        f.sums = _sum(f, memory)
    _share_in_lists(found)
    for f in found:
        if _is_office_area(f) or _is_shouting(f) or f.key in memory.terms:
            f.sums = {}
        label, weight = _best(f.sums)
        certain = label is not None and weight >= _LEAST and len(f.words) <= LONGEST
        f.label = label if certain and not _is_plain(f, memory) else None


def _remember(found: Sequence[Found]) -> _Memory:
    memory = _Memory()
    for f in found:
        f.key = gazetteer.fold(" ".join(f.words))
        memory.counts[f.key] = memory.counts.get(f.key, 0) + 1
        total = memory.totals.setdefault(f.key, {})
        for label, weight in f.weights.items():
            total[label] = total.get(label, 0.0) + weight
            if weight >= _TOLD:
                told = memory.told.setdefault(f.key, {})
                told[label] = max(told.get(label, 0.0), weight)
    for f in {f.key: f for f in found}.values():
        words = f.key.split()
        best, sum_ = _best(_joined(f.intrinsic, memory.totals[f.key]))
        if len(words) > 1 and best is not None and sum_ >= _STRONG:
            _remember_parts(memory, words, best)
    _remember_acronyms(found, memory)
    return memory


def _remember_parts(memory: _Memory, words: Sequence[str], label: Label) -> None:
    """What the words of a full name mean when they stand alone."""
    if label is Label.PERSON:
        for word in {words[0], words[-1]}:
            _part(memory, word, label, 4.0)
    elif label is Label.EVENT and words[0] in _OPERATIONS:
        _part(memory, " ".join(words[1:]), label, 4.0)
    elif words[-1] in lexicon.words("civic_heads") and not gazetteer.is_common_word(words[0].lower()):
        _part(memory, words[0], Label.GPE, 1.5)
    elif label is Label.ORG and _stands_for_body(words[0]):
        _part(memory, words[0], label, 2.0)


def _stands_for_body(word: str) -> bool:
    """Whether the first word of an organisation's name may stand for all of it: no common word and no place."""
    return (
        len(word) > 2
        and not gazetteer.is_common_word(word.lower())
        and gazetteer.known_label(word) is None
        and not gazetteer.is_city(word)
    )


_OPERATIONS = frozenset({"Operation", "Exercise", "Storm", "Hurricane", "Typhoon", "Cyclone"})


def _remember_acronyms(found: Sequence[Found], memory: _Memory) -> None:
    """An acronym has the label of the name it is introduced for; introduced for common words, it is no name."""
    for f in found:
        if not f.defined:
            continue
        if f.defined[-1][0].islower():
            memory.terms.add(f.key)
            continue
        for size in range(len(f.defined), 1, -1):
            key = gazetteer.fold(" ".join(f.defined[-size:]))
            if key in memory.totals:
                label, weight = _best(_joined(of_words(f.defined[-size:]), memory.totals[key]))
                memory.introduced[f.key] = weight
                if label is not None and weight >= _LEAST:
                    _part(memory, f.key, label, 5.0)
                break


def _part(memory: _Memory, word: str, label: Label, weight: float) -> None:
    weights = memory.parts.setdefault(word, {})
    weights[label] = max(weights.get(label, 0.0), weight)
    if Label.PERSON in weights:
        for other in [k for k in weights if k is not Label.PERSON]:
            del weights[other]  # of "Andy Roe" and the "Roe Foundation" the person is whom the word means


def _joined(a: Weights, b: Weights) -> Weights:
    return {label: a.get(label, 0.0) + b.get(label, 0.0) for label in (*a, *b)}


def _best(weights: Weights) -> tuple[Label | None, float]:
    if not weights:
        return None, 0.0
    label = max(weights, key=lambda k: weights[k])
    return label, weights[label]


def _sum(f: Found, memory: _Memory) -> Weights:
    intrinsic = {} if f.key in memory.introduced else f.intrinsic
    if Label.PERSON in memory.parts.get(f.key, {}) and gazetteer.is_large_capital(f.words[-1]):
        intrinsic = _NAMED_SO
    sums = _joined(intrinsic, f.weights)
    often = min(_OTHERS * (memory.counts[f.key] - 1), _OFTEN)
    for label, weight in intrinsic.items():
        sums[label] += often * weight
    for label, weight in memory.totals[f.key].items():
        others = _OTHERS * (weight - f.weights.get(label, 0.0))
        sums[label] = sums.get(label, 0.0) + max(-_MOST, min(_MOST, others))
    for label, weight in memory.told.get(f.key, {}).items():
        if f.weights.get(label, 0.0) < weight:
            sums[label] += _OTHERS * weight
    if len(f.words) == 1 or f.key in memory.parts:
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
                if max(f.weights.values(), default=0.0) >= _SAID:
                    continue  # "the island of X"
                label, weight = _best(f.sums)
                for other, sum_ in total.items():
                    rest = sum_ - (min(weight, 4.0) if other is label else 0.0)
                    f.sums[other] = f.sums.get(other, 0.0) + min(_LISTED * rest, 2.0)
        i = past


def _is_office_area(f: Found) -> bool:
    """Whether a candidate is what an office is for, and no name: "the Minister of Roads and Highways"."""
    if f.title:
        return False
    phrase = " ".join(f.words)
    if gazetteer.known_label(phrase) is not None:
        return False
    if len(f.words) > 1 and phrase in lexicon.words("titles"):
        return True  # "the Head of State"
    if not all(w.islower() or w == "&" or is_plain_word(w) for w in f.words):
        return False
    if f.words[-1] in _AREAS and _precedes_office(f):
        return True  # "Home Affairs Minister Ana Roe"
    if head_label(f.words[-1]) is not None and f.words[-1] != "Affairs":
        return False
    if "of" in f.words and opener_label(f.words[0]) == "ORG":
        return False  # "the head of the Office of Legal Counsel"
    return follows_office(f.atoms, f.first)


def _precedes_office(f: Found) -> bool:
    """Whether a person's office is named after it: "Trade | Minister"."""
    word = f.atoms[f.past].text if f.past < len(f.atoms) else ""
    return word[:1].isupper() and (word in lexicon.words("titles") or word.lower() in lexicon.table("role_nouns"))


def _is_shouting(f: Found) -> bool:
    """Whether a candidate is plain words in capitals: "it said ALL DOORS SHUT"."""
    if len(f.words) < 3 or f.headline or not all(w.isupper() and gazetteer.is_common_word(w.lower()) for w in f.words):
        return False
    return gazetteer.known_label(" ".join(w.capitalize() for w in f.words)) is None


def _is_plain(f: Found, memory: _Memory) -> bool:
    """Whether the capital of a single word says nothing: "the Board", "TV", "Minister"."""
    if len(f.words) > 1 or f.title:
        return False
    if f.key in memory.terms:
        return True
    word = f.words[0]
    if word in lexicon.words("plain_capitals"):
        return not word.isupper() or memory.introduced.get(f.key, 0.0) < _STRONG
    if not gazetteer.is_common_word(word.lower()) or f.key in memory.parts:
        return False
    if gazetteer.known_label(word) is not None or gazetteer.is_large_city(word):
        return False
    if word.isupper() and len(word) > 1:
        return len(word) > 2 and gazetteer.is_everyday_word(word.lower())  # "it is FREE"
    _, weight = _best(f.sums)
    return weight < 2.0
