"""Quotation marks to stretches; apostrophes are none; nothing hostile takes long or fails."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.quotes.attributions import find_attributions
from reader.analysis.quotes.marks import marked_stretches
from reader.article.model import Article, Block, BlockKind
from reader.language.prose import Prose, read_prose
from reader.spans import Span


def prose_of(text: str) -> Prose:
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*m.span())) for m in re.finditer(r"\S[^\n]*", text))
    return read_prose(Article("-", "", text, blocks))


def marked(text: str) -> list[str]:
    return [stretch.span.of(text) for stretch in marked_stretches(prose_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        "It was the summer of ’69 and the ’90s were far off.",
        "Give ’em rock ’n’ roll, said nobody.",
        "The residents’ homes and O’Brien’s boat.",
        "It's 5' 10\" tall isn't it",
        "The boys' club and the girls' club",
    ],
)
def test_apostrophes_open_nothing(text: str) -> None:
    assert [s for s in marked(text) if s.startswith(("'", "’"))] == []


def test_single_marks_reach_over_the_apostrophes_inside() -> None:
    assert marked("‘The residents’ homes aren’t safe,’ he said.") == ["‘The residents’ homes aren’t safe,’"]


def test_the_outermost_marks_win() -> None:
    assert marked("He said: “She told me ‘go’ and I went.”") == ["“She told me ‘go’ and I went.”"]


def test_an_unclosed_mark_spoils_no_more_than_its_paragraph() -> None:
    assert marked("“One two\n\nthree “four” five") == ["“One two", "“four”"]


def test_furniture_has_no_marks() -> None:
    text = "“Published” in the Orrel Post"
    article = Article("-", "", text, (Block(BlockKind.FURNITURE, Span(0, len(text))),))
    assert marked_stretches(read_prose(article)) == ()


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "''", "``", "«", "»", "„", "he ", "Quill ", "said ", "that ", "told ", ", ", ". ",
     ": ", "\n", "according to ", "adding ", "and ", "(", ")", "— ", "who ", "“a,” ", "QUILL: ", "the gate was shut"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_quotes_in_order_that_lie_inside_it(text: str) -> None:
    prose = prose_of(text)
    found = find_attributions(prose, ())
    assert [a.parts[0] for a in found] == sorted(a.parts[0] for a in found)
    for attribution in found:
        spans = [*attribution.parts]
        spans += [span for span in (attribution.cue, attribution.source) if span is not None]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert list(attribution.parts) == sorted(attribution.parts)
        assert all(a.end <= b.start for a, b in zip(attribution.parts, attribution.parts[1:], strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "He said “" + "the gate was shut. " * 20_000,
        '"' * 50_000,
        "' " * 30_000,
        "he said " * 20_000,
        "“a.”\n" * 10_000,
        "Bob, who said it, " * 5_000,
        "a" * 300_000,
        "",
        "\n" * 100,
    ],
    ids=["unclosed", "marks", "apostrophes", "cues", "paragraphs", "relatives", "one word", "nothing", "lines"],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    find_attributions(prose_of(text), ())
