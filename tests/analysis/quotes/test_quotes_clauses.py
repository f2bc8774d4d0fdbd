"""Reported clauses: where each begins and ends, in sentences that make it hard."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Bram Tolle said the bridge was shut, adding that nobody would cross it before May.",
            [
                ("indirect", ("the bridge was shut",), "said", "Bram Tolle"),
                ("indirect", ("that nobody would cross it before May",), "adding", "Bram Tolle"),
            ],
        ),
        (
            'Tarn, the firm that promised to "raise the bridge," is leaving the town.',
            [("mixed", ('to "raise the bridge,"',), "promised", "that")],
        ),
        (
            "Bram Tolle said the bridge was “safe”, a claim the keeper, Ada Berg, called “nonsense”.",
            [
                ("mixed", ("the bridge was “safe”",), "said", "Bram Tolle"),
                ("direct", ("“nonsense”",), "called", "the keeper, Ada Berg"),
            ],
        ),
        ("Bram Tolle was told that the bridge was shut.", [("indirect", ("that the bridge was shut",), "told", None)]),
        (
            "The bridge, which Bram Tolle says was never safe, was shut on Monday.",
            [("indirect", ("which", "was never safe"), "says", "Bram Tolle")],
        ),
        (
            "Bram Tolle said he would not resign, and that the council had lied.",
            [("indirect", ("he would not resign, and that the council had lied",), "said", "Bram Tolle")],
        ),
        (
            "Bram Tolle said that while the bridge was old, it was safe.",
            [("indirect", ("that while the bridge was old, it was safe",), "said", "Bram Tolle")],
        ),
        (
            "In a statement, the company said it regretted the delay, which began in May.",
            [("indirect", ("it regretted the delay, which began in May",), "said", "the company")],
        ),
        (
            "The company’s statement said it regretted the delay.",
            [("indirect", ("it regretted the delay",), "said", "The company’s statement")],
        ),
        (
            "Asked whether the bridge was safe, Bram Tolle shrugged.",
            [("indirect", ("whether the bridge was safe",), "Asked", None)],
        ),
        (
            "Bram Tolle refused to say whether the bridge was safe.",
            [("indirect", ("whether the bridge was safe",), "say", "Bram Tolle")],
        ),
        (
            "Bram Tolle told the Orrel Courier the bridge was shut and he was glad.",
            [("indirect", ("the bridge was shut and he was glad",), "told", "Bram Tolle")],
        ),
        (
            "Two officials familiar with the matter said the bridge was shut.",
            [("indirect", ("the bridge was shut",), "said", "Two officials familiar with the matter")],
        ),
        ("Police said Thursday the bridge was shut.", [("indirect", ("the bridge was shut",), "said", "Police")]),
        (
            "Bram Tolle was quoted as saying that the bridge was shut.",
            [("indirect", ("that the bridge was shut",), "saying", "Bram Tolle")],
        ),
        (
            "He has repeatedly said, most recently in May, that the bridge was shut.",
            [("indirect", ("that the bridge was shut",), "said", "He")],
        ),
        (
            "Saying the bridge was unsafe, Bram Tolle resigned on Monday.",
            [("indirect", ("the bridge was unsafe",), "Saying", "Bram Tolle")],
        ),
        ("The sign said the bridge was shut.", [("indirect", ("the bridge was shut",), "said", "The sign")]),
        ("She did not say who had shut the bridge.", [("indirect", ("who had shut the bridge",), "say", "She")]),
        (
            "Bram Tolle, asked about the bridge, said it was shut.",
            [("indirect", ("it was shut",), "said", "Bram Tolle")],
        ),
        (
            "The bridge might fall, warned Bram Tolle, unless it was mended.",
            [("indirect", ("The bridge might fall", "unless it was mended"), "warned", "Bram Tolle")],
        ),
        (
            "If it rains, Bram Tolle said, the bridge will fall.",
            [("indirect", ("If it rains", "the bridge will fall"), "said", "Bram Tolle")],
        ),
        (
            "It rained all week, Bram Tolle said, until the bridge fell.",
            [("indirect", ("It rained all week", "until the bridge fell"), "said", "Bram Tolle")],
        ),
        (
            "Yet, as Bram Tolle observed, the bridge was still open.",
            [("indirect", ("the bridge was still open",), "observed", "Bram Tolle")],
        ),
        (
            "It was the workers' idea, Ada Berg said, and the bosses' money.",
            [("indirect", ("It was the workers' idea", "and the bosses' money"), "said", "Ada Berg")],
        ),
        ("Sources say Ada Berg will leave in May.", [("indirect", ("Ada Berg will leave in May",), "say", "Sources")]),
        (
            "Ada Berg will leave in May, sources close to the mayor say.",
            [("indirect", ("Ada Berg will leave in May",), "say", "sources close to the mayor")],
        ),
        (
            "Ada Berg will, sources say, leave in May.",
            [("indirect", ("Ada Berg will", "leave in May"), "say", "sources")],
        ),
        (
            "Ada Berg has, according to two officials, left.",
            [("indirect", ("Ada Berg has", "left"), "according to", "two officials")],
        ),
        (
            "Officials, speaking on condition of anonymity, said the bridge had been shut for years.",
            [("indirect", ("the bridge had been shut for years",), "said", "Officials")],
        ),
        (
            "If Ada Berg says the bridge is shut, the town will believe her.",
            [("indirect", ("the bridge is shut",), "says", "Ada Berg")],
        ),
        (
            "Ada Berg — who had asked for the bridge to be shut — said she was glad.",
            [
                ("indirect", ("for the bridge to be shut",), "asked", "who"),
                ("indirect", ("she was glad",), "said", "Ada Berg"),
            ],
        ),
        (
            "Ada Berg hopes to reopen the bridge, which she says is safe, by May.",
            [("indirect", ("which", "is safe"), "says", "she")],
        ),
        (
            "The report found that the bridge was unsafe and recommended that it be shut.",
            [("indirect", ("that it be shut",), "recommended", "The report")],
        ),
        (
            "The law says that bridges must be checked every year.",
            [("indirect", ("that bridges must be checked every year",), "says", "The law")],
        ),
        (
            "Police said that a man had been held, and that a woman was in hospital, where she died.",
            [
                (
                    "indirect",
                    ("that a man had been held, and that a woman was in hospital, where she died",),
                    "said",
                    "Police",
                )
            ],
        ),
        (
            "Ada Berg said she would go, would sell the house and would never come back.",
            [("indirect", ("she would go, would sell the house and would never come back",), "said", "Ada Berg")],
        ),
        (
            "Ada Berg, told that the bridge was shut, laughed.",
            [("indirect", ("that the bridge was shut",), "told", None)],
        ),
        (
            "Told that the bridge was shut, Ada Berg laughed.",
            [("indirect", ("that the bridge was shut",), "Told", None)],
        ),
        (
            "The bridge was shut because of rot, Ada Berg said when asked about it.",
            [("indirect", ("The bridge was shut because of rot",), "said", "Ada Berg")],
        ),
        (
            "Bram Tolle said the bridge was shut, citing a letter from the council.",
            [("indirect", ("the bridge was shut",), "said", "Bram Tolle")],
        ),
        (
            "When Bram Tolle said the bridge was shut — as it had been for years — the crowd left.",
            [("indirect", ("the bridge was shut",), "said", "Bram Tolle")],
        ),
        (
            "Bram Tolle said the plan would cut costs, allowing the town to mend the bridge.",
            [("indirect", ("the plan would cut costs, allowing the town to mend the bridge",), "said", "Bram Tolle")],
        ),
        (
            "Bram Tolle says he will meet the council and tell it the bridge is shut.",
            [("indirect", ("he will meet the council and tell it the bridge is shut",), "says", "Bram Tolle")],
        ),
        (
            "The bridge, Bram Tolle said, would be mended.",
            [("indirect", ("The bridge", "would be mended"), "said", "Bram Tolle")],
        ),
        (
            "The bridge that the town built in 1950, Bram Tolle said, is older than the mayor.",
            [("indirect", ("The bridge that the town built in 1950", "is older than the mayor"), "said", "Bram Tolle")],
        ),
        (
            "Even if it rains, Bram Tolle said, the bridge will be mended.",
            [("indirect", ("Even if it rains", "the bridge will be mended"), "said", "Bram Tolle")],
        ),
        (
            "The frost was so hard, Bram Tolle said, that the bridge cracked.",
            [("indirect", ("The frost was so hard", "that the bridge cracked"), "said", "Bram Tolle")],
        ),
        (
            "The bridge, which, Bram Tolle said, was never safe, is shut.",
            [("indirect", ("which", "was never safe"), "said", "Bram Tolle")],
        ),
        (
            "Bram Tolle said during a rally in Lorn on Friday night that the bridge was shut.",
            [("indirect", ("that the bridge was shut",), "said", "Bram Tolle")],
        ),
    ],
)
def test_a_clause_ends_where_the_writer_goes_on(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms
