"""Small files that people write by hand: settings, themes, rules. Every fault of one is one clear error."""

from __future__ import annotations

from pathlib import Path

from reader.errors import ReaderError


def read_small_file(path: Path, largest: int, shown: str | None = None) -> str:
    """The text of a UTF-8 file of at most `largest` bytes, every line end a newline; `shown`: what messages call it.

    Raises:
        ReaderError: it is no file, cannot be read, is larger, or is not UTF-8 (with the line).
    """
    shown = shown or str(path)
    try:
        if not path.is_file():
            raise ReaderError("is not a file" if path.exists() else "no such file", file=shown)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        raise ReaderError(f"cannot be read: {getattr(error, 'strerror', None) or error}", file=shown) from error
    if len(data) > largest:
        raise ReaderError(f"is larger than {largest // 1024} KiB", file=shown)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ReaderError("is not UTF-8", file=shown, line=data.count(b"\n", 0, error.start) + 1) from error
