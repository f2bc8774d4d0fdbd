"""Articles made of plain text, and what is named in them, for the tests on names."""

from __future__ import annotations

import re

from reader.analysis.entities.grouping import group_names
from reader.analysis.entities.names import find_names
from reader.analysis.model import Entity, Name
from reader.article.model import Article, Block, BlockKind
from reader.language.prose import Prose, read_prose
from reader.spans import Span


def prose_of(text: str, *, heading: bool = False, dateline: str = "") -> Prose:
    """One paragraph a line; the first is a heading on request, and may open with a dateline."""
    blocks = []
    for n, m in enumerate(re.finditer(r"\S[^\n]*", text)):
        kind = BlockKind.HEADING if heading and n == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(*m.span())))
    span = Span(text.index(dateline), text.index(dateline) + len(dateline)) if dateline else None
    return read_prose(Article("test", "", text, tuple(blocks), dateline_span=span))


def names_of(text: str, *, heading: bool = False, dateline: str = "") -> list[tuple[str, str]]:
    """Every name with its label, in the order of the text."""
    found = find_names(prose_of(text, heading=heading, dateline=dateline))
    return [(name.span.of(text), str(name.label)) for name in found]


def values_of(text: str) -> list[tuple[str, str, str | None]]:
    """Every figure with its label and its normal form."""
    found: tuple[Name, ...] = find_names(prose_of(text))
    return [
        (n.span.of(text), str(n.label), n.value) for n in found if n.label in ("DATE", "MONEY", "PERCENT", "QUANTITY")
    ]


def entities_of(text: str) -> list[Entity]:
    prose = prose_of(text)
    return list(group_names(prose, find_names(prose)))


def surfaces_of(text: str, entity: Entity) -> list[str]:
    return [mention.span.of(text) for mention in entity.mentions]


def groups_of(text: str) -> dict[str, list[str]]:
    """For each entity its name and the surfaces of its mentions."""
    return {entity.name: surfaces_of(text, entity) for entity in entities_of(text)}
