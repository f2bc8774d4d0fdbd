"""Rules on the screen: switching them, why a place is highlighted, files that change meanwhile."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import pytest
from textual.pilot import Pilot
from tui_samples import article, screen_text, until

from reader.analysis.model import Analysis
from reader.article.model import Article
from reader.reading import Reading
from reader.rules.model import Match
from reader.spans import Span
from reader.tui.actions.ruling import moved_matches
from reader.tui.app import ReaderApp
from reader.tui.live_rules import LiveRules
from reader.tui.marks import Marked
from reader.tui.reading_screen import ReadingScreen
from reader.tui.rules_menu import RulesMenu
from reader.tui.theme_files import load_theme
from reader.tui.why_panel import WhyPanel

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


# --- on the screen ------------------------------------------------------------------------------------------------
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


def _story(folder: Path) -> Article:
    from reader.article.load import load_file

    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return load_file(str(folder / "story.txt"))


@asynccontextmanager
async def opened(folder: Path, rules: str = RULES, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reader]:
    """A story with `rules` in `reader.yaml` beside it; files are looked at often."""
    file = folder / "reader.yaml"
    if rules:
        file.write_text(rules, encoding="utf-8")
    live = LiveRules(config=folder / "config", between=0.02, settling=0.02)
    app = ReaderApp(_story(folder), load_theme("dark"), live)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.reading_screen.sign == "")
        await pilot.pause()
        yield Reader(app, pilot, file)


async def test_rules_beside_the_article_and_in_the_users_folder_hold(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "rules"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text("version: 1\nrules: [{id: own, match: {words: [gate]}}]", encoding="utf-8")
    async with opened(tmp_path) as reader:
        assert reader.matches("own") == ["gate"] and reader.matches("sum") == ["$40", "$70"]
        await reader.press("4")
        assert "40 dollars" in reader.shown and "Mine 5" in reader.shown


async def test_a_rule_that_is_switched_off_is_neither_painted_nor_listed(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        await reader.press("4", "r")
        assert isinstance(reader.app.screen, RulesMenu)
        assert "Softens a statement." not in reader.shown
        await reader.press("j")
        assert "Softens a statement." in reader.shown and "reader.yaml:5 · priority 50 · list mine" in reader.shown
        await reader.press("space")
        await until(reader.pilot, lambda: not reader.matches("hedge"))
        await reader.pilot.pause()
        assert "1 off" in reader.shown and "Mine 2" in reader.shown
        await reader.press("enter")
        await until(reader.pilot, lambda: len(reader.matches("hedge")) == 3)
        await reader.press("k", "space")  # the whole set
        await until(reader.pilot, lambda: not reader.reading.matches)
        await reader.press("escape")
        assert "Mine" not in reader.shown and reader.screen.list_name == "quotes"


async def test_the_programs_own_highlights_can_be_switched_off_all_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path, "") as reader:
        assert reader.reading.highlights
        await reader.press("r", "a")
        await until(reader.pilot, lambda: not reader.reading.highlights)
        await reader.pilot.pause()
        assert "0 on" in reader.shown
        assert reader.screen.guide is not None
        marks = reader.screen.guide.marks(0, len(STORY), Marked())
        assert (marks.layers, marks.sign) == ([], "")
        await reader.press("a")
        await until(reader.pilot, lambda: bool(reader.reading.highlights))


async def test_keys_typed_ahead_of_the_menu_are_not_lost(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        for key in ("r", "j", "j", "space", "escape"):
            reader.app.simulate_key(key)
        await until(reader.pilot, lambda: not reader.matches("sum"))
        assert len(reader.matches("hedge")) == 3 and len(reader.app.screen_stack) == 1


async def test_the_palette_switches_rules_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        await reader.press("ctrl+p", *"rule off: hedge")
        await reader.until("Rule off: hedge")
        await reader.press("down", "enter")
        await until(reader.pilot, lambda: not reader.matches("hedge"))


async def test_a_click_switches_a_rule(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        await reader.press("r")
        menu = reader.app.screen
        assert isinstance(menu, RulesMenu)
        row = menu.list.row_of("sum")
        assert row is not None
        await reader.pilot.click(menu.list, offset=(8, row))
        await until(reader.pilot, lambda: not reader.matches("sum"))


async def test_a_file_that_is_saved_holds_at_once_and_nothing_else_changes(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        await reader.press("4", "n", "n")
        selected = reader.screen.selected
        assert selected is not None
        words = reader.screen.guide and reader.reading.spans_of(selected)
        place = (reader.screen.pane.cursor, reader.screen.pane.top)
        analysed = reader.reading.quotes
        await reader.write(RULES.replace("[may, could]", "[may, could, fail]"))
        await reader.until("rules read again: 6 matches")
        assert reader.matches("hedge") == ["may", "fail", "could", "may"]
        assert reader.reading.quotes is analysed, "the article is not analysed again"
        assert reader.screen.list_name == "rules:mine"
        assert reader.screen.selected is not None and reader.reading.spans_of(reader.screen.selected) == words
        assert reader.screen.pane.marked.selected == reader.screen.selected
        assert (reader.screen.pane.cursor, reader.screen.pane.top) == place
        assert reader.screen.items.current == reader.screen.selected


async def test_a_switch_survives_a_reload(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        await reader.press("r", "j", "space", "escape")
        await until(reader.pilot, lambda: not reader.matches("hedge"))
        await reader.write(RULES.replace("[may, could]", "[may]"))
        await reader.until("rules read again: 2 matches")


async def test_a_bad_rule_alone_is_left_out_and_its_place_is_told(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        await reader.press("4", "n")
        await reader.write(RULES.replace('"@soft"', '"@sofd"'))
        await reader.until("reader.yaml:7:20: unknown word list '@sofd'; did you mean '@soft'?")
        assert not reader.matches("hedge") and reader.matches("sum") == ["$40", "$70"]
        assert reader.screen.selected is None and reader.screen.pane.marked.selected is None
        await reader.press("r")
        assert "✗ reader.yaml:7:20: unknown word list" in reader.shown
        await reader.write(RULES)
        await until(reader.pilot, lambda: "✗" not in reader.shown and len(reader.matches("hedge")) == 3)


@pytest.mark.parametrize("text", ["version: 1\nrules: [", "", "version: 1\nrules:\n  - &a {id: *a}\n"])
async def test_of_a_file_that_cannot_be_read_the_last_rules_stay(tmp_path: Path, text: str) -> None:
    async with opened(tmp_path) as reader:
        await reader.write(text)
        await until(reader.pilot, lambda: bool(reader.screen.rule_errors))
        assert reader.matches("sum") == ["$40", "$70"] and len(reader.matches("hedge")) == 3
        assert reader.screen.rule_errors[0].file == str(reader.file)


async def test_a_file_that_goes_and_comes_again_is_seen(tmp_path: Path) -> None:
    async with opened(tmp_path, "") as reader:
        assert not reader.reading.matches
        await reader.write(RULES)
        await reader.until("rules read again: 5 matches")
        reader.file.unlink()
        await until(reader.pilot, lambda: not reader.reading.matches or bool(reader.screen.rule_errors))
        await reader.write(RULES.replace("[may, could]", "[may]"))
        await until(reader.pilot, lambda: len(reader.matches("hedge")) == 2 and not reader.screen.rule_errors)


async def test_a_slow_rule_is_named_and_the_others_go_on_while_keys_are_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.rules import search

    async with opened(tmp_path) as reader:
        monkeypatch.setattr(search, "REGEX_SECONDS", -1)
        await reader.write(RULES + "# saved again\n")
        await until(reader.pilot, lambda: bool(reader.reading.rule_notices))
        assert "rule 'sum'" in reader.reading.rule_notices[0]
        assert not reader.matches("sum") and len(reader.matches("hedge")) == 3
        await reader.press("r", "j", "j")
        assert "stopped" in reader.shown and "rule 'sum'" in reader.shown
        await reader.press("escape", "4", "n")
        assert reader.screen.selected is not None


async def test_keys_are_answered_while_rules_are_applied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    import reader.read as reading_room

    gate, real = threading.Event(), reading_room.apply

    def slow(*given: object) -> Reading:
        gate.wait(20)
        return real(*given)  # type: ignore[arg-type]

    async with opened(tmp_path) as reader:
        monkeypatch.setattr(reading_room, "apply", slow)
        await reader.press("r", "j", "space", "escape")
        began = monotonic()
        await reader.press("1", "n")
        assert reader.screen.selected == "q1" and monotonic() - began < 10
        assert reader.matches("hedge")
        gate.set()
        await until(reader.pilot, lambda: not reader.matches("hedge"))
        assert reader.screen.selected == "q1"


async def test_why_steps_through_what_lies_there_and_selects_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        await reader.press("4", "n", "i")
        assert isinstance(reader.app.screen, WhyPanel)
        assert "Why?" in reader.shown and "Softens a statement." in reader.shown and "reader.yaml:5" in reader.shown
        assert "1 of" in reader.shown
        span = reader.screen.pane.marked.pointed
        await reader.press("i")
        assert "2 of" in reader.shown and reader.screen.pane.marked.pointed != span
        await reader.press("k")
        assert "1 of" in reader.shown and reader.screen.pane.marked.pointed == span
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1 and reader.screen.pane.marked.pointed is None
        await reader.press("2", "n", "i", "enter")
        assert reader.screen.selected is not None and not isinstance(reader.app.screen_stack[-1], WhyPanel)


async def test_why_begins_with_what_one_is_at(tmp_path: Path) -> None:
    async with opened(tmp_path) as reader:
        await reader.press("1", "n", "i")
        assert isinstance(reader.app.screen, WhyPanel)
        assert "direct quote · cue “said” · Oda Brandt" in reader.shown
        assert reader.screen.pane.marked.pointed == reader.reading.quotes[0].parts[0]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
async def test_menu_and_panel_fit_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path, size=size) as reader:
        for key in ("r", "i"):
            await reader.press("1", "n", key)
            assert "esc close" in reader.shown
            lines = reader.shown.splitlines()
            assert len(lines) == size[1] and all(len(line) <= size[0] for line in lines)
            await reader.press("escape")


async def test_hostile_words_reach_the_screen_as_text(tmp_path: Path) -> None:
    evil = "[/b][@click=app.exit]x[/][sic]"
    rules = RULES.replace("why: Softens a statement.", f"why: 'Soft {evil}'").replace("title: Mine", f"title: '{evil}'")
    async with opened(tmp_path, rules, (200, 40)) as reader:
        assert evil in reader.shown
        await reader.press("4", "n", "i")
        assert f"Soft {evil}" in reader.shown
        await reader.press("escape", "r", "j")
        assert f"Soft {evil}" in reader.shown
        await reader.write(RULES.replace('"@soft"', "'@[/b][@click=app.exit]'"))
        await reader.until("✗ reader.yaml:7:")
        assert "[/b][@click=app.exit]" in reader.shown and reader.app.is_running


@pytest.mark.parametrize("escape", [r"\e]52;c;AAAA\a", r"\e[2J", r"\x9b2J", r"\u202e", r"\0"])
async def test_a_rule_file_with_controls_in_it_sends_none_to_the_screen(tmp_path: Path, escape: str) -> None:
    async with opened(tmp_path) as reader:
        await reader.write(RULES.replace("why: Softens a statement.", f'why: "Soft {escape}"'))
        await until(reader.pilot, lambda: bool(reader.screen.rule_errors) or "Soft " in reader.reading.rules[-2].why)
        await reader.press("r", "j")
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\0"} & set(reader.shown)


async def test_a_hostile_file_name_reaches_the_screen_clean(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "rules"
    folder.mkdir(parents=True)
    file = folder / "a\x1b[31m[b]\n.yaml"
    file.write_text("version: 1\nrules: [{id: own, match: {words: [gate]}}, {id: bad}]", encoding="utf-8")
    async with opened(tmp_path, "") as reader:
        await reader.press("r", "j")
        assert "[31m[b]" in reader.shown and reader.screen.rule_errors
        assert not {"\x1b", "\x07"} & set(reader.shown) and len(reader.shown.splitlines()) == 40
        await reader.press("j", "j")
        assert "\x1b" not in reader.shown


# --- what follows a match through a reload ------------------------------------------------------------------------
def test_a_match_is_followed_by_its_rule_and_place() -> None:
    before = Reading(article(), matches=[Match("m1", "a", Span(3, 5)), Match("m2", "a", Span(7, 9))])
    after = Reading(article(), matches=[Match("m1", "b", Span(0, 2)), Match("m2", "a", Span(7, 9))])
    assert moved_matches(before, after) == {"m1": "", "m2": "m2"}


# --- articles that others analyse ---------------------------------------------------------------------------------
def test_rules_go_on_from_an_analysis_that_others_made(tmp_path: Path) -> None:
    file = tmp_path / "reader.yaml"
    file.write_text(RULES, encoding="utf-8")
    story, live = _story(tmp_path), LiveRules(config=tmp_path / "config", between=0.01)
    live.load(story)
    assert live.rules is not None and [rule.id for rule in live.rules.rules] == ["hedge", "sum"]
    live.adopt(Analysis())
    live.switch({"hedge": False})
    applied = next(live.follow())
    assert {match.rule for match in applied.reading.matches} == {"sum"} and not applied.reading.quotes
    live.end()
    assert list(live.follow()) == []
