"""The reading of a long article beside the screen: which chapter is next, and what is known so far."""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from time import monotonic
from types import MappingProxyType
from typing import IO, Any, NamedTuple

from reader.article.model import Article
from reader.chapters.chapter import Chapter
from reader.chapters.division import divide, part_of
from reader.chapters.findings import Recipe
from reader.chapters.long_reading import LongReading
from reader.chapters.starting import start_process
from reader.chapters.worker import Job, Method
from reader.rules.model import RuleSet
from reader.spans import Span

NOTHING: Mapping[int, Chapter] = MappingProxyType({})
_REST = 10
"""So many times as long as it takes to put together what was found, it is not done again."""


class Progress(NamedTuple):
    """How far the reading has come."""

    reading: LongReading | None
    """What is known so far; None when it is what was known before."""
    sign: str
    """To be shown; empty when everything has been read."""


class ChapterReader:
    """Reads one article in a process of its own, the chapter on the screen first."""

    def __init__(self, method: Method, process: subprocess.Popen[bytes] | None = None) -> None:
        """`process`: one that has been started already."""
        self._method = method
        self._process = process
        self._is_told = False
        self._stopped = False

    def stop(self) -> None:
        """End the reading, at any moment, from any thread."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()

    def read(
        self, article: Article, where: Callable[[], int], before: Mapping[int, Chapter] = NOTHING
    ) -> Iterator[Progress]:
        """Read chapter after chapter; `where` tells the offset that is on the screen. Of a chapter that is not read yet
        what was found `before` still holds. To be run in a thread.

        Raises:
            RuntimeError: the process has ended by itself.
        """
        spans = divide(article)
        chapters: dict[int, Chapter] = {}
        recipe: Recipe | None = None
        done = 0
        rhythm = Rhythm()
        try:
            while not self._stopped:
                number = next_chapter(spans, chapters, where())
                if number is None:
                    break
                span = spans[number]
                self._ask(Job(part_of(article, span), span, number + 1 if len(spans) > 1 else None))
                # while the process is at work
                recipe = recipe or Recipe.of(self._method.rules or RuleSet(), self._method.off)
                chapters[number] = self._answer()
                done += span.length
                if len(chapters) < len(spans):
                    reading = None
                    if rhythm.is_due(number):
                        began = monotonic()
                        reading = LongReading(article, {**before, **chapters}, recipe)
                        rhythm.took(monotonic() - began)
                    yield Progress(reading, f"reading… {100 * done // len(article.text)} %")
            if recipe and not self._stopped:
                yield Progress(LongReading(article, chapters, recipe), "")
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

    def _answer(self) -> Chapter:
        assert self._process is not None and self._process.stdout is not None
        found: Chapter = pickle.load(self._process.stdout)
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


class Rhythm:
    """When what was found is put together anew, which takes the longer the more there is: at a new place at once, and
    then ever more rarely."""

    def __init__(self) -> None:
        self._last = -1
        self._here = 0  # chapters read at this place
        self._wanted = False
        self._not_before = 0.0

    def is_due(self, number: int) -> bool:
        """Whether it is, now that the chapter `number` has been read."""
        self._here = self._here + 1 if number == self._last + 1 else 1
        self._last = number
        self._wanted = self._wanted or self._here & (self._here - 1) == 0
        return self._wanted and monotonic() >= self._not_before

    def took(self, seconds: float) -> None:
        """It was done and took so long: where one leafs through unread chapters, much else is to be done too."""
        self._wanted = False
        self._not_before = monotonic() + _REST * seconds
