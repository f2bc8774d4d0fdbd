"""A panel over the screen: a title, a list to walk, and below it what there is to say about the current entry."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.color import Color
from textual.containers import Vertical
from textual.events import Resize
from textual.geometry import Region
from textual.screen import ModalScreen

from reader.tui.commands import BY_ID
from reader.tui.drawing import BLANK, Line, Look, Piece, rule
from reader.tui.entries import Entry
from reader.tui.frames import LOW
from reader.tui.item_list import ItemList
from reader.tui.line_widget import LineWidget

_HEAD = 2
_MARGIN = 2
"""Cells before the words of title and foot; those of the list's entries begin one further right."""


def keys_of(command: str, action: str) -> Binding:
    """A binding of something in a panel to the keys of a command of the screen, also where the user has others."""
    keys = ",".join(BY_ID[command].keys)
    return Binding(keys, action, BY_ID[command].title, show=False, id=command)


def _shown(keys: str) -> str:
    return " ".join(BY_ID[key].first_key if key in BY_ID else key for key in keys.split())


class _Lines(LineWidget):
    """Some lines that are given to it."""

    ground = "pane"
    margin = _MARGIN

    def __init__(self, look: Look, *, id: str) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(look, id=id)
        self._shown: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self._shown = tuple(lines)
        self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        return self._shown


class Panel(ModalScreen[str], inherit_bindings=False):
    """What lies under it stays in view. Subclasses say what is in it and where it stands."""

    BINDINGS = [  # noqa: RUF012 (Textual's own form)
        Binding("escape", "dismiss", "Close", show=False),
        keys_of("quit", "dismiss"),
        keys_of("move.down", "move(1)"),
        keys_of("move.up", "move(-1)"),
        keys_of("page.down", "page(1)"),
        keys_of("page.up", "page(-1)"),
        keys_of("top", "edge(-1)"),
        keys_of("bottom", "edge(1)"),
    ]
    DEFAULT_CSS = """
    Panel { background: transparent; align: left top; }
    Panel > Vertical { width: 1; height: 1; }
    Panel #panel-head { height: 2; }
    Panel #panel-list { height: 1fr; }
    """
    begin_at: str | None = None
    """The key of the entry that is the current one at first; None: the first of all."""
    framed = False
    """Whether a line runs around it."""
    keys: tuple[tuple[str, str], ...] = ()
    """The keys that matter (or the ids of the commands whose keys they are), and what they do, for the last row."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._head = _Lines(look, id="panel-head")
        self.list = ItemList(look, id="panel-list")
        self._foot = _Lines(look, id="panel-foot")
        self._box = Vertical(self._head, self.list, self._foot)
        self._title, self._right = "", ""
        self._inside = 0  # cells between its edges
        self._foot_rows = 0
        self._draw_box()

    def set_look(self, look: Look) -> None:
        """Draw it in another theme."""
        self.look = self._head.look = self.list.look = self._foot.look = look
        self._draw_box()

    def _draw_box(self) -> None:
        if self.framed and (line := self.look["faint"].color) is not None:
            self._box.styles.border = ("round", Color.from_rich_color(line))
        if (ground := self.look["pane"].bgcolor) is not None:
            self._box.styles.background = Color.from_rich_color(ground)

    # --- for subclasses ------------------------------------------------------------------------------------------
    def stand_on(self, width: int, height: int, rows: int) -> tuple[Region, int]:
        """Where it stands on a screen of a size, with a list of `rows` rows, and how many rows the foot has."""
        raise NotImplementedError

    def entries(self, width: int) -> tuple[Entry, ...]:
        """What the list shows in lines of a width."""
        raise NotImplementedError

    def about(self, key: str | None, width: int, rows: int) -> Sequence[Line]:
        """What the foot says about the current entry, in at most `rows` rows."""
        raise NotImplementedError

    @property
    def gap(self) -> int:
        """Blank rows above the keys."""
        return int(self.app.size.height >= LOW)

    # --- showing -------------------------------------------------------------------------------------------------
    @property
    def content_width(self) -> int:
        """Cells that title and foot have."""
        return max(1, self._inside - 2 * _MARGIN)

    def set_title(self, title: str, right: str = "") -> None:
        """The words above the list. They must be clean."""
        self._title, self._right = title, right
        self._draw_head()

    def fill(self, current: str | None = None, *, stay: bool = False) -> None:
        """Ask for everything anew; the current entry is `current`, else it stays the same."""
        entries = self.entries(self.list.line_width)
        current = current if current is not None else self.list.current
        keys = [entry.key for entry in entries if entry.key is not None]
        self.list.show(entries, current if current in keys else next(iter(keys), None), stay=stay)
        self._tell()

    def _place(self) -> None:
        width, height = self.app.size
        rows = sum(len(entry.lines) for entry in self.entries(self.list.line_width))
        region, foot = self.stand_on(width, height, rows)
        self._inside = region.width - 2 * self.framed
        self._box.styles.offset = (region.x, region.y)
        self._box.styles.width, self._box.styles.height = region.width, region.height
        self._foot.styles.height = self._foot_rows = foot

    def _draw_head(self) -> None:
        line = Line((rule(self.content_width),))
        self._head.show((self.head(self.content_width), line))

    def head(self, width: int) -> Line:
        """The row above the list."""
        return Line((Piece(self._title, "title"),), (Piece(self._right, "muted"),))

    def _tell(self) -> None:
        line = Line((rule(self.content_width),))
        room = max(0, self._foot_rows - 2 - self.gap)  # the rule, blank rows, the keys
        lines = tuple(self.about(self.list.current, self.content_width, room))[:room]
        keys = (p for name, words in self.keys for p in (Piece(_shown(name), "strong"), Piece(words, "muted")))
        self._foot.show((line, *lines, *[BLANK] * (room - len(lines) + self.gap), Line(tuple(keys))))

    # --- events --------------------------------------------------------------------------------------------------
    def compose(self) -> ComposeResult:
        yield self._box

    def on_mount(self) -> None:
        self._place()
        entries = self.entries(self.list.line_width)  # now, so that keys typed ahead are not lost
        self.list.show(entries, self.begin_at or next((it.key for it in entries if it.key is not None), None))
        self._draw_head()
        self._tell()  # so that the first picture is whole
        self.set_focus(self.list)

    def on_resize(self, _: Resize) -> None:
        self._place()

    def on_item_list_resized(self, _: ItemList.Resized) -> None:
        self._draw_head()
        self.fill(stay=False)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        self._tell()

    def action_move(self, step: int) -> None:
        self.list.move(step)

    def action_page(self, step: int) -> None:
        self.list.page(step)

    def action_edge(self, side: int) -> None:
        self.list.edge(side)
