"""Which questions to take into an interview, how to word them, and which vague answer to go back to first.

The order of a plan: starred by the user, answered vaguely, in the user's own words (two at most), what the
priorities ask, what decides in the occupation (one, or two where there are no priorities), the core set, carried over
from earlier talks, and only then what fills it up to three.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.core.hears import heard, plain
from bot.core.model import Answer, Interview, Person, Priority, Question
from bot.core.wants import SHAPE
from content import Content, Pack, Topic
from content import Question as BankQuestion

ROUNDS = "s12fo"
"""The rounds in the order in which they come."""
ASSUMED = {"s": "R", "1": "M", "2": "M", "f": "M", "o": "H"}
"""Whom one meets in a round when nobody is named."""
FEWEST = 3
MOST_OWN = 2  # own words that may go before the priorities: a long worry must not fill a whole plan
CLOSING = ("next_steps",)  # what one asks when a talk ends; never the question to open with
CLOSED = ("answered", "waived", "parked")
FOLLOW_UP = "0"  # bank id "hours.0": the follow-up question of the topic "hours"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a plan. ``bank`` is empty for own words; ``why``: starred, vague, own, priority:<ID>, trade,
    core, carried or usual."""

    topic_id: str
    bank: str
    question_id: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Held:
    """A question that does not fit now. ``returns`` is the round it comes back in ("round"), or who could answer
    it ("person", one audience letter)."""

    topic_id: str
    question_id: str | None
    reason: str
    returns: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask, best first, and what is kept for another round or person."""

    asks: tuple[Ask, ...]
    held: tuple[Held, ...]


def audiences(interview: Interview, people: Sequence[Person]) -> frozenset[str]:
    """The audience letters met in this interview; where nobody's part is known, the usual one of the round."""
    known = frozenset(p.audience for p in people if p.audience)
    return known or frozenset({ASSUMED[interview.round or "1"]})


def asked_of(answers: Sequence[Answer]) -> dict[str, list[str]]:
    """For each question id the ids of those who were asked, in order and as often ("" where not known who)."""
    found: dict[str, list[str]] = {}
    for answer in answers:
        found.setdefault(answer.question_id, []).append(answer.person_id)
    return found


def choose(
    *,
    topics: Mapping[str, Topic],
    priorities: Sequence[Priority],
    questions: Sequence[Question],
    interview: Interview,
    people: Sequence[Person],
    answers: Sequence[Answer] = (),
    over: Collection[str] = (),
    packs: Sequence[Pack] = (),
    limit: int = 5,
) -> Plan:
    """The plan of one interview: three to ``limit`` questions, best first; at the offer round there is no limit.

    ``questions``, ``answers`` and ``priorities`` are all of the user's; ``people`` those met in this interview;
    ``over`` the ids of interviews that are past, whose planned but unasked questions move on to this one; ``packs``
    those of the job's occupation (`bot.core.packs`), whose questions about a topic go before the bank's own.
    """
    mine = [q for q in questions if q.job_id in ("", interview.job_id)]
    chooser = _Chooser(topics, mine, interview, people, answers, frozenset(over), packs)
    offer = interview.round == "o"
    for step in (
        chooser.starred(),
        chooser.vague(),
        chooser.own(MOST_OWN),
        chooser.wanted(priorities),
        chooser.trade(1 if priorities else 2),
        chooser.core(),
        chooser.carried(),
    ):
        chooser.take(step, None if offer else limit)
    chooser.take(chooser.wanted(priorities), len(chooser.asks) if offer else limit)
    chooser.take(chooser.usual(), min(FEWEST, limit))
    best_first = sorted(chooser.asks, key=lambda ask: ask.topic_id in CLOSING and ask.why != "starred")
    return Plan(tuple(best_first), tuple(chooser.held.values()))


