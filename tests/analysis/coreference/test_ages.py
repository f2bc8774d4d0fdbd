"""Whom "the 34-year-old" means."""

from __future__ import annotations

import pytest
from test_who_is_meant import meant


@pytest.mark.parametrize(
    "told",
    [
        "Ana Roe, 34,",
        "Ana Roe (34)",
        "Ana Roe, aged 34,",
        "Ana Roe, a 34-year-old pilot,",
        "The 34-year-old pilot Ana Roe",
    ],
)
def test_an_age_told_beside_a_name_is_called_up_again(told: str) -> None:
    text = f"{told} met Lena Berg, 29, on the quay. Lena Berg left at noon. The 34-year-old stayed."
    assert meant(text, "Ana Roe", "Lena Berg")["Ana Roe"][-1] == "The 34-year-old"
    assert meant(text, "Lena Berg") == {"Lena Berg": []}


def test_who_is_of_another_age_is_not_meant() -> None:
    assert meant("A man of Orrel was held. Ana Roe, 40, saw it. The 34-year-old left.", "Ana Roe") == {"Ana Roe": []}


def test_an_age_that_nobody_was_given_means_who_is_spoken_of() -> None:
    assert meant("Emeka Okon scored late. The 19-year-old wept.", "Emeka Okon") == {"Emeka Okon": ["The 19-year-old"]}
