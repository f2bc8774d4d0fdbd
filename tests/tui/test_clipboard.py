"""Which tool copies, and what is known of it."""

from __future__ import annotations

import base64
import os
import sys

import pytest

from reader.tui import clipboard


@pytest.mark.parametrize(
    ("environ", "platform", "tool"),
    [
        ({}, "darwin", "pbcopy"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy"),
        ({"DISPLAY": ":0"}, "linux", "xclip"),
        ({}, "linux", None),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "linux", None),
        ({"TMUX": "/tmp/t,1,0"}, "linux", "tmux"),
        ({"DISPLAY": ":0", "TMUX": "/tmp/t,1,0"}, "linux", "xclip"),
        ({"DISPLAY": ":0", "TMUX": "/tmp/t,1,0", "SSH_TTY": "/dev/pts/1"}, "linux", "tmux"),
    ],
)
def test_the_desktops_own_tool_is_used_but_never_that_of_a_far_machine(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], platform: str, tool: str | None
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    command = clipboard.tool_for(environ, platform)
    assert (command[0] if command else None) == tool


def test_a_tool_that_fails_or_is_not_there_has_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (("false",), ("no-such-tool-at-all",)):
        monkeypatch.setattr(clipboard, "tool_for", lambda environ, platform, command=command: command)
        assert not clipboard.copy_natively("words")
    monkeypatch.setattr(clipboard, "tool_for", lambda environ, platform: None)
    assert not clipboard.copy_natively("words")


def test_a_tool_that_ends_well_has_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "tool_for", lambda environ, platform: ("cat",))
    assert clipboard.copy_natively("“words” \ud800")


def test_what_is_copied_outlives_the_terminal_whose_end_would_end_the_tool_that_holds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fails_in_this_session = "import os, sys; sys.exit(os.getsid(0) == int(sys.argv[1]))"
    command = (sys.executable, "-c", fails_in_this_session, str(os.getsid(0)))
    monkeypatch.setattr(clipboard, "tool_for", lambda environ, platform: command)
    assert clipboard.copy_natively("words")


def test_inside_tmux_what_is_meant_for_the_terminal_is_in_an_envelope() -> None:
    sent = clipboard.through_tmux("a “b”\x1b]0;c")
    assert sent.startswith("\x1bPtmux;\x1b\x1b]52;c;") and sent.endswith("\x07\x1b\\")
    inner = sent.removeprefix("\x1bPtmux;").removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b")
    assert base64.b64decode(inner.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == "a “b”\x1b]0;c"
