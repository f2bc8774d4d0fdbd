"""What of the app outlives its session, and what it does when the file on the disk becomes another."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Event, Key, MouseDown
from textual.message import Message

from reader.article.clean import clean_line
from reader.article.model import Article
from reader.library.keeping import Keeping
from reader.tui.actions.noting import Corrected
from reader.tui.header_text import words_at_once
from reader.tui.reading_screen import ReadingScreen
from reader.tui.watching import Watch, follow

if TYPE_CHECKING:
    from reader.library.session import Session
    from reader.read import Study


class KeepingApp(App[None], inherit_bindings=False):
    """Gives the screen its `Keeping`, and watches the file."""

    class Noted(Message):
        """There are notes on the article."""

        def __init__(self, article: Article) -> None:
            super().__init__()
            self.article = article

    class Changed(Message):
        """The article as its file is now, and where the places of the one before are in it."""

        def __init__(self, article: Article, before: Article, moved: Callable[[int], int]) -> None:
            super().__init__()
            self.article, self.before, self.moved = article, before, moved

    class Trouble(Message):
        """What cannot be kept, or not be read again."""

        def __init__(self, trouble: str) -> None:
            super().__init__()
            self.trouble = trouble

    article: Article
    reading_screen: ReadingScreen

    # --- for the subclass ----------------------------------------------------------------------------------------
    def keep(self, keeping: Keeping | None, session: Session | None) -> None:
        """What outlives the session (None: nothing), and where to begin."""
        self.keeping = self.reading_screen.keeping = keeping or Keeping()
        self.reading_screen.resume(session)
        self._to_greet = self.keeping.library.is_new
        self._ended = threading.Event()
        is_file = keeping is not None and self.article.path != "-"
        self._watch = Watch(self.article.path) if is_file else None

    def analyse_again(self, *, changed: bool) -> None:
        """What was found is to be put right, or (`changed`) there is another article."""
        raise NotImplementedError

    def kept_of(self, article: Article) -> None:
        """Have what is kept of an article, and show the notes on it. In any thread; it may wait for the disk."""
        self.keeping.open(article)
        if self.keeping.notes:
            self.send(self.Noted(article))

    def put_right(self, study: Study) -> Study:
        """What was found, with the reader's corrections. In any thread."""
        from reader.read import put_right

        return put_right(study, self.keeping.corrections_of(study.prose.article))

    def send(self, message: Message) -> None:
        """Post a message from any thread."""
        with contextlib.suppress(RuntimeError):  # the app has ended meanwhile
            self.post_message(message)

    # --- beginning and ending ------------------------------------------------------------------------------------
    def on_mount(self) -> None:
        self.call_after_refresh(self._keep_on)

    def _keep_on(self) -> None:
        library = self.keeping.library
        library.on_trouble = lambda trouble: self.send(self.Trouble(trouble))
        if self._to_greet:
            self.reading_screen.greet()
        if library.trouble:
            self.reading_screen.tell_trouble(library.trouble)
        if self._watch is not None:
            threading.Thread(target=self._look_on, args=[self._watch], name="watch", daemon=True).start()

    async def on_event(self, event: Event) -> None:
        if self._to_greet and isinstance(event, Key | MouseDown):
            self._to_greet = False
            self.reading_screen.greeted()
        if isinstance(event, Key):
            self.reading_screen.hear()
        await super().on_event(event)

    def on_unmount(self) -> None:
        self._ended.set()

    # --- messages ------------------------------------------------------------------------------------------------
    def on_keeping_app_noted(self, message: Noted) -> None:
        if message.article is self.article:
            self.reading_screen.show_notes()

    def on_keeping_app_trouble(self, message: Trouble) -> None:
        self.reading_screen.tell_trouble(message.trouble)

    def on_corrected(self, _: Corrected) -> None:
        self.reading_screen.await_findings()
        self.analyse_again(changed=False)

    # --- the file ------------------------------------------------------------------------------------------------
    def _look_on(self, watch: Watch) -> None:
        """Runs in a thread of its own until the app ends."""
        from reader.tui.loading import load_file_beside

        def load() -> Article:
            whole = load_file_beside(watch.path)
            self.reading_screen.pane.prepare(whole.article, whole.outline)
            return whole.article

        def tell(article: Article) -> bool:
            from reader.library.edits import moved

            before = self.article
            if article.sha256 == before.sha256:
                return False
            self.send(self.Changed(article, before, moved(before.text, article.text)))
            return True

        follow(watch, self._ended, load, tell, lambda words: self.send(self.Trouble(clean_line(words))))

    def on_keeping_app_changed(self, message: Changed) -> None:
        if message.before is not self.article:
            return  # its opening has become the whole meanwhile: at the next look
        self.reading_screen.keep_session()
        self.article = message.article
        self.reading_screen.change_article(message.article, message.moved)
        self.reading_screen.say("the file has changed: this is how it is now")
        if (words := words_at_once(message.article)) is not None:
            self.reading_screen.set_words(words)
        self.analyse_again(changed=True)
