"""What the text says that somebody or something is: the title before a name, the description beside it.

"Mayor Ana Roe", "Ana Roe, a spokeswoman for the union,", "the union's spokeswoman, Ana Roe,".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.entities.name_words import name_words
from reader.analysis.model import Label
from reader.language import gazetteer, lexicon
from reader.language.prose import Prose, Sentence
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.tokens import Token
from reader.spans import Span

BESIDE = "describes the name beside it"
"""Why a description in apposition means whom it does."""
_LONGEST_TITLE = 5
_LONGEST_ROLE = 14
"""Words of the longest description that is taken."""
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "my"})
_MODIFIERS = name_words("before roles")
_MARKS = frozenset(',;:—–()“”".!?[]-*•') | {"``", "''"}
_PHRASE_ENDS = name_words("ends of roles")
_CLAUSE = name_words("ends of roles by a clause")
_OWNED = frozenset({"his", "her", "their"})
_HONORIFICS = name_words("honorifics")
_FORMERLY = frozenset({"ex", "once", "then", "now"})
_GOES_ON = {"He": "m", "She": "f"}
_PLACES = frozenset({Label.GPE, Label.LOC})
"""Labels before whose names a place often stands that is no description: "the town of Orrel, Norway"."""


def gender_before(prose: Prose, span: Span) -> str | None:
    """The gender that the title before a name tells: "m" after "Mr"; None when it tells none."""
    titles, nouns = lexicon.table("titles"), lexicon.table("role_nouns")
    past = prose.token_at(span.start)
    for size in range(min(_LONGEST_TITLE, past), 0, -1):
        words = prose.tokens[past - size : past]
        if not _touches(prose, words[-1].end, span.start):
            return None
        row = titles.get(" ".join(t.text for t in words)) or nouns.get("-".join(t.lower for t in words))
        if row and row[0] in ("m", "f"):
            return row[0]
    return None


def gender_after(prose: Prose, span: Span, before: int | None) -> str | None:
    """The gender of the "He" or "She" that the next sentence of the paragraph begins with, when before an offset."""
    here = prose.sentence_at(span.start)
    if here + 1 >= len(prose.sentences):
        return None
    sentence, following = prose.sentences[here], prose.sentences[here + 1]
    token = prose.tokens[following.first]
    if following.block != sentence.block or (before is not None and before < token.start):
        return None
    return _GOES_ON.get(token.text)


def title_before(prose: Prose, span: Span) -> str | None:
    """The role right before a name, in small letters: "senator" of "Senator Ana Roe"; no "Mr"."""
    i = prose.token_at(span.start) - 1
    if i < 0 or not _touches(prose, prose.tokens[i].end, span.start) or not is_role(prose.tokens[i]):
        return None
    lower = prose.tokens[i].lower
    return None if lower in _HONORIFICS else lower.rstrip(".")


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says at a name that its bearer is."""

    words: Span
    """The whole, without its article: "spokeswoman for the union"."""
    mention: Span | None
    """Of a description beside the name: that with its article, up to its head: "a spokeswoman". A title has none."""


def found_roles(prose: Prose, spans: Sequence[Span], label: Label) -> list[Role]:
    """The roles that the text gives at these names, in the order of the text.

    People are described by nouns for people, all else by nouns for things of their label.
    """
    person = label is Label.PERSON
    roles: list[Role] = []
    for span in spans:
        sentence = prose.sentences[prose.sentence_at(span.start)]
        first, past = prose.token_at(span.start), prose.token_at(span.end)
        title = _title(prose, sentence, first) if person else None
        if title is not None:
            roles.append(Role(title, None))
        for found in (
            _described_before(prose, sentence, first, past, label),
            after := _described_after(prose, sentence, past, label),
            *(_joined_to(prose, sentence, after) if person and after is not None else ()),
        ):
            if found is not None:
                roles.append(Role(found, _up_to_head(prose, found)))
    return roles


