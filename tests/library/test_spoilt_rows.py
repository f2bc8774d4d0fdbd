"""A database that another program, or another version, has written into: what is no value of ours is passed over."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from reader.analysis.corrections import Rename
from reader.article.load import load_file
from reader.article.model import Article
from reader.library.library import Library
from reader.library.model import KeptCorrection, Note
from reader.library.session import Session
from reader.spans import Span

VALUES = (b"\xff\x00", -7, 2**62, 1.5, float("inf"), "", "\x1b[2J\u202e", '{"kind": []}', "9" * 5000)
COLUMNS = {
    "works": ("title", "path", "opened"),
    "sessions": ("cursor", "top", "list", "item", "width", "theme"),
    "versions": ("work",),
    "paths": ("work", "path"),
    "notes": ("work", "words", "anchor", "made"),
    "corrections": ("value", "made"),
}


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Article:
    path = tmp_path_factory.mktemp("article") / "ferry.txt"
    path.write_text("The ferry to Ostrey was late again.\n\nCaptain Hanne Vold said that it was the fog.\n", "utf-8")
    return load_file(str(path))


@pytest.fixture(scope="module")
def kept(article: Article, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    library = Library(folder)
    library.opened(article)
    library.keep_note(article, Note("n1", Span(4, 9), "late", "ferry", 1.0))
    library.keep_session(article, Session(20, 5, "quotes", Span(4, 9), 80, "dark"))
    library.keep_correction(article, KeptCorrection("c1", Rename(Span(4, 9), "The Ferry")))
    library.close()
    return folder / "library.db"


@pytest.mark.parametrize(("table", "column"), [(table, name) for table, names in COLUMNS.items() for name in names])
def test_whatever_stands_in_a_column_is_read_soundly_or_passed_over(
    table: str, column: str, kept: Path, article: Article, tmp_path: Path
) -> None:
    for value in VALUES:
        shutil.copy(kept, tmp_path / "library.db")
        connection = sqlite3.connect(tmp_path / "library.db")
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
        connection.commit()
        connection.close()
        library = Library(tmp_path)
        session, notes, recents = library.session(article), library.notes(article), library.recents()
        corrections = [kept.correction for kept in library.corrections(article)]
        assert library.reach(article) >= 0 and library.trouble == ""
        library.close()
        shown = [note.words + note.quoted for note in notes] + [recent.title for recent in recents]
        shown += [correction.name for correction in corrections if isinstance(correction, Rename)]
        assert not set("".join(shown)) & set("\x1b\u202e\x00")
        assert all(0 <= note.made < 250_000_000_000 for note in notes)
        assert session is None or session.width is None or 20 <= session.width <= 1000


def test_a_new_name_from_the_database_is_clean(kept: Path, article: Article, tmp_path: Path) -> None:
    shutil.copy(kept, tmp_path / "library.db")
    connection = sqlite3.connect(tmp_path / "library.db")
    connection.execute("UPDATE corrections SET value = replace(value, 'The Ferry', 'The \\u001b[2J Ferry')")
    connection.commit()
    connection.close()
    library = Library(tmp_path)
    (found,) = library.corrections(article)
    library.close()
    assert found.correction == Rename(Span(4, 9), "The \ufffd[2J Ferry")


def test_the_state_folder_may_be_a_link(article: Article, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "state").symlink_to("elsewhere")
    for _ in range(2):
        library = Library(tmp_path / "state" / "reader")
        library.opened(article)
        library.close()
        assert library.trouble == ""
    assert (tmp_path / "elsewhere" / "reader" / "library.db").is_file()
