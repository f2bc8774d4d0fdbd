"""An article whose reader has a state, and a hand on the keys: for tests of what outlives a session."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_samples import screen_text, until

from reader.analysis.model import Entity, Quote
from reader.article.load import load_file
from reader.library.keeping import Keeping
from reader.library.library import Library
from reader.reading import Reading
from reader.tui.app import ReaderApp
from reader.tui.live_rules import LiveRules
from reader.tui.reading_screen import ReadingScreen
from reader.tui.theme_files import load_theme

PARTS = (
    "Tolworth bridge stays shut",
    "TOLWORTH — The old bridge over the Ware stays shut until 14 March, the mayor, Odile Brandt, said on Tuesday.",
    "“Nobody will drive over it before then,” Brandt told reporters. “We counted nine cracks.”",
    "Tomas Verey, who runs the ferry, said that his boats were full. “I have never seen such a queue,” he said.",
    *(f"On day {n} of the works the crew took away {n * 3} tonnes of stone and gravel." for n in range(2, 30)),
    "The council will meet again in the spring.",
)
TEXT = "\n\n".join(PARTS) + "\n"


@pytest.fixture
def bridge_file(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


class Reader:
    """The app with a hand on its keys."""

    def __init__(self, of: ReaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = of, pilot
        self.screen: ReadingScreen = of.reading_screen
        self.keeping = of.keeping

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        names = {" ": "space", "#": "number_sign"}
        await self.press(*(names.get(letter, letter) for letter in words))

    async def until(self, holds: Callable[[], bool]) -> None:
        await until(self.pilot, holds)
        await self.pilot.pause()

    async def select_entity(self, name: str) -> None:
        self.screen.show_list("entities")
        self.screen.select(self.entity(name))
        await self.pilot.pause()

    def entity(self, name: str) -> str:
        return next(entity.id for entity in self.reading.entities if entity.name == name)

    @property
    def reading(self) -> Reading:
        assert self.screen.guide is not None
        return self.screen.guide.reading

    @property
    def selected(self) -> Quote | Entity:
        """The selected item."""
        item = self.reading.item(self.screen.selected or "")
        assert isinstance(item, Quote | Entity)
        return item

    @property
    def words(self) -> list[str]:
        """Those of the notes."""
        return [note.words for note in self.keeping.notes]

    @property
    def names(self) -> list[str]:
        return [entity.name for entity in self.reading.entities]

    @property
    def shown(self) -> str:
        return screen_text(self.app)

    @property
    def foot(self) -> str:
        return self.shown.splitlines()[-1]

    @property
    def line(self) -> str:
        return self.screen.pane.line.of(self.screen.article.text)


@asynccontextmanager
async def opened(file: Path, *, width: int = 100, height: int = 30, theme: str = "dark") -> AsyncIterator[Reader]:
    """The article, opened by somebody whose state lies beside it, and read."""
    state = file.parent / "state"
    keeping, article = Keeping(Library(state)), load_file(str(file))
    session = keeping.library.session(article)
    rules = LiveRules((), config=file.parent / "config")
    app = ReaderApp(article, load_theme(theme), rules, 60, keeping=keeping, session=session)
    async with app.run_test(size=(width, height)) as pilot:
        reader = Reader(app, pilot)
        screen = app.reading_screen
        await until(pilot, lambda: screen.guide is not None and not screen.guide.pending)
        await pilot.pause()
        yield reader
        screen.keep_session()
    keeping.library.close()
    assert keeping.library.trouble == ""
