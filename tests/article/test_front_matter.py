from __future__ import annotations

import pytest

from reader.article.front_matter import read_front_matter
from reader.article.load import load_bytes
from reader.article.model import Article, BlockKind, Metadata


def load(text: str) -> Article:
    return load_bytes(text.encode(), markdown=True)


def test_title_byline_date_and_publication_are_taken() -> None:
    front = "title: 'Quay: closed'\nauthor: By Ada Lenk\ndate: 2025-03-12T10:00:00Z\nsource: Northwire\nlayout: post"
    article = load(f"---\n{front}\n---\nIt closed.")
    assert article.metadata == Metadata("Quay: closed", "Ada Lenk", None, "2025-03-12", "Northwire")
    assert article.text == "Quay: closed\n\nIt closed."


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("[Ada Lenk, Tom Roe]", "Ada Lenk and Tom Roe"),
        ("\n  - name: Ada Lenk\n  - Tom Roe\n  - Ida Fenn", "Ada Lenk, Tom Roe and Ida Fenn"),
        ("{name: Ada Lenk, email: x}", "Ada Lenk"),
        ("true", None),
        ("~", None),
    ],
)
def test_authors_may_be_a_list(author: str, byline: str | None) -> None:
    assert load(f"---\nauthor: {author}\n---\nIt closed.").metadata.byline == byline


def test_the_title_is_shown_as_a_heading_unless_the_text_has_it() -> None:
    assert load("---\ntitle: Quay\n---\n# quay\n\nIt closed.").text == "quay\n\nIt closed."
    with_other = load("---\ntitle: Quay\n---\n# Harbour\n\nIt closed.")
    assert with_other.text == "Quay\n\nHarbour\n\nIt closed."
    assert (with_other.blocks[0].kind, with_other.blocks[0].level) == (BlockKind.HEADING, 1)
    assert with_other.metadata.title == "Quay"


def test_the_first_heading_is_the_title_without_front_matter() -> None:
    assert load("Well.\n\n## Why\n\n# Quay *closed*\n\nIt is.").metadata.title == "Quay closed"


def test_front_matter_goes_before_what_the_text_says() -> None:
    article = load("---\ndate: 2025-03-12\n---\n# Quay\n\nBy Tom Roe\n\nOSLO, 1 May 2020 (Northwire) — It closed.")
    assert article.metadata == Metadata("Quay", "Tom Roe", "OSLO", "2025-03-12", "Northwire")


@pytest.mark.parametrize(
    "front",
    [
        "title: &a [*a]",
        "title: !!python/object:os.system x",
        "a: &a [x]\nb: *a",
        "title: [1",
        "title: a\ntitle: b",
        "title: " + "[" * 9000,
        'title: "\\e[31m"',
    ],
)
def test_broken_or_hostile_yaml_is_passed_over_with_a_notice_and_not_shown(front: str) -> None:
    article = load(f"---\n{front}\n---\n\nIt closed.")
    assert article.text == "It closed."
    assert article.metadata == Metadata()
    assert article.notices[0].startswith("passed over: front matter")


def test_a_notice_has_the_line_of_the_file() -> None:
    assert "front matter:3:" in (read_front_matter("---\na: 1\na: 2\n---\n").notice or "")


@pytest.mark.parametrize(
    "text",
    ["---\nIt closed.\n---\n\nWell.", "---\n\n# Quay\n\n---", "---\ntitle: x\n\nNo end.", "\n---\ntitle: x\n---\n"],
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    assert read_front_matter(text).length == 0


@pytest.mark.parametrize("value", ["9" * 5000, "9999-99-99", "no", "0x1f", "x" * 30_000])
def test_odd_values_are_words(value: str) -> None:
    article = load(f"---\ntitle: {value}\ndate: {value}\n---\nIt closed.")
    assert article.metadata.date is None
    assert len(article.metadata.title or "") <= 300


def test_values_are_clean() -> None:
    article = load("---\ntitle: |\n  Len\u200bk\n  and Roe\n---\nIt closed.")
    assert article.metadata.title == "Len·k and Roe"
