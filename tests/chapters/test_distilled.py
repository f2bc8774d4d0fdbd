"""What of a chapter's reading goes into the whole."""

from __future__ import annotations

from reader.analysis.model import (
    Analysis,
    Entity,
    KeyPoint,
    Label,
    Link,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Speaker,
)
from reader.article.load import load_bytes
from reader.chapters.distilled import distilled
from reader.reading import Reading
from reader.rules.model import Match
from reader.spans import Span


def _entity(id_: str, *starts: int, role: str = "mayor") -> Entity:
    mentions = tuple(Mention(Span(at, at + 2), MentionKind.NAME) for at in starts)
    return Entity(id_, "Odile Brandt", Label.PERSON, mentions, (role,))


def _reading() -> Reading:
    article = load_bytes(b"The fountains of Castle Merrow were closed on Friday.")
    quotes = (Quote("q1", QuoteKind.DIRECT, (Span(0, 9),), None, Speaker(None, "Odile Brandt", "e2")),)
    points = (KeyPoint("k2", Span(0, 5), 2), KeyPoint("k1", Span(6, 9), 1))
    links = (
        Link("q1", "e2", "said_by"),
        Link("q1", "e1", "said_by"),
        Link("k1", "e2", "about"),
        Link("k2", "e1", "about"),
    )
    matches = (Match("m1", "a", Span(0, 5), item="k2"), Match("m2", "a", Span(6, 8), item="e2"))
    analysis = Analysis(quotes, (_entity("e1", 4, 20), _entity("e2", 9, role="envoy")), points)
    return Reading(article, analysis, matches, links, highlights=matches)


def test_two_entities_of_one_name_and_label_are_one() -> None:
    found = distilled(_reading())
    (entity,) = found.entities
    assert entity.id == "e1" and entity.roles == ("mayor", "envoy")
    assert [mention.span.start for mention in entity.mentions] == [4, 9, 20]
    assert found.quotes[0].speaker is not None and found.quotes[0].speaker.entity == "e1"


def test_the_first_key_point_is_left_and_nothing_names_the_others() -> None:
    found = distilled(_reading())
    assert [point.id for point in found.key_points] == ["k1"]
    assert [match.item for match in found.matches] == ["", "e1"]
    assert [match.item for match in found.highlights] == ["e1"]


def test_every_link_is_there_once_and_between_items_that_are() -> None:
    found = distilled(_reading())
    assert found.links == (Link("q1", "e1", "said_by"), Link("k1", "e1", "about"))
    assert all(found.has(link.source) and found.has(link.target) for link in found.links)
