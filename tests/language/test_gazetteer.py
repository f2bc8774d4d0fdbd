"""What the lists know of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.language import gazetteer, lexicon

LEXICONS = Path(gazetteer.__file__).parent / "lexicons"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Maria", "f"), ("Hiroshi", "m"), ("Fatima", "f"), ("Jean-Luc", "m"), ("José", "m"), ("MARIA", "f"),
        ("Kim", None), ("Xqzt", None), ("", None),
    ],
)  # fmt: skip
def test_the_gender_of_a_first_name_is_told_where_it_is_clear(name: str, gender: str | None) -> None:
    assert gazetteer.gender_of_first_name(name) == gender


def test_lookups_are_blind_to_diacritics() -> None:
    assert gazetteer.fold("Łódź’s Øre") == "Lodz's Ore"
    assert gazetteer.is_large_city("Bogotá") and gazetteer.is_large_city("Bogota")
    assert gazetteer.is_surname("Müller") == gazetteer.is_surname("Muller")


def test_a_country_is_known_by_all_its_names() -> None:
    assert {gazetteer.country_of(n) for n in ("US", "U.S.", "USA", "America", "United States")} == {"United States"}
    assert gazetteer.country_of("Atlantis") is None


def test_known_names_have_a_label() -> None:
    labels = {n: gazetteer.known_label(n) for n in ("Kenya", "Kenyan", "Sahara", "UNESCO", "Ramadan", "Xqzt")}
    assert labels == {
        "Kenya": "GPE", "Kenyan": "NORP", "Sahara": "LOC", "UNESCO": "ORG", "Ramadan": "EVENT", "Xqzt": None,
    }  # fmt: skip


def test_common_words_are_told_from_names() -> None:
    assert gazetteer.is_common_word("officials") and gazetteer.is_everyday_word("police")
    assert not gazetteer.is_common_word("nairobi")


def test_every_title_tells_its_gender_or_none() -> None:
    assert {row[0] for row in lexicon.table("titles").values()} == {"m", "f", "-"}


def test_the_lists_stay_small_and_say_where_they_come_from() -> None:
    files = ["first_names", "surnames", "cities", "cities_large", "common_words"]
    texts = [(LEXICONS / f"{name}.txt").read_text(encoding="utf-8") for name in files]
    assert sum(len(t.encode()) for t in texts) <= 1_000_000
    assert all(t.startswith("#") and "tools/build_gazetteers.py" in t for t in texts)


def test_a_large_capital_is_a_capital_and_a_large_city() -> None:
    assert gazetteer.is_large_capital("London")
    assert not gazetteer.is_large_capital("Manchester")
    assert not gazetteer.is_large_capital("Orrel")
