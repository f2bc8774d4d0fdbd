"""`reader rules`: check rule files, print the JSON Schema of their language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from reader.article.clean import clean_line
from reader.command_line.parser import Parser
from reader.command_line.status import DONE, FAILED, complain, tell
from reader.command_line.streams import standard_output
from reader.errors import ReaderError


def run_rules(arguments: Sequence[str]) -> int:
    """Check rule files or print the schema; the exit status, that of failure if a file or a test inside is wrong."""
    parser = Parser(prog="reader rules", description="Check rule files; print the JSON Schema of the language.")
    commands = parser.add_subparsers(metavar="check|schema", required=True)
    check = commands.add_parser("check", help="validate rule files and run the tests inside")
    check.add_argument("files", nargs="+", metavar="FILE", help="a YAML file, or a set of the program")
    commands.add_parser("schema", help="print a JSON Schema for editors").set_defaults(files=None)
    options = parser.parse_args(arguments)

    with standard_output() as out:
        if options.files is not None:
            return _check(options.files, out)
        from reader.rules.schema import schema_text

        out.write(schema_text())
        return DONE


def _check(files: Sequence[str], out: IO[str]) -> int:
    from reader.rules.check import check_rules, summary_of
    from reader.rules.files import find_rules
    from reader.tui.themes import ROLES

    failed = False
    for name in files:
        try:
            report = check_rules(find_rules(name), ROLES)
        except ReaderError as error:
            failed = True
            complain(error)
            continue
        for wrong in (*report.errors, *report.warnings):
            complain(wrong)
        for failure in report.failures:
            complain(failure.error)
            for line in failure.diff:
                tell(f"  {line}")
        failed = failed or not report.passed
        out.write(clean_line(f"{name}: {summary_of(report)}") + "\n")
    return FAILED if failed else DONE
