"""Choosing an article: those read last, those in a folder, the samples, narrowed down by what is typed."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from reader.article.clean import clean_line
from reader.article.detect import MARKDOWN_ENDINGS
from reader.library.model import Recent
from reader.resources import articles_folder
from reader.tui.drawing import BLANK, Line, Look, Piece, elide
from reader.tui.entries import Entry
from reader.tui.item_list import ItemList
from reader.tui.line_widget import LineWidget
from reader.tui.narrowing import narrowed
from reader.tui.themes import ReaderTheme

_ENDINGS = (".txt", *MARKDOWN_ENDINGS)
_MOST = 500
"""Files listed of one folder at most."""
_MOST_RECENT = 9
"""Articles listed of those read last."""
_FOLDER = 5
"""The name of a folder takes one of so many parts of a row at the most."""
_PEEK = 2000
"""Bytes of a file looked at for its first line."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that can be read."""

    path: str
    name: str
    """Clean, to be shown."""
    opening: str
    """Its first line, clean."""
    group: str
    folder: str = ""
    """The name of its folder, clean, where it was read before and that is another one."""


def find_articles(folder: Path, samples: Path | None = None, recents: Sequence[Recent] = ()) -> tuple[Found, ...]:
    """The articles read last, those in a folder by name, the samples; none twice. What cannot be looked at is left
    out."""
    found = [_recent(Path(recent.path), recent.title, folder) for recent in recents[:_MOST_RECENT]]
    known = {os.path.realpath(file.path) for file in found}
    others = (*_in(folder, "Here"), *_in(samples or articles_folder(), "Samples"))
    return (*found, *(file for file in others if os.path.realpath(file.path) not in known))


def _recent(path: Path, title: str, here: Path) -> Found:
    elsewhere = os.path.realpath(path.parent) != os.path.realpath(here)
    folder = clean_line(f"{path.parent.name}/") if elsewhere else ""
    return Found(str(path), clean_line(path.name), title or _opening(path), "Recent", folder)


def _in(folder: Path, group: str) -> list[Found]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS and _has_words(path))
    except OSError:
        return []
    return [Found(str(path), clean_line(path.name), _opening(path), group) for path in paths[:_MOST]]


def _has_words(path: Path) -> bool:
    """Whether it is a file with something in it."""
    try:
        found = path.stat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size > 0


def _opening(path: Path) -> str:
    """The first line that says something: not empty, not front matter."""
    try:
        with path.open("rb") as file:
            text = file.read(_PEEK).decode("utf-8", "replace")
    except OSError:
        return ""
    lines = [line.strip() for line in text.splitlines()]
    if lines[:1] == ["---"]:
        title = next((line[6:].strip(" \"'") for line in lines if line.startswith("title:")), None)
        if title:
            return clean_line(title)
        lines = lines[lines.index("---", 1) + 1 :] if "---" in lines[1:] else []
    return clean_line(next((line.lstrip("# ") for line in lines if line), ""))


def chooser_entries(found: Sequence[Found], query: str, width: int) -> tuple[Entry, ...]:
    """The files that match what was typed, by group; once something is typed, the group and the file that match best
    come first."""
    groups: dict[str, list[tuple[float, Found]]] = {}
    for score, file in narrowed(found, query, lambda file: f"{file.name} {file.opening}"):
        groups.setdefault(file.group, []).append((score, file))
    best_first = sorted(groups.items(), key=lambda group: -max(score for score, _ in group[1]))
    entries: list[Entry] = []
    longest = max((cell_len(file.name) for _, scored in best_first for _, file in scored), default=0)
    column = min(max(width * 2 // 5, 12), longest + 2)  # one for all groups
    for group, scored in best_first:
        hits = [file for _, file in scored]
        entries += [Entry(None, (BLANK,))] if entries else []
        entries.append(Entry(None, (Line((Piece(group, "heading"),)),)))
        for file in hits:
            name = elide(file.name, column - 2)
            pad = " " * (column - cell_len(name))
            right = (Piece(elide(file.folder, width // _FOLDER), "muted"),) if file.folder else ()
            entries.append(Entry(file.path, (Line((Piece(name), Piece(pad), Piece(file.opening, "muted")), right),)))
    return tuple(entries) or (Entry(None, (Line((Piece(_nothing(query), "muted"),)),)),)


def _nothing(query: str) -> str:
    if query.strip():
        return "nothing matches: backspace takes letters back"
    return "no articles here: reader FILE reads one"


class _Words(LineWidget):
    """A title or a row of keys."""

    def __init__(self, look: Look, line: Line, *, id: str, ground: str, blank: int = 0) -> None:  # noqa: A002
        super().__init__(look, id=id)
        self._line, self.ground, self._blank = line, ground, blank

    def lines(self, width: int) -> Sequence[Line]:
        return (*([BLANK] * self._blank), self._line)


_KEYS = (("↑ ↓", " move   "), ("↵", " read   "), ("esc", " quit"))


class ChooserScreen(Screen[None]):
    """A field to type in and the files that match."""

    BINDINGS = [  # noqa: RUF012 (Textual's own form)
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "A page down", show=False, priority=True),
        Binding("pageup", "page(-1)", "A page up", show=False, priority=True),
        Binding("enter", "choose", "Read", show=False, priority=True),
        Binding("escape,ctrl+c", "leave", "Quit", show=False, priority=True),
    ]

    def __init__(self, look: Look, found: Sequence[Found]) -> None:
        super().__init__()
        self.found = found
        question = Line((Piece("What would you like to read?", "title"),))
        self._head = _Words(look, question, id="head", ground="text", blank=1)
        self._input = Input(placeholder="type to narrow down")
        self._input.cursor_blink = False
        self._list = ItemList(look, id="files", keep_heading=True)
        self._list.can_focus = False
        keys = tuple(piece for key, words in _KEYS for piece in (Piece(key, "bar.key"), Piece(words)))
        self._foot = _Words(look, Line(keys), id="footer", ground="bar")

    def compose(self) -> ComposeResult:
        yield self._head
        yield self._input
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        self._input.focus()

    def _fill(self) -> None:
        entries = chooser_entries(self.found, self._input.value, self._list.line_width)
        self._list.show(entries, next((entry.key for entry in entries if entry.key is not None), None))

    def on_input_changed(self, _: Input.Changed) -> None:
        self._fill()

    def on_item_list_resized(self, _: ItemList.Resized) -> None:
        self._fill()

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        self.app.exit(message.key)

    def action_move(self, step: int) -> None:
        self._list.move(step)

    def action_page(self, step: int) -> None:
        self._list.page(step)

    def action_choose(self) -> None:
        if self._list.current is not None:
            self.app.exit(self._list.current)

    def action_leave(self) -> None:
        self.app.exit(None)


class ChooserApp(App[str]):
    """Returns the path that was chosen, None when none was."""

    CSS = """
    #head { height: 3; }
    #footer { height: 1; }
    Input, Input:focus { border: none; height: 1; padding: 0; margin: 0 3; background: $background; }
    #files { height: 1fr; margin: 1 0 0 0; }
    """
    ENABLE_COMMAND_PALETTE = False
    TITLE = "reader"

    def __init__(
        self, theme: ReaderTheme, folder: Path, samples: Path | None = None, *, recents: Sequence[Recent] = ()
    ) -> None:
        super().__init__()
        self.register_theme(theme.textual())
        self.theme = theme.textual_name
        self.chooser = ChooserScreen(theme.look(), find_articles(folder, samples, recents))

    def get_default_screen(self) -> Screen[None]:
        return self.chooser
