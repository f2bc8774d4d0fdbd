"""spaCy in the place of our own finder: with a pipeline made here, where spaCy is installed; without it, the error."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.entities.spacy_engine import SpacyEngine, load_pipeline, spacy_engine
from reader.analysis.model import Label
from reader.article.load import load_bytes
from reader.cli import main
from reader.errors import ReaderError
from reader.language.prose import Prose, read_prose
from reader.read import read

with_spacy = pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed (pip install '.[spacy]')")
TEXT = (
    "Mill to stay open\n\n"
    "The Quillon Trust said on 3 May 2024 that Oda Brandt's mill in the Vell Valley would stay open.\n\n"
    "“We paid $4 million,” Brandt said.\n"
)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a pipeline that knows some names, as `spacy.load` takes it."""
    spacy: Any = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    names = {"the Quillon Trust": "ORG", "The Quillon Trust": "ORG", "Oda Brandt's": "PERSON", "Brandt": "PERSON"}
    names |= {"the Vell Valley": "LOC", "open": "ORDINAL"}
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in names.items()])
    pipeline.to_disk(tmp_path / "model")
    return tmp_path / "model"


@with_spacy
def test_its_names_take_the_place_of_ours_and_the_figures_stay_ours(model: Path) -> None:
    reading = read(load_bytes(TEXT.encode()), names_of=spacy_engine(str(model)))
    found = {entity.name: entity.label for entity in reading.entities}
    assert found == {
        "Quillon Trust": Label.ORG,
        "Oda Brandt": Label.PERSON,
        "Vell Valley": Label.LOC,
        "2024-05-03": Label.DATE,
        "$4 million": Label.MONEY,
    }


@with_spacy
def test_quotes_get_their_speakers_from_its_names(model: Path) -> None:
    reading = read(load_bytes(TEXT.encode()), names_of=spacy_engine(str(model)))
    assert [quote.speaker.name if quote.speaker else None for quote in reading.quotes] == [
        "Quillon Trust",
        "Oda Brandt",
    ]


@with_spacy
def test_spans_are_trimmed_to_the_name_itself(model: Path) -> None:
    article = load_bytes(TEXT.encode())
    reading = read(article, names_of=spacy_engine(str(model)))
    words = {m.span.of(article.text) for e in reading.entities for m in e.mentions}
    assert {"Quillon Trust", "Oda Brandt", "Vell Valley"} <= words


@with_spacy
def test_the_command_line_chooses_it(model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["export", str(path), "--engine", "spacy", "--model", str(model), "--format", "jsonl"]) == 0
    assert '"Vell Valley"' in capsys.readouterr().out


@with_spacy
def test_a_model_without_entities_is_one_clear_error(tmp_path: Path) -> None:
    spacy: Any = pytest.importorskip("spacy")
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ReaderError, match="finds no entities"):
        load_pipeline(str(tmp_path))


@with_spacy
def test_a_damaged_model_is_one_clear_error(model: Path) -> None:
    (model / "config.cfg").write_text("[nlp\n", encoding="utf-8")
    engine = SpacyEngine(str(model))
    with pytest.raises(ReaderError, match="cannot be loaded"):
        engine(prose_of(TEXT))


def prose_of(text: str) -> Prose:
    return read_prose(load_bytes(text.encode()))


@with_spacy
@pytest.mark.parametrize("model", ["en_no_such_model", "no.such.model", "no such-model"])
def test_a_model_that_is_not_installed_says_how_to_get_it(model: str) -> None:
    with pytest.raises(ReaderError, match=f"python -m spacy download {model}"):
        spacy_engine(model)


@with_spacy
def test_a_folder_without_a_model_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"config\.cfg") as caught:
        spacy_engine(str(tmp_path))
    assert caught.value.file == str(tmp_path)


def test_without_spacy_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.analysis.entities.spacy_engine.find_spec", lambda name: None)
    with pytest.raises(ReaderError, match="pip install spacy"):
        spacy_engine()


def test_without_being_asked_for_spacy_is_not_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    before = "spacy" in sys.modules
    assert main(["export", str(path)]) == 0
    assert ("spacy" in sys.modules) == before
