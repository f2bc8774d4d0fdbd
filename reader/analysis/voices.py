"""Whose words each token is: spoken between marks, or reported in a clause."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.marks import marked_stretches
from reader.analysis.model import Attribution, QuoteKind
from reader.language.prose import Prose

NARRATOR = -1
"""The article itself speaks."""
_UNATTRIBUTED = -2


def voices_of(prose: Prose, attributions: Sequence[Attribution]) -> tuple[list[int], list[int]]:
    """For each token the attribution whose spoken words it is, and the one in whose reported clause it stands, or -1.

    Marked words that nobody is known to have said count as spoken, by `_UNATTRIBUTED`.
    """
    speech, report = [NARRATOR] * len(prose.tokens), [NARRATOR] * len(prose.tokens)
    for stretch in marked_stretches(prose):
        speech[stretch.first : stretch.past] = [_UNATTRIBUTED] * (stretch.past - stretch.first)
    for number, attribution in enumerate(attributions):
        for part in attribution.parts:
            for i in range(prose.token_at(part.start), prose.token_at(part.end)):
                if attribution.kind is QuoteKind.DIRECT or speech[i] == _UNATTRIBUTED:
                    speech[i] = number
                elif speech[i] == NARRATOR:
                    report[i] = number
    return speech, report
