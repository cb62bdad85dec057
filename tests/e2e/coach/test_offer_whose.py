"""Whose offer it is: a name that stands in it is a tap away, another offer instead of a name begins anew."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.core.model import Job
from tests.chat import Chat, talking
from tests.e2e.coach.letters import offers
from tests.e2e.coach.people import has, job, newcomer

pytestmark = pytest.mark.anyio

WARD = """St. Brigid Care Trust
Harbour Road 4, Galway

Dear Ms Novak,

I am pleased to offer you the post of Staff Nurse, Ward 3. You will work 36 hours a week. Annual leave is 26 days plus
public holidays. The hospital pension scheme applies; you pay 5% and we pay 7%.

Yours sincerely,
Niamh Burke, HR Officer"""
BARE = WARD.partition("\n\n")[2]  # without the letterhead
HOME = (
    "So: we'd like to have you at Lakeside Nursing Home. 40 hours, EUR 3,900 a month, start 1 Feb. 28 days holiday. Let me "
    "know by next Wednesday if you can! Best, Tom (director)"
)


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("whose")) as chat:
        yield chat


async def _jobs(chat: Chat) -> list[str]:
    return [job.employer for job in (await chat.work()).all(Job)]


async def test_the_name_in_the_letterhead_is_shown_and_taken(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(WARD)
    chat.expect("It is about St. Brigid Care Trust")
    assert await _jobs(chat) == ["St. Brigid Care Trust"]
    await chat.tap("I'm fine with it")
    assert not has(chat, "Skip")


async def test_where_no_name_stands_in_it_one_can_be_typed(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(BARE)
    assert await _jobs(chat) == [""]
    await chat.tap("I'm fine with it")
    chat.expect("Whose offer is it?")
    await chat.say("Galway General")
    assert await _jobs(chat) == ["Galway General"]


async def test_a_second_offer_pasted_instead_of_the_name_begins_as_the_other_one(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(WARD)
    await chat.say(HOME)
    chat.expect("I read")
    read = [offer.read["employer"] for offer in await offers(chat)]
    assert sorted(read) == ["Lakeside Nursing Home", "St. Brigid Care Trust"]


async def test_the_same_where_it_is_asked_which_job_it_is_for(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), job("Blue Harbour"))
    await chat.say(WARD)
    chat.expect("Which job is this offer for?")
    assert has(chat, "St. Brigid Care Trust")
    await chat.say(HOME)
    chat.expect("Which job is this offer for?")
    await chat.tap("Lakeside Nursing Home")
    chat.expect("It is about Lakeside Nursing Home")
    read = [offer.read["employer"] for offer in await offers(chat)]
    assert sorted(read) == ["Lakeside Nursing Home", "St. Brigid Care Trust"]


async def test_too_long_for_a_name_and_no_offer_says_how_long_it_may_be(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(BARE)
    await chat.tap("I'm fine with it")
    await chat.say("Oak " * 30)
    chat.expect("here I can take up to 80")


async def test_a_name_typed_beside_the_report_is_taken_and_can_be_undone(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(WARD)
    await chat.say("Lakeside")
    chat.expect("It is about Lakeside")
    assert await _jobs(chat) == ["Lakeside"]
    await chat.tap("Undo")
    assert await _jobs(chat) == ["St. Brigid Care Trust"]


async def test_the_message_goes_to_the_one_who_signed(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(WARD)
    await chat.tap("Write one message")
    chat.expect("send it to Niamh Burke (HR Officer)", "Hello Niamh Burke", "at which site or ward I would work")
    assert (await offers(chat))[0].read["signer"] == ["Niamh Burke", "HR Officer"]
    await chat.tap("‹ Back")
    await chat.tap("Forget this offer")
    await chat.tap("Forget it")
    assert await offers(chat) == []
