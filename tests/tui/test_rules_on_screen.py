"""Rules on the screen: switching them, why a place is highlighted; every size, hostile words."""

from __future__ import annotations

from pathlib import Path

import pytest
from rules_hand import RULES, STORY, opened
from tui_samples import until

from reader.tui.marks import Marked
from reader.tui.rules_menu import RulesMenu
from reader.tui.why_panel import WhyPanel


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


async def test_on_a_low_screen_what_the_why_has_no_room_for_ends_in_dots(tmp_path: Path) -> None:
    long = "Softens a statement; " + "ask who is unsure of it, and of what, " * 6
    async with opened(tmp_path, RULES.replace("Softens a statement.", f"'{long}'"), size=(60, 16)) as reader:
        await reader.press("4", "n", "i")
        assert isinstance(reader.app.screen, WhyPanel)
        rows = [row.rstrip() for row in reader.shown.splitlines()]
        keys = next(at for at, row in enumerate(rows) if "esc close" in row)
        assert "ask who is unsure" in "\n".join(rows[:keys]) and rows[keys - 1].endswith("…")


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
