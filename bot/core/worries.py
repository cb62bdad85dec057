"""A long worry, split by clause; each clause goes to at most one topic of the bank, and no fear is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from bot.core.hears import heard, plain
from bot.core.patterns import any_of, cut
from bot.core.route import words as route_words
from bot.core.worries_own import OWN_TOPICS, is_feared, own_words
from content import Content

CAP = 6000  # characters of one worry
_MOST_CLAUSES = 120  # a text of more clauses is no worry of a person; the rest stays with the last one
_SURE_LETTERS = 8  # heard letters by which a topic outweighs luck and fate in the same clause
_BARE_WORDS = 5

_SENTENCE = re2.compile(r"[.!?;\n]+(?:\s|$)|\s[–—-]\s|\n|…")
_CLAUSE = re2.compile(
    r"(?i),\s*(?:and |but |or |because |since |plus )?(?:also |that |then )?"
    r"|\s+(?:and|but|or|plus|also|as well as)\s+(?:that |also |then )?"
)
_SAID_BY_THE_WAY = ("of course", "at the end of the day", "on the other hand", "to be honest", "by the way")
_FATE = any_of(r"""
    luck|unlucky|lucky|fate|destiny|karma|jinx(?:ed)?|curse[ds]?|cursed|horoscope|stars|murphys law
    (?:hate|like|judge|see|dont like|look at) my (?:face|looks|nose|teeth|hair|voice|name|smile|weight|body)
    my (?:face|looks|nose|voice|hands) (?:is|are|will|might|shakes?|turns?|gets?|go(?:es)? red|ugly)|ugly|too fat|
    too short
    (?:the |this |our |whole )?(?:economy|recession|inflation|crisis|pandemic|war|elections?|government|world)
    (?:god|the universe|everything) (?:is|seems|will|hates?)|life is (?:unfair|hard)|what the future brings
    (?:everything|something|anything|it) (?:always )?(?:goes|will go|could go|might go) wrong|
    bad things (?:always )?happen
    (?:just|simply|somehow|generally) (?:afraid|scared|nervous|anxious)|nervous (?:in general|about everything)
    (?:always|never) (?:me|works out for me|my turn)|wasnt meant to be|not meant to be|born under
""")
_FEAR = any_of(route_words.FEAR, r"(?:they|he|she|people|it|the \w+) (?:might|may|could) \w+")
_AFRAID_OF = any_of(r"""
    (?:terrified|scared|afraid|frightened|worried|anxious|nervous|panicking|dreading) (?:\w+ )?(?:about|of|
    that|they|the|my|ill|im|because|by)
""")
_MOST = any_of(r"""
    most of all|above all|mostly|mainly|biggest|worst|really|especially|terrified|so (?:scared|afraid|worried)|most
""")
_BOSSES = (
    r"(?:boss|bosses|manager|managers|supervisor|owner|chef|cook|foreman|forewoman|director|principal|matron|sister"
    r"|nurse|nurses"
    r"|leader|lead|head|teacher|headteacher|surgeon|doctor|landlord|chief|colleagues?|coworkers?|they|he|she)"
)
_ILL = (
    r"(?:burn ?-?out|burned out|burnt out|depress\w*|anxiety|panic attacks?|ill|illness|sick|sickness|cancer"
    r"|epilep\w*|diabet\w*"
    r"|adhd|autis\w*|dyslex\w*|bipolar|therapy|therapist|clinic|rehab|addict\w*|medication|pills|mental health|disab\w*"
    r"|chronic\w*|hiv|ptsd|migraines?|eating disorder|breakdown|diagnos\w*|hospitali[sz]ed|my health)"
)
_CHILD = (
    r"my (?:\w+ )?(?:little one|kid|kids|son|sons|daughter|daughters|child|children|baby|babies|toddler|twins|boy"
    r"|girl|boys|girls)"
)
_CARED = (
    r"(?:patients?|residents?|children|pupils|kids|students|customers|guests|tables|beds|parcels|stops|cases|tickets)"
)
_MANY = r"(?:\d+|too many|so many|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty)"
_AGE = r"(?:[456]\d|forty|fifty|sixty)"
_I_AM = r"(?:im|i am|i was|ill be|me being|being|i look|i feel|id be) "
_FOUND_OUT = any_of(r"""
    (?:find out|found out|finds out|discover\w*|learns?|notices?|realise|realize|see|know|tell them|tell him|tell her)\
(?: \w+){0,3} (?:my|i|im|ive|me|about)(?: \w+){0,7} (?:off sick|sick leave|off work|my back|bad back|my knees?|my heart|
    my hips?|my shoulder|injur\w*|surgery|operation|pregnan\w*)
""")
_ILL_NOW = any_of(r"""
    (?:i |im |i am |i.m )?(?:feel|feeling|get|getting) (?:so |very |really |a bit )?(?:sick|ill|dizzy|like throwing up)
    (?:im|i am) (?:so |really )?sick (?:of|with) (?:nerves|fear|worry)
