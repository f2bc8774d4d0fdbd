"""The commands: one declaration gives each its keys and binding, and its line in footer, palette and help."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

ARTICLE, LIST, LINKS = "article", "list", "links"
ANYWHERE = frozenset({ARTICLE, LIST, LINKS})


class Command(NamedTuple):
    """Something that a reader can do."""

    id: str
    """Also the id of its binding, under which its keys can be changed."""
    keys: tuple[str, ...]
    """Textual's names of the keys, the one to show first."""
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

    @property
    def binding(self) -> Binding:
        return Binding(",".join(self.keys), self.action, self.title, show=False, id=self.id)

    @property
    def shown_keys(self) -> str:
        """The keys as they are printed."""
        return " ".join(key_name(key) for key in self.keys)


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
}


def key_name(key: str) -> str:
    """A key as it is printed: `?` for `question_mark`."""
    return _NAMES.get(key, key)


MOVE, ITEMS, TIES, SCREEN = "Move", "Items", "Ties", "Screen"

COMMANDS: tuple[Command, ...] = (
    Command("move.down", ("j", "down"), "move(1)", "Down", MOVE),
    Command("move.up", ("k", "up"), "move(-1)", "Up", MOVE),
    Command("page.down", ("space", "pagedown"), "page(1)", "A page down", MOVE),
    Command("page.up", ("b", "pageup"), "page(-1)", "A page up", MOVE),
    Command("top", ("g", "home"), "edge(-1)", "To the top", MOVE),
    Command("bottom", ("G", "end"), "edge(1)", "To the end", MOVE),
    Command("pane.other", ("tab",), "other_pane", "The other pane", MOVE, "pane"),
    Command("pane.list", ("escape",), "list_pane", "Back to the list", MOVE),
    Command("list.quotes", ("1",), "show_list(0)", "Quotes: who said what", ITEMS),
    Command("list.entities", ("2",), "show_list(1)", "Entities: who and what is named", ITEMS),
    Command("list.points", ("3",), "show_list(2)", "Key points: what matters", ITEMS),
    Command("list.4", ("4",), "show_list(3)", "The rules’ own lists: 4, 5, …", ITEMS),
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
    Command("copy", ("y",), "copy", "Copy the selected item", SCREEN, "copy", frozenset({LIST})),
    Command("theme", ("t",), "theme", "Next theme", SCREEN),
    Command("width", ("w",), "width", "Width of the column", SCREEN),
    Command("palette", ("ctrl+p",), "palette", "All commands", SCREEN),
    Command("help", ("question_mark",), "help", "Help", SCREEN, "help"),
    Command("quit", ("q",), "quit", "Quit", SCREEN),
)

BY_ID = {command.id: command for command in COMMANDS}
LISTS = ("list.quotes", "list.entities", "list.points", *(f"list.{n}" for n in range(4, 10)))
"""The commands that show the lists, in the order of the lists."""
GROUPS = (MOVE, ITEMS, TIES, SCREEN)

FOOTER = ("help", "item.next", "go", "links", "back", "mention.next", "entity.next", "pane.other", "copy")
"""What the footer offers, the most needed first: it shows as many as there is room for."""
FOOTER_KEYS = {"item.next": "n/N", "mention.next": "]/[", "entity.next": "e/E"}
"""Pairs that go together in the footer."""
