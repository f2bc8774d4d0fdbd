"""`reader ARTICLE` and `reader`: read an article on the screen, or choose one first."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reader import __version__
from reader.command_line.parser import Parser, add_engine, add_kind, add_rules, asked_rules, load_engine
from reader.command_line.status import DONE
from reader.command_line.streams import is_terminal
from reader.errors import ReaderError
from reader.settings import load_settings


def run_reading(arguments: Sequence[str]) -> int:
    """Read an article until the reader has enough; the exit status."""
    options = _parser().parse_args(arguments)

    from reader.article.load import open_article

    settings = load_settings()
    asked = asked_rules(options.rules)
    engine = load_engine(options, settings)
    piped = options.article == "-" or (options.article is None and not is_terminal(sys.stdin))
    article, whole = None, None
    if piped or options.article is not None:
        article, whole = open_article("-" if piped else options.article, markdown=options.markdown)
    _need_terminal()

    from reader.chapters.starting import Readers
    from reader.library.keeping import Keeping
    from reader.library.library import open_library, resumed
    from reader.tui.live_rules import LiveRules
    from reader.tui.loading import Loading
    from reader.tui.run import choose, run_reader

    keeping = Keeping(open_library(wanted=not options.no_state))
    with _ending_in_order() as ended_by:
        if article is None:
            path = choose(options.theme, settings, keeping.library.recents())
            if path is None:
                return 128 + ended_by[0] if ended_by else DONE
            article, whole = open_article(path)
        session, article, whole = resumed(keeping.library, article, whole)
        status = run_reader(
            article,
            theme=options.theme,
            width=options.width,
            settings=settings,
            keeping=keeping,
            session=session,
            rules=LiveRules(asked, names_of=engine),
            load=Loading(whole) if whole is not None else None,
            chapters=Readers(engine),
        )
    return 128 + ended_by[0] if ended_by else status


def _parser() -> Parser:
    parser = Parser(
        prog="reader",
        description="Close reading of news in the terminal: who said what, who is named, what matters.",
        epilog="Also: 'reader export ARTICLE…' writes what was found as JSON; 'reader rules check FILE…' tests rules, "
        "'reader rules schema' is their JSON Schema; 'reader themes' lists the themes.",
    )
    parser.add_argument("article", nargs="?", help="a text or Markdown file; '-' is standard input; none: choose one")
    add_kind(parser)
    add_rules(parser)
    add_engine(parser)
    parser.add_argument("--theme", metavar="NAME", help="see 'reader themes'")
    parser.add_argument("--width", type=_width, metavar="N", help="columns of the text, at least 20")
    parser.add_argument("--no-state", action="store_true", help="keep nothing, and take nothing up from before")
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    return parser


@contextmanager
def _ending_in_order() -> Iterator[list[int]]:
    """While the screen is up, SIGTERM and SIGHUP give the terminal back before the program ends; the ones that came.

    They go the way of SIGINT, which asyncio takes for a request to end what runs.
    """
    came: list[int] = []

    def end(number: int, _: object) -> None:
        came.append(number)
        if len(came) == 1:
            signal.raise_signal(signal.SIGINT)

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
    # Started in the background of a script, SIGINT is ignored, and asyncio would not take it.
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield came
    except KeyboardInterrupt:  # before asyncio was there to take it
        if not came:
            raise
        raise SystemExit(128 + came[0]) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _width(value: str) -> int:
    try:
        width = int(value)
    except ValueError:
        width = 0
    if not 20 <= width <= 1000:
        raise argparse.ArgumentTypeError(f"'{value}' is no number of columns from 20 to 1000")
    return width


def _need_terminal() -> None:
    """Make sure that there is a screen to write on and a keyboard to read, whatever the standard streams are.

    The screen is drawn on what Python calls `sys.__stderr__`, and keys come from `sys.__stdin__`.
    """
    if not is_terminal(sys.stdout):
        raise ReaderError("standard output is no terminal (to write what was found to a pipe: reader export ARTICLE)")
    if os.environ.get("TERM", "") in ("", "dumb"):
        raise ReaderError("this terminal cannot place text (set TERM, for instance TERM=xterm-256color)")
    if not is_terminal(sys.__stderr__):
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]
    if not is_terminal(sys.stdin):
        try:
            terminal = os.open("/dev/tty", os.O_RDWR)
        except OSError as error:
            raise ReaderError("there is no terminal to take keys from") from error
        os.dup2(terminal, 0)
        os.close(terminal)
        if sys.__stdin__ is None:
            sys.__stdin__ = os.fdopen(0, closefd=False)  # type: ignore[misc]
