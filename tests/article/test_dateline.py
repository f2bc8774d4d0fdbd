from __future__ import annotations

import pytest

from reader.article.load import load_bytes
from reader.article.model import Article

REST = "The harbour board voted to close the old quay before the winter, its chair Ada Lenk said after the meeting."


def story(opening: str, *more: str) -> Article:
    return load_bytes("\n\n".join([opening + REST, *more, REST]).encode(), markdown=False)


@pytest.mark.parametrize(
    ("opening", "place", "agency", "date"),
    [
        ("WASHINGTON: ", "WASHINGTON", None, None),
        ("LONDON (Reuters) — ", "LONDON", "Reuters", None),
        ("PARIS, March 3 (AFP) - ", "PARIS", "AFP", None),
        ("NEW DELHI/ISLAMABAD -- ", "NEW DELHI/ISLAMABAD", None, None),
        ("St. John’s, Newfoundland — ", "St. John’s, Newfoundland", None, None),
        ("ST. JOHN'S, Newfoundland — ", "ST. JOHN'S, Newfoundland", None, None),
        ("PORT ARDENNE, 3 May — ", "PORT ARDENNE", None, None),
        ("REYKJAVÍK, 14 March 2026 — ", "REYKJAVÍK", None, "2026-03-14"),
        ("SANDHAVN, Mar 03: ", "SANDHAVN", None, None),
        ("Sandhavn (Northwire): ", "Sandhavn", "Northwire", None),
        ("BANGKOK, July 15, 2022 (Northwire) - ", "BANGKOK", "Northwire", "2022-07-15"),
        ("SINGAPORE (May 6, 2021) — ", "SINGAPORE", None, "2021-05-06"),
        ("CAMBRIDGE, Mass., Dec. 11 (UPI) — ", "CAMBRIDGE, Mass.", "UPI", None),
        ("MANCHESTER, N.H. – ", "MANCHESTER, N.H.", None, None),
        ("PORT-AU-PRINCE, Haiti (AP) _ ", "PORT-AU-PRINCE, Haiti", "AP", None),
        ("RIO DE JANEIRO — ", "RIO DE JANEIRO", None, None),
        ("PERTH and PORT VILA, Aug 9 2031 (Northwire) - ", "PERTH and PORT VILA", "Northwire", "2031-08-09"),
        ("NEW YORK--(BUSINESS WIRE)--", "NEW YORK", "BUSINESS WIRE", None),
        ("OSLO, June 3, 2025 /PRNewswire/ -- ", "OSLO", "PRNewswire", "2025-06-03"),
        ("LONDON—", "LONDON", None, None),
        ("(Reuters) - ", None, "Reuters", None),
        ("Aug 27 (Reuters) - ", None, "Reuters", None),
    ],
)
def test_a_dateline_is_found_with_place_agency_and_date(
    opening: str, place: str | None, agency: str | None, date: str | None
) -> None:
    article = story(opening)
    assert article.dateline_span is not None
    assert article.dateline_span.of(article.text) == opening.rstrip()
    assert (article.metadata.dateline, article.metadata.publication, article.metadata.date) == (place, agency, date)


@pytest.mark.parametrize(
    "opening",
    [
        "NASA: ",
        "EXCLUSIVE: ",
        "UPDATE — ",
        "BBC: ",
        "Q: ",
        "Police: ",
        "He said: ",
        "Coffee: ",
        "The plan — ",
        "Ada Lenk (pictured) – ",
        "Tom Roe (D-Ohio): ",
        "It was late — ",
        "WHY THE OLD QUAY MUST CLOSE, AND WHY NOW — ",
        "“WASHINGTON: ",
        "On 3 May 2024 (a Friday) — ",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(opening: str) -> None:
    assert story(opening).dateline_span is None


def test_a_label_that_opens_other_paragraphs_is_who_speaks() -> None:
    assert story("LENK: ", "ROE: Why now?", "LENK: Because the wood is rotten.").dateline_span is None
    assert story("TOM ROE: ", "LENK: Because the wood is rotten.").dateline_span is None
    assert story("SIEGEL--", "SIEGEL--Because the wood is rotten.").dateline_span is None


def test_a_headline_that_begins_with_capitals_and_a_colon_has_no_dateline() -> None:
    article = load_bytes(f"HARBOUR: A love story\n\nROME — {REST}\n\n{REST}".encode())
    assert article.metadata.title == "HARBOUR: A love story"
    assert article.metadata.dateline == "ROME"


def test_a_dateline_stands_in_the_first_or_second_paragraph_only() -> None:
    two = load_bytes(f"{REST}\n\nOSLO (Northwire) — {REST}\n\n{REST}".encode())
    three = load_bytes(f"{REST}\n\n{REST}\n\nOSLO (Northwire) — {REST}".encode())
    assert two.metadata.dateline == "OSLO"
    assert three.metadata.dateline is None


def test_a_dateline_is_found_below_headline_byline_and_date() -> None:
    article = load_bytes(f"Old quay to close\n\nBy Ada Lenk\n\n12 March 2025\n\nOSLO — {REST}\n\n{REST}".encode())
    assert article.metadata.dateline == "OSLO"
    assert article.metadata.title == "Old quay to close"
    assert article.metadata.byline == "Ada Lenk"
    assert article.metadata.date == "2025-03-12"


def test_a_dateline_in_markdown_has_its_span_in_the_shown_text() -> None:
    article = load_bytes(f"# Old quay to close\n\n**OSLO (Northwire)** — {REST}".encode(), markdown=True)
    assert article.dateline_span is not None
    assert article.dateline_span.of(article.text) == "OSLO (Northwire) —"
