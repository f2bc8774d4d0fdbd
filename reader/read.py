"""The one way from an article to its `Reading`: analyse it, and apply the rules."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from reader.analysis.analyse import NameFinder, analyse_prose
from reader.analysis.corrections import Correction, correct
from reader.analysis.entities.names import find_names
from reader.analysis.model import Analysis
from reader.article.model import Article
from reader.language.prose import Prose, read_prose
from reader.reading import Reading
from reader.rules.apply import apply_rules
from reader.rules.load import with_core
from reader.rules.model import RuleSet

NONE_OFF: Set[str] = frozenset()


class Study(NamedTuple):
    """An article as it was analysed, before any rule: rules can be applied to it again and again."""

    prose: Prose
    analysis: Analysis


def read(
    article: Article,
    rules: RuleSet | None = None,
    *,
    names_of: NameFinder | None = None,
    corrections: Sequence[Correction] = (),
) -> Reading:
    """Everything that analysis and the rules find in an article; `names_of` finds the names in our finder's place, and
    `corrections` put right what was found before the rules look at it."""
    return apply(put_right(study(article, names_of=names_of), corrections), rules or RuleSet())


def reading_of(
    article: Article, analysis: Analysis, rules: RuleSet | None = None, *, corrections: Sequence[Correction] = ()
) -> Reading:
    """The same of an article whose analysis is there already."""
    return apply(put_right(Study(read_prose(article), analysis), corrections), rules or RuleSet())


def study(article: Article, *, names_of: NameFinder | None = None) -> Study:
    """What analysis finds in an article."""
    prose = read_prose(article)
    return Study(prose, analyse_prose(prose, names_of or find_names))


def put_right(studied: Study, corrections: Sequence[Correction]) -> Study:
    """What analysis has found, with what a reader has put right in it."""
    prose, analysis = studied
    return Study(prose, correct(analysis, prose.article, corrections))


def apply(studied: Study, rules: RuleSet, off: Set[str] = NONE_OFF) -> Reading:
    """What analysis has found, and what the rules find; rules and sets whose names are in `off` find nothing."""
    prose, analysis = studied
    applied = with_core(rules).switched(off=off)
    found = apply_rules(applied, prose, analysis)
    return Reading(
        prose.article,
        analysis,
        found.matches,
        found.links,
        rules.tabs,
        found.notices,
        highlights=found.core,
        rules=applied.rules,
    )
