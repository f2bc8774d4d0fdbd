"""Lines whose capitals tell little: headlines in title case, lines and labels in capitals.

They are brought to the letters that running text would have, so that the same rules can read them.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.habits import Habits
from reader.analysis.entities.word_signs import head_label, is_function_word, is_plain_word
from reader.language import gazetteer, lexicon
from reader.language.prose import Prose

_LEAST_WORDS = 4
_SHARE = 0.7


def is_careless(prose: Prose) -> bool:
    """Whether a text is careless with capitals: it writes "i" for "I", or begins half of its sentences small."""
    tokens = prose.tokens
    small = sum(t.text == "i" and tokens[n + 1].text[0].isalpha() for n, t in enumerate(tokens[:-1]))
    if small:
        return small > sum(t.text == "I" for t in tokens)
    opened = [tokens[s.first].text for s in prose.sentences if s.first < s.past]
    return 2 * sum(word[:1].islower() for word in opened) >= max(len(opened), 1)


def raise_places(atoms: Sequence[Atom]) -> list[Atom]:
    """A line of a careless text with capitals on countries and larger cities that are no words of English."""
    out = list(atoms)
    i = 0
    while i < len(out):
        past = i + 1
        for k in range(min(len(out), i + 3), i, -1):
            if all(a.text.isalpha() and a.text.islower() for a in out[i:k]) and _is_place(out, i, k):
                out[i:k] = [a._replace(text=a.text.capitalize(), name_like=True) for a in out[i:k]]
                past = k
                break
        i = past
    return out


_TO_PLACES = frozenset({"in", "from", "to", "at", "near", "around", "across", "visit", "between"})


def _is_place(atoms: Sequence[Atom], i: int, k: int) -> bool:
    phrase = " ".join(a.text.capitalize() for a in atoms[i:k])
    if not (gazetteer.known_label(phrase) in ("GPE", "LOC") or gazetteer.is_large_city(phrase)):
        return False
    if k - i > 1:
        return not all(gazetteer.is_everyday_word(a.lower) for a in atoms[i:k])
    if gazetteer.is_common_word(atoms[i].lower) or is_function_word(atoms[i].lower) or len(phrase) < 4:
        return False
    person = gazetteer.is_first_name(phrase) or gazetteer.is_surname(phrase)
    return not person or (i > 0 and (atoms[i - 1].lower in _TO_PLACES or atoms[i - 1].name_like))


def is_shouted(atoms: Sequence[Atom]) -> bool:
    """Whether a line is in capitals throughout."""
    words = [a.text for a in atoms if a.text[0].isalpha()]
    return sum(map(len, words)) > 4 and all(w.isupper() for w in words)


def is_headline(atoms: Sequence[Atom]) -> bool:
    """Whether most words of a line that have no need of it begin with a capital."""
    words = [a for a in atoms if a.text[0].isalpha() and not is_function_word(a.lower)]
    if len(words) < _LEAST_WORDS or atoms[-1].text == ".":
        return False
    capitals = sum(a.text[0].isupper() for a in words)
    plain = sum(a.text[0].isupper() and is_plain_word(a.text) for a in words[1:])
    return capitals >= _SHARE * len(words) and plain >= 2


def calm_words(atoms: Sequence[Atom], habits: Habits) -> list[Atom]:
    """Shouted words of an ordinary line that the article or a list knows in small letters: "WASHINGTON", "ROE:"."""
    out = list(atoms)
    for i, atom in enumerate(atoms):
        text = atom.text
        if not text.isupper() or len(text) < 2 or not text[0].isalpha():
            continue
        calm = _calm(text)
        if i and out[i - 1].text != atoms[i - 1].text and gazetteer.is_surname(calm):
            out[i] = atom._replace(text=calm)  # "ANA ROE" after "ANA"
        elif len(text) > 3 and (calm in habits.inside or calm in habits.people or _is_known(text, calm)):
            out[i] = atom._replace(text=calm)
            before = atoms[i - 1].text if i else ""
            if before.isupper() and 1 < len(before) < 4 and gazetteer.is_first_name(_calm(before)):
                out[i - 1] = atoms[i - 1]._replace(text=_calm(before))  # "TOM ROE:"
        elif _opens_label(atoms, i) and gazetteer.is_first_name(calm):
            out[i] = atom._replace(text=calm)
    return out


def _opens_label(atoms: Sequence[Atom], i: int) -> bool:
    """Whether a shouted word is the first of several at the head of a line: "TOM ROE:"."""
    return i == 0 and len(atoms) > 1 and atoms[1].text.isupper() and len(atoms[1].text) > 2


def calm_line(atoms: Sequence[Atom], habits: Habits) -> list[Atom]:
    """A shouted line with a capital on each word; acronyms that are known as such stay."""
    out = []
    for atom in atoms:
        text = atom.text
        if text[0].isalpha() and text.isupper() and len(text) > 1:
            keep = (text in habits.inside and _calm(text) not in habits.inside) or (
                gazetteer.known_label(text) is not None and not gazetteer.is_common_word(atom.lower)
            )
            if not keep and not (len(text) <= 3 and text in lexicon.words("plain_capitals")):
                text = _calm(text)
        out.append(atom._replace(text=text, name_like=text[0].isupper()))
    return out


def _calm(text: str) -> str:
    """ "WASHINGTON" as "Washington", "AZM-I-NAU" as "Azm-I-Nau", "O'NEILL" as "O'Neill"."""
    out = text.title() if "-" in text or "'" in text or "’" in text else text.capitalize()
    return out.replace("'S", "'s").replace("’S", "’s")


def _is_known(text: str, calm: str) -> bool:
    if gazetteer.known_label(text) is not None:
        return False
    return gazetteer.known_label(calm) is not None or gazetteer.is_city(calm)


def lower_plain_words(atoms: Sequence[Atom], habits: Habits) -> list[Atom]:
    """A headline with small letters on the words that running text would write small."""
    n = len(atoms)
    keep = [a.name_like for a in atoms]
    for i, atom in enumerate(atoms):
        if not keep[i]:
            continue
        word = atom.text
        if is_function_word(atom.lower) or word in lexicon.words("plain_capitals"):
            keep[i] = False
        elif atom.lower in habits.small and not habits.names(word) and not word.isupper():
            keep[i] = gazetteer.known_label(word) is not None and not gazetteer.is_everyday_word(atom.lower)
        elif gazetteer.is_common_word(atom.lower) and not (word.isupper() and len(word) > 1):
            seen = habits.names(word) and atom.lower not in habits.small
            name = (gazetteer.is_first_name(word) or gazetteer.known_label(word) is not None) and not (
                gazetteer.is_everyday_word(atom.lower)
            )
            keep[i] = seen or name
    for i in range(n):
        for k in range(min(n, i + 6), i + 1, -1):
            phrase = " ".join(a.text for a in atoms[i:k])
            pairs = all((atoms[j].text, atoms[j + 1].text) in habits.pairs for j in range(i, k - 1))
            if pairs or (k > i + 1 and gazetteer.known_label(phrase) is not None):
                for j in range(i, k):
                    keep[j] = atoms[j].name_like
                break
    for i in range(1, n):
        word = atoms[i].text
        # "Lagos University", "Ana Hill": a head or a surname after a name
        if not keep[i] and keep[i - 1] and atoms[i].name_like and atoms[i - 1].name_like:
            person = gazetteer.is_first_name(atoms[i - 1].text) and gazetteer.is_surname(word)
            keep[i] = person or head_label(word) in ("ORG", "FAC", "GPE", "LOC")
    return [a if keep[i] == a.name_like else a._replace(name_like=keep[i]) for i, a in enumerate(atoms)]
