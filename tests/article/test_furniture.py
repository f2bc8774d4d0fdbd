from __future__ import annotations

import pytest

from reader.article.bylines import is_name, names_with_role
from reader.article.dates import read_date
from reader.article.furniture import Furniture, read_furniture
from reader.article.load import load_bytes
from reader.article.model import Article, BlockKind

REST = "The harbour board voted to close the old quay before the winter, its chair said after the meeting."


def load(*paragraphs: str) -> Article:
    return load_bytes("\n\n".join(paragraphs).encode(), markdown=False)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Lenk", "Ada Lenk"),
        ("BY ADA LENK", "ADA LENK"),
        ("By Ada Lenk and Tom Roe in Oslo", "Ada Lenk and Tom Roe"),
        ("By Ada Lenk, Tom Roe and Ida van der Berg", "Ada Lenk, Tom Roe and Ida van der Berg"),
        ("By Ada Lenk, Political Editor", "Ada Lenk"),
        ("By: Ada Lenk | Oslo", "Ada Lenk"),
        ("Words by Ada Lenk", "Ada Lenk"),
        ("By Ada Lenk, Chief Geologist and Head of Charts at the Harbour Bank.", "Ada Lenk"),
        ("By Northwire", "Northwire"),
        ("By our Foreign Staff", None),
        ("By a Staff Reporter", None),
    ],
)
def test_a_byline_gives_its_names_only(line: str, names: str | None) -> None:
    found = read_furniture(line)
    assert found is not None
    assert found.byline == names


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("date 2024-06-29", "2024-06-29"),
        ("Date: 2024-06-29", "2024-06-29"),
        ("Friday, July 21, 2017", "2017-07-21"),
        ("12 March 2025", "2025-03-12"),
        ("Published: 12 March 2025", "2025-03-12"),
        ("Published on March 12th, 2025 at 10:30 GMT", "2025-03-12"),
        ("Updated 10:30 GMT, 12 March 2025", "2025-03-12"),
        ("Published in Dawn, June 29th, 2024", "2024-06-29"),
        ("First published in the Castermouth Herald on 3 May 2021.", "2021-05-03"),
        ("3 May", None),
        ("03/04/2024", None),
        ("Monday", None),
    ],
)
def test_a_date_line_gives_its_date_when_it_is_certain(line: str, date: str | None) -> None:
    found = read_furniture(line)
    assert found is not None
    assert found.date == date


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ada Lenk in Oslo; Editing by Tom Roe)",
        "(Reporting by Ada Lenk in Oslo and Tom Roe in Port Ardenne, editing by Ida Fenn.)",
        "Additional reporting by Ada Lenk",
        "Editing by Ada Lenk.",
        "Published in Dawn",
        "© 2024 Castermouth Herald",
        "Copyright Castermouth Herald. All rights reserved.",
        "Photo: Ada Lenk/Northwire",
        "Photograph by Ada Lenk",
        "The old quay at dawn. Photo: Ada Lenk",
        "The old quay at dawn. Video: Ada Lenk",
        "— ends —",
        "-30-",
        "ENDS —",
        "* * *",
        "-----",
        "Read more: The quay that nobody wanted",
        "READ MORE",
        "Advertisement",
        "Follow Ada Lenk on Twitter",
        "https://example.org/quay?id=1",
        "ada.lenk@example.org",
        "This article was amended on 3 May 2024.",
        "Editor’s note: the quay has since been closed.",
        "Sources: Harbour board; Northwire",
    ],
)
def test_credits_footers_rules_and_addresses_are_furniture(line: str) -> None:
    assert read_furniture(line) is not None
    assert load(REST, REST, line).blocks[-1].kind is BlockKind.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the quay was closed.",
        "By then, nobody cared",
        "By Land and Sea",
        "By the end of March 2025, the quay will be closed.",
        "On 12 March 2025 the quay was closed.",
        "March 2025 was the worst month.",
        "Reporting by the Herald found that the quay was rotten.",
        "The photo shows the quay.",
        "The story was published in the Herald last week and everyone read it, he said.",
        "Published reports say that the quay is rotten.",
        "Sources say the quay is rotten.",
        "Ends justify means, she said.",
        "Watch out for the quay.",
        "“Read more,” she said.",
        "Write to ada.lenk@example.org for a copy.",
        "…",
        "?!",
    ],
)
def test_text_that_begins_like_furniture_is_text(line: str) -> None:
    assert read_furniture(line) is None


def test_a_footer_names_the_publication() -> None:
    assert read_furniture("Published in Dawn, June 29th, 2024") == Furniture(date="2024-06-29", publication="Dawn")
    assert load(REST, REST, "Published in Ledger & Tide, May 3rd, 2024").metadata.publication == "Ledger & Tide"


def test_when_a_story_appeared_goes_before_when_it_was_changed() -> None:
    article = load("Quay closes", "Updated 14 March 2025", "Published 12 March 2025", REST, REST)
    assert article.metadata.date == "2025-03-12"


def test_a_date_that_opens_the_first_paragraph_is_a_block_of_its_own() -> None:
    article = load_bytes(f" date 2024-06-29 OSLO: {REST}\n\n{REST}".encode())
    date, first = article.blocks[:2]
    assert (date.kind, tuple(date.span)) == (BlockKind.FURNITURE, (1, 16))
    assert (first.kind, first.span.start) == (BlockKind.PARAGRAPH, 17)
    assert (article.metadata.date, article.metadata.dateline) == ("2024-06-29", "OSLO")


def test_a_byline_without_by_needs_a_role_and_a_place_near_the_top() -> None:
    assert names_with_role("Ada Lenk, Political Editor") == "Ada Lenk"
    assert names_with_role("Port Ardenne, Monday") is None
    article = load("Quay closes", "Ada Lenk, Political Editor", REST, REST)
    assert article.metadata.byline == "Ada Lenk"
    assert article.blocks[1].kind is BlockKind.FURNITURE


def test_a_byline_in_the_middle_of_a_text_is_text() -> None:
    article = load(*[REST] * 12, "By Ada Lenk", *[REST] * 12)
    assert all(block.kind is not BlockKind.FURNITURE for block in article.blocks)


def test_a_closing_line_on_the_writer_is_furniture() -> None:
    article = load(REST, REST, REST, "Ada Lenk is a columnist for the Castermouth Herald.")
    assert article.blocks[-1].kind is BlockKind.FURNITURE


@pytest.mark.parametrize("words", ["Ada Lenk", "Ida van der Berg", "J. R. Lenk", "Þórunn Ægisdóttir", "Ada Lenk-Roe"])
def test_a_name_is_two_to_five_capitalised_words(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize(
    "words", ["Ada", "Ada lenk", "The Quay", "Monday Night", "News Desk", "Ada Lenk 3", "“Ada Lenk”", ""]
)
def test_what_is_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("29 June 2024", "2024-06-29"),
        ("29th of June 2024", "2024-06-29"),
        ("Sept. 4, 2024", "2024-09-04"),
        ("29/06/2024", "2024-06-29"),
        ("6/29/2024", "2024-06-29"),
        ("2024-06-29T10:00:00Z", "2024-06-29"),
        ("03/04/2024", None),
        ("2024-02-30", None),
        ("9999-99-99", None),
        ("June 29", None),
        ("9" * 5000, None),
    ],
)
def test_a_date_is_read_when_it_is_certain(text: str, iso: str | None) -> None:
    assert read_date(text) == iso
