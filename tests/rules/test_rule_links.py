"""What links go to, from what, and within what."""

from __future__ import annotations

import pytest
from rule_tools import article_of, marked, rules_of, run, span_in

from reader.analysis.model import (
    Analysis,
    Entity,
    KeyPoint,
    Label,
    Link,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Speaker,
)
from reader.errors import ReaderError
from reader.rules.model import DEFAULT_PRIORITY, Style
from reader.spans import Span

TEXT = (
    "“Orsa pays 40 now,” said Ada Lenk. She waited.\n\n"
    "“We owe 60,” said Bo Marr, “and Orsa pays 40 now,” he added. It was 90 in all."
)
ADA = Speaker(span_in(TEXT, "Ada Lenk"), "Ada Lenk", "e1")
BO = Speaker(span_in(TEXT, "Bo Marr"), "Bo Marr", "e2")


def name(surface: str, nth: int = 0) -> Mention:
    return Mention(span_in(TEXT, surface, nth), MentionKind.NAME)


ANALYSIS = Analysis(
    quotes=(
        Quote("q1", QuoteKind.DIRECT, (span_in(TEXT, "“Orsa pays 40 now,”"),), span_in(TEXT, "said"), ADA),
        Quote(
            "q2",
            QuoteKind.DIRECT,
            (span_in(TEXT, "“We owe 60,”"), span_in(TEXT, "“and Orsa pays 40 now,”")),
            span_in(TEXT, "said", 1),
            BO,
        ),
    ),
    entities=(
        Entity("e1", "Ada Lenk", Label.PERSON, (name("Ada Lenk"), Mention(span_in(TEXT, "She"), MentionKind.PRONOUN))),
        Entity("e2", "Bo Marr", Label.PERSON, (name("Bo Marr"),)),
        Entity("e3", "Orsa", Label.ORG, (name("Orsa"), name("Orsa", 1))),
    ),
    key_points=(KeyPoint("k1", Span(0, TEXT.index(" She")), 1),),
)


def links(rules: str) -> list[tuple[str, str, str]]:
    found = run(rules_of(rules), article_of(TEXT), ANALYSIS)
    return [(k.source, k.target, k.rel) for k in found.links]


@pytest.mark.parametrize(
    ("match", "link", "expected"),
    [
        # A match that is an item is tied as that item; another is tied as itself.
        ("{quote: any}", "{to: speaker}", [("q1", "e1", "said_by"), ("q2", "e2", "said_by")]),
        ("{words: ['60', '90']}", "{to: speaker, rel: from}", [("m1", "e2", "from")]),
        ("{quote: {part: cue}}", "{to: speaker}", [("q1", "e1", "said_by"), ("q2", "e2", "said_by")]),
        ("{entity: {name: Ada Lenk}}", "{to: quotes, rel: said}", [("e1", "q1", "said")]),
        ("{words: [waited]}", "{to: quotes, rel: said}", []),
        ("{words: [waited]}", "{to: quotes, within: paragraph, rel: by}", [("m1", "q1", "by")]),
        ("{entity: {name: Orsa}}", "{to: quotes, within: match}", [("e3", "q1", "near"), ("e3", "q2", "near")]),
        ("{key_point: any}", "{to: entity, within: match}", [("k1", "e3", "near"), ("k1", "e1", "near")]),
        ("{words: [pays]}", "{to: key_point, within: match}", [("m1", "k1", "near")]),
        # Within a quote is within all its parts.
        ("{words: [owe]}", "{to: entity, within: quote}", [("m1", "e3", "near")]),
        ("{words: [waited]}", "{to: entity, within: quote}", []),
        ("{words: [waited]}", "{to: entity, within: 1 word}", [("m1", "e1", "near")]),
    ],
)
def test_a_link_ties_a_match_to_what_it_names(match: str, link: str, expected: list[tuple[str, str, str]]) -> None:
    assert links(f"- {{id: it, match: {match}, link: {link}}}") == expected


def test_a_link_to_a_rule_goes_to_its_matches_and_to_items_for_those_that_are_some() -> None:
    number = "- {id: number, match: {regex: '\\d+'}}\n"
    assert links(number + "- {id: it, match: {quote: any}, link: {to: 'rule:number', within: quote, rel: sum}}") == [
        ("q1", "m2", "sum"),
        ("q2", "m4", "sum"),
        ("q2", "m6", "sum"),
    ]
    person = "- {id: person-x, match: {entity: {label: PERSON}}}\n"
    assert links(person + "- {id: it, match: {words: [waited]}, link: {to: 'rule:person-x', within: sentence}}") == [
        ("m3", "e1", "near")
    ]


