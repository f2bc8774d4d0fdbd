"""Texts of any size for the speed benchmarks: news about nobody, the same every time."""

from __future__ import annotations

import random
from pathlib import Path

TITLE = "Harbour wardens count their boats again"
SIZES = {"3 kB": 3_000, "300 kB": 300_000, "3 MB": 3_000_000, "30 MB": 30_000_000}
_NAMES = ("Ilse Farrow", "Tomas Verey", "Odile Brandt", "Merrow Water", "Castle Merrow", "the Sallow Trust", "José Kíl")
_SUBJECTS = ("the council", "a warden", "the ferry company", "one of the divers", "the harbour office", "a neighbour")
_VERBS = ("counted", "moved", "repaired", "sold", "forgot", "painted", "measured", "lost", "insured", "praised")
_OBJECTS = ("eleven boats", "the old crane", "a crate of lamps", "the tide tables", "forty metres of rope", "the bell")
_TAILS = ("before the storm", "on Friday", "without a word", "in the north basin", "for the third time", "at 6.40")


def long_text(characters: int) -> str:
    """A plain text of about so many characters, in paragraphs of two to six sentences; a fifth of these are quotes."""
    rng = random.Random(7)
    paragraphs, size = [TITLE], 0
    while size < characters:
        paragraphs.append(" ".join(_sentence(rng) for _ in range(rng.randint(2, 6))))
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


def _sentence(rng: random.Random) -> str:
    pieces = (rng.choice(_SUBJECTS), rng.choice(_VERBS), rng.choice(_OBJECTS), rng.choice(_TAILS))
    words = " ".join(pieces)
    if rng.random() < 0.5:
        words += f", and {rng.choice(_NAMES)} {rng.choice(_VERBS)} {rng.choice(_OBJECTS)}"
    words = words[0].upper() + words[1:]
    return f"“{words},” said {rng.choice(_NAMES)}." if rng.random() < 0.2 else f"{words}."


def write_texts(folder: Path, names: tuple[str, ...] = tuple(SIZES)) -> dict[str, Path]:
    """The texts as files, by the names of their sizes."""
    paths = {}
    for name in names:
        paths[name] = folder / f"{name.replace(' ', '')}.txt"
        paths[name].write_text(long_text(SIZES[name]), encoding="utf-8")
    return paths
