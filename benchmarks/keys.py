"""From a key to the picture that it makes, at every size, while the text is read and after.

    python benchmarks/keys.py [--presses N] [--sizes '3 kB' '30 MB' …] [--settle SECONDS]

"bare" is one pane of plain rows in the same run: what Textual itself takes. Prints p50, p95 and the maximum in ms until
the first byte of the picture. "early" are the first eight keys, from the first paint on, in most of which Textual is
not there yet; "reading" those after them, with loading and analysis at work; the rest begins when both are done or have
run for SETTLE seconds (30 MB are read in three to four minutes). Presses come at random moments, so that none is in
step with the program's clock. A rule marks one word in a hundred all the while. "far" goes from one end of a list to
the other and back, and the article with it; "anywhere" clicks on items all over the list of quotes; "find" types a word
and takes it away again, letter by letter.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from long_text import SIZES, TITLE, write_texts
from terminal import Terminal


class Step(NamedTuple):
    """Keys that are timed, with what is pressed before and after them."""

    keys: bytes
    before: bytes = b""
    after: bytes = b""


STEPS = {
    "j": Step(b"jjk"),
    "page": Step(b" b"),
    "item (n)": Step(b"n"),
    "far (G, g)": Step(b"Gg", b"1", b"\t"),
    "mention (])": Step(b"]", b"2nn", b"\t"),
    "entity (e)": Step(b"e", b"g"),
    "find (/)": Step(b"boats" + 5 * b"\x7f", b"/", b"\x1b"),
    "end, top": Step(b"Gg", b"g"),
}
RULES = """
version: 1
lists: {counts: {title: Counts}}
rules:
  - {id: count, match: {words: [counted, tallied, weighed, summed up]}, style: match, list: counts}
"""
"""Its words are one in a hundred of those in the texts."""
BARE = """
import sys, textwrap
from rich.segment import Segment
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
ROWS = [row for line in open(sys.argv[1]) for row in textwrap.wrap(line, 72) or [""]]
class Rows(ScrollView, can_focus=True):
    BINDINGS = [("j", "roll(1)", ""), ("k", "roll(-1)", ""), ("space", "roll(38)", ""), ("b", "roll(-38)", "")]
    def on_mount(self):
        self.virtual_size = Size(100, len(ROWS))
    def render_line(self, y):
        at = y + self.scroll_offset.y
        return Strip([Segment((ROWS[at] if at < len(ROWS) else "").ljust(self.size.width))], self.size.width)
    def action_roll(self, rows):
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False)
class Bare(App):
    def compose(self):
        yield Rows()
Bare().run()
"""
"""What Textual itself takes for a key: one pane of plain rows, nothing else on the screen."""
EARLY = 8
"""Keys that are pressed in the third of a second after the first paint."""
WINDOWS = ((100, 40), (120, 40))


def spread(values: list[float]) -> str:
    ordered = sorted(values) or [float("nan")]
    at = [ordered[round(share * (len(ordered) - 1))] for share in (0.5, 0.95, 1.0)]
    return " ".join(f"{value:7.1f}" for value in at)


def press(terminal: Terminal, keys: bytes) -> None:
    """Press keys that are not timed."""
    for key in keys:
        terminal.send(bytes([key]))
        terminal.quiet(0.3)


def presses(terminal: Terminal, keys: bytes, number: int, rng: random.Random) -> list[float]:
    times = []
    for turn in range(number):
        terminal.send(keys[turn % len(keys) : turn % len(keys) + 1])
        if (answer := terminal.answer()) is not None:
            times.append(answer[0])
        time.sleep(rng.uniform(0.01, 0.05))
        terminal.quiet(0.0)
    return times


def click(column: int, row: int) -> bytes:
    return f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m".encode()


def steps_anywhere(terminal: Terminal, number: int, rng: random.Random) -> list[float]:
    """Clicks on items of the list of quotes, each at another place of it: the article goes there."""
    times = []
    for _ in range(number):
        terminal.send(click(120, rng.randint(4, 24)))  # the rail at the right
        terminal.quiet(0.2)
        terminal.send(click(100, rng.randint(5, 20)))
        if (answer := terminal.answer()) is not None:
            times.append(answer[0])
        terminal.quiet(0.1)
    return times


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--presses", type=int, default=80)
    parser.add_argument("--sizes", nargs="+", choices=tuple(SIZES), default=tuple(SIZES))
    parser.add_argument("--settle", type=float, default=45.0)
    options = parser.parse_args()
    rng = random.Random(1)
    sys.stdout.write(f"{'':8}{'':14}{'p50':>7} {'p95':>7} {'max':>7}   ms\n")
    with tempfile.TemporaryDirectory() as folder:
        texts = write_texts(Path(folder), tuple(options.sizes))
        rules = Path(folder) / "rules.yaml"
        rules.write_text(RULES, encoding="utf-8")
        reader = [sys.executable, "-m", "reader", "--no-state", "--rules", str(rules)]
        with Terminal([sys.executable, "-c", BARE, str(write_texts(Path(folder), ("300 kB",))["300 kB"])]) as terminal:
            terminal.until(TITLE.encode())
            terminal.quiet(0.5)
            for what in ("j", "page"):
                times = presses(terminal, STEPS[what].keys, options.presses, rng)
                sys.stdout.write(f"{'bare':8}{what:14}{spread(times)}\n")
        for name, path in texts.items():
            with Terminal([*reader, str(path)]) as terminal:
                terminal.until(TITLE.encode())
                terminal.quiet(0.01)
                results = {
                    "early: j": presses(terminal, b"jjk", EARLY, rng),
                    "reading: j": presses(terminal, b"jjk", options.presses, rng),
                }
                end = time.monotonic() + options.settle
                while time.monotonic() < end and terminal.read(4.0):
                    pass
                for what, step in STEPS.items():
                    press(terminal, step.before)
                    results[what] = presses(terminal, step.keys, options.presses, rng)
                    press(terminal, step.after)
                press(terminal, b"1")
                results["anywhere"] = steps_anywhere(terminal, options.presses, rng)
                sizes = []
                for turn in range(options.presses // 4):
                    terminal.resize(*WINDOWS[turn % 2])
                    if (answer := terminal.answer(0.15)) is not None:
                        sizes.append(answer[0])
                results["resize"] = sizes
                for what, times in results.items():
                    sys.stdout.write(f"{name:8}{what:14}{spread(times)}\n")
                sys.stdout.write(f"{name:8}{'memory':14}{terminal.memory():7} MB\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
