"""What a text can mean somebody by: every name, personal pronoun and noun phrase, with its place in the sentence.

The grammar is that of `reader.language.tags`: it tells a subject from an object well enough to weigh them, no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.coreference.asides import skip_asides
from reader.analysis.coreference.bare_nouns import may_open_bare, role_in_heading
from reader.analysis.coreference.names_at import Names
from reader.analysis.coreference.nouns import Noun, noun_of
from reader.analysis.model import Label, MentionKind
from reader.article.model import BlockKind
from reader.language.prose import Prose, Sentence
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.tokens import Token, parts_place
from reader.spans import Span


class Place(StrEnum):
    """The part a mention plays in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    """After a preposition."""
    POSSESSIVE = "possessive"
    OTHER = "other"
    """An apposition, a list, a heading."""


@dataclass(frozen=True, slots=True)
class Markable:
    """A name, a pronoun or a noun phrase."""

    span: Span
    first: int
    past: int
    """Half-open range of its tokens."""
    sentence: int
    kind: MentionKind
    place: Place
    word: str
    """Of a pronoun: itself in lower case. Of a noun phrase: its head noun. Of a name: nothing."""
    entity: int = -1
    """Of a name: the index of its entity."""
    noun: Noun | None = None
    """Of a noun phrase: what is known of its head."""
    opening: str = ""
    """Of a noun phrase: its determiner in lower case, "'s" after a possessor."""


