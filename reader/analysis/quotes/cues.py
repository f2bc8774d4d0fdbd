"""The words that report, each in its place and form."""

from __future__ import annotations

from reader.analysis.quotes.clauses import is_plain_clause
from reader.analysis.quotes.cue import Cue, CueForm
from reader.analysis.quotes.cue_phrases import credit_at, noun_cue_at
from reader.analysis.quotes.noun_cues import gives
from reader.analysis.quotes.passages import Passage, Unit
from reader.language.tags import FINITE_TAGS, Tag
from reader.language.verbs import Form, VerbOfSpeech, forms_of_speech, known_forms

_IN_GROUP = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB, Tag.NOT, Tag.PARTICIPLE})
_NO_AUXILIARY = frozenset({Tag.ADVERB, Tag.NOT, Tag.SUBORDINATOR})
_REACH = 60  # tokens
_LONGEST_GROUP = 8  # tokens
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "isn't", "wasn't", "weren't"})
_HAVE = frozenset({"has", "have", "had", "'ve", "having", "hasn't", "haven't", "hadn't", "'d"})
_PERSONS = frozenset({"he", "she"})
_AFTER_PASSIVE = frozenset({"to", "by", "as"})
_LONGEST_SUBJECT = 6  # tokens
_IN_SUBJECT = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN, Tag.ADVERB, Tag.PREPOSITION})
_MANNER = frozenset("qnN")
"""The frames of a verb that tells no more than how a quotation was spoken."""
_QUOTED = frozenset({"quoted", "cited"})
_HEARD = frozenset({"heard", "overheard", "recorded", "filmed"})
_OF_MANY = frozenset({"lot", "few", "couple", "pair", "handful", "dozen", "hundred", "majority", "minority", "number",
                      "third", "quarter", "half"})  # fmt: skip
_NOUN_BEFORE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NUMBER})


def find_cues(passage: Passage, unit: Unit) -> list[Cue]:
    """The words of saying of a unit that stand outside quotation marks."""
    found: list[Cue] = []
    lowers, inside = passage.lowers, passage.inside
    forms = forms_of_speech()
    i = unit.first
    while i < unit.past:
        if inside[i] >= 0:
            i += 1
            continue
        uses = forms.get(lowers[i])
        cue = credit_at(passage, unit, i) or noun_cue_at(passage, unit, i)
        if cue is None and uses:
            cue = _cue(passage, unit, i, uses)
        if cue is not None:
            found.append(cue)
            i = cue.past
        else:
            i += 1
    return found


def _cue(passage: Passage, unit: Unit, i: int, uses: tuple[tuple[VerbOfSpeech, Form, str], ...]) -> Cue | None:
    past = i + 1
    for verb, form, particle in uses:
        if particle:
            if past < unit.past and passage.lowers[past] == particle:
                return _in_form(passage, unit, i, past + 1, verb, form)
            continue
        cue = _in_form(passage, unit, i, past, verb, form)
        if cue is not None:
            return cue
    return None


