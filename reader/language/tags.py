"""What each word does in its sentence, as far as a word list and its neighbours tell: a tagger by hand-set rules.

Far coarser than a part of speech, it serves one purpose: to see where clauses and noun phrases begin and end. The
rules are local (at most a few words to the left), so that the cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.language import lexicon
from reader.language.tokens import Token
from reader.language.verbs import Form, known_forms
from reader.language.word_tags import (
    FINITE_TAGS,
    VERB_TAGS,
    Tag,
    ends_phrase,
    is_plain_noun,
    is_verb,
    noun_like,
    small_words,
    verb_follows,
)

__all__ = ["FINITE_TAGS", "VERB_TAGS", "Tag", "tag"]


_SKIPPED = frozenset({Tag.ADVERB, Tag.NOT})
_BE = frozenset({"is", "are", "was", "were", "am", "be", "been", "being", "'m", "'re", "isn't", "aren't", "wasn't",
                 "weren't", "get", "gets", "got"})  # fmt: skip
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "hasn't", "haven't", "hadn't"})
_DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})
_BARE = frozenset({"have", "do"})
_ONLY_FINITE = frozenset({"said", "says", "wrote"})
_MAKES = frozenset({"let", "lets", "make", "makes", "made", "help", "helps", "helped", "hear", "hears", "heard", "see",
                    "saw", "seen", "watch", "watched"})  # fmt: skip
"""Verbs whose object has a bare verb after it: "made him say"."""
_LINKING = frozenset({"remains", "seems", "appears", "becomes", "stays", "gets"})
_BEFORE_FIGURE = frozenset("$€£")
_INFINITIVE_REACH = 8  # tokens
_BARE_TAGS = frozenset({Tag.BASE, Tag.MODAL})
_JOINT_REACH = 5  # tokens
_PEOPLE = frozenset({"people", "children", "men", "women", "police", "folks"})
_REDUCED = frozenset({"based", "located", "related", "oriented", "involved", "titled", "entitled", "born", "known"})
_STANDS_BY = frozenset({"stood", "passed", "abided", "lived", "swung", "dropped", "stopped", "swore"})
_STAND_ALONE = frozenset(
    {"another", "both", "each", "some", "many", "most", "several", "few", "all", "neither", "either"}
)
_FLOATING = frozenset({"both", "each", "all"})
_NO_ADVERB = frozenset({"family", "italy", "july", "rally", "ally", "assembly", "supply", "reply", "monopoly", "bully",
                        "anomaly", "elderly", "friendly", "daily", "weekly", "monthly", "yearly", "only", "early",
                        "likely", "unlikely", "costly", "deadly", "lovely", "lonely", "ugly", "holy"})  # fmt: skip


def tag(tokens: Sequence[Token]) -> list[Tag]:
    """One tag a token."""
    found: list[Tag] = []
    closed, forms = small_words(), known_forms()
    previous: Tag = Tag.MARK
    for i, token in enumerate(tokens):
        lower = token.lower
        if not token.is_word:
            result = Tag.NOUN if token.text == "%" and previous is Tag.NUMBER else Tag.MARK
        elif lower in closed and not _is_name_part(tokens, i):
            result = _closed_tag(closed[lower], tokens, found, i)
            if result in FINITE_TAGS and previous is Tag.FINITE and _may_be_noun(tokens, found, i - 1):
                found[i - 1] = Tag.NOUN
        elif lower == "'s":
            result = _clitic_s(tokens, i)
        elif lower[0].isdigit():
            result = Tag.NUMBER
        else:
            result = _open_tag(tokens, found, i, previous, forms.get(lower))
        found.append(result)
        previous = result
    return found


def _is_name_part(tokens: Sequence[Token], i: int) -> bool:
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


def _closed_tag(options: tuple[Tag, ...], tokens: Sequence[Token], found: Sequence[Tag], i: int) -> Tag:
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
        governor = next((t for t in reversed(found[-3:]) if t not in _SKIPPED), Tag.MARK)
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


def _clitic_s(tokens: Sequence[Token], i: int) -> Tag:
    """A possessive, or "is" and "has"."""
    before = tokens[i - 1].lower if i else ""
    if before in ("he", "she", "it", "that", "there", "what", "who", "here", "where", "how", "let"):
        return Tag.AUXILIARY
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if following in ("a", "an", "the", "not", "been", "going", "never"):
        return Tag.AUXILIARY
    return Tag.POSSESSIVE


def _open_tag(tokens: Sequence[Token], found: list[Tag], i: int, previous: Tag, forms: frozenset[Form] | None) -> Tag:
    token = tokens[i]
    lower = token.lower
    if token.is_capitalised and i and (previous is not Tag.MARK or _capital_follows(tokens, i)):
        return Tag.NOUN  # a name, or a headline in capitals, which the words around it must settle
    if i == 0 and forms is not None and Form.GERUND not in forms:
        return Tag.PARTICIPLE if Form.PARTICIPLE in forms else Tag.NOUN  # statements do not open with a finite verb
    k = i - 1
    while k >= 0 and found[k] in _SKIPPED:
        k -= 1
    governor = found[k] if k >= 0 else Tag.MARK
    if governor is Tag.MARK and tokens[k].text == ")" and k == i - 1:
        governor = Tag.NOUN  # "Ada Tolle (I-Orrel) remains"
    word = tokens[k].lower if k >= 0 else ""
    if forms is None:
        if not i and token.is_capitalised and _follows_name(tokens):
            return Tag.NOUN  # "Tilly said", "Harting's"
        if lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERB:
            return Tag.ADVERB
        if lower.endswith("ed") and len(lower) > 4:
            if not i:
                return Tag.PARTICIPLE
            forms = _ED
        elif lower.endswith("ing") and len(lower) > 5:
            forms = _ING
        else:
            return Tag.NOUN
    if Form.GERUND in forms:
        compound = governor is Tag.NOUN and lower in lexicon.words("reporting_nouns")  # "in the committee hearing"
        return Tag.NOUN if compound or governor in (Tag.DETERMINER, Tag.POSSESSIVE) else Tag.GERUND
    if governor in (Tag.TO, Tag.MODAL) or (governor is Tag.AUXILIARY and word in _DO):
        return Tag.BASE if Form.BASE in forms else Tag.NOUN
    if word in _BE or word in _HAVE:
        return Tag.PARTICIPLE if Form.PARTICIPLE in forms else Tag.NOUN
    if lower in _ONLY_FINITE and governor not in (Tag.DETERMINER, Tag.POSSESSIVE):
        return Tag.FINITE
    if governor is Tag.NUMBER and Form.BASE in forms and is_verb(token):
        return Tag.FINITE  # "three in 10 say"
    if governor in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NUMBER):
        return Tag.NOUN
    if governor is Tag.NOUN and k == i - 1 and k and _noun_phrase_opens(found, k) and noun_like(tokens, i, forms):
        return Tag.NOUN
    if Form.PAST in forms or Form.PARTICIPLE in forms:
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if following == "by" and Form.PARTICIPLE in forms and lower not in _STANDS_BY:
            return Tag.PARTICIPLE
        if Form.PAST in forms:
            if governor is Tag.NOUN and lower in _REDUCED:
                return Tag.PARTICIPLE  # "a plan based on"
            if k == i - 1 and governor is Tag.FINITE and _may_be_noun(tokens, found, k):
                found[k] = governor = Tag.NOUN  # "early polls suggested"
            return Tag.FINITE if governor in (Tag.NOUN, Tag.PRONOUN, Tag.RELATIVE, Tag.COORDINATOR, Tag.MARK,
                                              Tag.TIME, Tag.OBJECT, Tag.SUBORDINATOR) else Tag.PARTICIPLE  # fmt: skip
        return Tag.PARTICIPLE
    if Form.PRESENT in forms:
        if governor is Tag.MARK and verb_follows(tokens, i):
            return Tag.NOUN  # "so far, polls suggest"
        if governor is Tag.SUBORDINATOR and word == "that" and not verb_follows(tokens, i):
            return Tag.FINITE  # "the wall that protects the town"
        if governor is Tag.FINITE and previous is Tag.ADVERB:
            return Tag.FINITE  # "what the town needs also makes it poor"
        if governor is Tag.NOUN and k == i - 1 and ends_phrase(tokens, i) and not is_verb(token, "qt"):
            return Tag.NOUN  # "press reports, case studies"
        return Tag.FINITE if governor in (Tag.NOUN, Tag.PRONOUN, Tag.RELATIVE, Tag.MARK, Tag.COORDINATOR) else Tag.NOUN
    if governor in (Tag.PRONOUN, Tag.RELATIVE):
        return Tag.FINITE
    if k == i - 1 and governor is Tag.FINITE and _may_be_noun(tokens, found, k) and is_verb(token):
        found[k] = Tag.NOUN  # "news reports say"
        return Tag.FINITE
    if governor is Tag.OBJECT and k and is_verb(token) and tokens[k - 1].lower not in _MAKES:
        return Tag.FINITE  # "those near to him say", "the groups that endorsed him say"
    if governor is Tag.COORDINATOR and is_verb(token) and not _BARE_TAGS & set(found[-_INFINITIVE_REACH:]):
        return Tag.FINITE  # "some fear the cost and argue that"
    if governor is Tag.NOUN and tokens[k].is_capitalised and _person_follows(tokens, i):
        return Tag.NOUN  # "Sanders campaign manager"
    if lower == "last" and i + 1 < len(tokens) and tokens[i + 1].lower in lexicon.words("time_nouns"):
        return Tag.NOUN  # "Lorn Press last week"
    plural = word.endswith(("s", "%")) or word in _PEOPLE or (_that_follows(tokens, i) and _is_joint(found))
    if governor is Tag.NOUN and plural and (is_verb(token) or not noun_like(tokens, i, forms)):
        return Tag.FINITE
    return Tag.NOUN


def _person_follows(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].lower in lexicon.table("person_nouns")


def _that_follows(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].lower == "that"


def _is_joint(found: Sequence[Tag]) -> bool:
    """Whether "and" joins two nouns at the end of what is tagged: "his groups and other research"."""
    for kind in reversed(found[-_JOINT_REACH:]):
        if kind is Tag.COORDINATOR:
            return True
        if kind not in (Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE):
            return False
    return False


def _follows_name(tokens: Sequence[Token]) -> bool:
    """Whether the second word of a sentence shows the first to be a name: a verb of saying, a clitic, a capital."""
    if len(tokens) < 2:
        return False
    second = tokens[1]
    return second.lower == "'s" or second.is_capitalised or is_verb(second, "qpt")


def _capital_follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital after a mark is a name's: after a comma it is, else when another one follows."""
    if tokens[i - 1].text == ",":
        return True
    return i + 1 < len(tokens) and (tokens[i + 1].is_capitalised or is_verb(tokens[i + 1], "qt"))


def _noun_phrase_opens(found: Sequence[Tag], k: int) -> bool:
    """Whether the noun at `k` follows its determiner at once: "the new claims"."""
    return found[k - 1] in (Tag.DETERMINER, Tag.POSSESSIVE)


def _may_be_noun(tokens: Sequence[Token], found: Sequence[Tag], k: int) -> bool:
    """Whether the finite verb at `k` can be a plural after all: "polls", "claims", with a noun or adjective before."""
    if tokens[k].lower in _LINKING:
        return False  # "the mayor remains committed"
    forms = known_forms().get(tokens[k].lower, frozenset())
    return Form.PRESENT in forms and Form.PAST not in forms and k > 0 and found[k - 1] in (Tag.NOUN, Tag.MARK)


_ED = frozenset({Form.PAST, Form.PARTICIPLE})
_ING = frozenset({Form.GERUND})
