"""Debrief, retry, thank-you, chasers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.model import Job, User
from tests.core.reminders.world import BERLIN, NEW_YORK, World, at, meeting


def world(now: str = "2026-11-10 12:00", zone: str = BERLIN, **settings: object) -> World:
    user = User(id=1, zone=zone, **settings)  # type: ignore[arg-type]
    return World(user=user, now=at(now, zone), jobs=[Job(id="J"), Job(id="K")])


@pytest.mark.parametrize(
    "start,length,due",
    [
        ("2026-11-17 15:00", 60, "2026-11-17 16:20"),
        ("2026-11-17 15:00", None, "2026-11-17 16:05"),
        ("2026-11-17 20:00", 60, "2026-11-18 08:00"),  # 21:20 is quiet
        ("2026-10-25 01:30", 60, "2026-10-25 08:00"),
    ],
)
def test_the_debrief_comes_after_the_planned_end(start: str, length: int | None, due: str) -> None:
    w = world("2026-10-20 12:00")
    w.book(meeting(start, length=length))
    assert w.due("debrief") == due


def test_back_to_back_debriefs_come_after_the_last_in_order() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00", length=60))
    w.book(meeting("2026-11-17 11:15", id="B", length=30, job="K"))
    w.book(meeting("2026-11-17 11:45", id="C", length=30, job="K"))
    assert [w.due("debrief", id) for id in "ABC"] == ["2026-11-17 12:35", "2026-11-17 12:36", "2026-11-17 12:37"]


def test_overlapping_ones_too() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00", length=180))
    w.book(meeting("2026-11-17 11:00", id="B", length=30))
    assert [w.due("debrief", id) for id in "AB"] == ["2026-11-17 13:20", "2026-11-17 13:21"]


def test_with_time_between_each_has_its_own() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00", length=60))
    w.book(meeting("2026-11-17 12:00", id="B", length=30))
    assert [w.due("debrief", id) for id in "AB"] == ["2026-11-17 11:20", "2026-11-17 12:50"]


def test_two_that_wait_for_the_morning_keep_their_order_and_leave_an_early_interview_alone() -> None:
    w = world()
    w.book(meeting("2026-11-16 20:00", length=60))
    w.book(meeting("2026-11-16 21:30", id="B", length=60))
    assert [w.due("debrief", id) for id in "AB"] == ["2026-11-17 08:00", "2026-11-17 08:01"]
    w.book(meeting("2026-11-17 08:05", id="C", length=60))
    assert [w.due("debrief", id) for id in "ABC"] == ["2026-11-17 09:25", "2026-11-17 09:26", "2026-11-17 09:27"]


def test_one_that_was_put_off_holds_up_no_other() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00"))
    w.book(meeting("2026-11-17 14:00", id="B"))
    row = w.row("debrief")
    w.rows[row.id] = replace(row, due=at("2026-11-18 08:00"), snoozed=True)
    w.replan()
    assert [w.due("debrief", id) for id in "AB"] == ["2026-11-18 08:00", "2026-11-17 15:05"]


def test_an_interview_told_of_afterwards_needs_no_debrief_reminder() -> None:
    w = world("2026-11-17 20:00")
    w.book(meeting("2026-11-17 15:00"))
    assert w.kinds() == ["chaser", "thanks"]


@pytest.mark.parametrize(
    "start,length,retried",
    [
        ("2026-11-17 10:00", 45, "2026-11-17 19:00"),  # that evening
        ("2026-11-17 16:00", 45, "2026-11-17 20:05"),  # 17:05: less than two hours to the evening, so three hours on
        ("2026-11-17 18:30", 45, "2026-11-18 08:00"),  # three hours on is quiet
        ("2026-11-17 20:30", 45, "2026-11-18 19:00"),  # the debrief itself had to wait for the morning
    ],
)
def test_an_ignored_debrief_is_asked_once_more(start: str, length: int, retried: str) -> None:
    w = world()
    interview = w.book(meeting(start, length=length))
    assert "retry" not in w.kinds()
    w.change(interview, thanked=True)
    w.run(at("2026-11-19 22:00"))
    times = [sent.at for sent in w.sent if sent.row.kind == "retry"]
    assert times == [at(retried)]


def test_an_answered_debrief_is_not() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 10:00"))
    w.run(at("2026-11-17 12:00"))
    assert "retry" in w.kinds()
    w.change(interview, state="debriefed")
    assert "retry" not in w.kinds()


def test_done_ends_the_debrief_too() -> None:
    w = world()
    w.reacts = True
    w.book(meeting("2026-11-17 10:00"))
    w.run(at("2026-11-17 12:00"))
    assert "retry" not in w.kinds()


@pytest.mark.parametrize(
    "start,due",
    [
        ("2026-11-17 15:00", "2026-11-18 11:45"),
        ("2026-11-17 10:00", "2026-11-18 08:00"),  # 06:45 is quiet
    ],
)
def test_the_thank_you_comes_twenty_hours_after_the_end(start: str, due: str) -> None:
    w = world()
    interview = w.book(meeting(start))
    assert w.due("thanks") == due
    w.change(interview, thanked=True)
    assert w.row("thanks").state == "cancelled"


@pytest.mark.parametrize(
    "word_by,weekend,due",
    [
        (None, ("sat", "sun"), "2026-11-24 10:00"),  # five business days after Tuesday the 17th
        (None, ("fri", "sat"), "2026-11-24 10:00"),
        (date(2026, 11, 20), ("sat", "sun"), "2026-11-24 10:00"),
        (date(2026, 11, 26), ("sat", "sun"), "2026-11-30 10:00"),
        (date(2026, 11, 26), ("fri", "sat"), "2026-11-30 10:00"),
        (date(2026, 11, 26), ("thu", "fri", "sat", "sun"), "2026-12-01 10:00"),
        (date(2026, 11, 1), ("sat", "sun"), "2026-11-19 10:00"),  # a day before the interview counts from its end
    ],
)
def test_the_chaser_follows_their_word_or_silence(word_by: date | None, weekend: tuple[str, ...], due: str) -> None:
    w = world(weekend=weekend)
    w.book(meeting("2026-11-17 15:00", word_by=word_by))
    assert w.due("chaser") == due


def test_two_chasers_and_no_third() -> None:
    w = world()
    w.reacts = True
    w.book(meeting("2026-11-17 15:00", thanked=True))
    w.run(at("2027-03-01 12:00"))
    times = [sent.at for sent in w.sent if sent.row.kind == "chaser"]
    assert times == [at("2026-11-24 10:00"), at("2026-12-01 10:00")]


def test_a_new_date_after_the_first_chaser_is_waited_for() -> None:
    w = world()
    w.reacts = True
    interview = w.book(meeting("2026-11-17 15:00", thanked=True))
    w.run(at("2026-11-25 12:00"))
    w.change(interview, word_by=date(2026, 12, 11))
    assert w.due("chaser") == "2026-12-15 10:00"


def test_the_second_chaser_keeps_off_the_weekend() -> None:
    w = world(weekend=())
    w.book(meeting("2026-11-16 15:00", thanked=True, state="debriefed"))
    w.run(at("2026-11-21 12:00"))  # Saturday
    w.sets(weekend=("sat", "sun"))
    assert w.due("chaser") == "2026-11-30 10:00"


def test_an_answer_or_a_further_interview_ends_the_chasers() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.change(interview, heard=True)
    assert "chaser" not in w.kinds()
    w.change(interview, heard=False)
    w.book(meeting("2026-11-20 15:00", id="B"))
    assert [row.interview_id for row in w.rows.values() if row.kind == "chaser" and row.state == "planned"] == ["B"]


def test_an_offer_ends_thank_you_and_chaser_only() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.job(stage="offer")
    assert w.kinds() == ["card", "debrief", "evening"]


def test_a_thank_you_gives_way_to_the_next_interview() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.book(meeting("2026-11-18 11:00", id="B", job="K", length=60))
    assert w.due("thanks") == "2026-11-18 12:20"


def test_night_shift_sleep_delays_what_follows() -> None:
    w = world(quiet_from="08:00", quiet_to="16:00")
    w.book(meeting("2026-11-17 13:00"))
    assert (w.due("debrief"), w.due("chaser")) == ("2026-11-17 16:00", "2026-11-24 16:00")


def test_the_chaser_keeps_its_hour_over_a_change_of_clocks() -> None:
    w = world("2026-10-20 12:00", NEW_YORK)
    w.book(meeting("2026-10-28 15:00", zone=NEW_YORK))
    assert w.due("chaser") == "2026-11-04 10:00"
    assert w.row("chaser").due - at("2026-10-28 10:00", NEW_YORK) == timedelta(days=7, hours=1)
