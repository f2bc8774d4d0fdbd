"""Standard output, and the file that `-o` names: written whole, or one clear error.

A program may be started with any of its standard streams closed. The next file that it opens then takes the number of
the stream, and whatever writes there writes into that file: so the numbers are taken up first.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from reader.article.source import PIPE_PATIENCE
from reader.errors import ReaderError

_STANDARD_OUTPUT = "standard output"


def take_up_closed_streams() -> None:
    """Have something behind the numbers 0, 1 and 2; what is said on standard error without one is lost."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a standard stream is there and is a terminal."""
    return stream is not None and stream.isatty()


def forget_standard_output() -> None:
    """Nobody takes it any more: Python would complain once more when it writes out the rest at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


@contextmanager
def standard_output() -> Iterator[IO[str]]:
    """Standard output as UTF-8, written out at the end.

    Raises ReaderError when it is closed or cannot take everything; BrokenPipeError when its reader has gone.
    """
    if sys.stdout is None:
        raise ReaderError("is closed", file=_STANDARD_OUTPUT)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_standard_output()
        raise ReaderError(f"cannot write: {error.strerror or error}", file=_STANDARD_OUTPUT) from error


@contextmanager
def output(path: str | None) -> Iterator[IO[str]]:
    """Standard output, or a file that is replaced only when all of it has been written. Raises ReaderError."""
    if path is None:
        with standard_output() as out:
            yield out
        return
    try:
        with _special(path) or _replaced(Path(path).resolve()) as out:
            yield out
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a NUL
        why = getattr(error, "strerror", None) or error
        raise ReaderError(f"cannot write: {why}", file=path) from error


def _special(path: str) -> IO[str] | None:
    """A device or a pipe, in which there is nothing to keep safe, opened; None for a file or what is not there.

    A pipe that nobody has begun to read is waited for, but not for ever.
    """
    until = time.monotonic() + PIPE_PATIENCE
    while True:
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116 (/dev/stdout must not be resolved: a pipe has no path)
        except FileNotFoundError:
            return None
        if stat.S_ISREG(mode):
            return None
        waiting = stat.S_ISFIFO(mode)
        try:
            descriptor = os.open(path, os.O_WRONLY | (os.O_NONBLOCK if waiting else 0))
        except OSError as error:
            if not waiting or error.errno != errno.ENXIO:
                raise
            if time.monotonic() > until:
                raise ReaderError("is a pipe that nobody reads", file=path) from error
            time.sleep(0.02)
            continue
        os.set_blocking(descriptor, True)
        return os.fdopen(descriptor, "w", encoding="utf-8", newline="\n")


@contextmanager
def _replaced(target: Path) -> Iterator[IO[str]]:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8", newline="\n") as out:
            yield out
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
