"""The dateline that a story opens with: `WASHINGTON:`, `LONDON (Reuters) —`, `PARIS, March 3 (AFP) -`.

A place alone before a colon is a dateline only in capitals, and only when it is no label: what opens other paragraphs
too is who speaks in an interview, and some capitals name a body or a kind of story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reader.article.dates import DATE, read_date
from reader.article.model import Block, BlockKind
from reader.spans import Span

_REACH = 160
"""A dateline ends within so many characters."""
_HEADLINE = 120
"""Characters: what is longer is no headline ("ROME: a love story"), whether it has a stop or not."""
_STOPS = ".!?…”’\"')"
_LABELS_LOOKED_AT = 200
"""Paragraphs in which labels are looked for."""
_END = re.compile(r"\s?(?:--+|[—–])\s?|:(?=\s)|\s[-_]\s")
_AGENCY = r"\((?P<agency>[^()]{2,40})\)"
_FORM = re.compile(
    rf"(?P<place>[^()\d]*?)(?:(?:^|[\s,]+)(?P<date>{DATE}))?"
    rf"\s*(?:\((?P<set_off>{DATE})\))?\s*(?:{_AGENCY}|/(?P<wire>[\w ]{{2,40}})/)?[\s,]*(?P<later>{DATE})?",
    re.IGNORECASE,
)
_SET_OFF_AGENCY = re.compile(rf"\s?{_AGENCY}\s?(?:--+|[—–:]|-\s)\s?")
_LABEL = re.compile(r"([^\W\d_][^:\n—–]{0,40}?)\s?(:|--+|—|–)")
_PLACE_WORD = re.compile(r"[^\W\d_][^\W\d_’'.-]*(?:[’'.-]+[^\W\d_]+)*\.?")
_VOWELS = frozenset("AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝ")
_NO_PLACE = re.compile(
    r"\b(?:"
    r"BREAKING|EXCLUSIVE|UPDATE|UPDATED|WATCH|VIDEO|AUDIO|LISTEN|OPINION|ANALYSIS|COMMENT|EDITORIAL|REVIEW|INTERVIEW"
    r"|PROFILE|FEATURE|EXPLAINER|FACTBOX|TIMELINE|CORRECTION|CORRECTED|LIVE|NEWS|SPORT|SPORTS|BUSINESS|WORLD"
    r"|POLITICS|BACKGROUND|SUMMARY|QUESTION|ANSWER|MODERATOR|HOST|REPORTER|AUDIENCE|NOTE|WARNING|ALERT|ADVISORY|BYLINE|HEADLINE"
    r"|SPOILER|NASA|NATO|UNESCO|UNICEF|OPEC|FIFA|UEFA|INTERPOL|EUROPOL|NAFTA|ASEAN|OSCE|OECD|IAEA|UNHCR"
    r")\b",
    re.IGNORECASE,
)
"""Capitals that are no places: kinds of stories, parts in a talk, bodies whose initials can be read as a word."""
_OPENER = re.compile(
    r"(?:an?|the|this|that|these|those|it|he|she|we|i|you|they|in|on|at|but|and|so|or|yes|no|not|if|when|for)", re.I
)
_PARTICLE = re.compile(
    r"(?:del?|de’|las?|les?|el|al|du|des|der|den|am|an|sur|of|the|and|on|upon|aux?|da|dos?|di|in)", re.I
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, by whom and when a story was filed, as its opening says."""

    span: Span
    """From the place to the colon or dash, inclusive."""
    place: str | None
    agency: str | None
    date: str | None
    """ISO; None without a year."""


def find_dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The dateline of the first or second paragraph."""
    paragraphs = [b for b in blocks if b.kind is BlockKind.PARAGRAPH][:_LABELS_LOOKED_AT]
    for number, block in enumerate(paragraphs[:2]):
        start = block.span.start
        is_prose = block.span.length > _HEADLINE or block.span.of(text)[-1] in _STOPS
        for candidate in _candidates(text[start : min(block.span.end, start + _REACH)]):
            if candidate.is_certain or (
                is_prose
                and candidate.is_likely
                and (number == 0 or candidate.in_capitals)
                and not _has_labels(text, [b for b in paragraphs if b is not block], candidate.place)
            ):
                span = Span(start, start + candidate.end)
                return Dateline(span, candidate.place or None, candidate.agency, read_date(candidate.date or ""))
    return None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """The opening of a paragraph up to a colon or dash, taken apart."""

    end: int
    mark: str
    """The colon or dash, with the spaces around it."""
    place: str
    agency: str | None
    date: str | None
    opens: bool
    """Whether what follows can begin a sentence."""

    @property
    def in_capitals(self) -> bool:
        return self.place.split(",")[0].isupper()

    @property
    def is_certain(self) -> bool:
        """Whether the form alone is proof: an agency, or a place with a date."""
        if not self.opens or not (self.agency or (self.place and self.date)):
            return False
        # "Lenk (pictured) – …" and "Roe (D-Ohio): …" are no agencies.
        return self.agency is None or (self.agency[0].isupper() and self.agency[1:2] not in "-‑")

    @property
    def is_likely(self) -> bool:
        """Whether a place alone, without agency or date, is a dateline unless something speaks against it."""
        words = self.place.split()
        if not self.opens or self.agency or len(self.place) < 4 or len(words) > 6 or _NO_PLACE.search(self.place):
            return False
        if len(re.split(r"[,/]", self.place)[0].split()) > 3:
            return False
        if ":" in self.mark:
            # Initials are bodies: of four letters and more only those are left that can be read as a word.
            return self.in_capitals and any(c in _VOWELS for c in self.place)
        return self.in_capitals or (self.mark[0] == self.mark[-1] == " " and not _OPENER.fullmatch(words[0]))


def _candidates(head: str) -> Iterator[_Candidate]:
    """The ways to read the opening of a paragraph as a dateline, the shortest first."""
    for separator in islice(_END.finditer(head), 5):
        form = _FORM.fullmatch(head, 0, separator.start())
        if form is None:
            continue
        agency, end = form["agency"] or form["wire"], separator
        if agency is None and (after := _SET_OFF_AGENCY.match(head, separator.end())):
            agency, end = after["agency"], after  # NEW YORK--(BUSINESS WIRE)--
        place = form["place"].strip(" ,\n")
        if (agency or place) and (not place or _is_place(place)):
            rest = head[end.end() :].lstrip()
            opens = bool(rest) and not rest[0].islower()
            date = form["date"] or form["set_off"] or form["later"]
            yield _Candidate(len(head[: end.end()].rstrip()), separator.group(), place, agency, date, opens)


def _is_place(words: str) -> bool:
    """Whether the words have the form of one to four names of places, parted by commas or slashes."""
    parts = [part.split() for part in re.split(r"[,/]", words)]
    return len(parts) <= 4 and all(
        part
        and len(part) <= 5
        and part[0][0].isupper()
        and all(_PLACE_WORD.fullmatch(w) and (w[0].isupper() or _PARTICLE.fullmatch(w)) for w in part)
        for part in parts
    )


def _has_labels(text: str, paragraphs: Sequence[Block], place: str) -> bool:
    """Whether paragraphs open with labels as in an interview: in capitals, or the same as `place`."""
    for block in paragraphs:
        label = _LABEL.match(text, block.span.start, min(block.span.end, block.span.start + 60))
        if label is not None and (label[1] == place or (label[2] == ":" and label[1].isupper())):
            return True
    return False
