"""Words around their attribution: "The museum, she said, would stand", and a report of reports."""

from __future__ import annotations

from reader.analysis.quotes import sources
from reader.analysis.quotes.adjuncts import past_adjuncts
from reader.analysis.quotes.clause_ends import report_end
from reader.analysis.quotes.clauses import DASHES, OPEN_ENDED, has_verb, is_only_subordinate, opens_stretch
from reader.analysis.quotes.cue import Cue, CueForm
from reader.analysis.quotes.leads import with_lead, words_before
from reader.analysis.quotes.passages import Passage
from reader.analysis.quotes.said import addressee_end, words_begin
from reader.analysis.quotes.scene import Part, Scene
from reader.language.tags import FINITE_TAGS, Tag

_RESUME = frozenset({"that", "since", "until", "unless", "because", "if", "rather", "not", "despite", "given", "than"})
_TAKES_CLAUSE = frozenset({"for", "of", "without", "from", "about"})
_PLAIN_SPEECH = frozenset({"say", "tell", "add", "report", "write", "note", "explain", "claim", "allege", "recall"})
_WHICH = frozenset({"which", "who"})
_LONGEST_TERM = 6  # tokens, marks counted
_LIGHT = frozenset({Tag.ADVERB, Tag.TIME})


def words_around(scene: Scene, cue: Cue, begin: int, past: int) -> list[Part] | None:
    """What was said when it stands before an attribution whose tokens are `[begin, past)`, and goes on after it."""
    passage = scene.passage
    parts = words_before(scene, cue, begin, past)
    if parts is not None and len(parts) > 1 and passage.lowers[parts[0][1] - 1] in _WHICH:
        return _in_relative(scene, parts)
    if parts is not None and (len(parts) > 1 or passage.inside[parts[0][1] - 1] >= 0):
        return _around_marks(scene, cue, past, parts)
    first = scene.left_start()
    end = begin
    while end > first and not passage.tokens[end - 1].is_word and passage.inside[end - 1] < 0:
        end -= 1
    if "p" not in cue.verb.frames or end <= first or passage.inside[end - 1] >= 0:
        return parts
    follow = _resumption(scene, cue, past, first, end)
    if follow is None:
        return parts
    found = [(first, end), follow]
    return _in_relative(scene, found) if passage.lowers[end - 1] in _WHICH else found


def _in_relative(scene: Scene, parts: list[Part]) -> list[Part]:
    """A relative clause around its attribution: of "the hall, which, she said, is full, was shut" the inner one."""
    passage, relative = scene.passage, parts[0][1] - 1
    found = [(relative, relative + 1)]
    for first, past in parts[1:]:
        comma = (k for k in range(first, past - 1) if passage.lowers[k] == "," and passage.inside[k] < 0)
        found.append((first, next((k for k in comma if passage.tags[k + 1] in FINITE_TAGS), past)))
    return found


def _around_marks(scene: Scene, cue: Cue, past: int, parts: list[Part]) -> list[Part]:
    """Words that end in marks: without a gesture inside them, and with the verb that goes on after the attribution."""
    passage, unit = scene.passage, scene.unit
    first, end = parts[0]
    pieces = _without_gesture(passage, first, end)
    if len(parts) > 1 or passage.inside[first] >= 0:
        return pieces + parts[1:]
    if past + 2 < unit.past and passage.lowers[past] == "," and passage.lowers[past + 1] in ("and", "but", "or"):
        m = past + 2
        while m + 1 < unit.past and passage.tags[m] in (Tag.ADVERB, Tag.NOT):
            m += 1
        # "The bridge is “a ruin”, she said, and should be blown up"
        goes_on = passage.tags[m] is Tag.MODAL or opens_stretch(passage, m, unit.past)
        if goes_on or (passage.tags[m] is Tag.AUXILIARY and has_verb(passage, first, end)):
            return [*pieces, (past + 1, report_end(scene, cue, past + 1))]
    return pieces


def _all_marked(passage: Passage, first: int, past: int) -> bool:
    return all(passage.inside[k] >= 0 for k in range(first, past))


def _without_gesture(passage: Passage, first: int, end: int) -> list[Part]:
    """A quotation that a gesture between dashes parts: "“The bridge” — he tapped the table — “is shut,”"."""
    if passage.inside[first] < 0:
        return [(first, end)]
    last = passage.stretches[passage.inside[end - 1]].first if passage.inside[end - 1] >= 0 else first
    if last > first and passage.inside[last - 1] >= 0 and _all_marked(passage, first, last):
        return [(last, end)]  # "“Nobody …” “Quiet,” she said": the first one is another's
    opening = passage.stretches[passage.inside[first]].past
    if opening >= end - 2 or passage.lowers[opening] not in DASHES or not has_verb(passage, opening, end):
        return [(first, end)]
    for k in range(opening + 1, end - 1):
        if passage.lowers[k] in DASHES and passage.inside[k + 1] >= 0:
            return [(first, opening), (k + 1, end)]
        if passage.inside[k] >= 0:
            break
    return [(first, end)]


