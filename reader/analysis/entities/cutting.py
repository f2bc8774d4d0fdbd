"""A run of capitalised words cut into candidates: titles, peoples and opening words taken off."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.atoms import PARTICLES, Atom
from reader.analysis.entities.habits import Habits
from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.titles import Candidate, cut_at_titles, known_at, title_at
from reader.analysis.entities.word_signs import (
    PARTY_MEMBERS,
    head_label,
    is_function_word,
    is_plain_word,
    opener_label,
    opens_by_position,
)
from reader.language import gazetteer, lexicon

_TRAILING = frozenset({"of", "for", "and", "the", "on", "to", "&", "against", "."})
_NEXT_OPENERS = name_words("after signatures")
_DESCRIBERS = name_words("describers at the head of a sentence")
_OWNED_BY_PEOPLES = frozenset({"GPE", "LOC", "WORK_OF_ART", "LAW"})
"""Labels of what stays a name of its own after a people: "Ruthenian | Galicia"."""
_NUMERALS = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII".split())  # noqa: SIM905
_CHAMBERS = frozenset({"House", "Senate", "Congress", "Congressional", "Assembly", "State"})
_WESTERN = frozenset({"Western", "Northern", "Southern", "Eastern"})


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
    end = _end_of_signature(words, start, end)
    if end - start > 2 and words[end - 2] == "Flight":
        end -= 2  # "Orrel Airlines | Flight 17"
    office = _end_of_office(atoms, first + start, words[start:end]) if start < end else 0
    out: list[Candidate] = []
    person = 0 if office else _person_of_office(words, start) if follows_office(atoms, first + start) else 0
    person = person or _person_after_body(words, start + office, end)
    cut = cut_at_titles(words, start + office, person or end, opening and not office)
    if office and cut and not cut[0].title:
        cut[0].title = words[start + office - 1]
    if person:
        first_of_name = title_at(words, person, end)
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


def _end_of_signature(words: Sequence[str], start: int, end: int) -> int:
    """Where a person's name ends that the next sentence follows without a stop: "Ana Roe | Please write".

    Letters and mails lose the line end after who signed them.
    """
    if end - start < 2 or not gazetteer.is_first_name(words[start]) or is_plain_word(words[start]):
        return end
    for k in range(start + 1, end):
        if words[k] in _NEXT_OPENERS:
            return k
    return end


def _end_of_office(atoms: Sequence[Atom], first: int, words: Sequence[str]) -> int:
    """How many words of a run end an office that began before it: "Secretary of | State | Ana Roe"; 0 for none."""
    for back in (2, 3):
        if first < back:
            break
        before = " ".join(a.text for a in atoms[first - back : first])
        for k in range(min(2, len(words)), 0, -1):
            if f"{before} {' '.join(words[:k])}" in lexicon.words("titles"):
                return k
    return 0


def follows_office(atoms: Sequence[Atom], first: int) -> bool:
    """Whether a person's office leads to what begins here: "the Minister of", "ambassador to the"."""
    i = first - 1
    if i > 0 and atoms[i].lower == "the":
        i -= 1
    if i < 1 or atoms[i].lower not in ("of", "for", "to"):
        return False
    before = atoms[i - 1]
    if before.text == "State" and i > 2 and atoms[i - 2].lower == "of":
        before = atoms[i - 3]  # "Minister of State for"
    return before.lower in lexicon.table("role_nouns") or before.text in lexicon.words("titles")


def _person_of_office(words: Sequence[str], start: int) -> int:
    """Where the holder's name begins after the words of an office ("Trade | Ana Roe"); 0 for nowhere."""
    for k in range(start + 1, len(words) - 1):
        before, word = words[k - 1], words[k]
        office = is_plain_word(before) or gazetteer.known_label(before) in ("GPE", "ORG")
        if (office or gazetteer.is_city(before)) and _is_given_name_after(words, k, len(words)):
            return k  # "Health | Ana Roe"
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


def _person_after_body(words: Sequence[str], start: int, end: int) -> int:
    """Where a person's name begins after that of a body or a place ("University of Orrel | Ana Roe"); 0 for nowhere."""
    for k in range(start + 1, end - 1):
        before, word = words[k - 1], words[k]
        if len(word) == 2 and word[1] == "." and word[0].isupper():
            body = head_label(before) is not None or is_plain_word(before) or gazetteer.known_label(before) is not None
            person = gazetteer.is_first_name(before) or gazetteer.is_surname(before)
            if body and not person and len(words[k + 1]) > 2 and not is_plain_word(words[k + 1]):
                return k  # "Trade | Z. Orrel"
        of_place = (
            not gazetteer.is_city(word)
            and k - start > 2
            and words[k - 2] in ("of", "for")
            and gazetteer.known_label(before) == "GPE"
        )
        if of_place and gazetteer.known_label(" ".join(words[k:end])) is None and _may_be_person(words[k:end]):
            return k
        if k - start > 1 and words[k - 2] in ("of", "for") and _is_given_name_after(words, k, end):
            return k
    return 0


