"""What is kept of the article that is being read: it changes here, and the library is told."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.library.library import Library

if TYPE_CHECKING:
    from reader.analysis.corrections import Correction
    from reader.article.model import Article
    from reader.library.model import KeptCorrection, Note
    from reader.library.session import Session
    from reader.spans import Span


class Keeping:
    """Notes, corrections and the session of one article at a time, and the way back from each change."""

    def __init__(self, library: Library | None = None) -> None:
        """Without a library everything is kept until the end of the program."""
        self.library = library or Library(None)
        self.notes: tuple[Note, ...] = ()
        """In the order of the text, orphans last."""
        self.corrections: tuple[KeptCorrection, ...] = ()
        """In the order in which they were made."""
        self._article: Article | None = None
        self._session: Session | None = None
        self._undo: list[Callable[[], str]] = []

    def open(self, article: Article) -> None:
        """Have what is kept of an article, and enter it among the recent ones. It may wait for the disk."""
        if self.has(article):
            return
        self.library.settle()
        self.notes, self.corrections = self.library.notes(article), self.library.corrections(article)
        self._article = article
        self._undo = [self._without((kept,)) for kept in self.corrections]
        self.library.opened(article)

    def has(self, article: Article) -> bool:
        """Whether it is this article's notes that are here."""
        return self._article is not None and self._article.sha256 == article.sha256

    def corrections_of(self, article: Article) -> tuple[Correction, ...]:
        """What was put right in an article. It may wait for the disk."""
        self.open(article)
        return tuple(kept.correction for kept in self.corrections)

    def keep_session(self, article: Article, session: Session) -> None:
        """Keep where the reader is, if they are somewhere else than before."""
        if session != self._session:
            self._session = session
            self.library.keep_session(article, session)

    # --- notes ---------------------------------------------------------------------------------------------------
    def new_note(self, span: Span, words: str = "") -> Note | None:
        """A bookmark, or a note with words, on a stretch of the text; None before an article was opened."""
        from reader.library.model import Note

        if self._article is None:
            return None
        quoted = " ".join(span.of(self._article.text).split())
        note = Note(os.urandom(8).hex(), span, words, quoted, time.time())
        self._put(note)
        self._undo.append(lambda: self._drop(note, "the bookmark is gone" if note.is_bookmark else "the note is gone"))
        return note

    def change_note(self, note: Note) -> None:
        """Other words for a note, or another place."""
        before = self.note(note.id)
        self._put(note)
        if before is not None:
            self._undo.append(lambda: self._put(before, "the note is as it was"))

    def remove_note(self, note: Note) -> None:
        """Delete a note, at the reader's wish."""
        self._drop(note)
        self._undo.append(lambda: self._put(note, "the bookmark is back" if note.is_bookmark else "the note is back"))

    def note(self, id_: str) -> Note | None:
        """The note with this id."""
        return next((note for note in self.notes if note.id == id_), None)

    def _put(self, note: Note, said: str = "") -> str:
        others = [other for other in self.notes if other.id != note.id]
        key = lambda it: (it.span is None, it.span or (0, 0), it.made)  # noqa: E731
        self.notes = tuple(sorted([*others, note], key=key))
        if self._article is not None:
            self.library.keep_note(self._article, note)
        return said

    def _drop(self, note: Note, said: str = "") -> str:
        self.notes = tuple(other for other in self.notes if other.id != note.id)
        self.library.remove_note(note.id)
        return said

    # --- corrections ---------------------------------------------------------------------------------------------
    def add_corrections(self, corrections: Sequence[Correction]) -> None:
        """Put something right from now on; all of it is one change, which is taken back as one."""
        from reader.library.model import KeptCorrection

        if self._article is None:
            return
        kept = tuple(KeptCorrection(os.urandom(8).hex(), correction) for correction in corrections)
        self.corrections = (*self.corrections, *kept)
        for one in kept:
            self.library.keep_correction(self._article, one)
        self._undo.append(self._without(kept))

    def _without(self, kept: Sequence[KeptCorrection]) -> Callable[[], str]:
        def undo() -> str:
            from reader.library.told_corrections import in_words

            gone = {one.id for one in kept}
            self.corrections = tuple(other for other in self.corrections if other.id not in gone)
            for id_ in gone:
                self.library.remove_correction(id_)
            said = in_words(self._article.text, kept[0].correction) if self._article is not None else ""
            return f"taken back: {said}" + (f", {len(kept)} times" if len(kept) > 1 else "")

        return undo

    def undo(self) -> str:
        """Take the last change back, in this session or (of corrections) an earlier one; what was done, in words, and
        empty when there is nothing to take back."""
        return self._undo.pop()() if self._undo else ""
