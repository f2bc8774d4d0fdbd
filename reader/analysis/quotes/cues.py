"""The words that report: verbs of speech in their forms, and "according to"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.quotes.passages import Passage, Unit
from reader.language.tags import Tag
from reader.language.verbs import Form, VerbOfSpeech, forms_of_speech


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
    """according to"""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of saying in its place; all by index of token."""

    first: int
    past: int
    verb: VerbOfSpeech
    form: CueForm
    group: int
    """Where the verb group begins: "has also" of "has also said"."""


_ACCORDING = VerbOfSpeech("according to", frozenset("p"))
_IN_GROUP = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB, Tag.NOT, Tag.PARTICIPLE})
_NO_AUXILIARY = frozenset({Tag.ADVERB, Tag.NOT, Tag.SUBORDINATOR})
_LONGEST_GROUP = 8  # tokens
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "isn't", "wasn't", "weren't"})
_HAVE = frozenset({"has", "have", "had", "'ve", "having", "hasn't", "haven't", "hadn't", "'d"})
_LONGEST_SUBJECT = 6  # tokens
_IN_SUBJECT = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN, Tag.ADVERB})
_NOUN_BEFORE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NUMBER})


def find_cues(passage: Passage, unit: Unit) -> list[Cue]:
    """The words of saying of a unit that stand outside quotation marks."""
    found: list[Cue] = []
    lowers, inside = passage.lowers, passage.inside
    forms = forms_of_speech()
    i = unit.first
    while i < unit.past:
        if inside[i] >= 0:
            i += 1
            continue
        if lowers[i] == "according" and i + 1 < unit.past and lowers[i + 1] == "to":
            found.append(Cue(i, i + 2, _ACCORDING, CueForm.ACCORDING, i))
            i += 2
            continue
        uses = forms.get(lowers[i])
        cue = _cue(passage, unit, i, uses) if uses else None
        if cue is not None:
            found.append(cue)
            i = cue.past
        else:
            i += 1
    return found


def _cue(passage: Passage, unit: Unit, i: int, uses: tuple[tuple[VerbOfSpeech, Form, str], ...]) -> Cue | None:
    past = i + 1
    for verb, form, particle in uses:
        if particle:
            if past < unit.past and passage.lowers[past] == particle:
                return _in_form(passage, unit, i, past + 1, verb, form)
            continue
        cue = _in_form(passage, unit, i, past, verb, form)
        if cue is not None:
            return cue
    return None


