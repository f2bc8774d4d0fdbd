"""Quotations in every form that news writes them in, and marks that hold none."""

from __future__ import annotations

import pytest
from form_tools import Form, forms_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Bram Tolle said 'the bridge is shut' and left.",
            [("direct", ("'the bridge is shut'",), "said", "Bram Tolle")],
        ),
        (
            "'The bridge is shut,' Bram Tolle said. 'Nobody crosses.'",
            [("direct", ("'The bridge is shut,'", "'Nobody crosses.'"), "said", "Bram Tolle")],
        ),
        (
            "‘It’s the miners’ bridge,’ said Bram Tolle, ‘and nobody’s else.’",
            [("direct", ("‘It’s the miners’ bridge,’", "‘and nobody’s else.’"), "said", "Bram Tolle")],
        ),
        ("„Die Brücke ist zu“, said Bram Tolle.", [("direct", ("„Die Brücke ist zu“",), "said", "Bram Tolle")]),
        ("»The bridge is shut«, said Bram Tolle.", [("direct", ("»The bridge is shut«",), "said", "Bram Tolle")]),
        ("« The bridge is shut », said Bram Tolle.", [("direct", ("« The bridge is shut »",), "said", "Bram Tolle")]),
        (
            "``The bridge is shut,'' Bram Tolle said. ``Nobody crosses.''",
            [("direct", ("``The bridge is shut,''", "``Nobody crosses.''"), "said", "Bram Tolle")],
        ),
        ("''The bridge is shut,'' Bram Tolle said.", [("direct", ("''The bridge is shut,''",), "said", "Bram Tolle")]),
        (
            "“The clerk told me ‘never again’ and shut the door,” Bram Tolle said.",
            [("direct", ("“The clerk told me ‘never again’ and shut the door,”",), "said", "Bram Tolle")],
        ),
        (
            "“I asked him, ‘Is it safe?’ and he said, ‘No,’” Ada Berg recalled.",
            [("direct", ("“I asked him, ‘Is it safe?’ and he said, ‘No,’”",), "recalled", "Ada Berg")],
        ),
        (
            "Ada Berg (who is 40) said: 'I won't go. It's not safe.'",
            [("direct", ("'I won't go. It's not safe.'",), "said", "Ada Berg")],
        ),
        (
            "'I won't go,' Ada Berg said. 'It's the council's fault.'",
            [("direct", ("'I won't go,'", "'It's the council's fault.'"), "said", "Ada Berg")],
        ),
        (
            "'I won't go', said Ada Berg, 'because it isn't safe'.",
            [("direct", ("'I won't go'", "'because it isn't safe'"), "said", "Ada Berg")],
        ),
        (
            "He said the '80s were better and ’twas ever thus.",
            [("indirect", ("the '80s were better and ’twas ever thus",), "said", "He")],
        ),
        (
            'Ada Berg, 40, from Lorn, said: "It\'s a mess", adding: "Nobody cares."',
            [
                ("direct", ('"It\'s a mess"',), "said", "Ada Berg"),
                ("direct", ('"Nobody cares."',), "adding", "Ada Berg"),
            ],
        ),
        (
            '"It\'s a mess," said Ada Berg, 40, of Lorn. "Nobody cares. Nobody."',
            [("direct", ('"It\'s a mess,"', '"Nobody cares. Nobody."'), "said", "Ada Berg")],
        ),
        (
            "Ada Berg added: ‘The council said “never” to me, twice.’",
            [("direct", ("‘The council said “never” to me, twice.’",), "added", "Ada Berg")],
        ),
        (
            "Ada Berg said: «Nobody told us. “Shut it,” they said.»",
            [("direct", ("«Nobody told us. “Shut it,” they said.»",), "said", "Ada Berg")],
        ),
        ("Ada Berg said that “nobody told us”.", [("direct", ("that “nobody told us”",), "said", "Ada Berg")]),
        (
            "Ada Berg said that, “Nobody told us. Not once.”",
            [("direct", ("“Nobody told us. Not once.”",), "said", "Ada Berg")],
        ),
    ],
)
def test_a_quotation_is_found_in_any_marks(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "“The bridge” — he tapped the table — “is shut,” Bram Tolle said.",
            [("direct", ("“The bridge”", "“is shut,”"), "said", "Bram Tolle")],
        ),
        (
            "“The bridge,” said Bram Tolle, shaking his head, “is shut.”",
            [("direct", ("“The bridge,”", "“is shut.”"), "said", "Bram Tolle")],
        ),
        (
            "“The bridge,” Bram Tolle said, and he paused, “is shut.”",
            [("direct", ("“The bridge,”", "“is shut.”"), "said", "Bram Tolle")],
        ),
        (
            "“The bridge is shut,” Bram Tolle said. “Nobody crosses it now.\n\n“And nobody will.”",
            [
                (
                    "direct",
                    ("“The bridge is shut,”", "“Nobody crosses it now.", "“And nobody will.”"),
                    "said",
                    "Bram Tolle",
                )
            ],
        ),
        (
            "“The bridge is shut and that is that.\n\n“Nobody crosses it now,” Bram Tolle said.",
            [("direct", ("“The bridge is shut and that is that.", "“Nobody crosses it now,”"), "said", "Bram Tolle")],
        ),
        (
            "Bram Tolle said: “The bridge is shut.\n\n“Nobody crosses it.\n\n“Go home.”",
            [("direct", ("“The bridge is shut.", "“Nobody crosses it.", "“Go home.”"), "said", "Bram Tolle")],
        ),
        (
            "“Is it shut?” asked Bram Tolle. “Yes,” said Ada Berg. “Why?” “Rot,” she said.",
            [
                ("direct", ("“Is it shut?”",), "asked", "Bram Tolle"),
                ("direct", ("“Yes,”", "“Why?”"), "said", "Ada Berg"),
                ("direct", ("“Rot,”",), "said", "she"),
            ],
        ),
        (
            "“Nobody told us …” Ada Berg said, her voice trailing off. “… not once.”",
            [("direct", ("“Nobody told us …”", "“… not once.”"), "said", "Ada Berg")],
        ),
        ("“Nobody—” “Be quiet,” the judge said.", [("direct", ("“Be quiet,”",), "said", "the judge")]),
        (
            "“Nobody told us,” Ada Berg and Bram Tolle said in unison.",
            [("direct", ("“Nobody told us,”",), "said", "Ada Berg and Bram Tolle")],
        ),
        (
            "“Nobody told us,” they wrote. “Not once.”",
            [("direct", ("“Nobody told us,”", "“Not once.”"), "wrote", "they")],
        ),
        (
            "“Whatever,” he shrugged. “We are going,” she grinned.",
            [("direct", ("“Whatever,”",), "shrugged", "he"), ("direct", ("“We are going,”",), "grinned", "she")],
        ),
        (
            "Ada Berg was asked why the bridge was shut. “Rot,” she replied.",
            [("indirect", ("why the bridge was shut",), "asked", None), ("direct", ("“Rot,”",), "replied", "she")],
        ),
        (
            'Bram Tolle said, "The bridge is shut.\n\nNobody crosses it now."',
            [("direct", ('"The bridge is shut.', 'Nobody crosses it now."'), "said", "Bram Tolle")],
        ),
    ],
)
def test_a_quotation_goes_on_after_what_interrupts_it(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Q: Is the bridge safe?\n\nA: It is not safe at all.\n\nQ: Who says so?\n\nA: So does the mayor.",
            [
                ("direct", ("Is the bridge safe?",), None, "Q"),
                ("direct", ("It is not safe at all.",), None, "A"),
                ("direct", ("Who says so?",), None, "Q"),
                ("direct", ("So does the mayor.",), None, "A"),
            ],
        ),
        (
            "TOLLE: The bridge is shut.\n\nBERG: Who shut it?\n\nTOLLE: I shut it myself on Monday.",
            [
                ("direct", ("The bridge is shut.",), None, "TOLLE"),
                ("direct", ("Who shut it?",), None, "BERG"),
                ("direct", ("I shut it myself on Monday.",), None, "TOLLE"),
            ],
        ),
        (
            "TOLLE — The bridge is shut.\n\nBERG — Who shut it?\n\nTOLLE — I shut it myself on Monday.",
            [
                ("direct", ("The bridge is shut.",), None, "TOLLE"),
                ("direct", ("Who shut it?",), None, "BERG"),
                ("direct", ("I shut it myself on Monday.",), None, "TOLLE"),
            ],
        ),
        (
            "> The bridge is shut and nobody crosses it.\n>\n> — Bram Tolle, engineer\n\nThe town agreed.",
            [("direct", ("The bridge is shut and nobody crosses it.",), None, "Bram Tolle")],
        ),
        (
            "“The bridge is shut and nobody crosses it.”\n\n— Bram Tolle\n\nThe town agreed.",
            [("direct", ("“The bridge is shut and nobody crosses it.”",), None, "Bram Tolle")],
        ),
        (
            "“The bridge is shut and nobody crosses it.” —Bram Tolle",
            [("direct", ("“The bridge is shut and nobody crosses it.”",), None, "Bram Tolle")],
        ),
        ("The letter reads: “The bridge is shut.”", [("direct", ("“The bridge is shut.”",), "reads", "The letter")]),
        (
            "Bram Tolle made the following comment:\n\n“The bridge is shut and I am glad.”",
            [("direct", ("“The bridge is shut and I am glad.”",), "comment", "Bram Tolle")],
        ),
        ("Bram Tolle shrugged. “The bridge is shut.”", [("direct", ("“The bridge is shut.”",), None, "Bram Tolle")]),
        (
            "Bram Tolle tweeted: “The bridge is shut!”",
            [("direct", ("“The bridge is shut!”",), "tweeted", "Bram Tolle")],
        ),
        ("“Shut,” the sign reads.", [("direct", ("“Shut,”",), "reads", "the sign")]),
        ("“Nobody told us”—Ada Berg", [("direct", ("“Nobody told us”",), None, "Ada Berg")]),
    ],
)
def test_a_form_without_a_word_of_saying_shows_who_speaks(text: str, forms: list[Form]) -> None:
    assert forms_of(text) == forms


