"""Our figures on the sample articles, held: a change that makes one of them worse fails here."""

from __future__ import annotations

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
