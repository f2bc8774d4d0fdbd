"""Words of the closed classes: which of the few things that each may be ("that", "her", "both", "'s") it is here."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.tokens import Token
from reader.language.verbs import Form, known_forms
from reader.language.word_tags import FINITE_TAGS, SKIPPED, VERB_TAGS, Tag, is_plain_noun, is_verb, small_words

_BARE = frozenset({"have", "do"})
_BEFORE_FIGURE = frozenset("$€£")
_STAND_ALONE = frozenset(
    {"another", "both", "each", "some", "many", "most", "several", "few", "all", "neither", "either"}
)
_FLOATING = frozenset({"both", "each", "all"})


def is_name_part(tokens: Sequence[Token], i: int) -> bool:
    """Whether a small word is written with a capital inside a sentence: May, Will, US."""
    token = tokens[i]
    if token.text == "US" and i + 1 < len(tokens) and not tokens[i + 1].text.isupper():
        return True
    if not token.is_capitalised or i == 0:
        return False
    if token.lower == "today" and token.text.isupper():
        return tokens[i - 1].is_capitalised
    if token.lower in ("us", "may", "will", "it") and (token.text.isupper() or token.lower in ("may", "will")):
        before = tokens[i - 1]
        return before.is_word or token.text == "US"
    return False


def closed_tag(options: tuple[Tag, ...], tokens: Sequence[Token], found: Sequence[Tag], i: int) -> Tag:
    """What the word at `i` is; `options`: what it may be, the likeliest first. `found`: the tags of those before it."""
    lower = tokens[i].lower
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if lower == "that":
        return _that(tokens, found, i)
    if lower in ("this", "these", "those"):
        closed = small_words().get(following.lower) if following is not None else None
        alone = following is None or not following.is_word or (closed is not None and closed[0] in FINITE_TAGS)
        return Tag.PRONOUN if alone else Tag.DETERMINER
    if lower == "to" and i and tokens[i - 1].lower == "according":
        return Tag.PREPOSITION
    if lower == "her":
        closed = small_words().get(following.lower) if following is not None else None
        owned = following is not None and (following.is_word or following.text in _BEFORE_FIGURE)
        alone = not owned or (closed is not None and closed[0] is not Tag.ADVERB)
        return Tag.OBJECT if alone else Tag.DETERMINER
    if lower == "one":
        return Tag.PRONOUN if following is None or not following.is_word else Tag.NUMBER
    if lower in _STAND_ALONE and following is not None:
        if (
            i
            and lower in _FLOATING
            and (
                (found[-1] is Tag.PRONOUN and known_forms().get(following.lower))
                or (found[-1] in (Tag.NOUN, Tag.PRONOUN) and is_verb(following, "qt"))
            )
        ):
            return Tag.ADVERB  # "they all left", "Quill and Orme both said"
        return Tag.PRONOUN if is_verb(following) or _acts(tokens, i + 1) else Tag.DETERMINER
    if lower in ("after", "before", "since", "until", "till", "as"):
        return Tag.SUBORDINATOR
    if lower == "once" and i and found[-1] in (Tag.NOUN, Tag.PRONOUN, Tag.RELATIVE, Tag.AUXILIARY):
        return Tag.ADVERB
    if options[0] is Tag.TIME and found and found[-1] in (Tag.DETERMINER, Tag.POSSESSIVE) and is_plain_noun(following):
        return Tag.NOUN  # "a Wednesday editorial"
    if lower in _BARE:
        governor = next((t for t in reversed(found[-3:]) if t not in SKIPPED), Tag.MARK)
        if governor in (Tag.TO, Tag.MODAL):
            return Tag.BASE  # "to have", "will do"
    if lower in ("out", "up", "down", "off") and found and found[-1] in VERB_TAGS:
        return Tag.ADVERB
    return options[0]


def _acts(tokens: Sequence[Token], i: int) -> bool:
    """Whether the bare verb at `i` has its object or an infinitive after it: "some seek to", "many want the"."""
    if i + 1 >= len(tokens):
        return False
    if is_verb(tokens[i], "qt") and tokens[i + 1].lower in (",", ":", "that", "“", '"', "''"):
        return True  # "another tweeted, “…”"
    if Form.BASE not in known_forms().get(tokens[i].lower, ()):
        return False
    return tokens[i + 1].lower in ("to", "the", "that", "their", "them", "it")


def _that(tokens: Sequence[Token], found: Sequence[Tag], i: int) -> Tag:
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or not following.is_word:
        return Tag.SUBORDINATOR if found and found[-1] in VERB_TAGS else Tag.PRONOUN
    if small_words().get(following.lower, (Tag.NOUN,))[0] in (Tag.DETERMINER, Tag.PRONOUN):
        return Tag.SUBORDINATOR
    if not i:
        past = known_forms().get(following.lower, frozenset())
        if following.is_capitalised or not (Form.PAST in past or following.lower.endswith("ed")):
            return Tag.DETERMINER
        return Tag.PRONOUN
    if found and found[-1] in VERB_TAGS | {Tag.NOUN, Tag.OBJECT, Tag.TIME, Tag.COORDINATOR, Tag.MARK, Tag.ADVERB}:
        closed = small_words().get(following.lower)
        if i and tokens[i - 1].is_word and found[-1] is not Tag.COORDINATOR:
            return Tag.SUBORDINATOR
        if closed is not None and closed[0] in FINITE_TAGS:
            return Tag.PRONOUN
        return Tag.SUBORDINATOR
    return Tag.DETERMINER


def tag_of_clitic_s(tokens: Sequence[Token], i: int) -> Tag:
    """A possessive, or "is" and "has"."""
    before = tokens[i - 1].lower if i else ""
    if before in ("he", "she", "it", "that", "there", "what", "who", "here", "where", "how", "let"):
        return Tag.AUXILIARY
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if following in ("a", "an", "the", "not", "been", "going", "never"):
        return Tag.AUXILIARY
    return Tag.POSSESSIVE
