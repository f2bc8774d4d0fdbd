"""Which names mean the same, and what their entity is called."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from name_tools import entities_of, groups_of, prose_of, surfaces_of

from reader.analysis.entities.grouping import group_names
from reader.analysis.entities.names import find_names
from reader.analysis.model import Label


def test_a_surname_and_a_titled_name_mean_the_full_name() -> None:
    text = "Ilse Varga spoke. Then Ms Varga left. Later Varga’s car was found by Ilse Varga."
    assert groups_of(text) == {"Ilse Varga": ["Ilse Varga", "Varga", "Varga", "Ilse Varga"]}


def test_two_people_with_one_surname_are_kept_apart_by_first_names() -> None:
    text = "Nora Teske came. Then Hugo Teske came. They say Teske left, and that Nora Teske stayed."
    assert groups_of(text) == {"Nora Teske": ["Nora Teske", "Nora Teske"], "Hugo Teske": ["Hugo Teske", "Teske"]}


def test_two_people_with_one_surname_are_kept_apart_by_the_gender_of_a_title() -> None:
    text = "Nora Teske came with Hugo Teske. Then Mrs Teske spoke, and Mr Teske was silent."
    assert groups_of(text) == {"Nora Teske": ["Nora Teske", "Teske"], "Hugo Teske": ["Hugo Teske", "Teske"]}


def test_a_title_and_the_she_that_goes_on_tell_two_people_with_one_surname_apart() -> None:
    text = "They met Senator Nora Teske and Hugo Teske. They say Senator Teske left. They say Mr Teske sat."
    assert groups_of(text) == {"Nora Teske": ["Nora Teske", "Teske"], "Hugo Teske": ["Hugo Teske", "Teske"]}
    text = "They met Nora Teske and Hugo Teske. They say Teske left. She sat. They say Teske rose. He sang."
    assert groups_of(text) == {"Nora Teske": ["Nora Teske", "Teske"], "Hugo Teske": ["Hugo Teske", "Teske"]}
    text = "They met Nora Teske and Hugo Teske. They say Teske left. They sat. She saw Ilse Roe."
    assert groups_of(text)["Nora Teske"] == ["Nora Teske"]


def test_father_and_son_of_one_name_are_two() -> None:
    groups = groups_of("They met Tom Teske Jr. in Lima. They say his father, Tom Teske Sr., left.")
    assert [name for name in groups if "Teske" in name] == ["Tom Teske Jr.", "Tom Teske Sr."]


def test_two_surnames_or_the_first_of_them_mean_one_person() -> None:
    text = "They heard José Ángel Varga Castellane sing. So José Varga won."
    assert list(groups_of(text)) == ["José Ángel Varga Castellane"]


def test_an_office_is_one_in_both_orders_of_its_words_and_without_its_country() -> None:
    text = "They met the Department of Rivers. They say the River Department left."
    assert groups_of(text) == {"Department of Rivers": ["Department of Rivers", "River Department"]}
    text = "They met the Danish Ministry of Foreign Affairs. They say the Foreign Ministry left."
    assert len(groups_of(text)) == 1
    text = "They met the US State Department. They say the State Department left."
    assert groups_of(text) == {"US State Department": ["US State Department", "State Department"]}
    text = (
        "They met the Norwegian Foreign Ministry and the Swedish Foreign Ministry. They say the Foreign Ministry left."
    )
    assert "Foreign Ministry" in groups_of(text)


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


def test_a_name_that_opens_the_one_longer_name_is_the_same() -> None:
    text = "They met the Varnholt Foundation for the Arts. They say the Varnholt Foundation is poor."
    assert list(groups_of(text)) == ["Varnholt Foundation for the Arts"]


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


def test_all_that_is_said_beside_a_name_is_a_role_and_a_title_is_whole() -> None:
    text = (
        "They met Ilse Varga, a nurse, activist and mother of three, in Lima. Later Hugo Teske, a lawyer and the head "
        "of the Ice Board, sat. They met Ana Roe, once the mayor of Lima. They met ex-mayor Jan Orme.\n\n"
        "Norway coach Piet Berg sat.\n\nNorwegian Prime Minister Ada Tolle sat."
    )
    roles = {e.name: e.roles for e in entities_of(text) if e.label == "PERSON"}
    assert roles == {
        "Ilse Varga": ("nurse", "activist", "mother of three"),
        "Hugo Teske": ("lawyer", "head of the Ice Board"),
        "Ana Roe": ("mayor of Lima",),
        "Jan Orme": ("ex-mayor",),
        "Piet Berg": ("Norway coach",),
        "Ada Tolle": ("Norwegian Prime Minister",),
    }


def test_a_list_of_people_is_no_list_of_roles() -> None:
    text = "They met Ilse Varga, a nurse, and the mayor left. They met Hugo Teske, a baker, Ana Roe and Jan Orme."
    roles = {e.name: e.roles for e in entities_of(text) if e.label == "PERSON"}
    assert (roles["Ilse Varga"], roles["Hugo Teske"], roles["Ana Roe"]) == (("nurse",), ("baker",), ())


def test_a_clause_that_begins_after_the_comma_is_no_role() -> None:
    text = "In Lima, the festival is loud. After talks with his lawyer, Hugo Teske left."
    assert [e.roles for e in entities_of(text)] == [(), ()]


def test_a_storm_is_the_same_with_and_without_its_kind() -> None:
    prose = prose_of("Storm Brenna hit the coast. Forecasters said Brenna was strong.")
    events = [e for e in group_names(prose, find_names(prose)) if e.label is Label.EVENT]
    assert [(e.name, len(e.mentions)) for e in events] == [("Storm Brenna", 2)]


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
