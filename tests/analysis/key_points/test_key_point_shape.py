"""Which sentences may be key points, and what is cut from them."""

from __future__ import annotations

import pytest

from reader.analysis.key_points.point_shape import find_statements
from reader.analysis.key_points.point_standing import Standing
from reader.article.load import load_bytes
from reader.language.prose import read_prose


def statements(text: str) -> list[tuple[str, Standing]]:
    prose = read_prose(load_bytes(text.encode()))
    return [(s.span.of(prose.text), s.standing) for s in find_statements(prose)]


def shown(text: str) -> list[str]:
    return [statement for statement, _ in statements(text)]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("But the harbour master refused to open the gate.", "the harbour master refused to open the gate."),
        ("Meanwhile, the harbour master kept the gate shut.", "the harbour master kept the gate shut."),
        ("Two: The harbour master keeps the gate shut.", "The harbour master keeps the gate shut."),
        ("These days, the harbour master keeps the gate shut.", "the harbour master keeps the gate shut."),
        ("For example, the harbour master kept the gate shut.", "the harbour master kept the gate shut."),
        ("The gate will stay shut until Friday, he said.", "The gate will stay shut until Friday"),
        ("The gate will stay shut until Friday, she told reporters.", "The gate will stay shut until Friday"),
        (
            "In a letter to the board of the harbour, he said that the gate was shut.",
            "In a letter to the board of the harbour, he said that the gate was shut.",
        ),
        (
            "The gate will stay shut until Friday, Ana Brill said.",
            "The gate will stay shut until Friday, Ana Brill said.",
        ),
    ],
)
def test_ties_to_the_neighbours_are_cut_and_named_sources_kept(sentence: str, kept: str) -> None:
    assert shown(sentence) == [kept]


@pytest.mark.parametrize(
    "sentence",
    [
        "Why did the harbour master shut the gate on Friday?",
        "The gate shut again.",
        "Here are the three reasons the harbour master gave:",
        "Photo: the harbour master shuts the gate on Friday.",
        "Odile Marsh contributed to this report from the harbour.",
        "“The gate is shut and it will stay shut until I say so,” said Brill.",
        "The harbour master said the “gate was shut and nobody opened it.",
        "The harbour master and the gate at dawn",
        "Gates that nobody had oiled since the war.",
        "Market day, June 3, 2031, at the old gate of the harbour of Orrin, with the harbour master of the town.",
        "Orrin Arms, 12 Gate Street, on the quay beside the harbour of Orrin; rooms from €80 a night, with breakfast.",
    ],
)
def test_what_is_no_statement_is_left_out(sentence: str) -> None:
    assert shown(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("Ana Brill opened the gate for the ferry on Friday.", Standing.ALONE),
        ("This week the harbour master opened the gate again.", Standing.ALONE),
        ("Others said that the gate should never have been shut.", Standing.PARTLY),
        ("Most gates of that kind were built before the war.", Standing.PARTLY),
        ("It is unclear whether the gate will open again on Friday.", Standing.PARTLY),
        ("Far from a mere gate, this is the key to the harbour.", Standing.PARTLY),
        ("Imagine that the gate stays shut for a hundred years.", Standing.LEANING),
        ("She opened the gate for the ferry on Friday.", Standing.LEANING),
        ("But they opened the gate for the ferry on Friday.", Standing.LEANING),
        ("Because of that, the ferry stayed in the harbour.", Standing.ALONE),
        ("Due to that, the ferry stayed in the harbour.", Standing.LEANING),
        ("One was the gate that opened on the harbour.", Standing.LEANING),
        ("That night the gate stayed open until dawn.", Standing.LEANING),
        ("The next day the harbour master opened the gate.", Standing.PARTLY),
        ("In Orrin, for instance, the gate stayed open.", Standing.PARTLY),
        ("If that were true, the gate would stay open.", Standing.PARTLY),
        ("This season the gate will stay open at night.", Standing.PARTLY),
        ("“But the gate is open,” said the harbour master of Orrin on Friday.", Standing.LEANING),
        ("But not the gate that opens on the harbour is shut.", Standing.LEANING),
        ("The latter opened the gate for the ferry on Friday.", Standing.LEANING),
        ("When Ana Brill made this promise in the spring, the gate was new.", Standing.PARTLY),
        ("Ana Brill thanked all those who opened the gate on Friday.", Standing.ALONE),
        ("The harbour master Ana Brill is one.", Standing.PARTLY),
        ("Ana Brill is not the only one to have seen the gate.", Standing.PARTLY),
        ("One, a lamp from the old gate, was sold on Friday in Orrin.", Standing.LEANING),
        ("The first, from the harbour master, was sold on Friday in Orrin.", Standing.LEANING),
        ("The first ferry of the year was sold on Friday in Orrin.", Standing.ALONE),
        ("In one, the harbour master of Orrin is painted at the gate.", Standing.LEANING),
        ("Two are still for sale at the old gate in Orrin.", Standing.PARTLY),
        ("Two gates are still for sale at the harbour in Orrin.", Standing.ALONE),
        ("The reason is straightforward: Ana Brill has shut the gate.", Standing.PARTLY),
        ("It was, after all, that promise that opened the gate on Friday.", Standing.LEANING),
    ],
)
def test_standing_is_told_by_the_first_words(sentence: str, standing: Standing) -> None:
    assert [found for _, found in statements(sentence)] == [standing]