def _is_given_name_after(words: Sequence[str], k: int, end: int) -> bool:
    """Whether a full name with a known given name begins at `k`, and the word before is no part of it."""
    before, given = words[k - 1], words[k]
    if not gazetteer.is_first_name(given) or is_plain_word(given) or gazetteer.known_label(given) is not None:
        return False
    if gazetteer.is_first_name(before) or opener_label(before) is not None or not before[0].isupper():
        return False  # "Saint Ana", "Tom Ana"
    if gazetteer.is_city(given) or gazetteer.is_city(f"{before} {given}") or known_at(words, k - 1, end) > k - 1:
        return False
    rest = words[k + 1 : end]
    return 0 < len(rest) < 4 and all(w[0].isupper() or w in PARTICLES for w in rest) and not any(map(head_label, rest))


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
    if c.past - c.first < 2 or head_label(last) is not None:
        return False
    before = words[c.past - 2]
    if len(last) < 2:
        return last == "I" and len(before) > 2 and not gazetteer.is_first_name(before)  # "the Orland I know"
    if last in _NUMERALS and (gazetteer.is_first_name(before) or gazetteer.is_surname(before)):
        return False  # "Olaf III"
    if last in lexicon.words("plain_capitals"):
        return True
    group = before.isupper() or gazetteer.known_label(" ".join(words[c.first : c.past - 1])) == "NORP"
    return group and last.endswith("s") and last[:-1].lower() in lexicon.table("role_nouns") and is_plain_word(last)


def _opening_words(words: Sequence[str], habits: Habits) -> int:
    """How many words at the head of a run have their capital from the sentence alone."""
    word = words[0]
    lower = word.lower()
    if len(words) > 1 and ((word, words[1]) in habits.pairs or known_at(words, 0, len(words)) > 1):
        return 0
    if word in _DESCRIBERS and len(words) > 1 and not is_plain_word(words[1]):
        return 1  # "Rival | Tarn Works"
    if word.isupper() and len(word) > 1 and gazetteer.known_label(word) is not None:
        return 0  # "US" is no pronoun
    if is_function_word(lower):
        return 0 if lower == "will" and len(words) > 1 and not is_plain_word(words[1]) else 1
    if len(words) == 1 and lower in habits.small and not habits.names(word) and gazetteer.known_label(word) is None:
        return 1  # "Rand slides" where "the rand" fell
    if not (gazetteer.is_common_word(lower) or _is_derived(lower)) or (word.isupper() and len(word) > 1):
        return 0
    seen = habits.names(word)
    if seen and lower not in habits.small:
        return 0
    if len(words) == 1:
        known = gazetteer.known_label(word) is not None or gazetteer.is_large_city(word)
        return 0 if known and not gazetteer.is_everyday_word(lower) and lower not in habits.small else 1
    if gazetteer.is_first_name(word) and not gazetteer.is_common_word(words[1].lower()):
        return 0
    if title_at(words, 0, len(words)) > 0 or gazetteer.known_label(word) is not None:
        return 0
    if (head_label(words[-1]) is not None or opener_label(word) is not None) and not lower.endswith("ly"):
        return 0 if lower not in habits.small else 1
    return 1


def _is_derived(lower: str) -> bool:
    """Whether a word that no list has is made of a common one as adverbs are: "Fittingly", or denies it: "Unfazed"."""
    if lower.startswith("un") and len(lower) > 6 and (lower.endswith("ed") or gazetteer.is_common_word(lower[2:])):
        return True
    if not lower.endswith("ly") or len(lower) < 7:
        return False
    stem = lower[:-2]
    stems = (stem, stem[:-1] + "y" if stem[-1] == "i" else stem + "le", stem.removeprefix("un"))
    return any(gazetteer.is_common_word(s) for s in stems)


def _is_word_or_head(word: str) -> bool:
    """Whether a word tells against a person's name."""
    return (
        gazetteer.is_common_word(word.lower())
        or head_label(word) is not None
        or gazetteer.known_label(word) is not None
        or word.isupper()
    )


def _has_party_members(words: Sequence[str]) -> bool:
    """Whether words name a place or a body that has members of a party, or their debates: "Senate | Democrats"."""
    phrase = " ".join(words)
    return phrase in _CHAMBERS or gazetteer.known_label(phrase) in ("GPE", "ORG") or gazetteer.is_large_city(phrase)


def _cut_known_people_off(words: Sequence[str], c: Candidate, past: int) -> list[Candidate]:
    """Cut a people of several words off before a person: "South Ruthenian | Ana Roe"."""
    people = gazetteer.known_label(" ".join(words[c.first : past])) == "NORP"
    if people and past < c.past and _may_be_person(words[past : c.past]):
        return [Candidate(c.first, past, "", c.opening), Candidate(past, c.past)]
    return [c]


def _cut_people_off(words: Sequence[str], c: Candidate) -> list[Candidate]:
    """Cut a people or a country off before what is a name of its own: "Russian | Ana Roe"."""
    if c.past - c.first < 2 or c.title:
        return [c]
    word = words[c.first]
    if len(word) > 2 and word.isupper() and word.isalpha() and _may_be_person(words[c.first + 1 : c.past]):
        return [Candidate(c.first, c.first + 1, "", c.opening), Candidate(c.first + 1, c.past)]  # "HWU Ana Roe"
    member = next((k for k in range(c.first + 1, c.past) if words[k] in PARTY_MEMBERS), 0)
    if member and _has_party_members(words[c.first : member]):
        place, party = Candidate(c.first, member, "", c.opening), Candidate(member, member + 1)
        person = _may_be_person(words[member + 1 : c.past]) or member + 1 == c.past
        if person or (gazetteer.is_first_name(words[member + 1]) and c.past - member > 2):
            return [place, party, *([Candidate(member + 1, c.past)] if member + 1 < c.past else [])]
    if (known_past := known_at(words, c.first, c.past)) > c.first + 1:
        return _cut_known_people_off(words, c, known_past)
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
    named = gazetteer.known_label(phrase)
    known = named is not None and (label != "NORP" or len(rest) > 1 or rest[0].isupper() or named in _OWNED_BY_PEOPLES)
    known = known and not (word in _WESTERN and named in ("GPE", "LOC"))
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