def _joined_to(prose: Prose, sentence: Sentence, first: Span) -> Iterator[Span]:
    """What else somebody is: "a lawyer and the head of the board", "a nurse, activist and mother of three"."""
    tokens = prose.tokens
    i = prose.token_at(first.end)
    while i + 1 < sentence.past and (tokens[i].lower == "and" or tokens[i].text == ","):
        last = tokens[i].lower == "and"
        end = i + 1
        while end < sentence.past and not _ends(tokens, end) and end - i <= _LONGEST_ROLE:
            end += 1
        closes = end < sentence.past and (
            tokens[end].text in _MARKS if last else tokens[end].text == "," or tokens[end].lower == "and"
        )
        words = _span(tokens, i + 1, end)
        if not closes or words is None or not _is_description(tokens, i + 1, end, Label.PERSON):
            return
        if not last and tokens[end].text == "," and not _goes_to_and(prose, sentence, end):
            return  # "Roe, a nurse, activist, …": no list that comes to its end
        yield words
        if last:
            return
        i = end


def _goes_to_and(prose: Prose, sentence: Sentence, i: int) -> bool:
    """Whether "and" follows within a few words, as at the end of a list."""
    return any(prose.tokens[k].lower == "and" for k in range(i, min(i + _LONGEST_TITLE, sentence.past)))


def _up_to_head(prose: Prose, words: Span) -> Span:
    first, past = prose.token_at(words.start), prose.token_at(words.end)
    head = first
    while head + 1 < past and prose.tokens[head + 1].lower not in _PHRASE_ENDS:
        head += 1
    if first and prose.tokens[first - 1].lower in _ARTICLES:
        first -= 1
    return Span(prose.tokens[first].start, prose.tokens[head].end)


def in_words(prose: Prose, roles: Sequence[Role]) -> tuple[str, ...]:
    """Each role once, in its words."""
    return tuple(dict.fromkeys(" ".join(role.words.of(prose.text).split()) for role in roles))


def _touches(prose: Prose, end: int, start: int) -> bool:
    """Whether nothing but white space stands between, and not a line's end twice."""
    gap = prose.text[end:start]
    return not gap.strip() and gap.count("\n") < 2


def is_role(token: Token) -> bool:
    """Whether a word says what somebody is: "mayor", "ex-mayor", "Gen."."""
    lower = token.lower
    nouns = lexicon.table("role_nouns")
    before, hyphen, head = lower.partition("-")  # "ex-mayor"
    known = lower in nouns or lower.rstrip(".") in nouns or token.text in lexicon.words("titles")
    return known or (bool(hyphen) and before in _MODIFIERS | _FORMERLY and head in nouns)


def _span(tokens: Sequence[Token], first: int, past: int) -> Span | None:
    while first < past and tokens[first].lower in _ARTICLES:
        first += 1
    return Span(tokens[first].start, tokens[past - 1].end) if first < past else None


def _title(prose: Prose, sentence: Sentence, first: int) -> Span | None:
    """The title right before the name with what specifies it: "former Foreign Minister"."""
    tokens = prose.tokens
    i = first - 1
    if i < sentence.first or not is_role(tokens[i]):
        return None
    last = i
    while i - 1 >= sentence.first and last - i < _LONGEST_TITLE:
        before = tokens[i - 1]
        inside = i - 1 > sentence.first or _is_named(tokens, i - 1)
        capital = before.is_capitalised and before.is_word and inside
        if not (before.lower in _MODIFIERS or is_role(before) or (capital and before.lower not in _ARTICLES)):
            break
        i -= 1
    if i == last and tokens[last].lower in _HONORIFICS:
        return None
    i = _owner(tokens, sentence.first, i)
    while i < last and tokens[i].lower in _HONORIFICS:
        i += 1
    return _span(tokens, i, last + 1)


def _is_named(tokens: Sequence[Token], i: int) -> bool:
    """Whether the first word of a sentence is part of a name, and not only the first: "Norway", "Tarn Works"."""
    word, following = tokens[i], tokens[i + 1]
    if gazetteer.country_of(word.text) or gazetteer.is_demonym(word.text):
        return True
    return following.is_capitalised and not is_role(following) and not gazetteer.is_everyday_word(word.lower)


def _owner(tokens: Sequence[Token], floor: int, i: int) -> int:
    """Where a title begins that has its owner before it: "Norway's coach"; else where it began."""
    if i - 2 < floor or tokens[i - 1].text not in ("'s", "’s") or not tokens[i - 2].is_capitalised:
        return i
    k = i - 2
    while k - 1 > floor and i - k <= _LONGEST_TITLE and tokens[k - 1].is_capitalised and tokens[k - 1].is_word:
        k -= 1
    return k


