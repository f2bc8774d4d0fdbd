"""Where the command line enters the screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article.model import Article
from reader.tui.themes import ReaderTheme, default_theme, load_theme

if TYPE_CHECKING:
    from reader.reading import Reading

DEFAULT_MEASURE = 72


def theme_or_default(name: str | None) -> ReaderTheme:
    """The theme called `name`, or the one that suits the terminal; ReaderError when it is not there or not right."""
    return load_theme(name or default_theme(os.environ.get("COLORFGBG")))


def run_reader(article: Article, *, theme: str | None, width: int | None, analyse: Callable[[Article], Reading]) -> int:
    """Read an article on the screen until the reader quits; the exit status.

    The article is shown at once; `analyse` runs beside the screen. `width` is the column's in cells (None: 72).
    Raises ReaderError, before anything is drawn, when the theme is not there or not right.
    """
    from reader.tui.app import ReaderApp

    app = ReaderApp(article, theme_or_default(theme), analyse, width or DEFAULT_MEASURE)
    app.run()
    return app.return_code or 0


def choose(*, theme: str | None, folder: Path | None = None) -> str | None:
    """Let the reader choose an article: those in `folder` (the current one), then the samples; None when none is."""
    from reader.tui.chooser import ChooserApp

    return ChooserApp(theme_or_default(theme), folder or Path()).run()
