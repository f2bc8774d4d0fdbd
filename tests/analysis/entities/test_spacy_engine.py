"""spaCy in the place of our own finder: with a pipeline made here, where spaCy is installed; without it, the error."""

from __future__ import annotations

import re
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
@pytest.mark.parametrize("name", ["no.such.model", "no-model", "1model"])
def test_any_name_that_is_no_model_is_one_clear_error(name: str) -> None:
    with pytest.raises(ReaderError, match="is not installed"):
        spacy_engine(name)


@with_spacy
def test_a_plain_name_is_never_a_folder_that_happens_to_be_here(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(model.parent)
    with pytest.raises(ReaderError, match=r"not installed \(\./model for the folder\)"):
        spacy_engine("model")
    assert spacy_engine("./model").model == str(model)


@with_spacy
def test_a_path_may_begin_at_home(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(model.parent))
    assert spacy_engine("~/model").model == str(model)


@with_spacy
def test_a_model_of_another_version_of_spacy_that_loads_says_nothing_on_the_screen(
    model: Path, recwarn: pytest.WarningsRecorder
) -> None:
    meta = model / "meta.json"
    meta.write_text(re.sub(r'"spacy_version":"[^"]*"', '"spacy_version":">=2.0,<2.1"', meta.read_text()))
    load_pipeline(str(model))
    assert not recwarn.list


@with_spacy
def test_an_installation_of_spacy_that_does_not_work_is_one_clear_error(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str) -> None:
        raise ImportError("numpy.dtype size changed,\nmay indicate binary incompatibility")

    monkeypatch.setattr("reader.analysis.entities.spacy_engine.import_module", broken)
    with pytest.raises(ReaderError, match=r"spaCy cannot be loaded: numpy\.dtype size changed, may indicate"):
        load_pipeline(str(model))


@with_spacy
def test_a_damaged_model_is_told_once_and_leaves_the_output_file_alone(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (model / "config.cfg").write_text("[nlp\n", encoding="utf-8")
    article, out = tmp_path / "mill.txt", tmp_path / "out.json"
    article.write_text(TEXT, encoding="utf-8")
    out.write_text("before", encoding="utf-8")
    command = ["export", str(article), str(article), "-o", str(out), "--model", str(model)]
    assert main(command) == 1
    assert out.read_text(encoding="utf-8") == "before"
    assert capsys.readouterr().err.count("\n") == 1


@with_spacy
def test_the_configuration_chooses_it_and_the_command_line_goes_before(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "reader").mkdir(parents=True)
    settings = tmp_path / "config" / "reader" / "config.yaml"
    settings.write_text(f"engine: spacy\nmodel: {model}\n", encoding="utf-8")
    path = tmp_path / "mill.txt"
    path.write_text(TEXT.replace("Vell Valley", "Vell valley"), encoding="utf-8")
    assert main(["export", str(path), "--format", "jsonl"]) == 0
    assert '"name": "Quillon Trust"' in capsys.readouterr().out
    (model / "config.cfg").unlink()
    assert main(["export", str(path), "--format", "jsonl"]) == 1
    assert main(["export", str(path), "--format", "jsonl", "--engine", "rules"]) == 0


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
