"""A long text on the screen while its chapters are read."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_samples import until

from reader.article.load import load_bytes
from reader.article.model import Article
from reader.chapters import division
from reader.chapters.chapter import Chapter, chapter_of
from reader.chapters.division import divide, part_of
from reader.chapters.findings import Recipe
from reader.chapters.long_reading import LongReading
from reader.chapters.process import NOTHING, Progress
from reader.chapters.register import Measure
from reader.read import apply, study
from reader.rules.model import RuleSet
from reader.tui.app import ReaderApp
from reader.tui.live_rules import LiveRules
from reader.tui.theme_files import load_theme

_STORY = (
    "Oda Brandt, the mayor of Vell Reach, closed the gate on Friday. “We may all have to swim,” Brandt said. The dam "
    "could fail, the harbour office added.\n\n"
)
_TEXT = _STORY * 6
_RULES = """version: 1
lists: {mine: {title: Mine}}
rules: [{id: hedge, match: {words: [may, could]}, list: mine}]
"""


class _Slow:
    """Reads the chapters here, the last one first, each when it is told to; remembers what it was to leave out."""

    def __init__(self) -> None:
        self.gate = threading.Semaphore(0)
        self.left_out: list[Set[str]] = []

    def get_ready(self) -> None: ...
    def end(self) -> None: ...

    def __call__(
        self, rules: RuleSet | None, off: Set[str] = frozenset(), measure: Measure | None = None
    ) -> _SlowReader:
        self.left_out.append(off)
        self.reader = _SlowReader(self.gate, rules or RuleSet(), off, measure)
        return self.reader


class _SlowReader:
    def __init__(self, gate: threading.Semaphore, rules: RuleSet, off: Set[str], measure: Measure | None) -> None:
        self._gate, self._rules, self._off, self._measure = gate, rules, off, measure
        self._stopped = self._dies = False

    def die(self) -> None:
        self._dies = True
        self._gate.release()

    def stop(self) -> None:
        self._stopped = True
        self._gate.release()

    def read(
        self, article: Article, where: Callable[[], int], before: Mapping[int, Chapter] = NOTHING
    ) -> Iterator[Progress]:
        chapters: dict[int, Chapter] = {}
        spans = divide(article, whole=0, size=len(_STORY))
        for number in reversed(range(len(spans))):
            span = spans[number]
            self._gate.acquire()
            if self._stopped:
                return
            if self._dies:
                raise RuntimeError("the process that reads has ended")
            reading = apply(_study(part_of(article, span)), self._rules, self._off)
            chapters[number] = chapter_of(reading, span, number + 1, self._measure)
            found = LongReading(article, {**before, **chapters}, Recipe.of(self._rules, self._off))
            yield Progress(found, f"reading… {number}" if number else "")


_study = cache(study)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> _Slow:
    monkeypatch.setattr(division, "WHOLE", 100)
    return _Slow()


def _app(folder: Path, chapters: _Slow) -> ReaderApp:
    (folder / "reader.yaml").write_text(_RULES, encoding="utf-8")
    article = load_bytes(_TEXT.encode(), path=str(folder / "story.txt"))
    live = LiveRules(config=folder / "config", between=0.02, settling=0.02)
    return ReaderApp(article, load_theme("dark"), live, chapters=chapters)  # type: ignore[arg-type]


async def _reads(app: ReaderApp, pilot: Pilot[None], slow: _Slow, sign: str) -> None:
    slow.gate.release()
    await until(pilot, lambda: app.reading_screen.sign == sign)
    await pilot.pause()


async def test_what_is_selected_stays_so_while_the_lists_grow(tmp_path: Path, slow: _Slow) -> None:
    app = _app(tmp_path, slow)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.reading_screen
        await _reads(app, pilot, slow, "reading… 5")
        await pilot.press("2", "j", "]")
        selected, mention, row = screen.selected, screen.mention, screen.items.row_of(screen.selected or "")
        assert selected is not None and screen.guide is not None and row is not None
        place, before = screen.guide.spans(selected)[mention], len(screen.guide.spans(selected))
        await _reads(app, pilot, slow, "reading… 4")
        assert screen.selected == screen.items.current == screen.pane.marked.selected == "e1.5" != selected
        spans = screen.guide.spans(screen.selected)
        assert len(spans) > before and spans[screen.mention] == place
        assert screen.items.row_of(screen.selected) == row
        slow.gate.release(9)


async def test_a_rule_that_is_switched_does_not_wait_for_the_last_chapter(tmp_path: Path, slow: _Slow) -> None:
    from reader.tui.rules_menu import RulesMenu

    app = _app(tmp_path, slow)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.reading_screen

        def hedges() -> int:
            return len(screen.guide.reading.matches) if screen.guide is not None else -1

        await _reads(app, pilot, slow, "reading… 5")
        await _reads(app, pilot, slow, "reading… 4")
        assert hedges() == 4
        app.post_message(RulesMenu.Switched({"hedge": False}))
        await pilot.pause()
        slow.gate.release()  # one more chapter, and then all of them anew
        await until(pilot, lambda: len(slow.left_out) == 2)
        slow.gate.release()
        await until(pilot, lambda: hedges() == 4 and screen.sign == "reading… 5")
        slow.gate.release(9)
        await until(pilot, lambda: hedges() == 0 and screen.sign == "")
        assert slow.left_out == [frozenset(), frozenset({"hedge"})]
        assert screen.guide is not None and len(screen.guide.reading.quotes) >= 6


async def test_where_the_process_that_reads_ends_what_was_found_stays(tmp_path: Path, slow: _Slow) -> None:
    from reader.tui.rules_menu import RulesMenu

    app = _app(tmp_path, slow)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.reading_screen
        await _reads(app, pilot, slow, "reading… 5")
        slow.reader.die()
        await until(pilot, lambda: screen.sign == "the rest could not be read: the process that reads has ended")
        assert screen.guide is not None and len(screen.guide.reading.quotes) >= 1
        app.post_message(RulesMenu.Switched({"hedge": False}))  # which is another chance to read the rest
        slow.gate.release(9)
        await until(pilot, lambda: screen.sign == "" and screen.guide is not None and not screen.guide.reading.matches)
        assert len(screen.guide.reading.quotes) >= 6


async def test_nothing_holds_what_was_known_before_more_was(tmp_path: Path, slow: _Slow) -> None:
    """Of a long text that would be some megabytes each time."""
    app = _app(tmp_path, slow)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.reading_screen
        await _reads(app, pilot, slow, "reading… 5")
        await pilot.press("2", "j", "n", "1", "n", "e")
        assert screen.guide is not None and screen.selected is not None
        before = weakref.ref(screen.guide.reading)
        await _reads(app, pilot, slow, "reading… 4")
        await pilot.press("j")
        await until(pilot, lambda: before() is None)
        slow.gate.release(9)
