from __future__ import annotations

import textwrap

import pytest

from reader.article.load import load_bytes
from reader.article.model import Article, BlockKind

LONG = "The harbour board voted to close the old quay before the winter, its chair Ada Lenk said after the meeting."
OTHER = (
    "Nobody had asked the fishermen, who have tied up there since the war and who mean to go on doing so, she added."
)


def load(text: str) -> Article:
    return load_bytes(text.encode(), markdown=False)


def shown(article: Article) -> list[tuple[BlockKind, str]]:
    return [(b.kind, b.span.of(article.text)) for b in article.blocks]


def kinds(text: str) -> list[BlockKind]:
    return [b.kind for b in load(text).blocks]


P, H, F = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FURNITURE


def test_blank_lines_part_paragraphs_exactly() -> None:
    article = load(f"{LONG}\n\n{OTHER}\n \t\n\n{LONG}\n")
    assert shown(article) == [(P, LONG), (P, OTHER), (P, LONG)]
    assert article.blocks[1].span.start == len(LONG) + 2


def test_one_paragraph_a_line_without_blank_lines_is_a_block_a_line() -> None:
    assert shown(load(f"{LONG}\n{OTHER}\n{LONG}")) == [(P, LONG), (P, OTHER), (P, LONG)]
    short = "“Why?” he asked."
    assert shown(load(f"{LONG}\n{short}\n{OTHER}")) == [(P, LONG), (P, short), (P, OTHER)]


@pytest.mark.parametrize("width", [50, 72, 100])
def test_hard_wrapped_paragraphs_stay_one_block_over_several_lines(width: int) -> None:
    paragraphs = [f"{LONG} {OTHER} {LONG}", f"{OTHER} {LONG}", f"{OTHER} {OTHER} {LONG}"]
    wrapped = [textwrap.fill(p, width) for p in paragraphs]
    assert [words for _, words in shown(load("\n\n".join(wrapped)))] == wrapped


def test_in_wrapped_text_without_blank_lines_a_short_line_ends_a_paragraph() -> None:
    wrapped = [textwrap.fill(p, 72) for p in (f"{LONG} {OTHER} It is so.", f"{OTHER} {LONG}", f"{OTHER} Well, yes.")]
    assert [words for _, words in shown(load("\n".join(wrapped)))] == wrapped


def test_wrapped_paragraphs_may_begin_with_an_indented_line() -> None:
    first = textwrap.fill(f"{LONG} {OTHER} {LONG}", 72, initial_indent="    ")
    second = textwrap.fill(f"{OTHER} {LONG}", 72, initial_indent="    ")
    assert [words for _, words in shown(load(f"{first}\n{second}"))] == [first.strip(), second.strip()]


def test_headline_byline_and_date_on_adjacent_lines_are_blocks_of_their_own() -> None:
    text = f"Old quay to close\nBy Ada Lenk\n12 March 2025\n{LONG}\n{OTHER}"
    assert kinds(text) == [H, F, F, P, P]
    wrapped = textwrap.fill(f"{LONG} {OTHER} {LONG}", 72)
    assert kinds(f"Old quay to close\nBy Ada Lenk\n\n{wrapped}\n\n{wrapped}") == [H, F, P, P]


def test_a_first_short_line_without_a_stop_is_the_headline_and_the_title() -> None:
    article = load(f"Old quay to close\n\n{LONG}\n\n{OTHER}")
    assert (article.blocks[0].kind, article.blocks[0].level) == (H, 1)
    assert article.metadata.title == "Old quay to close"
    assert load(f"OLD QUAY TO CLOSE\n\n{LONG}").metadata.title == "OLD QUAY TO CLOSE"
    assert load(f"Will the old quay close?\n\n{LONG}").metadata.title == "Will the old quay close?"


def test_a_headline_with_a_stop_needs_capitals_or_a_dateline_below() -> None:
    assert load(f"The Old Quay Will Close Before Winter.\n\n{LONG}").metadata.title is not None
    assert load(f"The old quay will close.\n\nOSLO (Northwire) — {LONG}").metadata.title == "The old quay will close."
    assert load(f"The old quay will close.\n\n{LONG}").metadata.title is None


def test_a_wrapped_headline_is_one_line_as_title() -> None:
    text = f"Old quay to close before the winter as the board gives up on\nwood\n\n{LONG}\n\n{OTHER}"
    assert load(text).metadata.title == "Old quay to close before the winter as the board gives up on wood"


@pytest.mark.parametrize("first", [LONG, "ADA: Why?", f"OSLO — {OTHER}", "He said:", "A line on its own", "What now,"])
def test_what_is_no_headline(first: str) -> None:
    text = first if first == "A line on its own" else f"{first}\n\n{LONG}\n\nADA: Because of the wood."
    assert load(text).metadata.title is None


