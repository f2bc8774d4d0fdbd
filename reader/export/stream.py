"""Readings to a stream, each written before the next one is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import IO

from reader.export.json import as_json, written
from reader.reading import Reading

FORMATS = ("json", "jsonl", "markdown", "csv", "html", "webannotation")
ONE_BY_ONE = frozenset({"html"})
"""Those that hold one article."""


def write_readings(readings: Iterable[Reading], out: IO[str], form: str, *, several: bool) -> None:
    """Write in one of FORMATS; `several`: more than one article was asked for, even if not all could be read (never
    in one of ONE_BY_ONE)."""
    _WRITERS[form](readings, out, several)


def _write_json_lines(readings: Iterable[Reading], out: IO[str], several: bool) -> None:
    _write_objects((as_json(reading) for reading in readings), out)


def _write_json(readings: Iterable[Reading], out: IO[str], several: bool) -> None:
    if several:
        _write_array((as_json(reading) for reading in readings), out)
    else:
        _write_objects((as_json(reading, indent=1) for reading in readings), out)


def _write_annotations(readings: Iterable[Reading], out: IO[str], several: bool) -> None:
    from reader.export.web_annotation import as_annotations

    pages = (as_annotations(reading) for reading in readings)
    if several:
        _write_array((written(page) for page in pages), out)
    else:
        _write_objects((written(page, indent=1) for page in pages), out)


def _write_objects(objects: Iterable[Iterable[str]], out: IO[str]) -> None:
    """Each in its pieces, ended by a line end and flushed as it comes."""
    for pieces in objects:
        out.writelines(pieces)
        out.write("\n")
        out.flush()


def _write_array(objects: Iterable[Iterable[str]], out: IO[str]) -> None:
    """An array of them, also when only one, or none, could be read."""
    separator = "[\n"
    for pieces in objects:
        out.write(separator)
        out.writelines(pieces)
        separator = ",\n"
    out.write("\n]\n" if separator == ",\n" else "[]\n")


def _write_markdown(readings: Iterable[Reading], out: IO[str], several: bool) -> None:
    from reader.export.markdown import as_markdown

    for number, reading in enumerate(readings):
        out.write(("\n" if number else "") + as_markdown(reading))


def _write_csv(readings: Iterable[Reading], out: IO[str], several: bool) -> None:
    from reader.export.csv import as_csv, csv_head

    out.write(csv_head())
    for reading in readings:
        out.write(as_csv(reading))


def _write_html(readings: Iterable[Reading], out: IO[str], several: bool) -> None:
    from reader.export.html import as_html

    for reading in readings:
        out.write(as_html(reading))


_WRITERS: Mapping[str, Callable[[Iterable[Reading], IO[str], bool], None]] = {
    "json": _write_json,
    "jsonl": _write_json_lines,
    "markdown": _write_markdown,
    "csv": _write_csv,
    "html": _write_html,
    "webannotation": _write_annotations,
}
