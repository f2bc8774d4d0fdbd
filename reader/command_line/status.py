"""How a command ends: exit statuses, and the one line that is said when something is wrong."""

from __future__ import annotations

import sys
from contextlib import suppress

from reader.errors import ReaderError

DONE, FAILED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130
"""128 + SIGINT, as shells count."""


def complain(error: ReaderError) -> None:
    """Say on standard error what is wrong, in one line."""
    tell(f"reader: {error}")


def tell(line: str) -> None:
    """Write a line on standard error, or go on when that is not possible: it is no reason to lose what is done."""
    from reader.article.clean import clean_line  # here: it is not needed when all goes well

    with suppress(OSError):
        print(clean_line(line), file=sys.stderr)  # noqa: T201
