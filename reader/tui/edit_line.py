"""A line that is being typed. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import split_graphemes

from reader.article.clean import clean_line

LONGEST = 400
"""Characters that it takes at most."""


class EditLine(NamedTuple):
    """What has been typed, and where the next letter goes."""

    text: str = ""
    at: int = 0
    """An offset into the text, never inside a grapheme."""
    fresh: bool = False
    """Whether the text is one of before: typing replaces it, moving in it keeps it."""

    def insert(self, typed: str) -> EditLine:
        """With letters or a pasted text, as one clean line, as far as there is room."""
        base = EditLine() if self.fresh else self
        typed = clean_line(typed)[: LONGEST - len(base.text)]
        return EditLine(base.text[: base.at] + typed + base.text[base.at :], base.at + len(typed))

    def press(self, key: str) -> EditLine | None:
        """After a key of editing, by Textual's name of it; None when it is none of them."""
        start, end = 0, len(self.text)
        match key:
            case "left":
                return self._to(self._before)
            case "right":
                return self._to(self._after)
            case "home" | "ctrl+a":
                return self._to(start)
            case "end" | "ctrl+e":
                return self._to(end)
            case "ctrl+left":
                return self._to(self._word_before)
            case "ctrl+right":
                return self._to(self._word_after)
            case "backspace" | "ctrl+h":
                return self._cut(start, end) if self.fresh else self._cut(self._before, self.at)
            case "delete":
                return self._cut(start, end) if self.fresh else self._cut(self.at, self._after)
            case "ctrl+w":
                return self._cut(self._word_before, self.at)
            case "ctrl+u":
                return self._cut(start, self.at)
            case "ctrl+k":
                return self._cut(self.at, end)
        return None

    def _to(self, at: int) -> EditLine:
        return EditLine(self.text, at)

    def _cut(self, start: int, end: int) -> EditLine:
        return EditLine(self.text[:start] + self.text[end:], start)

    @property
    def _before(self) -> int:
        cuts = [start for start, _, _ in split_graphemes(self.text[: self.at])[0]]
        return cuts[-1] if cuts else 0

    @property
    def _after(self) -> int:
        rest = split_graphemes(self.text[self.at :])[0]
        return self.at + rest[0][1] if rest else self.at

    @property
    def _word_before(self) -> int:
        match = re.search(r"\S+\s*$", self.text[: self.at])
        return match.start() if match else 0

    @property
    def _word_after(self) -> int:
        match = re.match(r"\s*\S+", self.text[self.at :])
        return self.at + match.end() if match else len(self.text)
