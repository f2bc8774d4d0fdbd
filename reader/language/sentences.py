"""Tokens to sentences.

A full stop, question or exclamation mark ends a sentence together with the closing marks after it, unless the text
goes on: after an abbreviation or an initial before a name, before a small letter, before the attribution of a quote.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.language import lexicon
from reader.language.tokens import Token

_STOPS = frozenset({".", "!", "?", "…", "...", "....", "..", "?!", "!?"})
_CLOSERS = frozenset("”’\"')]}»'") | {"''"}
_OPENERS = frozenset("“‘\"'([{«„`") | {"``", "''"}
_QUOTES_OPEN = frozenset({"“", '"', "''", "``"})
_QUOTES = frozenset({"”", '"', "''"})
_SPEECH_ENDS = _STOPS | {","}
_LONGEST_SPEECH = 120  # tokens
_CLOCK = frozenset({"a.m.", "p.m.", "u.s.", "u.k.", "u.n.", "d.c.", "e.u.", "l.a.", "n.y."})
_GO_ON_AFTER_CLOSER = frozenset({"said", "says", "added", "asked", "told", "according"})


def split_sentences(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Half-open ranges of token indices, one a sentence; together they hold every token."""
    ranges: list[tuple[int, int]] = []
    first, i, n = 0, 0, len(tokens)
    while i < n:
        token = tokens[i]
        past = i + 1
        if token.text in _STOPS or (token.text[-1] == "." and len(token.text) > 1 and _may_end(token)):
            while past < n and (
                tokens[past].text in _STOPS or (tokens[past].text in _CLOSERS and _closes(tokens, past))
            ):
                past += 1
            if past == n or _begins(tokens, i, past):
                ranges.append((first, past))
                first = past
        i = past
    if first < n:
        ranges.append((first, n))
    return ranges


def _may_end(token: Token) -> bool:
    """Whether a token with a full stop of its own may be the last of a sentence."""
    if len(token.lower) == 2:
        return False  # an initial
    if token.lower in _CLOCK or token.lower.count(".") > 1:
        return True
    return lexicon.table("abbreviations").get(token.lower[:-1], ()) == ("end",)


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark that may open or close stands at the end of what is before it."""
    token, before = tokens[i], tokens[i - 1]
    if token.text not in ('"', "'", "''"):
        return True
    return token.start == before.end and not (
        i + 1 < len(tokens) and tokens[i + 1].start == token.end and tokens[i + 1].is_word
    )


def _is_speech(tokens: Sequence[Token], k: int) -> bool:
    """Whether a quotation begins at `k` and ends as a sentence does, before its closing mark."""
    if tokens[k - 1].text not in _QUOTES_OPEN:
        return False
    for m in range(k + 1, min(len(tokens), k + _LONGEST_SPEECH)):
        if tokens[m].text in _QUOTES:
            return tokens[m - 1].text in _SPEECH_ENDS
    return False


def _begins(tokens: Sequence[Token], stop: int, i: int) -> bool:
    """Whether token `i`, after the stop and its closing marks, begins a sentence."""
    token = tokens[i]
    if token.start == tokens[i - 1].end and token.text not in _OPENERS:
        return False  # glued: example.com, 3.5
    closed = i > stop + 1
    if closed and token.text in _GO_ON_AFTER_CLOSER:
        return False
    k = i
    while k < len(tokens) and (tokens[k].text in _OPENERS or tokens[k].text in "-–—•"):
        k += 1
    if k == len(tokens):
        return False
    follower = tokens[k]
    ending = tokens[stop]
    if len(ending.text) > 1 and ending.text[-1] == "." and ending.text not in _STOPS and not closed:
        # an abbreviation that often ends a sentence: only a word that opens one settles it, or a whole quotation
        opens = follower.lower in lexicon.words("sentence_openers") or _is_speech(tokens, k)
        return follower.is_capitalised and opens
    if follower.text[0].islower():
        return ending.text in "!?" and closed is False and k > i  # a new quotation in small letters
    return follower.text[0].isalnum() or follower.text[0] in "$€£¥#@&" or k > i
