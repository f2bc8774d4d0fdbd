"""Feed the program broken articles for as long as one likes: load, analyse, apply rules, export, check what came out.

    python tools/fuzz.py 10                 ten minutes of sample articles, cut, doubled, swapped and spoilt at random
    python tools/fuzz.py 10 --seed 7        the same cases once more
    python tools/fuzz.py 10 --guided        guided by coverage (pip install atheris; its own statistics)

Prints how many cases were run. A case that fails, or takes more than its time, is written to the folder given with
--keep (here: `fuzz-failures`), and the status is 1.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "robustness"))

from invariants import assert_sound, assert_written_cleanly  # noqa: E402

from reader.article.load import load_bytes  # noqa: E402
from reader.errors import ReaderError  # noqa: E402
from reader.read import read  # noqa: E402
from reader.resources import articles_folder  # noqa: E402
from reader.rules.load import load_builtin  # noqa: E402

RULES = [load_builtin(name) for name in ("hedging", "numbers")]
SECONDS = 5.0
"""What a case of a few kilobytes may take: a hundred times what it does take."""
_WORDS = [
    "said ",
    " that ",
    " he ",
    ", who ",
    " according to ",
    "Q: ",
    "NAME: ",
    "— ",
    "$1 ",
    "1,",
    "9" * 60,
    "A" * 300,
]
_MARKS = ["“", "”", '"', "'", "’", "\u202e", "\u2028", "\u0301" * 40, "(" * 50, "> ", "- ", "# ", "|", "---\n", "```\n"]
SPOILS = [word.encode() for word in (*_WORDS, *_MARKS, "\n\n", "\t", "\r", "\0", "\x1b[2J", "&#27;")]
SPOILS += [b"\x9b", b"\xff\xfe", b"\xed\xa0\x80"]


class TooSlowError(Exception):
    """A case took longer than SECONDS."""


def run(data: bytes) -> None:
    """One case, whole; an exception is a fault."""
    began = time.process_time()
    for markdown in (False, True):
        try:
            article = load_bytes(data, markdown=markdown)
        except ReaderError:
            continue
        for rules in RULES:
            reading = read(article, rules)
            assert_sound(reading)
            assert_written_cleanly(reading)
    if time.process_time() - began > SECONDS:
        raise TooSlowError(f"{time.process_time() - began:.1f} s for {len(data)} bytes")


def spoilt(chance: random.Random, seeds: list[bytes]) -> bytes:
    """A piece of an article with some changes."""
    data = bytearray(chance.choice(seeds))
    start = chance.randrange(len(data))
    data = data[start : start + chance.choice((60, 300, 1500, 4000))]
    for _ in range(chance.choice((1, 2, 4, 8, 16))):
        at, size = chance.randrange(len(data) + 1), chance.choice((1, 1, 3, 10, 60))
        match chance.randrange(5):
            case 0:
                del data[at : at + size]
            case 1:
                data[at:at] = data[at : at + size] * chance.choice((1, 2, 20))
            case 2:
                data[at:at] = chance.choice(SPOILS)
            case 3:
                other = chance.choice(seeds)
                begin = chance.randrange(len(other))
                data[at : at + size] = other[begin : begin + size]
            case 4 if at < len(data):
                data[at] = chance.randrange(256)
    return bytes(data)


def keep(folder: Path, data: bytes) -> Path:
    """Write a case that fails where it can be found."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{hashlib.sha256(data).hexdigest()[:12]}.txt"
    path.write_bytes(data)
    return path


def guided(seeds: list[bytes], minutes: float, corpus: Path) -> None:
    """Let atheris choose the cases; it ends the process by itself."""
    atheris: Any = import_module("atheris")
    atheris.instrument_all()
    for data in seeds:
        keep(corpus, data)
    atheris.Setup([sys.argv[0], f"-max_total_time={int(60 * minutes)}", "-max_len=4000", str(corpus)], run)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description="Feed the program broken articles.")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), metavar="FOLDER")
    parser.add_argument("--guided", action="store_true")
    options = parser.parse_args()
    seeds = [path.read_bytes() for path in sorted(articles_folder().iterdir())]
    if options.guided:
        guided(seeds, options.minutes, options.keep / "corpus")
    chance = random.Random(options.seed)
    cases = failures = 0
    end = time.monotonic() + 60 * options.minutes
    while time.monotonic() < end:
        data = spoilt(chance, seeds)
        cases += 1
        try:
            run(data)
        except Exception as error:
            failures += 1
            if failures <= 10:
                sys.stdout.write(f"{keep(options.keep, data)}: {''.join(traceback.format_exception(error)[-3:])}\n")
    sys.stdout.write(f"{cases} cases in {options.minutes:g} minutes, {failures} failures (seed {options.seed})\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
