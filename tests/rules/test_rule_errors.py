"""Everything that can be wrong in a rule file, each told at its line and column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.rules.files import find_rules
from reader.rules.load import load_builtin, load_rules, parse_rules, try_text

HEAD = "version: 1\nwords: {hedges: [may]}\nlists: {claims: {}}\nrules:\n"
"""Four lines: a rule under it begins on line 5."""


def errors_of(text: str) -> list[str]:
    return [str(error) for error in try_text(text, "f").errors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 1", "f:1:1: a rule file must be a mapping (key: value)"),
        ("rules: []", "f:1:1: a rule file needs 'version'"),
        ("version: 2\nrules: []", "f:1:10: version must be 1"),
        ("version: '1'\nrules: []", "f:1:10: version must be a whole number"),
        ("version: 1\nrule: []", "f:2:1: unknown key 'rule' in a rule file; did you mean 'rules'?"),
        ("version: 1\nversion: 1", "f:2:1: duplicate key 'version' (first on line 1)"),
        ("version: 1\nrules: {}", "f:2:8: rules must be a list"),
        ("version: 1\nwords: [a]", "f:2:8: words must be a mapping (key: value)"),
        ("version: 1\nwords: {a: b}", "f:2:12: the word list 'a' must be a list"),
        ("version: 1\nwords: {a: []}", "f:2:12: the word list 'a' is empty"),
        ("version: 1\nwords: {A: [a]}", "f:2:9: word list name 'A' must be up to 64 small letters, digits, - or _"),
        ("version: 1\nwords: {a: [b, '*']}", "f:2:16: '*' has no word in it"),
        ("version: 1\nwords: {a: [b, [c]]}", "f:2:16: an item of the word list 'a' must be a text"),
        ("version: 1\nwords: {a: ['@b']}", "f:2:13: unknown word list '@b' (known: @a)"),
        ("version: 1\nwords: {a: ['@a']}", "f:2:13: the word list '@a' holds itself, and replaces none of that name"),
        ("version: 1\nwords: {a: ['@b'], b: ['@a']}", "f:2:24: the word list '@a' goes in a circle"),
        ("version: 1\nlists: {A b: {}}", "f:2:9: list name 'A b' must be up to 64 small letters, digits, - or _"),
        ("version: 1\nlists: {a: {titel: b}}", "f:2:13: unknown key 'titel' in a list; did you mean 'title'?"),
        ("version: 1\nlists: {a: {title: [b]}}", "f:2:20: title must be a text"),
        ("version: 1\nlists: {a: {group_by: rules}}", "f:2:23: unknown group_by 'rules'; did you mean 'rule'?"),
        ("version: 1\nlists: {a: {sort: dates}}", "f:2:19: unknown sort 'dates'; did you mean 'date'?"),
        ("version: 1\noff: [a]", "f:2:7: unknown rule 'a'"),
        ("version: 1\noff: [A]", "f:2:7: off 'A' must be up to 64 small letters, digits, - or _"),
        ("version: 1\nextends: core", "f:2:10: extends 'core': write builtin/NAME, or a file of this folder a"),
        ("version: 1\nextends: [builtin/hedgin]", "f:2:11: unknown set 'builtin/hedgin'; did you mean 'builti"),
        ("version: 1\nextends: [../x.yaml]", "f:2:11: extends '../x.yaml': it lies outside the folder of this file"),
        ("version: 1\nextends: [/etc/passwd]", "f:2:11: extends '/etc/passwd': write builtin/NAME, or a file "),
        ("version: 1\nextends: [none.yaml]", "f:2:11: extends 'none.yaml': no such file"),
        ("version: 1\nextends: [[a]]", "f:2:11: extends must be a text"),
        ("version: 1\nextends: []", "f:2:10: extends is empty"),
        ("version: 1\nrules: &a []", "f:2:8: anchors and aliases (&, *) are not allowed"),
        ("version: 1\nrules: *a", "f:2:8: anchors and aliases (&, *) are not allowed"),
        ("version: 1\nrules: !!python/object:x []", "f:2:8: tags (!) are not allowed"),
        ('version: 1\nrules: ["\\e[31m"]', "f:2:9: control character U+001B is not allowed"),
        ("version: 1\nrules: " + "[" * 40, "f:2:39: is nested more than 32 deep"),
        ("version: 1\nrules: [", "f:2:9: not valid YAML: expected the node content, but found '<stream end>'"),
        ("a: 1\n---\nb: 2", "f:2:1: only one YAML document is read"),
        ("", "f: is empty"),
        ("version: 1\nrules: [\x07]", "f:2:9: character U+0007 is not allowed in YAML"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_told_at_its_place(text: str, expected: str) -> None:
    (error,) = errors_of(text)
    assert error.startswith(expected)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("- 7", "5:3: a rule must be a mapping (key: value)"),
        ("- {match: {words: [a]}}", "5:3: a rule needs 'id'"),
        ("- {id: A, match: {words: [a]}}", "5:8: id 'A' must be up to 64 small letters, digits, - or _"),
        ("- {id: 7, match: {words: [a]}}", "5:8: id must be a text: put it in quotes"),
        ("- {id: a}", "5:3: rule 'a' needs 'match'"),
        ("- {id: a, mach: {words: [a]}}", "5:11: unknown key 'mach' in rule 'a'; did you mean 'match'?"),
        ("- {id: a, match: {words: [a]}}\n- {id: a, match: {words: [a]}}",
         "6:8: duplicate rule id 'a' (first on line 5)"),
        ("- {id: person, match: {words: [a]}}", "5:8: rule id 'person' is of builtin/core; write extends: [bu"),
        ("- {id: a, match: words}", "5:18: match must be a mapping (key: value)"),
        ("- {id: a, match: {}}", "5:18: match needs one of: any, entity, key_point, quote, regex, rule, words"),
        ("- {id: a, match: {words: [a], regex: b}}", "5:31: match has both 'words' and 'regex'; use 'any' for"),
        ("- {id: a, match: {rule: b}}", "5:25: unknown rule 'b' (known: a)"),
        ("- {id: a, match: {rule: a}}", "5:8: rule 'a' goes in a circle: a → a"),
        ("- {id: a, match: {rule: b}}\n- {id: b, match: {any: [{rule: a}]}}",
         "5:8: rule 'a' goes in a circle: a → b → a"),
        ("- {id: a, match: {words: [x]}, where: {with: {rule: a, within: match}}}",
         "5:8: rule 'a' goes in a circle: a → a"),
        ("- {id: a, match: {word: [b]}}", "5:19: unknown key 'word' in match; did you mean 'words'?"),
        ("- {id: a, match: {words: may}}", '5:26: words \'may\' must be a list, or the name of one as "@name"'),
        ("- {id: a, match: {words: '@hedge'}}", "5:26: unknown word list '@hedge'; did you mean '@hedges'?"),
        ("- {id: a, match: {words: [b, '@hedge']}}", "5:30: unknown word list '@hedge'; did you mean '@hedges'?"),
        ("- {id: a, match: {words: []}}", "5:26: words is empty"),
        ("- {id: a, match: {words: [b*c]}}", "5:27: 'b*c': a * stands at the end, for any ending"),
        ("- {id: a, match: {words: [true]}}", "5:27: an item of words must be a text"),
        ("- {id: a, match: {regex: '['}}", "5:26: the regex is not valid: unterminated character set at position 0"),
        ("- {id: a, match: {regex: 'a*'}}", "5:26: the regex can match the empty text; make one part of it required"),
        ("- {id: a, match: {regex: '(a|aa)+$'}}", "5:26: the regex can take too long: repeats inside or after"),
        ("- {id: a, match: {regex: [b]}}", "5:26: regex must be a text"),
        ("- {id: a, match: {entity: Ada}}", "5:27: entity must be 'any', or a mapping (key: value)"),
        ("- {id: a, match: {entity: {}}}", "5:27: entity needs one of: aliases, label, mention, name"),
        ("- {id: a, match: {entity: {aliases: [b]}}}", "5:28: 'aliases' needs 'name' beside it"),
        ("- {id: a, match: {entity: {label: PERSN}}}", "5:35: unknown label 'PERSN'; did you mean 'PERSON'?"),
        ("- {id: a, match: {entity: {label: []}}}", "5:35: label is empty"),
        ("- {id: a, match: {entity: {mention: nick}}}", "5:37: unknown mention 'nick'; it must be name, nomin"),
        ("- {id: a, match: {quote: all}}", "5:26: quote must be 'any', or a mapping (key: value)"),
        ("- {id: a, match: {quote: {}}}", "5:26: quote needs one of: by, kind, part"),
        ("- {id: a, match: {quote: {kind: [direct, indirekt]}}}", "5:42: unknown kind 'indirekt'; did you mea"),
        ("- {id: a, match: {quote: {part: cues}}}", "5:33: unknown part 'cues'; did you mean 'cue'?"),
        ("- {id: a, match: {key_point: 1}}", "5:30: unknown key_point '1'; it must be 'any'"),
        ("- {id: a, match: {any: []}}", "5:24: any is empty"),
        ("- {id: a, match: {any: [{quote: any}, {}]}}", "5:39: an item of any needs one of: any, entity, key_"),
        ("- {id: a, match: {words: [b]}, where: {on: quote}}", "5:40: unknown key 'on' in where (known: in, n"),
        ("- {id: a, match: {words: [b]}, where: {in: quotes}}", "5:44: unknown in 'quotes'; did you mean 'quote'?"),
        ("- {id: a, match: {words: [b]}, where: {not_in: [quote, head]}}",
         "5:56: unknown not_in 'head'; did you mean 'heading'?"),
        ("- {id: a, match: {words: [b]}, where: {with: {words: [c]}}}", "5:46: a condition needs 'within'"),
        ("- {id: a, match: {words: [b]}, where: {with: {within: sentence}}}",
         "5:46: a condition needs one of: any, entity, key_point, quote, regex, rule, words"),
        ("- {id: a, match: {words: [b]}, where: {without: {quote: any, within: sentense}}}",
         "5:70: unknown within 'sentense'; did you mean 'sentence'?"),
        ("- {id: a, match: {words: [b]}, where: {with: {quote: any, within: 0 words}}}",
         '5:67: unknown within \'0 words\'; it must be match, quote, sentence, paragraph or "N words" (N from 1 '),
        ("- {id: a, match: {words: [b]}, where: {with: {quote: any, within: 1001 words}}}",
         '5:67: unknown within \'1001 words\'; it must be match, quote, sentence, paragraph or "N words" (N from'),
        ("- {id: a, match: {words: [b]}, mark: sentences}", "5:38: unknown mark 'sentences'; did you mean 'se"),
        ("- {id: a, match: {words: [b]}, style: {}}", "5:39: a style needs one of: bg, bold, dim, fg, italic,"),
        ("- {id: a, match: {words: [b]}, style: {rol: c}}", "5:40: unknown key 'rol' in a style; did you mean"),
        ("- {id: a, match: {words: [b]}, style: {bold: yes}}", "5:46: bold must be true or false"),
        ("- {id: a, match: {words: [b]}, style: {fg: red}}", "5:44: fg 'red' must be $accent, the colour of a"),
        ("- {id: a, match: {words: [b]}, style: {bg: $accent 120%}}", "5:44: bg '$accent 120%' must be $accen"),
        ("- {id: a, match: {words: [b]}, style: Red!}", "5:39: style 'Red!' must be a role of the theme, such"),
        ("- {id: a, match: {words: [b]}, style: [a]}", "5:39: style must be a role of the theme, such as matc"),
        ("- {id: a, match: {words: [b]}, captures: {n: match}}", "5:43: unknown capture 'n' (the regex has no"),
        ("- {id: a, match: {regex: '(?P<num>b)'}, captures: {nun: match}}",
         "5:52: unknown capture 'nun'; did you mean 'num'?"),
        ("- {id: a, match: {regex: '(?P<num>b)'}, captures: {num: {bold: 1}}}", "5:64: bold must be true or false"),
        ("- {id: a, match: {regex: '(?P<num>b)'}, captures: {2: match}}",
         "5:52: capture name '2' must be the name of a group"),
        ("- {id: a, match: {words: [b]}, priority: high}", "5:42: priority must be a whole number"),
        ("- {id: a, match: {words: [b]}, priority: 101}", "5:42: priority must be from 0 to 100"),
        ("- {id: a, match: {words: [b]}, list: claim}", "5:38: unknown list 'claim'; did you mean 'claims'?; "),
        ("- {id: a, match: {words: [b]}, list: {text: x}}", "5:38: list needs 'name'"),
        ("- {id: a, match: {regex: '(?P<num>b)'}, list: {name: claims, text: '{nun}'}}",
         "5:68: unknown capture '{nun}'; did you mean 'num'?"),
        ("- {id: a, match: {words: [b]}, list: {name: claims, text: '{match'}}",
         "5:59: a brace stands only around the name of a capture, as {name}"),
        ("- {id: a, match: {words: [b]}, link: {within: sentence}}", "5:38: a link needs 'to'"),
        ("- {id: a, match: {words: [b]}, link: {to: quote, within: sentence}}",
         "5:43: unknown to 'quote'; did you mean 'quotes'?"),
        ("- {id: a, match: {words: [b]}, link: {to: entity}}", "5:38: a link to entity needs 'within'"),
        ("- {id: a, match: {words: [b]}, link: {to: speaker, within: match}}",
         "5:52: a link to speaker has no 'within'"),
        ("- {id: a, match: {words: [b]}, link: {to: 'rule:b', within: match}}", "5:43: unknown rule 'b' (known: a)"),
        ("- {id: a, match: {words: [b]}, link: {to: entity, within: sentence, rel: Said!}}",
         "5:74: rel 'Said!' must be up to 40 small letters, digits, spaces, - or _"),
        ("- {id: a, match: {words: [b]}, link: {to: entity, within: sentence, rel: said_by}}",
         "5:74: rel 'said_by' is the program's word for links to speaker; choose another"),
        ("- {id: a, match: {words: [b]}, tests: {hits: [b]}}", "5:40: unknown key 'hits' in tests; did you me"),
        ("- {id: a, match: {words: [b]}, tests: {hit: ['[[b']}}", "5:46: [[ without a ]] after it"),
        ("- {id: a, match: {words: [b]}, tests: {hit: ['b]]']}}", "5:46: ]] without a [[ before it"),
        ("- {id: a, match: {words: [b]}, tests: {miss: ['[[b]]']}}", "5:47: a miss has nothing to mark with [[ ]]"),
        ("- {id: a, match: {words: [b]}, tests: {hit: [' ']}}", "5:46: a test needs a text"),
        ("- {id: a, why: [b], match: {words: [b]}}", "5:16: why must be a text"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule_is_told_at_its_place(rule: str, expected: str) -> None:
    (error,) = errors_of(HEAD + rule)
    assert error.startswith(f"f:{expected}")


def test_everything_that_is_wrong_is_told_in_the_order_of_the_lines() -> None:
    text = """version: 1
