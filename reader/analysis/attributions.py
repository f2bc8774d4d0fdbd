from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.model import Attribution, Name
from reader.language.prose import Prose


def find_attributions(prose: Prose, names: Sequence[Name]) -> tuple[Attribution, ...]:
    return ()
