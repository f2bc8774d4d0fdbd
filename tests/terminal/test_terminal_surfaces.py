"""The rest of the surfaces (surfaces.py): boxes in which one types, panels, notes, and what is wrong with files."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from hostile import (
    HARMLESS,
    PAYLOADS,
    Payload,
    assert_shown,
    escaped,
    halves,
    held,
    joined,
    plain_text,
    unseen,
    written,
)
from pty_tools import Terminal
from surfaces import SURFACES, TABLE
from table import written as table_in_security
from terminal_tokens import hidden_in
from walking import Own

from reader.article.load import load_file
from reader.library.library import Library
from reader.library.model import Note
from reader.spans import Span

pytest_plugins = ["own_sequences"]

WIDE = 1000
"""Columns on which nothing has to be shortened in the last row."""


def few(payloads: Sequence[Payload], number: int = 4) -> list[Sequence[Payload]]:
    """The payloads, a few at a time: as many as a panel shows of them in one row."""
    return [payloads[at : at + number] for at in range(0, len(payloads), number)]


def close(terminal: Terminal, words: str, key: str = "\x1b") -> None:
    """Leave a box or a panel that says these words: an escape followed by a letter at once would be another key."""
    terminal.send(key)
    terminal.until(partial(has_none, terminal, words), f"{words} going away")


def ended_well(terminal: Terminal, own: Own) -> None:
    assert terminal.quit() == 0
    own.assert_nothing_else(terminal)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return written(tmp_path, "tides.txt", plain_text(HARMLESS))


def test_the_table_in_security_md_is_the_one_that_is_held() -> None:
    assert table_in_security() == TABLE


# --- where one types ----------------------------------------------------------------------------------------------
def test_what_is_pasted_into_the_find_box_and_a_note_cannot_be_sent_back(article: Path, own: Own) -> None:
    with Terminal([str(article)], columns=WIDE) as terminal:
        terminal.until_shown("Quotes 1")
        for half in halves(PAYLOADS):
            for key, sign, surface, end in (("/", "regex", "F", "\x1b"), ("a", "keep", "M", "\r")):
                terminal.send(key)
                terminal.until_shown(sign)
                paste(terminal, half, surface)
                close(terminal, sign, end)
            terminal.press("1", "n")  # the next note is another one
        terminal.send("4")
        terminal.until_seen("nN", partial(missing, terminal, PAYLOADS, "M", WIDE - 72))
        held("M@detail", PAYLOADS)
        ended_well(terminal, own)


def paste(terminal: Terminal, payloads: Sequence[Payload], surface: str) -> None:
    terminal.paste(joined(payloads, surface))
    terminal.until(partial(has_all, terminal, payloads, surface), "what was pasted")
    assert_shown(terminal.shown, payloads, surface)


def has_all(terminal: Terminal, payloads: Sequence[Payload], surface: str) -> bool:
    return not unseen(terminal.shown, payloads, surface)


def has_none(terminal: Terminal, words: str) -> bool:
    return words not in terminal.shown


def missing(terminal: Terminal, payloads: Sequence[Payload], surface: str, start: int = 0) -> list[tuple[str, str]]:
    """What was never seen from a column on."""
    return unseen(terminal.rows_seen(start), payloads, surface)


def test_what_is_pasted_into_the_fields_of_choosing_and_the_palette_cannot_be_sent_back(
    article: Path, own: Own
) -> None:
    with Terminal([], cwd=article.parent, columns=WIDE) as choosing:
        choosing.until_shown("tides.txt")
        for half in halves(SURFACES["G"].payloads):
            paste(choosing, half, "G")
            choosing.send("\x15")  # the field is emptied
            choosing.until(partial(has_none, choosing, half[0].marker("G")), "an empty field")
        assert choosing.quit("\x1b") == 0
    with Terminal([str(article)], columns=WIDE) as reading:
        reading.until_shown("Quotes 1")
        reading.send("\x10")
        reading.until_shown("Commands")
        for payload in SURFACES["I"].payloads:  # there is room for one
            paste(reading, [payload], "I")
            reading.send("\x15")
            reading.until(partial(has_none, reading, payload.marker("I")), "an empty field")
        close(reading, "Commands")
        assert reading.quit() == 0
    for terminal in (choosing, reading):
        assert {token.form for token in terminal.tokens} <= own.forms
        assert hidden_in(terminal.tokens) == set()


def test_what_is_found_is_shown_among_its_neighbours_as_it_has_to_be(tmp_path: Path, own: Own) -> None:
    article = written(tmp_path, "tides.txt", plain_text(PAYLOADS))
    payloads, count = SURFACES["P@found"].payloads, len(PAYLOADS)
    with Terminal([str(article)], columns=200) as terminal:
        terminal.until_shown("Quotes 4")
        terminal.send("/n of the\r")
        terminal.until_shown(f"of {count} · ")
        terminal.until_seen("n" * count + "N" * count, partial(missing, terminal, payloads, "P", 200 - 72))
        assert_shown(terminal.rows_seen(200 - 72), payloads, "P", on="P@found")
        ended_well(terminal, own)


# --- what is kept -------------------------------------------------------------------------------------------------
def test_a_database_tampered_with_cannot_reach_the_terminal(article: Path, own: Own) -> None:
    state = article.parent / "state"
    library = Library(state / "reader")
    read = load_file(str(article))
    library.opened(read)
    for payload in PAYLOADS:
        library.keep_note(read, Note(f"n{payload.number}", Span(0, 4), payload.on("Z"), "Tide", float(payload.number)))
    titled = few(PAYLOADS, 5)
    for number in range(1, len(titled)):
        library.opened(load_file(str(written(article.parent, f"{number}.txt", f"Tides {number}.\n"))))
    library.close()
    connection = sqlite3.connect(state / "reader" / "library.db")
    for number, payloads in enumerate(titled, 1):
        connection.execute("UPDATE works SET title = ? WHERE id = ?", (joined(payloads, "J"), number))
    connection.commit()
    connection.close()
    environment = {"XDG_STATE_HOME": str(state)}
    with Terminal([], cwd=article.parent, columns=200, environment=environment) as terminal:
        terminal.until(partial(has_all, terminal, PAYLOADS, "J"), "the titles of what was read last")
        assert_shown(terminal.shown, PAYLOADS, "J")
        assert terminal.quit("\x1b") == 0
        assert {token.form for token in terminal.tokens} <= own.forms
        assert hidden_in(terminal.tokens) == set()
    count = len(PAYLOADS)
    with Terminal([str(article)], columns=200, environment=environment) as terminal:
        terminal.until_shown(f"Notes {count}")
        terminal.send("4")
        terminal.until_seen("n" * count + "N" * count, partial(missing, terminal, PAYLOADS, "Z", 200 - 72))
        assert_shown(terminal.rows_seen(200 - 72), PAYLOADS, "Z")
        ended_well(terminal, own)


# --- rules and themes ---------------------------------------------------------------------------------------------
def test_names_and_reasons_of_rules_cannot_reach_the_terminal(article: Path, own: Own) -> None:
    folder = article.parent / "config" / "reader" / "rules"
    folder.mkdir(parents=True)
    named, told = SURFACES["N@rules"].payloads, SURFACES["T@why"].payloads
    reasons = few(told)
    for number, names in enumerate(few(named)):
        why = escaped(joined(reasons[number], "T")) if number < len(reasons) else "none"
        rule = f'version: 1\nrules: [{{id: r{number}, why: "{why}", match: {{words: [tables]}}, style: cue}}]\n'
        written(folder, f"{number:02}{joined(names, 'N')}.yaml", rule)
    environment = {"XDG_CONFIG_HOME": str(article.parent / "config")}
    with Terminal([str(article)], columns=200, rows=60, environment=environment) as terminal:
        terminal.until_shown("Quotes 1")
        terminal.send("r")
        terminal.until_shown("on/off")
        terminal.until_seen("j" * 30 + "g", partial(missing, terminal, named, "N"))
        assert_shown(terminal.rows_seen(), named, "N", on="N@rules")
        close(terminal, "on/off")
        terminal.send("i")
        terminal.until_shown("Why?")  # what it tells may have been seen in the menu of rules already
        terminal.until_seen("j" * len(few(named)) + "g", partial(missing, terminal, told, "T"))
        assert_shown(terminal.rows_seen(), told, "T", on="T@why")
        close(terminal, "Why?")
        ended_well(terminal, own)


def test_errors_of_rule_files_and_themes_cannot_reach_the_terminal(article: Path, own: Own) -> None:
    config = article.parent / "config" / "reader"
    (config / "themes").mkdir(parents=True)
    payloads = SURFACES["R@menu"].payloads
    bad = []
    for number, some in enumerate(few(payloads, 2)):  # of a long word only the beginning is told
        words = escaped(",".join(payload.on("R") for payload in some))
        bad.append(f'  - {{id: r{number}, match: {{words: ["@{words}"]}}}}')
        written(
            config / "themes", f"a{number}.yaml", f'version: 1\nextends: dark\nroles: {{"{words}": {{bold: true}}}}'
        )
    written(config / "themes", f"{PAYLOADS[0].on('R')}.yaml", "version: 1\nextends: dark")  # no name of a theme
    written(article.parent, "reader.yaml", "\n".join(["version: 1", "rules:", *bad, ""]))
    environment = {"XDG_CONFIG_HOME": str(config.parent)}
    with Terminal([str(article)], columns=200, rows=60, environment=environment) as terminal:
        terminal.until_shown("Quotes 1")
        terminal.until_shown("more: r)")
        terminal.send("r")
        terminal.until_shown("on/off")
        terminal.until_seen("j" * len(bad) + "g", partial(missing, terminal, payloads, "R"))
        assert_shown(terminal.rows_seen(), payloads, "R", on="R@menu")
        close(terminal, "on/off")
        terminal.seen.clear()
        terminal.send("t")
        terminal.until_shown("Themes")
        terminal.until_seen("g" + "j" * (len(bad) + 5), partial(missing, terminal, payloads, "R"))
        assert_shown(terminal.rows_seen(), payloads, "R", on="R@themes")
        close(terminal, "Themes")
        assert terminal.quit() == 0
        assert {token.form for token in terminal.tokens} <= own.forms  # of attributes, each theme has its own
        assert hidden_in(terminal.tokens) == set()


def test_names_of_the_users_folders_cannot_reach_the_screen(article: Path, own: Own) -> None:
    for half in halves(SURFACES["Y"].payloads):
        folder = written(article.parent, "".join(payload.on("Y") for payload in half), "no folder")
        with Terminal([str(article)], columns=WIDE, environment={"XDG_STATE_HOME": str(folder)}) as terminal:
            terminal.until(partial(has_all, terminal, half, "Y"), "why nothing is kept")
            assert_shown(terminal.shown, half, "Y", on="Y@screen")
            ended_well(terminal, own)
