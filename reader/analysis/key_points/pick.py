"""Key points: the three to six statements that carry the story and can be read alone; of a report one a section."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.key_points.choose import choose
from reader.analysis.key_points.glosses import Glosses
from reader.analysis.key_points.piece import read_piece
from reader.analysis.key_points.point_reasons import Reasons
from reader.analysis.key_points.point_shape import find_statements
from reader.analysis.key_points.salience import weigh
from reader.analysis.model import Entity, KeyPoint, Quote
from reader.language.prose import Prose


def pick_key_points(prose: Prose, entities: Sequence[Entity], quotes: Sequence[Quote]) -> tuple[KeyPoint, ...]:
    """Choose the key points, ranked; three to six, one to four for texts under 200 words, none for text without any.

    Texts of 4,000 words and more have one for each section, at most twelve. Linear in the length of the text: every
    statement is weighed once, and looked at once for each point.
    """
    piece = read_piece(prose)
    glosses = Glosses(prose.text, entities)
    weighed = weigh(prose, find_statements(prose, piece), entities, piece, glosses)
    reasons = Reasons(prose, weighed, entities, quotes)
    return tuple(
        KeyPoint(f"k{rank}", c.statement.span, rank, reasons.why(c), glosses.of(c.statement.span))
        for rank, c in enumerate(choose(weighed), start=1)
    )
