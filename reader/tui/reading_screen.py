"""The screen on which an article is read: it coordinates the panes, which know nothing of each other."""

from __future__ import annotations

from textual.events import DescendantFocus

from reader.tui.actions.correcting import Correcting
from reader.tui.actions.finding import Finding
from reader.tui.actions.lasting import Lasting
from reader.tui.actions.looks import Looks
from reader.tui.actions.moving import Moving
from reader.tui.actions.ruling import Ruling
from reader.tui.actions.selecting import Selecting
from reader.tui.actions.ties import Ties
from reader.tui.article_pane import ArticlePane
from reader.tui.commands import BY_ID, COMMANDS, LINKS
from reader.tui.item_list import ItemList
from reader.tui.line_widget import LineWidget


class ReadingScreen(Moving, Ties, Finding, Selecting, Ruling, Correcting, Lasting, Looks):
    """The desk with all its actions, and the messages from the panes."""

    BINDINGS = [command.binding for command in COMMANDS if not command.mode]  # noqa: RUF012 (Textual's own form)

    def on_article_pane_moved(self) -> None:
        self.tell()

    def on_article_pane_pointed(self, message: ArticlePane.Pointed) -> None:
        self.select_under(message.offset)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        if message.source is self.items:
            self.walk_to(message.key)
        else:
            self.follow(message.key)

    def on_item_list_resized(self, message: ItemList.Resized) -> None:
        if message.source is self.items:
            self.fill_list()
        elif self.guide is not None:
            self.detail.show_item(self.guide, self.selected, self.mention)
            self.detail.reveal()

    async def on_line_widget_pressed(self, message: LineWidget.Pressed) -> None:
        await self.run_action(BY_ID[message.command].action)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        if self.frames.moves(self.size, links=self.pane_name == LINKS):
            self.detail.refresh(layout=True)  # of a child: the screen's own would keep the arrangement it has
        self.tell()
