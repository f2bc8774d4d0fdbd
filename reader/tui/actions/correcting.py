"""Putting right what was found: a menu of what applies to the selected item, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.tui.actions.noting import Corrected, Noting

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.analysis.corrections import Correction
    from reader.analysis.model import Entity
    from reader.reading import Item
    from reader.spans import Span
    from reader.tui.choose_panel import Option


class Correcting(Noting):
    """Corrections go to the `Keeping`; the app has the article analysed with them."""

    def action_correct(self) -> None:
        from reader.tui.correct_text import offers, title_of

        if self.guide is None or self.selected is None or not self.guide.reading.has(self.selected):
            self.say("select a quote or an entity first: n")
            return
        item = self.guide.reading.item(self.selected)
        options = offers(self.guide.reading, item, self.mention)
        if not options:
            self.say("nothing about it can be put right")
            return
        begin = partial(self._begin_correction, item, self.mention)
        if len(options) == 1:
            begin(options[0].key)
        else:
            self._offer(title_of(self.guide.reading, item), options, begin)

    def _offer(self, title: str, options: Sequence[Option], then: Callable[[str], None]) -> None:
        from reader.tui.choose_panel import ChoosePanel

        def chosen(key: str | None) -> None:
            if key is not None:
                then(key)

        self.app.push_screen(ChoosePanel(self.pane.look, title, options), chosen)

    def _begin_correction(self, item: Item, mention: int, what: str) -> None:
        """What is to be put right has been chosen: ask for the rest of it."""
        from reader.analysis.corrections import NotAName
        from reader.analysis.model import Entity, Quote
        from reader.tui import correct_text as text

        if self.guide is None:
            return
        reading = self.guide.reading
        if isinstance(item, Quote):
            options = text.speakers_for(reading, item)
            self._offer(text.who_said(reading, item), options, partial(self._said_by, item.parts[0]))
        elif isinstance(item, Entity):
            here = item.mentions[mention].span
            match what:
                case text.MERGE:
                    options = tuple(text.others(reading, item.id, here.start, (item.label,)))
                    self._offer(f"{item.name} is the same as", options, partial(self._merge, here))
                case text.SPLIT:
                    options = text.another_for(reading, item, mention)
                    self._offer("Who or what is meant here?", options, partial(self._split, here))
                case text.RENAME:
                    self.run_worker(self.ask("name", item.name, partial(self._call, item, here)))
                case text.RELABEL:
                    self._offer(f"{item.name} is a", text.labels_for(item), partial(self._relabel, here))
                case text.NO_NAME:
                    self._correct(NotAName(here), "no name any more")

    # --- what was chosen -----------------------------------------------------------------------------------------
    def _place_of(self, id_: str) -> Span | None:
        """Where the entity that was chosen is named."""
        from reader.analysis.model import MentionKind

        entity = self.guide.reading.item(id_) if self.guide is not None and self.guide.reading.has(id_) else None
        if TYPE_CHECKING:
            assert isinstance(entity, Entity)
        if entity is None:
            return None
        named = (mention.span for mention in entity.mentions if mention.kind is MentionKind.NAME)
        return next(named, entity.mentions[0].span)

    def _merge(self, here: Span, id_: str) -> None:
        from reader.analysis.corrections import Merge

        if (into := self._place_of(id_)) is not None:
            self._correct(Merge(into, here), "they are one now")

    def _split(self, here: Span, id_: str) -> None:
        from reader.analysis.corrections import Split
        from reader.tui.correct_text import NOBODY

        to = None if id_ == NOBODY else self._place_of(id_)
        if to is not None or id_ == NOBODY:
            self._correct(Split(here, to), "another one here")

    def _call(self, entity: Entity, here: Span, name: str) -> None:
        from reader.analysis.corrections import Rename

        if name and name != entity.name:
            self._correct(Rename(here, name), "renamed")

    def _relabel(self, here: Span, label: str) -> None:
        from reader.analysis.corrections import Relabel
        from reader.analysis.model import Label

        self._correct(Relabel(here, Label(label)), "another kind")

    def _said_by(self, quote: Span, id_: str) -> None:
        from reader.analysis.corrections import Respeak
        from reader.tui.correct_text import NOBODY

        speaker = None if id_ == NOBODY else self._place_of(id_)
        if speaker is not None or id_ == NOBODY:
            self._correct(Respeak(quote, speaker), "another speaker")

    def _correct(self, correction: Correction, said: str) -> None:
        self.keeping.add_correction(correction)
        self.say(f"{said} · u takes it back")
        self.post_message(Corrected())
