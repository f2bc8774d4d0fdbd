"""Bookmarks and notes: put on what is selected, or on the line where one reads."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from reader.spans import Span
from reader.tui.actions.asking import Asking
from reader.tui.commands import ARTICLE, BY_ID
from reader.tui.entries import NOTES

if TYPE_CHECKING:
    from reader.library.keeping import Keeping
    from reader.library.model import Note


_LINE = 80
"""Characters that count as a line after a blank row."""


def with_undo(said: str) -> str:
    """What is said of a change, and how to take it back."""
    return f"{said} · {BY_ID['undo'].first_key} takes it back"


class Corrected(Message):
    """The reader's corrections are others: what was found must be put right anew."""


class Noting(Asking):
    """Changes go to the `Keeping`; what is shown follows from it."""

    keeping: Keeping
    """What is kept of the article; the app gives the screen its own."""

    def show_notes(self) -> None:
        """Show the notes as they are kept now."""
        from reader.tui.notes_list import Notes

        if self.guide is None:
            from reader.tui.guide import pending_guide

            guide = pending_guide(self.article)
        else:
            guide = self.guide
        notes = self.keeping.notes
        self.put_guide(guide.with_extra(NOTES, Notes(self.article, notes) if notes else None))
        if self.list_name == NOTES and self.selected is None and self.items.current is not None:
            self.select(self.items.current)

    # --- what they are put on ------------------------------------------------------------------------------------
    def _place(self) -> Span | None:
        """The part of the selected item that one is at; in the article, where one reads elsewhere, the line."""
        if self.guide is not None and self.selected is not None:
            spans = self.guide.spans(self.selected)
            span = spans[min(self.mention, len(spans) - 1)] if spans else None
            if span is not None and (self.pane_name != ARTICLE or span.start == self.pane.cursor):
                return span
            if self.pane_name != ARTICLE:
                return None  # an orphan among the notes
        line, text = self.pane.line, self.article.text
        if not line.of(text).strip():  # a blank row: the one after it
            line = Span(line.start, line.end + _LINE)
        words = line.of(text)
        start = line.start + len(words) - len(words.lstrip())
        words = words.strip().partition("\n")[0]
        return Span(start, start + len(words)) if words else None

    def _note_here(self, place: Span | None) -> Note | None:
        """The note that is selected, else one on the very place, else in the article one on the line."""
        selected = (self.selected or "").partition(f"{NOTES}:")[2]
        on_line = self.pane_name == ARTICLE and place is not None
        note = self.keeping.note(selected) if selected else None
        if note is not None and (not on_line or note.span == place):
            return note
        there = [note for note in self.keeping.notes if note.span is not None and note.span == place]
        if not there and on_line and place is not None:
            there = [note for note in self.keeping.notes if note.span is not None and note.span.overlaps(place)]
        return there[0] if there else None

    def _say_kept(self, what: str) -> None:
        self.say(f"{what} until you quit: nothing can be kept" if self.keeping.library.fails else what)

    # --- actions -------------------------------------------------------------------------------------------------
    def _is_ready(self) -> bool:
        """Whether what is kept of the article is here; it takes some milliseconds after it is shown."""
        if not self.keeping.has(self.article):
            self.say("a moment: what is kept of it is being read")
        return self.keeping.has(self.article)

    def action_bookmark(self) -> None:
        if not self._is_ready():
            return
        place = self._place()
        note = self._note_here(place)
        if note is not None and not note.is_bookmark:
            note_key, delete_key = BY_ID["note"].first_key, BY_ID["note.delete"].first_key
            self.say(f"there is a note here: {note_key} changes it, {delete_key} deletes it")
            return
        if note is not None:
            self.keeping.remove_note(note)
            self.say(with_undo("the bookmark is gone"))
        elif place is None:
            self.say("nothing to put a bookmark on")
            return
        else:
            self.keeping.new_note(place)
            self._say_kept("bookmarked")
        self.show_notes()

    async def action_note(self) -> None:
        if not self._is_ready():
            return
        place = self._place()
        note = self._note_here(place)
        if note is not None and note.span is not None:
            place = note.span
        if place is None and note is None:
            self.say("nothing to put a note on")
            return
        await self.ask("note", note.words if note is not None else "", partial(self._take_note, place, note))

    def _take_note(self, place: Span | None, note: Note | None, words: str) -> None:
        if note is not None and words != note.words:
            self._change(note, words)
        elif note is None and place is not None and words and self._is_ready():
            self.keeping.new_note(place, words)
            self._say_kept("noted")
        self.show_notes()

    def _change(self, note: Note, words: str) -> None:
        if not words:
            self.say(with_undo(f"without words it is a bookmark · {BY_ID['note.delete'].first_key} deletes it"))
        else:
            self._say_kept("noted")
        if note.span is not None:
            from reader.library.anchors import State

            # Whoever changes it has seen where it is: from now on it is on the words that are there now.
            quoted = " ".join(note.span.of(self.article.text).split())
            note = replace(note, quoted=quoted, state=State.ANCHORED)
        self.keeping.change_note(replace(note, words=words))

    def action_delete_note(self) -> None:
        note = self._note_here(self._place())
        if note is None:
            self.say("no note is selected")
            return
        if self.list_name == NOTES and (beside := self.items.neighbour(1) or self.items.neighbour(-1)) is not None:
            self._last[NOTES] = beside
        self.keeping.remove_note(note)
        self.say(with_undo(f"the {'bookmark' if note.is_bookmark else 'note'} is gone"))
        self.show_notes()

    def action_undo(self) -> None:
        before = self.keeping.corrections
        said = self.keeping.undo()
        self.say(said or "nothing to take back")
        if self.keeping.corrections != before:
            self.post_message(Corrected())
        elif said:
            self.show_notes()
