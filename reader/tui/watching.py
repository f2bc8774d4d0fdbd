"""Watching the file that is read: a look a second, which is one call of the system."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from enum import Enum

from reader.article.model import Article
from reader.errors import ReaderError

BETWEEN = 1.0
"""Seconds between two looks. A file that has changed is read when it has stayed the same from one look to the next."""
_Stamp = tuple[int, int, int]


class Seen(Enum):
    """What a look has shown."""

    SAME = "same"
    CHANGED = "changed"
    """Another file, or other bytes in it, and nobody is writing any more."""
    GONE = "gone"
    """It was there at the last look."""


class Watch:
    """Tells a file that has changed and come to rest from one that is still being written."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._read = self._last = _stamp(path)

    def look(self) -> Seen:
        """What has become of the file since the last look."""
        now, before = _stamp(self.path), self._last
        self._last = now
        if now is None:
            self._read = None  # one that comes back is read, though it be the same
            return Seen.GONE if before is not None else Seen.SAME
        if now == before and now != self._read:
            self._read = now
            return Seen.CHANGED
        return Seen.SAME


def _stamp(path: str) -> _Stamp | None:
    """Size, time and identity of a regular file; None for anything else."""
    try:
        found = os.stat(path)  # noqa: PTH116 (any name)
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def follow(
    watch: Watch,
    stop: threading.Event,
    load: Callable[[], Article],
    tell: Callable[[Article], bool],
    say: Callable[[str], None],
) -> None:
    """Until `stop`, give `tell` the article whenever its file is another one, and say what keeps it from being read.

    What is shown stays as it is then. `tell` gives back whether the article is another one. To be run in a thread of
    its own.
    """
    lost = False
    while not stop.wait(BETWEEN):
        match watch.look():
            case Seen.CHANGED:
                try:
                    if not tell(load()) and lost:
                        say("the file is as it was")
                    lost = False
                except ReaderError as error:
                    lost = True
                    say(f"the file {error.message}: shown as it was")
            case Seen.GONE:
                lost = True
                say("the file is gone: shown as it was")
