"""What is done while nobody presses a key."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from screen_hand import opened
from tui_samples import until

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


async def test_after_a_key_there_is_a_look() -> None:
    async with opened() as reader:
        gc.collect()
        before = gc.get_stats()[0]["collections"]
        _circles(10_000)
        assert gc.get_stats()[0]["collections"] == before
        await reader.press("n")
        await until(reader.pilot, lambda: gc.get_stats()[0]["collections"] > before)
