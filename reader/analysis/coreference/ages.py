"""How old somebody is said to be: "Roe, 34, said" is whom "the 34-year-old" means."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.coreference.nouns import YEAR_OLD
from reader.language.prose import Sentence
from reader.language.tokens import Token

_OPENS = frozenset({",", "(", "—", "–"})
_CLOSES = frozenset({",", ")", ".", ";", "—", "–"})
_BEFORE = 6
"""Words that may stand between an age and the name: "the 34-year-old former harbour pilot Ana Roe"."""


def age_told(tokens: Sequence[Token], sentence: Sentence, first: int, past: int) -> str | None:
    """The age told beside a name, as a noun: "34-year-old" at "Roe, 34," and "34-year-old pilot Ana Roe"."""
    i = past
    if i + 2 < sentence.past and tokens[i].text in _OPENS:
        i += 1
        if tokens[i].lower == "aged":
            i += 1
        elif tokens[i].lower in ("a", "an"):
            return _age_at(tokens, i + 1)
        if _is_age(tokens[i].text) and i + 1 < sentence.past:
            return f"{tokens[i].text}-{YEAR_OLD}" if tokens[i + 1].text in _CLOSES else _age_at(tokens, i)
    for k in range(first - 1, max(sentence.first + 1, first - _BEFORE), -1):
        if not tokens[k].is_word and tokens[k].text != "-":
            return None
        if tokens[k].lower == YEAR_OLD:
            return _age_at(tokens, k - 2)
    return None


def _age_at(tokens: Sequence[Token], i: int) -> str | None:
    """ "34-year-old" where its number is the token `i`."""
    if i + 2 < len(tokens) and _is_age(tokens[i].text) and tokens[i + 2].lower == YEAR_OLD:
        return f"{tokens[i].text}-{YEAR_OLD}"
    return None


def _is_age(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4
