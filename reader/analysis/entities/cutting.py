"""A run of capitalised words cut into candidates: titles, peoples and opening words taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.entities.atoms import PARTICLES, Atom
from reader.analysis.entities.capitals import (
    head_label,
    is_function_word,
    is_plain_word,
    opener_label,
    opens_by_position,
)
from reader.analysis.entities.habits import Habits
from reader.analysis.entities.name_words import name_words
from reader.language import gazetteer, lexicon

_LONGEST = 7
"""Words of the longest name that is looked up in a list."""
_TRAILING = frozenset({"of", "for", "and", "the", "on", "to", "&", "against", "."})
_ALSO_NAMES = name_words("titles that are names too")
"""Titles that are surnames or second names as well."""


@dataclass(slots=True)
class Candidate:
    """A stretch of atoms that may be a name."""

    first: int
    past: int
    title: str = ""
    """The title before it: "Prime Minister"."""
    opening: bool = False
    """Whether its first capital may be due to its position in the sentence alone."""
    words: list[str] = field(default_factory=list)
    quoted: bool = False
    """Whether it is a whole title in quotation marks."""


def cut_run(atoms: Sequence[Atom], first: int, past: int, habits: Habits) -> list[Candidate]:
    """The names in a run: what stands before a title, and what stands after it."""
    words = [a.text for a in atoms[first:past]]
    start, end = 0, len(words)
    opening = opens_by_position(atoms, first)
    if opening:
        start = _opening_words(words, habits)
        opening = start == 0
        while start < end and (words[start].islower() or words[start] in "&."):
            start += 1
    out: list[Candidate] = []
    person = _person_of_office(words, start) if follows_office(atoms, first + start) else 0
    cut = _cut_at_titles(words, start, person or end, opening)
    if person:
        first_of_name = _title_at(words, person, end)
        cut.append(Candidate(first_of_name, end, " ".join(words[start:first_of_name])))
    for c in cut:
        for piece in _cut_people_off(words, c):
            while piece.first < piece.past and words[piece.first].lower() in _TRAILING:
                piece.first += 1
            while piece.past > piece.first and _trails(words, piece):
                piece.past -= 1
            if piece.past > piece.first:
                piece.words = words[piece.first : piece.past]
                piece.first += first
                piece.past += first
                out.append(piece)
    return out


def follows_office(atoms: Sequence[Atom], first: int) -> bool:
    """Whether a person's office leads to what begins here: "the Minister of", "ambassador to the"."""
    i = first - 1
    if i > 0 and atoms[i].lower == "the":
        i -= 1
    if i < 1 or atoms[i].lower not in ("of", "for", "to"):
        return False
    before = atoms[i - 1]
    return before.lower in lexicon.table("role_nouns") or before.text in lexicon.words("titles")


def _person_of_office(words: Sequence[str], start: int) -> int:
    """Where the holder's name begins after the words of an office ("Trade | Ana Roe"); 0 for nowhere."""
    for k in range(start + 1, len(words) - 1):
        before, word = words[k - 1], words[k]
        office = is_plain_word(before) or gazetteer.known_label(before) in ("GPE", "ORG")
        if not office or not word[0].isupper() or not _may_be_person(words[k:]):
            continue
        initial = len(word) == 2 and word[1] == "."
        uncommon = not gazetteer.is_common_word(word.lower())
        if (
            initial
            or uncommon
            or (gazetteer.is_first_name(word) and not gazetteer.is_common_word(words[k + 1].lower()))
        ):
            return k
    return 0


def _may_be_person(words: Sequence[str]) -> bool:
    return 1 < len(words) < 5 and not any(
        _is_word_or_head(w) and w.lower() not in PARTICLES and not (len(w) == 2 and w[1] == ".") for w in words
    )


