"""Finds the Chromium that browser tests drive."""

from __future__ import annotations

import os
import shutil

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find() -> str | None:
    """The path of Chromium or Chrome on this machine, the one named by CHROMIUM first; None when there is none."""
    for name in (os.environ.get("CHROMIUM", ""), *_COMMANDS, *_MACOS):
        path = shutil.which(name) if name else None
        if path:
            return path
    return None
