"""What stands on a page and is no part of the story: credits, captions, words to the reader."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language import lexicon
from reader.language.tokens import Token


def is_page_furniture(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a credit, a caption or a word to the reader rather than part of the story."""
    lower = [t.lower for t in tokens]
    head = 0
    while head < len(lower) and not tokens[head].is_word and lower[head] not in "(©":
        head += 1
    if head < len(lower) and ("@" in lower[head] or lower[head].startswith("http")):
        return True
    for at in range(len(lower)):
        for cue, anywhere in _CUES.get(lower[at], ()):
            if (anywhere or at == head) and tuple(lower[at : at + len(cue)]) == cue:
                return True
    return False


def _cues() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Cues by their first word, each with whether it counts anywhere in a sentence."""
    cues: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for line, (where,) in lexicon.table("furniture_cues").items():
        cue = tuple(line.split())
        cues.setdefault(cue[0], []).append((cue, where == "anywhere"))
    return cues


_CUES = _cues()
