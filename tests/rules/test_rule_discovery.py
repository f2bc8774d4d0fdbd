"""Where rules are found, what wins, and what an article's front matter may say."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article.load import load_bytes
from reader.article.model import Article, Wishes
from reader.read import read
from reader.rules.discover import rule_files, rules_for
from reader.rules.files import builtin_path
from reader.rules.model import RuleSet


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def rule(word: str, id_: str = "it") -> str:
    return f"version: 1\nrules: [{{id: {id_}, match: {{words: [{word}]}}}}]"


def article(folder: Path, head: str = "", text: str = "It may close. The mill and the dam cost €4 million.") -> Article:
    source = f"---\ntitle: News\n{head}\n---\n\n{text}\n"
    return load_bytes(source.encode(), path=str(folder / "a.md"))


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config"


def loaded(of: Article, config: Path, *asked: Path) -> RuleSet:
    found = rules_for(of, asked, config=config)
    assert found is not None and found.errors == ()
    return found.rules


def test_files_go_from_the_users_folder_over_the_one_beside_the_article_to_those_asked_for(
    tmp_path: Path, config: Path
) -> None:
    here = tmp_path / "here"
    b, a = write(config / "rules" / "b.yaml", rule("b")), write(config / "rules" / "a.yaml", rule("a"))
    write(config / "rules" / "notes.txt", "")
    beside, asked = write(here / "reader.yaml", rule("c")), write(tmp_path / "x.yaml", rule("d"))
    assert rule_files(str(here / "a.txt"), [asked], config) == (a, b, beside, asked)
    assert rule_files("-", [asked, a], config) == (b, asked, a)
    assert rule_files(str(tmp_path / "a.txt"), [], tmp_path / "none") == ()


def test_the_last_file_wins_where_rules_have_the_same_id(tmp_path: Path, config: Path) -> None:
    of = article(tmp_path / "here")
    write(config / "rules" / "a.yaml", rule("mill") + "\n")
    assert [m.span.of(of.text) for m in read(of, loaded(of, config)).matches] == ["mill"]
    write(tmp_path / "here" / "reader.yaml", rule("dam"))
    assert [m.span.of(of.text) for m in read(of, loaded(of, config)).matches] == ["dam"]
    asked = write(tmp_path / "x.yaml", rule("close"))
    assert [m.span.of(of.text) for m in read(of, loaded(of, config, asked)).matches] == ["close"]


def test_without_files_or_wishes_there_is_nothing_to_load(tmp_path: Path, config: Path) -> None:
    assert rules_for(article(tmp_path), config=config) is None
    assert rules_for(load_bytes(b"Words."), config=config) is None


# --- front matter -------------------------------------------------------------------------------------------------
def test_front_matter_switches_sets_and_rules_on_and_off_and_adds_words(tmp_path: Path, config: Path) -> None:
    write(config / "rules" / "a.yaml", rule("mill"))
    of = article(tmp_path, "reader: {rules: {on: [hedging, numbers], off: [it, count]}, words: {hedges: [cost]}}")
    assert of.wishes == Wishes(("hedging", "numbers"), ("it", "count"), (("hedges", ("cost",)),))
    found = read(of, loaded(of, config)).matches
    assert [(m.rule, m.span.of(of.text)) for m in found] == [
        ("hedge", "may"), ("hedge", "cost"), ("money", "€4 million"),
    ]  # fmt: skip


def test_front_matter_cannot_switch_off_what_the_command_line_asks_for(tmp_path: Path, config: Path) -> None:
    of = article(tmp_path, "reader: {rules: {off: [hedging, hedge]}}")
    assert [rule.on for rule in loaded(of, config, builtin_path("hedging")).rules] == [True]
    write(config / "rules" / "a.yaml", "version: 1\nextends: builtin/hedging")
    assert [rule.on for rule in loaded(of, config).rules] == [False]


@pytest.mark.parametrize(
    "head",
    [
        "reader: {rules: [{id: x, match: {regex: a}}]}",
        "reader: {rules: {on: [{id: x}]}}",
        "reader: {extends: [../x.yaml]}",
        "reader: {words: [may]}",
        "reader: 7",
    ],
)
def test_front_matter_with_anything_else_is_passed_over_with_a_notice(tmp_path: Path, head: str) -> None:
    of = article(tmp_path, head)
    assert of.wishes == Wishes() and of.metadata.title == "News"
    assert len(of.notices) == 1 and of.notices[0].startswith("passed over: front matter:3:")


def test_front_matter_brings_no_pattern_and_no_path(tmp_path: Path, config: Path) -> None:
    write(tmp_path / "x.yaml", rule("mill"))
    of = article(
        tmp_path,
        "reader: {rules: {on: [./x.yaml, ../x.yaml, builtin/../x, core]}, words: {hedges: ['*', '@x', 'a.*b']}}",
    )
    found = rules_for(of, config=config)
    assert found is not None and found.rules.rules == ()
    assert len(found.errors) == 6 and all(str(error).startswith(f"{of.path}: front matter: ") for error in found.errors)


def test_words_from_front_matter_are_never_names_of_other_lists(tmp_path: Path, config: Path) -> None:
    of = article(tmp_path, "reader: {rules: {on: vague}, words: {vague: ['@says']}}")
    found = rules_for(replace(of), config=config)
    assert found is not None
    assert [m.span.of(of.text) for m in read(of, found.rules).matches] == []


# --- the command line ---------------------------------------------------------------------------------------------
def test_export_finds_rules_where_they_lie_and_tells_what_is_wrong_with_them(tmp_path: Path) -> None:
    home = tmp_path / "home"
    write(home / "reader" / "rules" / "mine.yaml", rule("mill", "mine"))
    write(tmp_path / "a.txt", "The mill and the dam.\n")
    write(tmp_path / "reader.yaml", rule("dam", "beside"))

    def export() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "reader", "export", str(tmp_path / "a.txt")]
        env = {"XDG_CONFIG_HOME": str(home), "PATH": "/usr/bin:/bin"}
        return subprocess.run(command, capture_output=True, text=True, check=False, env=env)

    done = export()
    assert (done.returncode, done.stderr) == (0, "")
    assert [match["rule"] for match in json.loads(done.stdout)["matches"]] == ["mine", "beside"]
    write(tmp_path / "reader.yaml", "version: 1\nrules: [{id: x}]")
    done = export()
    assert done.returncode == 1
    assert done.stderr == f"reader: {tmp_path / 'reader.yaml'}:2:9: rule 'x' needs 'match'\n"
    assert [match["rule"] for match in json.loads(done.stdout)["matches"]] == ["mine"]
