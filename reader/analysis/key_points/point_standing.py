"""Whether a statement can be read alone, or leans on the text before it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from reader.language import lexicon
from reader.language.tokens import Token


class Standing(IntEnum):
    """How well a statement stands alone; a list takes from a lower standing only when it would be too short."""

    ALONE = 0
    PARTLY = 1
    """It can be read alone but leaves something open: "Others said …"."""
    LEANING = 2
    """It needs what came before: "He said …"."""


def label_length(tokens: Sequence[Token]) -> int:
    """Tokens of an opening "NAME:" or "Dr Ana Ruiz:", colon included; 0 when there is none."""
    for i, token in enumerate(tokens[:6]):
        if token.text == ":":
            return i + 1 if i else 0
        if not token.is_capitalised and token.text not in ".,":
            return 0
    return 0


def standing_of(tokens: Sequence[Token]) -> Standing:
    """Told by its first words alone."""
    words = [t.lower for t in tokens if t.is_word]
    if not words:
        return Standing.LEANING
    openers = lexicon.table("leaning_openers")
    match openers.get(words[0]):
        case ("always",) if words[0] in ("this", "these") and words[1:2] and words[1] in _CALENDAR:
            return Standing.ALONE
        case ("always",):
            return Standing.PARTLY if _is_expletive(words) else Standing.LEANING
        case ("partly",):
            return Standing.PARTLY
    if tuple(words[:2]) in _LEANING_PAIRS or _points_back(tokens):
        return Standing.LEANING
    labelled = label_length(tokens) > 0  # "Cost: …", "Ana Ruiz: …"
    open_ended = labelled or _opens_with_demonstrative(words) or _has_pointing_subject(tokens)
    return Standing.PARTLY if open_ended else Standing.ALONE


def _points_back(tokens: Sequence[Token]) -> bool:
    """Whether it opens with a phrase such as "Due to that," or "By then,"."""
    for i, token in enumerate(tokens[:5]):
        if token.text == ",":
            return i > 0 and tokens[i - 1].lower in _BACKWARD
    return False


def _opens_with_demonstrative(words: Sequence[str]) -> bool:
    """Whether its first words point at something said before: "Losing that contract", "Most appeals of this kind"."""
    for i, word in enumerate(words[1:5], start=1):
        if word in ("this", "these", "those") or (word == "that" and words[i - 1] in _BEFORE_DEMONSTRATIVE):
            return not (i + 1 < len(words) and words[i + 1] in _CALENDAR)
        if word == "that" and words[i - 1].endswith("ing") and i == 1:
            return True
    return False


def _has_pointing_subject(tokens: Sequence[Token]) -> bool:
    """Whether after its opening phrase comes a subject that points back: "Far from over, this is …"."""
    for i, token in enumerate(tokens[:_LONGEST_OPENING]):
        if token.text == "," and i + 2 < len(tokens):
            return tokens[i + 1].lower in _POINTERS and tokens[i + 2].lower in _COPULAS
    return False


_LONGEST_OPENING = 12
_POINTERS = frozenset({"this", "that", "these", "those", "it"})
_COPULAS = frozenset({"is", "was", "are", "were", "'s", "has", "had", "will", "would"})
_BEFORE_DEMONSTRATIVE = frozenset(
    {"of", "in", "for", "with", "at", "on", "from", "by", "about", "after", "before", "since"}
)
_DAY_PARTS = frozenset({"morning", "afternoon", "evening"})
_SEASONS = frozenset({"spring", "summer", "autumn", "winter", "season"})
_CALENDAR = _DAY_PARTS | _SEASONS | {"week", "weekend", "month", "year", "decade", "century"}
_BACKWARD = frozenset({"this", "that", "these", "those", "it", "them", "then", "there", "so"})


def _is_expletive(words: Sequence[str]) -> bool:
    """Whether its opening "it" stands for nothing: "It is unclear", "It was not known whether", "It is time to"."""
    return (
        words[0] == "it"
        and len(words) > 3
        and words[1] in ("is", "was")
        and any(word in ("that", "to", "whether", "unclear") for word in words[2:5])
    )


_POINTING_NOUNS = ("latter", "former", "move", "pair", "trio", "duo", "two", "three", "same", "other", "others")
_LEANING_PAIRS = frozenset(
    {*(("the", noun) for noun in _POINTING_NOUNS), ("what", "a"), ("what", "an"), ("not", "just"), ("not", "only")}
)
