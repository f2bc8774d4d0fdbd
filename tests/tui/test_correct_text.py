"""What can be chosen when something is put right."""

from __future__ import annotations

from reader.analysis.model import Quote
from reader.article.load import load_bytes
from reader.read import read
from reader.reading import Reading
from reader.tui.correct_text import others, speakers_for

TEXT = "Ada Berg met Jan Tolle on 3 May in Norway. “The gate is shut,” she said. Tarn Works paid $200."


def reading() -> Reading:
    return read(load_bytes(TEXT.encode(), markdown=False))


def test_who_can_have_said_a_quote_is_no_date_and_no_figure() -> None:
    found = reading()
    (quote,) = found.quotes
    assert isinstance(quote, Quote)
    names = [option.words for option in speakers_for(found, quote)]
    assert set(names[:2]) == {"Jan Tolle", "Tarn Works"}
    assert names[2:] == ["Norway", "nobody who is named"]


def test_a_date_can_be_the_same_as_another_date() -> None:
    found = reading()
    date = next(e for e in found.entities if e.label == "DATE")
    others_of_it = [option.words for option in others(found, None, 0, (date.label,))]
    assert date.name in others_of_it and "$200" not in others_of_it
