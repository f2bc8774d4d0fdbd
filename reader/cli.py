"""The command line: which command is meant, and how it ends."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence

from reader.command_line.status import DONE, FAILED, INTERRUPTED, complain
from reader.command_line.streams import forget_standard_output, take_up_closed_streams
from reader.errors import ReaderError

_OBJECTS = 50_000
"""Objects made between two looks for circles of objects. With its usual 700 Python looks a hundred times while it
starts and five times while it draws a picture, for the sake of a few objects a minute."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status of the contract (DESIGN.md)."""
    gc.set_threshold(_OBJECTS, 10, 10)
    take_up_closed_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        run, rest = _command(arguments)
        return run(rest)
    except ReaderError as error:
        complain(error)
        return FAILED
    except BrokenPipeError:
        forget_standard_output()  # whoever read it has gone
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _command(arguments: list[str]) -> tuple[Callable[[Sequence[str]], int], list[str]]:
    """The command that is meant, which alone is imported, and its arguments."""
    match arguments:
        case ["export", *rest]:
            from reader.command_line.export import run_export

            return run_export, rest
        case ["rules", *rest]:
            from reader.command_line.rules import run_rules

            return run_rules, rest
        case ["themes", *rest]:
            from reader.command_line.themes import run_themes

            return run_themes, rest
    from reader.command_line.reading import run_reading

    return run_reading, arguments
