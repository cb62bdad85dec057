"""The employer in short messages, with the reader of times in front as in the running bot; "" where one must ask.

A rule may be tuned on TUNED only; HELD is what the figures are worth.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core import when
from bot.core.lines import read_line

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)

TUNED = [
    ("intrview w sparkle clean thurs 14h", "sparkle clean"),
    ("remind me pls monday 10 am job talk at Kita Sonnenschein", "Kita Sonnenschein"),
    ("cleaning at Hotel Lindner tomorow 8:30am", "Hotel Lindner"),
    ("i hav job interview tomorrow at Edeka 9", "Edeka"),
    ("they offered me another interview on 14 Dec 10:30", ""),
    ("Mediamarkt sales assistant fri 3pm", "Mediamarkt"),
    ("im late!! what do i do", ""),
    ("she was ok. 12.60 an hour. dont know about the days", ""),
    ("stop", ""),
    ("idk", ""),
    ("sorry wrong its thursday", ""),
    ("can't make it friday, need to reschedule to monday 10:00", ""),
    ("Elektro Krause moved to Friday 14:00", "Elektro Krause"),
    ("I need to cancel aldi", "aldi"),
    ("Lidl cancelled", "Lidl"),
    ("Interview Lidl Thu 15:00 cancelled", "Lidl"),
    ("yes please", ""),
    ("dunno", ""),
    ("what?", ""),
    ("lol", ""),
    ("maybe later", ""),
    ("baking at Hotel Adler sat 5am", "Hotel Adler"),
    ("can you help me with monday", ""),
    ("they said friday 3pm", ""),
    ("we spoke about tuesday 10", ""),
    ("Kaufland delayed", "Kaufland"),
    ("no wait its monday 10", ""),
    ("haha ok", ""),
    ("you are great", ""),
    ("nothing", ""),
    ("who are you", ""),
    ("i got job talk w blue nails sat 12h", "blue nails"),
    ("i am at the door now", ""),
    ("forgot to say its on monday 11", ""),
    ("need to move Obi to thursday 9", "Obi"),
    ("The Body Shop fri 10", "Body Shop"),
    ("Change Please cafe, barista, fri 10", "Change Please cafe"),
    ("Interview at Stop & Shop fri 10", "Stop & Shop"),
    ("Interview at Best Buy mon 9", "Best Buy"),
    ("interview at Target mon 9", "Target"),
    ("Interview at Sparkle Cleaning mon 9", "Sparkle Cleaning"),
]  # fmt: skip

HELD = [
    ("intervew w crystal windows fri 11h", "crystal windows"),
    ("pls remind me tuesday 9 am talk at Cafe Mozart", "Cafe Mozart"),
    ("gardening at Schloss Benrath tomorow 7:30am", "Schloss Benrath"),
    ("i hve job intervju on friday at Rossmann 10", "Rossmann"),
    ("they gave me another appointment on 3 Feb 9:15", ""),
    ("Decathlon cashier sat 10am", "Decathlon"),
    ("help!! im going to be late", ""),
    ("he was friendly. 14.20 per hour. no idea about weekends", ""),
    ("hmm not sure", ""),
    ("sorry i meant wednesday", ""),
    ("cant come tuesday, must change it to thursday 9:00", ""),
    ("Fliesen Vogt shifted to Monday 8:30", "Fliesen Vogt"),
    ("please cancel Rewe", "Rewe"),
    ("Netto called it off", "Netto"),
    ("Interview Penny Fri 9:00 is cancelled", "Penny"),
    ("wait", ""),
    ("nevermind friday", ""),
    ("she wants me back thursday 3pm", ""),
    ("cooking for Villa Rosa sunday 11", "Villa Rosa"),
    ("where do i go tomorrow", ""),
    ("can you write it down for monday 9", ""),
    ("Saturn store clerk mon 4pm", "Saturn"),
    ("interveiw w green garden center thu 10h", "green garden center"),
    ("dont forget wednesday 8 am chat at Salon Vera", "Salon Vera"),
    ("welding at Stahlbau Fuchs tomorrow 6:30am", "Stahlbau Fuchs"),
    ("ive hav an iterview with Bauhaus tuesday 9", "Bauhaus"),
    ("they suggested another day monday 9:30", ""),
    ("Hornbach warehouse worker tue 7am", "Hornbach"),
    ("my bus is late what now", ""),
    ("it was nice. 13 an hour. they know nothing about sundays", ""),
    ("ugh", ""),
    ("whatever", ""),
    ("oops its friday not thursday", ""),
    ("have to move to wednesday 10:00, sick", ""),
    ("Zahnarzt Wolf postponed to Thursday 9:00", "Zahnarzt Wolf"),
    ("can you cancel dm", "dm"),
    ("Interview Kaufland Wed 8:00 is off", "Kaufland"),
    ("could not sleep", ""),
    ("ready", ""),
    ("let me check", ""),
]  # fmt: skip


def employer(text: str) -> str:
    return read_line(text, when.understand(text, NOW, "Europe/Berlin").spans).employer


@pytest.mark.parametrize("text, name", TUNED)
def test_tuned_messages(text: str, name: str) -> None:
    assert employer(text) == name


def test_messages_held_out() -> None:
    wrong = [(text, name, employer(text)) for text, name in HELD if employer(text) != name]
    assert len(wrong) <= len(HELD) * 0.1, wrong


def test_work_named_by_its_doing_is_the_role() -> None:
    line = read_line("cleaning at Hotel Lindner", ())
    assert (line.employer, line.role) == ("Hotel Lindner", "cleaning")


def test_employer_and_role_side_by_side() -> None:
    line = read_line("Mediamarkt sales assistant", ())
    assert (line.employer, line.role) == ("Mediamarkt", "sales assistant")
