"""The wheel, installed in a fresh environment away from the checkout, finds its themes, samples and rules."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HEADLESS = """
import asyncio
from reader.article.load import load_file
from reader.read import read
from reader.resources import articles_folder
from reader.rules.files import find_rules
from reader.rules.load import load_rules
from reader.tui.app import ReaderApp
from reader.tui.run import theme_or_default

async def main():
    rules = load_rules([find_rules("hedging")])
    article = load_file(str(articles_folder() / "harbour-strike.txt"))
    app = ReaderApp(article, theme_or_default("light"), lambda it: read(it, rules))
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(600):
            await pilot.pause(0.05)
            if app.reading_screen.guide is not None:
                break
        reading = app.reading_screen.guide.reading
        await pilot.press("n")
        assert app.reading_screen.selected is not None
    print("headless", len(reading.quotes), len(reading.lists))

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment that holds nothing but the wheel and what it needs."""
    environment = tmp_path_factory.mktemp("fresh") / "env"
    run(sys.executable, "-m", "venv", str(environment))
    python = environment / "bin" / "python"
    run(str(python), "-m", "pip", "install", "--quiet", str(wheel))
    return python


def run(*command: str, cwd: Path | None = None) -> str:
    """What a program writes; a PYTHONPATH would bring the checkout back."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_wheel_holds_every_theme_sample_and_data_file_and_no_test(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("themes", "articles"):
        files = {f"reader/bundled/{p.relative_to(ROOT)}" for p in (ROOT / folder).iterdir() if p.is_file()}
        assert files and files <= held
    data = {
        str(p.relative_to(ROOT))
        for p in (ROOT / "reader").rglob("*")
        if p.suffix in (".txt", ".yaml", ".tcss", ".model")
    }
    assert data and data <= held
    assert not [name for name in held if name.startswith(("tests/", "benchmarks/"))]


def test_the_wheel_holds_its_licence_and_those_of_its_data(wheel: Path) -> None:
    licences = {Path(name).name for name in zipfile.ZipFile(wheel).namelist() if "/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE"}


def test_the_installed_reader_exports_its_own_sample(python: Path, tmp_path: Path) -> None:
    find = "from reader.resources import articles_folder; print(articles_folder())"
    folder = Path(run(str(python), "-c", find, cwd=tmp_path).strip())
    assert ROOT not in folder.parents
    sample = folder / "harbour-strike.txt"
    out = run(str(python.parent / "reader"), "export", "--format", "jsonl", str(sample), cwd=tmp_path)
    value = json.loads(out)
    assert value["quotes"] and value["entities"] and value["key_points"]


def test_the_installed_reader_shows_its_own_sample(python: Path, tmp_path: Path) -> None:
    assert run(str(python), "-c", HEADLESS, cwd=tmp_path).split()[0] == "headless"


def test_the_installed_reader_lists_its_themes(python: Path, tmp_path: Path) -> None:
    listed = run(str(python.parent / "reader"), "themes", cwd=tmp_path)
    assert {"dark", "light", "high-contrast"} <= set(listed.split())
