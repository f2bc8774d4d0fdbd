"""Dates and spans of time: "29 June 2024", "earlier this week", "the 1990s", "four years ago".

Ages ("45 years old"), times of day and hours are none. The article before is left outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from reader.analysis.entities.name_words import name_words
from reader.analysis.entities.numbers import IN_WORDS
from reader.analysis.model import Label, Name
from reader.language import lexicon
from reader.spans import Span

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.,:]\d)"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?![\w%]|[.,:]\d)"
_UNIT = r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|weekends?)"
_PERIOD = r"(?:week|weekend|month|quarter|year|decade|century|season|spring|summer|autumn|fall|winter|semester|term)"
_HINT = re.compile(
    r"\d|day\b|days\b|week|month|year|decade|centur|quarter|half\b|[Tt]onight|[Tt]omorrow|season|spring|summer|autumn|fall\b"
    r"|winter|term\b|fortnight|semester|[A-Z][a-z]{2,3}\.|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|[A-Z]{3}"
)
"""What every date has something of: a quick look before the slow one."""
_VAGUE = "several|few|a few|couple of|a couple of|many"
_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?(?: million| billion)?|{IN_WORDS}|{_VAGUE})"
_NTH = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th|[Ff]inal|[Ll]ast|[Oo]pening)"


@cache
def _patterns() -> re.Pattern[str]:
    calendar = lexicon.table("calendar")
    months = _alternatives([w for w, row in calendar.items() if row[0] == "month"])
    days = _alternatives([w for w, row in calendar.items() if row[0] == "day"])
    weekday = rf"(?:{days})(?!\w)"
    month = rf"(?:{months})(?![\w])"
    part = r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he end of|[Tt]he beginning of)"
    forms = [
        r"(?P<iso>(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\w|-\d)",
        r"(?P<slashed>(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])[/.](?:1[89]\d\d|20\d\d))(?!\w)",
        # Tuesday 26th July 2022
        rf"(?:(?:{weekday}),? (?:the )?)?(?P<day1>{_DAY})[ -](?:of )?(?P<month1>{month})"
        rf"(?:(?:,|-)? ?(?P<year1>{_YEAR})| (?:of )?(?:last|this|next) year)?",
        # Saturday, August 9 last year; August 9-12, 2022
        rf"(?:(?:{weekday}),? )?(?P<month2>{month}) (?:the )?(?P<day2>{_DAY})"
        rf"(?:(?: ?[-–] ?| to | and )(?P<until>{_DAY}))?"
        rf"(?:,? (?P<year2>{_YEAR})| (?:last|this|next) year)?",
        rf"(?:{part}[- ])?(?P<month3>{month})(?:,? (?:of )?(?P<year3>{_YEAR})| (?:last|this|next) year)",
        rf"(?:{part}[- ]|(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious) )(?P<month5>{month})",
        rf"(?P<alone>{month})",
        rf"(?:(?:[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:previous|following)) )?(?P<weekday>{weekday})"
        rf"(?: (?:last week|this week|next week))?",
        rf"(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?\b(?:[Tt]his|[Ll]ast|[Nn]ext)(?: past| coming)?"
        rf" {_PERIOD}\b(?!['’]s? )",
        rf"(?:[Ee]arlier|[Ll]ater) in the {_PERIOD}\b",
        rf"(?:previous|following|past|coming|same) {_PERIOD}\b(?! (?:ago|old))",
        rf"(?:(?:past|last|next|previous|coming|following|recent|first|another|every) )?(?P<count>{_COUNT})"
        rf"(?: full| consecutive| straight| more| long| working| calendar)?[ -](?P<unit>{_UNIT})\b(?![- ]olds?\b)"
        rf"(?P<ago> ago| earlier| later| before| after)?",
        r"(?:past|last|next|coming|recent) (?:days|weeks|months|years|decades)\b",
        rf"{_NTH}[- ](?:quarter|half)(?: of (?P<year4>{_YEAR}))?\b(?!-?final)",
        rf"[QH][1-4](?: {_YEAR})?(?!\w)",
        r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[- ])?(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’]\d0s)(?!\w)",
        r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[- ])?"
        r"(?:\d{1,2}(?:st|nd|rd|th)|eighteenth|nineteenth|twentieth|twenty-first)[- ]century\b",
        rf"(?:(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter) (?:of )?)(?P<season>{_YEAR})",
        r"(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|the day before yesterday|the day after tomorrow)\b",
        r"(?:1[5-9]\d\d|20[0-4]\d)[-–/](?:\d\d|(?:1[5-9]\d\d|20[0-4]\d))(?![\w]|[-/.]\d)",
        r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[- ])?(?P<year>(?:1[5-9]\d\d|20[0-4]\d))(?![\w%]|[.,:/-]\d)",
    ]
    return re.compile(r"(?<![\w$€£₹.,/–-])(?:" + "|".join(f"(?:{f})" for f in forms) + ")")


def _alternatives(words: list[str]) -> str:
    """As headlines and sentences write them: with a capital, or in capitals."""
    forms = {w.capitalize() for w in words} | {w.upper() for w in words}
    return "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))


_MONTH_NEEDS = name_words("before months")
_NO_YEAR_BEFORE = name_words("before numbers")
_PEOPLE_AFTER = re.compile(
    r" (?:people|men|women|children|workers|troops|soldiers|others|jobs|votes|students|homes|houses|families|cases"
    r"|deaths"
    r"|pupils|fans|points|seats|words|copies|times|members|employees|species|units|vehicles|cars|pages|years|km|kg|metres"
    r"|kilometres|miles|tonnes|tons|feet|dollars|pounds|euros|rupees|acres|hectares|watts|megawatts)\b"
)


def find_dates(text: str, span: Span) -> Iterator[Name]:
    """The dates in a stretch of the text."""
    if _HINT.search(text, *span) is None:
        return
    for m in _patterns().finditer(text, *span):
        start, end = m.span()
        if m["alone"] and not _month_alone(text, span, m):
            continue
        if m["month5"] and m["month5"] in ("May", "March") and m.group().split()[0] in ("this", "This"):
            continue
        if m["weekday"] and m["weekday"].lower() in ("sun", "sat", "mon", "wed"):
            continue
        if m["year"] and not _is_year(text, span, start, end):
            continue
        if m["unit"] and not _is_duration(text, m):
            continue
        if text[start:end].lower().startswith("the "):
            start += 4
        yield Name(Span(start, end), Label.DATE, _iso(m))


def _word_before(text: str, start: int, floor: int) -> str:
    words = text[max(floor, start - 20) : start].split()
    return words[-1].lower() if words else ""


def _month_alone(text: str, span: Span, m: re.Match[str]) -> bool:
    """ "May" and "March" are months after a preposition only; no month is one inside a name."""
    word = m["alone"]
    before = _word_before(text, m.start(), span.start)
    if text[m.end() : m.end() + 1] in ("-", "'", "’") and text[m.end() + 1 : m.end() + 2].isupper():
        return False
    if word.lower().rstrip(".") in ("may", "march", "mar", "jun", "jan", "apr", "dec"):
        return before in _MONTH_NEEDS and not (word.isupper() and word in ("MAY", "MARCH"))
    follower = text[m.end() : m.end() + 2]
    if word in ("April", "June", "August") and follower[:1] == " " and follower[1:].isupper():
        return before in _MONTH_NEEDS  # a person's first name
    return True


def _is_year(text: str, span: Span, start: int, end: int) -> bool:
    if _PEOPLE_AFTER.match(text, end, end + 20):
        return False
    return _word_before(text, start, span.start).rstrip(".") not in _NO_YEAR_BEFORE


def _is_duration(text: str, m: re.Match[str]) -> bool:
    """ "a year ago" and "a decade" are; "a day" alone is a rate or a manner of speaking, "45 years of age" an age."""
    count, unit = m["count"].lower(), m["unit"]
    if m["ago"] is None and count in ("a", "an", "one", "many", "few", "half a"):
        return unit in ("decade", "century") or m.group().lower() != f"{m['count']} {unit}".lower()
    return not text.startswith(" of age", m.end())


def _iso(m: re.Match[str]) -> str | None:
    """`YYYY-MM-DD`, or as much as is told (`YYYY-MM`, `YYYY`); None where the year is not."""
    calendar = lexicon.table("calendar")
    if m["iso"]:
        return _valid(*map(int, m["iso"].split("-")))
    if m["slashed"]:
        first, second, year = map(int, re.split(r"[/.]", m["slashed"]))
        if first > 12 or first == second:
            return _valid(year, second, first)
        return _valid(year, first, second) if second > 12 else None
    for n in ("1", "2"):
        if m[f"day{n}"] and m[f"year{n}"] and not (n == "2" and m["until"]):
            day = int(re.sub(r"\D", "", m[f"day{n}"]))
            return _valid(int(m[f"year{n}"]), int(calendar[m[f"month{n}"].lower()][1]), day)
    if m["year3"]:
        return f"{m['year3']}-{int(calendar[m['month3'].lower()][1]):02d}"
    return m["year"] or None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
