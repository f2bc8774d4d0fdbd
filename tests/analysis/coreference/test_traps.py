"""Texts made to lead astray: whom words mean there, and where it must be left open."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.analysis.model import MentionKind
from reader.article.load import load_bytes


def meant(text: str, *names: str) -> dict[str, list[str]]:
    """By entity the pronouns and descriptions that mean it."""
    article = load_bytes(("The dam at Orrel was opened on Monday.\n\n" + text).encode(), markdown=False)
    found = {
        e.name: [m.span.of(article.text) for m in e.mentions if m.kind is not MentionKind.NAME]
        for e in analyse(article).entities
    }
    return {name: found.get(name, []) for name in names}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        # two women in one story
        ("Ada Berg met Ilse Varga at the gate. Berg said she was tired. Varga said she was not.",
         {"Ada Berg": ["she"], "Ilse Varga": ["she"]}),
        ("Ada Berg and her sister met Ilse Varga.", {"Ada Berg": ["her"], "Ilse Varga": []}),
        # what somebody else said, inside a quotation
        ("“Piet Orme told me he was ill,” said Jan Tolle.", {"Piet Orme": ["he"], "Jan Tolle": ["me"]}),
        ("“Ada Berg says she never signed,” Ilse Varga told the court.", {"Ada Berg": ["she"], "Ilse Varga": []}),
        # another topic between
        ("Ada Berg sold the mill. Piet Orme bought it. Orme paid in cash. She left for Lorn.", {"Ada Berg": ["She"]}),
        # what comes after
        ("When she arrived, Ada Berg was shouting at Piet Orme.", {"Ada Berg": ["she"], "Piet Orme": []}),
        ("In her speech, Ada Berg thanked Ilse Varga.", {"Ada Berg": ["her"], "Ilse Varga": []}),
        ("Despite his age, Piet Orme climbed.", {"Piet Orme": ["his"]}),
        # a body in the plural
        ("Tarn Works said they would pay.", {"Tarn Works": ["they"]}),
        ("Tarn Works met the miners. They wanted more.", {"Tarn Works": []}),
        # one person in the plural: nothing tells, so that it stays open
        ("Sam Quill sells boats. They live in Orrel.", {"Sam Quill": []}),
        # two of a kind
        ("The Ministry of Rivers and the Ministry of Roads met. The ministry wants money.",
         {"Ministry of Rivers": [], "Ministry of Roads": []}),
        # one role, two people
        ("Mayor Ada Berg met Mayor Jan Tolle. The mayor was late.", {"Ada Berg": [], "Jan Tolle": []}),
        ("Ada Berg is mayor of Orrel. Jan Tolle, mayor of Lorn, wept. The mayor of Lorn left.",
         {"Ada Berg": ["mayor"], "Jan Tolle": ["mayor", "The mayor"]}),
        # the former, the latter
        ("Ada Berg and Ilse Varga both ran. The former won. The latter wept.",
         {"Ada Berg": ["The former"], "Ilse Varga": ["The latter"]}),
        ("Ada Berg ran. The former won.", {"Ada Berg": []}),
        # what somebody was before; who is met
        ("Tom Hale, the mayor, sighed. The former miner left.", {"Tom Hale": ["the mayor", "The former miner"]}),
        ("Prime Minister Ada Berg met Jan Tolle. Tolle, her predecessor, laughed. The former prime minister is 81.",
         {"Ada Berg": ["her"], "Jan Tolle": ["her predecessor", "The former prime minister"]}),
        ("Tom Hale is a friend of Piet Orme, whom he met at school.",
         {"Tom Hale": ["a friend", "he"], "Piet Orme": []}),
        ("Tarn Works sells boats. Tarn Works has docks. Tarn Works pays well. An old group of miners came. They sang. "
         "Nobody heard. It rained. The group left.", {"Tarn Works": []}),
        # kin: her daughter's lawyer, the wife of another
        ("Eva Lind wept. She has a boat, and she sold her house.\n\nThe keeper’s daughter, Ada Berg, left. "
         "Her lawyer, Jan Tolle, stayed.",
         {"Ada Berg": ["The keeper’s daughter", "Her"], "Eva Lind": ["She", "she", "her"]}),
        ("Piet Orme’s wife, Ada Berg, left. Jan Tolle came with his wife, the writer Eva Lind.",
         {"Ada Berg": ["Piet Orme’s wife"], "Eva Lind": ["his wife", "the writer"]}),
        ("Piet Orme’s wife, Ada Berg, left. Jan Tolle met the police. He and his wife slept.",
         {"Ada Berg": ["Piet Orme’s wife"]}),
        ("Piet Orme, now a member of the board, left.", {"Piet Orme": ["a member"]}),
        # whose it is
        ("Tarn Works, which sold its boats, closed.", {"Tarn Works": ["its"]}),
        ("Norway’s law keeps its rivers clean.", {"Norway": ["its"]}),
        # "I" without marks
        ("The mill closed.\n\nI was sent home and my pay was kept. Ada Berg\n\nIt rained.",
         {"Ada Berg": ["I", "my"]}),
        ("The mill closed.\n\nI was sent home and met Ada Berg.\n\nIt rained.", {"Ada Berg": []}),
        # nothing at all
        ("Tarn Works closed. It turned out that nobody cared.", {"Tarn Works": []}),
        ("Ada Berg met a man. The man left. He laughed.", {"Ada Berg": []}),
    ],
)  # fmt: skip
def test_whom_words_mean_that_lead_astray(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(text, *mentions) == mentions


def test_he_is_more_likely_whom_the_text_names_often() -> None:
    often = "Piet Orme rows. Orme was born in Lorn. Orme sells boats. Orme has a dog. "
    text = often + "Ada Berg came with Jan Tolle and Piet Orme. Later she rowed with him."
    assert meant(text, "Piet Orme", "Jan Tolle") == {"Piet Orme": ["him"], "Jan Tolle": []}


def test_i_in_a_headline_behind_a_colon_is_who_stands_before_it() -> None:
    article = load_bytes(b"Berg: I Still Believe the Dam Will Hold\n\nAda Berg spoke on Monday.", markdown=False)
    (berg,) = (e for e in analyse(article).entities if e.name == "Ada Berg")
    assert [m.span.of(article.text) for m in berg.mentions if m.kind is MentionKind.PRONOUN] == ["I"]
