"""What leans on a name, so that it goes with it when a reader says that the name means another."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.roles import BESIDE
from reader.analysis.model import Entity, Mention, MentionKind, Quote
from reader.spans import Span

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_BESIDE_REACH = 80
"""Characters between a name and a description beside it."""


def followers(entity: Entity, name: Mention, quotes: Sequence[Quote], text: str) -> tuple[Mention, ...]:
    """The pronouns and descriptions of an entity that mean it because of this name of it.

    Those behind it, up to the next name; a description beside it; and the "I" in the words that it is the source of.
    The "I" of what others say is no follower, wherever it stands.
    """
    if name.kind is not MentionKind.NAME:
        return ()
    names = [m.span for m in entity.mentions if m.kind is MentionKind.NAME]
    before = max((span for span in names if span < name.span), default=None)
    after = min((span for span in names if span > name.span), default=None)
    said = [part for q in quotes if _is_source(q, name.span) for part in q.parts]
    found = []
    for mention in entity.mentions:
        words = mention.span.of(text).lower()
        if mention.kind is MentionKind.NAME:
            continue
        if words in FIRST_PERSON:
            follows = any(part.overlaps(mention.span) for part in said)
        elif mention.why == BESIDE:
            nearer = min((n for n in (before, name.span, after) if n), key=lambda n: _apart(n, mention.span))
            follows = nearer == name.span and _apart(nearer, mention.span) <= _BESIDE_REACH
        else:
            follows = mention.span > name.span and (after is None or mention.span < after)
        if follows:
            found.append(mention)
    return tuple(found)


def may_follow(mention: Mention, to: Entity, text: str) -> bool:
    """Whether a pronoun can mean an entity as well: no "he" where the others of it are "she"."""
    gender = _GENDERS.get(mention.span.of(text).lower())
    others = {_GENDERS.get(m.span.of(text).lower()) for m in to.mentions if m.kind is MentionKind.PRONOUN} - {None}
    return gender is None or not others or gender in others


def _is_source(quote: Quote, name: Span) -> bool:
    return quote.speaker is not None and quote.speaker.span is not None and quote.speaker.span.overlaps(name)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
