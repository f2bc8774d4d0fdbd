"""Names as courts, markets and match reports write them."""

from __future__ import annotations

import pytest
from name_tools import names_of


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        # offices and what opens a sentence
        ("Chief Medical Officer Tom Abara left.", "Tom Abara", "PERSON"),
        ("They asked Lead Investigator Bo Tarn about it.", "Bo Tarn", "PERSON"),
        ("It came before Justices S. Menon and Farah Ali.", "S. Menon", "PERSON"),
        ("Rival Nordhavn A/S dropped too.", "Nordhavn A/S", "ORG"),
        ("It was backed by Sens. Dale Whitcomb and Teresa Quint.", "Dale Whitcomb", "PERSON"),
        ("Norfolk & Western Railway backs the rules.", "Norfolk & Western Railway", "ORG"),
        ("Police Scotland said so.", "Police Scotland", "ORG"),
        # addresses
        ("The people of Marlow Falls, Ohio, wept.", "Marlow Falls", "GPE"),
        ("Winds hit Argyll and Bute.", "Argyll and Bute", "GPE"),
        ("Roe, 58, of Elm Grove, Stoke Bardwell, was jailed.", "Stoke Bardwell", "GPE"),
        ("London-based Orrel sells boats.", "London", "GPE"),
        ("London-based Orrel sells boats.", "Orrel", "ORG"),
        # who was told, who has seen it
        ("The memo was seen by Wirefeed on Monday.", "Wirefeed", "ORG"),
        ("He said so in an interview with The Atlantic.", "Atlantic", "ORG"),
        ("They crossed the Atlantic.", "Atlantic", "LOC"),
        ("It stands on the banks of the Ouse.", "Ouse", "LOC"),
        ("Hartwick MP Colin Beale opposed it.", "Hartwick", "GPE"),
        ("Developer Kier & Marsh left.", "Kier & Marsh", "ORG"),
        # teams
        ("The Tigers beat the Boston Bears on Sunday.", "Boston Bears", "ORG"),
        ("The Tigers beat the Boston Bears on Sunday.", "Tigers", "ORG"),
        ("They met Troy Bears at home.", "Troy Bears", "PERSON"),
        # laws, roads, works, makes
        ("It passed the Harbour Dues (Amendment) Bill.", "Harbour Dues (Amendment) Bill", "LAW"),
        ("They cited the Harbours (Special Powers) Act 1988.", "Harbours (Special Powers) Act 1988", "LAW"),
        ("It happened on the N83 at noon.", "N83", "FAC"),
        ("They flew the B52 home.", "B52", "PRODUCT"),
        ("She sang in “Mercy Street,” a musical.", "Mercy Street", "WORK_OF_ART"),
        ("She bought a Tarn Orrel and left.", "Tarn Orrel", "PRODUCT"),
        ("He wrote to Transport Infrastructure Ireland about it.", "Transport Infrastructure Ireland", "ORG"),
        ("The Jharkhand Mukti Morcha left.", "Jharkhand Mukti Morcha", "ORG"),
    ],
)
def test_names_of_reports_have_their_bounds_and_labels(text: str, name: str, label: str) -> None:
    assert (name, label) in names_of(text)


def test_an_answer_in_quotation_marks_is_no_title() -> None:
    assert names_of("He replied: “Ask me in January.”") == [("January", "DATE")]
    assert names_of("He sang “Long Road Home.”") == [("Long Road Home", "WORK_OF_ART")]


def test_brackets_before_a_first_name_close_no_law() -> None:
    assert ("Bill Tarn", "PERSON") in names_of("Ana Roe (Orrel) Bill Tarn left.")


def test_words_of_an_office_are_no_person() -> None:
    assert names_of("Chief Legal Counsel Ana Roe left.") == [("Ana Roe", "PERSON")]


def test_a_sentence_that_begins_with_a_word_written_small_elsewhere_names_nothing() -> None:
    assert names_of("Kelpers want more. On Monday the kelpers struck.") == [("Monday", "DATE")]
