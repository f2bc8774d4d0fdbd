"""From start to the article on the screen, against a bare Textual app in the same run.

    python benchmarks/first_paint.py [--runs N] [--theme NAME]

The programs run turn and turn about; the time is until the first words of the text have reached the terminal. Prints
medians and the ratio: timings are noisy, the ratio is what counts.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from long_text import TITLE, write_texts
from terminal import Terminal

BARE = """
from textual.app import App, ComposeResult
from textual.widgets import Static
class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("BARE-APP", markup=False)
Bare().run()
"""
NAME = "bare Textual app"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--theme", default="dark")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reader = [sys.executable, "-m", "reader", "--no-state", "--theme", options.theme]
        programs = {NAME: ([sys.executable, "-c", BARE], b"BARE-APP")}
        for name, path in write_texts(Path(folder)).items():
            programs[f"reader, {name}"] = ([*reader, str(path)], TITLE.encode())
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(options.runs):
            for name, (command, expected) in programs.items():
                with Terminal(command) as terminal:
                    times[name].append(terminal.until(expected))
    bare = statistics.median(times[NAME])
    for name, spent in times.items():
        median = statistics.median(spent)
        sys.stdout.write(f"{name:18} median {median:6.0f} ms   ratio {median / bare:.2f}\n")


if __name__ == "__main__":
    main()
