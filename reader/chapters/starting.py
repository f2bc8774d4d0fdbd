"""The process that reads, started before it is known what it is to read: it gets ready while the screen does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Set
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.analyse import NameFinder
    from reader.chapters.process import ChapterReader
    from reader.chapters.register import Measure
    from reader.rules.model import RuleSet

# Not `-m`, and `-P`: nothing is ever imported from the folder where the reader happens to be. The screen goes first.
_CODE = "import os, sys; os.nice(5); sys.path[:] = sys.argv[1:]; from {} import main; main()"


def start_process(module: str = "reader.chapters.worker") -> subprocess.Popen[bytes]:
    """A process in which the `main` of a module of this program runs: it has a pipe as standard input and another as
    standard output. OSError when there can be none."""
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _CODE.format(module), *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


class Readers:
    """Gives one reader of an article after the other, the first with a process that has been started already."""

    def __init__(self, names_of: NameFinder | None = None) -> None:
        self._names_of = names_of
        self._ready: subprocess.Popen[bytes] | None = None

    def get_ready(self) -> None:
        """Start the process of the first reader."""
        with suppress(OSError):  # it is told when it is needed
            self._ready = start_process()

    def __call__(
        self, rules: RuleSet | None, off: Set[str] = frozenset(), measure: Measure | None = None
    ) -> ChapterReader:
        """A reader that applies these rules too; what is named in `off` finds nothing. `measure` tells there what lists
        need to know."""
        from reader.chapters.process import ChapterReader
        from reader.chapters.worker import Method

        ready, self._ready = self._ready, None
        return ChapterReader(Method(rules, self._names_of, off, measure), process=ready)

    def end(self) -> None:
        """End a process that nobody has made use of."""
        if self._ready is not None:
            self._ready.kill()
            self._ready.wait()
            self._ready = None
