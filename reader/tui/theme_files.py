"""The files of themes: where they lie, what may stand in them, and the errors with their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.article.clean import clean_line
from reader.errors import ReaderError
from reader.resources import themes_folder
from reader.small_files import read_small_file
from reader.tui.themes import ANSI_COLORS, FLAGS, GROUNDS, ROLES, ReaderTheme, RoleStyle, swatch
from reader.user_folders import config_folder

if TYPE_CHECKING:
    from reader.safe_yaml import Node

_KEYS = FLAGS | {"fg", "bg"}
_PARTS = frozenset({"version", "extends", "dark", "ansi", "colors", "roles"})
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LARGEST = 1 << 16


class Draft(NamedTuple):
    """What a theme's file says, with that of the theme that it extends; colours in `roles` may still be names."""

    dark: bool
    ansi: bool
    colors: Mapping[str, str]
    roles: Mapping[str, RoleStyle]

    def theme(self, name: str) -> ReaderTheme:
        """The theme, every colour by its value."""
        roles = {
            role: RoleStyle(self._value(style.fg), self._value(style.bg), style.flags)
            for role, style in self.roles.items()
        }
        return ReaderTheme(name, self.dark, roles, self.ansi)

    def _value(self, color: str | None) -> str | None:
        return self.colors.get(color, color) if color else None


def theme_paths() -> dict[str, Path]:
    """The themes there are, `dark` and `light` first, then by the alphabet: the program's own, and those in `themes/`
    of the user's configuration, which go before one of the same name."""
    folders = [themes_folder()]
    if (config := config_folder()) is not None:
        folders.append(config / "themes")
    paths: dict[str, Path] = {}
    for folder in folders:
        try:
            found = [path for path in folder.glob("*.yaml") if _NAME.fullmatch(path.stem) and path.is_file()]
        except OSError:  # a folder that may not be read has no themes
            found = []
        paths |= {path.stem: path for path in found}
    return {name: paths[name] for name in sorted(paths, key=lambda n: (n != "dark", n != "light", n))}


def theme_names() -> tuple[str, ...]:
    """The names of the themes, in their order."""
    return tuple(theme_paths())


def load_theme(name: str) -> ReaderTheme:
    """The theme called `name`; ReaderError when there is none or it is not right."""
    return _load_draft(name, ()).theme(name)


def parse_theme(text: str, name: str, file: str) -> ReaderTheme:
    """A theme from YAML; ReaderError with file, line and column for anything that is not right in it."""
    return _parse(text, file, lambda base: _load_draft(base, (name,))).theme(name)


def list_themes(*, colour: bool) -> str:
    """A line for each theme: its name, whether it is dark or light, and with `colour` a swatch of it; or what is wrong
    with it."""
    names = theme_names()
    column = max(map(len, names), default=0)
    lines = []
    for name in names:
        try:
            theme = load_theme(name)
        except ReaderError as error:
            lines.append(clean_line(f"{name:<{column}}  cannot be used: {error}"))
            continue
        line = f"{name:<{column}}  {'dark ' if theme.dark else 'light'}"
        lines.append(f"{line}  {swatch(theme.look())}" if colour else line.rstrip())
    return "".join(f"{line}\n" for line in lines)


def _load_draft(name: str, inside: tuple[str, ...]) -> Draft:
    """`inside`: the themes that extend this one, the outermost first."""
    paths = theme_paths()
    if name not in paths:
        close = get_close_matches(name, paths, n=1)
        hint = f"did you mean '{close[0]}'?" if close else f"there are: {', '.join(paths)}"
        raise ReaderError(f"no theme '{name}'; {hint}")
    path = paths[name]
    text = read_small_file(path, _LARGEST)

    def base_of(base: str) -> Draft:
        if base in (*inside, name):
            raise ReaderError(f"extends itself, by way of {' and '.join((*inside, name))}")
        return _load_draft(base, (*inside, name))

    return _parse(text, str(path), base_of)


def _parse(text: str, file: str, base_of: Callable[[str], Draft]) -> Draft:
    from reader.safe_yaml import load_yaml

    root = load_yaml(text, file)
    parts = root.mapping("a theme", _PARTS)
    for key in ("version",) if "extends" in parts else ("version", "dark", "roles"):
        if key not in parts:
            raise root.error(f"'{key}' is missing")
    if parts["version"].whole("version") != 1:
        raise parts["version"].error("only version 1 is known")
    base = Draft(True, False, {}, {})
    if "extends" in parts:
        node = parts["extends"]
        try:
            base = base_of(node.text("extends"))
        except ReaderError as error:
            raise error if error.file else node.error(error.message) from error
    ansi = parts["ansi"].truth("ansi") if "ansi" in parts else base.ansi
    colors = {**base.colors, **(_colors(parts["colors"], ansi) if "colors" in parts else {})}
    own = parts["roles"].mapping("roles") if "roles" in parts else {}
    roles = dict(base.roles)
    for role, node in own.items():
        _check_role(role, parts["roles"])
        roles[role] = _role(node, role, colors, ansi)
    for role in ROLES:
        if role not in roles:
            raise (parts.get("roles") or root).error(f"the role '{role}' is missing ({ROLES[role]})")
    for role in GROUNDS:
        if not (roles[role].fg and roles[role].bg):
            raise parts["roles"].error(f"the role '{role}' needs both fg and bg", key=role)
    return Draft(parts["dark"].truth("dark") if "dark" in parts else base.dark, ansi, colors, roles)


def _check_role(role: str, node: Node) -> None:
    from reader.safe_yaml import did_you_mean

    parts = role.split(".")
    if not any(".".join(parts[:n]) in ROLES for n in range(1, len(parts) + 1)):
        raise node.error(f"unknown role '{role}'{did_you_mean(role, frozenset(ROLES))}", key=role)


def _is_color(color: str, ansi: bool) -> bool:
    return color in ANSI_COLORS if ansi else _HEX.fullmatch(color) is not None


def _colors(node: Node, ansi: bool) -> dict[str, str]:
    wanted = f"one of the terminal's: {', '.join(sorted(ANSI_COLORS))}" if ansi else 'write it as "#rrggbb"'
    colors = {}
    for name, value in node.mapping("colors").items():
        color = value.text(f"the colour '{name}'")
        if not _is_color(color, ansi):
            raise value.error(f"'{color}' is not a colour: {wanted}")
        colors[name] = color
    return colors


def _role(node: Node, role: str, colors: Mapping[str, str], ansi: bool) -> RoleStyle:
    from reader.safe_yaml import did_you_mean

    parts = node.mapping(f"the role '{role}'", _KEYS)
    found: dict[str, str] = {}
    for key in ("fg", "bg"):
        if key in parts:
            color = parts[key].text(key)
            if color not in colors and not _is_color(color, ansi):
                raise parts[key].error(f"unknown colour '{color}'{did_you_mean(color, frozenset(colors))}")
            found[key] = color
    flags = frozenset(flag for flag in FLAGS if flag in parts and parts[flag].truth(flag))
    return RoleStyle(found.get("fg"), found.get("bg"), flags)
