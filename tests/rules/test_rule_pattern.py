"""Patterns: which are let through, and that those cannot run away."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_tools import article_of, marked, rules_of, run

from reader.article.model import BlockKind
from reader.rules import search
from reader.rules.pattern import PIECE, PatternError, _stepper, compile_pattern, scan

GOOD = [
    r"(?P<cur>[$€£])\s?(?P<n>\d[\d,.]*\d|\d)(?:\s?(?P<mag>million|billion|bn|m)\b)?",
    r"\b\w*ly\b",
    r"(\w+) and (\w+)",
    r"[A-Z]\w+(?: [A-Z]\w+)*",
    r'"[^"]*"',
    r"“[^”]*”",
    r"\d+(?:,\d+)*(?:\.\d+)?%?",
    r"(?:[A-Z][a-z]+ ?)+",
    r".{0,40}x.{0,40}y",
    r"(?i)not\s+only\b",
    r"(?:foo|bar)+x",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?<=no )more|(?<!not )less(?! so)",
    r"(?>a+)b",
    r"a++b",
    r"^\w+|\w+$",
]


@pytest.mark.parametrize("source", GOOD)
def test_plain_patterns_are_let_through(source: str) -> None:
    assert compile_pattern(source) == re.compile(source)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("(a|aa)+$", "too long"),
        ("(a+)+", "too long"),
        ("(a*)*b", "too long"),
        ("a*a*b", "too long"),
        (".*x.*y", "too long"),
        (r"(\w+\s?)*!", "too long"),
        ("(?:a|a)*b", "too long"),
        ("(x+x+)+y", "too long"),
        ("(?:a?){30}a", "too long"),
        ("(?:(?=a*b)a)*c", "too long"),
        ("(?:a++b?)*c", "too long"),
        ("x(?!a*a*b)", "too long"),
        (r"(?i)k*[^\W\d]*\u212a*!", "too long"),
        (r"(a)\1", "refers back"),
        ("(?P<x>a)(?P=x)", "refers back"),
        ("(?P<x>a)?(?(x)b|c)", "refers back"),
        ("a*", "empty"),
        ("|a", "empty"),
        (r"\b", "empty"),
        ("(?=a)", "empty"),
        ("[", "not valid: unterminated character set at position 0"),
        ("a**", "not valid: multiple repeat at position 2"),
        ("(?<=a+)b", "not valid: look-behind"),
        ("a{99999999999999999999}", "not valid: the repetition number is too large"),
        ("(?R)", "not valid: unknown extension"),
        ("[[a]b", "not valid: Possible nested set"),
        ("(" * 250 + ")" * 250, "empty|nested too deep"),
        ("a" * 501, "longer than 500"),
    ],
)
def test_patterns_that_could_run_away_or_are_wrong_are_refused_with_the_reason(source: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        compile_pattern(source)


PARTS = st.recursive(
    st.sampled_from(["a", "b", r"\w", "[ab]", "[^a]", ".", r"\s", "(?=a)", r"\b"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2,5}", "*?", "++"])).map(lambda t: f"(?:{t[0]}){t[1]}"),
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda t: f"(?:{t[0]}|{t[1]})"),
        inner.map(lambda part: f"(?>{part})"),
    ),
    max_leaves=8,
)


@given(PARTS, st.text("ab ", max_size=60))
def test_every_pattern_that_is_let_through_ends_on_texts_made_to_hurt_it(source: str, text: str) -> None:
    """The test is that it comes back: an exponential pattern on these texts would not."""
    try:
        pattern = compile_pattern(source + "!")
    except PatternError:
        return
    for hostile in (text, "a" * 300, "ab" * 150, "a " * 150, " " * 300):
        assert pattern.search(hostile) is None


@given(PARTS, st.text("ab !", max_size=80))
def test_a_pattern_that_is_scanned_in_strides_finds_what_it_finds_otherwise(source: str, text: str) -> None:
    try:
        pattern = compile_pattern(source + "[b!]")
    except PatternError:
        return
    strides = scan(pattern, _stepper(source + "[b!]", pattern.flags), text, lambda: None)
    assert [span for span, _ in strides] == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize(
    "source", ["(?i)[xq]{2,9} y", r"(?x) (?P<n>\d+ ) # a number", "(?i)A(?P<n>b)", r"(?<=a)b|^x|y$"]
)
def test_flags_groups_and_places_are_the_same_in_strides(source: str) -> None:
    text = "ab xxxq Y 12 aB " * 5 + "y"
    pattern = compile_pattern(source)
    strides = list(scan(pattern, _stepper(source, pattern.flags), text, lambda: None))
    plain = list(pattern.finditer(text))
    assert [span for span, _ in strides] == [match.span() for match in plain] != []
    for name in pattern.groupindex:
        assert [match.span(name) for _, match in strides] == [match.span(name) for match in plain]


@pytest.mark.parametrize(
    "source", [r"(?:x|xx){1,12}!", r"(?:.{0,100}?,){1,2}!", r"(?:\w\w?){0,10}!", r"(?:[ab]|(?:.|[^a]){1,12})$"]
)
def test_the_worst_that_is_let_through_is_stopped_soon_and_the_others_go_on(source: str) -> None:
    """It comes back: to the end of this text any of them would take minutes."""
    rules = rules_of(f"- {{id: slow, match: {{regex: '{source}'}}}}\n- {{id: needs, match: {{rule: slow}}}}\n"
                     "- {id: quick, match: {regex: '7'}}")  # fmt: skip
    found = run(rules, article_of("x" * 999_999 + "7"))
    assert [match.rule for match in found.matches] == ["quick"]
    assert found.notices == (
        "rule 'slow' (t.yaml:4:8) was switched off: its regex took more than 0.3 s",
        "rule 'needs' (t.yaml:5:8) was switched off: it needs 'slow'",
    )


# --- where patterns are run ---------------------------------------------------------------------------------------
def test_a_pattern_stays_in_its_paragraph_and_takes_a_line_end_for_a_space() -> None:
    assert marked(r"{regex: 'old\s+mill'}", "The old\n\nmill") == []
    assert marked("{regex: 'old mill'}", "The old\nmill") == ["old\nmill"]
    assert marked("{regex: '^The|mill$'}", "The mill\n\nThe mill") == ["The", "mill", "The", "mill"]


def test_furniture_and_code_are_passed_over_and_lines_of_a_table_stand_alone() -> None:
    text = "By Ada Lenk\n\nAda = 1\n\nAda a\nAda b\n\nAda c"
    kinds = [BlockKind.FURNITURE, BlockKind.CODE, BlockKind.TABLE, BlockKind.PARAGRAPH]
    found = run(rules_of(r"- {id: it, match: {regex: '^Ada\s\w$'}}"), article_of(text, kinds))
    assert [m.span.of(text) for m in found.matches] == ["Ada a", "Ada b", "Ada c"]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "The old mill stands. " * 200
    assert len(text) > 2 * PIECE
    assert len(marked("{regex: 'The old mill stands[.]'}", text)) == 200
    assert sum(map(len, marked(r"{regex: '\w{2000}|\w+'}", "x" * 5000))) == 5000


def test_named_groups_are_captures_with_their_places() -> None:
    text = "It cost €4."
    (match,) = run(rules_of(r"- {id: it, match: {regex: '(?P<c>€)(?P<n>\d)(?P<m> bn)?'}}"), article_of(text)).matches
    assert {name: span.of(text) for name, span in match.captures.items()} == {"c": "€", "n": "4"}


def test_a_slow_rule_is_switched_off_by_name_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(1000))
    monkeypatch.setattr(search, "thread_time", lambda: float(next(ticks)))
    rules = rules_of("- {id: slow, match: {regex: mill}}\n- {id: quick, match: {words: [mill]}}")
    found = run(rules, article_of("the mill"))
    assert [m.rule for m in found.matches] == ["quick"]
    assert found.notices == ("rule 'slow' (t.yaml:4:8) was switched off: its regex took more than 0.3 s",)


def test_hostile_texts_end_in_matches_or_a_notice() -> None:
    rules = rules_of(r"""- {id: a, match: {regex: '\b\w*ly\b'}}
- {id: b, match: {regex: '"[^"]*"'}}
- {id: c, match: {regex: '(?P<n>\d[\d,.]*\d)%'}}""")
    for text in ("a" * 200_000, '"' + "x " * 50_000, "1" * 100_000, "\n" * 200_000 + "x", "“" * 50_000):
        found = run(rules, article_of(text.replace("\n\n", "\n ")))
        assert len(found.matches) + len(found.notices) < 100


def test_without_regard_to_case_a_space_is_still_no_letter() -> None:
    assert compile_pattern(r"(?i)\w+ +said").search("She SAID") is not None
    assert compile_pattern(r"(?i)\w+, \d+").search("May 4, 2031 and June, 5") is not None
    for pattern in (r"(?i)(?:k|\u212a)+(?:k|\u212a)+x", r"(?i)(?:s+\u017f+)+x"):
        with pytest.raises(PatternError):
            compile_pattern(pattern)
