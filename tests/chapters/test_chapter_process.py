"""Chapters are read in a process beside the screen."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from reader.article.load import load_bytes
from reader.article.model import Article
from reader.chapters.process import ChapterReader, next_chapter
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


def test_progress_is_told_and_a_limit_is_too(long: Article) -> None:
    reader = ChapterReader(Method(), most=70_000)
    told = list(reader.read(long, lambda: 100_000))
    assert told[0].sign == "reading… 57 %" and told[-1].sign == "0.1 MB of 0.5 MB were read"
    last = told[-1].reading
    assert last is not None
    starts = [quote.parts[0].start for quote in last.quotes]
    assert min(starts) > 60_000 and max(starts) < 200_000  # around what was on the screen
    assert len(starts) > 500


def test_reading_can_be_stopped_from_another_thread(long: Article) -> None:
    reader = ChapterReader(Method())
    parts = reader.read(long, lambda: 0)
    assert next(parts).reading is not None
    threading.Timer(0.05, reader.stop).start()
    assert len(list(parts)) < 12  # without an error
