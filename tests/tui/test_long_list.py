"""A long list is in columns, and behaves as the entries that it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_samples import reading

from reader.tui.drawing import BLANK, Line, Piece, few_rows
from reader.tui.entries import Columned
from reader.tui.item_words import WIDEST
from reader.tui.list_rows import entries_of
from reader.tui.long_list import LongList, Rows
from reader.tui.wrapping import row_cells

_GROUPS = st.lists(
    st.tuples(st.integers(0, 2), st.lists(st.integers(1, 3), min_size=1, max_size=9)), min_size=1, max_size=6
)


def _list(groups: list[tuple[int, list[int]]]) -> LongList:
    rows = [
        Rows((BLANK,) * above, [f"q{n}.{which}" for n in range(len(heights))], bytes(heights))
        for which, (above, heights) in enumerate(groups)
    ]

    def place(id_: str) -> tuple[int, str]:
        return int(id_.partition(".")[2]), id_

    return LongList(rows, lambda id_: (Line((Piece(id_),)),) * 3, place)


@given(_GROUPS)
def test_it_has_a_heading_for_each_group_and_then_its_items(groups: list[tuple[int, list[int]]]) -> None:
    made = _list(groups)
    expected: list[tuple[str | None, int]] = []
    for which, (above, heights) in enumerate(groups):
        expected += [(None, above)] * bool(above)
        expected += [(f"q{n}.{which}", height) for n, height in enumerate(heights)]
    assert [(entry.key, len(entry.lines)) for entry in made] == expected


@given(_GROUPS)
def test_it_knows_the_row_of_every_entry(groups: list[tuple[int, list[int]]]) -> None:
    made = _list(groups)
    rows = [row for number, entry in enumerate(made) for row in [number] * len(entry.lines)]
    assert made.height == len(rows)
    assert [rows.index(number) for number in range(len(made))] == list(made.tops)
    headings = [number for number, entry in enumerate(made) if entry.key is None]
    assert [rows[row] for row in made.headings] == headings
    assert all(row + 1 == made.height or rows[row + 1] != rows[row] for row in made.headings)


@given(_GROUPS)
def test_it_finds_its_items_by_their_keys(groups: list[tuple[int, list[int]]]) -> None:
    made = _list(groups)
    items = [number for number, entry in enumerate(made) if entry.key is not None]
    assert list(made.selectable) == items
    assert [made.number_of(made[number].key or "") for number in items] == items
    assert made.number_of("q99.0") is None


@given(st.text(st.sampled_from("ab字é👩\u0301 "), max_size=60), st.integers(2, 40))
def test_words_that_fit_into_a_row_are_one_row_and_others_more(words: str, width: int) -> None:
    words = " ".join(words.split())
    rows = few_rows(words, width, 2, hang=2)
    assert (len(rows) == 1) == (row_cells(words) <= width)


@pytest.mark.parametrize("width", [1, 9, 18, 30, 44, 80, WIDEST, 400])
@pytest.mark.parametrize("name", ["quotes", "entities", "points"])
def test_every_item_has_as_many_lines_as_it_was_given_rows(name: str, width: int) -> None:
    entries = entries_of(reading(), name, width)
    assert isinstance(entries, Columned) or name == "points"
    for entry in entries:
        assert entry.lines[:] and len(entry.lines[:]) == len(entry.lines)
