"""Keys that are pressed before Textual is there: each is done once, in its turn, however fast it came."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hostile import HARMLESS, plain_text, written
from pty_tools import Terminal

_MOVES = ("j", "k", "j", "\x1b[B", "\x1b[A", "\x1bOB", " ", "b", "\x1b[6~", "\x1b[5~")
_OTHERS = ("g", "G", "w", "\x1b[F", "\x1b[<64;20;10M", "\x1b[200~jjq\x1b[201~", "\x1b[200~é\x1b[201~", "é")


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("early"), "tides.txt", plain_text(HARMLESS * 60))


def settled(terminal: Terminal) -> str:
    terminal.until_shown("Quotes 60")
    terminal.read_for(0.4)
    return terminal.shown


@pytest.mark.parametrize("seed", range(8))
def test_a_burst_from_the_first_moment_on_does_what_the_same_keys_do_later(article: Path, seed: int) -> None:
    rng = random.Random(seed)
    keys = [rng.choice(_MOVES) for _ in range(rng.randint(1, 12))]
    if seed % 2:
        keys += [rng.choice(_MOVES + _OTHERS) for _ in range(8)]
    with Terminal(["--no-state", str(article)]) as terminal:
        settled(terminal)
        terminal.send("".join(keys))
        expected = settled(terminal)
        assert terminal.quit() == 0
    with Terminal(["--no-state", str(article)]) as terminal:
        terminal.until_shown("Tide tables")
        for key in keys:
            terminal.send(key)  # whole: an escape character that is left alone for long is the key
            terminal.read_for(rng.choice((0, 0, 0.01, 0.03)))
        assert settled(terminal) == expected
        assert terminal.quit() == 0
        assert terminal.is_as_before


def test_a_key_is_answered_before_textual_is_there(article: Path) -> None:
    with Terminal(["--no-state", str(article)]) as terminal:
        terminal.until_shown("Tide tables")
        terminal.send(" ")
        terminal.until(lambda: terminal.screen.frames > 1, "another picture")
        assert "2004" not in terminal.screen.open_modes  # which Textual opens
        assert terminal.quit() == 0


def test_quitting_at_the_first_moment_gives_the_terminal_back(article: Path) -> None:
    with Terminal(["--no-state", str(article)]) as terminal:
        terminal.until_shown("Tide tables")
        assert terminal.quit("jq") == 0
        assert terminal.is_as_before


def test_resized_at_the_first_moment_it_shows_the_same_place_in_the_new_size(article: Path) -> None:
    with Terminal(["--no-state", str(article)], columns=100, rows=30) as terminal:
        terminal.until_shown("Tide tables")
        terminal.send(" ")
        terminal.until(lambda: terminal.screen.frames > 1, "another picture")
        terminal.resize(120, 40)
        terminal.send("j")
        early = settled(terminal)
        assert terminal.quit() == 0
    with Terminal(["--no-state", str(article)], columns=100, rows=30) as terminal:
        settled(terminal)
        terminal.press(" ")
        terminal.resize(120, 40)
        terminal.read_for(0.5)
        terminal.send("j")
        assert settled(terminal) == early
        assert terminal.quit() == 0
