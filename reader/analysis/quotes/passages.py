"""The text as reports of speech need it: tags, marked stretches, and sentences that no quotation breaks up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.analysis.model import Label, Name
from reader.analysis.quotes.marks import Stretch, marked_stretches
from reader.article.model import PROSE_KINDS
from reader.language.prose import Prose
from reader.language.tags import FINITE_TAGS, VERB_TAGS, Tag
from reader.language.tokens import Token
from reader.spans import Span

_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|BST|UTC|CES?T|E[SD]?T|P[SD]?T)\b)?[\s:–—-]+(?=[A-Z“\"‘'])"
)
HYPHEN = "‐"
"""What a hyphen inside a word is written as, so that no one takes it for a dash: "the 44-year-old"."""
_LONGEST_UNIT = 400  # tokens outside marks


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence as it is outside the marks: a quotation of several sentences does not end it."""

    first: int
    past: int
    block: int
    opens_block: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """An article's prose with what the search for reports looks at, all by index of token."""

    prose: Prose
    tokens: Sequence[Token]
    lowers: Sequence[str]
    tags: Sequence[Tag]
    stretches: Sequence[Stretch]
    inside: Sequence[int]
    """For each token the number of the stretch that holds it, or -1."""
    units: Sequence[Unit]
    name_of: Sequence[int]
    """For each token the number of the name that holds it, or -1."""
    names: Sequence[Name]
    verbs_before: Sequence[int]
    """How many finite verbs stand before each token."""

    def span(self, first: int, past: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[past - 1].end)


def read_passage(prose: Prose, names: Sequence[Name]) -> Passage:
    tokens, tags = prose.plain_tokens, list(prose.tags)
    stretches = marked_stretches(prose)
    inside = [-1] * len(tokens)
    for number, stretch in enumerate(stretches):
        inside[stretch.first : stretch.past] = [number] * (stretch.past - stretch.first)
    name_of = [-1] * len(tokens)
    people = [n for n in names if n.label in (Label.PERSON, Label.ORG, Label.GPE, Label.NORP, Label.FAC, Label.LOC)]
    for number, name in enumerate(people):
        i = prose.token_at(name.span.start)
        while i < len(tokens) and tokens[i].start < name.span.end:
            name_of[i] = number
            if tags[i] in VERB_TAGS and tokens[i].is_capitalised:
                tags[i] = Tag.NOUN  # "Will wrote", "said Read"
            i += 1
    lowers = [t.lower for t in tokens]
    for k in range(1, len(tokens) - 1):
        if lowers[k] in "-‐‑" and tokens[k - 1].end == tokens[k].start and tokens[k].end == tokens[k + 1].start:
            lowers[k] = HYPHEN
            if tags[k + 1] in FINITE_TAGS:
                tags[k + 1] = Tag.PARTICIPLE  # "U.N.-backed"
    verbs = list(accumulate((t in FINITE_TAGS for t in tags), initial=0))
    return Passage(prose, tokens, lowers, tags, stretches, inside, _units(prose, inside), name_of, people, verbs)


def _units(prose: Prose, inside: Sequence[int]) -> list[Unit]:
    units: list[Unit] = []
    block = -1
    for sentence in prose.sentences:
        if prose.block_of(sentence).kind not in PROSE_KINDS:
            continue
        first = sentence.first
        within = inside[first] >= 0 and first > 0 and inside[first - 1] == inside[first]
        dateline = prose.article.dateline_span
        if dateline is not None and dateline.holds(sentence.span):
            continue
        opens = sentence.block != block
        first = _past_clock(prose, first, sentence.past) if opens else first
        if within and units and units[-1].past == first:
            units[-1] = Unit(units[-1].first, sentence.past, units[-1].block, units[-1].opens_block)
        else:
            units.append(Unit(first, sentence.past, sentence.block, opens))
        block = sentence.block
    return [piece for unit in units for piece in _pieces(unit, inside)]


def _past_clock(prose: Prose, first: int, past: int) -> int:
    """Past the time that an entry of a live report opens with: "10:42 The mayor said"."""
    clock = _CLOCK.match(prose.text, prose.tokens[first].start)
    k = first
    while clock is not None and k < past and prose.tokens[k].start < clock.end():
        k += 1
    return k if k < past else first


def _pieces(unit: Unit, inside: Sequence[int]) -> list[Unit]:
    """A unit as it is, but one that no writer would call a sentence in pieces: it keeps the cost linear."""
    if unit.past - unit.first <= _LONGEST_UNIT:
        return [unit]
    pieces: list[Unit] = []
    first = outside = unit.first
    for k in range(unit.first, unit.past):
        if inside[k] < 0 or inside[k] != inside[k - 1]:
            outside += 1
            if outside - first > _LONGEST_UNIT and inside[k] < 0:
                pieces.append(Unit(first, k, unit.block, unit.opens_block and first == unit.first))
                first = outside = k
    pieces.append(Unit(first, unit.past, unit.block, unit.opens_block and first == unit.first))
    return pieces
