"""What was found in chapters is kept small, and answers as if it were not."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.model import Analysis, Entity, Label
from reader.article.load import load_bytes
from reader.chapters.chapter import chapter_of
from reader.chapters.division import divide, part_of
from reader.chapters.findings import Recipe
from reader.chapters.ids import code_of, id_of
from reader.chapters.long_reading import LongReading
from reader.chapters.register import Measures
from reader.read import read
from reader.reading import Reading
from reader.rules.load import parse_rules
from reader.spans import Span, first_from
from reader.tui.detail_text import ties_of

_STORY = (
    "Odile Brandt, the mayor of Castle Merrow, closed the fountains on Friday. “There is no water to spare,” Brandt "
    "said. Merrow Water lost two pumps in March, she added. “There is no water to spare,” said Tomas Verey.\n\n"
)
_RULES = "version: 1\nlists: {pumps: {title: Pumps}}\nrules:\n  - {id: pump, match: {words: [pumps]}, list: pumps}\n"


def _measures(reading: Reading) -> Measures:
    return Measures(
        bytes(quote.parts[0].length for quote in reading.quotes),
        bytes(len(entity.name) for entity in reading.entities),
        bytes(match.span.length for match in reading.matches),
        tuple(point.span.of(reading.article.text) for point in reading.key_points),
    )


@pytest.fixture(scope="module", params=[500_000, 2 * len(_STORY)])
def long(request: pytest.FixtureRequest) -> LongReading:
    """In one chapter, and in several; as it comes through a pipe."""
    article = load_bytes((_STORY * 6).encode(), path="long.txt")
    rules = parse_rules(_RULES, "rules.yaml")
    spans = divide(article, whole=0, size=request.param)
    chapters = {
        number: chapter_of(read(part_of(article, span), rules), span, number + 1 if len(spans) > 1 else None, _measures)
        for number, span in enumerate(spans)
    }
    return LongReading(article, pickle.loads(pickle.dumps(chapters)), Recipe(rules.tabs, rules.rules))


@pytest.fixture
def plain(long: LongReading) -> Reading:
    """The same as objects."""
    entities = tuple(Entity(e.id, e.name, e.label, tuple(e.mentions), e.roles) for e in long.entities)
    analysis = Analysis(tuple(long.quotes), entities, long.key_points)
    matches, links, highlights = tuple(long.matches), tuple(long.links), tuple(long.highlights)
    return Reading(long.article, analysis, matches, links, long.lists, highlights=highlights, rules=long.rules)


def test_it_answers_what_a_reading_of_the_same_objects_answers(long: LongReading, plain: Reading) -> None:
    items = (*plain.quotes, *plain.entities, *plain.key_points, *plain.matches)
    assert len(items) > 20 and plain.links and plain.matches
    long.prepare()
    for item in items:
        assert long.has(item.id) and long.item(item.id) == item
        assert tuple(long.spans_of(item.id)) == plain.spans_of(item.id)
        assert sorted(long.links_of(item.id), key=str) == sorted(plain.links_of(item.id), key=str)
        assert tuple(ties_of(long, item.id)) == tuple(ties_of(plain, item.id))
        assert long.said_by(item.id) == plain.said_by(item.id)
    for entity in plain.entities:
        kinds = long.kinds_of(long.item(entity.id))  # type: ignore[arg-type]
        assert {kind: number for kind, number in kinds.items() if number} == plain.kinds_of(entity)
    assert long.said == plain.said and long.found_by() == plain.found_by()


def test_it_knows_which_mention_is_the_first_from_an_offset(long: LongReading, plain: Reading) -> None:
    entity = max(plain.entities, key=lambda entity: len(entity.mentions))
    for offset in range(0, len(long.article.text), 7):
        assert first_from(long.spans_of(entity.id), offset) == first_from(plain.spans_of(entity.id), offset)


def test_it_knows_what_lies_where(long: LongReading, plain: Reading) -> None:
    for start in range(0, len(long.article.text), 7):
        assert long.places_in(start, start + 60) == plain.places_in(start, start + 60)
        assert long.highlights_in(start, start + 60) == plain.highlights_in(start, start + 60)
        assert long.matches_in(start, start + 60) == plain.matches_in(start, start + 60)


def _sizes(reading: Reading, id_: str) -> int:
    item = reading.item(id_)
    return len(item.name) if isinstance(item, Entity) else reading.spans_of(id_)[0].length


def test_it_tells_what_lists_are_made_of(long: LongReading, plain: Reading) -> None:
    labels = ({Label.PERSON}, {Label.ORG, Label.GPE}, set(Label))
    mine = (*long.quotes_by_speaker(), *long.matches_on("pumps"), *map(long.entities_with, labels))
    its = (*plain.quotes_by_speaker(), *plain.matches_on("pumps"), *map(plain.entities_with, labels))
    assert [(group.title, list(group.ids)) for group in mine] == [(group.title, group.ids) for group in its]
    for group in mine:
        assert list(group.cells) == [_sizes(plain, id_) for id_ in group.ids]
        assert [group.ids.index(id_) for id_ in group.ids] == list(range(len(group.ids)))
    assert long.matches_on("boats") == plain.matches_on("boats") == []
    text = plain.article.text
    assert [long.words_of_point(point.id) for point in plain.key_points] == [p.span.of(text) for p in plain.key_points]


def test_it_knows_the_mention_at_a_place_and_why_it_is_one(long: LongReading, plain: Reading) -> None:
    mentions = [(long.mention_of(entity.id, m.span), m) for entity in plain.entities for m in entity.mentions]
    assert all(found == mention for found, mention in mentions)
    assert any(found is not None and found.why for found, _ in mentions)  # "she"
    assert long.mention_of(plain.entities[0].id, Span(1, 2)) is None and long.mention_of("e99", Span(0, 5)) is None


def test_an_entity_is_found_by_the_id_that_it_has_in_any_chapter(long: LongReading) -> None:
    later = [id_ for id_ in (f"e{number}.2" for number in range(1, 4)) if long.has(id_)]
    names = {long.item(id_).name for id_ in later}  # type: ignore[union-attr]
    assert {entity.name for entity in long.entities} >= names
    assert all(long.item(id_) in tuple(long.entities) and long.spans_of(id_) for id_ in later)
    assert later or len(long.entities[0].id) == 2  # there is but one chapter


@pytest.mark.parametrize("id_", ["", "q", "q0", "q999", "e1.99", "x1", "find:12", "q1.2.3", "q-1", "q²"])
def test_what_is_no_id_is_nothing(long: LongReading, id_: str) -> None:
    assert not long.has(id_) and long.links_of(id_) == ()
    with pytest.raises(KeyError):
        long.item(id_)


@given(st.sampled_from("qekm"), st.integers(1, 2**32 - 1), st.none() | st.integers(1, 2**24 - 1))
def test_an_id_and_its_number_stand_for_each_other(kind: str, number: int, chapter: int | None) -> None:
    id_ = f"{kind}{number}" if chapter is None else f"{kind}{number}.{chapter}"
    assert id_of(code_of(id_)) == id_
