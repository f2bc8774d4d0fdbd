"""Markdown, CSV, HTML and Web Annotations: all that was found is there, and text of the article is only text."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from reader.article.load import load_bytes
from reader.cli import main
from reader.export.csv import COLUMNS, as_csv, csv_head
from reader.export.html import as_html
from reader.export.json import written
from reader.export.markdown import as_markdown, escape
from reader.export.stream import FORMATS
from reader.export.web_annotation import as_annotations
from reader.read import read
from reader.reading import Item, Reading
from reader.rules.load import load_builtin

TEXT = """Mill & weir: <b>both</b> to stay

Ana Roe, the mayor, said the mill would stay open. “We paid [twice] for *that* roof,” she said, “and it may hold.”

=HYPERLINK("http://x.example") is what Tom Hale called it. “@all of us agree,” Hale said. The weir may leak.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    found = read(load_bytes(TEXT.encode(), path="mill <i>.txt"), load_builtin("hedging"))
    assert found.quotes and found.entities and found.key_points and found.matches
    return found


def rows_of(reading: Reading) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_head() + as_csv(reading), newline="")))


def test_the_table_has_a_row_for_every_item(reading: Reading) -> None:
    rows = rows_of(reading)
    items: tuple[Item, ...] = (*reading.quotes, *reading.entities, *reading.key_points, *reading.matches)
    assert [row["id"] for row in rows] == [item.id for item in items]
    assert set(rows[0]) == set(COLUMNS)
    quote = next(row for row in rows if row["kind"] == "direct")
    assert (quote["speaker"], quote["cue"]) == ("Ana Roe", "said")
    assert quote["words"] == "“We paid [twice] for *that* roof,” […] “and it may hold.”"
    assert TEXT.strip()[int(quote["start"])] == "“"


def test_no_cell_begins_like_a_formula(reading: Reading) -> None:
    article = load_bytes(b"Mill\n\n=1+2 said Ana Roe. -5 @x +7\n", path="=cmd.txt")
    for row in (*rows_of(read(article)), *rows_of(reading)):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {row["article"] for row in rows_of(read(article))} <= {"'=cmd.txt"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.anchors: set[str] = set()
        self.targets: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        if values.get("id"):
            self.anchors.add(values["id"] or "")
        if values.get("href"):
            self.targets.add(values["href"] or "")

    def handle_data(self, data: str) -> None:
        self.words += data


def page_of(reading: Reading) -> _Page:
    page = _Page()
    page.feed(as_html(reading))
    return page


def test_nothing_of_the_article_is_markup_in_the_page(reading: Reading) -> None:
    page = page_of(reading)
    assert not {"b", "i", "script", "img", "link", "iframe"} & set(page.tags)
    assert "<b>both</b>" in page.words


def test_every_link_of_the_page_leads_to_a_place_in_it(reading: Reading) -> None:
    page = page_of(reading)
    assert page.targets
    assert {target.removeprefix("#") for target in page.targets} <= page.anchors
    assert "http" not in "".join(page.targets)


def test_the_page_holds_the_whole_text_once(reading: Reading) -> None:
    page = as_html(reading)
    article = page[page.index("<article>") : page.index("</article>")]
    inner = _Page()
    inner.feed(article)
    assert "".join(inner.words.split()) == "".join(reading.article.text.split())


def test_what_rules_pick_out_is_marked_and_listed_in_the_page(reading: Reading) -> None:
    (match,) = reading.matches
    page, place = as_html(reading), f"{match.id}-{match.span.start}"
    assert f'<a id="{place}"></a><span class="match">may</span>' in page
    assert f'<li><a href="#{place}">may</a> <small>hedge</small></li>' in page


def test_entries_of_a_list_are_in_a_list_and_keep_their_numbers() -> None:
    page = as_html(read(load_bytes(b"Two things:\n\n1. a mill\n2. a weir\n\nThat was all.\n", path="two.md")))
    entries = '<ul>\n<li data-marker="1.">a mill</li>\n<li data-marker="2.">a weir</li>\n</ul>\n<p>'
    assert entries in page and "content: attr(data-marker)" in page


def test_the_report_shows_the_words_as_they_stand(reading: Reading) -> None:
    html = MarkdownIt("js-default").render(as_markdown(reading))
    page = _Page()
    page.feed(html)
    assert "We paid [twice] for *that* roof," in page.words
    assert "Mill & weir: <b>both</b> to stay" in page.words
    assert not {"em", "a", "b"} & set(page.tags)
    assert page.tags.count("li") == len(reading.quotes) + len(reading.key_points) + len(reading.matches)


@pytest.mark.parametrize(
    "words", ["# a", "1. a", "- a", "+ a", "> a", "= a", "*a*", "[a](b)", "<b>", "a|b", "`a`", "&amp;", "\\*"]
)
def test_escaped_words_are_words_to_markdown(words: str) -> None:
    page = _Page()
    page.feed(MarkdownIt("js-default").render(escape(words)))
    assert page.words.strip() == words and set(page.tags) == {"p"}


def test_annotations_point_at_the_words_by_place_and_by_quotation(reading: Reading) -> None:
    page = as_annotations(reading)
    text = reading.article.text
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == len({item["id"] for item in page["items"]}) > 5
    for item in page["items"]:
        for target in item["target"]:
            place, quotation = target["selector"]
            assert text[place["start"] : place["end"]] == quotation["exact"]
            assert text[: place["start"]].endswith(quotation["prefix"])
            assert text[place["end"] :].startswith(quotation["suffix"])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_by_the_command_line(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["export", "--format", form, str(path)]) == 0
    assert "Tom Hale" in capsys.readouterr().out


def test_two_articles_are_two_reports_one_table_and_an_array_of_annotations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    outs = {}
    for form in ("markdown", "csv", "webannotation"):
        assert main(["export", "--format", form, str(path), str(path)]) == 0
        outs[form] = capsys.readouterr().out
    assert outs["markdown"].count("\n## Quotes\n") == 2
    assert outs["csv"].count("article,id,") == 1
    assert len(json.loads(outs["webannotation"])) == 2


def test_two_articles_are_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["export", "--format", "html", str(path), str(path)])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said == "reader: an HTML page holds one article: export them one by one (try 'reader export --help')\n"


def test_what_is_long_is_written_in_pieces_that_are_the_same_json() -> None:
    value = {"text": "“tide\u200b”", "spans": [[n, n + 1] for n in range(10_000)]}
    pieces = list(written(value, indent=1))
    assert len(pieces) > 3
    assert "".join(pieces) == json.dumps(value, indent=1, ensure_ascii=False).replace("\u200b", "\\u200b")
