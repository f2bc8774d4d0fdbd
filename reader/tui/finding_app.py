"""What of the app finds things in its article: the thread that analyses, and what it tells the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from textual.message import Message

from reader.article.model import Article
from reader.errors import ReaderError
from reader.tui.entries import ENTITIES, POINTS, QUOTES, RULES
from reader.tui.header_text import LOADING, words_at_once
from reader.tui.keeping_app import KeepingApp
from reader.tui.live_rules import LiveRules
from reader.tui.marks import Marked
from reader.tui.reading_screen import ReadingScreen
from reader.tui.turns import give_back, uncollected

if TYPE_CHECKING:
    from reader.chapters.long_reading import LongReading
    from reader.chapters.process import ChapterReader, Progress
    from reader.chapters.starting import Readers
    from reader.reading import Reading
    from reader.rules.model import RuleSet
    from reader.tui.guide import Guide
    from reader.tui.loading import Whole

_BESIDE = 150_000
"""Characters up to which an article is read here, beside the screen, where no process can do it."""


class FindingApp(KeepingApp, inherit_bindings=False):
    """Has its article read in a thread beside the screen, and shows what is found."""

    class Loaded(Message):
        """The whole of the article."""

        def __init__(self, article: Article) -> None:
            super().__init__()
            self.article = article

    class NotLoaded(Message):
        """Why the rest of the article cannot be read."""

        def __init__(self, error: ReaderError) -> None:
            super().__init__()
            self.error = error

    class Counted(Message):
        """How many words the article has."""

        def __init__(self, words: int) -> None:
            super().__init__()
            self.words = words

    class Ready(Message):
        """What was found in it."""

        def __init__(self, guide: Guide, errors: Sequence[ReaderError]) -> None:
            super().__init__()
            self.guide, self.errors = guide, errors

    class Ruled(Message):
        """What is found now that the rules are others."""

        def __init__(self, guide: Guide, errors: Sequence[ReaderError], *, reloaded: bool) -> None:
            super().__init__()
            self.guide, self.errors, self.reloaded = guide, errors, reloaded

    class Came(Message):
        """How far the reading of a long article has come."""

        def __init__(self, sign: str) -> None:
            super().__init__()
            self.sign = sign

    class Failed(Message):
        """Why nothing was, or nothing more."""

        def __init__(self, message: str) -> None:
            super().__init__()
            self.message = message

    article: Article
    reading_screen: ReadingScreen

    # --- for the subclass ----------------------------------------------------------------------------------------
    def find_by(
        self,
        analyse: LiveRules | Callable[[Article], Reading],
        load: Callable[[], Whole] | None,
        chapters: Readers | None,
    ) -> None:
        """How the article is loaded and read; `ReaderApp` says what each of them is."""
        self._analyse = analyse
        self._load = load
        self._chapters = chapters
        self._stop_chapters: Callable[[], None] | None = None
        self._rules = analyse if isinstance(analyse, LiveRules) else None
        self.error: ReaderError | None = None
        """Why the app has ended, if it was not the reader's wish."""
        self._found: LongReading | None = None  # in chapters, so far
        self._at_work = threading.Lock()
        if self._rules is not None:
            self._rules.put_right, self._rules.read_again = self.put_right, self._read_again
        if load is not None:
            self.reading_screen.sign = LOADING

    # --- beginning and ending ------------------------------------------------------------------------------------
    def on_mount(self) -> None:
        if (words := words_at_once(self.article)) is not None:
            self.reading_screen.set_words(words)
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        if self._stop_chapters is not None:
            self._stop_chapters()
        if self._rules is not None:
            self._rules.end()

    def analyse_again(self, *, changed: bool) -> None:
        if changed:
            self._load = None
            if self._stop_chapters is not None:
                self._stop_chapters()
            if self._rules is not None:
                self._rules.close()  # until they begin again with the article as it is now
        if changed or self._rules is None:
            self._begin()
        else:
            self._rules.switch({})

    # --- analysis beside the screen ------------------------------------------------------------------------------
    def _begin(self) -> None:
        threading.Thread(target=self._work, name="analysis", daemon=True).start()

    def _work(self) -> None:
        """Runs in its own thread; what it finds comes to the app as a message. Quitting does not wait for it."""
        try:
            with self._at_work:  # one after the other, so that what is found last is what is shown
                self._find()
                if self._rules is not None:
                    self._follow(self._rules)
        except ReaderError as error:
            self.send(self.NotLoaded(error))
        except Exception as error:
            self.send(self.Failed(f"nothing could be found in it ({type(error).__name__}: {error})"))

    def _find(self) -> None:
        self._found = None
        with uncollected():
            article = self._whole()
        self.kept_of(article)
        is_short = len(article.text) <= _BESIDE
        # What has been put right is best seen at once, which takes the study of the whole.
        if self._chapters is not None and not (is_short and self.keeping.corrections):
            if self._rules is not None:
                self._rules.load(article)
            from reader.tui.item_words import measures_of

            rules = self._rules.rules if self._rules is not None else None
            try:
                self._read_chapters(self._chapters(rules, measure=measures_of), article)
            except (OSError, RuntimeError) as error:  # there is no process, or it has ended
                if self._found is not None:
                    self.send(self.Failed(f"the rest could not be read: {error}"))
                    return
                if not is_short:
                    raise
            else:
                return
        errors: Sequence[ReaderError] = ()
        with uncollected():
            if isinstance(self._analyse, LiveRules):
                reading, errors, _ = self._analyse.start(article)
            else:
                reading = self._analyse(article)
        self.send(self.Ready(self._guide_to(reading), errors))

    def _whole(self) -> Article:
        """The article, loaded if it is not yet; how many words it has is told as well."""
        article = self.article
        words: int | None = None
        if self._load is not None:
            article, outline, words = self._load()
            self.reading_screen.pane.prepare(article, outline)
            self._load = None
            self.send(self.Loaded(article))
        if words_at_once(article) is None:
            self.send(self.Counted(article.words if words is None else words))
        return article

    def _read_chapters(self, chapters: ChapterReader, article: Article) -> None:
        """What is found, more and more of it; then the rules can be others."""
        errors = self._rules.errors if self._rules is not None else ()
        for progress in self._progress(chapters, article):
            if progress.reading is not None:
                self.send(self.Ready(self._guide_to(progress.reading), errors))
        if self._rules is not None and self.keeping.corrections:
            self._rules.switch({})  # what chapters find is put right when all of it is there

    def _read_again(self, rules: RuleSet, off: Set[str]) -> Reading | None:
        """What is found in a long article with other rules; None where it is not long, or somebody put right what was
        found, which chapters know nothing of."""
        from reader.chapters.division import WHOLE
        from reader.reading import Reading
        from reader.tui.item_words import measures_of

        article = self.article
        if self._chapters is None or self._rules is None or len(article.text) <= WHOLE or self.keeping.corrections:
            return None
        for progress in self._progress(self._chapters(rules, off, measures_of), article):
            if progress.reading is not None and progress.sign:
                self.send(self.Ruled(self._guide_to(progress.reading), self._rules.errors, reloaded=False))
        return self._found or Reading(article)

    def _progress(self, chapters: ChapterReader, article: Article) -> Iterator[Progress]:
        """How far the reading comes, chapter by chapter, until all is read or rules are to be others; what was found
        before holds where it has not come yet."""
        self._stop_chapters = chapters.stop
        before = self._found.chapters if self._found is not None else {}
        told: str | None = None
        for progress in chapters.read(article, lambda: self.reading_screen.pane.top, before):
            if progress.reading is not None:
                self._go_on_from(progress.reading)
            yield progress
            if progress.reading is not None or progress.sign != told:
                told = progress.sign
                self.send(self.Came(told))
            # What was put right waits for the last chapter: chapters know nothing of it.
            if self._found is not None and not self.keeping.corrections and self._rules and self._rules.is_asked:
                chapters.stop()
        give_back()

    def _go_on_from(self, found: LongReading) -> None:
        """Have the rules applied to this, when they are others."""
        from reader.analysis.model import Analysis

        self._found = found
        if self._rules is not None:
            self._rules.adopt(Analysis(found.quotes, found.entities, found.key_points))

    def _guide_to(self, reading: Reading) -> Guide:
        """A guide with long lists made already, so that no key waits for them."""
        from reader.tui.guide import Guide

        with uncollected():
            guide = Guide(reading)
            shown = self.reading_screen.list_name
            for name in (QUOTES, ENTITIES, POINTS, *([shown] if shown.startswith(RULES) else [])):
                guide.entries(name, self.reading_screen.items.line_width)
            top = self.reading_screen.pane.top
            guide.marks(top, top + 1, Marked())  # which opens the chapter that is shown
        return guide

    def _follow(self, rules: LiveRules) -> None:
        """Until the app ends, what the rules find whenever they are others."""
        try:
            for applied in rules.follow():
                guide = self._guide_to(applied.reading)
                self.send(self.Ruled(guide, applied.errors, reloaded=applied.reloaded))
        except Exception as error:  # what has been found stays
            self.send(self.Failed(f"the rules cannot be applied again ({type(error).__name__}: {error})"))

    # --- what it tells the screen --------------------------------------------------------------------------------
    def on_finding_app_loaded(self, message: Loaded) -> None:
        self.article = message.article
        self.reading_screen.set_article(message.article)

    def on_finding_app_not_loaded(self, message: NotLoaded) -> None:
        self.error = message.error
        self.exit()

    def on_finding_app_counted(self, message: Counted) -> None:
        self.reading_screen.set_words(message.words)

    def on_finding_app_ready(self, message: Ready) -> None:
        if message.guide.reading.article.sha256 != self.article.sha256:
            return  # the file has changed meanwhile
        self.reading_screen.set_guide(message.guide)
        self.reading_screen.set_rule_errors(message.errors)

    def on_finding_app_came(self, message: Came) -> None:
        self.reading_screen.set_sign(message.sign)

    def on_finding_app_ruled(self, message: Ruled) -> None:
        if message.guide.reading.article.sha256 == self.article.sha256:
            self.reading_screen.set_rules(message.guide, message.errors, reloaded=message.reloaded)

    def on_finding_app_failed(self, message: Failed) -> None:
        self.reading_screen.set_sign(message.message)
