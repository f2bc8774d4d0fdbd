"""The forms that certain kinds of news have: live reports, lists of voices, interviews, dialogue, court reports."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of


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
    ],
)
def test_each_kind_of_news_is_read_in_its_own_form(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms
