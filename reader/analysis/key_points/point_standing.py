"""Whether a statement can be read alone, or leans on the text before it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from reader.analysis.key_points.point_cuts import label_length
from reader.language import lexicon
from reader.language.tokens import Token


class Standing(IntEnum):
    """How well a statement stands alone; a list takes from a lower standing only when it would be too short."""

    ALONE = 0
    PARTLY = 1
    """It can be read alone but leaves something open: "Others said …"."""
    LEANING = 2
    """It needs what came before: "He said …"."""


def standing_of(tokens: Sequence[Token]) -> Standing:
    """Told by its first words alone."""
    words = [t.lower for t in tokens if t.is_word]
    if not words:
        return Standing.LEANING
    openers = lexicon.table("leaning_openers")
    found = next((how for n in (3, 2, 1) if (how := openers.get(" ".join(words[:n])))), ())
    match found:
        case ("always",) if words[0] in ("this", "these") and words[1:2] and words[1] in _CALENDAR:
            return Standing.ALONE if words[1] in _NEAR else Standing.PARTLY
        case ("always",):
            set_apart = any(t.text == "," for t in tokens[:3])  # "It was, after all, that promise that …"
            return Standing.PARTLY if _is_expletive(words) and not set_apart else Standing.LEANING
        case ("partly",):
            return Standing.PARTLY
    if _points_back(tokens) or _is_one_of_a_row(tokens):
        return Standing.LEANING
    labelled = label_length(tokens) > 0  # "Cost: …", "Ana Ruiz: …"
    open_ended = (
        labelled
        or _opens_with_demonstrative(words)
        or _has_pointing_subject(tokens)
        or _gives_an_example(words)
        or _counts_itself_in(words)
        or (words[0] in lexicon.words("number_words") and words[1:2] and words[1] in _COPULAS)
    )
    return Standing.PARTLY if open_ended else Standing.ALONE


def _points_back(tokens: Sequence[Token]) -> bool:
    """Whether it opens with a phrase such as "Due to that," or "By then,"."""
    for i, token in enumerate(tokens[:5]):
        if token.text == ",":
            return i > 0 and tokens[i - 1].lower in _BACKWARD
    return False


def _is_one_of_a_row(tokens: Sequence[Token]) -> bool:
    """Whether it opens with one of several told of before: "One, a lamp, …", "The second, new, …", "In one, …"."""
    first = 1 if tokens[0].lower in ("the", "in") else 0
    return len(tokens) > first + 1 and tokens[first].lower in _OF_A_ROW and tokens[first + 1].text == ","


_OF_A_ROW = frozenset({"one", "another", "first", "second", "third", "fourth", "fifth", "other", "next", "last"})


def _opens_with_demonstrative(words: Sequence[str]) -> bool:
    """Whether its first words point at something said before: "Losing that contract", "When Roe made this promise"."""
    for i, word in enumerate(words[1:_LONGEST_OPENING], start=1):
        if word in ("this", "these", "those") or (word == "that" and words[i - 1] in _BEFORE_DEMONSTRATIVE):
            after = words[i + 1] if i + 1 < len(words) else ""
            if not (after in _CALENDAR or after in _DEFINES or after in words[:i]):
                return True
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
_DEFINES = frozenset({"who", "whose", "whom", "that", "which", "of", "in", "with", "without", "country"})
"""What after "those" says which; and "this country", which needs no more than the place of publication."""
_POINTERS = frozenset({"this", "that", "these", "those", "it"})
_COPULAS = frozenset({"is", "was", "are", "were", "'s", "has", "have", "had", "will", "would"})
_BEFORE_DEMONSTRATIVE = frozenset(
    [
        *("of", "in", "for", "with", "at", "on", "from", "by", "about", "after", "before", "since"),
        *("if", "when", "while", "because", "though", "although"),
    ]
)
_DAY_PARTS = frozenset({"morning", "afternoon", "evening"})
_SEASONS = frozenset({"spring", "summer", "autumn", "winter", "season"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "days", "holiday"})
_NEAR = frozenset({"week", "weekend", "month", "year", "morning", "summer"})
"""What is near enough to the day of writing to be read without anything before it."""
_CALENDAR = _DAYS | _DAY_PARTS | _SEASONS | _NEAR | {"decade", "century"}
_BACKWARD = frozenset({"this", "that", "these", "those", "it", "them", "then", "there", "so"})


def _is_expletive(words: Sequence[str]) -> bool:
    """Whether its opening "it" stands for nothing: "It is unclear", "It was not known whether", "It is time to"."""
    return (
        words[0] == "it"
        and len(words) > 3
        and words[1] in ("is", "was")
        and any(word in ("that", "to", "whether", "unclear") for word in words[2:5])
    )


def _gives_an_example(words: Sequence[str]) -> bool:
    """Whether its first words say that it is an example of something said before: "In Orrin, for instance, …"."""
    return any(words[i : i + 2] in (["for", "instance"], ["for", "example"]) for i in range(1, min(8, len(words))))


def _counts_itself_in(words: Sequence[str]) -> bool:
    """Whether it says that somebody is one of those told of before: "Roe is one.", "Roe is not the only one to win"."""
    return tuple(words[-2:]) in _ONE_OF_THEM or any(
        tuple(words[i : i + 3]) == _NOT_THE_ONLY for i in range(1, min(_LONGEST_OPENING, len(words)))
    )


_NOT_THE_ONLY = ("not", "the", "only")
_ONE_OF_THEM = frozenset({("is", "one"), ("was", "one"), ("is", "another"), ("was", "another"), ("did", "so")})
