"""Which names mean the same: names to entities."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.organisations import group_organisations
from reader.analysis.entities.people import PersonName, group_people, person_name
from reader.analysis.entities.roles import BESIDE, found_roles, gender_after, gender_before, in_words, title_before
from reader.analysis.model import VALUE_LABELS, Entity, Label, Mention, MentionKind, Name
from reader.language import gazetteer
from reader.language.prose import Prose
from reader.spans import Span


def group_names(prose: Prose, names: Sequence[Name]) -> tuple[Entity, ...]:
    """One entity for all names that mean the same, in the order of first mention."""
    text = prose.text
    surfaces = [" ".join(name.span.of(text).split()) for name in names]
    groups: list[list[int]] = []
    people = [i for i, name in enumerate(names) if name.label is Label.PERSON]
    parsed = [
        _person(prose, surfaces[i], names[i].span, [names[k].span for k in people[n + 1 : n + 2]])
        for n, i in enumerate(people)
    ]
    groups += [[people[k] for k in group] for group in group_people(parsed)]
    bodies = [i for i, name in enumerate(names) if name.label is Label.ORG]
    tickers = [_in_brackets_after(text, names, i) for i in bodies]
    groups += [[bodies[k] for k in group] for group in group_organisations([surfaces[i] for i in bodies], tickers)]
    others: dict[tuple[Label, str], list[int]] = {}
    for i, name in enumerate(names):
        if name.label not in (Label.PERSON, Label.ORG):
            others.setdefault((name.label, _key(name, surfaces[i])), []).append(i)
    groups += others.values()
    groups.sort(key=lambda group: group[0])
    taken: set[Span] = set()
    return tuple(_entity(prose, f"e{n}", names, surfaces, group, taken) for n, group in enumerate(groups, 1))


def _person(prose: Prose, surface: str, span: Span, following: Sequence[Span]) -> PersonName:
    """One naming of a person with what stands around it; `following` is the next one."""
    goes_on = gender_after(prose, span, following[0].start if following else None)
    past = prose.token_at(span.end)
    after = prose.tokens[past].lower.rstrip(".") if past < len(prose.tokens) else ""
    return person_name(surface, gender_before(prose, span), span.start, title_before(prose, span), goes_on, after)


def _in_brackets_after(text: str, names: Sequence[Name], i: int) -> bool:
    """Whether a name stands in brackets right after another of its label: "Roe Group (RGRP)"."""
    if i == 0 or names[i - 1].label is not names[i].label:
        return False
    return text[names[i - 1].span.end : names[i].span.start].strip() in ("(", "[", "(NYSE:", "(LSE:", "(NASDAQ:")


def _key(name: Name, surface: str) -> str:
    """What two names that are no people and no organisations must share to be one."""
    if name.label in VALUE_LABELS:
        return name.value or surface.lower().replace("-", " ")
    folded = gazetteer.fold(surface)
    if name.label is Label.GPE:
        country = gazetteer.country_of(surface) or gazetteer.country_of(folded.title())
        if country is not None:
            return country.lower()
    key = folded.lower().removeprefix("the ")
    if name.label is Label.NORP and key.endswith("s") and gazetteer.is_demonym(folded[:-1]):
        return key[:-1]
    if name.label is Label.EVENT:
        kind, _, own = key.partition(" ")
        return own if own and kind in _KINDS_OF_EVENTS else key
    return key


_KINDS_OF_EVENTS = frozenset({"operation", "exercise", "storm", "hurricane", "cyclone", "typhoon"})
"""What stands before the name of an event, and may be left out."""


def _entity(
    prose: Prose, id_: str, names: Sequence[Name], surfaces: Sequence[str], group: Sequence[int], taken: set[Span]
) -> Entity:
    """The entity of a group; `taken` are the descriptions of others, who were named before, and grows."""
    label = names[group[0]].label
    spans = [names[i].span for i in group]
    mentions = [Mention(span, MentionKind.NAME) for span in spans]
    roles = found_roles(prose, spans, label) if label not in VALUE_LABELS else []
    roles = [role for role in roles if role.mention not in taken]
    beside = dict.fromkeys(role.mention for role in roles if role.mention is not None)
    taken.update(beside)
    mentions += [Mention(span, MentionKind.NOMINAL, BESIDE) for span in beside]
    mentions.sort(key=lambda mention: mention.span)
    return Entity(id_, _canonical(names, surfaces, group), label, tuple(mentions), in_words(prose, roles))


def _canonical(names: Sequence[Name], surfaces: Sequence[str], group: Sequence[int]) -> str:
    """The fullest name; of several as full, one that is not in capitals only, the first."""
    first = names[group[0]]
    if first.label is Label.DATE and first.value and len(first.value) == 10:
        return first.value
    if first.label in VALUE_LABELS:
        return surfaces[group[0]]
    if first.label is Label.GPE:
        count: dict[str, int] = {}
        for i in group:
            count[surfaces[i]] = count.get(surfaces[i], 0) + 1
        calm = [s for s in count if not (s.isupper() and len(s) > 3)] or list(count)
        return max(calm, key=lambda s: count[s])
    best = max(group, key=lambda i: (_fullness(surfaces[i], first.label is Label.PERSON), -i))
    return surfaces[best]


def _fullness(surface: str, person: bool) -> tuple[bool, int, bool, int]:
    words = surface.split()
    shouted = surface.isupper() and len(surface) > 4
    opening = words[0].lower()
    epithet = person and len(words) > 2 and gazetteer.is_common_word(opening) and not gazetteer.is_first_name(words[0])
    return not epithet, len(words), not shouted, len(surface)
