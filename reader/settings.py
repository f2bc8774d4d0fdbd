"""The user's settings: `config.yaml` in the folder of their configuration. What the command line says goes before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.small_files import read_small_file
from reader.user_folders import config_folder

if TYPE_CHECKING:
    from reader.safe_yaml import Node

FILE = "config.yaml"
RULES, SPACY = "rules", "spacy"
ENGINES = (RULES, SPACY)
"""What finds the names: the program's own rules and model, or spaCy where it is installed."""
LEAST_WIDTH, MOST_WIDTH = 20, 1000
_LARGEST = 1 << 16
_KEYS = frozenset({"theme", "width", "mouse", "engine", "model", "keys"})
_PACKAGE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,99}")


@dataclass(frozen=True, slots=True)
class KeyChange:
    """Other keys for a command."""

    command: str
    """The command's id, such as `item.next`."""
    keys: tuple[str, ...]
    """Names of keys, at least one."""
    place: str
    """`FILE:LINE:COL`, for whoever finds that it cannot be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user wants instead of the program's own ways; None: nothing else."""

    theme: str | None = None
    theme_place: str = ""
    """`FILE:LINE:COL` of the theme's name, for whoever finds that there is none."""
    width: int | None = None
    """Cells of the column."""
    mouse: bool = True
    """Whether the program takes the mouse; if not, it is the terminal's own, to select and paste with."""
    engine: str = RULES
    model: str | None = None
    """Of spaCy: the model's package, or the path of one."""
    keys: Mapping[str, KeyChange] = field(default_factory=lambda: MappingProxyType({}))
    """By the command's id."""


def load_settings(folder: Path | None = None) -> Settings:
    """The settings in `folder` (the user's own one), or none when there is no such file.

    Raises:
        ReaderError: the file is there, but cannot be read or is not right; with its place.
    """
    folder = folder or config_folder()
    path = folder / FILE if folder is not None else None
    try:
        if path is None or not path.is_file():
            return Settings()
    except OSError as error:
        raise ReaderError(f"cannot be read: {error.strerror or error}", file=str(path)) from error
    return parse_settings(read_small_file(path, _LARGEST), str(path))


def parse_settings(text: str, file: str) -> Settings:
    """The settings in a file's text; ReaderError with line and column for the first thing that is wrong."""
    from reader.safe_yaml import load_yaml  # most readers have no such file

    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return Settings()
    parts = load_yaml(text, file).mapping("the settings", _KEYS)
    return Settings(
        theme=parts["theme"].text("theme") if "theme" in parts else None,
        theme_place=parts["theme"].place if "theme" in parts else "",
        width=_width(parts["width"]) if "width" in parts else None,
        mouse=parts["mouse"].truth("mouse") if "mouse" in parts else True,
        engine=_engine(parts["engine"]) if "engine" in parts else RULES,
        model=_model(parts["model"]) if "model" in parts else None,
        keys=_keys(parts["keys"]) if "keys" in parts else MappingProxyType({}),
    )


def _width(node: Node) -> int:
    width = node.whole("width")
    if not LEAST_WIDTH <= width <= MOST_WIDTH:
        raise node.error(f"width must be from {LEAST_WIDTH} to {MOST_WIDTH}")
    return width


def _engine(node: Node) -> str:
    from reader.safe_yaml import did_you_mean

    engine = node.text("engine")
    if engine not in ENGINES:
        raise node.error(f"unknown engine '{engine}'{did_you_mean(engine, set(ENGINES))}")
    return engine


def _model(node: Node) -> str:
    model = node.text("model")
    if not _PACKAGE.fullmatch(model) and "/" not in model:
        raise node.error(f"model '{model}' is neither a package's name nor a path with '/'")
    return model


def _keys(node: Node) -> Mapping[str, KeyChange]:
    changes = {}
    for command, value in node.mapping("keys").items():
        keys = value.items("keys") if isinstance(value.value, tuple) else (value,)
        names = tuple(key.text(f"a key of {command}") for key in keys)
        line, column = node.keys[command]
        changes[command] = KeyChange(command, names, f"{node.file}:{line}:{column}")
    return MappingProxyType(changes)
