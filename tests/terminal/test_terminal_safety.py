"""Whatever an article, a name or a rule file holds: the terminal gets nothing but the program's own sequences.

Each test runs the real program on a pseudo-terminal with every payload (hostile.py) on some surfaces and holds that
  * no kind of sequence comes that a harmless article does not give rise to,
  * no character comes that is not seen,
  * each payload stands on the screen as it has to be shown, so that nothing was dropped and nothing taken for markup,
  * the program still answers, and ends with status 0.
"""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hostile import (
    CONTROLS,
    LAST,
    LINE_ENDS,
    PAYLOADS,
    assert_shown,
    escaped,
    halves,
    held,
    joined,
    markdown,
    plain_text,
    unseen,
    without,
    written,
)
from pty_tools import Terminal, piped
from surfaces import SURFACES
from terminal_tokens import Token, hidden_in
from walking import Own, walk

pytest_plugins = ["own_sequences"]


# --- the article's text -------------------------------------------------------------------------------------------
def test_plain_text_cannot_reach_the_terminal(tmp_path: Path, own: Own) -> None:
    article = written(tmp_path, "tides.txt", plain_text(PAYLOADS))
    listed = SURFACES["Q@list"].payloads
    with Terminal([str(article)], columns=200) as terminal:
        side = 200 - 72
        walked = walk(
            terminal,
            lambda it: not (unseen(it.article, PAYLOADS, "PQSL") or unseen(it.lists, listed, "Q")),
            side=side,
        )
        own.assert_nothing_else(terminal)
    assert_shown(walked.article, PAYLOADS, "PQSL")
    assert unseen(walked.lists, listed, "Q") == []  # markers stand there alone too, as names that were found
    held("Q@list", listed)


def test_markdown_cannot_reach_the_terminal(tmp_path: Path, own: Own) -> None:
    article = written(tmp_path, "tides.md", markdown(PAYLOADS))
    linked = without("[")  # in a link's words it opens another link
    with Terminal([str(article)]) as terminal:
        walked = walk(
            terminal,
            lambda walked: not unseen(walked.article, PAYLOADS, "HECBDK") and not unseen(walked.article, linked, "W"),
        )
        own.assert_nothing_else(terminal)
    assert_shown(walked.article, PAYLOADS, "HECBDK")
    assert_shown(walked.article, linked, "W")


def test_entities_and_split_sequences_of_markdown_cannot_reach_the_terminal(tmp_path: Path, own: Own) -> None:
    hostile = "One &#27;[2J&#x9b;8m two \x1b*[31m* three \x1b\n[32m four &#x202e;x **\x1b**]0;five\x07."
    text = "\n\n".join(["# Tides", hostile, *["The tide was high in the harbour."] * 15, LAST])
    article = written(tmp_path, "tides.md", text)
    parts = ("One �[2J�8m two �[31m three", "[32m four", "�]0;five�.")
    with Terminal([str(article)]) as terminal:
        walked = walk(terminal, lambda walked: all(part in walked.article for part in parts))
        own.assert_nothing_else(terminal)
    assert [part for part in parts if part not in walked.article] == []


def test_bytes_that_are_no_utf8_cannot_reach_the_terminal(own: Own) -> None:
    data = b"Tides\n\nThe \x9b2J tide \x9d0;x\x9c was \xe9lev\xe9e \x1b]0;x\x07, \x90x and \xff high.\n"
    with piped(data) as pipe, Terminal(["-"], stdin=pipe) as terminal:
        terminal.until_shown("Quotes 0")
        assert "élevée �]0;x�" in terminal.shown
        assert terminal.quit() == 0
        own.assert_nothing_else(terminal)


# --- titles, metadata, names of files -----------------------------------------------------------------------------
@pytest.mark.parametrize("half", [0, 1])
def test_titles_and_names_of_files_cannot_reach_the_terminal(half: int, tmp_path: Path, own: Own) -> None:
    payloads = halves(PAYLOADS)[half]
    named = without("/\0", payloads)
    fields = (("title", "U"), ("author", "V"), ("publication", "X"))
    front = [f"{key}: 'A {joined(payloads, surface).replace(chr(39), chr(39) * 2)}'" for key, surface in fields]
    text = "\n".join(["---", *front, "---", "", *["The tide was high in the harbour.\n"] * 15, LAST])
    article = written(tmp_path, f"a {joined(named, 'N')}.md", text)
    with Terminal(["--width", "1000", str(article)], columns=1100) as terminal:
        walked = walk(terminal, lambda it: not unseen(it.article, payloads, "UVX"), side=1100 - 72)
        own.assert_nothing_else(terminal)
    assert_shown(walked.article, payloads, "UVX")
    assert_shown(walked.article, named, "N")


