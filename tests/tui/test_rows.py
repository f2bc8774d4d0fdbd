"""What the panes show, without a screen: lists, detail, copies."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from tui_samples import article, reading, spot

from reader.analysis.model import Analysis
from reader.reading import Reading
from reader.rules.model import GroupBy, ListTab, Match
from reader.tui.copy_text import copy_of
from reader.tui.detail_text import paragraph_at, ties_of
from reader.tui.drawing import Line, Piece, fit
from reader.tui.entries import Entry
from reader.tui.guide import Guide
from reader.tui.list_rows import entries_of, list_of, tabs_of


def _words(line: Line) -> str:
    return "".join(piece.text for piece in (*line.left, Piece("  "), *line.right))


def _text(entries: Sequence[Entry]) -> list[str]:
    return [_words(line).strip() for entry in entries for line in entry.lines]


# --- lists --------------------------------------------------------------------------------------------------------
def test_quotes_stand_under_their_speakers_by_share_of_the_words() -> None:
    entries = entries_of(reading(), "quotes", 50)
    headings = [_words(entry.lines[-1]) for entry in entries if entry.key is None]
    assert [heading.split("  ")[0] for heading in headings] == [
        "Odile Brandt",
        "Tomas Verey",
        "Merrow Water",
        "Nobody named",
    ]
    assert "said 2 · " in headings[0] and headings[0].endswith(" %")
    keys = [entry.key for entry in entries if entry.key]
    assert keys == ["q1", "q4", "q3", "q5", "q2", "q6"]


def test_reported_speech_without_a_mark_begins_with_an_ellipsis() -> None:
    rows = _text(entries_of(reading(), "quotes", 200))
    assert "… that it had lost two pumps in March" in rows
    assert "… the loss “a very dull disaster”" in rows
    assert "“Nobody in this building was told about the pumps,”" in rows


def test_a_repeat_is_marked() -> None:
    rows = _text(entries_of(reading(), "quotes", 50))
    assert sum("↻ repeats" in row for row in rows) == 2


@pytest.mark.parametrize("width", [18, 30, 44, 80])
@pytest.mark.parametrize("name", ["quotes", "entities", "points"])
def test_no_line_of_a_list_is_cut_but_by_an_ellipsis(name: str, width: int) -> None:
    for entry in entries_of(reading(), name, width):
        if entry.key is not None:
            assert name == "points" or len(entry.lines) <= 2
            for line in entry.lines:
                assert sum(cell_len(piece.text) for piece in fit(line, width)) == width


def test_entities_stand_by_kind_with_their_counts() -> None:
    rows = _text(entries_of(reading(), "entities", 60))
    assert [row.split("  ")[0] for row in rows if row] == [
        *("People", "Odile Brandt", "Tomas Verey"),
        *("Organisations", "Merrow Water"),
        *("Places", "Castle Merrow", "Sallow reservoir"),
        *("Dates", "Friday", "Figures", "31 per cent"),
    ]
    assert rows[1].startswith("Odile Brandt  mayor of Castle Merrow") and rows[1].endswith("5×")


def test_a_name_that_would_be_cut_has_rows_of_its_own_above_what_is_told_of_it() -> None:
    long = "Office for the Care of Wells and Fountains"
    found = reading()
    entities = tuple(dataclasses.replace(e, name=long) if e.id == "e2" else e for e in found.entities)
    found = Reading(found.article, Analysis((), entities, ()))
    for width, rows in ((60, 1), (50, 2), (34, 2), (22, 3)):
        (entry,) = (entry for entry in entries_of(found, "entities", width) if entry.key == "e2")
        shown = [_words(line).strip() for line in entry.lines]
        assert len(shown) == rows and " ".join(shown[:2]).startswith(long) and shown[-1].endswith("5×")


def test_between_the_line_of_mentions_and_their_number_is_a_gap_however_many_they_are() -> None:
    found = reading()
    for times, told in ((7, "▁  7×"), (99, "▁ 99×"), (260, "▁ 260×"), (1200, "▁ 1200×")):
        entities = tuple(dataclasses.replace(e, mentions=(e.mentions[0],) * times) for e in found.entities)
        (entry, *_) = (
            e for e in entries_of(Reading(found.article, Analysis((), entities, ())), "entities", 30) if e.key
        )
        right = "".join(piece.text for piece in entry.lines[0].right)
        assert right.endswith(told) and cell_len(right) == 9


def test_of_what_somebody_is_a_few_letters_are_not_shown() -> None:
    for width, shown in ((60, True), (40, True), (31, False)):
        rows = _text(entries_of(reading(), "entities", width))
        assert ("mayor" in rows[1]) is shown


def test_points_stand_with_their_rank_in_full() -> None:
    rows = _text(entries_of(reading(), "points", 40))
    assert rows[0] == "1  The town of Castle Merrow will turn"
    assert "pumps in March." in " ".join(rows)


def test_an_empty_list_says_so() -> None:
    assert _text(entries_of(Reading(article(), Analysis()), "quotes", 40)) == ["no quotes found"]


def test_lists_that_rules_fill_stand_after_the_programs_own() -> None:
    matches = [
        Match("m1", "figures", spot("two pumps"), list="numbers", group="figures", captures={"n": spot("two")}),
        Match("m2", "dry", spot("dry spring")),
    ]
    found = Reading(article(), matches=matches, lists=[ListTab("numbers", "Numbers", GroupBy.RULE)])
    assert [(tab.name, tab.size) for tab in tabs_of(found)][3:] == [("rules:numbers", 1)]
    assert [tab.size for tab in tabs_of(reading())] == [6, 7, 2]
    assert _text(entries_of(found, "rules:numbers", 40)) == ["figures  1", "two pumps"]
    assert _text(Guide(found).detail("m1", 0, 40))[:2] == ["figures · ¶3", "n  two"]
    assert [list_of(match) for match in matches] == ["rules:numbers", None]
    assert _text(entries_of(Reading(article()), "rules:numbers", 40)) == ["nothing found"]


# --- detail -------------------------------------------------------------------------------------------------------
def test_the_detail_of_a_quote_says_what_it_is_and_whose() -> None:
    rows = _text(Guide(reading()).detail("q4", 0, 50))
    assert rows[0].startswith("direct · said · ¶4") and rows[0].endswith("→ Odile Brandt")
    assert rows[1] == "“she” → Odile Brandt"


def test_the_detail_of_a_quote_does_not_tell_a_cue_that_is_a_mere_mark() -> None:
    found = reading()
    marked = dataclasses.replace(found.quotes[3], cue=spot(","))
    rows = _text(Guide(Reading(found.article, Analysis((marked,), found.entities))).detail("q4", 0, 50))
    assert rows[0].startswith("direct · ¶4")


def test_the_detail_of_a_quote_says_where_it_is_repeated() -> None:
    assert "↻ again in ¶7" in _text(Guide(reading()).detail("q1", 0, 50))
    assert ties_of(reading(), "q1")[0].words == "said by"
    assert ("again in", "q5") in [(tie.words, tie.target) for tie in ties_of(reading(), "q1")]
    assert ("repeats", "q1") in [(tie.words, tie.target) for tie in ties_of(reading(), "q5")]


def test_the_detail_of_an_entity_counts_how_it_is_named() -> None:
    rows = _text(Guide(reading()).detail("e2", 1, 60))
    assert rows[0].startswith("Odile Brandt") and rows[0].endswith("person")
    assert "mention 2 of 5 · ¶1" in rows
    assert "3 by name, 1 by description, 1 by pronoun" in rows
    assert any(row.startswith("said 2 quotes · ") for row in rows)


def test_the_detail_of_an_entity_that_is_named_once_says_how() -> None:
    assert "one mention, by name · ¶1" in _text(Guide(reading()).detail("e3", 0, 60))


def test_the_detail_of_a_point_says_why() -> None:
    rows = _text(Guide(reading()).detail("k1", 0, 60))
    assert rows[:2] == ["point 1 of 2 · ¶1", "opens the story and names the mayor"]


def test_a_narrow_detail_says_less_of_an_entity_so_that_its_links_are_in_view() -> None:
    rows = _text(Guide(reading()).detail("e2", 1, 27))
    assert len(rows) - len(ties_of(reading(), "e2")) <= 6
    assert not any("by name" in row for row in rows)
    assert any(row.startswith("said 2 quotes · ") and row.endswith(" %") for row in rows)


def test_links_say_how_it_is_tied_and_can_be_selected() -> None:
    entries = [entry for entry in Guide(reading()).detail("k1", 0, 60) if entry.key is not None]
    assert [entry.key for entry in entries] == [str(i) for i in range(len(ties_of(reading(), "k1")))]
    assert _words(entries[0].lines[0]).split() == ["about", "Castle", "Merrow"]


def test_paragraphs_are_counted_as_a_reader_counts() -> None:
    assert paragraph_at(article(), 0) == 1
    assert paragraph_at(article(), spot("“A fountain").start) == 2


# --- copies -------------------------------------------------------------------------------------------------------
def test_a_quote_is_copied_whole_with_its_speaker_and_source() -> None:
    found = reading()
    assert copy_of(found, found.item("q4")) == (
        "“Nobody in this building was told about the pumps,” — Odile Brandt, "
        "Castle Merrow turns off its fountains, The Lantern, 4 May 2031"
    )
    assert copy_of(found, found.item("q1")).startswith(
        "“A fountain is a promise that there is water to spare,” “There is"
    )
    assert copy_of(found, found.item("q2")).startswith("that it had lost two pumps in March — Merrow Water, ")
    assert copy_of(found, found.item("q6")).startswith("Gardens may be watered on Sundays — Castle Merrow turns")
    assert copy_of(found, found.item("e2")) == "Odile Brandt"
    assert copy_of(found, found.item("k2")).startswith("Merrow Water, which runs")
