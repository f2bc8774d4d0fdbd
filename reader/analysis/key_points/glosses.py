"""Names for what a key point opens with and does not name itself: "he", "the company"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.model import VALUE_LABELS, Entity, Gloss, Label, Mention, MentionKind
from reader.spans import IntervalIndex, Span

_REACH = 50
"""Code points from its opening within which a word that stands for somebody is one to explain: what comes later mostly
takes up something that the point itself has told."""
_EITHER = " or "
_EXPLAINED = frozenset({Label.PERSON, Label.ORG})
"""Labels of those whom a nominal may need a name for; what is called "the country" is seldom in doubt."""
_OWNERS = frozenset({"his", "her"})
_SUBJECTS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
_UNIQUE = frozenset({"world", "earth", "sun", "moon", "internet", "public"})
_PERSONS = frozenset({"he", "she", "him", "her", "his", "i", "my"})


class Glosses:
    """Answers which names a stretch of the text lacks, from the coreference of the article.

    A name in the wrong place misleads, and which of several players "the striker" is can seldom be told for certain: a
    nominal is explained only where it stands for the person, or the body, that the text names most.
    """

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        named = [
            entity
            for entity in entities
            if entity.label not in VALUE_LABELS and any(m.kind is MentionKind.NAME for m in entity.mentions)
        ]
        self._mentions = IntervalIndex((m.span, (m, entity.id)) for entity in named for m in entity.mentions)
        most: dict[Label, Entity] = {}
        for entity in sorted(named, key=lambda e: len(e.mentions)):
            if entity.label in _EXPLAINED:
                most[entity.label] = entity
        self._main = {entity.id for entity in most.values()}

    def of(self, span: Span) -> tuple[Gloss, ...]:
        """The first word near the opening that stands for an entity which the point does not name."""
        inside = [it for at, it in self._mentions.overlapping(*span) if span.holds(at)]
        told = {id_ for mention, id_ in inside if mention.kind is MentionKind.NAME}
        for mention, id_ in inside:
            if mention.span.start > span.start + _REACH:
                break
            certain = mention.kind is not MentionKind.NOMINAL or (id_ in self._main and not self._is_unique(mention))
            if id_ not in told and certain and self._opens(mention, span):
                return (Gloss(min(self._past_word(mention.span.end), span.end), mention.span),)
        return ()

    def _is_unique(self, mention: Mention) -> bool:
        """Whether there is but one of what it says, so that a name beside it would only mislead."""
        return mention.span.of(self._text).lower().split()[-1] in _UNIQUE

    def _opens(self, mention: Mention, span: Span) -> bool:
        """Whether the point or its main clause opens with it. "He" and "she" may stand in an opening phrase too; "it"
        and "they" there mostly take up what is still to come: "Although it is over, the strike …"."""
        before = self._text[span.start : mention.span.start].rstrip()
        if not before or before[-1] in ',“"':
            return True
        word = mention.span.of(self._text).lower()
        if mention.kind is not MentionKind.PRONOUN or word not in _PERSONS:
            return False
        if self._text.startswith(_EITHER, mention.span.end):  # "his or her": nobody
            return False
        return word not in _OWNERS or not self._may_mean_what_follows(before, Span(mention.span.end, span.end))

    def _may_mean_what_follows(self, before: str, rest: Span) -> bool:
        """Whether an opening phrase has it, after which something else than a pronoun is the subject: "Although glad
        of her win, the champion …"."""
        _, comma, clause = rest.of(self._text).partition(", ")
        words = clause.split(maxsplit=1)
        return bool(comma and words) and "," not in before and words[0].lower() not in _SUBJECTS

    def _past_word(self, at: int) -> int:
        """Past what is written together with the word: "he" of "he’s", the genitive of "the company’s"."""
        if self._text[at : at + 1] in ("'", "’"):
            end = at + 1
            while self._text[end : end + 1].isalpha():
                end += 1
            return end
        return at
