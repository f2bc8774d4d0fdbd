from __future__ import annotations

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from reader.spans import IntervalIndex, Span, first_from

spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 60), st.integers(0, 20))


def test_a_span_is_half_open() -> None:
    span = Span(2, 4)
    assert span.of("abcdef") == "cd"
    assert span.length == 2
    assert span.holds((2, 4)) and not span.holds((2, 5))
    assert span.overlaps((3, 9)) and not span.overlaps((4, 9))


@given(st.lists(spans) | st.lists(spans, min_size=100, max_size=160), st.integers(0, 90), st.integers(0, 90))
def test_the_index_finds_what_a_search_through_everything_finds(entries: list[Span], start: int, end: int) -> None:
    index = IntervalIndex((span, number) for number, span in enumerate(entries))
    wanted = {n for n, s in enumerate(entries) if s.length and start < end and s.start < end and start < s.end}
    found = index.overlapping(start, end)
    assert {n for _, n in found} == wanted
    assert [s for s, _ in found] == sorted((s for s, _ in found), key=lambda s: (s.start, -s.end))


@given(st.lists(spans), st.integers(0, 90))
def test_the_first_span_from_an_offset_is_found(some: list[Span], offset: int) -> None:
    ordered = sorted(some)
    assert first_from(ordered, offset) == bisect_left([span.start for span in ordered], offset)


def test_an_empty_index_finds_nothing() -> None:
    assert IntervalIndex[int]([]).at(0) == []


def test_an_offset_belongs_to_the_span_that_starts_there_and_not_to_the_one_that_ends_there() -> None:
    index = IntervalIndex([(Span(0, 3), "a"), (Span(3, 6), "b")])
    assert [value for _, value in index.at(3)] == ["b"]
