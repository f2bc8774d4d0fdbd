"""Whose words they are when the word of saying has no subject beside it: a participle, a verb joined by "and"."""

from __future__ import annotations

import pytest
from form_tools import forms_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("While most rivals called for bombs, Sam Orme turned to talks, noting that the war was lost.", "Sam Orme"),
        ("The board charged the keeper with fraud and Ada Berg fired him, saying that the town had been robbed.",
         "Ada Berg"),
        ("When the crowd began to chant, Ada Berg came on and joked, “The dam has better manners.”", "Ada Berg"),
        ("Ada Berg criticised the plan with which he had won, calling it “a farce.”", "Ada Berg"),
    ],
)  # fmt: skip
def test_the_subject_of_the_clause_is_nearer_than_the_speaker_before(text: str, source: str) -> None:
    assert forms_of(text)[-1][3] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The firm had placed radio ads calling the deal “a mistake.”", "The firm"),
        ("Ada Berg released a statement Thursday night condemning “the horror of the flood.”", "Ada Berg"),
        ("A letter calling the deal “a mistake” was found.", "A letter"),
        ("It was a tie, with radio ads calling the deal “a mistake.”", "radio ads"),
    ],
)
def test_a_letter_speaks_for_whoever_wrote_it_if_the_sentence_names_one(text: str, source: str) -> None:
    assert [form[3] for form in forms_of(text)] == [source]


def test_when_and_where_it_was_said_is_not_who_said_it() -> None:
    found = forms_of("Sam Orme has fought over the dam, at one point calling the mayor a “liar.”")
    assert [form[3] for form in found] == ["Sam Orme"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Sam Orme held up a sign saying “No dam.”", "a sign"),
        ("Former Minister Ada Berg famously clashed with the board in May, saying that the dam was lost.",
         "Ada Berg"),
    ],
)  # fmt: skip
def test_what_a_named_person_did_is_no_part_of_the_name(text: str, source: str) -> None:
    assert [form[3] for form in forms_of(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The board supports the plan and in a statement called it “a gift.”", "The board"),
        ("The keeper laughed, but in a later interview said the dam was rotten.", "The keeper"),
        ("The storm led many to wonder whether the dam would burst.", "many"),
        ("The plan was lost, and on Monday the mayor said the dam was rotten.", "the mayor"),
    ],
)
def test_an_occasion_does_not_part_a_joined_verb_from_its_subject(text: str, source: str) -> None:
    assert [form[3] for form in forms_of(text)] == [source]
