"""Figures: sums of money, percentages and quantities with their normal forms, and dates (dates.py).

Bare counts, ages, times of day and hours are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.analysis.entities.dates import find_dates
from reader.analysis.entities.numbers import FIGURE, IN_WORDS, SCALE, plain, value_of
from reader.analysis.model import Label, Name
from reader.language import lexicon
from reader.language.prose import Prose
from reader.spans import Span

_NUMBER = rf"(?:{FIGURE}(?:[  -]?{SCALE}\b)*|\b{IN_WORDS}\b)"
_RANGE = (
    rf"(?:(?<=[Bb]etween ){_NUMBER} and {FIGURE}(?:[  -]?{SCALE}\b)?"
    rf"|{_NUMBER}(?: ?(?:-|–|to) ?{FIGURE}(?:[  -]?{SCALE}\b)?)?)"
)
_RANGE_MARK = re.compile(r" ?(?:–|\bto\b|\band\b(?! a half)|(?<=\d)-(?=\d)) ?")
_BEFORE = r"(?<![\w.,$€£¥₹₦])"


def find_values(prose: Prose) -> tuple[Name, ...]:
    """Dates, money, percentages and quantities in the order of the text; none overlaps another."""
    found: list[Name] = []
    for sentence in prose.sentences:
        span = sentence.span
        here = [*find_dates(prose.text, span)]
        if _FIGURED.search(prose.text, *span):
            here += [*_money(prose.text, span), *_percent(prose.text, span), *_quantity(prose.text, span)]
        found += _apart(here)
    return tuple(found)


_FIGURED = re.compile(
    r"\d|\b(?:cents|pence|dollars|pounds|euros|rupees|yen|yuan|francs|pesos|ro?ubles|naira|shillings|rand|baht"
    r"|per ?cent|percentage|miles?|feet|(?:kilo|centi)?met(?:re|er)s?"
    r"|tonn?es?|tons|acres|hectares|kilo(?:gram)?s?|lit(?:re|er)s?|knots|degrees)\b"
)


def _apart(names: list[Name]) -> list[Name]:
    """Of names that overlap, the longer."""
    names.sort(key=lambda n: (n.span.start, -n.span.end))
    kept: list[Name] = []
    for name in names:
        if kept and name.span.start < kept[-1].span.end:
            if name.span.length > kept[-1].span.length:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


# --- money --------------------------------------------------------------------------------------------------------
@cache
def _currencies(before: bool) -> dict[str, tuple[str, str]]:
    """What stands before a figure, or after it: where it stands and its code. Some forms stand on either side."""
    return {form: (row[0], row[1]) for form, row in lexicon.rows("currencies") if (row[0] == "before") is before}


@cache
def _money_pattern() -> re.Pattern[str]:
    signs = [re.escape(k) for k in _currencies(before=True)]
    names = [re.escape(k).replace(r"\ ", "[  ]") for k in _currencies(before=False)]
    signs.sort(key=len, reverse=True)
    names.sort(key=len, reverse=True)
    return re.compile(
        rf"(?<![\w$€£])(?P<sign>{'|'.join(signs)})(?P<gap>[  ]?)(?P<figure>{FIGURE})"
        rf"(?:[-–]\d{{1,6}}(?:\.\d{{1,3}})?(?=[  -]?{SCALE}\b))?(?P<scale>(?:[  -]?{SCALE}\b){{0,2}})(?!\w|,\d)"
        rf"|{_BEFORE}(?P<number>{_NUMBER})[  -](?P<name>{'|'.join(names)})\b(?! of [a-z])"
        rf"|{_BEFORE}(?P<pence>\d{{1,4}})(?:p|¢)(?!\w)"
    )


_LETTERS_ONLY = re.compile(r"[A-Z]$")


def _money(text: str, span: Span) -> Iterator[Name]:
    before, after = _currencies(before=True), _currencies(before=False)
    for m in _money_pattern().finditer(text, *span):
        if m["sign"]:
            sign = m["sign"]
            if _LETTERS_ONLY.match(sign) and (
                m["gap"] or not (m["scale"] or "," in m["figure"] or len(m["figure"]) > 2)
            ):
                continue  # "R 50", "N95", "P3": hardly money
            amount, code, small = value_of(m["figure"] + " " + m["scale"].strip(" -\u00a0")), before[sign][1], False
        elif m["pence"]:
            amount, code, small = value_of(m["pence"]), "GBP", True
        else:
            row = after[m["name"].replace("\u00a0", " ")]
            amount, code, small = value_of(m["number"]), row[1], row[0] == "small"
            if m["name"] == "p" or amount is None:
                continue
        if amount is not None:
            yield Name(Span(*m.span()), Label.MONEY, f"{code} {plain(amount / 100 if small else amount)}")


# --- percentages --------------------------------------------------------------------------------------------------
_PERCENT = re.compile(
    rf"(?:(?<![\w.,])[-−+]?(?P<number>{_RANGE})"
    rf"(?:[  ]?%|(?<=\d)pc\b|[  -](?:percent|per[  ]cent|pc|percentage[  ]points?)\b))"
)


def _percent(text: str, span: Span) -> Iterator[Name]:
    for m in _PERCENT.finditer(text, *span):
        number = value_of(_RANGE_MARK.split(m["number"])[0])
        if number is not None:
            yield Name(Span(*m.span()), Label.PERCENT, f"{plain(number)} %")


# --- quantities ---------------------------------------------------------------------------------------------------
@cache
def _quantity_pattern() -> re.Pattern[str]:
    units = sorted(lexicon.words("units"), key=len, reverse=True)
    either = "|".join(re.escape(u).replace(r"\ ", "[  -]") for u in units)
    short = "km|kg|mph|kph|ft|cm|mm|ml|kW|MW|GW|kWh|MWh|GB|MB|TB|MHz|GHz|lb|lbs|ha|mg|km/h|kmph|°C|°F|m²|m2|km²|km2|m³"
    return re.compile(
        rf"{_BEFORE}(?P<feet>\d{{1,2}}) ?(?:ft|feet|foot|['′’])[  -]?"
        rf"(?P<inches>\d{{1,2}}) ?(?:inches|ins?|[\"″”])(?![\w])"
        rf"|{_BEFORE}(?P<number>{_RANGE})(?P<gap>[  -])(?P<unit>{either})(?![\w])"
        rf"|{_BEFORE}(?P<figure>{FIGURE})(?P<glued>{short})(?![\w])"
        rf"|{_BEFORE}(?P<pounds>{_NUMBER})[  ]pounds(?= of [a-z])"
    )


def _quantity(text: str, span: Span) -> Iterator[Name]:
    units = lexicon.table("units")
    for m in _quantity_pattern().finditer(text, *span):
        if m["feet"]:
            yield Name(Span(*m.span()), Label.QUANTITY, f"{m['feet']} ft {m['inches']} in")
            continue
        if m["pounds"]:
            number, unit = value_of(m["pounds"]), "lb"
        elif m["figure"]:
            number, unit = value_of(m["figure"]), _normal_unit(m["glued"])
        else:
            if m["number"].lower() in ("a", "an") or (m["unit"] == "degrees" and not m["number"][:1].isdigit()):
                continue  # "a foot", "a mile": hardly a measure; "two degrees" may be a student's
            number = value_of(_RANGE_MARK.split(m["number"])[0])
            unit = units[re.sub("[  -]", " ", m["unit"]) if m["unit"] not in units else m["unit"]][0]
        if number is not None:
            yield Name(Span(*m.span()), Label.QUANTITY, f"{plain(number)} {unit}")


def _normal_unit(unit: str) -> str:
    row = lexicon.table("units").get(unit)
    return row[0] if row else unit
