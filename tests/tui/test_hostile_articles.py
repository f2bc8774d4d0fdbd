"""What is in an article reaches the screen as text only."""

from __future__ import annotations

import pytest
from screen_hand import opened
from tui_samples import TEXT, app, article

_HOSTILE = (
    *("[/]", "[sic]", "[@click=app.exit]x[/]", '[link="x'),
    *("\x1b[31mred", "\x1b]52;c;aGk=\x07", "\x9b2J", "\u202eabc", "a\x00b"),
)


@pytest.mark.parametrize("words", _HOSTILE)
async def test_no_markup_and_no_control_character_passes(words: str) -> None:
    name = words.replace("/", "")
    hostile = article(f"{TEXT}\n{words} at the end\n", path=f"dir/{name}.txt", notices=(words,))
    async with opened(of=app(of=hostile)) as reader:
        await reader.press("G")
        shown = reader.shown
        assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in shown)
        assert "\u202e" not in shown
        if words.isprintable():
            assert f"{words} at the end" in shown and f"{name}.txt" in shown.splitlines()[0]
