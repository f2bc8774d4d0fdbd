"""Participles that say which one is meant and look like verbs: "a report released in May said"; by index of token."""

from __future__ import annotations

from reader.analysis.model import Label
from reader.analysis.quotes.passages import Passage
from reader.language import lexicon
from reader.language.tags import Tag
from reader.language.verbs import Form, forms_of_speech, known_forms

_NAMING = frozenset({"named", "called", "titled", "entitled", "dubbed"})


def is_reduced(passage: Passage, k: int, floor: int) -> bool:
    """Whether a verb between a noun and the verb of saying is a participle: "a report released in May said".

    Two finite verbs do not follow each other without a conjunction, unless the first takes a clause without "that".
    """
    lower = passage.lowers[k]
    if k <= floor or lower in lexicon.words("verbs_with_clauses") or lower in forms_of_speech():
        return False
    last = k + 1 == len(passage.tags)
    if lower not in _NAMING and not last and passage.tags[k + 1] in (Tag.NOUN, Tag.DETERMINER):
        return False  # an object follows: "the crowd cheered Ada Berg, who said"
    forms = known_forms().get(lower)
    participle = Form.PARTICIPLE in forms if forms is not None else lower.endswith("ed")
    return participle and passage.tags[k - 1] in (Tag.NOUN, Tag.ADVERB) and not _acts(passage, k - 1, floor)


def _is_title(passage: Passage, k: int) -> bool:
    return passage.tokens[k].is_capitalised and passage.tags[k] is Tag.NOUN and passage.inside[k] < 0


def _acts(passage: Passage, k: int, floor: int) -> bool:
    """Whether the name that ends at `k` opens its clause and acts in it: "Tolle held up a sign"."""
    while k > floor and passage.tags[k] is Tag.ADVERB:
        k -= 1
    name = passage.name_of[k]
    if name < 0 or passage.names[name].label is not Label.PERSON:
        return False
    while k >= floor and (passage.name_of[k] == name or _is_title(passage, k)):
        k -= 1
    return k < floor or passage.tags[k] in (Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR)
