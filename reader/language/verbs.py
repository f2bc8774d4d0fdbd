"""English verbs and their forms, made from the lexicons: what a word may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reader.language import lexicon

VOWELS = frozenset("aeiou")


class Form(StrEnum):
    """The form of a verb; one word may be several ("asked" is past and participle)."""

    BASE = "base"
    PRESENT = "present"
    """Third person singular: "says"."""
    PAST = "past"
    PARTICIPLE = "participle"
    """As after "has" and in the passive: "said", "written"."""
    GERUND = "gerund"
    """In -ing."""


@dataclass(frozen=True, slots=True)
class VerbOfSpeech:
    """One verb that reports speech, with what it can take (`lexicons/verbs_of_speech.txt` explains the frames)."""

    lemma: str
    frames: frozenset[str]


def forms_of(lemma: str, irregular: str = "") -> dict[Form, str]:
    """The forms of one verb; `irregular` is "past participle", and empty or "=" means that both end in -ed."""
    present, gerund, past = _in_s(lemma), _in_ing(lemma), _in_ed(lemma)
    participle = past
    if irregular and irregular != "=":
        past, participle = irregular.split()
        if past.endswith(lemma[-1] + lemma[-1] + "ed"):
            gerund = past[:-2] + "ing"  # "dubbed", "dubbing"
    return {Form.BASE: lemma, Form.PRESENT: present, Form.PAST: past, Form.PARTICIPLE: participle, Form.GERUND: gerund}


def verbs_in(name: str, column: int = 0) -> Iterator[dict[Form, str]]:
    """The forms of every verb in a lexicon; `column` of those after it holds what is irregular."""
    for entry, columns in lexicon.rows(name):
        yield forms_of(entry.split(" ")[0], columns[column] if len(columns) > column else "")


@cache
def known_forms() -> dict[str, frozenset[Form]]:
    """Every form of every verb in the lexicons, in lower case, with what it may be."""
    found: dict[str, set[Form]] = {}
    for name, column in (("common_verbs", 0), ("verbs_of_speech", 1)):
        for verb in verbs_in(name, column):
            for form, word in verb.items():
                found.setdefault(word, set()).add(form)
    return {word: frozenset(forms) for word, forms in found.items()}


@cache
def forms_of_speech() -> dict[str, tuple[tuple[VerbOfSpeech, Form, str], ...]]:
    """By word: the verbs of speech it may be, the form it has then, and a particle that must follow ("out") or ""."""
    found: dict[str, list[tuple[VerbOfSpeech, Form, str]]] = {}
    for entry, columns in lexicon.rows("verbs_of_speech"):
        lemma, _, particle = entry.partition(" ")
        verb = VerbOfSpeech(entry, frozenset(columns[0]))
        for form, word in forms_of(lemma, columns[1]).items():
            found.setdefault(word, []).append((verb, form, particle))
    return {word: tuple(sorted(uses, key=lambda use: -len(use[2]))) for word, uses in found.items()}


def _in_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _in_ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _in_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _doubled(lemma: str) -> str:
    """A short verb in one vowel and one consonant doubles it: stop, stopped."""
    if (
        len(lemma) > 2
        and lemma[-1] not in VOWELS | set("wxy")
        and lemma[-2] in VOWELS
        and lemma[-3] not in VOWELS
        and (len(lemma) <= 4 or lemma.endswith("mit"))
        and not lemma.endswith(("er", "en", "on"))
    ):
        return lemma + lemma[-1]
    return lemma
