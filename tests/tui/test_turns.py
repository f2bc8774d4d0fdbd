"""Threads beside the screen take short turns for as long as any of them is at work."""

from __future__ import annotations

import itertools
import sys
from contextlib import ExitStack

import pytest

from reader.tui.turns import short_turns


@pytest.mark.parametrize("order", [*itertools.permutations(range(3))])
def test_turns_stay_short_until_the_last_has_ended_whichever_that_is(order: tuple[int, ...]) -> None:
    before = sys.getswitchinterval()
    at_work = [ExitStack() for _ in order]
    for one in at_work:
        one.enter_context(short_turns())
    short = sys.getswitchinterval()
    assert short < before
    for number in order:
        assert sys.getswitchinterval() == short
        at_work[number].close()
    assert sys.getswitchinterval() == before
