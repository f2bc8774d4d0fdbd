"""The second look at the rules' cuts: where one name ends and the next begins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from name_tools import names_of, prose_of

from reader.analysis.entities.joining import (
    APART,
    ONE,
    context_of,
    features_of_gap,
    gaps_of,
    join_model,
    rejoin,
)
from reader.analysis.entities.names import cut_lines
from reader.analysis.entities.titles import Candidate
from reader.analysis.entities.values import find_values


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Then the Public Servants’ Association sued.", "Public Servants’ Association"),
        ("They run the Orland Humanitarian Aid and Relief Centre.", "Orland Humanitarian Aid and Relief Centre"),
        ("He founded the Communist Party of Orland.", "Communist Party of Orland"),
        ("It is the Ministry of Labour and Human Resources Development.",
         "Ministry of Labour and Human Resources Development"),
        ("The US State Department said so.", "US State Department"),
        ("She leads the National Anti-Corruption Commission.", "National Anti-Corruption Commission"),
    ],
)  # fmt: skip
def test_the_name_of_a_body_is_found_whole(text: str, whole: str) -> None:
    assert (whole, "ORG") in names_of(text)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("They asked NASA Administrator Ana Roe.", "NASA", "Ana Roe"),
        ("Then Ilse Varga of Orland spoke.", "Ilse Varga", "Orland"),
        ("A Kenya-Uganda deal failed.", "Kenya", "Uganda"),
        ("He met Ana Roe and Ben Teske there.", "Ana Roe", "Ben Teske"),
    ],
)
def test_names_that_stand_side_by_side_stay_two(text: str, first: str, second: str) -> None:
    assert [name for name, _ in names_of(text)] == [first, second]


def test_the_gaps_lie_between_and_inside_candidates() -> None:
    (line,) = cut_lines(prose_of("Then Ana Roe of Orland left."), [])[0]
    roe = Candidate(1, 3, words=["Ana", "Roe"])
    orland = Candidate(4, 5, words=["Orland"])
    inside = [(gap.left, gap.right, gap.one) for gap in gaps_of(line.atoms, [roe])]
    assert inside == [(1, 2, True)]
    bodies = [Candidate(2, 3, words=["Roe"]), orland]
    assert [(gap.left, gap.right, gap.one) for gap in gaps_of(line.atoms, bodies)][-1] == (2, 4, False)


def test_the_model_that_comes_along_knows_the_features_made_here() -> None:
    lines, habits = cut_lines(prose_of("The Bank of Orland and the Orland Relief Fund met."), [])
    context = context_of([line.candidates for line in lines], habits)
    model = join_model()
    assert model.classes == (APART, ONE)
    for line in lines:
        for gap in gaps_of(line.atoms, line.candidates):
            known = [f for f in features_of_gap(line.atoms, gap, context) if f in model.rows]
            assert len(known) > 5


@given(st.lists(st.sampled_from(["Ana", "Roe", "of", "and", "Bank", "Orland", "the", "for", "’s", "Trade", ",", "US"])))
@settings(max_examples=60, deadline=None)
def test_whatever_is_joined_or_cut_candidates_stay_apart_and_in_order(words: list[str]) -> None:
    prose = prose_of("Then " + " ".join(words) + " left.")
    lines, habits = cut_lines(prose, find_values(prose))
    context = context_of([line.candidates for line in lines], habits)
    for line in lines:
        found = rejoin(line.atoms, line.candidates, context)
        assert all(c.first < c.past <= len(line.atoms) for c in found)
        assert all(a.past <= b.first for a, b in pairwise(found))
        assert all(c.words == [a.text for a in line.atoms[c.first : c.past]] for c in found)
