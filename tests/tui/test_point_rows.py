"""Key points on the screen: their order, names in brackets, headings, and what they are tied to."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.model import (
    Analysis,
    Entity,
    Gloss,
    KeyPoint,
    Label,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Speaker,
)
from reader.article.load import load_bytes
from reader.reading import Reading
from reader.spans import Span
from reader.tui.copy_text import copy_of
from reader.tui.detail_text import ties_of
from reader.tui.drawing import Line
from reader.tui.entries import Entry
from reader.tui.item_words import point_words
from reader.tui.list_rows import entries_of

TEXT = """# The ferry

## What happened

Ana Ruiz sold the ferry. but she’s keeping the bell, she said on Monday.

## What comes next

The new owner will paint it.

## What it costs

Paint costs 400 crowns a tin.
"""


def spot(reading_text: str, words: str) -> Span:
    start = reading_text.index(words)
    return Span(start, start + len(words))


def reading(*, named: bool = True) -> Reading:
    article = load_bytes(TEXT.encode(), path="ferry.md")
    text = article.text
    she = spot(text, "she’s")
    she = Span(she.start, she.start + 3)
    mentions = [Mention(spot(text, "Ana Ruiz"), MentionKind.NAME), Mention(she, MentionKind.PRONOUN)]
    ruiz = Entity("e1", "Ana Ruiz", Label.PERSON, tuple(mentions[: 2 if named else 1]))
    keeps = spot(text, "she’s keeping the bell")
    quote = Quote("q1", QuoteKind.INDIRECT, (keeps,), None, Speaker(None, "Ana Ruiz", "e1"))
    points = (
        KeyPoint("k1", spot(text, "The new owner will paint it."), 1),
        KeyPoint("k2", keeps, 2, "", (Gloss(she.end + 2, she),)),
        KeyPoint("k3", spot(text, "Paint costs 400 crowns a tin."), 3),
    )
    return Reading(article, Analysis((quote,), (ruiz,), points))


def rows(entries: Sequence[Entry]) -> list[str]:
    return [words(line) for entry in entries for line in entry.lines]


def words(line: Line) -> str:
    return "".join(piece.text for piece in line.left).strip()


def test_points_stand_in_the_order_of_the_text_with_their_rank_below_their_headings() -> None:
    assert [row for row in rows(entries_of(reading(), "points", 60)) if row] == [
        "What happened",
        "2  She’s [Ana Ruiz] keeping the bell",
        "What comes next",
        "1  The new owner will paint it.",
        "What it costs",
        "3  Paint costs 400 crowns a tin.",
    ]


def test_walking_the_list_goes_down_the_text() -> None:
    assert [entry.key for entry in entries_of(reading(), "points", 60) if entry.key] == ["k2", "k1", "k3"]


def test_a_mention_that_was_taken_from_its_entity_has_no_name() -> None:
    found = reading(named=False)
    assert point_words(found, found.key_points[1]) == "She’s keeping the bell"


def test_a_point_is_copied_as_it_is_shown() -> None:
    found = reading()
    assert copy_of(found, found.key_points[1]).startswith("She’s [Ana Ruiz] keeping the bell — ")


def test_the_text_of_a_point_is_untouched() -> None:
    found = reading()
    assert found.key_points[1].span.of(found.article.text) == "she’s keeping the bell"


def test_a_point_is_tied_to_its_quote_and_the_quote_to_it() -> None:
    assert ("reports", "q1") in [(tie.words, tie.target) for tie in ties_of(reading(), "k2")]
    assert ("in point", "k2") in [(tie.words, tie.target) for tie in ties_of(reading(), "q1")]
    assert not [tie for tie in ties_of(reading(), "k1") if tie.words == "reports"]


def test_a_point_from_a_turn_of_an_interview_says_who_speaks() -> None:
    text = "RUIZ: I sold the ferry.\n\nRUIZ: We kept the bell."
    article = load_bytes(text.encode())
    turn = spot(article.text, "We kept the bell.")
    quote = Quote("q1", QuoteKind.DIRECT, (turn,), None, Speaker(None, "Ana Ruiz", None))
    found = Reading(article, Analysis((quote,), (), (KeyPoint("k1", turn, 1),)))
    assert point_words(found, found.key_points[0]) == "Ana Ruiz: We kept the bell."
