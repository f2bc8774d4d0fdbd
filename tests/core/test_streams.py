"""Standard streams that are closed, full or gone, and every kind of file that `-o` can name."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

READER = f"{shlex.quote(sys.executable)} -m reader"
needs_full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bridge.txt").write_text("Bridge opens\n\n“It holds,” said Ada Lenk, the engineer.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    return tmp_path


def shell(line: str) -> tuple[int, str, str]:
    """The status of a line of bash in which READER is the program, what it wrote, and its errors."""
    command = ["bash", "-c", line.replace("READER", READER)]
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@needs_full_device
@pytest.mark.parametrize(
    "line",
    ["READER export bridge.txt >/dev/full", "READER themes >/dev/full", "READER rules schema >/dev/full"],
)
def test_a_full_standard_output_is_said(line: str, here: Path) -> None:
    full = "reader: standard output: cannot write: No space left on device\n"
    assert shell(line) == (1, "", full)


@pytest.mark.parametrize("line", ["READER export bridge.txt >&-", "READER themes >&-", "READER rules schema >&-"])
def test_a_closed_standard_output_is_said(line: str, here: Path) -> None:
    assert shell(line) == (1, "", "reader: standard output: is closed\n")


def test_a_closed_standard_input_is_said(here: Path) -> None:
    closed = "reader: standard input: is closed (give a file, or pipe a text in)\n"
    assert shell("READER export - <&-") == (1, "", closed)
    assert shell("READER <&-") == (1, "", closed)


def test_no_file_takes_the_place_of_a_closed_stream(here: Path) -> None:
    assert shell("READER export -o out.json none bridge.txt <&- >&- 2>&-") == (1, "", "")
    (reading,) = json.loads((here / "out.json").read_text("utf-8"))
    assert reading["quotes"]


@needs_full_device
def test_errors_that_cannot_be_written_are_no_reason_to_stop(here: Path) -> None:
    assert shell("READER export -o out.json none bridge.txt 2>/dev/full")[0] == 1
    assert len(json.loads((here / "out.json").read_text("utf-8"))) == 1


@needs_full_device
def test_a_full_disk_leaves_what_was_there(here: Path) -> None:
    (here / "out.json").write_text("before")
    # A limit on the size of files stands for a disk that is full.
    status, _, said = shell("ulimit -f 1; READER export -o out.json bridge.txt bridge.txt")
    assert (status, said) == (1, "reader: out.json: cannot write: File too large\n")
    assert (here / "out.json").read_text() == "before"
    assert sorted(os.listdir()) == ["bridge.txt", "out.json"]  # noqa: PTH208
    assert shell("READER export -o /dev/full bridge.txt")[2].startswith("reader: /dev/full: cannot write: No space")


def test_output_to_a_folder_or_a_circle_of_links_is_refused(here: Path) -> None:
    (here / "loop").symlink_to("loop")
    assert shell("READER export -o . bridge.txt") == (1, "", "reader: .: cannot write: Is a directory\n")
    status, _, said = shell("READER export -o loop bridge.txt")
    assert status == 1 and said.startswith("reader: loop: cannot write: ")


def test_output_goes_through_pipes_by_any_name(here: Path) -> None:
    assert json.loads(shell("READER export -o /dev/stdout bridge.txt | cat")[1])["version"] == 1
    assert json.loads(shell("READER export -o >(cat) bridge.txt; wait $!")[1])["version"] == 1
    assert json.loads(shell("mkfifo pipe; cat pipe & READER export -o pipe bridge.txt; wait")[1])["version"] == 1


def test_a_pipe_that_nobody_reads_is_not_waited_for_for_ever(here: Path) -> None:
    assert shell("mkfifo pipe; READER export -o pipe bridge.txt") == (
        1,
        "",
        "reader: pipe: is a pipe that nobody reads\n",
    )


def test_output_whose_reader_goes_away_ends_quietly(here: Path) -> None:
    many = " ".join(["bridge.txt"] * 60)
    assert shell(f"READER export {many} | head -c 10; echo ${{PIPESTATUS[0]}}")[1:] == ('[\n{"versio0\n', "")
