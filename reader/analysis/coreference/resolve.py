"""Whom "he", "she", "the ambassador" and "it" mean: one answer for quotes and for entities.

The text is walked once in its order with a model of who is in mind (`discourse`); each anaphor is resolved where it
stands (`anaphors`). What comes out decides the speakers of quotes as well. A second walk uses the genders that the
first one found out. Hand-set rules throughout; linear in the text's length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.coreference.affiliations import learn_affiliations
from reader.analysis.coreference.markables import find_markables
from reader.analysis.coreference.mind import Meanings
from reader.analysis.coreference.names_at import Names
from reader.analysis.coreference.profiles import Profile, profiles_of
from reader.analysis.coreference.speakers import Source, read_source
from reader.analysis.coreference.surroundings import Surroundings
from reader.analysis.coreference.voices import voices_of
from reader.analysis.coreference.walk import Walk
from reader.analysis.model import Attribution, Entity, Label, Mention, Quote, Speaker
from reader.language.prose import Prose
from reader.language.tags import Tag
from reader.spans import Span


def resolve(
    prose: Prose, entities: Sequence[Entity], attributions: Sequence[Attribution]
) -> tuple[tuple[Entity, ...], tuple[Quote, ...]]:
    """Add pronouns and noun phrases to the entities they mean, and say who each attribution's source is.

    A source that is somebody without a name keeps its own words as the speaker's name; where it is unclear whom a
    pronoun means the name is None. Joint speakers are joined with "; ", and the entity is the first one's.
    """
    names = Names(prose, entities)
    tags = list(prose.tags)
    for name in names.all:
        tags[name.first : name.past] = [Tag.NOUN] * (name.past - name.first)
    meant = [a.antecedent or a.source for a in attributions]
    sources = [read_source(prose, tags, names, span) if span is not None else None for span in meant]
    markables = find_markables(prose, tags, names, frozenset(s.head for s in sources if s is not None))
    profiles = profiles_of(prose, tags, entities, markables)
    said: dict[int, Attribution] = {}
    named_after: dict[int, int] = {}
    for attribution, source in zip(attributions, sources, strict=True):
        if source is not None:
            said.setdefault(source.head, attribution)
            if source.entities and names.covering(source.head) is None:
                named_after[source.head] = source.entities[0]
    voices = voices_of(prose, attributions)
    families = learn_affiliations(prose, entities, profiles, markables)
    around = Surroundings(
        prose, tags, names, profiles, markables, voices, sources, attributions, said, families, named_after
    )
    meanings = Walk(around).meanings()
    if _learn_genders(profiles, meanings):
        meanings = Walk(around).meanings()
    quotes = tuple(
        Quote(f"q{n}", a.kind, a.parts, a.cue, _speaker(prose, entities, a.source, span, source, meanings))
        for n, (a, span, source) in enumerate(zip(attributions, meant, sources, strict=True), 1)
    )
    return _with_mentions(entities, meanings, frozenset(families.values())), quotes


def _learn_genders(profiles: Sequence[Profile], meanings: Meanings) -> bool:
    """Take the gender of clear pronouns for people whose gender nothing else tells; whether there was one."""
    votes: dict[int, Counter[str]] = {}
    for key, gender, _ in meanings.genders:
        if key >= 0 and profiles[key].gender is None:
            votes.setdefault(key, Counter())[gender] += 1
    learnt = False
    for key, count in votes.items():
        (gender, most), *others = count.most_common()
        if most > 2 * sum(n for _, n in others):
            profiles[key].gender = gender
            learnt = True
    return learnt


def _speaker(
    prose: Prose,
    entities: Sequence[Entity],
    span: Span | None,
    meant: Span | None,
    source: Source | None,
    meanings: Meanings,
) -> Speaker | None:
    """Whom a quote's source means; `meant` is the source itself, or what it stands for when it is "who"."""
    if span is None or meant is None or source is None:
        return None
    if source.entities:
        name = "; ".join(dict.fromkeys(entities[e].name for e in source.entities))
        return Speaker(span, name, entities[source.entities[0]].id)
    key = meanings.by_head.get(source.head)
    if key is not None and key >= 0:
        return Speaker(span, entities[key].name, entities[key].id)
    if key is not None:
        return Speaker(span, meanings.nameless[key], None)
    if source.head in meanings.unclear:
        return Speaker(span, None, None)
    return Speaker(span, " ".join(meant.of(prose.text).split()), None)


def _with_mentions(entities: Sequence[Entity], meanings: Meanings, families: frozenset[int]) -> tuple[Entity, ...]:
    """The entities with all that means them; a family is people, whatever the finder of names took it for."""
    added: dict[int, list[Mention]] = {}
    known = {m.span.end for entity in entities for m in entity.mentions}
    for markable, key in meanings.found:
        if key >= 0 and markable.span.end not in known:
            why = meanings.reasons.get(markable.span, "")
            added.setdefault(key, []).append(Mention(markable.span, markable.kind, why))
    return tuple(
        replace(
            entity,
            label=Label.PERSON if n in families else entity.label,
            mentions=tuple(sorted((*entity.mentions, *added.get(n, ())), key=lambda m: m.span)),
        )
        if n in added or n in families
        else entity
        for n, entity in enumerate(entities)
    )
