"""What is copied: an item in its own words, unwrapped, with where it is from. Pure."""

from __future__ import annotations

from reader.analysis.model import Entity, KeyPoint, Quote, QuoteKind
from reader.reading import Item, Reading
from reader.tui.header_text import in_words, title_of
from reader.tui.item_words import point_words, speaker_name, words_of


def copy_of(reading: Reading, item: Item) -> str:
    """A quote with its speaker and source, an entity's name, a point's or a match's words with their source."""
    text = reading.article.text
    match item:
        case Entity():
            return item.name
        case Quote():
            words = words_of(text, item.parts)
            name = speaker_name(item)
            marked = item.kind is not QuoteKind.DIRECT or words[:1] in "“‘\"'«„"
            quoted = words if marked else f"“{words}”"
            return f"{quoted} — {name}, {_source(reading)}" if name else f"{quoted} — {_source(reading)}"
        case KeyPoint():
            return f"{point_words(reading, item)} — {_source(reading)}"
    return f"{words_of(text, reading.spans_of(item.id))} — {_source(reading)}"


def _source(reading: Reading) -> str:
    meta = reading.article.metadata
    parts = [title_of(reading.article), meta.publication, in_words(meta.date) if meta.date else None]
    return ", ".join(part for part in parts if part)
