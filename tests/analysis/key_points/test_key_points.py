"""Key points: how many, in what order, and what the list as a whole must tell."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.analyse import analyse
from reader.analysis.key_points.glosses import Glosses
from reader.analysis.key_points.pick import pick_key_points
from reader.analysis.key_points.piece import read_piece
from reader.analysis.key_points.point_shape import find_statements
from reader.analysis.key_points.salience import weigh
from reader.analysis.model import KeyPoint
from reader.article.load import load_bytes
from reader.errors import ReaderError
from reader.language.prose import read_prose

STORY = """Tern Bay council closes its only swimming pool

TERN BAY, March 3 (Coastline) — Tern Bay council voted on Tuesday to close the town's only swimming pool in June, \
after engineers found cracks in the roof that would cost £4.2 million to repair.

The pool on Quay Street, built in 1968, is used by 900 swimmers a week and by all nine of the town's schools.

"My children learned to swim there and so did I," said Petra Lowick, who gathered 6,000 names against the closure.

She handed the names to the mayor before the meeting.

But the council's treasurer, Anselm Birch, warned that the town could not borrow the money without raising its tax by \
a tenth.

The closure was backed by eleven councillors and opposed by seven.

Would the pool ever open again? Birch said a private operator, Wavecrest Leisure, had offered to build a smaller pool \
beside the railway station by 2029.

The Tern Bay Swimming Club, which has trained two Olympic finalists, will move its members to Hollin, 22 miles away.

A bus will take pupils there twice a week, the education department announced on Wednesday.

Read more: the history of the Quay Street pool

The roof was last repaired in 1997, when storm Edda tore off a third of its tiles and the pool stayed shut for five \
months. Swimmers from Hollin lent the town their own pool that winter, and the two clubs have held a joint race every \
spring since then.

