"""Where names begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from name_tools import names_of, prose_of

from reader.analysis.entities.names import find_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Mr Orlan Teske spoke.", [("Orlan Teske", "PERSON")]),
        ("We met Prime Minister Ilse Varga.", [("Ilse Varga", "PERSON")]),
        ("The novel is by Dame Priya Halloran.", [("Priya Halloran", "PERSON")]),
        ("It was said by Ambassador Teske.", [("Teske", "PERSON")]),
    ],
)
def test_a_title_stays_outside_the_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert names_of(text) == expected


def test_a_possessive_and_an_article_stay_outside() -> None:
    assert names_of("They asked the Varnholt Bank about Ilse Varga’s car.") == [
        ("Varnholt Bank", "ORG"),
        ("Ilse Varga", "PERSON"),
    ]


def test_a_part_of_a_hyphenated_word_can_be_a_name() -> None:
    text = "The Norway-based group sold French-made pumps in a Kenya-Uganda deal and an anti-Japanese film."
    assert names_of(text) == [
        ("Norway", "GPE"),
        ("French", "NORP"),
        ("Kenya", "GPE"),
        ("Uganda", "GPE"),
        ("Japanese", "NORP"),
    ]


def test_the_second_part_may_go_on_in_the_next_word() -> None:
    assert names_of("The Norway-United States accord held.")[:2] == [("Norway", "GPE"), ("United States", "GPE")]


@pytest.mark.parametrize(
    "name", ["Jean-Luc Tessier", "Seo Min-ji", "Khalid al-Roumi", "Ana de la Cruz", "J. R. Teske", "Ana M. Berg"]
)
def test_names_with_hyphens_particles_and_initials_stay_whole(name: str) -> None:
    assert names_of(f"Then {name} said no.") == [(name, "PERSON")]


def test_small_words_join_the_parts_of_a_body_and_of_nothing_else() -> None:
    text = "Officials at the Ministry of Fisheries and Trade met the President of Ghana and the mayor of Lima."
    assert names_of(text) == [
        ("Ministry of Fisheries and Trade", "ORG"),
        ("Ghana", "GPE"),
        ("Lima", "GPE"),
    ]


def test_a_people_before_a_title_is_a_name_of_its_own() -> None:
    assert names_of("Then Kenyan President Amos Wekesa left.") == [("Kenyan", "NORP"), ("Amos Wekesa", "PERSON")]


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital_alone() -> None:
    assert names_of("Farmers waited. Yesterday they left. Meanwhile Varga spoke.") == [
        ("Yesterday", "DATE"),
        ("Varga", "PERSON"),
    ]


def test_a_year_belongs_to_a_name_that_asks_for_one() -> None:
    assert names_of("They backed Vision 2044 and Article 91.") == [("Vision 2044", "LAW"), ("Article 91", "LAW")]


def test_titles_of_works_in_marks_are_whole() -> None:
    assert ("A Crow on the Roof", "WORK_OF_ART") in names_of("She read ‘A Crow on the Roof’ aloud.")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("AbcÉñ 'ʼ’“”\"().,-–$%0123456789\n@/&ß中")), max_size=160))
def test_names_never_overlap_and_hold_no_white_space_at_their_ends(text: str) -> None:
    names = find_names(prose_of(text))
    ends = 0
    for name in names:
        surface = name.span.of(text)
        assert surface and surface == surface.strip()
        assert name.span.start >= ends
        ends = name.span.end


_WORDS = [
    "Bank",
    "of",
    "the",
    "Ana",
    "Roe",
    "and",
    "said",
    "'s",
    "(",
    ")",
    "“",
    "”",
    ",",
    ".",
    "May",
    "5",
    "$3",
    "US-made",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_order_of_words_can_be_read(words: list[str]) -> None:
    find_names(prose_of(" ".join(words)))


def test_a_nickname_in_marks_stays_inside_the_name() -> None:
    assert names_of("Then Maria “Kit” Halloran sang.") == [("Maria “Kit” Halloran", "PERSON")]


def test_a_title_inside_the_name_of_a_body_is_none() -> None:
    assert names_of("They went to Varnholt General Hospital then.") == [("Varnholt General Hospital", "FAC")]


def test_an_address_is_no_name() -> None:
    assert names_of("Write to Ana.Roe@example.org or see https://example.org/Ana.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Director of Health Ana Roe spoke on Monday.", "Ana Roe"),
        ("It pleased Minister of Transport Tom van Berg.", "Tom van Berg"),
        ("He studied at the University of Lorn Ana Roe said.", "Ana Roe"),
    ],
)
def test_a_given_name_after_the_area_of_an_office_or_body_opens_a_person(text: str, name: str) -> None:
    assert (name, "PERSON") in names_of(text)


def test_a_given_name_inside_the_name_of_a_place_or_body_opens_nobody() -> None:
    text = "The Mayor of Santa Ana left. The secretary of the Lorn Ana Roe Trust stayed."
    assert "Ana Roe" not in dict(names_of(text))
    assert "Ana" not in dict(names_of(text))


def test_senior_after_a_name_belongs_to_it_and_before_one_is_a_title() -> None:
    assert ("Tom Tolle Sr.", "PERSON") in names_of("Mayor Tom Tolle Sr. said it rained.")
    assert ("Berto Orrel", "PERSON") in names_of("They met Sr. Berto Orrel in May.")
