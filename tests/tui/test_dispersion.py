"""Where an entity is mentioned, in the list; where anything is, on the rail."""

from __future__ import annotations

from tui_samples import reading

from reader.analysis.model import Entity
from reader.spans import Span
from reader.tui.drawing import rail
from reader.tui.footer_text import dispersion
from reader.tui.list_rows import entries_of
from reader.tui.theme_files import load_theme


def test_each_entity_has_a_line_that_shows_where_it_is_mentioned_where_there_is_room() -> None:
    of = reading()
    for width, cells in ((22, 0), (27, 5), (39, 6), (40, 8), (46, 12), (80, 12)):
        for entry in entries_of(of, "entities", width):
            if entry.key is None:
                continue
            *spread, count = entry.lines[-1].right
            bars = "".join(piece.text for piece in spread)
            assert len(bars) == cells
            entity = of.item(entry.key)
            assert isinstance(entity, Entity)
            if cells:
                there = {m.span.start * cells // len(of.article.text) for m in entity.mentions}
                assert {at for at, bar in enumerate(bars) if bar != "▁"} == there
            assert count.text.strip() == (f"{len(entity.mentions)}×" if len(entity.mentions) > 1 else "")


def test_one_mention_is_a_low_bar_however_few_there_are() -> None:
    assert dispersion([Span(50, 55)], 100, 4, 6) == "▁▁▃▁"
    assert dispersion([Span(50, 55)] * 20, 100, 4, 6) == "▁▁█▁"


def test_the_rail_marks_the_selected_item_and_what_was_found_in_distinct_signs() -> None:
    look = load_theme("dark").look()
    cells = rail(0, 8, 16, (1, 6), look, ground="text", track="│", dots=(1, 2, 7, 99))
    assert "".join(cell.text for cell in cells) == "┃┫•┃││┤•"
    assert cells[2].style != cells[6].style
