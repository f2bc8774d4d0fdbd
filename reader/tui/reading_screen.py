"""The screen on which an article is read: it coordinates the panes, which know nothing of each other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import DescendantFocus
from textual.layout import Layout
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from reader.article.clean import clean_line
from reader.article.model import Article
from reader.tui import steps
from reader.tui.article_pane import ArticlePane
from reader.tui.bars import Footer, Header, Tabs
from reader.tui.commands import ARTICLE, BY_ID, COMMANDS, LINKS, LIST
from reader.tui.detail import Detail
from reader.tui.drawing import Look
from reader.tui.entries import QUOTES, TABS
from reader.tui.frames import FrameLayout
from reader.tui.header_text import header_rows
from reader.tui.history import History, Stand
from reader.tui.item_list import ItemList
from reader.tui.line_widget import LineWidget
from reader.tui.marks import Marked

if TYPE_CHECKING:
    from reader.tui.guide import Guide

MEASURES: tuple[int | None, ...] = (60, 72, 84, None)
"""Widths of the column that `w` goes through; None is as wide as the pane."""
_MESSAGE_SECONDS = 3.0


class NextTheme(Message):
    """The reader asks for the next theme."""


class ReadingScreen(Screen[None], inherit_bindings=False):
    """Article on one side, lists and detail on the other."""

    BINDINGS = [command.binding for command in COMMANDS]  # noqa: RUF012 (Textual's own form)
    AUTO_FOCUS = "#article"

    def __init__(self, article: Article, look: Look, measure: int | None) -> None:
        super().__init__()
        self.article = article
        self.guide: Guide | None = None
        self.list_name = QUOTES
        self.selected: str | None = None
        self.mention = 0
        self.history = History()
        self.sign = "reading…"
        self.words: int | None = None
        self._last: dict[str, str] = {}  # of each list, the item that was current
        self._silence: Timer | None = None
        self._header = Header(article, look)
        self._pane = ArticlePane(article, look, measure)
        self._tabs = Tabs(look)
        self._list = ItemList(look, id="list")
        self._detail = Detail(look)
        self._footer = Footer(look)
        self._frames = FrameLayout(header_rows(article))

    @property
    def layout(self) -> Layout:
        return self._frames

    def compose(self) -> ComposeResult:
        yield from (self._header, self._pane, self._tabs, self._list, self._detail, self._footer)

    def on_mount(self) -> None:
        self._footer.show(length=len(self.article.text))
        self._tell()

    # --- what comes down from the app ----------------------------------------------------------------------------
    def set_look(self, look: Look) -> None:
        """Draw everything in another theme."""
        self._pane.look = self._list.look = self._detail.look = look
        self._header.look = self._tabs.look = self._footer.look = look

    def set_words(self, words: int) -> None:
        """The number of words, once it is known."""
        self.words = words
        self._tell()

    def set_guide(self, guide: Guide) -> None:
        """What was found: the lists fill, colours appear, no row of the text moves."""
        self.guide = guide
        self.sign = ""
        self._pane.marks = guide
        self._fill_list()
        self._detail.show_item(guide, None, 0)
        self._tell()
        if guide.reading.rule_notices:
            self.say(clean_line(f"rules: {guide.reading.rule_notices[0]}"))

    def set_failure(self, message: str) -> None:
        """The analysis failed: the article can still be read."""
        self.sign = clean_line(message)
        self._tell()

    # --- showing -------------------------------------------------------------------------------------------------
    @property
    def pane_name(self) -> str:
        """The pane that has the focus."""
        if self.focused is self._list:
            return LIST
        return LINKS if self.focused is self._detail else ARTICLE

    @property
    def focused_pane(self) -> ArticlePane | ItemList:
        """The pane that keys move in."""
        return {LIST: self._list, LINKS: self._detail}.get(self.pane_name, self._pane)

    def _tell(self) -> None:
        """Bring the rows around the panes up to date."""
        pane = self._pane
        self._header.show(words=self.words, with_title=not pane.title_in_view, sign=self.sign, column=pane.text_column)
        self._footer.show(
            progress=pane.progress,
            cursor=pane.cursor,
            spans=self.guide.spans(self.selected) if self.guide and self.selected else (),
            pane=self.pane_name,
        )

    def say(self, message: str) -> None:
        """Say something in the footer for a moment."""
        self._footer.show(message=message)
        if self._silence is not None:
            self._silence.stop()
        self._silence = self.set_timer(_MESSAGE_SECONDS, self._hush)

    def _hush(self) -> None:
        self._footer.show(message="")

    def _fill_list(self) -> None:
        if self.guide is not None:
            entries = self.guide.entries(self.list_name, self._list.line_width)
            self._list.show(entries, self._last.get(self.list_name))
        self._tabs.show(self.guide.tabs if self.guide is not None else TABS, self.list_name)

    def select(self, id_: str, mention: int = 0, *, follow: bool = True, switch: bool = True) -> None:
        """Make an item the selected one, at one of its spans; the article follows, and the list unless told not to."""
        if self.guide is None:
            return
        spans = self.guide.spans(id_)
        self.selected, self.mention = id_, mention
        name = self.guide.list_of(id_)
        if switch and name is not None and name != self.list_name:
            self.list_name = name
            self._last[name] = id_
            self._fill_list()
        elif name == self.list_name:
            self._last[name] = id_
            self._list.set_current(id_)
        self._pane.mark(Marked(id_, spans[mention] if spans else None), spans)
        self._detail.show_item(self.guide, id_, mention)
        if follow and spans:
            self._pane.go_to(*spans[mention])
        self._tell()

    def _stand(self) -> Stand:
        return Stand(self.list_name, self.selected, self.mention, self._pane.cursor, self._pane.top, self.pane_name)

    def _return_to(self, stand: Stand) -> None:
        if stand.selected is not None:
            self.select(stand.selected, stand.mention, follow=False)
        if stand.list_name != self.list_name:
            self.list_name = stand.list_name
            self._fill_list()
        self._pane.go_back_to(stand.top, stand.cursor)
        self.set_focus(self._pane if stand.pane == ARTICLE else self._list)

    # --- messages from the panes ---------------------------------------------------------------------------------
    def on_article_pane_moved(self) -> None:
        self._tell()

    def on_article_pane_pointed(self, message: ArticlePane.Pointed) -> None:
        self._select_under(message.offset)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        if message.source is self._list:
            self.select(message.key)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        if message.source is self._list:
            self.select(message.key)
        else:
            self._follow(message.key)

    def on_item_list_resized(self, message: ItemList.Resized) -> None:
        if message.source is self._list:
            self._fill_list()
        elif self.guide is not None:
            self._detail.show_item(self.guide, self.selected, self.mention)

    async def on_line_widget_pressed(self, message: LineWidget.Pressed) -> None:
        await self.run_action(BY_ID[message.command].action)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        if self._frames.links != (links := self.pane_name == LINKS):
            self._frames.links = links
            self._detail.refresh(layout=True)  # of a child: the screen's own would keep the arrangement it has
        self._tell()

    # --- commands ------------------------------------------------------------------------------------------------
    def action_move(self, step: int) -> None:
        self.focused_pane.move(step)
        self._tell()  # now, so that all of it is drawn in one frame

    def action_page(self, step: int) -> None:
        self.focused_pane.page(step)
        self._tell()

    def action_edge(self, side: int) -> None:
        self.focused_pane.edge(side)
        self._tell()

    def action_other_pane(self) -> None:
        self.set_focus(self._list if self.pane_name == ARTICLE else self._pane)

    def action_list_pane(self) -> None:
        self.set_focus(self._list)

    def action_show_list(self, number: int) -> None:
        tabs = self.guide.tabs if self.guide is not None else TABS
        if number >= len(tabs):
            return
        self.list_name = tabs[number].name
        self._fill_list()
        self.set_focus(self._list)
        if self._list.current is not None and self._list.current != self.selected:
            self.select(self._list.current, follow=False)

    def action_item(self, step: int) -> None:
        key = steps.next_key(self._list.keys, self._list.current, step)
        if key is not None:
            self.select(key)
        elif self.guide is not None:
            self.say("no item" if not self._list.keys else "the last item" if step > 0 else "the first item")

    def action_mention(self, step: int) -> None:
        if self.guide is None or self.selected is None:
            return
        mention = steps.next_span(self.guide.spans(self.selected), self.mention, self._pane.cursor, step)
        if mention is not None:
            self.select(self.selected, mention, switch=False)
        else:
            self.say("the last mention" if step > 0 else "the first mention")

    def action_entity(self, step: int) -> None:
        visited = self._pane.marked.current is not None and self._pane.marked.current.start == self._pane.cursor
        spot = self.guide.spot(self._pane.cursor, step, stay=not visited) if self.guide is not None else None
        if spot is not None:
            self.select(spot.entity, spot.mention, switch=False)
        elif self.guide is not None:
            self.say("no entity after this" if step > 0 else "no entity before this")

    def action_go(self) -> None:
        match self.pane_name:
            case "links":
                if self._detail.current is not None:
                    self._follow(self._detail.current)
            case "list":
                if self._list.current is not None:
                    self.select(self._list.current, self.mention if self._list.current == self.selected else 0)
                    self.set_focus(self._pane)
            case _:
                self._select_under(self._pane.cursor)

    def _select_under(self, offset: int) -> None:
        """Select what is at a place, or what else is on its row; again, and the next wider thing is selected."""
        if self.guide is None:
            return
        id_ = steps.pick(self.guide.under(offset, self._pane.line), self.selected)
        if id_ is not None:
            self.history = self.history.jumped(self._stand())
            self.select(id_, self.guide.mention_near(id_, offset), follow=False)

    def action_links(self) -> None:
        if not self._detail.ties:
            self.say("nothing is tied to it" if self.selected else "select an item first: n")
            return
        self.set_focus(self._detail)
        if self._detail.current is None:
            self._detail.move(1)

    def _follow(self, key: str) -> None:
        if self.guide is not None:
            tie = self._detail.ties[int(key)]
            self.history = self.history.jumped(self._stand())
            self.select(tie.target)
            self.set_focus(self._list)

    def action_back(self) -> None:
        self._travel(self.history.back(self._stand()), "nowhere to go back to")

    def action_forward(self) -> None:
        self._travel(self.history.forward(self._stand()), "nowhere to go forward to")

    def _travel(self, step: tuple[History, Stand] | None, otherwise: str) -> None:
        if step is None:
            self.say(otherwise)
            return
        self.history, stand = step
        self._return_to(stand)

    def action_copy(self) -> None:
        if self.guide is None or self.selected is None:
            self.say("select an item first: n")
            return
        self.run_worker(self._copy(self.guide.copy(self.selected)), exclusive=True)

    async def _copy(self, text: str) -> None:
        from reader.tui.clipboard import copy_natively

        if await asyncio.to_thread(copy_natively, text):
            self.say("copied")
        else:
            self.app.copy_to_clipboard(text)
            self.say("sent to the terminal’s clipboard (OSC 52), if it takes it")

    def action_theme(self) -> None:
        self.post_message(NextTheme())

    def action_width(self) -> None:
        at = MEASURES.index(self._pane.measure) + 1 if self._pane.measure in MEASURES else 0
        measure = MEASURES[at % len(MEASURES)]
        self._pane.measure = measure
        self.say(f"column: {measure} cells" if measure else "column: the whole pane")

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_help(self) -> None:
        from reader.tui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._pane.look))

    def action_quit(self) -> None:
        self.app.exit()
