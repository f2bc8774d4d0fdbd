"""What is put where a terminal might be made to obey it, and how it has to be shown instead."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

SEEN = "\ufffd"
"""What stands for a character that must not pass."""


class Payload(NamedTuple):
    """Some hostile characters around a marker, and how they look on a screen that is safe.

    In `raw` and `shown`, `%` is the marker: it says which payload on which surface a piece of output comes from.
    """

    number: int
    name: str
    raw: str
    shown: str

    def on(self, surface: str) -> str:
        """The payload with its marker for a surface, called by a capital letter."""
        return self.raw.replace("%", self.marker(surface))

    def shown_on(self, surface: str) -> str:
        return self.shown.replace("%", self.marker(surface))

    def marker(self, surface: str) -> str:
        return f"{surface}q{self.number:02}"


_PAYLOADS = (
    ("OSC 52, the clipboard", "\x1b]52;c;%\x07", "\ufffd]52;c;%\ufffd"),
    ("OSC 0, the window's title", "\x1b]0;%\x07", "\ufffd]0;%\ufffd"),
    ("OSC 8, a link", "\x1b]8;;x:%\x1b\\", "\ufffd]8;;x:%\ufffd\\"),
    ("OSC that never ends", "\x1b]2;%", "\ufffd]2;%"),
    ("CSI 2J, clear", "\x1b[2J%", "\ufffd[2J%"),
    ("CSI H, home", "\x1b[H%", "\ufffd[H%"),
    ("CSI 8m, invisible", "\x1b[8m%", "\ufffd[8m%"),
    ("CSI 6n, a report typed back", "\x1b[6n%", "\ufffd[6n%"),
    ("CSI 21t, the title typed back", "\x1b[21t%", "\ufffd[21t%"),
    ("CSI ?1049l, leave the screen", "\x1b[?1049l%", "\ufffd[?1049l%"),
    ("DCS", "\x1bP$q%\x1b\\", "\ufffdP$q%\ufffd\\"),
    ("APC", "\x1b_G%\x1b\\", "\ufffd_G%\ufffd\\"),
    ("PM", "\x1b^%\x1b\\", "\ufffd^%\ufffd\\"),
    ("SOS", "\x1bX%\x1b\\", "\ufffdX%\ufffd\\"),
    ("ESC c, reset", "\x1bc%", "\ufffdc%"),
    ("ESC ( 0, line drawing", "\x1b(0%", "\ufffd(0%"),
    ("ESC at the end", "%\x1b", "%\ufffd"),
    ("C1 CSI", "\x9b2J%", "\ufffd2J%"),
    ("C1 OSC", "\x9d0;%\x9c", "\ufffd0;%\ufffd"),
    ("C1 DCS", "\x90%\x9c", "\ufffd%\ufffd"),
    ("C1 SOS, PM, APC", "\x98\x9e\x9f%\x9c", "\ufffd\ufffd\ufffd%\ufffd"),
    ("C1 RI, a line up", "\x8d%", "\ufffd%"),
    ("BEL", "\x07%", "\ufffd%"),
    ("backspace overstrike", "x\bx%", "x\ufffdx%"),
    ("DEL", "%\x7f", "%\ufffd"),
    ("SO and SI", "\x0e%\x0f", "\ufffd%\ufffd"),
    ("lone CR", "ab\r%", "%"),
    ("form feed, vertical tab", "ab\f\v%", "%"),
    ("U+0085, next line", "ab\x85%", "%"),
    ("U+2028, line separator", "ab\u2028%", "%"),
    ("U+2029, paragraph separator", "ab\u2029%", "%"),
    ("U+202E, right to left", "\u202e%", "\ufffd%"),
    ("isolate that is never closed", "\u2067%", "\ufffd%"),
    ("direction marks", "a\u200f%", "a·%"),
    ("zero width in a name", "a\u200b%", "a·%"),
    ("joiner in a name", "a\u200d%", "a·%"),
    ("word joiner, BOM in the middle", "a\u2060\ufeff%", "a··%"),
    ("soft hyphen", "a\xad%", "a·%"),
    ("tag characters", "%\U000e0001\U000e0041", "%\ufffd\ufffd"),
    ("a noncharacter", "\uffff%", "\ufffd%"),
    ("markup that closes nothing", "[/]%", "[/]%"),
    ("markup that is an editor's word", "[sic]%", "[sic]%"),
    ("markup with an action", "[@click=app.exit]%[/]", "[@click=app.exit]%[/]"),
    ("markup that is never closed", '[link="%', '[link="%'),
    ("markup for a colour", "[red]%[/red]", "[red]%[/red]"),
)
PAYLOADS = tuple(Payload(number, *each) for number, each in enumerate(_PAYLOADS))


def without(characters: str, payloads: Iterable[Payload] = PAYLOADS) -> list[Payload]:
    """The payloads that have none of some characters, for surfaces that cannot hold them."""
    return [payload for payload in payloads if not set(characters) & set(payload.raw)]


CONTROLS = "".join(map(chr, range(32)))
LINE_ENDS = "\n\v\f\r\x85\u2028\u2029"


# --- files that hold payloads -------------------------------------------------------------------------------------
HARMLESS = (Payload(0, "a word", "harmless", "harmless"),)
LAST = "Here the tide table ends."
"""The last words of every article."""


def plain_text(payloads: Iterable[Payload]) -> str:
    """A paragraph (P), a quotation (Q) and its speaker (S), and a list item (L) for every payload."""
    blocks = ["Tide tables of the Ostrel harbour were printed again"]
    for payload in payloads:
        blocks += [
            f"The warden of the {payload.on('P')} light wrote down every tide of the week for the town council.",
            f"“The {payload.on('Q')} sluice has held well in every storm,” said Ada {payload.on('S')} Brennick.",
            f"- the {payload.on('L')} pump",
        ]
    return "\n\n".join([*blocks, LAST]) + "\n"


def markdown(payloads: Iterable[Payload]) -> str:
    """A heading (H), emphasis (E), a link's words (W) and target (T), code in a line (C) and in a block (B), a table's
    cell (D), a block quotation (K) for every payload."""
    blocks = ["# Tide tables of the Ostrel harbour"]
    for payload in payloads:
        blocks += [
            f"## The {payload.on('H')} tide",
            f"The warden *of the {payload.on('E')} light* wrote.",
            f"See [the {payload.on('W')} table](<https://ostrel.example/{payload.on('T')}>) and `a{payload.on('C')}`.",
            f"```{payload.on('I')}\nprint {payload.on('B')}\n```",
            f"| gate | metres |\n| --- | --- |\n| {payload.on('D')} | 3 |",
            f"> The {payload.on('K')} sluice has held.",
        ]
    return "\n\n".join([*blocks, LAST]) + "\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def escaped(words: str) -> str:
    """As YAML in double quotes writes it."""
    return "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}" for c in words)


def halves(payloads: Sequence[Payload]) -> tuple[Sequence[Payload], Sequence[Payload]]:
    return payloads[::2], payloads[1::2]


def joined(payloads: Iterable[Payload], surface: str) -> str:
    return " ".join(payload.on(surface) for payload in payloads)


def held(surface: str, payloads: Iterable[Payload]) -> None:
    """Tell table.py, when it asks for it, that a surface has held some payloads."""
    if table := os.environ.get("READER_HELD"):
        with Path(table).open("a", encoding="utf-8") as out:
            out.writelines(f"{surface} {payload.number}\n" for payload in payloads)


# --- what came of them ---------------------------------------------------------------------------------------------
def unseen(rows: str, payloads: Iterable[Payload], surfaces: str) -> list[tuple[str, str]]:
    """The payloads, with their surfaces, that are not there as they have to be shown."""
    return [(p.name, s) for s in surfaces for p in payloads if p.shown_on(s) not in rows]


def assert_shown(rows: str, payloads: Iterable[Payload], surfaces: str, *, on: str = "") -> None:
    """Each payload is there as it has to be shown, and its marker nowhere without what belongs before it.

    `on`: which of the surfaces of surfaces.py this is, where the letter alone does not tell.
    """
    payloads = list(payloads)
    assert not (left := unseen(rows, payloads, surfaces)), f"not seen: {left}"
    for surface in surfaces:
        held(on or surface, payloads)
    bare = [
        (p.name, s)
        for s in surfaces
        for p in payloads
        if rows.count(p.marker(s)) != rows.count(p.shown.partition("%")[0] + p.marker(s))
    ]
    assert not bare, f"without what belongs before it: {bare}"
