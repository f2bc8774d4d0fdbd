"""Text to tokens: words, figures and marks, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.language import lexicon
from reader.spans import Span


class Token(NamedTuple):
    """A word, a figure or a punctuation mark."""

    start: int
    end: int
    text: str
    lower: str
    """In lower case, with a straight apostrophe."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit in it."""
        return self.text[0].isalnum() or self.text[-1].isalnum()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


_TOKEN = re.compile(
    r"""
      https?://\S+ | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}                # addresses, of bounded length
    | (?:[^\W\d_]\.){2,}                                                           # U.S., D.C., a.m.
    | \d+(?:[.,:]\d+){0,12}(?:st|nd|rd|th|s|bn|m|k|tn|km|kg|mph|kph)?(?!\w)        # 1,000.50, 10:30, 29th, 1990s, 5m
    | [^\W_]\.(?=\s*[^\W\d_])(?=\s*[A-Z])                                          # an initial: J. Smith, G.K.
    | ['’](?:s|re|ve|ll|d|m)\b                                                     # clitics
    | [^\W_]+(?:(?:['’](?!(?:s|re|ve|ll|d|m)\b)(?=[^\W_])|[&/_]|[-‐‑](?=[^\W_]))[^\W_]+)*
    | \.{2,}|…|[-–—]{1,3}|``|''|[^\w\s] | _+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERS = frozenset({"no", "nos"})
_AFTER_ADDRESS = ".,;:!?)]”’\"'"
_WITH_STOP = re.compile(r"[^\W\d_]+$")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into `text`.

    A hyphenated word is one token, a possessive or contracted `’s ’re ’ve ’ll ’d ’m` one of its own, and the full stop
    of a known abbreviation belongs to it. Nothing but white space is left out.
    """
    abbreviations = lexicon.words("abbreviations")
    tokens: list[Token] = []
    at, end = start, len(text) if end is None else end
    while (match := _TOKEN.search(text, at, end)) is not None:
        begin, stop = match.span()
        surface = match.group()
        if surface.startswith(("http://", "https://")):
            surface = surface.rstrip(_AFTER_ADDRESS)
            stop = begin + len(surface)
        at = stop
        if surface == "." and tokens and tokens[-1].end == begin:
            last = tokens[-1]
            if last.lower in abbreviations and _WITH_STOP.match(last.text) and not _is_plain_no(text, last, stop):
                surface = last.text + "."
                tokens[-1] = Token(last.start, stop, surface, surface.lower())
                continue
        tokens.append(Token(begin, stop, surface, surface.lower().replace("’", "'")))
    return tokens


def parts_place(tokens: Sequence[Token], i: int, past: int) -> bool:
    """Whether the comma at `i` only parts the place that somebody is from: "the Lorn, Orland-based firm"."""
    return tokens[i].text == "," and i + 1 < past and tokens[i + 1].lower.endswith("-based")


def _is_plain_no(text: str, last: Token, stop: int) -> bool:
    """Whether "no." is the word at a sentence's end rather than "number"."""
    return last.lower in _NUMBERS and not text[stop : stop + 2].strip()[:1].isdigit()
