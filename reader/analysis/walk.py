"""One walk through the text, resolving each anaphor with what is in mind where it stands.

The source of a quote is met before the words of the quote, as a reader takes `"I will," he said`: nobody named inside
the quotation can be the one who speaks it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.anaphors import (
    OWN_NAME,
    OWN_NAME_REPORTED,
    REFLEXIVE,
    Choice,
    Setting,
    choose_by_group,
    choose_known,
    choose_person,
    choose_thing,
    choose_varied,
)
from reader.analysis.discourse import Discourse, Referent
from reader.analysis.markables import FIRST, NEUTER, PERSONAL, PLURAL, Markable, Place
from reader.analysis.model import Attribution, Label, MentionKind
from reader.analysis.names_at import Names
from reader.analysis.profiles import Profile
from reader.analysis.speakers import Source
from reader.analysis.voices import NARRATOR
from reader.language.prose import Prose
from reader.language.tags import FINITE_TAGS, Tag
from reader.spans import Span

_DEFINITE = frozenset({"the", "this", "that"})
_OPENS_ADJUNCT = frozenset({Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.GERUND, Tag.PARTICIPLE, Tag.RELATIVE, Tag.TO})
_EMPTY_VERBS = frozenset({"is", "was", "'s", "would", "will", "may", "might", "could", "has", "had", "makes", "made"})
_OPENS_CLAUSE = frozenset({Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COORDINATOR})
_PARTS = 20
_CONTENT = 150
_CLAUSE = 25
"""Parts, and tokens of each, that are looked over for names."""
_LOOK_BACK = 40
"""Markables of a sentence that are looked over for a subject."""


@dataclass(slots=True)
class Meanings:
    """What a walk found out."""

    found: list[tuple[Markable, int]] = field(default_factory=list)
    """Pronouns and noun phrases with the entity they mean."""
    by_head: dict[int, int] = field(default_factory=dict)
    """By the last token of a source: whom it means; negative keys are in `nameless`."""
    unclear: set[int] = field(default_factory=set)
    """Sources that are pronouns nobody could be found for."""
    nameless: dict[int, str] = field(default_factory=dict)
    """In their own words, those who have no name."""
    genders: list[tuple[int, str]] = field(default_factory=list)
    """What clear pronouns say of the gender of whom they mean."""
    reasons: dict[Span, str] = field(default_factory=dict)
    """Why each anaphor was resolved as it was, in a few words."""


class Walk:
    """The state of one walk; `meanings` does it."""

    def __init__(
        self,
        prose: Prose,
        tags: Sequence[Tag],
        names: Names,
        profiles: list[Profile],
        markables: Sequence[Markable],
        attributions: Sequence[Attribution],
        sources: Sequence[Source | None],
        voices: tuple[list[int], list[int]],
    ) -> None:
        self._prose, self._tags, self._names = prose, tags, names
        self._profiles, self._markables = profiles, markables
        self._sources = sources
        self._discourse = Discourse()
        self._out = Meanings()
        self._speech, self._report = voices
        self._said: dict[int, Attribution] = {}
        """By the last token of a source: the first attribution that it is the source of."""
        for attribution, source in zip(attributions, sources, strict=True):
            if source is not None:
                self._said.setdefault(source.head, attribution)
        self._referents = {n: Referent(n, p.gender, p.label is Label.PERSON) for n, p in enumerate(profiles)}
        self._knowing: dict[str, list[int]] = {}
        for n, profile in enumerate(profiles):
            for noun in profile.nouns:
                self._knowing.setdefault(noun, []).append(n)
        self._last_seen: dict[int, int] = {}
        self._meaning: dict[int, int] = {}
        """By index of a markable: the key of whom it means."""
        self._last_speaker: tuple[int, int] | None = None
        """Key and sentence of the last source."""
        self._thing_subject: tuple[int | None, int] = (None, -9)

    def meanings(self) -> Meanings:
        """Resolve everything in the order in which a reader takes it in."""
        order = sorted((self._taken_at(m), n) for n, m in enumerate(self._markables))
        for place, n in order:
            markable = self._markables[n]
            sentence = self._prose.sentence_at(max(0, place))
            spoken = self._speech[markable.first] != NARRATOR
            whole = self._prose.sentences[sentence]
            self._discourse.move_to(sentence, NARRATOR not in (self._speech[whole.first], self._speech[whole.past - 1]))
            key = self._key(n, markable, sentence, spoken)
            if key is not None:
                self._meaning[n] = key
                bonus = 0.2 if markable.first == whole.first else 0.0
                self._discourse.mention(key, self._referents[key], markable.place, spoken, bonus)
                self._last_seen[key] = markable.first
            self._note_source(markable, key, sentence)
            if markable.place is Place.SUBJECT and not spoken:
                thing = key is not None and not self._referents[key].person
                if thing or key is None:
                    self._thing_subject = (key, sentence)
        self._first_persons()
        return self._out

    def _taken_at(self, markable: Markable) -> int:
        """The offset at which a reader takes it in: for a source that follows its words, just before those."""
        said = self._said.get(markable.past - 1)
        return markable.span.start if said is None else min(markable.span.start, said.parts[0].start)

    def _note_source(self, markable: Markable, key: int | None, sentence: int) -> None:
        head = markable.past - 1
        if head not in self._said:
            return
        if key is not None:
            self._out.by_head[head] = key
            self._last_speaker = (key, sentence)
        else:
            self._last_speaker = None
            if markable.kind is MentionKind.PRONOUN:
                self._out.unclear.add(head)

    # --- one markable ---------------------------------------------------------------------------------------------
    def _key(self, n: int, markable: Markable, sentence: int, spoken: bool) -> int | None:
        if markable.kind is MentionKind.NAME:
            return markable.entity
        choice: Choice | None = None
        if markable.kind is MentionKind.PRONOUN:
            if markable.word in PERSONAL:
                choice = self._person(n, markable, sentence, spoken)
            elif markable.word in NEUTER:
                choice = self._thing(n, markable, sentence)
            elif markable.word in PLURAL:
                choice = None
        else:
            return self._phrase(markable, sentence)
        if choice is None:
            return None
        self._take(markable, choice)
        return choice.key

    def _take(self, markable: Markable, choice: Choice) -> None:
        if choice.key >= 0:
            self._out.found.append((markable, choice.key))
            self._out.reasons[markable.span] = choice.reason

    def _person(self, n: int, markable: Markable, sentence: int, spoken: bool) -> Choice | None:
        setting = self._setting(n, markable, sentence, spoken)
        choice = choose_person(markable, self._discourse.active, self._referents, setting)
        if choice is not None and choice.clear:
            gender = "m" if markable.word in ("he", "him", "his", "himself") else "f"
            self._out.genders.append((choice.key, gender))
        return choice

    def _setting(self, n: int, markable: Markable, sentence: int, spoken: bool) -> Setting:
        forbidden: set[int] = set()
        speech, report = self._speech[markable.first], self._report[markable.first]
        if speech >= 0 and (speaker := self._speaker_of(speech)) is not None:
            forbidden.add(speaker)
        reporter = self._speaker_of(report) if report >= 0 else None
        subject = self._clause_subject(n)
        subject_key = None if subject is None else self._meaning.get(subject)
        if (
            subject is not None
            and subject_key is not None
            and markable.place in (Place.OBJECT, Place.OBLIQUE)
            and markable.word not in REFLEXIVE
            and self._same_clause(self._markables[subject], markable)
        ):
            forbidden.add(subject_key)
        last = None
        named: dict[int, float] = {}
        head = markable.past - 1
        if head in self._said:
            named = self._named_in_content(head, markable)
            if self._last_speaker is not None and sentence - self._last_speaker[1] <= 3:
                last = self._last_speaker[0]
        return Setting(
            forbidden=frozenset(forbidden),
            clause_subject=subject_key,
            reporter=reporter,
            last_speaker=last,
            awaited=self._awaited(n, markable),
            named_in_words=named,
            sentence=sentence,
            spoken=spoken,
        )

    def _speaker_of(self, attribution: int) -> int | None:
        source = self._sources[attribution]
        if source is None:
            return None
        if source.entities:
            return source.entities[0]
        return self._out.by_head.get(source.head)

    def _clause_subject(self, n: int) -> int | None:
        """The nearest subject before it in its sentence."""
        me = self._markables[n]
        for k in range(n - 1, max(-1, n - _LOOK_BACK), -1):
            other = self._markables[k]
            if other.sentence != me.sentence:
                return None
            if other.place is Place.SUBJECT and self._speech[other.first] == self._speech[me.first]:
                return k
        return None

    def _same_clause(self, subject: Markable, markable: Markable) -> bool:
        """Whether no word between them opens another clause."""
        tokens = self._prose.tokens
        verbs = 0
        for i in range(subject.past, markable.first):
            tag = self._tags[i]
            if tag in (Tag.SUBORDINATOR, Tag.RELATIVE) or tokens[i].text in (";", ":", "—", "–", "“", '"'):
                return False
            if tag in FINITE_TAGS and (i == subject.past or self._tags[i - 1] not in FINITE_TAGS):
                verbs += 1
        return verbs <= 1

    def _named_in_content(self, head: int, markable: Markable) -> dict[int, float]:
        """Those named in the words that a pronoun is the source of, with what that leaves of their scores."""
        tokens = self._prose.tokens
        found: dict[int, float] = {}
        for part in self._said[head].parts[:_PARTS]:
            first = self._prose.token_at(part.start)
            past = min(self._prose.token_at(part.end), first + _CONTENT)
            for name in self._names.between(first, past):
                if self._speech[name.first] >= 0:
                    found[name.entity] = OWN_NAME
                elif tokens[name.first].start > markable.span.start:
                    found.setdefault(name.entity, OWN_NAME_REPORTED)
        return found

    def _named_in_clause(self, markable: Markable) -> set[int]:
        """Those named behind a subject pronoun in its own clause: "he praised Roe" is not about Roe himself."""
        sentence = self._prose.sentences[markable.sentence]
        i = markable.past
        verbs = 0
        while i < sentence.past and i - markable.past < _CLAUSE:
            if self._tags[i] in _OPENS_CLAUSE or not self._prose.tokens[i].is_word:
                break
            verbs += self._tags[i] in FINITE_TAGS and self._tags[i - 1] not in FINITE_TAGS
            if verbs > 1:
                break
            i += 1
        return {name.entity for name in self._names.between(markable.past, i) if not self._is_possessor(name.past)}

    def _is_possessor(self, past: int) -> bool:
        return past < len(self._tags) and self._tags[past] is Tag.POSSESSIVE

    def _awaited(self, n: int, markable: Markable) -> int | None:
        """In "While he …, Roe said": the person who is the subject after the comma."""
        sentence = self._prose.sentences[markable.sentence]
        opening = self._tags[sentence.first]
        if opening not in _OPENS_ADJUNCT or self._speech[sentence.first] != NARRATOR:
            return None
        tokens = self._prose.tokens
        if any(tokens[i].text == "," for i in range(sentence.first, markable.first)):
            return None
        comma = next(
            (i for i in range(markable.past, min(markable.past + 30, sentence.past)) if tokens[i].text == ","), -1
        )
        if comma < 0:
            return None
        for k in range(n + 1, min(n + _LOOK_BACK, len(self._markables))):
            other = self._markables[k]
            if other.sentence != markable.sentence:
                return None
            if other.first > comma and other.place is Place.SUBJECT:
                named = other.kind is MentionKind.NAME and self._profiles[other.entity].label is Label.PERSON
                return other.entity if named and other.first - comma < 8 else None
        return None

    # --- things ---------------------------------------------------------------------------------------------------
    def _thing(self, n: int, markable: Markable, sentence: int) -> Choice | None:
        """What "it" and "its" mean: the subject before, when that is a named thing."""
        if markable.word == "it" and _is_empty_it(self._prose, self._tags, markable):
            return None
        subject = self._clause_subject(n)
        if subject is not None:
            if markable.place is Place.OBJECT:
                return None
            key = self._meaning.get(subject)
            if key is not None and not self._referents[key].person:
                return Choice(key, "subject of its clause", True)
            if markable.place is Place.SUBJECT or key is None:
                return None
        key, where = self._thing_subject
        if key is not None and 0 <= sentence - where <= 1 and markable.place is not Place.OBJECT:
            return Choice(key, "subject of the sentence before", True)
        return None

    # --- noun phrases ---------------------------------------------------------------------------------------------
    def _phrase(self, markable: Markable, sentence: int) -> int | None:
        noun = markable.noun
        if noun is not None and noun.plural:
            return None
        if self._describes_a_name(markable):
            return None
        if markable.opening in _DEFINITE and not self._restricted(markable):
            choice = self._definite(markable, sentence)
            if choice is not None:
                self._take(markable, choice)
                return choice.key
        if noun is None or not noun.person:
            return None
        return self._nobody_named(markable)

    def _definite(self, markable: Markable, sentence: int) -> Choice | None:
        noun, active = markable.noun, self._discourse.active
        word = noun.word if noun is not None else markable.word
        choice = choose_known(word, self._knowing.get(word, ()), active, self._last_seen)
        if choice is not None or noun is None:
            return choice
        if any(r.word == word for r in active.values()):
            return None  # one without a name, met as "a man", is "the man" now
        if noun.person:
            choice = choose_by_group(noun, active, self._profiles)
            if choice is None and markable.place is Place.SUBJECT:
                choice = choose_varied(noun, active, self._profiles, sentence)
            return choice
        plain = all(not t.is_capitalised for t in self._prose.tokens[markable.first + 1 : markable.past])
        return choose_thing(noun, active, self._profiles) if plain else None

    def _restricted(self, markable: Markable) -> bool:
        """Whether what follows says which one is meant: "the company that …", "the city of …"."""
        i = markable.past
        if i >= self._prose.sentences[markable.sentence].past:
            return False
        return self._tags[i] in (Tag.RELATIVE, Tag.PARTICIPLE) or self._prose.tokens[i].lower in ("of", "that")

    def _describes_a_name(self, markable: Markable) -> bool:
        """Whether it belongs to a name beside it: "the envoy Ana Roe", "her husband, Tom Roe", "Roe, a lawyer"."""
        tokens, sentence = self._prose.tokens, self._prose.sentences[markable.sentence]
        i = markable.past
        if i < sentence.past and tokens[i].text in (",", ":", "—"):
            i += 1
        if i < sentence.past and (name := self._names.covering(i)) is not None and name.first == i:
            return self._profiles[name.entity].label is Label.PERSON and self._tags[name.past - 1] is not Tag.FINITE
        i = markable.first - 1
        if i > sentence.first and (tokens[i].text in (",", "(", "—") or tokens[i].lower in ("is", "was", "as")):
            return self._names.covering(i - 1) is not None and markable.place is not Place.SUBJECT
        return False

    def _nobody_named(self, markable: Markable) -> int:
        """The key of a person without a name; "the man" takes up "a man" who is still in mind."""
        noun = markable.noun
        assert noun is not None
        if markable.opening in _DEFINITE:
            for key, referent in self._discourse.active.items():
                if referent.word == noun.word:
                    return key
        key = -2 - len(self._out.nameless)
        words = " ".join(markable.span.of(self._prose.text).split())
        self._out.nameless[key] = words
        self._referents[key] = Referent(key, noun.gender, True, noun.word)
        return key

    # --- I --------------------------------------------------------------------------------------------------------
    def _first_persons(self) -> None:
        """ "I" inside quotation marks is the one person who speaks there."""
        for markable in self._markables:
            if markable.word in FIRST and markable.kind is MentionKind.PRONOUN:
                speech = self._speech[markable.first]
                speaker = self._speaker_of(speech) if speech >= 0 else None
                if speaker is not None and speaker >= 0 and self._referents[speaker].person:
                    self._take(markable, Choice(speaker, "speaks", True))


def _is_empty_it(prose: Prose, tags: Sequence[Tag], it: Markable) -> bool:
    """Whether "it" stands for no thing: "it is clear that", "it rained", "it takes"."""
    tokens, sentence = prose.tokens, prose.sentences[it.sentence]
    for i in range(it.past, min(it.past + 9, sentence.past)):
        if tokens[i].lower in ("that", "to", "whether", "who", "if", "when", "how") and tags[i] is not Tag.PREPOSITION:
            be = prose.tokens[it.past].lower if it.past < sentence.past else ""
            return be in _EMPTY_VERBS
        if not tokens[i].is_word:
            break
    return it.past < sentence.past and tokens[it.past].lower in (
        "seems",
        "seemed",
        "appears",
        "appeared",
        "rained",
        "takes",
    )
