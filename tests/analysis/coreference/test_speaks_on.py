"""Who speaks on when "he said" or "he added": whoever spoke last, however often the text names another man."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.article.load import load_bytes

_ABOUT = (
    "Peter Vane is running for mayor of Lorn. Peter Vane rowed for the town. Vane has asked for votes in all its "
    "streets, and Mr. Vane has promised a new quay. Mr. Vane was born in the harbour.\n\n"
)
"""A text about one man."""


def speakers_of(text: str) -> list[str | None]:
    found = analyse(load_bytes((_ABOUT + text).encode(), path="test.txt"))
    return [quote.speaker.name if quote.speaker else None for quote in found.quotes]


@pytest.mark.parametrize(
    "text",
    [
        "“Peter Vane is a fine rower, and he will be missed,” said David Orme, a keeper. He added, “I voted for him.”",
        "“Vane is late. He is always late. Nobody knows why. I do not,” said David Orme, a keeper.\n\n"
        "“But we like him,” he continued.",
        "David Orme, a keeper, said that Mr. Vane was late. “Vane is always late,” he went on.",
    ],
)
def test_he_who_adds_is_who_spoke_last(text: str) -> None:
    assert speakers_of(text) == ["David Orme", "David Orme"]


@pytest.mark.parametrize(
    "text",
    [
        "David Orme, a keeper, said Mr. Vane had been late. “Nobody saw him come,” he said.",
        "“He is his own man,” said David Orme, who rowed with Mr. Vane. Voters “like that,” he said.",
    ],
)
def test_he_is_who_spoke_last_while_the_story_stays_with_him(text: str) -> None:
    assert speakers_of(text) == ["David Orme", "David Orme"]


@pytest.mark.parametrize("told", ["Mr. Vane was in good spirits.", "Mr. Vane’s sleep was sound."])
def test_he_is_another_when_the_story_has_gone_on_to_him(told: str) -> None:
    assert speakers_of(f"“He is always late,” said David Orme. {told} “I rose at six,” he said.") == [
        "David Orme",
        "Peter Vane",
    ]


def test_he_is_not_the_nameless_when_they_may_be_named_elsewhere() -> None:
    text = "Mr. Vane shut the door. “It is late,” the candidate said. “Go home,” he said."
    assert speakers_of(text)[-1] == "Peter Vane"


def test_she_who_adds_is_no_man_who_spoke_last() -> None:
    text = "Ada Berg left the hall. “It was late,” said David Orme. “I was tired,” she added."
    assert speakers_of(text)[-1] != "David Orme"


def test_he_adds_nothing_to_words_that_are_far_behind() -> None:
    told = "Mr. Vane walked on. He met the rowers. He looked at the quay. He bought some fish. He sat down. "
    text = f"“It was late,” said David Orme.\n\n{told}“It will be fine,” he added."
    assert speakers_of(text) == ["David Orme", "Peter Vane"]
