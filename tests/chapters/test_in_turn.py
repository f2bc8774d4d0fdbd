"""A long article is exported chapter by chapter, and the export says what the screen says."""

from __future__ import annotations

from functools import partial

import pytest

from reader.analysis.corrections import Rename
from reader.article.load import load_bytes
from reader.article.model import Article
from reader.chapters import in_turn, process
from reader.chapters.division import divide
from reader.chapters.in_turn import read_in_turn
from reader.chapters.process import ChapterReader
from reader.chapters.worker import Method
from reader.export.json import as_dict
from reader.read import read
from reader.rules.load import parse_rules
from reader.spans import Span

_STORY = (
    "Odile Brandt, the mayor of Castle Merrow, closed the fountains on Friday. “There is no water to spare,” Brandt "
    "said. Merrow Water lost two pumps in March, she added.\n\n"
)
_RULES = parse_rules(
    "version: 1\nlists: {pumps: {title: Pumps}}\nrules:\n  - {id: pump, match: {words: [pumps]}, list: pumps}\n",
    "r.yaml",
)


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> Article:
    """Three chapters of two paragraphs each."""
    in_chapters = partial(divide, whole=0, size=2 * len(_STORY))
    monkeypatch.setattr(in_turn, "divide", in_chapters)
    monkeypatch.setattr(process, "divide", in_chapters)
    return load_bytes((_STORY * 6).encode(), path="long.txt")


def test_what_is_exported_of_a_long_article_is_what_the_screen_has_of_it(long: Article) -> None:
    *_, last = ChapterReader(Method(_RULES)).read(long, lambda: 0)
    exported = as_dict(read_in_turn(long, _RULES))
    assert last.reading is not None
    assert exported == as_dict(last.reading)
    assert {entity["id"] for entity in exported["entities"]} > {"e1.1"} and len(exported["matches"]) == 6


def test_an_article_that_is_not_long_is_read_as_a_whole() -> None:
    article = load_bytes((_STORY * 2).encode(), path="short.txt")
    assert as_dict(read_in_turn(article, _RULES)) == as_dict(read(article, _RULES))


def test_what_was_put_right_in_a_long_article_is_so_in_all_its_chapters(long: Article) -> None:
    reading = read_in_turn(long, _RULES, corrections=[Rename(Span(0, 12), "Odile M. Brandt")])
    assert "Odile M. Brandt" in {entity.name for entity in reading.entities}
    assert len(reading.matches) == 6
    assert {quote.speaker.name for quote in reading.quotes if quote.speaker} == {"Odile M. Brandt"}
