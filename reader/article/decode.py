"""Bytes to text: UTF-8, UTF-16 and UTF-32, and for what is none of them Windows-1252, with a notice."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from reader.errors import ReaderError


class Decoded(NamedTuple):
    """A text and what the reader should know about how it was read."""

    text: str
    notices: tuple[str, ...] = ()


_MARKS = (  # UTF-32's little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF; save its text first"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save its text first"),
    (b"\xd0\xcf\x11\xe0", "an office document; save its text first"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
)
_HARMLESS = b"\b\t\n\v\f\r\x1b"
_CONTROLS = bytes(c for c in (*range(32), 127) if c not in _HARMLESS)
"""Control bytes that texts do not have; backspaces and escapes do come in saved terminal output."""
_SAMPLE = 1 << 16
_PIECE = 1 << 17


def decode(data: bytes, path: str) -> Decoded:
    """The text of the bytes without its byte order mark; ReaderError when they are no text.

    Bytes that are mostly good UTF-8 stay UTF-8, each damaged place becoming U+FFFD, with a notice.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_damage(data[len(mark) :], encoding)
    if unmarked := _unmarked_utf16(data):
        name = "little" if unmarked.endswith("le") else "big"
        text, notices = _with_damage(data, unmarked)
        return Decoded(text, (f"read as UTF-16, {name}-endian: it has no byte order mark", *notices))
    if why := _binary(data):
        raise ReaderError(f"is not a text ({why})", file=path)
    try:
        return Decoded(_utf8(data))
    except UnicodeDecodeError:
        return _damaged_or_legacy(data)


def _utf8(data: bytes) -> str:
    """Piece by piece, so that of a long text no step holds up other threads. (Python lets a text grow where it is.)"""
    decoder = codecs.getincrementaldecoder("utf-8")()
    text = ""
    for piece in _pieces(data):
        text += decoder.decode(piece)
    return text + decoder.decode(b"", final=True)


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))


def _with_damage(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, (f"damaged: not everything is {encoding[:6].upper().rstrip('-')}",))


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark, told by the zero bytes that every other byte of Western text is."""
    sample = data[:_SAMPLE]
    for encoding, zeros, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        clear = zeros.count(0) > 0.4 * len(zeros) and letters.count(0) < 0.05 * len(letters)
        if clear:
            text = sample.decode(encoding, "replace")
            return encoding if sum(map(text.count, map(chr, _CONTROLS))) < 0.1 * len(text) else None
    return None


def _binary(data: bytes) -> str | None:
    """What kind of binary the bytes are, None for a text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return f"binary: {kind}"
    controls = sum(len(piece) - len(piece.translate(None, _CONTROLS)) for piece in _pieces(data))
    # Compressed data has a tenth of them; a text may have one that got in, and a short text then has a large share.
    if controls > 0.3 * len(data) or (controls > 8 and controls > 0.03 * len(data)):
        return "binary"
    return None


def _damaged_or_legacy(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd") - data.count("\ufffd".encode())
    good = text.replace("\ufffd", "")
    ascii_length = len(good.encode("ascii", "ignore"))
    if len(good) - ascii_length > damaged:
        places = "1 place is" if damaged == 1 else f"{damaged} places are"
        return Decoded(text, (f"damaged: {places} no UTF-8 (shown as \ufffd)",))
    bad = len(data) - len(good.encode())
    what = "1 byte is" if bad == 1 else f"{bad} bytes are"
    try:
        return Decoded(data.decode("cp1252"), (f"read as Windows-1252: {what} no UTF-8",))
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), (f"read as Latin-1: {what} no UTF-8",))
