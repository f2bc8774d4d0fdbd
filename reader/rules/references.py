"""What rules ask of one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reader.rules.model import Rule, Target
from reader.rules.seeds import AnyOf, Regex, RuleIs, Seed


def inner_seeds(seed: Seed) -> Iterator[Seed]:
    """A seed and all that it is made of."""
    seeds = [seed]
    while seeds:
        it = seeds.pop()
        yield it
        if isinstance(it, AnyOf):
            seeds += reversed(it.seeds)


def seeds_of(rule: Rule) -> Iterator[Seed]:
    """Every seed of a rule, those of its conditions too."""
    for seed in (rule.seed, *(near.seed for near in (*rule.where.present, *rule.where.absent))):
        yield from inner_seeds(seed)


def needed_by(rule: Rule) -> list[str]:
    """Ids of the rules whose matches a rule needs to find its own, each once."""
    return list(dict.fromkeys(seed.id for seed in seeds_of(rule) if isinstance(seed, RuleIs)))


def linked_by(rule: Rule) -> list[str]:
    """Ids of the rules to whose matches a rule links."""
    return [link.rule for link in rule.links if link.to is Target.RULE]


def in_order(rules: Mapping[str, Rule], wanted: Iterable[str]) -> tuple[list[str], list[str]]:
    """Ids of the wanted rules and of all that they need, what is needed first; and, when some need one another in a
    circle, the ids of such a one (then the first list is not complete)."""
    order: dict[str, None] = {}
    for first in wanted:
        trail: dict[str, Iterator[str]] = {}
        here: str | None = first
        while True:
            if here is not None and here in trail:
                ids = list(trail)
                return list(order), ids[ids.index(here) :]
            if here is not None and here not in order and here in rules:
                trail[here] = iter(needed_by(rules[here]))
            if not trail:
                break
            last = next(reversed(trail))
            here = next(trail[last], None)
            if here is None:
                order[last] = None
                del trail[last]
    return list(order), []


def captures_of(rule: Rule, rules: Mapping[str, Rule]) -> set[str]:
    """The names of the groups that a rule's matches may have."""
    names: set[str] = set()
    seen: set[str] = set()
    waiting = [rule.seed]
    while waiting:
        for it in inner_seeds(waiting.pop()):
            if isinstance(it, Regex):
                names |= set(it.pattern.groupindex)
            elif isinstance(it, RuleIs) and it.id in rules and it.id not in seen:
                seen.add(it.id)
                waiting.append(rules[it.id].seed)
    return names
