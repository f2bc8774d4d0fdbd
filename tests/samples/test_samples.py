"""Our figures on the sample articles, held: a change that makes one of them worse fails here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import scoring

from reader.analysis.analyse import analyse
from reader.article.load import load_file
from reader.reading import Reading

ROOT = Path(__file__).resolve().parents[2]
GOLD = sorted((ROOT / "tests" / "gold").glob("*.gold.json"))


def page_of(gold_file: Path) -> scoring.Page:
    name = gold_file.name.removesuffix(".gold.json")
    (path,) = (ROOT / "articles").glob(f"{name}.*")
    article = load_file(str(path))
    return scoring.load(path, gold_file, Reading(article, analyse(article)))


@pytest.fixture(scope="module")
def pages() -> list[scoring.Page]:
    return [page_of(f) for f in GOLD]


def test_every_sample_has_gold_and_every_gold_a_sample() -> None:
    samples = {p.stem for p in (ROOT / "articles").iterdir()}
    assert samples == {p.name.removesuffix(".gold.json") for p in GOLD}
    assert len(samples) >= 8


def total(shares: Iterable[scoring.Share]) -> float:
    return sum(shares, scoring.Share(0, 0)).value


def test_quotes_of_the_samples_are_found_with_their_kind_and_speaker(pages: list[scoring.Page]) -> None:
    assert total(scoring.quotes(page)[0] for page in pages) >= 0.98
    assert total(scoring.quotes(page)[1] for page in pages) >= 0.95


def test_terms_and_nicknames_in_marks_are_no_quotes(pages: list[scoring.Page]) -> None:
    assert sum(scoring.no_quotes_returned(page) for page in pages) == 0


def test_names_of_the_samples_are_found_with_their_label(pages: list[scoring.Page]) -> None:
    assert total(scoring.names(page)[0] for page in pages) >= 0.97


def test_names_that_mean_the_same_are_one_entity(pages: list[scoring.Page]) -> None:
    assert total(scoring.names(page)[1] for page in pages) >= 0.98


def test_pronouns_and_descriptions_mean_the_right_entity(pages: list[scoring.Page]) -> None:
    assert total(scoring.anaphors(page) for page in pages) >= 0.75


def test_key_points_tell_the_facts_of_the_samples(pages: list[scoring.Page]) -> None:
    assert total(scoring.key_points(page)[0] for page in pages) >= 0.5
    assert total(scoring.key_points(page)[1] for page in pages) >= 0.8


@pytest.mark.parametrize("gold_file", GOLD, ids=lambda f: f.name.removesuffix(".gold.json"))
def test_no_sample_reads_badly(gold_file: Path) -> None:
    page = page_of(gold_file)
    assert scoring.quotes(page)[1].value >= 0.85
    assert scoring.names(page)[0].value >= 0.9
    assert scoring.key_points(page)[0].right >= 3
