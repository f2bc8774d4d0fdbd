"""What can be chosen when something is put right."""

from __future__ import annotations

from reader.analysis.model import Entity, Quote
from reader.article.load import load_bytes
from reader.read import read
from reader.reading import Reading
from reader.spans import Span
from reader.tui.correct_text import ALL, ON, ONLY, how_far, namesakes, offers, others, speakers_for

TEXT = "Ada Berg met Jan Tolle on 3 May in Norway. “The gate is shut,” she said. Tarn Works paid $200."


NAMESAKES = (
    "Ana Orrel left. Ilse Berg wept. Bram Orrel came. “It leaks,” Orrel said. Orrel sat, and he slept. Tom Tolle sang. "
    "Later Orrel rose."
)


def reading(text: str = TEXT) -> Reading:
    return read(load_bytes(text.encode(), markdown=False))


def entity_of(found: Reading, name: str) -> Entity:
    return next(e for e in found.entities if e.name == name)


def mention_of(found: Reading, entity: Entity, words: str, nth: int = 0) -> tuple[int, Span]:
    """The number of a mention with these words, and where it stands."""
    those = [(n, m.span) for n, m in enumerate(entity.mentions) if m.span.of(found.article.text) == words]
    return those[nth]


def test_who_can_have_said_a_quote_is_no_date_and_no_figure() -> None:
    found = reading()
    (quote,) = found.quotes
    assert isinstance(quote, Quote)
    names = [option.words for option in speakers_for(found, quote)]
    assert names == ["Jan Tolle", "Tarn Works", "Norway", "nobody who is named"]


def test_a_date_can_be_the_same_as_another_date() -> None:
    found = reading()
    date = next(e for e in found.entities if e.label == "DATE")
    others_of_it = [option.words for option in others(found, None, 0, (date.label,))]
    assert date.name in others_of_it and "$200" not in others_of_it


def test_who_has_the_same_surname_is_offered_first() -> None:
    found = reading(NAMESAKES)
    quote = found.quotes[0]
    assert [option.words for option in speakers_for(found, quote)][:3] == ["Ana Orrel", "Ilse Berg", "Tom Tolle"]
    bram = entity_of(found, "Bram Orrel")
    same = [option.words for option in others(found, bram.id, 60, (bram.label,), bram.name)]
    assert same[0] == "Ana Orrel"


def test_at_a_bare_surname_the_namesake_is_one_keystroke_away() -> None:
    found = reading(NAMESAKES)
    bram = entity_of(found, "Bram Orrel")
    number, _ = mention_of(found, bram, "Orrel")
    assert [option.words for option in offers(found, bram, number)][:3] == [
        "here it is Ana Orrel",
        "here, “Orrel” is somebody or something else …",
        "Bram Orrel is the same as …",
    ]
    assert offers(found, bram, 0)[0].words == "Bram Orrel is the same as …"  # nothing is wrong with the full name


def test_at_a_pronoun_those_named_last_before_it_are_one_keystroke_away() -> None:
    found = reading(NAMESAKES)
    bram = entity_of(found, "Bram Orrel")
    number, _ = mention_of(found, bram, "he")
    assert [entity.name for entity in namesakes(found, bram, number)] == ["Ilse Berg", "Ana Orrel"]


def test_a_name_that_is_there_once_is_the_same_as_another_or_nothing_else() -> None:
    found = reading(NAMESAKES)
    tolle = entity_of(found, "Tom Tolle")
    assert not [option for option in offers(found, tolle, 0) if option.words.startswith("here")]


def test_how_far_a_name_is_another_is_asked_where_it_stands_more_than_once() -> None:
    found = reading(NAMESAKES)
    bram = entity_of(found, "Bram Orrel")
    spans = [mention_of(found, bram, "Orrel", n)[1] for n in range(3)]
    options, also = how_far(found, bram, spans[1])
    assert [(option.words, option.right) for option in options] == [
        ("this “Orrel” only", ""),
        ("this and the one after it", ""),
        ("every “Orrel” of Bram Orrel", "3×"),
    ]
    assert also == {ONLY: (), ON: (spans[2],), ALL: (spans[0], spans[2])}
    _, full = mention_of(found, bram, "Bram Orrel")
    assert how_far(found, bram, full)[0] == ()
