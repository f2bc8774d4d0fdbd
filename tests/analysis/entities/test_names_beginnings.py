"""Where a name begins and ends beside offices, parties, small particles and other sentences."""

from __future__ import annotations

import pytest
from name_tools import names_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They joined al Rashida there. An al Rashida leader left.", "al Rashida"),
        ("The plan of bin Tolle failed.", "bin Tolle"),
        ("They say del Orrel sang well.", "del Orrel"),
    ],
)
def test_a_foreign_particle_opens_the_name_after_it(text: str, name: str) -> None:
    assert name in dict(names_of(text))


@pytest.mark.parametrize("text", ["They took the van Tolle had sold.", "He lives at 14 de Orrel."])
def test_a_particle_after_an_article_or_a_number_opens_no_name(text: str) -> None:
    assert not any(name[0].islower() for name, label in names_of(text) if label != "DATE")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norwegian Secretary of State John Orrel spoke.", "John Orrel"),
        ("They met U.S. Secretary of State Berto Tolle.", "Berto Tolle"),
        ("The Minister of State for Health Ana Roe left.", "Ana Roe"),
    ],
)
def test_who_holds_an_office_of_state_is_named_after_it(text: str, name: str) -> None:
    names = dict(names_of(text))
    assert names[name] == "PERSON"
    assert not any("State" in found for found in names)


def test_members_of_a_party_are_not_part_of_the_place_or_house_they_sit_for() -> None:
    text = "He met Senate Democrats. Then Ohio Republican Ana Roe spoke. The Texas Republican left."
    assert names_of(text) == [
        ("Senate", "ORG"),
        ("Democrats", "NORP"),
        ("Ohio", "GPE"),
        ("Republican", "NORP"),
        ("Ana Roe", "PERSON"),
        ("Texas", "GPE"),
        ("Republican", "NORP"),
    ]


def test_a_party_keeps_its_place() -> None:
    assert ("Texas Republican Party", "ORG") in names_of("They left the Texas Republican Party.")


def test_the_words_of_an_office_are_no_part_of_the_body_it_is_in() -> None:
    assert names_of("They asked BBC Business Editor Ana Roe.") == [("BBC", "ORG"), ("Ana Roe", "PERSON")]


def test_a_flight_is_no_part_of_its_airline() -> None:
    assert names_of("Then Orrel Airlines Flight 17 left.") == [("Orrel Airlines", "ORG")]


def test_a_hall_keeps_the_title_it_is_named_with_and_a_person_does_not() -> None:
    assert names_of("She sang at the Count Orrel Theater.") == [("Count Orrel Theater", "FAC")]
    assert names_of("She met Count Berto Orrel there.") == [("Berto Orrel", "PERSON")]


def test_a_surname_that_is_an_office_too_stays_with_its_given_name() -> None:
    assert names_of("It was paid for by Paul Singer.") == [("Paul Singer", "PERSON")]


def test_a_body_may_be_for_a_thing_with_an_article() -> None:
    assert names_of("They founded the Centre for a Dry Orrel.") == [("Centre for a Dry Orrel", "ORG")]


def test_an_adverb_at_the_head_of_a_sentence_is_no_name() -> None:
    assert names_of("Fittingly, she won. Astonishingly, the company closed.") == []


def test_a_sentence_begins_right_after_the_place_it_is_written_from() -> None:
    assert names_of("Los Angeles Either Ana Roe is late or she is not coming.")[:2] == [
        ("Los Angeles", "GPE"),
        ("Ana Roe", "PERSON"),
    ]
    assert ("Chelsea Will", "PERSON") in names_of("Chelsea Will spoke first.")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Varnholt, Emomali Rahvon, said so.",
        "They were told by police as Emomali Rahvon, a 23-year-old man, left.",
        "They saw 23-year-old Emomali Rahvon there.",
    ],
)
def test_whom_an_office_or_an_age_is_told_of_is_a_person(text: str) -> None:
    assert ("Emomali Rahvon", "PERSON") in names_of(text)


def test_a_place_after_where_somebody_is_from_is_no_person() -> None:
    assert ("East Varnholt", "PERSON") not in names_of("A resident of Orrel, East Varnholt, said so.")


def test_where_people_of_a_list_belong_are_no_people() -> None:
    text = "They are Tom Roe of Boston Provident, Ana Tolle of Orrel Partners and Berto Roe of Lorn Capital."
    names = dict(names_of(text))
    assert names["Boston Provident"] != "PERSON"
    assert names["Ana Tolle"] == "PERSON"


def test_a_single_name_of_a_thing_is_no_people() -> None:
    assert ("CheckLight", "NORP") not in names_of("He wore the CheckLight then.")


