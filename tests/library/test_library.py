"""What outlives a session is found again, and nothing that happens to the database stops the reading."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import pytest

from reader.analysis.corrections import Correction, Merge, NotAName, Relabel, Rename, Respeak, Split
from reader.analysis.model import Label
from reader.article.load import load_file
from reader.article.model import Article
from reader.library.anchors import State
from reader.library.library import Library, open_library, resumed
from reader.library.model import KeptCorrection, Note
from reader.library.session import Session
from reader.spans import Span

TEXT = (
    "The ferry to Ostrey was late again.\n\nCaptain Hanne Vold said that 41 passengers had waited for an hour.\n\n"
    "“We did not leave anybody behind,” she told the harbour board. The board will meet on Tuesday to hear more.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "reader"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with_state = Library(folder)
    yield with_state
    with_state.close()


def an_article(folder: Path, text: str = TEXT, name: str = "ferry.txt") -> Article:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load_file(str(path))


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def again(library: Library) -> Library:
    """As the next session finds it."""
    library.close()
    assert library.trouble == ""
    assert library._folder is not None
    return Library(library._folder)


# --- sessions -----------------------------------------------------------------------------------------------------
def test_a_session_is_as_it_was_left(library: Library, tmp_path: Path) -> None:
    article = an_article(tmp_path)
    session = Session(at("Captain").start, at("The ferry").start, "entities", at("Hanne Vold"), 60, "light")
    library.opened(article)
    library.keep_session(article, session)
    assert again(library).session(article) == session


def test_an_article_is_known_by_its_content_wherever_it_lies(library: Library, tmp_path: Path) -> None:
    library.keep_session(an_article(tmp_path), Session(10, 5))
    moved = an_article(tmp_path, name="elsewhere.txt")
    assert again(library).session(moved) == Session(10, 5)


def test_a_changed_file_is_known_by_its_path_and_the_place_moves_with_the_words(
    library: Library, tmp_path: Path
) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    library.keep_session(article, Session(at("Captain").start, at("Captain").start, "quotes", at("41 passengers")))
    changed = an_article(tmp_path, "A new beginning, and then another.\n\n" + TEXT)
    library = again(library)
    found = library.session(changed)
    assert found is not None and found.item is not None
    assert changed.text[found.cursor :].startswith("Captain") and found.top == found.cursor
    assert found.item.of(changed.text) == "41 passengers"


def test_another_article_knows_nothing_of_it(library: Library, tmp_path: Path) -> None:
    library.opened(an_article(tmp_path))
    library.keep_session(an_article(tmp_path), Session(10, 5))
    assert again(library).session(an_article(tmp_path, "Bees.\n", "bees.txt")) is None


def test_what_comes_from_standard_input_is_known_by_its_content(library: Library, tmp_path: Path) -> None:
    from reader.article.load import load_bytes

    article = load_bytes(TEXT.encode())
    library.opened(article)
    library.keep_session(article, Session(10, 5))
    library = again(library)
    assert library.session(article) == Session(10, 5)
    assert library.recents() == ()


# --- notes and corrections ----------------------------------------------------------------------------------------
def test_notes_come_back_in_the_order_of_the_text(library: Library, tmp_path: Path) -> None:
    article = an_article(tmp_path)
    later = Note("b", at("harbour board"), "which one? #ask #board", "harbour board", 1.0)
    first = Note("a", at("Ostrey"), "", "Ostrey", 2.0)
    library.keep_note(article, later)
    library.keep_note(article, first)
    library = again(library)
    assert library.notes(article) == (first, later)
    assert later.tags == ("ask", "board") and first.is_bookmark
    library.remove_note("b")
    assert again(library).notes(article) == (first,)


def test_notes_on_changed_words_are_to_be_reviewed_and_on_lost_words_orphans_but_none_is_lost(
    library: Library, tmp_path: Path
) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    for name, words in (("kept", "Ostrey was late"), ("figure", "41 passengers had waited"), ("gone", "harbour board")):
        library.keep_note(article, Note(name, at(words), "a note", words, 1.0))
    text = "New.\n\n" + TEXT.replace("41", "57").split("“We did")[0] + "Nothing more is known of any of this.\n"
    changed = an_article(tmp_path, text)
    library = again(library)
    found = {note.id: note for note in library.notes(changed)}
    assert {id_: note.state for id_, note in found.items()} == {
        "kept": State.ANCHORED,
        "figure": State.REVIEW,
        "gone": State.ORPHAN,
    }
    assert found["figure"].quoted == "41 passengers had waited"
    assert found["figure"].span == at("57 passengers had waited", text)
    # Changing the words of an orphan keeps what it was on; when the words are there again it is no orphan.
    library.keep_note(changed, Note("gone", None, "still wanted", "harbour board", 1.0, State.ORPHAN))
    library = again(library)
    back = {note.id: note for note in library.notes(an_article(tmp_path))}
    assert (back["gone"].words, back["gone"].state) == ("still wanted", State.ANCHORED)


def test_a_note_follows_its_words_through_many_edits(library: Library, tmp_path: Path) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    library.keep_note(article, Note("n", at("41 passengers"), "x", "41 passengers", 1.0))
    body = TEXT
    for number in range(5):
        body = f"Edit {number} of the desk comes in here. " + body.replace("for an hour", f"for an hour{'!' * number}")
        library = again(library)
        (note,) = library.notes(an_article(tmp_path, body))
        assert note.span is not None and note.span.of(body) == "41 passengers" and note.state is State.ANCHORED
    library.close()


ALL_KINDS: tuple[Correction, ...] = (
    Merge(at("Hanne Vold"), at("she")),
    Split(at("she")),
    Split(at("she"), at("Ostrey")),
    Rename(at("Ostrey"), "Ostrey Island"),
    Relabel(at("Ostrey"), Label.GPE),
    NotAName(at("Tuesday")),
    Respeak(at("“We did not leave anybody behind,”"), at("Hanne Vold")),
    Respeak(at("“We did not leave anybody behind,”"), None),
)


def test_every_kind_of_correction_comes_back_in_order_and_moves_with_the_words(
    library: Library, tmp_path: Path
) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    for number, correction in enumerate(ALL_KINDS):
        library.keep_correction(article, KeptCorrection(f"c{9 - number}", correction))
    library = again(library)
    assert tuple(kept.correction for kept in library.corrections(article)) == ALL_KINDS
    changed = an_article(tmp_path, TEXT.replace("Ostrey", "Estrey"))
    left = [kept.correction for kept in library.corrections(changed)]
    assert left == [c for c in ALL_KINDS if at("Ostrey") not in [getattr(c, n, None) for n in ("mention", "to")]]
    library.remove_correction("c9")
    assert len(again(library).corrections(article)) == len(ALL_KINDS) - 1


def test_recent_articles_come_last_read_first_and_without_those_that_are_gone(library: Library, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt", "three.txt", "one.txt"):
        library.opened(an_article(tmp_path, f"{name} and its text.\n", name))
    (tmp_path / "two.txt").unlink()
    assert [Path(recent.path).name for recent in again(library).recents()] == ["one.txt", "three.txt"]


# --- without a folder ---------------------------------------------------------------------------------------------
def test_without_a_folder_everything_is_there_until_the_end_and_nothing_is_left(tmp_path: Path) -> None:
    article = an_article(tmp_path)
    note = Note("n", at("Ostrey"), "x", "Ostrey", 1.0)
    library = Library(None)
    assert (library.session(article), library.notes(article), library.corrections(article)) == (None, (), ())
    library.opened(article)
    library.keep_session(article, Session(10, 5))
    library.keep_note(article, note)
    library.settle()
    assert (library.session(article), library.notes(article)) == (Session(10, 5), (note,))
    assert library.trouble == ""
    library.close()
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.txt"]


def test_asking_alone_leaves_nothing(library: Library, tmp_path: Path, folder: Path) -> None:
    article = an_article(tmp_path)
    library.session(article), library.notes(article), library.corrections(article), library.recents()
    library.close()
    assert not folder.exists()


# --- faults -------------------------------------------------------------------------------------------------------
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


def test_only_a_place_beyond_the_opening_has_the_whole_loaded(library: Library, tmp_path: Path) -> None:
    whole = an_article(tmp_path)
    opening = replace(whole, text=whole.text[:90])
    loads: list[int] = []

    def load() -> Article:
        loads.append(1)
        return whole

    assert resumed(library, opening, load) == (None, opening, load)
    library.keep_session(whole, Session(0, 0))
    library.settle()
    assert resumed(library, opening, load)[1] is opening and loads == []
    library.keep_session(whole, Session(at("The board").start, at("“We did").start))
    library.settle()
    session, article, left = resumed(library, opening, load)
    assert (article, left) == (whole, None)
    assert session is not None and session.cursor == at("The board").start


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
