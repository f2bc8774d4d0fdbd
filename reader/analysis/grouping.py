from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.model import Entity, Name
from reader.language.prose import Prose


def group_names(prose: Prose, names: Sequence[Name]) -> tuple[Entity, ...]:
    return ()
