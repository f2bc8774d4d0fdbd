"""What was found as one HTML page: the article with its items marked, and the lists, each tied to its place.

No script, no font, no address of anywhere: it can be opened offline and sent on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Set
from html import escape
from itertools import groupby, pairwise

from reader.analysis.model import Entity, MentionKind, Quote
from reader.article.model import Block, BlockKind
from reader.export.markdown import by_speaker
from reader.export.words import source_of, title_of, words_of
from reader.reading import Place, Reading, Role
from reader.spans import Span

_TAGS = {BlockKind.QUOTATION: "blockquote", BlockKind.LIST_ITEM: "li", BlockKind.CODE: "pre", BlockKind.TABLE: "pre"}
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 Georgia, serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; display: grid;
  grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 3rem; }
aside { font: 0.9rem/1.5 system-ui, sans-serif; }
article ul { list-style: none; padding-left: 1rem; } [data-marker]::before { content: attr(data-marker) " "; }
pre { white-space: pre-wrap; } .furniture { opacity: 0.7; } a { color: inherit; }
.quote { background: color-mix(in srgb, seagreen 14%, transparent); } .cue { font-style: italic; }
.name { border-bottom: 1px solid currentColor; } .match { border-bottom: 2px dotted currentColor; }
:target { outline: 2px solid orange; } h2 { font-size: 1.1rem; } li { margin: 0.3rem 0; } small { opacity: 0.7; }
@media (max-width: 50rem) { body { display: block; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(reading: Reading) -> str:
    """One page for one article; every character of its text is text there, nothing is markup."""
    title = escape(title_of(reading))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<article>\n{''.join(_article(reading))}</article>\n<aside>\n{''.join(_lists(reading))}</aside>\n"
        "</body>\n</html>\n"
    )


# --- the text -----------------------------------------------------------------------------------------------------
def _article(reading: Reading) -> Iterator[str]:
    if not any(block.kind is BlockKind.HEADING for block in reading.article.blocks):
        yield f"<h1>{escape(title_of(reading))}</h1>\n"
    if source := source_of(reading):
        yield f"<p><small>{escape(source)}</small></p>\n"
    names = {
        (entity.id, mention.span)
        for entity in reading.entities
        for mention in entity.mentions
        if mention.kind is MentionKind.NAME
    }
    for is_list, blocks in groupby(reading.article.blocks, lambda block: block.kind is BlockKind.LIST_ITEM):
        items = (_block(reading, block, names) for block in blocks)
        yield from ("<ul>\n", *items, "</ul>\n") if is_list else items


def _block(reading: Reading, block: Block, names: Set[tuple[str, Span]]) -> str:
    tag = f"h{min(max(block.level, 1), 6)}" if block.kind is BlockKind.HEADING else _TAGS.get(block.kind, "p")
    extra = ' class="furniture"' if block.kind is BlockKind.FURNITURE else ""
    extra += f' data-marker="{escape(block.marker.strip())}"' if block.marker else ""
    return f"<{tag}{extra}>{''.join(_words(reading, block, names))}</{tag}>\n"


def _words(reading: Reading, block: Block, names: Set[tuple[str, Span]]) -> Iterator[str]:
    """The words of a block in stretches, each with the classes of what lies there, and anchors where items begin."""
    span, text = block.span, reading.article.text
    places = deque(reading.places_in(*span))
    cuts = {span.start, span.end}
    for place in places:
        cuts |= {edge for edge in place.span if span.start < edge < span.end}
    here: list[Place] = []
    for start, end in pairwise(sorted(cuts)):
        while places and places[0].span.start <= start:
            here.append(places.popleft())
        here = [place for place in here if end <= place.span.end]
        for place in here:
            if place.span.start == start and place.role not in (Role.CUE, Role.SPEAKER):
                yield f'<a id="{_anchor(place.item, place.span)}"></a>'
        classes = " ".join(dict.fromkeys(name for place in here if (name := _class(place, names))))
        words = escape(text[start:end])
        yield f'<span class="{classes}">{words}</span>' if classes else words


def _class(place: Place, names: Set[tuple[str, Span]]) -> str:
    match place.role:
        case Role.QUOTE:
            return "quote"
        case Role.CUE:
            return "cue"
        case Role.MATCH:
            return "match"
        case Role.MENTION:
            return "name" if (place.item, place.span) in names else ""
    return ""


def _anchor(id_: str, span: Span) -> str:
    return f"{id_}-{span.start}"


# --- the lists ----------------------------------------------------------------------------------------------------
def _lists(reading: Reading) -> Iterator[str]:
    if reading.key_points:
        yield "<h2>Key points</h2>\n<ol>\n"
        yield from (f"<li>{_link(reading, point.id, words_of(reading, point))}</li>\n" for point in reading.key_points)
        yield "</ol>\n"
    if reading.quotes:
        yield "<h2>Quotes</h2>\n"
        for name, quotes in by_speaker(reading).items():
            yield f"<h3>{escape(name) or 'Nobody named'}</h3>\n<ul>\n"
            yield from (_quote(reading, quote) for quote in quotes)
            yield "</ul>\n"
    if reading.entities:
        yield "<h2>Entities</h2>\n<ul>\n"
        yield from map(_entity, reading.entities)
        yield "</ul>\n"
    if reading.matches:
        yield "<h2>Picked out by rules</h2>\n<ul>\n"
        for match in reading.matches:
            yield f"<li>{_link(reading, match.id, words_of(reading, match))} <small>{escape(match.rule)}</small></li>\n"
        yield "</ul>\n"


def _link(reading: Reading, id_: str, words: str) -> str:
    return f'<a href="#{_anchor(id_, reading.spans_of(id_)[0])}">{escape(words)}</a>'


def _quote(reading: Reading, quote: Quote) -> str:
    return f"<li>{_link(reading, quote.id, words_of(reading, quote))} <small>{quote.kind}</small></li>\n"


def _entity(entity: Entity) -> str:
    places = " ".join(
        f'<a href="#{_anchor(entity.id, mention.span)}">{number}</a>'
        for number, mention in enumerate(entity.mentions, 1)
    )
    roles = f" <small>{escape('; '.join(entity.roles))}</small>" if entity.roles else ""
    return f"<li>{escape(entity.name)} <small>{entity.label}</small>{roles} {places}</li>\n"
