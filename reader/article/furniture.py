"""Lines that are about the copy and not of it: bylines, date lines, credits, footers, rules, bare addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.article.bylines import names_after_by
from reader.article.dates import DATE, MONTH, WEEKDAY, read_date

MAX_LENGTH = 300
"""Longer lines are text."""


class Furniture(NamedTuple):
    """What a line of furniture says; each None when it does not."""

    byline: str | None = None
    date: str | None = None
    publication: str | None = None
    updated: bool = False
    """Whether `date` is when the copy was last changed rather than when it appeared."""


def _pattern(expression: str) -> re.Pattern[str]:
    """Spaces stand for white space; the whole line must match, in any case of letters."""
    return re.compile(expression.replace(" ", r"\s+"), re.IGNORECASE)


_TIME = r"(?:[,\s]*(?:at |[-–—|•·]\s*)?\d{1,2}(?:[:.]\d\d){1,2}\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?)?"
_LABEL = (
    r"(?:dated?|(?:(?:first|originally|last) )?(?:published|posted|updated|modified|revised|issued|filed)|release date)"
)
_DATE_LINE = _pattern(
    rf"[-–—*(\[\s]*(?P<label>{_LABEL}(?: (?:on|at)\b)?\s*[:,|–—-]?\s*)?{_TIME}[,\s]*"
    rf"(?:{DATE}|{MONTH} \d{{4}}|{WEEKDAY}){_TIME}[-–—*)\].\s]*"
)
_OPENING_DATE = _pattern(rf"(?:{_LABEL}\s*:? {DATE}|\d{{4}}-\d\d-\d\d)(?=[\s.,;|–—-]*\s)")
_PUBLISHED = _pattern(
    r"(?:(?:first|originally|also) )?(?:published|printed|reprinted|appeared) (?:(?:first|originally) )?"
    rf"(?:in|by|on|with permission of) (?:the )?(?P<name>[^,;:.]{{2,60}}?)(?:,?\s*(?:on )?(?P<date>{DATE}))?[.\s]*"
)
_CREDIT = _pattern(
    r"\(?(?:with )?(?:(?:additional|further|some|original) )?"
    r"(?:report(?:ing|ed|s)?|writ(?:ing|ten)|edit(?:ing|ed)|compil(?:ing|ed)|translat(?:ion|ed)"
    r"|produc(?:tion|ed)|research|graphics?|inputs?|contribut(?:ed|ions?|ing))"
    r"(?: and (?:writing|editing|reporting))? (?:by|from|for|to)\b.*"
)
_CAPTION = _pattern(
    r"(?:(?:file|cover) )?(?:photo|photograph|picture|image|illustration|graphic|video|map|chart|credit|source)s?"
    r"(?:(?: credit)?s?\s*[:/©]| (?:by|courtesy(?: of)?)\b)\s*\S.*"
)
_CREDITED_CAPTION = _pattern(
    r".{3,250}[.)”\"\]] \(?(?:photo|photograph|picture|image|illustration|video|credit)s?(?: credit)?"
    r"\s*[:/©]\s*[^:]{2,60}"
)
_MORE = _pattern(
    r"(?:read (?:more|also|next|the full \w+)|also read|see also|related(?: (?:articles?|stories|news))?|more on this"
    r"|further reading|recommended|most read|watch|listen|sign up|subscribe|tags?|topics?|filed under|follow us"
    r"|editor[’']?s[’']? note|notes? to editors|correction|clarification|disclaimer)\s*[:»>|–—].*"
)
_ALONE = _pattern(
    r"[-–—*(\[\s]*(?:read more|read next|related (?:articles?|stories)|most read|advert(?:isement)?"
    r"|sponsored(?: content)?|share this(?: (?:article|story))?|(?:article|story) continues below"
    r"(?: advertisement)?|continue reading|more to (?:come|follow)|all rights reserved|file photo)[-–—*)\].\s]*"
)
_THE_END = _pattern(r"[-–—*#/\s]*(?:ends?|30)[-–—*#/\s]+|[-–—*#/\s]+(?:ends?|30)")
_FOLLOW = _pattern(
    r"(?:follow|join|find|like)\b.{1,60}?(?: on |\b)(?:twitter|facebook|instagram|telegram|linkedin|youtube"
    r"|bluesky)\b.{0,60}"
)
_RIGHTS = _pattern(r"(?:©|\(c\)|copyright\b).*")
_CHANGED = _pattern(
    r"(?:this (?:article|story|report|piece|post)|(?:this|the) (?:interview|conversation|transcript)) "
    r"(?:was|has been|is) (?:(?:\w+ly|first|also|since) ){0,2}(?:published|updated|corrected|amended|edited|condensed"
    r"|shortened|produced|translated|sponsored)\b[^.!?]*[.!?]?"
)
_ADDRESS = _pattern(r"<?(?:https?://|www\.)\S+|<?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+>?|@\w{2,30}")

_RULE = re.compile(r"[-–—_=*#~•·.\s]{3,}")

_PLAIN = (_CREDIT, _CAPTION, _MORE, _ALONE, _THE_END, _FOLLOW, _RIGHTS, _CHANGED, _ADDRESS)
_OPENS = re.compile(
    rf"[^\w]{{0,8}}(?:[\d©@]|{WEEKDAY}|{MONTH}|(?:"
    r"by|written|words|text|story|reported|report|interview|analysis|review|opinion|date|dated|published|posted"
    r"|updated|modified|revised|issued|filed|release|first|originally|last|printed|reprinted|appeared|also|with"
    r"|additional|further|some|original|reporting|reports|writing|editing|edited|compiling|compiled|translation"
    r"|translated|production|produced|research|graphic|graphics|input|inputs|contributed|contribution|contributions"
    r"|contributing|file|cover|photo|photos|photograph|photographs|picture|pictures|image|images|illustration"
    r"|illustrations|video|videos|map|maps|chart|charts|credit|credits|source|sources|read|see|related|more"
    r"|recommended|most|watch|listen|sign|subscribe|tag|tags|topic|topics|follow|editor|editors|note|notes"
    r"|correction|clarification|disclaimer|advert|advertisement|sponsored|share|article|continue|all|end|ends|30"
    r"|join|find|like|c|copyright|(?:this|the) (?:article|story|report|piece|post|interview|conversation|transcript)"
    r"|http|https|www"
    r")\b)|[©@<]",
    re.IGNORECASE,
)
"""What furniture of any kind can begin with: no other line is looked at closely."""


def read_furniture(line: str) -> Furniture | None:
    """What a line of furniture says; None for a line of text."""
    if len(line) > MAX_LENGTH:
        return None
    if not _OPENS.match(line) and "@" not in line[:64]:
        if _RULE.fullmatch(line) or (": " in line[-80:] and _CREDITED_CAPTION.fullmatch(line)):
            return Furniture()
        return None
    if (names := names_after_by(line)) is not None:
        return Furniture(byline=names or None, date=read_date(line))
    if match := _DATE_LINE.fullmatch(line):
        label = (match["label"] or "").lower()
        return Furniture(date=read_date(line), updated=any(w in label for w in ("updated", "modified", "revised")))
    if (match := _PUBLISHED.fullmatch(line)) and match["name"][0].isupper() and len(match["name"].split()) <= 7:
        return Furniture(date=read_date(match["date"] or ""), publication=match["name"].strip())
    if any(p.fullmatch(line) for p in _PLAIN) and not _is_sentence(line):
        return Furniture()
    return None


def opening_date(text: str) -> int:
    """How long the date is that a paragraph opens with, before its dateline or first word; 0 without one."""
    match = _OPENING_DATE.match(text)
    return match.end() if match else 0


def _is_sentence(line: str) -> bool:
    """Whether a line that begins like a credit is a sentence: "Reporting by the paper found that …"."""
    if line[-1] != "." or line[0] == "(" or ";" in line or not _CREDIT.fullmatch(line):
        return False
    return any(not _CREDIT_WORD.fullmatch(word) for word in _SMALL_WORD.findall(line))


_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_CREDIT_WORD = re.compile(
    r"reporting|writing|editing|compiled|edited|translated|additional|by|in|and|from|with|the|for|of|de|van|von|al"
)
