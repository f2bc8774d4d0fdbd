"""Work beside the screen, without making a key wait."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_SWITCH_SECONDS = 0.0005
"""Python's threads take turns this often: with its usual 5 ms every key would wait."""


def take_short_turns() -> None:
    """From now on threads take turns often."""
    sys.setswitchinterval(_SWITCH_SECONDS)


def give_back() -> None:
    """Give memory that is not needed any more back to the system, where the C library can."""
    import ctypes

    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def uncollected() -> Iterator[None]:
    """While it lasts, Python's collector of circles waits; what was made meanwhile it then leaves alone for good: a
    search of a long article and of all that is found in it would hold up a key for a tenth of a second."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
