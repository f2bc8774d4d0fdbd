"""What the words right beside a name say that it is: "in X", "X, 58,", "shares of X", "X-based"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.analysis.entities.acronyms import defined_before
from reader.analysis.entities.atoms import Atom, is_seat
from reader.analysis.entities.kinds import Weights, add, lower_at
from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.titles import Candidate
from reader.analysis.entities.word_signs import MEMBERS, PARTY_MEMBERS, head_label, is_function_word, is_plain_word
from reader.analysis.model import Label
from reader.language import gazetteer, lexicon

_TEAMS = MEMBERS - PARTY_MEMBERS
_OF_TEAMS = frozenset(
    {"manager", "coach", "captain", "quarterback", "pitcher", "striker", "goalkeeper", "fans", "owner"}
)
_WATERSIDE = frozenset({"banks", "bank", "mouth", "shores", "shore", "waters", "bed", "source", "tributary"})
_MEMBERS_FOR = frozenset({"MP", "MPs", "MSP", "MSPs", "TD", "MLA", "MEP"})
_PLACE_BEFORE = name_words("before places")
_AT_HOME = name_words("after a home and a hyphen")
_PERSON_AFTER = frozenset({"who", "whose", "himself", "herself"})
_HUMAN_VERBS = name_words("verbs of people")
_GROUP_AFTER = name_words("after bodies")
_BODY_OF = name_words("of bodies")
_SEEN = frozenset({"seen", "viewed", "reviewed", "obtained"})
_SOLD = frozenset({"sales", "shipments", "doses", "handsets"})
_BOUGHT = frozenset({"shares", "stock", "sales", "units", "doses", "shipments", "bottles", "packets", "copies"})
_ROAD = re.compile(r"[ABEMNR]\d{1,4}|I-\d{1,3}")
"""Numbers of roads."""
_ALONG = frozenset({"on", "along", "off", "onto", "near", "via", "of", "by", "from", "to", "down", "up"})
_GREETINGS = name_words("greetings")
_TIME_BEFORE = name_words("before times")
_HOLIDAYS = name_words("holidays")
_ARTICLED = name_words("rivers and lands with an article")
"""Words that, after "the", name land or water, whatever else they name."""


def from_neighbours(weights: Weights, atoms: Sequence[Atom], c: Candidate) -> None:
    """From the words right before and behind a candidate."""
    before, before2 = lower_at(atoms, c.first - 1), lower_at(atoms, c.first - 2)
    after, after2, after3 = (lower_at(atoms, c.past + k) for k in range(3))
    verbs = lexicon.words("verbs_of_speech")
    if before in _TIME_BEFORE and c.words[-1] in _HOLIDAYS:
        add(weights, Label.DATE, 6.0)  # "before Easter" is a time, the fair at Easter is held on it
    if before == "in" and before2 in ("published", "appeared", "printed"):
        add(weights, Label.ORG, 3.0)
    elif _is_told(atoms, c, before, before2):
        add(weights, Label.ORG, 2.5)
    elif before in _PLACE_BEFORE:
        add(weights, Label.GPE, 1.5 if before == "in" else 0.8)
        add(weights, Label.PERSON, -0.8)
    elif before == "the" and len(c.words) == 1 and _is_road(c.words[0], before2):
        add(weights, Label.FAC, 3.0)
    elif before == "the" and _has_own_article(atoms, c):
        add(weights, Label.ORG, 3.0)
        add(weights, Label.LOC, -4.0)
    elif before in ("the", "a", "an") and _may_be_a_thing(c.words):
        add(weights, Label.PERSON, -1.5)
        add(weights, Label.GPE, -1.0)
        add(weights, Label.ORG, 0.3)
    elif before == "of" and before2 in _BODY_OF:
        add(weights, Label.ORG, 0.8)
        add(weights, Label.PERSON, -1.0)
    if before == "of" and len(c.words) > 1 and _is_full_name(atoms, c.first - 1):
        add(weights, Label.PERSON, -3.0)  # "Ana Roe of Orrel Provident"
        add(weights, Label.ORG, 0.5)
        add(weights, Label.GPE, 0.5)
    if _is_made(atoms, c, before, before2, after):
        add(weights, Label.PRODUCT, 1.5)
    if before == "of" and before2 in _BOUGHT and not c.title:
        add(weights, Label.ORG if before2 in ("shares", "stock") else Label.PRODUCT, 2.0)
    if after in _AT_HOME and not atoms[c.past - 1].open:
        add(weights, Label.GPE, 4.0)  # "Oslo-based Tarn": the one a place, the other none
    if before in _AT_HOME and c.first > 1 and not atoms[c.first - 2].open:
        add(weights, Label.GPE, -3.0)
        add(weights, Label.ORG, 2.0)
    if after in _SOLD:
        add(weights, Label.PRODUCT, 2.5)
    if before == "the" and c.words[0] in _ARTICLED and len(c.words) == 1:
        add(weights, Label.LOC, 6.0)
    if len(c.words) == 1 and c.words[0] in _TEAMS and (before == "the" or after in _OF_TEAMS):
        add(weights, Label.ORG, 4.0)  # "the Otters", "Otters manager Ana Roe"
    if before == "the" and before2 == "of" and lower_at(atoms, c.first - 3) in _WATERSIDE:
        add(weights, Label.LOC, 6.0)  # "on the banks of the Orne"
    if c.past < len(atoms) and atoms[c.past].text in _MEMBERS_FOR and not c.title:
        add(weights, Label.GPE, 3.0)  # "Lorn MP Ana Roe"
    if is_seat(atoms, c.first):
        add(weights, Label.GPE, 6.0)  # "Sen. Ana Roe (R-Ohio)"
    code = before == "(" and after == ")" and c.words[0] in lexicon.words("country_codes")
    if code and not defined_before(atoms, c):
        add(weights, Label.GPE, 5.0)  # "Ana Roe (KEN)"
    elif before == "(" and after == ")" and c.first > 1 and atoms[c.first - 2].name_like:
        add(weights, Label.ORG, 0.8)  # "Ana Roe (Varnholt)": a club, a party
        add(weights, Label.PERSON, -1.5)
    if after in verbs or after in _HUMAN_VERBS or before in verbs:
        add(weights, Label.PERSON, 0.8)
        add(weights, Label.ORG, 0.2)
    if _is_signed(before, before2, c):
        add(weights, Label.PERSON, 3.0)
    people = gazetteer.known_label(" ".join(c.words)) == "NORP"  # "all Muslims who"
    if not people and (after in _PERSON_AFTER or (after == "," and after2 in _PERSON_AFTER)):
        add(weights, Label.PERSON, 2.0)
    if before.endswith("-year-old") or (after == "," and after2 in ("a", "the") and after3.endswith("-year-old")):
        add(weights, Label.PERSON, 3.0)
    if after in (",", "(") and after2.isdigit() and len(after2) <= 2 and after3 in (",", ")"):
        add(weights, Label.PERSON, 2.5)
    if after in _GROUP_AFTER or (after in ("'s", "’s") and after2 in _GROUP_AFTER):
        add(weights, Label.ORG, 0.6)
        add(weights, Label.GPE, 0.6)
        add(weights, Label.PERSON, -1.0)


def _may_be_a_thing(words: Sequence[str]) -> bool:
    """Whether an article tells against a person: not when it belongs to a noun after ("the Ana Roe case")."""
    if gazetteer.known_label(" ".join(words)) is not None:
        return False
    return len(words) == 1 or not gazetteer.is_first_name(words[0])


def _is_full_name(atoms: Sequence[Atom], past: int) -> bool:
    """Whether a first name and another word with a capital end at `past`."""
    if past < 2 or not (atoms[past - 1].name_like and atoms[past - 2].name_like):
        return False
    first, last = atoms[past - 2].text, atoms[past - 1].text
    return gazetteer.is_first_name(first) and not is_plain_word(last) and head_label(last) is None


def _is_made(atoms: Sequence[Atom], c: Candidate, before: str, before2: str, after: str) -> bool:
    """Whether several words that no list knows name one of many: "a silver Skoda Octavia", "an Orrel Mark"."""
    one = before in ("a", "an") or (before2 in ("a", "an") and before.isalpha() and not atoms[c.first - 1].name_like)
    if not one or len(c.words) < 2 or gazetteer.is_first_name(c.words[0]) or head_label(c.words[-1]) is not None:
        return False
    ends = c.past >= len(atoms) or not atoms[c.past].text[0].isalnum() or is_function_word(after)
    return ends and not is_plain_word(c.words[0])


def _has_own_article(atoms: Sequence[Atom], c: Candidate) -> bool:
    """Whether a sea or a land has a capital article within a sentence, as newspapers have: "told The Atlantic"."""
    inside = c.first > 1 and atoms[c.first - 1].text == "The" and atoms[c.first - 2].text[0].isalnum()
    return inside and len(c.words) == 1 and gazetteer.known_label(c.words[0]) == "LOC"


def _is_told(atoms: Sequence[Atom], c: Candidate, before: str, before2: str) -> bool:
    """Whether a newspaper may be meant by whom somebody told, or who has seen a paper: "told Orrel News on", "seen by".

    Nobody is told by a first name or a title in a report.
    """
    if c.title or not (before == "told" or (before == "by" and before2 in _SEEN)):
        return False
    return not any(gazetteer.is_first_name(w) or gazetteer.is_surname(w) for w in c.words)


def _is_road(word: str, before: str) -> bool:
    """Whether a number is a road's: "the M25", "on the N83"; not "the B52"."""
    return bool(_ROAD.fullmatch(word)) and (word[0] in "AMI" or before in _ALONG)


def _is_signed(before: str, before2: str, c: Candidate) -> bool:
    """Whether a letter greets or ends with a first name: "Thanks, | Bill", "Hi | Rose"."""
    greeted = before in _GREETINGS or (before in (",", "-", "--", "!") and before2 in _GREETINGS)
    return greeted and gazetteer.is_first_name(c.words[0])
