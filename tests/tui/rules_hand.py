"""A story with a rule file beside it, on the screen, with a hand on the keys."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from tui_samples import screen_text, until

from reader.article.model import Article
from reader.chapters.starting import Readers
from reader.reading import Reading
from reader.tui.app import ReaderApp
from reader.tui.live_rules import LiveRules
from reader.tui.reading_screen import ReadingScreen
from reader.tui.theme_files import load_theme

STORY = """The dam at Vell Reach

The dam may fail, and the town of Vell Reach could flood. Repairs cost $40 and $70 a day.

“We may all have to swim,” said Oda Brandt. Officials said the gate was shut.
"""
RULES = """version: 1
words: {soft: [may, could]}
lists: {mine: {title: Mine, group_by: rule}}
rules:
  - id: hedge
    why: Softens a statement.
    match: {words: "@soft"}
    style: {role: match, bg: $accent 20%}
    list: mine
  - id: sum
    why: How much?
    match: {regex: '\\$(?P<n>\\d+)'}
    captures: {n: {bold: true}}
    list: {name: mine, text: "{n} dollars"}
"""


class Reader:
    """The app on a story with a rule file, with a hand on its keys."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None], file: Path) -> None:
        self.app, self.pilot, self.file = app, pilot, file
        self.screen: ReadingScreen = app.reading_screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def shown(self) -> str:
        return screen_text(self.app)

    @property
    def reading(self) -> Reading:
        assert self.screen.guide is not None
        return self.screen.guide.reading

    def matches(self, rule: str) -> list[str]:
        text = self.reading.article.text
        return [match.span.of(text) for match in self.reading.matches if match.rule == rule]

    async def write(self, text: str) -> None:
        """Save the rule file, as an editor does in place."""
        before = self.file.stat().st_mtime_ns if self.file.exists() else 0
        self.file.write_text(text, encoding="utf-8")
        os.utime(self.file, ns=(before + 10_000_000, before + 10_000_000))

    async def until(self, words: str) -> None:
        await until(self.pilot, lambda: words in self.shown)


def story(folder: Path) -> Article:
    from reader.article.load import load_file

    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return load_file(str(folder / "story.txt"))


@asynccontextmanager
async def opened(
    folder: Path, rules: str = RULES, size: tuple[int, int] = (120, 40), chapters: Readers | None = None
) -> AsyncIterator[Reader]:
    """A story with `rules` in `reader.yaml` beside it; files are looked at often."""
    file = folder / "reader.yaml"
    if rules:
        file.write_text(rules, encoding="utf-8")
    live = LiveRules(config=folder / "config", between=0.02, settling=0.02)
    app = ReaderApp(story(folder), load_theme("dark"), live, chapters=chapters)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.reading_screen.sign == "")
        await pilot.pause()
        yield Reader(app, pilot, file)
