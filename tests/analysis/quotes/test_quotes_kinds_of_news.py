"""The forms that certain kinds of news have: live reports, lists of voices, interviews, dialogue, court reports."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of

from reader.analysis.entities.names import find_names
from reader.analysis.quotes.attributions import find_attributions
from reader.article.load import load_bytes
from reader.language.prose import read_prose


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "10:15 Bram Tolle says the gates are shut.\n\n9.40pm – “Nobody gets through,” he says.\n\n"
            "09:50 GMT: Engineers say the dam is safe.",
            [
                ("indirect", ("the gates are shut",), "says", "Bram Tolle"),
                ("direct", ("“Nobody gets through,”",), "says", "he"),
                ("indirect", ("the dam is safe",), "say", "Engineers"),
            ],
        ),
        (
            "Here is what they said:\n\nAda Berg, mayor of Lorn: “It is a sad day.”\n\nBram Tolle: “A day of shame.”",
            [
                ("direct", ("“It is a sad day.”",), ":", "Ada Berg"),
                ("direct", ("“A day of shame.”",), ":", "Bram Tolle"),
            ],
        ),
        (
            "“Is it shut?” he asked.\n\n“It is.”\n\n“Good,” he said.",
            [
                ("direct", ("“Is it shut?”",), "asked", "he"),
                ("direct", ("“It is.”",), None, None),
                ("direct", ("“Good,”",), "said", "he"),
            ],
        ),
        (
            "Asked about the dam, Bram Tolle laughed. “Ask me in May.”",
            [("direct", ("“Ask me in May.”",), None, "Bram Tolle")],
        ),
        (
            "The mayor shook her head. “Never again.”",
            [("direct", ("“Never again.”",), None, "The mayor")],
        ),
        (
            "“It was the dam,” one miner, who asked not to be named, said.",
            [("direct", ("“It was the dam,”",), "said", "one miner")],
        ),
        (
            "Bram Tolle vowed not to rest. Ada Berg asked the board not to speak.",
            [
                ("indirect", ("not to rest",), "vowed", "Bram Tolle"),
                ("indirect", ("not to speak",), "asked", "Ada Berg"),
            ],
        ),
        (
            "“It is over,” said Ada Berg and Bram Tolle in a joint statement.",
            [("direct", ("“It is over,”",), "said", "Ada Berg and Bram Tolle")],
        ),
        (
            "Ada Berg said in a statement.\n\n“The dam is safe and it will stay safe.”",
            [("direct", ("“The dam is safe and it will stay safe.”",), "said", "Ada Berg")],
        ),
        (
            "“It will not happen,” Bram Tolle vowed. “Not on my watch.” The crowd roared.",
            [("direct", ("“It will not happen,”", "“Not on my watch.”"), "vowed", "Bram Tolle")],
        ),
        (
            "Said one: “I have never seen the like.” Said another: “Nor I.”",
            [
                ("direct", ("“I have never seen the like.”",), "Said", "one"),
                ("direct", ("“Nor I.”",), "Said", "another"),
            ],
        ),
        (
            "Ada Berg had four short words for Bram Tolle: “Give me the key.”",
            [("direct", ("“Give me the key.”",), None, "Ada Berg")],
        ),
        (
            "The House met.\n\nBram Tolle (Lorn) (Lib): Will she resign, and when?\n\n"
            "Ada Berg (Orrel): She will do no such thing.\n\nBram Tolle: Then who will?\n\n"
            "Ada Berg: Ask me in May, sir.",
            [
                ("direct", ("Will she resign, and when?",), None, "Bram Tolle"),
                ("direct", ("She will do no such thing.",), None, "Ada Berg"),
                ("direct", ("Then who will?",), None, "Bram Tolle"),
                ("direct", ("Ask me in May, sir.",), None, "Ada Berg"),
            ],
        ),
        (
            "“It is my fault”, Bram Tolle was heard to say. “Go away,” a man can be heard shouting.",
            [
                ("direct", ("“It is my fault”",), "say", "Bram Tolle"),
                ("direct", ("“Go away,”",), "shouting", "a man"),
            ],
        ),
        (
            "According to a clerk briefed on the talks, who was not allowed to speak, the deal is close.",
            [("indirect", ("the deal is close",), "According to", "a clerk briefed on the talks")],
        ),
        (
            "“It was a hard year,” Bram Tolle said. Then, “we bought a second boat and never looked back.”",
            [
                (
                    "mixed",
                    ("“It was a hard year,”", "Then, “we bought a second boat and never looked back.”"),
                    "said",
                    "Bram Tolle",
                )
            ],
        ),
        (
            "“It was a hard year,” another miner, Sam Orme told the Courier. “It was.”",
            [("direct", ("“It was a hard year,”", "“It was.”"), "told", "another miner, Sam Orme")],
        ),
        (
            "“It was a hard year,” Sam Orme, the miner told the Courier.",
            [("direct", ("“It was a hard year,”",), "told", "Sam Orme")],
        ),
        (
            "Bram Tolle responded with words that cost him sleep: “It was a hard year.”",
            [("direct", ("“It was a hard year.”",), "responded", "Bram Tolle")],
        ),
        (
            "The bridge draws crowds: six thousand walkers crossed it in May, according to one count.",
            [("indirect", ("six thousand walkers crossed it in May",), "according to", "one count")],
        ),
        (
            "“I love this town,” Bram Tolle said. “Always have.” His son agrees.",
            [("direct", ("“I love this town,”", "“Always have.”"), "said", "Bram Tolle")],
        ),
        ("“Will it hold?” he asked. Nobody answered. “Will it?”", [("direct", ("“Will it hold?”",), "asked", "he")]),
        (
            "Bram Tolle said it was “a fine old dam.” He told the miners to go.",
            [
                ("mixed", ("it was “a fine old dam.”",), "said", "Bram Tolle"),
                ("indirect", ("to go",), "told", "He"),
            ],
        ),
        (
            "What Bram Tolle said next surprised the town: “I resign.”",
            [("direct", ("“I resign.”",), "said", "Bram Tolle")],
        ),
        (
            "Her last letter, which Bram Tolle has seen, is blunt: “The dam will fall.”",
            [("direct", ("“The dam will fall.”",), None, "Her last letter")],
        ),
        (
            "Bram Tolle, asked if he would go, shook his head. “Not today.”",
            [("indirect", ("if he would go",), "asked", None), ("direct", ("“Not today.”",), None, "Bram Tolle")],
        ),
        (
            "“The dam will fall,” a voice in the film states.",
            [("direct", ("“The dam will fall,”",), "states", "a voice in the film")],
        ),
        (
            "Engineers said in a news release on Sunday that the dam had moved.",
            [("indirect", ("that the dam had moved",), "said", "Engineers")],
        ),
    ],
)
def test_each_kind_of_news_is_read_in_its_own_form(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms


def test_a_headline_may_open_with_the_words_of_whom_it_names() -> None:
    prose = read_prose(load_bytes("‘I never saw it’: Ada Berg on the dam\n\nAda Berg is out.".encode(), path="x.txt"))
    (found,) = find_attributions(prose, find_names(prose))
    assert found.source is not None
    assert (found.parts[0].of(prose.text), found.source.of(prose.text)) == ("‘I never saw it’", "Ada Berg")


@pytest.mark.parametrize(
    ("headline", "kind", "words", "source"),
    [
        ("Orrel Praises Lorn: ‘A Great Neighbour’", "direct", "‘A Great Neighbour’", "Orrel"),
        ("Ada Berg slams Bram Tolle: ‘He lied to us all’", "direct", "‘He lied to us all’", "Ada Berg"),
        ("Dam will hold: Ada Berg", "indirect", "Dam will hold", "Ada Berg"),
        ("Dam will hold: minister", "indirect", "Dam will hold", "minister"),
        ("Ada Berg’s message to Lorn: ‘We will rebuild’", "direct", "‘We will rebuild’", "Ada Berg"),
        ("Ada Berg warns dam could fail, urges town to leave", "indirect", "dam could fail", "Ada Berg"),
    ],
)
def test_a_headline_gives_its_words_to_its_subject_or_to_the_name_behind_them(
    headline: str, kind: str, words: str, source: str
) -> None:
    prose = read_prose(load_bytes((headline + "\n\nThe town was calm on Monday.").encode(), path="x.txt"))
    (found,) = find_attributions(prose, find_names(prose))
    assert found.source is not None
    assert (found.kind.value, found.parts[0].of(prose.text)) == (kind, words)
    assert found.source.of(prose.text) == source
