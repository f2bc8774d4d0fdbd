"""Rule files put to the tests that they carry."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.analyse import analyse_prose
from reader.article.load import load_bytes
from reader.errors import ReaderError
from reader.language.prose import read_prose
from reader.rules.apply import apply_rules
from reader.rules.load import load_rules
from reader.rules.model import Example, Rule, RuleSet
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one rule file."""

    rules: int
    tests: int
    failures: tuple[ReaderError, ...]
    """One a failed test, at its place in the file."""


def check_rules(path: Path) -> Report:
    """Validate a file and run the tests inside; ReaderError when it is not valid."""
    rule_set = load_rules([path])
    failures = [failure for rule in rule_set.rules for test in rule.examples if (failure := _run(rule, test))]
    return Report(len(rule_set.rules), sum(len(rule.examples) for rule in rule_set.rules), tuple(failures))


def _run(rule: Rule, example: Example) -> ReaderError | None:
    """What is wrong, or None. A hit's matches must be the marked spans, no more and no fewer."""
    article = load_bytes(example.text.encode(), path=rule.place.file, markdown=False)
    prose = read_prose(article)
    found = apply_rules(RuleSet((rule,)), prose, analyse_prose(prose))
    if found.notices:
        return example.place.error(found.notices[0])
    matched = {match.span for match in found.matches}
    if not example.hit:
        return _failure(rule, example, "must not match", frozenset(), matched, article.text) if matched else None
    if not example.marked:
        return None if matched else example.place.error(f"rule '{rule.id}' matches nothing here")
    if matched == example.marked:
        return None
    missed, extra = example.marked - matched, matched - example.marked
    return _failure(rule, example, "does not match as marked", missed, extra, article.text)


def _failure(rule: Rule, example: Example, what: str, missed: Set[Span], extra: Set[Span], text: str) -> ReaderError:
    told = [f"rule '{rule.id}' {what}"]
    if missed:
        told.append(f"missed {_shown(missed, text)}")
    if extra:
        told.append(f"matched {_shown(extra, text)}")
    return example.place.error("; ".join(told))


def _shown(spans: Set[Span], text: str) -> str:
    return ", ".join(f"[[{' '.join(span.of(text).split())}]]" for span in sorted(spans))
