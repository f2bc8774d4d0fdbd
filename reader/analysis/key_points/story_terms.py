"""What an article is about, as weighted words: the yardstick for how central a sentence is and what it repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2, sqrt
from typing import NamedTuple

from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.prose import Prose
from reader.language.tokens import Token

_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("ly", ""), ("s", ""))
_SHORTEST_STEM = 3
_TITLE_FACTOR = 2.0  # what the headline names is what the story is about, as Edmundson (1969) found
_LEAD_FACTOR = 1.5
_ONCE = 0.3  # what a term that comes but once counts beside one that recurs
_FEW = 4  # a sentence of fewer terms is not central by being short


def stem(word: str) -> str:
    """A light stem that brings *arrest*, *arrests*, *arrested* and *arresting* together."""
    if len(word) > 4 and not word.endswith(("ss", "us", "is")):
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                word = word[: len(word) - len(ending)] + instead
                break
    if len(word) > 4 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


def content_terms(tokens: Iterable[Token]) -> frozenset[str]:
    """The stems of its words that say something of the matter."""
    return frozenset(term for token in tokens for term in _terms_of(token.text, token.lower).content)


def open_terms(tokens: Iterable[Token]) -> frozenset[str]:
    """The stems of all its words but the closed-class ones: what two sentences have in common to the eye."""
    return frozenset(term for token in tokens for term in _terms_of(token.text, token.lower).open)


class _Terms(NamedTuple):
    """The stems of one token: of its open-class parts, and of those that say something of the matter."""

    open: tuple[str, ...]
    content: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def _terms_of(text: str, lower: str) -> _Terms:
    """Each part of a hyphenated word by itself.

    What is written in capitals throughout is a name, not a small word: US, WHO, IT.
    """
    if not (text[0].isalnum() or text[-1].isalnum()) or lower[0] == "'":
        return _Terms((), ())
    if len(text) > 1 and text.isupper():
        parts = [lower]
    else:
        closed = lexicon.words("function_words")
        parts = [part for part in lower.split("-") if part and part not in closed]
    light = lexicon.words("light_words")
    return _Terms(tuple(map(stem, parts)), tuple(stem(part) for part in parts if part not in light))


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Of the shorter one's terms, the share that the other has too, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@dataclass(frozen=True, slots=True)
class Story:
    weights: Mapping[str, float]
    """How much each term stands for the article."""
    counts: Mapping[str, int]
    """How many sentences use each term."""
    title: frozenset[str]
    norm: float
    """The length of the vector of weights."""

    def recurs(self, term: str) -> bool:
        """Whether more than one sentence uses it."""
        return self.counts.get(term, 0) > 1

    def centrality(self, terms: Collection[str]) -> float:
        """How close a sentence of these terms is to the article as a whole: their cosine, 0 to 1.

        The sentence's own terms count alike, the article's by their weights (the centroid of Radev et al. 2004).
        """
        if not terms or not self.norm:
            return 0.0
        return sum(self.weights.get(term, 0.0) for term in terms) / (self.norm * sqrt(max(_FEW, len(terms))))


def weigh_terms(prose: Prose, title: Sequence[Token], lead: Sequence[Token]) -> Story:
    """Weigh each term by how many sentences use it, and higher when the headline or the lead does."""
    counts: Counter[str] = Counter()
    for sentence in prose.sentences:
        if prose.block_of(sentence).kind is not BlockKind.FURNITURE:
            counts.update(content_terms(prose.tokens_of(sentence)))
    in_title, in_lead = content_terms(title), content_terms(lead)
    weights = {term: log2(count) for term, count in counts.items() if count > 1}
    for term in in_lead:
        weights[term] = (weights.get(term, 0.0) + 0.5) * _LEAD_FACTOR
    for term in in_title:
        weights[term] = (weights.get(term, 0.0) + 0.5) * _TITLE_FACTOR
    return Story(weights, counts, in_title, sqrt(sum(w * w for w in weights.values())))


def closeness_to_later(all_terms: Sequence[Collection[str]], story: Story) -> list[float]:
    """For each statement its mean closeness to those after it, as a share of all, 0 to 1: what is told first and taken
    up again carries the text, what only repeats does not (directed centrality, Zheng and Lapata 2019).

    Closeness is the cosine of their terms; a term that does not recur counts for little. Linear in the text: the
    vectors of the later statements are summed up from the end.
    """
    found = [0.0] * len(all_terms)
    after: dict[str, float] = {}
    for i in range(len(all_terms) - 1, -1, -1):
        weights = {term: 1.0 if story.recurs(term) else _ONCE for term in all_terms[i]}
        length = sqrt(max(_FEW, sum(w * w for w in weights.values())))
        found[i] = sum(w * after.get(term, 0.0) for term, w in weights.items()) / (length * len(all_terms))
        for term, w in weights.items():
            after[term] = after.get(term, 0.0) + w / length
    return found