def test_a_short_line_between_paragraphs_is_a_crosshead() -> None:
    article = load(f"Old quay to close\n\n{LONG}\n\nA rotten story\n\n{OTHER}\n\n{LONG}")
    assert [(b.kind, b.level) for b in article.blocks] == [(H, 1), (P, 0), (H, 2), (P, 0), (P, 0)]


@pytest.mark.parametrize("line", ["It is over.", "“No,” she said", "Why?", "and then it rained", "Ada Lenk:", "$"])
def test_what_is_no_crosshead(line: str) -> None:
    found = load(f"Old quay to close\n\n{LONG}\n\n{line}\n\n{OTHER}\n\n{LONG}").blocks[2]
    assert found.kind is P or line == "“No,” she said"


def test_short_lines_in_a_row_are_no_crossheads() -> None:
    poem = "The quay is old\n\nThe wood is gone\n\nThe gulls remain"
    assert H not in kinds(f"Old quay to close\n\n{LONG}\n\n{poem}\n\n{LONG}")[2:4]


def test_list_items_keep_their_marker_in_the_text() -> None:
    article = load(f"{LONG}\n\n- the first of them\n- the second,\n  which goes on\n• the third\n1. one\n2) two")
    items = [(b.span.of(article.text), b.marker) for b in article.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == [
        ("- the first of them", ""),
        ("- the second,\n  which goes on", ""),
        ("• the third", ""),
        ("1. one", ""),
        ("2) two", ""),
    ]


def test_quotations_are_told_by_marks_or_by_their_indent() -> None:
    article = load(f"{LONG}\n\n> We never\n> asked them.\n\n>> Never.\n\n{OTHER}\n\n     We never asked.\n\n{LONG}")
    quoted = [(b.span.of(article.text), b.margin) for b in article.blocks if b.kind is BlockKind.QUOTATION]
    assert quoted == [("We never\n  asked them.", "│ "), ("Never.", "│ │ "), ("We never asked.", "│ ")]


def test_marks_of_quoted_lines_become_spaces_so_that_every_offset_stays() -> None:
    text = f"{LONG}\n\n> We never\n>   asked them.\n>\n> > Why not? 5 > 4.\n>\n\n{OTHER}"
    article = load(text)
    assert article.text == text.replace("\n> > ", "\n    ").replace("\n>", "\n ")
    assert [words for _, words in shown(article)] == [LONG, "We never\n    asked them.", "Why not? 5 > 4.", OTHER]
    assert load("> >\n>").text == "> >\n>"


def test_entries_of_a_list_within_a_list_stand_in_under_the_words_of_the_outer_one() -> None:
    lines = (
        "1. one",
        "   a. of it,",
        "      which goes on",
        "   b) and",
        "     - this",
        "10. two",
        "    1) of it",
        "- three",
    )
    text = "\n".join((LONG, "", *lines, OTHER))
    items = [(b.margin, b.span.of(load(text).text)) for b in load(text).blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == [
        ("", "1. one"),
        ("   ", "a. of it,\n      which goes on"),
        ("   ", "b) and"),
        ("      ", "- this"),
        ("", "10. two"),
        ("    ", "1) of it"),
        ("", "- three"),
    ]


def test_a_letter_with_a_stop_is_no_entry_where_there_is_no_list() -> None:
    wrapped = f"{LONG[:60]}\n   i. e. {OTHER}"
    assert BlockKind.LIST_ITEM not in kinds(wrapped)


@pytest.mark.parametrize("text", ["The tide\n>", "The tide\n> \n", "```\n> ", "> The tide\n>\n"])
def test_a_mark_without_words_ends_no_block_in_white_space(text: str) -> None:
    article = load_bytes(text.encode(), markdown=False)
    assert [words for block in article.blocks if (words := block.span.of(article.text)) != words.strip()] == []


def test_a_text_that_is_indented_as_a_whole_is_no_quotation() -> None:
    assert set(kinds(f"    {LONG}\n\n    {OTHER}\n\n    {LONG}")) == {P}


def test_windows_line_ends_change_nothing_but_a_space() -> None:
    unix, windows = load(f"{LONG}\n\n{OTHER}"), load(f"{LONG}\r\n\r\n{OTHER}")
    assert shown(unix) == shown(windows)
    assert len(windows.text) == len(unix.text) + 2


def test_old_mac_and_unicode_line_ends_part_paragraphs_too() -> None:
    for end in ("\r\r", "\x85\x85", "\u2029\u2029", "\f\n"):
        assert shown(load(LONG + end + OTHER)) == [(P, LONG), (P, OTHER)]
