"""What was found in chapters, put together."""

from __future__ import annotations

import re

from reader.analysis.model import Mention, MentionKind
from reader.article.load import load_bytes
from reader.article.model import Article
from reader.chapters.chapter import Chapter, chapter_of
from reader.chapters.division import divide, part_of
from reader.chapters.findings import Recipe
from reader.chapters.long_reading import LongReading
from reader.export.json import as_dict
from reader.read import read
from reader.reading import Reading
from reader.rules.load import parse_rules
from reader.spans import Span

_STORY = (
    "Odile Brandt, the mayor of Castle Merrow, closed the fountains on Friday. “There is no water to spare,” Brandt "
    "said. Merrow Water lost two pumps in March, she added.\n\n"
)
_RULES = "version: 1\nlists: {pumps: {title: Pumps}}\nrules:\n  - {id: pump, match: {words: [pumps]}, list: pumps}\n"


def _in_chapters(text: str, size: int) -> tuple[Article, dict[int, Chapter]]:
    article = load_bytes(text.encode(), path="long.txt")
    rules = parse_rules(_RULES, "rules.yaml")
    return article, {
        number: chapter_of(read(part_of(article, span), rules), span, number + 1)
        for number, span in enumerate(divide(article, whole=0, size=size))
    }


def _whole(text: str, size: int) -> Reading:
    article, chapters = _in_chapters(text, size)
    return LongReading(article, chapters, Recipe())


def test_every_id_is_of_one_item_and_every_link_ties_two_that_are_there() -> None:
    reading = _whole(_STORY * 6, 2 * len(_STORY))
    everything = (reading.quotes, reading.entities, reading.key_points, reading.matches)
    ids = [item.id for items in everything for item in items]
    assert len(ids) == len(set(ids)) > 10
    assert reading.links
    assert all(reading.has(link.source) and reading.has(link.target) for link in reading.links)
    assert all(reading.has(highlight.item) for highlight in reading.highlights if highlight.item)


def test_everything_stands_where_the_text_says() -> None:
    reading = _whole(_STORY * 6, 2 * len(_STORY))
    text = reading.article.text
    names = [m.span.of(text) for e in reading.entities for m in e.mentions if m.kind is MentionKind.NAME]
    assert set(names) >= {"Odile Brandt", "Castle Merrow", "Merrow Water"}
    assert len([q for q in reading.quotes if q.parts[0].of(text).startswith("“There is no water")]) == 6
    assert [m.span.of(text) for m in reading.matches] == ["pumps"] * 6
    assert [m.span.start for m in reading.matches] == [m.start() for m in re.finditer("pumps", text)]


def test_an_entity_of_several_chapters_is_one_and_speaks_in_all_of_them() -> None:
    reading = _whole(_STORY * 6, 2 * len(_STORY))
    (mayor,) = [entity for entity in reading.entities if entity.name == "Odile Brandt"]
    starts = [mention.span.start for mention in mayor.mentions]
    assert starts == sorted(starts)
    assert len([m for m in mayor.mentions if m.kind is MentionKind.NAME]) == 12
    assert reading.said_by(mayor.id)[0] >= 6


def test_each_chapter_gives_one_key_point_and_they_are_ranked_as_they_come() -> None:
    reading = _whole(_STORY * 6, 2 * len(_STORY))
    assert [point.rank for point in reading.key_points] == [1, 2, 3]
    assert [point.span.start for point in reading.key_points] == sorted(p.span.start for p in reading.key_points)


def test_chapters_may_come_in_any_order() -> None:
    article, chapters = _in_chapters(_STORY * 6, 2 * len(_STORY))
    backwards = LongReading(article, dict(reversed(chapters.items())), Recipe())
    assert as_dict(backwards) == as_dict(LongReading(article, chapters, Recipe()))


def test_of_one_chapter_nothing_is_changed() -> None:
    article = load_bytes((_STORY * 3).encode(), path="long.txt")
    reading = read(article)
    found = LongReading(article, {0: chapter_of(reading, Span(0, len(article.text)), None)}, Recipe())
    assert as_dict(found) == as_dict(reading) and found.key_points == reading.key_points
    assert isinstance(found.entities[0].mentions[0], Mention)
