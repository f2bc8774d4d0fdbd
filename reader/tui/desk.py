"""What the reading screen stands on: its panes, what is selected, and how that is shown. The actions work on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from reader.article.clean import clean_line
from reader.article.model import Article
from reader.tui.article_pane import ArticlePane
from reader.tui.bars import Footer, Header, Tabs
from reader.tui.commands import ARTICLE, BY_ID, LINKS, LIST, LISTS
from reader.tui.detail import Detail
from reader.tui.drawing import Look
from reader.tui.entries import QUOTES, TABS, Tab
from reader.tui.frame_layout import FrameLayout
from reader.tui.header_text import READING, header_rows
from reader.tui.history import History, Stand
from reader.tui.item_list import ItemList
from reader.tui.line_widget import LineWidget
from reader.tui.marks import Marked

if TYPE_CHECKING:
    from reader.tui.guide import Guide

_MESSAGE_SECONDS = 3.0
STILL_READING = "still reading: the lists fill in a moment"


class Desk(Screen[None], inherit_bindings=False):
    """Article on one side, lists and detail on the other; one item selected in all of them."""

    AUTO_FOCUS = "#article"
    BLANK = True  # the panes cover it

    def __init__(self, article: Article, look: Look, measure: int | None) -> None:
        super().__init__()
        self.article = article
        self.guide: Guide | None = None
        self.list_name = QUOTES
        self.selected: str | None = None
        self.mention = 0
        self.history = History()
        self.walked_to: int | None = None
        """The offset to which the last step of a walk through items led: a step from there goes on with it."""
        self.went_to_end: int | None = None
        """The offset to which one came by going to the end, where more may follow while the text is loaded."""
        self.sign = READING
        self.words: int | None = None
        self.header = Header(article, look)
        self.pane = ArticlePane(article, look, measure)
        self.list_tabs = Tabs(look)
        self.items = ItemList(look, id="list", keep_heading=True)
        self.detail = Detail(look)
        self.footer = Footer(look)
        self.frames = FrameLayout(header_rows(article))
        self._filled: tuple[Guide | None, str] = (None, "")  # of which guide which list is shown
        self._last: dict[str, str] = {}  # of each list, the item that was current
        self._silence: Timer | None = None
        self._lasts = False

    @property
    def layout(self) -> Layout:
        return self.frames

    def compose(self) -> ComposeResult:
        yield from (self.header, self.pane, self.list_tabs, self.items, self.detail, self.footer)

    def on_mount(self) -> None:
        self.footer.show(length=len(self.article.text))
        self.tell()

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        super().set_focus(widget, scroll_visible, from_app_focus)
        if self.is_mounted:
            self.tell()  # now, so that all of it is drawn in one frame

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if isinstance(self.focused, LineWidget) and action in self.focused.shadows:
            return False
        return super().check_action(action, parameters)

    # --- what comes down from the app ----------------------------------------------------------------------------
    def set_look(self, look: Look) -> None:
        """Draw everything in another theme."""
        self.pane.look = self.items.look = self.detail.look = look
        self.header.look = self.list_tabs.look = self.footer.look = look

    def set_article(self, article: Article) -> None:
        """The whole of an article whose opening is shown; no row that is shown moves."""
        self.article = article
        self.header.article = article
        self.frames.header = header_rows(article)
        is_at_end = self.went_to_end == self.pane.cursor
        self.pane.show_article(article)
        if is_at_end:
            self.pane.edge(1)
        self.footer.show(length=len(article.text))
        self.sign = READING
        self.header.refresh(layout=True)
        self.tell()

    def set_words(self, words: int) -> None:
        """The number of words, once it is known."""
        self.words = words
        self.tell()

    def set_guide(self, guide: Guide) -> None:
        """What was found: the lists fill, colours appear, no row of the text moves; the reader's own lists stay."""
        self.sign = ""
        for name, extra in self.guide.extras.items() if self.guide is not None else ():
            guide = guide.with_extra(name, extra)
        self.put_guide(guide)
        if guide.reading.rule_notices:
            self.say(clean_line(f"rules: {guide.reading.rule_notices[0]}"))

    def put_guide(self, guide: Guide) -> None:
        """Show what this guide knows; what is selected stays so, if it is still there."""
        self.guide = guide
        if self.selected is not None and not guide.knows(self.selected):
            self.selected, self.mention = None, 0
            self.pane.mark(Marked(), ())
        elif self.selected is not None:
            self.selected = guide.id_of(self.selected)
            if (at := self.pane.marked.current) is not None:  # more of them may be known now, also before this one
                self.mention = guide.mention_near(self.selected, at.start)
            self.pane.set_spans(guide.spans(self.selected))
            self.pane.mark(self.pane.marked._replace(selected=self.selected), guide.spans(self.selected))
        self.pane.marks = guide
        self.fill_list()
        self.detail.show_item(guide, self.selected, self.mention)
        self.tell()

    def set_sign(self, sign: str) -> None:
        """What is going on, or why nothing was found; the article can be read in any case."""
        self.sign = clean_line(sign)
        self.tell()

    # --- showing -------------------------------------------------------------------------------------------------
    @property
    def pane_name(self) -> str:
        """The pane that has the focus."""
        if self.focused is self.items:
            return LIST
        return LINKS if self.focused is self.detail else ARTICLE

    @property
    def focused_pane(self) -> ArticlePane | ItemList:
        """The pane that keys move in."""
        return {LIST: self.items, LINKS: self.detail}.get(self.pane_name, self.pane)

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """The lists there are."""
        return self.guide.tabs if self.guide is not None else TABS

    def tell(self) -> None:
        """Bring the rows around the panes up to date."""
        pane = self.pane
        self.header.show(words=self.words, with_title=not pane.title_in_view, sign=self.sign, column=pane.text_column)
        self.list_tabs.focused = self.pane_name == LIST
        self.footer.show(
            progress=pane.progress,
            cursor=pane.cursor,
            spans=self.guide.spans(self.selected) if self.guide and self.selected else (),
            pane=self.pane_name,
        )

    @property
    def elsewhere(self) -> str:
        """Which lists have something, and their keys."""
        filled = ((LISTS[i], tab) for i, tab in enumerate(self.tabs[: len(LISTS)]) if tab.size)
        return ", ".join(f"{BY_ID[command].first_key} {clean_line(tab.title.lower())}" for command, tab in filled)

    @property
    def is_read(self) -> bool:
        """Whether anything is known of the article yet."""
        return self.guide is not None and not self.guide.pending

    def say_select_first(self) -> None:
        """Say why nothing is done where no item is selected."""
        key = BY_ID["item.next"].first_key
        self.say(f"select an item first: {key}" if self.is_read else STILL_READING)

    def say(self, message: str, seconds: float = _MESSAGE_SECONDS) -> None:
        """Say something in the footer for a moment, until the next key at the most. `message` must be clean."""
        self.footer.show(message=message)
        self._lasts = seconds > _MESSAGE_SECONDS
        if self._silence is not None:
            self._silence.stop()
        self._silence = self.set_timer(seconds, self._hush)

    def _hush(self) -> None:
        self.footer.show(message="")

    def hear(self) -> None:
        """A key is pressed: what was said of the one before is read, if it is nothing that lasts."""
        if self._silence is not None and not self._lasts:
            self._silence.stop()
            self._silence = None
            self._hush()

    def put_at_foot(self, name: str) -> None:
        """Show the widget called `name` in the last row: the footer, or what is typed in."""
        self.frames.foot = name
        self.footer.refresh(layout=True)  # of a child: the screen's own would keep the arrangement it has

    def fill_list(self) -> None:
        """Fill the list with what belongs in it; the item that was its current one stays so."""
        if self.list_name not in (tab.name for tab in self.tabs):
            self.list_name = QUOTES
        if self.guide is not None:
            width = self.items.line_width
            if self._filled == (self.guide, self.list_name) and not self.guide.is_at_hand(self.list_name, width):
                # A long list in another width: what is shown will do until it is made anew.
                self.run_worker(partial(self._make_list, self.guide, width), thread=True, exclusive=True, group="list")
            else:
                self._filled = (self.guide, self.list_name)
                self.items.show(self.guide.entries(self.list_name, width), self._last.get(self.list_name))
        self.list_tabs.show(self.tabs, self.list_name)

    def _make_list(self, guide: Guide, width: int) -> None:
        """In a thread of its own."""
        guide.entries(self.list_name, width)
        self.app.call_from_thread(self.fill_list)

    def show_list(self, name: str) -> None:
        """Show the list called `name`, with the focus on it."""
        self.list_name = name
        self.fill_list()
        self.set_focus(self.items)
        if self.items.current is not None and self.items.current != self.selected:
            self.select(self.items.current, follow=False)

    # --- selecting -----------------------------------------------------------------------------------------------
    def select(self, id_: str, mention: int = 0, *, follow: bool = True, switch: bool = True) -> None:
        """Make an item the selected one, at one of its spans; the article follows, and the list unless told not to."""
        if self.guide is None:
            return
        id_ = self.guide.id_of(id_)
        spans = self.guide.spans(id_)
        self.selected, self.mention = id_, mention
        name = self.guide.list_of(id_)
        if switch and name is not None and name != self.list_name:
            self.list_name = name
            self._last[name] = id_
            self.fill_list()
        elif name == self.list_name:
            self._last[name] = id_
            self.items.set_current(id_)
        if follow and spans:
            self.pane.go_to(*self.guide.stretch(id_, mention))
        self.pane.mark(Marked(id_, spans[mention] if spans else None), spans)  # there: not on rows that go out of view
        self.detail.show_item(self.guide, id_, mention)
        self.tell()

    @property
    def stand(self) -> Stand:
        """Where the reader is."""
        pane, link = self.pane_name, self.detail.current if self.pane_name == LINKS else None
        return Stand(self.list_name, self.selected, self.mention, self.pane.cursor, self.pane.top, pane, link)

    def leave(self, origin: Stand | None = None) -> None:
        """Remember where the reader is, before a jump away from it, or that a jump led away from `origin`."""
        self.history = self.history.jumped(origin or self.stand)

    def walk_to(self, id_: str, mention: int = 0, *, switch: bool = True) -> None:
        """Select an item on a walk through items. All of a walk is one jump: back from it is where one read before."""
        before = self.stand
        self.select(id_, mention, switch=switch)
        if before.cursor not in (self.walked_to, self.pane.cursor):
            self.leave(before)
        self.walked_to = self.pane.cursor

    def return_to(self, stand: Stand) -> None:
        """Go exactly where the reader was."""
        if stand.selected is not None and self.guide is not None and self.guide.knows(stand.selected):
            self.select(stand.selected, stand.mention, follow=False)
        if stand.list_name != self.list_name:
            self.list_name = stand.list_name
            self.fill_list()
        self.pane.go_back_to(stand.top, stand.cursor)
        if stand.link is not None and self.selected == stand.selected and self.detail.has(stand.link):
            self.detail.set_current(stand.link)
            self.set_focus(self.detail)
        else:
            self.set_focus(self.pane if stand.pane == ARTICLE else self.items)
