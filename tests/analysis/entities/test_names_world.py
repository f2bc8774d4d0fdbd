"""Names from many parts of the world: in badly spaced copy, beside offices, with nouns that tell their label."""

from __future__ import annotations

import pytest
from name_tools import names_of, values_of


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Bernardo O’ Halloran was there.", "Bernardo O’ Halloran", "PERSON"),
        ("Two M ā ori writers came.", "M ā ori", "NORP"),
        ("He moved to the U. S. in May.", "U. S.", "GPE"),
        ("Then the G 20 met.", "G 20", "ORG"),
        ("TEHRAN-Turkey plans to buy more oil.", "Turkey", "GPE"),
        ("Srinagar-The rest stayed.", "Srinagar", "GPE"),
        ("Many Hong Kong-based firms gained.", "Hong Kong", "GPE"),
    ],
)
def test_torn_and_glued_words_are_read_as_they_were_meant(text: str, name: str, label: str) -> None:
    assert (name, label) in names_of(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Then the Minister of Transport Kamel El-Nazir spoke.", "Kamel El-Nazir"),
        ("Then the Prime Minister of Mongolia B. Orgil-Erdene came.", "B. Orgil-Erdene"),
        ("Then the ambassador to Japan Frank Hsu visited.", "Frank Hsu"),
        ("Two MPs Andrew Calloway and Ruth Pell voted.", "Andrew Calloway"),
        ("Then Christian Bolanos scored.", "Christian Bolanos"),
        ("“No,” said dos Santos.", "dos Santos"),
        ("Then Virginia van der Berg left.", "Virginia van der Berg"),
        ("Then Leung Kwok-hung of the party spoke.", "Leung Kwok-hung"),
    ],
)
def test_a_person_is_found_beside_an_office_and_with_all_parts_of_the_name(text: str, person: str) -> None:
    assert (person, "PERSON") in names_of(text)


def test_what_an_office_is_for_is_no_name() -> None:
    assert names_of("They saw the Minister for Ports and Bridges there.") == []
    assert names_of("They saw the Minister of Foreign Affairs there.") == []


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The company unveiled the Corvane X2, an electric scooter, in Milan.", "Corvane X2", "PRODUCT"),
        ("Its new drug, Halvexin, cut deaths by a third.", "Halvexin", "PRODUCT"),
        ("Patients were given Trovimab, a vaccine made in Pune.", "Trovimab", "PRODUCT"),
        ("Sales of Tidewrap rose by 8%.", "Tidewrap", "PRODUCT"),
        ("The ferry Orla Maris sank off the coast.", "Orla Maris", "PRODUCT"),
        ("They flew a Cessna 172 over the lake.", "Cessna 172", "PRODUCT"),
        ("Her debut album, Paper Lanterns, sold well.", "Paper Lanterns", "WORK_OF_ART"),
        ("He starred in the series Harbour Nights.", "Harbour Nights", "WORK_OF_ART"),
        ("They sailed round the island of Vornsay.", "Vornsay", "LOC"),
        ("The Kessar mountains are white.", "Kessar", "LOC"),
        ("It is the driest year in sub-Saharan Africa.", "sub-Saharan Africa", "LOC"),
        ("Fans filled the Arena Norte.", "Arena Norte", "FAC"),
        ("They closed the M25 again.", "M25", "FAC"),
        ("It breaches Article 19 of the Constitution.", "Article 19", "LAW"),
        ("Some South Korean officials said so.", "South Korean", "NORP"),
        ("The West African leaders met.", "West African", "NORP"),
    ],
)
def test_what_stands_beside_a_name_tells_its_label(text: str, name: str, label: str) -> None:
    assert (name, label) in names_of(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It cost USD 11.5 million.", "USD 11500000"),
        ("It cost 5 USD in May.", "USD 5"),
        ("It cost SR 24 million.", "SAR 24000000"),
        ("They were fined NT $500,000.", "TWD 500000"),
        ("They spent MNT 6.5 billion.", "MNT 6500000000"),
        ("They paid 200 HK dollars.", "HKD 200"),
    ],
)
def test_codes_of_currencies_are_money_on_either_side_of_the_figure(text: str, value: str) -> None:
    assert [v for _, label, v in values_of(text) if label == "MONEY"] == [value]
