"""Sources as they stand in the text: names without titles, descriptions whole."""

from __future__ import annotations

import pytest
from quote_tools import only

INTRO = "The dam at Orrel was opened on Monday after a long dispute.\n\n"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ambassador Ilse Varga said the gate was shut.", "Ilse Varga"),
        ("Dr. Ilse Varga said the gate was shut.", "Ilse Varga"),
        ("Ilse Varga, a Liberal from Orrel, said the gate was shut.", "Ilse Varga"),
        ("Orrel’s envoy to the river board, Ilse Varga, said the gate was shut.", "Ilse Varga"),
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
    ],
)
def test_the_source_is_the_name_or_the_whole_description(text: str, source: str) -> None:
    assert only(INTRO + text).source == source


def test_a_name_after_its_description_is_the_source_behind_the_verb_too() -> None:
    found = only(INTRO + "“The gate is shut,” said the head of the river board, Ilse Varga.")
    assert found.source == "Ilse Varga"
