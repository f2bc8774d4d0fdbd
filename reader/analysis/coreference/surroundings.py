"""What is known of the text before anybody is resolved, and what the grammar around an anaphor tells.

The questions asked here need no knowledge of who is in mind: which subject governs a clause, who is named in it,
whether a phrase only describes the name beside it. Every look around is bounded, so that the cost stays linear.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.coreference.anaphors import OWN_NAME, OWN_NAME_REPORTED
from reader.analysis.coreference.markables import Markable, Place
from reader.analysis.coreference.names_at import Names
from reader.analysis.coreference.nouns import noun_of
from reader.analysis.coreference.profiles import Profile
from reader.analysis.coreference.speakers import Source
from reader.analysis.coreference.voices import NARRATOR, Voices
from reader.analysis.model import Attribution, Label, MentionKind
from reader.article.model import BlockKind
from reader.language.prose import Prose
from reader.language.tags import FINITE_TAGS, Tag

_OPENS_ADJUNCT = frozenset({Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.GERUND, Tag.PARTICIPLE, Tag.RELATIVE, Tag.TO})
_OPENS_CLAUSE = frozenset({Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COORDINATOR})
_CLAUSE_MARKS = frozenset({";", ":", "—", "–", "“", '"'})
_HELPERS = frozenset({"would", "will", "may", "might", "could", "has", "had", "can", "should", "must"})
_EMPTY_VERBS = frozenset({"is", "was", "'s", "be", "been", "become", "became", "becomes", "makes", "made"})
_EMPTY_ALONE = frozenset({"seems", "seemed", "appears", "appeared", "rained", "rains", "snowed", "takes", "took"})
_MAKES = frozenset({"make", "makes", "made", "making", "find", "finds", "found", "finding", "think", "thinks",
                    "thought", "consider", "considers", "considered"})  # fmt: skip
_NEAR = 9
_EMPTY_BEFORE = frozenset({"that", "to", "whether", "who", "if", "when", "how"})
_PLURALS = frozenset({"people", "men", "women", "children", "police", "families", "officials", "others", "media"})
_SINGULAR_IN_S = ("ss", "us", "is", "'s", "news")
_TRIAL = frozenset({"accused", "charged", "indicted", "prosecuted", "convicted"})
_LIGHT = frozenset({"new", "old", "older", "small", "little", "big", "large", "giant", "tiny", "whole", "entire",
                    "young", "former", "ailing", "troubled", "struggling", "embattled", "stricken", "landmark",
                    "federal", "-", "african", "asian", "european", "american", "arab", "nordic"})  # fmt: skip
"""Words before a noun that do not say which one is meant."""
_WEATHER = frozenset({"sunny", "cold", "hot", "warm", "humid", "dark", "late", "early", "raining", "snowing", "windy",
                      "dry", "cloudy", "freezing", "cool"})  # fmt: skip
_GOES_ON = frozenset({"added", "adds", "add", "adding", "continued", "continues", "concluded", "concludes", "went on",
                      "goes on"})  # fmt: skip
_LOOK_AROUND = 40
"""Markables of a sentence that are looked over for a subject."""
_CLAUSE = 30
"""Tokens that a clause is taken to have at most."""
_SIGNED = 30
"""Sentences behind "I" among which the end of its paragraph is looked for."""
_PARTS = 20
_CONTENT = 150
"""Parts of a quote, and tokens of each, that are looked over for names."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The article with its tags, names, markables, and whose words each token is."""

    prose: Prose
    tags: Sequence[Tag]
    names: Names
    profiles: Sequence[Profile]
    markables: Sequence[Markable]
    voices: Voices
    sources: Sequence[Source | None]
    """By attribution: where its source's meaning stands."""
    attributions: Sequence[Attribution]
    said: dict[int, Attribution]
    """By the last token of a source's head: the first attribution that it is the source of."""
    family_of: dict[int, int]
    """By person: the family that the text names in the plural."""
    named_after: dict[int, int]
    """By the last token of a source's head: whom an apposition names ("the mayor of Ardenne, Ana Roe")."""


def clause_subject(around: Surroundings, n: int) -> int | None:
    """The index of the nearest subject before markable `n` in its sentence, in the same voice."""
    markables, speech = around.markables, around.voices.speech
    me = markables[n]
    for k in range(n - 1, max(-1, n - _LOOK_AROUND), -1):
        other = markables[k]
        if other.sentence != me.sentence:
            return None
        if other.place is Place.SUBJECT and speech[other.first] == speech[me.first]:
            return k
    return None


