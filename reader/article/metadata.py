"""What the copy says about itself, gathered from where it says it: front matter, furniture, dateline, headline."""

from __future__ import annotations

from collections.abc import Sequence

from reader.article.clean import clean_line
from reader.article.dateline import Dateline
from reader.article.furniture import Furniture
from reader.article.model import Block, BlockKind, Metadata

MAX_TITLE = 300


def gather_metadata(
    text: str,
    blocks: Sequence[Block],
    furniture: Sequence[Furniture],
    dateline: Dateline | None,
    front: Metadata = Metadata(),  # noqa: B008 (immutable)
) -> Metadata:
    """Front matter goes before what the text shows, and what is printed for readers before what agencies put in."""
    dates = [f.date for f in furniture if f.date and not f.updated]
    dates += [dateline.date] if dateline and dateline.date else []
    dates += [f.date for f in furniture if f.date and f.updated]
    return Metadata(
        title=front.title or _headline(text, blocks),
        byline=front.byline or next((f.byline for f in furniture if f.byline), None),
        dateline=dateline.place if dateline else None,
        date=front.date or (dates[0] if dates else None),
        publication=front.publication
        or next((f.publication for f in furniture if f.publication), None)
        or (dateline.agency if dateline else None),
    )


def _headline(text: str, blocks: Sequence[Block]) -> str | None:
    """The first heading of the first level, else a heading that the text opens with."""
    shown = [b for b in blocks if b.kind is not BlockKind.FURNITURE]
    heading = next((b for b in shown if b.kind is BlockKind.HEADING and b.level == 1), None)
    if heading is None and shown and shown[0].kind is BlockKind.HEADING:
        heading = shown[0]
    if heading is None:
        return None
    title = " ".join(clean_line(heading.span.of(text)[: 2 * MAX_TITLE]).split())
    return title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 1] + "…"
