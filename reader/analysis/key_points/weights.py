"""The weights of the signs of a key point, as `weights.txt` has them; that file says where they come from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "weights.txt"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign is worth: added for each time or measure of it."""

    place: float
    """Of the first statement; falls with each one after it."""
    half_place: float
    """Statements after which half of the worth of place is gone."""
    place_in_column: float
    place_in_interview: float
    place_in_briefing: float
    says_headline: float
    """Of the first statement under a headline: it mostly says the headline over again."""
    opens_block: float
    """A paragraph's first sentence states, the others explain."""
    closes_column: float
    """A column says at its end what it has argued for."""
    urges: float
    """What ought to be done, which is what a column is for."""
    fullness: float
    """A statement with who, what, where and why in it is a long one."""
    title_term: float
    """For each term of the headline, up to four."""
    central: float
    taken_up: float
    """For its closeness to the statements after it."""
    name: float
    """For each of the story's main names, up to four."""
    figure: float
    quantity: float
    """A figure that measures: a share, millions, money."""
    introduces: float
    """For each term that it brings up and the text comes back to, up to six."""
    turn: float
    """Opens with "But …": news turns where it matters."""
    when: float
    news: float
    standing: float
    """What is, will be or must be, rather than one more step of what happened."""
    quoted: float
    spoken: float
    """It opens with a quotation: what somebody said, not what is the case."""
    thin: float
    """Short, and neither a name nor a figure in it."""
    open_pronoun: float
    """As in "When he arrived": a person whom nothing in the statement names."""
    partly: float
    """It stands, but leaves something open."""
    nominal: float
    """It opens with "the minister", whose name stands elsewhere."""
    talk: float
    """Says "I" or "we" outside quotation marks where the writer is not the story."""
    address: float
    """Says "you": the reader is talked to, in advice and in scenes made up."""
    asks: float
    """It tells that somebody asked, not what is known."""
    sourcing: float
    """It tells that a source kept silent or unnamed."""
    repeats: float
    """Taken off for the share of its terms that the points before it have told."""
    spread: float
    """For a part of the text that has no point yet, from the fourth point on; in news, where the first three follow
    its own order of weight."""


def _read() -> Weights:
    rows = (line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    found = {name: float(value) for name, value in rows}
    return Weights(**{field.name: found[field.name] for field in fields(Weights)})


WEIGHTS = _read()
