"""Where one was: when the article is opened again, when it is analysed anew, when its file has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.session import Session
from reader.spans import Span
from reader.tui.actions.noting import Noting
from reader.tui.commands import BY_ID
from reader.tui.entries import NOTES, TABS
from reader.tui.marks import Marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.article.model import Article
    from reader.tui.guide import Guide
    from reader.tui.history import Stand

_TROUBLE = 12.0
"""Seconds for which trouble is told."""
_HINT = 76
"""Columns below which the hint how to begin is told in fewer words."""
_BLANK = 200
"""Characters between two blocks at most."""
_BETWEEN = 5.0
"""Seconds between two looks at whether the place must be kept."""


class Lasting(Noting):
    """Keeps the session, and takes one up again."""

    _given: tuple[int | None, str] | None = None  # the width and the theme that were not chosen on the screen
    _began = Session()  # as it was kept
    _greeting = ""
    _wanted: Session | None = None  # what is to be selected as soon as it is known

    def resume(self, session: Session | None) -> None:
        """Begin where somebody was; before the first screen is drawn."""
        self._given = (self.pane.measure, self.pane.look.name)
        if session is not None:
            self._began = self._wanted = session
            self.pane.start_at(session.top, session.cursor)
            if session.list_name in (tab.name for tab in TABS):
                self.list_name = session.list_name

    def on_mount(self) -> None:
        if self._given is None:
            self.resume(None)
        self.set_interval(_BETWEEN, self.keep_session)

    # --- what is kept --------------------------------------------------------------------------------------------
    @property
    def session(self) -> Session:
        """Where one is, and the width and the theme that were chosen, now or before."""
        measure, theme = self._given or (self.pane.measure, self.pane.look.name)
        waiting = self._wanted
        return Session(
            self.pane.cursor,
            _visible(self.article.text, self.pane.top),
            waiting.list_name if waiting is not None else self.list_name,
            waiting.item if waiting is not None else self._item,
            self._began.width if self.pane.measure == measure else self.pane.measure or 0,
            self._began.theme if self.pane.look.name == theme else self.pane.look.name,
        )

    @property
    def _item(self) -> Span | None:
        """The span of the selected item that one is at."""
        known = self.guide is not None and self.selected is not None and self.guide.knows(self.selected)
        spans = self.guide.spans(self.selected) if known and self.guide and self.selected else ()
        return spans[min(self.mention, len(spans) - 1)] if spans else None

    def keep_session(self) -> None:
        """Keep where one is, if it is elsewhere than before."""
        self.keeping.keep_session(self.article, self.session)

    def tell_trouble(self, trouble: str) -> None:
        """Say what cannot be kept or read again, for as long as it takes to read it. It must be clean."""
        self.say(trouble, _TROUBLE)

    def greet(self) -> None:
        """Say how to begin, until the first key."""
        keys = (("item.next", "next item"), ("links", "its links"), ("find", "find"), ("help", "all keys"))
        few = self.app.size.width < _HINT
        self._greeting = " · ".join(
            f"{BY_ID[id_].first_key} {BY_ID[id_].label if few else words}" for id_, words in keys
        )
        self.footer.show(message=self._greeting)

    def greeted(self) -> None:
        """The first key has come: the footer is as usual, if it does not say something else already."""
        if self.footer.message == self._greeting:
            self.footer.show(message="")
        self._greeting = ""

    # --- what was found ------------------------------------------------------------------------------------------
    def set_guide(self, guide: Guide) -> None:
        super().set_guide(guide)
        if self._wanted is not None:
            self._take_up(self._wanted)

    def select(self, id_: str, mention: int = 0, *, follow: bool = True, switch: bool = True) -> None:
        super().select(id_, mention, follow=follow, switch=switch)
        self._wanted = None  # the reader has gone on

    def await_findings(self) -> None:
        """The article is analysed anew, and ids will be others: what is selected is found again by its place."""
        self._wanted = self.session

    def _take_up(self, session: Session) -> None:
        """Select what was selected, whatever its id is now; in a long article it may be found only later."""
        if self.guide is None:
            return
        if session.list_name != self.list_name and session.list_name in (tab.name for tab in self.tabs):
            self.list_name = session.list_name
            self.fill_list()
        found = item_at(self.guide, session.item, session.list_name) if session.item is not None else None
        if found is not None:
            self.select(*found, follow=False, switch=self.guide.list_of(found[0]) == session.list_name)
            return
        if self.list_name == NOTES and self.guide.knows(note := self._last.get(NOTES, "")):
            self.select(note, follow=False)  # one that has no place in the text any more
            return
        self.selected, self.mention = None, 0
        self.pane.mark(Marked(), ())
        self.detail.show_item(self.guide, None, 0)
        if session.item is None:
            self._wanted = None

    # --- another version of the text -----------------------------------------------------------------------------
    def change_article(self, article: Article, moved: Callable[[int], int]) -> None:
        """The file has changed: show it as it is now, at the same place; `moved` gives that of an offset."""
        from reader.tui.guide import pending_guide

        at, reached = self.session, self.history
        item = at.item and Span(moved(at.item.start), max(moved(at.item.start) + 1, moved(at.item.end)))
        self._wanted = at._replace(cursor=moved(at.cursor), top=moved(at.top), item=item)
        self.selected, self.mention = None, 0
        self.history = reached._replace(
            behind=tuple(_moved(stand, moved) for stand in reached.behind),
            ahead=tuple(_moved(stand, moved) for stand in reached.ahead),
        )
        self.pane.start_at(self._wanted.top, self._wanted.cursor)
        self.put_guide(pending_guide(article))
        self.set_article(article)
        self.pane.go_back_to(self._wanted.top, self._wanted.cursor)


def _visible(text: str, offset: int) -> int:
    """The offset; of a blank row that of the row after it, because white space counts to the row before."""
    rest = text[offset : offset + _BLANK]
    return offset + len(rest) - len(rest.lstrip()) if rest.strip() else offset


def _moved(stand: Stand, moved: Callable[[int], int]) -> Stand:
    return stand._replace(cursor=moved(stand.cursor), top=moved(stand.top), selected=None, mention=0)


def item_at(guide: Guide, span: Span, list_name: str) -> tuple[str, int] | None:
    """The item with a span exactly there, else of the list one that shares the most with it; with the span's number."""
    best: tuple[tuple[bool, bool, int], str, int] | None = None
    for id_ in dict.fromkeys(item for offset in (span.start, span.end - 1) for item in guide.under(offset, span)):
        of_list = guide.list_of(id_) == list_name
        for number, other in enumerate(guide.spans(id_)):
            shared = min(span.end, other.end) - max(span.start, other.start)
            rank = (other == span, of_list, 2 * shared - other.length)
            if (other == span or (of_list and shared > 0)) and (best is None or rank > best[0]):
                best = (rank, id_, number)
    return None if best is None else best[1:]
