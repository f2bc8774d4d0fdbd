"""Reported clauses: where they begin and end, and what is no report at all."""

from __future__ import annotations

import pytest
from quote_tools import only, quotes_of

from reader.analysis.model import QuoteKind

INTRO = "The dam at Orrel was opened on Monday after a long dispute.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "cue", "source"),
    [
        ("Marta Quill said that the gate was shut.", ("that the gate was shut",), "said", "Marta Quill"),
        ("Marta Quill said the gate was shut.", ("the gate was shut",), "said", "Marta Quill"),
        ("The gate was shut, Marta Quill said.", ("The gate was shut",), "said", "Marta Quill"),
        ("The gate was shut, said Marta Quill.", ("The gate was shut",), "said", "Marta Quill"),
        ("The gate, Marta Quill said, was shut.", ("The gate", "was shut"), "said", "Marta Quill"),
        ("Marta Quill told reporters the gate was shut.", ("the gate was shut",), "told", "Marta Quill"),
        ("Marta Quill told the town council on Friday that the gate was shut.", ("that the gate was shut",), "told",
         "Marta Quill"),
        ("According to two engineers, the gate was shut.", ("the gate was shut",), "According to", "two engineers"),
        ("The gate was shut, according to the company.", ("The gate was shut",), "according to", "the company"),
        ("She asked whether the gate was shut.", ("whether the gate was shut",), "asked", "She"),
        ("She urged the council to shut the gate.", ("to shut the gate",), "urged", "She"),
        ("The council was told that the gate was shut.", ("that the gate was shut",), "told", None),
        ("The court heard that the gate was shut.", ("that the gate was shut",), "heard", None),
        ("Marta Quill, who said the gate was shut, left the hall.", ("the gate was shut",), "said", "Marta Quill"),
        ("When Marta Quill said the gate was shut, the crowd cheered.", ("the gate was shut",), "said", "Marta Quill"),
        ("In a statement on Friday, the company said the gate was shut.", ("the gate was shut",), "said",
         "the company"),
        ("The company said in a statement on Friday that the gate was shut.", ("that the gate was shut",), "said",
         "The company"),
    ],
)  # fmt: skip
def test_a_reported_clause_runs_from_its_conjunction_to_its_own_end(
    text: str, words: tuple[str, ...], cue: str, source: str | None
) -> None:
    found = only(INTRO + text)
    assert (found.kind, found.words, found.cue, found.source) == (QuoteKind.INDIRECT, words, cue, source)


def test_two_reports_of_one_speaker_in_a_sentence_are_two_quotes() -> None:
    found = quotes_of(INTRO + "Marta Quill said that the gate was shut and added that nobody had a key.")
    assert [(q.words, q.source) for q in found] == [
        (("that the gate was shut",), "Marta Quill"),
        (("that nobody had a key",), "Marta Quill"),
    ]


def test_a_participle_reports_for_the_speaker_before_it() -> None:
    found = quotes_of(INTRO + "Marta Quill said the gate was shut, adding that nobody had a key.")
    assert [(q.words, q.cue, q.source) for q in found] == [
        (("the gate was shut",), "said", "Marta Quill"),
        (("that nobody had a key",), "adding", "Marta Quill"),
    ]


def test_a_clause_of_another_speaker_ends_the_first() -> None:
    found = quotes_of(INTRO + "Marta Quill said the gate was shut, but Piet Orme said it was open.")
    assert [(q.words, q.source) for q in found] == [
        (("the gate was shut",), "Marta Quill"),
        (("it was open",), "Piet Orme"),
    ]


def test_some_words_in_marks_make_a_clause_mixed() -> None:
    found = only(INTRO + "Marta Quill said that the gate was “as tight as a drum” in winter.")
    assert (found.kind, found.words) == (
        QuoteKind.MIXED,
        ("that the gate was “as tight as a drum” in winter",),
    )


def test_a_name_given_to_something_in_marks_is_a_mixed_quote() -> None:
    found = only(INTRO + "Marta Quill called the gate “a museum piece”.")
    assert (found.kind, found.words, found.cue, found.source) == (
        QuoteKind.MIXED,
        ("the gate “a museum piece”",),
        "called",
        "Marta Quill",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Marta Quill believes that the gate is shut.",
        "Marta Quill hoped the gate was shut.",
        "The engineers expect that the gate will hold.",
        "The company plans to shut the gate.",
        "Several states on the river share the water.",
        "The report has forty pages.",
        "The claims were settled in May.",
        "Police charged two men with theft.",
    ],
)
def test_beliefs_intentions_and_nouns_that_look_like_verbs_are_no_reports(text: str) -> None:
    assert quotes_of(INTRO + text) == []


def test_a_headline_with_a_speaker_and_a_colon_is_a_report() -> None:
    found = only("Police: Bridge was never safe\n\nThe bridge fell on Monday.")
    assert (found.words, found.source) == (("Bridge was never safe",), "Police")


def test_a_headline_that_names_a_court_is_a_report_of_nobody() -> None:
    found = only("Bridge was never safe, court told\n\nThe bridge fell on Monday.")
    assert (found.words, found.cue, found.source) == (("Bridge was never safe",), "told", None)
