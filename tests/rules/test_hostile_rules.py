"""Rule files made to hurt: each ends in clear errors, or works."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_tools import article_of, run

from reader.resources import builtin_rules_folder
from reader.rules.build import MAX_ERRORS
from reader.rules.load import try_text
from reader.safe_yaml import load_yaml

HEAD = "version: 1\n"


def rules(each: str, count: int) -> str:
    return HEAD + "rules:\n" + "".join(f"- {each.replace('#', str(i))}\n" for i in range(count))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "x: &a [b]\nlists: *a", "f:2:4: anchors and aliases"),
        (HEAD + "x: {<<: {a: b}}", "f:2:1: unknown key 'x'"),
        ("&a [*a]", "f:1:1: anchors and aliases"),
        ("[" * 20_000, "f:1:33: is nested more than 32 deep"),
        ("!!python/object/apply:os.system ['x']", "f:1:1: tags"),
        ("version: " + "9" * 5000, "f:1:10: version must be a whole number"),
        ("version: 9999-99-99", "f:1:10: version must be a whole number"),
        (HEAD + 'lists: {a: {title: "\\e[31m"}}', "f:2:20: control character U+001B"),
        ('a: "\\ud800"', "f:1:4: half of a pair, U+D800"),
        ("a\x00b", "f:1:2: character U+0000 is not allowed"),
        (HEAD + "x: " + "a" * 2_000_000, "f: is larger than 1024 KiB"),
        (HEAD + "words: {a: ['" + "x " * 50_000 + "']}", "f:2:13: 'x x x x x x x x x x …' is longer than 500"),
        (HEAD + "rules: [{id: a, match: {regex: '(?R)'}}]", "f:2:32: the regex is not valid"),
        (HEAD + "rules: [{id: a, match: {regex: '" + "(?:a?){9}" * 50 + "b'}}]", "f:2:32: the regex can take too long"),
        (
            HEAD + "rules: [{id: a, match: {regex: '(?:(?:a{1000}){1000}){1000}'}}]",
            "f:2:32: the regex can match only texts longer",
        ),
        (HEAD + "extends: [" + "builtin/hedging, " * 5000 + "x]", ""),
        (rules("{id: r#, match: {rule: r0}}", 300), "f:3:8: rule 'r0' goes in a circle: r0 → r0"),
    ],
    ids=range(17),
)
def test_a_hostile_file_is_one_clear_error(text: str, message: str) -> None:
    errors = try_text(text, "f").errors
    assert str(errors[0]).startswith(message) if message else errors == ()


@pytest.mark.parametrize(
    "each",
    ["{id: r#, matsh#: x}", f"{{id: r#, match: {{words: '@{'w' * 60}#'}}}}", "{id: r#, match: {regex: '(a|a)*b'}}"],
)
def test_a_file_that_is_wrong_everywhere_is_told_so_often_and_no_more(each: str) -> None:
    assert len(try_text(rules(each, 400), "f").errors) == MAX_ERRORS


def test_word_lists_that_hold_one_another_over_and_over_are_bounded() -> None:
    lines = []
    for i in range(300):
        names = [f"'@l{j}'" for j in range(max(0, i - 60), i)]
        lines.append(f"  l{i}: [{', '.join([f'w{i}', *names])}]\n")
    errors = try_text(HEAD + "words:\n" + "".join(lines), "f").errors
    assert errors and "the word lists come to more than 200000 entries" in str(errors[0])


def test_thousands_of_matches_that_overlap_are_kept() -> None:
    text = "a " * 5_000
    found = run(try_text(rules("{id: r#, match: {words: [a]}}", 5), "f").rules, article_of(text.strip()))
    assert len(found.matches) == 25_000


@pytest.mark.parametrize("path", sorted(builtin_rules_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_the_quick_parser_reads_the_sets_of_the_program_as_the_other_does(path: Path) -> None:
    text = path.read_text("utf-8")
    assert load_yaml(text, "f", quick=True) == load_yaml(text, "f")
