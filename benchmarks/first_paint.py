"""From start to the article on the screen, against a bare Textual app in the same run.

    python benchmarks/first_paint.py [ARTICLE] [--runs N]

Each program runs on a pseudo-terminal of 120 × 40, turn and turn about; the time is until the first words of its text
have reached the terminal. Prints medians and the ratio: timings here are noisy, the ratio is what counts.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BARE = """
from textual.app import App, ComposeResult
from textual.widgets import Static
class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("BARE-APP", markup=False)
Bare().run()
"""
LIMIT_SECONDS = 60.0


def until_shown(command: list[str], expected: bytes) -> float:
    """Milliseconds from the start of `command` until `expected` is among what it sent to its terminal."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="40")
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = b""
    try:
        while expected not in seen:
            if time.perf_counter() - began > LIMIT_SECONDS or not select.select([terminal], [], [], LIMIT_SECONDS)[0]:
                raise SystemExit(f"{command[0]} did not show {expected!r} within {LIMIT_SECONDS:.0f} s")
            seen += os.read(terminal, 65536)
        return 1000 * (time.perf_counter() - began)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("article", nargs="?", default=str(ROOT / "articles" / "harbour-strike.txt"))
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    first_word = Path(options.article).read_text(encoding="utf-8").split()[0].encode()
    programs = {
        "bare Textual app": ([sys.executable, "-c", BARE], b"BARE-APP"),
        "reader": ([sys.executable, "-m", "reader", options.article], first_word),
    }
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(options.runs):
        for name, (command, expected) in programs.items():
            times[name].append(until_shown(command, expected))
    bare = statistics.median(times["bare Textual app"])
    for name, spent in times.items():
        median = statistics.median(spent)
        sys.stdout.write(f"{name:18} median {median:6.0f} ms   ratio {median / bare:.2f}\n")


if __name__ == "__main__":
    main()
