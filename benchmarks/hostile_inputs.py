"""Files that are made to hurt: how long the whole program takes for each, with how much memory, and how it ends.

    python benchmarks/hostile_inputs.py
    python benchmarks/hostile_inputs.py --large        also 30 MB, some minutes

Each is exported in a process of its own. What is text must be read in less than RATE seconds a megabyte (and START),
with less than MEMORY for the first megabyte and MORE for each further one; what is none is refused. What is beyond the
stated limit (64 MiB), or has no end, must be refused in less than REFUSED seconds. Else it is marked `<<<`, and the
status is 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

REFUSED = 5.0
"""Seconds for what is refused, with the two that are waited for a pipe's writer."""
RATE, START = 30.0, 2.0
"""Seconds of processor time a megabyte, and before the first."""
MEMORY, MORE = 160, 40
"""MiB at most: for one megabyte, and for each further one."""
MB = 1_000_000

TEXTS: Mapping[str, Callable[[], bytes]] = {
    "one line of 1 MB": lambda: b"The tide was high and the quay was wet, he said. " * (MB // 49),
    "200,000 newlines": lambda: b"a" + b"\n" * 200_000 + b"b",
    "100,000 tabs": lambda: b"a" + b"\t" * 100_000 + b"b",
    "unclosed mark, 1 MB": lambda: "“".encode() + b"The tide was high and the quay was wet. " * (MB // 40),
    "10,000 combining marks": lambda: ("e" + "\u0301" * 10_000).encode(),
    "20,000 joined emoji": lambda: ("👩\u200d" * 20_000).encode(),
    "1 MB of letters and NUL": lambda: b"a\0" * (MB // 2),
    "1 MB of ESC [": lambda: b"\x1b[2J " * (MB // 5),
    "1 MB of noise": lambda: os.urandom(MB),
    "UTF-16": lambda: ("The tide was high, he said. " * 10_000).encode("utf-16"),
    "50,000 links": lambda: b"# Tides\n\n" + b"[the quay](http://a.example/b) " * 50_000,
    "a table of 50,000 rows": lambda: b"| a | b |\n| --- | --- |\n" + b"| c | d |\n" * 50_000,
    "lists in lists, 1 MB": lambda: "".join(f"{'  ' * n}- a\n" for n in range(1000)).encode(),
    "the same name, 1 MB": lambda: b"Oda Brandt " * (MB // 11),
}
"""Read to the end."""
LARGE: Mapping[str, Callable[[], bytes]] = {
    "one line of 30 MB": lambda: b"The tide was high and the quay was wet, he said. " * (30 * MB // 49),
}
NO_TEXT = frozenset({"1 MB of noise"})
"""Refused as such."""


class Outcome(NamedTuple):
    status: int
    seconds: float
    """By the clock."""
    work: float
    """Of the processor."""
    mebibytes: float
    said: str
    """The last line on standard error."""


def export(path: Path | str, *, stdin: int = subprocess.DEVNULL) -> Outcome:
    """Export one file in a process of its own."""
    command = [sys.executable, "-m", "reader", "export", "--no-state", "-o", os.devnull, str(path)]
    began = time.monotonic()
    process = subprocess.Popen(command, stdin=stdin, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    lines = said.splitlines()
    work = usage.ru_utime + usage.ru_stime
    return Outcome(
        process.returncode, time.monotonic() - began, work, usage.ru_maxrss / 1024, lines[-1] if lines else ""
    )


def _refused(folder: Path) -> dict[str, Outcome]:
    (folder / "sparse").touch()
    os.truncate(folder / "sparse", 1 << 30)
    os.mkfifo(folder / "pipe")
    (folder / "circle").symlink_to(folder / "circle")
    with Path("/dev/zero").open("rb") as zero:
        return {
            "1 GiB, sparse": export(folder / "sparse"),
            "/dev/zero": export("/dev/zero"),
            "/dev/zero, piped": export("-", stdin=zero.fileno()),
            "a FIFO without a writer": export(folder / "pipe"),
            "a circle of links": export(folder / "circle"),
            "a directory": export(folder),
        }


def main() -> int:
    parser = argparse.ArgumentParser(description="Files that are made to hurt.")
    parser.add_argument("--large", action="store_true", help="also 30 MB")
    texts = {**TEXTS, **(LARGE if parser.parse_args().large else {})}
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for form, make in texts.items():
            path = folder / "article.txt"
            path.write_bytes(data := make())
            done = export(path)
            size = len(data) / MB
            bad = (
                done.status != (form in NO_TEXT)
                or done.work > START + RATE * size
                or done.mebibytes > MEMORY + MORE * max(0.0, size - 1)
            )
            failures += bad
            _tell(form, done, f"{done.work / size:7.1f} s/MB", bad)
        for form, done in _refused(folder).items():
            bad = done.status != 1 or done.seconds > REFUSED or not done.said.startswith("reader: ")
            failures += bad
            _tell(form, done, done.said.rpartition("/")[2][:60], bad)
    return 1 if failures else 0


def _tell(form: str, done: Outcome, more: str, bad: bool) -> None:
    mark = "  <<<" if bad else ""
    sys.stdout.write(f"{form:26} {done.status} {done.work:6.2f} s {done.mebibytes:6.0f} MiB  {more}{mark}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
