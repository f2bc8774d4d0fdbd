"""Rule files put to the tests that they carry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.analyse import analyse_prose
from reader.article.load import load_bytes
from reader.errors import ReaderError
from reader.language.prose import read_prose
from reader.rules.apply import spans_of
from reader.rules.files import CORE, open_rules
from reader.rules.load import core_rules, try_rules
from reader.rules.model import Example, Rule, RuleSet
from reader.safe_yaml import Node, did_you_mean
from reader.spans import Span

_MOST_SHOWN = 300
"""Characters of a test that a failure shows."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A test that fails."""

    error: ReaderError
    """What is wrong in a line, at the test's place in the file."""
    wanted: str = ""
    """The text with the marks that it has in the file, on one line; empty where a mark would tell nothing."""
    matched: str = ""
    """The same with marks around what the rule matches."""

    @property
    def diff(self) -> tuple[str, ...]:
        """What the file says and what is, a line each."""
        return (f"- {self.wanted}", f"+ {self.matched}") if self.wanted or self.matched else ()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one rule file."""

    rules: int
    """Those of the file itself and of what it extends."""
    tests: int
    errors: tuple[ReaderError, ...] = ()
    """Everything that is wrong with the file. The rules that are right are tested all the same."""
    failures: tuple[Failure, ...] = ()
    warnings: tuple[ReaderError, ...] = ()
    """What works, but hardly as it is meant: roles that no theme has."""

    @property
    def passed(self) -> bool:
        return not self.errors and not self.failures


def summary_of(report: Report) -> str:
    """A report in a few words."""
    bad = len(report.failures)
    told = [
        _counted(report.rules, "rule"),
        f"{report.tests - bad} of {_counted(report.tests, 'test')} passed"
        if bad
        else f"{_counted(report.tests, 'test')} passed",
    ]
    told += [_counted(len(report.errors), "error")] if report.errors else []
    told += [_counted(len(report.warnings), "warning")] if report.warnings else []
    return ", ".join(told)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def check_rules(path: Path, roles: Collection[str] = ()) -> Report:
    """Validate a file and run the tests inside; `roles`: those of the themes, none to ask nothing of roles."""
    loaded = try_rules([path])
    rules = loaded.rules
    if not any(rule.set == CORE for rule in rules.rules):
        rules = RuleSet((*core_rules().rules, *rules.rules), rules.lists)
    own = loaded.rules.rules
    failures = [failure for rule in own for test in rule.examples if (failure := _run(rules, rule, test))]
    return Report(
        len(own),
        sum(len(rule.examples) for rule in own),
        loaded.errors,
        tuple(failures),
        tuple(_unknown_roles(path, set(roles))) if roles else (),
    )


def _run(rules: RuleSet, rule: Rule, example: Example) -> Failure | None:
    """What is wrong, or None. A hit's matches must be the marked spans, no more and no fewer."""
    article = load_bytes(example.text.encode(), path=rule.place.file, markdown=False)
    prose = read_prose(article)
    spans, notices = spans_of(rules, rule.id, prose, analyse_prose(prose))
    if notices:
        return Failure(example.place.error(notices[0]))
    if not example.hit:
        return _failure(rule, example, "must not match", frozenset(), spans, article.text) if spans else None
    if not example.marked:
        return None if spans else Failure(example.place.error(f"rule '{rule.id}' matches nothing here"))
    if spans == example.marked:
        return None
    missed, extra = example.marked - spans, spans - example.marked
    return _failure(rule, example, "does not match as marked", missed, extra, article.text, spans)


def _failure(
    rule: Rule,
    example: Example,
    what: str,
    missed: Set[Span],
    extra: Set[Span],
    text: str,
    spans: Set[Span] | None = None,
) -> Failure:
    told = [f"rule '{rule.id}' {what}"]
    if missed:
        told.append(f"missed {_shown(missed, text)}")
    if extra:
        told.append(f"matched {_shown(extra, text)}")
    matched = _marked(text, extra if spans is None else spans)
    return Failure(example.place.error("; ".join(told)), _marked(text, example.marked), matched)


def _shown(spans: Set[Span], text: str) -> str:
    return ", ".join(f"[[{' '.join(span.of(text).split())}]]" for span in sorted(spans))


def _marked(text: str, spans: Iterable[Span]) -> str:
    """The text on one line with `[[ ]]` around the spans."""
    marks = [(span.start, 1, "[[") for span in spans] + [(span.end, 0, "]]") for span in spans]
    line, last = "", 0
    for at, _, mark in sorted(marks):
        line, last = line + text[last:at] + mark, at
    line = " ".join((line + text[last:]).split())
    return line if len(line) <= _MOST_SHOWN else line[: _MOST_SHOWN - 1] + "…"


# --- roles --------------------------------------------------------------------------------------------------------
def _unknown_roles(path: Path, known: Set[str]) -> Iterator[ReaderError]:
    """Roles in a file that no theme has, nor what stands before a dot in them."""
    opened = open_rules(path)
    if opened.errors or not opened.files:
        return
    root = opened.files[-1].root.mapping("a rule file")
    for rule in root["rules"].items("rules") if "rules" in root else ():
        for node in _roles_in(rule):
            role = str(node.value)
            parts = role.split(".")
            if not any(".".join(parts[:n]) in known for n in range(1, len(parts) + 1)):
                hint = did_you_mean(role, frozenset(known))
                yield node.error(f"no theme has the role '{role}'{hint if hint.startswith(';') else ''}")


def _roles_in(rule: Node) -> Iterator[Node]:
    parts = rule.value if isinstance(rule.value, Mapping) else {}
    styles = [parts[key] for key in ("style",) if key in parts]
    if "captures" in parts and isinstance(parts["captures"].value, Mapping):
        styles += parts["captures"].value.values()
    for style in styles:
        if isinstance(style.value, str):
            yield style
        elif isinstance(style.value, Mapping):
            yield from (style.value[key] for key in ("role",) if key in style.value)
