"""What names are names of."""

from __future__ import annotations

import pytest
from name_tools import names_of


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("They study at Ostrava Technical University now.", "Ostrava Technical University", "ORG"),
        ("It landed at Varnholt Airport late.", "Varnholt Airport", "FAC"),
        ("They crossed the Orne River in boats.", "Orne River", "LOC"),
        ("It hit Varnholt County hard.", "Varnholt County", "GPE"),
        ("They marched in Operation Grey Heron there.", "Operation Grey Heron", "EVENT"),
        ("It breaks the Clean Harbours Act in part.", "Clean Harbours Act", "LAW"),
        ("She won the Varnholt Cup again.", "Varnholt Cup", "EVENT"),
        ("They flew to Nairobi in May.", "Nairobi", "GPE"),
        ("Many Buddhists came.", "Buddhists", "NORP"),
        ("They sailed over the Mediterranean in May.", "Mediterranean", "LOC"),
    ],
)
def test_words_inside_a_name_tell_what_it_names(text: str, name: str, label: str) -> None:
    assert (name, label) in names_of(text)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("They live in the village of Quessel now.", "Quessel", "GPE"),
        ("She took the ferry Quessel home.", "Quessel", "PRODUCT"),
        ("They read the newspaper Quessel daily.", "Quessel", "ORG"),
        ("It was won by striker Quessel alone.", "Quessel", "PERSON"),
        ("The plan of Quessel, a shipping company, failed.", "Quessel", "ORG"),
        ("The plan of Quessel, a retired judge, failed.", "Quessel", "PERSON"),
        ("The bus from Quessel, Kenya, was late.", "Quessel", "GPE"),
    ],
)
def test_the_noun_beside_a_name_tells_what_it_names(text: str, name: str, label: str) -> None:
    assert (name, label) in names_of(text)


def test_what_is_said_of_one_in_a_list_is_said_of_all() -> None:
    text = "They held exercises like Quiet Otter, Tall Reed, and Blue Lantern."
    assert [label for _, label in names_of(text)] == ["EVENT", "EVENT", "EVENT"]


def test_a_bare_name_has_the_label_of_the_full_one() -> None:
    text = (
        "Varnholt Ferries cut its fares. Critics say Varnholt must do more. Ana Castellane left. Castellane was tired."
    )
    assert [(n, label) for n, label in names_of(text) if n in ("Varnholt", "Castellane")] == [
        ("Varnholt", "ORG"),
        ("Castellane", "PERSON"),
    ]


def test_an_acronym_has_the_label_of_the_name_that_it_is_introduced_for() -> None:
    text = "It follows the Clean Harbours Act (CHA). Lawyers read the CHA again."
    assert names_of(text)[1:] == [("CHA", "LAW"), ("CHA", "LAW")]


def test_an_acronym_for_common_words_is_no_name() -> None:
    assert names_of("They count non-returnable glass bottles (NGBs) there. Each of the NGBs is weighed.") == []


def test_a_word_that_is_common_in_the_article_is_no_name_at_the_head_of_a_sentence() -> None:
    assert names_of("A beekeeper came. Beekeepers were angry. Beekeeper after beekeeper spoke.") == []


@pytest.mark.parametrize("word", ["TV", "CEO", "NGO", "MPs", "GDP"])
def test_acronyms_of_common_words_are_no_names(word: str) -> None:
    assert names_of(f"They asked the {word} about it.") == []


def test_a_surname_that_is_a_word_is_known_from_the_full_name() -> None:
    text = "They asked Ana Barrow first. They say that Barrow knew."
    assert names_of(text) == [("Ana Barrow", "PERSON"), ("Barrow", "PERSON")]


def test_names_from_all_over_the_world_are_people() -> None:
    text = (
        "Guests were Nguyễn Thị Mai, Oluwaseun Adeyemi, Þórdís Jónsdóttir, Kim Seo-yeon, Rajesh Iyer, "
        "Fatima al-Zahrani and Łucja Wójcik."
    )
    assert [label for _, label in names_of(text)] == ["PERSON"] * 7


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Tolle of the Lantern Greens failed.", "Lantern Greens"),
        ("Ana Berg sat down with the Velden Liberals.", "Velden Liberals"),
        ("The Lorn Wolves lost again.", "Lorn Wolves"),
    ],
)
def test_a_plural_noun_of_teams_and_parties_closes_the_name_of_one(text: str, name: str) -> None:
    assert (name, "ORG") in names_of(text)


@pytest.mark.parametrize(
    "after", [", Pakistan's ambassador, spoke.", ", Pakistan’s envoy to Kenya.", ", Lorn's captain."]
)
def test_who_holds_the_office_of_a_country_is_a_person(after: str) -> None:
    assert ("Masood Tarn", "PERSON") in names_of("On Monday Masood Tarn" + after)


def test_a_place_before_the_next_clause_holds_no_office() -> None:
    assert ("Port Varnholt", "GPE") in names_of("It flooded Port Varnholt, Pakistan's president said.")


def test_a_noun_that_has_its_name_before_it_does_not_describe_the_next_name() -> None:
    assert ("Masood Tarn", "PERSON") in names_of("In the Lorn region, Masood Tarn, with two others, lost.")
    assert ("Varnholt", "GPE") in names_of("They met in the Norwegian town, Varnholt, on Monday.")


def test_a_large_capital_is_a_place_though_people_have_its_name() -> None:
    text = "She likes London. London is big, and they left London."
    assert names_of(text) == [("London", "GPE")] * 3
    text = "They met Ana London there. London said no."
    assert names_of(text) == [("Ana London", "PERSON"), ("London", "PERSON")]
