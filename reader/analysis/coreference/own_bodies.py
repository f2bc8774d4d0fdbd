"""The body that somebody speaks for or belongs to: "our club", a coach's "the team", "her party"."""

from __future__ import annotations

from reader.analysis.coreference.anaphors import Choice
from reader.analysis.coreference.markables import Markable
from reader.analysis.coreference.mind import Mind
from reader.analysis.coreference.nouns import Noun
from reader.analysis.coreference.profiles import Profile
from reader.analysis.coreference.surroundings import is_plain
from reader.analysis.coreference.voices import NARRATOR
from reader.analysis.model import Label

_OWN_BODIES = frozenset({"company", "team", "party", "union", "council", "agency", "school", "hospital", "church",
                         "museum", "group", "media", "band", "movement"})  # fmt: skip
"""Groups of what somebody speaks for."""
_UNTOLD = frozenset({"company", "team", "party", "group", "media", "band", "movement"})
"""Those of which the name need not tell the kind: no court is without the word."""


def speakers_own(mind: Mind, phrase: Markable) -> Choice | None:
    """What "our club" and a coach's "the team" mean: the body that the speaker speaks for."""
    noun, speech = phrase.noun, mind.speech[phrase.first]
    if noun is None or noun.person or speech == NARRATOR or not is_plain(mind.around, phrase):
        return None
    speaker = mind.speaker_of(speech)
    if speaker is None or speaker < 0 or (body := mind.around.profiles[speaker].speaks_for) is None:
        return None
    profile = mind.around.profiles[body]
    if phrase.opening == "our":
        if not (noun.groups & _OWN_BODIES and (profile.label is Label.ORG or "team" in noun.groups)):
            return None
    elif phrase.opening != "the" or "team" not in noun.groups or body == speaker:
        return None
    if not _may_be_body(noun, profile):
        return None
    return Choice(body, "the body that is spoken for", False)


def their_own(mind: Mind, possessor: int, phrase: Markable) -> Choice | None:
    """What "her party" and "his company" mean: the one that the text names the person with."""
    noun, profiles = phrase.noun, mind.around.profiles
    if noun is None or not noun.groups & _OWN_BODIES or not is_plain(mind.around, phrase):
        return None
    found = [n for n in profiles[possessor].belongs if _may_be_body(noun, profiles[n])]
    return Choice(found[0], "the one that is named with them", False) if len(found) == 1 else None


def _may_be_body(noun: Noun, body: Profile) -> bool:
    """Whether a body may be called so: its name tells that kind, or none, as a firm's or a team's may."""
    kinds = body.groups & _OWN_BODIES
    return bool((kinds or _UNTOLD) & noun.groups)
