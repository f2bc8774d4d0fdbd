"""Acronyms where the text introduces them: "Harbour Workers' Union (HWU)", "exclusive economic zone (EEZ)"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.titles import Candidate

_REACH = 12
"""Words before the bracket that are looked at."""


def defined_before(atoms: Sequence[Atom], c: Candidate) -> tuple[str, ...]:
    """The words that a bracketed acronym stands for, as they are written; empty when it is none."""
    text = atoms[c.first].text
    letters = [x.lower() for x in text if x.isupper()]
    if c.past - c.first > 1 or len(letters) < 2 or c.first < 3 or atoms[c.first - 1].text != "(":
        return ()
    before: list[str] = []
    for i in range(c.first - 2, max(-1, c.first - 2 - _REACH), -1):
        atom = atoms[i]
        if atom.text[0].isalpha() or atom.text in ("&", "'s", "’s", "'", "’"):
            before.insert(0, atom.text)
            if atom.lower[0] == letters[0] and spells(letters, before):
                return tuple(before)
        elif atom.text not in ("-", "‑"):
            break
    return ()


def spells(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words' first letters give the acronym; small words and further letters may be left out."""
    n = 0
    for word in words:
        for piece in word.lower().split("-"):
            if n < len(letters) and piece[:1] == letters[n]:
                n += 1
            elif word[0].isupper() and len(word) > 3:
                # a letter inside the word ("Television" for TV), or a word that the acronym passes over
                if n < len(letters) and letters[n] in piece[1:]:
                    n += 1
                else:
                    return False
    return n == len(letters)
