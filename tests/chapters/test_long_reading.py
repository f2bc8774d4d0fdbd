"""What was found in chapters is kept small, and answers as if it were not."""

from __future__ import annotations

import pickle
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.model import Analysis, Entity
from reader.article.load import load_bytes
from reader.chapters.division import divide, part_of
from reader.chapters.findings import Recipe, findings_in, together
from reader.chapters.ids import code_of, id_of
from reader.chapters.long_reading import LongReading
from reader.chapters.packed import Joined, Packed
from reader.read import read
from reader.reading import Reading
from reader.rules.load import parse_rules
from reader.rules.model import Match
from reader.spans import Span

_STORY = (
    "Odile Brandt, the mayor of Castle Merrow, closed the fountains on Friday. “There is no water to spare,” Brandt "
    "said. Merrow Water lost two pumps in March, she added. “There is no water to spare,” said Tomas Verey.\n\n"
)
_RULES = "version: 1\nlists: {pumps: {title: Pumps}}\nrules:\n  - {id: pump, match: {words: [pumps]}, list: pumps}\n"


@pytest.fixture(scope="module", params=[500_000, 2 * len(_STORY)])
def long(request: pytest.FixtureRequest) -> LongReading:
    """In one chapter, and in several; as it comes through a pipe."""
    article = load_bytes((_STORY * 6).encode(), path="long.txt")
    rules = parse_rules(_RULES, "rules.yaml")
    spans = divide(article, whole=0, size=request.param)
    chapters = {
        number: findings_in(read(part_of(article, span), rules), span.start, number + 1 if len(spans) > 1 else None)
        for number, span in enumerate(spans)
    }
    return LongReading(article, together(pickle.loads(pickle.dumps(chapters))), Recipe(rules.tabs, rules.rules))


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
        assert long.said_by(item.id) == plain.said_by(item.id)
    for entity in plain.entities:
        kinds = long.kinds_of(long.item(entity.id))  # type: ignore[arg-type]
        assert {kind: number for kind, number in kinds.items() if number} == plain.kinds_of(entity)
    assert long.said == plain.said and long.highlights_of() == plain.highlights_of()


def test_it_knows_what_lies_where(long: LongReading, plain: Reading) -> None:
    for start in range(0, len(long.article.text), 7):
        assert long.places_in(start, start + 60) == plain.places_in(start, start + 60)
        assert long.highlights_in(start, start + 60) == plain.highlights_in(start, start + 60)


@pytest.mark.parametrize("id_", ["", "q", "q0", "q999", "e1.99", "x1", "find:12", "q1.2.3", "q-1", "q²"])
def test_what_is_no_id_is_nothing(long: LongReading, id_: str) -> None:
    assert not long.has(id_) and long.links_of(id_) == ()
    with pytest.raises(KeyError):
        long.item(id_)


@given(st.sampled_from("qekm"), st.integers(1, 2**32 - 1), st.none() | st.integers(1, 2**24 - 1))
def test_an_id_and_its_number_stand_for_each_other(kind: str, number: int, chapter: int | None) -> None:
    id_ = f"{kind}{number}" if chapter is None else f"{kind}{number}.{chapter}"
    assert id_of(code_of(id_)) == id_


def test_packed_items_are_the_same_items_and_far_smaller() -> None:
    items = [Match(f"m{n}", "pump", Span(9 * n, 9 * n + 5), text=f"pump {n}") for n in range(1, 200)]
    packed = Packed(items)
    assert packed == tuple(items) and packed[-1] == items[-1] and packed[3:5] == tuple(items[3:5])
    joined = Joined([packed, Packed([Match("m1.2", "pump", Span(0, 5))])], lambda match: match)
    assert joined[:199] == tuple(items) and joined[199].id == "m1.2" and tuple(joined) == joined[:]
    assert joined[0] is joined[0]  # what was asked for is at hand
    assert len(pickle.dumps(packed)) < sum(map(sys.getsizeof, items)) / 4
