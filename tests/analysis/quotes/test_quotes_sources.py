"""Sources as they stand in the text: names without titles, descriptions whole."""

from __future__ import annotations

import pytest
from quote_tools import only

from reader.analysis.analyse import analyse
from reader.analysis.entities.names import find_names
from reader.analysis.quotes.attributions import find_attributions
from reader.article.load import load_bytes
from reader.language.prose import read_prose

INTRO = "The dam at Orrel was opened on Monday after a long dispute.\n\n"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ambassador Ilse Varga said the gate was shut.", "Ilse Varga"),
        ("Dr. Ilse Varga said the gate was shut.", "Ilse Varga"),
        ("Ilse Varga, a Liberal from Orrel, said the gate was shut.", "Ilse Varga"),
        ("Orrel’s envoy to the river board, Ilse Varga, said the gate was shut.",
         "Orrel’s envoy to the river board, Ilse Varga"),
        ("Orrel’s envoy to Norway, Ilse Varga, said the gate was shut.", "Ilse Varga"),
        ("Ilse Varga (Orrel East) said the gate was shut.", "Ilse Varga"),
        ("The company spokeswoman Ilse Varga said the gate was shut.", "Ilse Varga"),
        ("The ambassador said the gate was shut.", "The ambassador"),
        ("Two officials familiar with the matter said the gate was shut.", "Two officials familiar with the matter"),
        ("A spokesman for the river board said the gate was shut.", "A spokesman for the river board"),
        ("A report released in May said the gate was shut.", "A report released in May"),
        ("On Friday the mayor said the gate was shut.", "the mayor"),
        ("After the vote, the mayor said the gate was shut.", "the mayor"),
        ("Ilse Varga and Piet Orme said the gate was shut.", "Ilse Varga and Piet Orme"),
        ("He said the gate was shut.", "He"),
        ("Ilse Varga on Friday said the gate was shut.", "Ilse Varga"),
        ("Those near to him say the gate was shut.", "Those near to him"),
        ("All the engineers I asked said the gate was shut.", "All the engineers I asked"),
        ("Another said the gate was shut.", "Another"),
        ("The gate was shut, according to its annual reports.", "its annual reports"),
        ("The gate was shut, according to a court filing.", "a court filing"),
        ("News reports say the gate was shut.", "News reports"),
        ("Ilse Varga has in the past said the gate was shut.", "Ilse Varga"),
        ("The river board has for months been saying that the gate was shut.", "The river board"),
        ("A study by the river board, prepared for Ilse Varga, said the gate was shut.", "A study by the river board"),
        ("Her critics in Orrel, many of them Liberals, said the gate was shut.", "Her critics in Orrel"),
        ("Its owner, the power firm Orrel Light, said the gate was shut.", "Its owner, the power firm Orrel Light"),
        ("A study published on Monday said the gate was shut.", "A study published on Monday"),
        ("She and her supporters said the gate was shut.", "She and her supporters"),
        ("Ilse Varga and Piet Orme have both said the gate was shut.", "Ilse Varga and Piet Orme"),
        ("One clerk serving Mr. Varga, Sam Orme of Orrel, said the gate was shut.", "One clerk serving Mr. Varga"),
        ("Speaking to clerks here, many of them tired, the mayor, Ilse Varga, said the gate was shut.",
         "the mayor, Ilse Varga"),
        ("In May, two years after the flood, the mayor, Ilse Varga, said the gate was shut.", "the mayor, Ilse Varga"),
        ("Ilse Varga met a dozen loud questions about the flood before saying the gate was shut.", "Ilse Varga"),
        ("Ilse Varga gave no reason why he had left, saying only that the gate was shut.", "Ilse Varga"),
        ("The flood was sudden, leaving Ilse Varga to ask why the gate had moved.", "Ilse Varga"),
        ("Last month, the Courier, a newspaper, said the gate was shut.", "the Courier"),
        ("The “Harbour Hour” host said the gate was shut.", "The “Harbour Hour” host"),
        ("Some in the “no or never” crowd said the gate was shut.", "Some in the “no or never” crowd"),
        ("“The gate is shut,” wrote another.", "another"),
        ("“The gate is shut,” the annual report said, and left it there.", "the annual report"),
    ],
)  # fmt: skip
def test_the_source_is_the_name_or_the_whole_description(text: str, source: str) -> None:
    assert only(INTRO + text).source == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ilse Varga of Columbus, Ohio said the gate was shut.", "Ilse Varga of Columbus, Ohio"),
        (
            "On Monday in Columbus, Ohio, after the vote, Mayor Ilse Varga (R-Ohio), said the gate was shut.",
            "Ilse Varga",
        ),
    ],
)
def test_a_place_after_a_comma_is_no_source(text: str, source: str) -> None:
    prose = read_prose(load_bytes((INTRO + text).encode(), path="test.txt", markdown=False))
    (found,) = find_attributions(prose, find_names(prose))
    assert found.source is not None
    assert found.source.of(prose.text) == source


def test_a_description_behind_the_verb_keeps_its_name() -> None:
    found = only(INTRO + "“The gate is shut,” said the head of the river board, Ilse Varga.")
    assert found.source == "the head of the river board, Ilse Varga"


@pytest.mark.parametrize(
    ("text", "antecedent"),
    [
        ("The crowd cheered Ilse Varga, who said the gate was shut.", "Ilse Varga"),
        ("Ilse Varga, the mayor of Orrel, who said the gate was shut, left.", "Ilse Varga"),
        ("It was a phrase coined by Ilse Varga, who said the gate was shut.", "Ilse Varga"),
        ("Nobody believed the engineers who said the gate was shut.", "the engineers"),
    ],
)
def test_a_relative_is_a_source_and_knows_what_it_stands_for(text: str, antecedent: str) -> None:
    article = load_bytes((INTRO + text).encode(), path="test.txt", markdown=False)
    prose = read_prose(article)
    (found,) = find_attributions(prose, find_names(prose))
    assert found.source is not None and found.antecedent is not None
    assert (found.source.of(article.text), found.antecedent.of(article.text)) == ("who", antecedent)


def test_the_speaker_of_a_relative_is_whom_it_stands_for() -> None:
    text = INTRO + "The crowd cheered Ilse Varga, who said the gate was shut."
    (quote,) = analyse(load_bytes(text.encode(), path="test.txt", markdown=False)).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Ilse Varga"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister for Water Ilse Varga said the gate was shut.", "Ilse Varga"),
        ("Adviser to the Board on Health Dr Ilse Varga said the gate was shut.", "Ilse Varga"),
        ("Spokesman for Minister Ilse Varga said the gate was shut.", "Spokesman for Minister Ilse Varga"),
        ("A spokesman for Ilse Varga said the gate was shut.", "A spokesman for Ilse Varga"),
    ],
)
def test_an_office_in_capitals_is_that_of_the_name_behind_it(text: str, name: str) -> None:
    (quote,) = analyse(load_bytes((INTRO + text).encode(), path="test.txt", markdown=False)).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == name
