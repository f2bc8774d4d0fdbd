"""Whom "they" mean, names told at a distance ("a group called …"), and who tells of themselves."""

from __future__ import annotations

import pytest
from test_traps import meant

from reader.analysis.analyse import analyse
from reader.article.load import load_bytes


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        # a family, two of which are named together
        ("Piet Orme and his wife, Ada Orme, sold their house. The Ormes left in May. The couple wept.",
         {"Ormes": ["their", "The couple"]}),
        ("Piet Orme, 40, and his wife Ada Orme, 39, from Lorn, lost their boat. The Ormes had just paid for it.",
         {"Ormes": ["their"]}),
        ("Piet Orme and his wife Ada Orme sold up. They had scolded him. The Ormes left.",
         {"Ormes": ["They"], "Piet Orme": ["his"]}),
        ("Piet Orme and his wife Ada Orme sold up. The parents of the boy wept. The Ormes left.", {"Ormes": []}),
        ("Piet Orme spoke. The Ormes left. The parents wept.", {"Ormes": []}),  # nothing says that two are meant
        ("Ada Green met the Greens. The Greens said they would go.", {"Greens": ["they"], "Ada Green": []}),
        # peoples and parties
        ("Swedes love herring. They eat it cold.", {"Swedes": ["They"]}),
        ("The Palestinians left their houses. They want to come back.", {"Palestinians": ["their", "They"]}),
        ("Many Swedes love herring. They eat it cold.", {"Swedes": []}),
        ("Swedes met the officials. They ate herring.", {"Swedes": []}),
        ("Swedes sold herring. Prices fell. They were too high.", {"Swedes": []}),
        ("The Swedish keeper left. They came back.", {"Swedish": []}),
        # an organisation
        ("Tarn Works lost its case on Monday. They will appeal.", {"Tarn Works": ["its", "They"]}),
        ("Tarn Works paid the miners. They will come back.", {"Tarn Works": []}),
        ("Tarn Works lost its case. Ada Berg left when they came.", {"Tarn Works": ["its"]}),
    ],
)  # fmt: skip
def test_they_mean_what_is_named_in_the_plural_or_nobody(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(text, *mentions) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("He left a group within the union called the Lantern Circle.", {"Lantern Circle": ["a group"]}),
        ("The hangar, known as Tarn Hall, was shut.", {"Tarn Hall": ["The hangar"]}),
        ("We met a woman going by the name “Cilla Venn”.", {"Cilla Venn": ["a woman"]}),
        ("A man called Bram Tolle came.", {"Bram Tolle": ["A man"]}),
        ("The woman, who is known as Cilla Venn, left.", {"Cilla Venn": ["The woman"]}),
        ("The mayor called Ada Berg a liar.", {"Ada Berg": []}),
        ("The mayor called Ada Berg.", {"Ada Berg": []}),
        ("The board named Tarn Works as the owner.", {"Tarn Works": []}),
        ("A spokeswoman for the firm named Ada Berg said it was shut.", {"Ada Berg": ["A spokeswoman"]}),
        ("Ada Berg makes a film with her brother Jan Tolle called “The Long Gate”.", {"Jan Tolle": ["her brother"]}),
        ("She left its youth wing the Lantern Party.", {"Lantern Party": []}),
        ("She left Norway for its ally the Vell Republic. He left her party the Lantern Party.",
         {"Lantern Party": ["her party"]}),
    ],
)  # fmt: skip
def test_a_phrase_whose_name_is_told_behind_it_means_that(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(text, *mentions) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ada Berg is both a lawyer and a writer.", {"Ada Berg": ["a lawyer", "a writer"]}),
        ("Ada Berg was the founder and director of Tarn Works.", {"Ada Berg": ["the founder", "director"]}),
        ("Ada Berg, a nurse and mother of two, left.", {"Ada Berg": ["a nurse", "mother"]}),
        ("Ada Berg is a nurse and a neighbour said she was kind.", {"Ada Berg": ["a nurse", "she"]}),
        ("They met a lawyer and writer. Ada Berg left.", {"Ada Berg": []}),
        ("Norway is the hub of the herring trade.", {"Norway": ["the hub"]}),
        ("Tarn Works is a success.", {"Tarn Works": []}),
        ("The mayor closed Tarn Works, a move that angered many.", {"Tarn Works": []}),
    ],
)  # fmt: skip
def test_what_is_said_of_somebody_with_and_counts_twice(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(text, *mentions) == mentions


STORY = "Piet Orme was held on Monday. Orme is a miner. Orme denied it. "


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Jan Tolle said he would pay.", {"Jan Tolle": ["he"]}),
        ("Jan Tolle told Orme that he would help him.", {"Jan Tolle": ["he"]}),
        ("His lawyer, Jan Tolle, said he would appeal.", {"Jan Tolle": ["His lawyer"]}),
        ("Jan Tolle said Orme was asleep and he had run.", {"Jan Tolle": []}),
    ],
)
def test_who_reports_of_he_at_once_tells_of_himself_but_a_lawyer(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(STORY + text, *mentions) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("“Our company owes nobody,” said Ada Berg, a spokeswoman for Tarn Works.",
         {"Tarn Works": ["Our", "Our company"]}),
        ("“The team was tired,” Norway’s coach Jan Tolle said.", {"Norway": ["The team"]}),
        ("“Our council knows,” said Ada Berg, a spokeswoman for Tarn Works.", {"Tarn Works": ["Our"]}),
        ("“The council knows,” said Ada Berg, a spokeswoman for Tarn Works.", {"Tarn Works": []}),
        ("“Our company owes nobody,” said Ada Berg, a baker. Tarn Works closed.", {"Tarn Works": []}),
    ],
)  # fmt: skip
def test_our_company_is_the_one_that_is_spoken_for(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(text, *mentions) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Despite its debts, Tarn Works will stay open.", {"Tarn Works": ["its"]}),
        ("In its report, the River Ministry blamed the frost.", {"River Ministry": ["its"]}),
        ("Despite its debts, the mill paid Tarn Works.", {"Tarn Works": []}),
        ("Bavaria has many lakes. The state sells water.", {"Bavaria": ["The state"]}),
        ("Lorn has many lakes. The state sells water.", {"Lorn": []}),
    ],
)
def test_things_that_come_after_and_regions(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(text, *mentions) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        # what somebody is named with
        ("Tom Tolle of the Lantern Greens failed. He left his party in May.", {"Lantern Greens": ["his party"]}),
        ("Jan Orme, head of Tarn Works, sold his company.", {"Tarn Works": ["his company"]}),
        ("Jan Orme, head of Tarn Works, left his council.", {"Tarn Works": []}),
        ("Jan Orme, former head of Tarn Works, sold his company.", {"Tarn Works": []}),
        ("Jan Orme met the head of Tarn Works and sold his company.", {"Tarn Works": []}),
        # an apposition that no comma ends
        ("Norway’s envoy, Tom Tolle said, “We are late.”", {"Tom Tolle": ["envoy"]}),
        ("The envoy, Tom Tolle said, was late.", {"Tom Tolle": []}),
        ("Norway’s envoy, Tom Tolle said, was late.", {"Tom Tolle": []}),
        ("The head of the Ice Board (IB), Ada Berg, called it wrong.", {"Ada Berg": ["The head"]}),
    ],
)  # fmt: skip
def test_whose_party_it_is_and_who_is_the_envoy(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(text, *mentions) == mentions


def test_whom_a_headline_and_the_opening_speak_of_is_named_below() -> None:
    text = (
        "Norwegian teacher jailed over fire at her school\n\nA teacher was jailed on Monday after she burnt it.\n\n"
        "Ada Berg, 42, a teacher at the school, was silent. Tom Tolle, a baker, wept."
    )
    article = load_bytes(text.encode(), markdown=False)
    berg = next(e for e in analyse(article).entities if e.name == "Ada Berg")
    found = [(m.span.of(text), m.why) for m in berg.mentions if m.why == "named below"]
    assert [words for words, _ in found] == ["teacher", "her", "A teacher", "she"]


@pytest.mark.parametrize(
    "below",
    [
        "Ada Berg, a teacher, was silent. Ilse Varga, a teacher, wept.",  # two of them
        "Ada Berg, a former teacher, was silent.",
        "Ada Berg, a baker, was silent.",
        "Tom Tolle, a teacher, was silent.",  # the headline says "her"
    ],
)
def test_whom_a_headline_speaks_of_is_left_open_where_it_is_not_told(below: str) -> None:
    text = "Woman teacher jailed over fire\n\nThe school was burnt on Monday.\n\n" + below
    if "Tolle" in below:
        text = text.replace("Woman teacher", "Spokeswoman")
    article = load_bytes(text.encode(), markdown=False)
    assert not [m for e in analyse(article).entities for m in e.mentions if m.why == "named below"]


def test_whom_a_headline_tells_of_is_forgotten_below_it() -> None:
    text = "Beekeeper stole hives\n\nTom Tolle was held on Monday after the theft. The beekeeper wept, and he left."
    article = load_bytes(text.encode(), markdown=False)
    tolle = next(e for e in analyse(article).entities if e.name == "Tom Tolle")
    assert [m.span.of(text) for m in tolle.mentions] == ["Beekeeper", "Tom Tolle", "The beekeeper", "he"]
