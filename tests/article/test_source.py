from __future__ import annotations

import hashlib
import io
import os
import sys
import threading
from pathlib import Path

import pytest

from reader.article import source
from reader.article.load import load_bytes, load_file, load_stdin
from reader.errors import ReaderError


def refused(path: str | Path) -> str:
    with pytest.raises(ReaderError) as error:
        load_file(str(path))
    assert error.value.file == str(path)
    assert "\n" not in error.value.message
    return error.value.message


def test_a_missing_file(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "none.txt")
    (tmp_path / "a.txt").write_text("words")
    assert "no such file" in refused(tmp_path / "a.txt" / "b.txt")


def test_a_directory(tmp_path: Path) -> None:
    assert "is a directory" in refused(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    path.chmod(0)
    assert "no permission" in refused(path)


def test_no_permission_is_said_also_to_root(monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    assert "no permission" in refused("a.txt")


def test_symbolic_links_that_lead_nowhere(tmp_path: Path) -> None:
    loop, broken = tmp_path / "loop", tmp_path / "broken"
    loop.symlink_to(loop)
    broken.symlink_to(tmp_path / "none")
    assert "leads back to itself" in refused(loop)
    assert "link to a file that is not there" in refused(broken)


def test_devices_are_refused_at_once() -> None:
    assert "is a device" in refused("/dev/zero")
    assert "is a device" in refused("/dev/null")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u3000\u2028".encode(), b"\xef\xbb\xbf"])
def test_nothing_to_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert refused(path) in ("is empty", "holds only white space")


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(source.MAX_BYTES + 1)
    assert "larger than 64 MiB" in refused(path)
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    path.write_bytes(b"ten words.")
    assert load_file(str(path)).text == "ten words."


def test_names_that_are_none() -> None:
    assert "NUL" in refused("a\0b")
    assert "too long" in refused("a" * 5000)


def test_a_file_that_vanishes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> bytes:
        raise OSError(116, "Stale file handle")

    path = tmp_path / "a.txt"
    path.write_text("words")
    monkeypatch.setattr(os, "read", gone)
    assert "Stale file handle" in refused(path)


@pytest.mark.parametrize("name", ["-a.txt", "a\x1b[31m.txt", "a\nb.txt", "a b.txt", "ä.txt"])
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("words")
    assert load_file(str(path)).path == str(path)


def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"words " * 50_000,))
    writer.start()
    try:
        assert load_file(str(path)).words == 50_000
    finally:
        writer.join()


def test_a_pipe_of_a_shell_is_read_to_its_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"words in a pipe")
    os.close(writing)
    try:
        assert load_file(f"/dev/fd/{reading}").text == "words in a pipe"
    finally:
        os.close(reading)


def test_a_pipe_that_nobody_writes_into_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "PIPE_PATIENCE", 0.01)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "nobody writes into" in refused(path)


class _Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(b"words from a pipe"))
    article = load_stdin()
    assert (article.path, article.text) == ("-", "words from a pipe")


def test_standard_input_without_an_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 100)
    monkeypatch.setattr(sys, "stdin", _Input(b"x" * 101))
    with pytest.raises(ReaderError, match=r"^standard input: is larger"):
        load_stdin()


@pytest.mark.parametrize("stdin", [None, _Input(b"")])
def test_no_standard_input(monkeypatch: pytest.MonkeyPatch, stdin: object) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    with pytest.raises(ReaderError, match=r"^standard input: is"):
        load_stdin()


def test_the_digest_is_of_the_bytes_with_their_mark() -> None:
    data = b"\xef\xbb\xbfwords\r\n"
    assert load_bytes(data).sha256 == hashlib.sha256(data).hexdigest()
