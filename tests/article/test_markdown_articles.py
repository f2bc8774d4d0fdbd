from __future__ import annotations

import pytest

from reader.article.load import load_bytes, load_file
from reader.article.markdown import MAX_DEPTH
from reader.article.model import Article, BlockKind, InlineKind


def load(text: str) -> Article:
    return load_bytes(text.encode(), markdown=True)


def shown(article: Article) -> list[tuple[str, int, str, str]]:
    return [(b.kind.value, b.level, b.marker, b.span.of(article.text)) for b in article.blocks]


def margins(article: Article) -> list[tuple[str, str, str]]:
    """Each block with what stands before its first row and before the others."""
    return [(b.marker or b.margin, b.margin, b.span.of(article.text)) for b in article.blocks]


def inlines(article: Article) -> list[tuple[InlineKind, str, str]]:
    return [(i.kind, i.span.of(article.text), i.target) for i in article.inlines]


def test_blocks_are_parted_by_a_blank_line_and_soft_breaks_are_spaces() -> None:
    article = load("# Quay\n\nOne *line*\nand another.\n\nA hard  \nbreak.\n")
    assert article.text == "Quay\n\nOne line and another.\n\nA hard\nbreak."
    assert shown(article) == [
        ("heading", 1, "", "Quay"),
        ("paragraph", 0, "", "One line and another."),
        ("paragraph", 0, "", "A hard\nbreak."),
    ]


def test_headings_of_both_styles_have_their_level() -> None:
    assert [(b[1], b[3]) for b in shown(load("### Three\n\nOne\n===\n\nTwo\n---"))] == [
        (3, "Three"),
        (1, "One"),
        (2, "Two"),
    ]


def test_lists_have_their_markers_beside_the_text_and_hang_under_the_words() -> None:
    article = load("- a\n- b\n  1. c\n  10. d\n\n      more of d\n- e\n\n7) f\n   - - g\n\n   ~~~\n   h\n   ~~~\n")
    assert {b.kind.value for b in article.blocks} == {"list_item", "code"}
    assert margins(article) == [
        ("• ", "  ", "a"),
        ("• ", "  ", "b"),
        ("  1. ", "     ", "c"),
        ("  10. ", "      ", "d"),
        ("      ", "      ", "more of d"),
        ("• ", "  ", "e"),
        ("7) ", "   ", "f"),
        ("   • • ", "       ", "g"),
        ("   ", "   ", "h"),
    ]


def test_quotations_have_their_bars_and_no_marks_in_the_text() -> None:
    article = load("> We never asked.\n>\n> > Never.\n\n- > In a list.\n\n> - A list.")
    assert [b.kind.value for b in article.blocks] == ["quotation", "quotation", "quotation", "list_item"]
    assert margins(article) == [
        ("│ ", "│ ", "We never asked."),
        ("│ │ ", "│ │ ", "Never."),
        ("• │ ", "  │ ", "In a list."),
        ("│ • ", "│   ", "A list."),
    ]


def test_footnotes_are_numbered_entries_and_their_signs_have_no_caret() -> None:
    article = load("It closed.[^1] Why?[^b]\n\n[^1]: The *wood*\n  was old.\n[^b]: https://example.org/\n\n`[^1]`")
    assert article.text == "It closed.[1] Why?[b]\n\nThe wood was old.\n\nhttps://example.org/\n\n[^1]"
    assert margins(article)[1:3] == [
        ("[1] ", "    ", "The wood was old."),
        ("[b] ", "    ", "https://example.org/"),
    ]


def test_inline_spans_are_found_in_the_shown_text() -> None:
    article = load("A *b* **c _d_** ~~e~~ `f  g` [h **i**](https://example.org/x) <https://example.org/j>.")
    assert article.text == "A b c d e f  g h i https://example.org/j."
    assert inlines(article) == [
        (InlineKind.EMPHASIS, "b", ""),
        (InlineKind.STRONG, "c d", ""),
        (InlineKind.EMPHASIS, "d", ""),
        (InlineKind.STRUCK, "e", ""),
        (InlineKind.CODE, "f  g", ""),
        (InlineKind.LINK, "h i", "https://example.org/x"),
        (InlineKind.STRONG, "i", ""),
        (InlineKind.LINK, "https://example.org/j", "https://example.org/j"),
    ]


def test_code_is_kept_as_it_is_written() -> None:
    article = load("```python\n\n  a = 1\n\tb\n```\n\n    *c*\n")
    assert shown(article) == [("code", 0, "", "  a = 1\n    b"), ("code", 0, "", "*c*")]


def test_a_table_is_aligned_lines() -> None:
    article = load("| Town | Files | |\n| --- | ---: | --- |\n| Orrin | **58** | x |\n| 東京 | 7 | |\n")
    assert shown(article) == [("table", 0, "", "Town   Files\nOrrin     58  x\n東京       7")]
    assert inlines(article) == [(InlineKind.STRONG, "58", "")]


