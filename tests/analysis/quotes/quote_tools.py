"""What the tests of quotes share: a text to the quotes in it, in words."""

from __future__ import annotations

from typing import NamedTuple

from reader.analysis.model import QuoteKind
from reader.analysis.quotes.attributions import find_attributions
from reader.article.load import load_bytes
from reader.language.prose import read_prose


class Found(NamedTuple):
    """One quote, its spans turned into text."""

    kind: QuoteKind
    words: tuple[str, ...]
    cue: str | None
    source: str | None
    carried: bool


def quotes_of(text: str, *, markdown: bool = False) -> list[Found]:
    """The quotes of a text, without help from names."""
    article = load_bytes(text.encode(), path="test.md" if markdown else "test.txt", markdown=markdown)
    return [
        Found(
            a.kind,
            tuple(part.of(article.text) for part in a.parts),
            a.cue.of(article.text) if a.cue else None,
            a.source.of(article.text) if a.source else None,
            a.carried,
        )
        for a in find_attributions(read_prose(article), ())
    ]


def only(text: str) -> Found:
    """The one quote of a text."""
    found = quotes_of(text)
    assert len(found) == 1, found
    return found[0]


def words_of(text: str) -> list[tuple[str, ...]]:
    """The words of each quote."""
    return [quote.words for quote in quotes_of(text)]
