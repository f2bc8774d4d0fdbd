"""Which quotes say the same words again: the whole or a part, word for word or with small changes.

A small change is a word dropped or put in, an ellipsis, brackets, other marks, another tense or person ("I will go" of
"he would go"). Runs of three words that two quotes share are put together to passages where they follow each other in
both; a short quotation is looked up whole. Each word costs a bounded amount of work, so the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.analysis.model import Quote
from reader.language import lexicon

_TOKEN = re.compile(r"\[[^\]\n]{3,80}\]|\.\.\.+|…|[^\W_]+(?:['’\]\[][^\W_]+)*")
_MARKED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]|‘([^‘’]+)’")
_ALIKE = {
    **dict.fromkeys(("am", "is", "are", "was", "were", "been", "being"), "be"),
    **dict.fromkeys(("has", "had", "having"), "have"),
    **dict.fromkeys(("would", "shall"), "will"),
    "could": "can", "ca": "can", "wo": "will", "might": "may", "did": "do", "does": "do",
    **dict.fromkeys(("he", "she", "we", "they"), "i"),
    **dict.fromkeys(("him", "her", "us", "them"), "me"),
    **dict.fromkeys(("his", "our", "their"), "my"),
    **dict.fromkeys(("these", "those", "that"), "this"),
}  # fmt: skip
"""Words that a report changes when it turns direct speech into its own: one stands for all."""
_CONTRACTED = {"'s": "be", "'re": "be", "'m": "be", "'ll": "will", "'d": "will", "'ve": "have", "n't": "not"}
_ENDINGS = ("ing", "ed", "es", "s")
_GAP = "…"
_ANCHOR = 3
"""Words of the runs by which two quotes are found to have something in common."""
_RUN = 6
"""Words that two quotes must share to be called a repeat: fewer is a phrase, not a quotation."""
_CONTENT = 3
"""How many of those must say something."""
_SHORT = range(2, 7)
"""Words of a quotation that is looked up whole."""
_SHIFT = 6
"""Words that one of the two may have more between two runs."""
_SHIFT_OVER_GAP = 60
"""The same where it leaves out something openly."""
_MOST_OF_IT = 0.7
"""Share of the shorter quote that makes a repeat though the run is short."""
_EARLIER = 4
"""Earlier quotes with the same run that are compared."""
_LONGEST_STOCK = 10


_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """A quote as it is compared."""

    id: str
    speaker: str | None
    keys: Sequence[str]
    """Each word brought to the form that small changes leave alike; `_GAP` for words left out."""
    content: Sequence[bool]
    """By word: whether it says something. Words of stock phrases, names and common words do not."""
    whole: Sequence[tuple[int, int]]
    """Ranges that are short quotations of their own."""


def repeats(text: str, quotes: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    """Pairs of ids, the earlier quote first, that say the same words; of many alike, each is tied to the first."""
    read = [_read(text, quote) for quote in quotes]
    found = _short(read)
    by_run: dict[_Run, list[tuple[int, int]]] = {}
    for n in range(len(read)):
        found[n] |= _long(read, n, by_run)
        yield from ((read[m].id, read[n].id) for m in sorted(found[n]) if not found[m] & found[n])


def _read(text: str, quote: Quote) -> _Words:
    keys: list[str] = []
    lowers: list[str] = []
    content: list[bool] = []
    whole: list[tuple[int, int]] = []
    for part in quote.parts:
        said = part.of(text)
        starts: list[int] = []
        for token in _TOKEN.finditer(said):
            for key, lower, says in _forms(token.group(), not starts):
                starts.append(token.start())
                keys.append(key)
                lowers.append(lower)
                content.append(says)
        offset = len(keys) - len(starts)
        for marked in _MARKED.finditer(said):
            inside = [i for i, start in enumerate(starts) if marked.start() <= start < marked.end()]
            if inside and len(inside) in _SHORT:
                whole.append((offset + inside[0], offset + inside[-1] + 1))
    _blank_stock_phrases(lowers, content)
    speaker = quote.speaker.entity if quote.speaker is not None else None
    return _Words(quote.id, speaker, keys, content, whole)


@lru_cache(1 << 14)
def _forms(surface: str, first: bool) -> tuple[tuple[str, str, bool], ...]:
    """A word as key and in lower case, and whether it says something; a contraction is two."""
    if surface.startswith(("…", "...")) or (surface.startswith("[") and surface.endswith("]")):
        return ((_GAP, _GAP, False),)
    lower = surface.replace("[", "").replace("]", "").replace("’", "'").lower()
    stem, tail = lower, ""
    for ending in _CONTRACTED:
        if lower.endswith(ending) and len(lower) > len(ending):
            stem, tail = lower[: -len(ending)], ending
            break
    name = surface[0].isupper() and not first
    form = _key(stem), stem + tail, not name and _says_something(stem)
    return (form, (_CONTRACTED[tail], "", False)) if tail else (form,)


def _says_something(lower: str) -> bool:
    if len(lower) < 3 or lower in _ALIKE:
        return False
    return lower not in lexicon.words("function_words") and lower not in lexicon.words("light_words")


def _key(lower: str) -> str:
    alike = _ALIKE.get(lower)
    if alike is not None or len(lower) < 5:
        return alike or lower
    for ending in _ENDINGS:
        if lower.endswith(ending) and not lower.endswith("ss"):
            return lower[: -len(ending)].rstrip("e")
    return lower.rstrip("e")


@cache
def _grammar() -> frozenset[str]:
    """Words without which a passage is a long name and no saying."""
    return lexicon.words("function_words") - {"be"}  # "be" is also the "'s" of a possessor


@cache
def _stock() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in lexicon.words("stock_phrases"))


@cache
def _stock_openings() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _stock())


def _blank_stock_phrases(lowers: Sequence[str], content: list[bool]) -> None:
    stock, openings = _stock(), _stock_openings()
    for i, lower in enumerate(lowers):
        if lower not in openings:
            continue
        run: list[str] = []
        for past in range(i, min(len(lowers), i + _LONGEST_STOCK)):
            if lowers[past]:
                run.append(lowers[past])
            if tuple(run) in stock:
                content[i : past + 1] = [False] * (past + 1 - i)


def _long(read: Sequence[_Words], n: int, by_run: dict[_Run, list[tuple[int, int]]]) -> set[int]:
    """Earlier quotes that share a passage with quote `n`, whose runs are taken in."""
    words = read[n]
    hits: dict[int, list[tuple[int, int]]] = {}
    mine: list[tuple[_Run, int]] = []
    for j in range(len(words.keys) - _ANCHOR + 1):
        run = tuple(words.keys[j : j + _ANCHOR])
        if _GAP in run or not any(words.content[j : j + _ANCHOR]):
            continue
        for m, i in by_run.get(run, ()):
            hits.setdefault(m, []).append((i, j))
        mine.append((run, j))
    for run, j in mine:
        places = by_run.setdefault(run, [])
        if len(places) < _EARLIER and not (places and places[-1][0] == n):
            places.append((n, j))
    return {
        m
        for m, runs in hits.items()
        if any(_is_repeat(words, read[m], chain) for chain in _chains(words, read[m], runs))
    }


def _chains(later: _Words, earlier: _Words, runs: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Shared runs put together where they follow each other in both quotes."""
    chain: list[tuple[int, int]] = []
    for i, j in runs:
        if chain:
            last_i, last_j = chain[-1]
            gap = _GAP in earlier.keys[last_i + _ANCHOR : i] or _GAP in later.keys[last_j + _ANCHOR : j]
            reach = _SHIFT_OVER_GAP if gap else _SHIFT
            if not (last_i < i <= last_i + _ANCHOR + reach and last_j < j <= last_j + _ANCHOR + reach):
                yield chain
                chain = []
        chain.append((i, j))
    if chain:
        yield chain


