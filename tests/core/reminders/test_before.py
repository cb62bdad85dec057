"""Nothing to ask yet, the evening list, the pocket card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.model import Job, User
from bot.core.reminders import evening_interviews
from tests.core.reminders.world import BERLIN, KOLKATA, NEW_YORK, SYDNEY, World, at, meeting, wall


def world(now: str = "2026-11-10 12:00", zone: str = BERLIN, **settings: object) -> World:
    user = User(id=1, zone=zone, **settings)  # type: ignore[arg-type]
    return World(user=user, now=at(now, zone), jobs=[Job(id="J"), Job(id="K")])


@pytest.mark.parametrize(
    "zone,start,evening,card",
    [
        (BERLIN, "2026-11-17 15:00", "2026-11-16 19:00", "2026-11-17 14:00"),
        (NEW_YORK, "2026-11-17 15:00", "2026-11-16 19:00", "2026-11-17 14:00"),
        (KOLKATA, "2026-11-17 15:00", "2026-11-16 19:00", "2026-11-17 14:00"),
        (SYDNEY, "2026-11-17 15:00", "2026-11-16 19:00", "2026-11-17 14:00"),
        (BERLIN, "2027-03-28 09:00", "2027-03-27 19:00", "2027-03-28 08:00"),  # summer time begins that night
        (NEW_YORK, "2027-03-14 10:00", "2027-03-13 19:00", "2027-03-14 09:00"),
        (SYDNEY, "2027-04-04 10:00", "2027-04-03 19:00", "2027-04-04 09:00"),  # and ends there
        (BERLIN, "2027-03-28 02:30", "2027-03-27 19:00", "2027-03-28 01:30"),  # 03:30 on the wall, an hour after 01:30
        (BERLIN, "2026-11-17 00:30", "2026-11-16 19:00", "2026-11-16 23:30"),
    ],
)
def test_evening_and_card_keep_the_wall_time(zone: str, start: str, evening: str, card: str) -> None:
    w = world("2026-11-10 12:00", zone)
    w.book(meeting(start, zone=zone))
    assert w.due("evening") == evening
    assert w.due("card") == card


def test_gaps_come_two_days_before_only_where_there_is_nothing_to_ask() -> None:
    w = world()
    w.questions = 0
    w.book(meeting("2026-11-17 15:00"))
    assert w.due("gaps") == "2026-11-15 19:00"
    w.questions = 1
    w.replan()
    assert w.row("gaps").state == "cancelled"
    w.questions = 0
    w.replan()
    assert w.due("gaps") == "2026-11-15 19:00"


def test_gaps_are_not_caught_up_when_saved_later() -> None:
    w = world("2026-11-15 20:00")
    w.questions = 0
    w.book(meeting("2026-11-17 15:00"))
    assert "gaps" not in w.kinds()


def test_an_early_interview_has_its_evening_before_and_a_silent_card() -> None:
    w = world()
    w.book(meeting("2026-11-17 08:15"))
    assert w.run(at("2026-11-17 08:00")) == [("2026-11-16 19:00", "evening"), ("2026-11-17 07:15", "card")]
    assert [sent.silent for sent in w.sent] == [False, True]


def test_an_evening_hour_in_the_quiet_hours_waits_where_that_is_early_enough() -> None:
    w = world(evening="21:30")
    w.book(meeting("2026-11-17 15:00"))
    assert w.due("evening") == "2026-11-17 08:00"


def test_and_comes_before_they_begin_where_it_is_not() -> None:
    w = world(evening="21:30")
    w.book(meeting("2026-11-17 08:15"))
    assert w.due("evening") == "2026-11-16 20:55"


def test_night_shift_hours_move_the_evening_but_not_the_card() -> None:
    w = world(quiet_from="08:00", quiet_to="16:00", evening="15:00")
    w.book(meeting("2026-11-17 14:00"))
    assert w.due("evening") == "2026-11-16 16:00"
    assert w.due("card") == "2026-11-17 13:00"
    assert w.row("card").silent


def test_no_quiet_hours_no_delay() -> None:
    w = world(quiet_from="00:00", quiet_to="00:00", evening="23:30")
    w.book(meeting("2026-11-17 05:00"))
    assert w.due("evening") == "2026-11-16 23:30"
    assert not w.row("card").silent


def test_saved_after_the_evening_hour_prepares_now() -> None:
    w = world("2026-11-16 20:00")
    w.book(meeting("2026-11-17 15:00"))
    assert w.run(w.now) == [("2026-11-16 20:00", "evening")]
    assert w.run(at("2026-11-17 14:30")) == [("2026-11-17 14:00", "card")]


def test_saved_on_the_day_prepares_now() -> None:
    w = world("2026-11-17 09:30")
    w.book(meeting("2026-11-17 15:00"))
    assert w.run(at("2026-11-17 15:00")) == [("2026-11-17 09:30", "evening"), ("2026-11-17 14:00", "card")]


def test_saved_after_the_evening_hour_but_more_than_a_day_ahead_waits_for_the_last_day() -> None:
    w = world("2026-11-16 19:30")
    w.book(meeting("2026-11-17 20:30"))
    assert w.due("evening") == "2026-11-16 20:30"


def test_saved_thirty_minutes_ahead_gets_the_card_only() -> None:
    w = world("2026-11-17 14:30")
    w.book(meeting("2026-11-17 15:00"))
    assert w.run(at("2026-11-17 15:00")) == [("2026-11-17 14:30", "card")]


def test_saved_five_minutes_ahead_gets_nothing_before_it() -> None:
    w = world("2026-11-17 14:55")
    w.book(meeting("2026-11-17 15:00"))
    assert w.run(at("2026-11-17 15:45")) == []
    assert w.due("debrief") == "2026-11-17 16:05"


@pytest.mark.parametrize(
    "start,expected",
    [
        ("2026-11-17 10:00", [("2026-11-17 08:00", "evening"), ("2026-11-17 09:00", "card")]),
        ("2026-11-17 08:15", [("2026-11-17 07:15", "card")]),
        ("2026-11-17 00:20", [("2026-11-16 23:50", "card")]),
    ],
)
def test_saved_at_ten_to_midnight(start: str, expected: list[tuple[str, str]]) -> None:
    w = world("2026-11-16 23:50")
    w.book(meeting(start))
    assert w.run(at(start)) == expected


def test_a_list_that_finds_no_place_before_the_card_is_left_out_by_name() -> None:
    w = world("2026-11-16 23:50")
    w.book(meeting("2026-11-17 08:15"))
    assert w.due("evening") == "dropped quiet"


def test_two_interviews_a_day_share_one_evening_message() -> None:
    w = world()
    late = w.book(meeting("2026-11-17 16:00", id="B", job="K"))
    early = w.book(meeting("2026-11-17 09:30"))
    assert (w.due("evening"), w.due("evening", "B")) == ("2026-11-16 19:00", "dropped shared")
    listed = evening_interviews(w.row("evening"), w.user, w.jobs, w.interviews, at("2026-11-16 19:00"))
    assert listed == [early, late]
    sent = w.run(at("2026-11-17 16:00"))
    assert [kind for _, kind in sent] == ["evening", "card", "debrief", "card"]


def test_saved_late_they_share_it_too_however_late_the_second_begins() -> None:
    w = world("2026-11-16 19:30")
    w.interviews.append(meeting("2026-11-17 20:30", id="B"))
    w.book(meeting("2026-11-17 10:00"))
    assert w.run(at("2026-11-17 08:30")) == [("2026-11-16 19:30", "evening")]


def test_the_other_takes_over_the_evening_message_when_the_first_is_cancelled() -> None:
    w = world()
    first = w.book(meeting("2026-11-17 09:30"))
    w.book(meeting("2026-11-17 16:00", id="B"))
    w.change(first, state="cancelled")
    assert w.due("evening", "B") == "2026-11-16 19:00"
    assert w.row("evening").state == "cancelled"
    assert evening_interviews(w.row("evening"), w.user, w.jobs, w.interviews, w.now) == []


def test_one_saved_after_the_shared_message_gets_its_own_list() -> None:
    w = world()
    w.book(meeting("2026-11-17 09:30"))
    w.run(at("2026-11-16 19:30"))
    w.book(meeting("2026-11-17 16:00", id="B"))
    assert w.run(at("2026-11-16 20:00")) == [("2026-11-16 19:30", "evening")]
    assert w.sent[-1].row.interview_id == "B"


def test_after_the_shared_message_the_second_gets_no_other() -> None:
    w = world()
    first = w.book(meeting("2026-11-17 09:30"))
    w.book(meeting("2026-11-17 16:00", id="B"))
    w.run(at("2026-11-16 19:30"))
    w.change(first, state="cancelled")
    assert w.run(at("2026-11-17 15:30")) == [("2026-11-17 15:00", "card")]


def test_the_second_moved_by_an_hour_after_the_shared_message_gets_no_other_either() -> None:
    w = world()
    w.book(meeting("2026-11-17 09:30"))
    second = w.book(meeting("2026-11-17 16:00", id="B"))
    w.run(at("2026-11-16 19:30"))
    w.move(second, "2026-11-17 17:00")
    assert w.row("evening", "B").state != "planned"


def test_one_saved_while_the_shared_message_is_put_off_waits_with_it() -> None:
    w = world()
    first = w.book(meeting("2026-11-17 09:30"))
    w.run(at("2026-11-16 19:30"))
    row = w.row("evening")
    w.rows[row.id] = replace(row, state="planned", due=at("2026-11-16 20:15"), snoozed=True)
    w.book(meeting("2026-11-17 16:00", id="B"))
    assert w.due("evening", "B") == "dropped shared"
    w.change(first, state="cancelled")
    assert w.row("evening", "B").state == "planned"


def test_the_message_names_what_is_still_ahead_and_wanted() -> None:
    w = world()
    for id, hour in (("A", "09:30"), ("B", "12:00"), ("C", "16:00")):
        w.book(meeting(f"2026-11-17 {hour}", id=id, job="K" if id == "C" else "J"))
    row = w.row("evening")
    day = [i.id for i in evening_interviews(row, w.user, w.jobs, w.interviews, at("2026-11-17 10:00"))]
    assert day == ["B", "C"]
    w.job("K", stage="rejected")
    day = [i.id for i in evening_interviews(row, w.user, w.jobs, w.interviews, w.now)]
    assert day == ["A", "B"]


def test_the_evening_message_gives_way_to_an_interview_that_evening() -> None:
    w = world()
    w.book(meeting("2026-11-16 18:30", id="B", length=60))
    w.book(meeting("2026-11-17 15:00"))
    assert w.due("evening") == "2026-11-16 18:15"  # before that one begins to count


def test_saved_just_before_that_interview_the_list_comes_after_it() -> None:
    w = world("2026-11-16 18:19")
    w.book(meeting("2026-11-16 18:30", id="B", length=60))
    w.book(meeting("2026-11-17 15:00"))
    assert w.due("evening") == "2026-11-16 19:50"


def test_a_card_that_would_fall_into_another_interview_comes_before_it() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00", length=60))
    w.book(meeting("2026-11-17 11:30", id="B"))
    assert w.due("card", "B") == "2026-11-17 09:45"
    assert wall(w.row("card", "B").expires) == "2026-11-17 11:20"


def test_a_card_for_the_next_room_saved_during_an_interview_comes_between_them() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00", length=60))
    w.run(at("2026-11-17 10:40"))
    w.book(meeting("2026-11-17 11:30", id="B"))
    assert w.due("card", "B") == "2026-11-17 11:00"


def test_a_card_without_any_free_moment_is_left_out() -> None:
    w = world()
    w.book(meeting("2026-11-17 10:00", length=60))
    w.run(at("2026-11-17 10:40"))
    w.book(meeting("2026-11-17 11:05", id="B"))
    assert w.due("card", "B") == "dropped blackout"


@pytest.mark.parametrize("minutes", [0, 5, 10, 12])
def test_a_card_set_to_a_few_minutes_comes_before_the_last_ten(minutes: int) -> None:
    w = world(card_minutes=minutes)
    w.book(meeting("2026-11-17 15:00"))
    assert w.due("card") == "2026-11-17 14:45"


def test_a_card_set_to_a_day_ahead_leaves_the_evening_its_time() -> None:
    w = world(card_minutes=24 * 60)
    w.book(meeting("2026-11-17 15:00"))
    assert w.run(at("2026-11-17 15:00")) == [("2026-11-16 15:00", "card"), ("2026-11-16 19:00", "evening")]


def test_saved_late_with_such_a_card_the_list_comes_a_day_ahead() -> None:
    w = world("2026-11-16 07:00", card_minutes=25 * 60, evening="06:00", quiet_from="21:00", quiet_to="05:00")
    w.book(meeting("2026-11-17 15:00"))
    assert (w.due("card"), w.due("evening")) == ("2026-11-16 14:00", "2026-11-16 15:00")


def test_the_evening_is_the_users_and_the_interview_keeps_its_own_zone() -> None:
    w = world(zone=BERLIN)
    w.book(meeting("2026-11-17 10:00", zone=NEW_YORK))  # 16:00 in Berlin
    assert (w.due("evening"), w.due("card")) == ("2026-11-16 19:00", "2026-11-17 15:00")
    w.sets(zone=SYDNEY)  # there it is 02:00 on the 18th
    assert (w.due("evening"), w.due("card")) == ("2026-11-17 19:00", "2026-11-18 01:00")
    assert w.row("card").silent


def test_without_a_zone_the_one_of_the_interview_stands_in() -> None:
    w = world(zone=BERLIN)
    w.user.zone = ""
    w.book(meeting("2026-11-17 15:00", zone=KOLKATA))
    assert w.due("evening", zone=KOLKATA) == "2026-11-16 19:00"


def test_the_stored_start_is_not_trusted() -> None:
    w = world()
    w.book(meeting("2026-11-17 15:00", start=at("2026-11-17 11:00")))
    assert w.due("card") == "2026-11-17 14:00"
