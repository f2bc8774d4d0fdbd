"""Words of the open classes, which are verbs or nouns by what stands before them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language import lexicon
from reader.language.tokens import Token
from reader.language.verbs import Form
from reader.language.word_tags import SKIPPED, Tag, ends_phrase, is_verb, may_be_noun, noun_like, verb_follows

_BE = frozenset({"is", "are", "was", "were", "am", "be", "been", "being", "'m", "'re", "isn't", "aren't", "wasn't",
                 "weren't", "get", "gets", "got"})  # fmt: skip
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "hasn't", "haven't", "hadn't"})
_DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})
_ONLY_FINITE = frozenset({"said", "says", "wrote"})
_MAKES = frozenset({"let", "lets", "make", "makes", "made", "help", "helps", "helped", "hear", "hears", "heard", "see",
                    "saw", "seen", "watch", "watched"})  # fmt: skip
"""Verbs whose object has a bare verb after it: "made him say"."""
_INFINITIVE_REACH = 8  # tokens
_BARE_TAGS = frozenset({Tag.BASE, Tag.MODAL})
_JOINT_REACH = 5  # tokens
_PEOPLE = frozenset({"people", "children", "men", "women", "police", "folks"})
_REDUCED = frozenset({"based", "located", "related", "oriented", "involved", "titled", "entitled", "born", "known"})
_STANDS_BY = frozenset({"stood", "passed", "abided", "lived", "swung", "dropped", "stopped", "swore"})
_NO_ADVERB = frozenset({"family", "italy", "july", "rally", "ally", "assembly", "supply", "reply", "monopoly", "bully",
                        "anomaly", "elderly", "friendly", "daily", "weekly", "monthly", "yearly", "only", "early",
                        "likely", "unlikely", "costly", "deadly", "lovely", "lonely", "ugly", "holy"})  # fmt: skip
_ED = frozenset({Form.PAST, Form.PARTICIPLE})
_ING = frozenset({Form.GERUND})


def open_tag(tokens: Sequence[Token], found: list[Tag], i: int, previous: Tag, forms: frozenset[Form] | None) -> Tag:
    """What the word at `i` is; `forms`: those of verbs that it is known to be, None for none.

    `found` has the tags of the words before it, where a plural that was taken for a verb may be put right.
    """
    token = tokens[i]
    lower = token.lower
    if token.is_capitalised and i and (previous is not Tag.MARK or _capital_follows(tokens, i)):
        return Tag.NOUN  # a name, or a headline in capitals, which the words around it must settle
    if i == 0 and forms is not None and Form.GERUND not in forms:
        return Tag.PARTICIPLE if Form.PARTICIPLE in forms else Tag.NOUN  # statements do not open with a finite verb
    if forms is None:
        told = _told_by_ending(tokens, i)
        if isinstance(told, Tag):
            return told
        forms = told
    k = i - 1
    while k >= 0 and found[k] in SKIPPED:
        k -= 1
    governor = found[k] if k >= 0 else Tag.MARK
    if governor is Tag.MARK and tokens[k].text == ")" and k == i - 1:
        governor = Tag.NOUN  # "Ada Tolle (I-Orrel) remains"
    word = tokens[k].lower if k >= 0 else ""
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
        return _past(tokens, found, i, k, governor, forms)
    if Form.PRESENT in forms:
        return _present(tokens, i, k, governor, previous)
    return _base(tokens, found, i, k, governor, forms)


def _told_by_ending(tokens: Sequence[Token], i: int) -> Tag | frozenset[Form]:
    """What a word that is no known verb is, or the forms of one that its ending lets it be."""
    lower = tokens[i].lower
    if not i and tokens[i].is_capitalised and _follows_name(tokens):
        return Tag.NOUN  # "Tilly said", "Harting's"
    if lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERB:
        return Tag.ADVERB
    if lower.endswith("ed") and len(lower) > 4:
        return _ED if i else Tag.PARTICIPLE
    if lower.endswith("ing") and len(lower) > 5:
        return _ING
    return Tag.NOUN


def _past(tokens: Sequence[Token], found: list[Tag], i: int, k: int, governor: Tag, forms: frozenset[Form]) -> Tag:
    """A past form or a participle at `i`, after the `governor` at `k`."""
    lower = tokens[i].lower
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if following == "by" and Form.PARTICIPLE in forms and lower not in _STANDS_BY:
        return Tag.PARTICIPLE
    if Form.PAST not in forms:
        return Tag.PARTICIPLE
    if governor is Tag.NOUN and lower in _REDUCED:
        return Tag.PARTICIPLE  # "a plan based on"
    if k == i - 1 and governor is Tag.FINITE and may_be_noun(tokens, found, k):
        found[k] = governor = Tag.NOUN  # "early polls suggested"
    return Tag.FINITE if governor in (Tag.NOUN, Tag.PRONOUN, Tag.RELATIVE, Tag.COORDINATOR, Tag.MARK,
                                      Tag.TIME, Tag.OBJECT, Tag.SUBORDINATOR) else Tag.PARTICIPLE  # fmt: skip


def _present(tokens: Sequence[Token], i: int, k: int, governor: Tag, previous: Tag) -> Tag:
    """A form in -s at `i`, which may be a plural, after the `governor` at `k`."""
    if governor is Tag.MARK and verb_follows(tokens, i):
        return Tag.NOUN  # "so far, polls suggest"
    if governor is Tag.SUBORDINATOR and tokens[k].lower == "that" and not verb_follows(tokens, i):
        return Tag.FINITE  # "the wall that protects the town"
    if governor is Tag.FINITE and previous is Tag.ADVERB:
        return Tag.FINITE  # "what the town needs also makes it poor"
    if governor is Tag.NOUN and k == i - 1 and ends_phrase(tokens, i) and not is_verb(tokens[i], "qt"):
        return Tag.NOUN  # "press reports, case studies"
    return Tag.FINITE if governor in (Tag.NOUN, Tag.PRONOUN, Tag.RELATIVE, Tag.MARK, Tag.COORDINATOR) else Tag.NOUN


def _base(tokens: Sequence[Token], found: list[Tag], i: int, k: int, governor: Tag, forms: frozenset[Form]) -> Tag:
    """A bare form at `i`, which may be a noun, after the `governor` at `k`."""
    token = tokens[i]
    word = tokens[k].lower if k >= 0 else ""
    if governor in (Tag.PRONOUN, Tag.RELATIVE):
        return Tag.FINITE
    if k == i - 1 and governor is Tag.FINITE and may_be_noun(tokens, found, k) and is_verb(token):
        found[k] = Tag.NOUN  # "news reports say"
        return Tag.FINITE
    if governor is Tag.OBJECT and k and is_verb(token) and tokens[k - 1].lower not in _MAKES:
        return Tag.FINITE  # "those near to him say", "the groups that endorsed him say"
    if governor is Tag.COORDINATOR and is_verb(token) and not _BARE_TAGS & set(found[-_INFINITIVE_REACH:]):
        return Tag.FINITE  # "some fear the cost and argue that"
    if governor is Tag.NOUN and tokens[k].is_capitalised and _person_follows(tokens, i):
        return Tag.NOUN  # "Tolle campaign manager"
    if token.lower == "last" and i + 1 < len(tokens) and tokens[i + 1].lower in lexicon.words("time_nouns"):
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
