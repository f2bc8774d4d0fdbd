"""What is done while nobody presses a key."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from rich.segment import Segment
from rich.style import Style
from screen_hand import opened
from tui_samples import TEXT, article, until

from reader.tui.guide import pending_guide
from reader.tui.layout import Row
from reader.tui.marks import RowMarks
from reader.tui.paint import Painter
from reader.tui.resting import tidy
from reader.tui.turns import uncollected


@pytest.fixture(autouse=True)
def _left_to_itself_python_looks_seldom() -> Iterator[None]:
    """As the program has it."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 10, 10)
    yield
    gc.set_threshold(*before)


class _Circle:
    def __init__(self) -> None:
        self.itself = self


def _circles(number: int) -> None:
    for _ in range(number):
        _Circle()


def test_many_objects_are_looked_through_and_few_are_not() -> None:
    gc.collect()
    _circles(10_000)
    made = gc.get_count()[0]
    tidy()
    left = gc.get_count()[0]
    assert left < 1_000 < made
    tidy()
    assert gc.get_count()[0] >= left


def test_nothing_is_looked_through_while_others_want_it_to_wait() -> None:
    gc.collect()
    with uncollected():
        _circles(10_000)
        made = gc.get_count()[0]
        tidy()
        assert gc.get_count()[0] >= made


async def test_what_the_next_key_brings_into_view_is_drawn_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[Row] = []
    row_of = Painter.row

    def counted(self: Painter, row: Row, marks: RowMarks, *, cursor: bool, ground: Style) -> list[Segment]:
        rows.append(row)
        return row_of(self, row, marks, cursor=cursor, ground=ground)

    async with opened(60, 16) as reader:
        monkeypatch.setattr(Painter, "row", counted)
        await reader.press("g")
        pane, moved = reader.article, []
        for _ in range(6):
            before, first = reader.shown, pane.first
            for _ in reader.screen.foresee():
                pass
            assert reader.shown == before
            rows.clear()
            reader.screen.action_item(1)
            pane.render_lines(pane.outer_size.region)
            assert len(rows) <= 4  # those that are marked otherwise than before
            moved.append(pane.first != first)
        assert any(moved)


async def test_nothing_is_foreseen_before_anything_is_known() -> None:
    async with opened(60, 16) as reader:
        reader.screen.guide = pending_guide(reader.screen.article)
        assert not list(reader.screen.foresee())


async def test_what_was_foreseen_of_an_article_is_given_up_where_another_has_come() -> None:
    async with opened(60, 16) as reader:
        steps = reader.article.foresee(len(TEXT) - 1, len(TEXT))
        next(steps)
        reader.article.show_article(article("Short."))
        assert not list(steps)


async def test_after_a_key_there_is_a_look() -> None:
    async with opened() as reader:
        gc.collect()
        before = gc.get_stats()[0]["collections"]
        _circles(10_000)
        assert gc.get_stats()[0]["collections"] == before
        await reader.press("n")
        await until(reader.pilot, lambda: gc.get_stats()[0]["collections"] > before)
