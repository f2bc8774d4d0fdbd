"""The model of names: its file, and what it does beside the rules."""

from __future__ import annotations

from math import exp
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from name_tools import names_of, prose_of

from reader.analysis.entities.features import features_of, page_of
from reader.analysis.entities.names import find_candidates
from reader.analysis.entities.tagger import MODEL, name_model, read_model, write_model
from reader.analysis.entities.values import find_values
from reader.errors import ReaderError

CLASSES = ("O", "PER", "ORG")
WEIGHTS = {"lw=roe": [-1.0, 2.0, 0.5], "lw=körö": [0.25, 0.0, 1.27], "lw=nothing": [0.0, 0.0, 0.001]}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "names.model"
    write_model(path, WEIGHTS, CLASSES, "made by a test")
    return path


def test_a_model_that_is_written_is_read_with_weights_a_step_off_at_most(file: Path) -> None:
    model = read_model(file)
    assert model.classes == CLASSES
    assert set(model.rows) == {"lw=roe", "lw=körö"}  # the third rounds to nothing
    for feature, row in model.rows.items():
        read = [column[row] * model.step for column in model.weights]
        assert read == pytest.approx(WEIGHTS[feature], abs=model.step / 2)


def test_the_same_weights_give_the_same_bytes_in_whatever_order(file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.model"
    write_model(again, dict(reversed(WEIGHTS.items())), CLASSES, "made by a test")
    assert again.read_bytes() == file.read_bytes()


def test_probabilities_add_up_and_follow_the_weights(file: Path) -> None:
    told = read_model(file).log_probabilities(["lw=roe", "never seen"])
    assert sum(map(exp, told.values())) == pytest.approx(1.0)
    assert max(told, key=lambda kind: told[kind]) == "PER"


def test_unknown_features_tell_nothing(file: Path) -> None:
    told = read_model(file).log_probabilities(["never seen"])
    assert len({round(weight, 9) for weight in told.values()}) == 1


def test_a_missing_model_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"none\.model: .*install reader again"):
        read_model(tmp_path / "none.model")


@pytest.mark.parametrize("kept", [0, 1, 20, -1])
def test_a_model_cut_short_is_one_clear_error(file: Path, kept: int) -> None:
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(ReaderError, match="damaged"):
        read_model(file)


@given(st.binary(max_size=200))
def test_any_other_bytes_are_one_clear_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "other.model"
    path.write_bytes(data)
    with pytest.raises(ReaderError, match="damaged"):
        read_model(path)


@pytest.mark.parametrize(
    "head", [b"[]", b"3", b'{"format": "reader-names-1"}', b'{"format": "another", "checksum": 0}']
)
def test_another_head_is_one_clear_error(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "names.model"
    path.write_bytes(head + b"\n")
    with pytest.raises(ReaderError, match="damaged"):
        read_model(path)


def test_the_model_that_comes_along_is_small_and_tells_the_four_classes() -> None:
    assert MODEL.stat().st_size < 3_000_000
    assert name_model().classes == ("O", "PER", "ORG", "LOC", "MISC")


def test_features_are_lines_that_a_model_file_can_hold() -> None:
    prose = prose_of(
        "‘The Reed Boat’, a novel, was read by Dr. Ana O\u2019Dell of Varnholt, 41, and by the ÖRU in Kelso."
    )
    found, habits = find_candidates(prose, find_values(prose))
    page = page_of(found, habits)
    for n in range(len(found)):
        features = features_of(page, n)
        assert features and not any("\n" in feature for feature in features)
        assert features == features_of(page, n)


def test_a_dateline_stays_what_the_rules_say() -> None:
    text = "VARNHOLT (Tidepost) — Boats stayed in port."
    assert names_of(text, dateline="VARNHOLT (Tidepost) —")[:2] == [("VARNHOLT", "GPE"), ("Tidepost", "ORG")]
