"""Bylines: "By Ada Lenk and Tom Roe in Oslo", "Ada Lenk, Political Editor", and what is a person's name at all."""

from __future__ import annotations

import re

from reader.article.dates import MONTH, WEEKDAY

_BY = re.compile(
    r"[-–—*\s]*(?:(?:written|words|text|story|reported|report|interview|analysis|review|opinion)\s+)?by\b\s*:?\s*", re.I
)
_ROLE = re.compile(
    r"\b(?:editor|correspondents?|reporters?|writers?|columnist|staff|bureau|contributor|desk|critic|photographer|journalist"
    r"|agencies|agency|online|chief|analyst|team|news)\b",
    re.I,
)
_NOBODY = re.compile(
    r"(?:our|an?|the|staff|special)\b.*\b(?:staff|correspondent|reporter|desk|bureau|team|writer|editor)s?", re.I
)
_AFTER_NAMES = re.compile(r"\s+(?:in|for|at|on)\s+|\s*[|•·–—(/]\s*|\s+-\s+")
_BETWEEN_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|with)\s+|\s*&\s*|\s*;\s*", re.I)
_NO_NAME = re.compile(rf"(?:{WEEKDAY}|{MONTH}|The|An?|All|Any|No|New)\b", re.I)
_PARTICLE = re.compile(
    r"(?:de|del|della|der|den|di|da|do|dos|das|du|la|le|van|von|zu|zum|ter|ten|bin|ibn|al|el|abu|ben|af|av|y|e|bint|ap)",
    re.I,
)
_BIO = re.compile(
    r"(?P<name>[^,.;:]{4,60}?)\s+(?:is|was)\s+(?:an?|the|our)\s+[\w\s’'-]{0,60}?"
    r"\b(?:columnist|reporter|correspondent|editor|staff\s+writer|contributor|freelance\s+\w+)\b[^.!?]{0,120}\.?",
    re.I,
)


def names_after_by(line: str) -> str | None:
    """The names in a byline with a "By", "" where it names nobody ("By our staff"); None for any other line."""
    match = _BY.match(line)
    if match is None or len(line) > 160:
        return None
    rest = line[match.end() :].strip(" *").removesuffix(".")
    if _NOBODY.fullmatch(rest):
        return ""
    if rest.isalpha() and rest[0].isupper() and len(rest) <= 20 and not _NO_NAME.match(rest):
        return rest  # an agency: "By Reuters"
    return _names(rest)


def names_with_role(line: str) -> str | None:
    """The names in a byline without a "By": "Ada Lenk, Political Editor". Safe only near the top."""
    if len(line) > 100 or line[-1:] in ".!?:;" or not _ROLE.search(line) or "," not in line:
        return None
    return _names(line)


def is_name(words: str) -> bool:
    """Whether the words look like a person's name: two to five, capitalised but for "van", "de", "al"."""
    parts = words.split()
    return (
        2 <= len(parts) <= 5
        and len(words) <= 60
        and parts[0][0].isalpha()
        and parts[-1][0].isupper()
        and all(p[0].isupper() or _PARTICLE.fullmatch(p) for p in parts)
        and not any(c.isdigit() or c in '“”"!?:()[]' for c in words)
        and not _ROLE.search(words)
        and not any(_NO_NAME.match(p) for p in parts)
    )


def is_bio(line: str) -> bool:
    """Whether a closing line says who the writer is: "Ada Lenk is a columnist for the Oslo Post."."""
    match = _BIO.fullmatch(line) if len(line) <= 200 else None
    return match is not None and is_name(match["name"])


def _names(text: str) -> str | None:
    """The names that a byline opens with, without places and roles; None when it opens with none."""
    pieces = _BETWEEN_NAMES.split(_AFTER_NAMES.split(text, maxsplit=1)[0])
    names: list[str] = []
    for piece in pieces:
        if not is_name(piece):
            break
        names.append(piece)
    rest = pieces[len(names) :]
    if not names or any(len(p.split()) > 6 or (p[:1].islower() and not _ROLE.search(p)) for p in rest):
        return None
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
