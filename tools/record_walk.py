"""Record a walk through the program on a terminal, every step of it checked (tests/terminal/full_walk.py).

    python tools/record_walk.py walk.cast           for asciinema play walk.cast
    python tools/record_walk.py walk.txt            the screen after each step, as text
    python tools/record_walk.py walk.cast --size 120x40 --env TERM=screen-256color

The same program gives the same record: a step takes its time there, not the time that it took. Its status is 1 where a
step does not come to its end.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "terminal"))

from full_walk import STEPS, opened, walk  # noqa: E402

_SECONDS = 2.0
"""That a step takes in the record."""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="100x30")
    parser.add_argument("--env", action="append", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    columns, rows = map(int, options.size.split("x"))
    environment = dict(pair.split("=", 1) for pair in options.env)
    header = {"version": 2, "width": columns, "height": rows, "title": "reader: a walk", "env": environment}
    cast, text, status = [json.dumps(header)], [], 0
    with TemporaryDirectory() as name, opened(folder := Path(name), columns, rows, environment) as terminal:
        steps, seen, size = walk(terminal, folder), 0, terminal.began
        for number in range(len(STEPS)):
            try:
                step = next(steps)
            except AssertionError as error:
                sys.stderr.write(f"{error}\n")
                status = 1
                break
            marker, output = f"{number + 1}. {step.title}", terminal.output[seen:].decode("utf-8", "replace")
            seen = len(terminal.output)
            cast.append(json.dumps([number * _SECONDS, "m", marker]))
            if (now := (terminal.screen.columns, terminal.screen.rows)) != size:
                size = now
                cast.append(json.dumps([number * _SECONDS, "r", f"{now[0]}x{now[1]}"]))
            cast.append(json.dumps([number * _SECONDS, "o", output]))
            screen = "\n".join(line.rstrip() for line in terminal.screen.lines())
            text.append(f"{marker}: {' '.join(map(repr, step.keys))}\n\n{screen}\n")
    words = "\n".join(cast) + "\n" if options.out.suffix == ".cast" else "\n".join(text)
    options.out.write_text(words, encoding="utf-8")
    sys.stdout.write(f"{options.out}: {len(text)} of {len(STEPS)} steps\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
