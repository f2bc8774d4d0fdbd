"""Titles of works in quotation marks."""

from __future__ import annotations

from name_tools import names_of


def test_a_title_of_one_word_is_told_by_the_noun_before_it() -> None:
    assert ("Heron", "WORK_OF_ART") in names_of("They saw the film “Heron” there.")
    assert names_of("They called it “Heron” there.") == []


def test_a_list_of_titles_goes_on_with_titles_of_one_word() -> None:
    text = "There she sang for an hour “The Long Way Home,” “Heron” and “Dust” for them."
    assert [name for name, label in names_of(text) if label == "WORK_OF_ART"] == ["The Long Way Home", "Heron", "Dust"]


def test_a_title_may_begin_with_a_number_and_not_with_a_year() -> None:
    assert ("12 Years of Rain", "WORK_OF_ART") in names_of("He wrote the book “12 Years of Rain” then.")
    assert "2022 Lorn River Report" not in dict(names_of("They read the “2022 Lorn River Report” then."))


def test_what_is_shown_on_or_by_a_station_is_a_work() -> None:
    assert ("State of the Fjord", "WORK_OF_ART") in names_of("She spoke on “State of the Fjord” then.")


def test_what_somebody_says_is_no_title_of_a_work() -> None:
    assert names_of("“That would be Ana Roe,” she said.") == [("Ana Roe", "PERSON")]
    assert ("The Heron Tree", "WORK_OF_ART") in names_of("He wrote “The Heron Tree” then.")