@pytest.mark.parametrize(
    "text",
    [
        "Bram “The Hammer” Tolle met Ada Berg, author of “Tides of Orrel”, in the hall.",
        "The so-called “bridge tax” was scrapped in the ’90s, rock ’n’ roll fans’ favourite decade.",
        "The term “slip road” means a road that joins another.",
        "She sang “Blue River” and “The Last Ferry” before the interval.",
        "The dogs' owners, the boys' club and the Joneses' lawyers met at six o'clock.",
        "Bram Tolle thought the bridge was shut and hoped that it would open.",
        "Bram Tolle wanted to shut the bridge and planned to build a dam.",
        "Ada Berg believes that the bridge is safe.",
        "Bram Tolle called the plan a farce.",
        "It is worth noting that the bridge was shut in May.",
        "That said, the bridge was shut in May.",
        "Needless to say, the bridge was shut in May.",
        "Bram Tolle said yes.",
        "In May, the miners replied to the mayor in kind.",
        "To a query, he replied in the negative.",
        "In the valley, the miners agree with the mayor.",
        "The dam was old, as many miners responded to the mayor.",
        "In March, even as the snow lay, Ada Berg wrote to her aunt.",
        "Ada Berg, the head of the river board said in a statement.",
        "Only time will tell if the dam holds.",
        "It is too early to say whether the dam holds.",
        "Bram Tolle said so on Monday.",
        "Bram Tolle said goodbye to the miners.",
        "Bram Tolle warned drivers against crossing the bridge.",
        "Bram Tolle's new book, “The Bridge”, is out now.",
        "Ada Berg fears that the bridge will fall.",
        "Ada Berg decided that the bridge would be shut.",
        "Ada Berg knew the bridge was shut.",
        "Ada Berg showed that the bridge was unsafe.",
    ],
)
def test_terms_titles_apostrophes_thoughts_and_turns_of_phrase_are_no_quotes(text: str) -> None:
    assert forms_of(text) == []
