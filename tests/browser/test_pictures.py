"""The main screens in every look: nothing is cut off, nothing scrolls sideways; and the pictures of the documentation.

`SCREENSHOTS=1 python -m pytest tests/browser/test_pictures.py` draws those of docs/screenshots anew.
"""

from __future__ import annotations

import os
import re
from contextlib import AsyncExitStack
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, expect

from tests.browser.newcomer import ROOT
from tests.browser.phone import Phone, desk, pocket
from tests.browser.shrink import shrunk
from tests.chat import TUESDAY, Chat, talking

PICTURES = ROOT / "docs" / "screenshots"
LOOKS = ("phone-light", "phone-dark", "wide-light", "wide-dark")
SCREENS = ("start", "interview", "priorities", "evening", "card", "debrief", "offer", "settings", "planned")
KEPT = {
    *(f"{screen}-phone-light.png" for screen in SCREENS),
    *(f"{screen}-phone-dark.png" for screen in ("evening", "debrief", "offer", "planned")),
    *(f"{screen}-wide-light.png" for screen in ("interview", "offer")),
    *(f"{screen}-wide-dark.png" for screen in ("evening",)),
}
MOST_BYTES = 1_500_000

LINE = "Saltmarsh Ferries, ops lead, Thursday 3pm with Ines (manager)"
OFFER = (
    "Dear Sam, we are delighted to offer you the position of Operations Lead. Your salary will be 41,200 per year, "
    "paid monthly. Shifts as the rota requires. You will report to Ms Vidal. Please sign and return this letter by "
    "Friday 4 December."
)


class Album:
    """The same chat open in every look; takes a picture of each at once."""

    def __init__(self, chat: Chat, tabs: dict[str, Phone], folder: Path) -> None:
        self.chat, self.tabs, self.folder = chat, tabs, folder

    async def take(self, screen: str) -> None:
        """Each look shows the newest message whole; those that the documentation keeps are saved."""
        newest = (await self.chat.messages())[-1:]
        for look, tab in self.tabs.items():
            for message in newest:
                await expect(tab.page.locator(f'[data-message-id="{message["message_id"]}"]')).to_be_visible()
            await tab.fits()
            name = f"{screen}-{look}.png"
            if name in KEPT and self.folder == PICTURES:
                await tab.picture(self.folder / name)
                (self.folder / name).write_bytes(await shrunk(tab.page.context, (self.folder / name).read_bytes()))


@pytest.mark.anyio
@pytest.mark.browser
async def test_every_screen_fits_in_every_look(browser: Browser, tmp_path: Path) -> None:
    folder = PICTURES if os.environ.get("SCREENSHOTS") else tmp_path
    async with talking(tmp_path, TUESDAY.astimezone(ZoneInfo("Europe/Berlin"))) as chat, AsyncExitStack() as stack:
        tabs = {}
        for look in LOOKS:
            place = pocket if look.startswith("phone") else desk
            context = await stack.enter_async_context(place(browser, "dark" if look.endswith("dark") else "light"))
            tabs[look] = await Phone(await context.new_page()).open(f"{chat.url}/?user={chat.user}")
        await tell(chat, Album(chat, tabs, folder))


async def tell(chat: Chat, album: Album) -> None:
    """A few days of somebody who looks for a job."""
    await chat.say("/start")
    await album.take("start")
    await chat.tap("Interview coming")
    await chat.say(LINE)
    await chat.say("Berlin")
    await chat.tap("Save")
    await album.take("interview")
    await chat.say("/priorities")
    await chat.tap("Learning")
    await chat.tap("Hours and load")
    await album.take("priorities")
    await chat.tap("A good boss")
    await chat.say("I want to run a whole harbour one day")
    await opens_the_list(album)
    while "best first" not in await chat.clock(to_next=True):
        assert chat.text
    await album.take("evening")
    await chat.tap("That's my list")
    await chat.say("who plans the night boats")
    await chat.clock(to_next=True)
    await chat.tap("☐ 1")
    await album.take("card")
    await chat.clock(to_next=True)
    await chat.tap("Debrief")
    await album.take("debrief")
    await chat.say(f"/offer {OFFER}")
    await album.take("offer")
    await chat.say("/settings")
    await album.take("settings")


async def opens_the_list(album: Album) -> None:
    """What comes next: beside a wide chat it is always there, on a phone it covers the chat."""
    for tab in album.tabs.values():
        await expect(tab.page.get_by_test_id("planned-item").first).to_be_attached()
        if await tab.page.get_by_test_id("planned-open").is_visible():
            await tab.page.get_by_test_id("planned-open").click()
    await album.take("planned")
    for tab in album.tabs.values():
        if await tab.page.get_by_test_id("planned-close").is_visible():
            await tab.page.get_by_test_id("planned-close").click()


def test_the_documentation_has_all_its_pictures() -> None:
    there = {path.name for path in PICTURES.glob("*")}
    assert there == KEPT
    assert sum((PICTURES / name).stat().st_size for name in there) < MOST_BYTES


def test_every_picture_that_is_shown_is_there() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("**/*.md")):
        for name in shown_in(page.read_text(encoding="utf-8")):
            assert (page.parent / name).is_file(), f"{page.name} shows {name}"


def shown_in(markdown: str) -> list[str]:
    """The addresses of the pictures in a page of documentation, without those of other sites."""
    found = re.findall(r"!\[[^\]]*\]\(([^)\s]+)|<img[^>]*\ssrc=\"([^\"]+)\"", markdown)
    return [name for pair in found for name in pair if name and "://" not in name]
