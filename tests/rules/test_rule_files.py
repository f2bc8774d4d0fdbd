"""Rule files that extend others, reloads, and what is left when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_tools import article_of, run

from reader.errors import ReaderError
from reader.resources import builtin_rules_folder
from reader.rules.files import find_rules
from reader.rules.load import load_rules, try_rules
from reader.rules.model import RuleSet


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"version: 1\n{text}\n", "utf-8")
    return path


def words_found(rules: RuleSet, text: str) -> list[tuple[str, str]]:
    return [(match.rule, match.span.of(text)) for match in run(rules, article_of(text)).matches]


def error_of(path: Path) -> str:
    with pytest.raises(ReaderError) as error:
        load_rules([path])
    return str(error.value)


# --- extends ------------------------------------------------------------------------------------------------------
def test_a_file_has_the_rules_words_and_lists_of_those_that_it_extends_and_replaces_by_name(tmp_path: Path) -> None:
    write(
        tmp_path,
        "base.yaml",
        "words: {mills: [mill], dams: [dam]}\nlists: {a: {title: A}, b: {}}\n"
        "rules:\n- {id: mill, match: {words: '@mills'}}\n- {id: dam, match: {words: '@dams'}, list: a}",
    )
    top = write(
        tmp_path,
        "top.yaml",
        "extends: ./base.yaml\nwords: {mills: ['@mills', kiln]}\nlists: {a: {title: Other}}\n"
        "rules:\n- {id: dam, match: {words: [weir]}, list: b}\n- {id: both, match: {any: [{rule: mill}, {rule: dam}]}}",
    )
    rules = load_rules([top])
    assert words_found(rules, "mill kiln dam weir") == [
        ("mill", "mill"), ("both", "mill"), ("mill", "kiln"), ("both", "kiln"), ("dam", "weir"), ("both", "weir"),
    ]  # fmt: skip
    assert [(tab.name, tab.title) for tab in rules.lists] == [("a", "Other"), ("b", "B")]
    assert [tab.name for tab in rules.tabs] == ["b"]
    assert rules.sets == (str(tmp_path / "base.yaml"), str(top))
    assert rules.files == (top, tmp_path / "base.yaml")
    assert rules.rule("mill").place.file == str(tmp_path / "base.yaml")


def test_built_in_sets_are_extended_by_name_and_rules_of_theirs_switched_off(tmp_path: Path) -> None:
    path = write(tmp_path, "x.yaml", "extends: [builtin/vague, builtin/hedging]\noff: hedge\nrules: []")
    rules = load_rules([path])
    assert {rule.set for rule in rules.rules} == {"builtin/vague", "builtin/hedging"}
    assert [rule.id for rule in rules.rules if not rule.on] == ["hedge"]


def test_a_file_that_is_extended_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "c.yaml", "rules: [{id: c, match: {words: [c]}}]")
    write(tmp_path, "sub/b.yaml", "rules: [{id: b, match: {words: [b]}}]")
    write(tmp_path, "a.yaml", "extends: [c.yaml]")
    path = write(tmp_path, "x.yaml", "extends: [./a.yaml, ./sub/b.yaml, c.yaml]")
    assert [rule.id for rule in load_rules([path]).rules] == ["c", "b"]


def test_extends_stays_in_its_folder(tmp_path: Path) -> None:
    outside = write(tmp_path, "out.yaml", "rules: []")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(outside)
    (inside / "loop.yaml").symlink_to(inside / "loop.yaml")
    (inside / "folder.yaml").mkdir()
    for entry, message in [
        ("../out.yaml", "it lies outside the folder of this file"),
        ("link.yaml", "it lies outside the folder of this file"),
        ("./a/../../out.yaml", "it lies outside the folder of this file"),
        (str(outside), "write builtin/NAME, or a file of this folder as ./name.yaml"),
        ("../../etc/passwd", "write builtin/NAME, or a file of this folder as ./name.yaml"),
        ("loop.yaml", "cannot be read"),
        ("none.yaml", "no such file"),
        ("folder.yaml", "no such file"),
    ]:
        path = write(inside, "x.yaml", f"extends:\n- '{entry}'")
        assert error_of(path) == f"{path}:3:3: extends '{entry}': {message}"


def test_extending_itself_or_in_a_circle_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "x.yaml", "extends: x.yaml")
    assert error_of(path) == f"{path}:2:10: extends itself"
    a, b = write(tmp_path, "a.yaml", "extends: b.yaml"), write(tmp_path, "b.yaml", "extends: [a.yaml]")
    assert error_of(a) == f"{b}:2:11: extends in a circle"


def test_what_is_wrong_in_an_extended_file_is_told_there(tmp_path: Path) -> None:
    base = write(tmp_path, "base.yaml", "rules: [{id: a, match: {words: ['*']}}]")
    path = write(tmp_path, "x.yaml", "extends: base.yaml")
    assert error_of(path) == f"{base}:2:33: '*' has no word in it"
    base.write_text("version: 1\nrules: [", "utf-8")
    assert error_of(path).startswith(f"{base}:2:9: not valid YAML")


def test_many_files_are_refused(tmp_path: Path) -> None:
    for i in range(60):
        write(tmp_path, f"{i}.yaml", f"extends: {i + 1}.yaml")
    write(tmp_path, "60.yaml", "rules: []")
    assert "extends more than 50 files" in error_of(tmp_path / "0.yaml")


# --- going on with what is right ----------------------------------------------------------------------------------
def test_a_rule_that_is_wrong_is_left_out_with_those_that_need_it_and_the_others_stay(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "x.yaml",
        "words: {bad: ['*']}\nrules:\n- {id: a, match: {regex: '['}}\n- {id: b, match: {rule: a}}\n"
        "- {id: c, match: {words: [c], regex: c}}\n- {id: d, match: {words: '@bad'}}\n- {id: e, match: {words: [e]}}\n"
        "- {id: f, match: {rule: g}}\n- {id: g, match: {rule: f}}",
    )
    loaded = try_rules([path])
    assert [rule.id for rule in loaded.rules.rules] == ["e"]
    assert [(error.line, error.file) for error in loaded.errors] == [(n, str(path)) for n in (2, 4, 6, 9)]


def test_a_reload_keeps_the_last_good_rules_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    one = write(tmp_path, "1.yaml", "rules: [{id: a, match: {words: [a]}}]")
    two = write(tmp_path, "2.yaml", "rules: [{id: b, match: {words: [b]}}, {id: c, match: {words: [c]}}]")
    first = try_rules([one, two])
    assert first.errors == () and first.rules.files == (one, two)
    one.write_text("version: 1\nrules: [", "utf-8")
    write(tmp_path, "2.yaml", "rules: [{id: b, match: {}}, {id: d, match: {words: [d]}}]")
    second = try_rules([one, two], first.rules)
    assert [rule.id for rule in second.rules.rules] == ["a", "d"]
    assert [(error.file, error.line) for error in second.errors] == [(str(one), 2), (str(two), 2)]
    assert second.rules.files == (one, two)
    one.unlink()
    third = try_rules([one, two], second.rules)
    assert [rule.id for rule in third.rules.rules] == ["a", "d"] and "no such file" in str(third.errors[0])
    assert [rule.id for rule in try_rules([one, two]).rules.rules] == ["d"]


def test_a_set_is_found_by_its_bare_name_or_as_builtin() -> None:
    assert find_rules("builtin/hedging") == find_rules("hedging") == builtin_rules_folder() / "hedging.yaml"
    with pytest.raises(ReaderError, match="did you mean 'hedging'"):
        find_rules("builtin/hedgin")
