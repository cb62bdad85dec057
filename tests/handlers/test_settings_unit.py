"""/settings: each value is set by a tap or by typing, said in a line, and shown in the menu."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.core.model import Dialog, Interview, User
from handlers.intents import ACTS
from handlers.settings import CONVERSATION
from tests.handlers.driving import NOW, Chat, Heard


def opened(user: User | None = None, *records: Interview) -> Chat:
    chat = Chat([CONVERSATION], user, *records)
    chat.command("settings")
    return chat


def test_the_menu_says_what_is_set() -> None:
    chat = opened()
    for words in ("Berlin (now 10:30)", "19:00", "1 hour before", "20 minutes after", "21:00 to 08:00", "Sat, Sun"):
        assert words in chat.text
    assert not chat.work.all(Dialog)  # what is typed now is not caught by the menu


def test_a_city_after_the_command_is_used() -> None:
    chat = Chat([CONVERSATION])
    chat.command("settings", "Lisbon")
    assert chat.user.zone == "Europe/Lisbon"
    assert chat.text.startswith("Time zone: Lisbon (now 09:30)")


def test_a_country_with_several_zones_is_asked_about() -> None:
    chat = Chat([CONVERSATION])
    chat.command("settings", "USA")
    chat.tap("New York")
    assert chat.user.zone == "America/New_York"


def test_a_shared_place_sets_the_zone_and_interviews_keep_theirs() -> None:
    coming = Interview(job_id="J", local=datetime(2026, 11, 26, 15), zone="Europe/Berlin", start=NOW.replace(day=26))
    chat = opened(None, coming)
    chat.tap("Time zone")
    chat.share(-33.87, 151.21)
    assert chat.user.zone == "Australia/Sydney"
    assert "keep the zone" in chat.text
    assert coming.zone == "Europe/Berlin"


def test_an_unknown_place_is_asked_again() -> None:
    chat = opened()
    chat.tap("Time zone")
    chat.say("Qwertyville")
    assert "don't know that place" in chat.text
    assert chat.user.zone == "Europe/Berlin"


@pytest.mark.parametrize(
    "button,said,field,value,line",
    [
        ("Evening", "half past six", "evening", "18:30", "Evening message: 18:30."),
        ("Pocket card", "2 hours", "card_minutes", 120, "Pocket card: 2 hours before"),
        ("Debrief", "45 min", "debrief_minutes", 45, "Debrief: 45 minutes after"),
        ("Quiet hours", "22 to 7", "quiet_from", "22:00", "Quiet hours: 22:00 to 07:00."),
        ("Weekend", "Friday and Saturday", "weekend", ("fri", "sat"), "Weekend: Fri, Sat."),
        ("Weekend", "none", "weekend", (), "Weekend: none."),
    ],
)
def test_a_typed_value(button: str, said: str, field: str, value: object, line: str) -> None:
    chat = opened()
    chat.tap(button)
    chat.say(said)
    assert getattr(chat.user, field) == value
    assert chat.text.startswith(line)
    assert "<b>Settings</b>" in chat.text
    assert not chat.work.all(Dialog)


@pytest.mark.parametrize(
    "button,choice,field,value",
    [
        ("Evening", "20:00", "evening", "20:00"),
        ("Pocket card", "30 minutes", "card_minutes", 30),
        ("Debrief", "10 minutes", "debrief_minutes", 10),
        ("Quiet hours", "09:00–17:00", "quiet_to", "17:00"),
    ],
)
def test_a_tapped_value(button: str, choice: str, field: str, value: object) -> None:
    chat = opened()
    chat.tap(button)
    chat.tap(choice)
    assert getattr(chat.user, field) == value
    assert "<b>Settings</b>" in chat.text


@pytest.mark.parametrize(
    "button,said,line",
    [
        ("Evening", "later", "could not read a time"),
        ("Evening", "22:30", "lies in your quiet hours"),
        ("Pocket card", "5", "from 15 minutes to 12 hours"),
        ("Quiet hours", "at night", "could not read from and to"),
        ("Weekend", "whenever", "name days"),
        ("Weekend", "mon tue wed thu fri sat sun", "One working day"),
    ],
)
def test_what_cannot_be_set_is_explained_and_changes_nothing(button: str, said: str, line: str) -> None:
    chat = opened()
    before = replace(chat.user)
    chat.tap(button)
    chat.say(said)
    assert line in chat.text
    assert replace(chat.user, screen=before.screen) == before
    assert "Settings</b>" not in chat.text


def test_no_evening_inside_the_quiet_hours_is_offered() -> None:
    chat = opened()
    chat.tap("Evening")
    assert "20:00" in chat.labels()
    assert "21:00" not in chat.labels()


def test_quiet_hours_over_the_evening_message_are_said() -> None:
    chat = opened()
    chat.tap("Quiet hours")
    chat.say("18:00 to 7:00")
    assert "Your evening message (19:00) lies in them" in chat.text


@pytest.mark.parametrize(
    "said, quiet",
    [("quiet hours 18 to 7 please", ("18:00", "07:00")), ("don't write me after 7pm", ("19:00", "08:00"))],
)
def test_quiet_hours_in_plain_words_say_the_same(said: str, quiet: tuple[str, str]) -> None:
    chat = Chat([Heard(ACTS["settings"])])
    chat.say(said)
    assert (chat.user.quiet_from, chat.user.quiet_to) == quiet
    assert "Your evening message (19:00) lies in them" in chat.text
    assert "<b>Settings</b>" in chat.text


def test_an_evening_in_the_quiet_hours_asked_for_in_plain_words_is_explained() -> None:
    chat = Chat([Heard(ACTS["settings"])])
    chat.say("can the evening message come at 22:30")
    assert "22:30 lies in your quiet hours" in chat.text
    assert chat.user.evening == "19:00"
    chat.say("can the evening message come at 18:30")
    assert chat.user.evening == "18:30"


def test_quiet_hours_off() -> None:
    chat = opened()
    chat.tap("Quiet hours")
    chat.tap("No quiet hours")
    assert chat.user.quiet_from == chat.user.quiet_to
    assert "Quiet hours: none" in chat.text


def test_weekend_ticks_say_what_to_set_so_an_older_drawing_does_no_harm() -> None:
    chat = opened()
    chat.tap("Weekend")
    screen, flow, number = chat.turn.screens[-1]
    friday = next(b for row in screen.rows for b in row if b.label == "Fri")
    chat.press(friday, flow, number)
    chat.press(friday, flow, number)
    assert chat.user.weekend == ("fri", "sat", "sun")
    chat.tap("✓ Sun")
    chat.tap("Done")
    assert chat.text.startswith("Weekend: Fri, Sat.")


def test_one_tap_settings_say_what_to_set() -> None:
    chat = opened()
    for label, there in [("Just remind me", "Coach me, too"), ("More direct wording", "Softer wording"),
                         ("Switch reminders off", "Switch reminders on")]:  # fmt: skip
        chat.tap(label)
        assert there in chat.labels()
    assert (chat.user.coaching, chat.user.tone, chat.user.reminders) == (False, "direct", False)
    assert "I send nothing until" in chat.text


def test_stopped_kinds_come_back_one_by_one() -> None:
    chat = opened(User(id=7, zone="Europe/Berlin", fewer=("chaser", "thanks")))
    assert "Stopped: the thank-you, the chaser" in chat.text
    chat.tap("Bring stopped ones back")
    chat.tap("The chaser")
    chat.tap("The thank-you")
    assert chat.user.fewer == ()
    assert set(chat.user.kept) == {"chaser", "thanks"}
    assert "Stopped" not in chat.text
    assert "Bring stopped ones back" not in chat.labels()


@pytest.mark.parametrize("button", ["Time zone", "Evening", "Quiet hours", "Pocket card", "Debrief", "Weekend"])
def test_back_leads_to_the_menu_and_short_texts_fit(button: str) -> None:
    chat = opened()
    chat.tap(button)
    assert len(chat.text) <= 350
    chat.tap("‹ Back")
    assert "<b>Settings</b>" in chat.text
    assert not chat.work.all(Dialog)


def test_an_interrupted_conversation_is_offered_again() -> None:
    chat = Chat([CONVERSATION])
    chat.work.add(Dialog(flow="interview", step="when", created_at=NOW, updated_at=NOW))
    chat.command("settings")
    chat.tap("Evening")
    chat.tap("18:00")
    assert "‹ Back to adding an interview" in chat.labels()


def test_a_bare_command_shows_the_menu_even_from_a_step() -> None:
    chat = opened()
    chat.tap("Evening")
    chat.command("settings")
    assert "<b>Settings</b>" in chat.text
    assert not chat.work.all(Dialog)
