"""Putting right what was found: a menu of what applies to the selected item, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.tui.actions.noting import Corrected, Noting, with_undo
from reader.tui.commands import BY_ID

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
            self.say(f"select a quote or an entity first: {BY_ID['item.next'].first_key}")
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
            if what.startswith(text.HERE):
                self._split(item, here, what.removeprefix(text.HERE))
                return
            match what:
                case text.MERGE:
                    options = tuple(text.others(reading, item.id, here.start, (item.label,), item.name))
                    self._offer(f"{item.name} is the same as", options, partial(self._merge, here))
                case text.SPLIT:
                    options = text.another_for(reading, item, mention)
                    self._offer("Who or what is meant here?", options, partial(self._split, item, here))
                case text.RENAME:
                    self.run_worker(self.ask("name", item.name, partial(self._call, item, here)))
                case text.RELABEL:
                    self._offer(f"{item.name} is a", text.labels_for(item), partial(self._relabel, here))
                case text.NO_NAME:
                    self._correct(NotAName(here), said="no name any more")

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
            self._correct(Merge(into, here), said="they are one now")

    def _split(self, entity: Entity, here: Span, id_: str) -> None:
        from reader.tui import correct_text as text

        to = None if id_ == text.NOBODY else self._place_of(id_)
        if self.guide is None or (to is None and id_ != text.NOBODY):
            return
        options, also = text.how_far(self.guide.reading, entity, here)

        def split(far: str) -> None:
            from reader.analysis.corrections import Split

            more = (Split(span, to or here) for span in also[far])
            said = f"{len(also[far]) + 1} of them are another" if also[far] else "another one here"
            self._correct(Split(here, to), *more, said=said)

        if options:
            self._offer("How far?", options, split)
        else:
            split(text.ONLY)

    def _call(self, entity: Entity, here: Span, name: str) -> None:
        from reader.analysis.corrections import Rename

        if name and name != entity.name:
            self._correct(Rename(here, name), said="renamed")

    def _relabel(self, here: Span, label: str) -> None:
        from reader.analysis.corrections import Relabel
        from reader.analysis.model import Label

        self._correct(Relabel(here, Label(label)), said="another kind")

    def _said_by(self, quote: Span, id_: str) -> None:
        from reader.analysis.corrections import Respeak
        from reader.tui.correct_text import NOBODY

        speaker = None if id_ == NOBODY else self._place_of(id_)
        if speaker is not None or id_ == NOBODY:
            self._correct(Respeak(quote, speaker), said="another speaker")

    def _correct(self, *corrections: Correction, said: str) -> None:
        self.keeping.add_corrections(corrections)
        self.say(with_undo(said))
        self.post_message(Corrected())
