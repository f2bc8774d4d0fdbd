"""What a single word with a capital tells by itself: a head, an opener, a plain word, one at the head of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.name_words import name_words
from reader.language import gazetteer, lexicon

MEMBERS = name_words("members of teams and parties")
"""Nouns that, closing several words, name a team, a party or a group in one: "the Lantern Greens"."""
PARTY_MEMBERS = name_words("members of parties")
"""Words for members of parties, which are no part of the name before them."""
_OPENING_MARKS = frozenset("“\"‘'«„`") | {"``"}
_BULLETS = frozenset("([*•-–—…·|#") | {"--"}


def head_label(word: str) -> str | None:
    """What a name tells by its last word: "ORG" for "University"."""
    row = lexicon.table("heads").get(word if word.isascii() else gazetteer.fold(word))
    return row[0] if row else None


def opener_label(word: str) -> str | None:
    """What a name tells by its first word: "LOC" for "Lake"."""
    row = lexicon.table("openers_of_names").get(word if word.isascii() else gazetteer.fold(word))
    return row[0] if row else None


def opens_by_position(atoms: Sequence[Atom], i: int) -> bool:
    """Whether the word at `i` would have a capital whatever it is: it opens the sentence, a quotation or an item."""
    k = i - 1
    if k >= 0 and atoms[k].end == atoms[i].start and atoms[k].text in ("-", "'", "’"):
        k -= 1
    while k >= 0:
        if atoms[k].text in _OPENING_MARKS:
            return True
        if atoms[k].text not in _BULLETS:
            break
        k -= 1
    return k < 0 or atoms[k].text in (":", "...", "…") or (k == 0 and not atoms[0].text.isalpha())


def is_function_word(lower: str) -> bool:
    return lower in lexicon.table("function_words") or lower in lexicon.words("sentence_openers")


def is_opener(word: str) -> bool:
    """Whether a word is a function word at the head of a sentence: "Us"; "US" is none."""
    return is_function_word(word.lower()) and not (word.isupper() and len(word) > 1)


def is_plain_word(word: str) -> bool:
    """Whether a capitalised word is an everyday one and no name of a person or a place."""
    return gazetteer.is_everyday_word(word.lower()) and not (
        gazetteer.is_first_name(word) or gazetteer.is_surname(word) or gazetteer.known_label(word) is not None
    )
