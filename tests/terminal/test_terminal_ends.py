"""Where keys come from, and how the program ends: the terminal is given back as it was."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import HARMLESS, PAYLOADS, plain_text, written
from pty_tools import PATIENCE, ROOT, Terminal, piped
from walking import Own, assert_lines

pytest_plugins = ["own_sequences"]


def test_an_article_from_a_pipe_takes_its_keys_from_the_terminal(own: Own) -> None:
    with piped(plain_text(PAYLOADS[:3]).encode()) as pipe, Terminal(["-"], stdin=pipe) as terminal:
        terminal.until_shown("Quotes 3")
        assert "¶2" not in terminal.shown
        terminal.send("n")
        terminal.until_shown("¶2")  # of the quotation that is now selected
        assert terminal.quit() == 0
        own.assert_nothing_else(terminal)
        assert_given_back(terminal)


OPEN_AT_THE_END = {"25", "7"}
"""DEC modes: the cursor shown, long lines wrapped. Not among them: the alternate screen, the mouse, pasting, focus."""


def assert_given_back(terminal: Terminal) -> None:
    assert terminal.screen.open_modes == OPEN_AT_THE_END
    keyboard = [token.content for token in terminal.tokens if re.fullmatch("[<>][0-9]*u", token.content)]
    assert keyboard[-1:] in ([], ["<u"])  # none: it was ended before Textual asked for anything
    assert terminal.is_as_before


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return written(tmp_path, "tides.txt", plain_text(HARMLESS))


@pytest.mark.parametrize("arguments", [["tides.txt"], []], ids=["reading", "choosing"])
def test_with_the_mouse_off_it_stays_the_terminals_own_and_keys_do_everything(
    arguments: list[str], article: Path
) -> None:
    settings = article.parent / "reader" / "config.yaml"
    settings.parent.mkdir()
    settings.write_text("mouse: false\n", encoding="utf-8")
    with Terminal(arguments, cwd=article.parent, environment={"XDG_CONFIG_HOME": str(article.parent)}) as terminal:
        terminal.until_shown("Tide tables")
        terminal.until(lambda: {"1049", "2004"} <= terminal.screen.open_modes, "the screen")
        assert terminal.quit("q" if arguments else "\x1b") == 0
        assert not {"?1000h", "?1002h", "?1003h", "?1006h"} & {token.content for token in terminal.tokens}
        assert_given_back(terminal)


@pytest.mark.parametrize("arguments", [["tides.txt"], []], ids=["reading", "choosing"])
def test_quitting_gives_the_terminal_back(arguments: list[str], article: Path) -> None:
    with Terminal(arguments, cwd=article.parent) as terminal:
        terminal.until_shown("Tide tables")
        terminal.until(lambda: {"1049", "1000", "1006"} <= terminal.screen.open_modes, "the mouse")
        assert not terminal.is_as_before
        assert terminal.quit("q" if arguments else "\x1b") == 0
        assert_given_back(terminal)


@pytest.mark.parametrize("arguments", [["tides.txt"], []], ids=["reading", "choosing"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_gives_the_terminal_back(number: signal.Signals, arguments: list[str], article: Path) -> None:
    with Terminal(arguments, cwd=article.parent) as terminal:
        terminal.until_shown("Tide tables")
        terminal.process.send_signal(number)
        assert terminal.wait() == 128 + number
        assert_given_back(terminal)


def test_the_program_ends_when_its_terminal_is_closed(article: Path) -> None:
    with Terminal([str(article)]) as terminal:
        terminal.until_shown("Tide tables")
        terminal.close()
        assert terminal.process.wait(PATIENCE) != 0


@pytest.mark.parametrize("name", ["dumb", ""])
def test_a_terminal_that_cannot_place_text_gets_one_line(name: str, article: Path) -> None:
    with Terminal([str(article)], environment={"TERM": name}) as terminal:
        (line,) = assert_lines(terminal, 1)
    assert line.startswith("reader: this terminal cannot place text")


def test_without_a_terminal_there_is_one_line(article: Path) -> None:
    command = [sys.executable, "-m", "reader", str(article)]
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, cwd=ROOT)
    assert (done.returncode, done.stdout) == (1, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("reader: standard output is no terminal")


def test_a_pipe_without_a_terminal_to_take_keys_from_gives_one_line() -> None:
    with piped(b"The tide was high.\n") as pipe, Terminal(["-"], stdin=pipe, controlling=False) as terminal:
        (line,) = assert_lines(terminal, 1)
    assert line.startswith("reader: there is no terminal to take keys from")
