"""What stands between commas, dashes or brackets inside a clause, by index of token."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.tokens import Token

_ASIDE = 30
"""Tokens of an apposition between commas that are looked over for the verb behind it."""
_CLOSING = {"(": ")", "[": "]", ",": ",", "—": "—", "–": "–"}


def skip_asides(tokens: Sequence[Token], i: int, past: int) -> int:
    """The token behind all that is put between brackets, commas or dashes from `i` on; `i` when that does not close."""
    while i + 1 < past and tokens[i].text in _CLOSING:
        closing = _CLOSING[tokens[i].text]
        end = next((k for k in range(i + 1, min(i + _ASIDE, past)) if tokens[k].text == closing), None)
        if end is None:
            break
        i = end + 1
    return i
