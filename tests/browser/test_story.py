"""The whole story on the page, by typing and clicking only, from a first hello to a chat that knows nothing again."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, expect

from tests.browser.newcomer import running
from tests.browser.phone import Phone, pocket

pytestmark = [pytest.mark.anyio, pytest.mark.browser]

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = datetime(2026, 11, 24, 10, 20, tzinfo=BERLIN)
THURSDAY = datetime(2026, 11, 26, 10, 20, tzinfo=BERLIN)

LINE = "Saltmarsh Ferries, ops lead, Thursday 3pm with Ines (manager)"
BECAUSE = "I want to run a whole harbour one day"
TO_LEARN = "who plans the night boats"
VAGUE = "She said it depends, they are usually flexible"
CONCRETE = "Last Friday two people left at 17:40"
CONDUCT = "She came 20 minutes late"
MOST_ACTS = 6  # messages and taps from a first hello to a saved interview


async def test_the_story_told_on_a_tuesday(browser: Browser, tmp_path: Path) -> None:
    async with running(tmp_path, TUESDAY) as url, pocket(browser) as context:
        phone = await Phone(await context.new_page()).open(url)
        await greets(phone, "Tue 24 Nov")
        await phone.say("Berlin", "Is that right?")
        await saves(phone, "Thu 26 Nov")
        await goes_on(phone, tmp_path)


async def test_the_story_told_on_a_thursday(browser: Browser, tmp_path: Path) -> None:
    """Thursday may be today or in a week, so the bot asks which one and offers both."""
    async with running(tmp_path, THURSDAY) as url, pocket(browser) as context:
        phone = await Phone(await context.new_page()).open(url)
        await greets(phone, "Thu 26 Nov")
        await phone.say("Berlin", "Which one")
        assert [label.partition(", 15:00")[0] for label in await phone.labels()][:2] == ["Thu 26 Nov", "Thu 3 Dec"]
        await phone.tap("Thu 3 Dec", "Is that right?")
        await saves(phone, "Thu 3 Dec")
        await goes_on(phone, tmp_path)


async def greets(phone: Phone, today: str) -> None:
    await expect(phone.page.get_by_test_id("clock-now")).to_contain_text(today)
    await phone.start("I'm a bot", "What's happening?")
    await phone.fits()
    await phone.tap("Interview coming", "in one line")
    await phone.say(LINE, "Which city")


async def saves(phone: Phone, day: str) -> None:
    """The draft shows the day in words; when it is saved, its three reminders are planned and named."""
    await phone.shows("Saltmarsh Ferries, ops lead", f"{day}, 15:00 (Berlin", "Ines (manager)")
    await phone.fits()
    await phone.tap("Save", "Saved", ", 19:00", f"{day}, 14:00", f"{day}, 16:05")
    assert phone.acts <= MOST_ACTS
    await expect(phone.page.get_by_test_id("clock-due")).to_contain_text("Next")


async def goes_on(phone: Phone, downloads: Path) -> None:
    await says_what_matters(phone)
    await plans_the_evening_before(phone)
    await ticks_in_the_room(phone)
    await looks_back(phone)
    await takes_all_along(phone, downloads)
    await leaves(phone)


async def says_what_matters(phone: Phone) -> None:
    """Three picks, which change one message, and one because."""
    await phone.say("/priorities", "What matters most")
    shown = await phone.incoming.count()
    await phone.tap("Learning", "1. Learning")
    await phone.tap("Hours and load", "2. Hours and load")
    await phone.tap("A good boss")
    await phone.say(BECAUSE, "1. Learning, because " + BECAUSE, "3. A good boss")
    assert await phone.incoming.count() <= shown + 2


async def plans_the_evening_before(phone: Phone) -> None:
    """What comes before the evening, such as a word that the list is empty, is read and left alone."""
    await phone.to_next_reminder()
    while "best first" not in await phone.incoming.last.inner_text():
        await phone.to_next_reminder()
    await phone.shows("1. ", "start with 1", "Ines (manager)", "Saltmarsh Ferries")
    await expect(phone.page.get_by_test_id("clock-now")).to_contain_text("19:00")
    await phone.fits()
    await phone.tap("That's my list", "the one thing")
    await phone.say(TO_LEARN, "Your list is set", TO_LEARN)


async def ticks_in_the_room(phone: Phone) -> None:
    """The pocket card comes an hour before; a tick changes the card and sends nothing new."""
    await phone.to_next_reminder("Saltmarsh Ferries", "☐ 1. ", TO_LEARN)
    await expect(phone.page.get_by_test_id("clock-now")).to_contain_text("14:00")
    shown = await phone.incoming.count()
    await phone.tap("☐ 1", "☑ 1. ", "☐ 2. ")
    await phone.tap("☐ 2", "☑ 2. ")
    assert await phone.incoming.count() == shown


async def looks_back(phone: Phone) -> None:
    """How did it go, a sharper question for a vague answer, how they treated you; the rest is still to ask."""
    await phone.to_next_reminder("How did it go", "Saltmarsh Ferries")
    await phone.tap("Debrief", "what you asked")
    assert [label for label in await phone.labels() if "☑" in label] == ["☑ 1", "☑ 2"]
    await phone.fits()
    await phone.tap("Go on", "What did they say")
    await phone.say(VAGUE, "“usually”", "stays open", "What did they say")
    await phone.say(CONCRETE, "how they treated you")
    await phone.say(CONDUCT, "tell you of it")
    await phone.tap("Afterwards", "Still to ask")
    await phone.menu("questions", "Still to ask", "1. ")


async def takes_all_along(phone: Phone, downloads: Path) -> None:
    """The file for programs and the one to read hold every word of the user's."""
    await phone.say("/export")
    await expect(phone.page.locator("a.document")).to_have_count(2)
    data = json.dumps(json.loads(await phone.download(".json", downloads)), ensure_ascii=False)
    text = await phone.download(".txt", downloads)
    for words in ("Saltmarsh Ferries", "ops lead", "Ines", BECAUSE, TO_LEARN, VAGUE, CONCRETE, CONDUCT):
        assert words in data, words
        assert words in text, words


async def leaves(phone: Phone) -> None:
    """After /delete the bot greets a stranger: it has no reminder left and asks for the city again."""
    await phone.say("/delete", "Delete everything?")
    await phone.tap("Yes, delete everything", "Deleted", "Nothing that names you is kept")
    await expect(phone.page.get_by_test_id("clock-next")).to_be_disabled()
    await phone.say("/start", "I'm a bot", "What's happening?")
    await phone.say(LINE, "Which city")
