from __future__ import annotations

from reader.analysis.model import Name
from reader.language.prose import Prose


def find_names(prose: Prose) -> tuple[Name, ...]:
    return ()
