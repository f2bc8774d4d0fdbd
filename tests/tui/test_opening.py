"""What is there at first, and what arrives while one reads."""

from __future__ import annotations

import asyncio
import threading
from time import monotonic

from screen_hand import opened
from tui_samples import TEXT, app, article, reading, screen_text, until

from reader.article.model import Article
from reader.reading import Reading
from reader.tui.article_pane import ArticlePane


async def test_the_article_is_shown_before_anything_is_found_and_does_not_move_when_it_is() -> None:
    gate = threading.Event()

    def analyse(of: Article) -> Reading:
        gate.wait(20)
        return reading(of)

    the_app = app(analyse=analyse)
    async with the_app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        before = screen_text(the_app)
        assert "reading…" in before and "There is none to spare" in before and "Quotes" in before
        await pilot.press("j", "j")
        await pilot.pause()
        pane = the_app.reading_screen.query_one(ArticlePane)
        place = (pane.first, pane.cursor)
        rows = [line[4:55] for line in screen_text(the_app).splitlines()[3:-1]]
        gate.set()
        await until(pilot, lambda: the_app.reading_screen.guide is not None)
        await pilot.pause()
        after = screen_text(the_app)
        assert (pane.first, pane.cursor) == place
        assert [line[4:55] for line in after.splitlines()[3:-1]] == rows
        assert "Quotes 6" in after and "reading…" not in after


async def test_who_went_to_the_end_of_what_was_there_is_at_the_end_of_what_arrives() -> None:
    whole = article(TEXT + "\n\n".join(["The bells were heard as far as the mill."] * 40) + "\n\nThen it was still.\n")
    async with opened(80, 24) as reader:
        for keys, is_at_end in ((("G",), True), (("G", "k"), False), (("g",), False)):
            reader.screen.set_article(article())
            await reader.press(*keys)
            reader.screen.set_article(whole)
            await reader.pilot.pause()
            assert ("Then it was still." in reader.shown) == is_at_end, keys


async def test_quitting_does_not_wait_for_the_analysis() -> None:
    gate = threading.Event()

    def analyse(of: Article) -> Reading:
        gate.wait(60)
        return reading(of)

    start = monotonic()
    try:
        the_app = app(analyse=analyse)
        async with the_app.run_test() as pilot:
            await pilot.press("q")
        assert the_app.return_code == 0
        assert monotonic() - start < 30
    finally:
        gate.set()


async def test_an_analysis_that_fails_leaves_an_article_to_read() -> None:
    def analyse(of: Article) -> Reading:
        raise ValueError("\x1b[31mno")

    async with app(analyse=analyse).run_test(size=(120, 30)) as pilot:
        the_app = pilot.app
        await until(pilot, lambda: "nothing could be found" in screen_text(the_app))
        await pilot.press("j", "n", "N", "e", "E", "l", "y", "1", "2", "3", "enter", "tab", "enter", "less_than_sign")
        await pilot.pause()
        assert "There is none to spare" in screen_text(the_app)
        assert "\x1b" not in screen_text(the_app)


async def test_the_header_says_what_the_copy_says() -> None:
    async with opened() as reader:
        assert "CASTLE MERROW · 4 May 2031 · The Lantern" in reader.shown
        assert reader.shown.count("Castle Merrow turns off its fountains") == 1


async def test_the_title_comes_into_the_header_when_it_is_scrolled_away() -> None:
    async with opened(80, 24) as reader:
        assert "merrow.txt" in reader.shown.splitlines()[0]
        await reader.press("G")
        assert "Castle Merrow turns off its fountains" in reader.shown.splitlines()[0]


async def test_an_article_of_nothing_can_be_opened() -> None:
    async with opened(of=app(of=article("x"), analyse=lambda of: Reading(of))) as reader:
        await reader.press("j", "k", "G", "g", "space", "b", "n", "e", "enter", "l", "tab", "j", "enter", "w", "2", "3")
        assert "no points found" in reader.shown


async def test_a_long_article_is_laid_out_behind_what_is_shown() -> None:
    text = "\n\n".join(f"Paragraph {i} says that nothing of note has happened here for years." for i in range(6000))
    async with opened(of=app(of=article(text), analyse=lambda of: Reading(of))) as reader:
        await until(reader.pilot, lambda: reader.article.rows.done)
        await reader.press("G")
        assert "Paragraph 5999" in reader.shown
        await asyncio.sleep(0)
