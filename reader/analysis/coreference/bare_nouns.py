"""Nouns for people that stand without an article: "became president", "Roe, founder of …", "Teacher jailed"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.coreference.names_at import Names
from reader.analysis.coreference.nouns import Noun, noun_of
from reader.language.prose import Sentence
from reader.language.tags import Tag
from reader.language.tokens import Token

_BEFORE_BARE = frozenset(
    {
        "named",
        "made",
        "appointed",
        "elected",
        "declared",
        "proclaimed",
        "crowned",
        "as",
        "is",
        "was",
        "been",
        "be",
        "became",
        "become",
        "becomes",
        "remains",
        "remained",
    }
)


def role_in_heading(
    tokens: Sequence[Token], tags: Sequence[Tag], names: Names, sentence: Sentence, i: int
) -> Noun | None:
    """The noun for one person that a headline has without an article: "Teacher jailed", "Norwegian envoy killed"."""
    noun = noun_of(tokens, i) if tags[i] is Tag.NOUN else None
    if noun is None or not noun.person or noun.plural:
        return None
    ends = i + 1 >= sentence.past or (tags[i + 1] is not Tag.NOUN and names.covering(i + 1) is None)
    return noun if ends else None


def may_open_bare(tokens: Sequence[Token], names: Names, i: int) -> bool:
    """Whether a noun without a determiner may open a description: "Roe, founder of …", "became president"."""
    if tokens[i - 1].text in (",", "(", "—", "–"):
        return i > 1 and names.covering(i - 2) is not None
    return tokens[i - 1].lower in _BEFORE_BARE
