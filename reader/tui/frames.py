"""Where each pane stands on a screen of a given size. Pure; without Textual, since the first screen comes before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Size(NamedTuple):
    """In cells."""

    width: int
    height: int


class Region(NamedTuple):
    """A rectangle of cells, from the upper left corner."""

    x: int
    y: int
    width: int
    height: int


LEAST = Size(60, 16)
"""The smallest screen on which reading makes sense."""
MOST = Size(2000, 1000)
"""The largest: of a larger one only that much is drawn on."""
_BESIDE = 70
"""Cells from which the lists stand beside the article, not under it."""
LOW = 20
"""Rows below which none is left blank: where the lists stand under the article, header and tabs have one row each."""


class Frames(NamedTuple):
    """Regions of the panes by their ids; a pane without a region is not shown."""

    regions: Mapping[str, Region]


def frames(width: int, height: int, *, header: int, links: bool) -> Frames:
    """The panes' regions. `header` is the rows that it wants; `links`: the links have the focus, and where there is
    room for one of the two only, the detail is shown instead of the list."""
    if width < LEAST.width or height < LEAST.height:
        return Frames({"header": Region(0, 0, width, height)})
    rows = height - 1
    footer = Region(0, rows, width, 1)
    if width < _BESIDE:
        return Frames({**_stacked(width, rows, header, links), "footer": footer})
    side = min(max(round(width * (0.4 if width < 140 else 0.36)), 30), 72)
    x = width - side
    # Of rows that are left when a list is as long as it need be, the detail has its share.
    detail = min(max(round(rows * 0.38), 7), 14 + max(0, rows - 40) // 2)
    return Frames(
        {
            "header": Region(0, 0, x, header),
            "article": Region(0, header, x, rows - header),
            "tabs": Region(x, 0, side, 2),
            "list": Region(x, 2, side, rows - 2 - detail),
            "detail": Region(x, rows - detail, side, detail),
            "footer": footer,
        }
    )


def _stacked(width: int, rows: int, header: int, links: bool) -> dict[str, Region]:
    low = rows < LOW
    header, names = (1, 1) if low else (header, 2)
    top = round(rows * 0.55)
    below = rows - top - names
    regions = {
        "header": Region(0, 0, width, header),
        "article": Region(0, header, width, top - header),
        "tabs": Region(0, top, width, names),
    }
    if below >= 12:
        detail = below * 2 // 5
        regions["list"] = Region(0, top + names, width, below - detail)
        regions["detail"] = Region(0, top + names + below - detail, width, detail)
    elif links:  # the detail brings its own rule
        regions["tabs"] = Region(0, top, width, 1)
        regions["detail"] = Region(0, top + 1, width, rows - top - 1)
    else:
        regions["list"] = Region(0, top + names, width, below)
    return regions
