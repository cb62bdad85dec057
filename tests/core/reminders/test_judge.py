"""The last look, downtime, and reactions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.model import Job, Reminder, User
from bot.core.reminders import Drop, Later, Send, ignored_streak, snooze, waiting, why
from tests.core.reminders.world import BERLIN, KOLKATA, NEW_YORK, World, at, meeting


def world(now: str = "2026-11-10 12:00", zone: str = BERLIN, **settings: object) -> World:
    user = User(id=1, zone=zone, **settings)  # type: ignore[arg-type]
    return World(user=user, now=at(now, zone), jobs=[Job(id="J"), Job(id="K")])


@pytest.mark.parametrize(
    "kind,now,verdict",
    [
        ("evening", "2026-11-16 19:00", Send(late=False, silent=False)),
        ("evening", "2026-11-16 19:09", Send(late=False, silent=False)),
        ("evening", "2026-11-16 20:30", Send(late=True, silent=False)),
        ("evening", "2026-11-16 23:00", Later(at("2026-11-17 08:00"))),
        ("evening", "2026-11-17 09:00", Send(late=True, silent=False)),
        ("evening", "2026-11-17 14:10", Drop("late")),  # the card is out
        ("evening", "2026-11-17 15:10", Drop("over")),
        ("card", "2026-11-17 14:00", Send(late=False, silent=False)),
        ("card", "2026-11-17 14:40", Send(late=True, silent=False)),
        ("card", "2026-11-17 14:50", Drop("late")),
        ("card", "2026-11-17 15:00", Drop("over")),
        ("gaps", "2026-11-15 22:00", Later(at("2026-11-16 08:00"))),
        ("gaps", "2026-11-16 19:00", Drop("late")),
        ("debrief", "2026-11-17 16:05", Send(late=False, silent=False)),
        ("debrief", "2026-11-17 22:00", Later(at("2026-11-18 08:00"))),
        ("debrief", "2026-11-19 16:04", Send(late=True, silent=False)),
        ("debrief", "2026-11-19 16:05", Drop("late")),
        ("thanks", "2026-11-19 11:00", Send(late=True, silent=False)),
        ("thanks", "2026-11-19 11:45", Drop("late")),
        ("chaser", "2026-11-26 10:00", Send(late=True, silent=False)),
        ("chaser", "2026-11-27 10:00", Drop("late")),
    ],
)
def test_after_downtime(kind: str, now: str, verdict: Send | Drop | Later) -> None:
    w = world()
    w.questions = 0
    w.book(meeting("2026-11-17 15:00"))
    w.sleep(at(now))
    assert w.ask(w.row(kind)) == verdict


@pytest.mark.parametrize(
    "hours,expected",
    [
        (3, [("2026-11-16 20:30", "evening"), ("2026-11-17 07:15", "card"), ("2026-11-17 09:20", "debrief")]),
        (12, [("2026-11-17 07:15", "card"), ("2026-11-17 09:20", "debrief")]),
        (14.25, [("2026-11-17 07:45", "card"), ("2026-11-17 09:20", "debrief")]),
        (18, [("2026-11-17 11:30", "debrief")]),
        (63, [("2026-11-19 08:30", "debrief")]),
        (100, []),
    ],
)
def test_downtime_of_hours_and_days(hours: float, expected: list[tuple[str, str]]) -> None:
    """Stopped at 17:30 on the eve of an interview at 08:15."""
    w = world()
    w.book(meeting("2026-11-17 08:15", thanked=True, heard=True))
    w.run(at("2026-11-16 17:30"))
    w.sleep(w.now + timedelta(hours=hours))
    assert [item for item in w.run(at("2026-11-30 12:00")) if item[1] != "retry"] == expected


def test_a_shared_message_that_was_missed_is_made_up_for_the_second_interview() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00"))
    w.book(meeting("2026-11-17 15:00", id="B"))
    w.sleep(at("2026-11-17 09:30"))  # the first one's card was due at nine
    w.replan()
    assert [(time, kind) for time, kind in w.run(at("2026-11-17 09:30"))] == [
        ("2026-11-17 09:30", "card"),
        ("2026-11-17 09:30", "evening"),
    ]
    assert w.sent[-1].row.interview_id == "B"


def test_planning_at_the_start_after_downtime_does_not_hide_what_was_missed() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.sleep(at("2026-11-17 15:10"))
    w.replan()
    assert w.ask(w.row("card")) == Drop("over")
    assert w.row("evening").state == "planned"


def test_late_ones_of_several_days_stay_under_the_daily_cap() -> None:
    w = world()
    for n in range(4):
        w.book(meeting(f"2026-11-16 {9 + n:02}:00", id=f"I{n}", length=30, heard=True, state="debriefed"))
    assert w.kinds() == ["thanks", "thanks"]
    for row in list(w.rows.values()):
        w.rows[row.id] = replace(row, state="planned", reason="")  # planned when each had its own day
    w.sleep(at("2026-11-17 12:00"))
    verdicts = []
    for row in list(w.rows.values()):
        verdicts.append(w.ask(row))
        if isinstance(verdicts[-1], Send):
            w.rows[row.id] = replace(row, state="sent", sent_at=w.now)
    assert verdicts[2:] == [Drop("cap"), Drop("cap")]


def test_of_three_claimed_at_once_the_first_two_are_sent() -> None:
    w = world()
    for n in range(3):
        w.book(meeting(f"2026-11-16 {9 + n:02}:00", id=f"I{n}", length=30, heard=True, state="debriefed"))
    w.rows = {id: replace(row, state="leased", reason="") for id, row in w.rows.items()}
    w.sleep(at("2026-11-17 12:00"))
    rows = sorted(w.rows.values(), key=lambda row: (row.due, row.cause))
    assert [isinstance(w.ask(row), Send) for row in rows] == [True, True, False]


def test_an_interview_booked_meanwhile_is_not_disturbed() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00", length=60))
    w.interviews.append(meeting("2026-11-17 16:15", id="B", length=30))  # planning has not run yet
    w.sleep(at("2026-11-17 16:20"))
    assert w.ask(w.row("debrief")) == Later(at("2026-11-17 17:05"))


@pytest.mark.parametrize(
    "facts,reason",
    [
        ({"state": "cancelled"}, "gone"),
        ({"sequence": 1}, "gone"),
        ({"state": "debriefed"}, "answered"),
    ],
)
def test_what_changed_meanwhile_is_not_sent(facts: dict[str, object], reason: str) -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.interviews = [replace(interview, **facts)]  # type: ignore[arg-type]
    w.sleep(at("2026-11-17 16:05"))
    assert w.ask(w.row("debrief")) == Drop(reason)


@pytest.mark.parametrize(
    "kind,now,fact",
    [("thanks", "2026-11-18 11:45", {"thanked": True}), ("chaser", "2026-11-24 10:00", {"heard": True})],
)
def test_what_is_done_meanwhile_is_not_asked(kind: str, now: str, fact: dict[str, bool]) -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.interviews = [replace(interview, **fact)]  # type: ignore[arg-type]
    w.sleep(at(now))
    assert w.ask(w.row(kind)) == Drop("answered")


def test_a_retry_needs_a_debrief_that_was_sent_and_left() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.run(at("2026-11-17 16:30"))
    w.sleep(at("2026-11-17 19:05"))
    assert w.ask(w.row("retry")) == Send(late=False, silent=False)
    first = w.row("debrief")
    w.rows[first.id] = replace(first, state="done")
    assert w.ask(w.row("retry")) == Drop("answered")
    del w.rows[first.id]
    assert w.ask(w.row("retry")) == Drop("answered")


@pytest.mark.parametrize(
    "setting,reason",
    [({"blocked": True}, "blocked"), ({"reminders": False}, "off"), ({"fewer": ("card",)}, "off")],
)
def test_settings_count_to_the_last_moment(setting: dict[str, object], reason: str) -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.user = replace(w.user, **setting)  # type: ignore[arg-type]
    w.sleep(at("2026-11-17 14:00"))
    assert w.ask(w.row("card")) == Drop(reason)


def test_a_closed_job_counts_to_the_last_moment() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.jobs = [Job(id="J", stage="rejected")]
    w.sleep(at("2026-11-17 14:00"))
    assert w.ask(w.row("card")) == Drop("gone")


def test_the_card_is_silent_in_quiet_hours_of_the_moment() -> None:
    w = world(quiet_from="13:30", quiet_to="18:00")
    w.book(meeting("2026-11-17 15:00"))
    w.sleep(at("2026-11-17 14:05"))
    assert w.ask(w.row("card")) == Send(late=False, silent=True)


def test_whoever_waits_is_asked_even_at_night_during_the_interview() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 23:00"))
    w.sleep(at("2026-11-17 23:10"))
    assert w.ask(waiting(interview, at("2026-11-17 23:02"))) == Send(late=False, silent=False)
    w.sleep(at("2026-11-18 00:30"))
    assert w.ask(waiting(interview, at("2026-11-17 23:02"))) == Drop("late")


def test_rows_without_an_interview_keep_to_the_quiet_hours() -> None:
    w = world("2026-11-17 22:00")
    row = Reminder(
        kind="deadline", cause="deadline:O", job_id="J", due=w.now, expires=w.now + timedelta(days=1), silent=True
    )
    assert w.ask(row) == Later(at("2026-11-18 08:00"))
    w.sleep(at("2026-11-18 08:00"))
    assert w.ask(row) == Send(late=True, silent=True)


def test_a_snoozed_nudge_is_asked_for_and_not_capped() -> None:
    w = world()
    for n in range(3):
        w.book(meeting(f"2026-11-15 {14 + n}:00", id=f"I{n}", length=30, heard=True, state="debriefed"))
    w.run(at("2026-11-16 11:30"))
    assert len(w.sent) == 2
    row = w.row("thanks", "I2")
    w.rows[row.id] = replace(row, state="planned", reason="", snoozed=True, due=at("2026-11-16 13:00"))
    w.replan()
    assert w.run(at("2026-11-16 13:00")) == [("2026-11-16 13:00", "thanks")]


def test_a_list_that_cannot_wait_for_the_morning_is_dropped() -> None:
    w = world()
    w.book(meeting("2026-11-17 08:15"))
    w.sleep(at("2026-11-16 23:00"))
    assert w.ask(w.row("evening")) == Drop("quiet")


# Reactions


@pytest.mark.parametrize(
    "states,asks",
    [
        (["sent", "sent", "sent"], True),
        (["done", "sent", "sent", "sent"], True),
        (["sent", "sent"], False),
        (["sent", "sent", "done"], False),
        (["sent", "done", "sent", "sent"], False),
        (["sent", "snoozed", "sent"], False),
        (["sent", "sent", "planned", "sent"], True),
    ],
)
def test_three_ignored_in_a_row(states: list[str], asks: bool) -> None:
    rows = []
    for n, state in enumerate(states):
        when = at("2026-11-01 12:00") + timedelta(days=n)
        row = Reminder(kind="evening", cause=str(n), due=when, expires=when, state=state, sent_at=when)
        if state == "snoozed":
            row = replace(row, state="sent", snoozed=True)
        rows.append(replace(row, sent_at=None) if state == "planned" else row)
    rows.append(replace(rows[0], kind="card", state="done"))
    assert ignored_streak("evening", reversed(rows)) is asks


@pytest.mark.parametrize(
    "kind,now,choice,expected",
    [
        ("evening", "2026-11-16 19:05", "hour", "2026-11-16 20:05"),
        ("evening", "2026-11-16 20:30", "hour", "2026-11-17 08:00"),
        ("evening", "2026-11-16 19:05", "morning", "2026-11-17 08:00"),
        ("evening", "2026-11-16 19:05", "evening", None),
        ("card", "2026-11-17 14:05", "hour", None),
        ("card", "2026-11-17 14:05", "evening", None),
        ("debrief", "2026-11-17 16:10", "hour", "2026-11-17 17:10"),
        ("debrief", "2026-11-17 16:10", "evening", "2026-11-17 19:00"),
        ("debrief", "2026-11-17 16:10", "morning", "2026-11-18 08:00"),
        ("debrief", "2026-11-19 15:30", "hour", None),
    ],
)
def test_putting_off_never_passes_the_event(kind: str, now: str, choice: str, expected: str | None) -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    put_off = snooze(w.row(kind), choice, w.user, w.interviews, at(now))  # type: ignore[arg-type]
    assert put_off == (at(expected) if expected else None)


def test_putting_off_steps_over_an_interview() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00"))
    w.book(meeting("2026-11-17 12:00", id="B", length=60))
    assert snooze(w.row("debrief"), "hour", w.user, w.interviews, at("2026-11-17 11:10")) == at("2026-11-17 13:20")


@pytest.mark.parametrize("quiet,morning", [(("08:00", "16:00"), "16:00"), (("00:00", "00:00"), "08:00")])
def test_morning_is_when_the_user_wakes(quiet: tuple[str, str], morning: str) -> None:
    w = world(quiet_from=quiet[0], quiet_to=quiet[1])
    w.book(meeting("2026-11-17 17:00"))
    assert snooze(w.row("debrief"), "morning", w.user, w.interviews, at("2026-11-17 18:30")) == at(
        f"2026-11-18 {morning}"
    )


def test_each_carries_why() -> None:
    w = world("2026-11-16 12:00")
    w.book(meeting("2026-11-17 15:00"))
    w.book(meeting("2026-11-16 16:00", id="B"))
    told = {(row.kind, row.interview_id): why(row, w.user, w.interviews) for row in w.rows.values()}
    assert told["evening", "A"] == "evening"
    assert told["evening", "B"] == "prepare"
    assert told["card", "A"] == "card"
    chaser = w.row("chaser")
    assert why(chaser, w.user, [meeting("2026-11-17 15:00")]) == "chaser_silence"
    named = meeting("2026-11-17 15:00", word_by=at("2026-11-20 12:00").date())
    assert why(chaser, w.user, [named]) == "chaser_word"
    again = replace(chaser, cause="chaser:A:0:2")
    assert why(again, w.user, [named]) == "chaser_again"


@pytest.mark.parametrize("zone", [NEW_YORK, KOLKATA])
def test_late_in_the_zone_of_the_user(zone: str) -> None:
    w = world(zone=zone)
    w.book(meeting("2026-11-17 15:00", zone=zone))
    w.sleep(at("2026-11-17 21:30", zone))
    assert w.ask(w.row("debrief")) == Later(at("2026-11-18 08:00", zone))
