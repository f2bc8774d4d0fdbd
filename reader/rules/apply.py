"""Rules over an article: what they match, and what the matches are tied to."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from reader.analysis.model import Analysis, Link
from reader.language.prose import Prose
from reader.rules.files import CORE
from reader.rules.listing import Listing
from reader.rules.model import PLAIN, Found, Match, Rule, RuleSet
from reader.rules.references import in_order, linked_by, needed_by
from reader.rules.search import REGEX_SECONDS, Hit, Search, TooSlowError
from reader.rules.ties import Ties, item_of
from reader.spans import Span

MAX_MATCHES = 50_000
"""Of one rule in one article. Not of the program's own, which no article may make fail: what those match and tie are
items that are there already, a few for each."""
MAX_LINKS = 20_000
"""The same of links."""


def apply_rules(rules: RuleSet, prose: Prose, analysis: Analysis) -> Found:
    """Everything that the rules which are on find, every overlap kept.

    A rule whose pattern is too slow finds nothing, and one that matches everywhere only so much; a notice says so.
    """
    by_id = {rule.id: rule for rule in rules.rules}
    on = [rule for rule in rules.rules if rule.on]
    if not on:
        return Found()
    notices: list[str] = []
    search, found = _search(by_id, on, prose, analysis, notices)
    listing = Listing(rules.lists, search, prose, analysis)

    places = [(span, number) for number, rule in enumerate(on) for span in found.get(rule.id, ())]
    places.sort(key=lambda entry: (entry[0].start, -entry[0].end, entry[1]))
    matches: list[Match] = []
    core: list[Match] = []
    ids: dict[tuple[str, Span], str] = {}
    for span, number in places:
        rule = on[number]
        hit = found[rule.id][span][0]
        if rule.set == CORE:
            if rule.style == PLAIN:
                continue  # it only links
            core.append(_match(rule, f"c{len(core) + 1}", span, hit, listing))
        else:
            ids[rule.id, span] = f"m{len(matches) + 1}"
            matches.append(_match(rule, ids[rule.id, span], span, hit, listing))

    ties = Ties(search, prose, analysis, found, ids)
    links: list[Link] = []
    for rule in on:
        if rule.links and rule.id in found:
            if rule.set == CORE:
                links += ties.links_of(rule, by_id)
                continue
            of_rule = dict.fromkeys(islice(ties.links_of(rule, by_id), 4 * MAX_LINKS))
            if len(of_rule) > MAX_LINKS:
                notices.append(f"{_named(rule)} makes more than {MAX_LINKS} links: only the first are kept")
            links += islice(of_rule, MAX_LINKS)
    return Found(tuple(matches), tuple(dict.fromkeys(links)), tuple(notices), tuple(core))


def spans_of(rules: RuleSet, id_: str, prose: Prose, analysis: Analysis) -> tuple[set[Span], list[str]]:
    """What one of the rules matches, on or off, and what went wrong with that."""
    by_id = {rule.id: rule for rule in rules.rules}
    notices: list[str] = []
    _, found = _search(by_id, [by_id[id_]], prose, analysis, notices)
    return set(found.get(id_, ())), notices


def _search(
    by_id: Mapping[str, Rule], on: list[Rule], prose: Prose, analysis: Analysis, notices: list[str]
) -> tuple[Search, dict[str, Mapping[Span, list[Hit]]]]:
    """What the rules that are on find, and those that they need or link to."""
    linked = [id_ for rule in on for id_ in linked_by(rule)]
    order, _ = in_order(by_id, [*(rule.id for rule in on), *linked])
    search = Search([by_id[id_] for id_ in order], prose, analysis)
    found: dict[str, Mapping[Span, list[Hit]]] = {}
    for id_ in order:
        rule = by_id[id_]
        try:
            matches = search.matches_of(rule)
        except TooSlowError:
            slow = next((needed for needed in needed_by(rule) if needed not in found), None)
            why = f"it needs '{slow}'" if slow is not None else f"its regex took more than {REGEX_SECONDS} s"
            notices.append(f"{_named(rule)} was switched off: {why}")
            continue
        if len(matches) > MAX_MATCHES and rule.set != CORE:
            notices.append(f"{_named(rule)} matches more than {MAX_MATCHES} times: only the first are kept")
            matches = {span: matches[span] for span in sorted(matches)[:MAX_MATCHES]}
        found[id_] = matches
    return search, found


def _match(rule: Rule, id_: str, span: Span, hit: Hit, listing: Listing) -> Match:
    item = item_of(rule, hit)
    listed = listing.of(rule, span, hit, item)
    return Match(
        id_,
        rule.id,
        span,
        dict(hit.captures),
        rule.style,
        rule.priority,
        rule.list,
        item,
        listed.text,
        listed.group,
        listed.date,
        rule.place,
    )


def _named(rule: Rule) -> str:
    return f"rule '{rule.id}' ({rule.place})"
