"""Themes: YAML files that give every role of the screen its colours and emphasis, checked when they are loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color
from rich.style import Style

from reader.errors import ReaderError
from reader.resources import themes_folder
from reader.tui.drawing import Look

if TYPE_CHECKING:
    from textual.theme import Theme

    from reader.safe_yaml import Node

ROLES: Mapping[str, str] = {
    "text": "running text, and the page behind it (needs both colours)",
    "pane": "the list and the detail (needs both colours)",
    "bar": "the row of keys at the foot (needs both colours)",
    "bar.key": "a key's name there",
    "bar.strong": "the progress, the place in the dispersion line",
    "title": "the article's title",
    "muted": "metadata, second thoughts",
    "faint": "rules and separators: not for reading",
    "heading": "headings in the text and in lists",
    "furniture": "bylines, credits, “Published in …”",
    "code": "code",
    "emphasis": "emphasised words",
    "strong": "strongly emphasised words",
    "link": "a link's words",
    "quote": "the words of a direct quote",
    "quote.indirect": "reported speech without marks",
    "quote.mixed": "reported speech with some words in marks",
    "cue": "the word that reports: “said”",
    "entity": "names of every other kind",
    "entity.person": "people",
    "entity.organisation": "organisations",
    "entity.place": "countries, towns, places, buildings",
    "entity.figure": "dates, sums, shares, quantities",
    "mention": "every highlighted name in the text, over the colour of its kind",
    "match": "what a rule picks out",
    "point": "the sign of a key point",
    "selected": "all parts of the selected item (a background)",
    "selected.mention": "every mention of the selected entity",
    "selected.current": "the part or mention that one is at",
    "selected.tie": "what the selected item is tied to here: its speaker, its cue",
    "selected.bar": "the bar in the gutter beside it",
    "cursor": "the sign of the line where one reads",
    "tab": "a list's name",
    "tab.active": "the name of the list that is shown",
    "item": "an item in a list",
    "item.current": "the current item of the list that has the focus (a background)",
    "item.kept": "the current item of a list without the focus",
    "notice": "what the reader should know",
}
"""What a theme has to say, and what for. A role may be refined with a dot: `entity.person`."""

_GROUNDS = ("text", "pane", "bar")
"""Roles that everything else is drawn on."""
_FLAGS = frozenset({"bold", "italic", "underline", "dim", "reverse"})
_KEYS = _FLAGS | {"fg", "bg"}
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class RoleStyle(NamedTuple):
    """How a role looks; colours are `#rrggbb`, None to leave what is below."""

    fg: str | None = None
    bg: str | None = None
    flags: frozenset[str] = frozenset()

    def rich(self) -> Style:
        return Style(
            color=Color.parse(self.fg) if self.fg else None,
            bgcolor=Color.parse(self.bg) if self.bg else None,
            bold="bold" in self.flags or None,
            italic="italic" in self.flags or None,
            underline="underline" in self.flags or None,
            dim="dim" in self.flags or None,
            reverse="reverse" in self.flags or None,
        )


class ReaderTheme(NamedTuple):
    """A checked theme: every role of `ROLES` is in it."""

    name: str
    dark: bool
    roles: Mapping[str, RoleStyle]

    def look(self) -> Look:
        return Look(self.name, {role: style.rich() for role, style in self.roles.items()})

    @property
    def textual_name(self) -> str:
        """Under which it is registered, apart from Textual's own themes."""
        return f"reader-{self.name}"

    def textual(self) -> Theme:
        """As a Textual theme, for what is not drawn by role: the palette, fields to type in."""
        from textual.theme import Theme

        return Theme(
            name=self.textual_name,
            primary=self._fg("point"),
            accent=self._fg("point"),
            secondary=self._fg("entity.person"),
            foreground=self._fg("text"),
            background=self._bg("text"),
            surface=self._bg("pane"),
            panel=self._bg("bar"),
            dark=self.dark,
        )

    def _fg(self, role: str) -> str:
        return self.roles[role].fg or self.roles["text"].fg or "#000000"

    def _bg(self, role: str) -> str:
        return self.roles[role].bg or "#ffffff"


def theme_names(folder: Path | None = None) -> tuple[str, ...]:
    """The themes there are, in the order of the alphabet with `dark` and `light` first."""
    names = sorted(path.stem for path in (folder or themes_folder()).glob("*.yaml") if _NAME.fullmatch(path.stem))
    return tuple(sorted(names, key=lambda name: (name != "dark", name != "light", name)))


