"""A passage that is no longer word for word what it was, found by what is left of it and of its surroundings. Pure."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from reader.language.lexicon import table, words
from reader.library.anchors import CONTEXT, Anchor, State
from reader.spans import Span

_SEED = 3
"""Words in a row by which a changed passage is found."""
_PLACES_A_SEED = 20
_LONGEST = 4000
"""Characters: a passage longer than this is found by its words as they are, or not at all."""
_ALIKE = 0.5
"""Share of the words that a changed passage must still have."""
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+|\n\s*\n|[.!?…][”’\"')\]]*$")
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def _words_of(text: str, start: int, end: int) -> list[_Word]:
    return [_Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def changed_words(text: str, anchor: Anchor) -> tuple[Span, State] | None:
    """The passage between what is left of the surroundings, when enough of the words is left or all that is around."""
    if len(anchor.exact) > _LONGEST:
        return None
    whole = anchor.prefix + anchor.exact + anchor.suffix
    shift = _likely_shift(text, whole)
    if shift is None:
        return None
    slack = len(anchor.exact) // 2 + CONTEXT
    old = _words_of(whole, 0, len(whole))
    new = _words_of(text, max(0, shift - slack), min(len(text), shift + len(whole) + slack))
    first = sum(1 for word in old if word.end <= len(anchor.prefix))
    past = sum(1 for word in old if word.start < len(anchor.prefix) + len(anchor.exact))
    pairs = {
        block.a + i: block.b + i
        for block in SequenceMatcher(None, [w.text for w in old], [w.text for w in new], False).get_matching_blocks()
        for i in range(block.size)
    }
    before = max((pairs[i] for i in range(first) if i in pairs), default=-1)
    after = min((pairs[i] for i in range(past, len(old)) if i in pairs), default=len(new))
    inside = [pairs[i] for i in range(first, past) if i in pairs]
    firmly = first - 1 in pairs and past in pairs
    if firmly:  # the words next to it on both sides are there: all between them is what it has become
        a, b = before + 1, after
    elif inside:
        a, b = inside[0], inside[-1] + 1
    else:
        return None
    kept, most = len(inside), max(past - first, b - a)
    if b <= a or (kept < _ALIKE * most and not (firmly and b - a <= past - first + 3)):
        return None
    span = _with_marks(text, anchor.exact, Span(new[a].start, new[b - 1].end))
    gone = [w.text for w in old[first:past]]
    now = [w.text for w in new[a:b]]
    weighty = kept < _ALIKE * most or changes_meaning(gone, now)
    return span, State.REVIEW if weighty else State.ANCHORED


def sentence_changed(text: str, span: Span, anchor: Anchor) -> bool:
    """Whether around words that are as they were a name, a figure or a negation of their sentence has changed: who said
    it, that it was denied."""
    before, after = text[max(0, span.start - 2 * CONTEXT) : span.start], text[span.end : span.end + 2 * CONTEXT]
    old, new = (_WORD.findall(_SENTENCE_END.split(side)[-1])[::-1] for side in (anchor.prefix, before))
    if _differ(old, new, anchor.prefix):
        return True
    if not _SENTENCE_END.split(anchor.exact)[-1]:
        return False
    old, new = (_WORD.findall(_SENTENCE_END.split(side)[0]) for side in (anchor.suffix, after))
    return _differ(old, new, anchor.suffix)


def _differ(old: list[str], new: list[str], known: str) -> bool:
    """Whether the ways from a passage to the end of its sentence, before an edit and after, differ in meaning. Where
    what is `known` of the old one does not reach so far, its last word may be cut, and the new one counts no further
    than to the last word that both have."""
    if len(known) == CONTEXT and not _SENTENCE_END.search(known):
        old = old[:-1]
        new = new[: max((at + 1 for at, word in enumerate(new) if word in old), default=0)]
    return changes_meaning(old, new)


def _likely_shift(text: str, whole: str) -> int | None:
    """Where the passage with its surroundings would begin, as most of the runs of words in it have it."""
    words = _words_of(whole, 0, len(whole))
    votes: Counter[int] = Counter()
    size = min(_SEED, len(words))
    for i in range(len(words) - size + 1 if size else 0):
        start = words[i].start
        run = whole[start : words[i + size - 1].end]
        at = text.find(run)
        for _ in range(_PLACES_A_SEED):
            if at < 0:
                break
            votes[(at - start) // CONTEXT] += 1
            at = text.find(run, at + 1)
    if not votes:
        return None
    return max(votes, key=lambda v: (votes[v] + votes[v + 1] if v + 1 in votes else votes[v], -abs(v))) * CONTEXT


_OPENING, _CLOSING = "“‘\"'«„(", "”’\"'»“).,;:!?…"


def _with_marks(text: str, exact: str, span: Span) -> Span:
    """The span with the marks that the words began and ended with, where they are there still."""
    start, end = span
    lead = exact[: len(exact) - len(exact.lstrip(_OPENING))]
    trail = exact[len(exact.rstrip(_CLOSING)) :]
    start -= len(lead) if lead and text[max(0, start - len(lead)) : start] == lead else 0
    end += len(trail) if trail and text[end : end + len(trail)] == trail else 0
    return Span(start, end)


def changes_meaning(old: list[str], new: list[str]) -> bool:
    """Whether a name, a figure or a negation is among the words that two passages do not have in common."""
    differ = (Counter(old) - Counter(new)) + (Counter(new) - Counter(old))
    if any(_is_figure(word) or _is_negation(word) for word in differ):
        return True
    classes = table("function_words")
    common = {word for word in differ if (word_classes := classes.get(word.lower())) and "time" not in word_classes}
    return any(word[:1].isupper() and word not in common for word in differ)


def _is_figure(word: str) -> bool:
    return any(c.isnumeric() for c in word) or word.lower() in words("number_words")


def _is_negation(word: str) -> bool:
    low = word.lower().replace("’", "'")
    return low.endswith("n't") or low in words("negations")
