"""Which quotes say the same again: whole or part, with small changes, never for a stock phrase."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.model import Quote, QuoteKind, Speaker
from reader.analysis.quotes.repeats import repeats
from reader.spans import Span


def pairs(said: Sequence[str], speakers: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The repeats among quotes, each a line of a text of its own; `//` parts the parts of one."""
    text, quotes = "", []
    for n, words in enumerate(said):
        parts = []
        for part in words.split(" // "):
            parts.append(Span(len(text), len(text) + len(part)))
            text += part + "\n"
        who = Speaker(None, speakers[n], speakers[n]) if speakers else None
        quotes.append(Quote(f"q{n + 1}", QuoteKind.DIRECT, tuple(parts), None, who))
    return list(repeats(text, quotes))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“The weir will never hold another winter,”", "“The weir will never hold another winter.”"),
        ("“The weir will never hold another winter,”", "that the weir would never hold another winter"),
        ("“I sold the old weir for a song and a horse,”", "that he had sold the old weir for a song and a horse"),
        ("“The weir will never hold another winter,”", "‘The weir will never, never hold another winter’"),
        ("“The weir will surely never hold another bad winter,”", "“The weir will never hold another winter,”"),
        ("“[T]he weir will never hold another winter,”", '"The weir will never hold another winter,"'),
        ("“It will never hold another hard winter,”", "“[The weir] will never hold another hard winter,”"),
        ("“The weir, which my father built with two mules, is rotten to the stones,”",
         "“The weir … is rotten to the stones.”"),
        ("“Rotten, all of it. // The weir will hold no more winters.”", "“The weir will hold no more winters”"),
        ("“It's a rotten weir and it can't hold,”", "“It is a rotten weir and it can not hold,”"),
        ("called the sale “a gift to drowned men”", "“Yes, I said a gift to drowned men and I meant it,”"),
        ("“Look, it is a gift to drowned men,”", "the sale “a gift to drowned men”"),
        ("“Rotten beams.”", "“These are rotten beams and everybody saw them,”"),
        ("Weir sale ‘daylight robbery’", "that the sale was “daylight robbery”"),
    ],
)  # fmt: skip
def test_the_same_words_with_small_changes_are_a_repeat(first: str, second: str) -> None:
    assert pairs([first, second]) == [("q1", "q2")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“At the end of the day the weir must go,”", "“At the end of the day we all want fish,”"),
        ("“There is no doubt that the sluice leaks,”", "“There is no doubt that we are tired,”"),
        ("“We will continue to monitor the situation at the weir,”", "“We will continue to monitor the situation,”"),
        ("“Thank you very much.”", "“Thank you very much for the horse,”"),
        ("“Yes.”", "“Yes, I saw it.”"),
        ("“No comment,”", "“No comment,”"),
        ("that Orrel Water and Sluice Company Limited was late", "an Orrel Water and Sluice Company Limited barge"),
        ("“The weir is going to be one of the most important of them,”",
         "“This is going to be one of the most important of all,”"),
        ("“The weir is rotten,”", "“The sluice is sound,”"),
        ("“winter hold the weir another never will”", "“The weir will never hold another winter,”"),
    ],
)  # fmt: skip
def test_stock_phrases_names_and_mere_likeness_are_none(first: str, second: str) -> None:
    assert pairs([first, second]) == []


def test_one_telling_word_is_enough_for_one_speaker_and_not_for_two() -> None:
    said = ["the weir “such a ruin”", "“It is such a ruin that geese avoid it,”"]
    assert pairs(said, ["e1", "e1"]) == [("q1", "q2")]
    assert pairs(said, ["e1", "e2"]) == []


def test_of_three_alike_each_is_tied_to_the_first() -> None:
    assert pairs(["“The weir will never hold another winter,”"] * 3) == [("q1", "q2"), ("q1", "q3")]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text("ab weirholdse “”‘'[]….…", max_size=60), max_size=12))
def test_any_words_give_pairs_in_order_each_once_and_never_with_themselves(said: list[str]) -> None:
    found = pairs([re.sub(r"\s", " ", words) or "x" for words in said])
    number = {f"q{n}": n for n in range(1, len(said) + 1)}
    assert all(number[a] < number[b] for a, b in found)
    assert len(found) == len(set(found))


def test_the_cost_grows_with_the_length_and_no_faster() -> None:
    def cost(times: int) -> float:
        said = [
            f"“The weir of number {n % 7} will never hold another winter, he told the miller,”" for n in range(times)
        ]
        begin = time.perf_counter()
        pairs(said)
        return time.perf_counter() - begin

    cost(50)
    assert min(cost(1600) for _ in range(3)) < 16 * min(cost(200) for _ in range(3)) + 0.05
