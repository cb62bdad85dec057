"""Reminders of named days: deadlines, checks after the start, a review, a talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core.model import Offer, Reminder, Wish
from tests.core.reminders.world import World, at, wall


def due(w: World, kind: str) -> list[str]:
    return sorted(wall(row.due) for row in w.rows.values() if row.kind == kind and row.state == "planned")


def offered(came: str = "2026-11-02 10:00", answer_by: date | None = date(2026, 11, 12)) -> World:
    w = World(now=at(came))
    w.offers.append(Offer(id="O", job_id="J", created_at=at(came), answer_by=answer_by))
    w.replan()
    return w


def test_an_offer_is_looked_at_halfway_and_on_the_evening_before_its_last_day() -> None:
    w = offered()
    assert (due(w, "half"), due(w, "last")) == (["2026-11-07 19:00"], ["2026-11-11 19:00"])


def test_a_short_deadline_has_no_half() -> None:
    w = offered(answer_by=date(2026, 11, 5))
    assert (due(w, "half"), due(w, "last")) == ([], ["2026-11-04 19:00"])


def test_a_deadline_of_tomorrow_told_late_in_the_evening_waits_for_the_morning() -> None:
    w = offered("2026-11-02 22:30", date(2026, 11, 3))
    assert due(w, "last") == ["2026-11-03 08:00"]


def test_another_day_is_another_reminder_and_an_answer_ends_both() -> None:
    w = offered()
    w.offers[0] = replace(w.offers[0], answer_by=date(2026, 11, 20))
    w.replan()
    assert due(w, "last") == ["2026-11-19 19:00"]
    w.job(stage="accepted")
    assert w.kinds() == []


def test_checks_only_where_they_were_asked_for() -> None:
    w = World(now=at("2026-11-02 10:00"))
    w.job(stage="accepted", starts=date(2027, 1, 4))
    assert due(w, "check") == []
    w.sets(check_ins=True)
    assert due(w, "check") == ["2027-02-03 19:00", "2027-04-04 19:00"]


def test_each_is_sent_once() -> None:
    w = offered()
    w.run(at("2026-11-30 10:00"))
    assert [sent.row.kind for sent in w.sent] == ["half", "last"]


def test_a_review_and_a_talk_come_also_to_who_wants_no_coaching() -> None:
    w = World(now=at("2026-11-02 10:00"))
    w.wishes.append(Wish(id="W", priority_id="P", talk_on=date(2026, 11, 10)))
    w.job(review_on=date(2026, 11, 8))
    w.sets(coaching=False)
    assert (due(w, "review"), due(w, "talk")) == (["2026-11-08 19:00"], ["2026-11-09 19:00"])
    w.wishes[0] = replace(w.wishes[0], state="asked")
    w.replan()
    assert due(w, "talk") == []


def test_one_that_was_put_off_keeps_its_time() -> None:
    w = offered()
    [row] = [row for row in w.rows.values() if row.kind == "last"]
    later: Reminder = replace(row, due=at("2026-11-12 09:00"), snoozed=True)
    w.rows[row.id] = later
    w.replan()
    assert due(w, "last") == ["2026-11-12 09:00"]
