from __future__ import annotations

import pytest

from reader.analysis.model import (
    Analysis,
    Entity,
    KeyPoint,
    Label,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Speaker,
)
from reader.article.model import Article, Block, BlockKind
from reader.read import reading_of
from reader.reading import Reading, Role
from reader.spans import Span

TEXT = (
    "“The bridge will open in May and stay open,” said Ada Lenk. She told Orsa that the bridge will open "
    "in May and stay open."
)


def span(surface: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(surface, at + 1)
    return Span(at, at + len(surface))


def name(*spans: Span) -> tuple[Mention, ...]:
    return tuple(Mention(s, MentionKind.NAME) for s in spans)


@pytest.fixture
def reading() -> Reading:
    direct, indirect = span("“The bridge will open in May and stay open,”"), span("that the bridge", 0)
    ada = Entity(
        "e1",
        "Ada Lenk",
        Label.PERSON,
        (*name(span("Ada Lenk")), Mention(span("She"), MentionKind.PRONOUN)),
        ("engineer",),
    )
    orsa = Entity("e2", "Orsa", Label.GPE, name(span("Orsa")))
    may = Entity("e3", "May", Label.DATE, name(span("May"), span("May", 1)))
    quotes = (
        Quote("q1", QuoteKind.DIRECT, (direct,), span("said"), Speaker(span("Ada Lenk"), "Ada Lenk", "e1")),
        Quote(
            "q2",
            QuoteKind.INDIRECT,
            (Span(indirect.start, len(TEXT) - 1),),
            span("told"),
            Speaker(span("She"), "Ada Lenk", "e1"),
        ),
    )
    points = (KeyPoint("k1", Span(span("She").start, len(TEXT)), 1),)
    article = Article("t.txt", "0" * 64, TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),))
    return reading_of(article, Analysis(quotes, (ada, orsa, may), points))


def test_what_lies_at_an_offset_comes_narrowest_first(reading: Reading) -> None:
    places = reading.places_at(span("May").start)
    assert [(p.item, p.role) for p in places] == [("e3", Role.MENTION), ("q1", Role.QUOTE)]
    assert [p.role for p in reading.places_at(span("She").start)] == [Role.MENTION, Role.SPEAKER, Role.KEY_POINT]


def test_nothing_lies_between_the_items(reading: Reading) -> None:
    assert reading.places_at(span(" said").start) == []


def test_a_quote_is_tied_to_its_speaker_from_both_ends(reading: Reading) -> None:
    assert ("q1", "e1", "said_by") in [(x.source, x.target, x.rel) for x in reading.links_of("q1")]
    assert ("q1", "e1", "said_by") in [(x.source, x.target, x.rel) for x in reading.links_of("e1")]
    assert reading.said_by("e1")[0] == 2


def test_a_key_point_is_about_the_names_in_it_and_not_about_figures(reading: Reading) -> None:
    assert [(x.target, x.rel) for x in reading.links_of("k1")] == [("e1", "about"), ("e2", "about")]


def test_the_same_words_in_two_quotes_are_a_repeat(reading: Reading) -> None:
    assert reading.repeats_of("q1") == ("q2",)
    assert reading.repeats_of("q2") == ("q1",)


def test_an_item_knows_all_its_places_and_a_wrong_id_is_an_error(reading: Reading) -> None:
    assert reading.spans_of("e3") == (span("May"), span("May", 1))
    assert reading.spans_of("k1") == (Span(span("She").start, len(TEXT)),)
    with pytest.raises(KeyError):
        reading.item("q99")


def test_quoted_words_are_counted_by_speaker(reading: Reading) -> None:
    assert reading.said == {"Ada Lenk": 9 + 10}


def test_an_article_without_findings_is_a_reading_too() -> None:
    empty = Reading(Article("t", "0" * 64, "Words.", (Block(BlockKind.PARAGRAPH, Span(0, 6)),)))
    assert empty.places_at(2) == [] and empty.links_of("q1") == () and empty.said == {}
