"""The table of surfaces and payloads, as it was held: runs the tests of the terminal and counts what they looked at.

python tests/terminal/table.py            status 1 when a cell was not held
python tests/terminal/table.py --write    puts the table into SECURITY.md
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from surfaces import SURFACES, TABLE

ROOT = Path(__file__).resolve().parents[2]
SECURITY = ROOT / "SECURITY.md"
HEAD = TABLE.partition("\n")[0]


def written() -> str:
    """The table that stands in SECURITY.md."""
    text = SECURITY.read_text(encoding="utf-8")
    return text[text.index(HEAD) :].partition("\n\n")[0] + "\n"


def main() -> int:
    if "--write" in sys.argv:
        text = SECURITY.read_text(encoding="utf-8")
        SECURITY.write_text(text.replace(written(), TABLE), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "held"
        log.touch()
        command = [sys.executable, "-m", "pytest", str(Path(__file__).parent)]
        status = subprocess.run(command, check=False, cwd=ROOT, env={**os.environ, "READER_HELD": str(log)}).returncode
        held = {tuple(line.split()) for line in log.read_text(encoding="utf-8").splitlines()}
    wanted = {(key, str(payload.number)) for key, surface in SURFACES.items() for payload in surface.payloads}
    counts = Counter(key for key, _ in held & wanted)
    for key, surface in SURFACES.items():
        sys.stdout.write(f"{surface.where:50} {counts[key]:3} of {len(surface.payloads)}\n")
    sys.stdout.write(f"{len(held & wanted)} of {len(wanted)} held\n")
    return 1 if status or wanted - held else 0


if __name__ == "__main__":
    sys.exit(main())
