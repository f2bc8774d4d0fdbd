"""Dates as copy writes them to ISO 8601; a date that can be read in two ways or has no year is never guessed."""

from __future__ import annotations

import datetime
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![^\W_])"
)
WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?![^\W_])"
_ORDINAL = "(?:st|nd|rd|th)?"

DATE = (
    rf"(?:{WEEKDAY}\.?,? )?(?:the )?(?:"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:(?:T| )\d\d:[\d:.]{2,12}(?:Z|[+-]\d\d:?\d\d)?)?"  # 2024-06-29, perhaps a time
    rf"|\d{{1,2}}{_ORDINAL}(?: of)?(?: |-){MONTH}\.?(?:,?(?: |-)\d{{4}})?"  # 29 June 2024, 29th of June
    rf"|{MONTH}\.? \d{{1,2}}{_ORDINAL}(?!\d)(?:,? \d{{4}})?"  # June 29, 2024
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}"  # 29/06/2024
    r")(?!\d)"
)
"""A date as a regular expression without groups; IGNORECASE is meant."""

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        rf"(?P<d>\d{{1,2}}){_ORDINAL}(?: of)?[ -](?P<m>{MONTH})\.?,?[ -](?P<y>\d{{4}})",
        rf"(?P<m>{MONTH})\.? (?P<d>\d{{1,2}}){_ORDINAL},? (?P<y>\d{{4}})",
    )
)
_NUMBERS = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")


def read_date(text: str) -> str | None:
    """The first full date in a short text as `YYYY-MM-DD`; None when there is none that is certain."""
    text = text[:200]
    for form in _FORMS:
        if match := form.search(text):
            month = match["m"]
            number = int(month) if month.isdecimal() else _MONTHS.index(month.lower()[:3]) + 1
            return _iso(int(match["y"]), number, int(match["d"]))
    if match := _NUMBERS.search(text):
        first, second, year = map(int, match.groups())
        if first > 12 or first == second:
            return _iso(year, second, first)
        if second > 12:
            return _iso(year, first, second)
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
