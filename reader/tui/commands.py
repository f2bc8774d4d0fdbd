"""The commands: one declaration gives each its keys and binding, and its line in footer, palette and help."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding

ARTICLE, LIST, LINKS = "article", "list", "links"
FIND_MODE, SELECT_MODE, NOTE_MODE = "find", "select", "note"
ANYWHERE = frozenset({ARTICLE, LIST, LINKS})


class Command(NamedTuple):
    """Something that a reader can do."""

    id: str
    """Also the id of its binding, under which its keys can be changed."""
    keys: tuple[str, ...]
    """Textual's names of its usual keys, the one to show first."""
    action: str
    """The screen's action, with its arguments."""
    title: str
    """In the palette and in the help."""
    group: str
    label: str = ""
    """In the footer; empty to leave it out."""
    panes: frozenset[str] = ANYWHERE
    """Panes with whose focus it is shown in the footer."""
    listed: bool = True
    """Whether the help and the palette name it."""
    mode: str = ""
    """What one must be doing for its keys to hold, before those of the screen: `find`, `select`; empty: anything."""

    opens: bool = False
    """Whether keys mean something else after it: then it is done before they are looked at, however fast they come."""

    @property
    def binding(self) -> Binding:
        first = self.opens or self.mode == SELECT_MODE
        return Binding(",".join(self.keys), self.action, self.title, show=False, id=self.id, priority=first)

    @property
    def keys_now(self) -> tuple[str, ...]:
        """Its keys: the user's, else the usual ones."""
        return _changed.get(self.id, self.keys)

    @property
    def first_key(self) -> str:
        """The key to show, as it is printed."""
        return key_name(self.keys_now[0])

    @property
    def shown_keys(self) -> str:
        """The keys as they are printed."""
        return " ".join(key_name(key) for key in self.keys_now)


_changed: dict[str, tuple[str, ...]] = {}


