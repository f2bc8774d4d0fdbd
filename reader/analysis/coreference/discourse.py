"""Who is in the reader's mind at a place of the text: salience that mentions raise and sentences let fade.

After Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994): a subject weighs more than an object,
an object more than what follows a preposition, and every sentence halves what was there. Weights are set by hand.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.coreference.markables import Place
from reader.analysis.coreference.voices import NARRATOR

WEIGHTS = {
    Place.SUBJECT: 1.0,
    Place.OBJECT: 0.6,
    Place.OBLIQUE: 0.5,
    Place.POSSESSIVE: 0.5,
    Place.OTHER: 0.5,
}
_FADE = 0.5
"""What a sentence leaves of the weights before it."""
_FADE_SPOKEN = 0.8
"""The same for a sentence inside quotation marks: quotations interrupt a story, they do not move it on."""
_GONE = 0.01
_CAP = 2.0
_ROOM = 128
"""How many can be in mind: a bound on the work that each anaphor makes."""


@dataclass(slots=True)
class Referent:
    """Somebody or something that a pronoun can mean: a named entity, or a person the text gives no name."""

    entity: int
    """Index of the entity; -1 for the nameless."""
    gender: str | None
    person: bool
    word: str = ""
    """Of the nameless: the head noun."""
    weight: float = 0.0
    in_sentence: float = 0.0
    """The part of the weight that came in the present sentence: there each is counted once, by its best place."""
    spoken: bool = True
    """Whether it has only been named inside quotation marks."""
    voice: int = NARRATOR
    """In whose words it was mentioned last."""
    order: int = -1
    """The number of its last mention among all."""
    named: int = 0
    """How often the whole text names it."""
    mentions: int = 0
    """How often it has been mentioned so far."""
    subject_of: int = -1
    """The last sentence of which it was a subject."""
    subject_told: int = -9
    """The same, counted without the sentences that are all quotation."""


class Discourse:
    """The referents in mind, weighed."""

    def __init__(self) -> None:
        self.active: dict[int, Referent] = {}
        self._sentence = -1
        self.told = 0
        """How many sentences so far are not all quotation."""
        self._mentions = 0

    def move_to(self, sentence: int, spoken: bool) -> None:
        """Begin another sentence; weights fade."""
        if sentence == self._sentence:
            return
        fade = _FADE_SPOKEN if spoken else _FADE
        self._sentence = sentence
        self.told += not spoken
        gone = []
        for key, referent in self.active.items():
            referent.weight *= fade
            referent.in_sentence = 0.0
            if referent.weight < _GONE:
                gone.append(key)
        for key in gone:
            del self.active[key]

    def mention(self, key: int, referent: Referent, place: Place, spoken: bool, bonus: float = 0.0) -> None:
        """Raise the weight of what is mentioned."""
        referent = self.active.setdefault(key, referent)
        weight = WEIGHTS[place] * (0.4 if spoken else 1.0) + bonus
        if weight > referent.in_sentence:
            referent.weight = min(_CAP, referent.weight + weight - referent.in_sentence)
            referent.in_sentence = weight
        self._mentions += 1
        referent.order = self._mentions
        referent.mentions += 1
        if len(self.active) > _ROOM:
            self._forget()
        if not spoken:
            referent.spoken = False
            if place is Place.SUBJECT:
                referent.subject_of = self._sentence
                referent.subject_told = self.told

    def _forget(self) -> None:
        """Keep the half that was mentioned last."""
        ordered = sorted(self.active.items(), key=lambda item: item[1].order)
        for _, referent in ordered[: -_ROOM // 2]:
            referent.weight = referent.in_sentence = 0.0
        self.active = dict(ordered[-_ROOM // 2 :])
