"""Whose words each token is: spoken between marks, or reported in a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.model import Attribution, QuoteKind
from reader.analysis.quotes.marks import marked_stretches
from reader.language.prose import Prose

NARRATOR = -1
"""The article itself speaks."""
_UNATTRIBUTED = -2


@dataclass(frozen=True, slots=True)
class Voices:
    """By token: the number of the attribution whose words it is, or `NARRATOR`."""

    speech: Sequence[int]
    """Words inside marks, or a turn of a transcript; negative and not `NARRATOR` where nobody is known to say them."""
    report: Sequence[int]
    """Words of a reported clause outside marks."""


def voices_of(prose: Prose, attributions: Sequence[Attribution]) -> Voices:
    """Whose words every token of the article is."""
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
    return Voices(speech, report)
