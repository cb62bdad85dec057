"""What the browser tests share: one Chromium for each file of tests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

from tests import chromium

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
async def browser(anyio_backend: str) -> AsyncIterator[Browser]:
    path = chromium.find()
    assert path, "no Chromium here: install it, or name it in CHROMIUM"
    async with async_playwright() as playwright:
        chrome = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chrome
        await chrome.close()
