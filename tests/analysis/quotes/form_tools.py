"""What the tests of the forms of reported speech share: a text to what is found in it, with the names known."""

from __future__ import annotations

from typing import TypeAlias

from reader.analysis.entities.names import find_names
from reader.analysis.quotes.attributions import find_attributions
from reader.article.load import load_bytes
from reader.language.prose import read_prose

Form: TypeAlias = tuple[str, tuple[str, ...], str | None, str | None]
"""The kind of a quote, its words by part, its cue and its source."""

_INTRO = "The dam at Orrel was opened on Monday after a long dispute.\n\n"
"""A text's first sentence may be a headline: these texts are not meant as one."""


def forms_of(text: str) -> list[Form]:
    """The quotes of a text; one that opens with ">" is Markdown."""
    markdown = text.startswith(">")
    article = load_bytes((_INTRO + text).encode(), path="test.md" if markdown else "test.txt", markdown=markdown)
    prose = read_prose(article)
    return [
        (
            a.kind.value,
            tuple(part.of(article.text) for part in a.parts),
            a.cue.of(article.text) if a.cue else None,
            a.source.of(article.text) if a.source else None,
        )
        for a in find_attributions(prose, find_names(prose))
    ]
