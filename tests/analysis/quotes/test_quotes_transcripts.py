"""Direct speech that no marks show: turns of a transcript, block quotations."""

from __future__ import annotations

import pytest
from quote_tools import quotes_of

from reader.analysis.model import QuoteKind


@pytest.mark.parametrize(
    ("first", "second"), [("QUILL", "ORME"), ("Q", "A"), ("MARTA QUILL", "PIET ORME"), ("Quill", "Orme")]
)
def test_each_turn_is_a_direct_quote_of_its_label(first: str, second: str) -> None:
    text = (
        f"They met at the weir.\n\n{first}: When did you shut the gate?\n\n{second}: On Monday, before the rain.\n\n"
        f"{first}: And who had the key?\n\n{second}: Nobody did, as far as I know."
    )
    found = quotes_of(text)
    assert [q.kind for q in found] == [QuoteKind.DIRECT] * 4
    assert [q.source for q in found] == [first, second, first, second]
    assert found[1].words == ("On Monday, before the rain.",)
    assert found[1].cue is None


def test_paragraphs_without_a_label_belong_to_the_turn_before() -> None:
    text = (
        "QUILL: When did you shut it?\n\nORME: On Monday.\n\nIt had rained for a week.\n\nQUILL: And then?\n\n"
        "ORME: Then it stopped.\n\nThis conversation has been shortened."
    )
    found = quotes_of(text)
    assert [q.words for q in found] == [
        ("When did you shut it?",),
        ("On Monday.", "It had rained for a week."),
        ("And then?",),
        ("Then it stopped.",),
    ]


def test_whoever_has_spoken_at_length_may_be_short_later() -> None:
    text = (
        "They met at the weir.\n\nMarta Quill: When did you shut the gate?\n\n"
        "Piet Orme: On Monday, before the rain.\n\nMarta Quill: And the key?\n\nPiet Orme: Gone."
    )
    assert [q.words for q in quotes_of(text)][2:] == [("And the key?",), ("Gone.",)]


def test_one_label_makes_no_transcript() -> None:
    assert quotes_of("The dam opened on Monday.\n\nWARNING: the gate is shut.") == []


def test_a_score_is_no_transcript() -> None:
    assert quotes_of("The count so far:\n\nQuill: 212.\n\nOrme: 180.\n\nQuill: 220.\n\nOrme: 190.") == []


def test_a_block_quotation_with_an_attribution_line_is_a_direct_quote() -> None:
    text = "The dam opened.\n\n> The gate is shut. It will stay shut.\n>\n> — Marta Quill, engineer\n"
    (found,) = quotes_of(text, markdown=True)
    assert (found.kind, found.words, found.source, found.cue) == (
        QuoteKind.DIRECT,
        ("The gate is shut. It will stay shut.",),
        "Marta Quill",
        None,
    )


def test_a_block_quotation_is_of_whom_the_words_before_its_colon_name() -> None:
    told = "> We are sorry.\n>\n> The gate will stay shut.\n"
    text = "The dam opened.\n\nMarta Quill wrote in a letter to the town:\n\n" + told
    (found,) = quotes_of(text, markdown=True)
    assert (found.kind, found.words, found.source) == (
        QuoteKind.DIRECT,
        ("We are sorry.", "The gate will stay shut."),
        "Marta Quill",
    )
