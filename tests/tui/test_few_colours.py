"""Themes on terminals of 256 colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem

from reader.tui.few_colours import in_256, nearest, upright
from reader.tui.run import theme_or_default
from reader.tui.theme_files import load_theme, theme_names
from reader.tui.themes import contrast

COLOURED = [name for name in theme_names() if not load_theme(name).ansi]
_COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def _number(color: str) -> int | None:
    """That of the palette which Rich sends for a colour."""
    return Color.parse(color).downgrade(ColorSystem.EIGHT_BIT).number


def _off(one: str, other: str) -> int:
    return sum(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) for i in (1, 3, 5))


@given(_COLOURS)
def test_a_colour_becomes_one_near_it_which_is_its_own_nearest(color: str) -> None:
    found = nearest(color)
    assert nearest(found) == found
    assert _off(color, found) <= 3 * 48


def test_of_a_dark_blue_grey_no_bright_teal_is_made() -> None:
    assert _number("#2a3040") == 23  # as Rich does it: #005f5f
    number = _number(nearest("#2a3040"))
    assert number is not None and number >= 232


@pytest.mark.parametrize("name", COLOURED)
def test_every_theme_can_be_read_in_256_colours_and_shows_what_is_selected(name: str) -> None:
    roles = in_256(load_theme(name)).roles
    ink = roles["text"].fg
    for role, style in roles.items():
        for ground in ("bar",) if role.startswith("bar") else ("text", "pane"):
            front, back = style.fg or ink, style.bg or roles[ground].bg
            assert front and back
            assert role == "faint" or contrast(front, back) >= 3.7, f"{role} on {ground}"
    assert roles["selected"].bg != roles["text"].bg and roles["item.current"].bg != roles["pane"].bg
    assert load_theme(name).roles.keys() == roles.keys()


@pytest.mark.parametrize(
    ("environ", "has_italics"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/t,1,0"}, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/t,1,0"}, True),
        ({"TERM": "screen.xterm-256color", "STY": "12.pts-0"}, False),
        ({"TERM": "xterm-256color", "STY": "12.pts-0"}, False),
        ({"TERM": "screen-256color", "SSH_TTY": "/dev/pts/1"}, False),
        ({"TERM": "screen"}, False),
    ],
)
def test_gnu_screen_which_shows_italics_reversed_is_sent_none(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], has_italics: bool
) -> None:
    for name in ("TERM", "TMUX", "STY", "COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    roles = theme_or_default("dark").roles
    assert any("italic" in style.flags for style in roles.values()) == has_italics
    assert roles["emphasis"].flags and roles["quote.indirect"].fg
    assert not any("italic" in style.flags for style in upright(load_theme("ansi")).roles.values())


def test_only_where_the_terminal_has_256_colours_themes_are_brought_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    assert theme_or_default("dark") == in_256(load_theme("dark")) != load_theme("dark")
    assert theme_or_default("ansi") == load_theme("ansi")
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert theme_or_default("dark") == load_theme("dark")
