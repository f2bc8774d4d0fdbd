"""The rules in use: applied to an article that is analysed once, and again whenever they are switched or their files
change. All but `switch` and `close` run in the thread that analyses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.analysis.analyse import NameFinder
    from reader.analysis.model import Analysis
    from reader.article.model import Article
    from reader.read import Study
    from reader.reading import Reading
    from reader.rules.load import Loaded
    from reader.rules.model import RuleSet

_BETWEEN = 1.0
"""Seconds between two looks at the files: a look is a call of the system for each."""
_SETTLING = 0.15
"""Seconds for which a file that has changed must stay as it is: an editor may still be writing it."""

Stamp = tuple[tuple[int, int, int] | None, ...]


class Applied(NamedTuple):
    """What the rules now find."""

    reading: Reading
    errors: tuple[ReaderError, ...]
    """What is wrong with the rule files."""
    reloaded: bool
    """Whether the files were read again, not only rules switched."""


class LiveRules:
    """The rules over one article: those of the files that go with it and of those that were asked for."""

    def __init__(
        self,
        asked: Sequence[Path] = (),
        *,
        names_of: NameFinder | None = None,
        config: Path | None = None,
        between: float = _BETWEEN,
        settling: float = _SETTLING,
    ) -> None:
        """`names_of` finds the names when the article is analysed; `config` is the folder of the user's configuration,
        where it is not the usual one. Seconds: `between` two looks at the files, `settling` once one changes."""
        self._asked, self._names_of, self._config = tuple(asked), names_of, config
        self._between, self._settling = between, settling
        self._orders: SimpleQueue[Mapping[str, bool] | None] = SimpleQueue()
        self._switched: dict[str, bool] = {}
        self._article: Article | None = None
        self.put_right: Callable[[Study], Study] = lambda study: study
        """Applies the reader's corrections to what was found, before the rules look at it."""
        self.read_again: Callable[[RuleSet, Set[str]], Reading | None] = lambda rules, off: None
        """Has a long article read again with these rules, those in `off` off, in another process; None: it is to be
        done here, which takes a hundred times the article in memory."""
        self._study: Callable[[], Study] | None = None
        self._loaded: Loaded | None = None
        self._stamp: Stamp = ()
        self._seen: Stamp | None = None
        self._ended = False

    # --- from any thread -----------------------------------------------------------------------------------------
    def switch(self, on: Mapping[str, bool]) -> None:
        """Rules on or off by their ids, whatever their files say; a reload does not change it."""
        self._orders.put(dict(on))

    def close(self) -> None:
        """No more of it, until it is started again."""
        self._orders.put(None)

    def end(self) -> None:
        """No more of it at all."""
        self._ended = True
        self.close()

    # --- from the thread that analyses ---------------------------------------------------------------------------
    @property
    def rules(self) -> RuleSet | None:
        """Those that are loaded, but for the program's own; None when there are none."""
        return self._loaded.rules if self._loaded is not None else None

    @property
    def errors(self) -> tuple[ReaderError, ...]:
        """What is wrong with the rule files."""
        return self._loaded.errors if self._loaded is not None else ()

    @property
    def is_asked(self) -> bool:
        """Whether rules are to be others than those that are being applied, or not to be applied any more."""
        return self._ended or not self._orders.empty() or self._has_changed()

    def load(self, article: Article) -> None:
        """Load the rules for an article; what was closed before begins again."""
        self._article = article
        for order in self._waiting():
            self._switched |= order or {}
        self._reload()

    def start(self, article: Article) -> Applied:
        """Load the rules for an article, analyse it, and apply them."""
        from reader.read import study

        self.load(article)
        studied = study(article, names_of=self._names_of)
        self._study = lambda: studied
        return self._apply(reload=False)

    def adopt(self, analysis: Analysis) -> None:
        """Go on from an analysis of the article that others made, with the rules as they are loaded."""
        article = self._article
        assert article is not None

        @cache  # not before a rule changes: until then nothing of the analysis is needed here
        def study() -> Study:
            from reader.language.prose import read_prose
            from reader.read import Study

            return Study(read_prose(article), analysis)

        self._study = study

    def follow(self) -> Iterator[Applied]:
        """What the rules find, each time that it may be something else; ends when it is closed."""
        while not self._ended:
            try:
                orders = [self._orders.get(timeout=self._between if self._seen is None else self._settling)]
                orders += self._waiting()
            except Empty:
                if self._has_changed():
                    yield self._apply(reload=True)
                continue
            if None in orders:
                return
            for order in orders:
                self._switched |= order or {}
            yield self._apply(reload=False)

    def _waiting(self) -> list[Mapping[str, bool] | None]:
        orders = []
        while not self._orders.empty():
            orders.append(self._orders.get())
        return orders

    def _has_changed(self) -> bool:
        """Whether a file is another one than was read, and has come to rest."""
        now = _stamp(self._watched())
        self._seen, before = (None if now == self._stamp else now), self._seen
        return self._seen is not None and self._seen == before

    def _watched(self) -> tuple[Path, ...]:
        """The files that were read, and where one might come to be (a folder is another when a file is added)."""
        from reader.rules.discover import BESIDE, FOLDER
        from reader.user_folders import config_folder

        assert self._article is not None
        path, config = self._article.path, self._config or config_folder()
        places = [config / FOLDER] if config is not None else []
        places += [Path(path).parent / BESIDE] if path != "-" else []
        return (*(self.rules.files if self.rules is not None else ()), *places)

    def _reload(self) -> None:
        from reader.rules.discover import rules_for
        from reader.rules.load import Loaded
        from reader.rules.model import RuleSet

        assert self._article is not None
        # Looked at before they are read, so that what is written meanwhile is seen the next time.
        watched = self._watched()
        early = _stamp(watched)
        try:
            self._loaded = rules_for(self._article, self._asked, self.rules, self._config)
        except ReaderError as error:
            self._loaded = Loaded(self.rules or RuleSet(), (error,))
        self._seen = None
        self._stamp = early if self._watched() == watched else _stamp(self._watched())

    def _apply(self, *, reload: bool) -> Applied:
        from reader.read import apply
        from reader.rules.model import RuleSet

        if reload:
            self._reload()
        assert self._study is not None
        on = [id_ for id_, is_on in self._switched.items() if is_on]
        off = frozenset(self._switched) - frozenset(on)
        rules = (self.rules or RuleSet()).switched(on=on, off=off)
        # Off once more in `apply`, for the program's own, which lie under those of every file.
        reading = self.read_again(rules, off) or apply(self.put_right(self._study()), rules, off)
        return Applied(reading, self.errors, reload)


def _stamp(files: Sequence[Path]) -> Stamp:
    return tuple(_stamp_of(file) for file in files)


def _stamp_of(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)
