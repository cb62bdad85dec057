"""An offer in the chat: the report, from one message or many, and whose it is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.core.model import Answer, Job, Offer, Person, Promise, Question
from tests.chat import Chat, talking
from tests.e2e.coach.letters import LETTER, OTHER, offers, wants
from tests.e2e.coach.people import fits, has, job, newcomer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("offers")) as chat:
        yield chat


# -- the report ---------------------------------------------------------------------------------------------------


@pytest.mark.capability("F4")
async def test_f4_works_as_the_very_first_message(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say(LETTER)
        chat.expect(
            "I read 297 characters.",
            "What such jobs usually settle",
            "Place of work: not in what you sent",
            "Hours and shifts: unclear, “Shifts follow the needs of the depot”",
            "Health cover: unclear, “The company offers competitive benefits”",
            "Also 5 clear",
            "They want an answer by Friday 4 December. I remind you on the evenings of Sunday 29 November and Thursday 3 December.",
        )
        assert "Shares" not in chat.text
        bold = [e for e in chat.new[-1]["entities"] if e["type"] == "bold"]
        assert "competitive" in [chat.text[e["offset"] : e["offset"] + e["length"]] for e in bold]
        assert has(chat, "Write one message for these 3")
        await chat.tap("Show the rest")
        chat.expect(
            "The rest", "Base pay: clear, 33,600 per year", "Leave and sick days: clear, 27 days", "Not in it: "
        )
        work = await chat.work()
        assert [j.stage for j in work.all(Job)] == ["offer"]
        assert work.all(Offer)[0].text == ""


@pytest.mark.capability("F4")
async def test_f4_what_matters_to_this_user_comes_first(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), *wants("PAY", "TIME", "GROW"))
    await chat.say(f"/offer {LETTER}")
    chat.expect(
        "It is about Acorn House, night nurse",
        "For you first",
        "Hours and shifts: unclear",
        "The next step: not in what you sent",
        "Base pay: clear, 33,600 per year",
        "Also",
    )
    assert [j.stage for j in (await chat.work()).all(Job)] == ["offer"]


@pytest.mark.capability("F4")
async def test_f4_a_promise_that_is_missing_and_one_that_differs_stand_side_by_side(world: Chat) -> None:
    at = job("Acorn House")
    anna = Person(job_id=at.id, name="Anna", title="manager", audience="M")
    pay = Question(job_id=at.id, topic="base_pay", bank="base_pay.1", state="answered")
    chat = await newcomer(
        world, at, anna, pay,
        Answer(question_id=pay.id, person_id=anna.id, note="it would be 36,000 a year", verdict="concrete"),
        Promise(job_id=at.id, words="five days of training on the job", person_id=anna.id, topic="onboarding",
                day=date(2026, 11, 12)),
    )  # fmt: skip
    await chat.say(f"/offer {LETTER}")
    chat.expect("For you first")
    assert (
        "Base pay: clear, 33,600 per year. Anna (manager), 21 Nov: “it would be 36,000 a year”. The two differ."
        in chat.text
    )
    assert (
        "The first weeks: not in what you sent. Anna (manager), 12 Nov: “five days of training on the job”. That is not in it."
        in chat.text
    )
    assert [p.letter for p in (await chat.work()).all(Promise)] == ["missing"]
    await chat.tap("Write one message")
    chat.expect(
        "Copy this and send it to Anna (manager)",
        "I was told “five days of training on the job”. Could you put that into the offer?",
    )
    assert "which of the two holds?" in chat.text.lower()


async def test_yearly_pay_is_told_with_how_it_was_reckoned_and_a_blank_is_open(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(
        "We offer you the post of packer at £14.20 an hour, 30 hours a week. Start date: ____. You report to Mia Lund."
    )
    await chat.tap("Show the rest")
    assert "£14.20 an hour; that makes GBP 22,152 a year (30 hours × 52 weeks)" in chat.text
    assert "Start date: left blank" in chat.text


async def test_identity_bank_and_address_are_not_kept(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(
        f"{LETTER} Your place of work is 12 Harbour Street, Leeds LS1 4AP. Pay goes to account number 31926819."
    )
    kept = str((await offers(chat))[0].read)
    assert "31926819" not in kept
    assert "Harbour Street" not in kept
    assert "•••" in kept


async def test_no_offer_and_too_long_get_a_clear_line(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/offer my cat is asleep")
    chat.expect("I see no terms of an offer", "Send the letter or mail when it is here")
    await chat.say(f"/offer {'so long and winding a letter ' * 1500}")
    chat.expect("characters; here I can take up to 40000")
    assert await offers(chat) == []


# -- from any number of messages ----------------------------------------------------------------------------------


async def test_more_messages_are_one_offer_and_it_says_how_many(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(LETTER)
    await chat.say("You work 38 hours a week from Monday to Friday.")  # soon after: a part of it
    chat.expect("I read 2 messages", "Place of work")
    assert "Hours and shifts: unclear" not in chat.text
    await chat.tap("Add more")
    chat.expect("Send the rest", "I read 2 messages")
    fits(chat)
    await chat.say("Your place of work is our Leeds depot.")
    chat.expect("Got it.", "I read 3 messages")
    await chat.say("See you on Monday at 9:00!")  # no interview: it is a part of the letter
    chat.expect("I read 4 messages")
    await chat.tap("That's all")
    chat.expect("I read 4 messages")
    assert "Place of work: not" not in chat.text
    assert len(await offers(chat)) == 1


async def test_a_second_offer_the_same_or_another(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(LETTER)
    await chat.say(OTHER)
    chat.expect("Is this the same offer, or another one?")
    fits(chat)
    assert not has(chat, "Their answer")
    await chat.tap("Another one")
    chat.expect("I read")
    first, second = await offers(chat)
    assert first.job_id != second.job_id
    assert first.read["pay"]["least"] == 33_600
    assert second.read["pay"]["least"] == 29_900
    await chat.say("/cancel")
    await chat.say(f"/offer {OTHER}")
    await chat.tap("The same offer")
    assert len(await offers(chat)) == 2


async def test_several_offers_in_one_text_are_told_apart(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(
        "/offer I have two offers.\nOffer A: Green Depot\nSalary 31,000 a year, 25 days leave\n"
        "Offer B: Blue Yard\n£15 an hour, 38 hours a week\nCurrent job:\n£13 an hour"
    )
    chat.expect("I read 2 offers", "Green Depot: ", " clear, ", "Blue Yard: ", "Which one first?")
    await chat.tap("Blue Yard")
    chat.expect("It is about Blue Yard")
    assert {j.employer for j in (await chat.work()).all(Job)} == {"Green Depot", "Blue Yard"}


async def test_whose_offer_is_asked_where_several_are_known_and_once_where_none_is(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), job("Blue Yard"))
    await chat.say(LETTER)
    chat.expect("Which job is this offer for?")
    await chat.tap("Blue Yard")
    chat.expect("It is about Blue Yard")
    chat = await newcomer(world)
    await chat.say(LETTER)
    await chat.tap("I'm fine with it")
    chat.expect("Whose offer is it?")
    fits(chat)
    await chat.say("Green Depot")
    chat.expect("Noted. I keep what I read in it and short quotes, not the letter.")
    assert [(j.employer, j.stage) for j in (await chat.work()).all(Job)] == [("Green Depot", "offer")]
    await chat.say("/offer")
    await chat.tap("The offer (Green Depot)")
    chat.expect("I read 297 characters. It is about Green Depot", "They want an answer by")
    await chat.tap("I'm fine with it")
    chat.expect("Noted.")
