"""The whole of a long article, loaded and divided for the screen in a process of its own, and handed over in pieces: a
thread beside the screen would make keys wait for a second or two of 30 MB.

Both ends are this program, on a pipe that nobody else has.
"""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from reader.article.load import LONG, Unloaded, read_bytes
from reader.article.model import Article, Inline
from reader.chapters.starting import start_process
from reader.errors import ReaderError
from reader.tui.layout import Outline

_PIECE = 1 << 17
"""Characters of the text that are handed over at once: each is unpacked in less than a millisecond."""
_INLINES = 500
"""Inlines that are."""


class Whole(NamedTuple):
    """An article with what the screen needs of the whole of it."""

    article: Article
    outline: Outline
    words: int


def load_whole(unloaded: Unloaded) -> Whole:
    """Load an article here."""
    article = unloaded.load()
    return Whole(article, Outline(article.text, article.blocks), article.words)


def load_file_beside(path: str) -> Whole:
    """A file as it is now, loaded in another process if it is long; ReaderError when it cannot be."""
    unloaded = Unloaded(read_bytes(path), path)
    loading = Loading(unloaded)
    if len(unloaded.data) >= LONG:
        loading.begin()
    return loading()


class Loading:
    """The whole of an article whose opening is there."""

    def __init__(self, unloaded: Unloaded) -> None:
        self._unloaded = unloaded
        self._process: subprocess.Popen[bytes] | None = None
        self._has_ended = False

    def begin(self) -> None:
        """Start the process. Without this, or if there can be none, the article is loaded where it is asked for."""
        with suppress(OSError):
            self._process = start_process("reader.tui.loading")
            threading.Thread(target=self._feed, args=[self._process], name="feed", daemon=True).start()

    def __call__(self) -> Whole:
        """Wait for it, in any thread, once; ReaderError when it cannot be loaded."""
        if self._process is not None:
            try:
                whole = joined(_received(self._process))
            except (EOFError, OSError, pickle.UnpicklingError):  # the process has ended
                if self._has_ended:
                    raise
            else:
                self._unloaded.data = b""
                return whole
            finally:
                self.end()
        return load_whole(self._unloaded)

    def end(self) -> None:
        """End it, from any thread, whether it is loaded or not."""
        self._has_ended = True
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _feed(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        with suppress(OSError), process.stdin as pipe:  # it may have ended
            pickle.dump((self._unloaded.path, self._unloaded.markdown), pipe)
            pipe.write(self._unloaded.data)


# --- in pieces: pure ----------------------------------------------------------------------------------------------
def parts_of(whole: Whole) -> Iterator[Any]:
    """What is handed over, one after the other."""
    article, text = whole.article, whole.article.text
    yield replace(article, text="", inlines=()), whole.outline.columns, whole.words
    for at in range(0, len(text), _PIECE):
        yield text[at : at + _PIECE]
    for at in range(0, len(article.inlines), _INLINES):
        yield article.inlines[at : at + _INLINES]


def joined(parts: Iterator[Any]) -> Whole:
    """What was handed over, together again; ReaderError when that is the first of it."""
    first = next(parts)
    if isinstance(first, ReaderError):
        raise first
    article, columns, words = first
    text = ""
    inlines: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            text += part  # Python lets it grow where it is
        else:
            inlines += part
    article = replace(article, text=text, inlines=tuple(inlines))
    return Whole(article, Outline.of_columns(text, article.blocks, columns), words)


# --- the other process --------------------------------------------------------------------------------------------
def _received(process: subprocess.Popen[bytes]) -> Iterator[Any]:
    assert process.stdout is not None
    while (part := pickle.load(process.stdout)) is not None:
        yield part


def main() -> None:
    """Load what comes on the standard input, and hand it over."""
    gc.disable()  # what is loaded makes hardly any circles of objects
    pipe, out = sys.stdin.buffer, sys.stdout.buffer
    path, markdown = pickle.load(pipe)
    try:
        parts = parts_of(load_whole(Unloaded(pipe.read(), path, markdown)))
    except ReaderError as error:
        parts = iter([error])
    for part in chain(parts, [None]):
        pickle.dump(part, out, pickle.HIGHEST_PROTOCOL)
    out.flush()
