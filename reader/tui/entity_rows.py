"""An entity in its list: its name, what it is, and a line that shows where it is mentioned. Pure."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len

from reader.analysis.model import Entity, Label
from reader.reading import Reading
from reader.tui.drawing import Line, Piece, elide, few_rows
from reader.tui.footer_text import NOTHING_THERE, dispersion

_GAP = 2
"""Cells between its name and what it is."""
_FULL = 6
"""Mentions in one cell of it for which the bar there is full."""
_SPREADS = ((46, 12), (40, 8), (32, 6), (24, 5))
"""Cells of a row from which there is room for a line of so many that shows where an entity is mentioned."""
_COUNT = 4
"""Cells for how often it is mentioned."""
_ROLE = 12
"""Cells of an entity's role that are shown at the least, if it is as long."""


def entity_size(entity: Entity, width: int) -> int:
    """How many lines `entity_lines` gives."""
    return len(_name_rows(entity, width)[0]) + 1


def name_room(width: int) -> int:
    """The cells that a name may take to stand on one row with the rest."""
    return width - _right_cells(width) - 1


def _name_rows(entity: Entity, width: int) -> tuple[list[str], str]:
    """The rows that an entity's name has to itself, and what of it stands beside the rest: all of one row."""
    room = name_room(width)
    if cell_len(entity.name) <= room:
        return [], entity.name
    rows = few_rows(entity.name, width, 2)
    return (rows[:-1], rows[-1]) if cell_len(rows[-1]) <= room else (rows, "")


def entity_lines(reading: Reading, width: int, entity: Entity) -> tuple[Line, ...]:
    """An entity as its list shows it: its name, what it is, where and how often it is mentioned."""
    role = kind_role(entity.label)
    own, name = _name_rows(entity, width)
    count = f"{len(entity.mentions)}×" if len(entity.mentions) > 1 else ""
    room = name_room(width) - cell_len(name) - _GAP
    is_ = entity.roles[0] if entity.roles and not own else ""
    # A few letters of it would tell nothing.
    about = elide(is_, room) if room >= min(_ROLE, cell_len(is_)) else ""
    over = max(0, len(count) + 1 - _COUNT)  # of hundreds of mentions the line is so much shorter
    right = (
        *_spread(reading, entity.id, _spread_cells(width) - over),
        Piece(f"{count:>{_COUNT + over}}", "muted"),
    )
    left = (Piece(name, role), Piece(" " * _GAP), Piece(about, "muted")) if about else (Piece(name, role),)
    return (*(Line((Piece(row, role),)) for row in own), Line(left, right))


def _right_cells(width: int) -> int:
    """Cells at the right of an entity: where it is mentioned, and how often."""
    return _spread_cells(width) + _COUNT


def _spread_cells(width: int) -> int:
    return next((cells for least, cells in _SPREADS if width >= least), 0)


def _spread(reading: Reading, id_: str, cells: int) -> tuple[Piece, ...]:
    """Where in the article an entity is mentioned, where there is room for it."""
    if cells <= 0:
        return ()
    bars = dispersion(reading.spans_of(id_), len(reading.article.text), cells, _FULL)
    runs = ("".join(run) for _, run in groupby(bars, key=NOTHING_THERE.__eq__))
    return tuple(Piece(run, "faint" if run[0] == NOTHING_THERE else "muted") for run in runs)


def kind_role(label: Label) -> str:
    """The role that entities of a label are drawn in."""
    if label is Label.PERSON:
        return "entity.person"
    if label in (Label.ORG, Label.NORP):
        return "entity.organisation"
    if label in (Label.GPE, Label.LOC, Label.FAC):
        return "entity.place"
    if label in (Label.DATE, Label.MONEY, Label.PERCENT, Label.QUANTITY):
        return "entity.figure"
    return "entity"
