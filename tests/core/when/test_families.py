"""Ways of telling a time that come in families, and the near misses that must not be taken for them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.core.when import understand
from bot.core.when.ruled import easter

PLACES = {  # of whom it is, and when it is there
    "London": ("Europe/London", "2026-11-18T10:05+00:00"), "Berlin": ("Europe/Berlin", "2026-11-23T08:40+01:00"),
    "New York": ("America/New_York", "2027-03-09T17:10-05:00"), "Chicago": ("America/Chicago", "2026-12-18T15:45-06:00"),
    "Phoenix": ("America/Phoenix", "2027-07-05T12:00-07:00"), "Manila": ("Asia/Manila", "2027-02-11T21:35+08:00"),
    "Lagos": ("Africa/Lagos", "2027-01-16T11:00+01:00"), "Sao Paulo": ("America/Sao_Paulo", "2027-06-14T10:20-03:00"),
    "Madrid": ("Europe/Madrid", "2027-09-22T12:00+02:00"), "Tokyo": ("Asia/Tokyo", "2027-04-19T22:50+09:00"),
    "Sydney": ("Australia/Sydney", "2027-01-05T12:00+11:00"),
}  # fmt: skip
READ = {
    "a clock told roughly": ("London", "2026-11-24T16:00+00:00", ("no interview yet well next wk tuesday at B&M, 4ish|tuesday fourish|"
        "tuesday around 4|tuesday, about 4|tues ~4pm|tuesday at around four|about 4 on tuesday|tuesday at B&M around 4|tuesday 4pm-ish")),
    "when to be there": ("London", "2026-11-23T09:00+00:00", ("Mon 23 Nov, arrive 8.50 for a 9.00 start|monday be there 8.45 for 9|"
        "monday 8:45 for a 9am start|come monday at 8.45am, we start at 9am|monday 9am (arrive 8:50)|monday, coffee from 8.30, start 9.00")),
    "theirs and mine": ("London", "2026-11-20T16:00+00:00", ("Friday 11am their time, 4pm mine|fri 4pm (11am their time)|their 11am, my 4pm,"
        " friday|friday 11 am for them 4 pm for me|4pm friday my time / 11am their time|Friday 11 am their time, so 4 pm our time")),
    "the first Monday of a month": ("London", "2026-12-07T10:00+00:00", ("first monday in december at 10|10am on the 1st monday of"
        " december|first Monday of next month 10am")),
    "the last Friday of a month": ("London", "2026-11-27T10:00+00:00", "last friday of the month at 10|last friday in november, 10am"),
    "dates with dots": ("Berlin", "2026-12-02T11:15+01:00", ("02.12.2026, 11:15 - 12:00 Uhr, Raum 2.04|on 2.12 at 11.15|at 11.15 on 2.12|"
        "Mi, 2.12. 11:15|2.12. 11.15 Uhr|am 2.12 um 11:15 Uhr|Wed 2.12 at 11.15")),
    "a date with dots before an hour": ("Berlin", "2026-11-30T14:00+01:00", ("30.11. 14h|30.11. 14 Uhr|14h 30.11.|Montag, den 30.11.2026 um"
        " 14:00 Uhr|Montag 30. November 14 Uhr")),
    "three digits": ("New York", "2027-03-10T13:30-05:00", "wensday 130|wednesday at 130|weds 130 pm|wed @130"),
    "feasts": ("Chicago", "2026-12-29T11:00-06:00", "Tuesday after christmas 11am|11am tuesday after xmas|tues right after Christmas, 11 am"),
    "New Year": ("Chicago", "2027-01-04T11:00-06:00", "monday after new year 11am|the Monday after New Year's Day, 11am"),
    "later": ("Manila", "2027-02-11T23:00+08:00", "later 11pm, voice account final interview|interview later at 11pm|11pm later|see you later, 11pm"),
    "by, as in Nigeria": ("Lagos", "2027-01-18T10:00+01:00", "on monday by 10|by 10am on monday|monday by 10 o'clock|by 10 on monday"),
    "and half": ("Madrid", "2027-09-30T12:30+02:00", "the thursday 30 at 12 and half|thursday 30th at twelve and a half"),
    "busy until": ("Berlin", "2026-11-26T15:15+01:00", "thursday, i work until two, so quarter past three|I'm busy until 2 on thursday, 15:15 then"),
    "letters of the user's own zone": ("New York", "2027-03-16T15:00-04:00", "Mar 16, 3pm EST|tuesday march 16 3:00 PM (EST)"),
    "letters that fit all year": ("Phoenix", "2027-07-07T15:00-07:00", "wednesday 3pm MST"),
    "abroad, Spanish": ("Madrid", "2027-09-28T10:00+02:00", "martes a las 10|martes 28 a las 10|entrevista martes 28/9 a las 10"),
    "abroad, Portuguese": ("Sao Paulo", "2027-06-15T15:00-03:00", "amanhã às 15h|terça-feira 15h|entrevista amanhã às 15h|terça, 15 de junho, 15h"),
    "abroad, French, Dutch and Italian": ("Madrid", "2027-09-24T14:30+02:00", "vendredi à 14h30|venerdì alle 14:30|vrijdag om 14:30 uur"),
    "abroad, Japanese and Chinese": ("Tokyo", "2027-04-22T13:00+09:00", ("4月22日(木) 13:00|4月22日(木)13時から面接|木曜日 13:00|4月22日午後1時|"
        "星期四下午1点|4月22日（木）１３：００〜１４：００")),
    "corrections": ("London", "2026-11-20T09:00+00:00", ("not thursday, friday 9am|they cancelled thursday, it's friday 9am now|friday 9am"
        " not 10|rescheduled: friday 9am (was thursday 2pm)|bus at 8:10, interview friday 9am")),
    "dictated": ("Sydney", "2027-01-11T11:45+11:00", "monday the eleventh of january at eleven forty five am|11 Jan quarter to 12"),
    "the start of a job beside the interview": ("Chicago", "2026-12-22T09:00-06:00", ("interview tue 9am, they asked if I can start Jan 4 at"
        " 7am|The interview starts Tuesday at 9am|we start at 9am on tuesday|if all goes well I start Jan 4, interview is tuesday 9am")),
}  # fmt: skip
NOT_READ = {
    "the start of a job": ("Chicago", ("they asked if I can start Jan 4 at 7am|I'm starting there on Jan 4, 7am|my first shift is tuesday at"
        " 5am|You will start on Monday 4 January at 8am|got the job!! start monday 6am")),
    "letters of two countries or of the other season": ("Manila", "friday 9am CST|friday 9am PST|friday 9am EDT|friday 9am IST"),
    "letters of the other season": ("Sao Paulo", "Thursday 17/06 at 4 pm CET|Thursday 4pm EST|thursday 11am CST"),
    "next tomorrow": ("Lagos", "next tomorrow 9am|interview next tomorrow by 9am"),
    "a limit": ("Lagos", "monday by 10 latest|submit it by monday 10am latest"),
    "by, elsewhere": ("London", "monday by 10am|on monday by 10"),
    "no time of day": ("London", "tuesday about 4 people|tuesday, around 12 staff there|tuesday 10ish people|tuesday they have about 4 jobs"),
    "a guess": ("London", "tuesday 4 or 5ish|tuesday maybe 4|tuesday around half two|tuesday 4pm maybe|monday between 10am and 3pm any time"),
    "no later": ("Manila", "no later than 11pm|moved to later, 11pm|sooner or later 11pm"),
    "only theirs": ("London", "Friday 11am their time|friday 11am theirs|Friday 11am EST, 5pm mine"),
    "which Monday": ("London", "first monday at 10|the second monday 10am|friday 10am pushed back an hour"),
    "abroad, more than the time": ("Berlin", ("Dienstag um 10 Uhr abgesagt|nicht Dienstag um 10 Uhr|Dienstag ab 10 Uhr|Dienstag oder Mittwoch"
        " 10 Uhr|mittwoch in zwei wochen")),
    "more than the time, Japanese": ("Tokyo", "4月22日 13:00は無理|4月22日13時の面接はキャンセル|4月22日(金) 13:00"),
    "something else": ("London", "my dentist is tuesday 3pm|remind me tuesday 3pm|tuesday 3pm if my boss lets me|rota: tue 9am - 5pm"),
}  # fmt: skip


def _understood(place: str, text: str) -> datetime | None:
    zone, now = PLACES[place]
    reading = understand(text, datetime.fromisoformat(now), zone)
    return reading.start if reading.kind == "instant" else None


@pytest.mark.parametrize("family", READ)
def test_every_member_of_a_family_is_read(family: str) -> None:
    place, want, texts = READ[family]
    for text in texts.split("|"):
        assert _understood(place, text) == datetime.fromisoformat(want), text


@pytest.mark.parametrize("family", NOT_READ)
def test_what_only_looks_like_one_gives_no_instant(family: str) -> None:
    place, texts = NOT_READ[family]
    for text in texts.split("|"):
        assert _understood(place, text) is None, text


def test_a_foreign_weekday_in_a_text_that_is_not_understood_is_no_day_either() -> None:
    zone, now = PLACES["Berlin"]
    assert understand("mittwoch in zwei wochen", datetime.fromisoformat(now), zone).kind == "nothing"


def test_easter_is_that_of_the_almanac() -> None:
    assert [easter(year) for year in (2000, 2019, 2025, 2027, 2038)] == [
        date(2000, 4, 23), date(2019, 4, 21), date(2025, 4, 20), date(2027, 3, 28), date(2038, 4, 25),
    ]  # fmt: skip
