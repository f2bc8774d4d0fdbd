"""What the first paint must not wait for."""

from __future__ import annotations

import subprocess
import sys


def test_opening_the_screen_imports_no_analysis() -> None:
    code = (
        "import sys; import reader.tui.run, reader.tui.app; "
        "late = [m for m in sys.modules if m.startswith(('reader.analysis', 'reader.rules', 'reader.reading', "
        "'reader.language', 'reader.tui.guide', 'reader.tui.palette', 'reader.tui.help_screen'))]; "
        "sys.exit(str(late) if late else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_first_screen_is_drawn_without_textual() -> None:
    code = "import sys, reader.tui.run; sys.exit(str([m for m in sys.modules if m.startswith('textual')] or '') or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