def test_a_seat_in_brackets_is_a_state_without_the_letter_of_the_party() -> None:
    names = names_of("Sen. Ana Roe (R-Ohio) met Tom Tolle, D-New Hampshire, and Rep. Berto Roe (D-Calif.) there.")
    assert [name for name in names if name[1] == "GPE"] == [("Ohio", "GPE"), ("New Hampshire", "GPE"), ("Calif", "GPE")]


def test_a_member_of_a_party_and_where_they_sit_are_two_names() -> None:
    assert names_of("Charles Orrel, Republican of Iowa, left.") == [
        ("Charles Orrel", "PERSON"),
        ("Republican", "NORP"),
        ("Iowa", "GPE"),
    ]
    assert names_of("She won the Michigan Democratic primary.")[:2] == [("Michigan", "GPE"), ("Democratic", "NORP")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She left the Office of Legal Counsel in May.", "Office of Legal Counsel"),
        ("It is the Centers for River Control and Prevention.", "Centers for River Control and Prevention"),
        ("The head of the Department of Environment left.", "Department of Environment"),
    ],
)
def test_a_body_keeps_the_office_and_the_task_in_its_name(text: str, name: str) -> None:
    assert (name, "ORG") in names_of(text)


def test_what_one_is_called_on_a_network_is_no_name() -> None:
    assert names_of("Follow @AnaRoe there, and #OrrelFirst too.") == []


def test_two_people_whose_contest_is_told_of_are_two_and_a_double_name_is_one() -> None:
    text = "Berto Keller met Tom Hartmann. They saw the Keller-Hartmann contest."
    assert [name for name, _ in names_of(text)] == ["Berto Keller", "Tom Hartmann", "Keller", "Hartmann"]
    assert ("Ana Keller-Hartmann", "PERSON") in names_of("They saw Ana Keller-Hartmann there.")


def test_what_denies_a_word_at_the_head_of_a_sentence_is_no_name() -> None:
    assert names_of("Undeterred, the choir sang. Unfazed, she left.") == []


def test_a_numeral_after_a_given_name_belongs_to_it() -> None:
    assert names_of("Then King Richard III and Tom Tolle Orrel IV sat.")[0] == ("Richard III", "PERSON")
    assert ("Act III", "PERSON") not in names_of("They saw Act III there.")


def test_two_particles_open_one_name() -> None:
    text = "Van der Orrel left. They say van der Orrel sat."
    assert names_of(text) == [("Van der Orrel", "PERSON"), ("van der Orrel", "PERSON")]


def test_a_firm_keeps_an_occupation_in_its_name() -> None:
    assert names_of("He runs Orrel Marine Co. in Oslo.")[0] == ("Orrel Marine Co.", "ORG")


def test_who_is_told_to_hold_an_office_in_a_body_is_a_person_and_a_body_after_its_noun_none() -> None:
    assert ("Berto Ramvez", "PERSON") in names_of("The governor of the central bank, Berto Ramvez, left.")
    assert ("Ravosa Tessen", "ORG") in names_of("They left a small bank, Ravosa Tessen, in May.")


def test_a_given_name_that_opens_laws_too_opens_a_person() -> None:
    assert ("Bill Tolle", "PERSON") in names_of("He voted for Bill Tolle there.")
    assert ("Bill 17", "LAW") in names_of("They passed Bill 17 there.")


def test_those_who_live_in_a_state_are_a_people() -> None:
    assert names_of("They say Coloradans and Michiganders met a Philippine lawmaker.") == [
        ("Coloradans", "NORP"),
        ("Michiganders", "NORP"),
        ("Philippine", "NORP"),
    ]


def test_a_foundation_of_a_couple_is_one_name_and_a_couple_is_two() -> None:
    assert ("Ana and Tom Orrel Foundation", "ORG") in names_of("They met the Ana and Tom Orrel Foundation there.")
    assert ("Tom Orrel", "PERSON") in names_of("They met Ana and Tom Orrel there.")


def test_don_before_one_word_is_a_given_name() -> None:
    assert ("Don Tolle", "PERSON") in names_of("She told CNN's Don Tolle there.")
    assert ("Berto Tolle", "PERSON") in names_of("She told Don Berto Tolle there.")


def test_who_speaks_after_a_name_is_no_part_of_it() -> None:
    assert names_of("Here in Norway I know them.") == [("Norway", "GPE")]


def test_junior_after_a_comma_belongs_to_the_name() -> None:
    assert ("Tom Tolle, Jr.", "PERSON") in names_of("They met Tom Tolle, Jr., there.")
    assert ("Tom Tolle", "PERSON") in names_of("They met Tom Tolle, Sr. Roe and Ana there.")