""")
_SLEEPLESS = re2.compile(
    r"\b(?:cant|cannot|can not|couldnt|dont) sleep(?: at night)?(?: (?:because of|over|about) \w+)?$"
)
_RULES = (
    (any_of(route_words.MINDSET), None),
    (
        any_of(
            r"(?:put|puts|keep|stick|roster|schedule) (?:me|us) (?:on|in|for) (?:\w+ ){0,2}(?:nights?|lates?|earlies"
            r"|weekends?|sundays?|holidays)"
        ),
        "shifts",
    ),
    *OWN_TOPICS,
    (
        re2.compile(r"^(?:the |my |about )?(?:working |long )?hours(?: (?:tbh|too|really|also|honestly))?$"),
        "hours_and_load",
    ),
    (_FOUND_OUT, "support_when_hard"),
    (_ILL_NOW, None),
    (
        any_of(
            rf"{_I_AM}(?:much |far |just |way )?(?:too|so|that|very) (?:old|young)|my (?:own )?age|half my age"
            rf"|{_I_AM}(?:over |past |nearly |almost )?{_AGE}(?: years? old| now| already| and \w+ \w+|$)"
            rf"|at {_AGE} (?:nobody|no one|noone|who|they|you|it)"
            r"|(?:someone|somebody|anyone|everyone|everybody|people|all) (?:(?:is|are|will be) )?(?:much )?"
            r"(?:younger|older)"
        ),
        "the_team",
    ),
    (
        any_of(
            rf"{_MANY} {_CARED}(?: \w+){{0,2}} (?:alone|by myself|on my own|each|at once)|alone with (?:\w+ )?{_CARED}"
        ),
        "caseload",
    ),
    (
        any_of(
            r"(?:nobody|no one|noone|none)(?: \w+){0,2} (?:shows?|showed|explains?|explained|teach(?:es)?|trains?"
            r"|trained)(?: (?:me|you|us|it|how|the|anything)\b)?"
            r"|(?:thrown|thrown in|jump) (?:in|into|at) the (?:deep end|cold water)"
        ),
        "first_weeks",
    ),
    (
        any_of(
            rf"(?:they|people) (?:say|said|tell me) (?:the |my |that |this )?(?:\w+ )?{_BOSSES} (?:is|was|are)"
            r" (?:so |very |really )?(?:nice|lovely|great|kind|fine|ok|good)"
        ),
        "how_led",
    ),
    (
        any_of(
            rf"(?:find out|found out|finds out|discover\w*|learns?|notices?|realise|realize)(?: \w+){{0,3}} (?:my|i"
            rf"|im|ive|me)(?: \w+){{0,7}} {_ILL}"
        ),
        "support_when_hard",
    ),
    (
        any_of(
            rf"{_BOSSES} (?:\w+ )?(?:always |often |just |only |will |might |would )*(?:shouts?|shouting|yells?"
            rf"|yelling|screams?|screaming|"
            r"swears?|insults?|humiliates?|snaps|throws things|explodes|loses (?:his|her|their) temper)"
        ),
        "mistakes",
    ),
    (
        any_of(
            rf"{_CHILD}(?: \w+){{0,10}} (?:lates|nights?|shifts?|earlies|weekends?|late (?:turn|shift)s?|sundays?"
            rf"|saturdays?)"
        ),
        "shifts",
    ),
    (any_of(rf"{_CHILD}(?: \w+){{0,10}} (?:late|evenings?|overtime|long hours|working|work|alone)"), "hours_and_load"),
    (any_of(r"(?:drive|trip|journey|ride) (?:there|to work|home|each way|every day)|way (?:there|home)"), "place"),
)
"""What the words of a topic alone would get wrong: the first rule that fits a clause decides (pattern, topic or None).
A wish to be picked is no question; shouting is about how mistakes are met, not about how often work is checked."""


_DISAPPOINT = any_of(r"""
    disappoint (?:them|him|her|you|my \w+|the \w+|everyone|everybody|people)|(?:be|become|am|as) a disappointment
    let (?:them|him|her|everyone|everybody|the team|my boss|people) down|too slow|slow start|slow starter
    (?:fail|mess up|not cope|struggle) (?:in|during) (?:the|my) (?:first|probation\w*|trial)
    not (?:be )?(?:good|fast|quick) enough|not live up to|cant live up to
""")
START = ("first_three_months", "first_weeks")
"""The topics behind the fear to disappoint: what good looks like after 30, 60 and 90 days; how a slow start is met."""


def worded(text: str) -> dict[str, tuple[str, str]]:
    """Fears that a topic's own question would pass by: topic -> (the name of better words, whom to ask)."""
    return own_words(_flat(text[:CAP]))


def is_told(text: str, content: Content) -> bool:
    """Whether a fear is told in so many words and of something that can be asked: "terrified about money and hours"."""
    line = _flat(text[:CAP])
    named = _AFRAID_OF.search(line) and any(fear.topic_id for fear in split(text, content))
    return bool(named) or is_feared(line)


def is_found_out(text: str) -> bool:
    """Whether somebody fears that his health becomes known: what he tells of it is his to say."""
    return bool(_FOUND_OUT.search(_flat(text[:CAP])))


def to_disappoint(text: str) -> bool:
    """Whether the text fears to disappoint them in the beginning."""
    return bool(_DISAPPOINT.search(_flat(text[:CAP])))


