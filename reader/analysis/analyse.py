"""The one way from an `Article` to everything found in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from reader.analysis.coreference.resolve import resolve
from reader.analysis.entities.grouping import group_names
from reader.analysis.entities.names import find_names
from reader.analysis.key_points.pick import pick_key_points
from reader.analysis.model import Analysis, Name
from reader.analysis.quotes.attributions import find_attributions
from reader.article.model import Article
from reader.language.prose import Prose, read_prose

NameFinder: TypeAlias = Callable[[Prose], tuple[Name, ...]]
"""Finds all names and figures of an article, in the order of the text, none overlapping another."""


def analyse(article: Article) -> Analysis:
    """Find quotes with their speakers, entities with all their mentions, and key points."""
    return analyse_prose(read_prose(article))


def analyse_prose(prose: Prose, names_of: NameFinder = find_names) -> Analysis:
    """The same for whoever needs the sentences and tokens too, or has another engine that finds the names."""
    names = names_of(prose)
    attributions = find_attributions(prose, names)
    entities, quotes = resolve(prose, group_names(prose, names), attributions)
    return Analysis(quotes, entities, pick_key_points(prose, entities, quotes))
