"""The picture in the README: a sample article on the real screen, as SVG.

    python tools/picture.py docs/reader.svg [KEY…] [--theme NAME] [--article FILE] [--size 118x34] [--rules SET|FILE]

The keys are pressed before the picture is taken. It names no font to be fetched: whoever shows it uses its own.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from pathlib import Path

from reader.article.load import load_file
from reader.resources import articles_folder
from reader.rules.files import find_rules
from reader.tui.app import ReaderApp
from reader.tui.live_rules import LiveRules
from reader.tui.run import theme_or_default

KEYS = ("1", "n", "n")


async def picture(options: argparse.Namespace) -> str:
    rules = LiveRules([find_rules(name) for name in options.rules])
    columns, rows = map(int, options.size.split("x"))
    app = ReaderApp(load_file(options.article), theme_or_default(options.theme), rules)
    async with app.run_test(size=(columns, rows)) as pilot:
        while app.reading_screen.guide is None:
            await pilot.pause(0.02)
        await pilot.press(*(options.keys or KEYS))
        await pilot.pause()
        return app.export_screenshot(title="reader")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("keys", nargs="*")
    parser.add_argument("--theme", default="dark")
    parser.add_argument("--article", default=str(articles_folder() / "harbour-strike.txt"))
    parser.add_argument("--size", default="118x34")
    parser.add_argument("--rules", action="append", default=[])
    options = parser.parse_args()
    svg = re.sub(r"@font-face \{.*?\}\s*", "", asyncio.run(picture(options)), flags=re.DOTALL)
    options.out.write_text(svg, encoding="utf-8")
    sys.stdout.write(f"{options.out}: {len(svg):,} characters\n")


if __name__ == "__main__":
    main()
