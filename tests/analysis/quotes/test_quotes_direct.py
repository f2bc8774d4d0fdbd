"""Direct quotations: where they stand, how they go on, whom they are given to."""

from __future__ import annotations

import pytest
from quote_tools import only, quotes_of, words_of

from reader.analysis.model import QuoteKind

INTRO = "The dam at Orrel was opened on Monday after a long dispute.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "cue", "source"),
    [
        ("“The gate is shut,” Marta Quill said.", "“The gate is shut,”", "said", "Marta Quill"),
        ("“The gate is shut,” said Marta Quill.", "“The gate is shut,”", "said", "Marta Quill"),
        ("Marta Quill said: “The gate is shut.”", "“The gate is shut.”", "said", "Marta Quill"),
        ("Marta Quill told reporters on Friday, “The gate is shut.”", "“The gate is shut.”", "told", "Marta Quill"),
        ("“Is the gate shut?” the engineer asked.", "“Is the gate shut?”", "asked", "the engineer"),
        ("“The gate is shut,” she told the council.", "“The gate is shut,”", "told", "she"),
        ("She shook her head, adding, “The gate is shut.”", "“The gate is shut.”", "adding", "She"),
        ("As Marta Quill put it, “The gate is shut.”", "“The gate is shut.”", "put it", "Marta Quill"),
    ],
)
def test_a_quotation_is_given_to_whoever_its_own_sentence_names(text: str, words: str, cue: str, source: str) -> None:
    found = only(INTRO + text)
    assert (found.kind, found.words, found.cue, found.source) == (QuoteKind.DIRECT, (words,), cue, source)


def test_a_quotation_that_its_attribution_interrupts_is_one_with_two_parts() -> None:
    found = only(INTRO + "“The gate,” said Marta Quill, “is shut.”")
    assert found.words == ("“The gate,”", "“is shut.”")


def test_quoted_sentences_after_the_attribution_belong_to_the_same_quote() -> None:
    found = only(INTRO + "“The gate is shut,” Marta Quill said. “It will stay shut. Ask the river.”")
    assert found.words == ("“The gate is shut,”", "“It will stay shut. Ask the river.”")


def test_a_quotation_over_paragraphs_is_one_quote() -> None:
    text = "“The gate is shut,” Marta Quill said. “It will stay shut.\n\n“Nobody has a key.”"
    assert only(INTRO + text).words == ("“The gate is shut,”", "“It will stay shut.", "“Nobody has a key.”")


def test_a_quotation_after_a_colon_at_a_paragraphs_end_is_given_to_that_speaker() -> None:
    found = only(INTRO + "Marta Quill wrote:\n\n“The gate is shut.”")
    assert (found.words, found.cue, found.source) == (("“The gate is shut.”",), "wrote", "Marta Quill")


def test_a_quotation_after_a_reported_clause_is_carried_over_to_its_speaker() -> None:
    first, second = quotes_of(INTRO + "Marta Quill said that the gate was shut. “Nobody has a key.”")
    assert (first.source, first.carried) == ("Marta Quill", False)
    assert (second.words, second.source, second.cue, second.carried) == (
        ("“Nobody has a key.”",),
        "Marta Quill",
        None,
        True,
    )


def test_a_quotation_long_after_a_speaker_is_carried_over_to_nobody() -> None:
    text = "Marta Quill said that the gate was shut.\n\nThe river rose by a metre in the night.\n\n“Nobody has a key.”"
    assert [q.source for q in quotes_of(INTRO + text)] == ["Marta Quill"]


def test_two_speakers_in_one_paragraph_have_a_quote_each() -> None:
    found = quotes_of(INTRO + "“Shut it,” said Marta Quill. “Open it,” said Piet Orme.")
    assert [(q.words, q.source) for q in found] == [
        (("“Shut it,”",), "Marta Quill"),
        (("“Open it,”",), "Piet Orme"),
    ]


def test_a_name_after_a_dash_signs_a_quotation() -> None:
    found = only(INTRO + "“The gate is shut and it will stay shut.” — Marta Quill")
    assert (found.words, found.source, found.cue) == (
        ("“The gate is shut and it will stay shut.”",),
        "Marta Quill",
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “river tax” was dropped in May.",
        "Her novel “The Long Weir” won a prize.",
        "Piet “Eel” Orme rowed across the lake.",
        "The word “weir” is older than the town.",
    ],
)
def test_scare_quotes_titles_nicknames_and_terms_are_no_quotes(text: str) -> None:
    assert quotes_of(INTRO + text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"Shut it," said Marta Quill.', ('"Shut it,"',)),
        ("‘Shut it,’ said Marta Quill.", ("‘Shut it,’",)),
        ("'Shut it,' said Marta Quill.", ("'Shut it,'",)),
        ("«Shut it,» said Marta Quill.", ("«Shut it,»",)),
        ("„Shut it,“ said Marta Quill.", ("„Shut it,“",)),
        ("``Shut it,'' said Marta Quill.", ("``Shut it,''",)),
        ("''Shut it,'' said Marta Quill.", ("''Shut it,''",)),
        ("“Shut ‘it’ now,” said Marta Quill.", ("“Shut ‘it’ now,”",)),
    ],
)
def test_every_style_of_marks_is_read(text: str, words: tuple[str, ...]) -> None:
    found = only(INTRO + text)
    assert (found.kind, found.words, found.source) == (QuoteKind.DIRECT, words, "Marta Quill")


def test_a_mark_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert words_of(INTRO + "Marta Quill said: “The gate is shut\n\nThe river rose in the night.") == [
        ("“The gate is shut",)
    ]
