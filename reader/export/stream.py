"""Readings to a stream, each written before the next one is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import IO

from reader.errors import ReaderError
from reader.export.json import as_json, dumped
from reader.reading import Reading

FORMATS = ("json", "jsonl", "markdown", "csv", "html", "webannotation")


def write_readings(readings: Iterable[Reading], out: IO[str], form: str, *, several: bool) -> None:
    """Write in one of FORMATS; `several`: more than one article was asked for, even if not all could be read.

    Raises:
        ReaderError: the format is for one article at a time.
    """
    _WRITERS[form](readings, out, several)


def write_json_lines(readings: Iterable[Reading], out: IO[str], several: bool = True) -> None:
    """One object a line, flushed as it comes."""
    for reading in readings:
        out.write(as_json(reading) + "\n")
        out.flush()


def write_json(readings: Iterable[Reading], out: IO[str], several: bool) -> None:
    """One object, or with `several` an array of them (also when only one, or none, could be read)."""
    _write_objects((as_json(reading, indent=None if several else 1) for reading in readings), out, several)


def _write_annotations(readings: Iterable[Reading], out: IO[str], several: bool) -> None:
    from reader.export.web_annotation import as_annotations

    indent = None if several else 1
    _write_objects((dumped(as_annotations(reading), indent=indent) for reading in readings), out, several)


def _write_objects(objects: Iterable[str], out: IO[str], several: bool) -> None:
    if not several:
        out.writelines(written + "\n" for written in objects)
        return
    separator = "[\n"
    for written in objects:
        out.write(separator + written)
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

    if several:
        raise ReaderError("an HTML page holds one article: export them one by one")
    for reading in readings:
        out.write(as_html(reading))


_WRITERS: Mapping[str, Callable[[Iterable[Reading], IO[str], bool], None]] = {
    "json": write_json,
    "jsonl": write_json_lines,
    "markdown": _write_markdown,
    "csv": _write_csv,
    "html": _write_html,
    "webannotation": _write_annotations,
}
