"""Back and forward."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.history import History, Stand


def _stand(number: int) -> Stand:
    return Stand("quotes", f"q{number}", 0, number, number, "list")


def test_there_is_nothing_behind_at_first() -> None:
    assert History().back(_stand(1)) is None
    assert History().forward(_stand(1)) is None


def test_back_returns_to_where_the_jump_began_and_forward_undoes_it() -> None:
    history = History().jumped(_stand(1))
    step = history.back(_stand(2))
    assert step is not None
    history, stand = step
    assert stand == _stand(1)
    again = history.forward(stand)
    assert again is not None
    assert again[1] == _stand(2)


def test_a_new_jump_forgets_what_was_ahead() -> None:
    step = History().jumped(_stand(1)).back(_stand(2))
    assert step is not None
    assert step[0].jumped(_stand(3)).forward(_stand(4)) is None


@given(st.lists(st.integers(0, 9), min_size=1, max_size=300))
def test_all_the_way_back_and_forward_ends_where_it_began(jumps: list[int]) -> None:
    history = History()
    for number in jumps:
        history = history.jumped(_stand(number))
    here = last = _stand(99)
    steps = 0
    while (step := history.back(here)) is not None:
        history, here = step
        steps += 1
    assert steps == min(len(list(groupby(jumps))), 200)  # twice from one place is once
    while (step := history.forward(here)) is not None:
        history, here = step
    assert here == last
