"""The screen before Textual is at the place where somebody was, as Textual will draw it."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from tui_samples import app, article, screen_text

from reader.tui.early_keys import taken
from reader.tui.early_picture import first_picture
from reader.tui.frames import frames
from reader.tui.header_text import READING, header_rows
from reader.tui.theme_files import load_theme


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.99])
@pytest.mark.parametrize("size", [(100, 24), (64, 20)])
@pytest.mark.parametrize("keys", ["", "jjkj", "  bk", "jjjj      j"])
async def test_the_early_screen_shows_and_moves_what_the_article_pane_will(
    share: float, size: tuple[int, int], keys: str
) -> None:
    of = article()
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
        if keys:
            await pilot.press(*(key.replace(" ", "space") for key in keys))
            await pilot.pause()
        shown = screen_text(the_app).splitlines()
        inside = slice(region.y, region.y + region.height)
        # Signs in the gutter and the rail come with what is found: the words and the line are what must not move.
        for cells in (slice(4, region.width - 1), slice(0, 1)):
            assert [row[cells] for row in early[inside]] == [row[cells] for row in shown[inside]]
