"""Rules on and off, other rules while one reads, and why a place looks as it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.spans import Span
from reader.tui.desk import Desk
from reader.tui.history import History, Stand
from reader.tui.marks import Marked

if TYPE_CHECKING:
    from reader.reading import Reading
    from reader.tui.guide import Guide
    from reader.tui.rules_menu import RulesMenu

_ERROR_SECONDS = 12.0


class Ruling(Desk):
    """The menu of rules, and the panel that tells why."""

    rule_errors: tuple[ReaderError, ...] = ()
    """What is wrong with the rule files."""
    _menu: RulesMenu | None = None

    # --- what comes down from the app ----------------------------------------------------------------------------
    def set_rules(self, guide: Guide, errors: Sequence[ReaderError], *, reloaded: bool) -> None:
        """What other rules find in the same article; place, list and what is selected stay."""
        if self.guide is not None:
            self._rename(partial(moved_match, self.guide.reading, guide.reading))
        self.set_guide(guide)
        spans = guide.spans(self.selected) if self.selected is not None else ()
        at = self.pane.marked.current if self.pane.marked.current in spans else None
        self.pane.mark(Marked(self.selected, at, self.pane.marked.pointed), spans)
        if reloaded and not errors and not guide.reading.rule_notices:
            self.say(f"rules read again: {len(guide.reading.matches)} matches")
        self.set_rule_errors(errors)

    def set_rule_errors(self, errors: Sequence[ReaderError]) -> None:
        """What is wrong with the rule files; the others hold."""
        self.rule_errors = tuple(errors)
        if errors:
            from reader.tui.rules_text import error_words

            more = f" (and {len(errors) - 1} more: r)" if len(errors) > 1 else ""
            self.say(error_words(errors[0]) + more, _ERROR_SECONDS)
        if self._menu is not None:
            self._show_rules(self._menu)

    def _rename(self, renamed: Callable[[str], str]) -> None:
        """Matches are numbered anew by every run of the rules: follow those that are still there."""
        self.selected = renamed(self.selected) or None if self.selected is not None else None
        self._last = {name: renamed(id_) for name, id_ in self._last.items()}
        stands = (tuple(_stand(stand, renamed) for stand in side) for side in self.history)
        self.history = History(*stands)

    # --- the menu ------------------------------------------------------------------------------------------------
    def action_rules(self) -> None:
        if self.guide is None:
            self.say("nothing has been found yet")
            return
        from reader.tui.rules_menu import RulesMenu
        from reader.tui.rules_text import rules_in_use

        self._menu = RulesMenu(self.pane.look, rules_in_use(self.guide.reading, self.rule_errors))
        self.app.push_screen(self._menu, self._menu_closed)

    def _show_rules(self, menu: RulesMenu) -> None:
        from reader.tui.rules_text import rules_in_use

        if self.guide is not None:
            menu.show_rules(rules_in_use(self.guide.reading, self.rule_errors))

    def _menu_closed(self, _: str | None) -> None:
        self._menu = None

    # --- why -----------------------------------------------------------------------------------------------------
    def action_why(self) -> None:
        if self.guide is None:
            self.say("nothing has been found yet")
            return
        from reader.tui.why import reasons_at
        from reader.tui.why_panel import WhyPanel

        reasons = reasons_at(self.guide.reading, self.pane.look, self.pane.cursor, self.pane.line)
        if not reasons:
            self.say("nothing is highlighted here")
            return
        here = (self.selected, self.pane.marked.current)  # what one is at goes before what lies on top of it
        first = next((n for n, reason in enumerate(reasons) if (reason.item, reason.span) == here), 0)
        self.point_at(reasons[first].span)
        self.app.push_screen(WhyPanel(self.pane.look, reasons, first), self._why_closed)

    def point_at(self, span: Span | None) -> None:
        """Show a stretch of the text besides what is selected."""
        spans = self.guide.spans(self.selected) if self.guide is not None and self.selected is not None else ()
        self.pane.mark(self.pane.marked._replace(pointed=span), spans)

    def _why_closed(self, item: str | None) -> None:
        self.point_at(None)
        if item is not None and self.guide is not None and self.guide.knows(item):
            self.leave()
            self.select(item, self.guide.mention_near(item, self.pane.cursor), follow=False)


def moved_match(before: Reading, after: Reading, id_: str) -> str:
    """The id that an item of before has now; empty for a match that is gone."""
    from reader.rules.model import Match

    was = before.item(id_) if before.has(id_) else None
    if not isinstance(was, Match):
        return id_
    here = (match.id for match in after.matches_in(*was.span) if (match.rule, match.span) == (was.rule, was.span))
    return next(here, "")


def _stand(stand: Stand, renamed: Callable[[str], str]) -> Stand:
    return stand._replace(selected=renamed(stand.selected) or None if stand.selected is not None else None)
