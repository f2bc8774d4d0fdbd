"""Verb forms from the lexicons, and the tagger's reading of neighbours."""

from __future__ import annotations

import pytest

from reader.language import lexicon
from reader.language.tags import Tag, tag
from reader.language.tokens import tokenize
from reader.language.verbs import Form, forms_of, forms_of_speech


def tags_of(text: str) -> dict[str, Tag]:
    tokens = tokenize(text)
    return {token.text: found for token, found in zip(tokens, tag(tokens), strict=True)}


@pytest.mark.parametrize(
    ("lemma", "irregular", "present", "past", "gerund"),
    [
        ("say", "said said", "says", "said", "saying"),
        ("deny", "=", "denies", "denied", "denying"),
        ("admit", "admitted admitted", "admits", "admitted", "admitting"),
        ("argue", "=", "argues", "argued", "arguing"),
        ("stress", "=", "stresses", "stressed", "stressing"),
        ("stop", "", "stops", "stopped", "stopping"),
        ("answer", "=", "answers", "answered", "answering"),
    ],
)
def test_forms_are_made_from_the_lemma(lemma: str, irregular: str, present: str, past: str, gerund: str) -> None:
    forms = forms_of(lemma, irregular)
    assert (forms[Form.PRESENT], forms[Form.PAST], forms[Form.GERUND]) == (present, past, gerund)


def test_every_verb_of_speech_has_known_frames() -> None:
    known = set("qptToOwiIgcmMnN")
    assert all(set(columns[0]) <= known for _, columns in lexicon.rows("verbs_of_speech"))


def test_a_verb_with_a_particle_is_known_by_its_first_word() -> None:
    assert any(particle == "out" for _, _, particle in forms_of_speech()["pointed"])


def test_a_word_that_may_be_noun_or_verb_is_told_by_its_neighbours() -> None:
    assert tags_of("The mayor claims he saw it.")["claims"] is Tag.FINITE
    assert tags_of("The claims were settled.")["claims"] is Tag.NOUN
    assert tags_of("They want to claim it.")["claim"] is Tag.BASE


def test_a_participle_is_told_from_a_past() -> None:
    assert tags_of("The gate was opened in May.")["opened"] is Tag.PARTICIPLE
    assert tags_of("They opened the gate.")["opened"] is Tag.FINITE


def test_that_is_a_conjunction_after_a_verb_and_a_determiner_before_a_noun() -> None:
    assert tags_of("She said that it rained.")["that"] is Tag.SUBORDINATOR
    assert tags_of("She crossed at that gate.")["that"] is Tag.DETERMINER


def test_a_plural_before_a_past_is_a_noun_though_it_may_be_a_verb() -> None:
    assert tags_of("In Orrel, early polls suggested a change.")["polls"] is Tag.NOUN
    assert tags_of("News reports say it rained.")["reports"] is Tag.NOUN


def test_a_determiner_before_a_verb_of_saying_stands_for_a_noun() -> None:
    assert tags_of("Another said it rained.")["Another"] is Tag.PRONOUN
    assert tags_of("Another gate was shut.")["Another"] is Tag.DETERMINER


def test_a_name_in_ly_or_ing_at_the_head_of_a_sentence_is_a_noun() -> None:
    assert tags_of("Tilly said it rained.")["Tilly"] is Tag.NOUN
    assert tags_of("Harting’s gate was shut.")["Harting"] is Tag.NOUN
    assert tags_of("Suddenly, it rained.")["Suddenly"] is Tag.ADVERB


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The town is said to have a gate.", "have", Tag.BASE),
        ("The town will do it.", "do", Tag.BASE),
        ("The towns have a gate.", "have", Tag.AUXILIARY),
        ("The wall that protects the town is old.", "protects", Tag.FINITE),
        ("She said that polls suggest a change.", "polls", Tag.NOUN),
        ("He blamed the press reports, which were old.", "reports", Tag.NOUN),
        ("The plan based on it was old.", "based", Tag.PARTICIPLE),
        ("The mayor stood by her plan.", "stood", Tag.FINITE),
        ("They read it in a Wednesday editorial.", "Wednesday", Tag.NOUN),
        ("They met on Wednesday.", "Wednesday", Tag.TIME),
        ("They all left.", "all", Tag.ADVERB),
    ],
)
def test_the_neighbours_settle_what_a_word_does(text: str, word: str, expected: Tag) -> None:
    assert tags_of(text)[word] is expected
