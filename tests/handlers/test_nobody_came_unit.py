"""That nobody came to a talk, wherever it is told: noted once, in the user's words, and the talk is over by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.core.model import Interview, Job, Question, Signal
from bot.core.record import Record
from bot.telegram.buttons import door
from handlers import acts, debrief, remind_doors, signal, signal_log
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import where

Tell = Callable[[Chat, str], None]
WORDS = "Nobody called, I waited for an hour"
HANDLERS = [
    *remind_doors.HANDLERS,
    *signal_log.HANDLERS,
    *acts.HANDLERS,
    acts.CONVERSATION,
    debrief.CONVERSATION,
    signal.CONVERSATION,
]


def chat_with(*more: Record) -> Chat:
    local, start = datetime(2026, 11, 23, 9), NOW - timedelta(minutes=90)
    talk = Interview(id="T", job_id="A", local=local, zone="Europe/Berlin", start=start)
    planned = Question(id="Q", job_id="A", text="Who trains me?", state="planned", interview_id="T", rank=1)
    return Chat(HANDLERS, None, Job(id="A", employer="Acorn"), talk, planned, *more)


def of(chat: Chat) -> tuple[Signal, Interview, Question]:
    [act], [talk], [question] = chat.work.all(Signal), chat.work.all(Interview), chat.work.all(Question)
    return act, talk, question


def by_reminder(chat: Chat, words: str) -> None:
    chat.press(door("", "remind", "nobody", "T"))


def by_debrief(chat: Chat, words: str) -> None:
    chat.press(door("", "debrief", "open", "T"))
    chat.say(words)
    chat.tap("No")


def by_debrief_at_once(chat: Chat, words: str) -> None:
    chat.command("debrief", words)
    chat.tap("No")


def by_debrief_odd(chat: Chat, words: str) -> None:
    chat.press(door("", "debrief", "open", "T"))
    chat.tap("I asked none")
    chat.say(words)
    chat.tap("No")


def by_signal(chat: Chat, words: str) -> None:
    chat.command("signal", words)
    chat.tap("No word")


@pytest.mark.parametrize("tell", [by_reminder, by_debrief, by_debrief_at_once, by_debrief_odd, by_signal])
def test_it_is_kept_in_the_words_in_which_it_was_told(tell: Tell) -> None:
    chat = chat_with()
    tell(chat, WORDS)
    act, talk, question = of(chat)
    assert (act.kind, act.interview_id, act.day) == ("no-show", "T", talk.local.date())
    assert act.note == ("" if tell is by_reminder else WORDS)
    assert act.word == ("" if tell is by_reminder else "none")
    assert (talk.state, question.state, question.interview_id) == ("missed", "open", "")


@pytest.mark.parametrize("tell", [by_reminder, by_signal])
def test_told_twice_it_is_one_act_and_the_words_stay(tell: Tell) -> None:
    chat = chat_with()
    by_debrief(chat, WORDS)
    tell(chat, "nobody came")
    act, _, _ = of(chat)
    assert act.note == (WORDS if tell is by_reminder else "nobody came")
    assert act.word == "none"


def test_where_it_was_something_else_after_all_the_talk_counts_again() -> None:
    chat = chat_with()
    by_signal(chat, WORDS)
    act, talk, _ = of(chat)
    chat.press(door("", "act", "to", f"{act.id}.late"))
    assert (act.kind, talk.state) == ("late", "planned")
    chat.press(door("", "act", "to", f"{act.id}.no-show"))
    assert talk.state == "missed"
    chat.press(door("", "act", "remove", act.id))
    assert talk.state == "planned"
    assert chat.work.all(Signal) == []


def test_they_came_after_all() -> None:
    chat = chat_with()
    by_reminder(chat, "")
    _, talk, _ = of(chat)
    chat.press(door("", "remind", "came", "T"))
    assert talk.state == "planned"
    assert chat.work.all(Signal) == []


def two_employers(*more: Record) -> Chat:
    local, start = datetime(2026, 11, 23, 8), NOW - timedelta(minutes=150)
    talk = Interview(id="U", job_id="B", local=local, zone="Europe/Berlin", start=start)
    return chat_with(Job(id="B", employer="Bay"), talk, *more)


def told_of_acorn_then_of_bay(chat: Chat) -> None:
    chat.command("signal", WORDS)
    chat.tap("Acorn")
    chat.tap("No word")
    while where(chat) != ("signal", "which"):
        chat.tap("‹ Back")
    chat.tap("Bay")


def told(chat: Chat) -> list[tuple[str, str, str, str, str]]:
    return sorted((act.job_id, act.kind, act.interview_id, act.note, act.word) for act in chat.work.all(Signal))


def states(chat: Chat) -> dict[str, str]:
    return {talk.id: talk.state for talk in chat.work.all(Interview)}


def test_told_of_the_wrong_employer_it_goes_to_the_right_ones_talk() -> None:
    chat = two_employers()
    told_of_acorn_then_of_bay(chat)
    assert told(chat) == [("B", "no-show", "U", WORDS, "none")]
    assert states(chat) == {"T": "planned", "U": "missed"}


def test_what_was_noted_before_stays_where_it_was() -> None:
    chat = two_employers()
    by_reminder(chat, "")
    told_of_acorn_then_of_bay(chat)
    assert told(chat) == [("A", "no-show", "T", "", ""), ("B", "no-show", "U", WORDS, "none")]
    assert states(chat) == {"T": "missed", "U": "missed"}


def test_what_the_right_employer_has_already_is_not_noted_twice() -> None:
    chat = two_employers()
    chat.press(door("", "remind", "nobody", "U"))
    told_of_acorn_then_of_bay(chat)
    assert told(chat) == [("B", "no-show", "U", WORDS, "none")]
    assert states(chat) == {"T": "planned", "U": "missed"}


def test_another_act_of_the_same_talk_does_not_bring_it_back() -> None:
    late = Signal(id="L", job_id="A", interview_id="T", kind="late", day=NOW.date(), created_at=NOW)
    chat = chat_with(late)
    by_reminder(chat, "")
    chat.press(door("", "act", "to", "L.rude"))
    assert states(chat) == {"T": "missed"}
    chat.press(door("", "act", "remove", "L"))
    assert states(chat) == {"T": "missed"}
