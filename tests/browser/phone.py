"""A phone with the page of the local chat on it: what a person does there and sees there, and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, WebError, expect

SIZE = (390, 844)  # CSS pixels, a common phone
DESK = (1280, 800)
PATIENCE = 15_000  # milliseconds, for a busy machine
Colours = Literal["light", "dark"]
HOME: Any = {"locale": "en-GB", "timezone_id": "Europe/Berlin", "reduced_motion": "reduce"}
expect.set_options(timeout=PATIENCE)


class Phone:
    """One tab. ``acts`` counts what the user did so far: messages and taps."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.acts = 0
        self.name = ""  # as whom the user writes, once that was chosen
        self.incoming = page.locator(".message.in")
        self.outgoing = page.locator(".message.out")

    async def open(self, url: str) -> Phone:
        """Opens the page and waits until the bot has put its menu there."""
        await self.page.goto(url)
        await expect(self.page.get_by_test_id("status")).to_have_text("bot")
        return self

    # -- what a user does -----------------------------------------------------------------------------------------

    async def start(self, *expected: str) -> None:
        """The big button of an empty chat."""
        await self._act(self.page.get_by_test_id("start"), *expected)

    async def say(self, text: str, *expected: str) -> None:
        """Types a message key by key and sends it."""
        field = self.page.get_by_test_id("composer")
        await field.press_sequentially(text)
        await field.press("Enter")
        self.acts += 1
        await self.shows(*expected)

    async def tap(self, label: str, *expected: str) -> None:
        """Taps the newest button whose label holds ``label``."""
        await self._act(self.button(label), *expected)

    async def menu(self, command: str, *expected: str) -> None:
        """Chooses a command from the menu beside the text field."""
        await self.page.get_by_test_id("menu").tap()
        await self._act(self.page.locator(f'.option[data-command="{command}"]'), *expected)

    async def to_next_reminder(self, *expected: str) -> None:
        """Moves the chat's clock; no act of the user's, since outside of this page time passes by itself."""
        before = await self.incoming.count()
        await self.page.get_by_test_id("clock-next").tap()
        await expect(self.incoming.nth(before)).to_be_visible()
        await self.shows(*expected)

    async def switch_to(self, name: str) -> None:
        """Goes on as another person, one of those in the menu."""
        await self.page.get_by_test_id("user-switch").tap()
        await self.page.get_by_test_id("user-item").filter(has_text=name).tap()
        await self._writes_as(name)

    async def new_person(self, name: str) -> None:
        """Goes on as a person who has never been here."""
        await self.page.get_by_test_id("user-switch").tap()
        await self.page.get_by_test_id("user-new").tap()
        await self.page.get_by_test_id("ask-input").fill(name)
        await self.page.get_by_test_id("ask-ok").tap()
        await self._writes_as(name)

    async def download(self, ending: str, folder: Path) -> str:
        """The text of the newest file of that kind, saved as a browser saves it."""
        async with self.page.expect_download() as download:
            await self.page.locator("a.document").filter(has_text=ending).last.tap()
        file = await download.value
        path = folder / file.suggested_filename
        await file.save_as(path)
        return path.read_text(encoding="utf-8")

    # -- what a user sees -----------------------------------------------------------------------------------------

    def button(self, label: str) -> Locator:
        return self.page.get_by_test_id("inline-button").filter(has_text=label).last

    async def shows(self, *expected: str) -> None:
        """Waits until the bot's newest message holds these texts and no button is waiting for its answer."""
        for text in expected:
            await expect(self.incoming.last).to_contain_text(text)
        await expect(self.page.locator(".inline.busy")).to_have_count(0)

    async def labels(self) -> list[str]:
        """The buttons under the bot's newest message."""
        return await self.incoming.last.get_by_test_id("inline-button").all_inner_texts()

    async def everything(self) -> list[str]:
        """All messages on screen with their buttons."""
        return await self.page.locator(".message").all_inner_texts()

    async def fits(self) -> None:
        """Nothing is wider than the window, and no label of a button is cut off."""
        wide = "[document.documentElement.scrollWidth, document.querySelector('.scroller').scrollWidth]"
        assert max(await self.page.evaluate(wide)) <= await self.page.evaluate("window.innerWidth")
        cut = "all => all.filter(e => e.scrollHeight > e.clientHeight + 1).map(e => e.innerText)"
        assert await self.page.locator(".inline .label").evaluate_all(cut) == []

    async def picture(self, path: Path) -> None:
        """A screenshot; its background is one colour, since a gradient and a pattern make the file huge."""
        plain = (
            "chat => { chat.style.background = 'var(--chat-2)'; chat.style.setProperty('--doodle', 'transparent'); }"
        )
        await self.page.locator(".chat").evaluate(plain)
        await self.page.screenshot(path=path, animations="disabled")

    # -- how it works ---------------------------------------------------------------------------------------------

    async def _act(self, target: Locator, *expected: str) -> None:
        await target.tap()
        self.acts += 1
        await self.shows(*expected)

    async def _writes_as(self, name: str) -> None:
        self.name = name
        await expect(self.page.get_by_test_id("user-switch")).to_contain_text(name)
        await expect(self.page.get_by_test_id("status")).to_have_text("bot")


@asynccontextmanager
async def pocket(
    browser: Browser, colours: Colours = "light", size: tuple[int, int] = SIZE
) -> AsyncIterator[BrowserContext]:
    """A browser of phone size in Berlin; fails at its end when a page on it reported any error."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, device_scale_factor=2, is_mobile=True, has_touch=True,
        color_scheme=colours, **HOME,
    )  # fmt: skip
    async with without_errors(context):
        yield context


@asynccontextmanager
async def desk(
    browser: Browser, colours: Colours = "light", size: tuple[int, int] = DESK
) -> AsyncIterator[BrowserContext]:
    """A browser on a desk, with a mouse and a keyboard; as strict about errors."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=colours, permissions=["microphone"], **HOME
    )
    async with without_errors(context):
        yield context


@asynccontextmanager
async def without_errors(context: BrowserContext) -> AsyncIterator[None]:
    """Closes the context at its end and fails when a page on it reported any error."""
    context.set_default_timeout(PATIENCE)
    errors: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def broke(error: WebError) -> None:
        errors.append(str(error.error))

    context.on("console", heard)
    context.on("weberror", broke)
    try:
        yield
    finally:
        await context.close()
    assert errors == []
