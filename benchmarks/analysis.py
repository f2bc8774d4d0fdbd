"""What each step of the analysis costs, and whether the cost grows in step with the text.

    python benchmarks/analysis.py [ARTICLE…]

Prints ms per 1,000 words for every step on the given articles (the samples when none is given), best of several runs,
then the time of a text twice as long as the one before as a ratio: about 2 is linear. Timings are noisy: compare within
one run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reader.analysis.analyse import analyse
from reader.analysis.coreference.resolve import resolve
from reader.analysis.entities.grouping import group_names
from reader.analysis.entities.names import find_names
from reader.analysis.key_points.pick import pick_key_points
from reader.analysis.quotes.attributions import find_attributions
from reader.article.load import load_bytes, load_file
from reader.article.model import Article
from reader.language.prose import read_prose
from reader.reading import Reading
from reader.resources import articles_folder

T = TypeVar("T")
RUNS = 5


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds of the fastest of several runs, and the result."""
    best = float("inf")
    for _ in range(RUNS):
        began = time.perf_counter()
        result = work()
        best = min(best, 1000 * (time.perf_counter() - began))
    return best, result


def steps(article: Article) -> dict[str, float]:
    """Milliseconds of each step."""
    spent: dict[str, float] = {}
    spent["prose"], prose = timed(lambda: read_prose(article))
    spent["names"], names = timed(lambda: find_names(prose))
    spent["attributions"], attributions = timed(lambda: find_attributions(prose, names))
    spent["grouping"], groups = timed(lambda: group_names(prose, names))
    spent["coreference"], (entities, quotes) = timed(lambda: resolve(prose, groups, attributions))
    spent["key points"], _ = timed(lambda: pick_key_points(prose, entities, quotes))
    spent["all"], analysis = timed(lambda: analyse(article))
    spent["reading"], _ = timed(lambda: Reading(article, analysis).places_at(0))
    return spent


def show(text: str) -> None:
    sys.stdout.write(text + "\n")


def main() -> None:
    paths = [Path(p) for p in sys.argv[1:]] or sorted(articles_folder().iterdir())
    articles = [load_file(str(p)) for p in paths]
    words = sum(a.words for a in articles)
    total: dict[str, float] = {}
    for article in articles:
        for step, ms in steps(article).items():
            total[step] = total.get(step, 0.0) + ms
    show(f"{len(articles)} articles, {words} words; ms per 1,000 words")
    for step, ms in total.items():
        show(f"  {step:14} {1000 * ms / words:7.1f}")

    show("doubling: the samples one after the other, ×1, ×2, ×4 …; ms, and the ratio to the one before")
    text, before = "\n\n".join(a.text for a in articles), 0.0
    for times in (1, 2, 4, 8):
        long = load_bytes("\n\n".join([text] * times).encode())
        began = time.perf_counter()
        analyse(long)
        ms = 1000 * (time.perf_counter() - began)
        show(f"  {long.words:7} words {ms:8.0f}" + (f"   × {ms / before:.2f}" if before else ""))
        before = ms


if __name__ == "__main__":
    main()