words: {a: ['*'], b: [1]}
rules:
- {id: x, match: {words: '@a'}, style: Bad!, list: none}
- {id: y, match: {words: '@c'}, list: none, link: [{to: 'rule:z', within: match}, {to: 'rule:w', within: match}]}
- {id: z, match: {rule: x}}
- {id: ok, match: {words: '@b'}}
"""
    assert [error.split(";")[0].split(" (")[0] for error in errors_of(text)] == [
        "f:2:13: '*' has no word in it",
        "f:4:40: style 'Bad!' must be a role of the theme, such as match.hedge",
        "f:5:26: unknown word list '@c'",
        "f:5:39: unknown list 'none'",
        "f:5:88: unknown rule 'w'",
    ]
    assert [rule.id for rule in try_text(text, "f").rules.rules] == ["ok"]
    with pytest.raises(ReaderError, match=r"^f:2:13: '\*' has no word in it \(and 4 more; see them"):
        parse_rules(text, "f")


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


def test_of_several_files_the_later_wins_rule_by_rule_and_list_by_list(tmp_path: Path) -> None:
    one = write(tmp_path, "1.yaml", "lists: {a: {title: A}}\nrules: [{id: x, match: {words: [a]}, list: a}]")
    two = write(tmp_path, "2.yaml", "lists: {a: {title: B}}\nrules: [{id: y, match: {words: [a]}, list: a}]")
    three = write(tmp_path, "3.yaml", "rules: [{id: x, why: again, match: {words: [b]}}]")
    rules = load_rules([one, two, three])
    assert [(r.id, r.why, r.set) for r in rules.rules] == [("x", "again", str(three)), ("y", "", str(two))]
    assert [t.title for t in rules.lists] == ["B"] and rules.files == (one, two, three)
    assert [r.why for r in load_rules([three, one]).rules] == [""]


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
    """aliases any bg bold by captures entity fg group_by hit id in key_point kind label lists match mention miss name
    not_in part quote regex rel role rule rules sort text title to version with within without words""".split()  # noqa: SIM905
)
LEAVES = st.sampled_from(
    [1, 0, True, None, "", "a", "@a", "any", "sentence", "2 words", "(a+)+", "(?P<n>a)", "{n}", "quote", "PERSON",
     "[[a]]", "entity", "speaker", "quotes", "rule:a", "$accent 20%", "#12ab3f", "date", "said_by", "builtin/hedging"]
)  # fmt: skip
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))
RULES = st.fixed_dictionaries(
    {"id": st.sampled_from(["a", "b"]), "match": st.fixed_dictionaries({"words": st.just(["a"])}) | VALUES},
    optional=dict.fromkeys(("why", "where", "mark", "style", "captures", "priority", "list", "link", "tests"), VALUES),
)
FILES = st.fixed_dictionaries(
    {"version": st.just(1), "rules": st.lists(RULES, max_size=2) | VALUES},
    optional={"words": VALUES, "lists": VALUES, "off": VALUES, "extends": VALUES},
)


@given(FILES)
def test_every_file_is_a_rule_set_or_errors_with_places(file: object) -> None:
    loaded = try_text(json.dumps(file), "f")
    for error in loaded.errors:
        assert (error.line == 1 and error.column and error.file == "f") or "builtin" in str(error)
