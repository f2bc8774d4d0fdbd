"""Reported clauses: where they begin and end, and what is no report at all."""

from __future__ import annotations

import pytest
from quote_tools import only, quotes_of

from reader.analysis.entities.names import find_names
from reader.analysis.model import QuoteKind
from reader.analysis.quotes.attributions import find_attributions
from reader.article.load import load_bytes
from reader.language.prose import read_prose

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
        ("Marta Quill, who said the gate was shut, left the hall.", ("the gate was shut",), "said", "who"),
        ("When Marta Quill said the gate was shut, the crowd cheered.", ("the gate was shut",), "said", "Marta Quill"),
        ("In a statement on Friday, the company said the gate was shut.", ("the gate was shut",), "said",
         "the company"),
        ("Both engineers stressed, on the radio, that the gate was shut.", ("that the gate was shut",), "stressed",
         "Both engineers"),
        ("Marta Quill said — on the radio, as it happens — that the gate was shut.", ("that the gate was shut",),
         "said", "Marta Quill"),
        ("After saying that the gate was shut, Marta Quill left.", ("that the gate was shut",), "saying",
         "Marta Quill"),
        ("If the gate holds, Marta Quill argued, the town is safe.", ("If the gate holds", "the town is safe"),
         "argued", "Marta Quill"),
        ("The gate, which Marta Quill said was shut, is old.", ("which", "was shut"), "said", "Marta Quill"),
        ("The town has not said when the gate was shut.", ("when the gate was shut",), "said", "The town"),
        ("Marta Quill vowed to shut the gate and left the hall.", ("to shut the gate",), "vowed", "Marta Quill"),
        ("The gate was shut last May, the Orrel Courier reports.", ("The gate was shut last May",), "reports",
         "the Orrel Courier"),
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


def test_participles_joined_by_a_conjunction_are_two_reports() -> None:
    found = quotes_of(INTRO + "Marta Quill left, saying that the gate was shut but warning that it leaked.")
    assert [q.words for q in found] == [("that the gate was shut",), ("that it leaked",)]


def test_the_occasion_after_marked_words_is_not_part_of_them() -> None:
    found = only(INTRO + "Marta Quill called the gate “a museum piece” in an interview with Radio Orrel.")
    assert found.words == ("the gate “a museum piece”",)


def test_a_time_and_a_place_after_the_verb_are_no_clause() -> None:
    found = only(INTRO + "The gate is shut, Marta Quill said Friday in Orrel, as the rain went on.")
    assert found.words == ("The gate is shut",)


def test_a_clause_that_hangs_on_another_is_not_what_was_said() -> None:
    assert quotes_of(INTRO + "On Friday, as the rain fell, the council agreed in haste to a repair.") == []


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
        "A controversial comment that nobody liked was deleted.",
        "The rule holds in nine states: Orrel, Lorn and seven more.",
    ],
)
def test_beliefs_intentions_and_nouns_that_look_like_verbs_are_no_reports(text: str) -> None:
    assert quotes_of(INTRO + text) == []


def test_a_headline_with_a_speaker_and_a_colon_is_a_report() -> None:
    found = only("Police: Bridge was never safe\n\nThe bridge fell on Monday.")
    assert (found.words, found.source) == (("Bridge was never safe",), "Police")


def test_a_headline_may_say_to_whom_its_speaker_speaks() -> None:
    text = "Quill to engineers: Gate will be shut\n\nThe gate leaked on Monday, and Marta Quill came to see it."
    article = load_bytes(text.encode(), path="test.txt", markdown=False)
    prose = read_prose(article)
    found = find_attributions(prose, find_names(prose))[0]
    assert [p.of(article.text) for p in found.parts] == ["Gate will be shut"]
    assert found.source is not None and found.source.of(article.text) == "Quill"


def test_a_headline_that_names_a_court_is_a_report_of_nobody() -> None:
    found = only("Bridge was never safe, court told\n\nThe bridge fell on Monday.")
    assert (found.words, found.cue, found.source) == (("Bridge was never safe",), "told", None)
