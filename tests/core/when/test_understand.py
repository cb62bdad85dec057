from __future__ import annotations

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.core.when.support import at, used, when


def test_a_line_gives_the_instant_and_what_it_was_read_from() -> None:
    text = "Acme, ops lead, Thursday 3pm with Anna (manager)"
    reading = when(text)
    assert (reading.kind, reading.start, reading.zone, reading.why) == ("instant", at("2026-12-10 15:00"), None, "")
    assert used(text, reading) == "Thursday|3pm"


def test_a_range_gives_the_end() -> None:
    reading = when("Friday 2-3:30pm")
    assert (reading.start, reading.end) == (at("2026-12-11 14:00"), at("2026-12-11 15:30"))
    assert reading.length == timedelta(minutes=90)


@pytest.mark.parametrize(
    "told, minutes",
    [("45 minutes", 45), ("1 hour", 60), ("an hour and a half", 90), ("30-40 min", 40), ("1.5 hours", 90),
     ("half an hour", 30), ("1h30", 90), ("1 hour 15 min", 75), ("two hours", 120)],
)  # fmt: skip
def test_a_told_length_gives_the_end(told: str, minutes: int) -> None:
    text = f"Friday 2pm, {told}, Blue Hotel"
    reading = when(text)
    assert reading.start == at("2026-12-11 14:00")
    assert reading.end == at("2026-12-11 14:00") + timedelta(minutes=minutes)
    assert told in used(text, reading)


def test_a_named_zone_is_kept_by_its_name() -> None:
    reading = when("Friday 10am ET")
    assert reading.zone == "America/New_York"
    assert reading.start is not None
    assert reading.start.tzinfo == ZoneInfo("America/New_York")
    assert reading.start == at("2026-12-11 16:00")


def test_the_offset_is_that_of_the_date_not_of_today() -> None:
    assert when("1 July 2027 at 10am ET").start == at("2027-07-01 10:00", "America/New_York")
    assert when("1 July 2027 at 10:00").start == at("2027-07-01 10:00")


def test_an_abbreviation_out_of_season_means_the_clocks_of_who_lives_there_and_is_asked_of_others() -> None:
    asked = when("1 July 2027 at 10am EST")
    assert (asked.kind, asked.why) == ("ask", "zone_unknown")
    assert [c.start for c in asked.choices] == [
        at("2027-07-01 10:00", "Etc/GMT+5"),
        at("2027-07-01 10:00", "America/New_York"),
    ]
    reading = when("1 July 2027 at 10am EST", "America/Toronto")
    assert (reading.start, reading.why) == (at("2027-07-01 10:00", "America/New_York"), "zone_season")
    assert when("1 July 2027 at 10am EST", "America/Panama").start == at("2027-07-01 10:00", "America/Panama")


def test_a_skipped_hour_is_pushed_forward_and_noted() -> None:
    reading = when("28 March 2027 at 02:15")
    assert (reading.start, reading.why) == (at("2027-03-28 03:15"), "dst_gap")


def test_of_an_hour_that_comes_twice_it_is_the_first() -> None:
    reading = when("31 October 2027 at 02:15", now=at("2027-10-20 10:00"))
    assert reading.start is not None
    assert (reading.start.utcoffset(), reading.why) == (timedelta(hours=2), "dst_fold")


@pytest.mark.parametrize(
    "text, why, choices",
    [
        ("Tuesday at 4pm", "same_weekday", ["2026-12-08 16:00", "2026-12-15 16:00"]),
        ("2/1 at 10am", "day_month_order", ["2027-01-02 10:00", "2027-02-01 10:00"]),
        ("Friday at 7", "bare_hour", ["2026-12-11 07:00", "2026-12-11 19:00"]),
        ("next Friday at 1pm", "next_week", ["2026-12-11 13:00", "2026-12-18 13:00"]),
        ("half 4 on Friday", "half_hour", ["2026-12-11 16:30", "2026-12-11 15:30"]),
        ("Wed 10am or Thu 2pm", "two_options", ["2026-12-09 10:00", "2026-12-10 14:00"]),
        ("Friday 12 December 10am", "weekday_clash", ["2026-12-12 10:00", "2026-12-11 10:00"]),
        ("Anna Lee, gate at 3pm", "no_day", ["2026-12-08 15:00", "2026-12-09 15:00"]),
        ("Friday maybe 3pm", "about", ["2026-12-11 15:00"]),
        ("Friday 3pm, six or so", "unread_rest", ["2026-12-11 15:00"]),
        ("Freitag, 11.12. 15:00 Gespräch mit der Klinik", "language", ["2026-12-11 15:00"]),
    ],
)
def test_a_question_comes_with_its_reason_and_its_choices(text: str, why: str, choices: list[str]) -> None:
    reading = when(text)
    assert (reading.kind, reading.why) == ("ask", why)
    assert sorted(choice.start for choice in reading.choices) == sorted(at(choice) for choice in choices)


