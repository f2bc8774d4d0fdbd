"""What a query finds: words in all their forms, patterns that cannot run away, long texts in short steps."""

from __future__ import annotations

import re
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_samples import TEXT, article

from reader.article.model import Article, Block, BlockKind
from reader.rules.pattern import PatternError
from reader.spans import Span
from reader.tui.drawing import fit
from reader.tui.find_list import Finds
from reader.tui.search import MOST, Paragraphs, Query, Search, compile_query


def _article(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    """A text whose paragraphs are parted by blank lines."""
    blocks = (Block(kind, Span(*match.span())) for match in re.finditer(r"\S(?:(?!\n\s*\n)[\s\S])*", text))
    return Article("x.txt", "0" * 64, text, tuple(blocks))


def found(text: str, query: str, *, regex: bool = False, origin: int = 0) -> list[str]:
    """The words that a query finds, in the order of the text."""
    search = Search(_article(text), Query(query, regex), origin)
    while not search.done:
        search.step(1.0)
    return [span.of(text) for span in search.spans]


# --- words --------------------------------------------------------------------------------------------------------
def test_capitals_count_only_when_one_is_typed() -> None:
    assert found("A Pump, a pump.", "pump") == ["Pump", "pump"]
    assert found("A Pump, a pump.", "Pump") == ["Pump"]


def test_words_are_found_over_the_ends_of_lines_but_not_over_blank_lines() -> None:
    assert found("two\npumps; two \n pumps; two\u00a0pumps", "two pumps") == [
        "two\npumps",
        "two \n pumps",
        "two\u00a0pumps",
    ]
    assert found("two\n\npumps; two\n \npumps", "two pumps") == []


@pytest.mark.parametrize(
    ("text", "query"),
    [("don’t", "don't"), ("don't", "don’t"), ("“so”", '"so"'), ("a – b", "a - b"), ("a-b", "a—b"), ("„so", "“so")],
)
def test_quotation_marks_and_dashes_match_in_all_their_forms(text: str, query: str) -> None:
    assert found(text, query) == [text]
    assert found(text, query, regex=True) == [text]


@pytest.mark.parametrize("text", ["caf\u00e9", "cafe\u0301"])
@pytest.mark.parametrize("query", ["caf\u00e9", "cafe\u0301", "CAF\u00c9"])
def test_a_letter_with_an_accent_is_found_whether_it_is_written_as_one_character_or_two(text: str, query: str) -> None:
    assert found(f"A {text.upper() if query.isupper() else text}.", query) == [
        text.upper() if query.isupper() else text
    ]
    assert found("A cafe, a caff\u00e8.", query) == []


def test_a_space_at_an_end_of_the_query_asks_for_white_space_or_the_end() -> None:
    assert found("pumps pump", "pump ") == ["pump"]
    assert found("unpump pump", " pump") == ["pump"]


def test_signs_of_regular_expressions_are_letters_like_others() -> None:
    assert found("a.b axb (c) [d] e* $5 \\n", "a.b") == ["a.b"]
    for sign in ("(c)", "[d]", "e*", "$5", "\\n", "("):
        assert len(found("a.b axb (c) [d] e* $5 \\n", sign)) == 1


def test_nothing_is_sought_before_something_is_typed() -> None:
    for query in ("", " ", "\u3000"):
        assert compile_query(Query(query)) is None and found("a b", query) == []


# --- patterns -----------------------------------------------------------------------------------------------------
def test_a_pattern_is_found_over_the_ends_of_lines() -> None:
    assert found("two\n pumps, four pumps", r"\w+ pumps", regex=True) == ["two\n pumps", "four pumps"]


def test_a_pattern_has_smart_case_and_its_classes_are_no_capitals() -> None:
    assert found("Said, said", r"\bs\S+", regex=True) == ["Said,", "said"]
    assert found("Said, said", r"\bS\w+", regex=True) == ["Said"]
    assert found("Said, said", r"(?P<Word>said)", regex=True) == ["Said", "said"]
    assert found("Said, said", r"(?s)said", regex=True) == ["said"]


def test_a_dash_in_a_set_stands_for_itself() -> None:
    assert found("b – –", "[a–c]", regex=True) == ["–", "–"]


@pytest.mark.parametrize("pattern", ["(", "a*", "(a|aa)+$", r"(a)\1", "[", "a{9999999999999}", "(?R)", "a" * 501, "*"])
def test_a_pattern_that_is_wrong_or_could_run_away_is_refused_with_a_reason(pattern: str) -> None:
    with pytest.raises(PatternError) as caught:
        compile_query(Query(pattern, regex=True))
    assert len(str(caught.value)) > 10


def test_a_pattern_that_takes_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.search._SLOW", -1.0)
    search = Search(_article("a b\n\nc d"), Query("d", regex=True), 0)
    search.step(1.0)
    assert search.done and search.slow


def test_the_worst_pattern_that_is_let_through_holds_up_no_step_for_long() -> None:
    search = Search(_article("x" * 40_000), Query("(?:x|xx){1,12}!", regex=True), 0)
    before = perf_counter()
    search.step(0.004)
    assert search.done and search.slow and perf_counter() - before < 0.5  # the bound is loose: _SLOW is a tenth of it


# --- where, how many, how fast ------------------------------------------------------------------------------------
def test_matches_are_in_the_order_of_the_text_wherever_the_search_begins() -> None:
    text = "pump one\n\npump two\n\npump three"
    for origin in range(len(text) + 1):
        for regex in (False, True):
            assert found(text, "pump", origin=origin, regex=regex) == ["pump"] * 3


def test_of_too_many_the_next_ones_are_shown() -> None:
    text = "\n\n".join("word " * 50 for _ in range(200))
    search = Search(_article(text), Query("word"), len(text) // 2)
    search.step(5.0)
    assert search.full and search.done and len(search.spans) == MOST
    assert sum(span.start >= len(text) // 2 for span in search.spans) == MOST


def test_a_step_of_a_long_search_is_short_and_the_search_finds_what_is_at_the_end() -> None:
    text = "\n\n".join("Nothing of note has happened here for many years. " * 8 for _ in range(8000)) + " zebra"
    search = Search(_article(text), Query("zebra"), 0)
    longest, steps = 0.0, 0
    while not search.done:
        before = perf_counter()
        search.step(0.002)
        longest, steps = max(longest, perf_counter() - before), steps + 1
    assert [span.of(text) for span in search.spans] == ["zebra"]
    assert steps > 2 and longest < 0.25  # the bound is loose: other tests run beside this one


def test_a_line_of_a_million_letters_is_searched_too() -> None:
    text = "x" * 1_000_000 + "needle" + "y" * 1000
    assert found(text, "needle") == ["needle"]
    assert len(found("x" * 9999 + " needle " + "y" * 9999, "needle", regex=True)) == 1


@given(st.text(alphabet="ab’'“-— \n", max_size=60), st.text(alphabet="ab'’-— ", min_size=1, max_size=4), st.data())
def test_words_are_found_as_in_the_folded_text(text: str, query: str, data: st.DataObject) -> None:
    if not query.strip() or query != query.strip():
        return
    plain = text.translate(str.maketrans("’“—\n", "'\"- "))
    wanted = query.translate(str.maketrans("’—", "'-"))
    origin = data.draw(st.integers(0, len(text)))
    for span in _all(text, query, origin):
        assert " ".join(plain[span.start : span.end].split()) == " ".join(wanted.split())
    if "  " not in plain and "\n\n" not in text and " " not in wanted:
        assert bool(_all(text, query, 0)) == (wanted in plain)


def _all(text: str, query: str, origin: int) -> tuple[Span, ...]:
    search = Search(_article(text), Query(query), origin)
    search.step(10.0)
    spans = search.spans
    assert search.done and list(spans) == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    return spans


@given(st.text(max_size=40), st.booleans())
def test_any_query_is_a_pattern_or_refused(query: str, regex: bool) -> None:
    try:
        pattern = compile_query(Query(query, regex))
    except PatternError:
        assert regex
        return
    assert pattern is None or not pattern.pattern.fullmatch("")


# --- the list -----------------------------------------------------------------------------------------------------
def _finds(query: str, text: str = TEXT) -> Finds:
    of = article(text)
    search = Search(of, Query(query), 0)
    search.step(5.0)
    return Finds(of, Paragraphs(of), search.query, search.spans, more=search.full)


@pytest.mark.parametrize("width", [20, 27, 43, 80])
def test_every_match_is_a_row_of_its_neighbours_with_the_matches_beneath_each_other(width: int) -> None:
    finds = _finds("the")
    entries = finds.entries(width)
    assert len(entries) == len(finds.places) > 5
    columns = set()
    for entry in entries:
        row = "".join(piece.text for piece in fit(entry.lines[0], width))
        assert len(row) == width and "¶" in row
        before, match = entry.lines[0].left[:2]
        assert (match.role, match.text.lower()) == ("match.find", "the")
        columns.add(len(before.text))
    assert len(columns) <= 2  # but for a match inside a word that fills the room before it


def test_matches_are_known_by_their_places() -> None:
    finds = _finds("pumps")
    for entry, span in zip(finds.entries(40), finds.places, strict=True):
        assert entry.key is not None and entry.key in finds
        assert finds.spans(entry.key) == (span,)
        assert finds.at(span.start, span.start + 1) == (entry.key,)
        assert [layer[:2] for layer in finds.layers(span.start, span.end)] == [tuple(span)]
        assert finds.copy(entry.key).lower() == "pumps"
    assert "e1" not in finds and finds.at(0, 1) == ()


def test_the_next_match_from_a_place_is_the_first_after_it_or_the_first_of_all() -> None:
    finds = _finds("pumps")
    first, last = finds.places[0], finds.places[-1]
    assert finds.next_from(0) == finds.next_from(first.start) == finds.at(*first)[0]
    assert finds.next_from(last.start + 1) == finds.at(*first)[0]
    assert _finds("zebra").next_from(0) is None


def test_nothing_found_is_said() -> None:
    assert _finds("zebra").entries(30)[0].lines[0].left[0].text == "nothing found"


def test_paragraphs_are_numbered_as_in_the_detail() -> None:
    from reader.tui.detail_text import paragraph_at

    of = article()
    numbers = Paragraphs(of)
    assert all(numbers.at(offset) == paragraph_at(of, offset) for offset in range(0, len(of.text), 7))