def _trails(words: Sequence[str], c: Candidate) -> bool:
    """Whether the last word of a candidate is none of its name: "and", or "MPs" after a party."""
    last = words[c.past - 1]
    if last.lower() in _TRAILING and last != ".":
        return True
    if gazetteer.known_label(" ".join(words[c.first : c.past])) is not None:
        return False  # "World War II"
    return (
        c.past - c.first > 1 and last in lexicon.words("plain_capitals") and head_label(last) is None and len(last) > 1
    )


def _opening_words(words: Sequence[str], habits: Habits) -> int:
    """How many words at the head of a run have their capital from the sentence alone."""
    word = words[0]
    lower = word.lower()
    if len(words) > 1 and ((word, words[1]) in habits.pairs or _known_at(words, 0, len(words)) > 1):
        return 0
    if is_function_word(lower):
        return 0 if lower == "will" and len(words) > 1 and not is_plain_word(words[1]) else 1
    if not gazetteer.is_common_word(lower) or (word.isupper() and len(word) > 1):
        return 0
    seen = word in habits.people or word in habits.inside
    if seen and lower not in habits.small:
        return 0
    if len(words) == 1:
        known = gazetteer.known_label(word) is not None or gazetteer.is_large_city(word)
        return 0 if known and not gazetteer.is_everyday_word(lower) and lower not in habits.small else 1
    if gazetteer.is_first_name(word) and not gazetteer.is_common_word(words[1].lower()):
        return 0
    if _title_at(words, 0, len(words)) > 0 or gazetteer.known_label(word) is not None:
        return 0
    if (head_label(words[-1]) is not None or opener_label(word) is not None) and not lower.endswith("ly"):
        return 0 if lower not in habits.small else 1
    return 1


def _cut_at_titles(words: Sequence[str], start: int, end: int, opening: bool) -> list[Candidate]:
    found: list[Candidate] = []
    title = ""
    begin = i = start
    while i < end:
        known = _known_at(words, i, end)
        if known > i:
            i = known
            continue
        after = _title_at(words, i, end)
        if after < end and words[after] in ("'s", "’s", "'", "’"):
            i = after + 1  # "Magistrate's Court"
            continue
        if after < end and head_label(words[-1]) is not None and all(is_plain_word(w) for w in words[after:end]):
            i = end  # "Major League", "Chief Executives Club"
            continue
        if after == i or (i > begin and _belongs_to_name(words, i, after, begin, end)):
            i += 1
            continue
        if after < end and words[after] in ("of", "for") and i == begin:
            # "Office of …": no title; "Secretary of State" was looked up as a whole
            person = _person_from(words, after + 1, end)
            if opener_label(words[i]) is None and person == end:
                begin = i = after + 1
            elif person < end:
                title = " ".join(words[i:person])
                begin = i = person
            else:
                i = after + 1
            continue
        if i > begin and (title or _stands_alone(words[begin:i])):
            found.append(Candidate(begin, i, title, opening and begin == start))
        title = " ".join(words[i:after])
        begin = i = after
    if begin < end:
        found.append(Candidate(begin, end, title, opening and begin == start))
    return found


def _person_from(words: Sequence[str], i: int, end: int) -> int:
    """Where a person's name begins in the rest of a run ("Director of Health | Ana Roe"); `end` if none does."""
    for k in range(i + 1, end - 1):
        word = words[k]
        if (
            gazetteer.is_first_name(word)
            and not is_plain_word(word)
            and gazetteer.known_label(word) is None
            and words[k + 1][0].isupper()
            and head_label(words[k + 1]) is None
        ):
            return k
    return end


def _title_at(words: Sequence[str], i: int, past: int) -> int:
    """Where the longest title that begins at `i` ends; `i` when none does."""
    titles = lexicon.words("titles")
    for k in range(min(past, i + 5), i, -1):
        if " ".join(words[i:k]) in titles:
            return k
    word = words[i]
    if i + 1 < past and word in lexicon.words("plain_capitals") and word[-1] == "s" and word[:-1].isupper():
        return i + 1  # "MPs Ana Roe and …"
    if i + 1 < past and word[0].isupper() and word.lower() in lexicon.table("role_nouns") and is_plain_word(word):
        return i + 1
    if word.endswith("s") and i + 1 < past and word[:-1] in titles and len(word) > 4 and is_plain_word(word):
        return i + 1  # "Ministers Ana Roe and …"
    return i


