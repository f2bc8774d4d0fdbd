"""Readings to a stream, each written before the next one is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from reader.export.json import as_json
from reader.reading import Reading


def write_json_lines(readings: Iterable[Reading], out: IO[str]) -> None:
    """One object a line, flushed as it comes."""
    for reading in readings:
        out.write(as_json(reading) + "\n")
        out.flush()


def write_json(readings: Iterable[Reading], out: IO[str], *, several: bool) -> None:
    """One object, or with `several` an array of them (also when only one, or none, could be read)."""
    if not several:
        for reading in readings:
            out.write(as_json(reading, indent=1) + "\n")
        return
    separator = "[\n"
    for reading in readings:
        out.write(separator + as_json(reading))
        separator = ",\n"
    out.write("\n]\n" if separator == ",\n" else "[]\n")
