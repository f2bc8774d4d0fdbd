"""How a command ends: exit statuses, and the one line that is said when something is wrong."""

from __future__ import annotations

import sys

from reader.article.clean import clean_line
from reader.errors import ReaderError

DONE, FAILED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130
"""128 + SIGINT, as shells count."""


def complain(error: ReaderError) -> None:
    """Say on standard error what is wrong, in one line."""
    print(clean_line(f"reader: {error}"), file=sys.stderr)  # noqa: T201