class _Chooser:
    """The state of one choice: what was taken, which topics are used up, what was held back."""

    def __init__(
        self,
        topics: Mapping[str, Topic],
        questions: Sequence[Question],
        interview: Interview,
        people: Sequence[Person],
        answers: Sequence[Answer],
        over: frozenset[str],
        packs: Sequence[Pack] = (),
    ) -> None:
        self.topics, self.people, self.over, self.interview_id = topics, people, over, interview.id
        self.packs = packs
        self.round, self.round_unknown = interview.round or "1", not interview.round
        self.met = audiences(interview, people)
        self.askers = asked_of(answers)
        self.verdicts = {a.question_id: a.verdict for a in answers}  # the last one counts
        self.open = sorted(filter(self._is_open, questions), key=lambda q: (not q.starred, q.rank or 99))
        open_topics = {q.topic for q in self.open}
        self.closed = {q.topic for q in questions if q.topic and q.topic not in open_topics}
        self.used: set[str] = set()
        self.noting: set[str] = set()  # topics of the bank whose holding back is noted
        self.asks: list[Ask] = []
        self.held: dict[tuple[str, str | None], Held] = {}

    def take(self, offers: Iterator[Ask], limit: int | None) -> None:
        """Adds what is offered up to the limit; a topic (or an own question) is taken once."""
        for ask in offers:
            if limit is not None and len(self.asks) >= limit:
                return
            key = ask.topic_id or f"own:{ask.question_id}"
            if key not in self.used:
                self.used.add(key)
                self.asks.append(ask)

    # The steps. Each yields what it would ask, best first, and notes what it has to hold back.

    def starred(self) -> Iterator[Ask]:
        return self._records("starred", [q for q in self.open if q.starred])

    def vague(self) -> Iterator[Ask]:
        return self._records("vague", [q for q in self.open if self.verdicts.get(q.id) == "vague"])

    def own(self, most: int) -> Iterator[Ask]:
        own = [q for q in self.open if q.text or q.origin not in ("bank", "priority")]
        return self._records("own", own[:most])

    def carried(self) -> Iterator[Ask]:
        return self._records("carried", self.open)

    def wanted(self, priorities: Sequence[Priority]) -> Iterator[Ask]:
        """For each priority, most important first, its best topic that fits now and is not taken."""
        for priority in sorted(priorities, key=lambda p: p.rank or 99):
            serving = self._serving(priority)
            self.noting = {t.id for t in serving[:1]}  # one held topic a priority is news, ten are noise
            yield from islice(self._bank(serving, f"priority:{priority.topic}"), 1)

    def trade(self, most: int) -> Iterator[Ask]:
        """What decides in the occupation, as its pack orders it: questions for somebody who is met here."""
        self.noting = set()
        made = (q.topic for pack in self.packs for q in pack.questions if self.met & set(q.audience))
        topics = [self.topics[name] for name in dict.fromkeys(made) if name in self.topics]
        return islice(self._bank(topics, "trade"), most)

    def core(self) -> Iterator[Ask]:
        core = [t for t in self.topics.values() if t.core]
        self.noting = {t.id for t in core}
        return self._bank(core, "core")

    def usual(self) -> Iterator[Ask]:
        self.noting = set()
        fitting = [t for t in self.topics.values() if self._returns(t) == ""]
        return self._bank(fitting, "usual")

    # What fits.

    def _is_open(self, question: Question) -> bool:
        """Open, or planned for this interview, or planned for one that is over without having been asked."""
        if question.state == "planned":
            waiting = question.interview_id in ("", self.interview_id, *self.over)
            return waiting and (question.interview_id not in self.over or question.id not in self.askers)
        return question.state not in CLOSED

    def _records(self, why: str, questions: Sequence[Question]) -> Iterator[Ask]:
        for question in questions:
            ask = self._from_record(question, why)
            if ask:
                yield ask

    def _bank(self, topics: Sequence[Topic], why: str) -> Iterator[Ask]:
        for topic in topics:
            ask = self._from_topic(topic, why)
            if ask:
                yield ask

    def _serving(self, want: Priority) -> list[Topic]:
        """The topics that serve a priority: those that his own words speak of, those that serve it first of all, then
        the others, as in the bank. A want in own words is served by what these words speak of."""
        line = plain(f"{want.words} {want.because} {want.not_if}")
        said = {t.id: sum(map(len, heard(t.hears, line))) for t in self.topics.values()} if line.strip() else {}
        if want.topic == "OWN":
            return sorted((t for t in self.topics.values() if said.get(t.id)), key=lambda t: -said[t.id])
        serving = [t for t in self.topics.values() if want.topic in t.priorities]
        return sorted(serving, key=lambda t: (not said.get(t.id), t.priorities.index(want.topic)))

    def _from_topic(self, topic: Topic, why: str) -> Ask | None:
        """The topic's open record where there is one, else a question of the bank; None where it does not fit."""
        if topic.id in self.closed or topic.id in self.used:
            return None
        record = next((q for q in self.open if q.topic == topic.id), None)
        if record:
            return self._from_record(record, why)
        bank = self._fit(topic, None)
        return Ask(topic.id, bank.id, None, why) if bank else None

    def _from_record(self, question: Question, why: str) -> Ask | None:
        if self._asked_enough(question):
            return None
        topic = self.topics.get(question.topic)
        if question.facet == SHAPE and self.round != "o":
            self._hold(question.topic, question, "round", "o")
            return None
        if question.text or topic is None:
            again = question.id in self.askers and not question.starred
            fits = self._person_fits(question, question.audience or "RMPXH") and not again
            return Ask(question.topic, "", question.id, why) if fits else None
        bank = self._fit(topic, question)
        if bank is None:
            return None
        again = self.verdicts.get(question.id) == "vague"
        return Ask(topic.id, f"{topic.id}.{FOLLOW_UP}" if again else bank.id, question.id, why)

    def _asked_enough(self, question: Question) -> bool:
        """Everybody met here was asked this already. A vague answer earns one follow-up, not more."""
        askers = self.askers.get(question.id, [])
        times = 2 if self.verdicts.get(question.id) == "vague" else 1
        if not self.people:
            return len(askers) >= times
        return all(askers.count(p.id) >= times for p in self.people)

    def _fit(self, topic: Topic, question: Question | None) -> BankQuestion | None:
        """The question of the topic for those met here, or None (and a note of what holds it back)."""
        returns = self._returns(topic)
        if returns and not (question is not None and (self._missed(topic, question) or self._is_dear(question))):
            self._hold(topic.id, question, "round", returns)
            return None
        named = question.bank if question else ""
        asked = question is not None and question.id in self.askers
        fitting = [q for q in self._worded(topic) if self.round == "o" or self.met & set(q.audience)]
        if not fitting:
            self._hold(topic.id, question, "person", topic.questions[0].audience[0])
            return None
        # What somebody was asked comes in other words the next time.
        return next((q for q in fitting if (q.id == named) != asked), fitting[0])

    def _worded(self, topic: Topic) -> list[BankQuestion]:
        """The topic's questions: the occupation's for those met here, the bank's first one, then those of the bank
        that are made for somebody met here, then the others."""
        trade = [q for pack in self.packs for q in pack.about(topic.id) if self.met & set(q.audience)]
        made = sorted(topic.questions[1:], key=lambda q: q.audience[0] not in self.met)
        return [*trade, topic.questions[0], *made]

    def _returns(self, topic: Topic) -> str:
        """The later round that the topic waits for; empty where it fits. What was missed earlier always fits."""
        if self.round == "o" or self.round in topic.rounds:
            return ""
        later = ROUNDS[ROUNDS.index(self.round) + 1 :]
        return next((r for r in later if r in topic.rounds), "")

    def _missed(self, topic: Topic, question: Question) -> bool:
        """What the user starred, or had planned for an earlier talk, does not wait once its round has passed."""
        passed = any(r in topic.rounds for r in ROUNDS[: ROUNDS.index(self.round)])
        return passed and (question.starred or question.interview_id in self.over)

    def _is_dear(self, question: Question) -> bool:
        """What came from the user himself is not held back for a round that nobody has announced."""
        return self.round_unknown and question.origin not in ("bank", "priority")

    def _person_fits(self, question: Question, audience: str) -> bool:
        fits = self.round == "o" or bool(self.met & set(audience))
        if not fits:
            self._hold(question.topic, question, "person", audience[0])
        return fits

    def _hold(self, topic_id: str, question: Question | None, reason: str, returns: str) -> None:
        if question is None and topic_id not in self.noting:
            return
        question_id = question.id if question else None
        self.held.setdefault((topic_id, question_id), Held(topic_id, question_id, reason, returns))


