"""Titles taken off names: "Prime Minister | Ana Roe", and what keeps its title: "King Olaf University"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.word_signs import head_label, is_plain_word, opener_label
from reader.language import gazetteer, lexicon

_LONGEST = 7
"""Words of the longest name that is looked up in a list."""
_ALSO_NAMES = name_words("titles that are names too")
"""Titles that are surnames or second names as well."""
_GIVEN_TOO = name_words("titles that are given names too")
_LEGAL_FORMS = name_words("forms of firms")
_CONTESTS = name_words("after Miss in contests")
_HOLDERS = name_words("holders of offices")
"""Nouns for people, with capitals in badly written copy, after whose "of" the name begins."""
_BEFORE_ROLES = name_words("before roles")
_RULERS = name_words("rulers") | {"Crown Prince"}
"""Titles that what is named after their bearer keeps."""
_RULED = frozenset({"Government", "Administration", "Cabinet", "Presidency"})
"""Bodies that are named for who leads them, and lose the title."""


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


def cut_at_titles(words: Sequence[str], start: int, end: int, opening: bool) -> list[Candidate]:
    found: list[Candidate] = []
    title = ""
    begin = i = start
    while i < end:
        known = known_at(words, i, end)
        if known > i:
            i = known
            continue
        if i == begin and words[i] in _HOLDERS and i + 2 < end and words[i + 1] in ("of", "for", "to"):
            begin = i = i + 2  # "Head of | Orland"
            continue
        after = title_at(words, i, end)
        if after < end and words[after] in ("'s", "’s", "'", "’"):
            i = after + 1  # "Magistrate's Court"
            continue
        body = _body_from(words, after, end) if after == i + 1 else 0
        if body:
            i = body  # "General Intelligence Department | Director"
            continue
        if after < end and head_label(words[-1]) is not None and all(is_plain_word(w) for w in words[after:end]):
            i = end  # "Major League", "Chief Executives Club"
            continue
        if after + 1 == end and words[after] in _LEGAL_FORMS:
            i = end  # "Orrel Marine Co."
            continue
        if after < end and (_is_named_after(words[i:end]) or (words[i] == "Miss" and words[after] in _CONTESTS)):
            i = end
            continue
        if after == i or (
            i > begin and (_belongs_to_name(words, i, after, end) or _ends_body(words, begin, i, after, end))
        ):
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
            found.append(Candidate(begin, _past_of_body(words, begin, i), title, opening and begin == start))
        title = " ".join(words[i:after])
        begin = i = after
    if begin < end:
        found.append(Candidate(begin, end, title, opening and begin == start))
    return found


def _ends_body(words: Sequence[str], begin: int, i: int, after: int, end: int) -> bool:
    """Whether an office closes the name of a body that is open there: "Office of Legal | Counsel"."""
    body = after == end and "of" in words[begin + 1 : i] and opener_label(words[begin]) == "ORG"
    return body and all(w == "of" or is_plain_word(w) for w in words[begin:i])


def _body_from(words: Sequence[str], after: int, end: int) -> int:
    """Where a body's name ends that a title opens and another follows; 0 for nowhere."""
    for k in range(after, end - 1):
        if not is_plain_word(words[k]) or title_at(words, k, end) > k:
            return 0
        if k > after and head_label(words[k]) == "ORG" and title_at(words, k + 1, end) > k + 1:
            return k + 1
    return 0


def _is_named_after(words: Sequence[str]) -> bool:
    """Whether a body or a place is named after a ruler: "King Olaf University", "Sheikh Zeid Bridge"."""
    return (
        words[0] in _RULERS
        and len(words) > 2
        and head_label(words[-1]) in ("ORG", "FAC")
        and words[-1] not in _RULED
        and not gazetteer.is_surname(words[-1])
    )


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


def title_at(words: Sequence[str], i: int, past: int) -> int:
    """Where the longest title that begins at `i` ends; `i` when none does."""
    titles = lexicon.words("titles")
    if (office := _office_at(words, i, past)) > i:
        return office
    for k in range(min(past, i + 5), i, -1):
        if " ".join(words[i:k]) in titles and not (words[i] in _GIVEN_TOO and i + 2 == past):
            return k  # but "Don Tolle" has it for a given name, as "Don Berto Tolle" has not
    word = words[i]
    if i + 1 < past and word in lexicon.words("plain_capitals") and word[-1] == "s" and word[:-1].isupper():
        return i + 1  # "MPs Ana Roe and …"
    if i + 1 < past and word[0].isupper() and word.lower() in lexicon.table("role_nouns") and is_plain_word(word):
        return i + 1
    if word.endswith("s") and i + 1 < past and word[:-1] in titles and len(word) > 4 and is_plain_word(word):
        return i + 1  # "Ministers Ana Roe and …"
    return i


def _office_at(words: Sequence[str], i: int, past: int) -> int:
    """Where the office of who is named after it ends: "Chief Medical Officer | Ana Roe"; `i` when none begins."""
    if words[i].lower() not in _BEFORE_ROLES:
        return i
    for k in range(i + 1, min(past - 1, i + 4)):
        if not is_plain_word(words[k]) or head_label(words[k]) is not None:
            return i
        if words[k].lower() in lexicon.table("role_nouns"):
            return i if is_plain_word(words[k + 1]) else k + 1
    return i


def known_at(words: Sequence[str], i: int, past: int) -> int:
    """Where the longest known name of two words or more that begins at `i` ends; `i` when there is none."""
    for k in range(min(past, i + _LONGEST), i + 1, -1):
        phrase = " ".join(words[i:k])
        if gazetteer.known_label(phrase) is not None or gazetteer.is_large_city(phrase):
            return k
    return i


def _belongs_to_name(words: Sequence[str], i: int, after: int, end: int) -> bool:
    """Whether a word that may be a title is part of a name here: "Martin Luther King", "Press Council"."""
    word = words[i]
    before = words[i - 1]
    if word == "M.":  # Monsieur, but after a name of whatever kind an initial
        return before[0].isupper() and not is_plain_word(before) and gazetteer.known_label(before) is None
    if after - i > 1 or word not in _ALSO_NAMES:
        return False
    if after == end:
        return not is_plain_word(before) and gazetteer.known_label(before) is None
    return gazetteer.is_first_name(before) and gazetteer.known_label(before) is None and not is_plain_word(before)


def _past_of_body(words: Sequence[str], begin: int, past: int) -> int:
    """Where a known body's name ends before the office of somebody there: "BBC | Business Editor"."""
    k = past
    while k > begin + 1 and _is_of_office(words[k - 1]):
        k -= 1
    return k if k < past and gazetteer.known_label(" ".join(words[begin:k])) == "ORG" else past


def _is_of_office(word: str) -> bool:
    """Whether a word may open an office: "Aviation" of "Aviation Correspondent"."""
    name = gazetteer.known_label(word) is not None or gazetteer.is_first_name(word) or gazetteer.is_surname(word)
    return gazetteer.is_common_word(word.lower()) and head_label(word) is None and not name


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
