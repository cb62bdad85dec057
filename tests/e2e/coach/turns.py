"""What the scripts of the coach have in common: a booked talk, and the pocket card."""

from __future__ import annotations

from tests.chat import Chat

SOON = "11-26"


async def begin(chat: Chat, employer: str = "Harbour Clinic", role: str = "night nurse") -> None:
    """One employer is known, with a talk still to come, far off."""
    await book(chat, employer, "12-18", role)


async def book(chat: Chat, employer: str = "Harbour Clinic", day: str = SOON, role: str = "night nurse") -> None:
    """A talk on that day of 2026 at 15:00 in Berlin, with Ines, the ward manager."""
    await chat.say(f"/interview {employer}, {role}, 2026-{day} 15:00 with Ines (ward manager)")
    if "city" in chat.text or "time zone" in chat.text:
        await chat.say("Berlin")
    if any("One more" in label for label in chat.labels()):
        await chat.tap("One more")
    await chat.tap("Save")


async def card_comes(chat: Chat, at: str) -> None:
    """The clock goes to that instant, past the pocket card, which is what was sent last."""
    await chat.clock(set=at)
    await chat.say("/card")
