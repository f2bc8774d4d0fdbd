"""Score the sample articles with the shared bench, if there is one beside the checkout.

    python benchmarks/own.py [BENCH_FOLDER]

It wants an article and its gold in one folder; here they stand apart (`articles/`, `tests/gold/`).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    bench = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "bench"
    with tempfile.TemporaryDirectory() as folder:
        for source in (*(ROOT / "articles").iterdir(), *(ROOT / "tests" / "gold").iterdir()):
            shutil.copy(source, folder)
        command = [sys.executable, str(bench / "bench.py"), "own", folder, "--errors", "5", "--"]
        command += [sys.executable, "-m", "reader", "export", "--format", "jsonl"]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
