"""Whom noun phrases mean, and what becomes of sources that are no single name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import pytest

from reader.analysis.coreference.resolve import resolve
from reader.analysis.model import Attribution, Entity, Label, Mention, MentionKind, QuoteKind, Speaker
from reader.article.model import Article, Block, BlockKind
from reader.language.prose import read_prose
from reader.spans import Span


def run(
    text: str, names: Sequence[tuple[str, Label]], quote: str = "", source: str = ""
) -> tuple[dict[str, list[str]], Speaker | None]:
    """What noun phrases mean, and the speaker of the one quote, when there is one."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*m.span())) for m in re.finditer(r"[^\n]+", text))
    prose = read_prose(Article("test", hashlib.sha256(text.encode()).hexdigest(), text, blocks))
    entities = []
    for n, (name, label) in enumerate(names, 1):
        spans = [Span(*m.span()) for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
        entities.append(Entity(f"e{n}", name, label, tuple(Mention(s, MentionKind.NAME) for s in spans)))
    reports = []
    if quote:
        at, by = text.index(quote), text.rindex(source)
        reports.append(Attribution(QuoteKind.DIRECT, (Span(at, at + len(quote)),), None, Span(by, by + len(source))))
    found, quotes = resolve(prose, entities, reports)
    meant = {e.name: [m.span.of(text) for m in e.mentions if m.kind is MentionKind.NOMINAL] for e in found}
    return meant, quotes[0].speaker if quotes else None


@pytest.mark.parametrize(
    ("opening", "beside"),
    [
        ("Ambassador Ana Roe landed on Monday.", []),
        ("Ana Roe, Norway's ambassador to Peru, landed on Monday.", []),
        ("Norway's ambassador to Peru, Ana Roe, landed on Monday.", []),
        ("Ana Roe is the ambassador to Peru.", ["the ambassador"]),
        ("Ana Roe, the new envoy, landed on Monday.", ["the new envoy"]),
    ],
)
def test_the_ambassador_is_whom_the_text_has_called_so(opening: str, beside: list[str]) -> None:
    text = opening + " Tom Hale drove. The ambassador went straight to the palace."
    meant, _ = run(text, [("Ana Roe", Label.PERSON), ("Tom Hale", Label.PERSON)])
    assert meant == {"Ana Roe": [*beside, "The ambassador"], "Tom Hale": []}


def test_a_role_can_be_a_source() -> None:
    text = "Judge Ana Roe waited. “Sit down,” the judge said."
    _, speaker = run(text, [("Ana Roe", Label.PERSON)], "“Sit down,”", "the judge")
    assert speaker is not None
    assert (speaker.name, speaker.entity) == ("Ana Roe", "e1")


def test_the_council_is_the_one_with_council_in_its_name() -> None:
    text = "Marl Borough Council met Orrery Mills. The council asked for time."
    meant, _ = run(text, [("Marl Borough Council", Label.ORG), ("Orrery Mills", Label.ORG)])
    assert meant == {"Marl Borough Council": ["The council"], "Orrery Mills": []}


def test_the_country_is_the_country_in_mind_and_no_town() -> None:
    text = "Norway closed its ports. Ships lay off Bergen, and the country waited."
    meant, _ = run(text, [("Norway", Label.GPE), ("Bergen", Label.GPE)])
    assert meant == {"Norway": ["the country"], "Bergen": []}


def test_an_apposition_names_the_kind_of_a_thing() -> None:
    text = "Port Ardenne dropped Operation Dry Dock, a costly drive. Few had liked the drive."
    meant, _ = run(text, [("Operation Dry Dock", Label.EVENT), ("Port Ardenne", Label.GPE)])
    assert meant["Operation Dry Dock"] == ["a costly drive", "the drive"]


def test_a_phrase_that_says_itself_which_one_it_means_is_left_alone() -> None:
    text = "Orrery Mills closed in May. The company that made rope in Bergen did not."
    meant, _ = run(text, [("Orrery Mills", Label.ORG), ("Bergen", Label.GPE)])
    assert meant["Orrery Mills"] == []


def test_two_of_a_kind_leave_the_company_open() -> None:
    text = "Orrery Mills and Tarn Works met on Monday. The company wants a merger."
    meant, _ = run(text, [("Orrery Mills", Label.ORG), ("Tarn Works", Label.ORG)])
    assert meant == {"Orrery Mills": [], "Tarn Works": []}


def test_a_man_without_a_name_is_nobody_else() -> None:
    text = "Peter Vane slept. A man came to the door. “Let me in,” he said."
    _, speaker = run(text, [("Peter Vane", Label.PERSON)], "“Let me in,”", "he")
    assert speaker is not None
    assert (speaker.name, speaker.entity) == ("A man", None)


@pytest.mark.parametrize(
    ("source", "name", "id_"),
    [
        ("Ana Roe", "Ana Roe", "e1"),
        ("Ambassador Ana Roe, a Norwegian", "Ana Roe", "e1"),
        ("the ministry's envoy to Peru, Ana Roe", "Ana Roe", "e1"),
        ("Ana Roe and Tom Hale", "Ana Roe; Tom Hale", "e1"),
        ("a statement from Ana Roe", "a statement from Ana Roe", None),
        ("a spokesman for Ana Roe", "a spokesman for Ana Roe", None),
        ("two officials familiar with the matter", "two officials familiar with the matter", None),
        ("Ana Roe's statement", "Ana Roe", "e1"),
    ],
)
def test_sources_by_their_heads(source: str, name: str, id_: str | None) -> None:
    text = f"“The port is shut,” said {source}."
    names = [("Ana Roe", Label.PERSON), ("Tom Hale", Label.PERSON)]
    _, speaker = run(text, names, "“The port is shut,”", source)
    assert speaker is not None
    assert (speaker.name, speaker.entity) == (name, id_)


def test_no_source_gives_no_speaker() -> None:
    text = "“The port is shut.”"
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    prose = read_prose(Article("test", "0", text, blocks))
    _, quotes = resolve(prose, [], [Attribution(QuoteKind.DIRECT, (Span(0, len(text)),), None, None)])
    assert quotes[0].speaker is None
