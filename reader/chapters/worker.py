"""The process that reads chapters: pickled jobs come in on its standard input, what was found goes out, pickled.

Both ends are this program, on a pipe that nobody else has.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Set
from typing import TYPE_CHECKING, NamedTuple

from reader.article.load import load_bytes
from reader.article.model import Article
from reader.chapters.chapter import chapter_of
from reader.chapters.register import Measure
from reader.rules.model import RuleSet
from reader.spans import Span

if TYPE_CHECKING:
    from reader.analysis.analyse import NameFinder

_NICENESS = 10
_ANYTHING = b'"The tide was late," said Ilse Farrow of Castle Merrow on 4 May.'


class Method(NamedTuple):
    """How chapters are to be read."""

    rules: RuleSet | None = None
    names_of: NameFinder | None = None
    off: Set[str] = frozenset()
    """Rules and sets that find nothing, the program's own among them."""
    measure: Measure | None = None
    """Tells what lists need to know of a chapter; None: nothing is measured."""


class Job(NamedTuple):
    """A chapter to be read."""

    article: Article
    span: Span
    """Where it is in the whole article."""
    number: int | None
    """What goes into its ids; None when it is the only one."""


def main() -> None:
    """Read chapters until the input ends."""
    gc.disable()  # what is read makes hardly any circles of objects
    from reader.read import apply, read, study

    jobs, out = sys.stdin.buffer, sys.stdout.buffer
    read(load_bytes(_ANYTHING))  # reads rules and word lists, while the screen gets ready
    gently = False
    try:
        method: Method = pickle.load(jobs)
    except EOFError:
        return
    while True:
        try:
            job: Job = pickle.load(jobs)
        except EOFError:
            return
        if job.number is not None and not gently:  # much is to be read: nothing else shall wait for it
            os.nice(_NICENESS)
            gently = True
        reading = apply(study(job.article, names_of=method.names_of), method.rules or RuleSet(), method.off)
        pickle.dump(chapter_of(reading, job.span, job.number, method.measure), out, pickle.HIGHEST_PROTOCOL)
        out.flush()
