"""What was found as a Markdown report: key points, quotes by speaker, entities, what rules picked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.model import Quote, QuoteKind
from reader.export.words import source_of, speaker_of, title_of, words_of
from reader.reading import Reading

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_STARTS_BLOCK = re.compile(r"^(\s*\d*)([-+=.)])")


def as_markdown(reading: Reading) -> str:
    """A report of one article; text from the article is never Markdown in it."""
    return "\n".join(_lines(reading)) + "\n"


def escape(words: str) -> str:
    """Words that Markdown shows as they stand."""
    return _STARTS_BLOCK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", words))


def _lines(reading: Reading) -> Iterator[str]:
    yield f"# {escape(title_of(reading))}"
    if source := source_of(reading):
        yield ""
        yield f"*{escape(source)}*"
    if reading.key_points:
        yield from ("", "## Key points", "")
        for number, point in enumerate(reading.key_points, 1):
            yield f"{number}. {escape(words_of(reading, point))}"
    if reading.quotes:
        yield from ("", "## Quotes")
        for name, quotes in by_speaker(reading).items():
            yield from ("", f"### {escape(name) or 'Nobody named'}", "")
            for quote in quotes:
                yield f"- {escape(words_of(reading, quote))}{_how(reading, quote)}"
    if reading.entities:
        yield from ("", "## Entities", "", "| name | label | mentions | roles |", "| --- | --- | ---: | --- |")
        for entity in reading.entities:
            roles = escape("; ".join(entity.roles))
            yield f"| {escape(entity.name)} | {entity.label} | {len(entity.mentions)} | {roles} |"
    if reading.matches:
        yield from ("", "## Picked out by rules", "")
        for match in reading.matches:
            yield f"- {escape(words_of(reading, match))} ({escape(match.rule)})"


def _how(reading: Reading, quote: Quote) -> str:
    cue = " ".join(quote.cue.of(reading.article.text).split()) if quote.cue is not None else ""
    parts = [*([escape(cue)] if cue else []), *([quote.kind.value] if quote.kind is not QuoteKind.DIRECT else [])]
    return f" ({', '.join(parts)})" if parts else ""


def by_speaker(reading: Reading) -> dict[str, list[Quote]]:
    """The quotes under their speakers' names, in the order in which these first speak."""
    spoken: dict[str, list[Quote]] = {}
    for quote in reading.quotes:
        spoken.setdefault(speaker_of(quote), []).append(quote)
    return spoken
