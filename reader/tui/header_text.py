"""What stands above the article: title, metadata, notices. Pure."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from rich.cells import cell_len

from reader.article.clean import clean_line
from reader.article.model import Article
from reader.tui.drawing import BLANK, Line, Piece

LOADING, READING = "loading…", "reading…"
"""Signs of what is going on."""
_COUNT_AT_ONCE = 50_000
"""Characters whose words are counted before the first paint; of more they are counted beside it."""
_WORDS_A_MINUTE = 220
"""Silent reading of non-fiction: 238 words a minute on average (Brysbaert 2019), a little less on a screen."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def file_name(article: Article) -> str:
    """The file's name without its folder; "standard input" for `-`."""
    return "standard input" if article.path == "-" else clean_line(PurePath(article.path).name)


def title_of(article: Article) -> str:
    """The article's title, else its file's name."""
    return clean_line(article.metadata.title or "") or file_name(article)


def title_block(article: Article) -> int | None:
    """Index of the block at the top of the text that is the title itself."""
    title = article.metadata.title
    for number, block in enumerate(article.blocks[:3]):
        if title and " ".join(block.span.of(article.text).split()) == " ".join(title.split()):
            return number
    return None


def in_words(iso: str) -> str:
    """`2024-06-29` as `29 June 2024`; anything else as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return clean_line(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def words_at_once(article: Article) -> int | None:
    """The number of words, where they are few enough to be counted before the first paint."""
    return article.words if len(article.text) <= _COUNT_AT_ONCE else None


def minutes(words: int) -> int:
    """Minutes to read so many words, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))


_MOST_NOTICES = 2


def header_rows(article: Article) -> int:
    """Rows that the header takes, the blank one under it counted."""
    return 3 + min(_MOST_NOTICES, len(article.notices))


def header_lines(
    article: Article, width: int, *, words: int | None, with_title: bool, sign: str, rows: int = 0
) -> tuple[Line, ...]:
    """The header's rows: the title (else the file's name, when the title can be seen in the text), the metadata, and
    a row for each notice. `sign` says quietly what is going on. In a single one of `rows` the title stands, or when it
    can be seen the metadata."""
    first = Line((Piece(title_of(article), "title") if with_title else Piece(file_name(article), "muted"),))
    right = (Piece(sign, "notice"),) if sign else ()
    second = Line((Piece(_metadata(article, width - cell_len(sign) - 2, words), "muted"),), right)
    if rows == 1:
        return (first._replace(right=right) if with_title else second,)
    return (first, second, *(Line((Piece(clean_line(n), "notice"),)) for n in article.notices[:_MOST_NOTICES]), BLANK)


def _metadata(article: Article, width: int, words: int | None) -> str:
    meta = article.metadata
    # Each with how readily it is left out where there is no room.
    parts = [
        (meta.dateline, 2),
        (in_words(meta.date) if meta.date else None, 1),
        (meta.publication, 3),
        (meta.byline, 5),
        (None if words is None else "1 word" if words == 1 else f"{words:,} words", 0),
        (None if words is None else f"{minutes(words)} min", 4),
    ]
    shown = [(clean_line(text), rank) for text, rank in parts if text]
    while len(shown) > 1 and cell_len(" · ".join(text for text, _ in shown)) > width:
        shown.remove(max(shown, key=lambda part: part[1]))
    return " · ".join(text for text, _ in shown)
