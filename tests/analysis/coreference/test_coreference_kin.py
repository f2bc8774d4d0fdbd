"""Whom "her brother" means, who the defendant is, and what "the capital", "the city" and "they" mean."""

from __future__ import annotations

import pytest
from test_coreference_phrases import run
from test_coreference_pronouns import entity, meant

from reader.analysis.model import Label

PEOPLE = [("Ana Roe", Label.PERSON), ("Tom Hale", Label.PERSON)]


@pytest.mark.parametrize(
    ("opening", "beside", "phrase", "whom"),
    [
        ("Tom Hale came with his sister, Ana Roe.", {"Ana Roe": ["his sister"]}, "His sister", "Ana Roe"),
        ("Tom Hale came with his sister, Ana Roe.", {"Ana Roe": ["his sister"]}, "Her brother", "Tom Hale"),
        ("Tom Hale’s wife, Ana Roe, drove.", {"Ana Roe": ["wife"]}, "Her husband", "Tom Hale"),
        ("Ana Roe drove. Her son Tom Hale slept.", {"Tom Hale": ["Her son"]}, "His mother", "Ana Roe"),
    ],
)
def test_kin_is_whom_the_text_has_named_as_such(
    opening: str, beside: dict[str, list[str]], phrase: str, whom: str
) -> None:
    other = "Ana Roe" if whom == "Tom Hale" else "Tom Hale"
    meant_by, _ = run(f"{opening} {other} waited. {phrase} was late.", PEOPLE)
    assert meant_by == {whom: [*beside.get(whom, []), phrase], other: beside.get(other, [])}


def test_kin_of_which_nothing_was_said_is_nobody_named() -> None:
    meant_by, _ = run("Ana Roe met Tom Hale. Her brother was late.", PEOPLE)
    assert meant_by == {"Ana Roe": [], "Tom Hale": []}


def test_its_operator_is_the_one_named_as_such() -> None:
    text = "Heron sank. Its operator, Tarn Works, was silent. Heron lost its crew. “It is over,” its operator said."
    names = [("Heron", Label.PRODUCT), ("Tarn Works", Label.ORG)]
    meant_by, speaker = run(text, names, "“It is over,”", "its operator")
    assert speaker is not None
    assert (speaker.name, meant_by["Tarn Works"]) == ("Tarn Works", ["Its operator", "its operator"])


def test_a_comma_that_ends_a_clause_makes_no_kin() -> None:
    text = "After a call to his mother, Tom Hale wept. Ana Roe watched. Later he laughed."
    meant_by = meant(text, [entity(text, 1, "Tom Hale"), entity(text, 2, "Ana Roe")])
    assert meant_by["Tom Hale"] == ["his", "he"]


@pytest.mark.parametrize("charge", ["is accused of arson", "pleaded not guilty", "was charged with arson"])
def test_who_stands_trial_is_the_defendant(charge: str) -> None:
    meant_by, _ = run(f"Tom Hale {charge}. Ana Roe gave evidence. The defendant slept.", PEOPLE)
    assert meant_by == {"Ana Roe": [], "Tom Hale": ["The defendant"]}


def test_the_capital_is_the_capital_in_mind() -> None:
    places = [("Oslo", Label.GPE), ("Bergen", Label.GPE), ("Lima", Label.GPE)]
    meant_by, _ = run("Trains left Oslo for Bergen. The capital was calm. They never saw Lima.", places)
    assert meant_by == {"Oslo": ["The capital"], "Bergen": [], "Lima": []}


def test_the_only_town_named_is_the_town_however_long_ago() -> None:
    filler = " Rain fell. Wind blew. Snow came. Ice held. Night fell. Days passed."
    meant_by, _ = run(f"Nobody left Marlcombe.{filler} The town waited.", [("Marlcombe", Label.GPE)])
    assert meant_by["Marlcombe"] == ["The town"]


def test_a_group_of_some_other_kind_is_not_the_group() -> None:
    text = "Orrery Mills took part. The control group did not."
    meant_by, _ = run(text, [("Orrery Mills", Label.ORG)])
    assert meant_by["Orrery Mills"] == []


def test_a_law_is_not_the_group() -> None:
    text = "Few liked the Rope Makers Act. The group wanted it gone."
    meant_by, _ = run(text, [("Rope Makers Act", Label.ORG)])
    assert meant_by["Rope Makers Act"] == []


def test_this_year_is_no_name_that_ends_in_year() -> None:
    meant_by, _ = run("They kept Tarn New Year. Nobody sings this year.", [("Tarn New Year", Label.EVENT)])
    assert meant_by["Tarn New Year"] == []


def test_they_are_the_body_that_is_the_subject() -> None:
    text = "Orrery Mills said that they would close, according to their lawyer."
    assert meant(text, [entity(text, 1, "Orrery Mills", Label.ORG)])["Orrery Mills"] == ["they", "their"]


@pytest.mark.parametrize("between", ["told the workers that they were late", "met people before they left"])
def test_they_are_whoever_stands_nearer_in_the_plural(between: str) -> None:
    text = f"Orrery Mills {between}."
    assert meant(text, [entity(text, 1, "Orrery Mills", Label.ORG)])["Orrery Mills"] == []


def test_it_as_an_object_is_the_one_thing_spoken_of() -> None:
    text = "Ana Roe bought Orrery Mills. Tom Hale wants it back."
    people = [entity(text, 1, "Ana Roe"), entity(text, 2, "Tom Hale")]
    assert meant(text, [*people, entity(text, 3, "Orrery Mills", Label.ORG)])["Orrery Mills"] == ["it"]


def test_its_after_and_is_the_name_right_before() -> None:
    text = "Norway spoke for Peru and its neighbours."
    places = [entity(text, 1, "Norway", Label.GPE), entity(text, 2, "Peru", Label.GPE)]
    assert meant(text, places) == {"Norway": [], "Peru": ["its"]}


def test_the_weather_is_nothing() -> None:
    text = "Orrery Mills closed in May. It was cold."
    assert meant(text, [entity(text, 1, "Orrery Mills", Label.ORG)])["Orrery Mills"] == []
