"""That nobody came to a talk, wherever it is told: noted once, in the user's words, and the talk is over by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.core.model import Interview, Job, Question, Record, Signal
from bot.telegram.buttons import door
from handlers import acts, debrief, remind_doors, signal, signal_log
from tests.handlers.driving import NOW, Chat

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
