"""Which names mean the same, and what their entity is called."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from name_tools import entities_of, groups_of, prose_of, surfaces_of

from reader.analysis.entities.grouping import group_names
from reader.analysis.entities.names import find_names


def test_a_surname_and_a_titled_name_mean_the_full_name() -> None:
    text = "Ilse Varga spoke. Then Ms Varga left. Later Varga’s car was found by Ilse Varga."
    assert groups_of(text) == {"Ilse Varga": ["Ilse Varga", "Varga", "Varga", "Ilse Varga"]}


def test_two_people_with_one_surname_are_kept_apart_by_first_names() -> None:
    text = "Nora Teske came. Then Hugo Teske came. They say Teske left, and that Nora Teske stayed."
    assert groups_of(text) == {"Nora Teske": ["Nora Teske", "Nora Teske"], "Hugo Teske": ["Hugo Teske", "Teske"]}


def test_two_people_with_one_surname_are_kept_apart_by_the_gender_of_a_title() -> None:
    text = "Nora Teske came with Hugo Teske. Then Mrs Teske spoke, and Mr Teske was silent."
    assert groups_of(text) == {"Nora Teske": ["Nora Teske", "Teske"], "Hugo Teske": ["Hugo Teske", "Teske"]}


def test_a_bare_surname_goes_to_the_one_named_last() -> None:
    text = "They asked Imre Varga in May. They asked Ilse Varga too. They say that Varga agreed."
    assert groups_of(text)["Ilse Varga"] == ["Ilse Varga", "Varga"]


def test_a_surname_before_the_full_name_belongs_to_it() -> None:
    text = "They say that Castellane resigned.\nAna Castellane was mayor."
    assert groups_of(text) == {"Ana Castellane": ["Castellane", "Ana Castellane"]}


def test_an_initial_and_a_middle_name_do_not_part_a_person() -> None:
    text = "Then J. Castellane rose. They heard John Paul Castellane sing. So John Castellane won."
    assert list(groups_of(text)) == ["John Paul Castellane"]


def test_two_surnames_without_the_first_name_mean_the_full_name() -> None:
    text = "They heard Ilse Varga Castellane sing. Later Varga Castellane left."
    assert groups_of(text) == {"Ilse Varga Castellane": ["Ilse Varga Castellane", "Varga Castellane"]}


def test_countries_are_one_under_all_their_names_and_their_people_another() -> None:
    text = "The US and the U.S. are the United States. In the UK, as in Britain, British and Britons met."
    groups = groups_of(text)
    assert groups["US"] == ["US", "U.S.", "United States"]
    assert groups["UK"] == ["UK", "Britain"]
    assert groups["British"] == ["British"]


def test_acronyms_mean_the_name_they_are_made_of() -> None:
    text = "Staff of the Northern Ice Institute (NII) met. They say the NII is poor."
    assert groups_of(text) == {"Northern Ice Institute": ["Northern Ice Institute", "NII", "NII"]}


def test_a_ticker_in_brackets_means_the_company() -> None:
    text = "Shares of Varnholt Group (VRHT) fell. They say VRHT is cheap and Varnholt poor."
    assert groups_of(text) == {"Varnholt Group": ["Varnholt Group", "VRHT", "VRHT", "Varnholt"]}


def test_capitals_make_no_other_entity() -> None:
    text = "NAIROBI: They met in Nairobi."
    assert groups_of(text) == {"Nairobi": ["NAIROBI", "Nairobi"]}


def test_an_operation_is_meant_by_its_bare_name() -> None:
    text = "They began Operation Halmar. They say that Halmar works."
    assert groups_of(text) == {"Operation Halmar": ["Operation Halmar", "Halmar"]}


def test_an_explicit_date_is_called_by_its_iso_form_and_other_figures_by_their_surface() -> None:
    text = "Filed 2031-06-29. Published June 29th, 2031. It cost $5m, that is 5 million dollars, on Friday."
    assert groups_of(text) == {
        "2031-06-29": ["2031-06-29", "June 29th, 2031"],
        "$5m": ["$5m", "5 million dollars"],
        "Friday": ["Friday"],
    }


def test_ids_follow_the_order_of_first_mention() -> None:
    found = entities_of("They met Ilse Varga in Lima on Friday. Then Varga left Lima.")
    assert [(e.id, e.name) for e in found] == [("e1", "Ilse Varga"), ("e2", "Lima"), ("e3", "Friday")]


def test_roles_come_from_titles_and_from_what_stands_beside_the_name() -> None:
    text = (
        "Norway’s envoy to the UN, Ilse Varga, spoke. Ambassador Varga left. "
        "Hugo Teske, 52, a spokesman for the dockers’ union, stayed. They met former finance minister Ana Roe."
    )
    roles = {e.name: e.roles for e in entities_of(text) if e.label == "PERSON"}
    assert roles == {
        "Ilse Varga": ("Norway’s envoy to the UN", "Ambassador"),
        "Hugo Teske": ("spokesman for the dockers’ union",),
        "Ana Roe": ("former finance minister",),
    }


def test_a_clause_that_begins_after_the_comma_is_no_role() -> None:
    text = "In Lima, the festival is loud. After talks with his lawyer, Hugo Teske left."
    assert [e.roles for e in entities_of(text)] == [(), ()]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ilse Varga",
                "Varga",
                "Mr Varga",
                "Hugo Varga",
                "NATO",
                "US",
                "America",
                "$5",
                "Lima",
                "said.",
                ",",
                "and",
            ]
        ),
        max_size=40,
    )
)
def test_every_name_is_in_exactly_one_entity(words: list[str]) -> None:
    text = " ".join(words)
    prose = prose_of(text)
    names = find_names(prose)
    entities = group_names(prose, names)
    spans = [mention.span for entity in entities for mention in entity.mentions]
    assert sorted(spans) == sorted(name.span for name in names)
    assert [e.id for e in entities] == [f"e{n}" for n in range(1, len(entities) + 1)]
    assert all(surfaces_of(text, e) for e in entities)
