"""What was found as W3C Web Annotations (Web Annotation Data Model, 2017): JSON-LD that other tools can anchor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reader.analysis.model import Entity, Quote
from reader.export.words import kind_of, speaker_of
from reader.reading import Item, Reading
from reader.spans import Span

_CONTEXT = 32
"""Characters before and after a span that help to find it in another copy."""


def as_annotations(reading: Reading) -> dict[str, Any]:
    """One AnnotationPage: an annotation an item, with a target for each of its places."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:sha256:{reading.article.sha256}#annotations",
        "type": "AnnotationPage",
        "items": list(_annotations(reading)),
    }


def _annotations(reading: Reading) -> Iterator[dict[str, Any]]:
    items: tuple[Item, ...] = (*reading.quotes, *reading.entities, *reading.key_points, *reading.matches)
    for item in items:
        targets = [_target(reading, span) for span in reading.spans_of(item.id)]
        yield {
            "id": f"urn:sha256:{reading.article.sha256}#{item.id}",
            "type": "Annotation",
            "motivation": "identifying" if isinstance(item, Entity) else "highlighting",
            "body": list(_bodies(item)),
            "target": targets,
        }


def _bodies(item: Item) -> Iterator[dict[str, str]]:
    yield _body("tagging", kind_of(item))
    match item:
        case Quote():
            yield _body("classifying", item.kind.value)
            if name := speaker_of(item):
                yield _body("identifying", name)
        case Entity():
            yield _body("classifying", item.label.value)
            yield _body("identifying", item.name)


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(reading: Reading, span: Span) -> dict[str, Any]:
    text = reading.article.text
    return {
        "source": f"urn:sha256:{reading.article.sha256}",
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - _CONTEXT) : span.start],
                "suffix": text[span.end : span.end + _CONTEXT],
            },
        ],
    }
