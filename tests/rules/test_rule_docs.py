"""docs/rules.md: its eight examples work as they stand, and its reference is up to date."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.resources import builtin_rules_folder
from reader.rules.check import check_rules
from reader.rules.files import builtin_names
from reader.tui.themes import ROLES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")
EXAMPLES = re.findall(r"^### (\d)\. [^\n]*\n\n```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_there_are_eight_examples() -> None:
    assert [number for number, _ in EXAMPLES] == list("12345678")
    assert PAGE.count("```yaml\n") == 8


@pytest.mark.parametrize(("number", "text"), EXAMPLES)
def test_an_example_is_right_and_passes_its_tests(tmp_path: Path, number: str, text: str) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(text, "utf-8")
    report = check_rules(path, ROLES)
    assert report.errors == report.warnings == ()
    assert [str(failure.error) for failure in report.failures] == []
    assert report.tests or number == "8"


def test_the_reference_is_what_the_tool_makes_of_the_definitions() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools" / "rules_reference.py", "--check"], check=False)
    assert done.returncode == 0, "run: python tools/rules_reference.py"


def test_the_page_names_every_set_of_the_program() -> None:
    assert builtin_names() == {path.stem for path in builtin_rules_folder().iterdir()}
    for name in builtin_names() - {"core"}:
        assert f"`{name}`" in PAGE
