"""What holds of every reading, whatever the article was."""

from __future__ import annotations

import io
import json
from itertools import pairwise

from reader.analysis.model import VALUE_LABELS
from reader.export.json import as_dict
from reader.export.stream import FORMATS, write_readings
from reader.reading import Reading
from reader.spans import Span


def assert_sound(reading: Reading) -> None:
    """Spans in bounds and in order, ids that lead somewhere, and an export that says the same."""
    _spans_are_in_bounds(reading)
    _quotes_are_sound(reading)
    _entities_are_sound(reading)
    _points_and_links_are_sound(reading)
    _the_export_says_the_same(reading)


def _holds_words(reading: Reading, span: Span) -> bool:
    text = reading.article.text
    words = span.of(text)
    return 0 <= span.start < span.end <= len(text) and words == words.strip() != ""


def _spans_are_in_bounds(reading: Reading) -> None:
    length = len(reading.article.text)
    for block in reading.article.blocks:
        assert 0 <= block.span.start <= block.span.end <= length
    for before, after in pairwise(reading.article.blocks):
        assert before.span.end <= after.span.start
    spans = [span for items in (reading.quotes, reading.entities, reading.key_points) for item in items
             for span in reading.spans_of(item.id)]  # fmt: skip
    for span in spans:
        assert _holds_words(reading, span), span
    for match in reading.matches:
        assert 0 <= match.span.start < match.span.end <= length


def _quotes_are_sound(reading: Reading) -> None:
    assert [quote.id for quote in reading.quotes] == [f"q{n}" for n in range(1, len(reading.quotes) + 1)]
    assert [quote.parts for quote in reading.quotes] == sorted(quote.parts for quote in reading.quotes)
    entities = {entity.id: entity for entity in reading.entities}
    for quote in reading.quotes:
        assert quote.parts
        for before, after in pairwise(quote.parts):
            assert before.end <= after.start, quote
        if quote.cue is not None:
            assert _holds_words(reading, quote.cue)
        if quote.speaker is not None:
            if quote.speaker.span is not None:
                assert _holds_words(reading, quote.speaker.span)
            if quote.speaker.entity is not None:
                assert quote.speaker.name == entities[quote.speaker.entity].name
    for before, after in pairwise(sorted(part for quote in reading.quotes for part in quote.parts)):
        assert before.end <= after.start, (before, after)  # no word is said twice


def _entities_are_sound(reading: Reading) -> None:
    assert [entity.id for entity in reading.entities] == [f"e{n}" for n in range(1, len(reading.entities) + 1)]
    for entity in reading.entities:
        assert entity.name.strip() and entity.mentions
        for before, after in pairwise(entity.mentions):
            assert before.span < after.span
        if entity.label in VALUE_LABELS:
            assert all(mention.kind == "name" for mention in entity.mentions)


def _points_and_links_are_sound(reading: Reading) -> None:
    assert [point.rank for point in reading.key_points] == list(range(1, len(reading.key_points) + 1))
    for link in reading.links:
        reading.item(link.source)
        reading.item(link.target)
        assert link in reading.links_of(link.source) and link in reading.links_of(link.target)


def assert_written_cleanly(reading: Reading) -> None:
    """Every format is written, twice the same, with no character that a terminal would obey."""
    for form in FORMATS:
        first, second = io.StringIO(), io.StringIO()
        write_readings([reading], first, form, several=False)
        write_readings([reading], second, form, several=False)
        written = first.getvalue()
        assert written == second.getvalue()
        assert not {c for c in written if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff"}
        assert not set(written) & set("\u2028\u2029\u202a\u202b\u202d\u202e\u2066\u2067\u2068"), form


def _the_export_says_the_same(reading: Reading) -> None:
    out = io.StringIO()
    write_readings([reading], out, "jsonl", several=True)
    line = out.getvalue()
    assert line.endswith("\n") and line.count("\n") == 1
    assert not {c for c in line[:-1] if c < " " or "\x7f" <= c <= "\x9f"}
    exported = json.loads(line)
    assert exported == json.loads(json.dumps(as_dict(reading)))
    assert exported["article"]["text"] == reading.article.text