@pytest.mark.parametrize(
    "text, why",
    [
        ("Friday", "no_clock"), ("Friday afternoon", "part_of_day"), ("31 June 2027 at 10am", "impossible_date"),
        ("today at 9am", "past"), ("yesterday at 2pm", "past"), ("Friday 3pm their time", "zone_unknown"),
        ("Friday 3pm IST", "zone_unknown"), ("sometime next week", "no_day"), ("in about an hour", "vague"),
        ("Friday after 3pm", "open_end"), ("I can't make Friday 3pm", "refused"), ("Fri 10am ET / 3pm GMT / 5pm CET", "two_options"),
    ],
)  # fmt: skip
def test_what_cannot_be_known_is_asked(text: str, why: str) -> None:
    assert (when(text).kind, when(text).why) == ("ask", why)


def test_a_day_without_clock_is_kept() -> None:
    reading = when("10 December, time to follow")
    assert (reading.day, reading.clock) == (date(2026, 12, 10), None)


def test_a_clock_without_day_is_kept() -> None:
    reading = when("the manager said at 15:20, bring papers")
    assert (reading.day, reading.clock) == (None, time(15, 20))


def test_a_clock_as_the_whole_message_is_the_next_one_and_noted() -> None:
    assert (when("4pm").start, when("4pm").why) == (at("2026-12-08 16:00"), "day_assumed")
    assert when("9am").start == at("2026-12-09 09:00")


def test_user_in_india_means_his_own_zone_by_ist() -> None:
    reading = when("Friday 3pm IST", "Asia/Kolkata")
    assert reading.start == at("2026-12-11 15:00", "Asia/Kolkata")


def test_tomorrow_after_midnight_is_asked() -> None:
    reading = when("tomorrow at 10am", now=at("2026-12-09 00:50"))
    assert (reading.why, [c.start for c in reading.choices]) == (
        "after_midnight", [at("2026-12-09 10:00"), at("2026-12-10 10:00")],
    )  # fmt: skip


def test_whose_tomorrow_is_asked_where_the_dates_differ() -> None:
    reading = when("tomorrow 4pm Sydney time", "America/Los_Angeles", at("2026-12-08 20:00", "America/Los_Angeles"))
    assert (reading.kind, reading.why, len(reading.choices)) == ("ask", "whose_day", 2)


ICS = (
    "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\n"
    "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Paris:20261211T093000\r\n{}"
    "SUMMARY:Talk\r\nEND:VEVENT\r\nEND:VCALENDAR"
)


@pytest.mark.parametrize("end", ["DTEND;TZID=Europe/Paris:20261211T101500\r\n", "DURATION:PT45M\r\n"])
def test_calendar_text_gives_start_end_and_zone(end: str) -> None:
    reading = when(ICS.format(end), "America/New_York")
    assert (reading.kind, reading.zone) == ("instant", "Europe/Paris")
    assert (reading.start, reading.end) == (at("2026-12-11 09:30"), at("2026-12-11 10:15"))


def test_calendar_text_without_clock_or_with_a_strange_zone_is_asked() -> None:
    assert when("DTSTART;VALUE=DATE:20261211").day == date(2026, 12, 11)
    assert when("DTSTART;TZID=Company Base:20261211T093000").why == "zone_unknown"


@pytest.mark.parametrize(
    "text, end",
    [("start 2026-12-11T09:30:00+01:00 end 2026-12-11T10:00:00+01:00", "2026-12-11 10:00"),
     ("2026-12-11 09:30", None), ("20261211T083000Z", None), ("2026-12-11T14:00+05:30 Friday", None)],
)  # fmt: skip
def test_iso_instants(text: str, end: str | None) -> None:
    assert when(text).start == at("2026-12-11 09:30")
    assert when(text).end == (at(end) if end else None)


@pytest.mark.parametrize(
    "text",
    ["Mon 14 Dec, 3pm\u202fCET", "Mon 14 Dec\u00a03\u202fp.m. CET", "Mon\u2009\u2013\u200914 Dec \u2013 3pm CET", "Mon 14 Dec \u2460\uff15:00".replace("\u2460", "1")],
)  # fmt: skip
def test_odd_blanks_dashes_and_digits(text: str) -> None:
    assert when(text).start == at("2026-12-14 15:00")


def test_spans_point_into_the_original_even_after_typos_and_odd_blanks() -> None:
    text = "Cafe\u00a0\u00a0\u200bRosa,   tommorow\u2009at \uff13pm, ask for Tom"
    assert used(text, when(text)) == "tommorow|\uff13pm"
