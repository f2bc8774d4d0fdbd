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
        ("But groups that have endorsed him say they trust the vote.", "groups that have endorsed him"),
        (
            "Hawk and others who want to ban trawling said the choice is stark.",
            "Hawk and others who want to ban trawling",
        ),
        (
            "Some voters who have heard her for years, at fairs or at sea, said she had less to offer.",
            "Some voters who have heard her for years",
        ),
        ("Ada Tolle, citing “the pull of the sea,” said the crew could win in Lorn.", "Ada Tolle"),
        ("On the economy, 42% say they are content.", "42%"),
        ("Some seek to be left out, fearing the noise, and argue that their names are private.", "Some"),
        ("Bram Tolle, after first saying he would not sail, took to the water this week.", "Bram Tolle"),
        ("The nurse later sued, claiming the ban broke her contract.", "The nurse"),
    ],
)
def test_a_long_or_distant_subject_is_the_source(text: str, source: str) -> None:
    assert quotes_of(text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said the place prides itself on its cooks.", "the place prides itself on its cooks"),
        ("The board said about half of the rise reflected losses.", "about half of the rise reflected losses"),
        ("They have said cutting that output must come first.", "cutting that output must come first"),
        ("He said because it was hidden did not mean it was safe.", "because it was hidden did not mean it was safe"),
        ("Hawk said Monday’s vote will make the choice stark.", "Monday’s vote will make the choice stark"),
        ("The Post reports Tolle will back the plan.", "Tolle will back the plan"),
        ("Her firmest supporters claim that the vote was rigged.", "that the vote was rigged"),
        (
            "Tolle said on Radio Lorn, where he is a guest, that the crew should answer.",
            "that the crew should answer",
        ),
        (
            "Tolle had said in a talk taped before the storm that the town was safe.",
            "that the town was safe",
        ),
    ],
)
def test_a_clause_without_its_usual_signs_is_found(text: str, words: str) -> None:
    assert only(text).words == (words,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He welcomed steps that he said improved the harbour.", ("improved the harbour",)),
        ("The town passed laws that some say target fishermen.", ("target fishermen",)),
        ("It is a risk the board said could drive them away.", ("a risk", "could drive them away")),
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
            "It costs a million a year, according to the “Harbour for all” plan.",
            "It costs a million a year",
            "the “Harbour for all” plan",
        ),
        (
            "She lost in Lorn, according to complete but unofficial returns.",
            "She lost in Lorn",
            "complete but unofficial returns",
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
    found = only("The hall was full, he said Wednesday morning on Radio Lorn’s “Morning Joe.”")
    assert found.words == ("The hall was full",)


def test_one_report_is_not_given_twice() -> None:
    found = quotes_of("She joked about the cold, but went on to say, “We will be here in the spring.”")
    assert [quote.words for quote in found].count(("“We will be here in the spring.”",)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It is hard to say that the plan has failed.",
        "Of their 400 pledged members half are women.",
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
        ("“The gates held,” Husted said in a statement.", "Husted"),
        ("“What can we do to help?” Renta told reporters during Tuesday’s call.", "Renta"),
        ("“Better watch out for leaks,” one wrote. Another tweeted, “The gates are gone.”", "Another"),
    ],
)
def test_names_and_speakers_that_look_like_other_words(text: str, source: str) -> None:
    assert quotes_of(text)[-1].source == source


def test_words_that_go_on_after_their_attribution_are_one_report() -> None:
    found = only("Mending the nets, Butz said, allowed him to “get in touch with the sea.”")
    assert found.words == ("Mending the nets", "allowed him to “get in touch with the sea.”")


def test_a_clause_before_its_attribution_belongs_to_the_sentence_that_it_opens() -> None:
    found = only("If the gates are opened, Tolle wrote, “we will know it within the hour.”")
    assert found.words == ("If the gates are opened", "“we will know it within the hour.”")


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "Many shrugged it off, with three in 10 saying a deputy would not sway their vote.",
            "a deputy would not sway their vote",
            "three in 10",
        ),
        (
            "Tolle, who backed the plan in May and said he would sail with her, did not come.",
            "he would sail with her",
            "Tolle",
        ),
        (
            "Of the islanders, about two-thirds, 67 percent, say they will vote for Tolle.",
            "they will vote for Tolle",
            "about two-thirds",
        ),
        (
            "Tolle told the paper in a story that ran this week that the gates are safe.",
            "that the gates are safe",
            "Tolle",
        ),
        (
            "Ada Berg (I-Orrel) remains set on the plan, her top aide, Tad Devine, told the Lorn Post.",
            "Ada Berg (I-Orrel) remains set on the plan",
            "her top aide, Tad Devine",
        ),
        ("Berg said in a talk with the Lorn Press last week that she was tired.", "that she was tired", "Berg"),
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
        ("At one point, a clerk asked for a photo and Tolle said, “as long as we break no rule.”",
         ["“as long as we break no rule.”"]),
        ("The keeper emailed her crew saying: “The race goes on” and vowing to row in the last event of the season.",
         ["“The race goes on”"]),
        ("“If she picks them, you can do nothing,” Tolle said before adding: “Though maybe there is, I don’t know.”",
         ["“If she picks them, you can do nothing,”", "“Though maybe there is, I don’t know.”"]),
    ],
)  # fmt: skip
def test_no_word_is_given_to_two_quotes(text: str, parts: list[str]) -> None:
    assert [word for quote in quotes_of(text) for word in quote.words] == parts
