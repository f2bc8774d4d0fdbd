"""The command line of the contract: what it prints, where, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "Bridge opens\n\n“It holds,” said Ada Lenk, the engineer.\n"


def reader(*arguments: str, stdin: bytes = b"", **options: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **options}
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments], input=stdin, capture_output=True, check=False, env=environment
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_export_of_one_article_is_one_object_with_the_keys_of_the_contract(article: Path) -> None:
    done = reader("export", str(article))
    assert done.returncode == 0 and done.stderr == b""
    value = json.loads(done.stdout)
    assert list(value) == ["version", "article", "quotes", "entities", "key_points", "matches", "links"]
    assert list(value["article"]) == [
        "path", "sha256", "title", "byline", "dateline", "date", "publication", "words", "text",
    ]  # fmt: skip
    assert value["article"]["path"] == str(article)
    assert value["article"]["text"] == GOOD
    quote = value["quotes"][0]
    assert list(quote) == ["id", "kind", "parts", "cue", "speaker"]
    assert GOOD[slice(*quote["parts"][0])] == "“It holds,”"
    assert list(quote["speaker"]) == ["span", "name", "entity"]
    assert {"from": "q1", "to": quote["speaker"]["entity"], "rel": "said_by"} in value["links"]


def test_export_of_several_articles_is_an_array_in_input_order(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another one.\n", encoding="utf-8")
    done = reader("export", str(other), str(article))
    assert [v["article"]["path"] for v in json.loads(done.stdout)] == [str(other), str(article)]


def test_json_lines_are_one_object_a_line(article: Path) -> None:
    done = reader("export", "--format", "jsonl", str(article), str(article))
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 2 and all(json.loads(line)["version"] == 1 for line in lines)


def test_a_bad_file_among_good_ones_is_reported_and_passed_over(article: Path, tmp_path: Path) -> None:
    done = reader("export", "--format", "jsonl", str(article), str(tmp_path / "none.txt"), str(article))
    assert done.returncode == 1
    assert len(done.stdout.decode().splitlines()) == 2
    (line,) = done.stderr.decode().splitlines()
    assert "none.txt" in line


def test_an_array_without_a_readable_article_is_empty(tmp_path: Path) -> None:
    done = reader("export", str(tmp_path / "a"), str(tmp_path / "b"))
    assert (done.returncode, json.loads(done.stdout)) == (1, [])


def test_standard_input_is_an_article(article: Path) -> None:
    done = reader("export", "-", stdin=GOOD.encode())
    assert json.loads(done.stdout)["article"]["path"] == "-"


def test_output_goes_to_a_file_and_is_complete_or_not_there(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert reader("export", "-o", str(out), str(article)).returncode == 0
    assert json.loads(out.read_text("utf-8"))["version"] == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bridge.txt", "out.json"]
    done = reader("export", "-o", str(tmp_path / "no" / "out.json"), str(article))
    assert done.returncode == 1 and done.stderr.startswith(b"reader: ")


@pytest.mark.parametrize("kind", ["missing", "folder", "forbidden", "binary", "empty", "blank", "loop"])
@pytest.mark.parametrize("command", [[], ["export"]])
def test_what_cannot_be_read_gives_one_clear_line_and_status_1(tmp_path: Path, kind: str, command: list[str]) -> None:
    path = tmp_path / "it.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "forbidden":
        path.write_text(GOOD, "utf-8")
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("this user may read everything")
    elif kind != "missing":
        path.write_bytes({"binary": bytes(range(256)) * 8, "empty": b"", "blank": b" \n\n\t"}[kind])
    done = reader(*command, str(path))
    assert done.returncode == 1
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"reader: {path}: ") and "Traceback" not in line


@pytest.mark.parametrize(
    "arguments", [["--no-such"], ["export"], ["export", "--format", "xml", "x"], ["--width", "3", "x"], ["a", "b"]]
)
def test_wrong_usage_is_one_line_and_status_2(arguments: list[str]) -> None:
    done = reader(*arguments)
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1 and done.stderr.startswith(b"reader: ")


def test_a_hostile_file_name_reaches_no_terminal_raw(tmp_path: Path) -> None:
    done = reader("export", str(tmp_path / "a\x1b]0;owned\x07\n\u202eb"))
    assert done.returncode == 1
    message = done.stderr.decode()
    assert len(message.splitlines()) == 1
    assert not set(message.rstrip("\n")) & set("\x1b\x07\u202e")


def test_reading_without_a_terminal_says_so_and_ends(article: Path) -> None:
    done = reader(str(article))
    assert done.returncode == 1
    assert b"terminal" in done.stderr and len(done.stderr.splitlines()) == 1


def test_version_is_printed() -> None:
    done = reader("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, b"reader")


def test_a_reader_that_goes_away_is_no_error(article: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m reader export --format jsonl {' '.join([str(article)] * 50)} | head -c 10",
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
