"""The screen before Textual is at the place where somebody was, as Textual will draw it."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from tui_samples import app, article, screen_text

from reader.tui.early_picture import first_picture
from reader.tui.frames import frames
from reader.tui.header_text import READING, header_rows
from reader.tui.theme_files import load_theme


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.99])
@pytest.mark.parametrize("size", [(100, 24), (64, 20)])
async def test_the_early_screen_shows_what_the_article_pane_will_show(share: float, size: tuple[int, int]) -> None:
    of = article()
    top = int(share * len(of.text))
    top += len(of.text[top:]) - len(of.text[top:].lstrip())
    picture = first_picture(of, load_theme("dark").look(), 72, READING, *size, (top, top))
    assert picture is not None
    early = ["".join(text for text, _, _ in Segment.simplify(row)) for row in picture.rows()]
    the_app = app()
    the_app.reading_screen.pane.start_at(top, top)
    region = frames(*size, header=header_rows(of), links=False).regions["article"]
    async with the_app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = screen_text(the_app).splitlines()
        inside = slice(region.y, region.y + region.height)
        # Signs in the gutter and the rail come with what is found: the words are what must not move.
        words = slice(4, region.width - 1)
        assert [row[words] for row in early[inside]] == [row[words] for row in shown[inside]]
