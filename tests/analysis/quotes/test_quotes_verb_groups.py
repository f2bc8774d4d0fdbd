"""Words of saying whose verb group hides what they are: contracted, in the passive, far from what they report."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("She's said the dam is safe.", [("indirect", ("the dam is safe",), "said", "She")]),
        ("He’s often said that the dam is safe.", [("indirect", ("that the dam is safe",), "said", "He")]),
        ("She's said to be ill.", []),
    ],
)
def test_he_has_and_he_is_are_told_apart_by_what_follows(text: str, forms: list[Form]) -> None:
    assert [f for f in forms_of(text) if f[3] in ("She", "He")] == forms


@pytest.mark.parametrize(
    ("text", "words", "cue", "source"),
    [
        ("When asked in Lorn in May if the dam was safe, Ada Berg laughed.", "if the dam was safe", "asked", None),
        ("Ada Berg was asked during a debate held by the council why the dam was shut.", "why the dam was shut",
         "asked", None),
        ("Asked by a girl who had come early whether the dam was safe, Ada Berg laughed.", "whether the dam was safe",
         "Asked", "a girl"),
    ],
)  # fmt: skip
def test_a_question_is_found_behind_the_occasion_on_which_it_was_asked(
    text: str, words: str, cue: str, source: str | None
) -> None:
    assert forms_of(text) == [("indirect", (words,), cue, source)]


def test_what_somebody_was_asked_about_is_no_question() -> None:
    found = forms_of("Asked about how the dam was built, Ada Berg said it was “a long story.”")
    assert found == [("mixed", ("it was “a long story.”",), "said", "Ada Berg")]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Ada Berg suggested closing the dam in May and left the hall.",
         [("indirect", ("closing the dam in May",), "suggested", "Ada Berg")]),
        ("Ada Berg denied the charge.", []),
        ("It may end in Lorn and other states that vote a week later.", []),
        ("The mayor is under fire about recent comments he made regarding miners.", []),
        ("The aide claims that fish are dying.", [("indirect", ("that fish are dying",), "claims", "The aide")]),
    ],
)  # fmt: skip
def test_a_word_that_may_be_a_noun_or_take_one_reports_only_with_words_of_somebody(
    text: str, forms: list[Form]
) -> None:
    assert forms_of(text) == forms
