"""`reader export`: what was found in articles, written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.command_line.parser import Parser, add_engine, add_kind, add_rules, asked_rules, load_engine
from reader.command_line.status import DONE, FAILED, complain
from reader.command_line.streams import output
from reader.errors import ReaderError
from reader.settings import load_settings

if TYPE_CHECKING:
    from reader.analysis.analyse import NameFinder
    from reader.library.library import Library
    from reader.reading import Reading
    from reader.rules.model import RuleSet


def run_export(arguments: Sequence[str]) -> int:
    """Write the readings of articles; the exit status, that of failure if one of them could not be read."""
    from reader.export.stream import FORMATS, ONE_BY_ONE, write_readings

    parser = Parser(prog="reader export", description="Write what was found in articles.")
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="text or Markdown files; '-' is standard input")
    parser.add_argument("--format", choices=FORMATS, default="json", help="default: %(default)s")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--no-state", action="store_true", help="without what was put right while reading")
    add_kind(parser)
    add_rules(parser)
    add_engine(parser)
    options = parser.parse_args(arguments)
    if options.format in ONE_BY_ONE and len(options.articles) > 1:
        parser.error("an HTML page holds one article: export them one by one")

    from reader.library.library import NO_HOME, open_library

    failures: list[ReaderError] = []
    engine = load_engine(options, load_settings(), now=True)
    library = open_library(wanted=not options.no_state)
    readings = _readings(options.articles, options.markdown, asked_rules(options.rules), engine, library, failures)
    with output(options.output) as out:
        write_readings(readings, out, options.format, several=len(options.articles) > 1)
    library.close()
    if library.trouble not in ("", NO_HOME):
        complain(ReaderError(library.trouble))
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
    from reader.chapters.in_turn import read_in_turn
    from reader.rules.discover import rule_files, rules_for

    def fail(error: ReaderError) -> None:
        failures.append(error)
        complain(error)

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
        reading = read_in_turn(article, known[files], names_of=engine, corrections=corrections)
        for notice in reading.rule_notices:
            fail(ReaderError(notice, file=path))
        yield reading
