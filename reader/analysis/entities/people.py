"""Which names of people mean the same person.

A full name founds a person; a surname, a first name or a title with a surname goes to the person named last whom it
fits. Two people with one surname are kept apart by first names, initials, "Jr" and "Sr", by titles and the gender that
they tell, and by the "she" that goes on after a bare surname.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.entities.atoms import PARTICLES
from reader.language import gazetteer

_NAMESAKES = 24
"""People with a word of their name in common that are told apart; beyond, the last ones count."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """One naming of a person, taken apart."""

    parts: tuple[str, ...]
    """Folded, in small letters, without suffixes: ("jean-luc", "van", "roe")."""
    gender: str | None
    """Told by the title before it, else None."""
    at: int
    """Where it stands."""
    title: str | None = None
    """The role right before it, in small letters: "senator"."""
    goes_on: str | None = None
    """The gender of the "he" or "she" that the next sentence begins with, when nobody else is named in between."""
    suffix: str | None = None
    """ "jr" or "sr"."""

    @property
    def given(self) -> str:
        return self.parts[0]

    @property
    def family(self) -> str:
        return self.parts[-1]


@dataclass(slots=True, eq=False)
class Person:
    """A person with all namings given to them so far, by index."""

    fullest: PersonName
    members: list[int] = field(default_factory=list)
    gender: str | None = None
    last_at: int = -1
    words: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    suffix: str | None = None

    def take(self, index: int, name: PersonName) -> None:
        self.members.append(index)
        self.last_at = max(self.last_at, name.at)
        self.words.update(name.parts)
        self.gender = self.gender or name.gender
        self.suffix = self.suffix or name.suffix
        if name.title is not None:
            self.titles.add(name.title)
        if len(name.parts) > len(self.fullest.parts) or (
            len(name.parts) == len(self.fullest.parts) and sum(map(len, name.parts)) > sum(map(len, self.fullest.parts))
        ):
            self.fullest = name


def person_name(
    surface: str,
    gender: str | None,
    at: int,
    title: str | None = None,
    goes_on: str | None = None,
    after: str = "",
) -> PersonName:
    """Take a name apart; `after` is the word behind it, in small letters."""
    parts = [p.strip(".,'\"") for p in gazetteer.fold(surface).lower().split()]
    kept = [p for p in parts if p and p not in _SUFFIXES] or [surface.lower()]
    suffix = next((p for p in (*parts, after) if p in ("jr", "sr")), None)
    return PersonName(tuple(kept), gender, at, title, goes_on, suffix)


def group_people(names: Sequence[PersonName]) -> list[list[int]]:
    """Indices of `names` (in the order of the text), one list a person."""
    people: list[Person] = []
    by_word: dict[str, list[Person]] = {}

    def enter(person: Person, name: PersonName) -> None:
        for word in set(name.parts):
            holders = by_word.setdefault(word, [])
            if person not in holders:
                holders.append(person)
                del holders[:-_NAMESAKES]

    owner: dict[int, Person] = {}
    for i, name in enumerate(names):
        if len(name.parts) < 2:
            continue
        fitting = [p for p in by_word.get(name.family, []) if _same_full(p, name)]
        if not fitting:
            fitting = [p for p in by_word.get(name.given, []) if _same_full(p, name)]
        person = max(fitting, key=lambda p: p.last_at) if fitting else Person(name)
        if not fitting:
            people.append(person)
        person.take(i, name)
        enter(person, name)
        owner[i] = person
    founders = {id(p): min(p.members) for p in people}
    for p in people:
        p.last_at = -1
    for i, name in enumerate(names):
        if i in owner:
            owner[i].last_at = name.at
            continue
        fitting = [p for p in by_word.get(name.family, []) if _fits_bare(p, name)]
        strong = [p for p in fitting if p.fullest.family == name.family] or [
            p for p in fitting if p.fullest.given == name.family
        ]
        if strong:
            strong = _told_apart(strong, name)
            named = [p for p in strong if p.last_at >= 0]
            person = (
                max(named, key=lambda p: p.last_at)
                if named
                else min(strong, key=lambda p: founders.get(id(p), len(names)))
            )
        else:
            person = Person(name)
            founders[id(person)] = i
            people.append(person)
            enter(person, name)
        person.take(i, name)
    return [sorted(p.members) for p in people]


def _told_apart(people: list[Person], name: PersonName) -> list[Person]:
    """Those of several namesakes whom a title, or else the "she" after the name, lets mean; all where neither does."""
    if len(people) < 2:
        return people
    titled = [p for p in people if name.title in p.titles]
    if titled:
        return titled
    return [p for p in people if name.goes_on is not None and _gender_of(p) == name.goes_on] or people


def _genders_clash(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def _gender_of(person: Person) -> str | None:
    return person.gender or (
        gazetteer.gender_of_first_name(person.fullest.given.capitalize()) if len(person.fullest.parts) > 1 else None
    )


def _same_full(person: Person, name: PersonName) -> bool:
    """Whether two full names may be one: the same surname, and first names that do not contradict."""
    known = person.fullest
    if _genders_clash(_gender_of(person), name.gender):
        return False
    if person.suffix is not None and name.suffix is not None and person.suffix != name.suffix:
        return False
    if known.parts == name.parts:
        return True
    shorter, longer = sorted((known.parts, name.parts), key=len)
    if shorter[-1] == longer[-1]:
        if len(shorter) > 1 and len(longer) <= len(shorter) + 2 and longer[-len(shorter) :] == shorter:
            return True  # "Guo Meiling Ruiz" and "Meiling Ruiz", two surnames without the first name
        a, b = shorter[0], longer[0]
        if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
            return True
        return shorter[0] in PARTICLES and set(shorter) <= set(longer)
    if len(longer) > 3 and len(shorter) == 2 and (longer[0], longer[-2]) == shorter:
        return True  # "José Ángel Ruiz Orme" and "José Ruiz"
    # "Guo Meiling" and "Guo", Spanish double surnames: the shorter is the opening of the longer
    return len(shorter) > 1 and longer[: len(shorter)] == shorter


def _fits_bare(person: Person, name: PersonName) -> bool:
    return name.family in person.fullest.parts and not _genders_clash(_gender_of(person), name.gender)
