"""A path or standard input to bytes, bounded, with a clear error for everything that is no article."""

from __future__ import annotations

import errno
import os
import select
import stat
import sys
from pathlib import Path

from reader.errors import ReaderError

MAX_BYTES = 64 * 1024 * 1024
"""What is larger is refused: about ten million words."""
PIPE_PATIENCE = 2.0
"""Seconds to wait for somebody to begin writing into a named pipe."""
STANDARD_INPUT = "standard input"

_CHUNK = 1 << 20
_WHY = {
    errno.ENOENT: "there is no such file (check the name)",
    errno.ENOTDIR: "there is no such file (a part of the path is no directory)",
    errno.EISDIR: "is a directory (give a file in it)",
    errno.EACCES: "no permission to read it (see its owner and mode with ls -l)",
    errno.EPERM: "no permission to read it (see its owner and mode with ls -l)",
    errno.ELOOP: "is a symbolic link that leads back to itself (give the file itself)",
    errno.ENAMETOOLONG: "the name is too long to be a file's (was the text itself given? pipe it to: reader -)",
    errno.ENXIO: "is a socket or a device without anything behind it (give a text file)",
}
_NOT_BLOCKING = getattr(os, "O_NONBLOCK", 0)


def read_path(path: str) -> bytes:
    """The bytes of a regular file, or of a pipe to its end; ReaderError with `file` for anything else."""
    try:
        # Opening a named pipe would otherwise hang until somebody writes into it.
        descriptor = os.open(path, os.O_RDONLY | _NOT_BLOCKING | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _failure(error, path) from error
    except ValueError as error:
        raise ReaderError("is no file name (it holds a NUL character)", file=path) from error
    try:
        status = os.fstat(descriptor)
        if stat.S_ISFIFO(status.st_mode):
            return _read_pipe(descriptor, path)
        if stat.S_ISDIR(status.st_mode):
            raise ReaderError(_WHY[errno.EISDIR], file=path)
        if not stat.S_ISREG(status.st_mode):
            raise ReaderError("is a device, not a file (give a text file, or pipe it to: reader -)", file=path)
        if status.st_size > MAX_BYTES:
            raise _too_large(path)
        return _read_bounded(descriptor, path, status.st_size)
    except OSError as error:
        raise _failure(error, path) from error
    finally:
        os.close(descriptor)


def read_standard_input() -> bytes:
    """Standard input to its end; ReaderError when there is none, or more than MAX_BYTES."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None or stream.closed:
        raise ReaderError("is closed (give a file, or pipe a text in)", file=STANDARD_INPUT)
    try:
        data: bytes = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _failure(error, STANDARD_INPUT) from error
    if len(data) > MAX_BYTES:
        raise _too_large(STANDARD_INPUT)
    return data


def _read_bounded(descriptor: int, path: str, expected: int) -> bytes:
    """All there is, in one piece where it has the size that is expected: pieces of a long file would be copied."""
    chunks: list[bytes] = []
    size = 0
    while chunk := os.read(descriptor, max(_CHUNK, expected + 1 - size)):
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise _too_large(path)
    return b"".join(chunks)


def _read_pipe(descriptor: int, path: str) -> bytes:
    """A pipe to its end: wait for ever for a writer that is there, for a moment for one to come."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    chunks: list[bytes] = []
    size, waited = 0, False
    while size <= MAX_BYTES:
        try:
            chunk = os.read(descriptor, _CHUNK)
        except BlockingIOError:
            poll.poll()
            waited = True
            continue
        if chunk:
            chunks.append(chunk)
            size += len(chunk)
        elif chunks or waited:
            return b"".join(chunks)
        elif poll.poll(PIPE_PATIENCE * 1000):
            waited = True
        else:
            raise ReaderError("is a pipe that nobody writes into", file=path)
    raise _too_large(path)


def _too_large(path: str) -> ReaderError:
    return ReaderError(f"is larger than {MAX_BYTES >> 20} MiB (cut it into parts)", file=path)


def _failure(error: OSError, path: str) -> ReaderError:
    if error.errno == errno.ENOENT and Path(path).is_symlink():
        return ReaderError("is a symbolic link to a file that is not there", file=path)
    why = _WHY.get(error.errno or 0) or f"cannot be read: {error.strerror or error}"
    return ReaderError(why, file=path)
