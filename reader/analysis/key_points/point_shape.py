"""Which sentences can stand alone as a key point, and which stretch of each.

A point is read away from its place, so a sentence loses what ties it to its neighbours (the label of a speaker's turn,
a leading "But", a trailing "he said") as long as one whole statement is left. What leans on the text before it, and
what is no statement at all, is told apart here; how much a statement matters is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.analysis.key_points.point_standing import Standing, label_length, standing_of
from reader.analysis.key_points.quoted_text import marked_tokens, marks_are_paired
from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.prose import Prose, Sentence
from reader.language.tags import Tag, tag
from reader.language.tokens import Token
from reader.spans import Span

FEWEST_WORDS = 6
MOST_WORDS = 60
_CERTAIN_CLAUSE = 15
"""Words from which on what ends with a full stop is taken for a clause, verb seen or not: the tagger misses some."""
_MOST_QUOTED = 0.6
_STOPS = frozenset(".!…")
_CLOSERS = frozenset("”’\"'»)]")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that can be shown as a key point, cut to what stands alone."""

    span: Span
    first: int
    """Index of its first token in `Prose.tokens`."""
    past: int
    """Index past its last token."""
    block: int
    """Index of its block in `Article.blocks`."""
    opens_block: bool
    standing: Standing
    words: int
    quoted: float
    """Share of its characters in quotation marks, 0 to 1."""


def find_statements(prose: Prose) -> list[Statement]:
    """What may be a key point, in the order of the text. Linear in the length of the text."""
    labels = _turn_labels(prose)
    statements: list[Statement] = []
    for number, group in groupby(prose.sentences, key=lambda s: s.block):
        block = prose.article.blocks[number]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM):
            continue
        sentences = list(group)
        first, past = sentences[0].first, sentences[-1].past
        marked = marked_tokens(prose.tokens[first:past])
        opens = True
        for sentence in sentences:
            inside = marked[sentence.first - first : sentence.past - first]
            found = _statement(prose, sentence, inside, opens, labels, block.kind is BlockKind.LIST_ITEM)
            if found is not None:
                statements.append(found)
            opens = opens and sentence.past - sentence.first < FEWEST_WORDS  # a dateline stands before the opening
    return statements


def _statement(
    prose: Prose, sentence: Sentence, marked: Sequence[bool], opens: bool, labels: frozenset[str], item: bool
) -> Statement | None:
    tokens = prose.tokens_of(sentence)
    if is_page_furniture(tokens):
        return None
    first, past = 0, len(tokens)
    if opens:
        first = _past_label(tokens, labels)
    whole = past > first and _ends_whole(tokens[first:past])
    if not whole and not (item and tokens[-1].is_word):
        return None
    first, stuck = _past_connectives(tokens, first)
    past = _before_attribution(tokens, first, past)
    kept = tokens[first:past]
    if not kept or not marks_are_paired(kept):
        return None
    span = Span(kept[0].start, kept[-1].end)
    words = len(span.of(prose.text).split())
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        return None
    if (words < _CERTAIN_CLAUSE or not whole) and not _is_clause(kept):
        return None
    quoted = sum(t.end - t.start + 1 for t, m in zip(kept, marked[first:past], strict=True) if m) / span.length
    if quoted > _MOST_QUOTED:
        return None
    standing = Standing.LEANING if stuck else standing_of(kept)
    base = sentence.first
    return Statement(span, base + first, base + past, sentence.block, opens, standing, words, min(1.0, quoted))


