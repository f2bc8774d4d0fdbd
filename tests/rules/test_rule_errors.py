"""Everything that can be wrong in a rule file, each told at its line and column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.rules.load import find_rules, load_builtin, load_rules, parse_rules

HEAD = "version: 1\nwords: {hedges: [may]}\nlists: {claims: {}}\nrules:\n"
"""Four lines: a rule under it begins on line 5."""


def error_of(text: str) -> str:
    with pytest.raises(ReaderError) as error:
        parse_rules(text, "f")
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 1", "f:1:1: a rule file must be a mapping"),
        ("rules: []", "f:1:1: a rule file needs 'version'"),
        ("version: 1", "f:1:1: a rule file needs 'rules'"),
        ("version: 2\nrules: []", "f:1:10: only version 1 is known"),
        ("version: '1'\nrules: []", "f:1:10: version must be a whole number"),
        ("version: 1\nrule: []", "f:2:1: unknown key 'rule' in a rule file; did you mean 'rules'?"),
        ("version: 1\nextends: [core]", "f:2:1: unknown key 'extends' in a rule file (known: lists, rules, version, w"),
        ("version: 1\nversion: 1", "f:2:1: duplicate key 'version' (first on line 1)"),
        ("version: 1\nrules: {}", "f:2:8: rules must be a list"),
        ("version: 1\nwords: [a]\nrules: []", "f:2:8: words must be a mapping"),
        ("version: 1\nwords: {a: b}\nrules: []", "f:2:12: the list 'a' must be a list"),
        ("version: 1\nwords: {a: []}\nrules: []", "f:2:12: the list 'a' is empty"),
        ("version: 1\nwords: {a: [b, '*']}\nrules: []", "f:2:16: '*' has no word in it"),
        ("version: 1\nwords: {a: [b, [c]]}\nrules: []", "f:2:16: a word must be a text"),
        ("version: 1\nlists: {A b: {}}\nrules: []", "f:2:9: list name 'A b' must be small letters"),
        ("version: 1\nlists: {a: {titel: b}}\nrules: []", "f:2:13: unknown key 'titel' in the list 'a'; did you mean"),
        ("version: 1\nlists: {a: {title: [b]}}\nrules: []", "f:2:20: title must be a text"),
        ("version: 1\nlists: {a: {group_by: rules}}\nrules: []", "f:2:23: unknown group_by 'rules'; did you mean 'rul"),
        ("version: 1\nlists: {a: {sort: date}}\nrules: []", "f:2:19: unknown sort 'date'; only 'text'"),
        ("version: 1\nrules: &a []", "f:2:8: anchors and aliases"),
        ("version: 1\nrules: !!python/object:x []", "f:2:8: tags"),
        ("version: 1\nrules: [\"\\e[31m\"]", "f:2:9: control character U+001B"),
        ("version: 1\nrules: " + "[" * 40, "f:2:39: is nested more than 32 deep"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_told_at_its_place(text: str, expected: str) -> None:
    assert error_of(text).startswith(expected)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("- 7", "5:3: a rule must be a mapping"),
        ("- {match: {words: [a]}}", "5:3: a rule needs 'id'"),
        ("- {id: A, match: {words: [a]}}", "5:8: id 'A' must be up to 64 small letters"),
        ("- {id: a}", "5:3: rule 'a' needs 'match'"),
        ("- {id: a, mach: {words: [a]}}", "5:11: unknown key 'mach' in a rule; did you mean 'match'?"),
        ("- {id: a, match: {words: [a]}, captures: {}}", "5:32: unknown key 'captures' in a rule"),
        ("- {id: a, match: {words: [a]}}\n- {id: a, match: {words: [a]}}", "6:8: duplicate rule id 'a' (first on lin"),
        ("- {id: a, match: words}", "5:18: match must be a mapping"),
        ("- {id: a, match: {}}", "5:18: match needs one of: any, entity, key_point, quote, regex, words"),
        ("- {id: a, match: {words: [a], regex: b}}", "5:31: match has two seeds, 'words' and 'regex'; use 'any'"),
        ("- {id: a, match: {rule: b}}", "5:19: unknown key 'rule' in match (known: any, entity"),
        ("- {id: a, match: {word: [b]}}", "5:19: unknown key 'word' in match; did you mean 'words'?"),
        ("- {id: a, match: {words: may}}", "5:26: words must be a list, or the name of one as \"@name\""),
        ("- {id: a, match: {words: '@hedge'}}", "5:26: unknown word list '@hedge'; did you mean '@hedges'?"),
        ("- {id: a, match: {words: [b, '@hedge']}}", "5:30: unknown word list '@hedge'; did you mean"),
        ("- {id: a, match: {words: []}}", "5:26: words is empty"),
        ("- {id: a, match: {words: [b*c]}}", "5:27: 'b*c': a * stands at the end"),
        ("- {id: a, match: {words: [true]}}", "5:27: a word must be a text"),
        ("- {id: a, match: {regex: '['}}", "5:26: the regex is not valid: unterminated character set"),
        ("- {id: a, match: {regex: 'a*'}}", "5:26: the regex can match the empty text"),
        ("- {id: a, match: {regex: '(a|aa)+$'}}", "5:26: the regex can take too long"),
        ("- {id: a, match: {regex: [b]}}", "5:26: regex must be a text"),
        ("- {id: a, match: {entity: Ada}}", "5:27: entity must be a mapping"),
        ("- {id: a, match: {entity: {}}}", "5:27: entity needs a 'name', a 'label'"),
        ("- {id: a, match: {entity: {aliases: [b]}}}", "5:28: aliases need a 'name' beside them"),
        ("- {id: a, match: {entity: {label: PERSN}}}", "5:35: unknown label 'PERSN'; did you mean 'PERSON'?"),
        ("- {id: a, match: {entity: {label: []}}}", "5:35: label is empty"),
        ("- {id: a, match: {entity: {mention: nick}}}", "5:37: unknown mention 'nick'"),
        ("- {id: a, match: {quote: all}}", "5:26: quote must be a mapping"),
        ("- {id: a, match: {quote: {}}}", "5:26: quote needs 'by' or 'kind'"),
        ("- {id: a, match: {quote: {kind: [direct, indirekt]}}}", "5:42: unknown kind 'indirekt'; did you mean 'indi"),
        ("- {id: a, match: {key_point: 1}}", "5:30: key_point must be 'any'"),
        ("- {id: a, match: {any: []}}", "5:24: any is empty"),
        ("- {id: a, match: {any: [{quote: any}, {}]}}", "5:39: an item of any needs one of"),
        ("- {id: a, match: {words: [b]}, where: {on: quote}}", "5:40: unknown key 'on' in where"),
        ("- {id: a, match: {words: [b]}, where: {in: quotes}}", "5:44: unknown in 'quotes'; did you mean 'quote'?"),
        ("- {id: a, match: {words: [b]}, where: {not_in: [quote, head]}}", "5:56: unknown not_in 'head'"),
        ("- {id: a, match: {words: [b]}, where: {with: {words: [c]}}}", "5:46: with needs 'within'"),
        ("- {id: a, match: {words: [b]}, where: {with: {within: sentence}}}", "5:46: with needs one of: entity, quote"),
        ("- {id: a, match: {words: [b]}, where: {with: {regex: c}}}", "5:47: unknown key 'regex' in with"),
        ("- {id: a, match: {words: [b]}, where: {without: {quote: any, within: sentense}}}",
         "5:70: within must be sentence, paragraph or \"N words\" (N from 1 to 1000), not 'sentense'; did you mean"),
        ("- {id: a, match: {words: [b]}, where: {with: {quote: any, within: 0 words}}}", "5:67: within must be"),
        ("- {id: a, match: {words: [b]}, mark: sentences}", "5:38: unknown mark 'sentences'; did you mean 'sentence'?"),
        ("- {id: a, match: {words: [b]}, style: {role: c}}", "5:39: style must be a text"),
        ("- {id: a, match: {words: [b]}, style: Red!}", "5:39: style 'Red!' must be a role of the theme"),
        ("- {id: a, match: {words: [b]}, priority: high}", "5:42: priority must be a whole number"),
        ("- {id: a, match: {words: [b]}, priority: 101}", "5:42: priority must be from 0 to 100"),
        ("- {id: a, match: {words: [b]}, list: claim}", "5:38: unknown list 'claim'; did you mean 'claims'?"),
        ("- {id: a, match: {words: [b]}, link: {within: sentence}}", "5:38: a link needs 'to'"),
        ("- {id: a, match: {words: [b]}, link: {to: quotes, within: sentence}}", "5:43: unknown to 'quotes'; did you"),
        ("- {id: a, match: {words: [b]}, link: {to: quote}}", "5:38: a link needs 'within'"),
        ("- {id: a, match: {words: [b]}, link: {to: quote, within: 3 words}}", "5:58: within must be sentence, parag"),
        ("- {id: a, match: {words: [b]}, link: {to: quote, within: sentence, rel: Said!}}", "5:73: rel 'Said!' must"),
        ("- {id: a, match: {words: [b]}, link: {to: quote, within: sentence, rel: said_by}}", "5:73: rel 'said_by' is"),
        ("- {id: a, match: {words: [b]}, tests: {hits: [b]}}", "5:40: unknown key 'hits' in tests; did you mean 'hit'"),
        ("- {id: a, match: {words: [b]}, tests: {hit: ['[[b']}}", "5:46: [[ without a ]] after it"),
        ("- {id: a, match: {words: [b]}, tests: {hit: ['b]]']}}", "5:46: ]] without a [[ before it"),
        ("- {id: a, match: {words: [b]}, tests: {miss: ['[[b]]']}}", "5:47: a miss has nothing to mark"),
        ("- {id: a, match: {words: [b]}, tests: {hit: [' ']}}", "5:46: a test needs a text"),
        ("- {id: a, why: [b], match: {words: [b]}}", "5:16: why must be a text"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule_is_told_at_its_place(rule: str, expected: str) -> None:
    assert error_of(HEAD + rule).startswith(f"f:{expected}")


@pytest.mark.parametrize(
    "data", [b"version: 1\n\xff", b"", b"\x00", b"a: \x1b]0;x\x07", b"- " * 200_000, b"x" * 5_000_000]
)
def test_a_file_of_anything_is_one_clear_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(data)
    with pytest.raises(ReaderError) as error:
        load_rules([path])
    assert str(error.value).startswith(f"{path}")


def test_a_file_that_is_not_there_or_none_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(ReaderError, match=r"no such file|is not a file"):
            load_rules([path])


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(f"version: 1\n{text}", "utf-8")
    return folder / name


def test_several_files_are_one_set_and_clashes_between_them_are_told(tmp_path: Path) -> None:
    one = write(tmp_path, "1.yaml", "lists: {a: {title: A}}\nrules: [{id: x, match: {words: [a]}, list: a}]")
    two = write(tmp_path, "2.yaml", "lists: {a: {title: A}}\nrules: [{id: y, match: {words: [a]}, list: a}]")
    rules = load_rules([one, two])
    assert [r.id for r in rules.rules] == ["x", "y"] and [t.title for t in rules.lists] == ["A"]
    with pytest.raises(ReaderError, match=rf"^{one}:3:14: duplicate rule id 'x' \(first at {one}:3:14\)"):
        load_rules([one, one])
    other = write(tmp_path, "3.yaml", "lists: {a: {title: B}}\nrules: []")
    with pytest.raises(ReaderError, match=rf"^{other}: list 'a' has another title"):
        load_rules([one, other])


def test_a_bare_name_is_a_set_of_the_program_and_else_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").write_text("", "utf-8")
    (tmp_path / "hedging").write_text("", "utf-8")
    assert find_rules("hedging").name == "hedging.yaml"
    assert find_rules("./hedging") == Path("./hedging")
    assert find_rules("mine") == Path("mine")
    assert find_rules("r/x.yaml") == Path("r/x.yaml")
    with pytest.raises(ReaderError, match=r"^hedgin: no such file, .*did you mean 'hedging'\?"):
        find_rules("hedgin")


def test_a_built_in_set_is_loaded_by_name_only() -> None:
    assert load_builtin("core").rules
    for name in ("none", "../core", "core.yaml", "/etc/passwd"):
        with pytest.raises(ReaderError, match="no rule set of that name"):
            load_builtin(name)


KEYS = st.sampled_from(
    """aliases any by entity group_by hit id in key_point kind label lists match mention miss name not_in quote regex
    rel rules sort title to version with within without words""".split()  # noqa: SIM905 (a list is a line a key)
)
LEAVES = st.sampled_from([1, "a", "@a", "any", "sentence", "2 words", "(a+)+", "quote", "PERSON", "", None, "[[a]]"])
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))
RULES = st.fixed_dictionaries(
    {"id": st.just("a"), "match": st.fixed_dictionaries({"words": st.just(["a"])}) | VALUES},
    optional=dict.fromkeys(("why", "where", "mark", "style", "priority", "list", "link", "tests"), VALUES),
)


@given(st.fixed_dictionaries({"version": st.just(1), "rules": st.lists(RULES, max_size=2) | VALUES}, optional={
    "words": VALUES, "lists": VALUES,
}))  # fmt: skip
def test_every_file_is_a_rule_set_or_an_error_with_a_place(file: object) -> None:
    try:
        parse_rules(json.dumps(file), "f")
    except ReaderError as error:
        assert error.line == 1 and error.column
