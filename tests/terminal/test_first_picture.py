"""The first picture, which is there before Textual is: its words stand from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_tools import ROOT, Terminal
from terminal_tokens import Token
from walking import attributes

ARTICLE = ROOT / "articles" / "harbour-strike.txt"
_LONG = ("The ferry counted its lamps before the storm, and “nobody asked why”, said Ilse Farrow.\n\n") * 13_000
"""More than a megabyte: only its opening is there at first."""


class Watched(Terminal):
    """Looks at the words of the article whenever anything has come after the first picture."""

    def __init__(self, path: Path, *, columns: int, rows: int, environment: dict[str, str]) -> None:
        super().__init__(["--no-state", str(path)], columns=columns, rows=rows, environment=environment)
        self.first: list[str] | None = None
        self.changes: list[tuple[Token, list[str]]] = []
        put = self.screen.put

        def watch(token: Token) -> None:
            put(token)
            if self.first is None:
                self.first = self.words if self.screen.frames else None
            elif not self.changes and self.words != self.first:
                self.changes.append((token, self.words))

        self.screen.put = watch  # type: ignore[method-assign]

    @property
    def words(self) -> list[str]:
        """The rows of the article, without its gutter, which gets signs of what is found, and without its rail."""
        beside = self.screen.columns >= 70
        rows = self.screen.lines(4, self.screen.columns * 6 // 10 - 1 if beside else self.screen.columns - 1)
        return rows[3 : self.screen.rows - 1 if beside else self.screen.rows // 2]


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize(
    ("columns", "rows", "environment"),
    [
        (100, 30, {}),
        (64, 20, {"NO_COLOR": "1"}),
        (120, 40, {"TERM": "xterm", "COLORTERM": ""}),
        (100, 30, {"TERM": "screen-256color", "COLORTERM": "", "TMUX": "/tmp/tmux,1,0"}),
    ],
)
def test_the_words_of_the_first_picture_stand_until_everything_is_found(
    columns: int, rows: int, environment: dict[str, str], long: bool, tmp_path: Path
) -> None:
    path = ARTICLE
    if long:
        path = tmp_path / "lamps.txt"
        path.write_text(_LONG, encoding="utf-8")
    with Watched(path, columns=columns, rows=rows, environment=environment) as terminal:
        terminal.until(lambda: terminal.first is not None, "the first picture")
        assert terminal.first is not None
        assert any(row.strip() for row in terminal.first)
        terminal.until(lambda: "Quotes 1" in terminal.shown or "Quotes 4" in terminal.shown, "what was found")
        assert not terminal.changes
        assert terminal.quit() == 0


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_with_no_color_nothing_is_coloured_and_not_even_grey(theme: str) -> None:
    with Terminal(["--no-state", "--theme", theme, str(ARTICLE)], environment={"NO_COLOR": "1"}) as terminal:
        terminal.until_shown("Quotes 15")
        terminal.press("n", "2", "n", "?")
        terminal.press("\x1b")
        terminal.until(lambda: "Keys and signs" not in terminal.shown, "the help closed")
        assert terminal.quit() == 0
    given = attributes(terminal.tokens)
    assert "7" in given and given <= {"", *map(str, range(10)), "39", "49"}


def test_the_first_picture_of_the_help_is_whole() -> None:
    with Terminal((str(ROOT / "articles" / "harbour-strike.txt"),), columns=80, rows=24) as terminal:
        terminal.until_shown("Maeve Corrigan  ")
        terminal.seen.clear()
        terminal.tap("?")
        terminal.until_shown("Keys and signs")
        pictures = [row for row in terminal.seen[3] if row.lstrip(" 0123456789▌›").startswith("│  ")]
        assert pictures and all(row.count("─") > 60 for row in pictures)
        assert terminal.quit("qq") == 0
