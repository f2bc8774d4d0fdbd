""" "According to" behind a colon and in brackets, where it stands before what it credits or behind it."""

from __future__ import annotations

import pytest
from form_tools import forms_of


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("One thing is known: according to the ministry, the dam is safe.", "the dam is safe", "the ministry"),
        ("The keeper lost his boat (according to the police, it was stolen).", "it was stolen", "the police"),
        ("The dam is safe (according to the ministry).", "The dam is safe", "the ministry"),
    ],
)
def test_according_to_behind_a_colon_or_a_bracket_credits_what_follows_if_a_clause_does(
    text: str, words: str, source: str
) -> None:
    assert forms_of(text) == [("indirect", (words,), "according to", source)]