def _in_form(passage: Passage, unit: Unit, i: int, past: int, verb: VerbOfSpeech, form: Form) -> Cue | None:
    tags, lowers, tokens = passage.tags, passage.lowers, passage.tokens
    group = i
    while (
        group > max(unit.first, i - _LONGEST_GROUP)
        and passage.inside[group - 1] < 0
        and (tags[group - 1] in _IN_GROUP or (lowers[group - 1] == "since" and group == i))
    ):
        group -= 1
    while group < i and tags[group] is Tag.ADVERB:
        group += 1
    aux = next((lowers[k] for k in range(i - 1, group - 1, -1) if tags[k] not in _NO_AUXILIARY), "")
    if form in (Form.BASE, Form.PRESENT) and aux in known_forms() and Form.PARTICIPLE in known_forms()[aux]:
        group, aux = i, ""  # "those who have been chosen say": two verbs
    before = tags[i - 1] if i > unit.first else Tag.MARK
    if before is Tag.DETERMINER and _is_object(passage, i - 1, past, unit):
        before = Tag.OBJECT
    if before is Tag.ADVERB and form is Form.PARTICIPLE and i - 1 > unit.first and tags[i - 2] is Tag.DETERMINER:
        return None  # "a hastily called meeting"
    if tokens[i].is_capitalised and i > unit.first and before is not Tag.MARK:
        return None  # part of a name or of a headline in capitals
    if form is Form.GERUND and i > unit.first and lowers[i - 1] in ("worth", "without", "merits"):
        return None  # "it is worth noting that": nobody's words but the writer's
    if form is Form.GERUND:
        quoted = _quoted_as(passage, unit, i)
        if quoted is not None:
            return Cue(i, past, verb, CueForm.FINITE, quoted)
        if aux in _BE:
            return Cue(i, past, verb, CueForm.FINITE, group)
        if before in (Tag.DETERMINER, Tag.POSSESSIVE) or (before is Tag.NUMBER and "t" not in verb.frames):
            return None
        if before is Tag.NOUN and verb.frames <= _MANNER and i - 2 > unit.first and tags[i - 2] in _NOUN_BEFORE:
            return None  # "the mayor’s persistent grumbling"
        return Cue(i, past, verb, CueForm.GERUND, i)
    if (
        form in (Form.PAST, Form.PARTICIPLE)
        and verb.frames & set("oO")
        and (i == unit.first or lowers[i - 1] in ("when", "if", "while", "after"))
    ):
        return Cue(i, past, verb, CueForm.PASSIVE, i)
    if before is Tag.NUMBER and past < unit.past and tags[past] is Tag.NOUN and lowers[i].endswith("ed"):
        return None  # "their 400 pledged members"
    if form in (Form.PAST, Form.PARTICIPLE) and verb.frames & set("oO") and _is_reduced(passage, i, past, unit):
        return Cue(i, past, verb, CueForm.PASSIVE, i)
    has = aux in _HAVE or (aux == "'s" and lowers[group - 1] in _PERSONS and not _is_passive(passage, past, unit))
    if aux in _BE and not has and form in (Form.PARTICIPLE, Form.PAST):
        return Cue(i, past, verb, CueForm.PASSIVE, group)
    if has and form in (Form.PARTICIPLE, Form.PAST):
        return Cue(i, past, verb, CueForm.FINITE, group)
    if aux and form is Form.BASE:
        return Cue(i, past, verb, CueForm.FINITE, group)
    if before is Tag.TO and form is Form.BASE:
        quoted = _quoted_as(passage, unit, i)
        if quoted is not None:
            return Cue(i, past, verb, CueForm.FINITE, quoted)
        return Cue(i, past, verb, CueForm.INFINITIVE, i - 1)
    if form is Form.PAST or (form is Form.PARTICIPLE and tags[i] is Tag.FINITE):
        if before in (Tag.DETERMINER, Tag.POSSESSIVE):
            return None
        return Cue(i, past, verb, CueForm.FINITE, i)
    if (
        form in (Form.PRESENT, Form.BASE)
        and tags[i] in (Tag.FINITE, Tag.NOUN)
        and (before not in _NOUN_BEFORE or (before is Tag.NUMBER and not verb.frames & set("nN")))
    ):
        if verb.frames & set("nN") and "q" in verb.frames and _follows_words(passage, unit, i):
            return Cue(i, past, verb, CueForm.FINITE, i)
        noun = form is Form.BASE and tags[i] is Tag.NOUN and _is_singular(passage, i - 1)
        if noun and (verb.frames & set("nN") or _is_one(passage, unit, i - 1)):
            return None  # "a controversial comment that", "in a conference call with"
        if (
            "N" in verb.frames
            and before is not Tag.PRONOUN
            and (
                (before is Tag.ADVERB and i - 1 > unit.first and tags[i - 2] is Tag.DETERMINER)  # "the only reason"
                or lowers[i - 1].endswith("s")
                or tokens[i - 1].is_capitalised
                or (past < unit.past and lowers[past] == ":")
                or not _verb_follows_up(passage, past, unit.past)
            )
        ):
            return None
        if (
            "n" in verb.frames
            and before not in (Tag.PRONOUN, Tag.RELATIVE)
            and not _verb_follows_up(passage, past, unit.past)
            and not (tags[i] is Tag.FINITE and _named_clause(passage, past, unit.past))
        ):
            return None
        return Cue(i, past, verb, CueForm.FINITE, i)
    return None


def _is_object(passage: Passage, k: int, past: int, unit: Unit) -> bool:
    """Whether "her" is whom the verb before it is about, not whose: "those who have endorsed her say that"."""
    verb = passage.lowers[k] == "her" and k > unit.first and passage.tags[k - 1] in (Tag.FINITE, Tag.PARTICIPLE)
    return verb and _verb_follows_up(passage, past, unit.past)


def _is_passive(passage: Passage, past: int, unit: Unit) -> bool:
    """Whether "she’s" before a participle is "she is" for what follows it: "she’s said to be ill"."""
    return past < unit.past and passage.inside[past] < 0 and passage.lowers[past] in _AFTER_PASSIVE


