"""Names in brackets for what a point opens with."""

from __future__ import annotations

import pytest

from reader.analysis.key_points.glosses import Glosses
from reader.analysis.model import Entity, Label, Mention, MentionKind
from reader.spans import Span


def entity(text: str, name: str, label: Label, *others: tuple[str, MentionKind]) -> Entity:
    """An entity named once, at the head of the text, and meant again by the last of each of the other words."""
    spans = [(Span(text.index(name), text.index(name) + len(name)), MentionKind.NAME)]
    spans += [(Span(text.rindex(word), text.rindex(word) + len(word)), kind) for word, kind in others]
    return Entity(name, name, label, tuple(Mention(*it) for it in sorted(spans)))


def shown(opening: str, point: str, name: str, label: Label, word: str, kind: MentionKind) -> str:
    text = f"{opening} {point}"
    span = Span(len(opening) + 1, len(text))
    (found,) = Glosses(text, [entity(text, name, label, (word, kind))]).of(span) or (None,)
    if found is None:
        return point
    assert found.mention.of(text) == word
    return f"{text[span.start : found.at]} [{name}]{text[found.at : span.end]}"


@pytest.mark.parametrize(
    ("point", "word", "expected"),
    [
        ("He left the board of the harbour.", "He", "He [Ana Ruiz] left the board of the harbour."),
        ("When she’d left, the board fell silent.", "she", "When she’d [Ana Ruiz] left, the board fell silent."),
        (
            "Although glad of her last win, the champion will retire.",
            "her",
            "Although glad of her last win, the champion will retire.",
        ),
        (
            "Although glad of her last win, she will retire.",
            "her",
            "Although glad of her [Ana Ruiz] last win, she will retire.",
        ),
        ("The choice was made by his or her peers.", "his", "The choice was made by his or her peers."),
        (
            "The harbour board has voted, eleven to seven and late on Friday, that she must go.",
            "she",
            "The harbour board has voted, eleven to seven and late on Friday, that she must go.",
        ),
    ],
)
def test_a_pronoun_near_the_opening_is_given_its_name(point: str, word: str, expected: str) -> None:
    assert shown("Ana Ruiz ran it.", point, "Ana Ruiz", Label.PERSON, word, MentionKind.PRONOUN) == expected


@pytest.mark.parametrize(
    ("point", "word", "expected"),
    [
        ("The company closed two piers.", "The company", "The company [Norrail] closed two piers."),
        ("Last year, the company closed two.", "the company", "Last year, the company [Norrail] closed two."),
        ("Two piers of the company closed.", "the company", "Two piers of the company closed."),
    ],
)
def test_a_nominal_is_given_its_name_where_a_clause_opens_with_it(point: str, word: str, expected: str) -> None:
    assert shown("Norrail runs it.", point, "Norrail", Label.ORG, word, MentionKind.NOMINAL) == expected


def test_it_in_an_opening_phrase_is_left_to_what_follows() -> None:
    point = "Although it is over, the strike cost millions."
    assert shown("Norrail runs it.", point, "Norrail", Label.ORG, "it", MentionKind.PRONOUN) == point


def test_whoever_the_point_names_itself_needs_no_gloss() -> None:
    text = "Ana Ruiz won. When she left, Ana Ruiz wept."
    ruiz = Entity(
        "e1",
        "Ana Ruiz",
        Label.PERSON,
        (
            Mention(Span(0, 8), MentionKind.NAME),
            Mention(Span(19, 22), MentionKind.PRONOUN),
            Mention(Span(29, 37), MentionKind.NAME),
        ),
    )
    assert Glosses(text, [ruiz]).of(Span(14, len(text))) == ()


def test_an_entity_without_a_name_gives_none() -> None:
    text = "The mayor won. She wept."
    mayor = Entity(
        "e1",
        "the mayor",
        Label.PERSON,
        (Mention(Span(0, 9), MentionKind.NOMINAL), Mention(Span(15, 18), MentionKind.PRONOUN)),
    )
    assert Glosses(text, [mayor]).of(Span(15, len(text))) == ()


def test_a_nominal_that_may_be_one_of_several_is_left_alone() -> None:
    text = "Ana Ruiz met Tam Lowick. Ana Ruiz won. The captain wept."
    captain = Mention(Span(39, 50), MentionKind.NOMINAL)
    ruiz = (Mention(Span(0, 8), MentionKind.NAME), Mention(Span(25, 33), MentionKind.NAME))
    lowick = (Mention(Span(13, 23), MentionKind.NAME),)

    def found(ruiz: tuple[Mention, ...], lowick: tuple[Mention, ...]) -> list[Span]:
        people = [Entity("e1", "Ana Ruiz", Label.PERSON, ruiz), Entity("e2", "Tam Lowick", Label.PERSON, lowick)]
        return [gloss.mention for gloss in Glosses(text, people).of(Span(39, len(text)))]

    assert found((*ruiz, captain), lowick) == [captain.span]
    assert found((*ruiz, Mention(Span(35, 37), MentionKind.PRONOUN)), (*lowick, captain)) == []


def test_what_there_is_but_one_of_is_given_no_name() -> None:
    point = "The world took no notice."
    assert shown("Fun World opened.", point, "Fun World", Label.ORG, "The world", MentionKind.NOMINAL) == point
