"""One walk through the text, resolving each anaphor with what is in mind where it stands.

The source of a quote is met before the words of the quote, as a reader takes `"I will," he said`: nobody named inside
the quotation can be the one who speaks it.
"""

from __future__ import annotations

from reader.analysis.coreference.anaphors import MALE, REFLEXIVE, Choice, Setting, choose_person
from reader.analysis.coreference.descriptions import phrase_meant
from reader.analysis.coreference.groups import group_meant, note_plural
from reader.analysis.coreference.leads import name_below
from reader.analysis.coreference.markables import FIRST, FIRST_PLURAL, NEUTER, PERSONAL, PLURAL, Markable, Place
from reader.analysis.coreference.mind import MEMORY, OF_A_KIND, Meanings, Mind
from reader.analysis.coreference.phrases import kinds_of
from reader.analysis.coreference.surroundings import (
    Surroundings,
    awaited_subject,
    clause_subject,
    goes_on_speaking,
    is_accused,
    is_after_colon,
    is_heading,
    named_in_clause,
    named_in_content,
    opens_report,
    same_clause,
    signed_by,
)
from reader.analysis.coreference.things import joined_before, thing_meant
from reader.analysis.coreference.voices import NARRATOR
from reader.analysis.model import Label, MentionKind

_LONGEST_SPEECH = 20
"""Sentences that somebody may speak before "he added"."""
_OPENING = 4
"""Tokens at the start of a sentence."""
_KNOWN = ("the ", "his ", "her ", "their ")
"""What opens a phrase for somebody whom the text may well name elsewhere."""
_SPEAK_FOR_OTHERS = frozenset({"lawyer", "spokesperson"})
"""Groups of roles in which people tell of somebody else: "his lawyer said he would appeal"."""


