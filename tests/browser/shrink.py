"""Makes a screenshot small: few colours, packed tightly. The browser that made it does the work."""

from __future__ import annotations

import base64
from pathlib import Path

from playwright.async_api import BrowserContext

SCRIPT = (Path(__file__).parent / "shrink.js").read_text(encoding="utf-8")


async def shrunk(context: BrowserContext, png: bytes) -> bytes:
    """The same picture as a PNG of at most 256 colours."""
    page = await context.new_page()
    packed = await page.evaluate(f"({SCRIPT})", base64.b64encode(png).decode())
    await page.close()
    return base64.b64decode(packed)
