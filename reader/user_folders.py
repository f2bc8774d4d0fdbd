"""Where the user's own files lie, as the XDG Base Directory Specification has it."""

from __future__ import annotations

import os
from pathlib import Path


def config_folder() -> Path | None:
    """Settings, themes and rules of the user: `$XDG_CONFIG_HOME/reader`, usually `~/.config/reader`; None without a
    home. It need not exist."""
    return _folder("XDG_CONFIG_HOME", ".config")


def state_folder() -> Path | None:
    """What outlives a session: `$XDG_STATE_HOME/reader`, usually `~/.local/state/reader`; None without a home. It need
    not exist."""
    return _folder("XDG_STATE_HOME", ".local/state")


def _folder(variable: str, usual: str) -> Path | None:
    told = Path(os.environ.get(variable, ""))
    if told.is_absolute():  # the specification: a relative path is to be ignored
        return told / "reader"
    if "HOME" in os.environ and not Path(os.environ["HOME"]).is_absolute():
        return None  # an empty one would mean the root of the disk, another the folder where one happens to be
    try:
        return Path.home() / usual / "reader"
    except RuntimeError:  # there is no home
        return None
