"""What a match looks like in its list."""

from __future__ import annotations

import pytest
from rule_tools import ANALYSIS, TEXT, article_of, rules_of, run

from reader.analysis.model import Analysis, Entity, Label, Mention, MentionKind
from reader.rules.listing import NOBODY, date_of
from reader.rules.load import parse_rules
from reader.rules.model import GroupBy, ListTab, Match, Sort
from reader.spans import Span


def matches(rule: str, head: str) -> tuple[Match, ...]:
    return run(rules_of(rule, head), article_of(TEXT), ANALYSIS).matches


def test_a_text_is_filled_with_captures_and_a_capture_that_is_not_there_is_nothing() -> None:
    rule = (
        "- {id: it, match: {regex: '(?P<cur>€) ?(?P<n>\\d+)(?: (?P<mag>million))?(?P<no>x)?'}, "
        "list: {name: sums, text: '{n}{no} {mag}  {cur} of {match}'}}"
    )
    (match,) = matches(rule, "lists: {sums: {}}")
    assert (match.list, match.text) == ("sums", "4 million € of €4 million")


def test_without_a_list_or_a_text_nothing_is_filled() -> None:
    (match,) = matches("- {id: it, match: {words: [sell]}, list: a}", "lists: {a: {}}")
    assert (match.text, match.group, match.date) == ("", "", "")


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("none", ["", "", ""]),
        ("rule", ["the rule", "the rule", "the rule"]),
        ("speaker", ["Ada Lenk", "Orsa Lines", NOBODY]),
        ("entity", ["Orsa Lines", "Orsa Lines", "Ada Lenk"]),
    ],
)
def test_headings_are_rules_speakers_or_entities(by: str, groups: list[str]) -> None:
    found = matches("- {id: the-rule, match: {words: [pay, deal, left]}, list: a}", f"lists: {{a: {{group_by: {by}}}}}")
    assert [match.group for match in found] == groups


def test_a_list_says_its_title_and_how_it_is_grouped_and_sorted() -> None:
    head = "lists: {claims: {}, times: {title: When, sort: date, group_by: entity}}"
    assert parse_rules(f"version: 1\n{head}", "t.yaml").lists == (
        ListTab("claims", "Claims"),
        ListTab("times", "When", GroupBy.ENTITY, Sort.DATE),
    )


def test_matches_have_the_date_that_they_are_or_have_in_them() -> None:
    text = "It was built in 1931. On 3 May 2024 it closed. It may open in June. Nobody knows."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("1931", "3 May 2024", "June")]
    dates = Analysis(
        entities=tuple(
            Entity(f"e{i}", span.of(text), Label.DATE, (Mention(span, MentionKind.NAME),))
            for i, span in enumerate(spans, 1)
        )
    )
    head = "lists: {times: {sort: date}}"
    dated = "- {id: it, match: {entity: {label: DATE}}, list: times}"
    assert [m.date for m in run(rules_of(dated, head), article_of(text), dates).matches] == ["1931", "2024-05-03", ""]
    around = "- {id: it, match: {words: [it, nobody]}, mark: sentence, list: times}"
    assert [m.date for m in run(rules_of(around, head), article_of(text), dates).matches] == [
        "1931", "2024-05-03", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "words", "year", "date"),
    [
        ("2024-06-29", "29 June 2024", "", "2024-06-29"),
        ("29 June 2024", "29 June 2024", "", "2024-06-29"),
        ("June 2026", "June 2026", "", "2026-06"),
        ("Saturday 17 May", "Saturday 17 May", "2025", "2025-05-17"),
        ("17 May", "17 May", "", ""),
        ("March", "March", "2025", "2025-03"),
        ("1998", "1998", "2025", "1998"),
        ("May 3rd, 1998", "May 3rd, 1998", "2025", "1998-05-03"),
        ("Tuesday", "Tuesday", "2025", ""),
        ("last week", "last week", "2025", ""),
    ],
)
def test_a_date_is_told_as_far_as_it_can_be(name: str, words: str, year: str, date: str) -> None:
    assert date_of(name, words, year) == date