def lead_around(scene: Scene, begin: int, right: list[Part]) -> list[Part] | None:
    """The whole of a clause of which `right` is what stands after the attribution that begins at `begin`."""
    passage = scene.passage
    first, mark = scene.left_start(), begin - 1
    if passage.lowers[right[0][0]] == "that" and mark > first and passage.lowers[mark] == ",":
        degree = any(passage.lowers[k] in ("so", "such") for k in range(first, mark))
        if degree and has_verb(passage, first, mark):
            return [(first, mark), *right]  # "The air was so bad, she said, that …"
    return with_lead(scene, begin, right)


def _resumption(scene: Scene, cue: Cue, past: int, first: int, end: int) -> Part | None:
    """What goes on after an attribution that ends at `past`, when the words `[first, end)` before it want it."""
    passage, unit = scene.passage, scene.unit
    k = past
    if cue.verb.frames & set("oO") and past == cue.past:
        k = addressee_end(passage, past, unit.past) or past
    k = past_adjuncts(passage, k, unit.past)
    if k + 1 >= unit.past or passage.inside[k] >= 0:
        return None
    if passage.lowers[k] != "," and passage.lowers[k] not in DASHES:
        return None
    m = k + 1
    while m + 1 < unit.past and passage.tags[m] in _LIGHT and m not in scene.starts:
        m += 1
    goes_on = m == k + 1 and passage.tags[m] in FINITE_TAGS  # "Rowing, he said, allowed him to think"
    if (m in scene.starts and not goes_on) or passage.inside[m] >= 0:
        return None
    opened = first
    while opened < end and passage.tags[opened] is Tag.ADVERB:
        opened += 1
    hangs = is_only_subordinate(passage, opened, end) or passage.tags[end - 1] in OPEN_ENDED
    wanted = (
        passage.tags[m] in FINITE_TAGS
        or passage.lowers[m] in _RESUME
        or (hangs and (has_verb(passage, m, unit.past) or passage.tags[end - 1] in OPEN_ENDED))
        or (passage.lowers[m] in _TAKES_CLAUSE and has_verb(passage, m, unit.past))
        or (passage.lowers[m] == "for" and Tag.TO in passage.tags[m : unit.past])  # "for the street to vanish"
    )
    return (k + 1, report_end(scene, cue, k + 1)) if wanted else None


def _is_whole(passage: Passage, k: int) -> bool:
    """Whether token `k` stands in a quotation that is more than a term and opens with a capital, as sentences do."""
    if passage.inside[k] < 0:
        return False
    stretch = passage.stretches[passage.inside[k]]
    opened = passage.tokens[stretch.first + 1].is_capitalised
    return opened and stretch.past - stretch.first > _LONGEST_TERM


def _credits_all(scene: Scene, inner: Cue, last: Cue) -> bool:
    """Whether "according to" closes a sentence that reports in its own words: "Tolle said it sank, according to …"."""
    passage, unit, comma = scene.passage, scene.unit, last.group - 1
    if last.form is not CueForm.ACCORDING or comma <= unit.first or passage.lowers[comma] != ",":
        return False
    if inner.form is not CueForm.FINITE or any(passage.inside[k] >= 0 for k in range(unit.first, unit.past)):
        return False
    begins = words_begin(passage, inner, comma)
    return begins is not None and has_verb(passage, begins, comma)


def closing_attribution(scene: Scene, cues: list[Cue]) -> Cue | None:
    """The last word of saying when it reports the others too: "Tolle told us to go, officials said."."""
    passage, unit = scene.passage, scene.unit
    last = cues[-1]
    if len(cues) > 1 and _credits_all(scene, cues[-2], last):
        return last
    if len(cues) < 2 or last.form is not CueForm.FINITE or last.verb.lemma not in _PLAIN_SPEECH:
        return None
    over = past_adjuncts(passage, last.past, unit.past)
    if over < unit.past and passage.lowers[over] != ".":
        return None
    source = sources.before(passage, last.group, unit.first)
    if source is None or source.begin - 2 <= unit.first:
        return None
    mark = source.begin - 1
    if passage.inside[mark] >= 0 and passage.lowers[mark - 1] == ",":
        mark -= 1
    if passage.lowers[mark] != "," or any(_is_whole(passage, k) for k in range(unit.first, mark)):
        return None
    begins = words_begin(passage, cues[-2], mark)
    if cues[-2].past < mark and (
        begins is None or not (has_verb(passage, begins, mark) or passage.lowers[begins] in ("to", "that"))
    ):
        begins = None
    if begins is None or not (has_verb(passage, unit.first, cues[-2].past) or cues[-2].form is CueForm.NOUN):
        return None
    return last
