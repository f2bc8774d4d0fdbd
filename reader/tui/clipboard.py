"""Copying: the desktop's own tool where there is one, inside tmux its buffer, else the terminal's clipboard by OSC 52.

Inside tmux a plain OSC 52 is dropped unless its option set-clipboard is "on" (by default it is not), and one in an
envelope unless allow-passthrough is. `tmux load-buffer -w` (3.2 and later) needs neither: it fills tmux's own buffer,
and tmux tells the terminal.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

TMUX = "tmux"
_PATIENCE = 2.0
"""Seconds given to a clipboard tool."""
_MOST = 700_000
"""Bytes that a terminal is sent to copy: tmux drops an OSC 52 longer than a megabyte, where three bytes take four."""


def tool_for(environ: Mapping[str, str], platform: str) -> Sequence[str] | None:
    """The command that copies its standard input: of this desktop, unless over ssh, or of tmux; None without one."""
    wanted: list[tuple[str, ...]] = []
    if not (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")):  # it would copy on the far machine
        if platform == "darwin":
            wanted.append(("pbcopy",))
        if environ.get("WAYLAND_DISPLAY"):
            wanted.append(("wl-copy",))
        if environ.get("DISPLAY"):
            wanted += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environ.get("TMUX"):
        wanted.append((TMUX, "load-buffer", "-w", "-"))
    return next((command for command in wanted if shutil.which(command[0])), None)


def copy_natively(text: str) -> str | None:
    """Copy with a tool; its name, None when it is not known to have worked. May take as long as `_PATIENCE`.

    Tools of X and Wayland stay to hand out what was copied: in a session of their own they outlive the terminal.
    """
    command = tool_for(os.environ, sys.platform)
    if command is None:
        return None
    try:
        subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            timeout=_PATIENCE,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return command[0]


def is_too_long(text: str) -> bool:
    """Whether a text is too long for a terminal's clipboard."""
    return len(text) > _MOST or len(text.encode("utf-8", "replace")) > _MOST


def through_tmux(text: str) -> str:
    """What to write inside tmux for the terminal around it to get an OSC 52: in tmux's envelope, each ESC twice."""
    words = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    return f"\x1bPtmux;\x1b\x1b]52;c;{words}\x07\x1b\\"
