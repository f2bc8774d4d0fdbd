"""The arrows between the rooms, and what must not be imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_arrows_between_rooms_point_one_way() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


def test_version_imports_neither_textual_nor_the_analysis() -> None:
    loaded = modules_after("from reader.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass")
    assert "reader.cli" in loaded
    assert not {"textual", "rich", "reader.analysis.analyse", "reader.rules", "yaml", "markdown_it"} & loaded
    assert not {"reader.library", "sqlite3", "reader.command_line.export", "reader.command_line.rules"} & loaded


def test_a_command_imports_no_other_command() -> None:
    loaded = modules_after("from reader.cli import main\nmain(['themes'])")
    assert "reader.command_line.themes" in loaded
    assert not {f"reader.command_line.{name}" for name in ("reading", "export", "rules")} & loaded
    assert not {"textual", "reader.analysis", "reader.library"} & loaded


def test_export_imports_no_textual() -> None:
    sample = next((ROOT / "articles").glob("*.txt"))
    loaded = modules_after(f"from reader.cli import main\nmain(['export', {str(sample)!r}])")
    assert "reader.analysis.analyse" in loaded
    assert not {"textual", "rich"} & loaded


def test_where_nothing_was_ever_kept_no_database_is_waited_for(tmp_path: Path) -> None:
    sample = next((ROOT / "articles").glob("*.txt"))
    code = (
        "from pathlib import Path\nfrom reader.article.load import open_article\n"
        "from reader.library.library import Library, resumed\n"
        f"resumed(Library(Path({str(tmp_path)!r})), *open_article({str(sample)!r}))"
    )
    loaded = modules_after(code)
    assert "reader.library.library" in loaded
    assert not {"sqlite3", "reader.library.store", "reader.analysis.model", "json"} & loaded


def test_only_the_screen_names_textual_in_its_source() -> None:
    others = [p for p in (ROOT / "reader").rglob("*.py") if "tui" not in p.parts]
    assert others
    assert not [p for p in others if "import textual" in p.read_text("utf-8") or "from textual" in p.read_text("utf-8")]
