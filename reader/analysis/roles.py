"""What the text says that somebody is: the title before a name, the description beside it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language import lexicon
from reader.language.prose import Prose
from reader.spans import Span

_LONGEST = 4
"""Words of the longest title."""


def gender_before(prose: Prose, span: Span) -> str | None:
    """The gender that the title before a name tells: "m" after "Mr"; None when it tells none."""
    found = _title_before(prose, span)
    if found is None:
        return None
    gender = lexicon.table("titles")[found][0]
    return gender if gender in ("m", "f") else None


def _title_before(prose: Prose, span: Span) -> str | None:
    titles = lexicon.table("titles")
    past = prose.token_at(span.start)
    for size in range(min(_LONGEST, past), 0, -1):
        phrase = " ".join(t.text for t in prose.tokens[past - size : past])
        if phrase in titles:
            return phrase
    return None


def roles_of(prose: Prose, spans: Sequence[Span]) -> tuple[str, ...]:
    """The roles that the text gives at these names, in the order of the text, each once."""
    roles: dict[str, None] = {}
    for span in spans:
        title = _title_before(prose, span)
        if title is not None and len(title) > 3:
            roles.setdefault(title, None)
    return tuple(roles)
