"""The JSON of the contract (DESIGN.md), version 1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from reader.analysis.model import Quote
from reader.reading import Reading
from reader.spans import Span

VERSION = 1

_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
"""What a file name may hold and a terminal or a UTF-8 stream must not get, joiners with it: controls, what changes the
direction of text, what is not seen. JSON escapes it without loss."""


_TOKENS = 10_000
"""Tokens of JSON in a piece: some tens of kilobytes."""


def as_json(reading: Reading, *, indent: int | None = None) -> Iterator[str]:
    """One object; without `indent` on one line, as JSON Lines wants it."""
    return written(as_dict(reading), indent=indent)


def written(value: object, *, indent: int | None = None) -> Iterator[str]:
    """A value as JSON that a terminal can be sent, whatever is in it; in pieces, since the whole is several times as
    large as the article."""
    tokens = json.JSONEncoder(ensure_ascii=False, indent=indent).iterencode(value)
    while piece := "".join(islice(tokens, _TOKENS)):
        yield _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], piece)


def as_dict(reading: Reading) -> dict[str, Any]:
    """The reading as plain values; spans are `[start, end]` into `article.text`."""
    article, metadata = reading.article, reading.article.metadata
    return {
        "version": VERSION,
        "article": {
            "path": article.path,
            "sha256": article.sha256,
            "title": metadata.title,
            "byline": metadata.byline,
            "dateline": metadata.dateline,
            "date": metadata.date,
            "publication": metadata.publication,
            "words": article.words,
            "text": article.text,
        },
        "quotes": [_quote(q) for q in reading.quotes],
        "entities": [
            {
                "id": e.id,
                "name": e.name,
                "label": e.label,
                "mentions": [{"span": _span(m.span), "kind": m.kind} for m in e.mentions],
            }
            for e in reading.entities
        ],
        "key_points": [{"id": k.id, "span": _span(k.span), "rank": k.rank} for k in reading.key_points],
        "matches": [
            {
                "id": m.id,
                "rule": m.rule,
                "span": _span(m.span),
                "captures": {name: _span(span) for name, span in m.captures.items()},
            }
            for m in reading.matches
        ],
        "links": [{"from": link.source, "to": link.target, "rel": link.rel} for link in reading.links],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    speaker = quote.speaker
    return {
        "id": quote.id,
        "kind": quote.kind,
        "parts": [_span(p) for p in quote.parts],
        "cue": _span(quote.cue) if quote.cue else None,
        "speaker": {
            "span": _span(speaker.span) if speaker.span else None,
            "name": speaker.name,
            "entity": speaker.entity,
        }
        if speaker
        else None,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
