"""Chapters are read in a process beside the screen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from time import sleep

import pytest

from reader.article.load import load_bytes
from reader.article.model import Article
from reader.chapters import process
from reader.chapters.division import divide
from reader.chapters.process import ChapterReader, Rhythm, next_chapter
from reader.chapters.worker import Method
from reader.read import read
from reader.rules.load import parse_rules
from reader.spans import Span

_LINE = "“There might be no water at Merrow,” said Odile Brandt, the mayor, on Friday. Nobody counted the boats.\n\n"
_RULES = "version: 1\nlists: {b: {title: B}}\nrules:\n  - {id: boat, match: {words: [boats]}, list: b}\n"


@pytest.fixture(scope="module")
def long() -> Article:
    """Thirteen chapters."""
    return load_bytes((_LINE * 4900).encode(), path="long.txt")


def _spans() -> list[Span]:
    return [Span(10 * n, 10 * n + 10) for n in range(5)]


def test_the_chapter_on_the_screen_is_first_and_then_those_after_it_and_before() -> None:
    def order() -> Iterator[int]:
        read: set[int] = set()
        while (number := next_chapter(_spans(), read, 25)) is not None:
            read.add(number)
            yield number

    assert list(order()) == [2, 3, 4, 0, 1]


def test_what_a_process_finds_in_an_article_that_is_not_long_is_what_would_be_found_here() -> None:
    article = load_bytes((_LINE * 5).encode(), path="short.txt")
    rules = parse_rules(_RULES, "rules.yaml")
    (progress,) = ChapterReader(Method(rules)).read(article, lambda: 0)
    here = read(article, rules)
    assert progress.sign == "" and progress.reading is not None
    assert progress.reading.quotes == here.quotes and progress.reading.entities == here.entities
    assert progress.reading.links == here.links and here.matches
    assert [m.span for m in progress.reading.matches] == [m.span for m in here.matches]


def test_progress_is_told_until_everything_is_read(long: Article) -> None:
    told = list(ChapterReader(Method()).read(long, lambda: 100_000))
    assert told[0].sign == "reading… 7 %" and told[-1].sign == ""
    first, last = told[0].reading, told[-1].reading
    assert first is not None and last is not None
    assert all(70_000 < quote.parts[0].start < 130_000 for quote in first.quotes)  # what is on the screen
    assert len(first.quotes) < len(last.quotes) == 4900


def test_what_was_found_is_put_together_at_a_new_place_at_once_and_then_ever_more_rarely() -> None:
    rhythm = Rhythm()

    def due(numbers: range) -> Iterator[int]:
        for number in numbers:
            if rhythm.is_due(number):
                rhythm.took(0.0)
                yield number

    assert list(due(range(40))) == [0, 1, 3, 7, 15, 31]
    assert list(due(range(90, 100))) == [90, 91, 93, 97]


def test_putting_it_together_takes_a_small_part_of_the_time() -> None:
    rhythm = Rhythm()
    assert rhythm.is_due(5)
    rhythm.took(0.02)
    assert not rhythm.is_due(70)  # it has just been done
    sleep(0.21)
    assert rhythm.is_due(71)  # what was due then is due still


def test_what_was_found_before_holds_where_the_reading_has_not_come_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "divide", partial(divide, whole=0, size=2 * len(_LINE)))
    article, rules = load_bytes((_LINE * 8).encode(), path="long.txt"), parse_rules(_RULES, "rules.yaml")
    *_, before = ChapterReader(Method(rules)).read(article, lambda: 0)
    assert before.reading is not None and len(before.reading.matches) == 8
    reader = ChapterReader(Method(rules, off={"boat"}))
    first = next(reader.read(article, lambda: 5 * len(_LINE), before.reading.chapters))
    reader.stop()
    assert first.reading is not None and first.reading.quotes == before.reading.quotes
    assert [match.span.start // len(_LINE) for match in first.reading.matches] == [0, 1, 2, 3, 6, 7]


def test_reading_can_be_stopped_from_another_thread(long: Article) -> None:
    reader = ChapterReader(Method())
    parts = reader.read(long, lambda: 0)
    assert next(parts).reading is not None
    threading.Timer(0.05, reader.stop).start()
    assert len(list(parts)) < 12  # without an error
