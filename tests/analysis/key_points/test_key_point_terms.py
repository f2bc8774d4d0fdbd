"""What a story is about, as weighted words."""

from __future__ import annotations

import pytest

from reader.analysis.key_points.quoted_text import marked_tokens, marks_are_paired
from reader.analysis.key_points.story_frame import says_when
from reader.analysis.key_points.story_terms import (
    closeness_to_later,
    content_terms,
    shared,
    stem,
    weigh_terms,
)
from reader.article.load import load_bytes
from reader.language.prose import read_prose
from reader.language.tokens import tokenize


@pytest.mark.parametrize(
    ("a", "b"), [("arrests", "arrested"), ("arrest", "arresting"), ("cities", "city"), ("plan", "planned")]
)
def test_forms_of_a_word_have_one_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


def test_words_of_every_story_say_nothing_of_this_one() -> None:
    assert content_terms(tokenize("On Tuesday he said the new ferry was late again")) == {"ferry"}


def test_shared_counts_against_the_shorter() -> None:
    assert shared(frozenset("ab"), frozenset("abcd")) == 1.0
    assert shared(frozenset(), frozenset("a")) == 0.0


def test_a_sentence_of_the_main_words_is_closer_than_an_aside() -> None:
    prose = read_prose(load_bytes(b"Ferry sinks off Orrin\n\nThe ferry sank off Orrin. The ferry was old. Tea is hot."))
    story = weigh_terms(prose, tokenize("Ferry sinks off Orrin"), ())
    assert story.centrality(content_terms(tokenize("The ferry sank"))) > story.centrality(
        content_terms(tokenize("Tea is hot"))
    )
    assert 0.0 <= story.centrality(content_terms(tokenize("ferry Orrin sinks"))) <= 1.0


def test_what_is_taken_up_later_is_closer_to_it_than_what_repeats() -> None:
    sentences = ["The ferry sank off Orrin", "Tea is hot", "The old ferry leaked", "The ferry sank in the night"]
    prose = read_prose(load_bytes(". ".join([*sentences, ""]).encode()))
    story = weigh_terms(prose, (), ())
    first, aside, middle, last = closeness_to_later([content_terms(tokenize(s)) for s in sentences], story)
    assert 1.0 >= first > middle > aside
    assert last == 0.0


@pytest.mark.parametrize("text", ["on Monday", "in 2031", "last month", "on May 3", "Yesterday it rained"])
def test_a_time_is_seen(text: str) -> None:
    assert says_when(tokenize(text))


@pytest.mark.parametrize("text", ["they may come", "a month of rain", "room 12"])
def test_what_is_no_time_is_not(text: str) -> None:
    assert not says_when(tokenize(text))


def test_quoted_words_are_marked_in_every_style() -> None:
    for text in ("she “runs fast” now", 'she "runs fast" now', "she 'runs fast' now", "she ‘runs fast’ now"):
        tokens = tokenize(text)
        inside = [t.text for t, quoted in zip(tokens, marked_tokens(tokens), strict=True) if quoted and t.is_word]
        assert inside == ["runs", "fast"]


def test_an_apostrophe_opens_no_quotation() -> None:
    tokens = tokenize("the ferries' crews and the sailor's dog ran")
    assert not any(marked_tokens(tokens))


def test_unpaired_marks_are_seen() -> None:
    assert marks_are_paired(tokenize("a “b” (c)"))
    assert not marks_are_paired(tokenize("a “b (c)"))
    assert not marks_are_paired(tokenize('a "b'))
    assert not marks_are_paired(tokenize("a ) b ("))


def test_a_name_in_capitals_is_no_small_word() -> None:
    assert "us" in content_terms(tokenize("a visit to the US"))
    assert "us" not in content_terms(tokenize("a visit to us"))