def load_theme(name: str, folder: Path | None = None) -> ReaderTheme:
    """The theme called `name`; ReaderError when there is none or it is not right."""
    folder = folder or themes_folder()
    known = theme_names(folder)
    if name not in known:
        close = get_close_matches(name, known, n=1)
        hint = f"did you mean '{close[0]}'?" if close else f"there are: {', '.join(known)}"
        raise ReaderError(f"no theme '{name}'; {hint}")
    path = folder / f"{name}.yaml"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReaderError(f"cannot be read: {error}", file=str(path)) from error
    return parse_theme(text, name, str(path))


def parse_theme(text: str, name: str, file: str) -> ReaderTheme:
    """A theme from YAML; ReaderError with file, line and column for anything that is not right in it."""
    from reader.safe_yaml import load_yaml

    root = load_yaml(text, file)
    parts = root.mapping("a theme", {"version", "dark", "colors", "roles"})
    for key in ("version", "dark", "roles"):
        if key not in parts:
            raise root.error(f"'{key}' is missing")
    if parts["version"].whole("version") != 1:
        raise parts["version"].error("only version 1 is known")
    colors = _colors(parts["colors"]) if "colors" in parts else {}
    roles = {
        role: _role(node, role, colors)
        for role, node in parts["roles"].mapping("roles").items()
        if _known(role, parts["roles"])
    }
    for role in ROLES:
        if role not in roles:
            raise parts["roles"].error(f"the role '{role}' is missing ({ROLES[role]})", key=None)
    for role in _GROUNDS:
        if not (roles[role].fg and roles[role].bg):
            node = parts["roles"]
            raise node.error(f"the role '{role}' needs both fg and bg", key=role)
    return ReaderTheme(name, parts["dark"].truth("dark"), roles)


def _known(role: str, node: Node) -> bool:
    from reader.safe_yaml import did_you_mean

    parts = role.split(".")
    if not any(".".join(parts[:n]) in ROLES for n in range(1, len(parts) + 1)):
        raise node.error(f"unknown role '{role}'{did_you_mean(role, frozenset(ROLES))}", key=role)
    return True


def _colors(node: Node) -> dict[str, str]:
    colors = {}
    for name, value in node.mapping("colors").items():
        color = value.text(f"the colour '{name}'")
        if not _HEX.fullmatch(color):
            raise value.error(f"'{color}' is not a colour: write it as \"#rrggbb\"")
        colors[name] = color
    return colors


def _role(node: Node, role: str, colors: Mapping[str, str]) -> RoleStyle:
    from reader.safe_yaml import did_you_mean

    parts = node.mapping(f"the role '{role}'", _KEYS)
    found: dict[str, str] = {}
    for key in ("fg", "bg"):
        if key in parts:
            color = parts[key].text(key)
            if color not in colors and not _HEX.fullmatch(color):
                raise parts[key].error(f"unknown colour '{color}'{did_you_mean(color, frozenset(colors))}")
            found[key] = colors.get(color, color)
    flags = frozenset(flag for flag in _FLAGS if flag in parts and parts[flag].truth(flag))
    return RoleStyle(found.get("fg"), found.get("bg"), flags)


def list_themes(*, colour: bool) -> str:
    """A line for each theme: its name, whether it is dark or light, and with `colour` a swatch of it."""
    names = theme_names()
    column = max(map(len, names), default=0)
    lines = []
    for name in names:
        theme = load_theme(name)
        line = f"{name:<{column}}  {'dark ' if theme.dark else 'light'}"
        lines.append(f"{line}  {_swatch(theme.look())}" if colour else line.rstrip())
    return "".join(f"{line}\n" for line in lines)


def _swatch(look: Look) -> str:
    words = (("text", " text "), ("title", "title "), ("muted", "quiet "), ("quote", "“quote” "), ("cue", "said "))
    kinds = (("entity.person", "person "), ("entity.organisation", "organisation "), ("entity.place", "place "))
    ends = (("entity.figure", "figure "), ("point", "1 "), ("selected.current", " selected "), ("text", " "))
    ground = look["text"]
    return "".join((ground + look[role]).render(text) for role, text in (*words, *kinds, *ends))


def default_theme(colorfgbg: str | None) -> str:
    """`light` when the terminal says that its background is light (`COLORFGBG`, as rxvt and Konsole set it)."""
    background = (colorfgbg or "").rpartition(";")[2]
    return "light" if background in {"7", "9", "10", "11", "12", "13", "14", "15"} else "dark"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
