"""Names that are easily cut or labelled wrongly, from every part of the world, over all labels."""

from __future__ import annotations

import pytest
from name_tools import names_of, values_of

from reader.analysis.entities.names import find_names
from reader.article.load import load_bytes
from reader.language.prose import read_prose


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        # bodies with small words and lists inside
        (
            "Staff of the Ministry of Mines, Rivers and Roads met.",
            "Ministry of Mines, Rivers and Roads", "ORG",
        ),
        (
            "They asked the Department of Energy, Mines and Resources about it.",
            "Department of Energy, Mines and Resources", "ORG",
        ),
        ("It was the Bank of Savings and Loans.", "Bank of Savings and Loans", "ORG"),
        (
            "They asked the International Centre for the Study of Rivers.",
            "International Centre for the Study of Rivers", "ORG",
        ),
        ("She studied at the University of Quessel in Peru.", "University of Quessel", "ORG"),
        ("The School of Oriental Studies closed.", "School of Oriental Studies", "ORG"),
        ("The Supreme Court of Ghana ruled.", "Supreme Court of Ghana", "ORG"),
        ("It is the Varnholt Magistrate’s Court.", "Varnholt Magistrate’s Court", "ORG"),
        ("He leads the Workers’ Party of Brazil.", "Workers’ Party of Brazil", "ORG"),
        ("He joined the Partido Verde in Chile.", "Partido Verde", "ORG"),
        ("Nigeria’s Central Bank raised rates.", "Central Bank", "ORG"),
        ("Nigeria’s Central Bank raised rates.", "Nigeria", "GPE"),
        ("It was Paris Saint-Germain against Real Betis.", "Real Betis", "ORG"),
        ("Shares of Teske Holdings (NYSE: TKH) rose.", "TKH", "ORG"),
        ("They read The Varnholt Times.", "Varnholt Times", "ORG"),
        ("The Orne Valley Authority (OVA) met. Later the OVA said no.", "OVA", "ORG"),
        ("They drove a Toyota Corolla.", "Toyota", "ORG"),
        # laws
        ("It follows the Prevention of Idle Ships Act in part.", "Prevention of Idle Ships Act", "LAW"),
        ("The Treaty of Quessel was signed.", "Treaty of Quessel", "LAW"),
        # people
        ("Then H. E. Varga spoke.", "H. E. Varga", "PERSON"),
        ("Then Tan Sri Lim Boon Keng spoke.", "Lim Boon Keng", "PERSON"),
        ("We met Ngũgĩ wa Kamau there.", "Ngũgĩ wa Kamau", "PERSON"),
        ("We met Nguyen Van Thuan there.", "Nguyen Van Thuan", "PERSON"),
        ("Abu Bakr al-Roumi left.", "Abu Bakr al-Roumi", "PERSON"),
        ("It was Ould Abdel Aziz who left.", "Ould Abdel Aziz", "PERSON"),
        # peoples
        ("He is a Sunni Muslim and a farmer.", "Sunni Muslim", "NORP"),
        ("He is a Democrat.", "Democrat", "NORP"),
        ("Then the Samoan Tuilaepa Sefolau spoke.", "Samoan", "NORP"),
        # places and buildings
        ("The Sea of Okhotsk froze.", "Sea of Okhotsk", "LOC"),
        ("It hit the Strait of Malacca.", "Strait of Malacca", "LOC"),
        ("They flew to Port-of-Spain and Rio de Janeiro.", "Port-of-Spain", "GPE"),
        ("They flew to Port-of-Spain and Rio de Janeiro.", "Rio de Janeiro", "GPE"),
        ("They met at the Palace of Nations in May.", "Palace of Nations", "FAC"),
        ("Then Washington warned Beijing.", "Beijing", "GPE"),
        # events, works, products
        ("It fell in World War II and later.", "World War II", "EVENT"),
        ("It was called Operation Tall Reed.", "Operation Tall Reed", "EVENT"),
        ("It was the Battle of Quessel.", "Battle of Quessel", "EVENT"),
        ("She read ‘The Salt Year’ aloud.", "The Salt Year", "WORK_OF_ART"),
        ("They drove a Toyota Corolla.", "Corolla", "PRODUCT"),
        ("The camera is an S100 or SX40.", "SX40", "PRODUCT"),
    ],
)  # fmt: skip
def test_a_tricky_name_is_whole_and_has_its_label(text: str, name: str, label: str) -> None:
    assert (name, label) in names_of(text)


@pytest.mark.parametrize("text", ["Please open HarbourPlan.pdf now.", "They read the RFP.", "At 9 a.m. GMT it rained."])
def test_files_times_and_everyday_acronyms_are_no_names(text: str) -> None:
    assert [n for n in names_of(text) if n[1] != "DATE"] == []


def test_a_list_of_tasks_is_not_a_list_of_places() -> None:
    names = names_of("They asked the Ministry of Trade, Ghana and Peru.")
    assert names == [("Ministry of Trade", "ORG"), ("Ghana", "GPE"), ("Peru", "GPE")]


def test_a_text_that_is_careless_with_capitals_names_its_places_small() -> None:
    text = "i live in malaysia and i want to go to san francisco or peru."
    assert names_of(text) == [("malaysia", "GPE"), ("san francisco", "GPE"), ("peru", "GPE")]


@pytest.mark.parametrize("text", ["I saw malaysia on it.", "i like turkey and i like china cups. she has a chad."])
def test_small_letters_name_no_place_in_a_careful_text_nor_where_they_are_words(text: str) -> None:
    assert names_of(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "label", "value"),
    [
        ("He is 5 ft 11in tall.", "5 ft 11in", "QUANTITY", "5 ft 11 in"),
        ("It weighed six and a half tonnes.", "six and a half tonnes", "QUANTITY", "6.5 t"),
        ("It weighed ten thousand tonnes.", "ten thousand tonnes", "QUANTITY", "10000 t"),
        ("It fell by one and a half percent.", "one and a half percent", "PERCENT", "1.5 %"),
        ("It grew by 0.3pc then.", "0.3pc", "PERCENT", "0.3 %"),
        ("It cost a quarter of a million pounds.", "a quarter of a million pounds", "MONEY", "GBP 250000"),
        ("It cost $1.5-2 million then.", "$1.5-2 million", "MONEY", "USD 1500000"),
        ("It cost Rs 500 crore then.", "Rs 500 crore", "MONEY", "INR 5000000000"),
        ("It lasted two and a half years.", "two and a half years", "DATE", None),
        ("It began in the early 2000s there.", "early 2000s", "DATE", None),
    ],
)
def test_figures_in_tricky_forms_are_whole(text: str, surface: str, label: str, value: str | None) -> None:
    assert values_of(text) == [(surface, label, value)]


def test_both_ends_of_a_range_of_money_have_their_own_sum() -> None:
    assert values_of("A fund of £3bn–£4bn was set.") == [
        ("£3bn", "MONEY", "GBP 3000000000"),
        ("£4bn", "MONEY", "GBP 4000000000"),
    ]


def test_what_a_screen_shows_is_no_name() -> None:
    text = "Ada Berg says that the page of Quillon Systems still shows `ALL SYSTEMS NORMAL` to Orrin."
    article = load_bytes(text.encode(), path="news.md", markdown=True)
    found = [name.span.of(article.text) for name in find_names(read_prose(article))]
    assert "Ada Berg" in found and not any("NORMAL" in name for name in found)
