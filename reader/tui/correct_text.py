"""What can be put right about an item, and what can be chosen for it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.model import VALUE_LABELS, Entity, Label, MentionKind, Quote
from reader.reading import Item, Reading
from reader.spans import Span
from reader.tui.choose_panel import Option
from reader.tui.detail_text import LABEL_WORDS
from reader.tui.drawing import elide
from reader.tui.list_rows import kind_role, quote_words

MERGE, SPLIT, RENAME, RELABEL, NO_NAME, SPEAKER = "merge", "split", "rename", "relabel", "no-name", "speaker"
NOBODY = "-"
"""Key of the choice of none of the entities."""
_WORDS = 30


def title_of(reading: Reading, item: Item) -> str:
    """What is to be put right, in a few words."""
    match item:
        case Entity(name=name):
            return f"Put right: {name}"
        case Quote():
            return f"Put right: {quote_words(reading.article.text, item)}"
    return "Put right"


def offers(reading: Reading, item: Item, mention: int) -> tuple[Option, ...]:
    """What applies to an item, at one of its mentions."""
    match item:
        case Entity(name=name, mentions=mentions):
            words = _words(reading, mentions[mention].span)
            return (
                Option(MERGE, f"{elide(name, _WORDS)} is the same as …"),
                Option(SPLIT, f"here, “{elide(words, _WORDS)}” is somebody or something else …"),
                Option(RENAME, "another name …"),
                Option(RELABEL, "another kind …", LABEL_WORDS[item.label]),
                Option(NO_NAME, "this is not a name"),
            )
        case Quote(speaker=speaker):
            return (Option(SPEAKER, "said by somebody else …", (speaker.name if speaker else None) or "nobody named"),)
    return ()


_SPEAKERS = (Label.PERSON, Label.ORG)


def others(reading: Reading, but: str | None, near: int, first: Sequence[Label] = _SPEAKERS) -> Iterator[Option]:
    """The entities that can be chosen instead of one: those with a label among `first` first, and those near a place
    before others. Dates and figures can be chosen for their like only."""

    def rank(entity: Entity) -> tuple[bool, int]:
        return entity.label not in first, min(abs(mention.span.start - near) for mention in entity.mentions)

    for entity in sorted(reading.entities, key=rank):
        if entity.id != but and (entity.label not in VALUE_LABELS or entity.label in first):
            yield Option(entity.id, entity.name, LABEL_WORDS[entity.label], kind_role(entity.label))


def another_for(reading: Reading, entity: Entity, mention: int) -> tuple[Option, ...]:
    """What a mention can mean instead of its entity."""
    here = entity.mentions[mention]
    none = "none of these: unclear whom it means"
    if here.kind is MentionKind.NAME:
        none = f"none of these: another {_words(reading, here.span)}"
    alone = () if len(entity.mentions) == 1 and here.kind is MentionKind.NAME else (Option(NOBODY, none, role="muted"),)
    return (*alone, *others(reading, entity.id, here.span.start, (entity.label,)))


def who_said(reading: Reading, quote: Quote) -> str:
    """The question above those who can have said a quote."""
    return f"Who said it? {elide(quote_words(reading.article.text, quote), _WORDS)}"


def speakers_for(reading: Reading, quote: Quote) -> tuple[Option, ...]:
    """Who can have said a quote instead."""
    now = quote.speaker.entity if quote.speaker is not None else None
    nobody = () if quote.speaker is None else (Option(NOBODY, "nobody who is named", role="muted"),)
    return (*others(reading, now, quote.parts[0].start), *nobody)


def labels_for(entity: Entity) -> Sequence[Option]:
    """The kinds that it can be instead."""
    return [Option(label.value, LABEL_WORDS[label]) for label in Label if label is not entity.label]


def _words(reading: Reading, span: Span) -> str:
    return " ".join(span.of(reading.article.text).split())
