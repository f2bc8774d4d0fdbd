"""Files that are made to hurt: how long the whole program takes for each, with how much memory, and how it ends.

    python benchmarks/hostile_inputs.py

Each is exported in a process of its own. Those beyond the stated limit (64 MiB), and those without an end, must be
refused in less than REFUSED seconds; none may take more than MEMORY.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

REFUSED = 3.0
"""Seconds for what is refused, with the two that are waited for a pipe's writer."""
MEMORY = 1500
"""MiB at most."""
MB = 1_000_000

TEXTS: Mapping[str, Callable[[], bytes]] = {
    "one line of 1 MB": lambda: b"The tide was high and the quay was wet, he said. " * (MB // 49),
    "200,000 newlines": lambda: b"a" + b"\n" * 200_000 + b"b",
    "100,000 tabs": lambda: b"a" + b"\t" * 100_000 + b"b",
    "unclosed mark, 1 MB": lambda: "“".encode() + b"The tide was high and the quay was wet. " * (MB // 40),
    "10,000 combining marks": lambda: ("e" + "\u0301" * 10_000).encode(),
    "20,000 joined emoji": lambda: ("👩\u200d" * 20_000).encode(),
    "1 MB of NUL": lambda: b"a\0" * (MB // 2),
    "1 MB of ESC [": lambda: b"\x1b[2J " * (MB // 5),
    "1 MB of noise": lambda: os.urandom(MB),
    "UTF-16": lambda: ("The tide was high, he said. " * 10_000).encode("utf-16"),
}
"""Read to the end."""


class Outcome(NamedTuple):
    status: int
    seconds: float
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
    return Outcome(process.returncode, time.monotonic() - began, usage.ru_maxrss / 1024, lines[-1] if lines else "")


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
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for form, make in TEXTS.items():
            path = folder / "article.txt"
            path.write_bytes(data := make())
            done = export(path)
            bad = done.mebibytes > MEMORY or done.status not in (0, 1)
            failures += bad
            rate = f"{done.seconds / len(data) * MB:7.1f} s/MB"
            _tell(form, done, rate, bad)
        for form, done in _refused(folder).items():
            bad = done.status != 1 or done.seconds > REFUSED or not done.said.startswith("reader: ")
            failures += bad
            _tell(form, done, done.said.rpartition("/")[2][:60], bad)
    return 1 if failures else 0


def _tell(form: str, done: Outcome, more: str, bad: bool) -> None:
    mark = "  <<<" if bad else ""
    sys.stdout.write(f"{form:26} {done.status} {done.seconds:6.2f} s {done.mebibytes:6.0f} MiB  {more}{mark}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
