"""Sentences with several reports, and weak verbs that report only with words in marks."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Bram Tolle said the bridge was shut, but Ada Berg insisted it was open.",
            [
                ("indirect", ("the bridge was shut",), "said", "Bram Tolle"),
                ("indirect", ("it was open",), "insisted", "Ada Berg"),
            ],
        ),
        (
            "Bram Tolle said the bridge was shut; Ada Berg said it was open.",
            [
                ("indirect", ("the bridge was shut",), "said", "Bram Tolle"),
                ("indirect", ("it was open",), "said", "Ada Berg"),
            ],
        ),
        (
            "Bram Tolle denied that he had taken money and said he would sue.",
            [
                ("indirect", ("that he had taken money",), "denied", "Bram Tolle"),
                ("indirect", ("he would sue",), "said", "Bram Tolle"),
            ],
        ),
        (
            "Asked whether the bridge was safe, Bram Tolle said: “No.”",
            [
                ("indirect", ("whether the bridge was safe",), "Asked", None),
                ("direct", ("“No.”",), "said", "Bram Tolle"),
            ],
        ),
        (
            "Bram Tolle told police officers to clear the bridge, officials said.",
            [("indirect", ("Bram Tolle told police officers to clear the bridge",), "said", "officials")],
        ),
        (
            "“The bridge is shut!” exclaimed Bram Tolle, who had walked all night, before he sat down.",
            [("direct", ("“The bridge is shut!”",), "exclaimed", "Bram Tolle")],
        ),
        (
            "The bridge, which Bram Tolle said was safe, and the dam, which Ada Berg said was not, were shut.",
            [
                ("indirect", ("which", "was safe"), "said", "Bram Tolle"),
                ("indirect", ("which", "was not"), "said", "Ada Berg"),
            ],
        ),
        (
            "Bram Tolle said — and Ada Berg agreed — that the bridge was shut.",
            [("indirect", ("that the bridge was shut",), "said", "Bram Tolle")],
        ),
        (
            "Reports that the bridge was shut were false, Bram Tolle said.",
            [("indirect", ("Reports that the bridge was shut were false",), "said", "Bram Tolle")],
        ),
        (
            "Ada Berg told Bram Tolle she was sorry, and he told her it was too late.",
            [("indirect", ("she was sorry",), "told", "Ada Berg"), ("indirect", ("it was too late",), "told", "he")],
        ),
        (
            "Ada Berg told Bram Tolle that he was wrong and asked him to leave.",
            [
                ("indirect", ("that he was wrong",), "told", "Ada Berg"),
                ("indirect", ("to leave",), "asked", "Ada Berg"),
            ],
        ),
        (
            "“Nobody told us,” said Ada Berg, and Bram Tolle agreed: “Not once.”",
            [
                ("direct", ("“Nobody told us,”",), "said", "Ada Berg"),
                ("direct", ("“Not once.”",), "agreed", "Bram Tolle"),
            ],
        ),
        (
            "Ada Berg argued the bridge should stay shut until May and predicted a long winter.",
            [("indirect", ("the bridge should stay shut until May",), "argued", "Ada Berg")],
        ),
        (
            "Ada Berg said the council was wrong. It had slept, she said. It would sleep again, she added.",
            [
                ("indirect", ("the council was wrong",), "said", "Ada Berg"),
                ("indirect", ("It had slept",), "said", "she"),
                ("indirect", ("It would sleep again",), "added", "she"),
            ],
        ),
        (
            "Bram Tolle said the bridge was shut, which Ada Berg said was a mistake.",
            [
                ("indirect", ("the bridge was shut",), "said", "Bram Tolle"),
                ("indirect", ("which", "was a mistake"), "said", "Ada Berg"),
            ],
        ),
        (
            "Bram Tolle said the cost was high, and when asked again, he replied, “Very high.”",
            [
                ("indirect", ("the cost was high",), "said", "Bram Tolle"),
                ("direct", ("“Very high.”",), "replied", "he"),
            ],
        ),
        (
            "Bram Tolle said the gate was safe, and the miners, some of whom live below it, said it was not.",
            [
                ("indirect", ("the gate was safe",), "said", "Bram Tolle"),
                ("indirect", ("it was not",), "said", "the miners"),
            ],
        ),
        (
            "Ada Berg declared a state of emergency and said the bridge was shut.",
            [("indirect", ("the bridge was shut",), "said", "Ada Berg")],
        ),
        (
            "It took an hour, Ada Berg said, for the bridge to fall.",
            [("indirect", ("It took an hour", "for the bridge to fall"), "said", "Ada Berg")],
        ),
        (
            "If the rain goes on, said Ada Berg, head of the board, Orrel will lose the bridge.",
            [("indirect", ("If the rain goes on", "Orrel will lose the bridge"), "said", "Ada Berg")],
        ),
        ("A fine bridge, said Ada Berg, head of the board.", [("indirect", ("A fine bridge",), "said", "Ada Berg")]),
        (
            "Whether the bridge stands will be seen in May, said Ada Berg, head of the board.",
            [("indirect", ("Whether the bridge stands will be seen in May",), "said", "Ada Berg")],
        ),
        (
            "Ada Berg said during a stop in Orrel, Ohio, that the bridge was shut.",
            [("indirect", ("that the bridge was shut",), "said", "Ada Berg")],
        ),
        (
            "Ada Berg had said on Saturday evening that the bridge was shut.",
            [("indirect", ("that the bridge was shut",), "said", "Ada Berg")],
        ),
        (
            "According to papers from Ada Berg, a friend of the mayor who died in May, the bridge was shut.",
            [("indirect", ("the bridge was shut",), "According to", "papers from Ada Berg")],
        ),
        (
            "Bram Tolle argued that he was right; the judge disagreed, ruling that the bridge was hers.",
            [
                ("indirect", ("that he was right",), "argued", "Bram Tolle"),
                ("indirect", ("that the bridge was hers",), "ruling", "the judge"),
            ],
        ),
        (
            "Bram Tolle had seen no fire, and when asked whether the bridge was safe, he said, “I hope so.”",
            [
                ("indirect", ("whether the bridge was safe",), "asked", None),
                ("direct", ("“I hope so.”",), "said", "he"),
            ],
        ),
        (
            "“I never saw it.” Asked if he had crossed the bridge, Bram Tolle replied, “Well, maybe.”",
            [
                ("indirect", ("if he had crossed the bridge",), "Asked", None),
                ("direct", ("“Well, maybe.”",), "replied", "Bram Tolle"),
            ],
        ),
        (
            "As for the bridge’s many critics, Bram Tolle said, “I do not see them.”",
            [("direct", ("“I do not see them.”",), "said", "Bram Tolle")],
        ),
        (
            "As for the bridge’s many critics, “I do not see them,” Bram Tolle said.",
            [("direct", ("“I do not see them,”",), "said", "Bram Tolle")],
        ),
        (
            "Bram Tolle said the bridge was shut, but he gave no reason.",
            [("indirect", ("the bridge was shut",), "said", "Bram Tolle")],
        ),
        (
            "Bram Tolle said he would mend the bridge, but he needed time.",
            [("indirect", ("he would mend the bridge, but he needed time",), "said", "Bram Tolle")],
        ),
        (
            "Bram Tolle said the bridge - the old one - was shut.",
            [("indirect", ("the bridge - the old one - was shut",), "said", "Bram Tolle")],
        ),
    ],
)
def test_each_report_of_a_sentence_has_its_own_words(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Bram Tolle called the plan “a farce,” but Ada Berg praised it.",
            [("mixed", ("the plan “a farce,”",), "called", "Bram Tolle")],
        ),
        (
            "Bram Tolle accused the council of “hiding the truth” after the vote.",
            [("mixed", ("the council of “hiding the truth”",), "accused", "Bram Tolle")],
        ),
        (
            "The bridge, said Bram Tolle, is “a ruin” that nobody wants.",
            [("mixed", ("The bridge", "is “a ruin” that nobody wants"), "said", "Bram Tolle")],
        ),
        (
            "The bridge is “a ruin”, Bram Tolle said, and should be blown up.",
            [("mixed", ("The bridge is “a ruin”", "and should be blown up"), "said", "Bram Tolle")],
        ),
        (
            "Ada Berg said the bridge, opened in 1950, was “beyond repair” and that she had warned the town.",
            [
                (
                    "mixed",
                    ("the bridge, opened in 1950, was “beyond repair” and that she had warned the town",),
                    "said",
                    "Ada Berg",
                )
            ],
        ),
        (
            "The council said it had “no plans” to act, despite warnings from engineers that it might fall.",
            [
                (
                    "mixed",
                    ("it had “no plans” to act, despite warnings from engineers that it might fall",),
                    "said",
                    "The council",
                )
            ],
        ),
        (
            "Ada Berg said it was a “mess,” a “disgrace” and a “shame.”",
            [("mixed", ("it was a “mess,” a “disgrace” and a “shame.”",), "said", "Ada Berg")],
        ),
        (
            "Ada Berg described the plan as “a mess” and the council as “asleep”.",
            [("mixed", ("the plan as “a mess” and the council as “asleep”",), "described", "Ada Berg")],
        ),
        (
            "They shouted “Shut it! Shut it!” as the mayor walked by.",
            [("direct", ("“Shut it! Shut it!”",), "shouted", "They")],
        ),
        (
            "Placards read “Shut it now” and “No more lies”.",
            [("direct", ("“Shut it now”", "“No more lies”"), "read", "Placards")],
        ),
        (
            "Ada Berg's lawyer said his client “regrets” the incident.",
            [("mixed", ("his client “regrets” the incident",), "said", "Ada Berg's lawyer")],
        ),
        (
            "The bridge is, as Ada Berg puts it, “a very old lady”.",
            [("direct", ("“a very old lady”",), "puts it", "Ada Berg")],
        ),
        (
            "Bram Tolle praised the “quiet courage” of the miners, who cheered.",
            [("mixed", ("the “quiet courage” of the miners",), "praised", "Bram Tolle")],
        ),
        (
            "Ada Berg, who called the vote “a sham”, said she would appeal.",
            [
                ("mixed", ("the vote “a sham”",), "called", "who"),
                ("indirect", ("she would appeal",), "said", "Ada Berg"),
            ],
        ),
        ("Ada Berg denied the report, terming it “a farce”.", [("mixed", ("it “a farce”",), "terming", "Ada Berg")]),
        ("Ada Berg said “no” on Monday.", [("direct", ("“no”",), "said", "Ada Berg")]),
        ("Ada Berg said “no” twice.", [("direct", ("“no”",), "said", "Ada Berg")]),
        (
            "Ada Berg called that answer “a farce” and left the hall.",
            [("mixed", ("that answer “a farce”",), "called", "Ada Berg")],
        ),
        (
            "Bram Tolle called the plan “a farce” after the council voted for it.",
            [("mixed", ("the plan “a farce”",), "called", "Bram Tolle")],
        ),
        ("In a conference call with miners, Ada Berg told them “no”.", [("direct", ("“no”",), "told", "Ada Berg")]),
        ("A play called “The Last Ferry” and a boat called the “Otter” were sold.", []),
        ("A barge, called the “Reed,” was sold. The “Otter” crew called the miners.", []),
        ("After the flood, the “Otter” crew posted a long list of the dead.", []),
        ("Ada Berg began to call the plan “a farce”.", [("mixed", ("the plan “a farce”",), "call", "Ada Berg")]),
        (
            "Bram Tolle went after the council as a “gang of thieves who sold the whole town” and a “shame.”",
            [
                (
                    "mixed",
                    ("after the council as a “gang of thieves who sold the whole town” and a “shame.”",),
                    None,
                    "Bram Tolle",
                )
            ],
        ),
    ],
)
def test_words_in_marks_show_a_weak_verb_to_report(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms
