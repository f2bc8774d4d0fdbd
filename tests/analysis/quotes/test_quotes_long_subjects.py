"""Reports whose parts stand far from each other, or look like something else: long subjects, credits, asides."""

from __future__ import annotations

import pytest
from quote_tools import only, quotes_of, words_of

from reader.analysis.entities.names import find_names
from reader.analysis.quotes.attributions import find_attributions
from reader.article.load import load_bytes
from reader.language.prose import read_prose


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Yet crews that have chosen him say they know the terms.", "crews that have chosen him"),
        (
            "Tolle and two more who hope to close the weir said the tide is with them.",
            "Tolle and two more who hope to close the weir",
        ),
        (
            "Many keepers who have sailed with her for months, on land or at sea, said she asked too much.",
            "Many keepers who have sailed with her for months",
        ),
        ("Ada Tolle, citing “the pull of the sea,” said the crew could win in Lorn.", "Ada Tolle"),
        ("On the weather, 42% say they are content.", "42%"),
        ("Some want to stay unlisted, fearing a fine, and argue that the register is old.", "Some"),
        ("Bram Tolle, after first saying he would not sail, took to the water this week.", "Bram Tolle"),
        ("The baker soon moved, claiming the toll ate his profit.", "The baker"),
    ],
)
def test_a_long_or_distant_subject_is_the_source(text: str, source: str) -> None:
    assert quotes_of(text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said the village feeds itself from its ponds.", "the village feeds itself from its ponds"),
        ("The wardens said about a third of the catch fed the gulls.", "about a third of the catch fed the gulls"),
        ("We have said mending that wall must not wait.", "mending that wall must not wait"),
        ("She said because the lock was old did not prove it weak.", "because the lock was old did not prove it weak"),
        ("Tolle said Friday’s tide will settle the matter.", "Friday’s tide will settle the matter"),
        ("The Post reports Tolle will back the plan.", "Tolle will back the plan"),
        ("Her oldest neighbours claim that the scales were false.", "that the scales were false"),
        (
            "Tolle said on Radio Lorn, where she reads the news, that the crew should answer.",
            "that the crew should answer",
        ),
        (
            "Tolle had said in a speech given before the storm that the town was safe.",
            "that the town was safe",
        ),
    ],
)
def test_a_clause_without_its_usual_signs_is_found(text: str, words: str) -> None:
    assert only(text).words == (words,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She praised tools that she said spared the nets.", ("spared the nets",)),
        ("The council bought lamps that some say frighten fish.", ("frighten fish",)),
        ("It is a cost the crew said could sink them all.", ("a cost", "could sink them all")),
    ],
)
def test_a_clause_that_the_speaker_interrupts_has_its_verb(text: str, words: tuple[str, ...]) -> None:
    assert [w.removeprefix("that") for w in only(text).words if w != "that"] == list(words)


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "As first reported by the Lorn Gazette, divers found 200 letters.",
            "divers found 200 letters",
            "the Lorn Gazette",
        ),
        ("The dam was safe in May, according to press reports.", "The dam was safe in May", "press reports"),
        (
            "It takes nine weeks, according to the “Harbour for all” plan.",
            "It takes nine weeks",
            "the “Harbour for all” plan",
        ),
        (
            "She came third, according to early but shaky counts.",
            "She came third",
            "early but shaky counts",
        ),
    ],
)
def test_credits_and_their_odd_sources(text: str, words: str, source: str) -> None:
    found = only(text)
    assert (found.words, found.source) == ((words,), source)


def test_according_to_at_the_end_credits_the_whole_sentence() -> None:
    found = only("Tolle told the crew that the dam was lost, according to two who were there.")
    assert found.words == ("Tolle told the crew that the dam was lost",)


def test_a_quotation_with_its_own_attribution_parts_from_the_clause_before_it() -> None:
    found = words_of("Tolle said that the harbour was lost: “The harbour is no harbour,” he wrote.")
    assert found == [("that the harbour was lost",), ("“The harbour is no harbour,”",)]


def test_the_writers_words_before_a_colon_are_not_quoted() -> None:
    assert only("His verdict was short: “It is not safe,” Tolle said.").words == ("“It is not safe,”",)


def test_a_name_that_looks_like_a_verb_speaks() -> None:
    article = load_bytes(
        "Brent Will, a columnist, left early.\n\n“The deal is done,” Will wrote.".encode(), path="test.txt"
    )
    prose = read_prose(article)
    [found] = find_attributions(prose, find_names(prose))
    assert found.source is not None and found.source.of(article.text) == "Will"


def test_where_it_was_said_is_no_part_of_it() -> None:
    found = only("The hall was full, he said Sunday evening on Radio Lorn’s “Late Tide.”")
    assert found.words == ("The hall was full",)


