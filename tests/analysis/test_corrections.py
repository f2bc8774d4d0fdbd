"""A reader puts the findings right."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.analyse import analyse
from reader.analysis.corrections import Correction, Merge, NotAName, Relabel, Rename, Respeak, Split, correct
from reader.analysis.followers import followers, may_follow
from reader.analysis.model import (
    Analysis,
    Entity,
    KeyPoint,
    Label,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Speaker,
)
from reader.article.load import load_bytes
from reader.article.model import Article
from reader.read import reading_of
from reader.spans import Span

TEXT = (
    "Hanne Vold spoke first. Captain Vold said “we waited an hour”. Later Vold, a painter, left Ostrey. "
    "“Nobody saw us,” she said. Vold Street was empty."
)
ARTICLE = load_bytes(TEXT.encode())


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def entity(number: int, name: str, label: Label, *mentions: Span, pronouns: tuple[Span, ...] = ()) -> Entity:
    found = [Mention(span, MentionKind.NAME) for span in mentions]
    found += [Mention(span, MentionKind.PRONOUN) for span in pronouns]
    return Entity(f"e{number}", name, label, tuple(sorted(found, key=lambda m: m.span)))


HANNE, CAPTAIN, PAINTER = at("Hanne Vold"), at("Captain Vold"), at("Vold", 2)
STREET, OSTREY, SHE = at("Vold Street"), at("Ostrey"), at("she")
WAITED, NOBODY = at("“we waited an hour”"), at("“Nobody saw us,”")
FOUND = Analysis(
    quotes=(
        Quote("q1", QuoteKind.DIRECT, (WAITED,), at("said"), Speaker(CAPTAIN, "Captain Vold", "e2")),
        Quote("q2", QuoteKind.DIRECT, (NOBODY,), at("said", 1), Speaker(SHE, "Captain Vold", "e2")),
    ),
    entities=(
        entity(1, "Hanne Vold", Label.PERSON, HANNE),
        entity(2, "Captain Vold", Label.PERSON, CAPTAIN, PAINTER, STREET, pronouns=(SHE,)),
        entity(3, "Ostrey", Label.PERSON, OSTREY),
    ),
    key_points=(KeyPoint("k1", Span(0, 23), 1),),
)


def put_right(*corrections: Correction) -> Analysis:
    return correct(FOUND, ARTICLE, corrections)


def named(found: Analysis, name: str) -> Entity:
    return next(entity for entity in found.entities if entity.name == name)


def test_merged_entities_are_one_with_all_their_mentions_and_quotes() -> None:
    found = put_right(Merge(HANNE, CAPTAIN))
    one = named(found, "Hanne Vold")
    assert [m.span for m in one.mentions] == sorted([HANNE, CAPTAIN, PAINTER, STREET, SHE])
    assert [e.name for e in found.entities] == ["Hanne Vold", "Ostrey"]
    assert [(q.speaker.name, q.speaker.entity) for q in found.quotes if q.speaker] == [("Hanne Vold", one.id)] * 2


def test_links_follow_by_themselves() -> None:
    found = put_right(Merge(HANNE, CAPTAIN))
    assert {(link.source, link.target) for link in reading_of(ARTICLE, found).links if link.rel == "said_by"} == {
        ("q1", "e1"),
        ("q2", "e1"),
    }
    nobody = put_right(NotAName(CAPTAIN))
    assert not [link for link in reading_of(ARTICLE, nobody).links if link.rel == "said_by"]


def test_a_name_split_off_is_an_entity_of_its_own_with_what_leans_on_it() -> None:
    found = put_right(Split(PAINTER))
    one = named(found, "Vold")
    assert [(m.span, m.why) for m in one.mentions] == [(PAINTER, ""), (SHE, "put right by you")]
    assert [m.span for m in named(found, "Captain Vold").mentions] == [CAPTAIN, STREET]
    assert [q.speaker.entity for q in found.quotes if q.speaker] == [named(found, "Captain Vold").id, one.id]


def test_a_name_split_off_leaves_what_leans_on_another_name() -> None:
    found = put_right(Split(STREET))
    assert [m.span for m in named(found, "Vold Street").mentions] == [STREET]
    assert [m.span for m in named(found, "Captain Vold").mentions] == [CAPTAIN, PAINTER, SHE]


LEANING = (
    "The mayor, Ana Orrel, left. She wept. “I saw him,” Orrel said. “I wept,” Ilse Berg said, and he sat with her."
)


def leaning(*names: str, also: tuple[str, ...]) -> Entity:
    """An entity of `LEANING` with these names, and with all occurrences of the other words."""

    def spans(word: str) -> list[Span]:
        return [Span(*m.span()) for m in re.finditer(rf"\b{word}\b", LEANING)]

    found = [Mention(spans(name)[-1], MentionKind.NAME) for name in names]
    for word in also:
        why = "describes the name beside it" if word == "The mayor" else "named last"
        kind = MentionKind.NOMINAL if " " in word else MentionKind.PRONOUN
        found += [Mention(span, kind, why) for span in spans(word)]
    return Entity("e1", names[0], Label.PERSON, tuple(sorted(found, key=lambda m: m.span)))


@pytest.mark.parametrize(
    ("nth", "gone"),
    [
        (0, ["The mayor", "She"]),  # a description beside it, what comes before the next name
        (1, ["I", "her"]),  # the "I" in its own words, not in those of another
    ],
)
def test_what_leans_on_a_name_goes_with_it(nth: int, gone: list[str]) -> None:
    orrel = leaning("Ana Orrel", "Orrel", also=("The mayor", "She", "I", "her"))
    names = [m for m in orrel.mentions if m.kind is MentionKind.NAME]
    said = Quote("q1", QuoteKind.DIRECT, (Span(38, 51),), None, Speaker(names[1].span, "Ana Orrel", "e1"))
    along = followers(orrel, names[nth], [said], LEANING)
    assert [m.span.of(LEANING) for m in along] == gone


def test_no_he_goes_to_a_woman() -> None:
    her, him = leaning("Ilse Berg", also=("her",)), leaning("Ana Orrel", also=("he",)).mentions[-1]
    assert not may_follow(him, her, LEANING)
    assert may_follow(leaning("Ana Orrel", also=("She",)).mentions[-1], her, LEANING)


def test_a_mention_split_off_can_go_to_another_and_takes_the_quote_along() -> None:
    found = put_right(Split(SHE, to=HANNE))
    hanne = named(found, "Hanne Vold")
    assert SHE in [m.span for m in hanne.mentions]
    assert found.quotes[1].speaker == Speaker(SHE, "Hanne Vold", hanne.id)
    assert found.quotes[0].speaker is not None and found.quotes[0].speaker.name == "Captain Vold"


def test_a_pronoun_split_off_is_unclear_and_no_entity() -> None:
    found = put_right(Split(SHE))
    assert len(found.entities) == 3
    assert found.quotes[1].speaker == Speaker(SHE, None, None)


def test_an_only_mention_moved_leaves_no_empty_entity() -> None:
    found = put_right(Split(HANNE, to=CAPTAIN))
    assert [e.name for e in found.entities] == ["Captain Vold", "Ostrey"]


def test_renaming_names_the_speaker_too() -> None:
    found = put_right(Rename(PAINTER, "Captain Hanne Vold"))
    assert [q.speaker.name for q in found.quotes if q.speaker] == ["Captain Hanne Vold"] * 2


def test_relabelling_changes_the_kind_alone() -> None:
    found = put_right(Relabel(OSTREY, Label.GPE))
    assert named(found, "Ostrey").label is Label.GPE
    assert found.quotes == FOUND.quotes


def test_what_is_no_name_is_gone_and_its_quotes_keep_the_words_of_the_source() -> None:
    found = put_right(NotAName(CAPTAIN))
    assert [e.name for e in found.entities] == ["Hanne Vold", "Ostrey"]
    assert [q.speaker for q in found.quotes] == [Speaker(CAPTAIN, "Captain Vold", None), Speaker(SHE, "she", None)]


def test_a_wrong_speaker_is_put_right() -> None:
    found = put_right(Respeak(WAITED, HANNE))
    assert found.quotes[0].speaker == Speaker(HANNE, "Hanne Vold", "e1")
    assert put_right(Respeak(WAITED, None)).quotes[0].speaker is None
    assert found.quotes[1] == FOUND.quotes[1]


def test_the_she_that_a_quote_is_given_to_means_the_right_speaker_then() -> None:
    found = put_right(Respeak(NOBODY, HANNE))
    assert found.quotes[1].speaker == Speaker(SHE, "Hanne Vold", "e1")
    assert [(e.name, SHE in [m.span for m in e.mentions]) for e in found.entities] == [
        ("Hanne Vold", True),
        ("Captain Vold", False),
        ("Ostrey", False),
    ]
    nobody = put_right(Respeak(NOBODY, None))
    assert nobody.quotes[1].speaker is None
    assert not any(m.span == SHE for e in nobody.entities for m in e.mentions)


def test_the_i_in_a_quote_means_the_right_speaker_then() -> None:
    text = "Hanne Vold met Piet Orme. “I wept,” she said."
    spans = {word: Span(text.index(word), text.index(word) + len(word)) for word in ("Hanne Vold", "Piet Orme", "she")}
    i, quote = Span(27, 28), Span(26, 35)
    found = Analysis(
        (Quote("q1", QuoteKind.DIRECT, (quote,), None, Speaker(spans["she"], "Hanne Vold", "e1")),),
        (
            entity(1, "Hanne Vold", Label.PERSON, spans["Hanne Vold"], pronouns=(i, spans["she"])),
            entity(2, "Piet Orme", Label.PERSON, spans["Piet Orme"]),
        ),
    )
    right = correct(found, load_bytes(text.encode()), [Respeak(quote, spans["Piet Orme"])])
    assert [[m.span for m in e.mentions] for e in right.entities] == [
        [spans["Hanne Vold"]],
        [spans["Piet Orme"], i, spans["she"]],
    ]
    assert {m.why for m in right.entities[1].mentions} == {"", "put right by you"}


def orrels(text: str) -> tuple[Article, Analysis, dict[str, Span]]:
    """What is found in a text about Ana and Bram Orrel, and where the names stand first."""
    article = load_bytes(text.encode(), markdown=False)
    return article, analyse(article), {name: first(article.text, name) for name in NAMESAKES}


def first(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


NAMESAKES = ("Ana Orrel", "Bram Orrel")


def said_by(found: Analysis, text: str) -> list[tuple[str | None, str | None]]:
    """Of each quote who said it, and the words that name them."""
    speakers = [quote.speaker for quote in found.quotes]
    return [(s.name, s.span.of(text) if s.span else None) if s else (None, None) for s in speakers]


def test_a_quote_by_the_other_of_two_namesakes_makes_its_name_mean_the_other() -> None:
    article, found, at_ = orrels("Ana Orrel left. Bram Orrel came.\n\n“I wept,” Orrel said.")
    quote = found.quotes[0].parts[0]
    assert said_by(found, article.text) == [("Bram Orrel", "Orrel")]
    right = correct(found, article, [Respeak(quote, at_["Ana Orrel"])])
    assert said_by(right, article.text) == [("Ana Orrel", "Orrel")]
    words = {e.name: [m.span.of(article.text) for m in e.mentions] for e in right.entities}
    assert words == {"Ana Orrel": ["Ana Orrel", "I", "Orrel"], "Bram Orrel": ["Bram Orrel"]}


def test_what_names_a_speaker_put_right_stands_in_the_paragraph_of_the_quote() -> None:
    article, found, at_ = orrels("Ana Orrel left. Bram Orrel came, and he sat.\n\n“I wept,” Ilse Berg said.")
    right = correct(found, article, [Respeak(found.quotes[0].parts[0], at_["Bram Orrel"])])
    assert said_by(right, article.text) == [("Bram Orrel", None)]
    assert "I" in [m.span.of(article.text) for m in named(right, "Bram Orrel").mentions]


def test_one_of_several_speakers_is_renamed_alone() -> None:
    joint = Speaker(CAPTAIN, "Captain Vold; Ostrey", "e2")
    both = Analysis((Quote("q1", QuoteKind.DIRECT, (WAITED,), None, joint),), FOUND.entities)
    found = correct(both, ARTICLE, [Rename(CAPTAIN, "Hanne")])
    assert found.quotes[0].speaker is not None and found.quotes[0].speaker.name == "Hanne; Ostrey"


@pytest.mark.parametrize("nowhere", [Merge(Span(14, 15), HANNE), NotAName(Span(14, 15)), Respeak(Span(0, 5), HANNE)])
def test_what_finds_nothing_at_its_place_changes_nothing(nowhere: Correction) -> None:
    assert put_right(nowhere) == FOUND


def test_none_at_all_gives_the_very_findings() -> None:
    assert put_right() is FOUND


spans = st.sampled_from([HANNE, CAPTAIN, PAINTER, STREET, OSTREY, SHE, Span(0, 3)])
corrections = st.one_of(
    st.builds(Merge, spans, spans),
    st.builds(Split, spans, st.none() | spans),
    st.builds(Rename, spans, st.text(max_size=5)),
    st.builds(Relabel, spans, st.sampled_from(Label)),
    st.builds(NotAName, spans),
    st.builds(Respeak, st.sampled_from([WAITED, NOBODY]), st.none() | spans),
)


@given(st.lists(corrections, max_size=8))
def test_whatever_is_put_right_the_findings_stay_whole(all_of_them: list[Correction]) -> None:
    found = put_right(*all_of_them)
    assert found == put_right(*all_of_them)
    ids = [entity.id for entity in found.entities]
    assert ids == ([f"e{n}" for n in range(1, len(ids) + 1)])
    mentions = [mention.span for entity in found.entities for mention in entity.mentions]
    assert len(mentions) == len(set(mentions)) and all(entity.mentions for entity in found.entities)
    assert [q.parts for q in found.quotes] == [q.parts for q in FOUND.quotes]
    for quote in found.quotes:
        if quote.speaker is not None and quote.speaker.entity is not None:
            speaker = next(e for e in found.entities if e.id == quote.speaker.entity)
            assert speaker.name in (quote.speaker.name or "").split("; ") or ";" in speaker.name
