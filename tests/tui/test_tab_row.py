"""The row of the lists' names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.entries import Tab
from reader.tui.tab_row import tab_row

_TABS = tuple(
    Tab(title.lower(), title, size)
    for title, size in (("Quotes", 15), ("Entities", 34), ("Points", 6), ("Claims", 3), ("Find", 120), ("Notes", 2))
)


def _words(tabs: int, active: str, width: int) -> str:
    return "".join(piece.text for piece in tab_row(_TABS[:tabs], active, width).left)


@pytest.mark.parametrize(
    ("tabs", "active", "width", "row"),
    [
        (3, "quotes", 46, "Quotes 15   Entities 34   Points 6"),
        (3, "entities", 30, "Quotes 15 Entities 34 Points 6"),
        (4, "quotes", 32, "Quotes 15 Entities Points Claims"),
        (4, "quotes", 30, "Quotes Entities Points Claims"),
        (6, "find", 39, "Quotes Entiti… Points Claims Find Notes"),
        (5, "entities", 30, "Quo… Entities Poin… Clai… Find"),
        (6, "entities", 30, "Qu… Entities Po… Cl… Find Not…"),
        (6, "notes", 25, "Qu… En… Po… Cl… Fi… Notes"),
        (6, "notes", 20, "… Po… Cl… Fi… Notes"),
    ],
)
def test_where_there_is_less_room_less_is_said_and_no_list_is_forgotten(
    tabs: int, active: str, width: int, row: str
) -> None:
    assert _words(tabs, active, width) == row


@given(st.integers(1, 6), st.integers(0, 5), st.integers(12, 80))
def test_the_active_list_is_named_in_full_and_of_one_that_is_not_named_there_is_a_sign(
    tabs: int, at: int, width: int
) -> None:
    active = _TABS[min(at, tabs - 1)]
    row = _words(tabs, active.name, width)
    assert active.title in row and cell_len(row) <= width
    assert all(tab.title[:2] in row for tab in _TABS[:tabs]) or row.startswith("… ") or row.endswith(" …")
