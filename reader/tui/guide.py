"""All that the screen asks of a Reading, in one place. Made beside the screen, so that nothing of it delays the first
paint; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from reader.analysis.model import Quote
from reader.article.model import Article
from reader.reading import Reading
from reader.spans import Span
from reader.tui import walk
from reader.tui.copy_text import copy_of
from reader.tui.detail_text import Tie, Ties, head_of, paragraph_at, tie_rows, ties_of, with_ties
from reader.tui.drawing import Line
from reader.tui.entries import OWN_LISTS, TABS, Columned, Entry, Tab, counted
from reader.tui.extras import Extra, Signed
from reader.tui.layers import Paint
from reader.tui.list_rows import entries_of, list_of, tabs_of
from reader.tui.marks import CURRENT, Layer, Marked, RowMarks

_LISTS_KEPT = 6
_LINKS_KEPT = 12
"""Items whose links are remembered."""
_QUICKLY_MADE = 300
"""Items of which a list is made in some milliseconds."""
NO_EXTRAS: Mapping[str, Extra] = MappingProxyType({})


class Guide:
    """Answers for one reading, and for the reader's own lists beside it; ids are those of their items. Immutable."""

    pending = False
    """Whether the reading is still to come."""

    def __init__(self, reading: Reading, extras: Mapping[str, Extra] = NO_EXTRAS, like: Guide | None = None) -> None:
        """`extras`: by the name of their list. `like`: a guide to the same reading, whose work is not done again."""
        self.reading = reading
        self.extras = extras
        if like is not None:
            self.pending = like.pending
        self._own_tabs: tuple[Tab, ...] = like._own_tabs if like is not None else tabs_of(reading)
        self.tabs: tuple[Tab, ...] = (*self._own_tabs, *(extra.tab for extra in extras.values()))
        self._made: dict[tuple[str, int], Columned] = like._made if like is not None else {}
        self._ties: dict[str, Ties] = {}
        self._tie_rows: dict[tuple[str, int], Callable[[int], Sequence[Line]]] = {}  # of items, in a width
        self._paint: Paint = like._paint if like is not None else Paint(reading)
        reading.prepare()
        paragraph_at(reading.article, 0)

    def with_extra(self, name: str, extra: Extra | None) -> Guide:
        """The same reading with another list of the reader's own under this name, or without it."""
        extras = {**self.extras, name: extra}
        kept = {known: it for known in OWN_LISTS if (it := extras.get(known)) is not None}
        return Guide(self.reading, kept, self)

    def _extra(self, id_: str) -> Extra | None:
        return next((extra for extra in self.extras.values() if id_ in extra), None)

    # --- what is shown -------------------------------------------------------------------------------------------
    def entries(self, name: str, width: int) -> Sequence[Entry]:
        """What the list called `name` shows."""
        if name in self.extras:
            return self.extras[name].entries(width)
        if self.pending:
            return ()
        made = self._made.get((name, width))
        if made is None:
            made = counted(entries_of(self.reading, name, width))
            while len(self._made) >= _LISTS_KEPT:
                self._made.pop(next(iter(self._made)), None)
            self._made[name, width] = made
        return made

    def is_at_hand(self, name: str, width: int) -> bool:
        """Whether the list called `name` can be shown without making a key wait."""
        size = next((tab.size for tab in self._own_tabs if tab.name == name), None)
        return (name, width) in self._made or not isinstance(size, int) or size <= _QUICKLY_MADE

    def detail(self, id_: str, mention: int, width: int) -> Sequence[Entry]:
        """What the detail of an item shows."""
        extra = self._extra(id_)
        head = head_of(self.reading, id_, mention, width) if extra is None else extra.detail(id_, width)
        rows = self._tie_rows.get((id_, width))  # at every mention the same
        if rows is None:
            if len(self._tie_rows) >= _LINKS_KEPT:
                self._tie_rows.clear()
            rows = self._tie_rows[id_, width] = tie_rows(self.reading, self.ties(id_), width)
        return with_ties(head, self.ties(id_), rows)

    def ties(self, id_: str) -> Ties:
        """The links of an item as seen from it; of an item of an extra, what stands at its place."""
        ties = self._ties.get(id_)
        if ties is None:
            if len(self._ties) >= _LINKS_KEPT:
                self._ties.clear()
            extra = self._extra(id_)
            ties = self._ties[id_] = ties_of(self.reading, id_) if extra is None else self._there(extra.spans(id_))
        return ties

    def _there(self, spans: Sequence[Span]) -> Ties:
        there = dict.fromkeys(item for span in spans for item in walk.on_row(self.reading, *span))
        return Ties([Tie("there", item) for item in there])

    def marks(self, start: int, end: int, marked: Marked) -> RowMarks:
        """What a row of the text is marked with."""
        marks = self._paint.marks(start, end, marked)
        for extra in self.extras.values():
            if layers := extra.layers(start, end):
                marks = marks._replace(layers=[*marks.layers, *layers])
            if isinstance(extra, Signed) and (sign := extra.sign(start, end)):
                marks = marks._replace(sign=sign)
        if marked.selected is not None and (owner := self._extra(marked.selected)) is not None:
            here = [span for span in owner.spans(marked.selected) if span.overlaps((start, end))]
            layers = [Layer(*span, CURRENT, "selected.current") for span in here]
            marks = marks._replace(layers=[*marks.layers, *layers], mine=marks.mine or bool(here))
        return marks

    def copy(self, id_: str) -> str:
        """What copying an item gives."""
        if (extra := self._extra(id_)) is not None:
            return extra.copy(id_)
        return copy_of(self.reading, self.reading.item(id_))

    # --- where things are ----------------------------------------------------------------------------------------
    def knows(self, id_: str) -> bool:
        """Whether there is an item with this id."""
        return self.reading.has(id_) or self._extra(id_) is not None

    def id_of(self, id_: str) -> str:
        """The id of what was known by this one: an entity has another once it is found in an earlier chapter too."""
        return self.reading.item(id_).id if self.reading.has(id_) else id_

    def stretch(self, id_: str, mention: int) -> Span:
        """What is to be in view for one of an item's spans: of a quote that goes on, the rest of it too."""
        spans = self.spans(id_)
        item = self.reading.item(id_) if self.reading.has(id_) else None
        return Span(spans[mention].start, max(spans[mention].end, spans[-1].end if isinstance(item, Quote) else 0))

    def list_of(self, id_: str) -> str | None:
        """The list that an item is in, if it is in one."""
        if (extra := self._extra(id_)) is not None:
            return extra.tab.name
        return list_of(self.reading.item(id_))

    def spans(self, id_: str) -> Sequence[Span]:
        """Where an item stands in the text."""
        if (extra := self._extra(id_)) is not None:
            return extra.spans(id_)
        return self.reading.spans_of(id_)

    def spot(self, offset: int, step: int, *, stay: bool) -> walk.Spot | None:
        """The next or previous highlighted entity from `offset`."""
        return walk.next_spot(self.reading, offset, step, stay=stay)

    def under(self, offset: int, line: Span) -> tuple[str, ...]:
        """Ids of what lies at `offset`, the narrowest first; else of what is on the row `line`."""
        found = walk.under(self.reading, offset) or walk.on_row(self.reading, *line)
        own = (id_ for extra in self.extras.values() for id_ in extra.at(offset, offset + 1))
        return (*own, *(id_ for id_ in found if list_of(self.reading.item(id_)) is not None))

    def mention_near(self, id_: str, offset: int) -> int:
        """Which of an item's spans covers `offset`, else the first one."""
        return walk.mention_near(self.spans(id_), offset)


class _PendingGuide(Guide):
    """What there is before the reading: the reader's own lists."""

    def __init__(self, article: Article) -> None:
        super().__init__(Reading(article))
        self.pending = True
        self.tabs = self._own_tabs = TABS


def pending_guide(article: Article) -> Guide:
    """A guide to an article of which nothing is known yet."""
    return _PendingGuide(article)
