"""What a terminal must never be sent is replaced once, at load, character for character.

The length never changes, so an offset into the clean text is one into the decoded file. Line ends of every kind become
line feeds and a tab a space. Control characters (and with them every escape sequence), characters that change the
direction of text, tags and what is no character become U+FFFD, which is seen. Invisible characters that are only noise
(zero-width spaces, soft hyphens, direction marks) become a middle dot inside a word, so that a name broken by one is
still readable, and a space elsewhere. Joiners stay between the letters and signs that need them (Persian, Indic
scripts, emoji). Marks stacked on one letter and joined emoji are cut at a number that no writing has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

REPLACEMENT = "\ufffd"
MAX_MARKS = 8
"""Combining marks on one letter; Hebrew and Tibetan have up to five (UAX 15 allows 30, far more than a line shows)."""
MAX_JOINS = 8
"""Joiners in one emoji; the longest that Unicode recommends has four."""


_PIECE = 100_000


class Cleaned(NamedTuple):
    """A clean text of the same length."""

    text: str
    controls: int
    """Control characters and others that are shown as U+FFFD."""
    invisible: int
    """Invisible characters that became a space or a dot."""


_LINE_ENDS = frozenset("\r\v\f\x85\u2028\u2029")
_SEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 without tabs and line ends
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates
    "\u206a-\u206f\ufff9-\ufffb"  # deprecated formatting, annotations
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, noncharacters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # shorthand and musical formatting
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"  # tags
)
_NOISE = "\xad\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\ufeff"
_JOINERS = "\u200c\u200d"
_JOINED = "\u0600-\u1bff\u2190-\u2bff\u3030\u303d\ufe0f\ua800-\uabff\U00010a00-\U00011fff\U0001f000-\U0001faff"
"""Scripts from Arabic to Balinese and their supplements, arrows and symbols, emoji and the sign that makes them so."""
_HIDDEN = re.compile(f"[{_NOISE}]+|(?<![{_JOINED}])[{_JOINERS}]+|[{_JOINERS}]{{2,}}|[{_JOINERS}](?![{_JOINED}])")
_STACKABLE = re.compile(f"[^\\w\\s\x00-\u02ff]{{{MAX_MARKS + 1},}}")
"""Marks and joined signs are neither letters nor spaces; which of a run they are, `_unstack` looks up."""


def clean(text: str) -> Cleaned:
    """The text without anything that moves a cursor, changes a terminal or hides; of the same length."""
    if len(text) <= _PIECE:
        return _clean(text)
    # Piece by piece, so that of a long text no step holds up other threads.
    first = next((at for at, piece in _pieces(text) if _clean(piece).text != piece), len(text))
    if first == len(text):
        return Cleaned(text, 0, 0)
    kept, controls, invisible = "", 0, 0
    for at, piece in _pieces(text):
        cleaned = _clean(piece) if at >= first else Cleaned(piece, 0, 0)
        kept += cleaned.text
        controls, invisible = controls + cleaned.controls, invisible + cleaned.invisible
    return Cleaned(kept, controls, invisible)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that end after a line or a word: nothing that is replaced depends on what lies beyond."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _PIECE) + 1 or text.find(" ", at + _PIECE) + 1 or len(text)
        yield at, text[at:end]
        at = end


def _clean(text: str) -> Cleaned:
    text = text.replace("\r\n", " \n").replace("\t", " ")
    # Few characters differ in any text: what is not among them need not be looked for, which is most of the work.
    present = set(text)
    text = _replace_each(text, _LINE_ENDS & present, "\n")
    seen = {c for c in present if _SEEN.match(c)}
    controls = sum(map(text.count, seen)) if len(seen) < 64 else len(_SEEN.findall(text))
    text = _replace_each(text, seen, REPLACEMENT)
    if any(c in _JOINERS or unicodedata.category(c) in ("Mn", "Me") for c in present):
        text = _STACKABLE.sub(lambda match: _unstack(match.group()), text)
    if not any(_HIDDEN.match(c) for c in present):
        return Cleaned(text, controls, 0)
    invisible = 0

    def visible(match: re.Match[str]) -> str:
        nonlocal invisible
        start, end = match.span()
        invisible += end - start
        inside = start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()
        return ("·" if inside else " ") * (end - start)

    return Cleaned(_HIDDEN.sub(visible, text), controls, invisible)


def clean_line(text: str) -> str:
    """The text as one clean line: for messages, titles, file names, addresses."""
    return clean(text).text.replace("\n", " ")


def _replace_each(text: str, characters: Iterable[str], by: str) -> str:
    """Every one of `characters` replaced; a table is slower for a few and faster for many."""
    characters = list(characters)
    if len(characters) > 16:
        return text.translate(dict.fromkeys(map(ord, characters), by))
    for character in characters:
        text = text.replace(character, by)
    return text


def _unstack(run: str) -> str:
    """Cut stacks of marks and chains of joined emoji that are too long for any writing."""
    kept: list[str] = []
    marks = joins = 0
    after_joiner = False
    for character in run:
        if unicodedata.category(character) in ("Mn", "Me"):
            marks += 1
            kept.append(character if marks <= MAX_MARKS else REPLACEMENT)
            continue
        marks = 0
        if character == "\u200d":
            joins += 1
            after_joiner = joins <= MAX_JOINS
            kept.append(character if after_joiner else REPLACEMENT)
            continue
        if not after_joiner:
            joins = 0
        after_joiner = False
        kept.append(character)
    return "".join(kept)
