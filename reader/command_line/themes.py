"""`reader themes`: the themes, with a swatch."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reader.command_line.parser import Parser
from reader.command_line.status import DONE
from reader.command_line.streams import standard_output


def run_themes(arguments: Sequence[str]) -> int:
    """List the themes; the exit status."""
    parser = Parser(prog="reader themes", description="List the themes, with a swatch.")
    parser.parse_args(arguments)

    from reader.tui.theme_files import list_themes

    with standard_output() as out:
        out.write(list_themes(colour=out.isatty() and not os.environ.get("NO_COLOR")))
    return DONE
