"""The database of the library: one SQLite file in the user's state folder.

It keeps the rollback journal that SQLite has by default: a process killed at any moment leaves a file that the next one
rolls back, two processes wait for each other, and it can be read from a disk that cannot be written.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FILE = "library.db"
VERSION = 1
WAIT = 2.0
"""Seconds to wait for another process that writes; what it writes takes some milliseconds."""
_SCHEMA = """
CREATE TABLE works (id INTEGER PRIMARY KEY, title TEXT NOT NULL, path BLOB, opened REAL NOT NULL);
CREATE TABLE sessions (work INTEGER PRIMARY KEY, cursor TEXT NOT NULL, top TEXT NOT NULL, list TEXT NOT NULL,
    item TEXT NOT NULL, width INTEGER, theme TEXT);
CREATE TABLE versions (digest TEXT PRIMARY KEY, work INTEGER NOT NULL);
CREATE TABLE paths (path BLOB PRIMARY KEY, work INTEGER NOT NULL);
CREATE TABLE notes (id TEXT PRIMARY KEY, work INTEGER NOT NULL, words TEXT NOT NULL, anchor TEXT NOT NULL,
    made REAL NOT NULL);
CREATE TABLE corrections (id TEXT PRIMARY KEY, work INTEGER NOT NULL, value TEXT NOT NULL, made REAL NOT NULL);
CREATE INDEX notes_of ON notes (work);
CREATE INDEX corrections_of ON corrections (work);
"""
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class StoreError(Exception):
    """Why nothing can be kept, or what was kept cannot be read."""


class Store:
    """The open database. Of one thread at a time: whoever shares it locks it."""

    def __init__(self, folder: Path | None) -> None:
        """Open the database in `folder`, made when it is not there; None: in memory alone. Raises StoreError."""
        self.path = folder / FILE if folder is not None else None
        self.set_aside: Path | None = None
        """Where a broken database was put, when there was one."""
        self._connection = self._guarded(self._open)

    def be_patient(self, seconds: float) -> None:
        """How long to wait for another process that writes."""
        with suppress(sqlite3.Error):
            self._connection.execute(f"PRAGMA busy_timeout = {int(1000 * seconds)}")

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()

    def read(self, ask: Callable[[sqlite3.Connection], T]) -> T:
        """What a question gives. Raises StoreError."""
        return self._whole(ask)

    def write(self, change: Callable[[sqlite3.Connection], T]) -> T:
        """Make a change in one transaction: all of it or nothing. Raises StoreError."""

        def transaction(connection: sqlite3.Connection) -> T:
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = change(connection)
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            return result

        return self._whole(transaction)

    # --- opening -------------------------------------------------------------------------------------------------
    def _open(self) -> sqlite3.Connection:
        if self.path is not None:
            self._make_file(self.path)
        path = self.path or ":memory:"
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        try:
            # Words of a note that was deleted are overwritten in the file too.
            connection.execute("PRAGMA secure_delete = ON")
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _make_file(self, path: Path) -> None:
        """What is not there yet, for the user alone."""
        folder = path.parent
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
        if not path.exists():
            with suppress(FileExistsError):
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        self._inode = path.stat().st_ino

    def _prepare(self, connection: sqlite3.Connection) -> None:
        version = self._version(connection)
        if version == 0:
            connection.execute("BEGIN IMMEDIATE")
            if self._version(connection) == 0:  # no other reader was quicker
                for statement in _SCHEMA.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
        elif version > VERSION:
            raise StoreError(f"{self.path} was made by a newer reader")

    @staticmethod
    def _version(connection: sqlite3.Connection) -> int:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])

    # --- trouble -------------------------------------------------------------------------------------------------
    def _whole(self, use: Callable[[sqlite3.Connection], T]) -> T:
        """Use the database; a broken one is set aside, and the next tried."""
        return self._guarded(lambda: use(self._connection), reopen=True)

    def _guarded(self, do: Callable[[], T], *, reopen: bool = False) -> T:
        try:
            try:
                return do()
            except sqlite3.DatabaseError as error:
                if not self._is_broken(error):
                    raise
                self._put_aside()
                if reopen:
                    self.close()
                    self._connection = self._open()
                return do()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(_why(error, self.path)) from error

    @staticmethod
    def _is_broken(error: sqlite3.DatabaseError) -> bool:
        """Whether the file is no database or not a whole one, or one of another program's tables."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return code in _BROKEN or (code == sqlite3.SQLITE_ERROR and "no such" in str(error))

    def _put_aside(self) -> None:
        """Rename a broken database; never one that another reader has put in its place meanwhile."""
        if self.path is None or self.path.stat().st_ino != self._inode:
            return
        from datetime import datetime

        stamp = f"{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}"
        self.set_aside = self.path.with_name(f"{FILE}.broken-{stamp}")
        journal = self.path.with_name(f"{FILE}-journal")
        with suppress(FileNotFoundError):  # it belongs to the broken one
            journal.rename(f"{self.set_aside}-journal")
        self.path.rename(self.set_aside)


def _why(error: sqlite3.Error | OSError, path: Path | None) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or path}: {error.strerror or error}"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    words = {
        sqlite3.SQLITE_FULL: "the disk is full",
        sqlite3.SQLITE_READONLY: "cannot be written",
        sqlite3.SQLITE_CANTOPEN: "cannot be opened",
        sqlite3.SQLITE_BUSY: "another reader holds it",
        sqlite3.SQLITE_IOERR: "the disk fails or is full",
    }
    return f"{path}: {words.get(code, str(error))}"
