"""The command line: what it takes, what it runs, and the one line that it says when something is wrong."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from reader import __version__
from reader.article.clean import clean_line
from reader.errors import ReaderError
from reader.settings import ENGINES, SPACY, Settings, load_settings

if TYPE_CHECKING:
    from reader.analysis.analyse import NameFinder
    from reader.chapters.process import ChapterReader
    from reader.library.library import Library
    from reader.reading import Reading
    from reader.rules.model import RuleSet

DONE, FAILED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130
"""128 + SIGINT, as shells count."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status of the contract (DESIGN.md)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    commands = {"export": _export, "rules": _rules, "themes": _themes}
    try:
        if arguments and arguments[0] in commands:
            return commands[arguments[0]](arguments[1:])
        return _read(arguments)
    except ReaderError as error:
        _complain(error)
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _complain(error: ReaderError) -> None:
    print(clean_line(f"reader: {error}"), file=sys.stderr)  # noqa: T201


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        """One line, as the contract has it."""
        self.exit(WRONG_USAGE, clean_line(f"reader: {message} (try '{self.prog} --help')") + "\n")


# --- reader ARTICLE -----------------------------------------------------------------------------------------------
def _read(arguments: Sequence[str]) -> int:
    parser = _Parser(
        prog="reader",
        description="Close reading of news in the terminal: who said what, who is named, what matters.",
        epilog="Also: 'reader export ARTICLE…' writes what was found as JSON; 'reader rules check FILE…' tests rules, "
        "'reader rules schema' is their JSON Schema; 'reader themes' lists the themes.",
    )
    parser.add_argument("article", nargs="?", help="a text or Markdown file; '-' is standard input; none: choose one")
    _add_kind(parser)
    _add_rules(parser)
    _add_engine(parser)
    parser.add_argument("--theme", metavar="NAME", help="see 'reader themes'")
    parser.add_argument("--width", type=_width, metavar="N", help="columns of the text, at least 20")
    parser.add_argument("--no-state", action="store_true", help="keep nothing, and take nothing up from before")
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    options = parser.parse_args(arguments)

    from reader.article.load import open_article

    settings = load_settings()
    asked = _asked_rules(options.rules)
    engine = _load_engine(options, settings)
    piped = options.article == "-" or (options.article is None and not sys.stdin.isatty())
    article, load = None, None
    if piped or options.article is not None:
        article, load = open_article("-" if piped else options.article, markdown=options.markdown)
    _need_terminal()

    from reader.library.keeping import Keeping
    from reader.library.library import open_library, resumed
    from reader.tui.live_rules import LiveRules
    from reader.tui.run import choose, run_reader

    keeping = Keeping(open_library(wanted=not options.no_state))
    with _ending_in_order() as ended_by:
        if article is None:
            path = choose(theme=options.theme or settings.theme, recents=keeping.library.recents())
            if path is None:
                return 128 + ended_by[0] if ended_by else DONE
            article, load = open_article(path)
        session, article, load = resumed(keeping.library, article, load)
        status = run_reader(
            article,
            theme=options.theme,
            width=options.width,
            settings=settings,
            keeping=keeping,
            session=session,
            rules=LiveRules(asked, names_of=engine),
            load=load,
            chapters=lambda rules: _chapters(rules, engine),
        )
    return 128 + ended_by[0] if ended_by else status


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
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _chapters(rules: RuleSet | None, engine: NameFinder | None) -> ChapterReader:
    from reader.chapters.process import ChapterReader
    from reader.chapters.worker import Method

    return ChapterReader(Method(rules, engine))


def _add_kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as",
        dest="markdown",
        type=_kind,
        metavar="text|markdown",
        help="what the input is, when its name or content does not tell",
    )


def _kind(value: str) -> bool:
    if value not in ("text", "markdown"):
        raise argparse.ArgumentTypeError(f"'{value}' is neither text nor markdown")
    return value == "markdown"


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="FILE",
        help="rules to apply over those of your folder and beside the article: a YAML file, or a set of the program: "
        "hedging, loaded, numbers, passive, timeline, unsourced, vague (repeatable)",
    )


def _add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", choices=ENGINES, help="what finds the names (spacy: pip install 'reader[spacy]')")
    parser.add_argument("--model", metavar="NAME", help="spaCy's model: a package, or the path of a folder")


def _load_engine(options: argparse.Namespace, settings: Settings) -> NameFinder | None:
    """The engine that was asked for; None for the program's own."""
    if (options.engine or settings.engine) != SPACY and options.model is None:
        return None
    from reader.analysis.entities.spacy_engine import spacy_engine

    return spacy_engine(options.model or settings.model)


def _asked_rules(names: Sequence[str]) -> tuple[Path, ...]:
    """The rule files that are named; ReaderError when one of them is not there or not right."""
    if not names:
        return ()  # and nothing of the rules is imported before the first paint
    from reader.rules.files import find_rules
    from reader.rules.load import load_rules

    paths = tuple(find_rules(name) for name in names)
    load_rules(paths)
    return paths


def _width(value: str) -> int:
    try:
        width = int(value)
    except ValueError:
        width = 0
    if not 20 <= width <= 1000:
        raise argparse.ArgumentTypeError(f"'{value}' is no number of columns from 20 to 1000")
    return width


