"""What the browser tests share: one Chromium for each file of tests, and a local chat without a bot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

from tests import chromium
from tests.localchat.world import World, running

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream",
]  # fmt: skip


@pytest.fixture(scope="module")
async def browser(anyio_backend: str) -> AsyncIterator[Browser]:
    path = chromium.find()
    assert path, "no Chromium here: install it, or name it in CHROMIUM"
    async with async_playwright() as playwright:
        chrome = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chrome
        await chrome.close()


@pytest.fixture
async def world(anyio_backend: str) -> AsyncIterator[World]:
    """A local chat in which the test itself plays the bot; Sam has said hello."""
    async with running() as world:
        await world.say("/start")
        await world.updates()
        yield world
