"""Common nouns by which a text calls a named person or thing again: "the envoy", "the company"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader.language import lexicon
from reader.language.tokens import Token

YEAR_OLD = "year-old"
"""Behind a number and a hyphen, who is so old."""


@dataclass(frozen=True, slots=True)
class Noun:
    """What the lexicons know of a noun."""

    word: str
    """In the singular and lower case; a noun of several words is joined by hyphens."""
    person: bool
    gender: str | None = None
    """ "m" or "f" when the word itself tells it: "spokeswoman"."""
    labels: frozenset[str] = frozenset()
    """Of a thing: the labels of the entities it may be said of."""
    groups: frozenset[str] = frozenset()
    """Nouns that share a group may be said of the same entity: "envoy", "ambassador"."""
    plural: bool = False


@cache
def _known() -> dict[str, Noun]:
    found = {
        word: Noun(word, False, None, frozenset(labels.split()), frozenset(groups.split()))
        for word, (labels, groups) in lexicon.table("thing_nouns").items()
    }
    for word, (gender, groups) in lexicon.table("role_nouns").items():
        found[word] = Noun(word, True, gender if gender in ("m", "f") else None, groups=frozenset(groups.split()))
    plurals = {
        form: Noun(noun.word, noun.person, noun.gender, noun.labels, noun.groups, plural=True)
        for noun in found.values()
        for form in _plurals(noun.word)
    }
    return plurals | found


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith(("man", "woman")):
        return (word[:-2] + "en",)
    if word.endswith("child"):
        return (word + "ren",)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    if word.endswith(("s", "x", "ch", "sh")):
        return (word + "es",)
    if word.endswith("wife"):
        return (word[:-2] + "ves",)
    return (word + "s",)


def noun_of(tokens: Sequence[Token], last: int) -> Noun | None:
    """The known noun that ends with the token at `last`: "minister", or better "prime minister", or "34-year-old"."""
    known = _known()
    if last:
        pair = known.get(f"{tokens[last - 1].lower}-{tokens[last].lower}")
        if pair is not None:
            return pair
    word = tokens[last].lower.rstrip(".")
    if word == YEAR_OLD and last > 1 and tokens[last - 2].text.isdigit():
        return Noun(f"{tokens[last - 2].text}-{YEAR_OLD}", True)
    found = known.get(word)
    if found is None and "-" in word:  # "co-driver", "ex-president", "kelp-maker"
        found = known.get(word.rsplit("-", 1)[1])
    return found


def noun_named(word: str) -> Noun | None:
    """What is known of one word; None when nothing is."""
    return _known().get(word)