def _need_terminal() -> None:
    """Make sure that there is a screen to write on and a keyboard to read, also when standard input was a pipe."""
    if not sys.stdout.isatty():
        raise ReaderError("standard output is no terminal (to write what was found to a pipe: reader export ARTICLE)")
    if os.environ.get("TERM", "") in ("", "dumb"):
        raise ReaderError("this terminal cannot place text (set TERM, for instance TERM=xterm-256color)")
    if not sys.stdin.isatty():
        try:
            terminal = os.open("/dev/tty", os.O_RDWR)
        except OSError as error:
            raise ReaderError("there is no terminal to take keys from") from error
        os.dup2(terminal, 0)
        os.close(terminal)


# --- reader export ------------------------------------------------------------------------------------------------
def _export(arguments: Sequence[str]) -> int:
    from reader.export.stream import FORMATS, write_readings

    parser = _Parser(prog="reader export", description="Write what was found in articles.")
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="text or Markdown files; '-' is standard input")
    parser.add_argument("--format", choices=FORMATS, default="json", help="default: %(default)s")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--no-state", action="store_true", help="without what was put right while reading")
    _add_kind(parser)
    _add_rules(parser)
    _add_engine(parser)
    options = parser.parse_args(arguments)

    from reader.library.library import NO_HOME, open_library

    failures: list[ReaderError] = []
    engine = _load_engine(options, load_settings())
    library = open_library(wanted=not options.no_state)
    readings = _readings(options.articles, options.markdown, _asked_rules(options.rules), engine, library, failures)
    with _output(options.output) as out:
        write_readings(readings, out, options.format, several=len(options.articles) > 1)
    library.close()
    if library.trouble not in ("", NO_HOME):
        _complain(ReaderError(library.trouble))
    return FAILED if failures else DONE


def _readings(
    paths: Sequence[str],
    markdown: bool | None,
    asked: Sequence[Path],
    engine: NameFinder | None,
    library: Library,
    failures: list[ReaderError],
) -> Iterator[Reading]:
    """Readings one after the other; what cannot be read is reported at once, collected, and passed over.

    So is what is wrong with rules, but for it the reading is there.
    """
    from reader.article.load import load_file, load_stdin
    from reader.read import read
    from reader.rules.discover import rule_files, rules_for

    def fail(error: ReaderError) -> None:
        failures.append(error)
        _complain(error)

    known: dict[object, RuleSet | None] = {}
    for path in paths:
        try:
            article = load_stdin(markdown=markdown) if path == "-" else load_file(path, markdown=markdown)
        except ReaderError as error:
            fail(error)
            continue
        files = (rule_files(article.path, asked), article.wishes)
        if files not in known:
            loaded = rules_for(article, asked)
            known[files] = loaded.rules if loaded is not None else None
            for wrong in loaded.errors if loaded is not None else ():
                fail(wrong)
        corrections = [kept.correction for kept in library.corrections(article)]
        reading = read(article, known[files], names_of=engine, corrections=corrections)
        for notice in reading.rule_notices:
            fail(ReaderError(notice, file=path))
        yield reading


@contextmanager
def _output(path: str | None) -> Iterator[IO[str]]:
    """Standard output, or a file that is replaced only when all of it has been written."""
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    target = Path(path).resolve()
    try:
        if target.exists() and not target.is_file():  # a device or a pipe: nothing to keep safe
            with target.open("w", encoding="utf-8", newline="\n") as out:
                yield out
            return
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with part.open("x", encoding="utf-8", newline="\n") as out:
                yield out
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ReaderError(f"cannot write: {error.strerror or error}", file=path) from error


# --- reader rules -------------------------------------------------------------------------------------------------
def _rules(arguments: Sequence[str]) -> int:
    parser = _Parser(prog="reader rules", description="Check rule files; print the JSON Schema of the language.")
    commands = parser.add_subparsers(metavar="check|schema", required=True)
    check = commands.add_parser("check", help="validate rule files and run the tests inside")
    check.add_argument("files", nargs="+", metavar="FILE", help="a YAML file, or a set of the program")
    commands.add_parser("schema", help="print a JSON Schema for editors").set_defaults(files=None)
    options = parser.parse_args(arguments)

    if options.files is None:
        from reader.rules.schema import schema_text

        sys.stdout.write(schema_text())
        return DONE
    from reader.rules.check import check_rules, summary_of
    from reader.rules.files import find_rules
    from reader.tui.themes import ROLES

    failed = False
    for name in options.files:
        try:
            report = check_rules(find_rules(name), ROLES)
        except ReaderError as error:
            failed = True
            _complain(error)
            continue
        for wrong in (*report.errors, *report.warnings):
            _complain(wrong)
        for failure in report.failures:
            _complain(failure.error)
            sys.stderr.writelines(f"  {clean_line(line)}\n" for line in failure.diff)
        failed = failed or not report.passed
        sys.stdout.write(clean_line(f"{name}: {summary_of(report)}") + "\n")
    return FAILED if failed else DONE


# --- reader themes ------------------------------------------------------------------------------------------------
def _themes(arguments: Sequence[str]) -> int:
    parser = _Parser(prog="reader themes", description="List the themes, with a swatch.")
    parser.parse_args(arguments)

    from reader.tui.theme_files import list_themes

    sys.stdout.write(list_themes(colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR")))
    return DONE
