"""What the real program reaches for beside its input: no network, no shell, no file outside its folders and `-o`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hostile import HARMLESS, plain_text, written
from pty_tools import ROOT, Terminal

from reader.export.stream import FORMATS

# Python imports this of itself when it starts; it is told of every file opened, socket made and process begun.
WATCH = """
import os, sys
log = os.open(os.environ["READER_WATCHED"], os.O_WRONLY | os.O_APPEND)
REACHES = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.", "urllib.",
           "http.", "ftplib.", "smtplib.", "webbrowser.", "shutil.")
CHANGES = {f"os.{name}" for name in "mkdir remove rename rmdir link symlink truncate chmod chown utime".split()}
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if isinstance(path, int):
            return  # what is open already
        if not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC):
            return
    elif event == "sqlite3.connect":
        path = arguments[0]
    elif event in CHANGES:
        path = arguments[0]
    elif event == "socket.__new__" and arguments[1] in (0, 1):
        return  # a pair inside the process, as asyncio makes to wake itself: no way to anywhere
    elif event.startswith(REACHES):
        path = repr(arguments)
    else:
        return
    os.write(log, f"{event}\\t{path}\\n".encode("utf-8", "replace"))
sys.addaudithook(watch)
"""
_OWN = "from reader.chapters.worker import main; main()"
"""What the program's own second process runs, which reads the article and is watched as well."""
_NEEDED = frozenset({"/dev/tty", "/dev/null"})


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WATCH)
    (folder / "log").touch()
    return folder


def events(watched: Path) -> list[tuple[str, str]]:
    lines = (watched / "log").read_text().splitlines()
    pairs = [(event, path) for event, _, path in (line.partition("\t") for line in lines)]
    return [pair for pair in pairs if "__pycache__" not in pair[1] and pair[1] not in _NEEDED]


def opened(watched: Path, *arguments: str, cwd: Path) -> Terminal:
    environment = {
        "PYTHONPATH": f"{watched}:{ROOT}",
        "READER_WATCHED": str(watched / "log"),
        "XDG_STATE_HOME": str(watched.parent / "state"),
    }
    return Terminal(arguments, cwd=cwd, environment=environment)


def outside(watched: Path, *allowed: Path) -> list[tuple[str, str]]:
    folders = [str(watched.parent / "state"), *map(str, allowed)]
    return [
        (event, path)
        for event, path in events(watched)
        if not (event.startswith(("open", "sqlite3.", "os.")) and any(path.startswith(folder) for folder in folders))
        and not (event == "subprocess.Popen" and _OWN in path and sys.executable in path)
    ]


def test_the_watch_sees_what_it_is_for(watched: Path) -> None:
    code = "import socket, subprocess, sys; open('here', 'w'); socket.socket(); subprocess.run([sys.executable, '-V'])"
    environment = {"PYTHONPATH": str(watched), "READER_WATCHED": str(watched / "log")}
    with Terminal([], program=["-c", code], cwd=watched.parent, environment=environment) as terminal:
        assert terminal.wait() == 0
    seen = {event for event, _ in outside(watched)}
    assert {"open", "socket.__new__", "subprocess.Popen"} <= seen


def test_reading_choosing_copying_and_noting_reach_for_nothing_else(watched: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    written(here, "tides.txt", plain_text(HARMLESS * 3))
    with opened(watched, cwd=here) as terminal:
        terminal.until_shown("tides.txt")
        terminal.send("tides.txt")
        terminal.until(lambda: "Samples" not in terminal.shown.splitlines()[4], "fewer files")
        terminal.send("\r")
        terminal.until_shown("Quotes 3")
        terminal.press("1", "n")
        terminal.send("y")
        terminal.until(lambda: any(token.form == "OSC 52" for token in terminal.tokens), "what was copied")
        terminal.send("a")
        terminal.until_shown("keep")
        terminal.send("mine\r")
        terminal.until_shown("Notes 1")
        assert terminal.quit() == 0
    assert outside(watched) == []
    assert [path.name for path in here.iterdir()] == ["tides.txt"]


def test_an_export_writes_only_where_it_is_told_to(watched: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    article = written(here, "tides.txt", plain_text(HARMLESS * 3))
    target = tmp_path / "out" / "tides.json"
    target.parent.mkdir()
    with opened(watched, "export", "-o", str(target), str(article), cwd=here) as terminal:
        assert terminal.wait() == 0
    assert outside(watched, target.parent) == []
    assert [path.name for path in target.parent.iterdir()] == ["tides.json"]
    assert [path.name for path in here.iterdir()] == ["tides.txt"]


def test_no_other_command_writes_or_reaches_for_anything(watched: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    written(here, "tides.txt", plain_text(HARMLESS))
    written(here, "reader.yaml", "version: 1\nrules: [{id: tide, match: {words: [tide]}}]\n")
    commands = [f"export --format {form} tides.txt" for form in FORMATS]
    commands += ["rules check ./reader.yaml", "rules check hedging", "rules schema", "themes", "--version", "--help"]
    commands += ["export none.txt", "export --rules hedging tides.txt", "--theme none tides.txt"]
    for command in commands:
        with opened(watched, *command.split(), cwd=here) as terminal:
            terminal.wait()
    assert outside(watched) == []
    assert sorted(path.name for path in here.iterdir()) == ["reader.yaml", "tides.txt"]


def test_of_other_programs_a_long_article_starts_only_this_one_and_without_a_shell(
    watched: Path, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    article = written(here, "tides.txt", plain_text(HARMLESS * 800))
    with opened(watched, str(article), cwd=here) as terminal:
        terminal.until(lambda: re.search(r"Quotes [1-9]", terminal.shown) is not None, "what was found")
        assert terminal.quit() == 0
    assert outside(watched) == []
    (started,) = [path for event, path in events(watched) if event == "subprocess.Popen"]
    assert started.startswith(f"({sys.executable!r}, [{sys.executable!r}, '-P', '-c', ")
    assert [path.name for path in here.iterdir()] == ["tides.txt"]
