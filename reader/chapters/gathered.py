"""The entities of all chapters gathered: those of one name and label are one, with all their mentions and links."""

from __future__ import annotations

from array import array
from itertools import accumulate

from reader.chapters.entities import Entities
from reader.chapters.register import Ends, Register


class Gathered:
    """Entities as they come together: all chapters are first counted, then filled in, so that nothing is moved."""

    def __init__(self) -> None:
        self.entities = Entities()
        self.ends = Ends(array("I"), array("Q"), array("H"), ())
        self.cells = bytearray()
        self.said, self.said_words = array("I"), array("I")
        self._numbers: list[dict[str, int]] = []  # by label, those of the names
        self._mentions, self._links = array("I"), array("I")  # of each entity: how many, then where the next is to be
        self._words: dict[str, int] = {}

    def count(self, register: Register) -> array[int]:
        """Take note of the entities of a chapter; their numbers in the whole."""
        own, whole, ends = register.entities, self.entities, register.ends
        same = array("I")
        for local, (name, label) in enumerate(zip(own.names, own.labels, strict=True)):
            while len(self._numbers) <= label:
                self._numbers.append({})
            number = self._numbers[label].setdefault(name, len(whole.codes))
            if number == len(whole.codes) or not register.number:  # of one chapter, two of one name are two
                number = len(whole.codes)
                whole.codes.append(own.codes[local])
                whole.labels.append(label)
                whole.names.append(name)
                whole.roles.append(own.roles[local])
                self.cells += register.entity_cells[local : local + 1]
                for column in (self.said, self.said_words, self._mentions, self._links):
                    column.append(0)
            elif own.roles[local]:
                whole.roles[number] = tuple(dict.fromkeys((*whole.roles[number], *own.roles[local])))
            same.append(number)
            self.said[number] += register.said[local]
            self.said_words[number] += register.said_words[local]
            self._mentions[number] += own.firsts[local + 1] - own.firsts[local]
            self._links[number] += ends.firsts[local + 1] - ends.firsts[local]
        for word in ends.words:
            self._words.setdefault(word, len(self._words))
        return same

    def make_room(self) -> None:
        """All have been counted."""
        firsts = array("I", accumulate(self._mentions, initial=0))
        mentions, size = self.entities.mentions, firsts[-1]
        mentions.places.starts, mentions.places.ends = array("I", bytes(4 * size)), array("I", bytes(4 * size))
        mentions.kinds = array("B", bytes(size))
        links = array("I", accumulate(self._links, initial=0))
        self.entities.firsts, self._mentions, self._links = firsts, firsts[:-1], links[:-1]
        self.ends = Ends(links, array("Q", bytes(8 * links[-1])), array("H", bytes(2 * links[-1])), tuple(self._words))

    def fill(self, register: Register, same: array[int]) -> None:
        """Put the mentions and links of the next chapter where they belong; `same` is what `count` gave for it."""
        own, its, places = register.entities, register.entities.mentions, self.entities.mentions.places
        words = [self._words[word] for word in register.ends.words]
        ways = array("H", (2 * words[way >> 1] + (way & 1) for way in register.ends.ways))
        for local, number in enumerate(same):
            here, at = slice(own.firsts[local], own.firsts[local + 1]), self._mentions[number]
            past = self._mentions[number] = at + here.stop - here.start
            places.starts[at:past] = its.places.starts[here]
            places.ends[at:past] = its.places.ends[here]
            self.entities.mentions.kinds[at:past] = its.kinds[here]
            here, at = slice(register.ends.firsts[local], register.ends.firsts[local + 1]), self._links[number]
            past = self._links[number] = at + here.stop - here.start
            self.ends.others[at:past] = register.ends.others[here]
            self.ends.ways[at:past] = ways[here]
