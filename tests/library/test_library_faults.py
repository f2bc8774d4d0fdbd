"""Nothing that happens to the database stops the reading, and nothing that was kept is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import pytest
from library_hand import again, an_article, at, state_folder, state_library

from reader.article.model import Article
from reader.library.library import Library, open_library
from reader.library.model import Note
from reader.library.session import Session
from reader.spans import Span

folder, library = state_folder, state_library  # fixtures


def test_only_the_user_can_look_into_it(library: Library, tmp_path: Path, folder: Path) -> None:
    library.opened(an_article(tmp_path))
    library.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "library.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", ["noise", "cut", "page", "tables"])
def test_a_broken_database_is_set_aside_and_a_new_one_begins(
    library: Library, tmp_path: Path, folder: Path, damage: str
) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    for number in range(60):
        library.keep_note(article, Note(f"n{number}", at("Ostrey"), "words " * 60, "Ostrey", float(number)))
    library.close()
    path = folder / "library.db"
    whole = path.read_bytes()
    if damage == "noise":
        path.write_bytes(b"not a database at all, whatever its name says " * 200)
    elif damage == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif damage == "page":
        path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    else:
        path.unlink()
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE songs (name TEXT)")
        other.execute("PRAGMA user_version = 1")
        other.close()
    before = path.read_bytes()
    said: list[str] = []
    library = Library(folder)
    library.on_trouble = said.append
    library.session(article)
    library.notes(article)
    library.opened(article)
    library.keep_note(article, Note("new", at("Ostrey"), "new", "Ostrey", 1.0))
    library.close()
    aside = list(folder.glob("library.db.broken-*"))
    assert len(said) == 1 and aside[0].name in said[0] and "begins anew" in said[0]
    assert [path.read_bytes() for path in aside] == [before]
    library = Library(folder)
    assert [note.id for note in library.notes(article)] == ["new"]
    assert library.trouble == ""
    library.close()


def test_a_database_of_a_newer_version_is_left_alone(library: Library, tmp_path: Path, folder: Path) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    library.close()
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    before = (folder / "library.db").read_bytes()
    library = Library(folder)
    assert library.session(article) is None
    library.keep_session(article, Session(1, 1))
    library.close()
    assert "newer reader" in library.trouble
    assert (folder / "library.db").read_bytes() == before


def test_where_no_folder_can_be_made_it_is_said_once_and_nothing_else_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    article = an_article(tmp_path)
    said: list[str] = []
    library = Library(tmp_path / "file" / "reader")
    library.on_trouble = said.append
    for number in range(3):
        library.keep_note(article, Note(f"{number}", at("Ostrey"), "x", "Ostrey", 1.0))
    library.settle()
    assert library.session(article) is None
    assert len(library.notes(article)) == 3  # as long as the program runs
    library.close()
    assert len(said) == 1 and said[0].startswith("nothing is kept: ")


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Root may write everywhere: be nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_what_was_kept_can_be_read_in_a_read_only_home(tmp_path: Path) -> None:
    article = an_article(tmp_path)
    with TemporaryDirectory() as home:
        folder = Path(home) / "reader"
        library = Library(folder)
        library.opened(article)
        library.keep_session(article, Session(10, 5))
        library.close()
        Path(home).chmod(0o755)
        (folder / "library.db").chmod(0o444)
        folder.chmod(0o555)
        with _as_nobody():
            library = Library(folder)
            assert library.session(article) == Session(10, 5)
            assert library.trouble == ""
            library.keep_session(article, Session(20, 5))
            library.close()
            assert "cannot be written" in library.trouble
        folder.chmod(0o700)
        library = Library(folder)
        assert library.session(article) == Session(10, 5)
        library.close()


def test_a_full_disk_is_said_once_and_what_was_kept_stays(library: Library, tmp_path: Path, folder: Path) -> None:
    article = an_article(tmp_path)
    library.keep_note(article, Note("kept", at("Ostrey"), "x", "Ostrey", 1.0))
    library.close()
    library = Library(folder)
    said: list[str] = []
    library.on_trouble = said.append
    store = library._open()
    pages = store.read(lambda connection: connection.execute("PRAGMA page_count").fetchone()[0])
    store.read(lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}"))
    for number in range(3):
        library.keep_note(article, Note(f"{number}", at("Ostrey"), "words " * 9000, "Ostrey", 1.0))
    library.close()
    assert len(said) == 1 and "the disk is full" in said[0]
    library = Library(folder)
    assert [note.id for note in library.notes(article)] == ["kept"]
    library.close()


_WRITER = """
import sys
from pathlib import Path
from reader.article.load import load_file
from reader.library.library import Library, open_library, resumed
from reader.library.model import Note
from reader.spans import Span
article, name, count = load_file(sys.argv[1]), sys.argv[3], int(sys.argv[4])
library = Library(Path(sys.argv[2]))
for number in range(count):
    library.keep_note(article, Note(f"{name}-{number}", Span(0, 9), "words " * 300, "The ferry", float(number)))
    if number == 0:
        print("begun", flush=True)
library.close(60)
sys.exit(1 if library.trouble else 0)
"""


def _writer(article: Article, folder: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _WRITER, article.path, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_two_processes_that_write_at_once_both_keep_everything(tmp_path: Path, folder: Path) -> None:
    article = an_article(tmp_path)
    both = [_writer(article, folder, name, 60) for name in ("a", "b")]
    for process in both:
        process.communicate(timeout=60)
    assert [process.returncode for process in both] == [0, 0]
    library = Library(folder)
    assert len(library.notes(article)) == 120 and library.trouble == ""
    library.close()


@pytest.mark.parametrize("moment", [0.0, 0.004, 0.011, 0.03, 0.06])
def test_killed_while_notes_are_written_every_note_is_there_or_not_and_none_is_broken(
    tmp_path: Path, folder: Path, moment: float
) -> None:
    article = an_article(tmp_path)
    process = _writer(article, folder, "n", 5000)
    assert process.stdout is not None and process.stdout.readline()
    deadline = monotonic() + 20
    while not (folder / "library.db").exists() and monotonic() < deadline:
        sleep(0.001)
    sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    library = Library(folder)
    library.keep_note(article, Note("after", Span(0, 9), "after", "The ferry", 9999.0))
    library.close()
    library = Library(folder)
    ids = [note.id for note in library.notes(article)]
    assert ids == [*(f"n-{number}" for number in range(len(ids) - 1)), "after"]
    assert library.trouble == "" and not list(folder.glob("*broken*"))
    check = sqlite3.connect(folder / "library.db")
    assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    check.close()
    library.close()


def test_another_process_that_holds_the_database_makes_no_key_wait(library: Library, tmp_path: Path) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    library = again(library)
    assert library._folder is not None
    holder = sqlite3.connect(library._folder / "library.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    start = monotonic()
    library.keep_session(article, Session(1, 1))
    assert monotonic() - start < 1.0  # it only asks: the writing waits in a thread
    sleep(0.3)
    holder.execute("ROLLBACK")
    holder.close()
    library.close(10)
    library = Library(library._folder)
    assert library.session(article) == Session(1, 1) and library.trouble == ""
    library.close()


def test_without_a_home_it_is_said_and_everything_is_there_until_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.library.state_folder", lambda: None)
    library = open_library()
    assert "no home" in library.trouble
    library.keep_session(an_article(tmp_path), Session(10, 5))
    library.settle()
    assert library.session(an_article(tmp_path)) == Session(10, 5)
    library.close()
    assert open_library(wanted=False).trouble == ""
