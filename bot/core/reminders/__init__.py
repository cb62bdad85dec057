"""Reminders, pure: what should be sent when (``plan``), what to write (``diff``), the last look (``judge``).

Kinds: gaps, evening, card, waiting, debrief, retry, thanks, chaser; and of named days: half and last (of an offer),
check (after the start), review (of one's need), talk (at the present job).
"""

from __future__ import annotations

from bot.core.reminders.diff import diff
from bot.core.reminders.judge import Drop, Later, Send, judge
from bot.core.reminders.plan import plan
from bot.core.reminders.react import evening_interviews, ignored_streak, snooze, waiting, why
from bot.core.reminders.story import Planned

__all__ = [
    "Drop", "Later", "Planned", "Send", "diff", "evening_interviews", "ignored_streak", "judge", "plan", "snooze",
    "waiting", "why",
]  # fmt: skip
