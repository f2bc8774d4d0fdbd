"""Names in headlines, datelines and labels, whose capitals tell little."""

from __future__ import annotations

from name_tools import names_of

STORY = "Ilse Varga said no to Varnholt Bank. In Lima, Varga spoke again."


def test_a_headline_in_title_case_gives_its_names_only() -> None:
    text = f"Angry Varga Rejects New Deal With Varnholt Bank\n{STORY}"
    assert names_of(text, heading=True)[:2] == [("Varga", "PERSON"), ("Varnholt Bank", "ORG")]


def test_a_headline_in_capitals_gives_the_names_of_the_story() -> None:
    text = f"VARGA REJECTS NEW DEAL IN LIMA\n{STORY}"
    assert names_of(text, heading=True)[:2] == [("VARGA", "PERSON"), ("LIMA", "GPE")]


def test_a_dateline_is_a_place_and_what_is_in_brackets_an_agency() -> None:
    text = "QUESSEL (Telewire) — The harbour was shut."
    assert names_of(text, dateline="QUESSEL (Telewire) —") == [("QUESSEL", "GPE"), ("Telewire", "ORG")]


def test_a_label_in_capitals_is_the_person_of_the_story() -> None:
    text = "Ilse Varga met the press.\nVARGA: I said no.\nTOM ADLER: Why?"
    assert names_of(text) == [("Ilse Varga", "PERSON"), ("VARGA", "PERSON"), ("TOM ADLER", "PERSON")]


def test_shouted_common_words_are_no_names() -> None:
    assert names_of("They said it was FREE and GREAT, UNLESS it rained.") == []


def test_the_paper_that_it_was_published_in_is_an_organisation() -> None:
    text = "Published in Quessel, June 3rd, 2031"
    assert names_of(text) == [("Quessel", "ORG"), ("June 3rd, 2031", "DATE")]
