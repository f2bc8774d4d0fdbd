"""Nouns and phrases that report as verbs of saying do."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Per the company’s filing, the bridge was sold in May.",
            [("indirect", ("the bridge was sold in May",), "Per", "the company’s filing")],
        ),
        (
            "The bridge was sold in May, per the company’s filing.",
            [("indirect", ("The bridge was sold in May",), "per", "the company’s filing")],
        ),
        (
            "By his own account, Bram Tolle had never seen the bridge.",
            [("indirect", ("Bram Tolle had never seen the bridge",), "By his own account", "his")],
        ),
        (
            "In the words of Ada Berg, the bridge is “a ruin”.",
            [("mixed", ("the bridge is “a ruin”",), "In the words of", "Ada Berg")],
        ),
        (
            "In Ada Berg’s words, the bridge is “a ruin”.",
            [("mixed", ("the bridge is “a ruin”",), "In Ada Berg’s words", "Ada Berg")],
        ),
        (
            "The bridge is, in her own words, “a ruin”.",
            [("mixed", ("The bridge is", "“a ruin”"), "in her own words", "her")],
        ),
        ("As Ada Berg put it, the bridge is a ruin.", [("indirect", ("the bridge is a ruin",), "put it", "Ada Berg")]),
        ("The bridge is a ruin, as Ada Berg put it.", [("indirect", ("The bridge is a ruin",), "put it", "Ada Berg")]),
        (
            "Ada Berg’s claim that the bridge was a ruin was rejected by the court.",
            [("indirect", ("that the bridge was a ruin",), "claim", "Ada Berg")],
        ),
        (
            "The court rejected Ada Berg’s claim that the bridge was a ruin.",
            [("indirect", ("that the bridge was a ruin",), "claim", "Ada Berg")],
        ),
        (
            "The paper ran a check on Ada Berg’s claim that the bridge was a ruin.",
            [("indirect", ("that the bridge was a ruin",), "claim", "Ada Berg")],
        ),
        (
            "The council issued a warning that the bridge was a ruin.",
            [("indirect", ("that the bridge was a ruin",), "warning", "The council")],
        ),
        ("Her answer was that the bridge was shut.", [("indirect", ("that the bridge was shut",), "answer", "Her")]),
        ("His reply was “never again” and nothing more.", [("direct", ("“never again”",), "reply", "His")]),
        ("The plan was described as “a mess” by Ada Berg.", [("mixed", ("as “a mess”",), "described", "Ada Berg")]),
        (
            "It was reported that Ada Berg would leave.",
            [("indirect", ("that Ada Berg would leave",), "reported", None)],
        ),
        (
            "It is claimed that Ada Berg took the money.",
            [("indirect", ("that Ada Berg took the money",), "claimed", None)],
        ),
        ("Bram Tolle's motto is “build it twice”.", [("direct", ("“build it twice”",), "motto", "Bram Tolle")]),
        ("The ministry rejected charges that were made in May.", []),
        ("The promise that Ada Berg made in May was kept.", []),
        (
            "Ada Berg’s claim on Monday that the bridge was a ruin was rejected.",
            [("indirect", ("that the bridge was a ruin",), "claim", "Ada Berg")],
        ),
        (
            "Ada Berg made a statement last week that the bridge was a ruin.",
            [("indirect", ("that the bridge was a ruin",), "statement", "Ada Berg")],
        ),
        (
            "Ada Berg’s claim that “the bridge is a ruin” was rejected.",
            [("direct", ("that “the bridge is a ruin”",), "claim", "Ada Berg")],
        ),
        (
            "The town laughed at Ada Berg’s claim that “the bridge is a ruin,” which the town denied.",
            [("direct", ("“the bridge is a ruin,”",), "claim", "Ada Berg")],
        ),
        (
            "Just prior to Ada Berg’s claim that the bridge was a ruin, it was shut.",
            [("indirect", ("that the bridge was a ruin",), "claim", "Ada Berg")],
        ),
        (
            "Despite her claim that the bridge was safe, the town was cleared.",
            [("indirect", ("that the bridge was safe",), "claim", "her")],
        ),
        (
            "Ada Berg’s warnings that the bridge would fall were ignored.",
            [("indirect", ("that the bridge would fall",), "warnings", "Ada Berg")],
        ),
    ],
)
def test_nouns_and_phrases_report_as_verbs_do(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms
