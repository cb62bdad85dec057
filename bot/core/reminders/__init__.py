"""Reminders, pure: what should be sent when (``plan``), what to write (``diff``), the last look (``judge``).

Kinds: gaps, evening, card, waiting, debrief, retry, thanks, chaser. Others (a deadline, a check) are rows made
elsewhere: planning keeps them while their job stands.
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
