"""The app with a hand on its keys and its mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from textual.pilot import Pilot
from tui_samples import TEXT, app, screen_text, until

from reader.tui.app import ReaderApp
from reader.tui.reading_screen import ReadingScreen


class Reader:
    """The app with a hand on its keys."""

    def __init__(self, of: ReaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = of, pilot
        self.screen: ReadingScreen = of.reading_screen
        self.article, self.list, self.detail = self.screen.pane, self.screen.items, self.screen.detail

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        await self.press(*({" ": "space", "/": "slash"}.get(letter, letter) for letter in text))

    @property
    def shown(self) -> str:
        return screen_text(self.app)

    @property
    def selected(self) -> tuple[str | None, int]:
        return self.screen.selected, self.screen.mention

    @property
    def foot(self) -> str:
        return self.shown.splitlines()[-1]

    @property
    def found(self) -> list[str]:
        finds = self.screen.finds
        return [span.of(self.screen.article.text) for span in finds.places] if finds is not None else []

    @property
    def chosen(self) -> str | None:
        span = self.screen.chosen_span
        return span.of(TEXT) if span is not None else None

    async def drag(self, start: int, end: int, *, beyond: int = 0) -> None:
        """Drag the mouse from the character at one offset to that at another, or to a row below the pane."""
        one, other = self.article.cell_at(start), self.article.cell_at(end)
        assert one is not None and other is not None
        other = (other[0], other[1] + beyond)
        for kind, (x, y), button in ((MouseDown, one, 1), (MouseMove, other, 1)):
            await self._mouse(kind, x, y, button)
        if beyond:
            before = self.article.first
            await until(self.pilot, lambda: self.article.first > before + 1)
        await self._mouse(MouseUp, *other, 1)
        await self.pilot.pause()

    async def _mouse(self, kind: type[MouseEvent], x: int, y: int, button: int) -> None:
        region = self.article.region
        await self.pilot._post_mouse_events([kind], offset=(region.x + x, region.y + y), button=button)
        await self.pilot.pause()


@asynccontextmanager
async def opened(width: int = 120, height: int = 40, of: ReaderApp | None = None) -> AsyncIterator[Reader]:
    """The sample, opened and read."""
    the_app = of or app()
    async with the_app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: the_app.reading_screen.guide is not None)
        await pilot.pause()
        yield Reader(the_app, pilot)
