"""What is done with a long text behind the screen: loading, laying out, reading it chapter by chapter.

    python benchmarks/large.py ['3 MB' | '30 MB' | …]

Seconds, and the longest single step of the layout, which is how long it can hold up a key. Of the chapters: when the
first is there, and all that are read.
"""

from __future__ import annotations

import sys
from time import perf_counter

from long_text import SIZES, long_text

from reader.article.load import load_bytes, load_opening
from reader.chapters.process import ChapterReader
from reader.chapters.worker import Method
from reader.tui.layout import Layout, Outline


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else "30 MB"
    data = long_text(SIZES[name]).encode()
    began = perf_counter()
    opening = load_opening(data)
    tell(f"opening ({len(opening.text) if opening else 0:,} characters)", began)
    began = perf_counter()
    article = load_bytes(data)
    tell(f"loading ({len(article.text):,} characters, {len(article.blocks):,} blocks)", began)
    began = perf_counter()
    outline = Outline(article.text, article.blocks)
    tell("outline", began)
    began, worst = perf_counter(), 0.0
    layout = Layout(outline, 72)
    while not layout.done:
        step = perf_counter()
        layout.measure()
        worst = max(worst, perf_counter() - step)
    tell(f"layout of {layout.height:,} rows, the longest step {1000 * worst:.1f} ms", began)
    began = perf_counter()
    chapters = ChapterReader(Method()).read(article, lambda: 0)
    tell(f"first chapters: {next(chapters).sign or 'everything'}", began)
    for progress in chapters:
        if progress.reading is not None:
            tell(f"{progress.sign or 'everything'}: {len(progress.reading.quotes):,} quotes", began)


def tell(what: str, began: float) -> None:
    sys.stdout.write(f"{perf_counter() - began:7.2f} s  {what}\n")


if __name__ == "__main__":
    main()