def _known_at(words: Sequence[str], i: int, past: int) -> int:
    """Where the longest known name of two words or more that begins at `i` ends; `i` when there is none."""
    for k in range(min(past, i + _LONGEST), i + 1, -1):
        phrase = " ".join(words[i:k])
        if gazetteer.known_label(phrase) is not None or gazetteer.is_large_city(phrase):
            return k
    return i


def _belongs_to_name(words: Sequence[str], i: int, after: int, begin: int, end: int) -> bool:
    """Whether a word that may be a title is part of a name here: "Martin Luther King", "Press Council"."""
    word = words[i]
    if after - i > 1 or word not in _ALSO_NAMES:
        return False
    before = words[i - 1]
    if after == end:
        return not is_plain_word(before) and gazetteer.known_label(before) is None
    return gazetteer.is_first_name(before) and gazetteer.known_label(before) is None and not is_plain_word(before)


def _stands_alone(left: Sequence[str]) -> bool:
    """Whether what stands before a title is a name of its own ("Afghan", "State Department"), not part of the title."""
    phrase = " ".join(left)
    return (
        gazetteer.known_label(phrase) is not None
        or gazetteer.is_city(phrase)
        or head_label(left[-1]) in ("ORG", "GPE", "FAC")
        or (left[-1].isupper() and len(left[-1]) > 1)
        or not all(gazetteer.is_common_word(w.lower()) for w in left)
    )


def _is_word_or_head(word: str) -> bool:
    """Whether a word tells against a person's name."""
    return (
        gazetteer.is_common_word(word.lower())
        or head_label(word) is not None
        or gazetteer.known_label(word) is not None
        or word.isupper()
    )


def _cut_people_off(words: Sequence[str], c: Candidate) -> list[Candidate]:
    """Cut a people or a country off before what is a name of its own: "Russian | Ana Roe"."""
    if c.past - c.first < 2 or c.title:
        return [c]
    word = words[c.first]
    label = gazetteer.known_label(word)
    if label not in ("NORP", "GPE", "ORG"):
        return [c]
    rest = words[c.first + 1 : c.past]
    phrase = " ".join(rest)
    if gazetteer.known_label(" ".join(words[c.first : c.past])) is not None or not rest[0][0].isupper():
        return [c]
    if label == "NORP" and len(rest) < 3 and gazetteer.is_first_name(word) and not any(map(_is_word_or_head, rest)):
        return [c]  # "Christian Roe"
    person = gazetteer.is_first_name(rest[0]) and len(rest) > 1 and not is_plain_word(rest[0])
    if person and head_label(rest[-1]) is not None and not gazetteer.is_surname(rest[-1]):
        person = False
    if label != "NORP" and (gazetteer.is_first_name(word) or gazetteer.is_surname(word)):
        person = False
    known = gazetteer.known_label(phrase) is not None and (label != "NORP" or len(rest) > 1 or rest[0].isupper())
    if known and len(rest) > 1 and gazetteer.known_label(phrase) == "ORG" and head_label(rest[-1]) == "ORG":
        known = False  # "US State Department"
    if label == "ORG":
        known = gazetteer.known_label(phrase) == "PRODUCT"  # "Toyota | Corolla"
    if label == "NORP" and len(rest) > 1 and not any(_is_word_or_head(w) for w in rest):
        person = True  # a people before a name that no list has: "Samoan | Tuilaepa Sailele"
    plain = len(rest) == 1 and (
        rest[0] in lexicon.words("plain_capitals") or (label == "NORP" and gazetteer.is_surname(rest[0]))
    )
    if plain and head_label(rest[0]) is not None:
        plain = False
    if person or known or plain:
        return [Candidate(c.first, c.first + 1, "", c.opening), Candidate(c.first + 1, c.past)]
    return [c]
