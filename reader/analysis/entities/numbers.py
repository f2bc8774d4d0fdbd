"""Numbers in figures and words: "1,500", "2.4 million", "twenty-five", "half a million"."""

from __future__ import annotations

from decimal import Decimal

from reader.language import lexicon

_ROWS = lexicon.table("number_words")
_SMALL = {word: int(row[0]) for word, row in _ROWS.items() if len(row) == 1}
_SCALES = {word: int(row[0]) for word, row in _ROWS.items() if len(row) == 2}

SCALE = "(?:hundred|thousand|lakhs?|million|crores?|billion|trillion|mln|mn|bn|trn|tn|[mkMK])"
"""Pattern of what multiplies a figure."""
FIGURE = r"(?:\d{1,3}(?:,\d{2,3}){1,6}|\d{1,12})(?:\.\d{1,6})?"
"""Pattern of a number in figures."""
_WORD = "(?:" + "|".join(f"[{w[0]}{w[0].upper()}]{w[1:]}" for w in sorted(_SMALL, key=len, reverse=True)) + ")"
_LARGE = r"(?: (?:hundred|thousand|lakh|crore|million|billion|trillion|dozen)\b)"
_AND = rf"{_LARGE}{{1,2}} and {_WORD}(?:[- ]{_WORD})?"
IN_WORDS = (
    rf"(?:[Hh]alf a|[Aa] quarter of a|(?:[Aa]|[Aa]n|{_WORD})(?:[- ]{_WORD}| and a half)?)(?:{_AND}|{_LARGE}{{0,2}})"
)
"""Pattern of a number in words; "a" alone among them."""


def value_of(number: str) -> Decimal | None:
    """What a number in figures or words comes to; None when it is no number."""
    lower = number.lower().replace("a quarter of a", "0.25")
    if " and a half" in lower:
        whole, _, after = lower.partition(" and a half")
        count, times = value_of(whole), value_of(after) if after.strip() else Decimal(1)
        return None if count is None or times is None else (count + Decimal("0.5")) * times
    words = lower.replace("-", " ").replace(",", "").split()
    total, current, seen = Decimal(0), Decimal(0), False
    for word in words:
        figure, scale = _apart(word)
        if figure is not None:
            current, seen = current + figure, True
        elif word in _SMALL:
            current, seen = current + _SMALL[word], True
        elif word in ("a", "an"):
            current, seen = (current or Decimal(1)), True
        elif word == "half":
            current, seen = Decimal("0.5"), True
            continue
        if scale:
            current = (current or Decimal(1)) * scale
            seen = True
        elif word in _SCALES:
            current, seen = (current or Decimal(1)) * _SCALES[word], True
    total += current
    return total if seen else None


def _apart(word: str) -> tuple[Decimal | None, int]:
    """A figure and the scale glued to it: "5bn"."""
    i = 0
    while i < len(word) and (word[i] in "0123456789."):
        i += 1
    if i == 0 or not any(c.isdigit() for c in word[:i]):
        return None, 0
    try:
        return Decimal(word[:i].rstrip(".")), _SCALES.get(word[i:], 0)
    except ArithmeticError:
        return None, 0


def plain(number: Decimal) -> str:
    """In figures, without an exponent and without zeros that say nothing: "4200000", "12.5"."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
