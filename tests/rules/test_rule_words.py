"""Word lists: what an entry matches and what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_tools import article_of, marked, rules_of, run

from reader.language.prose import read_prose
from reader.rules.words import WordFinder, read_phrase


def words(entries: str, text: str) -> list[str]:
    return marked(f"{{words: [{entries}]}}", text)


def test_an_entry_is_a_whole_word() -> None:
    assert words("ship", "A ship, shipping, a battle-ship, the ship's mate, midship. Ship") == ["ship", "ship", "Ship"]


def test_a_small_single_word_is_capitalised_only_where_a_sentence_or_a_quotation_starts() -> None:
    assert words("may", "May it fall? In May it may. He said: “May I go?” MAY") == ["May", "may", "May"]


def test_an_entry_with_a_capital_is_meant_so() -> None:
    assert words("May, EU", "May may be wet. In May the EU met, eu too.") == ["May", "May", "EU"]


def test_an_entry_of_several_words_takes_any_capitals_but_keeps_its_own() -> None:
    text = "According To Brandt, it is so according to Brandt."
    assert words("according to", text) == ["According To", "according to"]
    assert words("the EU", "The EU and the eu") == ["The EU"]


def test_a_star_is_any_ending() -> None:
    assert words("claim*", "claim claims claimed disclaim Claim claim-like") == [
        "claim", "claims", "claimed", "claim-like",
    ]  # fmt: skip
    assert words("close to hom*", "close to home, close to homes, close to him") == ["close to home", "close to homes"]


def test_the_longest_entry_wins_and_the_next_search_begins_after_it() -> None:
    assert words("people, people familiar with, familiar with it", "two people familiar with it, people") == [
        "people familiar with",
        "people",
    ]


def test_marks_dashes_and_white_space_are_folded() -> None:
    assert words("don't, so-called, of course", "I don’t, a so‑called one, of\n   course") == [
        "don’t",
        "so‑called",
        "of\n   course",
    ]


def test_an_entry_runs_over_no_sentence_and_no_paragraph() -> None:
    assert words("of course", "It is kind of. Course two.\n\nof\n\ncourse") == []


def test_lists_of_several_rules_do_not_take_words_from_one_another() -> None:
    rules = rules_of("- {id: one, match: {words: [old mill]}}\n- {id: two, match: {words: [mill, old]}}")
    text = "the old mill"
    found = run(rules, article_of(text)).matches
    assert [(m.rule, m.span.of(text)) for m in found] == [("one", "old mill"), ("two", "old"), ("two", "mill")]


@pytest.mark.parametrize("entry", ["*", "* a", "a*b", "a *", "...", "a.*", " ".join("a" * 21)])
def test_an_entry_without_a_word_or_with_a_star_elsewhere_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match=r"word|end"):
        read_phrase(entry)


ENTRIES = st.lists(st.lists(st.sampled_from(["a", "b", "ab", "c"]), min_size=1, max_size=3).map(" ".join), min_size=1)


@given(ENTRIES, st.lists(st.sampled_from(["a", "b", "ab", "c", "d"]), max_size=30))
def test_one_pass_finds_what_a_search_for_each_entry_finds(entries: list[str], text: list[str]) -> None:
    expected, i = [], 0
    while i < len(text):
        lengths = [n for n in (3, 2, 1) if i + n <= len(text) and " ".join(text[i : i + n]) in entries]
        if lengths:
            expected.append((i, i + lengths[0]))
        i += lengths[0] if lengths else 1
    article = article_of(" ".join(text))
    prose = read_prose(article)
    starts = {token.start: i for i, token in enumerate(prose.tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(prose.tokens)}
    (found,) = WordFinder([[read_phrase(entry) for entry in entries]]).find(prose)
    assert [(starts[s.start], ends[s.end]) for s in found] == expected


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    rules = rules_of("- {id: it, match: {words: ['a*', may, of course, don't]}}")
    for match in run(rules, article_of(text)).matches:
        assert 0 <= match.span.start < match.span.end <= len(text)
