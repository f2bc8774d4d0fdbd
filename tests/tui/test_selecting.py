"""Selecting text: the keys move an end over what is shown, and what is copied is the text as it was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_samples import TEXT, article

from reader.article.clean import clean
from reader.article.model import Article, Block, BlockKind
from reader.spans import Span
from reader.tui.edit_line import LONGEST, EditLine
from reader.tui.layout import Layout, Outline
from reader.tui.marks import CHOSEN, NOTHING, Marked
from reader.tui.passage import passage
from reader.tui.select_bar import how_much
from reader.tui.selecting import Chosen, Hand, Shaded, grapheme_end, near
from reader.tui.wrapping import cell_of

WIDE = "A 家庭 of e\u0301 and 👩‍👩‍👧 here.\n\nThe – “second” one, it's long enough to be wrapped twice over."


def hand(text: str, width: int = 20) -> Hand:
    of = article(text)
    return Hand(of, Layout(Outline(of.text, of.blocks), width))


def at(text: str, words: str, nth: int = 0) -> int:
    return [match.start() for match in re.finditer(re.escape(words), text)][nth]


# --- moving -------------------------------------------------------------------------------------------------------
def test_letters_are_gone_through_one_by_one_over_rows_and_paragraphs() -> None:
    mine = hand(WIDE)
    seen = [mine.text(-1)]
    while (after := mine.letter(seen[-1], 1)) != seen[-1]:
        seen.append(after)
    assert seen[-1] == mine.text(1) == len(WIDE) - 1
    shown = {offset for y in range(50) if (row := mine.rows.row(y)) for offset in range(row.start, row.end)}
    assert set(seen) <= shown
    letters = [WIDE[start : grapheme_end(WIDE, start)] for start in seen]
    assert "e\u0301" in letters and "👩‍👩‍👧" in letters and "\u0301" not in letters
    assert "".join("".join(letters).split()) == "".join(WIDE.split())
    back = [seen[-1]]
    while (before := mine.letter(back[-1], -1)) != back[-1]:
        back.append(before)
    assert back == seen[::-1]


def test_words_are_gone_through_by_their_beginnings_and_ends() -> None:
    mine = hand(WIDE)
    starts, ends = [0], [0]
    while (after := mine.word(starts[-1], 1)) != mine.text(1):
        starts.append(after)
    while (after := mine.word_end(ends[-1])) != mine.text(1):
        ends.append(after)
    words = [mine.word_at(start).of(WIDE) for start in starts]
    assert "it's" in words and "second" in words and "“" in words
    assert at(WIDE, "wrapped") in starts and at(WIDE, "wrapped") + 6 in ends
    back = [starts[-1]]
    while (before := mine.word(back[-1], -1)) != back[-1]:
        back.append(before)
    assert back == starts[::-1]


def test_rows_keep_the_cell_and_skip_rows_without_text() -> None:
    mine = hand(TEXT, 30)
    head = at(TEXT, "Odile Brandt")
    cell = mine.cell(head)
    down = mine.row(head, 1, cell)
    assert mine.cell(down) <= cell and down > head
    assert mine.row(down, -1, cell) == head
    end = mine.row(0, 10_000, 5)
    row = mine.rows.row(mine.rows.y_of(end))
    assert row is not None and row.end > row.start and row.end == mine.text(1) + 1
    assert mine.row(end, -10_000, 0) == 0


def test_edges_of_the_row_and_paragraphs() -> None:
    mine = hand(WIDE, 20)
    head = at(WIDE, "enough")
    assert WIDE[mine.row_edge(head, -1) :].startswith(("it's", "long"))
    assert mine.row_edge(mine.row_edge(head, 1), -1) == mine.row_edge(head, -1)
    second = at(WIDE, "The –")
    first_end = mine.paragraph(0, 1)
    assert WIDE[first_end + 1 : second].isspace() and not WIDE[first_end].isspace()
    assert mine.paragraph(first_end, 1) == mine.paragraph(second, 1)
    assert mine.paragraph(head, -1) == second
    assert mine.paragraph(second, -1) == 0 == mine.paragraph(0, -1)
    assert mine.paragraph(second, 1) == mine.text(1)


_ARTICLES = (  # clean, as every article is: no joiner stands alone
    st.text(alphabet="ab ’-\n家e\u0301👩\u200d", min_size=1, max_size=80)
    .map(lambda text: clean(text).text)
    .filter(lambda text: bool(text.strip()))
)


@given(
    _ARTICLES,
    st.integers(8, 30),
    st.data(),
)
def test_every_move_leads_to_a_character_that_is_shown(text: str, width: int, data: st.DataObject) -> None:
    mine = hand(text, width)
    head = mine.place(data.draw(st.integers(0, len(text))))
    moves = [
        *(mine.letter(head, step) for step in (1, -1)),
        *(mine.word(head, step) for step in (1, -1)),
        *(mine.row_edge(head, step) for step in (1, -1)),
        *(mine.paragraph(head, step) for step in (1, -1)),
        *(mine.text(step) for step in (1, -1)),
        *(mine.row(head, step, mine.cell(head)) for step in (1, -1, 5)),
        mine.word_end(head),
        head,
    ]
    for offset in moves:
        row = mine.rows.row(mine.rows.y_of(offset))
        assert row is not None and row.start <= offset < row.end
        cells = [cell_of(text, row, place) for place in (offset, grapheme_end(text, offset))]
        assert near(text, row, cells[0]) == offset or cells[0] == cells[1]  # what has no cells cannot be pointed at
    assert mine.letter(head, 1) >= head >= mine.letter(head, -1)
    assert mine.word(head, 1) >= head >= mine.word(head, -1)


# --- what is selected ---------------------------------------------------------------------------------------------
def test_both_ends_are_selected_whichever_comes_first() -> None:
    assert Chosen(2, 5).span("abcdefgh") == Chosen(5, 2).span("abcdefgh") == Span(2, 6)
    assert Chosen(0, 0).span("e\u0301a") == Span(0, 2)
    assert Chosen(0, 0).span("a\nb") == Span(0, 1)


def test_a_selection_is_painted_over_everything_and_its_end_over_that() -> None:
    shaded = Shaded(None, Span(3, 9), Span(8, 9))
    assert shaded.marks(0, 3, Marked()) == NOTHING
    layers = shaded.marks(0, 20, Marked()).layers
    assert [layer.role for layer in layers] == ["selected.text", "selected.text.head"]
    assert layers[1].height > layers[0].height >= CHOSEN


def test_how_much_is_selected_is_told_in_words() -> None:
    assert how_much("one two three", Span(0, 3)) == "1 word"
    assert how_much("one two three", Span(2, 8)) == "2 words"
    assert how_much("x" * 1_000_001, Span(1, 1_000_001)) == "1,000,000 characters"


# --- what is copied -----------------------------------------------------------------------------------------------
def _made(*blocks: tuple[BlockKind, str, str], gap: str = "\n\n") -> Article:
    text, made = "", []
    for kind, words, marker in blocks:
        text += gap if text else ""
        made.append(Block(kind, Span(len(text), len(text) + len(words)), 0, marker, " " * len(marker)))
        text += words
    return Article("x.md", "0" * 64, text, tuple(made))


def test_paragraphs_are_copied_as_one_line_each_with_blank_lines_between() -> None:
    of = _made((BlockKind.PARAGRAPH, "One\n  two", ""), (BlockKind.PARAGRAPH, "three\nfour", ""), gap="\n\n\n")
    assert passage(of, Span(0, len(of.text))) == "One two\n\nthree four"
    assert passage(of, Span(4, of.text.index("four") - 1)) == "two\n\nthree"
    assert passage(of, Span(0, 3)) == "One"
    assert passage(of, Span(3, 3)) == ""


def test_code_and_tables_are_copied_as_they_are() -> None:
    of = _made((BlockKind.CODE, "if x:\n    y  ", ""), (BlockKind.TABLE, "a  b\n1  2", ""))
    assert passage(of, Span(0, len(of.text))) == "if x:\n    y\n\na  b\n1  2"


def test_the_items_of_a_list_are_copied_beneath_each_other_with_their_signs() -> None:
    of = _made(
        (BlockKind.LIST_ITEM, "one", "• "), (BlockKind.LIST_ITEM, "two", "│ 1) "), (BlockKind.LIST_ITEM, "six", "  • ")
    )
    assert passage(of, Span(0, len(of.text))) == "• one\n1) two\n  • six"
    assert passage(of, Span(0, 3)) == "one"
    assert passage(of, Span(1, 9)) == "ne\n1) two"
    plain = _made((BlockKind.LIST_ITEM, "- one", ""), (BlockKind.LIST_ITEM, "- two", ""), gap="\n")
    assert passage(plain, Span(0, len(plain.text))) == plain.text


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.integers(8, 120))
def test_what_is_copied_has_the_words_of_the_text_at_every_width(one: int, other: int, width: int) -> None:
    span = Span(min(one, other), max(one, other))
    copied = passage(article(), span)
    assert copied.split() == span.of(TEXT).split()
    assert all(line == line.strip() for line in copied.split("\n"))


# --- the line that is typed in ------------------------------------------------------------------------------------
def test_a_line_is_edited_by_the_usual_keys() -> None:
    line = EditLine().insert("two pumps")
    for key, text, place in (
        ("left", "two pumps", 8),
        ("backspace", "two pums", 7),
        ("ctrl+left", "two pums", 4),
        ("ctrl+right", "two pums", 8),
        ("ctrl+w", "two ", 4),
        ("home", "two ", 0),
        ("delete", "wo ", 0),
        ("right", "wo ", 1),
        ("ctrl+k", "w", 1),
        ("ctrl+u", "", 0),
        ("backspace", "", 0),
    ):
        after = line.press(key)
        assert after is not None
        line = after
        assert (line.text, line.at) == (text, place), key
    assert line.press("f5") is None


def test_a_query_of_before_is_replaced_by_typing_and_kept_by_moving() -> None:
    before = EditLine("pumps", 5, fresh=True)
    assert before.insert("x").text == "x"
    moved = before.press("left")
    assert moved is not None and moved.insert("x").text == "pumpxs"
    gone = before.press("backspace")
    assert gone is not None and gone.text == ""


def test_one_character_is_deleted_with_all_that_belongs_to_it() -> None:
    line = EditLine().insert("ae\u0301").press("backspace")
    assert line is not None and line.text == "a"


@pytest.mark.parametrize("pasted", ["\x1b]52;c;aGk=\x07", "a\nb\r\nc", "\u202eabc\x9b2J", "x" * 10_000, "\ud800"])
def test_what_is_pasted_becomes_one_clean_line_of_a_bounded_length(pasted: str) -> None:
    text = EditLine().insert(pasted).text
    assert len(text) <= LONGEST
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\ud800" for c in text)


@given(st.lists(st.one_of(st.text(max_size=5), st.sampled_from(["left", "right", "backspace", "ctrl+w", "delete"]))))
def test_the_place_is_always_in_the_line(keys: list[str]) -> None:
    line = EditLine()
    for key in keys:
        line = line.press(key) or line.insert(key)
        assert 0 <= line.at <= len(line.text) <= LONGEST
