"""The label of each candidate: the rules' weights and the model's probabilities together.

Both are taken as logarithms of how likely a class is, and added (a product of experts, Hinton 2002): the rules know
what news says outright, the model has seen more names. Within a class ("a place") the rules tell the label ("a river").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.analysis.entities.capitals import LONGEST
from reader.analysis.entities.evidence import Found
from reader.analysis.entities.features import CLASSES, FIGURE, NO_NAME, class_sums, features_of, page_of, verdict
from reader.analysis.entities.habits import Habits
from reader.analysis.entities.tagger import name_model
from reader.analysis.entities.word_signs import MEMBERS, head_label, opens_by_position
from reader.analysis.model import Label, Name
from reader.language import gazetteer, lexicon

_TRUST = 2.0
"""How much a unit of the model's logarithms counts against a unit of the rules' weights."""
_ELSEWHERE = 0.7
"""How much of what the model says is taken from all mentions of a name."""
_NO_NAME = 0.5
"""Weight against a name that the rules take for one."""
_QUOTED = -3.0
"""The same for what stands in quotation marks as titles do: the model has seen few."""
_STRANGE = -0.5
"""The same for a word that English does not have, with a capital that nothing else asks for: it is a name as a rule."""
_PLAIN = 3.0
"""Weight against what the rules take for no name."""
_LEAST = -2.0
"""The least that the rules' weight for a class counts."""
_UNTOLD = {"MISC": -1.0}
"""Weight of a class that the rules see no sign of, where it is not nothing: few names are of works or events."""
_BODY = -0.8
"""Weight of the class of bodies for a single word: it takes in too much of what neither rules nor model know."""
_HEADLESS = -1.2
"""The same for several words that no list has and no head closes: half of them are works, programmes and events."""
_PEOPLES = tuple("an ese ish i s ist ite".split())  # noqa: SIM905
"""Endings of words for peoples and faiths, and of plurals."""
_FLOOR = -9.0
"""The least that a logarithm counts."""


def decide(found: Sequence[Found], habits: Habits) -> list[Name]:
    """Names with their labels, candidates that are none left out; `found` has been weighed."""
    names = []
    for f, told in zip(found, _shared(found, _told(found, habits)), strict=True):
        label = f.label if verdict(f) == FIGURE or len(f.words) > LONGEST else _label(f, told)
        if label is not None:
            names.append(Name(f.span, label))
    return names


def _told(found: Sequence[Found], habits: Habits) -> list[dict[str, float]]:
    """What the model says of each candidate by itself."""
    page = page_of(found, habits)
    model = name_model()
    told = [model.log_probabilities(features_of(page, n)) for n in range(len(found))]
    return [{kind: max(weight, _FLOOR) for kind, weight in t.items()} for t in told]


def _shared(found: Sequence[Found], told: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """The same, each moved towards the mean of all mentions of its name."""
    sums: dict[str, dict[str, float]] = {}
    counts: dict[str, int] = {}
    for f, t in zip(found, told, strict=True):
        counts[f.key] = counts.get(f.key, 0) + 1
        total = sums.setdefault(f.key, dict.fromkeys(t, 0.0))
        for kind, weight in t.items():
            total[kind] += weight
    return [
        {kind: (1 - _ELSEWHERE) * w + _ELSEWHERE * sums[f.key][kind] / counts[f.key] for kind, w in t.items()}
        for f, t in zip(found, told, strict=True)
    ]


def _label(f: Found, told: Mapping[str, float]) -> Label | None:
    rules = class_sums(f)
    titled = f.quoted and not " ".join(f.words).isupper()
    if titled:
        against = _QUOTED
    elif _is_strange(f):
        against = _STRANGE
    else:
        against = _PLAIN if f.label is None else _NO_NAME
    sums = {
        kind: _TRUST * weight + (against if kind == NO_NAME else max(rules.get(kind, _UNTOLD.get(kind, 0.0)), _LEAST))
        for kind, weight in told.items()
    }
    sums["ORG"] += _against_bodies(f)
    best = max(sums, key=lambda kind: sums[kind])
    return None if best == NO_NAME else _finer(f, best)


def _against_bodies(f: Found) -> float:
    if len(f.words) == 1:
        return _BODY
    known = gazetteer.known_label(" ".join(f.words)) is not None
    return 0.0 if known or head_label(f.words[-1]) is not None or f.words[-1] in MEMBERS else _HEADLESS


def _is_strange(f: Found) -> bool:
    word = f.words[0]
    if len(f.words) > 1:
        return (
            not f.headline
            and not opens_by_position(f.atoms, f.first)
            and not all(gazetteer.is_common_word(w.lower()) for w in f.words)
        )
    return (
        not f.headline
        and word[1:].islower()
        and not gazetteer.is_common_word(word.lower())
        and word not in lexicon.words("plain_capitals")
        and not opens_by_position(f.atoms, f.first)
    )


def _finer(f: Found, kind: str) -> Label:
    """The label within a class for which the rules have most; where they have nothing, the usual one."""
    label = max((k for k in CLASSES if CLASSES[k] == kind), key=lambda k: f.sums.get(k, 0.0))
    if f.sums.get(label, 0.0) > 0.0:
        return label
    if kind == "LOC" and len(f.words) > 1 and head_label(f.words[-1]) == "ORG":
        return Label.FAC  # where a body is: "Orrel Medical Center"
    if kind == "MISC":
        if f.quoted:
            return Label.WORK_OF_ART
        if len(f.words) > 1:
            return Label.EVENT
        return Label.NORP if f.words[0].endswith(_PEOPLES) and f.words[0][1:].islower() else Label.PRODUCT
    return label
