"""What copying sends: to a tool of the desktop, over ssh, inside tmux."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pty_tools import ROOT, Terminal

WRAPPED = "The wardens of the quay\ncounted “all” of their\n    boats before the storm.\n"
COPIED = "The wardens of the quay counted “all” of their boats before the storm."
SENT = "sent to the terminal"


def _article(folder: Path, text: str = WRAPPED) -> str:
    path = folder / "quay.txt"
    path.write_text(text)
    return str(path)


def _tool(folder: Path, name: str) -> tuple[str, Path]:
    """A folder with a tool that keeps what it is given and goes on running, as xclip and wl-copy do; and its file."""
    tools, kept = folder / "tools", folder / "kept.txt"
    tools.mkdir()
    (tools / name).write_text(f"#!/bin/sh\n/bin/cat > '{kept}'\n/bin/sleep 60 &\n")
    (tools / name).chmod(0o755)
    return str(tools), kept


def _copy_all(terminal: Terminal, said: str) -> None:
    terminal.until_shown("n/N next")
    terminal.send("gvGy")
    terminal.until_shown(said)


def _sent(terminal: Terminal) -> list[str]:
    """What the terminal was given to copy."""
    contents = [token.content.split(";", 2) for token in terminal.tokens if token.form == "OSC 52"]
    return [base64.b64decode(data, validate=True).decode() for _, _, data in contents]


@pytest.mark.parametrize("ssh", [{}, {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22", "DISPLAY": "localhost:10.0"}])
def test_over_ssh_and_where_no_tool_is_the_terminal_gets_the_unwrapped_text(
    tmp_path: Path, ssh: dict[str, str]
) -> None:
    tools, kept = _tool(tmp_path, "xclip")
    environment = {**ssh, "PATH": tools} if ssh else {}
    with Terminal([_article(tmp_path)], environment=environment) as terminal:
        _copy_all(terminal, SENT)
        assert terminal.quit() == 0
    assert _sent(terminal) == [COPIED]
    assert not kept.exists()


@pytest.mark.parametrize(
    ("name", "variable"), [("xclip", "DISPLAY"), ("xsel", "DISPLAY"), ("wl-copy", "WAYLAND_DISPLAY")]
)
def test_the_desktops_tool_gets_it_and_is_not_waited_for(tmp_path: Path, name: str, variable: str) -> None:
    tools, kept = _tool(tmp_path, name)
    with Terminal([_article(tmp_path)], environment={"PATH": tools, variable: ":0"}) as terminal:
        _copy_all(terminal, "copied")
        assert terminal.quit() == 0
    assert kept.read_text() == COPIED
    assert _sent(terminal) == []


def test_what_is_too_long_for_a_terminal_is_not_said_to_be_copied(tmp_path: Path) -> None:
    with Terminal([_article(tmp_path, "“The quay is old,” she said. " * 30_000)]) as terminal:
        _copy_all(terminal, "not copied: it is too long")
        assert terminal.quit() == 0
    assert _sent(terminal) == []


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux")
@pytest.mark.parametrize("option", ["off", "external", "on"])
def test_inside_tmux_both_it_and_the_terminal_around_it_get_it(tmp_path: Path, option: str) -> None:
    tmux = shutil.which("tmux") or ""
    configuration = tmp_path / "tmux.conf"
    configuration.write_text(f"set -s set-clipboard {option}\nset -g status off\n")
    server = [tmux, "-S", str(tmp_path / "tmux"), "-f", str(configuration)]
    inside = [*server, "new-session", f"PYTHONPATH={ROOT} {sys.executable} -m reader --no-state {_article(tmp_path)}"]
    environment = {"PATH": str(Path(tmux).parent), "SHELL": "/bin/sh"}
    program = ("-c", f"import os; os.execv({tmux!r}, {inside!r})")
    try:
        with Terminal([], environment=environment, program=program) as terminal:
            _copy_all(terminal, "copied to tmux")
            kept = subprocess.run([*server, "show-buffer"], capture_output=True, check=True).stdout
            terminal.until(lambda: bool(_sent(terminal)), "what was copied")
            terminal.send("q")
            terminal.wait()
    finally:
        subprocess.run([*server, "kill-server"], capture_output=True, check=False)
    assert kept.decode() == COPIED
    assert _sent(terminal) == [COPIED]
