"""Whom pronouns mean, with the names and the quotes given."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.coreference.resolve import resolve
from reader.analysis.model import Attribution, Entity, Label, Mention, MentionKind, Quote, QuoteKind
from reader.article.model import Article, Block, BlockKind
from reader.language.prose import Prose, read_prose
from reader.spans import Span


def prose_of(text: str) -> Prose:
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*m.span())) for m in re.finditer(r"[^\n]+", text))
    return read_prose(Article("test", hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), text, blocks))


def entity(text: str, number: int, name: str, label: Label = Label.PERSON, *others: str, role: str = "") -> Entity:
    """An entity with every occurrence of its names; the longer name wins where two overlap."""
    pattern = "|".join(rf"\b{re.escape(n)}\b" for n in sorted((name, *others), key=len, reverse=True))
    spans = [Span(*m.span()) for m in re.finditer(pattern, text)]
    mentions = tuple(Mention(s, MentionKind.NAME) for s in spans)
    return Entity(f"e{number}", name, label, mentions, (role,) if role else ())


def said(text: str, words: str, source: str, kind: QuoteKind = QuoteKind.DIRECT, nth: int = 0) -> Attribution:
    """An attribution of `words`, with the source that stands nearest to them."""
    at = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    spots = [m.start() for m in re.finditer(rf"\b{re.escape(source)}\b", text)]
    near = min(spots, key=lambda s: min(abs(s - at - len(words)), abs(at - s)))
    return Attribution(kind, (Span(at, at + len(words)),), None, Span(near, near + len(source)))


def meant(text: str, entities: Sequence[Entity], attributions: Sequence[Attribution] = ()) -> dict[str, list[str]]:
    """For each entity the pronouns and noun phrases that mean it, in the order of the text."""
    found, _ = resolve(prose_of(text), entities, attributions)
    return {e.name: [m.span.of(text) for m in e.mentions if m.kind is not MentionKind.NAME] for e in found}


def speakers(text: str, entities: Sequence[Entity], attributions: Sequence[Attribution]) -> list[str | None]:
    _, quotes = resolve(prose_of(text), entities, attributions)
    return [q.speaker.name if q.speaker else None for q in quotes]


def test_gender_of_the_first_name_decides() -> None:
    text = "Mary Holt met Peter Vane on Monday. She brought the plans, and he paid for lunch."
    got = meant(text, [entity(text, 1, "Mary Holt"), entity(text, 2, "Peter Vane")])
    assert got == {"Mary Holt": ["She"], "Peter Vane": ["he"]}


def test_a_title_outweighs_an_unknown_first_name() -> None:
    text = "Mrs Quell spoke to Mr Adar. She said nothing of the roof, and he did not ask."
    got = meant(text, [entity(text, 1, "Quell"), entity(text, 2, "Adar")])
    assert got == {"Quell": ["She"], "Adar": ["he"]}


def test_a_word_in_apposition_tells_the_gender() -> None:
    text = "Xiv Tarn, a spokeswoman for the port, met Orr Blen, a fisherman. He was late. She waited."
    got = meant(text, [entity(text, 1, "Xiv Tarn"), entity(text, 2, "Orr Blen")])
    assert got == {"Xiv Tarn": ["a spokeswoman", "She"], "Orr Blen": ["a fisherman", "He"]}


def test_the_subject_of_the_sentence_before_is_preferred() -> None:
    text = "Peter Vane wrote to Marcus Dole last week. He wanted the bridge closed."
    got = meant(text, [entity(text, 1, "Peter Vane"), entity(text, 2, "Marcus Dole")])
    assert got == {"Peter Vane": ["He"], "Marcus Dole": []}


def test_an_object_is_never_the_subject_of_its_own_clause() -> None:
    text = "Peter Vane has a brother. Marcus Dole praised him on Friday."
    got = meant(text, [entity(text, 1, "Peter Vane"), entity(text, 2, "Marcus Dole")])
    assert got == {"Peter Vane": ["him"], "Marcus Dole": []}


def test_he_in_a_reported_clause_is_the_source() -> None:
    text = "Peter Vane met Marcus Dole. Vane said that he would resign."
    entities = [entity(text, 1, "Peter Vane", Label.PERSON, "Vane"), entity(text, 2, "Marcus Dole")]
    reports = [said(text, "that he would resign", "Vane", QuoteKind.INDIRECT)]
    assert meant(text, entities, reports)["Peter Vane"] == ["he"]


def test_a_pronoun_before_its_name_in_an_opening_clause() -> None:
    text = "While she admired the roof, Mary Holt told the council that it would leak."
    assert meant(text, [entity(text, 1, "Mary Holt")])["Mary Holt"] == ["she"]


def test_he_inside_a_quotation_is_not_its_speaker() -> None:
    text = "Peter Vane waited outside. “He never learns,” Marcus Dole said."
    entities = [entity(text, 1, "Peter Vane"), entity(text, 2, "Marcus Dole")]
    got = meant(text, entities, [said(text, "“He never learns,”", "Marcus Dole")])
    assert got == {"Peter Vane": ["He"], "Marcus Dole": []}


def test_i_inside_a_quotation_is_its_speaker() -> None:
    text = "“I never learn,” Marcus Dole said. I was there."
    got = meant(text, [entity(text, 1, "Marcus Dole")], [said(text, "“I never learn,”", "Marcus Dole")])
    assert got == {"Marcus Dole": ["I"]}


def test_who_is_named_inside_the_quotation_does_not_speak_it() -> None:
    text = "Peter Vane spoke for an hour. “Marcus Dole is a coward,” he said."
    entities = [entity(text, 1, "Peter Vane"), entity(text, 2, "Marcus Dole")]
    assert speakers(text, entities, [said(text, "“Marcus Dole is a coward,”", "he")]) == ["Peter Vane"]


def test_the_same_speaker_goes_on() -> None:
    text = "“The bridge is safe,” Peter Vane said. “Marcus Dole has seen it,” he added. “It will stand,” he said."
    entities = [entity(text, 1, "Peter Vane"), entity(text, 2, "Marcus Dole")]
    reports = [
        said(text, "“The bridge is safe,”", "Peter Vane"),
        said(text, "“Marcus Dole has seen it,”", "he"),
        said(text, "“It will stand,”", "he"),
    ]
    assert speakers(text, entities, reports) == ["Peter Vane"] * 3


def test_two_equally_good_candidates_leave_it_open() -> None:
    text = "Between Peter Vane and Marcus Dole there was silence. Then he left."
    got = meant(text, [entity(text, 1, "Peter Vane"), entity(text, 2, "Marcus Dole")])
    assert got == {"Peter Vane": [], "Marcus Dole": []}


def test_nobody_of_that_gender_leaves_it_open() -> None:
    text = "Mary Holt opened the door. “It is cold,” he said."
    _, quotes = resolve(prose_of(text), [entity(text, 1, "Mary Holt")], [said(text, "“It is cold,”", "he")])
    speaker = quotes[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.entity) == (None, None)
    assert speaker.span is not None and speaker.span.of(text) == "he"


def test_its_is_the_organisation_that_is_the_subject() -> None:
    text = "Orrery Mills closed its last shed in May. It had made rope for a century."
    assert meant(text, [entity(text, 1, "Orrery Mills", Label.ORG)])["Orrery Mills"] == ["its", "It"]


@pytest.mark.parametrize("clause", ["It was clear that the shed would close.", "It rained for a week."])
def test_an_empty_it_means_nothing(clause: str) -> None:
    text = "Orrery Mills opened in May. " + clause
    assert meant(text, [entity(text, 1, "Orrery Mills", Label.ORG)])["Orrery Mills"] == []


def test_a_pronoun_teaches_the_gender_of_an_unknown_name() -> None:
    text = "Xiv Tarn lost her keys. Peter Vane found them. Xiv Tarn thanked Peter Vane, and she paid."
    got = meant(text, [entity(text, 1, "Xiv Tarn"), entity(text, 2, "Peter Vane")])
    assert got["Xiv Tarn"] == ["her", "she"]


_PIECES = [
    "Ana Roe",
    "Tom Roe",
    "he",
    "she",
    "her",
    "said",
    "that",
    "“",
    "”",
    '"',
    ",",
    ".",
    "\n",
    "the mayor",
    "its",
    "’s",
    "his",
    "sister",
    "it",
    "they",
    "the",
    "the capital",
    "is accused",
    "and",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60), st.randoms())
def test_any_text_gives_ordered_spans_inside_it_and_one_quote_an_attribution(pieces: list[str], random: object) -> None:
    text = " ".join(pieces)
    entities = [entity(text, 1, "Ana Roe"), entity(text, 2, "Tom Roe")]
    reports = [
        Attribution(QuoteKind.DIRECT, (Span(0, len(text)),), None, Span(*m.span()))
        for m in re.finditer(r"\b(he|she|the mayor|Ana Roe)\b", text)
    ]
    found, quotes = resolve(prose_of(text), entities, reports)
    assert [q.id for q in quotes] == [f"q{n}" for n in range(1, len(reports) + 1)]
    assert all(isinstance(q, Quote) for q in quotes)
    for before, after in zip(entities, found, strict=True):
        assert set(before.mentions) <= set(after.mentions)
        spans = [m.span for m in after.mentions]
        assert spans == sorted(spans)
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
    everywhere = [m.span for e in found for m in e.mentions]
    assert len(everywhere) == len(set(everywhere)), "no word means two"
