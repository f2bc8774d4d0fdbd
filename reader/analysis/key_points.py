from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.model import Entity, KeyPoint, Quote
from reader.language.prose import Prose


def pick_key_points(prose: Prose, entities: Sequence[Entity], quotes: Sequence[Quote]) -> tuple[KeyPoint, ...]:
    return ()
