"""Noun phrases that say who somebody is, and things that are called by their kind."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.analysis.model import MentionKind
from reader.article.load import load_bytes


def nominals(text: str, *names: str) -> dict[str, list[str]]:
    """By entity the noun phrases that mean it."""
    article = load_bytes(("The dam at Orrel was opened on Monday.\n\n" + text).encode(), markdown=False)
    entities = analyse(article).entities
    found = {e.name: [m.span.of(article.text) for m in e.mentions if m.kind is MentionKind.NOMINAL] for e in entities}
    return {name: found.get(name, []) for name in names}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ada Berg is a nurse.", {"Ada Berg": ["a nurse"]}),
        ("Ada Berg arrived. She was the mayor of Lorn.", {"Ada Berg": ["the mayor"]}),
        ("Ada Berg (born in 1950 in Lorn) was an architect.", {"Ada Berg": ["an architect"]}),
        ("Ada Berg, who was a judge, wept.", {"Ada Berg": ["a judge"]}),
        ("Ada Berg sold boats and became a judge.", {"Ada Berg": ["a judge"]}),
        ("Ada Berg became president in May.", {"Ada Berg": ["president"]}),
        ("Ada Berg served as the mayor.", {"Ada Berg": ["the mayor"]}),
        ("Ada Berg worked in Lorn as a nurse.", {"Ada Berg": ["a nurse"]}),
        ("As a nurse, Ada Berg saw the flood.", {"Ada Berg": ["a nurse"]}),
        ("Ada Berg was elected as mayor.", {"Ada Berg": ["mayor"]}),
        ("Ada Berg was named president in May.", {"Ada Berg": ["president"]}),
        ("Ada Berg named a mayor.", {"Ada Berg": []}),
        ("Ada Berg has never been a nurse.", {"Ada Berg": []}),
        ("Ada Berg is not the mayor.", {"Ada Berg": []}),
        ("Ada Berg met people such as a nurse.", {"Ada Berg": []}),
        ("Ada Berg asked us to see Norway as a partner.", {"Ada Berg": [], "Norway": []}),
        ("Ada Berg praised Norway and is seen as a rival.", {"Ada Berg": ["a rival"]}),
        ("Ada Berg, who praised the board, works as a nurse.", {"Ada Berg": ["a nurse"]}),
        ("The son of Ada Berg is a nurse.", {"Ada Berg": []}),
        ("Ada Berg was a day late.", {"Ada Berg": []}),
        ("Norway is a country of rivers.", {"Norway": ["a country"]}),
        ("Norway is a nurse.", {"Norway": []}),
    ],
)
def test_what_is_said_of_a_subject_means_the_subject(text: str, mentions: dict[str, list[str]]) -> None:
    assert nominals(text, *mentions) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ada Berg, Tarn Works founder, wept.", {"Ada Berg": ["Tarn Works founder"]}),
        ("Ada Berg, a 17th-century writer, wept.", {"Ada Berg": ["a 17th-century writer"]}),
        ("Ada Berg, nurses and boats came.", {"Ada Berg": []}),
        ("In 1893, Ada Berg, her mother and her sister left.", {"Ada Berg": []}),
        ("Piet Orme met Ada Berg (The Last Keeper) in Lorn.", {"Ada Berg": []}),
        ("They met in the village of Orrel, Norway.", {"Norway": []}),
        ("They met at Orrel Stadium in Qatar, a venue for the cup.", {"Qatar": []}),
    ],
)
def test_what_stands_beside_a_name_describes_it(text: str, mentions: dict[str, list[str]]) -> None:
    assert nominals(text, *mentions) == mentions


def test_the_country_is_the_one_that_the_text_is_about() -> None:
    text = "Norway voted. Norway has rivers. Peru watched. Ships left Norway. Ada Berg slept. Piet Orme waited. "
    text += "Jan Tolle sang. Nobody came. Nothing was said. Ada Berg left the country."
    assert nominals(text, "Norway", "Peru") == {"Norway": ["the country"], "Peru": []}


def test_two_countries_that_are_named_as_often_leave_the_country_open() -> None:
    text = "Norway and Peru voted. Norway and Peru have rivers. Ships left Norway and Peru. Ada Berg left the country."
    assert nominals(text, "Norway", "Peru") == {"Norway": [], "Peru": []}


def test_her_country_is_the_country_in_mind() -> None:
    text = "Ada Berg spoke for Norway. She said her country was ready."
    assert nominals(text, "Norway") == {"Norway": ["her country"]}


def test_what_was_called_so_yields_to_another_that_is_far_more_in_mind() -> None:
    text = "The city of Lorn voted.\n\nPiet Orme slept. Nobody came. Nothing was said.\n\n"
    text += "Bergen is in Norway. Bergen has a port, and Bergen sells fish. Ada Berg left the city."
    assert "the city" not in nominals(text, "Lorn")["Lorn"]
