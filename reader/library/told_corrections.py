"""A correction in a few words, for whoever takes it back. Pure."""

from __future__ import annotations

from reader.analysis.corrections import Correction, Merge, NotAName, Relabel, Rename, Respeak, Split
from reader.spans import Span

_LONGEST = 24
_QUOTES = "“”‘’«»\"'"


def in_words(text: str, correction: Correction) -> str:
    """What a correction says, in the words of the article."""

    def words(span: Span) -> str:
        found = " ".join(span.of(text).split()).strip(_QUOTES)
        return f"“{found}”" if len(found) <= _LONGEST else f"“{found[: _LONGEST - 1].rstrip()}…”"

    match correction:
        case Merge(into, other):
            return f"{words(other)} is the same as {words(into)}"
        case Split(mention, None):
            return f"{words(mention)} is somebody else"
        case Split(mention, Span() as to):
            return f"{words(mention)} is {words(to)}"
        case Rename(mention, name):
            return f"{words(mention)} is called {name[:_LONGEST]}"
        case Relabel(mention, _):
            return f"{words(mention)} is of another kind"
        case NotAName(mention):
            return f"{words(mention)} is not a name"
        case Respeak(quote, None):
            return f"nobody who is named said {words(quote)}"
        case Respeak(quote, Span() as speaker):
            return f"{words(speaker)} said {words(quote)}"
    return "a correction"