def wording(question: Question, content: Content, tone: str = "soft", audience: str = "") -> str:
    """The text to say: own words as they are, else the bank's in that tone ("soft" or "direct") for that audience
    letter; the topic's follow-up where ``bank`` ends in ".0"; empty where the bank does not know the topic."""
    if question.text:
        return question.text
    return bank_wording(question.bank or question.topic, content, tone, audience)


def bank_wording(bank: str, content: Content, tone: str = "soft", audience: str = "") -> str:
    """The text of a bank id ("hours.2", "care/hours.1", "hours.0" for the follow-up) or of a topic's first question.

    Where that question is not meant for the audience, the first of the same topic that is takes its place.
    """
    topic_id, _, index = bank.rpartition("/")[2].partition(".")
    topic = content.topics.get(topic_id)
    if topic is None:
        return ""
    if index == FOLLOW_UP:
        return topic.follow_up
    named = content.question(bank) or topic.questions[0]
    fits = not audience or audience in named.audience
    chosen = named if fits else next((q for q in topic.questions if audience in q.audience), named)
    return chosen.direct if tone == "direct" else chosen.soft


def most_important_vague(
    *,
    topics: Mapping[str, Topic],
    priorities: Sequence[Priority],
    questions: Sequence[Question],
    answers: Sequence[Answer],
    interview_id: str,
) -> tuple[Question, Answer] | None:
    """The vague answer of that interview to go back to: starred first, then by priority, core, place in the plan."""
    by_id = {q.id: q for q in questions if q.state not in CLOSED}
    latest = {a.question_id: a for a in answers if a.interview_id == interview_id}
    vague = [(by_id[a.question_id], a) for a in latest.values() if a.verdict == "vague" and a.question_id in by_id]
    ranks = {p.topic: p.rank or 99 for p in priorities}

    def weight(pair: tuple[Question, Answer]) -> tuple[bool, int, bool, int]:
        topic = topics.get(pair[0].topic)
        wants = [ranks[p] for p in (topic.priorities if topic else ()) if p in ranks]
        return not pair[0].starred, min(wants, default=99), not (topic and topic.core), pair[0].rank or 99

    return min(vague, key=weight, default=None)
