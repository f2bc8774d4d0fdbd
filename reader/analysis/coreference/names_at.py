"""The names of an article by the tokens they cover."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.model import VALUE_LABELS, Entity, MentionKind
from reader.language.prose import Prose
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name by its tokens."""

    first: int
    past: int
    entity: int
    span: Span


class Names:
    """The names of the article by the tokens they cover; figures left out."""

    def __init__(self, prose: Prose, entities: Sequence[Entity]) -> None:
        self.labels = [e.label for e in entities]
        self.all = sorted(_names(prose, entities), key=lambda name: name.first)
        self._firsts = [name.first for name in self.all]
        self.by_token = {i: name for name in self.all for i in range(name.first, name.past)}

    def covering(self, token: int) -> NameAt | None:
        """The name that the token is part of."""
        return self.by_token.get(token)

    def between(self, first: int, past: int) -> Sequence[NameAt]:
        """The names that begin in a range of tokens."""
        return self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, past)]

    def ending_at(self, token: int) -> int | None:
        """The entity of the name that ends with the token."""
        mark = self.covering(token)
        return mark.entity if mark is not None and mark.past == token + 1 else None


def _names(prose: Prose, entities: Sequence[Entity]) -> Iterator[NameAt]:
    for number, entity in enumerate(entities):
        if entity.label in VALUE_LABELS:
            continue
        for mention in entity.mentions:
            if mention.kind is MentionKind.NAME:
                first, past = prose.token_at(mention.span.start), prose.token_at(mention.span.end)
                if past < len(prose.tokens) and prose.tokens[past].start < mention.span.end:
                    past += 1
                yield NameAt(first, max(past, first + 1), number, mention.span)