def _is_repeat(later: _Words, earlier: _Words, chain: Sequence[tuple[int, int]]) -> bool:
    shared = {j + k for _, j in chain for k in range(_ANCHOR)}
    telling = sum(later.content[j] for j in shared)
    if len(shared) >= _RUN and telling >= _CONTENT and any(later.keys[j] in _grammar() for j in shared):
        return True
    least = min(sum(key != _GAP for key in w.keys) for w in (later, earlier))
    return telling >= 2 and len(shared) >= max(_ANCHOR, _MOST_OF_IT * least)


def _short(read: Sequence[_Words]) -> list[set[int]]:
    """By quote: the earlier ones of which one of the two has the whole of a short quotation of the other."""
    owners: dict[_Run, set[int]] = {}
    for n, words in enumerate(read):
        for first, past in words.whole:
            owners.setdefault(tuple(words.keys[first:past]), set()).add(n)
    openings = {run[0] for run in owners}
    found: list[set[int]] = [set() for _ in read]
    holders: dict[_Run, list[int]] = {}
    for n, words in enumerate(read):
        for first, key in enumerate(words.keys):
            if key not in openings:
                continue
            for past in range(first + _SHORT.start, min(first + _SHORT.stop, len(words.keys) + 1)):
                run = tuple(words.keys[first:past])
                if run not in owners:
                    continue
                held = holders.setdefault(run, [])
                for m in held:
                    owned = m in owners[run] or n in owners[run]
                    if m != n and owned and _tells(words, first, past, same_speaker=_same(words, read[m])):
                        found[n].add(m)
                if len(held) < _EARLIER and n not in held:
                    held.append(n)
    return found


def _same(a: _Words, b: _Words) -> bool:
    return a.speaker is not None and a.speaker == b.speaker


def _tells(words: _Words, first: int, past: int, *, same_speaker: bool) -> bool:
    """Whether a short quotation says enough to be known again: of one speaker, one telling word in three will do."""
    telling = sum(words.content[first:past])
    return telling >= 2 or (same_speaker and telling >= 1 and past - first >= 3)