def _described_after(prose: Prose, sentence: Sentence, i: int, label: Label) -> Span | None:
    """ "Ana Roe, 52, a spokeswoman for the union," and "Ana Roe (the mayor)"."""
    tokens = prose.tokens
    if i + 1 >= sentence.past or tokens[i].text not in (",", "(", "—", "–"):
        return None
    bracket = tokens[i].text == "("
    i += 1
    if tokens[i].text.isdigit() and i + 2 < sentence.past and tokens[i + 1].text == ",":
        i += 2
    while i < sentence.past and (prose.tags[i] in (Tag.ADVERB, Tag.TIME) or tokens[i].lower in _FORMERLY):
        i += 1  # "Roe, now a member of"
    first = i
    while i < sentence.past and not _ends(tokens, i):
        i += 1
        if i - first > _LONGEST_ROLE:
            return None
    if i < sentence.past and (prose.tags[i] in FINITE_TAGS or prose.tags[first] in FINITE_TAGS):
        return None  # "In Norway, the festival is crowded": no apposition
    if i < sentence.past and tokens[i].lower == "and" and tokens[first].lower in _OWNED:
        return None  # "Roe, her mother and her sister"
    if bracket and i > first and tokens[i - 1].is_capitalised:
        return None  # "Roe (The Last Keeper)": a title
    return _span(tokens, first, i) if _is_description(tokens, first, i, label) else None


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Whether a description cannot go on over this token: a mark, a clause, or "and" before no name."""
    token = tokens[i]
    if token.lower == "and":
        return not (i + 1 < len(tokens) and tokens[i + 1].is_capitalised)
    return token.text in _MARKS or token.lower in _CLAUSE


def _described_before(prose: Prose, sentence: Sentence, first: int, past: int, label: Label) -> Span | None:
    """ "The union's spokeswoman, Ana Roe, said": a description that a comma parts from the name."""
    tokens = prose.tokens
    i = first - 1
    if i < sentence.first or tokens[i].text != ",":
        return None
    if past < sentence.past and tokens[past].is_word and tokens[past].lower != "and":
        return None  # "speaking with her mother, Roe said": the comma ends a clause
    end = i
    while i - 1 >= sentence.first:
        aside = _bracket(tokens, sentence, i - 1)  # "the head of the Ice Board (IB), Ana Roe"
        if aside is None and _ends(tokens, i - 1):
            break
        i = i - 1 if aside is None else aside
        if end - i > _LONGEST_ROLE:
            return None
    while i < end and prose.tags[i] is Tag.ADVERB:
        i += 1  # "Also the president of the board, Ana Roe"
    # what opens the clause may be a verb with its object: begin at the determiner nearest before the noun
    for k in range(i, end):
        if (k == i or tokens[k].lower in _ARTICLES) and _is_description(tokens, k, end, label):
            return None if label in _PLACES and tokens[end - 1].is_capitalised else _span(tokens, k, end)
    return None


def _bracket(tokens: Sequence[Token], sentence: Sentence, i: int) -> int | None:
    """Where the bracket opens that a token closes, when it holds a few words and something stands before it."""
    if tokens[i].text != ")":
        return None
    floor = max(sentence.first + 2, i - _LONGEST_TITLE)
    return next((k for k in range(i - 1, floor - 1, -1) if tokens[k].text == "("), None)


def _is_description(tokens: Sequence[Token], first: int, past: int, label: Label) -> bool:
    """Whether a phrase says what somebody is: its head, the last word before a preposition, is a noun for people."""
    k = first
    while k < past and tokens[k].lower not in _PHRASE_ENDS:
        k += 1
    if k == first or any(t.lower == "the" for t in tokens[first + 1 : k]):
        return False  # "a charge the secretary, Ana Roe, denies"
    head = tokens[k - 1]
    determined = tokens[first].lower in _ARTICLES or any(t.text in ("'s", "’s", "'", "’") for t in tokens[first:k])
    bare = k - first <= 3 and (k < past or not head.is_capitalised)
    if label is Label.PERSON:
        known = is_role(head)
    else:
        row = lexicon.table("thing_nouns").get(head.lower)
        known = row is not None and label.value in row[0].split() and not head.is_capitalised
    return known and (determined or bare) and not any(t.text in _PRONOUNS for t in tokens[first:past])


_PRONOUNS = name_words("personal pronouns")
