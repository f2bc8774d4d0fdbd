"""One walk through the text, resolving each anaphor with what is in mind where it stands.

The source of a quote is met before the words of the quote, as a reader takes `"I will," he said`: nobody named inside
the quotation can be the one who speaks it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.analysis.coreference.anaphors import (
    MALE,
    REFLEXIVE,
    Choice,
    Setting,
    choose_by_group,
    choose_known,
    choose_person,
    choose_thing,
    choose_varied,
)
from reader.analysis.coreference.discourse import Discourse, Referent
from reader.analysis.coreference.markables import FIRST, NEUTER, PERSONAL, Markable, Place
from reader.analysis.coreference.surroundings import (
    Surroundings,
    awaited_subject,
    clause_subject,
    describes_a_name,
    is_empty_it,
    is_plain,
    is_restricted,
    named_in_clause,
    named_in_content,
    same_clause,
)
from reader.analysis.coreference.voices import NARRATOR
from reader.analysis.model import Label, MentionKind
from reader.spans import Span

_DEFINITE = frozenset({"the", "this", "that"})
_MEMORY = 3
"""Sentences over which a speaker is expected to speak on."""


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
    genders: set[tuple[int, str, int]] = field(default_factory=set)
    """What clear pronouns outside quotations say of the gender of whom they mean: key, gender, and the block, since the
    pronouns of one paragraph lean on each other."""
    reasons: dict[Span, str] = field(default_factory=dict)
    """Why each anaphor was resolved as it was, in a few words."""


class Walk:
    """The state of one walk; `meanings` does it."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._speech = around.voices.speech
        self._discourse = Discourse()
        self._out = Meanings()
        self._referents = {n: Referent(n, p.gender, p.label is Label.PERSON) for n, p in enumerate(around.profiles)}
        self._last_called: dict[str, int] = {}
        """By noun: the last entity mentioned that the text calls so."""
        self._meaning: dict[int, int] = {}
        """By index of a markable: the key of whom it means."""
        self._last_speaker: tuple[int, int] | None = None
        """Key and sentence of the last source."""
        self._thing_subject: tuple[int | None, int] = (None, -9)
        """Key and sentence of the last subject that is no person; the key is None for one without a name."""
        self._main_thing: tuple[int | None, int] = (None, -9)
        """The same for the first such subject of a sentence."""

    def meanings(self) -> Meanings:
        """Resolve everything in the order in which a reader takes it in."""
        prose, markables = self._around.prose, self._around.markables
        for place, n in sorted((self._taken_at(m), n) for n, m in enumerate(markables)):
            markable = markables[n]
            sentence = prose.sentence_at(place)
            whole = prose.sentences[sentence]
            self._discourse.move_to(sentence, NARRATOR not in (self._speech[whole.first], self._speech[whole.past - 1]))
            key = self._key(n, markable, sentence)
            if key is not None:
                self._meaning[n] = key
                if key >= 0:
                    self._last_called.update(dict.fromkeys(self._around.profiles[key].nouns, key))
            self._remember(markable, key, sentence)
        self._first_persons()
        return self._out

    def _taken_at(self, markable: Markable) -> int:
        """The offset at which a reader takes it in: for a source that follows its words, where those begin."""
        said = self._around.said.get(markable.past - 1)
        return markable.span.start if said is None else min(markable.span.start, said.parts[0].start)

    def _remember(self, markable: Markable, key: int | None, sentence: int) -> None:
        """Take note of who has been mentioned, and as what."""
        spoken = self._speech[markable.first] != NARRATOR
        if key is not None:
            opens = markable.first == self._around.prose.sentences[sentence].first
            self._discourse.mention(key, self._referents[key], markable.place, spoken, 0.2 if opens else 0.0)
            self._referents[key].voice = self._speech[markable.first]
        if markable.place is Place.SUBJECT and not spoken and (key is None or not self._referents[key].person):
            self._thing_subject = (key, sentence)
            if self._main_thing[1] != sentence:
                self._main_thing = (key, sentence)
        head = markable.past - 1
        if head not in self._around.said:
            return
        if key is None:
            self._last_speaker = None
            if markable.kind is MentionKind.PRONOUN:
                self._out.unclear.add(head)
            return
        self._out.by_head[head] = key
        self._last_speaker = (key, sentence)
        source = self._around.said[head].source
        if key < 0 and markable.kind is MentionKind.NOMINAL and source is not None:
            self._out.nameless[key] = " ".join(source.of(self._around.prose.text).split())

    def _key(self, n: int, markable: Markable, sentence: int) -> int | None:
        """Whom or what a markable means."""
        if markable.kind is MentionKind.NAME:
            return markable.entity
        if markable.kind is MentionKind.NOMINAL:
            return self._phrase(markable, sentence)
        choice: Choice | None = None
        if markable.word in PERSONAL:
            choice = self._person(n, markable, sentence)
        elif markable.word in NEUTER:
            choice = self._thing(n, markable, sentence)
        return None if choice is None else self._take(markable, choice)

    def _take(self, markable: Markable, choice: Choice) -> int:
        if choice.key >= 0:
            self._out.found.append((markable, choice.key))
            self._out.reasons[markable.span] = choice.reason
        return choice.key

    # --- pronouns -------------------------------------------------------------------------------------------------
    def _person(self, n: int, pronoun: Markable, sentence: int) -> Choice | None:
        choice = choose_person(pronoun, self._discourse.active, self._referents, self._setting(n, pronoun, sentence))
        if choice is not None and choice.clear and self._speech[pronoun.first] == NARRATOR:
            block = self._around.prose.sentences[pronoun.sentence].block
            self._out.genders.add((choice.key, "m" if pronoun.word in MALE else "f", block))
        return choice

    def _setting(self, n: int, pronoun: Markable, sentence: int) -> Setting:
        around = self._around
        speech, report = self._speech[pronoun.first], around.voices.report[pronoun.first]
        subject = clause_subject(around, n)
        subject_key = None if subject is None else self._meaning.get(subject)
        forbidden: set[int | None] = {self._speaker_of(speech)}
        if pronoun.place is Place.SUBJECT:
            forbidden |= named_in_clause(around, pronoun)
        elif (
            subject is not None
            and pronoun.place in (Place.OBJECT, Place.OBLIQUE)
            and pronoun.word not in REFLEXIVE
            and same_clause(around, around.markables[subject], pronoun)
        ):
            forbidden.add(subject_key)
        is_source = pronoun.past - 1 in around.said
        last = self._last_speaker
        return Setting(
            forbidden=frozenset(key for key in forbidden if key is not None),
            clause_subject=subject_key,
            reporter=self._speaker_of(report),
            last_speaker=last[0] if is_source and last is not None and sentence - last[1] <= _MEMORY else None,
            awaited=awaited_subject(around, n),
            named_in_words=named_in_content(around, pronoun) if is_source else {},
            sentence=sentence,
            voice=speech,
        )

    def _speaker_of(self, attribution: int) -> int | None:
        source = self._around.sources[attribution] if attribution >= 0 else None
        if source is None:
            return None
        return source.entities[0] if source.entities else self._out.by_head.get(source.head)

    def _thing(self, n: int, pronoun: Markable, sentence: int) -> Choice | None:
        """What "it" and "its" mean: the subject before, when that is a named thing."""
        if pronoun.place in (Place.OBJECT, Place.OBLIQUE) or (
            pronoun.word == "it" and is_empty_it(self._around, pronoun)
        ):
            return None
        subject = clause_subject(self._around, n)
        if subject is not None:
            key = self._meaning.get(subject)
            if key is None:
                return None
            if not self._referents[key].person:
                return Choice(key, "subject of its clause", True)
        key, where = self._main_thing if subject is None and pronoun.place is Place.POSSESSIVE else self._thing_subject
        if key is not None and 0 <= sentence - where <= 1:
            return Choice(key, "subject of the sentence before", True)
        return None

    def _first_persons(self) -> None:
        """ "I" inside quotation marks is the one person who speaks there."""
        for markable in self._around.markables:
            if markable.word in FIRST and markable.kind is MentionKind.PRONOUN:
                speaker = self._speaker_of(self._speech[markable.first])
                if speaker is not None and speaker >= 0 and self._referents[speaker].person:
                    self._take(markable, Choice(speaker, "speaks", True))

    # --- noun phrases ---------------------------------------------------------------------------------------------
    def _phrase(self, markable: Markable, sentence: int) -> int | None:
        noun = markable.noun
        if noun is not None and noun.plural:
            return None
        if describes_a_name(self._around, markable):
            return None
        if markable.opening in _DEFINITE and not is_restricted(self._around, markable):
            choice = self._definite(markable, sentence)
            if choice is not None:
                self._take(markable, choice)
                return choice.key
        if noun is not None:
            return self._nobody_named(markable) if noun.person else None
        capital = self._around.prose.tokens[markable.first].is_capitalised
        return self._nobody_named(markable) if capital and markable.opening == "" else None

    def _definite(self, markable: Markable, sentence: int) -> Choice | None:
        noun, active = markable.noun, self._discourse.active
        word = noun.word if noun is not None else markable.word
        choice = choose_known(word, active, self._around.profiles, self._last_called.get(word))
        if choice is not None or noun is None:
            return choice
        if any(r.word == word for r in active.values()):
            return None  # one without a name, met as "a man", is "the man" now
        if noun.person:
            choice = choose_by_group(noun, active, self._around.profiles)
            if choice is None and markable.place is Place.SUBJECT:
                choice = choose_varied(noun, active, self._around.profiles, sentence)
            return choice
        return choose_thing(noun, active, self._around.profiles) if is_plain(self._around, markable) else None

    def _nobody_named(self, markable: Markable) -> int:
        """The key of a person without a name; "the man" takes up "a man" who is still in mind."""
        noun = markable.noun
        word = noun.word if noun is not None else markable.word
        if markable.opening in _DEFINITE or noun is None:
            for key, referent in self._discourse.active.items():
                if referent.word == word:
                    return key
        key = -2 - len(self._out.nameless)
        words = " ".join(markable.span.of(self._around.prose.text).split())
        self._out.nameless[key] = words
        self._referents[key] = Referent(key, noun.gender if noun is not None else None, True, word)
        return key
