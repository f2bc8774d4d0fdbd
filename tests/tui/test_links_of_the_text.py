"""Links of Markdown: where they lead is shown, never followed."""

from __future__ import annotations

from screen_hand import opened
from tui_samples import app

from reader.article.load import load_bytes
from reader.reading import Reading

TEXT = (
    "# Quay\n\nThe board gave [its reasons](https://example.org/a/reasons?x=1) on Monday, [none](javascript:x) since.\n"
)


async def test_i_tells_where_a_link_leads_and_enter_too_where_nothing_else_is() -> None:
    article = load_bytes(TEXT.encode(), markdown=True)
    async with opened(of=app(of=article, analyse=lambda it: Reading(it))) as reader:
        reader.article.go_to(article.text.index("reasons"), article.text.index("reasons") + 1)
        await reader.press("i")
        assert "Why?" in reader.shown and "1 of 1" in reader.shown
        assert "https://example.org/a/reasons?x=1" in reader.shown
        await reader.press("escape", "enter")
        assert "a link to https://example.org/a/reasons?x=1" in reader.foot
        reader.article.go_to(article.text.index("Monday"), article.text.index("Monday") + 1)
        await reader.press("i")  # nothing is just there: what is on the row
        assert "1 of 2" in reader.shown
