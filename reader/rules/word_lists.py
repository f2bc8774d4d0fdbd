"""The named word lists of a rule file and of those that it extends, and lists written where they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.errors import ReaderError
from reader.rules.grammar import SHAPES, WORD_LIST
from reader.rules.seeds import Phrase, Words
from reader.rules.shapes import Checker
from reader.rules.words import read_phrase
from reader.safe_yaml import Node, did_you_mean

MAX_PHRASES = 200_000
"""That all lists of a file come to, with those that they hold in turn."""


class BrokenListError(Exception):
    """A list is asked for that is told to be wrong already."""


class WordLists:
    """All lists that a file's rules may name. Of two with the same name the later one is meant, also by the rules of
    the file that has the earlier one."""

    def __init__(
        self, files: Sequence[Mapping[str, Node]], more: Mapping[str, Sequence[str]], errors: list[ReaderError]
    ) -> None:
        """`files`: the lists of each file by name, what is extended first; `more`: words to add to lists.

        What is wrong with a list is added to `errors`.
        """
        self._levels: dict[str, list[Node]] = {}
        for lists in files:
            for name, node in lists.items():
                self._levels.setdefault(name, []).append(node)
        self._open: set[tuple[str, int]] = set()
        self._done: dict[tuple[str, int], tuple[Phrase, ...] | None] = {}
        self._written: dict[tuple[Phrase, ...], Words] = {}
        """So that a list that is written twice is searched for once."""
        self._more = {name: tuple(read_phrase(word) for word in words) for name, words in more.items()}
        self._count = 0
        checker = Checker(SHAPES)
        for name, levels in self._levels.items():
            for level, node in enumerate(levels):
                if not checker.check(node, WORD_LIST, f"the word list '{name}'"):
                    self._done[name, level] = None
        errors += checker.errors
        for name, levels in self._levels.items():
            for level in range(len(levels)):
                try:
                    self._phrases(name, level)
                except ReaderError as error:
                    errors.append(error)
                except BrokenListError:
                    pass

    @property
    def names(self) -> set[str]:
        return set(self._levels)

    def read(self, node: Node) -> Words:
        """`"@name"`, or a list of entries and names. Raises ReaderError, and BrokenListError."""
        items = node.value if isinstance(node.value, tuple) else (node,)
        found: list[Phrase] = []
        for item in items:
            found += self._entry(item, None)
        unique = tuple(dict.fromkeys(found))
        if unique not in self._written:
            self._written[unique] = Words(unique)
        return self._written[unique]

    def _entry(self, node: Node, inside: tuple[str, int] | None) -> Sequence[Phrase]:
        """The phrases of one entry; `inside` is the list that it stands in, with its level."""
        text = node.text("a word")
        if not text.startswith("@"):
            try:
                return (read_phrase(text),)
            except ValueError as error:
                raise node.error(str(error)) from error
        name = text[1:]
        level = len(self._levels.get(name, ())) - 1
        if inside is not None and inside[0] == name:
            level = inside[1] - 1  # what it replaces
            if level < 0:
                raise node.error(f"the word list '{text}' holds itself, and replaces none of that name")
        if level < 0:
            raise node.error(f"unknown word list '{text}'{did_you_mean(text, {f'@{n}' for n in self._levels})}")
        if (name, level) in self._open:
            raise node.error(f"the word list '{text}' goes in a circle")
        return self._phrases(name, level)

    def _phrases(self, name: str, level: int) -> Sequence[Phrase]:
        key = (name, level)
        if key not in self._done:
            self._done[key] = None
            self._open.add(key)
            try:
                found: list[Phrase] = []
                for item in self._levels[name][level].items("it"):
                    found += self._entry(item, key)
                    if self._count + len(found) > MAX_PHRASES:
                        raise item.error(f"the word lists come to more than {MAX_PHRASES} entries")
            finally:
                self._open.discard(key)
            if level == len(self._levels[name]) - 1:
                found += self._more.get(name, ())
            self._count += len(found)
            self._done[key] = tuple(dict.fromkeys(found))
        done = self._done[key]
        if done is None:
            raise BrokenListError
        return done
