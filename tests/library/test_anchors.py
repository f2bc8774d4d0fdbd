"""Words are found again in a text that has changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.anchors import CONTEXT, Anchor, State, anchor_of, find_anchor, read_anchor, write_anchor
from reader.library.changed_words import changes_meaning
from reader.spans import Span

TEXT = (
    "The ferry to Ostrey was late again. Captain Hanne Vold said that 41 passengers had waited for an hour. "
    "“We did not leave anybody behind,” she told the harbour board. The board will meet on Tuesday to hear more of it. "
    "Nothing was said about the second pier, which has stood empty since the spring storms."
)

texts = st.text(alphabet="ab .é😀\n", min_size=1, max_size=200)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@st.composite
def spots(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(spots())
def test_in_the_unchanged_text_words_are_exactly_where_they_were(spot: tuple[str, Span]) -> None:
    text, span = spot
    assert find_anchor(text, anchor_of(text, span)) == (span, State.ANCHORED)


@given(st.text(max_size=300), st.sampled_from([*at(TEXT, "Vold")[:1], 0, 40, 90, 150]), st.integers(20, 60))
def test_what_is_put_in_before_shifts_them(more: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    found = find_anchor(more + TEXT, anchor_of(TEXT, span))
    if TEXT[: start + length] not in more:
        assert found == (Span(start + len(more), start + length + len(more)), State.ANCHORED)


@given(texts, spots())
def test_whatever_the_text_has_become_the_place_is_in_it(other: str, spot: tuple[str, Span]) -> None:
    found = find_anchor(other, anchor_of(*spot))
    if found.span is None:
        assert found.state is State.ORPHAN
    else:
        assert 0 <= found.span.start < found.span.end <= len(other)


def test_of_the_same_words_twice_the_ones_with_the_same_surroundings_are_meant() -> None:
    text = "Vold spoke first. Later the mayor spoke, and Vold left before the vote was taken."
    second = Span(text.index("Vold left"), text.index("Vold left") + 4)
    changed = "Vold spoke. " + text
    assert find_anchor(changed, anchor_of(text, second)).span == Span(second.start + 12, second.end + 12)


@pytest.mark.parametrize(
    ("words", "before", "after", "state"),
    [
        ("We did not leave anybody behind,” she told", "the harbour board.", "the town board.", State.ANCHORED),
        ("had waited for an hour", "Hanne Vold", "Hanne Mold", State.REVIEW),
        ("had waited for an hour", "said that 41", "said that 47", State.REVIEW),
        ("41 passengers had waited", "Vold said", "Vold did not say", State.REVIEW),
        ("41 passengers had waited", "Captain Hanne Vold said that ", "", State.REVIEW),
        ("41 passengers had waited", "Ostrey was late", "Ostrey was not late", State.ANCHORED),
        ("41 passengers had waited", "leave anybody", "leave Marsh", State.ANCHORED),
        ("“We did not leave anybody behind,”", "she told", "Marsh told", State.REVIEW),
        ("The board will meet on Tuesday", "hear more of it", "hear none of it", State.REVIEW),
        ("which has stood empty since the spring storms.", "Nothing was", "Much was", State.REVIEW),
    ],
)
def test_words_as_they_were_are_to_be_reviewed_when_their_sentence_has_another_meaning(
    words: str, before: str, after: str, state: State
) -> None:
    edited = TEXT.replace(before, after)
    found = find_anchor(edited, anchor_of(TEXT, at(TEXT, words)))
    assert found.span is not None and found.span.of(edited) == words
    assert found.state is state


@pytest.mark.parametrize(
    ("words", "before", "after", "state"),
    [
        ("41 passengers had waited for an hour", "for an hour", "for almost an hour", State.ANCHORED),
        ("41 passengers had waited for an hour", "41", "47", State.REVIEW),
        ("Captain Hanne Vold said", "Hanne Vold", "Hanne Mold", State.REVIEW),
        ("We did not leave anybody behind", "did not leave", "did leave", State.REVIEW),
        ("We did not leave anybody behind", "did not leave", "didn’t leave", State.REVIEW),
        ("The board will meet on Tuesday", "The board", "This board", State.ANCHORED),
        ("The board will meet on Tuesday", "Tuesday", "Friday", State.REVIEW),
        ("Vold", "Vold", "Marsh", State.REVIEW),
    ],
)
def test_an_edit_is_to_be_reviewed_when_a_name_a_figure_or_a_negation_changed(
    words: str, before: str, after: str, state: State
) -> None:
    anchor = anchor_of(TEXT, at(TEXT, words))
    changed = TEXT.replace(words, words.replace(before, after), 1)
    found = find_anchor(changed, anchor)
    assert found.state is state
    assert found.span is not None
    assert found.span.of(changed) == words.replace(before, after)


def test_words_that_are_gone_are_orphans() -> None:
    anchor = anchor_of(TEXT, at(TEXT, "Captain Hanne Vold said that 41 passengers had waited for an hour. "))
    assert find_anchor("A wholly different text about bees, hives and honey.", anchor) == (None, State.ORPHAN)
    cut = TEXT.replace("Captain Hanne Vold said that 41 passengers had waited for an hour. ", "")
    assert find_anchor(cut, anchor) == (None, State.ORPHAN)


def test_a_short_word_is_not_found_just_anywhere() -> None:
    anchor = anchor_of(TEXT, at(TEXT, "she"))
    assert find_anchor("A different story. Then she went.", anchor).state is State.ORPHAN


def test_quotation_marks_stay_with_changed_words() -> None:
    anchor = anchor_of(TEXT, at(TEXT, "“We did not leave anybody behind,”"))
    changed = TEXT.replace("anybody", "any passenger")
    found = find_anchor(changed, anchor)
    assert found.span is not None
    assert found.span.of(changed) == "“We did not leave any passenger behind,”"


def test_case_alone_is_a_change_of_a_name() -> None:
    assert changes_meaning(["vold"], ["Vold"])
    assert not changes_meaning(["the", "board"], ["this", "board"])


def test_a_huge_text_of_one_word_is_answered_in_time() -> None:
    anchor = Anchor(10, "echo", "x" * CONTEXT, "y" * CONTEXT)
    assert find_anchor("echo " * 200_000, anchor).state is State.ORPHAN


@given(spots())
def test_an_anchor_is_read_as_it_was_written(spot: tuple[str, Span]) -> None:
    anchor = anchor_of(*spot)
    assert read_anchor(write_anchor(anchor)) == anchor


@given(st.text())
def test_what_is_no_anchor_is_none(written: str) -> None:
    assert read_anchor(written) is None or written.count("\x1f") == 3
