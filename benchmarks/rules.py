"""What rules cost: core, a hundred rules, and word lists of ten and of a thousand words, on an article of 1,000 words.

    python benchmarks/rules.py

Prints milliseconds, best of several runs. Timings are noisy: compare within one run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TypeVar

from reader.article.load import load_bytes
from reader.read import Study, study
from reader.resources import articles_folder
from reader.rules.apply import apply_rules
from reader.rules.files import builtin_names, builtin_path
from reader.rules.load import core_rules, load_rules, parse_rules, with_core
from reader.rules.model import RuleSet

T = TypeVar("T")
RUNS = 15
WORDS = 1000


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds of the fastest of several runs, and the result."""
    best = float("inf")
    for _ in range(RUNS):
        began = time.perf_counter()
        result = work()
        best = min(best, 1000 * (time.perf_counter() - began))
    return best, result


def sample() -> Study:
    """The samples one after the other, cut after the paragraph in which the thousandth word stands."""
    text = "\n\n".join(path.read_text("utf-8") for path in sorted(articles_folder().glob("*.txt")))
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        kept.append(paragraph)
        if sum(len(part.split()) for part in kept) >= WORDS:
            break
    return study(load_bytes("\n\n".join(kept).encode()))


def hundred(text: str) -> RuleSet:
    """Half word lists with words of the text in them, a quarter patterns, a quarter entities and quotes; all with
    conditions, a style and a link."""
    own = sorted({word for word in text.split() if word.isalpha() and word.islower() and len(word) > 4})
    where = "where: {not_in: heading, without: {quote: {kind: direct}, within: 3 words}}"
    tie = "style: match, link: {to: entity, within: sentence}"
    words = [f"{{words: [word{i}, may, some people, {', '.join(own[5 * i : 5 * i + 5])}]}}" for i in range(50)]
    patterns = [rf"{{regex: '\b(?P<n>\d{{1,3}}) (?:item{i}|percent|years)\b'}}" for i in range(15)]
    patterns += [rf"{{regex: '\b[A-Z]\w+ (?:and|of|item{i}) \w+'}}" for i in range(10)]
    items = [f"{{entity: {{label: [PERSON, ORG], name: [Name {i}, Ada]}}}}" for i in range(13)]
    items += [f"{{quote: {{by: Name {i}}}}}" for i in range(12)]
    matches = [*words, *patterns, *items]
    return parse_rules("version: 1\nrules:\n" + "\n".join(
        f"- {{id: r{i}, match: {match}, {where}, {tie}}}" for i, match in enumerate(matches)
    ), "hundred")  # fmt: skip


def word_list(size: int) -> RuleSet:
    """One list; its words are of the kind that the text has, or nearly."""
    words = ["the", "said", "of", "may", *(f"word{i}" for i in range(size - 4))]
    return parse_rules(
        f"version: 1\nwords: {{w: [{', '.join(words)}]}}\nrules: [{{id: w, match: {{words: '@w'}}}}]", "w"
    )


def show(what: str, ms: float, more: str = "") -> None:
    sys.stdout.write(f"  {what:44} {ms:8.2f} ms   {more}\n")


def main() -> None:
    at = sample()
    sys.stdout.write(f"{at.prose.article.words} words\n")
    for what, rules in {
        "core alone": core_rules(),
        "every set of the program, and core": with_core(load_rules([builtin_path(n) for n in sorted(builtin_names())])),
        "100 rules": hundred(at.prose.text),
        "a list of 10 words": word_list(10),
        "a list of 1,000 words": word_list(1000),
        "a list of 10,000 words": word_list(10_000),
    }.items():
        ms, found = timed(lambda rules=rules: apply_rules(rules, *at))  # type: ignore[misc]
        show(what, ms, f"{len(found.matches)} matches, {len(found.links)} links")
    show("loading core", timed(lambda: load_rules([builtin_path("core")]))[0])
    show("loading the 100 rules", timed(lambda: hundred(at.prose.text))[0])


if __name__ == "__main__":
    main()
