"""The usual case: a time in a sentence with other numbers. Every part is crossed with every other."""

from __future__ import annotations

import itertools
import random

from tests.core.when.support import at, when

DAYS = ("Thursday", "on 10 Dec", "Dec 10th", "10.12.", "Thu 10/12", "the 10th", "day after tomorrow", "this thursday",
        "Thu, 10 December 2026", "2026-12-10")  # fmt: skip
CLOCKS = {"3pm": "15:00", "at 3": "15:00", "15:00": "15:00", "at half past two": "14:30", "2:30 pm": "14:30", "10-11am": "10:00",
          "at 10.30": "10:30", "at noon": "12:00", "14h30": "14:30", "at 09:15": "09:15", "1:30 - 2:15 pm": "13:30"}  # fmt: skip
BEFORE = ("", "Interview at Acme,", "Room 5, ", "Round 2: ", "Blue Hotel, waiter,", "2nd interview - ", "Bus 9 to the depot.",
          "They have 40 beds; interview is", "Pay is 14.20.", "I'm 45.", "My CV is 2 pages.", "Band 6 nurse,", "Python 3.12 dev,",
          "Mrs May called:", "Anna (32) says", "with 3 managers,", "call 0151 2345678,", "24/7 care home,", "Sun Life desk:")  # fmt: skip
AFTER = ("", " with Anna (manager)", ", room 204", ", 2nd floor, 45 minutes", ", 3 people", ". Bring 2 photos.", ", 40 hours a week",
         ", 12 High Street", ", ask for June", ", floor 3, desk 9", ", £13.50 an hour", ", round 2 of 3", ", 1:1 with the boss",
         ", gate 4", " for 1 hour", ", ward 7b, bay 2", ", team of 8", ", no. 12 on the door", ", 20 minutes away", ", a 9-5 job")  # fmt: skip


def test_other_numbers_do_not_make_a_time_wrong_and_seldom_make_it_asked() -> None:
    every = list(itertools.product(DAYS, CLOCKS, BEFORE, AFTER, (True, False)))
    asked = 0
    sample = random.Random(7).sample(every, 2500)
    for day, clock, before, after, day_first in sample:
        text = f"{before} {day} {clock}{after}" if day_first else f"{before} {clock} {day}{after}"
        reading = when(text)
        asked += reading.kind != "instant"
        assert reading.start in (None, at(f"2026-12-10 {CLOCKS[clock]}")), text
    assert asked <= 0.03 * len(sample)


ZONES = {" ET": "America/New_York", " est": "America/New_York", " (CET)": "Europe/Berlin", " London time": "Europe/London",
         " UTC+2": "Etc/GMT-2", " Eastern": "America/New_York", " (America/Chicago)": "America/Chicago", " your time": "Europe/Berlin",
         " Pacific Time (US and Canada)": "America/Los_Angeles", " JST": "Asia/Tokyo",
         " (UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi": "Asia/Kolkata",
         " (UTC+00:00) Dublin, Edinburgh, Lisbon, London": "Europe/London"}  # fmt: skip


def test_a_named_zone_is_never_passed_over() -> None:
    every = list(itertools.product(DAYS, CLOCKS, ZONES, ("", " with Anna", ", Zoom", ". Room 5")))
    for day, clock, zone, after in random.Random(11).sample(every, 1500):
        for text in (f"{day} {clock}{zone}{after}", f"{clock}{zone} {day}{after}"):
            assert when(text).start in (None, at(f"2026-12-10 {CLOCKS[clock]}", ZONES[zone])), text
