"""Little texts with traps: who speaks, and whom pronouns and descriptions mean, from the text to the findings."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.analysis.model import Analysis, MentionKind
from reader.article.load import load_bytes

OPENING = "The dam at Orrel was opened on Monday after a long dispute.\n\n"


def read(text: str) -> tuple[str, Analysis]:
    article = load_bytes((OPENING + text).encode(), path="test.txt", markdown=False)
    return article.text, analyse(article)


def speakers(text: str) -> list[str | None]:
    """Who says each quote of a text, in order."""
    return [quote.speaker.name if quote.speaker else None for quote in read(text)[1].quotes]


def meant(text: str, *names: str) -> dict[str, list[str]]:
    """By entity the pronouns and descriptions that mean it; of those named, or of all that have any."""
    whole, analysis = read(text)
    found = {
        e.name: [m.span.of(whole) for m in e.mentions if m.kind is not MentionKind.NAME] for e in analysis.entities
    }
    return {name: found.get(name, []) for name in names} if names else {n: m for n, m in found.items() if m}


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # before, after, appositions
        ("“It holds,” said Ilse Varga, the mayor. “It will hold.”", ["Ilse Varga"]),
        ("The mayor, Ilse Varga, said the gate was shut.", ["Ilse Varga"]),
        ("After the vote, Ada Berg, the clerk, said the gate was shut.", ["Ada Berg"]),
        ("A spokesman for Ilse Varga, Piet Orme, said the gate was shut.", ["Piet Orme"]),
        ("Piet Orme, a spokesman for Ilse Varga, said the gate was shut.", ["Piet Orme"]),
        ("Ilse Varga’s lawyer, Piet Orme, said the gate was shut.", ["Piet Orme"]),
        ("Orrel Mayor Ilse Varga’s deputy, Jan Tolle, said the gate was shut.", ["Jan Tolle"]),
        ("The board thanked Ilse Varga, who in May said the gate was shut.", ["Ilse Varga"]),
        ("The film uses footage of Ilse Varga saying, “The gate was shut.”", ["Ilse Varga"]),
        ("The board forced Orme, who had been silent for a day, to admit that the gate was shut.", ["Orme"]),
        ("Tarn Works only last spring announced it would shut the gate.", ["Tarn Works"]),
        ("The council’s head of planning, Ruth Alder, replied that the gate was shut.", ["Ruth Alder"]),
        ("The Orne River Board (ORB) in Lorn said the gate was shut.", ["Orne River Board"]),
        (
            "Dag Orme spoke. Dag Orme left. “I told them,” Dag Orme said.\n\n"
            "Piet Tarn was not so sure. “I had no gate,” he said, laughing.",
            ["Dag Orme", "Piet Tarn"],
        ),
        # two roles, a place with a comma
        ("“It holds,” co-founder and CEO Jonah Weiss wrote.", ["Jonah Weiss"]),
        ("“It holds,” his lawyer and Jonah Weiss said.", ["his lawyer and Jonah Weiss"]),
        ("Tarn Works grew. The Orrel, Ohio-based company said the gate was shut.", ["Tarn Works"]),
        # who was told of since then speaks, not who spoke before
        (
            "“It holds,” said Fiona Sayle.\n\nThe keeper, Pauline Odell, described the gate. “It fell,” she said.",
            ["Fiona Sayle", "Pauline Odell"],
        ),
        (
            "“It hit me,” Paula Reyes said. “We all saw it. We did.”\n\nThe former Orrel defender said she would stay.",
            ["Paula Reyes", "Paula Reyes"],
        ),
        # joint
        ("Ilse Varga and Piet Orme said the gate was shut.", ["Ilse Varga; Piet Orme"]),
        ("Ilse Varga, Piet Orme and Ada Berg said the gate was shut.", ["Ilse Varga; Piet Orme; Ada Berg"]),
        ("Mr. Orme and Mr. Tolle said other gates were shut.", ["Orme; Tolle"]),
        ("Ilse Varga and her husband, Piet Orme, said the gate was shut.", ["Ilse Varga; Piet Orme"]),
        ("“We are glad,” Ilse Varga and Piet Orme said in a joint statement. “It is open.”", ["Ilse Varga; Piet Orme"]),
        ("In Lorn, Ilse Varga and Piet Orme said the gate was shut.", ["Ilse Varga; Piet Orme"]),
        ("The keepers wrote to Ilse Varga, and Piet Orme said the gate was shut.", ["Piet Orme"]),
        ("Both the mayor and the keeper said the gate was shut.", ["Both the mayor and the keeper"]),
        # without a name
        ("Two officials familiar with the dam said the gate was shut.", ["Two officials familiar with the dam"]),
        ("“It is shut,” said one of the three engineers who built it.", ["one of the three engineers"]),
        ("“It is shut,” the 44-year-old keeper said.", ["the 44-year-old keeper"]),
        ("The gate is shut, according to an Orrel Post poll released last week.",
         ["an Orrel Post poll released last week"]),
        ("A survey released by the Office of Rivers last month reveals that the gate was shut.",
         ["A survey released by the Office of Rivers"]),
        ("“Shut it,” Ilse Varga’s lawyer told the board.", ["Ilse Varga’s lawyer"]),
        ("A woman called the board. “It is shut,” she said.", ["A woman"]),
        ("A police spokesman said it was shut. He left. The spokesman said more would follow.",
         ["A police spokesman", "A police spokesman"]),
        # pronouns and roles as sources
        ("Tarn Works said the gate was shut. They also said it would stay so.", ["Tarn Works", "Tarn Works"]),
        ("Tarn Works told its workers that the gate was shut. They said it leaked.", ["Tarn Works", None]),
        ("Ilse Varga met Piet Orme. “It is shut,” he said. “It is open,” she said.", ["Piet Orme", "Ilse Varga"]),
        ("Judge Ana Roe heard the lawyer, Tom Hale. “Sit down,” the judge said. “No,” the lawyer said.",
         ["Ana Roe", "Tom Hale"]),
        ("Ilse Varga and her husband, Piet Varga, own it. Mr. Varga said it was old. Ms. Varga said it was new.",
         ["Piet Varga", "Ilse Varga"]),
        ("“Ada Berg is late,” he said. Piet Orme laughed.", [None]),
        ("Piet Orme waited. “Jan Tolle is a coward,” he said.", ["Piet Orme"]),
        ("Tarn Works sold the mill. The company said it needed cash.", ["Tarn Works"]),
        ("The United River Council (URC) met. The council said the gate was shut.", ["United River Council"]),
        ("Norway and Peru met. The country said the gate was shut.", ["The country"]),
        ("Keeper Piet Orme shut the gate. The keeper said it was late.", ["Piet Orme"]),
        ("“It is shut,” Varga said in the hall. “I saw it.” “It leaks,” Orme said.", ["Varga", "Orme"]),
    ],
)  # fmt: skip
def test_who_says_it(text: str, said_by: list[str | None]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ilse Varga met Piet Orme on the wall. She smiled, and he left.",
         {"Ilse Varga": ["She"], "Piet Orme": ["he"]}),
        ("Mayor Ilse Varga met Captain Piet Orme. The captain left. The mayor stayed.",
         {"Ilse Varga": ["The mayor"], "Piet Orme": ["The captain"]}),
        ("Between Piet Orme and Jan Tolle there was silence. Then he left.", {"Piet Orme": [], "Jan Tolle": []}),
        ("When he was asked about the gate, Piet Orme laughed.", {"Piet Orme": ["he"]}),
        ("Piet Orme came in. “He told me,” Ada Berg said. Orme blushed.", {"Piet Orme": ["He"], "Ada Berg": ["me"]}),
        # I, my, we
        ("“I will stay, and my boat stays,” said Piet Orme. Ada Berg nodded. I was there.", {"Piet Orme": ["I", "my"]}),
        ("“We will win,” said Ada Berg.", {"Ada Berg": []}),
        ("“We had no choice,” said Ada Berg, a spokeswoman for Tarn Works.",
         {"Tarn Works": ["We"], "Ada Berg": ["a spokeswoman"]}),
        ("Tarn Works said: “We are sorry. Our gate leaks.”", {"Tarn Works": ["We", "Our"]}),
        ("“We were late,” Norway’s coach Jan Tolle said.", {"Norway": ["We"], "Jan Tolle": ["coach"]}),
        ("“We are tired,” said Ada Berg, a nurse who left Tarn Works.", {"Tarn Works": []}),
        # bodies
        ("The Ministry of Rivers shut it. The ministry blamed the frost.", {"Ministry of Rivers": ["The ministry"]}),
        ("Tarn Works and Orrery Mills met. The company wants a merger.", {"Tarn Works": [], "Orrery Mills": []}),
        ("Tarn Works sold the mill. The Tarn Works company needs cash.", {"Tarn Works": ["The Tarn Works company"]}),
        ("Norwegian ships came. Norway has many gates. The country sells water.", {"Norway": ["The country"]}),
        ("Norway sells water. “This country is rich,” Ada Berg said.", {"Norway": ["This country"]}),
        ("Norway and Peru sell water. “This country is rich,” Ada Berg said.", {"Norway": [], "Peru": []}),
        ("President Jan Tolle met former president Ada Berg. The president left. The former president laughed.",
         {"Jan Tolle": ["The president"], "Ada Berg": ["The former president"]}),
        # beside a name
        ("Ada Berg, a nurse, Jan Tolle, a baker, and Piet Orme left.",
         {"Ada Berg": ["a nurse"], "Jan Tolle": ["a baker"], "Piet Orme": []}),
        ("Ada Berg, the keeper’s widow, wept. The widow left.", {"Ada Berg": ["the keeper’s widow", "The widow"]}),
        ("Ada Berg, clerk of the court, wept.", {"Ada Berg": ["clerk"]}),
        ("Ada Berg met the weekly referee Jan Tolle.", {"Jan Tolle": ["the weekly referee"], "Ada Berg": []}),
        ("After the match, Jan Tolle said the gate was shut.", {"Jan Tolle": []}),
        ("They met at Orrel Stadium in Qatar, a venue for the cup.", {"Qatar": []}),
        ("Ada Berg was a nurse. Jan Tolle is the mayor of Lorn.",
         {"Ada Berg": ["a nurse"], "Jan Tolle": ["the mayor"]}),
        ("Piet Orme took his only child, Ada Orme, home. Later Jan Tolle met his daughter.",
         {"Ada Orme": ["his only child", "his daughter"]}),
    ],
)  # fmt: skip
def test_whom_words_mean(text: str, mentions: dict[str, list[str]]) -> None:
    assert meant(text, *mentions) == mentions


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("Piet Orme wrote to Jan Tolle. He wanted the gate.", "He", "subject of the sentence before"),
        ("Keeper Piet Orme left. The keeper slept.", "The keeper", "called keeper"),
        ("Ada Berg, a nurse, left.", "a nurse", "describes the name beside it"),
        ("“I saw it,” said Ada Berg.", "I", "speaks"),
        ("When he was asked, Piet Orme laughed.", "he", "subject of the clause that follows"),
        ("“We leave,” said Ada Berg, a spokeswoman for Tarn Works.", "We", "the body that is spoken for"),
    ],
)
def test_every_mention_but_a_name_says_why(text: str, word: str, why: str) -> None:
    whole, analysis = read(text)
    mentions = [m for e in analysis.entities for m in e.mentions]
    assert [m.why for m in mentions if m.span.of(whole) == word] == [why]
    assert all(bool(m.why) is (m.kind is not MentionKind.NAME) for m in mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Winds hit Tarn Works, making it hard for the crews to reach the gate.", "Tarn Works"),
        ("Ana Roe, the board’s top Republican, warned it would cost more.", "Republican"),
        ("The board told the town that President Ana Roe would sign.", "Ana Roe"),
    ],
)
def test_what_means_nothing_named_is_left_alone(text: str, name: str) -> None:
    assert meant(text, name) == {name: []}
