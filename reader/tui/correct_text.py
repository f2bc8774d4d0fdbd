"""What can be put right about an item, and what can be chosen for it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.model import VALUE_LABELS, Entity, Label, MentionKind, Quote
from reader.reading import Item, Reading
from reader.spans import Span, first_from
from reader.tui.choose_panel import Option
from reader.tui.detail_text import LABEL_WORDS
from reader.tui.drawing import elide
from reader.tui.entity_rows import kind_role
from reader.tui.item_words import quote_words

MERGE, SPLIT, RENAME, RELABEL, NO_NAME, SPEAKER = "merge", "split", "rename", "relabel", "no-name", "speaker"
NOBODY = "-"
"""Key of the choice of none of the entities."""
HERE = "here:"
"""What the key of a choice of one of the namesakes begins with; its id follows."""
ONLY, ON, ALL = "only", "on", "all"
"""How far it goes that a name is another one."""
_WORDS = 30
_NAMESAKES = 2
"""Those offered at once of whom a mention may be."""


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
            merge = Option(MERGE, f"{elide(name, _WORDS)} is the same as …")
            split = (
                *(
                    Option(HERE + it.id, f"here it is {elide(it.name, _WORDS)}")
                    for it in namesakes(reading, item, mention)
                ),
                Option(SPLIT, f"here, “{elide(words, _WORDS)}” is somebody or something else …"),
            )
            if len(mentions) == 1:
                split = ()  # that it is another says the merge as well
            return (
                *((*split, merge) if mention and words != name else (merge, *split)),
                Option(RENAME, "another name …"),
                Option(RELABEL, "another kind …", LABEL_WORDS[item.label]),
                Option(NO_NAME, "this is not a name"),
            )
        case Quote(speaker=speaker):
            return (Option(SPEAKER, "said by somebody else …", (speaker.name if speaker else None) or "nobody named"),)
    return ()


def namesakes(reading: Reading, entity: Entity, mention: int) -> Sequence[Entity]:
    """Those of its kind whose name has the words of a mention; of a pronoun or a description, who is named before."""
    here = entity.mentions[mention]
    likes = [other for other in reading.entities if other.label is entity.label and other.id != entity.id]
    if here.kind is MentionKind.NAME:
        if _words(reading, here.span) == entity.name:
            return ()  # the full name says who it is
        words = set(_words(reading, here.span).casefold().split())
        return [other for other in likes if words & set(other.name.casefold().split())][:_NAMESAKES]
    named = ((_around(reading, other, here.span.start)[0], other) for other in likes)
    before = sorted((pair for pair in named if pair[0] is not None), key=lambda pair: -(pair[0] or 0))
    return [other for _, other in before[:_NAMESAKES]]


def _around(reading: Reading, entity: Entity, offset: int) -> tuple[int | None, int | None]:
    """Where the last mention of an entity before an offset begins, and the first one from there on."""
    spans = reading.spans_of(entity.id)
    past = first_from(spans, offset)
    return spans[past - 1].start if past else None, spans[past].start if past < len(spans) else None


def how_far(reading: Reading, entity: Entity, here: Span) -> tuple[tuple[Option, ...], dict[str, tuple[Span, ...]]]:
    """How far a name can be another one: here, from here on, wherever it stands so; and what else each of them takes.

    No choice at all where the text has it only once.
    """
    words = _words(reading, here)
    names = (m.span for m in entity.mentions if m.kind is MentionKind.NAME)
    same = tuple(span for span in names if span != here and _words(reading, span) == words)
    after = tuple(span for span in same if span > here)
    spans = {ONLY: (), ON: after, ALL: same}
    options = [Option(ONLY, f"this “{elide(words, _WORDS)}” only")]
    if after:
        options.append(
            Option(ON, f"this and the {len(after)} after it" if len(after) > 1 else "this and the one after it")
        )
    if len(after) < len(same):
        options.append(
            Option(ALL, f"every “{elide(words, _WORDS)}” of {elide(entity.name, _WORDS)}", f"{len(same) + 1}×")
        )
    return (tuple(options) if same else (), spans)


_SPEAKERS = (Label.PERSON, Label.ORG)


def others(
    reading: Reading, but: str | None, near: int, first: Sequence[Label] = _SPEAKERS, like: str = ""
) -> Iterator[Option]:
    """The entities that can be chosen instead of one: those with a label among `first` first, in that order, of these
    who shares a word with `like`, and then those near a place before others. Dates and figures can be chosen for their
    like only."""
    words = set(like.casefold().split())

    def rank(entity: Entity) -> tuple[int, bool, int]:
        kind = first.index(entity.label) if entity.label in first else len(first)
        apart = min(abs(at - near) for at in _around(reading, entity, near) if at is not None)
        return kind, words.isdisjoint(entity.name.casefold().split()), apart

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
    return (*alone, *others(reading, entity.id, here.span.start, (entity.label,), _words(reading, here.span)))


def who_said(reading: Reading, quote: Quote) -> str:
    """The question above those who can have said a quote."""
    return f"Who said it? {elide(quote_words(reading.article.text, quote), _WORDS)}"


def speakers_for(reading: Reading, quote: Quote) -> tuple[Option, ...]:
    """Who can have said a quote instead."""
    now = quote.speaker.entity if quote.speaker is not None else None
    source = quote.speaker.span if quote.speaker is not None else None
    like = _words(reading, source) if source is not None else ""
    nobody = () if quote.speaker is None else (Option(NOBODY, "nobody who is named", role="muted"),)
    return (*others(reading, now, quote.parts[0].start, like=like), *nobody)


def labels_for(entity: Entity) -> Sequence[Option]:
    """The kinds that it can be instead."""
    return [Option(label.value, LABEL_WORDS[label]) for label in Label if label is not entity.label]


def _words(reading: Reading, span: Span) -> str:
    return " ".join(span.of(reading.article.text).split())
