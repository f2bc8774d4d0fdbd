"""The user's settings: what `config.yaml` may say, and the errors with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.settings import Settings, load_settings, parse_settings
from reader.user_folders import config_folder, state_folder

EVERYTHING = """# how I like it
theme: light
width: 84
mouse: false
engine: spacy
model: en_core_web_sm
keys:
  item.next: [n, ctrl+n]
  quit: Q
"""


def test_everything_that_can_be_set_is_read() -> None:
    settings = parse_settings(EVERYTHING, "c.yaml")
    assert (settings.theme, settings.width, settings.engine, settings.model) == ("light", 84, "spacy", "en_core_web_sm")
    assert {change.command: change.keys for change in settings.keys.values()} == {
        "item.next": ("n", "ctrl+n"),
        "quit": ("Q",),
    }
    assert not settings.mouse
    assert settings.theme_place == "c.yaml:2:8"
    assert settings.keys["item.next"].place == "c.yaml:8:3"


@pytest.mark.parametrize("text", ["", "\n\n", "# theme: light\n", "  # nothing\n\n"])
def test_an_empty_file_sets_nothing(text: str) -> None:
    assert parse_settings(text, "c.yaml") == Settings()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("theem: light", "c.yaml:1:1: unknown key 'theem' in the settings; did you mean 'theme'?"),
        ("theme: light\nwidth: 5", "c.yaml:2:8: width must be from 20 to 1000"),
        ("width: wide", "c.yaml:1:8: width must be a whole number"),
        ("mouse: off", "c.yaml:1:8: mouse must be true or false"),
        ("engine: spacey", "c.yaml:1:9: unknown engine 'spacey'; did you mean 'spacy'?"),
        ("model: a b", "c.yaml:1:8: model 'a b' is neither a package's name nor a path with '/'"),
        ("keys: n", "c.yaml:1:7: keys must be a mapping (key: value)"),
        ("- theme", "c.yaml:1:1: the settings must be a mapping (key: value)"),
        ("theme: &x light", "c.yaml:1:8: anchors and aliases (&, *) are not allowed"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, error: str) -> None:
    with pytest.raises(ReaderError) as caught:
        parse_settings(text, "c.yaml")
    assert str(caught.value) == error


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert load_settings(tmp_path / "no" / "such" / "folder") == Settings()


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_bytes(b"theme: light\n\xff\xfe")
    with pytest.raises(ReaderError, match=r"config\.yaml:2: is not UTF-8"):
        load_settings(tmp_path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_bytes(b"#" * 70_000)
    with pytest.raises(ReaderError, match="larger than 64 KiB"):
        load_settings(tmp_path)


def test_the_folders_are_those_of_the_xdg_specification(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_STATE_HOME", "relative/is/ignored")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert config_folder() == tmp_path / "c" / "reader"
    assert state_folder() == tmp_path / "home" / ".local" / "state" / "reader"