def same_clause(around: Surroundings, subject: Markable, markable: Markable) -> bool:
    """Whether no word between the two opens another clause."""
    if markable.first - subject.past > _CLAUSE:
        return False
    between = range(subject.past, markable.first)
    if any(around.tags[i] in (Tag.SUBORDINATOR, Tag.RELATIVE) for i in between):
        return False
    if any(around.prose.tokens[i].text in _CLAUSE_MARKS for i in between):
        return False
    return _verb_groups(around, between) <= 1


def _verb_groups(around: Surroundings, between: Iterable[int]) -> int:
    tags = around.tags
    return sum(tags[i] in FINITE_TAGS and tags[i - 1] not in FINITE_TAGS for i in between)


def named_in_clause(around: Surroundings, pronoun: Markable) -> set[int]:
    """Those named behind a subject pronoun in its own clause: "he praised Roe" is not about Roe himself."""
    past = around.prose.sentences[pronoun.sentence].past
    i = pronoun.past
    while i < min(past, pronoun.past + _CLAUSE):
        if around.tags[i] in _OPENS_CLAUSE or not around.prose.tokens[i].is_word:
            break
        i += 1
    if _verb_groups(around, range(pronoun.past, i)) > 1:
        return set()
    return {
        name.entity
        for name in around.names.between(pronoun.past, i)
        if name.past >= past or around.tags[name.past] is not Tag.POSSESSIVE
    }


def named_in_content(around: Surroundings, source: Markable) -> dict[int, float]:
    """Those named in the words that a pronoun is the source of, with what that leaves of their scores."""
    prose, speech = around.prose, around.voices.speech
    found: dict[int, float] = {}
    for part in around.said[source.past - 1].parts[:_PARTS]:
        first = prose.token_at(part.start)
        for name in around.names.between(first, min(prose.token_at(part.end), first + _CONTENT)):
            if speech[name.first] != NARRATOR:
                found[name.entity] = OWN_NAME
            elif name.first > source.first:
                found.setdefault(name.entity, OWN_NAME_REPORTED)
    return found


def goes_on_speaking(around: Surroundings, source: Markable) -> bool:
    """Whether the word of saying of a source tells that somebody speaks on: "he added"."""
    cue = around.said[source.past - 1].cue
    return cue is not None and cue.of(around.prose.text).lower() in _GOES_ON


def awaited_subject(around: Surroundings, n: int, person: bool = True) -> int | None:
    """In "While he …, Roe said": the person who is the subject after the comma; or the thing, of "its"."""
    prose, markables = around.prose, around.markables
    pronoun = markables[n]
    sentence = prose.sentences[pronoun.sentence]
    if around.tags[sentence.first] not in _OPENS_ADJUNCT or around.voices.speech[sentence.first] != NARRATOR:
        return None
    limit = min(sentence.first + _CLAUSE, sentence.past)
    comma = next((i for i in range(sentence.first, limit) if prose.tokens[i].text == ","), -1)
    if comma < pronoun.first:
        return None
    for other in markables[n + 1 : n + _LOOK_AROUND]:
        if other.sentence != pronoun.sentence or other.first > comma + 8:
            return None
        if other.first > comma and other.place is Place.SUBJECT:
            named = other.kind is MentionKind.NAME and (around.profiles[other.entity].label is Label.PERSON) is person
            return other.entity if named else None
    return None


def is_empty_it(around: Surroundings, it: Markable) -> bool:
    """Whether "it" stands for no thing: "it is clear that", "it has been hard to", "it rained", "it takes"."""
    tokens = around.prose.tokens
    if it.first and tokens[it.first - 1].lower in _MAKES and _opens_judgement(around, it.past):
        return True
    words = [t.lower for t in tokens[it.past : min(it.past + 7, around.prose.sentences[it.sentence].past)]]
    if not words or words[0] in _EMPTY_ALONE or words[:2] in (["turned", "out"], ["turns", "out"]):
        return bool(words)
    if words[0] in _HELPERS:
        words = words[1:]
    if not words or words[0] not in _EMPTY_VERBS:
        return False
    return any(word in _EMPTY_BEFORE for word in words[2:]) or not _WEATHER.isdisjoint(words[1:4])


def _opens_judgement(around: Surroundings, i: int) -> bool:
    """Whether a judgement of what follows "to" or "that" begins at token `i`: "hard for teams to reach them"."""
    words = [t.lower for t in around.prose.tokens[i : i + _NEAR]]
    if words and words[0].endswith("ly"):
        words = words[1:]
    told = next((k for k, word in enumerate(words) if word in ("to", "that")), 0)
    return told == 1 or (told > 1 and words[1] == "for")


def is_plain(around: Surroundings, phrase: Markable) -> bool:
    """Whether its head says all: "the company", "the new company", "the Norwegian company", no "control group"."""
    for i in range(phrase.first + 1, phrase.past - 1):
        name = around.names.covering(i)
        if name is not None and around.names.labels[name.entity] not in (Label.GPE, Label.NORP, Label.LOC):
            return False
        token = around.prose.tokens[i]
        if name is None and token.is_word and token.lower not in _LIGHT:
            return False
    return True


