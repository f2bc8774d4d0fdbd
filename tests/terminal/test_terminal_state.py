"""What outlives a session, as the whole program does it: killed, together with another, with a broken library."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from pty_tools import Terminal
from terminal_tokens import hidden_in

TEXT = (
    "The Tolworth bridge stays shut\n\nOdile Brandt, the mayor, said on Tuesday that it would open in March.\n\n"
    + "\n\n".join(f"On day {n} the crew took {n * 3} tonnes of stone away." for n in range(2, 40))
    + "\n\nThe council meets in the spring.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def opened(article: Path, *options: str) -> Terminal:
    environment = {"XDG_STATE_HOME": str(article.parent / "state")}
    terminal = Terminal([*options, str(article)], cwd=article.parent, environment=environment)
    terminal.until(lambda: "Quotes 1" in terminal.shown, "what was found")
    return terminal


def note(terminal: Terminal, words: str) -> None:
    terminal.press("a")
    terminal.until_shown("keep")
    terminal.send(words)
    terminal.until_shown(words[-20:])
    terminal.send("\r")
    terminal.until_shown("noted")


def test_without_state_nothing_is_left_behind(article: Path) -> None:
    with opened(article, "--no-state") as terminal:
        note(terminal, "for now")
        terminal.until_shown("Notes 1")
        assert terminal.quit() == 0
    assert [path.name for path in article.parent.iterdir()] == ["bridge.txt"]


def test_it_opens_where_it_was_left(article: Path) -> None:
    with opened(article) as terminal:
        terminal.send("G")
        terminal.until_shown("The council meets")
        assert terminal.quit() == 0
    with opened(article) as terminal:
        assert "The council meets" in terminal.shown
        # Never anything else: the first picture is the place already.
        assert "Odile Brandt, the mayor" not in terminal.rows_seen(0, 55)
        assert terminal.quit() == 0


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_it_keeps_the_place(article: Path, end: signal.Signals) -> None:
    with opened(article) as terminal:
        terminal.send("G")
        terminal.until_shown("The council meets")
        terminal.process.send_signal(end)
        assert terminal.wait() == 128 + end
    with opened(article) as terminal:
        assert "The council meets" in terminal.shown
        assert terminal.quit() == 0


def test_killed_right_after_a_note_the_next_session_has_it_and_killed_within_one_is_well(article: Path) -> None:
    with opened(article) as terminal:
        note(terminal, "before the end")
        terminal.until(lambda: (article.parent / "state/reader/library.db").exists(), "the library")
        terminal.send("Ga")
        terminal.until_shown("keep")
        terminal.send("half a no")
        terminal.until_shown("half a no")
        terminal.process.kill()
        terminal.wait()
    with opened(article) as terminal:
        terminal.until_shown("Notes 1")
        terminal.send("G")  # it may be there already: the place is kept every few seconds
        terminal.until_shown("The council meets")
        note(terminal, "after it")
        terminal.until_shown("Notes 2")
        assert terminal.quit() == 0


def test_two_readers_at_once_lose_none_of_their_notes(article: Path) -> None:
    with opened(article) as one, opened(article) as other:
        for number, terminal in enumerate((one, other, one, other)):
            terminal.send("jj")
            note(terminal, f"number {number}")
        assert one.quit() == 0
        assert other.quit() == 0
    with opened(article) as terminal:
        terminal.until_shown("Notes 4")
        assert terminal.quit() == 0


def test_a_broken_library_is_set_aside_and_reading_goes_on(article: Path) -> None:
    folder = article.parent / "state" / "reader"
    folder.mkdir(parents=True)
    (folder / "library.db").write_bytes(b"\x1b[31mno database\x00" * 500)
    with opened(article) as terminal:
        terminal.until_shown("the library was broken")
        note(terminal, "anew")
        assert terminal.quit() == 0
    assert len(list(folder.glob("library.db.broken-*"))) == 1
    with opened(article) as terminal:
        terminal.until_shown("Notes 1")
        assert terminal.quit() == 0


def test_where_nothing_can_be_kept_it_is_said_and_reading_goes_on(article: Path) -> None:
    (article.parent / "state").write_text("in the way")
    with opened(article) as terminal:
        terminal.until_shown("nothing is kept")
        note(terminal, "for now")
        terminal.until_shown("noted until you quit")
        assert terminal.quit() == 0


FULL_DISK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from reader.cli import main
sys.exit(main())
"""
"""The program, where no file can grow beyond a page: as on a full disk."""


def test_a_full_disk_is_said_and_what_was_kept_stays(article: Path) -> None:
    with opened(article) as terminal:
        note(terminal, "before")
        assert terminal.quit() == 0
    environment = {"XDG_STATE_HOME": str(article.parent / "state")}
    with Terminal([str(article)], columns=200, environment=environment, program=["-c", FULL_DISK]) as terminal:
        terminal.until_shown("nothing is kept")
        terminal.until_shown("Quotes 1")
        terminal.send("n")
        terminal.until_shown("said by")
        note(terminal, "on a full disk")
        terminal.until_shown("noted until you quit")
        terminal.until_shown("Notes 2")
        assert terminal.quit() == 0
        assert hidden_in(terminal.tokens) == set()
    with opened(article) as terminal:
        terminal.until_shown("Notes 1")
        assert terminal.quit() == 0


@pytest.mark.parametrize("home", ["", "here"])
def test_without_a_home_it_is_said_and_nothing_is_written_anywhere(home: str, article: Path) -> None:
    environment = {"HOME": home, "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": ""}
    with Terminal([str(article)], cwd=article.parent, environment=environment) as terminal:
        terminal.until_shown("there is no home folder")
        terminal.until_shown("Quotes 1")
        note(terminal, "for now")
        assert terminal.quit() == 0
    assert [path.name for path in article.parent.iterdir()] == ["bridge.txt"]


def test_what_is_pasted_into_a_note_never_reaches_the_terminal_as_it_is(article: Path) -> None:
    with opened(article) as terminal:
        terminal.press("a")
        terminal.until_shown("keep")
        terminal.send("\x1b[200~bad \x9b31m\u202e\x07 \u2028end\x1b[201~")
        terminal.until_shown("end")
        terminal.send("\r")
        terminal.until_shown("Notes 1")
        terminal.send("4n")
        terminal.until_shown("note ·")
        assert hidden_in(terminal.tokens) == set()
        assert terminal.quit() == 0
    with opened(article) as terminal:
        terminal.until_shown("Notes 1")
        assert hidden_in(terminal.tokens) == set()
        assert terminal.quit() == 0
