"""Work beside the screen, without making a key wait."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SWITCH_SECONDS = 0.0005
"""Python's threads take turns this often: with its usual 5 ms every key would wait."""


@contextmanager
def short_turns() -> Iterator[None]:
    """While it lasts, threads take turns often."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