def _in_form(passage: Passage, unit: Unit, i: int, past: int, verb: VerbOfSpeech, form: Form) -> Cue | None:
    tags, lowers, tokens = passage.tags, passage.lowers, passage.tokens
    group = i
    while (
        group > max(unit.first, i - _LONGEST_GROUP)
        and passage.inside[group - 1] < 0
        and (tags[group - 1] in _IN_GROUP or (lowers[group - 1] == "since" and group == i))
    ):
        group -= 1
    while group < i and tags[group] is Tag.ADVERB:
        group += 1
    aux = next((lowers[k] for k in range(i - 1, group - 1, -1) if tags[k] not in _NO_AUXILIARY), "")
    before = tags[i - 1] if i > unit.first else Tag.MARK
    if tokens[i].is_capitalised and i > unit.first and before is not Tag.MARK:
        return None  # part of a name or of a headline in capitals
    if form is Form.GERUND:
        quoted = _quoted_as(passage, unit, i)
        if quoted is not None:
            return Cue(i, past, verb, CueForm.FINITE, quoted)
        if aux in _BE:
            return Cue(i, past, verb, CueForm.FINITE, group)
        if before in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER):
            return None
        return Cue(i, past, verb, CueForm.GERUND, i)
    if (
        form in (Form.PAST, Form.PARTICIPLE)
        and verb.frames & set("oO")
        and (i == unit.first or lowers[i - 1] in ("when", "if", "while", "after"))
    ):
        return Cue(i, past, verb, CueForm.PASSIVE, i)
    if aux in _BE and form in (Form.PARTICIPLE, Form.PAST):
        return Cue(i, past, verb, CueForm.PASSIVE, group)
    if aux in _HAVE and form in (Form.PARTICIPLE, Form.PAST):
        return Cue(i, past, verb, CueForm.FINITE, group)
    if aux and form is Form.BASE:
        return Cue(i, past, verb, CueForm.FINITE, group)
    if before is Tag.TO and form is Form.BASE:
        return Cue(i, past, verb, CueForm.INFINITIVE, i - 1)
    if form is Form.PAST or (form is Form.PARTICIPLE and tags[i] is Tag.FINITE):
        if before in (Tag.DETERMINER, Tag.POSSESSIVE):
            return None
        return Cue(i, past, verb, CueForm.FINITE, i)
    if (
        form in (Form.PRESENT, Form.BASE)
        and tags[i] in (Tag.FINITE, Tag.NOUN)
        and (before not in _NOUN_BEFORE or (before is Tag.NUMBER and not verb.frames & set("nN")))
    ):
        if verb.frames & set("nN") and "q" in verb.frames and _follows_words(passage, unit, i):
            return Cue(i, past, verb, CueForm.FINITE, i)
        if form is Form.BASE and tags[i] is Tag.NOUN and verb.frames & set("nN") and _is_singular(passage, i - 1):
            return None  # "a controversial comment that"
        if (
            "N" in verb.frames
            and before is not Tag.PRONOUN
            and (
                lowers[i - 1].endswith("s")
                or tokens[i - 1].is_capitalised
                or (past < unit.past and lowers[past] == ":")
                or not _verb_follows_up(passage, past, unit.past)
            )
        ):
            return None
        if "n" in verb.frames and before is not Tag.PRONOUN and not _verb_follows_up(passage, past, unit.past):
            return None
        return Cue(i, past, verb, CueForm.FINITE, i)
    return None


def _is_singular(passage: Passage, k: int) -> bool:
    """Whether the token at `k` cannot be the end of a plural subject."""
    return passage.tags[k] is Tag.NOUN and not passage.lowers[k].endswith(("s", "ople", "ren", "men", "ice"))


def _quoted_as(passage: Passage, unit: Unit, i: int) -> int | None:
    """Where the verb group of "is quoted as saying" begins."""
    if i < unit.first + 3 or passage.lowers[i - 1] != "as" or passage.lowers[i - 2] not in ("quoted", "cited"):
        return None
    k = i - 3
    while k > unit.first and passage.tags[k - 1] in _IN_GROUP and passage.inside[k - 1] < 0:
        k -= 1
    return k if passage.tags[k] in _IN_GROUP else None


def _follows_words(passage: Passage, unit: Unit, i: int) -> bool:
    """Whether nothing but a short subject stands between a quotation, or the words of a whole clause, and token `i`."""
    k = i - 1
    while k > max(unit.first, i - _LONGEST_SUBJECT) and passage.inside[k] < 0 and passage.tags[k] in _IN_SUBJECT:
        k -= 1
    if k < unit.first or k == i - 1:
        return False
    if passage.inside[k] >= 0:
        return True
    if passage.lowers[k] != ",":
        return False
    if i + 1 >= unit.past or passage.lowers[i + 1] == ".":
        return passage.tokens[i - 1].is_capitalised
    # "…, an international team reports in the journal": no other verb follows
    last = passage.verbs_before[i + 1] == passage.verbs_before[unit.past]
    return (
        passage.tags[i + 1] is Tag.PREPOSITION and last and passage.verbs_before[k] > passage.verbs_before[unit.first]
    )


def _verb_follows_up(passage: Passage, i: int, past: int) -> bool:
    """Whether what stands after a word that may be a noun shows it to be a verb: "claims that", "reports a"."""
    if i >= past:
        return False
    if passage.inside[i] >= 0 or passage.lowers[i] in ("that", ":"):
        return True
    return passage.tags[i] in (Tag.DETERMINER, Tag.PRONOUN)
