"""Keys that move in the first screen: which are taken of what was typed, and that they move as in the pane."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from tui_samples import app, article, screen_text

from reader.tui.early_keys import KEYS, may_go_on, taken
from reader.tui.early_picture import first_picture
from reader.tui.frames import frames
from reader.tui.header_text import READING, header_rows
from reader.tui.theme_files import load_theme

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


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
@pytest.mark.parametrize("keys", ["jjj", "jjkj", "  j", " b", "  bk", "jjjj      j"])
async def test_the_first_screen_moves_as_the_pane_does(share: float, keys: str) -> None:
    size, of = (100, 24), article()
    top = int(share * len(of.text))
    top += len(of.text[top:]) - len(of.text[top:].lstrip())
    picture = first_picture(of, load_theme("dark").look(), 72, READING, *size, (top, top))
    assert picture is not None
    for move, _ in taken(keys.encode()):
        picture.do(move)
    early = ["".join(text for text, _, _ in Segment.simplify(row)) for row in picture.rows()]
    the_app = app()
    the_app.reading_screen.pane.start_at(top, top)
    region = frames(*size, header=header_rows(of), links=False).regions["article"]
    async with the_app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*(key.replace(" ", "space") for key in keys))
        await pilot.pause()
        shown = screen_text(the_app).splitlines()
        words = (slice(0, 1), slice(4, region.width - 1))
        for cells in words:  # the sign of the line where one reads, too
            inside = slice(region.y, region.y + region.height)
            assert [row[cells] for row in early[inside]] == [row[cells] for row in shown[inside]]
