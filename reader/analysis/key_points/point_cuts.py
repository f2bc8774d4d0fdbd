"""What is cut from a sentence so that it can be read away from its place; what is left is one stretch of it.

At its head the label of a speaker's turn, a place that a dateline has left behind and words such as "But" or "For
example,"; at its end an attribution that names nobody (", he said.") and what goes beyond the words a point may have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.language import gazetteer, lexicon
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.tokens import Token
from reader.language.verbs import forms_of_speech

CLOSERS = frozenset("”’\"'»)]")
_OPENERS = frozenset("“‘\"'«")
_LONGEST_ATTRIBUTION = 14
_LONGEST_PLACE = 5
_PARTICIPANTS = frozenset({"he", "she", "they", "it", "i", "we"})
_CLAUSE_MARKS = frozenset({";", "—", "–", "--"})
_GOING_ON = frozenset({"which", "who", "while", "although", "though", "and", "but", "whereas", "where"})


def label_length(tokens: Sequence[Token]) -> int:
    """Tokens of an opening "NAME:" or "Dr Ana Ruiz:", colon included; 0 when there is none."""
    for i, token in enumerate(tokens[:6]):
        if token.text == ":":
            return i + 1 if i else 0
        if not token.is_capitalised and token.text not in ".,":
            return 0
    return 0


def past_place(tokens: Sequence[Token], first: int) -> int:
    """Past a dateline without its dash, as copied pages have it: "Port Ambry The ferry", "Lyon, France Ana Ruiz has".

    A known city with its country or state can stand before any name; a place alone can be told from a subject only
    right before a small word with a capital of its own. An agency in brackets is cut in any case: "(AFP)The ferry".
    """
    if [t.text for t in tokens[first : first + 3 : 2]] == ["(", ")"] and tokens[first + 1].text.isupper():
        return first + 3
    if past := _past_city_and_region(tokens, first):
        return past
    for i in range(first + 1, min(first + _LONGEST_PLACE, len(tokens) - 1)):
        token = tokens[i]
        if token.text == ",":
            continue
        if not token.is_capitalised:
            return first
        if token.lower in _SMALL_WORDS and tokens[i - 1].is_word and _begins(tokens, i):
            places = " ".join(t.text for t in tokens[first:i]).split(" ,")
            return i if all(_is_place(place.strip()) for place in places) else first
    return first


def _past_city_and_region(tokens: Sequence[Token], first: int) -> int:
    """Past "Lyon, France" before what begins with a capital or a quotation mark; 0 where none is known."""
    comma = next((i for i in range(first + 1, min(first + 4, len(tokens))) if tokens[i].text == ","), 0)
    if not comma or not _is_place(" ".join(t.text for t in tokens[first:comma])):
        return 0
    for past in range(min(comma + 4, len(tokens) - 1), comma + 1, -1):
        begins = tokens[past].is_capitalised or tokens[past].text in _OPENERS
        if begins and _is_place(" ".join(t.text for t in tokens[comma + 1 : past])):
            return past
    return 0


def _begins(tokens: Sequence[Token], i: int) -> bool:
    """Whether a small word with a capital begins a sentence, rather than being part of a name: "Beyond The Gate"."""
    return tokens[i].lower in ("a", "an") or not tokens[i + 1].is_capitalised


def _is_place(name: str) -> bool:
    return bool(name) and (
        gazetteer.is_city(name)
        or gazetteer.country_of(name) is not None
        or gazetteer.known_label(name) in ("GPE", "LOC")
    )


_SMALL_WORDS = lexicon.words("sentence_openers") & (lexicon.words("function_words") | lexicon.words("number_words"))


def past_connectives(tokens: Sequence[Token], first: int) -> tuple[int, bool]:
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


def opens_with_connective(tokens: Sequence[Token], first: int) -> bool:
    """Whether a word that ties it to the sentence before stands there, such as inside an opening quotation mark."""
    return any(how != "comma" for _, how in _connectives_at(tokens, first))


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


def before_attribution(tokens: Sequence[Token], tags: Sequence[Tag], first: int, past: int, fewest: int) -> int:
    """Before a trailing ", he said on Monday." whose pronoun nothing in the point explains.

    An attribution that gives a name or an office stays: a reader wants to know who says so. So does a clause that goes
    on to tell what was said (", he said that it was"): it is no attribution but the statement itself.
    """
    for i in range(past - 1, max(first + fewest, past - _LONGEST_ATTRIBUTION) - 1, -1):
        if tokens[i].text != ",":
            continue
        tail = tokens[i + 1 : past]
        reported = (
            len(tail) > 2
            and tail[0].lower in _PARTICIPANTS
            and tail[1].lower in forms_of_speech()
            and tokens[i - 1].text not in CLOSERS
            and FINITE_TAGS.isdisjoint(tags[i + 3 : past])
            and has_finite_verb(tokens[first:i], tags[first:i])
        )
        return i if reported else past
    return past


def within(tokens: Sequence[Token], tags: Sequence[Tag], first: int, past: int, most: int, fewest: int) -> int:
    """Before the clause that goes beyond `most` words, when what is before it has a verb of its own; else `past`."""
    words, ends = 0, []
    for i in range(first, past):
        words += i == first or tokens[i].start > tokens[i - 1].end
        if words > most:
            break
        follower = tokens[i + 1].lower if i + 1 < past else ""
        if words >= fewest and (tokens[i].text in _CLAUSE_MARKS or (tokens[i].text == "," and follower in _GOING_ON)):
            ends.append(i)
    else:
        return past
    return next((end for end in reversed(ends) if has_finite_verb(tokens[first:end], tags[first:end])), past)


# --- verbs --------------------------------------------------------------------------------------------------------
def has_finite_verb(tokens: Sequence[Token], tags: Sequence[Tag]) -> bool:
    return any(t.lower in _FINITE for t in tokens) or not FINITE_TAGS.isdisjoint(tags)


def is_set_out_like_an_entry(tokens: Sequence[Token]) -> bool:
    """Whether what has no verb has the marks, or the year, of a caption, an address or an entry of a list."""
    return any(
        t.text in _ENTRY_MARKS
        or (t.text in "-–" and before.end < t.start)
        or (len(t.text) == 4 and t.text[:2] in ("19", "20") and t.text.isdigit())
        for before, t in pairwise(tokens)
    )


_ENTRY_MARKS = frozenset({":", ";", "—", "--", "("})


_FINITE = frozenset(
    word for word, classes in lexicon.table("function_words").items() if {"aux", "modal"} & set(classes)
)


def is_noun_with_relative(tokens: Sequence[Token], tags: Sequence[Tag]) -> bool:
    """Whether it is a phrase and no statement: "Roofs that nobody had mended since the war"."""
    relatives = verbs = 0
    before: Tag | None = None
    for token, kind in zip(tokens, tags, strict=True):
        if kind in _BESIDE_VERBS:
            continue
        if kind in FINITE_TAGS and before not in FINITE_TAGS:
            if not relatives:
                return False
            verbs += 1
        relatives += token.lower in _RELATIVES and before is Tag.NOUN
        before = kind
    return 0 < verbs <= relatives


_BESIDE_VERBS = frozenset({Tag.ADVERB, Tag.NOT})
_RELATIVES = frozenset({"that", "which", "who", "whose", "where"})
