"""Dates, money, percentages and quantities, with their normal forms."""

from __future__ import annotations

import pytest
from name_tools import names_of, values_of


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("It opened on 29 June 2031 at last.", "29 June 2031", "2031-06-29"),
        ("It opened on June 29th, 2031 at last.", "June 29th, 2031", "2031-06-29"),
        ("It opened on Tuesday 3rd March, 2031 at last.", "Tuesday 3rd March, 2031", "2031-03-03"),
        ("Filed 2031-06-29 by hand.", "2031-06-29", "2031-06-29"),
        ("It opened on 29/06/2031 at last.", "29/06/2031", "2031-06-29"),
        ("It opened on 6/29/2031 at last.", "6/29/2031", "2031-06-29"),
        ("It opened on 5/6/2031 at last.", "5/6/2031", None),  # June in Oslo, May in Ohio
        ("It opened on 31 February 2031 at last.", "31 February 2031", None),
        ("It opened in June 2031 at last.", "June 2031", "2031-06"),
        ("It opened in 2031 at last.", "2031", "2031"),
        ("It opened on Friday at last.", "Friday", None),
        ("It opened last month.", "last month", None),
        ("It opened earlier this week.", "earlier this week", None),
        ("It opened in mid-March then.", "mid-March", None),
        ("It opened in May.", "May", None),
        ("It opened in the 1990s.", "1990s", None),
        ("It opened three years ago.", "three years ago", None),
        ("Four years ago it opened.", "Four years ago", None),
        ("It grew in the fourth quarter of 2031 at last.", "fourth quarter of 2031", None),
        ("It was open for nine days.", "nine days", None),
        ("It opened on August 9 last year.", "August 9 last year", None),
    ],
)
def test_dates_are_found_with_the_iso_date_that_can_be_told(text: str, surface: str, value: str | None) -> None:
    assert values_of(text) == [(surface, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("It cost $4.2 million then.", "$4.2 million", "USD 4200000"),
        ("It cost US$5bn then.", "US$5bn", "USD 5000000000"),
        ("It cost €30m then.", "€30m", "EUR 30000000"),
        ("It cost Rs 900 million then.", "Rs 900 million", "INR 900000000"),
        ("It cost ₹12 crore then.", "₹12 crore", "INR 120000000"),
        ("It cost 40,000 pounds then.", "40,000 pounds", "GBP 40000"),
        ("It cost 50 cents then.", "50 cents", "USD 0.5"),
        ("It cost 200,000 yuan then.", "200,000 yuan", "CNY 200000"),
        ("It cost two million euros then.", "two million euros", "EUR 2000000"),
        ("It cost £6,600 then.", "£6,600", "GBP 6600"),
        ("It cost half a million dollars then.", "half a million dollars", "USD 500000"),
        ("It cost a quarter of a million euros then.", "a quarter of a million euros", "EUR 250000"),
        ("It cost two and a half million pounds then.", "two and a half million pounds", "GBP 2500000"),
        ("It cost twenty-five dollars then.", "twenty-five dollars", "USD 25"),
    ],
)
def test_money_has_a_currency_and_an_amount(text: str, surface: str, value: str) -> None:
    assert values_of(text) == [(surface, "MONEY", value)]


@pytest.mark.parametrize("surface", ["12.5 %", "12.5%", "12.5 percent", "12.5 per cent", "12.5 percentage points"])
def test_percentages_have_one_normal_form(surface: str) -> None:
    assert values_of(f"It fell by {surface} there.") == [(surface, "PERCENT", "12.5 %")]


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("40 kilometres", "40 km"),
        ("30 tonnes", "30 t"),
        ("5 °C", "5 °C"),
        ("250 hectares", "250 ha"),
        ("3,000 sq km", "3000 km²"),
        ("120 km/h", "120 km/h"),
        ("14 miles an hour", "14 mph"),
        ("310 million cubic metres", "310000000 m³"),
        ("six kilometres", "6 km"),
        ("5km", "5 km"),
        ("6 feet 2 inches", "6 ft 2 in"),
    ],
)
def test_quantities_have_a_number_and_a_unit(surface: str, value: str) -> None:
    assert values_of(f"It was {surface} in all.") == [(surface, "QUANTITY", value)]


def test_pounds_of_something_are_a_weight() -> None:
    assert values_of("They found 300 pounds of copper.") == [("300 pounds", "QUANTITY", "300 lb")]


@pytest.mark.parametrize(
    "text",
    [
        "There were 40 people and 12 dogs.",
        "She is 45 years old, her son a 12-year-old boy.",
        "He came at 9.30 and left at 11 p.m. with 2000 people.",
        "He may march in the park, and may stop.",
        "It costs money twice a day.",
        "It was a mile off and two degrees worse.",
    ],
)
def test_counts_ages_times_of_day_and_verbs_are_none(text: str) -> None:
    assert values_of(text) == []


def test_a_month_that_is_a_first_name_is_one() -> None:
    assert names_of("Then April Teske spoke.") == [("April Teske", "PERSON")]


@pytest.mark.parametrize(
    "text", ["1" * 50_000, "1," * 20_000, "$" * 20_000, "1 " * 20_000, "May 5, " * 5_000, "a " * 20_000]
)
def test_hostile_figures_are_read(text: str) -> None:
    values_of(text)


def test_an_amount_in_words_goes_on_after_and() -> None:
    assert values_of("It cost a hundred and twenty dollars then.") == [
        ("a hundred and twenty dollars", "MONEY", "USD 120")
    ]
    assert values_of("It cost fifty thousand yen and five apples.") == [("fifty thousand yen", "MONEY", "JPY 50000")]


def test_two_figures_with_and_are_a_range_only_between_each_other() -> None:
    assert values_of("It grew between 20 and 80% there.")[0][0] == "20 and 80%"
    assert ("80%", "PERCENT", "80 %") in values_of("It is 35% by 2020 and 80% later.")
