"""What the panes show, without a screen: lists, detail, header, footer, copies, drawing."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Region
from tui_samples import TEXT, article, reading, spot

from reader.analysis.model import Analysis, Entity, Label, Mention, MentionKind
from reader.article.model import Metadata
from reader.reading import Reading
from reader.rules.model import GroupBy, ListTab, Match, Style
from reader.spans import Span
from reader.tui.commands import COMMANDS
from reader.tui.copy_text import copy_of
from reader.tui.detail_text import paragraph_at, ties_of
from reader.tui.drawing import Line, Piece, command_at, drawn, elide, fit, safe
from reader.tui.entries import Entry
from reader.tui.footer_text import FooterState, dispersion, footer_line
from reader.tui.frames import frames
from reader.tui.guide import Guide
from reader.tui.header_text import header_lines, in_words, minutes, title_block, title_of
from reader.tui.item_list import ItemList
from reader.tui.list_rows import entries_of, list_of, tabs_of
from reader.tui.steps import next_span, pick
from reader.tui.theme_files import load_theme
from reader.tui.walk import mention_near, next_spot, on_row, under


def _words(line: Line) -> str:
    return "".join(piece.text for piece in (*line.left, Piece("  "), *line.right))


def _text(entries: tuple[Entry, ...]) -> list[str]:
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


# --- walking ------------------------------------------------------------------------------------------------------
def test_the_next_entity_is_the_next_named_one() -> None:
    first = next_spot(reading(), 0, 1, stay=True)
    assert first is not None and (first.entity, first.start) == ("e1", 0)
    second = next_spot(reading(), 0, 1, stay=False)
    assert second is not None and second.entity == "e1" and second.start > 0
    assert next_spot(reading(), 0, -1, stay=False) is None
    assert next_spot(reading(), len(TEXT), 1, stay=True) is None


def test_an_entity_is_walked_to_however_far_it_is() -> None:
    spans = (Span(0, 5), Span(30_000, 30_005), Span(90_000, 90_005))
    lorn = Entity("e1", "Berta Lorn", Label.PERSON, tuple(Mention(span, MentionKind.NAME) for span in spans))
    painted = [Match(f"c{n}", "person", span, style=Style("entity"), item="e1") for n, span in enumerate(spans, 1)]
    found = Reading(article("Lorn. " * 16_000), Analysis((), (lorn,)), highlights=painted)
    ahead = [next_spot(found, offset, 1, stay=False) for offset in (0, 30_000, 90_000)]
    assert [there and there.mention for there in ahead] == [1, 2, None]
    back = [next_spot(found, offset, -1, stay=False) for offset in (95_000, 90_000, 30_000, 0)]
    assert [there and there.mention for there in back] == [2, 1, 0, None]


def test_what_is_under_a_place_goes_from_narrow_to_wide() -> None:
    found = under(reading(), spot("Odile Brandt").start)
    assert found[0] == "e2" and "k1" in found
    assert pick(found, None) == "e2"
    assert pick(found, "e2") == found[1]
    assert pick(found, found[-1]) == "e2"
    assert pick((), None) is None


def test_a_row_offers_its_quotes_first() -> None:
    assert on_row(reading(), *spot("“Nobody in this building was told about the pumps,” she said"))[0] == "q4"


def test_the_mention_at_a_place_is_known() -> None:
    assert mention_near(reading().spans_of("e2"), spot("Brandt", 1).start + 2) == 2
    assert mention_near(reading().spans_of("e2"), 0) == 0


def test_the_next_mention_is_counted_from_where_one_reads() -> None:
    spans = [Span(10, 12), Span(20, 22), Span(30, 32)]
    assert [next_span(spans, 1, 20, step) for step in (1, -1)] == [2, 0]
    assert [next_span(spans, 1, 25, step) for step in (1, -1)] == [2, 1]
    assert [next_span(spans, 2, 30, 1), next_span(spans, 0, 10, -1), next_span(spans, 0, 40, 1)] == [None] * 3


def test_the_ends_of_a_list_hold() -> None:
    items = ItemList(load_theme("dark").look(), id="list")
    assert items.neighbour(1) is None
    lines = (Line((Piece("words"),)),)
    entries = (Entry(None, lines), Entry("a", lines), Entry(None, lines), Entry("b", lines * 2), Entry("c", lines))
    items.show(entries, None, stay=True)
    assert items.neighbour(1) == items.neighbour(-1) == "a"
    items.show(entries, "b", stay=True)
    assert [items.neighbour(step) for step in (-1, 1)] == ["a", "c"]
    items.show(entries, "c", stay=True)
    assert items.neighbour(1) is None


# --- header and footer --------------------------------------------------------------------------------------------
def test_the_header_says_what_the_copy_says() -> None:
    title, meta, *_ = header_lines(article(), 100, words=1234, with_title=True, sign="")
    assert _words(title).strip() == "Castle Merrow turns off its fountains"
    assert _words(meta).strip() == "CASTLE MERROW · 4 May 2031 · The Lantern · By Ilse Farrow · 1,234 words · 6 min"


def test_a_narrow_header_leaves_out_what_matters_least() -> None:
    meta = header_lines(article(), 42, words=120, with_title=True, sign="reading…")[1]
    assert _words(meta).split("  ") == ["4 May 2031 · 120 words", "reading…"]
    assert sum(cell_len(piece.text) for piece in fit(meta, 42)) == 42


def test_notices_have_a_row_each() -> None:
    lines = header_lines(
        article(notices=("read as Latin-1", "2 characters replaced")), 60, words=1, with_title=True, sign=""
    )
    assert [_words(line).strip() for line in lines[2:]] == ["read as Latin-1", "2 characters replaced", ""]


def test_without_a_title_the_file_names_the_article() -> None:
    bare = dataclasses.replace(article(), metadata=Metadata())
    assert title_of(bare) == "merrow.txt"
    assert title_of(dataclasses.replace(bare, path="-")) == "standard input"
    assert title_block(bare) is None
    assert title_block(article()) == 0


def test_dates_and_minutes_are_told_in_words() -> None:
    assert in_words("2031-05-04") == "4 May 2031"
    assert in_words("some day") == "some day"
    assert [minutes(n) for n in (0, 220, 440, 2200)] == [1, 1, 2, 10]


@given(st.integers(60, 240), st.sampled_from(["article", "list", "links"]), st.text(max_size=200))
def test_the_footer_never_overflows(width: int, pane: str, message: str) -> None:
    line = footer_line(FooterState(0.5, (Span(0, 2),), 10, 3, pane, message), width)
    pieces = fit(line, width)
    assert sum(cell_len(piece.text) for piece in pieces) == width
    assert message or "?" in "".join(piece.text for piece in line.right)


def test_the_footer_names_commands_that_exist() -> None:
    ids = {command.id for command in COMMANDS}
    line = footer_line(FooterState(pane="list"), 200)
    assert {piece.command for piece in line.right if piece.command} <= ids


def test_the_dispersion_shows_where_the_mentions_are() -> None:
    assert dispersion([Span(0, 1), Span(1, 2), Span(50, 51)], 100, 4) == "█▁▅▁"
    assert dispersion([], 0, 3) == "▁▁▁"


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


# --- drawing ------------------------------------------------------------------------------------------------------
@given(st.text(max_size=60), st.integers(0, 40))
def test_an_elided_text_fits(text: str, width: int) -> None:
    assert cell_len(elide(safe(text), width)) <= width


@given(st.lists(st.text(max_size=20), max_size=4), st.lists(st.text(max_size=6), max_size=2), st.integers(0, 80))
def test_a_line_fills_its_row(left: list[str], right: list[str], width: int) -> None:
    pieces = fit(Line(tuple(map(Piece, left)), tuple(map(Piece, right))), width)
    cells = sum(cell_len(piece.text) for piece in pieces)
    assert cells == max(width, sum(cell_len(safe(text)) for text in right))


@given(st.text(max_size=60))
def test_nothing_unsafe_is_drawn(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in shown)


_GRAPHEMES = (
    *(
        "a",
        " ",
        "é",
        "東",
        "❤",
        "❤\ufe0f",
        "⚠\ufe0f",
        "1\ufe0f\u20e3",
        "👍",
        "👍🏽",
        "👩\u200d👧",
        "👩🏽\u200d🚀",
        "🇳🇴",
    ),
    *("e\u0301", "क\u094d\u200dष", "می\u200cخ", "🏴\u200d☠\ufe0f"),
)


@given(st.lists(st.sampled_from(_GRAPHEMES), max_size=20).map("".join))
def test_no_sign_is_drawn_that_terminals_give_different_widths_and_no_cell_is_lost(text: str) -> None:
    shown = drawn(text)
    assert cell_len(shown) == cell_len(text)
    assert "\ufe0f" not in shown
    assert not any(a in "👍👩🏴" and b in "\u200d\U0001f3fd" for a, b in pairwise(shown))


def test_of_an_emoji_of_several_characters_the_first_stands_alone() -> None:
    assert drawn("a 👩\u200d👩\u200d👧 b 👍🏽 c ❤\ufe0f d 1\ufe0f\u20e3 e") == "a 👩 b 👍 c ❤  d 1\u20e3  e"
    assert drawn("می\u200cخواهم क\u094d\u200dष 🇳🇴 e\u0301") == "می\u200cخواهم क\u094d\u200dष 🇳🇴 e\u0301"


def test_a_click_finds_the_command_of_a_piece() -> None:
    pieces = (Piece("ab"), Piece("東", "", "go"), Piece("c", "", "help"))
    assert [command_at(pieces, cell) for cell in range(6)] == ["", "", "go", "go", "help", ""]


# --- where panes stand --------------------------------------------------------------------------------------------
@given(st.integers(60, 240), st.integers(16, 70), st.booleans(), st.integers(3, 5))
def test_the_panes_fill_the_screen_without_overlap(width: int, height: int, links: bool, header: int) -> None:
    found = frames(width, height, header=header, links=links).regions
    regions = {id_: Region(*region) for id_, region in found.items()}
    assert sum(region.area for region in regions.values()) == width * height
    assert all(region.width > 0 and region.height > 0 for region in regions.values())
    assert all(r.x >= 0 and r.right <= width and r.y >= 0 and r.bottom <= height for r in regions.values())
    values = list(regions.values())
    assert not any(a.overlaps(b) for i, a in enumerate(values) for b in values[i + 1 :])
    assert {"header", "article", "tabs", "footer"} <= set(regions)
    assert "detail" in regions if links else "list" in regions


def test_on_a_low_screen_header_and_tabs_have_one_row_each_and_the_text_the_rest() -> None:
    found = frames(60, 16, header=3, links=False).regions
    assert (found["header"].height, found["tabs"].height) == (1, 1)
    assert found["article"].height >= 7 and found["list"].height >= 6


def test_a_header_of_one_row_says_the_title_or_where_that_is_in_view_what_the_copy_says() -> None:
    for with_title, words in ((True, "Castle Merrow turns"), (False, "CASTLE MERROW · ")):
        (line,) = header_lines(article(), 60, words=120, with_title=with_title, sign="reading…", rows=1)
        assert line.left[0].text.startswith(words) and line.right[0].text == "reading…"


def test_on_a_tall_screen_the_detail_grows_too_and_the_list_stays_the_larger() -> None:
    heights = {rows: frames(200, rows, header=3, links=False).regions for rows in (24, 40, 60, 70)}
    assert [regions["detail"].height for regions in heights.values()] == [9, 14, 22, 26]
    assert all(regions["list"].height > regions["detail"].height for regions in heights.values())


def test_a_screen_that_is_too_small_shows_the_header_only() -> None:
    assert set(frames(59, 40, header=3, links=False).regions) == {"header"}
    assert set(frames(80, 15, header=3, links=False).regions) == {"header"}
