"""What rules paint, and what the screen says about why a place is highlighted; without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_samples import TEXT, article, reading, spot

from reader.analysis.model import Analysis
from reader.read import reading_of
from reader.reading import Reading
from reader.rules.load import parse_rules
from reader.rules.model import Colour, Match, Style
from reader.spans import Span
from reader.tui.guide import Guide
from reader.tui.layers import Paint
from reader.tui.marks import Marked
from reader.tui.paint import Painter
from reader.tui.theme_files import load_theme
from reader.tui.why import reasons_at

LOOK = load_theme("dark").look()


def _ruled(rules: str, of: Reading | None = None) -> Reading:
    base = of or reading()
    analysis = Analysis(base.quotes, base.entities, base.key_points)
    return reading_of(base.article, analysis, parse_rules(rules, "my.yaml"))


def _styles(of: Reading, words: str) -> str:
    """How the words are painted, as Rich says it."""
    span = spot(words)
    painter = Painter(of.article, LOOK, None)
    painter.marks = Guide(of)
    from reader.tui.layout import Row

    block = next(i for i, block in enumerate(of.article.blocks) if block.span.holds(span))
    row = Row(*span, 0, block, False)
    (_, *segments) = painter.row(row, painter.marks_on(row), cursor=False, ground=LOOK["text"])
    return "; ".join(dict.fromkeys(str(segment.style) for segment in segments))


# --- painting -----------------------------------------------------------------------------------------------------
def test_nothing_is_painted_but_what_a_rule_says() -> None:
    bare = Reading(article(), Analysis(reading().quotes, reading().entities, reading().key_points))
    assert Paint(bare).marks(0, len(bare.article.text), Marked()) == ([], False, "")


def test_a_rule_of_the_same_id_replaces_the_programs_own_highlight() -> None:
    plain = _styles(reading(), "Odile Brandt")
    changed = _ruled(
        "version: 1\nextends: builtin/core\nrules:\n"
        "- {id: person, match: {entity: {label: PERSON, mention: name}}, style: {fg: '#102030'}, priority: 20}"
    )
    assert "#102030" in _styles(changed, "Odile Brandt") and "#102030" not in plain
    assert "underline" in _styles(changed, "Odile Brandt"), "what other rules give stays"
    assert _styles(changed, "Merrow Water") == _styles(reading(), "Merrow Water")


@pytest.mark.parametrize(
    ("first", "second", "wins"),
    [
        (("Odile Brandt", 60), ("Odile Brandt", 50), 0),  # the higher priority
        (("Odile Brandt", 50), ("Brandt", 50), 1),  # of the same, the narrower
        (("Odile Brandt", 60), ("Brandt", 50), 0),  # the priority goes before
        (("Brandt", 50), ("Brandt", 50), 1),  # else the later rule
    ],
)
def test_where_two_paint_the_same_it_is_known_which_wins(
    first: tuple[str, int], second: tuple[str, int], wins: int
) -> None:
    colours = ("#112233", "#445566")
    rules = [
        f"- {{id: r{i}, match: {{regex: '{words}'}}, priority: {priority}, style: {{fg: '{colour}'}}}}"
        for i, ((words, priority), colour) in enumerate(zip((first, second), colours, strict=True))
    ]
    painted = _styles(_ruled("version: 1\nrules:\n" + "\n".join(rules)), "Brandt")
    assert colours[wins] in painted and colours[1 - wins] not in painted


def test_each_property_is_won_on_its_own() -> None:
    painted = _styles(
        _ruled(
            "version: 1\nrules:\n"
            "- {id: a, match: {regex: Brandt}, priority: 90, style: {bg: '#112233'}}\n"
            "- {id: b, match: {regex: Brandt}, priority: 80, style: {bg: '#998877', fg: '#445566', bold: true}}"
        ),
        "Brandt",
    )
    assert "on #112233" in painted and "#445566" in painted and "bold" in painted and "#998877" not in painted


def test_a_capture_is_styled_inside_its_match() -> None:
    found = _ruled(
        "version: 1\nrules:\n"
        "- {id: a, match: {regex: '(?P<n>31) per cent'}, style: {fg: '#112233'}, captures: {n: {fg: '#445566'}}}"
    )
    assert "#445566" in _styles(found, "31") and "#112233" in _styles(found, "per cent")


def test_a_share_of_a_colour_is_mixed_with_the_page() -> None:
    full, part = (LOOK[Style(bg=Colour("accent", share))].bgcolor for share in (100, 20))
    assert full is not None and part is not None and full == LOOK["point"].color
    page = LOOK["text"].bgcolor
    assert page is not None
    ends = (page.get_truecolor(), full.get_truecolor())
    assert all(min(a, b) <= c <= max(a, b) for a, b, c in zip(*ends, part.get_truecolor(), strict=True))
    assert LOOK["no.such.role"] == LOOK["match"]


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60), st.integers(0, 100)), max_size=20), st.integers(0, 400)
)
def test_a_row_is_marked_with_all_that_touches_it_and_nothing_else(
    spans: list[tuple[int, int, int]], start: int
) -> None:
    matches = [
        Match(f"m{i}", "r", Span(a, a + n), style=Style("match"), priority=p) for i, (a, n, p) in enumerate(spans)
    ]
    layers = Paint(Reading(article(), matches=matches)).marks(start, start + 50, Marked()).layers
    touching = sorted(m.span for m in matches if m.span.overlaps((start, start + 50)))
    assert sorted((layer.start, layer.end) for layer in layers) == touching


# --- why ----------------------------------------------------------------------------------------------------------
def test_why_names_each_rule_its_place_and_what_it_gives() -> None:
    found = _ruled("version: 1\nrules:\n- {id: fame, why: 'Famous?', match: {regex: Brandt}, style: {bg: '#112233'}}")
    at = spot("Odile Brandt").end - 2
    reasons = {reason.title: reason for reason in reasons_at(found, LOOK, at, Span(at, at + 1))}
    assert next(iter(reasons)) == "fame", "what lies on top goes first"
    assert (reasons["fame"].gives, reasons["fame"].rule) == ("background", ("Famous?", "my.yaml:3 · priority 50"))
    assert reasons["person"].gives == "colour" and reasons["name"].gives == "underline"
    assert reasons["person"].found[0] == "Odile Brandt: person, by name" and reasons["person"].item == "e2"
    assert reasons["key point"].gives == "sign"
    assert reasons["key point"].found == ("point 1: opens the story and names the mayor",)


def test_why_tells_what_is_covered() -> None:
    rules = (
        "- {id: a, match: {regex: Brandt}, priority: 90, style: quote}\n- {id: b, match: {regex: Brandt}, style: quote}"
    )
    at = spot("Brandt", 1).start
    reasons = reasons_at(_ruled(f"version: 1\nrules:\n{rules}"), LOOK, at, Span(at, at + 1))
    assert [(reason.title, reason.gives) for reason in reasons[:2]] == [("a", "colour"), ("b", "nothing here")]


def test_why_tells_the_cue_of_a_quote_and_whom_a_pronoun_means() -> None:
    at = spot("“Nobody in this building").start
    (quote, *_) = reasons_at(reading(), LOOK, at, Span(at, at + 1))
    assert quote.found == ("direct quote · cue “said” · Odile Brandt",)
    at = spot("he added").start
    reasons = reasons_at(reading(), LOOK, at, Span(at, at + 1))
    assert ("Tomas Verey", "not painted") in [(reason.title, reason.gives) for reason in reasons]
    assert any("by a pronoun" in line for reason in reasons for line in reason.found)


def test_why_tells_the_reason_for_whom_a_description_means() -> None:
    base = reading()
    mentions = tuple(replace(m, why="the only mayor named") for m in base.entities[1].mentions)
    entities = (base.entities[0], replace(base.entities[1], mentions=mentions), *base.entities[2:])
    at = spot("the mayor").start + 4
    reasons = reasons_at(reading_of(base.article, Analysis((), entities)), LOOK, at, Span(at, at + 1))
    assert reasons[0].found == ("Odile Brandt: person, by a description", "the only mayor named")


def test_where_nothing_lies_the_row_is_told() -> None:
    line = spot("“Nobody in this building was told about the pumps,” she said")
    at = spot("” she said").start + 1
    assert "direct quote" in [reason.title for reason in reasons_at(reading(), LOOK, at, line)]


def test_an_entity_that_no_rule_paints_is_not_walked_to() -> None:
    from reader.tui.walk import spots_in

    off = reading_of(
        article(),
        Analysis((), reading().entities),
        parse_rules("version: 1\nextends: builtin/core\noff: [person, name]\nrules: []", "my.yaml"),
    )
    assert {spot.entity for spot in spots_in(off, 0, len(TEXT))} == {"e1", "e3", "e4", "e5", "e7"}
    assert {spot.entity for spot in spots_in(reading(), 0, len(TEXT))} == {f"e{n}" for n in range(1, 8)}
