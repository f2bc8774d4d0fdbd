"""What the writer hangs on the end of a reported clause, which nobody said; by index of token."""

from __future__ import annotations

from reader.analysis.quotes.clauses import DASHES, has_verb
from reader.analysis.quotes.passages import Passage
from reader.language.tags import FINITE_TAGS, Tag

_OPENS = frozenset({"a", "an"})
_JOINS = frozenset({"and", "or", "but"})


def is_trailing(passage: Passage, first: int, k: int, past: int) -> bool:
    """Whether an apposition that closes the sentence follows the comma or dash `k`: "…, a claim that the board denies".

    The clause that begins at `first` must be whole before it.
    """
    if passage.lowers[k + 1] not in _OPENS or passage.inside[k + 1] >= 0 or not has_verb(passage, first, k):
        return False
    return not any(_leads_back(passage, m, past) for m in range(k + 2, past - 1))


def _leads_back(passage: Passage, k: int, past: int) -> bool:
    """Whether a comma or dash at `k` leads back to the clause: to its verb, or to another item of a list."""
    if passage.inside[k] >= 0 or not (passage.lowers[k] == "," or passage.lowers[k] in DASHES):
        return False
    k += 1
    while k < past and passage.tags[k] is Tag.ADVERB:
        k += 1
    return k < past and (passage.tags[k] in FINITE_TAGS or passage.lowers[k] in _JOINS)
