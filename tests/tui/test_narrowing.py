"""What matches what was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.narrowing import narrowed

names = st.lists(st.text(alphabet="abc xyz", max_size=12), max_size=12)


@given(names, st.text(alphabet="abcxyz ", max_size=4))
def test_only_those_with_the_letters_in_their_order_are_left_and_the_best_come_first(
    options: list[str], query: str
) -> None:
    found = narrowed(options, query, str)
    scores = [score for score, _ in found]
    assert scores == sorted(scores, reverse=True)
    letters = "".join(query.split())
    for _, option in found:
        rest = iter(option)
        assert all(letter in rest for letter in letters)


@given(names)
def test_nothing_typed_leaves_all_as_they_are(options: list[str]) -> None:
    assert [option for _, option in narrowed(options, "  ", str)] == options


def test_a_word_as_it_is_comes_before_its_letters_here_and_there() -> None:
    options = ["harbour and quay", "tram", "the read aim"]
    assert narrowed(options, "tram", str)[0][1] == "tram"