@dataclass(frozen=True, slots=True)
class Fear:
    """One fear in the user's words; ``topic_id`` is None where nobody can answer it."""

    topic_id: str | None
    words: str


@dataclass(slots=True)
class _Clause:
    start: int
    end: int
    topic_id: str | None
    fear: bool
    opens: bool  # says only that one is afraid: what follows says of what
    sentence: int


def split(text: str, content: Content) -> list[Fear]:
    """Every fear of the text in order, those of one topic as one. A clause that is no fear and touches no topic
    stays with the fear before it in the same sentence (or after it, where it begins the sentence)."""
    text = text[:CAP]
    clauses = _joined(list(_clauses(text, content)))
    fears: list[Fear] = []
    for clause in clauses:
        words = text[clause.start : clause.end].strip(" ,.;:!?-–—\n…")
        same = next((n for n, f in enumerate(fears) if f.topic_id is not None and f.topic_id == clause.topic_id), None)
        if same is None:
            fears.append(Fear(clause.topic_id, words))
        else:
            fears[same] = Fear(clause.topic_id, f"{fears[same].words}; {words}")
    return fears


def pick(fears: Sequence[Fear], content: Content, limit: int = 3) -> list[Fear]:
    """The fears to begin with: those that can be asked about; stressed ones and such as fit before the offer first."""
    usable = [f for f in fears if f.topic_id in content.topics]

    def weight(fear: Fear) -> tuple[bool, bool]:
        rounds = content.topics[fear.topic_id or ""].rounds
        return not _MOST.search(fear.words.lower()), not {"1", "2"} & set(rounds)

    return sorted(usable, key=weight)[:limit]


def _standing(text: str, content: Content) -> list[tuple[str, list[str]]]:
    """(topic, its phrases that stand anywhere in the text): all that a clause of the text could touch."""
    words = plain(text)
    found = ((topic.id, list(heard(topic.hears, words))) for topic in content.topics.values())
    return [(name, phrases) for name, phrases in found if phrases]


def _best(text: str, known: list[tuple[str, list[str]]], least: int) -> str | None:
    """The topic of the bank that the words touch most: long and many phrases count more. None where the letters of
    the phrases heard are fewer than ``least``."""
    words = plain(text)
    for phrase in _SAID_BY_THE_WAY:
        words = words.replace(f" {phrase} ", " ")
    best, most = None, least - 1
    for name, phrases in known:
        weight = sum(len(phrase) for phrase in heard(phrases, words))
        if weight > most:
            best, most = name, weight
    return best


def _clauses(text: str, content: Content) -> Iterator[_Clause]:
    known = _standing(text, content)
    for first, last, number in _ranges(text):
        words = text[first:last]
        flat = _flat(words)
        if _SLEEPLESS.search(flat):
            continue  # how great the fear is, not of what
        fate = bool(_FATE.search(flat))
        ruled, topic = _by_rule(flat, content)
        if not ruled:
            topic = _best(words, known, _SURE_LETTERS if fate else 1)
        fear = ruled or fate or bool(_FEAR.search(flat))
        opens = fear and not ruled and not topic and not fate and len(words.split()) <= _BARE_WORDS
        yield _Clause(first, last, topic, fear, opens, number)


def _flat(words: str) -> str:
    """Lower case without apostrophes, single blanks; "I'll" must not become "ill"."""
    low = words.lower().replace("’", "'").replace("i'll", "i will").replace("'", "")
    return " ".join(low.split())


def _ranges(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, number of the sentence) of every clause, at most _MOST_CLAUSES."""
    found = [
        (first, last, number)
        for number, (start, end) in enumerate(cut(_SENTENCE, text, 0, len(text)))
        for first, last in cut(_CLAUSE, text, start, end)
    ]
    yield from found[: _MOST_CLAUSES - 1]
    if rest := found[_MOST_CLAUSES - 1 :]:
        yield rest[0][0], rest[-1][1], rest[0][2]


def _by_rule(flat: str, content: Content) -> tuple[bool, str | None]:
    """(does a rule decide, the topic that it gives)"""
    for pattern, topic in _RULES:
        if pattern.search(flat) and (topic is None or topic in content.topics):
            return True, topic
    return False, None


def _joined(clauses: list[_Clause]) -> list[_Clause]:
    """Neighbours of one sentence that belong together: the same topic, or one of them says nothing by itself."""
    out: list[_Clause] = []
    for clause in clauses:
        last = out[-1] if out and out[-1].sentence == clause.sentence else None
        if last and _belongs(last, clause):
            fear, topic = last.fear or clause.fear, last.topic_id or clause.topic_id
            opens = last.opens and clause.opens
            out[-1] = _Clause(last.start, clause.end, topic, fear, opens, clause.sentence)
        else:
            out.append(clause)
    return [c for c in out if c.fear or c.topic_id]


def _belongs(last: _Clause, clause: _Clause) -> bool:
    if last.opens or not (clause.topic_id or clause.fear) or not (last.topic_id or last.fear):
        return True
    return last.topic_id is not None and last.topic_id == clause.topic_id