def test_a_repeat_is_tied_to_the_earlier_quote() -> None:
    said = "“The old mill will never again grind wheat for this valley,”"
    text = f"{said} said Ada Lenk.\n\n{said} she wrote."
    spans = [span_in(text, said, nth) for nth in (0, 1)]
    quotes = tuple(Quote(f"q{i}", QuoteKind.DIRECT, (span,), None, None) for i, span in enumerate(spans, 1))
    found = run(rules_of("- {id: it, match: {quote: any}, link: {to: repeats}}"), article_of(text), Analysis(quotes))
    assert found.links == (Link("q2", "q1", "repeats"),)


def test_the_programs_own_words_for_links_are_kept_for_what_they_mean() -> None:
    mentions = "- {id: it, match: {quote: any}, link: {to: entity, within: match, rel: mentions}}"
    assert links(mentions) == [("q1", "e3", "mentions"), ("q2", "e3", "mentions")]
    for rel in ("said_by", "repeats"):
        with pytest.raises(ReaderError, match=f"rel '{rel}' is the program's word for links to"):
            links(mentions.replace("mentions", rel))


# --- conditions ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("match", "where", "expected"),
    [
        ("{quote: any}", "{with: {words: [owe], within: match}}", ["“We owe 60,”"]),
        ("{quote: any}", "{with: {words: [owe], within: quote}}", ["“We owe 60,”", "“and Orsa pays 40 now,”"]),
        ("{words: [pays]}", "{with: {words: [owe], within: quote}}", ["pays"]),
        ("{words: [pays]}", "{without: {words: [owe], within: quote}}", ["pays"]),
        ("{words: [waited]}", "{with: {words: [owe], within: quote}}", []),
        ("{words: [said, added]}", "{with: {quote: {part: cue}, within: match}}", ["said", "said"]),
        ("{regex: '\\d+'}", "{without: {regex: '[46]0', within: match}}", ["90"]),
        ("{words: [now]}", "{with: {rule: other, within: 2 words}}", ["now", "now"]),
        ("{rule: other}", "{in: quote, with: {words: [owe], within: sentence}}", ["60", "40"]),
    ],
)
def test_conditions_may_ask_of_the_match_itself_its_quote_and_other_rules(
    match: str, where: str, expected: list[str]
) -> None:
    rules = rules_of(f"- {{id: it, match: {match}, where: {where}}}\n- {{id: other, match: {{regex: '\\d+'}}}}")
    found = run(rules, article_of(TEXT), ANALYSIS)
    assert [m.span.of(TEXT) for m in found.matches if m.rule == "it"] == expected


# --- rules in rules -----------------------------------------------------------------------------------------------
def test_a_rule_as_a_seed_gives_its_matches_with_their_captures_also_when_it_is_off() -> None:
    rules = rules_of(
        "- {id: b, match: {rule: a}, where: {not_in: quote}, captures: {n: {bold: true}}}\n"
        "- {id: a, match: {regex: '(?P<n>\\d)0'}, style: match, priority: 3}"
    )
    found = run(rules, article_of(TEXT), ANALYSIS)
    (match,) = [m for m in found.matches if m.rule == "b"]
    assert match.captures["n"].of(TEXT) == "9" and match.priority == DEFAULT_PRIORITY
    off = run(rules.switched(off=["a"]), article_of(TEXT), ANALYSIS)
    assert [m.rule for m in off.matches] == ["b"]
    assert rules.rule("b").captures == {"n": Style(bold=True)}


def test_a_long_chain_of_rules_ends() -> None:
    chain = "\n".join(f"- {{id: r{i}, match: {{any: [{{rule: r{i + 1}}}, {{rule: r{i + 1}}}]}}}}" for i in range(1000))
    rules = rules_of(f"{chain}\n- {{id: r1000, match: {{words: [now]}}}}")
    assert len(run(rules, article_of(TEXT)).matches) == 2 * 1001


def test_switching_ids_goes_before_switching_sets_and_off_before_on() -> None:
    rules = rules_of("- {id: a, match: {words: [a]}}\n- {id: b, match: {words: [b]}}", "off: b")
    assert [(r.id, r.on) for r in rules.rules] == [("a", True), ("b", False)]
    assert [r.on for r in rules.switched(off=["t.yaml"], on=["a"]).rules] == [True, False]
    assert [r.on for r in rules.switched(on=["t.yaml"]).rules] == [True, True]
    assert [r.on for r in rules.switched(on=["a", "b"], off=["b"]).rules] == [True, False]
    assert marked("{words: [now]}", TEXT) == ["now", "now"]
