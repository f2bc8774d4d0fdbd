"""What was put right while reading is in the export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.analysis.corrections import Merge, Rename
from reader.article.load import load_file
from reader.cli import main
from reader.library.library import Library
from reader.library.model import KeptCorrection
from reader.spans import Span

TEXT = "Odile Brandt met Tomas Verey in Tolworth. “We agreed on nothing,” Brandt said on Tuesday.\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "meeting.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def exported(file: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, list[dict[str, str]]]:
    assert main(["export", *options, str(file)]) == 0
    found: dict[str, list[dict[str, str]]] = json.loads(capsys.readouterr().out)
    return found


def names(found: dict[str, list[dict[str, str]]]) -> set[str]:
    return {entity["name"] for entity in found["entities"]}


def test_stored_corrections_are_applied_unless_without_state(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {"Odile Brandt", "Tomas Verey"} <= names(exported(file, capsys))
    assert not (file.parent / "state").exists()  # an export leaves nothing behind
    library = Library(file.parent / "state" / "reader")
    article = load_file(str(file))
    brandt, verey = (Span(TEXT.index(name), TEXT.index(name) + len(name)) for name in ("Odile Brandt", "Tomas Verey"))
    library.keep_correction(article, KeptCorrection("a", Merge(brandt, verey)))
    library.keep_correction(article, KeptCorrection("b", Rename(brandt, "The mayor")))
    library.close()
    found = exported(file, capsys)
    assert "The mayor" in names(found) and not {"Odile Brandt", "Tomas Verey"} & names(found)
    (quote,) = found["quotes"]
    speaker = next(entity for entity in found["entities"] if entity["name"] == "The mayor")
    assert quote["speaker"]["entity"] == speaker["id"]  # type: ignore[index]
    assert {"from": quote["id"], "to": speaker["id"], "rel": "said_by"} in found["links"]
    assert {"Odile Brandt", "Tomas Verey"} <= names(exported(file, capsys, "--no-state"))


def test_a_broken_library_is_said_and_the_export_is_there(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = file.parent / "state" / "reader"
    folder.mkdir(parents=True)
    (folder / "library.db").write_bytes(b"no database " * 500)
    assert main(["export", str(file)]) == 0
    out, err = capsys.readouterr()
    assert "Odile Brandt" in out
    assert err.count("\n") == 1 and "library was broken" in err
