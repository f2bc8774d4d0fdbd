"""What a reader has in mind at a place of the text, and what has been found out on the way there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reader.analysis.coreference.anaphors import Choice
from reader.analysis.coreference.discourse import Discourse, Referent
from reader.analysis.coreference.kinships import Kinships
from reader.analysis.coreference.markables import Markable
from reader.analysis.coreference.surroundings import Surroundings
from reader.analysis.model import Label, MentionKind
from reader.spans import Span

MEMORY = 3
"""Sentences over which a speaker is expected to speak on."""
OF_A_KIND = 32
"""Things of one kind that are kept: a bound on the work that each "the city" makes."""


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


class Mind:
    """The state of one walk through the text."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.speech = around.voices.speech
        self.discourse = Discourse()
        self.out = Meanings()
        named = _times_named(around)
        self.referents = {
            n: Referent(n, p.gender, p.label is Label.PERSON, named=named[n]) for n, p in enumerate(around.profiles)
        }
        self.last_called: dict[str, int] = {}
        """By noun: the last entity mentioned that the text calls so."""
        self.kinships = Kinships()
        self.of_kind: dict[str, list[int]] = {}
        """By kind of thing: the first `OF_A_KIND` that were named."""
        self.meaning: dict[int, int] = {}
        """By index of a markable: the key of whom it means."""
        self.last_speaker: tuple[int, int] | None = None
        """Key and sentence of the last source."""
        self.speaker_left = False
        """Whether the story has gone on to another person since the last source."""
        self.thing_subject: tuple[int | None, int] = (None, -9)
        """Key and sentence of the last subject that is no person; the key is None for one without a name."""
        self.main_thing: tuple[int | None, int] = (None, -9)
        """The same for the first such subject of a sentence."""
        self.plural_subject: tuple[int | None, int, int] = (None, -9, 0)
        """Key, sentence and the token behind the last subject in the plural; the key is None when it has no name."""
        self._of_headline: list[int] = []
        self.together: set[int] = set()
        """Families of which two have been named together."""
        self.spoken_thing: tuple[int | None, int, int | None] = (None, -9, None)
        """The same inside quotations, with the key of who speaks."""

    def take(self, markable: Markable, choice: Choice) -> int:
        """Note down what an anaphor means, and why."""
        if choice.key >= 0:
            self.out.found.append((markable, choice.key))
            self.out.reasons[markable.span] = choice.reason
        return choice.key

    def new_in_headline(self, markable: Markable) -> int:
        """The key of somebody whom a headline tells of without a name; only its own pronouns mean them."""
        key = -2 - len(self.out.nameless)
        self.out.nameless[key] = " ".join(markable.span.of(self.around.prose.text).split())
        self.referents[key] = Referent(key, markable.noun.gender if markable.noun is not None else None, True)
        self._of_headline.append(key)
        return key

    def leave_headline(self) -> None:
        """Forget whom the headline told of without a name: the text begins anew."""
        while self._of_headline:
            self.discourse.active.pop(self._of_headline.pop(), None)

    def speaker_of(self, attribution: int) -> int | None:
        """The key of who says the words of an attribution."""
        source = self.around.sources[attribution] if attribution >= 0 else None
        if source is None:
            return None
        return source.entities[0] if source.entities else self.out.by_head.get(source.head)


def _times_named(around: Surroundings) -> Counter[int]:
    """How often the text names each entity, the labels of turns ("ROE: …") left out."""
    tokens, sentences = around.prose.tokens, around.prose.sentences
    return Counter(
        m.entity
        for m in around.markables
        if m.kind is MentionKind.NAME
        and not (m.first == sentences[m.sentence].first and m.past < len(tokens) and tokens[m.past].text == ":")
    )
