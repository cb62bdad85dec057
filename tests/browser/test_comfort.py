"""Everybody can use the page: by keyboard alone, by ear, in light and dark, on a small phone and a wide screen."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.phone import Phone, desk, pocket
from tests.browser.test_page import contrast, lightness
from tests.chat import Chat, talking
from tests.localchat.world import SAM, World, running

pytestmark = [pytest.mark.anyio, pytest.mark.browser]

LINE = "Saltmarsh Ferries, ops lead, Thursday 3pm with Ines (manager)"
NAMED = "button|link|textbox|searchbox|slider|menuitem|menuitemradio|option|dialog|alertdialog|img|listbox|menu"
NAMELESS = re.compile(rf"^\s*- (?:{NAMED})(?: \[[^\]]*\])*:?\s*$")


@pytest.fixture(scope="module")
async def chat(anyio_backend: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    """One program for all tests here; each brings a person of its own."""
    async with talking(tmp_path_factory.mktemp("home")) as chat:
        yield chat


@pytest.fixture(scope="module")
async def window(browser: Browser, chat: Chat) -> AsyncIterator[Page]:
    """Closed before the program ends: a page that loses its server complains."""
    async with desk(browser) as context:
        yield await context.new_page()


@pytest.fixture
async def wide(window: Page, chat: Chat) -> Phone:
    """A page on a desk, opened by somebody new."""
    async with chat.http.post(f"{chat.url}/local/users", json={"first_name": "Kim"}) as answer:
        chat.user = (await answer.json())["id"]
    return await Phone(window).open(f"{chat.url}/?user={chat.user}")


async def tab_to(page: Page, key: str, wanted: str) -> None:
    """Presses a key until the control of that name has the focus; fails where it is out of reach or shows no focus."""
    for _ in range(40):
        await page.keyboard.press(key)
        focused = page.locator(":focus")
        name = await focused.evaluate("e => e.getAttribute('aria-label') || e.innerText || ''")
        if wanted in name:
            style = "e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth"
            assert await focused.evaluate(style) not in ("none0px", "none"), wanted
            return
    raise AssertionError(f"{wanted} is out of reach")


async def test_a_talk_with_the_keyboard_alone(wide: Phone) -> None:
    """From START to a saved interview and a read message, without a mouse."""
    page, keys = wide.page, wide.page.keyboard
    await expect(page.get_by_test_id("composer")).to_be_focused()
    await tab_to(page, "Shift+Tab", "START")
    await keys.press("Enter")
    await wide.shows("What's happening?")
    await page.get_by_test_id("composer").focus()
    await tab_to(page, "Shift+Tab", "Just remind me")
    for key in ("ArrowUp", "ArrowLeft"):
        await keys.press(key)
    await expect(page.locator(":focus")).to_have_text("Interview coming")
    await keys.press("Enter")
    await wide.shows("in one line")
    await keys.press("Escape")
    await expect(page.get_by_test_id("composer")).to_be_focused()
    await keys.type(LINE)
    await keys.press("Enter")
    await wide.shows("Which city")
    await keys.type("Berlin")
    await keys.press("Enter")
    await wide.shows("Is that right?")
    await tab_to(page, "Shift+Tab", "Save")
    await keys.press("Enter")
    await wide.shows("Saved")
    await reads_back(wide)


async def reads_back(wide: Phone) -> None:
    """Up through the messages, the menu of one of them, the help, and a command from the list."""
    page, keys = wide.page, wide.page.keyboard
    await wide.incoming.last.focus()
    await keys.press("ArrowUp")
    await expect(wide.outgoing.last).to_be_focused()
    await keys.press("Enter")
    await expect(page.get_by_role("menuitem", name="Reply")).to_be_focused()
    for key in ("ArrowDown", "Home", "End", "Escape"):
        await keys.press(key)
    await keys.press("Control+/")
    await expect(page.get_by_test_id("help")).to_be_visible()
    await keys.press("Escape")
    await expect(page.get_by_test_id("help")).to_have_count(0)
    await page.get_by_test_id("composer").focus()
    await keys.type("/nex")
    await keys.press("Enter")
    await wide.shows("Saltmarsh Ferries")
    assert await page.evaluate("document.querySelectorAll('.message [tabindex=\"0\"]').length") < 20


async def test_every_control_has_a_name(wide: Phone, chat: Chat) -> None:
    await chat.say("/start")
    await chat.say(LINE)
    page = wide.page
    await wide.shows("Which city")
    assert await page.get_by_role("heading", level=1).inner_text() == "Two-Way Street"
    for name in ("Chats", "Messages", "Write", "What comes next"):
        await expect(page.get_by_role("heading", level=2, name=name, exact=True)).to_have_count(1)
    await expect(page.get_by_role("log", name="Messages")).to_have_attribute("aria-live", "polite")
    await named(page)
    for opener in ("options", "attach", "menu"):
        await page.get_by_test_id(opener).click()
        await named(page)
        await page.keyboard.press("Escape")
    for opener in ("open-help", "forget", "open-search"):
        await page.get_by_test_id("options").click()
        await page.get_by_test_id(opener).click()
        await named(page)
        await page.keyboard.press("Escape")


async def named(page: Page) -> None:
    """No control of the accessibility tree is without a name."""
    tree = await page.locator("body").aria_snapshot()
    assert [line for line in tree.splitlines() if NAMELESS.match(line)] == []


async def test_the_look_is_chosen_and_kept(wide: Phone) -> None:
    page = wide.page
    await page.get_by_test_id("start").click()
    await wide.shows("What's happening?")
    for look, dark in (("dark", True), ("light", False)):
        await page.get_by_test_id("options").click()
        await page.get_by_test_id(f"look-{look}").click()
        await page.reload()
        await wide.shows("What's happening?")
        assert (await lightness(page.locator("body"), "background-color") < 0.1) is dark
        for part in (
            ".planned-note",
            ".clock-help",
            ".person-line",
            ".person-name",
            ".planned h2",
            ".inline",
            ".in time",
        ):
            assert await contrast(page.locator(part).last) >= 4.5, (look, part)
    await page.get_by_test_id("options").click()
    await page.get_by_test_id("look-system").click()


async def test_the_plan_beside_the_chat_moves_the_clock(wide: Phone, chat: Chat) -> None:
    """From one entry to the next: each comes at its own time."""
    for line in ("/start", LINE, "Berlin"):
        await chat.say(line)
    await chat.tap("Save")
    page = wide.page
    card = page.get_by_test_id("planned-item").filter(has_text="The pocket card")
    await expect(card).to_contain_text("Thu 26 Nov, 14:00")
    await card.get_by_role("button", name="More").click()
    await expect(card.get_by_role("button", name="Less")).to_be_visible()
    assert await card.locator(".planned-text").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    await card.get_by_test_id("planned-go").click()
    await expect(page.get_by_test_id("clock-now")).to_have_text("Thu 26 Nov, 14:00")
    await wide.shows("In 60 minutes")
    await expect(wide.incoming.filter(has_text="best first").locator("time").last).to_have_text("19:00")
    await expect(card).to_have_count(0)


async def test_forgetting_everything(wide: Phone, chat: Chat) -> None:
    await chat.say("/start")
    await chat.say(LINE)
    page = wide.page
    await wide.shows("Which city")
    await page.get_by_test_id("options").click()
    await page.get_by_test_id("forget").click()
    await expect(page.get_by_test_id("choose").get_by_role("button", name="Cancel")).to_be_focused()
    await page.get_by_test_id("choose-all").click()
    await expect(wide.outgoing).to_have_text([re.compile("/delete")])
    await wide.shows("Delete everything?")
    await page.get_by_role("button", name="Yes, delete everything").click()
    await wide.shows("Nothing that names you is kept")
    await page.get_by_test_id("options").click()
    await page.get_by_test_id("forget").click()
    await page.get_by_test_id("choose-chat").click()
    await expect(page.get_by_test_id("start")).to_be_visible()
    assert await chat.messages() == []


async def test_a_small_phone_shows_all_of_it(browser: Browser, chat: Chat) -> None:
    async with pocket(browser, size=(360, 740)) as context:
        phone = await Phone(await context.new_page()).open(chat.url)
        await phone.new_person("Small screen")
        await phone.start("What's happening?")
        await phone.fits()
        await phone.page.get_by_test_id("planned-open").tap()
        await expect(phone.page.get_by_test_id("planned-close")).to_be_focused()
        await phone.fits()
        await phone.page.keyboard.press("Escape")
        await expect(phone.page.get_by_test_id("planned")).to_be_hidden()
        for opener in ("options", "attach", "user-switch"):
            await phone.page.get_by_test_id(opener).tap()
            menu = await phone.page.get_by_test_id("menu-popup").bounding_box()
            assert menu is not None
            assert menu["x"] >= 0
            assert menu["x"] + menu["width"] <= 360
            await phone.page.keyboard.press("Escape")


async def test_the_page_comes_back_after_the_server(browser: Browser, world: World, tmp_path: Path) -> None:
    """A new server knows nothing of the old chat, and the page shows just that."""
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{world.url}/?user={SAM}")
    await expect(page.locator(".message")).to_have_count(1)
    port = int(world.url.rsplit(":", 1)[1])
    await world.chat.stop()
    await expect(page.get_by_test_id("status")).to_have_text("connecting…")
    async with running(port=port) as again:
        await expect(page.get_by_test_id("status")).to_have_text("bot")
        await expect(page.locator(".message")).to_have_count(0)
        await page.get_by_test_id("composer").fill("hello again")
        await page.keyboard.press("Enter")
        await expect(page.locator(".message.out")).to_contain_text("hello again")
        assert len(await again.messages()) == 1
    await context.close()
