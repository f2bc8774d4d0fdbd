"""What a program writes to a terminal, taken apart.

The parser is strict: whatever is no complete sequence or no valid UTF-8 is a token of its own kind, never passed over.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of a terminal's input: `kind` is text, C0, C1, CSI, ESC, OSC, DCS, SOS, PM, APC, CUT or BYTES.

    CUT is a sequence that the stream ended in, BYTES what is no UTF-8. `content` lacks what introduces and ends it.
    """

    kind: str
    content: str

    @property
    def form(self) -> str:
        """What kind of sequence it is, whatever the place or the colour that it names."""
        if self.kind == "CSI":
            final = self.content[-1]
            return "CSI " + (final if final in "Hm" and self.content[0] not in "<=>?" else self.content)
        if self.kind == "OSC":
            return "OSC " + self.content.partition(";")[0]
        return self.kind if self.kind == "text" else f"{self.kind} {self.content!r}"


_STRINGS = {"]": "OSC", "P": "DCS", "X": "SOS", "^": "PM", "_": "APC"}
_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f\udc80-\udcff]+)"
    r"|\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b(?P<string>[]PX^_])(?P<body>[^\x07\x1b\x9c]*)(?:\x07|\x1b\\|\x9c)"
    r"|\x1b(?P<esc>[ -/]*[0-~])"
    r"|(?P<c0>[\x00-\x1f\x7f])"
    r"|(?P<c1>[\x80-\x9f])"
    r"|(?P<bytes>[\udc80-\udcff]+)"
)
_NOT_YET = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[]PX^_][^\x07\x1b\x9c]*\x1b?|[ -/]*)?")


class Parser:
    """Bytes in, tokens out."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")
        self._rest = ""

    def feed(self, data: bytes, *, last: bool = False) -> Iterator[Token]:
        """The tokens that are complete; with `last`, those that are not as well."""
        buffer = self._rest + self._decoder.decode(data, last)
        at = 0
        while at < len(buffer):
            if buffer[at] == "\x1b" and _NOT_YET.fullmatch(buffer, at):
                break
            match = _TOKEN.match(buffer, at)
            assert match is not None and match.lastgroup is not None
            at = match.end()
            if match.lastgroup == "body":
                yield Token(_STRINGS[match["string"]], match["body"])
            else:
                name = match.lastgroup
                yield Token(name if name == "text" else name.upper(), match[name])
        self._rest = buffer[at:]
        if last and self._rest:
            yield Token("CUT", self._rest)
            self._rest = ""


HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""General categories of which no character may reach a terminal as text: control, format, surrogate, private,
unassigned, separators of lines and paragraphs."""


def hidden_in(tokens: Sequence[Token]) -> set[str]:
    """The characters of the text that are not seen, move others about or are none."""
    characters = set().union(*(t.content for t in tokens if t.kind == "text"))
    return {f"U+{ord(c):04X}" for c in characters if unicodedata.category(c) in HIDDEN or "\ufe00" <= c <= "\ufe0f"}
