"""Seeds that ask for entities, quotes and key points; marks; what a match carries."""

from __future__ import annotations

import pytest
from rule_tools import ANALYSIS, TEXT, article_of, marked, rules_of, run

from reader.analysis.model import Analysis
from reader.rules.model import DEFAULT_PRIORITY, PLAIN, Found, RuleSet, Style


def found(match: str, more: str = "") -> list[str]:
    return marked(match, TEXT, more, analysis=ANALYSIS)


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ("{entity: any}", ["Orsa Lines", "€4 million", "Ada Lenk", "She", "Orsa Lines", "Lenk"]),
        ("{entity: {label: PERSON}}", ["Ada Lenk", "She", "Lenk"]),
        ("{entity: {label: [ORG, MONEY]}}", ["Orsa Lines", "€4 million", "Orsa Lines"]),
        ("{entity: {name: Ada Lenk}}", ["Ada Lenk", "She", "Lenk"]),
        ("{entity: {name: ada  lenk}}", ["Ada Lenk", "She", "Lenk"]),
        ("{entity: {name: A. Lenk, aliases: [Lenk]}}", ["Ada Lenk", "She", "Lenk"]),
        ("{entity: {name: She}}", []),
        ("{entity: {name: Ada Lenk, label: ORG}}", []),
        ("{entity: {name: Ada Lenk, mention: pronoun}}", ["She"]),
        ("{entity: {mention: name, label: PERSON}}", ["Ada Lenk", "Lenk"]),
    ],
)
def test_entity_is_every_mention_of_those_that_answer_to_all_that_is_asked(match: str, expected: list[str]) -> None:
    assert found(match) == expected


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ("{quote: any}", ["“We pay Orsa Lines €4 million,”", "the deal was done"]),
        ("{quote: {kind: direct}}", ["“We pay Orsa Lines €4 million,”"]),
        ("{quote: {kind: [mixed, indirect]}}", ["the deal was done"]),
        ("{quote: {by: Lenk}}", ["“We pay Orsa Lines €4 million,”"]),
        ("{quote: {by: [ORSA LINES, Ada Lenk]}}", ["“We pay Orsa Lines €4 million,”", "the deal was done"]),
        ("{quote: {by: Lenk, kind: indirect}}", []),
        ("{quote: {part: cue}}", ["said", "said"]),
        ("{quote: {part: speaker, kind: direct}}", ["Ada Lenk"]),
    ],
)
def test_quote_is_every_part_of_those_by_a_speaker_and_of_a_kind(match: str, expected: list[str]) -> None:
    assert found(match) == expected


def test_key_point_is_every_key_point() -> None:
    assert found("{key_point: any}") == ["Orsa Lines said the deal was done."]


def test_any_is_what_either_seed_finds_and_the_same_place_only_once() -> None:
    assert found("{any: [{words: [Lenk]}, {entity: {name: Lenk}}, {regex: 'L[a-z]nk'}]}") == [
        "Ada Lenk", "Lenk", "She", "Lenk",
    ]  # fmt: skip


def test_a_mark_widens_to_the_sentence_or_the_paragraph_and_each_is_marked_once() -> None:
    assert found("{words: [Orsa, said]}", "mark: sentence") == [
        "“We pay Orsa Lines €4 million,” said Ada Lenk.",
        "Orsa Lines said the deal was done.",
    ]
    assert found("{words: [Orsa, left]}", "mark: paragraph") == TEXT.split("\n\n")


def test_a_match_over_the_end_of_a_sentence_is_in_both_and_a_mark_covers_them() -> None:
    assert found(r"{regex: 'Lenk\. She'}", "mark: sentence") == [TEXT.split("\n\n")[0]]
    near = "where: {with: {words: [sell], within: sentence}}"
    assert found(r"{regex: 'Lenk\. She'}", near) == ["Lenk. She"]
    assert found("{regex: 'Lenk'}", near) == []


def test_matches_stand_in_the_order_of_the_text_with_every_overlap_and_all_that_their_rule_says() -> None:
    rules = rules_of(
        "- {id: narrow, match: {words: [Orsa]}, style: match.x, priority: 7, list: names}\n"
        "- {id: wide, match: {words: [Orsa Lines]}}\n- {id: same, match: {regex: Orsa}}",
        "lists: {names: {}}",
    )
    matches = run(rules, article_of(TEXT), ANALYSIS).matches
    assert [(m.id, m.rule) for m in matches] == [
        ("m1", "wide"), ("m2", "narrow"), ("m3", "same"), ("m4", "wide"), ("m5", "narrow"), ("m6", "same"),
    ]  # fmt: skip
    assert (matches[1].style, matches[1].priority, matches[1].list) == (Style("match.x"), 7, "names")
    assert (matches[0].style, matches[0].priority, matches[0].list) == (PLAIN, DEFAULT_PRIORITY, "")


def test_without_rules_nothing_is_found() -> None:
    assert run(RuleSet(), article_of(TEXT), ANALYSIS) == Found()
    assert marked("{entity: any}", TEXT, analysis=Analysis()) == []
