"""Themes: checked at load, readable, and without colour still telling everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.resources import themes_folder
from reader.settings import parse_settings
from reader.tui.run import choose, theme_or_default
from reader.tui.theme_files import list_themes, load_theme, parse_theme, theme_names
from reader.tui.themes import ANSI_COLORS, ROLES, contrast, default_theme

_DARK = (themes_folder() / "dark.yaml").read_text(encoding="utf-8")


def _error(text: str) -> ReaderError:
    with pytest.raises(ReaderError) as caught:
        parse_theme(text, "mine", "mine.yaml")
    return caught.value


COLOURED = [name for name in theme_names() if not load_theme(name).ansi]
"""Themes whose colours are known here, not by the terminal alone."""


def test_ten_themes_come_with_the_program_the_usual_ones_first() -> None:
    assert theme_names()[:2] == ("dark", "light")
    assert {"high-contrast", "color-safe", "color-safe-light", "ansi"} < set(theme_names())
    assert len(theme_names()) == 10
    assert {load_theme(name).dark for name in theme_names()} == {True, False}


@pytest.mark.parametrize("name", COLOURED)
def test_every_role_can_be_read_on_what_it_is_drawn_on(name: str) -> None:
    theme = load_theme(name)
    ink = theme.roles["text"].fg
    for role, style in theme.roles.items():
        if role == "faint":
            continue  # lines, not words
        for ground in ("bar",) if role.startswith("bar") else ("text", "pane"):
            front, back = style.fg or ink, style.bg or theme.roles[ground].bg
            assert front and back
            assert contrast(front, back) >= 4.5, f"{role} on {ground}"


@pytest.mark.parametrize("name", COLOURED)
def test_every_colour_of_words_can_be_read_on_the_selected_item(name: str) -> None:
    theme = load_theme(name)
    for ground in ("selected", "selected.current", "selected.mention", "selected.tie"):
        back = theme.roles[ground].bg
        assert back
        for role, style in theme.roles.items():
            if role.startswith(("quote", "entity", "cue", "text")) and style.fg:
                front = theme.roles[ground].fg or style.fg
                assert contrast(front, back) >= 4.5, f"{role} on {ground}"


@pytest.mark.parametrize("name", theme_names())
def test_what_colour_tells_something_else_tells_too(name: str) -> None:
    roles = load_theme(name).roles
    assert "italic" in roles["quote.indirect"].flags
    assert "underline" in roles["mention"].flags
    assert "bold" in roles["selected.mention"].flags
    assert {"bold", "underline"} & roles["tab.active"].flags


def test_the_high_contrast_theme_has_a_contrast_of_seven() -> None:
    theme = load_theme("high-contrast")
    back = theme.roles["text"].bg
    assert back
    assert all(contrast(style.fg, back) >= 7 for role, style in theme.roles.items() if style.fg and role != "faint")


def test_an_unknown_theme_is_an_error_that_helps() -> None:
    with pytest.raises(ReaderError, match="did you mean 'light'"):
        load_theme("lihgt")
    with pytest.raises(ReaderError, match="there are: dark"):
        load_theme("../../etc/passwd")


def test_an_unknown_theme_in_the_settings_is_an_error_at_its_place() -> None:
    settings = parse_settings("width: 60\ntheme: lihgt\n", "config.yaml")
    with pytest.raises(ReaderError, match=r"^config\.yaml:2:8: no theme 'lihgt'; did you mean 'light'"):
        choose(None, settings, ())
    with pytest.raises(ReaderError, match=r"^no theme 'drak'"):
        choose("drak", settings, ())


def test_an_unknown_role_is_an_error_at_its_place() -> None:
    error = _error(_DARK.replace("  title:", "  tilte:"))
    assert error.line is not None and _DARK.splitlines()[error.line - 1].startswith("  title:")
    assert error.column == 3
    assert "did you mean 'title'" in str(error)


def test_an_unknown_colour_is_an_error_at_its_place() -> None:
    error = _error(_DARK.replace("title: {fg: bright", "title: {fg: brihgt"))
    assert (error.file, error.column) == ("mine.yaml", 15)
    assert "did you mean 'bright'" in str(error)


def test_a_missing_role_is_an_error_that_says_what_it_is_for() -> None:
    error = _error("\n".join(line for line in _DARK.splitlines() if not line.startswith("  cue:")))
    assert "'cue' is missing" in str(error) and ROLES["cue"] in str(error)


def test_a_key_that_no_role_has_is_an_error() -> None:
    assert "did you mean 'underline'" in str(_error(_DARK.replace("{underline: true}", "{underlined: true}")))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("version: 2\ndark: true\nroles: {}\n", "only version 1"),
        ("version: 1\nroles: {}\n", "'dark' is missing"),
        ("version: 1\ndark: yes\nroles: {}\n", "missing"),
        ("version: 1\ndark: true\ncolors: {ink: red}\nroles: {}\n", "not a colour"),
        ("version: 1\ndark: true\ncolors: &a {ink: '#ffffff'}\nroles: {}\n", "not allowed"),
        ("version: 1\ndark: true\nroles: [text]\n", "must be a mapping"),
        ("", "empty"),
        ('"\\e[31m": 1\n', "unknown key"),
    ],
)
def test_what_is_not_right_is_an_error_with_its_cause(text: str, says: str) -> None:
    assert says in str(_error(text))


def test_a_role_may_be_refined() -> None:
    theme = parse_theme(_DARK + '  entity.person.mayor: {fg: "#ffffff"}\n', "mine", "mine.yaml")
    look = theme.look()
    assert look["entity.person.mayor"] != look["entity.person"]
    assert look["entity.place.river"] == look["entity.place"]
    assert look["nothing like it"] == look["match"]


# --- the user's own -----------------------------------------------------------------------------------------------
@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's themes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "reader" / "themes"
    folder.mkdir(parents=True)
    return folder


def _write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_a_theme_of_the_users_own_needs_to_say_only_what_differs(own: Path) -> None:
    _write(own, "mine", 'version: 1\nextends: light\ncolors: {accent: "#001122"}\nroles: {title: {fg: accent}}\n')
    theme, light = load_theme("mine"), load_theme("light")
    assert "mine" in theme_names() and not theme.dark
    assert theme.roles["title"].fg == theme.roles["point"].fg == "#001122"
    assert theme.roles["quote"] == light.roles["quote"]


def test_a_theme_of_the_users_own_goes_before_one_of_the_same_name(own: Path) -> None:
    _write(own, "light", 'version: 1\nextends: dark\ncolors: {ink: "#ffffff"}\n')
    assert load_theme("light").roles["text"].fg == "#ffffff"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("version: 1\nextends: drak\n", "2:10: no theme 'drak'; did you mean 'dark'?"),
        ("version: 1\nextends: mine\n", "2:10: extends itself, by way of mine"),
        ("version: 1\nextends: ../dark\n", "2:10: no theme '../dark'"),
        ("version: 1\nextends: dark\ncolors: {ink: red}\n", "3:15: 'red' is not a colour: write it as"),
        (
            "version: 1\nextends: ansi\ncolors: {ink: '#ffffff'}\n",
            "3:15: '#ffffff' is not a colour: one of the terminal",
        ),
        ("version: 1\nextends: dark\nroles: {text: {fg: ink}}\n", "3:9: the role 'text' needs both fg and bg"),
        ("extends: dark\n", "1:1: 'version' is missing"),
    ],
)
def test_what_is_wrong_with_it_is_said_with_its_place(text: str, error: str, own: Path) -> None:
    _write(own, "mine", text)
    with pytest.raises(ReaderError) as caught:
        load_theme("mine")
    assert f"mine.yaml:{error}" in str(caught.value)


def test_themes_that_extend_each_other_are_an_error(own: Path) -> None:
    _write(own, "one", "version: 1\nextends: two\n")
    _write(own, "two", "version: 1\nextends: one\n")
    with pytest.raises(ReaderError, match="extends itself, by way of one and two"):
        load_theme("one")


def test_a_file_that_is_no_text_is_an_error(own: Path) -> None:
    (own / "odd.yaml").write_bytes(b"version: 1\n\xff\xfe\x00\xd8")
    with pytest.raises(ReaderError, match=r"odd\.yaml:2: is not UTF-8"):
        load_theme("odd")


def test_a_bad_theme_is_listed_with_what_is_wrong_and_the_others_too(own: Path) -> None:
    _write(own, "mine", "version: 2\n")
    (line,) = [line for line in list_themes(colour=False).splitlines() if line.startswith("mine ")]
    assert "cannot be used" in line
    assert "dark" in list_themes(colour=False)


def test_the_terminals_own_palette_is_named_not_mixed() -> None:
    theme = load_theme("ansi")
    used = {color for style in theme.roles.values() for color in (style.fg, style.bg) if color}
    assert used <= ANSI_COLORS
    assert theme.textual().ansi and theme.textual().background == "ansi_default"


@pytest.mark.parametrize(("told", "name"), [("0;15", "light"), ("15;0", "dark"), ("", "dark"), (None, "dark")])
def test_the_terminal_says_whether_it_is_light(told: str | None, name: str) -> None:
    assert default_theme(told) == name


def test_a_terminal_of_sixteen_colours_gets_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORFGBG", raising=False)
    for term, truecolor, name in (
        ("screen", "", "ansi"),
        ("tmux-256color", "", "dark"),
        ("screen", "truecolor", "dark"),
    ):
        monkeypatch.setenv("TERM", term)
        monkeypatch.setenv("COLORTERM", truecolor)
        assert theme_or_default(None).name == name
        assert theme_or_default("sepia").name == "sepia"


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_the_themes_are_listed_with_a_swatch_where_there_is_colour() -> None:
    lines = list_themes(colour=False).splitlines()
    assert [line.split()[0] for line in lines] == list(theme_names())
    assert lines[1].split() == ["light", "light"]
    assert all("\x1b[" in line and "person" in line for line in list_themes(colour=True).splitlines())
