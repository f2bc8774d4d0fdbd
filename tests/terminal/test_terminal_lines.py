"""Lines that the program writes to a terminal without a screen, errors and exports, hold nothing but text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hostile import (
    CONTROLS,
    LAST,
    LINE_ENDS,
    PAYLOADS,
    Payload,
    assert_shown,
    escaped,
    halves,
    held,
    markdown,
    plain_text,
    without,
    written,
)
from pty_tools import Terminal
from surfaces import SURFACES
from terminal_tokens import hidden_in
from walking import assert_lines

# --- lines on standard error --------------------------------------------------------------------------------------
ALL = ",".join(payload.on("A") for payload in without("\0"))


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("X", 1),
        ("export X", 1),
        ("--rules X ARTICLE", 1),
        ("rules check X", 1),
        ("--theme X ARTICLE", 1),
        ("export -o none/X ARTICLE", 1),
        ("--width X ARTICLE", 2),
        ("--as X ARTICLE", 2),
        ("--X ARTICLE", 2),
        ("export --format X ARTICLE", 2),
        ("rules X", 2),
    ],
)
def test_what_is_wrong_on_the_command_line_is_said_in_one_harmless_line(
    command: str, status: int, tmp_path: Path
) -> None:
    article = written(tmp_path, "tides.txt", LAST)
    words = [word.replace("X", ALL).replace("ARTICLE", str(article)) for word in command.split()]
    with Terminal(words, cwd=tmp_path) as terminal:
        line, *rest = assert_lines(terminal, status)
    assert line.startswith("reader: ")
    assert len(rest) == (command == "rules check X")  # the report of the file
    if "--format X" in command or command == "rules X":  # argparse quotes these as Python would
        assert all(payload.marker("A") in line for payload in without("\0"))
    else:
        assert_shown(line, without("\0"), "A")


BAD_RULES = (
    '"X": 1\nversion: 1\nrules: []',
    'version: 1\nrules: [{id: "X", match: {words: [tide]}}]',
    'version: 1\nrules: [{id: a, match: {words: [tide]}, "X": 1}]',
    'version: 1\nlists: {"X": {}}\nrules: []',
    'version: 1\nrules: [{id: a, match: {words: [tide]}, list: "X"}]',
    'version: 1\nrules: [{id: a, match: {words: [tide]}, style: "X"}]',
    'version: 1\nrules: [{id: a, match: {words: [tide]}, mark: "X"}]',
    'version: 1\nrules: [{id: a, match: {words: ["@X"]}}]',
    'version: 1\nrules: [{id: a, match: {words: [tide]}, link: {to: entity, within: sentence, rel: "X"}}]',
    'version: 1\nrules: [{id: a, match: {regex: "tide.*"}, tests: {miss: ["tide X"]}}]',
)
"""Each refused, or failing its test, with a message that quotes the X."""


def test_what_is_wrong_in_rule_files_is_said_in_harmless_lines(tmp_path: Path) -> None:
    quoted = without(CONTROLS + LINE_ENDS)
    pairs = [quoted[i : i + 2] for i in range(0, len(quoted), 2)]  # of a long word only the beginning is told
    held: dict[Path, Sequence[Payload]] = {}
    for number, pair in enumerate(pairs):
        words = escaped(",".join(payload.on("R") for payload in pair))
        for kind, rules in enumerate(BAD_RULES):
            held[written(tmp_path, f"{number}-{kind}.yaml", rules.replace("X", words))] = pair
    raw = "".join(payload.on("R") for payload in PAYLOADS)
    for number, id_ in enumerate((f"'{raw}'", r'"\e]0;x\a"', r'"\ud83d\ude00"')):
        held[written(tmp_path, f"refused{number}.yaml", f"version: 1\nrules: [{{id: {id_}}}]")] = ()
    with Terminal(["rules", "check", *map(str, held)]) as terminal:
        lines = [line for line in assert_lines(terminal, 1) if line.startswith("reader: ")]
    for file, payloads in held.items():
        told = "\n".join(line for line in lines if line.startswith(f"reader: {file}:"))
        assert told
        assert_shown(told, payloads, "R")


def test_errors_in_folders_whose_names_are_hostile_are_harmless(tmp_path: Path) -> None:
    article = written(tmp_path, "tides.txt", LAST)
    for half in halves(SURFACES["Y"].payloads):
        folder = tmp_path / "".join(payload.on("Y") for payload in half)
        (folder / "reader").mkdir(parents=True)
        written(folder / "reader", "config.yaml", "theme: [")
        with Terminal([str(article)], environment={"XDG_CONFIG_HOME": str(folder)}) as terminal:
            (line,) = assert_lines(terminal, 1)
        assert_shown(line, half, "Y")


# --- what is written for other programs, when a terminal gets it --------------------------------------------------
@pytest.mark.parametrize("form", ["markdown", "csv", "html", "webannotation"])
def test_other_formats_cannot_reach_the_terminal_raw(form: str, tmp_path: Path) -> None:
    named = halves(without("/\0"))[0]
    articles = [
        written(tmp_path, f"{''.join(p.on('N') for p in named)}.txt", "x was high.\n"),  # its name is its title
        written(tmp_path, "tides.txt", plain_text(PAYLOADS)),
        written(tmp_path, "tides.md", markdown(PAYLOADS)),
    ]
    for article in articles:
        with Terminal(["export", "--format", form, str(article)], columns=1000) as terminal:
            assert_lines(terminal, 0)
    held(form, PAYLOADS)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_is_exported_to_a_terminal_cannot_reach_it_raw_and_loses_nothing(form: str, tmp_path: Path) -> None:
    text = plain_text(PAYLOADS)
    names = [f"{''.join(p.on('N') for p in half)}.txt" for half in halves(without("/\0"))]
    files = [str(written(tmp_path, name, text)) for name in names]
    with Terminal(["export", "--format", form, *files]) as terminal:
        lines = assert_lines(terminal, 0)
    values = json.loads("\n".join(lines)) if form == "json" else [json.loads(line) for line in lines]
    assert [value["article"]["path"] for value in values] == files
    for payload in PAYLOADS:
        assert payload.shown_on("P") in values[0]["article"]["text"]
    held(form, PAYLOADS)


def test_the_list_of_themes_holds_colours_and_text_only() -> None:
    with Terminal(["themes"]) as terminal:
        assert terminal.wait() == 0
        assert {token.form for token in terminal.tokens} <= {"text", "CSI m", "C0 '\\r'", "C0 '\\n'"}
        assert hidden_in(terminal.tokens) == set()
