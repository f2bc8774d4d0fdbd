"""The one kind of error that a user can put right: a file, perhaps a place in it, and what is wrong."""

from __future__ import annotations


class ReaderError(Exception):
    """Something wrong with what the user gave; shown as one line, never as a traceback.

    `line` and `column` count from 1. `str()` gives `FILE:LINE:COL: what is wrong (and what to do)` with the parts
    that are known. The text may hold anything the file held: whoever shows it cleans it first.
    """

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        self.message, self.file, self.line, self.column = message, file, line, column
        place = ":".join(str(part) for part in (file, line, column) if part is not None)
        super().__init__(f"{place}: {message}" if place else message)