def test_one_report_is_not_given_twice() -> None:
    found = quotes_of("She laughed about the cold, then went on to say, “We will be here in the spring.”")
    assert [quote.words for quote in found].count(("“We will be here in the spring.”",)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It is hard to say that the plan has failed.",
        "Of the 400 paid members half are women.",
    ],
)
def test_what_looks_like_a_report_and_is_none(text: str) -> None:
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "“It worked,” Tolle said in Lorn, N.Y. “The board worked to sell it.”",
            ("“It worked,”", "“The board worked to sell it.”"),
        ),
        (
            "“The gates held,” Tolle said. “They will hold in the worst of storms” in any case.",
            ("“The gates held,”", "“They will hold in the worst of storms” in any case."),
        ),
        (
            "The town needs keepers “who know the gates,” Tolle said.\n\n“And that is why she was asked to stay.”",
            ("The town needs keepers “who know the gates,”", "“And that is why she was asked to stay.”"),
        ),
    ],
)
def test_a_quotation_goes_on_in_the_next_sentence(text: str, parts: tuple[str, ...]) -> None:
    assert only(text).words == parts


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The plan is fine,” Tolle campaign manager Oda Wade said.", "Oda Wade"),
        ("“The gates held,” Orsted said in a statement.", "Orsted"),
        ("“Who is to mend it?” Velta told reporters during Monday’s tour.", "Velta"),
        ("“Better watch out for leaks,” one wrote. Another tweeted, “The gates are gone.”", "Another"),
    ],
)
def test_names_and_speakers_that_look_like_other_words(text: str, source: str) -> None:
    assert quotes_of(text)[-1].source == source


def test_words_that_go_on_after_their_attribution_are_one_report() -> None:
    found = only("Mending the nets, Dorz said, helped her to “hear the tide turn.”")
    assert found.words == ("Mending the nets", "helped her to “hear the tide turn.”")


def test_a_clause_before_its_attribution_belongs_to_the_sentence_that_it_opens() -> None:
    found = only("If the gates are opened, Tolle wrote, “we will know it within the hour.”")
    assert found.words == ("If the gates are opened", "“we will know it within the hour.”")


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "Most kept calm, with four in 10 saying a flood would not move them.",
            "a flood would not move them",
            "four in 10",
        ),
        (
            "Tolle, who joined the crew in March and said she would cook for them, was not there.",
            "she would cook for them",
            "Tolle",
        ),
        (
            "Of the islanders, about three-quarters, 74 percent, say they will sell their boats.",
            "they will sell their boats",
            "about three-quarters",
        ),
        (
            "Tolle told the paper in a letter that came this week that the gates are safe.",
            "that the gates are safe",
            "Tolle",
        ),
        (
            "Ada Berg (I-Orrel) remains fond of the plan, her chief clerk, Odd Varn, told the Lorn Post.",
            "Ada Berg (I-Orrel) remains fond of the plan",
            "her chief clerk, Odd Varn",
        ),
        ("Berg said in a chat with the Lorn Press last month that races tire her.", "that races tire her", "Berg"),
        (
            "There is trouble, and as Tolle noted, the crew could still be fined.",
            "the crew could still be fined",
            "Tolle",
        ),
    ],
)
def test_the_nearest_subject_that_fits_is_the_source(text: str, words: str, source: str) -> None:
    found = only(text)
    assert (found.words, found.source) == ((words,), source)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("By the gate, a child begged for the flag and Tolle said, “so long as you bring it back.”",
         ["“so long as you bring it back.”"]),
        ("The keeper wrote to her crew saying: “The race goes on” and promising to row in every heat.",
         ["“The race goes on”"]),
        ("“If the rope snaps, nothing helps,” Tolle said before adding: “Well, a knife might, who can tell.”",
         ["“If the rope snaps, nothing helps,”", "“Well, a knife might, who can tell.”"]),
    ],
)  # fmt: skip
def test_no_word_is_given_to_two_quotes(text: str, parts: list[str]) -> None:
    assert [word for quote in quotes_of(text) for word in quote.words] == parts


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The crews that had chosen him say the dam is safe.", "The crews that had chosen him"),
        ("The groups that have endorsed her say the dam is safe.", "The groups that have endorsed her"),
        ("The officials whose laws have been struck down say the dam is safe.",
         "The officials whose laws have been struck down"),
        ("Backers of the push to close the dam said it was rotten.", "Backers of the push to close the dam"),
        ("A clerk who spoke unnamed to discuss the plan said the dam is safe.",
         "A clerk who spoke unnamed to discuss the plan"),
        ("Friends, lobbyists and former foes say the dam is safe.", "Friends, lobbyists and former foes"),
        ("Nine in ten registered voters say the dam was rotten.", "Nine in ten registered voters"),
        ("A report published Thursday said the dam was rotten.", "A report published Thursday"),
        ("Bram Tolle, who had voted for the plan, last week said the dam was rotten.", "Bram Tolle"),
        ("81-year-old Bram Tolle, a keeper from Lorn, said the dam was rotten.", "81-year-old Bram Tolle"),
        ("But miners, boat clubs, and many keepers claim it will burst.", "miners, boat clubs, and many keepers"),
    ],
)  # fmt: skip
def test_a_long_subject_begins_where_its_clause_does(text: str, source: str) -> None:
    assert only(text).source == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Last week, miners and keepers said the dam was safe.", "miners and keepers"),
        ("Some see the dam as a problem, and two thirds say it was rotten.", "two thirds"),
        ("The mayor thinks that miners who left say the dam was rotten.", "miners who left"),
        ("The keeper shut the gate and said it was late.", "The keeper"),
    ],
)
def test_a_subject_takes_in_neither_a_time_nor_another_clause(text: str, source: str) -> None:
    assert quotes_of(text)[-1].source == source
