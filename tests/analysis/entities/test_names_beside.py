"""Where a name ends when another word with a capital stands beside it, and what stays inside."""

from __future__ import annotations

import pytest
from name_tools import names_of


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("She teaches at King Orrel University now.", "King Orrel University", "ORG"),
        ("They opened the Sheikh Tolle Bridge.", "Sheikh Tolle Bridge", "FAC"),
        ("She was crowned at Miss Universe Orland.", "Miss Universe Orland", "EVENT"),
        ("He sued Tolle Foods, Inc. in May.", "Tolle Foods, Inc.", "ORG"),
        ("They shop at Victoria's Secret again.", "Victoria's Secret", "ORG"),
        ("He died at the Orland Medical College and Hospital.", "Orland Medical College and Hospital", "FAC"),
        (
            "The Ministry of Education, Tertiary Education, Science and Technology agreed.",
            "Ministry of Education, Tertiary Education, Science and Technology",
            "ORG",
        ),
        ("He works for the General Intelligence Department Director.", "General Intelligence Department", "ORG"),
        ("The Orland Co-operative Union met.", "Orland Co-operative Union", "ORG"),
        ("The Lorn Association against Torture met.", "Lorn Association against Torture", "ORG"),
        ("The Trinidad and Tobago Chess Association met.", "Trinidad and Tobago Chess Association", "ORG"),
        ("The Orland Prosecutors’ Office spoke.", "Orland Prosecutors’ Office", "ORG"),
    ],
)
def test_what_belongs_to_a_name_stays_inside_it(text: str, name: str, label: str) -> None:
    assert (name, label) in names_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then UNHCR Lena Orrelsen spoke.", [("UNHCR", "ORG"), ("Lena Orrelsen", "PERSON")]),
        (
            "Then Native Hawaiians Lena Orrelsen met him.",
            [("Native Hawaiians", "NORP"), ("Lena Orrelsen", "PERSON")],
        ),
        ("Then the HWU Educators met.", [("HWU", "ORG")]),
        ("It lies in the Syrian Golan.", [("Syrian", "NORP"), ("Golan", "LOC")]),
        (
            "A dean at the University of Tanzania Lenart Orrelsen spoke.",
            [("University of Tanzania", "ORG"), ("Lenart Orrelsen", "PERSON")],
        ),
        ("The Head of Kenya spoke.", [("Kenya", "GPE")]),
        ("Many thanks, Lena Orrelsen Please call us.", [("Lena Orrelsen", "PERSON")]),
        ("She met Aunty Lena Orrelsen then.", [("Lena Orrelsen", "PERSON")]),
    ],
)
def test_what_is_a_name_of_its_own_is_cut_off(text: str, expected: list[tuple[str, str]]) -> None:
    assert names_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Home Affairs Minister Lena Orrelsen spoke.",
        "Then Public Security Minister Lena Orrelsen spoke.",
    ],
)
def test_the_area_of_an_office_is_no_name(text: str) -> None:
    assert names_of(text) == [("Lena Orrelsen", "PERSON")]


def test_an_acronym_of_common_words_is_no_name_whatever_a_list_says() -> None:
    assert names_of("The bank sold non-performing loans (NPLs). The NPLs and the PPPs fell.") == []


def test_a_code_in_brackets_is_a_country() -> None:
    assert names_of("Lena Orrelsen (KEN) came second.") == [("Lena Orrelsen", "PERSON"), ("KEN", "GPE")]


def test_the_amazon_is_land_and_amazon_a_firm() -> None:
    assert ("Amazon", "LOC") in names_of("Fires burn in the Amazon again.")
    assert ("Amazon", "ORG") in names_of("She works for Amazon now.")


def test_us_in_capitals_is_no_pronoun_at_the_head_of_a_sentence() -> None:
    assert names_of("It fell. US officials met Lena Orrelsen of the Varn Bank of Orrel.")[0] == ("US", "GPE")


def test_who_signs_a_letter_is_a_person_though_the_name_is_a_word_too() -> None:
    text = "The pump is here now. Please look at it. Thanks, Bill"
    assert names_of(text) == [("Bill", "PERSON")]


def test_a_noun_in_the_singular_is_said_of_the_name_after_it_alone() -> None:
    text = "It is the joint agreement Brenna Tolle and Ana Roe made."
    assert ("Ana Roe", "PERSON") in names_of(text)
    assert ("Varnhold", "PRODUCT") in names_of("They built the ferries Lornwind and Varnhold there.")
