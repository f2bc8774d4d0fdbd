"""Where the command line enters the screen."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rich.color import ColorSystem

from reader.article.model import Article
from reader.errors import ReaderError
from reader.settings import Settings
from reader.tui.early import early_screen
from reader.tui.early_picture import first_picture
from reader.tui.few_colours import color_system, suited
from reader.tui.header_text import LOADING, READING
from reader.tui.theme_files import load_theme
from reader.tui.themes import ReaderTheme, default_theme
from reader.tui.turns import uncollected

if TYPE_CHECKING:
    from reader.chapters.starting import Readers
    from reader.library.keeping import Keeping
    from reader.library.model import Recent
    from reader.library.session import Session
    from reader.tui.live_rules import LiveRules
    from reader.tui.loading import Loading

DEFAULT_MEASURE = 72


def theme_or_default(name: str | None) -> ReaderTheme:
    """The theme called `name`, or the one that suits the terminal; ReaderError when it is not there or not right."""
    few = color_system() is ColorSystem.STANDARD
    return suited(load_theme(name or default_theme(os.environ.get("COLORFGBG"), few_colours=few)))


def _theme(told: str | None, session: Session | None, settings: Settings) -> ReaderTheme:
    if told is None and session is not None and session.theme is not None:
        with suppress(ReaderError):  # it is not there any more
            return suited(load_theme(session.theme))
    try:
        return theme_or_default(told or settings.theme)
    except ReaderError as error:
        if told is None and error.file is None:  # there is none of that name
            raise ReaderError(f"{settings.theme_place}: {error.message}") from error
        raise


def _measure(told: int | None, session: Session | None, settings: Settings) -> int | None:
    """The column's width in cells; None: as wide as the pane."""
    if told is None and session is not None and session.width is not None:
        return session.width or None
    return told or settings.width or DEFAULT_MEASURE


def _keys(settings: Settings) -> Mapping[str, tuple[str, ...]]:
    if not settings.keys:
        return {}
    from reader.tui.keymap import checked_keys

    return checked_keys(settings.keys)


def run_reader(
    article: Article,
    *,
    theme: str | None,
    width: int | None,
    rules: LiveRules,
    settings: Settings = Settings(),  # noqa: B008 (immutable)
    load: Loading | None = None,
    chapters: Readers | None = None,
    keeping: Keeping | None = None,
    session: Session | None = None,
) -> int:
    """Read an article on the screen until the reader quits; the exit status.

    The article is shown at once; it is analysed, and `rules` are applied, beside the screen. `load` gives the whole of
    the article where `article` is only its opening; it and `chapters` have a process of their own each. `keeping` is
    what outlives the session, and `session` where to begin. `theme` and `width` (of the column, in cells) are what the
    command line says; else what was chosen before in this article, the settings, the terminal.
    Raises ReaderError, before anything is drawn, when the theme is not there or not right, or when `load` does.
    """
    measure = _measure(width, session, settings)
    checked = _theme(theme, session, settings)
    keys = _keys(settings)
    place = (session.top, session.cursor) if session is not None else (0, 0)
    sign = LOADING if load else READING
    picture = partial(first_picture, article, checked.look(), measure, sign, place=place)
    with early_screen(lambda size: picture(*size), keys=not keys) as terminal:
        if load is not None:
            load.begin()
        if chapters is not None:
            chapters.get_ready()
        with uncollected():
            from reader.tui.app import ReaderApp  # now: Textual is what takes long
            from reader.tui.steady_driver import steadied

        app = ReaderApp(
            article, checked, rules, measure, load=load, chapters=chapters, keeping=keeping, session=session
        )
        app.use_keys(keys)
        app.driver_class = steadied(app.driver_class)
        if terminal is not None:
            pane = app.reading_screen.pane
            app.driver_class = terminal.driver(app.driver_class, lambda it: pane.begin_with(it.layout, it.shown))
        try:
            app.run(mouse=settings.mouse)
        finally:
            if load is not None:
                load.end()
            if chapters is not None:
                chapters.end()
            if keeping is not None:
                app.reading_screen.keep_session()
                keeping.library.close()
    if app.error is not None:
        raise app.error
    return app.return_code or 0


def choose(theme: str | None, settings: Settings, recents: Sequence[Recent]) -> str | None:
    """Let the reader choose an article: those read last, those in the current folder, the samples; None when none is.

    `theme` is what the command line says, before the settings."""
    from reader.tui.chooser import ChooserApp
    from reader.tui.steady_driver import steadied

    app = ChooserApp(_theme(theme, None, settings), Path(), recents=recents)
    app.driver_class = steadied(app.driver_class)
    return app.run(mouse=settings.mouse)
