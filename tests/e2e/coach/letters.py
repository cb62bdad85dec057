"""Two offers, and what the scripts about offers look up."""

from __future__ import annotations

from bot.core.model import Offer, Priority
from tests.chat import TUESDAY, Chat

LETTER = (
    "Dear Kim, we are happy to offer you the position of depot planner. Your salary will be 33,600 per year. "
    "Shifts follow the needs of the depot. The company offers competitive benefits. You will report to Ms Okoro. "
    "You get 27 days of annual leave. Please let us have your answer by Friday 4 December."
)
OTHER = "We are pleased to offer you the post of yard clerk at 29,900 a year, 38 hours a week, with 25 days of leave."


def wants(*topics: str) -> list[Priority]:
    return [Priority(topic=topic, rank=rank, created_at=TUESDAY) for rank, topic in enumerate(topics, 1)]


async def offers(chat: Chat) -> list[Offer]:
    return (await chat.work()).all(Offer)