def is_heading(around: Surroundings, markable: Markable) -> bool:
    """Whether it stands in a headline."""
    block = around.prose.sentences[markable.sentence].block
    return around.prose.article.blocks[block].kind is BlockKind.HEADING


def is_restricted(around: Surroundings, phrase: Markable) -> bool:
    """Whether what follows says which one is meant: "the company that …", "the city of …"."""
    i = phrase.past
    if i >= around.prose.sentences[phrase.sentence].past:
        return False
    return around.tags[i] in (Tag.RELATIVE, Tag.PARTICIPLE) or around.prose.tokens[i].lower in ("of", "that")


def plural_between(around: Surroundings, first: int, past: int) -> bool:
    """Whether a range of tokens has what "they" may mean: a noun in the plural outside names, or two joined names."""
    for i in range(max(first, past - _LOOK_AROUND), past):
        token = around.prose.tokens[i]
        if token.lower == "and" and around.names.covering(i - 1) is not None and around.names.covering(i + 1):
            return True
        if around.tags[i] is not Tag.NOUN or around.names.covering(i) is not None:
            continue
        if token.lower in _PLURALS or (token.lower.endswith("s") and not token.lower.endswith(_SINGULAR_IN_S)):
            return True
    return past - first > _LOOK_AROUND


def is_accused(around: Surroundings, person: Markable) -> bool:
    """Whether the person, the subject of a clause, stands trial there: "is accused of", "pleaded not guilty"."""
    tokens, past = around.prose.tokens, around.prose.sentences[person.sentence].past
    i = person.past
    if i < past and tokens[i].text == ",":
        comma = (k for k in range(i + 1, min(i + _CLAUSE, past - 1)) if tokens[k].text == "," and tokens[k + 1].is_word)
        i = next((k + 1 for k in comma if around.tags[k + 1] in FINITE_TAGS), past)
    words = [t.lower for t in tokens[i : min(i + 5, past)]]
    if words[:1] and words[0] in ("pleaded", "pleads", "pled"):
        return "guilty" in words
    if words[:1] and words[0] in ("is", "was", "has", "had", "stands", "stood", "went", "goes"):
        return bool(_TRIAL & set(words[1:3])) or words[1:3] == ["on", "trial"]
    return False


def is_after_colon(around: Surroundings, attribution: int) -> bool:
    """Whether the words of an attribution follow a colon without marks, as in a headline: "Roe: I Shall Stay"."""
    first = around.prose.token_at(around.attributions[attribution].parts[0].start)
    return first > 0 and around.prose.tokens[first - 1].text == ":"


def opens_report(around: Surroundings, pronoun: Markable) -> bool:
    """Whether a reported clause begins with the pronoun, "that" left out."""
    first, report = pronoun.first, around.voices.report
    before = first - 1 if first and around.prose.tokens[first - 1].lower == "that" else first
    return before > 0 and (report[before - 1] != report[first] or report[first - 1] != report[first])


def signed_by(around: Surroundings, markable: Markable) -> int | None:
    """The person whose name alone is the last sentence of the paragraph, as below a letter or words set apart."""
    prose = around.prose
    block = prose.sentences[markable.sentence].block
    last = markable.sentence
    while last + 1 < len(prose.sentences) and prose.sentences[last + 1].block == block:
        last += 1
        if last - markable.sentence > _SIGNED:
            return None
    sentence = prose.sentences[last]
    name = around.names.covering(sentence.past - 1)
    if name is None or last == markable.sentence or around.profiles[name.entity].label is not Label.PERSON:
        return None
    dashes = all(not prose.tokens[i].is_word for i in range(sentence.first, name.first))
    return name.entity if dashes and name.past == sentence.past and name.first >= sentence.first else None


def people_between(around: Surroundings, first: int, past: int) -> bool:
    """Whether a range of tokens has people in the plural, or a plural with its own verb: "officials", "roofs fell"."""
    tokens, tags = around.prose.tokens, around.tags
    for i in range(max(first, past - _LOOK_AROUND), past):
        if tags[i] is not Tag.NOUN or around.names.covering(i) is not None:
            continue
        lower = tokens[i].lower
        noun = noun_of(tokens, i)
        if lower in _PLURALS or (noun is not None and noun.plural and (noun.person or "company" in noun.groups)):
            return True
        plural = lower.endswith("s") and not lower.endswith(_SINGULAR_IN_S)
        if plural and i + 1 < past and tags[i + 1] in FINITE_TAGS:
            return True
    return False