def change_keys(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Other keys for commands, by their ids, for as long as the program runs: what footer, help and palette show.
    Textual is told of them by the app; whoever calls this has checked them (keymap.py)."""
    _changed.clear()
    _changed.update(keys)


_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "↵",
    "backspace": "⌫",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "esc",
    "slash": "/",
    "dollar_sign": "$",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}


def key_name(key: str) -> str:
    """A key as it is printed: `?` for `question_mark`."""
    if key in _NAMES or key == "space":
        return _NAMES.get(key, key)
    if key.startswith("ctrl+") and len(key) == len("ctrl+x"):
        return f"^{key[-1].upper()}"
    try:  # Textual names marks after Unicode: exclamation_mark
        mark = unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return key
    return mark if mark.isprintable() else key


MOVE, ITEMS, TIES, FINDING, SELECTING, NOTING, SCREEN = "Move", "Items", "Ties", "Find", "Select", "Notes", "Screen"

_FIND = tuple(
    Command(f"find.{name}", keys, f"screen.{action}", title, FINDING, label, mode=FIND_MODE)
    for name, keys, action, title, label in (
        ("keep", ("enter",), "keep_find", "In the box: keep what is found", "keep"),
        ("leave", ("escape",), "leave_find", "In the box: back to where one was", "back"),
        ("regex", ("ctrl+r",), "find_regex", "In the box: a regular expression, or words", "regex"),
        ("next", ("down",), "item(1)", "In the box: the next one", ""),
        ("previous", ("up",), "item(-1)", "In the box: the one before", ""),
    )
)
"""Of the box in which one types what to find."""

_SELECT = tuple(
    Command(f"select.{name}", keys, f"screen.{action}", title, SELECTING, label, mode=SELECT_MODE, listed=bool(label))
    for name, keys, action, title, label in (
        ("copy", ("y", "enter"), "copy_text", "Selecting: copy it, without its line ends", "copy"),
        ("leave", ("escape", "v"), "leave_text", "Selecting: no more", "end"),
        ("other-end", ("o",), "other_end", "Selecting: the other end", "other end"),
        ("down", ("j", "down"), "reach('row', 1)", "Selecting: a row down", ""),
        ("up", ("k", "up"), "reach('row', -1)", "Selecting: a row up", ""),
        ("right", ("l", "right"), "reach('letter', 1)", "Selecting: a letter on", ""),
        ("left", ("h", "left"), "reach('letter', -1)", "Selecting: a letter back", ""),
        ("word", ("w",), "reach('word', 1)", "Selecting: to the next word", ""),
        ("word-end", ("e",), "reach('word_end', 1)", "Selecting: to the end of the word", ""),
        ("word-back", ("b",), "reach('word', -1)", "Selecting: a word back", ""),
        ("row-start", ("0", "home"), "reach('row_edge', -1)", "Selecting: to the start of the row", ""),
        ("row-end", ("dollar_sign", "end"), "reach('row_edge', 1)", "Selecting: to the end of the row", ""),
        ("paragraph", ("right_curly_bracket",), "reach('paragraph', 1)", "Selecting: to the end of the paragraph", ""),
        (
            "paragraph-back",
            ("left_curly_bracket",),
            "reach('paragraph', -1)",
            "Selecting: to where the paragraph begins",
            "",
        ),
        ("top", ("g",), "reach('text', -1)", "Selecting: to the top", ""),
        ("bottom", ("G",), "reach('text', 1)", "Selecting: to the end of the text", ""),
        ("page-down", ("space", "pagedown"), "reach('page', 1)", "Selecting: a page down", ""),
        ("page-up", ("pageup",), "reach('page', -1)", "Selecting: a page up", ""),
    )
)
"""Of selecting text."""

_NOTE = (
    Command("note.keep", ("enter",), "screen.keep_note", "In the box: keep the note", NOTING, "keep", mode=NOTE_MODE),
    Command("note.leave", ("escape",), "screen.leave_note", "In the box: leave it", NOTING, "leave", mode=NOTE_MODE),
)
"""Of the box in which one types a note."""

COMMANDS: tuple[Command, ...] = (
    Command("move.down", ("j", "down"), "move(1)", "Down", MOVE),
    Command("move.up", ("k", "up"), "move(-1)", "Up", MOVE),
    Command("page.down", ("space", "pagedown"), "page(1)", "A page down", MOVE),
    Command("page.up", ("b", "pageup"), "page(-1)", "A page up", MOVE),
    Command("top", ("g", "home"), "edge(-1)", "To the top", MOVE),
    Command("bottom", ("G", "end"), "edge(1)", "To the end", MOVE),
    Command("pane.other", ("tab",), "other_pane", "The other pane", MOVE, "pane"),
    Command("pane.list", ("escape",), "list_pane", "Back to the list", MOVE),
    Command("list.quotes", ("1",), "show_list(0)", "Quotes: who said what, whoever said most first", ITEMS),
    Command("list.entities", ("2",), "show_list(1)", "Entities: who and what is named", ITEMS),
    Command("list.points", ("3",), "show_list(2)", "Key points: what matters", ITEMS),
    Command("list.4", ("4",), "show_list(3)", "More lists: of rules, notes, what was found: 4, 5, …", ITEMS),
    *(Command(f"list.{n}", (str(n),), f"show_list({n - 1})", f"List {n}", ITEMS, listed=False) for n in range(5, 10)),
    Command("item.next", ("n",), "item(1)", "Next item of the list", ITEMS, "next"),
    Command("item.previous", ("N",), "item(-1)", "Previous item of the list", ITEMS),
    Command("mention.next", ("right_square_bracket",), "mention(1)", "Next mention of it", ITEMS, "mention"),
    Command("mention.previous", ("left_square_bracket",), "mention(-1)", "Previous mention of it", ITEMS),
    Command("entity.next", ("e",), "entity(1)", "Next entity from here", ITEMS, "entity", frozenset({ARTICLE})),
    Command("entity.previous", ("E",), "entity(-1)", "Previous entity from here", ITEMS),
    Command("go", ("enter",), "go", "Go to it; in the article: select what is there", TIES, "go"),
    Command("links", ("l",), "links", "The links of the selected item", TIES, "links", frozenset({ARTICLE, LIST})),
    Command("back", ("backspace", "less_than_sign"), "back", "Back to where you were", TIES, "back"),
    Command("forward", ("greater_than_sign",), "forward", "Forward again", TIES),
    Command("find", ("slash",), "find", "Find; n and N go through what is found", FINDING, "find", opens=True),
    *_FIND,
    Command("copy", ("y",), "copy", "Copy the selected item", SELECTING, "copy", frozenset({LIST})),
    Command("text.select", ("v",), "select_text", "Select text, from where one reads", SELECTING, opens=True),
    *_SELECT,
    Command("bookmark", ("m",), "bookmark", "Bookmark, or none here any more", NOTING),
    Command("note", ("a",), "note", "Note; #words are its tags", NOTING, "note", opens=True),
    *_NOTE,
    Command("note.delete", ("x",), "delete_note", "Delete the note or bookmark", NOTING),
    Command("correct", ("c",), "correct", "Put right what was found", NOTING, "correct", frozenset({LIST, LINKS})),
    Command("undo", ("u",), "undo", "Take back the last of these changes", NOTING),
    Command("rules", ("r",), "rules", "Rules on and off", SCREEN, "rules", frozenset({LIST})),
    Command("why", ("i",), "why", "Why is this highlighted?", TIES, "why", frozenset({ARTICLE})),
    Command("theme", ("t",), "theme", "Theme: choose one", SCREEN),
    Command("width", ("w",), "width", "Width of the column", SCREEN),
    Command("palette", ("ctrl+p",), "palette", "All commands", SCREEN),
    Command("help", ("question_mark",), "help", "Help", SCREEN, "help"),
    Command("stop", ("ctrl+z",), "stop", "To the shell; its fg leads back", SCREEN),
    Command("quit", ("q",), "quit", "Quit", SCREEN),
)

OPENING = frozenset(command.action for command in COMMANDS if command.opens)
"""Actions whose keys are letters like others where one types."""
BY_ID = {command.id: command for command in COMMANDS}
LISTS = ("list.quotes", "list.entities", "list.points", *(f"list.{n}" for n in range(4, 10)))
"""The commands that show the lists, in the order of the lists."""
GROUPS = (MOVE, ITEMS, TIES, FINDING, SELECTING, NOTING, SCREEN)

FOOTER = (
    *("help", "item.next", "go", "find", "links", "back", "mention.next", "entity.next", "pane.other", "copy"),
    *("why", "note", "correct", "rules"),
)
"""What the footer offers, the most needed first: it shows as many as there is room for."""
PAIRS = {"item.next": "item.previous", "mention.next": "mention.previous", "entity.next": "entity.previous"}
"""Pairs that go together in the footer."""