def test_a_long_quotation_over_sentences_is_quoted_all_through() -> None:
    text = "“The gate is old. The hinges are older than the harbour itself. Nobody has oiled them,” said Ana Brill."
    assert shown(text) == []


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("London The harbour master shut the gate on Friday.", "The harbour master shut the gate on Friday."),
        ("Lyon, France Two gates of the harbour were shut.", "Two gates of the harbour were shut."),
        ("London A Norrail ferry was stopped at the gate.", "A Norrail ferry was stopped at the gate."),
        ("London The Gate closed its doors on Friday night.", "London The Gate closed its doors on Friday night."),
        ("Orrin The harbour master shut the gate on Friday.", "Orrin The harbour master shut the gate on Friday."),
        ("London gates were shut on Friday at the harbour.", "London gates were shut on Friday at the harbour."),
    ],
)
def test_a_place_left_by_a_dateline_is_cut_where_it_is_known(sentence: str, kept: str) -> None:
    assert shown(sentence) == [kept]


def test_a_place_is_cut_from_the_opening_of_the_text_only() -> None:
    text = "The gate of the harbour was shut.\n\nIn London The Gate is the name of a public house."
    assert shown(text)[1] == "In London The Gate is the name of a public house."


def test_a_sentence_beyond_sixty_words_ends_at_a_clause() -> None:
    head = "The harbour master shut the gate on Friday after the storm had broken two of its three old hinges"
    (kept,) = shown(f"{head}, while {'the crew of every ferry in the harbour waited and '.join([''] * 7)}nobody slept.")
    assert kept == head


def test_a_sentence_beyond_sixty_words_without_a_clause_to_end_at_is_left_out() -> None:
    assert shown(f"The harbour master shut {'the gate of the harbour of Orrin beside '.join([''] * 9)} the quay.") == []


def test_questions_of_whoever_holds_an_interview_are_no_statements() -> None:
    text = (
        "MARSH: Why was the gate shut?\n\nBRILL: The gate was shut because of the storm.\n\n"
        "MARSH: I have heard that the gate is old. Is it?\n\nBRILL: The gate is as old as the harbour itself."
    )
    assert shown(text) == ["The gate was shut because of the storm.", "The gate is as old as the harbour itself."]


def test_a_city_with_its_country_is_cut_before_a_name_and_an_agency_in_brackets_always() -> None:
    gate = "Ana Brill shut the gate of the harbour on Friday."
    for dateline in ("Lyon, France ", "(AFP)", "Austin, Texas "):
        assert shown(dateline + gate) == [gate]
    assert shown(f"Lyon, France, is where {gate}") == [f"Lyon, France, is where {gate}"]
