"""Switches, moves, cancellations, stops, caps, and what is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.model import Job, Reminder, User
from bot.core.reminders import waiting
from tests.core.reminders.world import BERLIN, World, at, meeting

ALL = ["card", "chaser", "debrief", "evening", "thanks"]


def world(now: str = "2026-11-10 12:00", **settings: object) -> World:
    user = User(id=1, zone=BERLIN, **settings)  # type: ignore[arg-type]
    return World(user=user, now=at(now), jobs=[Job(id="J"), Job(id="K"), Job(id="L")])


def test_nothing_booked_nothing_sent() -> None:
    assert world().plan() == []


def test_just_remind_me_is_evening_card_and_debrief() -> None:
    w = world(coaching=False)
    w.questions = 0
    w.book(meeting("2026-11-17 15:00"))
    assert w.run(at("2026-12-31 12:00")) == [
        ("2026-11-16 19:00", "evening"),
        ("2026-11-17 14:00", "card"),
        ("2026-11-17 16:05", "debrief"),
    ]


@pytest.mark.parametrize("setting", [{"reminders": False}, {"blocked": True}])
def test_one_switch_stops_all_and_brings_all_back(setting: dict[str, bool]) -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.rows["W"] = replace(waiting(interview, w.now), id="W")
    before = dict(w.rows)
    w.sets(**setting)
    assert w.plan() == []
    assert w.kinds() == []
    w.sets(**dict.fromkeys(setting, "reminders" in setting))
    assert w.rows == before


def test_what_passed_meanwhile_is_caught_up_only_while_it_is_of_use() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.sets(blocked=True)
    w.run(at("2026-11-17 20:00"))
    w.sets(blocked=False)
    assert w.run(w.now) == [("2026-11-17 20:00", "debrief")]
    assert w.kinds() == ["chaser", "retry", "thanks"]
    w.sets(blocked=True)
    w.run(at("2026-11-21 12:00"))
    w.sets(blocked=False)
    assert w.kinds() == ["chaser"]


@pytest.mark.parametrize("kind", ["evening", "card", "debrief", "thanks", "chaser"])
def test_fewer_leaves_out_that_kind_only(kind: str) -> None:
    w = world(fewer=(kind,))
    w.book(meeting("2026-11-17 15:00"))
    assert w.kinds() == [other for other in ALL if other != kind]


def test_without_cards_the_list_may_come_later() -> None:
    w = world("2026-11-17 14:30", fewer=("card",))
    w.book(meeting("2026-11-17 15:00"))
    assert w.run(w.now) == [("2026-11-17 14:30", "evening")]


def test_a_moved_interview_moves_all_of_its_reminders() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.move(interview, "2026-11-19 09:00")
    assert w.kinds() == ALL
    assert w.kinds("cancelled") == ALL
    due = [w.due(kind) for kind in ("evening", "card", "debrief")]
    assert due == ["2026-11-18 19:00", "2026-11-19 08:00", "2026-11-19 10:05"]


def test_moved_by_an_hour_after_the_list_was_sent_sends_no_second_list() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.run(at("2026-11-16 20:00"))
    w.move(interview, "2026-11-17 16:00")
    assert w.run(at("2026-11-17 15:59")) == [("2026-11-17 15:00", "card")]


def test_moved_to_another_day_after_the_list_was_sent_sends_a_new_one() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.run(at("2026-11-16 20:00"))
    w.move(interview, "2026-11-20 16:00")
    assert w.due("evening") == "2026-11-19 19:00"


def test_moved_after_the_card_was_sent_sends_a_new_card() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.run(at("2026-11-17 14:20"))
    w.move(interview, "2026-11-17 15:30")
    assert w.run(at("2026-11-17 15:30")) == [("2026-11-17 14:30", "card")]


def test_a_cancelled_interview_removes_all_and_an_undo_brings_them_back() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    before = dict(w.rows)
    w.change(interview, state="cancelled")
    assert w.kinds() == []
    w.change(interview, state="planned")
    assert w.rows == before


@pytest.mark.parametrize("stage", ["accepted", "started", "declined", "rejected", "withdrawn"])
def test_the_end_with_one_employer_stops_his_reminders_only(stage: str) -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.book(meeting("2026-11-18 15:00", id="B", job="K"))
    w.job(stage=stage)
    assert {row.job_id for row in w.rows.values() if row.state == "planned"} == {"K"}


def test_a_closed_or_deleted_job_stops_them_too() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.job(closed_at=w.now)
    assert w.kinds() == []
    w.job(closed_at=None)
    assert w.kinds() == ALL
    w.jobs = []
    w.replan()
    assert w.kinds() == []


def test_new_hours_move_what_is_planned() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.sets(evening="18:15", card_minutes=90, debrief_minutes=45)
    due = [w.due(kind) for kind in ("evening", "card", "debrief")]
    assert due == ["2026-11-16 18:15", "2026-11-17 13:30", "2026-11-17 16:30"]


def test_what_was_sent_stays_sent_when_the_hours_change() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00"))
    w.run(at("2026-11-16 19:30"))
    w.sets(evening="20:30")
    assert w.run(at("2026-11-17 12:00")) == []


def test_planning_leaves_a_snoozed_time_alone_but_not_a_cancelled_interview() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    w.run(at("2026-11-16 19:00"))
    row = w.row("evening")
    w.rows[row.id] = replace(row, state="planned", due=at("2026-11-16 20:00"), snoozed=True)
    w.sets(evening="20:45")
    assert w.due("evening") == "2026-11-16 20:00"
    w.change(interview, state="cancelled")
    assert w.row("evening").state == "cancelled"


def test_an_undo_starts_a_row_afresh() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    row = w.row("debrief")
    w.rows[row.id] = replace(row, due=at("2026-11-18 08:00"), snoozed=True, attempts=4)
    w.change(interview, state="cancelled")
    w.change(interview, state="planned")
    assert w.row("debrief") == row


@pytest.mark.parametrize("state", ["leased", "sent", "done", "dropped"])
def test_what_is_on_its_way_or_over_is_left_alone(state: str) -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    row = w.row("evening")
    w.rows[row.id] = replace(row, state=state, reason="late" if state == "dropped" else "")
    w.sets(evening="18:00")
    w.change(interview, state="cancelled")
    assert w.row("evening") == w.rows[row.id] == replace(row, state=state, reason=w.rows[row.id].reason)


# Rows that other parts make


def test_a_check_while_waiting_stays_until_the_interview_is_moved() -> None:
    w = world()
    interview = w.book(meeting("2026-11-17 15:00"))
    row = replace(waiting(interview, at("2026-11-17 15:01")), id="W")
    assert row.due == at("2026-11-17 15:10")
    w.rows["W"] = row
    w.replan()
    assert w.rows["W"] == row
    moved = w.move(interview, "2026-11-17 17:00")
    assert w.rows["W"].state == "cancelled"
    w.change(moved, sequence=0)
    assert w.rows["W"] == row


def test_a_deadline_stays_through_an_offer_and_ends_with_the_answer() -> None:
    w = world()
    due = at("2026-11-20 12:00")
    w.rows["D"] = Reminder(id="D", kind="deadline", cause="deadline:O", job_id="J", due=due, expires=due)
    w.job(stage="offer")
    assert w.rows["D"].state == "planned"
    w.job(stage="declined")
    assert w.rows["D"].state == "cancelled"
    w.sleep(due)
    w.job(stage="offer")
    assert w.rows["D"].state == "cancelled"  # its time has passed


def test_a_check_after_the_start_outlives_the_yes() -> None:
    w = world()
    w.sets(check_ins=True)
    w.job(stage="started", starts=date(2026, 12, 21))
    assert [w.due("check", ""), *w.kinds()] == ["2027-03-21 19:00", "check", "check"]
    w.job(stage="withdrawn")
    assert w.kinds() == []


# Caps


def test_at_most_two_nudges_a_day_retry_goes_before_thank_you_before_evening() -> None:
    w = world()
    w.book(meeting("2026-11-16 16:00", length=30))  # thank-you on the 17th at 12:30
    w.book(meeting("2026-11-17 12:45", id="B", job="K", length=30))  # its ignored debrief: that evening
    w.book(meeting("2026-11-18 15:00", id="C", job="L"))  # evening message on the 17th
    w.run(at("2026-11-17 14:00"))
    day = [(sent.row.kind, sent.row.interview_id) for sent in w.sent if sent.at >= at("2026-11-17 00:00")]
    assert day == [("card", "B"), ("thanks", "A"), ("debrief", "B")]
    assert w.due("retry", "B") == "dropped cap"
    assert w.due("evening", "C") == "2026-11-17 19:00"


@pytest.mark.parametrize("sent,left_out", [(0, []), (1, ["gaps"]), (2, ["gaps", "thanks"])])
def test_gaps_go_first(sent: int, left_out: list[str]) -> None:
    """An interview that was moved before has used up some of its four."""
    w = world()
    w.questions = 0
    for n in range(sent):
        past = w.now - timedelta(days=n + 1)
        w.rows[str(n)] = Reminder(
            id=str(n), kind="evening", cause=f"evening:A:{n + 7}", due=past, expires=past, interview_id="A",
            state="sent", sent_at=past,
        )  # fmt: skip
    w.book(meeting("2026-11-17 15:00"))
    assert w.kinds("dropped") == left_out
    assert all(row.reason == "cap" for row in w.rows.values() if row.state == "dropped")


def test_a_retry_goes_before_thank_you_and_chaser_within_one_interview() -> None:
    w = world()
    w.questions = 0
    w.book(meeting("2026-11-17 10:00"))
    w.run(at("2026-11-17 11:30"))  # gaps and evening sent, debrief ignored
    assert w.due("retry") == "dropped cap"
    assert (w.due("thanks"), w.due("chaser")) == ("2026-11-18 08:00", "2026-11-24 10:00")


def test_what_a_cap_left_out_comes_back_when_there_is_room() -> None:
    w = world()
    w.questions = 0
    w.book(meeting("2026-11-17 10:00"))
    w.run(at("2026-11-17 11:30"))
    w.change(w.interviews[0], thanked=True)
    assert w.due("retry") == "2026-11-17 19:00"


def test_but_not_after_its_time() -> None:
    w = world()
    w.questions = 0
    w.book(meeting("2026-11-17 10:00"))
    w.run(at("2026-11-17 20:00"))
    w.change(w.interviews[0], thanked=True)
    assert w.due("retry") == "dropped cap"
    assert "retry" not in {planned.kind for planned in w.plan()}


@pytest.mark.parametrize("state", ["planned", "leased"])
def test_what_is_too_late_to_be_sent_takes_no_place(state: str) -> None:
    w = world("2026-11-17 09:00")
    for n in range(2):
        past = w.now - timedelta(hours=2)
        w.rows[str(n)] = Reminder(
            id=str(n), kind="evening", cause=f"evening:I{n}:0", due=past, expires=past, interview_id=f"I{n}",
            state=state,
        )  # fmt: skip
        w.interviews.append(meeting("2026-11-17 08:30", id=f"I{n}", heard=True, thanked=True))
    w.book(meeting("2026-11-17 15:00"))
    assert w.due("evening") == "2026-11-17 09:35"  # after the two that go on just now


def test_a_day_is_the_users_day() -> None:
    w = world(evening="00:30", quiet_from="03:00", quiet_to="11:00")
    spent = [at("2026-11-15 23:50"), at("2026-11-15 23:55")]
    for n, when in enumerate(spent):
        w.rows[str(n)] = Reminder(
            id=str(n), kind="thanks", cause=f"thanks:X{n}:0", due=when, expires=when, interview_id=f"X{n}",
            state="sent", sent_at=when,
        )  # fmt: skip
    w.now = at("2026-11-15 23:58")
    w.book(meeting("2026-11-17 15:00"))
    assert w.due("evening") == "2026-11-16 00:30"


def test_cards_and_debriefs_are_never_capped() -> None:
    w = world()
    for n in range(5):
        w.book(meeting(f"2026-11-17 {9 + 2 * n:02}:00", id=f"I{n}", length=30, thanked=True, heard=True))
    w.run(at("2026-11-17 19:00"))
    kinds = [sent.row.kind for sent in w.sent]
    assert (kinds.count("card"), kinds.count("debrief"), kinds.count("evening")) == (5, 5, 1)
