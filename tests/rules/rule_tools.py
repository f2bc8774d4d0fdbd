"""What the tests of the rules share: a short way from rules and a text to what was found."""

from __future__ import annotations

from collections.abc import Sequence

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
from reader.language.prose import read_prose
from reader.rules.apply import apply_rules
from reader.rules.load import parse_rules
from reader.rules.model import Found, RuleSet
from reader.spans import Span


def article_of(text: str, kinds: Sequence[BlockKind] = ()) -> Article:
    """An article whose blocks are parted by empty lines; all paragraphs unless `kinds` says what they are."""
    blocks, at = [], 0
    for i, part in enumerate(text.split("\n\n")):
        blocks.append(Block(kinds[i] if kinds else BlockKind.PARAGRAPH, Span(at, at + len(part))))
        at += len(part) + 2
    return Article("t.txt", "0" * 64, text, tuple(blocks))


def span_in(text: str, surface: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(surface, at + 1)
    return Span(at, at + len(surface))


def rules_of(rules: str, head: str = "") -> RuleSet:
    return parse_rules(f"version: 1\n{head}\nrules:\n{rules}\n", "t.yaml")


def run(rules: RuleSet, article: Article, analysis: Analysis = Analysis()) -> Found:  # noqa: B008 (immutable)
    return apply_rules(rules, read_prose(article), analysis)


def marked(match: str, text: str, more: str = "", head: str = "", analysis: Analysis = Analysis()) -> list[str]:  # noqa: B008
    """What one rule with this `match` (and `more` keys) marks in a text of paragraphs."""
    rules = rules_of(f"- {{id: it, match: {match}{', ' + more if more else ''}}}", head)
    return [m.span.of(text) for m in run(rules, article_of(text), analysis).matches]


TEXT = (
    "“We pay Orsa Lines €4 million,” said Ada Lenk. She may sell it.\n\n"
    "Orsa Lines said the deal was done. Lenk left in March."
)
"""The text that `ANALYSIS` is of."""

ANALYSIS = Analysis(
    quotes=(
        Quote(
            "q1",
            QuoteKind.DIRECT,
            (span_in(TEXT, "“We pay Orsa Lines €4 million,”"),),
            span_in(TEXT, "said"),
            Speaker(span_in(TEXT, "Ada Lenk"), "Ada Lenk", "e2"),
        ),
        Quote(
            "q2",
            QuoteKind.INDIRECT,
            (span_in(TEXT, "the deal was done"),),
            span_in(TEXT, "said", 1),
            Speaker(span_in(TEXT, "Orsa Lines", 1), "Orsa Lines", "e1"),
        ),
    ),
    entities=(
        Entity(
            "e1",
            "Orsa Lines",
            Label.ORG,
            (
                Mention(span_in(TEXT, "Orsa Lines"), MentionKind.NAME),
                Mention(span_in(TEXT, "Orsa Lines", 1), MentionKind.NAME),
            ),
        ),
        Entity(
            "e2",
            "Ada Lenk",
            Label.PERSON,
            (
                Mention(span_in(TEXT, "Ada Lenk"), MentionKind.NAME),
                Mention(span_in(TEXT, "She"), MentionKind.PRONOUN),
                Mention(span_in(TEXT, "Lenk", 1), MentionKind.NAME),
            ),
        ),
        Entity("e3", "€4 million", Label.MONEY, (Mention(span_in(TEXT, "€4 million"), MentionKind.NAME),)),
    ),
    key_points=(KeyPoint("k1", span_in(TEXT, "Orsa Lines said the deal was done."), 1),),
)
