"""Loaded by the process that bots are forked from: all that a start loads and makes ready."""

from __future__ import annotations

from importlib import import_module

import content
from bot.core import offer

for name in ("bot.__main__", "bot.app"):
    import_module(name)
content.load()
offer.prepare()
