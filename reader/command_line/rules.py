"""`reader rules`: check rule files, print the JSON Schema of their language."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reader.article.clean import clean_line
from reader.command_line.parser import Parser
from reader.command_line.status import DONE, FAILED, complain
from reader.errors import ReaderError


def run_rules(arguments: Sequence[str]) -> int:
    """Check rule files or print the schema; the exit status, that of failure if a file or a test inside is wrong."""
    parser = Parser(prog="reader rules", description="Check rule files; print the JSON Schema of the language.")
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
            complain(error)
            continue
        for wrong in (*report.errors, *report.warnings):
            complain(wrong)
        for failure in report.failures:
            complain(failure.error)
            sys.stderr.writelines(f"  {clean_line(line)}\n" for line in failure.diff)
        failed = failed or not report.passed
        sys.stdout.write(clean_line(f"{name}: {summary_of(report)}") + "\n")
    return FAILED if failed else DONE