def _is_reduced(passage: Passage, i: int, past: int, unit: Unit) -> bool:
    """Whether a participle hangs on the noun before its comma: "Tolle, told that the dam was shut, laughed"."""
    if i - 1 <= unit.first or past >= unit.past or passage.lowers[i - 1] != "," or passage.inside[i - 1] >= 0:
        return False
    if passage.lowers[past] not in ("that", "whether", "if", "why", "about", "by") or passage.inside[past] >= 0:
        return False
    # the verb of the noun follows its own comma: not "Tolle, the mayor, warned that …"
    return any(
        passage.lowers[k] == "," and passage.inside[k] < 0 and passage.tags[k + 1] in FINITE_TAGS
        for k in range(past, min(unit.past - 1, past + _REACH))
    )


def _is_singular(passage: Passage, k: int) -> bool:
    """Whether the token at `k` cannot be the end of a plural subject."""
    return passage.tags[k] is Tag.NOUN and not passage.lowers[k].endswith(("s", "ople", "ren", "men", "ice"))


def _is_one(passage: Passage, unit: Unit, k: int) -> bool:
    """Whether "a" opens the phrase whose noun stands at `k`, which no verb in the plural follows."""
    while k > unit.first and passage.tags[k] is Tag.NOUN and passage.lowers[k] not in _OF_MANY:
        k -= 1
    return passage.inside[k] < 0 and passage.lowers[k] in ("a", "an", "another")


def _quoted_as(passage: Passage, unit: Unit, i: int) -> int | None:
    """Where the verb group of "is quoted as saying", "was heard saying" or "was heard to say" begins."""
    k = i - 1
    as_heard = k > unit.first and passage.lowers[k] in ("as", "to")
    witnessed = _QUOTED if as_heard and passage.lowers[k] == "as" else _HEARD
    k -= as_heard
    if k <= unit.first or passage.lowers[k] not in witnessed:
        return None
    while k > unit.first and passage.tags[k - 1] in _IN_GROUP and passage.inside[k - 1] < 0:
        k -= 1
    return k if passage.tags[k] in _IN_GROUP and passage.lowers[k] not in _QUOTED | _HEARD else None


def _follows_words(passage: Passage, unit: Unit, i: int) -> bool:
    """Whether nothing but a short subject stands between a quotation, or the words of a whole clause, and token `i`."""
    k = i - 1
    while k > max(unit.first, i - _LONGEST_SUBJECT) and passage.inside[k] < 0 and passage.tags[k] in _IN_SUBJECT:
        k -= 1
    if k < unit.first or k == i - 1:
        return False
    if i + 1 < unit.past and passage.inside[i + 1] < 0 and passage.tags[i + 1] in FINITE_TAGS:
        return False  # "…,” the annual report said": the next word is its verb
    if passage.inside[k] >= 0:
        return True
    if passage.lowers[k] != ",":
        return False
    if i + 1 >= unit.past or passage.lowers[i + 1] == ".":
        return passage.tokens[i - 1].is_capitalised
    # "…, an international team reports in the journal": no other verb follows
    last = passage.verbs_before[i + 1] == passage.verbs_before[unit.past]
    return (
        passage.tags[i + 1] is Tag.PREPOSITION and last and passage.verbs_before[k] > passage.verbs_before[unit.first]
    )


def _verb_follows_up(passage: Passage, i: int, past: int) -> bool:
    """Whether what stands after a word that may be a noun shows it to be a verb: "claims that", "reports a"."""
    if i >= past:
        return False
    if passage.lowers[i] == "that" and i + 1 < past and _is_verb_of_relative(passage, i + 1, past):
        return False  # "charges that were dropped", "states that vote a week later"
    if passage.tags[i] is Tag.PRONOUN and any(gives(passage.lowers[k]) for k in range(i + 1, min(past, i + 3))):
        return False  # "recent comments he made"
    if passage.inside[i] >= 0 or passage.lowers[i] in ("that", ":"):
        return True
    if passage.lowers[i] == "," and i + 1 < past and passage.inside[i + 1] >= 0:
        return True
    return passage.tags[i] in (Tag.DETERMINER, Tag.PRONOUN)


def _is_verb_of_relative(passage: Passage, i: int, past: int) -> bool:
    """Whether the word behind "that" is a verb, which then has no other subject."""
    if passage.tags[i] in FINITE_TAGS:
        return True
    plain = Form.BASE in known_forms().get(passage.lowers[i], frozenset()) and not passage.tokens[i].is_capitalised
    object_follows = i + 1 < past and passage.tags[i + 1] in (Tag.DETERMINER, Tag.OBJECT)
    return plain and object_follows and passage.tags[i] is Tag.NOUN


def _named_clause(passage: Passage, i: int, past: int) -> bool:
    """Whether a clause begins at `i` beside a name: "the paper reports Tolle will leave", "Tolle reports she will"."""
    named = i < past and (passage.tokens[i].is_capitalised or passage.name_of[i - 2] >= 0)
    return named and is_plain_clause(passage, i, past)
