"""What was found is put right by hand: merged, renamed, told apart, and taken back."""

from __future__ import annotations

from pathlib import Path

from lasting_hand import bridge_file, opened

from reader.analysis.model import Entity, Quote

file = bridge_file  # a fixture


async def test_two_entities_are_merged_taken_back_and_merged_for_good(file: Path) -> None:
    async with opened(file) as reader:
        before = reader.names
        assert {"Odile Brandt", "Tomas Verey"} <= set(before)
        await reader.select_entity("Tomas Verey")
        await reader.press("c", "enter", *"odile", "enter")
        await reader.until(lambda: "Tomas Verey" not in reader.names)
        assert isinstance(reader.selected, Entity)
        assert reader.selected.name == "Odile Brandt"  # the one that it is now stays selected
        assert all(quote.speaker.name == "Odile Brandt" for quote in reader.reading.quotes if quote.speaker)
        await reader.press("u")
        await reader.until(lambda: reader.names == before)
        await reader.press("c", "enter", *"odile", "enter")
        await reader.until(lambda: "Tomas Verey" not in reader.names)
    async with opened(file) as reader:
        assert "Tomas Verey" not in reader.names
        await reader.press("u")  # also what was put right in an earlier session
        await reader.until(lambda: reader.names == before)


async def test_a_name_is_changed_its_kind_too_and_one_that_is_none_goes(file: Path) -> None:
    async with opened(file) as reader:
        await reader.select_entity("Tomas Verey")
        await reader.press("c", "down", "down", "enter")
        await reader.until(lambda: "keep" in reader.foot)
        await reader.press("ctrl+u", *"Tom", "enter")
        await reader.until(lambda: "Tom" in reader.names)
        await reader.press("c", *"kind", "enter", *"organisation", "enter")
        await reader.until(lambda: next(e for e in reader.reading.entities if e.name == "Tom").label == "ORG")
        await reader.press("c", *"not a name", "enter")
        await reader.until(lambda: "Tom" not in reader.names)
        assert reader.screen.selected is None


async def test_a_wrong_speaker_is_put_right(file: Path) -> None:
    async with opened(file) as reader:
        await reader.press("1", "n")
        quote = reader.selected
        assert isinstance(quote, Quote) and quote.speaker is not None

        def said_by(id_: str) -> str | None:
            quote = reader.reading.item(id_)
            return quote.speaker.name if isinstance(quote, Quote) and quote.speaker is not None else None

        other = "Tomas Verey" if quote.speaker.name == "Odile Brandt" else "Odile Brandt"
        await reader.press("c", *other.split()[0].lower(), "enter")
        await reader.until(lambda: said_by(quote.id) == other)
        assert reader.screen.selected == quote.id


async def test_escape_puts_nothing_right(file: Path) -> None:
    async with opened(file) as reader:
        before = reader.names
        await reader.select_entity("Tomas Verey")
        await reader.press("c", "enter", "escape", "c", "escape")
        assert reader.names == before and reader.keeping.corrections == ()


async def test_a_mention_of_another_moves_there(file: Path) -> None:
    async with opened(file) as reader:
        await reader.select_entity("Odile Brandt")
        spans = reader.reading.spans_of(reader.entity("Odile Brandt"))
        last = len(spans) - 1
        reader.screen.select(reader.entity("Odile Brandt"), last)
        await reader.press("c", *"somebody", "enter", *"verey", "enter")
        await reader.until(lambda: spans[last] in reader.reading.spans_of(reader.entity("Tomas Verey")))
        assert spans[last] not in reader.reading.spans_of(reader.entity("Odile Brandt"))


NAMESAKES = (
    "Two Orrels on the dam\n\nAna Orrel left. Bram Orrel came. “I saw it,” Orrel said.\n\n"
    "Orrel sat, and then he slept.\n\nLater Orrel rose.\n"
)


async def test_two_people_with_one_surname_are_kept_apart_with_few_keys_and_one_u(tmp_path: Path) -> None:
    file = tmp_path / "orrels.txt"
    file.write_text(NAMESAKES, encoding="utf-8")

    def words(name: str) -> list[str]:
        return [span.of(reader.screen.article.text) for span in reader.reading.spans_of(reader.entity(name))]

    async with opened(file) as reader:
        bram = reader.entity("Bram Orrel")
        assert words("Bram Orrel") == ["Bram Orrel", "I", "Orrel", "Orrel", "he", "Orrel"]
        reader.screen.show_list("entities")
        reader.screen.select(bram, 3)
        await reader.press("c", "enter", "down", "enter")  # here it is Ana Orrel; this and the one after it
        await reader.until(lambda: len(words("Ana Orrel")) > 1)
        assert words("Ana Orrel") == ["Ana Orrel", "Orrel", "he", "Orrel"]  # what leans on it comes along
        assert words("Bram Orrel") == ["Bram Orrel", "I", "Orrel"]
        await reader.press("u")
        await reader.until(lambda: words("Ana Orrel") == ["Ana Orrel"])
        assert "taken back: “Orrel” is “Ana Orrel”, 2 times" in reader.foot
        assert len(words("Bram Orrel")) == 6
