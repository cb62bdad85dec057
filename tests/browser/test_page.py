"""The page itself, with the real bot behind it: people apart, edits in place, reload, dark colours, two tabs, safety."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.browser.newcomer import running
from tests.browser.phone import Phone, pocket

pytestmark = [pytest.mark.anyio, pytest.mark.browser]

TUESDAY = datetime(2026, 11, 24, 10, 20, tzinfo=ZoneInfo("Europe/Berlin"))
NUMBERS = count(1)


@pytest.fixture(scope="module")
async def url(anyio_backend: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """One program for all tests here; each brings people of its own."""
    async with running(tmp_path_factory.mktemp("home"), TUESDAY) as url:
        yield url


@pytest.fixture
async def phone(browser: Browser, url: str) -> AsyncIterator[Phone]:
    """A page on which somebody new has just arrived."""
    async with pocket(browser) as context:
        phone = await Phone(await context.new_page()).open(url)
        await phone.new_person(f"Guest {next(NUMBERS)}")
        yield phone


async def test_people_on_one_page_have_chats_of_their_own(phone: Phone) -> None:
    name = phone.name
    await phone.start("What's happening?")
    await phone.say("/interview Heron Bakery, baker, Thursday 6am", "Which city")
    mine = await phone.everything()
    await phone.new_person("Somebody else")
    await expect(phone.page.locator(".message")).to_have_count(0)
    await phone.say("/next")
    assert "Heron" not in "".join(await phone.everything())
    await phone.switch_to(name)
    await expect(phone.page.locator(".message")).to_have_count(len(mine))
    assert await phone.everything() == mine


async def test_a_text_half_typed_waits_while_another_one_writes(phone: Phone) -> None:
    field = phone.page.get_by_test_id("composer")
    name = phone.name
    await field.press_sequentially("I wonder whether")
    await phone.switch_to("Robin")
    await expect(field).to_have_value("")
    await phone.switch_to(name)
    await expect(field).to_have_value("I wonder whether")
    await phone.page.reload()
    await expect(field).to_have_value("I wonder whether")


async def test_taps_in_a_flow_change_one_bubble(phone: Phone) -> None:
    await phone.say("/priorities", "What matters most")
    bubble = phone.incoming.last
    which = await bubble.get_attribute("data-message-id")
    for number, pick in enumerate(("Pay", "Job security"), start=1):
        await phone.tap(pick, f"{number}. {pick}")
    assert await phone.incoming.count() == 1
    assert await bubble.get_attribute("data-message-id") == which


async def test_a_reload_keeps_the_chat_and_its_buttons_work(phone: Phone) -> None:
    await phone.start("What's happening?")
    await phone.tap("Interview coming", "in one line")
    before = await phone.everything()
    await phone.page.reload()
    await expect(phone.page.locator(".message")).to_have_count(len(before))
    assert await phone.everything() == before
    await phone.tap("Step by step", "?")
    await phone.fits()


async def test_dark_is_dark_and_readable(browser: Browser, url: str) -> None:
    async with pocket(browser, "dark") as context:
        phone = await Phone(await context.new_page()).open(url)
        await phone.new_person("Night owl")
        await phone.start("What's happening?")
        assert await lightness(phone.page.locator("body"), "background-color") < 0.05
        assert await lightness(phone.incoming.last.locator(".bubble"), "background-color") < 0.05
        for part in (".in .bubble", ".in .command", ".in time", ".out .bubble", ".inline", ".head p", ".clock time"):
            assert await contrast(phone.page.locator(part).last) >= 4.5, part


async def test_light_is_light_and_readable(phone: Phone) -> None:
    await phone.start("What's happening?")
    assert await lightness(phone.page.locator("body"), "background-color") > 0.6
    for part in (".in .bubble", ".in .command", ".in time", ".out .bubble", ".inline", ".head p", ".clock time"):
        assert await contrast(phone.page.locator(part).last) >= 4.5, part


BACKGROUND_BELOW = """e => {
    while (getComputedStyle(e).backgroundColor === "rgba(0, 0, 0, 0)") e = e.parentElement;
    return getComputedStyle(e).backgroundColor;
}"""


async def contrast(words: Locator) -> float:
    """The contrast ratio of WCAG 2 between words and what lies below them, 1 to 21."""
    below = luminance(await words.evaluate(BACKGROUND_BELOW))
    low, high = sorted((await lightness(words, "color"), below))
    return (high + 0.05) / (low + 0.05)


async def lightness(element: Locator, colour: str) -> float:
    return luminance(await element.evaluate("(e, name) => getComputedStyle(e).getPropertyValue(name)", colour))


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of a colour such as rgb(1, 2, 3)."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(", ")]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_a_script_that_is_typed_stays_text(phone: Phone) -> None:
    """Typed by the user and given back by the bot, which formats its own messages."""
    script = "<script>window.caught=true</script>"
    picture = "<img src=x onerror='window.caught=true'>"
    await phone.say(f"/interview <b>Heron</b> {script}, baker, Thursday 6am with Ines & co (manager)", "Which city")
    await expect(phone.outgoing.last).to_contain_text(script)
    await phone.say("Leeds", "<b>Heron</b>", "Is that right?")
    await phone.say("/worry", "?")
    await phone.say(f"I'm afraid that {picture} nobody will train me")
    await expect(phone.outgoing.last).to_contain_text(picture)
    assert await phone.page.evaluate("window.caught") is None
    assert await phone.page.locator(".log :is(script, img)").count() == 0


async def test_two_tabs_of_one_person_stay_in_step(phone: Phone) -> None:
    await phone.start("What's happening?")
    other = await Phone(await phone.page.context.new_page()).open(phone.page.url)
    await other.shows("What's happening?")
    await other.tap("Interview coming", "in one line")
    await phone.shows("in one line")
    await phone.say("Heron Bakery, baker, Thursday 6am", "Which city")
    await expect(other.outgoing.last).to_contain_text("Heron Bakery")
    await other.say("Lisbon", "Is that right?")
    await phone.tap("Save", "Saved")
    await other.shows("Saved")
    assert await other.everything() == await phone.everything()
    await expect(other.page.get_by_test_id("clock-next")).to_be_enabled()
    await other.page.get_by_test_id("clock-hour").tap()
    await expect(phone.page.get_by_test_id("clock-now")).to_contain_text("11:2")
