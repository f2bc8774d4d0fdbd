"""Walking through the program on a pseudo-terminal, and what it may send there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from hostile import LAST
from pty_tools import Terminal
from terminal_tokens import Token, hidden_in

SIDE = 60
"""The column at which the lists begin on a screen of 100."""


class Walked(NamedTuple):
    """Every row that each side of the screen ever had."""

    article: str
    lists: str


def walk(terminal: Terminal, wanted: Callable[[Walked], bool] = lambda _: True, *, side: int = SIDE) -> Walked:
    """Go everywhere where foreign text is shown, and quit.

    That a picture was never drawn, because the next key was there before it, is no fault: what is wanted and was not
    seen is looked for once more.
    """
    counts = r"Quotes (\d+)\s+Entities (\d+)\s+Points (\d+)"
    terminal.until(lambda: re.search(counts, terminal.shown) is not None, "what was found")
    sizes = [int(size) for size in re.findall(counts, terminal.shown)[0]]
    terminal.seen.clear()  # the panes have their widths only now
    for times in range(8):
        for number, size in enumerate(sizes, 1):
            terminal.tap(str(number) + "nN"[times % 2] * (size - 1))
            if number == 1 and size and times == 0:
                terminal.press("\r", "l")
        terminal.press("1", "\t")
        terminal.send("G")
        terminal.until_shown(LAST)
        terminal.send("g")
        terminal.until(lambda: LAST not in terminal.shown, "the top of the article")
        while LAST not in terminal.shown:
            terminal.press(" ")
        walked = Walked(terminal.rows_seen(0, side), terminal.rows_seen(side))
        if wanted(walked):
            break
    for key, title in (("?", "Keys and signs"), ("\x10", "Commands")):
        terminal.send(key)
        terminal.until_shown(title)
        terminal.send("\x1b")
        terminal.until(lambda title=title: title not in terminal.shown, f"{title} going away")  # type: ignore[misc]
    assert terminal.quit() == 0
    return walked


def attributes(tokens: Iterable[Token]) -> set[str]:
    """The numbers of all attributes that were set, colours without their values."""
    settings = (token.content[:-1] for token in tokens if token.form == "CSI m")
    return {n for setting in settings for n in re.sub(r"([34]8;2);\d+;\d+;\d+", r"\1", setting).split(";")}


class Own:
    """What the program sends of itself, learnt from harmless articles."""

    def __init__(self) -> None:
        self.forms: set[str] = set()
        self.attributes: set[str] = set()

    def learn(self, terminal: Terminal) -> None:
        self.forms |= {token.form for token in terminal.tokens}
        self.attributes |= attributes(terminal.tokens)

    def assert_nothing_else(self, terminal: Terminal) -> None:
        assert {token.form for token in terminal.tokens} <= self.forms
        assert attributes(terminal.tokens) <= self.attributes
        assert hidden_in(terminal.tokens) == set()


def assert_lines(terminal: Terminal, status: int) -> list[str]:
    """The program ends with `status` and has written nothing but lines of text."""
    assert terminal.wait() == status
    assert hidden_in(terminal.tokens) == set()
    assert {token.kind for token in terminal.tokens} <= {"text", "C0"}
    *lines, rest = terminal.text.split("\r\n")
    assert rest == "" and not re.search("[\x00-\x1f]", "".join(lines))
    return lines