def test_a_name_that_is_no_utf8_cannot_reach_the_terminal(tmp_path: Path, own: Own) -> None:
    article = tmp_path / b"tide \x9b2J\xff\x1b[8m \xc2.txt".decode("utf-8", "surrogateescape")
    article.write_text("The tide was high in the harbour.\n\n" * 15 + LAST, encoding="utf-8")
    with Terminal([str(article)]) as terminal:
        walked = walk(terminal)
        own.assert_nothing_else(terminal)
    assert "tide �2J��[8m �.txt" in walked.article


def test_the_choice_of_files_cannot_send_anything_and_opens_them(tmp_path: Path, own: Own) -> None:
    for payload in PAYLOADS:
        name = f"{payload.number:02} {payload.on('N') if payload in without('/') else ''}.txt"
        written(tmp_path, name, f"The {payload.on('O')} tide\n\nIt was high.\n")
    with Terminal([], cwd=tmp_path) as terminal:
        terminal.until_shown(PAYLOADS[0].shown_on("O"))
        first, last = PAYLOADS[0].marker("O"), PAYLOADS[-1].marker("O")
        for _ in range(3):
            for end, page in ((last, "\x1b[6~"), (first, "\x1b[5~")):
                while end not in terminal.shown:
                    terminal.press(page)
            rows = terminal.rows_seen()
            if not unseen(rows, without("/"), "N") and not unseen(rows, without(LINE_ENDS), "O"):
                break
        assert_shown(rows, without("/"), "N", on="N@chooser")
        assert_shown(rows, without(LINE_ENDS), "O")
        terminal.send("00")
        terminal.until(lambda: PAYLOADS[11].marker("O") not in terminal.shown, "fewer files")
        terminal.send("\r")
        terminal.until(lambda: "Quotes 0" in terminal.shown, "the article that was chosen")
        assert terminal.quit() == 0
        assert {token.form for token in terminal.tokens} <= own.forms
        assert hidden_in(terminal.tokens) == set()


# --- rules --------------------------------------------------------------------------------------------------------
def test_titles_of_rules_lists_cannot_reach_the_terminal(tmp_path: Path, own: Own) -> None:
    payloads = without(CONTROLS)  # a rule file that holds one is refused: see below
    lists, rules = [], []
    for number in range(6):
        title = f'"L {escaped(joined(payloads[number::6], "T"))}"'
        lists.append(f"  list{number}: {{title: {title}, group_by: rule}}")
        rules.append(f"  - {{id: r{number}, why: {title}, match: {{words: [ends]}}, list: list{number}}}")
    file = written(tmp_path, "rules.yaml", "\n".join(["version: 1", "lists:", *lists, "rules:", *rules, ""]))
    article = written(tmp_path, "tides.txt", "The tide was high in the harbour.\n\n" * 15 + LAST)
    with Terminal(["--rules", str(file), str(article)], columns=200) as terminal:
        terminal.until_shown("no quotes found")
        for number in range(6):
            terminal.send(f"{number + 4}n")
            shown = [payload.shown_on("T") for payload in payloads[number::6]]
            terminal.until(lambda shown=shown: all(words in terminal.shown for words in shown), f"list {number + 4}")  # type: ignore[misc]
            held("T", payloads[number::6])
        assert terminal.quit() == 0
        own.assert_nothing_else(terminal)


# --- the clipboard
def test_what_is_copied_goes_to_the_clipboard_as_it_is_shown(tmp_path: Path, own: Own) -> None:
    payloads = without('"' + LINE_ENDS)
    words = ", ".join(payload.on("Q") for payload in payloads)
    article = written(tmp_path, "tides.txt", f"Tides\n\n“The {words} sluice has held,” said Mara Ostrel.\n")
    with Terminal([str(article)]) as terminal:
        terminal.until_shown("Quotes 1")
        terminal.press("1", "n")
        terminal.send("y")
        terminal.until(lambda: any(token.form == "OSC 52" for token in terminal.tokens), "what was copied")
        assert terminal.quit() == 0
    (copied,) = [token.content for token in terminal.tokens if token.form == "OSC 52"]
    assert {token.form for token in terminal.tokens} <= own.forms | {"OSC 52"}
    place, _, data = copied.removeprefix("52;").partition(";")
    text = base64.b64decode(data, validate=True).decode()
    assert place == "c" and hidden_in([Token("text", text.replace("\n", " "))]) == set()
    assert_shown(text, payloads, "Q", on="clipboard")