Reporting by Odile Marsh; editing by Tam Reyes
"""


def points(text: str, name: str = "story.txt") -> list[tuple[KeyPoint, str]]:
    article = load_bytes(text.encode(), path=name)
    return [(point, point.span.of(article.text)) for point in analyse(article).key_points]


def test_the_lead_comes_first_without_its_dateline() -> None:
    first, text = points(STORY)[0]
    assert first.rank == 1
    assert text.startswith("Tern Bay council voted on Tuesday")
    assert text.endswith("repair.")
    assert "lead" in first.reason


def test_ranks_and_ids_count_from_one() -> None:
    found = [point for point, _ in points(STORY)]
    assert [p.rank for p in found] == list(range(1, len(found) + 1))
    assert [p.id for p in found] == [f"k{p.rank}" for p in found]
    assert all(p.reason for p in found)


def test_a_story_has_three_to_six_points_within_45_percent_of_its_words() -> None:
    texts = [text for _, text in points(STORY)]
    assert 3 <= len(texts) <= 6
    assert sum(len(t.split()) for t in texts) <= 0.45 * len(STORY.split())


def test_no_question_credit_link_or_headline_is_a_point() -> None:
    for _, text in points(STORY):
        assert not text.endswith("?")
        assert not text.startswith(("Reporting", "Read more", "Tern Bay council closes"))


def test_no_point_opens_with_a_pronoun_or_a_connective() -> None:
    for _, text in points(STORY):
        assert text.split()[0].lower() not in {"she", "he", "it", "they", "but", "and"}


def test_spans_never_overlap_and_have_no_outer_white_space() -> None:
    found = points(STORY)
    spans = sorted(point.span for point, _ in found)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text == text.strip() for _, text in found)


def test_a_statement_said_twice_is_one_point() -> None:
    twice = STORY.replace(
        "A bus will take pupils",
        "Tern Bay council voted on Tuesday to close the town's only swimming pool in June, after engineers found "
        "cracks in its roof.\n\nA bus will take pupils",
    )
    assert sum("voted on Tuesday" in text for _, text in points(twice)) == 1


def test_a_short_text_has_few_points() -> None:
    assert 1 <= len(points("The mill at Orrin burned down on Sunday night, the fire brigade said.")) <= 4


@pytest.mark.parametrize(
    "text", ["Orrin", "Why not?", "“", "1.", "...", "Read more: mills", "- one\n- two\n", "| a | b |"]
)
def test_text_without_a_statement_has_no_points(text: str) -> None:
    assert points(text) == []


def test_turns_of_an_interview_lose_their_labels() -> None:
    text = (
        "Ilse Brandt on forty years of clocks\n\n"
        "ODILE MARSH: When did the tower clock stop for the first time?\n\n"
        "ILSE BRANDT: The tower clock stopped in the frost of 1987 and the town was late for a week.\n\n"
        "MARSH: Who mended it?\n\n"
        "BRANDT: The blacksmith of Hollin made a new wheel for the clock out of a plough.\n"
    )
    found = [point_text for _, point_text in points(text)]
    assert found
    assert all("BRANDT:" not in point_text for point_text in found)


def test_items_of_a_list_can_be_points_without_a_full_stop() -> None:
    text = (
        "# Briefing: the Hollin line\n\n"
        "- Engineers closed the Hollin railway bridge on Monday after finding two broken girders\n"
        "- Repairs will cost £3 million and last until October, the operator Norrail announced\n"
        "- Coffee at ten\n"
    )
    found = [point_text for _, point_text in points(text, "briefing.md")]
    assert any(point_text.startswith("Engineers closed") for point_text in found)
    assert all("Coffee" not in point_text for point_text in found)


def test_a_leaning_sentence_is_taken_only_when_there_is_nothing_else() -> None:
    assert [text for _, text in points("He resigned from the board of the harbour on Friday night.")] == [
        "He resigned from the board of the harbour on Friday night."
    ]


def test_points_need_neither_entities_nor_quotes() -> None:
    prose = read_prose(load_bytes(STORY.encode(), path="story.txt"))
    assert len(pick_key_points(prose, (), ())) >= 3


def test_the_reason_names_whom_a_point_is_about() -> None:
    reasons = [point.reason for point, _ in points(STORY)]
    assert any("Swimming Club" in reason for reason in reasons)


def test_the_reason_gives_words_of_the_headline_and_figures() -> None:
    first = points(STORY)[0][0].reason
    assert "of the headline" in first and "“" in first
    assert "gives £4.2 million" in first


def score_of(sentence: str) -> float:
    prose = read_prose(load_bytes(sentence.encode()))
    piece = read_piece(prose)
    (candidate,) = weigh(prose, find_statements(prose, piece), (), piece, Glosses(prose.text, ())).candidates
    return candidate.score


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (
            "Tam Lowick found why the council had let the roof rot.",
            "Tam Lowick asked why the council had let the roof rot.",
        ),
        ("When Lowick came the council of Orrin mended it.", "When she came the council of Orrin mended it."),
        ("The council of Orrin will mend the roof at last.", "Others in the council will mend the roof at last."),
        ("The council of Orrin mended the roof in 2031.", "The council of Orrin mended the roof in spring."),
    ],
)
def test_what_is_known_and_named_weighs_more(more: str, less: str) -> None:
    assert score_of(more) > score_of(less)


PIECES = [
    "The mill at Orrin burned down on Sunday.",
    "“",
    "”",
    '"',
    "'",
    "But",
    "he said.",
    ",",
    "\n\n",
    "(",
    ":",
    "- ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map(" ".join))
def test_any_text_gives_well_formed_points(text: str) -> None:
    try:
        article = load_bytes(text.encode("utf-8", "replace"))
    except ReaderError:
        return  # nothing to read in it
    found = pick_key_points(read_prose(article), (), ())
    assert len(found) <= 6
    assert [p.rank for p in found] == list(range(1, len(found) + 1))
    spans = sorted(p.span for p in found)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert 0 <= span.start < span.end <= len(article.text)
        assert span.of(article.text) == span.of(article.text).strip()


# --- an opening of two sentences ----------------------------------------------------------------------------------
def feature(*opening: str) -> list[str]:
    body = (
        "Odile Marsh, a carpenter, drew the plan at her kitchen table in Hollin.",
        "Tam Reyes lent her a barn, and nine neighbours came with saws and glue.",
        "The council of Tern Bay has offered £4,000 a year for the upkeep of the work.",
        "Anselm Birch warned that no insurer would have it, and asked for a railing of steel.",
        "Petra Lowick, who teaches at the school, has booked the first outing for her pupils.",
        "The wood came from a chapel that was pulled down in 1997.",
    )
    text = "A swing for the whole town\n\n" + "\n\n".join([*opening, *body]) + "\n\n" + FILLING
    return [point for _, point in points(text)]


FILLING = " ".join(
    f"{name} carried planks from the yard to the hill and went home before the rain began that evening."
    for name in ("Brill", "Ostrander", "Quayle", "Mbeki-Holt", "Farrow", "Lindqvist", "Achterberg", "Dunmore")
)
QUESTION = "What if you could sit on a swing that holds a whole town and looks over the sea?"


def test_a_question_and_its_answer_are_one_point_where_no_sentence_tells_the_event() -> None:
    answer = "That is the dream of a carpenter, who has hung one from two masts."
    assert f"{QUESTION}\n\n{answer}" in feature(QUESTION, answer)


def test_a_question_is_no_point_where_a_sentence_tells_the_event() -> None:
    found = feature(QUESTION, "A swing for the whole town, hung from two masts, looks over the sea since Friday.")
    assert not any("?" in point for point in found)


def test_two_questions_are_no_point() -> None:
    assert not any("?" in point for point in feature(QUESTION, "And who would not want to be the first on it?"))


def test_that_a_source_kept_silent_weighs_less_than_what_it_said() -> None:
    def score(did: str) -> float:
        lead = "Gate shut in Orrin\n\nThe gate of Orrin was shut on Friday by the harbour board, its owner."
        prose = read_prose(load_bytes(f"{lead}\n\nThe harbour board of Orrin {did} comment on the gate.".encode()))
        statements = find_statements(prose)
        return weigh(prose, statements, (), read_piece(prose), Glosses(prose.text, ())).candidates[1].score

    assert score("declined to") < score("promised to")
