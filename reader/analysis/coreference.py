from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.model import Attribution, Entity, Quote, Speaker
from reader.language.prose import Prose


def resolve(
    prose: Prose, entities: Sequence[Entity], attributions: Sequence[Attribution]
) -> tuple[tuple[Entity, ...], tuple[Quote, ...]]:
    quotes = tuple(
        Quote(f"q{n}", a.kind, a.parts, a.cue, Speaker(a.source, a.source.of(prose.text), None) if a.source else None)
        for n, a in enumerate(attributions, 1)
    )
    return tuple(entities), quotes
