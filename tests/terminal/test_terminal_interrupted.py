"""Stopped and continued, resized without end, of an impossible size, fed with noise: the program still answers."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest
from hostile import HARMLESS, plain_text, written
from pty_tools import Terminal
from terminal_tokens import hidden_in

JOB_CONTROL = """
import os, signal, sys
job = os.fork()
if not job:
    os.setpgid(0, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.tcsetpgrp(0, os.getpgrp())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.executable, [sys.executable, "-m", "reader", *sys.argv[1:]])
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
while True:
    _, status = os.waitpid(job, os.WUNTRACED)
    os.tcsetpgrp(0, os.getpgrp())
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
    print("stopped", flush=True)
    if sys.stdin.readline() == "fg\\n":
        os.tcsetpgrp(0, job)
    os.kill(-job, signal.SIGCONT)
"""
"""What a shell does with a job: it says when the job has stopped, and knows `fg` and `bg`."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return written(tmp_path, "tides.txt", plain_text(HARMLESS * 3))


def selected(terminal: Terminal) -> str:
    """The screen once an item is selected and the first-run hint is gone."""
    terminal.until_shown("Quotes 3")
    terminal.press("1", "n")
    parts = ("▌ “The harmless", "▸ “The harmless", "said by", "n/N next")
    terminal.until(lambda: all(part in terminal.shown for part in parts), "what an item brings with it")
    terminal.read_for(0.3)
    return terminal.shown


def until_back(terminal: Terminal, shown: str) -> None:
    terminal.until(lambda: terminal.shown == shown, f"what was shown before:\n{shown}\n")


def assert_answers(terminal: Terminal) -> None:
    terminal.press("n")
    assert terminal.quit() == 0
    assert terminal.is_as_before
    assert hidden_in(terminal.tokens) == set()


def test_stopped_it_gives_the_terminal_back_and_continued_it_is_as_it_was(article: Path) -> None:
    with Terminal([str(article)], program=["-c", JOB_CONTROL]) as terminal:
        shown = selected(terminal)
        terminal.send("\x1a")
        for number in (1, 2):
            terminal.until(lambda number=number: terminal.text.count("stopped") == number, "stopped")  # type: ignore[misc]
            assert terminal.is_as_before
            assert terminal.screen.open_modes == {"25", "7"}
            terminal.send("bg\n" if number == 1 else "fg\n")  # in the background it must not draw: it stops again
        until_back(terminal, shown)
        assert_answers(terminal)


def test_where_nobody_could_continue_it_it_does_not_stop(article: Path) -> None:
    with Terminal([str(article)]) as terminal:  # it leads the session
        shown = selected(terminal)
        terminal.screen.clear()
        terminal.send("\x1a")
        until_back(terminal, shown)
        assert_answers(terminal)


def test_frozen_and_continued_from_outside_it_draws_everything_anew(article: Path) -> None:
    with Terminal([str(article)]) as terminal:
        shown = selected(terminal)
        terminal.process.send_signal(signal.SIGSTOP)
        terminal.screen.clear()
        for _ in range(5):
            terminal.process.send_signal(signal.SIGCONT)
        until_back(terminal, shown)
        assert_answers(terminal)


def test_resized_a_hundred_times_a_second_it_is_drawn_for_the_last_size(article: Path) -> None:
    with Terminal([str(article)]) as terminal:
        shown = selected(terminal)
        for number in range(200):
            terminal.resize(40 + number * 37 % 160, 8 + number * 13 % 60)
            terminal.read_for(0.01)
        terminal.resize(100, 30)
        until_back(terminal, shown)
        assert_answers(terminal)


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (0, 0), (65535, 20), (61, 65535)])
def test_in_a_terminal_of_an_impossible_size_it_can_be_left(columns: int, rows: int, article: Path) -> None:
    with Terminal([str(article)]) as terminal:
        terminal.until_shown("Quotes 3")
        terminal.resize(columns, rows)
        terminal.read_for(0.3)
        terminal.resize(100, 30)
        terminal.until_shown("Quotes 3")
        assert terminal.quit() == 0
    with Terminal([str(article)], columns=columns, rows=rows) as terminal:
        terminal.until(lambda: "2026" in "".join(t.content for t in terminal.tokens if t.kind == "CSI"), "Textual")
        assert terminal.quit() == 0
        assert terminal.is_as_before


NOISE = (b"\xff", b"\xc3\x28", b"\xfe" * 100, b"\x1b[<99999999999999999999;1;1M", b"\x1b[" + b"9" * 5000 + b"u")


def test_bytes_that_are_no_keys_do_not_end_it(article: Path) -> None:
    with Terminal([str(article)]) as terminal:
        selected(terminal)
        for noise in NOISE:
            terminal.send_bytes(noise)
            terminal.read_for(0.2)
            assert terminal.process.poll() is None
        terminal.send_bytes(b"\x1b")  # whatever is still open is no more
        terminal.read_for(0.3)
        assert_answers(terminal)


def test_errors_that_go_elsewhere_and_a_closed_input_leave_the_screen_and_the_keys_on_the_terminal(
    article: Path,
) -> None:
    line = f"exec {sys.executable} -m reader {article} 2>/dev/null <&-"
    code = f"import os; os.execv('/bin/sh', ['sh', '-c', {line!r}])"
    with Terminal([], program=["-c", code]) as terminal:
        selected(terminal)
        assert_answers(terminal)
