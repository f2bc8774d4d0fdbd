"""The tables of the library: which rows are an article's. Every function is given a connection inside a transaction.

SQLite keeps values of any kind in any column: a row that another program has spoilt is as good as none.
"""

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
    if row is None or not all(isinstance(value, str) for value in row[:4]):
        return None
    return row if isinstance(row[4], int | None) and isinstance(row[5], str | None) else None


def rows_of(article: Article, query: str, connection: sqlite3.Connection) -> list[Row]:
    rows = connection.execute(query, (work_of(connection, article),)).fetchall()
    return [row for row in rows if all(isinstance(value, str) for value in row[:3]) and _is_time(row[3])]


def recent_works(most: int, connection: sqlite3.Connection) -> list[tuple[bytes, str, float]]:
    """Path, title and time of the works opened last."""
    query = "SELECT path, title, opened FROM works WHERE path IS NOT NULL ORDER BY opened DESC LIMIT ?"
    rows = connection.execute(query, (most,)).fetchall()
    return [row for row in rows if isinstance(row[0], bytes) and isinstance(row[1], str) and _is_time(row[2])]


def _is_time(value: object) -> bool:
    """Seconds since 1970, in a year of four figures."""
    return isinstance(value, int | float) and 0 <= value < 250_000_000_000


def make_work(connection: sqlite3.Connection, article: Article) -> int:
    """The same, entered when there is none; the content is a version of it from now on."""
    work = work_of(connection, article)
    if work is None:
        work = connection.execute("INSERT INTO works (title, opened) VALUES ('', 0)").lastrowid
        assert work is not None
    connection.execute("INSERT OR IGNORE INTO versions VALUES (?, ?)", (article.sha256, work))
    return work
