"""Copying: the desktop's own tool where there is one, else the terminal's clipboard by OSC 52."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

_PATIENCE = 2.0
"""Seconds given to a clipboard tool."""


def tool_for(environ: Mapping[str, str], platform: str) -> Sequence[str] | None:
    """The command that copies its standard input on this desktop; None over ssh or without one."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return None  # it would copy on the far machine
    wanted: list[tuple[str, ...]] = []
    if platform == "darwin":
        wanted.append(("pbcopy",))
    if environ.get("WAYLAND_DISPLAY"):
        wanted.append(("wl-copy",))
    if environ.get("DISPLAY"):
        wanted += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    return next((command for command in wanted if shutil.which(command[0])), None)


def copy_natively(text: str) -> bool:
    """Copy with the desktop's tool; whether it is known to have worked. May take as long as `_PATIENCE`."""
    command = tool_for(os.environ, sys.platform)
    if command is None:
        return False
    try:
        subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            timeout=_PATIENCE,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
