"""An article about invented people with what is to be found in it, made by hand: no analysis is needed."""

from __future__ import annotations

import asyncio
import hashlib
import re
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from reader.analysis.model import (
    Analysis,
    Entity,
    KeyPoint,
    Label,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Speaker,
)
from reader.article.model import Article, Block, BlockKind, Metadata
from reader.read import reading_of
from reader.reading import Reading
from reader.spans import Span
from reader.tui.app import ReaderApp
from reader.tui.theme_files import load_theme

TEXT = (Path(__file__).parent / "merrow.txt").read_text(encoding="utf-8")


def spot(words: str, nth: int = 0) -> Span:
    """Where `words` stand in TEXT for the nth time, from 0."""
    start = [match.start() for match in re.finditer(re.escape(words), TEXT)][nth]
    return Span(start, start + len(words))


def _blocks(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for match in re.finditer(r"\S[^\n]*", text):
        line, span = match.group(), Span(*match.span())
        kind = BlockKind.PARAGRAPH
        if not blocks:
            kind = BlockKind.HEADING
        elif line.startswith("- "):
            kind = BlockKind.LIST_ITEM
        elif line.startswith("Published in"):
            kind = BlockKind.FURNITURE
        blocks.append(Block(kind, span, 1 if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0))
    return tuple(blocks)


def article(text: str = TEXT, *, path: str = "lantern/merrow.txt", notices: tuple[str, ...] = ()) -> Article:
    """The sample, or another text cut into blocks in the same way."""
    meta = Metadata(
        "Castle Merrow turns off its fountains", "By Ilse Farrow", "CASTLE MERROW", "2031-05-04", "The Lantern"
    )
    return Article(
        path,
        hashlib.sha256(text.encode()).hexdigest(),
        text,
        _blocks(text),
        metadata=meta if text is TEXT else Metadata(),
        notices=notices,
    )


def _entity(id_: str, name: str, label: Label, names: list[Span], others: list[tuple[Span, MentionKind]]) -> Entity:
    mentions = [Mention(span, MentionKind.NAME) for span in names]
    mentions += [Mention(span, kind) for span, kind in others]
    roles = ("mayor of Castle Merrow",) if id_ == "e2" else ()
    return Entity(id_, name, label, tuple(sorted(mentions, key=lambda m: m.span)), roles)


def reading(of: Article | None = None) -> Reading:
    """What is to be found in the sample: six quotes, seven entities, two points."""
    entities = (
        _entity("e1", "Castle Merrow", Label.GPE, [spot("Castle Merrow"), spot("Castle Merrow", 1)], []),
        _entity(
            "e2",
            "Odile Brandt",
            Label.PERSON,
            [spot("Odile Brandt"), spot("Brandt", 1), spot("Brandt", 2)],
            [(spot("the mayor"), MentionKind.NOMINAL), (spot("she said"), MentionKind.PRONOUN)],
        ),
        _entity("e3", "Sallow reservoir", Label.FAC, [spot("Sallow reservoir")], []),
        _entity("e4", "31 per cent", Label.PERCENT, [spot("31 per cent")], []),
        _entity("e5", "Merrow Water", Label.ORG, [spot("Merrow Water")], []),
        _entity(
            "e6",
            "Tomas Verey",
            Label.PERSON,
            [spot("Tomas Verey"), spot("Verey", 1)],
            [(Span(spot("he added").start, spot("he added").start + 2), MentionKind.PRONOUN)],
        ),
        _entity("e7", "Friday", Label.DATE, [spot("Friday")], []),
    )
    brandt = Speaker(spot("Brandt", 1), "Odile Brandt", "e2")
    quotes = (
        Quote(
            "q1",
            QuoteKind.DIRECT,
            (spot("“A fountain is a promise that there is water to spare,”"), spot("“There is none to spare.”")),
            spot("said", 1),
            brandt,
        ),
        Quote(
            "q2",
            QuoteKind.INDIRECT,
            (spot("that it had lost two pumps in March"),),
            spot("said", 2),
            Speaker(spot("Merrow Water"), "Merrow Water", "e5"),
        ),
        Quote(
            "q3",
            QuoteKind.MIXED,
            (spot("the loss “a very dull disaster”"),),
            spot("called"),
            Speaker(spot("Tomas Verey"), "Tomas Verey", "e6"),
        ),
        Quote(
            "q4",
            QuoteKind.DIRECT,
            (spot("“Nobody in this building was told about the pumps,”"),),
            spot("said", 3),
            Speaker(spot("she", 0), "Odile Brandt", "e2"),
        ),
        Quote(
            "q5",
            QuoteKind.DIRECT,
            (spot("“A fountain is a promise that there is water to spare, she says, and I agree,”"),),
            spot("added"),
            Speaker(Span(spot("he added").start, spot("he added").start + 2), "Tomas Verey", "e6"),
        ),
        Quote("q6", QuoteKind.INDIRECT, (spot("Gardens may be watered on Sundays"),), None, None),
    )
    first = TEXT.index("The town of")
    points = (
        KeyPoint("k1", Span(first, TEXT.index("\n", first)), 1, "opens the story and names the mayor"),
        KeyPoint("k2", spot("Merrow Water, which runs the reservoir, said that it had lost two pumps in March."), 2),
    )
    return reading_of(of or article(), Analysis(quotes, entities, points))


def app(
    *,
    of: Article | None = None,
    analyse: Callable[[Article], Reading] = reading,
    theme: str = "dark",
    measure: int | None = 72,
) -> ReaderApp:
    """The app on the sample."""
    return ReaderApp(of or article(), load_theme(theme), analyse, measure)


def waiting_app() -> tuple[ReaderApp, threading.Event]:
    """The app on the sample, in which nothing is found before the event is set."""
    gate = threading.Event()

    def analyse(of: Article) -> Reading:
        gate.wait(20)
        return reading(of)

    return app(analyse=analyse), gate


async def until(pilot: Pilot[Any], holds: Callable[[], bool], *, seconds: float = 10.0) -> None:
    """Wait until something holds; an error when it does not in time."""
    deadline = monotonic() + seconds
    while not holds():
        assert monotonic() < deadline, "it never came to hold"
        await pilot.pause()
        await asyncio.sleep(0.005)


def screen_text(of: App[Any]) -> str:
    """What the screen shows, row by row."""
    width, height = of.size
    lines = of.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).ljust(width) for strip in lines[:height])
