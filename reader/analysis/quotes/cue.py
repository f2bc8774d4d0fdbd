"""A word of saying in its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.language.verbs import VerbOfSpeech


class CueForm(StrEnum):
    """How the word of saying is used."""

    FINITE = "finite"
    """said, has said, will say: it has a subject."""
    GERUND = "gerund"
    """adding that: the subject is that of the clause it hangs on."""
    PASSIVE = "passive"
    """was told that, is said to"""
    INFINITIVE = "infinitive"
    """to say: the subject is further off"""
    ACCORDING = "according"
    """according to, as reported by"""
    NOUN = "noun"
    """her claim that, warnings from the council that"""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of saying in its place; all by index of token."""

    first: int
    past: int
    verb: VerbOfSpeech
    form: CueForm
    group: int
    """Where the verb group begins: "has also" of "has also said"."""