class Walk:
    """The state of one walk; `meanings` does it."""

    def __init__(self, around: Surroundings) -> None:
        self._mind = Mind(around)
        self._around = around
        self._speech = around.voices.speech

    def meanings(self) -> Meanings:
        """Resolve everything in the order in which a reader takes it in."""
        prose, markables = self._around.prose, self._around.markables
        at = [self._taken_at(m) for m in markables]
        for n in range(1, len(markables)):
            if markables[n].first == markables[n - 1].first and self._speech[prose.token_at(at[n])] != NARRATOR:
                at[n - 1] = at[n]  # “…,” her brother said: "her" is taken in with the phrase that it opens
        for place, n in sorted((place, n) for n, place in enumerate(at)):
            markable = markables[n]
            sentence = prose.sentence_at(place)
            whole = prose.sentences[sentence]
            self._mind.discourse.move_to(
                sentence, NARRATOR not in (self._speech[whole.first], self._speech[whole.past - 1])
            )
            if not is_heading(self._around, markable):
                self._mind.leave_headline()
            key = self._key(n, markable, sentence)
            if key is not None:
                self._mind.meaning[n] = key
                if key >= 0:
                    self._count_kinds(key)
                    self._mind.last_called.update(dict.fromkeys(self._around.profiles[key].nouns, key))
            self._remember(markable, key, sentence)
            note_plural(self._mind, n, markable, key, sentence)
        name_below(self._mind)
        self._first_persons()
        return self._mind.out

    def _count_kinds(self, key: int) -> None:
        for kind in kinds_of(self._around.profiles[key]):
            keys = self._mind.of_kind.setdefault(kind, [])
            if len(keys) < OF_A_KIND and key not in keys:
                keys.append(key)

    def _taken_at(self, markable: Markable) -> int:
        """The offset at which a reader takes it in: for a source that follows its words, where those begin."""
        said = self._around.said.get(markable.past - 1)
        return markable.span.start if said is None else min(markable.span.start, said.parts[0].start)

    def _remember(self, markable: Markable, key: int | None, sentence: int) -> None:
        """Take note of who has been mentioned, and as what."""
        spoken = self._speech[markable.first] != NARRATOR
        opens_sentence = markable.first == self._around.prose.sentences[sentence].first
        if key is not None:
            self._mind.discourse.mention(
                key, self._mind.referents[key], markable.place, spoken, 0.2 if opens_sentence else 0.0
            )
            self._mind.referents[key].voice = self._speech[markable.first]
            person = key >= 0 and self._mind.referents[key].person
            if person and markable.place is Place.SUBJECT and is_accused(self._around, markable):
                self._around.profiles[key].nouns |= {"defendant", "accused"}
        if markable.place is Place.SUBJECT and not spoken and (key is None or not self._mind.referents[key].person):
            self._mind.thing_subject = (key, sentence)
            if self._mind.main_thing[1] != sentence:
                self._mind.main_thing = (key, sentence)
        if markable.place is Place.SUBJECT and spoken and (key is None or not self._mind.referents[key].person):
            self._mind.spoken_thing = (key, sentence, self._mind.speaker_of(self._speech[markable.first]))
        head = markable.past - 1
        if head not in self._around.said:
            told = not spoken and self._around.voices.report[markable.first] < 0
            near = markable.first - self._around.prose.sentences[sentence].first < _OPENING
            opened = markable.place is Place.POSSESSIVE and near  # "Mr. Roe’s fate is unclear, but he said"
            acts = markable.place is Place.SUBJECT or opened
            if told and acts and key is not None and self._mind.referents[key].person:
                last = self._mind.last_speaker
                self._mind.speaker_left = self._mind.speaker_left or last is None or key != last[0]
            return
        if key is None:
            self._mind.last_speaker = None
            if markable.kind is MentionKind.PRONOUN:
                self._mind.out.unclear.add(head)
            return
        self._mind.out.by_head[head] = key
        self._mind.last_speaker = (key, sentence)
        self._mind.speaker_left = False
        source = self._around.said[head].antecedent or self._around.said[head].source
        if key < 0 and markable.kind is MentionKind.NOMINAL and source is not None:
            words = " ".join(source.of(self._around.prose.text).split())
            if len(words) > len(self._mind.out.nameless.get(key, "")):  # "a police spokesman", then "the spokesman"
                self._mind.out.nameless[key] = words

    def _key(self, n: int, markable: Markable, sentence: int) -> int | None:
        """Whom or what a markable means."""
        if markable.kind is MentionKind.NAME:
            return markable.entity
        if markable.kind is MentionKind.NOMINAL:
            return phrase_meant(self._mind, n, markable, sentence)
        choice: Choice | None = None
        if markable.word in PERSONAL:
            choice = self._person(n, markable, sentence)
        elif markable.word in NEUTER:
            choice = thing_meant(self._mind, n, markable, sentence)
            if choice is not None and choice.key >= 0 and self._around.profiles[choice.key].label is Label.NORP:
                choice = None  # a people is "they"
        elif markable.word in PLURAL:
            choice = group_meant(self._mind, n, markable, sentence)
        return None if choice is None else self._mind.take(markable, choice)

    # --- pronouns -------------------------------------------------------------------------------------------------
    def _person(self, n: int, pronoun: Markable, sentence: int) -> Choice | None:
        choice = choose_person(
            pronoun, self._mind.discourse.active, self._mind.referents, self._setting(n, pronoun, sentence)
        )
        if choice is not None and choice.clear and self._speech[pronoun.first] == NARRATOR:
            block = self._around.prose.sentences[pronoun.sentence].block
            self._mind.out.genders.add((choice.key, "m" if pronoun.word in MALE else "f", block))
        return choice

    def _setting(self, n: int, pronoun: Markable, sentence: int) -> Setting:
        around = self._around
        speech, report = self._speech[pronoun.first], around.voices.report[pronoun.first]
        subject = clause_subject(around, n)
        subject_key = None if subject is None else self._mind.meaning.get(subject)
        forbidden: set[int | None] = {self._mind.speaker_of(speech), self._whom(n, pronoun)}
        if pronoun.place is Place.SUBJECT:
            forbidden |= named_in_clause(around, pronoun)
        elif (
            subject is not None
            and pronoun.place in (Place.OBJECT, Place.OBLIQUE)
            and pronoun.word not in REFLEXIVE
            and same_clause(around, around.markables[subject], pronoun)
        ):
            forbidden.add(subject_key)
        if subject_key is not None and subject_key in self._mind.together and pronoun.place is not Place.SUBJECT:
            forbidden |= {person for person, family in around.family_of.items() if family == subject_key}
        is_source = pronoun.past - 1 in around.said
        last = self._mind.last_speaker
        speaks_on = is_source and (goes_on_speaking(around, pronoun) or self._holds_the_floor())
        near = is_source and last is not None and self._is_near(last[1], sentence)
        awaited_to_speak = near and (speaks_on or not self._mind.speaker_left)
        sentences = around.prose.sentences
        told_of = is_source and sentence > 0 and sentences[sentence - 1].block == sentences[sentence].block
        return Setting(
            forbidden=frozenset(key for key in forbidden if key is not None),
            clause_subject=subject_key,
            reporter=self._mind.speaker_of(report),
            opens_report=report >= 0 and pronoun.place is Place.SUBJECT and self._tells_of_self(report, pronoun),
            last_speaker=last[0] if last is not None and awaited_to_speak else None,
            speaks_on=speaks_on,
            told_of=told_of,
            opens=pronoun.first == around.prose.sentences[pronoun.sentence].first,
            joined=joined_before(self._mind, n, pronoun),
            awaited=awaited_subject(around, n),
            named_in_words=named_in_content(around, pronoun) if is_source else {},
            sentence=sentence,
            voice=speech,
        )

    def _holds_the_floor(self) -> bool:
        """Whether the story has stayed with whoever spoke last: one known by name, or new to it ("a clerk")."""
        last = self._mind.last_speaker
        if last is None or self._mind.speaker_left or self._mind.referents[last[0]].gender is None:
            return False
        return last[0] >= 0 or not self._mind.out.nameless.get(last[0], "").lower().startswith(_KNOWN)

    def _is_near(self, earlier: int, sentence: int) -> bool:
        """Whether few sentences lie between two, those that somebody speaks left out."""
        if sentence - earlier > _LONGEST_SPEECH:
            return False
        sentences, speech = self._around.prose.sentences, self._speech
        told = sum(speech[sentences[k].first] == NARRATOR for k in range(earlier + 1, sentence))
        return told < MEMORY

    def _tells_of_self(self, report: int, pronoun: Markable) -> bool:
        """Whether a report that begins with "he" is by somebody who may well tell of himself, as no lawyer may."""
        reporter = self._mind.speaker_of(report)
        if reporter is None or reporter < 0 or not opens_report(self._around, pronoun):
            return False
        return not self._around.profiles[reporter].groups & _SPEAK_FOR_OTHERS

    def _whom(self, n: int, pronoun: Markable) -> int | None:
        """The one who is somebody else than the pronoun: "Roe, whom he met"."""
        tokens, i = self._around.prose.tokens, pronoun.first - 1
        if n == 0 or i < 1 or tokens[i].lower != "whom":
            return None
        before = self._around.markables[n - 1]
        return self._mind.meaning.get(n - 1) if before.past in (i, i - 1) else None

    def _first_persons(self) -> None:
        """ "I" in somebody's words is that person, "we" the body that speaks or for which somebody speaks.

        Whom else "we" takes in no text tells, so that it is left open in the mouths of all others.
        """
        for markable in self._around.markables:
            if markable.kind is not MentionKind.PRONOUN or markable.word not in FIRST | FIRST_PLURAL:
                continue
            speaker, why = self._who_says(markable)
            if speaker is None or speaker < 0:
                continue
            if markable.word in FIRST:
                if self._mind.referents[speaker].person:
                    self._mind.take(markable, Choice(speaker, why, True))
            elif (body := self._around.profiles[speaker].speaks_for) is not None:
                why = "speaks" if body == speaker else "the body that is spoken for"
                self._mind.take(markable, Choice(body, why, True))

    def _who_says(self, markable: Markable) -> tuple[int | None, str]:
        """Who says the words that "I" stands in, and how that is known."""
        around, speech = self._around, self._speech[markable.first]
        if speech != NARRATOR:
            return self._mind.speaker_of(speech), "speaks"
        signer = signed_by(around, markable)
        if signer is not None:
            return signer, "signs these words"
        report = around.voices.report[markable.first]
        if report >= 0 and is_after_colon(around, report):
            return self._mind.speaker_of(report), "speaks"
        return None, ""
