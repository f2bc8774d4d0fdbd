"""An item in words, for the formats that people read."""

from __future__ import annotations

from reader.analysis.model import Entity, KeyPoint, Quote
from reader.article.clean import clean_line
from reader.reading import Item, Reading

GAP = " […] "
"""Between the parts of a quote, and where a paragraph's end is left out."""


def words_of(reading: Reading, item: Item) -> str:
    """The item's words in one line: a quote's parts, a point's sentence, an entity's name."""
    if isinstance(item, Entity):
        return item.name
    text = reading.article.text
    return GAP.join(" ".join(span.of(text).split()) for span in reading.spans_of(item.id))


def kind_of(item: Item) -> str:
    """What an item is, in one word: quote, entity, key_point, match."""
    match item:
        case Quote():
            return "quote"
        case Entity():
            return "entity"
        case KeyPoint():
            return "key_point"
    return "match"


def speaker_of(quote: Quote) -> str:
    """Whom the quote is given to; empty when that is nobody, or unclear."""
    return quote.speaker.name or "" if quote.speaker is not None else ""


def title_of(reading: Reading) -> str:
    """What the article is called: its title, else its path."""
    return reading.article.metadata.title or path_of(reading)


def path_of(reading: Reading) -> str:
    """The article's path as it can be shown: a file's name may hold anything but a slash and NUL."""
    return clean_line(reading.article.path)


def source_of(reading: Reading) -> str:
    """Byline, publication, dateline and date, as far as the copy says them."""
    meta = reading.article.metadata
    return " · ".join(part for part in (meta.byline, meta.publication, meta.dateline, meta.date) if part)
