"""Nothing unasked is dropped on any way through prepare and debrief: random stories, played by the handlers."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import ledger
from bot.core.model import Answer, Interview, Job, Person, Priority, Question
from handlers import registrations
from tests.handlers.driving import NOW, Chat

HANDLERS = registrations("", "")
BOSS = Person(id="boss", job_id="A", name="Ines", title="ward manager", audience="M")
question = st.builds(
    Question,
    job_id=st.sampled_from(["A", ""]),
    topic=st.sampled_from(["shifts", "base_pay", "daily_work", "how_led", "turnover", "freedom"]),
    origin=st.sampled_from(["own", "worry", "priority"]),
    starred=st.booleans(),
)
wanted = st.lists(st.sampled_from(["PAY", "TIME", "BOSS", "LEARN"]), max_size=2, unique=True)
ACTS = ("talk", "prepare", "swap", "own", "none asked", "a vague answer", "told", "balked", "nobody came", "elsewhere")


class Story:
    """One job, its talks, and what was ever open to ask there."""

    def __init__(self, rows: list[Question], wants: list[str]) -> None:
        known = [Priority(topic=topic, rank=rank) for rank, topic in enumerate(wants, 1)]
        self.chat = Chat(HANDLERS, None, Job(id="A", employer="Acorn House", role="nurse"), BOSS, *known, *rows)
        self.talk()

    def talk(self) -> None:
        """A talk is booked, a day after the last one."""
        start = NOW + timedelta(days=1 + len(self.chat.work.all(Interview)))
        self.chat.work.add(
            Interview(
                job_id="A", local=start.replace(tzinfo=None), zone="UTC", start=start, people=("boss",), round="1"
            )
        )

    def act(self, act: str) -> None:
        if act == "talk":
            self.talk()
        elif act in ("prepare", "swap", "own"):
            self._prepare(act)
        elif act == "elsewhere":  # half a list is left, and another talk begun
            self.chat.command("prepare")
            self.chat.command("worry", "They will never train me")
        else:
            self._debrief(act)

    def _prepare(self, act: str) -> None:
        self.chat.command("prepare")
        if act == "swap" and self._tap("Swap one"):
            self._tap("1")
        if act == "own" and "That's my list" in self.chat.labels():
            self.chat.say("Who makes the rota for the nights?")
        if self._tap("That's my list"):
            self._tap("Skip")

    def _debrief(self, act: str) -> None:
        coming = [talk for talk in self.chat.work.all(Interview) if talk.start > NOW]
        if not coming:
            return
        talk = min(coming, key=lambda talk: talk.start)
        talk.start, talk.local = NOW - timedelta(hours=2), (NOW - timedelta(hours=2)).replace(tzinfo=None)
        self.chat.command("debrief", {"told": "It went on for long.", "nobody came": "nobody came"}.get(act, ""))
        if act in ("a vague answer", "balked"):
            self._tap("☐ 1")
        for _ in range(8):  # to the end, whatever is asked on the way
            self._next(act)

    def _next(self, act: str) -> None:
        if "What did they say to" in self.chat.text and act == "a vague answer":
            self.chat.say("it depends, we are flexible")
        else:
            any(self._tap(label) for label in ("They dodged it", "I asked none", "Go on", "Nothing odd", "Skip"))

    def _tap(self, part: str) -> bool:
        hits = [label for label in self.chat.labels() if part in label]
        if hits:
            self.chat.tap(hits[0])
        return bool(hits)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(question, max_size=5, unique_by=lambda row: (row.topic, row.job_id)),
    wanted,
    st.lists(st.sampled_from(ACTS), min_size=1, max_size=7),
)
def test_every_question_that_nobody_answered_is_still_to_ask(
    given_rows: list[Question], wants: list[str], acts: list[str]
) -> None:
    story = Story(given_rows, wants)
    opened: set[str] = set()
    for act in acts:
        story.act(act)
        work = story.chat.work
        rows = work.all(Question)
        assert not any(answer.verdict == "concrete" for answer in work.all(Answer))
        opened |= {row.id for row in rows}
        still = ledger.still_to_ask(rows, "A")
        # A general question stands there once: as the employer's own where he has one like it.
        held = {row.id for row in still} | {row.id for row in rows if any(ledger.stands_for(own, row) for own in still)}
        assert opened <= held, act
