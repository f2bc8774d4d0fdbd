"""Themes: YAML files that give every role of the screen its colours and emphasis, checked when they are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.color import Color
from rich.style import Style

from reader.tui.drawing import Look

if TYPE_CHECKING:
    from textual.theme import Theme

ROLES: Mapping[str, str] = {
    "text": "running text, and the page behind it (needs both colours)",
    "pane": "the list and the detail (needs both colours)",
    "bar": "the row of keys at the foot (needs both colours)",
    "bar.key": "a key's name there",
    "bar.strong": "the progress, the place in the dispersion line",
    "bar.cursor": "the place in it where one types",
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
    "match.find": "what was searched for (a background)",
    "point": "the sign of a key point",
    "selected": "all parts of the selected item (a background)",
    "selected.mention": "every mention of the selected entity",
    "selected.current": "the part or mention that one is at",
    "selected.tie": "what the selected item is tied to here: its speaker, its cue",
    "selected.text": "text that is selected to be copied (a background)",
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

GROUNDS = ("text", "pane", "bar")
"""Roles that everything else is drawn on."""
FLAGS = frozenset({"bold", "italic", "underline", "dim", "reverse", "strike"})
_PLAIN = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
ANSI_COLORS = frozenset({"default", *_PLAIN, *(f"bright_{name}" for name in _PLAIN)})
"""The colours of the terminal's own palette, by Rich's names."""


_ANSI: Mapping[str, Any] = {
    "ansi": True,
    "boost": "ansi_default",
    "variables": {
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "border-blurred": "ansi_bright_black",
        "block-cursor-background": "ansi_white",
        "block-cursor-foreground": "ansi_black",
        "input-cursor-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
        "input-selection-background": "ansi_bright_blue",
        "input-selection-foreground": "ansi_black",
    },
}
"""What Textual wants to be told of a theme in the terminal's own colours, since it cannot work it out."""


class RoleStyle(NamedTuple):
    """How a role looks; colours are `#rrggbb`, or names of `ANSI_COLORS`, None to leave what is below."""

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
            strike="strike" in self.flags or None,
        )


class ReaderTheme(NamedTuple):
    """A checked theme: every role of `ROLES` is in it."""

    name: str
    dark: bool
    roles: Mapping[str, RoleStyle]
    ansi: bool = False
    """Whether its colours are those of the terminal's own palette."""

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
            **(_ANSI if self.ansi else {}),
        )

    def _fg(self, role: str) -> str:
        return self._as_textual(self.roles[role].fg or self.roles["text"].fg or "#000000")

    def _bg(self, role: str) -> str:
        return self._as_textual(self.roles[role].bg or "#ffffff")

    def _as_textual(self, color: str) -> str:
        return f"ansi_{color}" if self.ansi else color


def swatch(look: Look) -> str:
    """A few words in a theme's roles, as a terminal shows them."""
    words = (("text", " text "), ("title", "title "), ("muted", "quiet "), ("quote", "“quote” "), ("cue", "said "))
    kinds = (("entity.person", "person "), ("entity.organisation", "organisation "), ("entity.place", "place "))
    ends = (("entity.figure", "figure "), ("point", "1 "), ("selected.current", " selected "), ("text", " "))
    ground = look["text"]
    return "".join((ground + look[role]).render(text) for role, text in (*words, *kinds, *ends))


def default_theme(colorfgbg: str | None, *, few_colours: bool = False) -> str:
    """`ansi` where the terminal has sixteen colours only, to which others would be brought in a way that tells nothing
    apart; `light` when it says that its background is light (`COLORFGBG`, as rxvt and Konsole set it)."""
    if few_colours:
        return "ansi"
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
