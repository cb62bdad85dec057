"""Free messages: what the router is sure of begins the conversation that helps, and a longer story is never lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.model import Note
from tests.chat import Chat, talking

pytestmark = pytest.mark.anyio

OFFER = (
    "They sent an offer: Harbour Clinic, night nurse, 32,000 EUR a year, start 1 February, 28 days holiday, "
    "hours as the rota requires. Please answer by 4 December."
)


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with talking(tmp_path) as chat:
        yield chat


@pytest.mark.parametrize(
    "text, answer",
    [
        (OFFER, "I read"),
        ("The manager never showed up for our video call and has not written since", "Who was it?"),
        ("I'd like to turn them down, politely", "Which job is it about?"),
        ("my boss at the moment won't let me change shifts and I'd love fewer nights", "What would you suggest"),
    ],
)
async def test_a_plain_message_begins_the_right_conversation(chat: Chat, text: str, answer: str) -> None:
    assert answer in await chat.say(text)


async def test_a_story_that_a_hint_was_found_in_is_kept_whole(chat: Chat) -> None:
    story = "It went ok I think, she said every nurse has 14 patients, and they kept asking about ventilators"
    await chat.say(story)
    chat.expect("kept under /notes", "Which employer")
    assert [note.words for note in (await chat.work()).all(Note)] == [story]
    await chat.say("Harbour Clinic")
    chat.expect("ventilators", "how much of this job is ventilators")
