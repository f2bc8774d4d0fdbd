"""Rules over an article: what they match, and what the matches are tied to.

What is exported as "matches" comes from here, from the rule sets that were asked for. `builtin/core.yaml`, which says
how the program's own quotes, entities and key points are painted, is for the screen alone: its matches would only
repeat what "quotes", "entities" and "key_points" say.
"""

from __future__ import annotations

from reader.analysis.model import Analysis, Link
from reader.language.prose import Prose
from reader.rules.model import Found, Match, Rule, RuleSet
from reader.rules.search import REGEX_SECONDS, Hit, Search, TooSlowError
from reader.spans import Span

MAX_MATCHES = 50_000
"""Of one rule in one article."""
MAX_LINKS = 20_000
"""Of one rule in one article."""


def apply_rules(rules: RuleSet, prose: Prose, analysis: Analysis) -> Found:
    """Everything that the rules find, every overlap kept.

    A rule whose pattern is too slow finds nothing, and one that matches everywhere only so much; a notice says so.
    """
    if not rules.rules:
        return Found()
    search = Search(rules, prose, analysis)
    hits: list[tuple[Span, int, Hit]] = []
    notices: list[str] = []
    for number, rule in enumerate(rules.rules):
        try:
            found = search.matches_of(rule)
        except TooSlowError:
            notices.append(f"{_named(rule)} was switched off: its regex took more than {REGEX_SECONDS} s")
            continue
        if len(found) > MAX_MATCHES:
            notices.append(f"{_named(rule)} matches more than {MAX_MATCHES} times: only the first are kept")
        hits += [(span, number, hit) for span, hit in found[:MAX_MATCHES]]
    hits.sort(key=lambda entry: (entry[0].start, -entry[0].end, entry[1]))

    matches: list[Match] = []
    links: list[list[Link]] = [[] for _ in rules.rules]
    for i, (span, number, hit) in enumerate(hits, 1):
        rule = rules.rules[number]
        matches.append(Match(f"m{i}", rule.id, span, dict(hit.captures), rule.style, rule.priority, rule.list))
        if len(links[number]) <= MAX_LINKS:
            links[number] += search.links_of(rule, matches[-1], hit)
    for rule, of_rule in zip(rules.rules, links, strict=True):
        if len(of_rule) > MAX_LINKS:
            notices.append(f"{_named(rule)} makes more than {MAX_LINKS} links: only the first are kept")
    return Found(tuple(matches), tuple(link for some in links for link in some[:MAX_LINKS]), tuple(notices))


def _named(rule: Rule) -> str:
    return f"rule '{rule.id}' ({rule.place})"
