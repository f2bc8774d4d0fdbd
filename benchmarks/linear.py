"""Whether reading stays linear in the length of the text, whatever the text is: pathological forms, in doubling sizes.

    python benchmarks/linear.py                             text, 50, 100 and 200 kB of every form
    python benchmarks/linear.py --markdown
    python benchmarks/linear.py --sizes 500000 1000000 --only prose "unclosed “"

A line a form: seconds for each size, how much longer twice the size takes, and seconds for a megabyte. What takes more
than 2.7 times as long for twice the size, or more than MOST seconds a megabyte, is marked `<<<`; then the status is 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from itertools import pairwise

from reader.article.load import load_bytes
from reader.read import read

MOST = 30.0
"""Seconds of processor time a megabyte."""
STEEP = 2.7
"""Times as long for twice the size: 2 is linear, 4 quadratic."""
LEAST = 0.05
"""Seconds below which a measurement says nothing of how it grows."""

_SENTENCE = "The harbour board said on Monday that Oda Brandt would close the north quay. "
REPEATED: Mapping[str, str] = {
    "prose": _SENTENCE * 4 + "\n\n",
    "one line": _SENTENCE,
    **{f"only {mark}": mark for mark in "“”\"'([.—…1aA>`中"},
    "“x” said": "“Yes,” said Oda Brandt. ",
    "“‘": "“‘",
    "(a)": "(a) ",
    "capitals": "Brandt ",
    "said": "said ",
    "he said": "He said he said. ",
    "that": "that ",
    "and": "Oda and ",
    "commas": ", ",
    "Oda,": "Oda, ",
    "dots apart": ". ",
    "hyphens": "a-",
    "1,": "1,",
    "12": "12 ",
    "$1": "$1 ",
    "1%": "1% ",
    "dates": "3 May 2024 ",
    "lines": "a\n",
    "paragraphs": "a\n\n",
    "questions": "Q: Why?\n\nA: So.\n\n",
    "transcript": "BRANDT: So it is.\n\n",
    "> quoted": "> a\n",
    "list": "- a\n",
    "— name": "— Oda Brandt\n\n",
    "bylines": "By Oda Brandt\n",
    "@": "a@",
    "initials": "A. ",
    "acronyms": "Oda Brandt Trust (OBT) ",
    "Ministry of": "Ministry of ",
    "the": "the ",
    "who": "Oda, who ",
    "joiners": "👩\u200d",
    "according to": "according to ",
    "’s": "Oda's ",
    "colons": "a: ",
    "*": "*a ",
    "_": "_a ",
    "table": "| a | b |\n",
    "pronouns": "He told her that they saw him. ",
    "descriptions": "The minister met the mayor of the town. ",
    "quotes": "“The north quay will be closed for good,” said Brandt. ",
}
"""What is written over and over."""
MARKED: Mapping[str, str] = {
    **{
        f"only {mark}": mark
        for mark in ("[", "![", "](", "[a](b", "[[]]", "<a", "<!--", "<?", "&#1", "*_", "``a`", "~~a")
    },
    **{
        f"only {mark}": mark
        for mark in ("\\", "- - ", "1. ", "**a ", "*a **b ", "a**b", "[a][b] ", "![a](b) ", "&amp;")
    },
    **{
        f"lines {line}": f"{line}\n"
        for line in ("# a", "```", "~~~a", "---", "<div>", "    a", "[a]: b", "> a\nb", "a\n===")
    },
    "links": "[the quay](http://a.example/b) ",
    "addresses": "<http://a.example/b> ",
    "tables": "| a | b |\n| --- | --- |\n| c | d |\n\n",
}
"""The same with --markdown."""
ENCLOSED: Mapping[str, tuple[str, str, str]] = {
    "unclosed “": ("“", _SENTENCE, ""),
    'unclosed "': ('"', _SENTENCE, ""),
    "spaces": ("a", " ", "b"),
    "tabs": ("", "\t", "a"),
    "blank lines": ("", "\n", "a"),
    "address": ("http://a.example/", "a/", ""),
    "accents": ("e", "\u0301", ""),
    "long table": ("| a | b |\n| --- | --- |\n", "| c | d |\n", ""),
    "wide table": ("| a | b |\n| --- | --- |\n", "| c ", ""),
}
"""What begins, is written over and over, and ends."""


def text_of(form: str, size: int) -> bytes:
    """About `size` bytes of a form; `names`, all different, never repeat."""
    if form == "deep list":
        return "".join(f"{'  ' * depth}- a\n" for depth in range(int(size**0.5))).encode()
    if form == "deep quotation":
        return "".join(f"{'>' * depth} a\n" for depth in range(int((2 * size) ** 0.5))).encode()
    if form == "nested":
        return ("[" * (size // 2) + "a" + "]" * (size // 2)).encode()
    if form == "names":
        return " ".join(f"Bra{_letters(n)}" for n in range(size // 8)).encode()
    before, piece, after = ENCLOSED.get(form) or ("", {**REPEATED, **MARKED}[form], "")
    return (before + piece * (size // len(piece.encode()) + 1) + after).encode()


def _letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


FORMS = (*REPEATED, *ENCLOSED, "names", "nested")
WITH_MARKDOWN = (*FORMS, *MARKED, "deep list", "deep quotation")


def seconds_for(data: bytes, *, markdown: bool) -> tuple[float, int]:
    """Processor time to load and read it, and how many characters there were to read."""
    began = time.process_time()
    reading = read(load_bytes(data, markdown=markdown))
    return time.process_time() - began, len(reading.article.text)


def growth_of(before: tuple[float, int], after: tuple[float, int]) -> float:
    """How much longer twice the size takes. (Markdown with more marks than anybody writes is read as plain text: then
    there is far more to read than twice as much.)"""
    more = max(2.0, after[1] / before[1])
    return after[0] / max(LEAST, before[0]) * 2 / more


def main() -> int:
    parser = argparse.ArgumentParser(description="Is reading linear in the length of the text?")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--sizes", nargs="+", type=int, default=[50_000, 100_000, 200_000], metavar="BYTES")
    parser.add_argument("--only", nargs="+", choices=WITH_MARKDOWN, metavar="FORM")
    options = parser.parse_args()
    forms = options.only or (WITH_MARKDOWN if options.markdown else FORMS)
    seconds_for(text_of("prose", 1000), markdown=options.markdown)  # what is loaded once is loaded
    bad = 0
    for form in forms:
        taken = [seconds_for(text_of(form, size), markdown=options.markdown) for size in options.sizes]
        growth = [growth_of(before, after) for before, after in pairwise(taken)]
        rate = taken[-1][0] / options.sizes[-1] * 1e6
        mark = "  <<<" if rate > MOST or any(times > STEEP for times in growth) else ""
        bad += bool(mark)
        figures = "".join(f"{seconds:7.2f}" for seconds, _ in taken), "".join(f"{each:5.1f}" for each in growth)
        sys.stdout.write(f"{form:14} s {figures[0]}   x {figures[1]}   {rate:6.1f} s/MB{mark}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(forms)} forms, {bad} too slow\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
