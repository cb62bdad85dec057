"""Free messages: what the router is sure of begins the conversation that helps, and a longer story is never lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.model import Interview, Note, Skill
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


@pytest.mark.capability("G1")
async def test_g1_not_sure_three_buttons_and_a_tap_begins_with_the_message(chat: Chat) -> None:
    message = "the manager there, hmm, and the contract and all that"
    await chat.say(message)
    chat.expect(message, "What shall I do with it?")
    assert chat.labels().index("Something else") <= 3
    await chat.tap(chat.labels()[0])
    assert "What shall I do with it?" not in chat.text
    await chat.say("/cancel")
    await chat.say("hmm " + message)
    await chat.tap("Something else")
    assert "Interview coming" in chat.labels()


async def test_what_is_beside_the_point_goes_where_it_belongs_and_comes_back(chat: Chat) -> None:
    await chat.say("Harbour Clinic, night nurse, Thursday 3pm with Anna")
    await chat.say("Berlin")
    await chat.tap("Save")
    await chat.say("/skills")
    await chat.say("wait, they moved it to Friday 10am")
    chat.expect("Harbour Clinic", "Fri 27 Nov, 10:00")
    await chat.tap("Save")
    assert "Note that about them" in chat.labels()
    await chat.tap("‹ Back to")
    await chat.say("I kept the ward calm during a power cut")
    chat.expect("skill")
    await chat.say("how do I stop these reminders?")
    chat.expect("switch reminders off")
    await chat.tap("‹ Back to")
    await chat.say("keeping calm")
    assert [skill.words for skill in (await chat.work()).all(Skill)] == ["keeping calm"]


async def test_two_that_may_be_meant_are_asked_about(chat: Chat) -> None:
    await chat.say("Harbour Clinic, night nurse, Thursday 3pm with Anna")
    await chat.say("Berlin")
    await chat.tap("Save")
    await chat.say("Lidl, cashier, Friday 9am with Paul")
    await chat.tap("Save")
    await chat.say("they cancelled the interview")
    chat.expect("Which interview is it?")
    await chat.say("the Thursday one")
    chat.expect("Harbour Clinic")
    await chat.tap("Yes")
    assert [(i.state, i.local.day) for i in (await chat.work()).all(Interview)] == [("cancelled", 26), ("planned", 27)]
    await chat.say("Paul cancelled the interview")
    chat.expect("Lidl")
