"""The reading of a long article beside the screen: which chapter is next, and what is known so far."""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import IO, Any, NamedTuple

from reader.article.model import Article
from reader.chapters.division import divide, part_of
from reader.chapters.findings import Findings, Recipe, together
from reader.chapters.long_reading import LongReading
from reader.chapters.starting import start_process
from reader.chapters.worker import Job, Method
from reader.reading import Reading
from reader.rules.model import RuleSet
from reader.spans import Span

MOST = 2_000_000
"""Characters that are read at the most: lists of more are no help to anybody, and would make keys wait."""


class Progress(NamedTuple):
    """How far the reading has come."""

    reading: Reading | None
    """What is known so far; None when it is what was known before."""
    sign: str
    """To be shown; empty when everything has been read."""


class ChapterReader:
    """Reads one article in a process of its own, the chapter on the screen first."""

    def __init__(self, method: Method, most: int = MOST, process: subprocess.Popen[bytes] | None = None) -> None:
        """`process`: one that has been started already."""
        self._method, self._most = method, most
        self._process = process
        self._is_told = False
        self._stopped = False

    def stop(self) -> None:
        """End the reading, at any moment, from any thread."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()

    def read(self, article: Article, where: Callable[[], int]) -> Iterator[Progress]:
        """Read chapter after chapter; `where` tells the offset that is on the screen. To be run in a thread.

        Raises:
            RuntimeError: the process has ended by itself.
        """
        spans = divide(article)
        chapters: dict[int, Findings] = {}
        rules = self._method.rules or RuleSet()
        recipe: Recipe | None = None
        total = len(article.text)
        done = 0
        try:
            while not self._stopped and done < self._most:
                number = next_chapter(spans, chapters, where())
                if number is None:
                    break
                span = spans[number]
                job = Job(part_of(article, span), span.start, number + 1 if len(spans) > 1 else None)
                self._ask(job)
                # while the process is at work
                recipe = recipe or Recipe.of(rules, self._method.off)
                chapters[number] = self._answer()
                done += span.length
                sign = f"reading… {100 * done // min(total, self._most)} %"
                # Ever more rarely: every time all lists are made anew.
                is_due = _is_power_of_two(len(chapters))
                if len(chapters) < len(spans) and done < self._most:
                    yield Progress(LongReading(article, together(chapters), recipe) if is_due else None, sign)
            if chapters and recipe and not self._stopped:
                rest = "" if len(chapters) == len(spans) else f"{_size(done)} of {_size(total)} were read"
                yield Progress(LongReading(article, together(chapters), recipe), rest)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            if not self._stopped:
                raise RuntimeError("the process that reads has ended") from error
        finally:
            self.stop()
            if self._process is not None:
                self._process.wait()

    def _ask(self, job: Job) -> None:
        if self._process is None:
            self._process = start_process()
        if not self._is_told:
            self._is_told = True
            _send(self._process.stdin, self._method)
        _send(self._process.stdin, job)

    def _answer(self) -> Findings:
        assert self._process is not None and self._process.stdout is not None
        found: Findings = pickle.load(self._process.stdout)
        return found


def next_chapter(spans: Sequence[Span], read: Collection[int], offset: int) -> int | None:
    """The first chapter that is not among `read`, counted from the one at `offset` and round again; None: all are."""
    here = next((number for number, span in enumerate(spans) if offset < span.end), 0)
    order = (*range(here, len(spans)), *range(here))
    return next((number for number in order if number not in read), None)


def _send(pipe: IO[bytes] | None, value: Any) -> None:
    assert pipe is not None
    pickle.dump(value, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _is_power_of_two(number: int) -> bool:
    return number & (number - 1) == 0


def _size(characters: int) -> str:
    return f"{characters / 1e6:.1f} MB"
