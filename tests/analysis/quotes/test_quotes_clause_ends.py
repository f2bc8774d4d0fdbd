"""Where a reported clause ends: before what the writer hangs on it, and not before what was said as well."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of


def _indirect(words: str, cue: str, source: str | None) -> list[Form]:
    return [("indirect", (words,), cue, source)]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Bram Tolle said the bridge had been safe, a claim that the council denies.",
            _indirect("the bridge had been safe", "said", "Bram Tolle"),
        ),
        (
            "Bram Tolle said the bridge would be mended in May — a promise he first made in 2009.",
            _indirect("the bridge would be mended in May", "said", "Bram Tolle"),
        ),
    ],
)
def test_an_apposition_that_closes_the_sentence_is_the_writers(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bram Tolle said that the bridge, a ruin since May, was shut.", "that the bridge, a ruin since May, was shut"),
        (
            "Bram Tolle said they found a rope, a saw, and an old boat.",
            "they found a rope, a saw, and an old boat",
        ),
        (
            "Bram Tolle said that because of the rot, a bridge could not be built.",
            "that because of the rot, a bridge could not be built",
        ),
    ],
)
def test_an_apposition_inside_the_clause_and_a_list_are_part_of_what_was_said(text: str, words: str) -> None:
    assert forms_of(text) == _indirect(words, "said", "Bram Tolle")


@pytest.mark.parametrize(
    ("text", "words", "cue", "source"),
    [
        ("Years after Ada Berg announced that the war was lost, the town was rebuilt.", "that the war was lost",
         "announced", "Ada Berg"),
        ("However, while the board says the dam is safe, nobody lives below it.", "the dam is safe", "says",
         "the board"),
        ("When Ada Berg, the mayor, said the dam was safe, the crowd laughed.", "the dam was safe", "said",
         "Ada Berg"),
    ],
)  # fmt: skip
def test_a_report_in_a_clause_before_the_main_one_ends_at_its_comma(
    text: str, words: str, cue: str, source: str
) -> None:
    assert forms_of(text) == _indirect(words, cue, source)


@pytest.mark.parametrize(
    "text",
    [
        "After the flood, Ada Berg said the dam was old, and that nobody had cared.",
        "One engineer, silent because of the trial, said the dam was old, and that nobody had cared.",
        "Ada Berg — after a long pause — said the dam was old, and that nobody had cared.",
    ],
)
def test_what_opens_a_sentence_without_a_verb_is_no_clause_before_the_main_one(text: str) -> None:
    assert forms_of(text)[0][1] == ("the dam was old, and that nobody had cared",)


def test_what_somebody_explained_is_a_clause_only_with_a_verb_of_its_own() -> None:
    assert forms_of("Ada Berg explained the plan, which includes a new dam.") == []
    found = forms_of("Ada Berg explained the plan, which includes a new dam, was costly.")
    assert found == _indirect("the plan, which includes a new dam, was costly", "explained", "Ada Berg")


def test_a_hyphen_inside_a_word_is_no_dash() -> None:
    found = forms_of("Ada Berg said the 44-year-old keeper had a 20-acre farm, and that he was lost.")
    assert found == _indirect("the 44-year-old keeper had a 20-acre farm, and that he was lost", "said", "Ada Berg")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The board called the plan “rigged” in a tweet on Tuesday.",
         [("mixed", ("the plan “rigged”",), "called", "The board")]),
        ("Fifty miners came, chanting “no gate, no peace” after the dam was shut.",
         [("direct", ("“no gate, no peace”",), "chanting", "Fifty miners")]),
        ("The board called the plan “rigged” in its favour.",
         [("mixed", ("the plan “rigged” in its favour",), "called", "The board")]),
    ],
)  # fmt: skip
def test_when_and_where_words_in_marks_were_said_is_no_part_of_them(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("“No,” Ada Berg said as a heckler yelled: “You lie!”",
         [("direct", ("“No,”",), "said", "Ada Berg"), ("direct", ("“You lie!”",), "yelled", "a heckler")]),
        ("“No,” Ada Berg said in Lorn, Ohio: “I shall stay.”",
         [("direct", ("“No,”", "“I shall stay.”"), "said", "Ada Berg")]),
    ],
)  # fmt: skip
def test_a_quotation_goes_on_after_its_attribution_unless_another_word_of_saying_has_it(
    text: str, forms: list[Form]
) -> None:
    assert forms_of(text) == forms


def test_the_day_it_was_said_is_no_part_of_the_clause_around_it() -> None:
    found = forms_of("The dam, an official said Monday, is safe.")
    assert found == [("indirect", ("The dam", "is safe"), "said", "an official")]
