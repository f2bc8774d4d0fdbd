"""The model of names: a log-linear classifier (maximum entropy; Berger et al. 1996) read from one compact file.

A file holds a line of JSON (what it is, the classes, how many features, what one step of a weight is worth, a
checksum), then one feature a line, then for each feature a signed byte for each class: its weights in steps.
`tools/train_names.py` makes it.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

from reader.errors import ReaderError

FORMAT = "reader-names-1"
MODEL = Path(__file__).resolve().parent / "model" / "names.model"
_LARGEST = 127


@dataclass(frozen=True, slots=True)
class NameModel:
    """Weights of features for classes."""

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    """For each feature the number of its weight."""
    weights: tuple[array[int], ...]
    """For each class the weights of all features, in steps."""
    step: float
    """What one step is worth."""

    def log_probabilities(self, features: Sequence[str]) -> dict[str, float]:
        """The logarithm of each class's probability; unknown features count for nothing."""
        rows = self.rows
        known = [rows[f] for f in features if f in rows]
        sums = [self.step * sum(map(column.__getitem__, known)) for column in self.weights]
        most = max(sums)
        total = most + log(sum(exp(s - most) for s in sums))
        return {name: s - total for name, s in zip(self.classes, sums, strict=True)}


@cache
def name_model() -> NameModel:
    """The model that comes with the program, read on first use.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    return read_model(MODEL)


def read_model(path: Path) -> NameModel:
    """Read a model.

    Raises:
        ReaderError: there is no such file, or it is none of ours or damaged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReaderError(f"{error.strerror or error} (install reader again)", file=str(path)) from error
    damaged = ReaderError("the model of names is damaged (install reader again)", file=str(path))
    head, _, body = data.partition(b"\n")
    try:
        about = json.loads(head)
        if about["format"] != FORMAT or about["checksum"] != zlib.crc32(body):
            raise damaged
        classes, count, step = tuple(about["classes"]), int(about["features"]), float(about["step"])
    except (ValueError, KeyError, TypeError) as error:
        raise damaged from error
    text = len(body) - count * len(classes)
    names = body[:text].decode().split("\n")[:-1]
    columns = tuple(array("b", body[text + k :: len(classes)]) for k in range(len(classes)))
    return NameModel(classes, dict(zip(names, range(count), strict=True)), columns, step)


def write_model(path: Path, weights: Mapping[str, Sequence[float]], classes: Sequence[str], about: str) -> None:
    """Write features with their weights for each class; features whose weights all round to nothing are left out.

    `about` says how it was made and from what.
    """
    largest = max((abs(w) for row in weights.values() for w in row), default=1.0)
    step = largest / _LARGEST
    kept = {f: [round(w / step) for w in weights[f]] for f in sorted(weights)}
    kept = {f: row for f, row in kept.items() if any(row)}
    body = "".join(f + "\n" for f in kept).encode() + array("b", [w for row in kept.values() for w in row]).tobytes()
    head = {
        "format": FORMAT, "about": about, "classes": list(classes), "features": len(kept), "step": step,
        "checksum": zlib.crc32(body),
    }  # fmt: skip
    path.write_bytes(json.dumps(head).encode() + b"\n" + body)
