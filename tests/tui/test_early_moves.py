"""Keys that move in the first screen: which are taken of what was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.early_keys import KEYS, may_go_on, taken

_TYPED = st.lists(st.sampled_from([*KEYS, b"G", b"\x1b", b"[", b"\xc3\xa9", b"\x1b[200~"])).map(b"".join)


@given(_TYPED)
def test_what_is_taken_and_what_is_left_are_what_was_typed_in_order(typed: bytes) -> None:
    moves = [*taken(typed)]
    ends = [0, *(end for _, end in moves)]
    assert all(KEYS[typed[a:b]] is move for (move, b), a in zip(moves, ends, strict=False))
    assert not any(typed.startswith(key, ends[-1]) for key in KEYS)


@given(_TYPED, _TYPED)
def test_it_is_the_same_in_pieces_of_any_size(first: bytes, rest: bytes) -> None:
    at = ([0] + [end for _, end in taken(first)])[-1]
    left = first[at:]
    moves = [move for move, _ in taken(first)]
    if may_go_on(left):
        moves += [move for move, _ in taken(left + rest)]
    assert moves == [move for move, _ in taken(first + (rest if may_go_on(left) else b""))]
