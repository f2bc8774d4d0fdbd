"""The tables of the library: which rows are an article's. Every function is given a connection inside a transaction."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import sqlite3

    from reader.article.model import Article

Row: TypeAlias = "tuple[str, str, str, float]"
SessionRow: TypeAlias = "tuple[str, str, str, str, int | None, str | None]"
NOTES = "SELECT id, anchor, words, made FROM notes WHERE work = ? ORDER BY made, id"
CORRECTIONS = "SELECT id, value, '', made FROM corrections WHERE work = ? ORDER BY made, id"


def discard(connection: sqlite3.Connection, statement: str, id_: str) -> None:
    connection.execute(statement, (id_,))


def path_of(article: Article) -> bytes | None:
    """The path by which a changed file is known again; None for what is no file."""
    if article.path == "-" or not os.path.isfile(article.path):  # noqa: PTH113 (any bytes)
        return None
    return os.fsencode(os.path.realpath(article.path))


def work_of(connection: sqlite3.Connection, article: Article) -> int | None:
    """The work that an article is a version of, by content, else by path."""
    row = connection.execute("SELECT work FROM versions WHERE digest = ?", (article.sha256,)).fetchone()
    if row is None and (path := path_of(article)) is not None:
        row = connection.execute("SELECT work FROM paths WHERE path = ?", (path,)).fetchone()
    return None if row is None else row[0]


def session_of(article: Article, connection: sqlite3.Connection) -> SessionRow | None:
    query = "SELECT cursor, top, list, item, width, theme FROM sessions WHERE work = ?"
    row: SessionRow | None = connection.execute(query, (work_of(connection, article),)).fetchone()
    return row


def rows_of(article: Article, query: str, connection: sqlite3.Connection) -> list[Row]:
    return connection.execute(query, (work_of(connection, article),)).fetchall()


def make_work(connection: sqlite3.Connection, article: Article) -> int:
    """The same, entered when there is none; the content is a version of it from now on."""
    work = work_of(connection, article)
    if work is None:
        work = connection.execute("INSERT INTO works (title, opened) VALUES ('', 0)").lastrowid
        assert work is not None
    connection.execute("INSERT OR IGNORE INTO versions VALUES (?, ?)", (article.sha256, work))
    return work
