"""Where keys go to from a place in the text, without a screen."""

from __future__ import annotations

from tui_samples import TEXT, article, reading, spot

from reader.analysis.model import Analysis, Entity, Label, Mention, MentionKind
from reader.reading import Reading
from reader.rules.model import Match, Style
from reader.spans import Span
from reader.tui.drawing import Line, Piece
from reader.tui.entries import Counted, Entry, OneRowEach
from reader.tui.item_list import ItemList
from reader.tui.steps import next_span, pick
from reader.tui.theme_files import load_theme
from reader.tui.walk import mention_near, next_spot, on_row, under


def test_the_next_entity_is_the_next_named_one() -> None:
    first = next_spot(reading(), 0, 1, stay=True)
    assert first is not None and (first.entity, first.start) == ("e1", 0)
    second = next_spot(reading(), 0, 1, stay=False)
    assert second is not None and second.entity == "e1" and second.start > 0
    assert next_spot(reading(), 0, -1, stay=False) is None
    assert next_spot(reading(), len(TEXT), 1, stay=True) is None


def test_an_entity_is_walked_to_however_far_it_is() -> None:
    spans = (Span(0, 5), Span(30_000, 30_005), Span(90_000, 90_005))
    lorn = Entity("e1", "Berta Lorn", Label.PERSON, tuple(Mention(span, MentionKind.NAME) for span in spans))
    painted = [Match(f"c{n}", "person", span, style=Style("entity"), item="e1") for n, span in enumerate(spans, 1)]
    found = Reading(article("Lorn. " * 16_000), Analysis((), (lorn,)), highlights=painted)
    ahead = [next_spot(found, offset, 1, stay=False) for offset in (0, 30_000, 90_000)]
    assert [there and there.mention for there in ahead] == [1, 2, None]
    back = [next_spot(found, offset, -1, stay=False) for offset in (95_000, 90_000, 30_000, 0)]
    assert [there and there.mention for there in back] == [2, 1, 0, None]


def test_what_is_under_a_place_goes_from_narrow_to_wide() -> None:
    found = under(reading(), spot("Odile Brandt").start)
    assert found[0] == "e2" and "k1" in found
    assert pick(found, None) == "e2"
    assert pick(found, "e2") == found[1]
    assert pick(found, found[-1]) == "e2"
    assert pick((), None) is None


def test_a_row_offers_its_quotes_first() -> None:
    assert on_row(reading(), *spot("“Nobody in this building was told about the pumps,” she said"))[0] == "q4"


def test_the_mention_at_a_place_is_known() -> None:
    assert mention_near(reading().spans_of("e2"), spot("Brandt", 1).start + 2) == 2
    assert mention_near(reading().spans_of("e2"), 0) == 0


def test_the_next_mention_is_counted_from_where_one_reads() -> None:
    spans = [Span(10, 12), Span(20, 22), Span(30, 32)]
    assert [next_span(spans, 1, 20, step) for step in (1, -1)] == [2, 0]
    assert [next_span(spans, 1, 25, step) for step in (1, -1)] == [2, 1]
    assert [next_span(spans, 2, 30, 1), next_span(spans, 0, 10, -1), next_span(spans, 0, 40, 1)] == [None] * 3


def test_rows_made_when_they_are_shown_stand_below_a_head_that_cannot_be_selected() -> None:
    head = [Line((Piece(words),)) for words in ("an item", "and what it is")]
    entries = OneRowEach(3, str, int, lambda number: [Line((Piece(f"row {number}"),))], head)
    as_they_are = Counted(tuple(entries))
    assert [entry.key for entry in entries] == [None, None, "0", "1", "2"]
    assert (entries.height, list(entries.tops), list(entries.selectable)) == (5, [0, 1, 2, 3, 4], [2, 3, 4])
    assert (as_they_are.height, list(as_they_are.tops), list(as_they_are.selectable)) == (5, [0, 1, 2, 3, 4], [2, 3, 4])
    assert [entries.number_of(key) for key in "023"] == [as_they_are.number_of(key) for key in "023"] == [2, 4, None]


def test_the_ends_of_a_list_hold() -> None:
    items = ItemList(load_theme("dark").look(), id="list")
    assert items.neighbour(1) is None
    lines = (Line((Piece("words"),)),)
    entries = (Entry(None, lines), Entry("a", lines), Entry(None, lines), Entry("b", lines * 2), Entry("c", lines))
    items.show(entries, None, stay=True)
    assert items.neighbour(1) == items.neighbour(-1) == "a"
    items.show(entries, "b", stay=True)
    assert [items.neighbour(step) for step in (-1, 1)] == ["a", "c"]
    items.show(entries, "c", stay=True)
    assert items.neighbour(1) is None
