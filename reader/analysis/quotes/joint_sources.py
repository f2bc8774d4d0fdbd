"""Several names that speak together, by index of token: "Tolle (Lorn), Berg and Varga said"."""

from __future__ import annotations

from reader.analysis.quotes.passages import Passage
from reader.language import lexicon
from reader.language.tags import Tag

_IN_ITEM = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.NUMBER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.PARTICIPLE})
_OPENS_ITEM = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.NUMBER, Tag.PARTICIPLE})
_BEFORE_LIST = frozenset({Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.ADVERB})
_OF_TIMES = frozenset({"early", "late", "earlier", "later", "last", "this", "next"})
_MOST_ITEMS = 6
_LONGEST_ASIDE = 30  # tokens in brackets


def joint_start(passage: Passage, first: int, last: int, floor: int) -> int:
    """Where a list of names begins that ends with "and" and the one found: "Tolle (Lorn), Berg and Varga said"."""
    lowers, tags, tokens = passage.lowers, passage.tags, passage.tokens
    joined = any(tags[k] is Tag.COORDINATOR for k in range(first, last))
    while first - 2 >= floor and passage.inside[first - 1] < 0:
        k = first - 1
        joins = lowers[k] == "and"
        if joins and lowers[k - 1] == "," and k - 2 >= floor:
            k -= 1
        if not joins and not (joined and lowers[k] == ","):
            break
        k -= 1
        if lowers[k] == ")":
            k = before_parenthesis(passage, k, floor)
        end = k
        while k >= floor and tokens[k].is_capitalised and tags[k] is Tag.NOUN and passage.inside[k] < 0:
            k -= 1
            if k > floor and tokens[k].text == "." and tokens[k].start == tokens[k - 1].end:
                k -= 1
        opens = k < floor or tags[k] in (Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR) or lowers[k] == "that"
        if k == end or not opens or not tokens[first].is_capitalised:
            break
        first, joined = k + 1, True
    return first


def list_start(passage: Passage, first: int, last: int, floor: int) -> int:
    """Where a list of phrases begins that opens its clause and ends with the one found: "Friends, aides and foes".

    What stands before its first comma must be a phrase too, and no time or place.
    """
    lowers, tags = passage.lowers, passage.tags
    past, items = first - 1, 0
    parted = past > floor and lowers[past] == "and" and lowers[past - 1] == ","
    if not parted and "and" not in lowers[first:last]:
        return first
    past -= parted
    while past > floor and lowers[past] == "," and passage.inside[past] < 0 and items < _MOST_ITEMS:
        k = past - 1
        while k >= floor and passage.inside[k] < 0 and tags[k] in _IN_ITEM:
            k -= 1
        item, items = k + 1, items + 1
        timed = lowers[past - 1] in lexicon.words("time_nouns") or lowers[item] in _OF_TIMES
        if item >= past or timed or tags[item] not in _OPENS_ITEM or tags[past - 1] is not Tag.NOUN:
            return first
        if all(tags[m] in _BEFORE_LIST and passage.inside[m] < 0 for m in range(floor, item)):
            return item if items > parted else first  # not "the plan, and miners said": a clause of their own
        past = k
    return first


def before_parenthesis(passage: Passage, j: int, floor: int) -> int:
    """The token before the parenthesis that closes at `j`: "Ada Berg (Lorn) said"."""
    k = j - 1
    while k >= floor and k > j - _LONGEST_ASIDE:
        if passage.lowers[k] == "(":
            return k - 1
        k -= 1
    return j
