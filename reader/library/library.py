"""The library: what outlives a session, article by article. Never in the way: what cannot be kept or read is said once,
and reading goes on.

An article is known again by the digest of its bytes, and when it has changed by its path; all versions of one are one
*work*. Writing goes on in a thread of its own.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from reader.article.clean import clean_line
from reader.library import tables
from reader.user_folders import state_folder

if TYPE_CHECKING:
    import sqlite3
    from queue import SimpleQueue

    from reader.article.load import Unloaded
    from reader.article.model import Article
    from reader.library.model import KeptCorrection, Note, Recent
    from reader.library.session import Session
    from reader.library.store import Store

T = TypeVar("T")

NO_HOME = "nothing is kept: there is no home folder"

_FIRST_WAIT = 0.2
"""Seconds that the first screen waits for another process that writes."""
_MOST_RECENT = 50
_Job: TypeAlias = "Callable[[sqlite3.Connection], None]"


class Library:
    """What is kept in one folder; without one, or when it fails, in memory until the end of the program."""

    def __init__(self, folder: Path | None) -> None:
        self.trouble = ""
        """Why something could not be kept or read; empty when all is well. Clean."""
        self.on_trouble: Callable[[str], None] = lambda _: None
        """Called with `trouble` whenever it becomes another, in whatever thread it happened."""
        self.fails = False
        """Whether what was to be kept last could not be, though the user wants it kept."""
        self._folder = folder
        self._store: Store | None = None
        self._lock = threading.RLock()
        self._jobs: SimpleQueue[_Job | None]
        self._writer: threading.Thread | None = None

    # --- reading -------------------------------------------------------------------------------------------------
    def session(self, article: Article) -> Session | None:
        """Where the reader was in an article, by its content or its path. Quick: the first screen waits for it."""
        if not self._has_any:
            return None
        from reader.library.session import read_session

        row = self._read(partial(tables.session_of, article), None, wait=_FIRST_WAIT)
        return None if row is None else read_session(article.text, row)

    def reach(self, article: Article) -> int:
        """The offset up to which the reader had come; 0 when the article is not known."""
        from reader.library.anchors import read_anchor

        row = self._read(partial(tables.session_of, article), None, wait=_FIRST_WAIT) if self._has_any else None
        anchors = (read_anchor(written) for written in row[:2]) if row is not None else ()
        return max((anchor.start + len(anchor.exact) for anchor in anchors if anchor is not None), default=0)

    def notes(self, article: Article) -> tuple[Note, ...]:
        """The notes of an article where they are in it now, in the order of the text, orphans last."""
        if not self._has_any:
            return ()
        from reader.library.anchors import State, anchor_of, find_anchor, read_anchor
        from reader.library.model import Note

        none: list[tables.Row] = []
        rows = self._read(partial(tables.rows_of, article, tables.NOTES), none)
        notes: list[Note] = []
        for id_, written, words, made in rows:
            anchor = read_anchor(written)
            if anchor is None:
                continue
            span, state = find_anchor(article.text, anchor)
            notes.append(Note(id_, span, clean_line(words), clean_line(anchor.exact), made, state))
            if span is not None and state is State.ANCHORED:
                now = anchor_of(article.text, span)
                if now != anchor and now.exact == anchor.exact:  # what is around it has changed, and may again
                    self.keep_note(article, notes[-1])
        return tuple(sorted(notes, key=lambda note: (note.span is None, note.span or (0, 0), note.made)))

    def corrections(self, article: Article) -> tuple[KeptCorrection, ...]:
        """The corrections whose place is in the article, in the order in which they were made."""
        if not self._has_any:
            return ()
        from reader.library.model import KeptCorrection
        from reader.library.written_corrections import read_correction

        none: list[tables.Row] = []
        rows = self._read(partial(tables.rows_of, article, tables.CORRECTIONS), none)
        read = ((id_, read_correction(article.text, value)) for id_, value, _, _ in rows)
        return tuple(KeptCorrection(id_, it) for id_, it in read if it is not None)

    def recents(self) -> tuple[Recent, ...]:
        """The articles read last, the last one first; those that are gone are left out."""
        if not self._has_any:
            return ()
        from reader.library.model import Recent

        none: list[tuple[bytes, str, float]] = []
        rows = self._read(partial(tables.recent_works, _MOST_RECENT), none)
        recents = (Recent(os.fsdecode(path), clean_line(title), opened) for path, title, opened in rows)
        return tuple(recent for recent in recents if os.path.isfile(recent.path))  # noqa: PTH113 (any bytes)

    # --- writing -------------------------------------------------------------------------------------------------
    def opened(self, article: Article) -> None:
        """An article is being read: it is known from now on, and among the recent ones."""
        now = time.time()

        def change(connection: sqlite3.Connection) -> None:
            work = tables.make_work(connection, article)
            path = tables.path_of(article)
            title = clean_line(article.metadata.title or "")
            connection.execute(
                "UPDATE works SET title = ?, path = coalesce(?, path), opened = ? WHERE id = ?",
                (title, path, now, work),
            )
            if path is not None:
                connection.execute("INSERT OR REPLACE INTO paths VALUES (?, ?)", (path, work))

        self._write(change)

    def keep_session(self, article: Article, session: Session) -> None:
        """Keep where the reader is."""
        from reader.library.session import write_session

        def change(connection: sqlite3.Connection) -> None:
            values = (tables.make_work(connection, article), *write_session(article.text, session))
            connection.execute("INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)", values)

        self._write(change)

    def keep_note(self, article: Article, note: Note) -> None:
        """Keep a note, a new one or one that was changed. What an orphan was on stays as it was kept."""
        from reader.library.anchors import anchor_of, write_anchor

        def change(connection: sqlite3.Connection) -> None:
            if note.span is None:
                connection.execute("UPDATE notes SET words = ? WHERE id = ?", (note.words, note.id))
                return
            anchor = write_anchor(anchor_of(article.text, note.span))
            values = (note.id, tables.make_work(connection, article), note.words, anchor, note.made)
            connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?)", values)

        self._write(change)

    def remove_note(self, id_: str) -> None:
        """Forget a note; only ever at the reader's wish."""
        self._write(lambda connection: tables.discard(connection, "DELETE FROM notes WHERE id = ?", id_))

    def keep_correction(self, article: Article, kept: KeptCorrection) -> None:
        """Keep a correction, after those that are kept already."""
        from reader.library.written_corrections import write_correction

        now = time.time()

        def change(connection: sqlite3.Connection) -> None:
            work = tables.make_work(connection, article)
            values = (kept.id, work, write_correction(article.text, kept.correction), now)
            connection.execute("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)", values)

        self._write(change)

    def remove_correction(self, id_: str) -> None:
        """Forget a correction."""
        self._write(lambda connection: tables.discard(connection, "DELETE FROM corrections WHERE id = ?", id_))

    def settle(self, seconds: float = 3.0) -> None:
        """Wait until what is to be written has been written, for at most so long."""
        if self._writer is not None:
            done = threading.Event()
            self._jobs.put(lambda _: done.set())
            done.wait(seconds)

    def close(self, seconds: float = 3.0) -> None:
        """Write what is still to be written, for at most so long."""
        if self._writer is not None:
            self._jobs.put(None)
            self._writer.join(seconds)
            if self._writer.is_alive():
                return
            self._writer = None
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    # --- the database --------------------------------------------------------------------------------------------
    @property
    def _has_any(self) -> bool:
        """Whether anything was ever kept: else nothing is opened, and not even sqlite3 is imported."""
        try:
            return self._store is not None or (self._folder is not None and (self._folder / "library.db").exists())
        except OSError:
            return False

    @property
    def is_new(self) -> bool:
        """Whether things are kept from now on, and nothing ever was."""
        return self._folder is not None and not self._has_any

    def _open(self) -> Store:
        from reader.library.store import Store, StoreError

        if self._store is None:
            try:
                self._store = Store(self._folder)
            except StoreError as error:
                self._tell(f"nothing is kept: {error}")
                self._store = Store(None)
        return self._store

    def _read(self, ask: Callable[[sqlite3.Connection], T], otherwise: T, *, wait: float | None = None) -> T:
        def read(store: Store) -> T:
            if wait is None:
                return store.read(ask)
            store.be_patient(wait)
            try:
                return store.read(ask)
            finally:
                store.be_patient(WAIT)

        from reader.library.store import WAIT

        return self._guard(read, otherwise)

    def _guard(self, use: Callable[[Store], T], otherwise: T) -> T:
        """What using the database gives; what goes wrong is said."""
        from reader.library.store import StoreError

        with self._lock:
            try:
                store = self._open()
                result = use(store)
                self.fails = store.path is None and self.trouble != ""
            except StoreError as error:
                self.fails = True
                self._tell(f"nothing is kept: {error}")
                return otherwise
            aside, store.set_aside = store.set_aside, None
            if aside is not None:
                self._tell(f"the library was broken: it begins anew, beside {aside.name}")
            return result

    def _tell(self, trouble: str) -> None:
        if (trouble := clean_line(trouble)) != self.trouble:
            self.trouble = trouble
            self.on_trouble(trouble)

    def _write(self, change: Callable[[sqlite3.Connection], None]) -> None:
        if self._writer is None:
            from queue import SimpleQueue

            self._jobs = SimpleQueue()
            self._writer = threading.Thread(target=self._write_on, name="library", daemon=True)
            self._writer.start()
        self._jobs.put(change)

    def _write_on(self) -> None:
        while (change := self._jobs.get()) is not None:
            self._guard(partial(_change, change), None)


def open_library(*, wanted: bool = True) -> Library:
    """The user's own library; one in memory when it is not wanted, or there is no home."""
    folder = state_folder() if wanted else None
    library = Library(folder)
    if wanted and folder is None:
        library.trouble = NO_HOME
    return library


def resumed(
    library: Library, article: Article, whole: Unloaded | None
) -> tuple[Session | None, Article, Unloaded | None]:
    """Where the reader was in an article, with the article. Of one whose opening is there the whole is loaded when the
    place was beyond it."""
    if whole is not None and library.reach(article) > len(article.text):
        article, whole = whole.load(), None
    return library.session(article), article, whole


def _change(change: Callable[[sqlite3.Connection], None], store: Store) -> None:
    store.write(change)
