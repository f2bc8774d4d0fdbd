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


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Tilly responded with a smile: “Try the other one.”", "“Try the other one.”", "Tilly"),
        ("“The gate is as old as the hills,” Orme notes.", "“The gate is as old as the hills,”", "Orme"),
        ("“The gate is old,” Orme is quoted as saying.", "“The gate is old,”", "Orme"),
        ("Continued Orme: “The gate is old.”", "“The gate is old.”", "Orme"),
        ("Said Marta Quill, who grew up by the weir, “The gate is old.”", "“The gate is old.”", "Marta Quill"),
        ("According to the Courier: “The gate is as old as the hills.”", "“The gate is as old as the hills.”",
         "the Courier"),
        ("As Marta Quill, author of “The Long Weir,” put it, “The gate is old.”", "“The gate is old.”", "Marta Quill"),
        ("But Bram Orme shook his head. “The gate is old.”", "“The gate is old.”", "Bram Orme"),
        ("She went further: “Shut the gate and lose the key.”", "“Shut the gate and lose the key.”", "She"),
    ],
)  # fmt: skip
def test_a_quotation_is_given_to_whoever_the_words_before_or_after_it_name(text: str, words: str, source: str) -> None:
    found = only(INTRO + text)
    assert (found.words, found.source) == ((words,), source)


def test_long_words_in_marks_are_a_quote_whatever_the_verb() -> None:
    found = only(INTRO + "He waded into a dispute over “who is to pay for the repair of the gate before winter”.")
    assert (found.kind, found.source) == (QuoteKind.MIXED, "He")


def test_a_single_mark_glued_to_a_double_one_closes_with_it() -> None:
    found = quotes_of(INTRO + "''They tell us, 'Shut it,''' Orme said. ''Nobody does.''")
    assert [q.words for q in found] == [("''They tell us, 'Shut it,'''", "''Nobody does.''")]


def test_a_mark_left_open_goes_on_in_the_next_paragraph_with_its_attribution() -> None:
    found = only(INTRO + "“The gate is old.\n\n“It will not last the winter,” Marta Quill said.")
    assert (found.words, found.source) == (("“The gate is old.", "“It will not last the winter,”"), "Marta Quill")


def test_a_paragraph_announced_by_a_colon_is_direct_speech_without_marks() -> None:
    found = only(
        INTRO + "Marta Quill added:\n\nThe gate is as old as the hills. It will not last the winter.\n\nRain fell."
    )
    assert (found.kind, found.source) == (QuoteKind.DIRECT, "Marta Quill")
    assert found.words == ("The gate is as old as the hills.", "It will not last the winter.")
