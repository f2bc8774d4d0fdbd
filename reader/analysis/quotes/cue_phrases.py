"""Words that report and are no verbs: "according to", "per", "as reported by", nouns of saying."""

from __future__ import annotations

from reader.analysis.quotes.adjuncts import past_time
from reader.analysis.quotes.cue import Cue, CueForm
from reader.analysis.quotes.passages import Passage, Unit
from reader.language import lexicon
from reader.language.tags import Tag
from reader.language.verbs import Form, VerbOfSpeech, forms_of_speech, known_forms

_NOUN = VerbOfSpeech("claim", frozenset("T"))
_ACCORDING = VerbOfSpeech("according to", frozenset("p"))
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_ACCOUNTS = frozenset({"account", "admission", "reckoning", "estimate", "estimates", "telling", "count", "accounts"})
_GIVES = {"by": _ACCOUNTS, "in": frozenset({"words"})}
_BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NUMBER, Tag.FINITE, Tag.BASE, Tag.GERUND})
_BE_NOUN = frozenset({"is", "was"})
_LONGEST_OWNER = 12  # tokens


def credit_at(passage: Passage, unit: Unit, i: int) -> Cue | None:
    """A phrase at token `i` that gives a whole clause to whom it names: "according to", "per", "as reported by"."""
    if passage.lowers[i] == "as":
        return _credit_by(passage, unit, i)
    length = _according_words(passage, unit, i)
    return Cue(i, i + length, _ACCORDING, CueForm.ACCORDING, i) if length else None


def _according_words(passage: Passage, unit: Unit, i: int) -> int:
    """How many words at `i` say "according to", or as much: "per", "in the words of"; 0 when none do."""
    lowers = passage.lowers
    if lowers[i] == "according":
        return 2 if i + 1 < unit.past and lowers[i + 1] == "to" else 0
    if lowers[i] == "in" and list(lowers[i + 1 : min(unit.past, i + 4)]) == ["the", "words", "of"]:
        return 4
    if lowers[i] in _GIVES and (i == unit.first or lowers[i - 1] == ","):
        for k in range(i + 2, min(unit.past, i + _LONGEST_OWNER)):
            owned = passage.tags[k - 1] is Tag.POSSESSIVE or lowers[k - 1] in _OWNERS or lowers[k - 1] == "own"
            if owned and lowers[k] in _GIVES[lowers[i]]:
                return k + 1 - i  # "by her own account, …", "in her words, …"
            if passage.inside[k] >= 0 or passage.tags[k] is Tag.MARK:
                break
    if lowers[i] != "per" or i + 2 >= unit.past or not (i == unit.first or lowers[i - 1] == ","):
        return 0
    # "per the filing, …", "…, per Ada Berg", not "per week"
    named = passage.tokens[i + 1].is_capitalised or passage.tags[i + 1] in (Tag.DETERMINER, Tag.POSSESSIVE)
    return 1 if named else 0


def _credit_by(passage: Passage, unit: Unit, i: int) -> Cue | None:
    """ "As first reported by": a participle of saying that gives a whole clause to whom it names."""
    k = i + 1
    while k < unit.past and passage.tags[k] is Tag.ADVERB:
        k += 1
    if k + 2 >= unit.past or passage.lowers[k + 1] != "by" or passage.inside[k] >= 0:
        return None
    for verb, form, particle in forms_of_speech().get(passage.lowers[k], ()):
        if form in (Form.PARTICIPLE, Form.PAST) and "t" in verb.frames and not particle:
            return Cue(k, k + 2, verb, CueForm.ACCORDING, i)
    return None


def noun_cue_at(passage: Passage, unit: Unit, i: int) -> Cue | None:
    """A noun of saying with a that-clause, right behind it or after "by" and "from"."""
    lower, past = passage.lowers[i], i + 1
    nouns = lexicon.words("nouns_of_speech")
    if lower not in nouns and not (lower.endswith("s") and lower[:-1] in nouns):
        return None
    if past >= unit.past or i == unit.first or passage.tags[i] in (Tag.PARTICIPLE, Tag.GERUND, Tag.BASE):
        return None
    before = passage.tags[i - 1]
    if before is Tag.NOUN and Form.PRESENT in known_forms().get(lower, ()) and not _is_owned(passage, unit, i):
        return None  # "the paper reports that"
    if before is Tag.NOUN and passage.tags[i] is Tag.FINITE and passage.lowers[i - 1].endswith("s"):
        return None  # "her supporters claim that"
    if before not in _BEFORE_NOUN and passage.lowers[i - 1] not in ("'", "’"):
        return None
    reach = min(unit.past, past + _LONGEST_OWNER)
    clause = "that" in passage.lowers[past : reach if passage.lowers[past] in ("by", "from") else past + 1]
    that = past_time(passage, past, unit.past)
    clause = clause or (that < unit.past and passage.lowers[that] == "that")
    if passage.lowers[past] in _BE_NOUN and past + 1 < unit.past:
        # "her answer was that …", "his reply was “never”"
        clause = passage.lowers[past + 1] in ("that", ":") or passage.inside[past + 1] >= 0
    return Cue(i, past, _NOUN, CueForm.NOUN, i) if clause and passage.inside[past] < 0 else None


def _is_owned(passage: Passage, unit: Unit, i: int) -> bool:
    """Whether a possessive opens the phrase of the noun at `i`: "the mayor’s latest claims"."""
    k = i - 1
    while k > unit.first and passage.tags[k] is Tag.NOUN:
        k -= 1
    return passage.tags[k] is Tag.POSSESSIVE or passage.lowers[k] in _OWNERS
