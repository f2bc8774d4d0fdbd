"""A long article read chapter after chapter for an export, which then says of it what the screen says."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.analyse import NameFinder
from reader.analysis.corrections import Correction
from reader.analysis.model import Analysis
from reader.article.model import Article
from reader.chapters.chapter import Chapter, chapter_of
from reader.chapters.division import divide, part_of
from reader.chapters.findings import Recipe
from reader.chapters.long_reading import LongReading
from reader.read import read, reading_of
from reader.reading import Reading
from reader.rules.model import RuleSet


def read_in_turn(
    article: Article,
    rules: RuleSet | None = None,
    *,
    names_of: NameFinder | None = None,
    corrections: Sequence[Correction] = (),
) -> Reading:
    """What `read` finds, with the memory that one chapter needs; the same as `read` where there is but one."""
    spans = divide(article)
    if len(spans) == 1:
        return read(article, rules, names_of=names_of, corrections=corrections)
    chapters: dict[int, Chapter] = {}
    for number, span in enumerate(spans):
        part = read(part_of(article, span), rules, names_of=names_of)
        chapters[number] = chapter_of(part, span, number + 1)
    found = LongReading(article, chapters, Recipe.of(rules or RuleSet()))
    if corrections:  # they are of the whole, and so is what the rules find after them
        analysis = Analysis(found.quotes, found.entities, found.key_points)
        return reading_of(article, analysis, rules, corrections=corrections)
    return found