PERSONAL = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "hers"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
FIRST = frozenset({"i", "me", "my", "myself", "mine"})
_SHOUTED = frozenset({"IT", "US"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_PRONOUNS = PERSONAL | NEUTER | PLURAL | FIRST | FIRST_PLURAL
_POSSESSIVES = frozenset({"his", "its", "their", "my", "our"})
_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
_POSSESSORS = frozenset({"his", "her", "its", "their", "my", "'s", "’s"})
_INSIDE_PHRASE = frozenset({Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE})
_OPENINGS = frozenset({"the", "this", "that", "a", "an", "his", "her", "its", "their", "my", "our", "one", "another"})
_OF_NOTE = _PRONOUNS | _OPENINGS
_PREPOSITIONS_TOO = frozenset({"after", "before", "since", "until", "till", "as"})
_BEFORE_THINGS = frozenset({"the", "its", "their", "'s", "’s"})
_THINGS = frozenset({Label.ORG, Label.PRODUCT, Label.WORK_OF_ART})
"""Labels of what is often introduced by its kind; of a place the kind is part of the name."""
_REACH = 8
"""Words looked over to the left for what governs a phrase."""


def find_markables(prose: Prose, tags: Sequence[Tag], names: Names, sources: frozenset[int]) -> list[Markable]:
    """All of them in the order of the text; furniture and figures left out.

    `sources` are the token indices of whom quotes are given to: those are subjects whatever their order ("said Roe").
    """
    found: list[Markable] = []
    for number, sentence in enumerate(prose.sentences):
        if not prose.is_furniture(sentence):
            found += _in_sentence(prose, tags, names, sources, number, sentence)
    return found


def _in_sentence(
    prose: Prose,
    tags: Sequence[Tag],
    names: Names,
    sources: frozenset[int],
    number: int,
    sentence: Sentence,
) -> Iterator[Markable]:
    tokens = prose.tokens
    i = sentence.first
    phrase: Markable | None = None
    heading = prose.article.blocks[sentence.block].kind is BlockKind.HEADING
    covering = names.by_token.get
    while i < sentence.past:
        if (name := covering(i)) is not None:
            place = _place(tokens, tags, sentence, name.first, name.past, sources)
            if names.labels[name.entity] is not Label.PERSON and _goes_on(tokens, tags, sentence, name.past):
                place = Place.OTHER  # "the Bergen council": the name is not what the phrase is about
            yield Markable(name.span, i, name.past, number, MentionKind.NAME, place, "", name.entity)
            i = name.past
            continue
        word = tokens[i].lower
        if word not in _OF_NOTE and tags[i] is not Tag.POSSESSIVE and i not in sources:
            second = phrase is not None and phrase.past == i - 1 and tokens[i - 1].lower == "and" and _is_role(phrase)
            if (
                heading
                and (phrase is None or phrase.past <= i)
                and (role := role_in_heading(tokens, tags, names, sentence, i))
            ):
                place = _place(tokens, tags, sentence, i, i + 1, sources)
                yield Markable(tokens[i].span, i, i + 1, number, MentionKind.NOMINAL, place, word, noun=role)
                i += 1
                continue
            if tags[i] is Tag.NOUN and i > sentence.first and (second or may_open_bare(tokens, names, i)):
                bare = _noun_phrase(prose, tags, names, sources, number, sentence, i, bare=True)
                if bare is not None:
                    yield bare
                    i = bare.past
                    continue
            i += 1
            continue
        if word in _PRONOUNS and not (word == "i" and tokens[i].text != "I") and tokens[i].text not in _SHOUTED:
            place = _pronoun_place(tokens, tags, sentence, i)
            yield Markable(tokens[i].span, i, i + 1, number, MentionKind.PRONOUN, place, word)
        if word in _OPENINGS or tags[i] is Tag.POSSESSIVE:
            phrase = _noun_phrase(prose, tags, names, sources, number, sentence, i)
            if phrase is not None:
                yield phrase
        elif i in sources and tags[i] is Tag.NOUN and (phrase is None or phrase.past <= i):
            noun = noun_of(tokens, i)
            yield Markable(tokens[i].span, i, i + 1, number, MentionKind.NOMINAL, Place.SUBJECT, word, noun=noun)
        i += 1


def _noun_phrase(
    prose: Prose,
    tags: Sequence[Tag],
    names: Names,
    sources: frozenset[int],
    number: int,
    sentence: Sentence,
    opening: int,
    bare: bool = False,
) -> Markable | None:
    """The phrase that a determiner or a possessor opens, up to its head; None when it ends in a name.

    Of "her son Tom Roe" it is "her son", of "the weekly Orrel Post" it is "the weekly": what the name is called.
    A bare one has no determiner, and must end in a noun for one person: "founder", "union secretary".
    """
    tokens = prose.tokens
    last = before_name = opening - bare
    i = opening + (not bare)
    in_name = False
    while i < sentence.past and i - opening <= _REACH:
        if (name := names.covering(i)) is not None:
            if not in_name:
                before_name = last
            i = name.past
            last, in_name = i - 1, True
            continue
        tag = tags[i]
        if tag in (Tag.NOUN, Tag.NUMBER) or tokens[i].lower in _OPENINGS & {"one"}:
            last, in_name = i, False
        elif not (
            tag in (Tag.PARTICIPLE, Tag.GERUND, Tag.ADVERB)
            and i + 1 < sentence.past
            and tags[i + 1] in (Tag.NOUN, Tag.PARTICIPLE, Tag.GERUND)
        ) and not _is_hyphen(tokens, i, sentence.past):
            break
        i += 1
    if in_name and before_name > opening and _describes(tokens, names, opening, before_name):
        last, in_name = before_name, False
    if last == opening - bare or in_name or tags[last] is not Tag.NOUN:
        return None
    if opening and tokens[opening - 1].text == "(" and tokens[opening].is_capitalised and tokens[last].is_capitalised:
        return None  # "(The Last Keeper)": a title
    noun = noun_of(tokens, last)
    if bare and (noun is None or not noun.person or noun.plural or tokens[last].is_capitalised):
        return None
    place = _place(tokens, tags, sentence, opening, last + 1, sources)
    after_name = opening > sentence.first + 1 and names.covering(opening - 2) is not None
    if place is Place.SUBJECT and after_name and tokens[opening - 1].text == ",":
        place = Place.OTHER  # "Roe, a lawyer, said"
    begin = opening + (tags[opening] is Tag.POSSESSIVE)
    span = Span(tokens[begin].start, tokens[last].end)
    opener = "" if bare else "'s" if tags[opening] is Tag.POSSESSIVE else tokens[opening].lower
    return Markable(span, opening, last + 1, number, MentionKind.NOMINAL, place, tokens[last].lower, -1, noun, opener)


def _is_role(phrase: Markable) -> bool:
    """Whether a phrase may be the first of two that are said of one person: "a lawyer and writer"."""
    return phrase.noun is not None and phrase.noun.person and phrase.opening in ("a", "an", "the", "")


def _is_hyphen(tokens: Sequence[Token], i: int, past: int) -> bool:
    """Whether a mark only joins the words beside it: "a 17th-century writer", "the Lorn, Orland-based firm"."""
    if parts_place(tokens, i, past):
        return True
    joins = tokens[i].text in ("-", "–") and 0 < i < past - 1
    return joins and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _describes(tokens: Sequence[Token], names: Names, opening: int, last: int) -> bool:
    """Whether a noun says what the name after it is: "her son Tom Roe", "the weekly Orrel Post"."""
    noun, name = noun_of(tokens, last), names.covering(last + 1)
    if noun is None or name is None:
        return False
    label = names.labels[name.entity]
    if noun.person:
        if tokens[opening].lower == "that" and tokens[opening + 1].is_capitalised:
            return False  # "said that President Roe"
        return label is Label.PERSON and (tokens[opening].lower in _POSSESSORS or last > opening)
    return tokens[opening].lower in _BEFORE_THINGS and label in _THINGS and label.value in noun.labels


def _pronoun_place(tokens: Sequence[Token], tags: Sequence[Tag], sentence: Sentence, i: int) -> Place:
    word = tokens[i].lower
    if word in _SUBJECTS:
        return Place.SUBJECT
    if word in _POSSESSIVES or (word == "her" and tags[i] is Tag.DETERMINER):
        return Place.POSSESSIVE
    if word == "it":
        k = i + 1
        while k < sentence.past and tags[k] in (Tag.ADVERB, Tag.NOT):
            k += 1
        if k < sentence.past and (tags[k] in FINITE_TAGS or tokens[k].lower == "'s"):
            return Place.SUBJECT
    return Place.OBLIQUE if i > sentence.first and tags[i - 1] in (Tag.PREPOSITION, Tag.TO) else Place.OBJECT


def _place(
    tokens: Sequence[Token], tags: Sequence[Tag], sentence: Sentence, first: int, past: int, sources: frozenset[int]
) -> Place:
    if past < sentence.past and tags[past] is Tag.POSSESSIVE:
        return Place.POSSESSIVE
    if past - 1 in sources:
        return Place.SUBJECT
    left = first - 1
    while left >= sentence.first and first - left <= _REACH and tags[left] in _INSIDE_PHRASE:
        left -= 1
    before = tags[left] if left >= sentence.first else None
    if before in (Tag.PREPOSITION, Tag.TO):
        return Place.OBLIQUE
    if _verb_follows(tokens, tags, sentence, past):
        return Place.SUBJECT
    if before in (Tag.FINITE, Tag.BASE, Tag.GERUND, Tag.PARTICIPLE):
        return Place.OBJECT
    if before is Tag.SUBORDINATOR and tokens[left].lower in _PREPOSITIONS_TOO:
        return Place.OBLIQUE
    if before is None or before in (Tag.SUBORDINATOR, Tag.RELATIVE):
        return Place.SUBJECT
    return Place.OTHER


def _goes_on(tokens: Sequence[Token], tags: Sequence[Tag], sentence: Sentence, i: int) -> bool:
    """Whether the noun phrase goes on behind a name with a common noun."""
    return i < sentence.past and tags[i] is Tag.NOUN and not tokens[i].is_capitalised


def _verb_follows(tokens: Sequence[Token], tags: Sequence[Tag], sentence: Sentence, i: int) -> bool:
    """Whether a finite verb follows at once, or after adverbs, or after an apposition between commas."""
    while i < sentence.past and tags[i] in (Tag.ADVERB, Tag.NOT):
        i += 1
    if i < sentence.past and tokens[i].lower == "and":
        k = i + 1
        while k < sentence.past and k - i < _REACH and tags[k] in _INSIDE_PHRASE:
            k += 1
        return k > i + 1 and k < sentence.past and tags[k] in FINITE_TAGS
    if i < sentence.past and tags[i] in FINITE_TAGS:
        return True
    if i + 1 < sentence.past and tokens[i].text in (",", "(", "[", "—", "–"):
        if tags[i + 1] in FINITE_TAGS:
            return True  # the apposition was the name itself: "his sister, Ana Roe, said"
        i = skip_asides(tokens, i, sentence.past)
        while i + 1 < sentence.past and tags[i] in (Tag.ADVERB, Tag.NOT):
            i += 1
        return i < sentence.past and tags[i] in FINITE_TAGS
    return False
