"""Runs of capitalised words: the stretches of a sentence that are written as names are."""

from __future__ import annotations

from collections.abc import Sequence, Set

from reader.analysis.entities.atoms import PARTICLES, Atom
from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.run_openings import is_next_sentence, small_before
from reader.analysis.entities.word_signs import head_label, is_function_word, is_plain_word, opener_label
from reader.language import gazetteer, lexicon

LONGEST = 14
"""Words of the longest name."""
NUMBERED = name_words("numbered")
"""Words that a number after them belongs to."""
_OF = frozenset({"of", "for"})
_JOINERS = frozenset({"of", "for", "on", "to", "against"})
"""Small words that may go on with a name that has told by its head what it is: "Conference on", "Call to"."""
_ARTICLES = (("the",), ("the", "a", "an"))
"""Articles that may stand after a joiner, and after "for": "Centre for a Dry Orrel"."""
_ON_HEADS = name_words("take on")
_OWNERS = name_words("owners inside names")
"""Nouns whose possessive may stand inside a name: "Workers' Union", "Governor's Office"."""
_SECOND_HEADS = name_words("second parts of bodies")
_LEGAL_FORMS = name_words("forms of firms")
_SONS = frozenset({"Jr", "Jr.", "Sr", "Sr."})
_PLURALS = frozenset({"women", "men", "children", "people", "world"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LAWS = frozenset({"Act", "Bill", "Ordinance"})
_NICKNAME_MARKS = {"“": "”", '"': '"', "‘": "’", "(": ")"}


def find_runs(atoms: Sequence[Atom], barred: Set[int]) -> list[tuple[int, int]]:
    """Maximal stretches of capitalised words with the small words that join them; none touches a `barred` atom."""
    runs: list[tuple[int, int]] = []
    i, n = 0, len(atoms)
    while i < n:
        if not atoms[i].name_like or i in barred or _is_file_name(atoms, i):
            i += 1
            continue
        small = small_before(atoms, i, barred)
        first = i - small if not runs or runs[-1][1] <= i - small else i
        i += 1
        joined = False
        while i < n and atoms[i - 1].open:
            step = _joined(atoms, barred, first, i, joined)
            if not step:
                break
            joined = joined or atoms[i].lower in _JOINERS
            i += step
        runs.append((first, i))
        if i < n and atoms[i].name_like and is_next_sentence(atoms, first, i):
            i += 1
    return runs


_FILE_ENDINGS = name_words("file endings")


def _is_file_name(atoms: Sequence[Atom], i: int) -> bool:
    """Whether the word at `i` is the name of a file: "Plan.pdf"."""
    if i + 2 >= len(atoms) or atoms[i + 1].text != "." or atoms[i + 2].text not in _FILE_ENDINGS:
        return False
    return atoms[i].end == atoms[i + 1].start and atoms[i + 1].end == atoms[i + 2].start


def _joined(atoms: Sequence[Atom], barred: Set[int], first: int, i: int, joined: bool) -> int:
    """How many atoms from `i` on belong to the run that began at `first`; 0 when it ends there."""
    atom = atoms[i]
    n = len(atoms)
    if i in barred:
        return 0
    if atom.name_like:
        return 0 if is_next_sentence(atoms, first, i) else 1
    last = atoms[i - 1]
    lower = atom.lower
    nxt = i + 1 < n and i + 1 not in barred and atoms[i + 1].name_like
    if atom.text[0].isdigit():
        if last.text in NUMBERED:
            return 1
        short = len(last.text) <= 4 and last.text.isupper() and len(atom.text) <= 4
        return 1 if short and i == first + 1 and (nxt or len(last.text) == 1) else 0
    if atom.text == ".":
        # "U. S." of badly spaced copy
        return 1 if len(last.text) == 1 and atom.start == last.end and i - first > 1 else 0
    if atom.text in _NICKNAME_MARKS:
        return _nickname(atoms, barred, i)
    if atom.text == ",":
        return _legal_form(atoms, i) or _listed_tasks(atoms, barred, first, i, joined)
    if not nxt and not (lower in PARTICLES or lower in _OF):
        whole = atom.text in _POSSESSIVES and _is_shop(atoms, first, i)
        return 1 if whole else 0
    if atom.text == "&":
        return 2
    if atom.text in _POSSESSIVES:
        return 2 if _takes_possessive(atoms, first, i) else 0
    if lower in PARTICLES:
        if nxt:
            return 2
        if i + 2 < n and atoms[i + 1].lower in PARTICLES and atoms[i + 2].name_like and i + 2 not in barred:
            return 3
        return 0
    if lower in _JOINERS:
        article = 1 if i + 1 < n and atoms[i + 1].lower in _ARTICLES[lower == "for"] else 0
        k = i + 1 + article
        if k < n and atoms[k].name_like and k not in barred and _takes_joiner(atoms, first, i, joined):
            return 2 + article
        return 0
    if lower == "and":
        return 2 if _takes_and(atoms, first, i, joined) else 0
    return 0


def _legal_form(atoms: Sequence[Atom], i: int) -> int:
    """How many atoms the comma at `i` and what closes a name after it take up: "Orrel Foods, Inc."; 0 for none."""
    if i + 1 >= len(atoms):
        return 0
    son = atoms[i + 1].text in _SONS and i > 1 and gazetteer.is_first_name(atoms[i - 2].text)
    son = son and (i + 2 == len(atoms) or not atoms[i + 2].name_like)  # "Tom Roe, Jr."; not "Tom Roe, Sr. Orrel"
    return 2 if son or atoms[i + 1].text in _LEGAL_FORMS else 0


def _listed_tasks(atoms: Sequence[Atom], barred: Set[int], first: int, i: int, joined: bool) -> int:
    """How many atoms a list goes on for inside a body's name: "Ministry of Trade, Mines and Ports"; 0 for none.

    The list must be of plain words and closed by "and": "the Ministry of Trade, Quessel and Lima" names three.
    """
    first += is_function_word(atoms[first].lower)
    if not joined or not is_plain_word(atoms[i - 1].text) or head_label(atoms[first].text) is None:
        opened = opener_label(atoms[first].text) if joined else None
        if opened != "ORG" or not is_plain_word(atoms[i - 1].text):
            return 0
    k, n = i, len(atoms)
    while k < n and atoms[k].text == ",":
        k += 1
        last = k < n and atoms[k].lower in ("and", "&")
        k += last
        start = k
        while k < n and k - start < 3 and k not in barred and atoms[k].name_like and _is_task(atoms[k].text):
            k += 1
        if k == start:
            return 0
        if last:
            return k - i
        if k + 1 < n and atoms[k].lower in ("and", "&"):
            after = atoms[k + 1]
            return k + 2 - i if k + 1 not in barred and after.name_like and _is_task(after.text) else 0
    return 0


def _is_task(word: str) -> bool:
    """Whether a capitalised word is a common one, and neither a person nor a place."""
    return is_plain_word(word) or (
        gazetteer.is_common_word(word.lower())
        and gazetteer.known_label(word) is None
        and not (gazetteer.is_first_name(word) or gazetteer.is_surname(word))
    )


def _is_act_of(atoms: Sequence[Atom], i: int) -> bool:
    """Whether a run from `i` on ends as laws do: "of | Organised Crime Act"."""
    k = i
    while k < len(atoms) and k - i < 6 and atoms[k].name_like:
        k += 1
    return k > i and atoms[k - 1].text in _LAWS


def _nickname(atoms: Sequence[Atom], barred: Set[int], i: int) -> int:
    """How many atoms a nickname in marks takes up inside a name: 'Ana “the Fox” Roe'; 0 when it is none.

    The same for what brackets part from the head of a law: "Harbours (Amendment) Bill".
    """
    closing = _NICKNAME_MARKS[atoms[i].text]
    for past in range(i + 2, min(len(atoms) - 1, i + 5)):
        if atoms[past].text == closing:
            ends = past + 2 == len(atoms) or not atoms[past + 2].name_like
            if closing == ")" and atoms[i + 1].name_like and atoms[past + 1].text in _LAWS and ends:
                return past + 2 - i
            person = gazetteer.is_first_name(atoms[i - 1].text)
            after = atoms[past + 1]
            name = after.name_like and past + 1 not in barred and not is_plain_word(after.text)
            return past + 1 - i if person and name and atoms[i + 1].start == atoms[i].end else 0
    return 0


def _is_shop(atoms: Sequence[Atom], first: int, i: int) -> bool:
    """Whether the possessive belongs to a known name: "Sotheby's"."""
    return gazetteer.known_label("".join(a.text for a in atoms[first:i]) + "'s") is not None


def _takes_possessive(atoms: Sequence[Atom], first: int, i: int) -> bool:
    """Whether a possessive stands inside a name: "Workers' Union", "St Anne's Church", "King's College"."""
    if _is_shop(atoms, first, i) or atoms[i - 1].lower in _OWNERS or _is_known_with(atoms, first, i):
        return True
    saint = i - first >= 2 and atoms[i - 2].text in ("St", "St.", "Saint")
    if saint:
        return True
    if _is_of_members(atoms, i):
        return True
    owned = head_label(atoms[i + 1].text)
    last = i + 2 >= len(atoms) or not atoms[i + 2].name_like
    return owned == "FAC" and last and i - first == 1 and not gazetteer.known_label(atoms[first].text)


def _is_known_with(atoms: Sequence[Atom], first: int, i: int) -> bool:
    """Whether a list has the name with the possessive at `i` and the word after it: "Hawke's Bay"."""
    owner = " ".join(a.text for a in atoms[first:i])
    return gazetteer.known_label(f"{owner}{atoms[i].text} {atoms[i + 1].text}") is not None


def _is_of_members(atoms: Sequence[Atom], i: int) -> bool:
    """Whether a body or a place is named after its members: "Servants’ | Association", "Women’s | World Cup"."""
    owner = atoms[i - 1]
    if not is_plain_word(owner.text) or not (atoms[i].text in ("'", "’") or owner.lower in _PLURALS):
        return False
    k = i + 1
    while k < len(atoms) and k - i < 6 and atoms[k].name_like:
        k += 1
    return k > i + 1 and head_label(atoms[k - 1].text) is not None


def _takes_joiner(atoms: Sequence[Atom], first: int, i: int, joined: bool) -> bool:
    """Whether "of", "for", "on" … goes on with the name: "Bank of", "Conference on"; not "President of"."""
    joiner, last = atoms[i].lower, atoms[i - 1].text
    if i - first > LONGEST:
        return False
    if joiner == "against" and head_label(last) == "ORG" and is_plain_word(atoms[i + 1].text):
        return True  # "Association against Torture"
    if joiner not in _OF:
        return last in _ON_HEADS
    if joined and is_plain_word(last):
        return True
    words = [a.text for a in atoms[first:i]]
    if " ".join(words) in lexicon.words("titles") and opener_label(last) is None:
        return False
    label = opener_label(last) or head_label(last)
    if label is None and joiner == "of" and is_plain_word(last) and _is_act_of(atoms, i + 1):
        return True
    if label is None:
        follower = atoms[i + 1].text if atoms[i + 1].lower != "the" else f"the {atoms[min(i + 2, len(atoms) - 1)].text}"
        return gazetteer.known_label(f"{' '.join(words)} {joiner} {follower}") is not None or last in (
            "Sons", "Daughters", "Knights", "Horn", "Order", "Statue", "School", "Directorate", "Faculty",
        )  # fmt: skip
    if joiner == "for":
        return label in ("ORG", "LAW", "EVENT")
    return not (len(words) > 1 and label == "ORG" and gazetteer.known_label(" ".join(words)) is not None)


def _takes_and(atoms: Sequence[Atom], first: int, i: int, joined: bool) -> bool:
    """Whether "and" stands inside one name: "Ministry of Trade and Industry", "Food and Drug Administration"."""
    if i - first > LONGEST:
        return False
    left = atoms[first:i]
    right = [atoms[i + 1]]
    k = i + 2
    while k < min(len(atoms), i + LONGEST) and (atoms[k].name_like or atoms[k].text in _POSSESSIVES):
        if atoms[k].name_like:
            right.append(atoms[k])
        k += 1
    texts = [a.text for a in left]
    named = texts[is_function_word(left[0].lower) :]
    for past in range(len(right), 0, -1):
        if gazetteer.known_label(" ".join([*named, "and", *(a.text for a in right[:past])])) is not None:
            return True  # "Trinidad and Tobago", also in the name of a body there
    couple = len(named) == 1 and all(map(gazetteer.is_first_name, (named[0], right[0].text)))
    if couple and right[-1].text in ("Foundation", "Trust", "Fund"):
        return True  # "Ana and Tom Roe Foundation"
    if not (gazetteer.is_common_word(left[-1].lower) and gazetteer.is_common_word(right[0].lower)):
        return False
    if gazetteer.is_first_name(right[0].text) and not gazetteer.is_everyday_word(right[0].lower):
        return False
    if joined:
        return (opener_label(texts[0]) or head_label(texts[0]) or any(head_label(t) for t in texts)) is not None
    if len(right) == 1 and len(left) > 1 and right[0].text in _SECOND_HEADS and head_label(left[-1].text) is not None:
        return True  # "Orrel Medical College and Hospital"
    head = right[-1].text if head_label(right[-1].text) else None
    return (
        head is not None
        and head_label(head) in ("ORG", "LAW", "EVENT")
        and len(right) > 1
        and (
            len(left) == 1
            or head_label(left[-1].text) is None
            or left[-1].lower in ("health", "education", "trade", "security", "justice")
        )
        and len(left) <= 2
    )
