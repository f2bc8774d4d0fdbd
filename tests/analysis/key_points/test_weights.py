"""The weights of the signs, and what they are told from."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from reader.analysis.key_points import weights
from reader.analysis.key_points.weights import WEIGHTS, Weights


def test_every_number_of_the_file_is_a_weight_and_every_weight_is_in_it() -> None:
    lines = (Path(weights.__file__).parent / "weights.txt").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(names) == sorted(field.name for field in fields(Weights))
    assert "Origin:" in "\n".join(lines)


def test_what_counts_against_a_statement_is_below_nothing() -> None:
    assert max(WEIGHTS.quoted, WEIGHTS.spoken, WEIGHTS.thin, WEIGHTS.open_pronoun, WEIGHTS.partly, WEIGHTS.asks) < 0
    assert min(WEIGHTS.place, WEIGHTS.central, WEIGHTS.title_term, WEIGHTS.quantity, WEIGHTS.half_place) > 0
