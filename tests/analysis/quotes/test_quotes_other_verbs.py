"""Quotations whose attribution has a verb that no list of words of saying knows."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "“The ferry will not sail, and nobody told us,” Bram Tolle trumpeted.",
            [("direct", ("“The ferry will not sail, and nobody told us,”",), "trumpeted", "Bram Tolle")],
        ),
        (
            "“The ferry is a wreck,” trumpeted Bram Tolle.",
            [("direct", ("“The ferry is a wreck,”",), "trumpeted", "Bram Tolle")],
        ),
        (
            "‘The ferry is a wreck’, the mayor trumpeted on Monday.",
            [("direct", ("‘The ferry is a wreck’",), "trumpeted", "the mayor")],
        ),
        (
            "“Is this the last ferry?” the mayor trumpeted from the gate.",
            [("direct", ("“Is this the last ferry?”",), "trumpeted", "the mayor")],
        ),
        (
            "“The ferry is a wreck,” Bram Tolle trumpeted. “Sell it.”",
            [("direct", ("“The ferry is a wreck,”", "“Sell it.”"), "trumpeted", "Bram Tolle")],
        ),
    ],
)
def test_a_comma_ties_a_quotation_to_any_subject_and_verb(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms


@pytest.mark.parametrize(
    "text",
    [
        "“The Last Ferry of All,” Bram Tolle’s book, trumpeted its cause.",
        "“Harbour Hour,” the mayor trumpeted.",
        "“The ferry is a wreck,” Bram Tolle trumpeted a song.",
        "“The ferry is a wreck”, the song, was trumpeted.",
    ],
)
def test_a_title_a_term_and_the_subject_of_another_verb_are_no_quotation(text: str) -> None:
    assert forms_of(text) == []
