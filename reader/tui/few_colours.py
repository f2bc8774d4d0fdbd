"""Terminals with fewer colours than themes have, or none, or without italics: which they are, and a theme as they can
show it, in the 256 colours that most of them share.

Rich, left to itself, takes each part of a colour to the next level that the palette has of it, by which a dark blue
grey becomes a bright teal; here the nearest colour of all is taken.
"""

from __future__ import annotations

import os
from functools import lru_cache
from itertools import product

from rich.color import ColorSystem

from reader.tui.theme_files import load_theme
from reader.tui.themes import ReaderTheme, RoleStyle

_LEVELS = (0, 95, 135, 175, 215, 255)
"""Those of each part in the cube of 216 colours."""
_COLOURED = 40
"""By which the parts of a colour differ at the least, if words in it are to be told apart from grey ones."""
_GREYS = tuple(round(255 * step / 25) for step in range(26))
"""Black, the palette's 24 greys and white, written so that Rich makes each of them of it."""


def color_system() -> ColorSystem:
    """How many colours the terminal has, as Rich finds it."""
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    colors = os.environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return ColorSystem.EIGHT_BIT if colors in ("256color", "kitty") else ColorSystem.STANDARD


def suited(theme: ReaderTheme) -> ReaderTheme:
    """The theme in colours that this terminal has; with NO_COLOR in none, not even in greys: on the terminal's own
    page, with the emphasis of the theme that does not build on colours."""
    if "NO_COLOR" in os.environ:
        return load_theme("ansi")._replace(name=theme.name)
    shown = theme if theme.ansi or color_system() is not ColorSystem.EIGHT_BIT else in_256(theme)
    return upright(shown) if _turns_italics() else shown


def _turns_italics() -> bool:
    """Whether the terminal is GNU screen, which shows italics reversed; of a far one only its name is known, which tmux
    took for itself in earlier days."""
    is_screen = os.environ.get("TERM", "").startswith("screen") and "TMUX" not in os.environ
    return is_screen or "STY" in os.environ


def upright(theme: ReaderTheme) -> ReaderTheme:
    """The theme without italics; what has nothing else to be told by is underlined, as on a typewriter."""
    only, italic = RoleStyle(flags=frozenset({"italic"})), {"italic"}
    roles = {
        role: RoleStyle(flags=frozenset({"underline"})) if style == only else style._replace(flags=style.flags - italic)
        for role, style in theme.roles.items()
    }
    return theme._replace(roles=roles)


def in_256(theme: ReaderTheme) -> ReaderTheme:
    """The theme in the colours that a palette of 256 has, whatever the terminal's own first sixteen are."""
    roles = {
        role: RoleStyle(style.fg and nearest(style.fg, hue=True), style.bg and nearest(style.bg), style.flags)
        for role, style in theme.roles.items()
    }
    return theme._replace(roles=roles)


@lru_cache(maxsize=256)
def nearest(color: str, *, hue: bool = False) -> str:
    """The colour of the palette that is nearest to `#rrggbb`; with `hue` no grey for what is none, as words are told
    apart by it."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    levels = [sorted(_LEVELS, key=lambda level: abs(level - part))[:2] for part in (red, green, blue)]
    colours = [other for other in product(*levels) if len(set(other)) > 1]
    greys = [(grey, grey, grey) for grey in _GREYS]
    is_grey = max(red, green, blue) - min(red, green, blue) < _COLOURED
    others = [*colours, *greys] if not hue else greys if is_grey else colours
    found = min(others, key=lambda other: _distance((red, green, blue), other))
    return "#{:02x}{:02x}{:02x}".format(*found)


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How unlike two colours are to the eye, near enough ("redmean")."""
    red = (one[0] + other[0]) / 2
    parts = [(a - b) ** 2 for a, b in zip(one, other, strict=True)]
    return (2 + red / 256) * parts[0] + 4 * parts[1] + (2 + (255 - red) / 256) * parts[2]
