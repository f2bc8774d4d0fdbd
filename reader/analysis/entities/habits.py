"""How an article writes its words: learnt from its ordinary sentences, for those whose capitals tell little."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from reader.analysis.entities.atoms import Atom
from reader.analysis.entities.word_signs import is_function_word, is_plain_word, opens_by_position
from reader.language import gazetteer, lexicon


@dataclass(frozen=True, slots=True)
class Habits:
    """What an article's capitals inside sentences, and its small letters, tell of its other capitals."""

    inside: Set[str]
    """Words capitalised where no position asks for it."""
    pairs: Set[tuple[str, str]]
    """Pairs of such words in a row."""
    small: Set[str]
    """Words written small."""
    people: Set[str]
    """Words that stand beside a first name or after a title, and may be surnames."""

    def names(self, word: str) -> bool:
        """Whether the article has the word as a name, or a part of one, where no position asks for its capital."""
        return word in self.inside or word in self.people


def learn_habits(pages: Sequence[Sequence[Atom]]) -> Habits:
    """From the atoms of ordinary sentences: neither headlines nor lines in capitals."""
    inside: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    small: set[str] = set()
    people: set[str] = set()
    for atoms in pages:
        for i, atom in enumerate(atoms):
            if not atom.name_like:
                small.add(atom.lower)
                continue
            if i and not opens_by_position(atoms, i):
                inside.add(atom.text)
            if i and atoms[i - 1].name_like:
                before = atoms[i - 1].text
                placed = opens_by_position(atoms, i - 1)
                if not placed:
                    pairs.add((before, atom.text))
                people |= _people(before, atom.text, placed)
    return Habits(inside, pairs, small, people)


def _people(before: str, word: str, placed: bool) -> set[str]:
    """Which of two capitalised words in a row may be parts of a person's name.

    `placed` says that the first would have its capital anyway.
    """
    if gazetteer.known_label(word) is not None:
        return set()
    if before in lexicon.words("titles"):
        return {word}
    uncommon = not gazetteer.is_common_word(word.lower())
    if uncommon and gazetteer.is_family_name_first(before):
        return {before, word}
    if gazetteer.is_first_name(before) and not (placed and is_plain_word(before)):
        return {before, word}
    if uncommon and not is_function_word(before.lower()):
        return {word} if placed else {before, word}
    return set()
