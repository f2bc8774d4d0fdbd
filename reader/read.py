"""The one way from an article to its `Reading`: analyse it, and apply the rules."""

from __future__ import annotations

from reader.analysis.analyse import NameFinder, analyse_prose
from reader.analysis.entities.names import find_names
from reader.article.model import Article
from reader.language.prose import read_prose
from reader.reading import Reading
from reader.rules.apply import apply_rules
from reader.rules.model import RuleSet


def read(article: Article, rules: RuleSet | None = None, *, names_of: NameFinder | None = None) -> Reading:
    """Everything that analysis and the rules find in an article; `names_of` finds the names in our finder's place."""
    prose = read_prose(article)
    analysis = analyse_prose(prose, names_of or find_names)
    if rules is None:
        return Reading(article, analysis)
    found = apply_rules(rules, prose, analysis)
    return Reading(article, analysis, found.matches, found.links, rules.lists, found.notices)