def test_a_long_cell_does_not_fill_every_row() -> None:
    article = load("| a | b |\n| --- | --- |\n" + f"| {'x' * 5000} | y |\n" + "| c | d |\n" * 200)
    assert len(article.text) < 5000 + 300 * 50


def test_rules_images_and_comments_alone_are_furniture() -> None:
    article = load("One.\n\n---\n\n![the quay](quay.png)\n\n<!-- cut here -->\n\nTwo ![](x.png).")
    assert shown(article) == [
        ("paragraph", 0, "", "One."),
        ("furniture", 0, "", "* * *"),
        ("furniture", 0, "", "[image: the quay]"),
        ("furniture", 0, "", "<!-- cut here -->"),
        ("paragraph", 0, "", "Two [image]."),
    ]


def test_html_is_shown_as_the_text_that_it_is() -> None:
    assert load("<script>alert(1)</script>\n\nA <b>b</b>").text == "<script>alert(1)</script>\n\nA <b>b</b>"


def test_byline_date_and_credits_are_furniture_here_too() -> None:
    article = load("# Quay\n\n*By Ada Lenk*\n\n12 March 2025\n\nIt closed.\n\n_Editing by Tom Roe_")
    assert [b.kind.value for b in article.blocks] == ["heading", "furniture", "furniture", "paragraph", "furniture"]
    assert (article.metadata.byline, article.metadata.date) == ("Ada Lenk", "2025-03-12")


def test_entities_cannot_bring_in_what_the_source_may_not_have() -> None:
    article = load("a&#27;[31m &#x202e;b &#0; &zwnj; c&#10;d `\x1b`")
    assert "\x1b" not in article.text
    assert "\u202e" not in article.text
    assert article.text.startswith("a\ufffd[31m \ufffdb \ufffd")
    assert any("replaced" in n for n in article.notices)


def test_windows_line_ends_and_tabs_mean_the_same() -> None:
    text = "# Quay\n\n- a\n\n\tmore\n\nOne\ntwo.\n"
    assert shown(load(text)) == shown(load(text.replace("\n", "\r\n")))


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "A.MD"])
def test_the_ending_makes_a_file_markdown(tmp_path: object, name: str) -> None:
    assert load_bytes(b"A *b* c", path=name).text == "A b c"
    assert load_bytes(b"A *b* c", path=name, markdown=False).text == "A *b* c"


@pytest.mark.parametrize(
    "text",
    [
        "# Quay\n\nIt closed.",
        "It closed.\n\n## Why\n\nWood.\n\n## When\n\nNow.",
        "---\ntitle: Quay\n---\n\nIt closed.",
        "[It](https://a.example/) closed. [Why](https://b.example/)? [Because](https://c.example/).",
        "**One** and **two** [three](https://c.example/).",
        "| a | b |\n|---|---|\n| c | d |",
        "```\nx\n```\n\nIt closed.",
    ],
)
def test_strong_signs_make_a_text_markdown(text: str) -> None:
    assert load_bytes(text.encode(), path="a.txt").text != text


@pytest.mark.parametrize(
    "text",
    [
        "It closed.\n\n* * *\n\nIt *really* closed [sic].",
        "- one\n- two\n- three\n\nThat is all.",
        "#quay is what they wrote.\n\nNo. 1 #1",
        "---\n\nIt closed.\n\n---",
        "He wrote “[sic]” (see below).\n\n> quoted\n\nWell.",
        "A_file_name and 2 * 3 * 4 = 24.",
    ],
)
def test_plain_news_is_not_taken_for_markdown(text: str) -> None:
    assert load_bytes(text.encode(), path="a.txt").text == text.replace("\n> ", "\n  ")


@pytest.mark.parametrize("mark", [">", "> ", "[", "![", "*", "**a ", "- ", "`a ", "<", "(", "[a](", "_a*"])
def test_ten_thousand_marks_are_survived_and_nothing_is_lost(mark: str) -> None:
    article = load("# Quay\n\n" + mark * 10_000 + " the end")
    assert article.blocks[-1].span.of(article.text).rstrip("`*_").endswith("the end")


def test_what_is_nested_too_deep_is_read_as_plain_text_with_a_notice() -> None:
    article = load("> " * (MAX_DEPTH + 1) + "deep")
    assert article.text.endswith(" deep")
    assert article.notices == ("read as plain text: nested too deep for Markdown",)


def test_what_is_too_large_is_read_as_plain_text_with_a_notice() -> None:
    article = load("# Quay\n" + "a\n" * 60_000)
    assert article.text.startswith("# Quay")
    assert article.notices == ("read as plain text: too large for Markdown",)


def test_markdown_that_shows_nothing_is_read_as_plain_text() -> None:
    assert load("[a]: https://example.org").text == "[a]: https://example.org"


def test_the_sample_briefing_is_markdown_by_its_name() -> None:
    from reader.resources import articles_folder

    article = load_file(str(articles_folder() / "briefing.md"))
    assert {b.kind for b in article.blocks} >= {BlockKind.TABLE, BlockKind.LIST_ITEM, BlockKind.QUOTATION}
