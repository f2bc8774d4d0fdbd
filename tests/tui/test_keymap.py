"""The user's own keys: they work, are shown everywhere, and what cannot be is said with its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from screen_hand import opened
from tui_samples import app

from reader.errors import ReaderError
from reader.settings import parse_settings
from reader.tui.commands import BY_ID, change_keys
from reader.tui.help_screen import help_entries
from reader.tui.keymap import checked_keys
from reader.tui.theme_picker import ThemePicker


@pytest.fixture(autouse=True)
def _usual_keys_again() -> Iterator[None]:
    yield
    change_keys({})


def keys_of(text: str) -> dict[str, tuple[str, ...]]:
    return checked_keys(parse_settings(f"keys:\n{text}", "c.yaml").keys)


def test_keys_are_written_as_they_are_typed() -> None:
    assert keys_of("  item.next: ['!', ctrl+n, f5, Z]") == {"item.next": ("exclamation_mark", "ctrl+n", "f5", "Z")}
    assert keys_of("  find: '?'\n  help: f1") == {"find": ("question_mark",), "help": ("f1",)}


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("  item.nxet: z", "c.yaml:2:3: unknown command 'item.nxet'; did you mean 'item.next'?"),
        ("  quit: Q\n  item.next: entre", "c.yaml:3:3: unknown key 'entre' (a character, or such as enter, space"),
        ("  item.next: q", "c.yaml:2:3: 'q' is the key of 'quit' too (Quit): give that another"),
        ("  quit: z\n  help: z", "c.yaml:2:3: 'z' is the key of 'help' too (Help): give that another"),
        ("  quit: []", "c.yaml:2:3: 'quit' needs at least one key"),
    ],
)
def test_what_cannot_be_is_an_error_with_its_place(text: str, error: str) -> None:
    with pytest.raises(ReaderError) as caught:
        keys_of(text)
    assert str(caught.value).startswith(error)


def test_two_commands_may_change_places() -> None:
    assert keys_of("  item.next: N\n  item.previous: n") == {"item.next": ("N",), "item.previous": ("n",)}


def test_a_key_may_mean_something_else_while_one_types_or_selects() -> None:
    assert keys_of("  help: o") == {"help": ("o",)}  # in a selection, o goes to its other end


async def test_other_keys_do_what_the_usual_ones_did_and_those_do_nothing() -> None:
    async with opened() as reader:
        reader.app.use_keys(keys_of("  item.next: [z, ctrl+n]"))
        await reader.press("n")
        assert reader.screen.selected is None
        await reader.press("z")
        assert reader.screen.selected == reader.list.keys[0]
        await reader.press("ctrl+n")
        assert reader.screen.selected == reader.list.keys[1]


async def test_footer_and_help_show_the_keys_that_hold() -> None:
    async with opened() as reader:
        reader.app.use_keys(keys_of("  item.next: ctrl+n\n  help: f1"))
        await reader.press("tab")
        assert "^N/N next" in reader.shown and "f1 help" in reader.shown
        await reader.press("f1")
        assert BY_ID["item.next"].title in reader.shown
        await reader.press("f1")
        assert reader.app.screen is reader.screen
    lines = ["".join(piece.text for line in entry.lines for piece in line.left) for entry in help_entries()]
    assert any(line.lstrip().startswith("^N ") for line in lines)


async def test_where_nothing_is_selected_the_keys_that_hold_are_named() -> None:
    the_app = app()
    the_app.use_keys(keys_of("  item.next: ctrl+n\n  links: L"))
    async with opened(of=the_app) as reader:
        assert "^N N    next, previous item" in reader.shown and "L       what it is tied to" in reader.shown
        assert "1 2 3   the lists" in reader.shown


async def test_what_is_said_names_the_keys_that_hold() -> None:
    async with opened() as reader:
        reader.app.use_keys(keys_of("  item.next: ctrl+n\n  undo: U\n  note: A\n  note.delete: X"))
        await reader.press("c")
        assert "select a quote or an entity first: ^N" in reader.foot
        await reader.press("m", "m")
        assert "the bookmark is gone · U takes it back" in reader.foot
        await reader.press("A", *"ask", "enter", "m")
        assert "there is a note here: A changes it, X deletes it" in reader.foot
        await reader.press("X")
        assert "the note is gone · U takes it back" in reader.foot


async def test_other_keys_hold_in_panels_too() -> None:
    async with opened() as reader:
        reader.app.use_keys(keys_of("  move.down: z\n  theme: T"))
        await reader.press("T", "z", "T")
        picker = reader.app.screen
        assert isinstance(picker, ThemePicker) and picker.list.current == "ansi"
        await reader.press("j")
        assert picker.list.current == "ansi"


async def test_help_shows_the_keys_that_scroll_it() -> None:
    async with opened() as reader:
        reader.app.use_keys(keys_of("  move.down: z"))
        await reader.press("question_mark")
        assert "z k space b scroll" in reader.shown


async def test_keys_may_change_places_on_the_screen_too() -> None:
    async with opened() as reader:
        reader.app.use_keys(keys_of("  item.next: N\n  item.previous: n"))
        await reader.press("N", "N", "n")
        assert reader.screen.selected == reader.list.keys[0]
