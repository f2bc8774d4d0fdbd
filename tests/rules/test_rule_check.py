"""Tests inside rule files, the sets that come with the program, and the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from rule_tools import article_of, run

from reader import cli
from reader.article.load import load_bytes
from reader.read import read
from reader.resources import builtin_rules_folder
from reader.rules import search
from reader.rules.check import check_rules
from reader.rules.load import load_builtin, load_rules, parse_rules
from reader.rules.schema import rules_schema
from reader.tui.themes import ROLES

BUILTIN = sorted(builtin_rules_folder().glob("*.yaml"))
RULE = "version: 1\nrules:\n- id: it\n  match: {words: [mill, dam]}\n  tests:\n"


def failures(folder: Path, tests: str) -> list[str]:
    path = folder / "r.yaml"
    path.write_text(RULE + tests, "utf-8")
    return [str(failure.error).removeprefix(f"{path}:") for failure in check_rules(path).failures]


def test_a_hit_is_exactly_what_is_marked(tmp_path: Path) -> None:
    assert failures(tmp_path, "    hit: ['The [[mill]] and the [[dam]].', 'Any mill.']\n    miss: ['A milling.']") == []
    assert failures(tmp_path, "    hit:\n    - The [[mill]] and the dam.\n    - '[[The]] mill'\n    - Nothing.") == [
        "7:7: rule 'it' does not match as marked; matched [[dam]]",
        "8:7: rule 'it' does not match as marked; missed [[The]]; matched [[mill]]",
        "9:7: rule 'it' matches nothing here",
    ]


def test_a_miss_has_no_match(tmp_path: Path) -> None:
    assert failures(tmp_path, "    miss: [A mill and a dam.]") == [
        "6:12: rule 'it' must not match; matched [[mill]], [[dam]]"
    ]


def test_a_failure_shows_what_was_wanted_and_what_is(tmp_path: Path) -> None:
    failures(tmp_path, "    hit: ['The [[mill]] and\\n the dam.', Nothing.]\n    miss: [A dam.]")
    first, second, third = check_rules(tmp_path / "r.yaml").failures
    assert first.diff == ("- The [[mill]] and\\n the dam.", "+ The [[mill]] and\\n the [[dam]].")
    assert second.diff == ()
    assert third.diff == ("- A dam.", "+ A [[dam]].")


def test_a_role_that_no_theme_has_is_a_warning_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(
        "version: 1\nrules:\n- {id: a, match: {regex: '(?P<n>b)'}, style: matsh, captures: {n: {role: quote.x}}}\n"
        "- {id: b, match: {words: [b]}, style: {role: mat.x, bold: true}}",
        "utf-8",
    )
    report = check_rules(path, {"match", "quote"})
    assert [str(warning).removeprefix(f"{path}:") for warning in report.warnings] == [
        "3:46: no theme has the role 'matsh'; did you mean 'match'?",
        "4:46: no theme has the role 'mat.x'; did you mean 'match'?",
    ]
    assert report.passed and check_rules(path).warnings == ()


def test_everything_wrong_is_reported_and_the_rules_that_are_right_are_tested(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(RULE + "    hit: [Nothing.]\n- {id: x, match: {words: '@y'}}\n- {id: z}", "utf-8")
    report = check_rules(path)
    assert [error.line for error in report.errors] == [7, 8] and len(report.failures) == 1 and not report.passed


def test_a_report_counts_rules_and_tests(tmp_path: Path) -> None:
    failures(tmp_path, "    hit: [A mill., Nothing.]\n    miss: [Else.]")
    report = check_rules(tmp_path / "r.yaml")
    assert (report.rules, report.tests, len(report.failures)) == (1, 3, 1)


# --- the sets of the program --------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", BUILTIN, ids=lambda path: path.stem)
def test_a_built_in_set_passes_the_tests_inside_it(path: Path) -> None:
    report = check_rules(path)
    assert report.errors == () and [str(failure.error) for failure in report.failures] == []
    assert report.tests >= report.rules > 0 or path.stem == "core"


@pytest.mark.parametrize("path", BUILTIN, ids=lambda path: path.stem)
def test_a_built_in_rule_says_why_and_has_a_style_that_every_theme_knows(path: Path) -> None:
    assert check_rules(path, ROLES.keys()).warnings == ()
    for rule in load_builtin(path.stem).rules:
        assert rule.why and (rule.style.role or rule.links)


def test_built_in_sets_can_be_used_together() -> None:
    rules = load_rules(BUILTIN)
    own = {(rule.id, rule.set) for path in BUILTIN for rule in load_builtin(path.stem).rules}
    assert {(rule.id, rule.set) for rule in rules.rules} == own and len(rules.rules) == len(own)
    assert all(rule.on for rule in rules.rules) and all(rule.on for rule in load_rules(BUILTIN[::-1]).rules)


def test_rules_that_a_set_only_looks_for_are_not_shown_and_fill_no_list() -> None:
    rules = load_builtin("unsourced")
    assert not rules.rule("money").on and [tab.name for tab in rules.tabs] == ["claims"]
    found = run(rules, article_of("The new bridge cost €4 million."))
    assert [match.rule for match in found.matches] == ["unsourced-figure"]


# --- the command line ---------------------------------------------------------------------------------------------
def reader(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "reader", *arguments], capture_output=True, text=True, check=False)


def test_check_prints_what_passed_and_lines_for_what_did_not(tmp_path: Path) -> None:
    good, bad, broken = tmp_path / "good.yaml", tmp_path / "bad.yaml", tmp_path / "broken.yaml"
    good.write_text(RULE + "    hit: ['A [[mill]].']", "utf-8")
    bad.write_text(RULE + "    miss: [A mill.]", "utf-8")
    broken.write_text("version: 1\nrule: []", "utf-8")
    done = reader("rules", "check", str(good))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{good}: 1 rule, 1 test passed\n", "")
    done = reader("rules", "check", str(broken), str(bad), str(good))
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{broken}: 0 rules, 0 tests passed, 1 error",
        f"{bad}: 1 rule, 0 of 1 test passed",
        f"{good}: 1 rule, 1 test passed",
    ]
    assert done.stderr.splitlines() == [
        f"reader: {broken}:2:1: unknown key 'rule' in a rule file; did you mean 'rules'?",
        f"reader: {bad}:6:12: rule 'it' must not match; matched [[mill]]",
        "  - A mill.",
        "  + A [[mill]].",
    ]


@pytest.mark.parametrize("arguments", [[], ["check"], ["schema", "x"], ["no-such"], ["check", "--x", "f"]])
def test_rules_used_wrongly_is_one_line_and_status_2(arguments: list[str]) -> None:
    done = reader("rules", *arguments)
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1


def test_the_schema_is_printed_as_json() -> None:
    done = reader("rules", "schema")
    assert (done.returncode, done.stderr) == (0, "") and json.loads(done.stdout) == rules_schema()


def test_export_has_the_matches_of_the_sets_that_were_asked_for_and_their_links(tmp_path: Path) -> None:
    article, rules = tmp_path / "a.txt", tmp_path / "r.yaml"
    article.write_text("“The mill stays open,” said Oda Brandt. It may cost €4 million.\n", "utf-8")
    rules.write_text(
        "version: 1\nrules:\n"
        r"- {id: it, match: {regex: '\b(?P<what>mill)\b'}, link: {to: quotes, within: sentence, rel: in}}",
        "utf-8",
    )
    assert json.loads(reader("export", str(article)).stdout)["matches"] == []
    done = reader("export", "--rules", str(rules), "--rules", "hedging", str(article))
    assert (done.returncode, done.stderr) == (0, "")
    value = json.loads(done.stdout)
    assert value["matches"] == [
        {"id": "m1", "rule": "it", "span": [5, 9], "captures": {"what": [5, 9]}},
        {"id": "m2", "rule": "hedge", "span": [43, 46], "captures": {}},
    ]
    assert {"from": "m1", "to": "q1", "rel": "in"} in value["links"]


@pytest.mark.parametrize("command", [["export"], []])
def test_a_bad_rule_file_ends_before_anything_is_written_or_shown(tmp_path: Path, command: list[str]) -> None:
    article, rules = tmp_path / "a.txt", tmp_path / "r.yaml"
    article.write_text("The mill.\n", "utf-8")
    rules.write_text("version: 1\nrules:\n- {id: it, match: {regex: '(a|aa)+$'}}", "utf-8")
    done = reader(*command, "--rules", str(rules), str(article))
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"reader: {rules}:3:27: the regex can take too long")


def test_a_reading_knows_the_lists_and_what_went_wrong_with_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    article = load_bytes(b"The mill.", path="a.txt")
    rules = parse_rules("version: 1\nlists: {mills: {}}\nrules: [{id: it, match: {regex: mill}, list: mills}]", "r")
    reading = read(article, rules)
    assert [tab.title for tab in reading.lists] == ["Mills"]
    assert [match.list for match in reading.matches] == ["mills"] and reading.rule_notices == ()
    monkeypatch.setattr(search, "REGEX_SECONDS", -1)
    assert "rule 'it' (r:3:14) was switched off" in read(article, rules).rule_notices[0]
    assert read(article).matches == ()


def test_export_tells_of_a_rule_that_was_switched_off_and_ends_with_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    article, rules = tmp_path / "a.txt", tmp_path / "r.yaml"
    article.write_text("The mill.\n", "utf-8")
    rules.write_text("version: 1\nrules: [{id: it, match: {regex: mill}}]", "utf-8")
    monkeypatch.setattr(search, "REGEX_SECONDS", -1)
    out = tmp_path / "out.json"
    assert cli.main(["export", "--rules", str(rules), "-o", str(out), str(article)]) == 1
    assert json.loads(out.read_text("utf-8"))["matches"] == []
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"reader: {article}: rule 'it' ({rules}:2:14) was switched off")