# --- what is no statement -----------------------------------------------------------------------------------------
def is_page_furniture(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a credit, a caption or a word to the reader rather than part of the story."""
    lower = [t.lower for t in tokens]
    head = 0
    while head < len(lower) and not tokens[head].is_word and lower[head] not in "(©":
        head += 1
    if head < len(lower) and ("@" in lower[head] or lower[head].startswith("http")):
        return True
    for at in range(len(lower)):
        for cue, anywhere in _FURNITURE.get(lower[at], ()):
            if (anywhere or at == head) and tuple(lower[at : at + len(cue)]) == cue:
                return True
    return False


def _furniture() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Cues by their first word, each with whether it counts anywhere in a sentence."""
    cues: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for line, (where,) in lexicon.table("furniture_cues").items():
        cue = tuple(line.split())
        cues.setdefault(cue[0], []).append((cue, where == "anywhere"))
    return cues


_FURNITURE = _furniture()


def _ends_whole(tokens: Sequence[Token]) -> bool:
    """Whether it ends with a full stop, perhaps before closing marks, and not with a colon that promises more."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].text in _CLOSERS:
        last -= 1
    return tokens[last].text[-1] in _STOPS and not (last and tokens[last - 1].text == ":")


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether it has a finite verb."""
    return any(t.lower in _FINITE for t in tokens) or any(t in _FINITE_TAGS for t in tag(tokens))


_FINITE = frozenset(
    word for word, classes in lexicon.table("function_words").items() if {"aux", "modal"} & set(classes)
)
_FINITE_TAGS = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.FINITE})


# --- what is cut --------------------------------------------------------------------------------------------------
def _turn_labels(prose: Prose) -> frozenset[str]:
    """Labels that open turns of a transcript, "NAME:": openings before a colon that come back in other blocks."""
    seen: Counter[str] = Counter()
    for _, group in groupby(prose.sentences, key=lambda s: s.block):
        tokens = prose.tokens_of(next(group))
        if past := label_length(tokens):
            seen[tokens[past - 2].lower] += 1
    return frozenset(label for label, count in seen.items() if count > 1)


def _past_label(tokens: Sequence[Token], labels: frozenset[str]) -> int:
    past = label_length(tokens)
    return past if past and tokens[past - 2].lower in labels else 0


def _past_connectives(tokens: Sequence[Token], first: int) -> tuple[int, bool]:
    """Past the words that tie it to the sentence before; and whether a tie is left that cannot be cut."""
    while True:
        length, how = max(_connectives_at(tokens, first), default=(0, ""))
        if not length:
            return first, False
        comma = first + length < len(tokens) and tokens[first + length].text == ","
        if comma:
            first += length + 1
        elif how == "bare":
            first += length
        else:
            return first, how == "stuck"


def _connectives_at(tokens: Sequence[Token], first: int) -> Iterator[tuple[int, str]]:
    if first < len(tokens):
        for cue, how in _CONNECTIVES.get(tokens[first].lower, ()):
            if tuple(t.lower for t in tokens[first : first + len(cue)]) == cue:
                yield len(cue), how


def _connectives() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line, (how,) in lexicon.table("connectives").items():
        cue = tuple(line.split())
        table.setdefault(cue[0], []).append((cue, how))
    return table


_CONNECTIVES = _connectives()
_PARTICIPANTS = frozenset({"he", "she", "they", "it", "i", "we"})
_REPORTS = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "tells",
        "tell",
        "added",
        "adds",
        "add",
        "noted",
        "notes",
        "explained",
        "wrote",
        "writes",
        "warned",
        "recalled",
        "insisted",
        "continued",
        "stressed",
        "argued",
        "acknowledged",
        "admitted",
        "claimed",
        "predicted",
        "concluded",
        "suggested",
        "observed",
        "stated",
    ]
)
_LONGEST_ATTRIBUTION = 10


def _before_attribution(tokens: Sequence[Token], first: int, past: int) -> int:
    """Before a trailing ", he said on Monday." whose pronoun nothing in the point explains.

    An attribution that gives a name or an office stays: a reader wants to know who says so.
    """
    for i in range(past - 1, max(first + FEWEST_WORDS, past - _LONGEST_ATTRIBUTION) - 1, -1):
        if tokens[i].text != ",":
            continue
        tail = tokens[i + 1 : past]
        reported = (
            len(tail) > 2
            and tail[0].lower in _PARTICIPANTS
            and tail[1].lower in _REPORTS
            and tokens[i - 1].text not in _CLOSERS
        )
        return i if reported else past
    return past
