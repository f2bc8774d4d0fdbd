"""Conditions on where a match stands, and links to what is near it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_tools import ANALYSIS, TEXT, article_of, marked, rules_of, run

from reader.analysis.model import Analysis, Entity, Label, Mention, MentionKind
from reader.article.model import BlockKind
from reader.rules import apply
from reader.rules.near import SpanSet
from reader.spans import Span

ANY_WORD = r"{regex: '\b[A-Za-z]+\b'}"


def found(match: str, where: str) -> list[str]:
    return marked(match, TEXT, f"where: {where}", analysis=ANALYSIS)


# --- in, not_in ---------------------------------------------------------------------------------------------------
def test_in_a_quote_is_wholly_inside_one_and_not_in_is_the_rest() -> None:
    assert found("{words: [said, pay, deal, Lenk]}", "{in: quote}") == ["pay", "deal"]
    assert found("{words: [said, pay, deal, Lenk]}", "{not_in: quote}") == ["said", "Lenk", "said", "Lenk"]
    assert found("{regex: 'million,. said'}", "{not_in: quote}") == ["million,” said"]


def test_in_names_kinds_of_blocks_and_one_of_several_is_enough() -> None:
    text = "Mill one\n\nMill two\n\nMill three\n\nMill four"
    kinds = [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE]

    def numbers(where: str) -> list[str]:
        rules = rules_of(f"- {{id: it, match: {{regex: '(?<=Mill )[a-z]+'}}, where: {where}}}")
        return [m.span.of(text) for m in run(rules, article_of(text, kinds)).matches]

    assert numbers("{in: heading}") == ["one"]
    assert numbers("{in: [heading, list_item]}") == ["one", "three"]
    assert numbers("{not_in: [heading, table]}") == ["two", "three"]
    assert numbers("{in: [heading, list_item], not_in: heading}") == ["three"]


# --- with, without ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{with: {words: [said], within: sentence}}", ["Ada", "Orsa"]),
        ("{with: {words: [sell], within: paragraph}}", ["Ada"]),
        ("{without: {words: [said], within: sentence}}", ["March"]),
        ("{with: {entity: {label: MONEY}, within: sentence}}", ["Ada"]),
        ("{with: {quote: {kind: indirect}, within: sentence}}", ["Orsa"]),
        ("{with: [{words: [said], within: sentence}, {words: [deal], within: sentence}]}", ["Orsa"]),
        ("{without: [{words: [deal], within: sentence}, {words: [left], within: sentence}]}", ["Ada"]),
        ("{with: {words: [said], within: sentence}, without: {words: [deal], within: sentence}}", ["Ada"]),
        ("{with: {words: [said], within: 1 word}}", ["Ada"]),
        ("{with: {words: [said], within: 2 words}}", ["Ada", "Orsa"]),
    ],
)
def test_all_of_with_and_none_of_without_must_be_near(where: str, expected: list[str]) -> None:
    assert found("{words: [Ada, March, Orsa]}", f"{{not_in: quote, {where[1:]}") == expected


def test_words_are_counted_to_both_sides_and_never_over_the_end_of_a_paragraph() -> None:
    text = "one two mill three four\n\nmill end"
    assert marked("{words: [mill]}", text, "where: {with: {words: [two], within: 1 word}}") == ["mill"]
    assert marked("{words: [mill]}", text, "where: {with: {words: [four], within: 1 word}}") == []
    assert marked("{words: [mill]}", text, "where: {with: {words: [four], within: 2 words}}") == ["mill"]
    assert marked("{words: [end]}", text, "where: {with: {words: [four], within: 9 words}}") == []


def test_a_match_does_not_stand_near_itself() -> None:
    assert marked("{words: [mill]}", "The mill.", "where: {with: {words: [mill], within: sentence}}") == []
    assert marked("{words: [mill]}", "The mill, a mill.", "where: {with: {words: [mill], within: sentence}}") == [
        "mill",
        "mill",
    ]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda t: Span(t[0], t[0] + t[1]))


@given(st.lists(SPANS), SPANS, st.integers(0, 9), st.integers(0, 9))
def test_nearness_is_what_comparing_with_each_span_says(spans: list[Span], it: Span, before: int, after: int) -> None:
    spans_set, area = SpanSet(spans), Span(it.start - min(before, it.start), it.end + after)
    assert spans_set.has_in(area, it) == any(area.overlaps(s) for s in spans if s != it)
    assert spans_set.has_around(it) == any(s.holds(it) for s in spans)


# --- links --------------------------------------------------------------------------------------------------------
def links(match: str, link: str) -> list[tuple[str, str, str]]:
    rules = rules_of(f"- {{id: it, match: {match}, link: {link}}}")
    return [(x.source, x.target, x.rel) for x in run(rules, article_of(TEXT), ANALYSIS).links]


def test_a_link_ties_a_match_to_each_item_near_it_once() -> None:
    assert links("{words: [pay, left]}", "[{to: entity, within: sentence, rel: seen by}]") == [
        ("m1", "e1", "seen by"),
        ("m1", "e2", "seen by"),
        ("m2", "e2", "seen by"),
    ]
    assert links("{words: [left]}", "{to: quotes, within: paragraph}") == [("m1", "q2", "near")]
    assert links("{words: [left]}", "{to: key_point, within: paragraph}") == [("m1", "k1", "near")]
    assert links("{words: [left]}", "{to: key_point, within: sentence}") == []


def test_figures_and_the_item_that_a_match_is_are_not_linked_to() -> None:
    assert links("{words: [€4 million]}", "{to: entity, within: sentence}") == [
        ("m1", "e1", "near"),
        ("m1", "e2", "near"),
    ]
    assert links("{entity: {name: Ada Lenk, mention: pronoun}}", "{to: entity, within: sentence}") == []


def test_a_rule_that_links_everything_to_everything_is_cut_short_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ada " * 400
    mentions = [Mention(Span(4 * i, 4 * i + 3), MentionKind.NAME) for i in range(400)]
    analysis = Analysis(entities=tuple(Entity(f"e{i}", "Ada", Label.PERSON, (m,)) for i, m in enumerate(mentions)))
    rules = rules_of("- {id: it, match: {words: [Ada]}, link: {to: entity, within: paragraph}}")
    result = run(rules, article_of(text.strip()), analysis)
    assert len(result.links) == apply.MAX_LINKS
    assert result.notices == ("rule 'it' (t.yaml:4:8) makes more than 20000 links: only the first are kept",)
    monkeypatch.setattr(apply, "MAX_MATCHES", 3)
    result = run(rules_of("- {id: it, match: {words: [Ada]}}"), article_of(text.strip()), analysis)
    assert len(result.matches) == 3 and "matches more than 3 times" in result.notices[0]
