"""Rule files that change while one reads, and rules that are slow."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest
from rules_hand import RULES, opened, story
from tui_samples import article, until

from reader.analysis.model import Analysis
from reader.chapters.starting import Readers
from reader.reading import Reading
from reader.rules.model import Match
from reader.spans import Span
from reader.tui.actions.ruling import moved_match
from reader.tui.live_rules import LiveRules
from reader.tui.rules_menu import RulesMenu


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


async def test_of_a_long_article_rules_are_applied_in_the_process_that_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here it would take a hundred times the article in memory."""
    import reader.read as reading_room
    from reader.chapters import division

    def apply(*given: object) -> Reading:
        raise AssertionError("applied here")

    monkeypatch.setattr(division, "WHOLE", 100)
    monkeypatch.setattr(reading_room, "apply", apply)
    async with opened(tmp_path, chapters=Readers()) as reader:
        quotes, painted = reader.reading.quotes, reader.reading.found_by()
        assert reader.matches("hedge") and painted["person"]
        reader.app.post_message(RulesMenu.Switched({"hedge": False, "person": False}))
        await until(reader.pilot, lambda: not reader.matches("hedge"))
        await until(reader.pilot, lambda: reader.screen.sign == "")
        assert reader.matches("sum") == ["$40", "$70"] and reader.reading.quotes == quotes
        assert "person" not in reader.reading.found_by() and reader.reading.found_by()["name"]
        assert not next(rule.on for rule in reader.reading.rules if rule.id == "person")
        await reader.write(RULES.replace("[may, could]", "[could]"))
        await reader.until("rules read again: 2 matches")
        reader.app.post_message(RulesMenu.Switched({"hedge": True}))
        await until(reader.pilot, lambda: reader.matches("hedge") == ["could"])


def test_a_match_is_followed_by_its_rule_and_place() -> None:
    before = Reading(article(), matches=[Match("m1", "a", Span(3, 5)), Match("m2", "a", Span(7, 9))])
    after = Reading(article(), matches=[Match("m1", "b", Span(0, 2)), Match("m2", "a", Span(7, 9))])
    assert [moved_match(before, after, id_) for id_ in ("m1", "m2", "find:3")] == ["", "m2", "find:3"]


def test_rules_go_on_from_an_analysis_that_others_made(tmp_path: Path) -> None:
    file = tmp_path / "reader.yaml"
    file.write_text(RULES, encoding="utf-8")
    read, live = story(tmp_path), LiveRules(config=tmp_path / "config", between=0.01)
    live.load(read)
    assert live.rules is not None and [rule.id for rule in live.rules.rules] == ["hedge", "sum"]
    live.adopt(Analysis())
    live.switch({"hedge": False})
    applied = next(live.follow())
    assert {match.rule for match in applied.reading.matches} == {"sum"} and not applied.reading.quotes
    live.end()
    assert list(live.follow()) == []
