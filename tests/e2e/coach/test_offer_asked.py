"""After the report: the message to the employer, the reply, the day to answer, and what is kept and forgotten."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.core.export import as_data, as_text
from bot.core.model import Answer, Dialog, Job, Offer, Person, Question, Reminder, Undo
from bot.telegram.texts import Texts
from content import load
from tests.chat import TUESDAY, Chat, talking
from tests.e2e.coach.letters import LETTER, OTHER, offers, wants
from tests.e2e.coach.people import fits, has, job, knows, newcomer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("asked")) as chat:
        yield chat


# -- the message and the reply ------------------------------------------------------------------------------------


@pytest.mark.capability("A8")
@pytest.mark.capability("F4")
async def test_f4_one_message_and_the_reply_closes_what_it_settles(world: Chat) -> None:
    at = job("Acorn House")
    starred = Question(job_id=at.id, text="May I bring the dog?", origin="own", starred=True)
    chat = await newcomer(
        world, at, Person(job_id=at.id, name="Mia", audience="H"), starred, *wants("TIME", "BEN", "GROW")
    )
    await chat.say(LETTER)
    await chat.tap("Write one message for these 3")
    chat.expect("send it to Mia", "Hello Mia, thank you for the offer.", "1. ", "2. ", "3. ", "4. May I bring the dog?")
    assert "which hours would I work in a normal week" in chat.text
    await chat.tap("More direct")
    chat.expect("Before I can answer I need to know", "How many hours a week is it", "Please reply in writing.")
    asked = {q.facet: q for q in (await chat.work()).all(Question) if q.origin == "offer"}
    assert set(asked) == {"hours", "health", "growth"}
    assert all(q.job_id == at.id and q.state == "open" and q.about for q in asked.values())
    await chat.say(
        "Hi Kim, you would work 38 hours a week from Monday to Friday at 9:00. The health cover is to be discussed. Best, Mia"
    )
    chat.expect(
        "Checked against 3 that you asked for.",
        "Hours and shifts: settled, “you would work 38 hours a week",
        "Health cover: still unclear",
        "The next step: not answered",
    )
    work = await chat.work()
    states = {q.facet: q.state for q in work.all(Question) if q.origin == "offer"}
    assert states == {"hours": "answered", "health": "open", "growth": "open"}
    assert {a.verdict for a in work.all(Answer)} == {"concrete", "vague"}
    await chat.tap("Ask again for the open ones")
    assert "hours a week is it" not in chat.text
    await chat.tap("Done")
    await chat.say("/decide")
    chat.expect("One thing that you starred is still open", "May I bring the dog?")


async def test_other_questions_can_be_picked_and_the_list_follows(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), *wants("TIME"))
    await chat.say(LETTER)
    await chat.tap("Write one message")
    await chat.tap("Other questions")
    await chat.tap("✓ Place of work")
    await chat.tap("Kind of contract")
    await chat.tap("That's it")
    chat.expect("whether the contract is permanent")
    facets = {q.facet for q in (await chat.work()).all(Question)}
    assert "employment_type" in facets
    assert "location" not in facets
    await chat.tap("Other questions")
    for label in [label for label in chat.labels() if label.startswith("✓")]:
        await chat.tap(label)
    await chat.tap("That's it")
    chat.expect("Tap at least one")


async def test_a_reply_that_is_just_forwarded_finds_its_questions(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), *wants("TIME"))
    await chat.say(LETTER)
    await chat.tap("Write one message")
    await chat.tap("Done")
    await chat.say("Good news, it will be 38 hours a week.", forward_from="Mia")
    chat.expect("Checked against 3", "Hours and shifts: settled")
    await chat.tap("Done")
    await chat.say("Nice weather here.", forward_from="Mia")
    assert "Checked" not in chat.text


async def test_the_offer_of_a_known_employer_named_late_goes_to_that_job(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"))
    await chat.say(LETTER)
    await chat.say("/cancel")
    await chat.say(f"/offer {OTHER}")
    await chat.tap("Another one")
    await chat.tap("Write one message")
    await chat.tap("Done")
    chat.expect("Whose offer is it?")
    await chat.say("acorn house")
    work = await chat.work()
    assert [j.employer for j in work.all(Job)] == ["Acorn House"]
    jobs = {*(offer.job_id for offer in work.all(Offer)), *(question.job_id for question in work.all(Question))}
    assert jobs == {work.all(Job)[0].id}


@pytest.mark.capability("G2")
async def test_an_offer_is_in_the_export(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"))
    await chat.say(LETTER)
    work, content = await chat.work(), load()
    shown = as_text(work.user, work.every(), content, TUESDAY, Texts(content.texts).label)
    assert "Shifts follow the needs of the depot." in shown
    assert as_data(work.user, work.every(), content, TUESDAY)["offer"][0]["read"]["deadline"] == "Friday 4 December"


async def test_a_text_that_answers_nothing_changes_nothing(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), *wants("TIME"))
    await chat.say(LETTER)
    await chat.tap("Write one message")
    await chat.say("Thank you, we will come back to you soon.")
    chat.expect("I find no answer to these questions in that.", "Copy this")
    assert all(q.state == "open" for q in (await chat.work()).all(Question))


async def test_two_people_at_once_have_one_offer_each(world: Chat) -> None:
    chat = await newcomer(world)
    first, second = chat.user, (await chat.post("users", with_user=False, first_name="Ola"))["id"]
    for user, text in (
        (first, LETTER),
        (second, OTHER),
        (first, "You work 38 hours a week."),
        (second, "Health cover: AXA."),
    ):
        await chat.post("send", with_user=False, user=user, text=text)
    await chat.settle()
    for user, pay in ((first, 33_600), (second, 29_900)):
        found = (await chat.program.store.load(user)).all(Offer)
        assert [(offer.read["pay"]["least"], offer.read["messages"]) for offer in found] == [(pay, 2)]


async def test_what_a_letter_holds_cannot_dress_the_screen(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(
        "We offer you the post of clerk at 30,000 a year. Competitive <b>R&D</b> bonus & </i> perks at our discretion."
    )
    await chat.tap("Show the rest")
    chat.expect("<b>R&D</b> bonus & </i>")


async def test_the_reply_may_come_days_later(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), *wants("TIME"))
    await chat.say(LETTER)
    await chat.tap("Write one message")
    await chat.tap("Done")
    await chat.tap("They answered")
    chat.expect("Forward or paste what they answered")
    fits(chat)
    await chat.say("We can tell you more on Monday 9:00.\n1. The depot in Leeds.\n2. 38 hours a week.")
    chat.expect("settled")
    await chat.say("/cancel")
    await chat.say("/offer They offered me 38 hours a week and 33,600 a year.")
    await chat.tap("Their answer")
    chat.expect("Checked against")


# -- the day to answer, keeping and forgetting --------------------------------------------------------------------


@pytest.mark.capability("A8")
async def test_a8_the_reminders_of_the_day_come_with_what_is_starred(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/start")
        at = job("Acorn House")
        await knows(
            chat, at, Question(job_id=at.id, topic="shifts", bank="shifts.1", starred=True), zone="Europe/Berlin"
        )
        await chat.say(LETTER)
        await chat.tap("I'm fine with it")
        assert "Half of the time" in await chat.clock(to_next=True)
        chat.expect("Friday 4 December", "One thing that you starred is open")
        assert "Tomorrow is the day" in await chat.clock(to_next=True)
        sent = [r for r in (await chat.work()).all(Reminder) if r.state == "sent"]
        assert [(r.kind, r.due.date()) for r in sent] == [("half", date(2026, 11, 29)), ("last", date(2026, 12, 3))]


@pytest.mark.capability("G2")
async def test_the_letter_is_kept_by_a_tap_and_goes_after_ninety_days(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say(LETTER)
        await chat.tap("Keep the letter")
        chat.expect("I keep the letter until you decide, at most until Monday 22 February.")
        assert (await offers(chat))[0].text == LETTER
        await chat.tap("Don't keep the letter")
        assert (await offers(chat))[0].text == ""
        assert LETTER not in str([row.data for row in (await chat.work()).all(Undo)])
        await chat.tap("Keep the letter")
        await chat.clock(advance=89 * 86_400)
        await chat.program.retention.sweep()
        assert (await offers(chat))[0].text == LETTER
        assert (await chat.work()).all(Dialog)[0].data["pieces"] == []  # nobody went on with that talk
        await chat.clock(advance=2 * 86_400)
        await chat.program.retention.sweep()
        work = await chat.work()
        assert work.all(Offer)[0].text == ""
        assert work.all(Offer)[0].read["pay"]["least"] == 33_600
        assert LETTER not in str([*(row.data for row in work.all(Undo)), *(talk.data for talk in work.all(Dialog))])


async def test_the_letter_goes_with_the_decision(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"))
    await chat.say(LETTER)
    await chat.tap("Keep the letter")
    await chat.say("/decide")
    await chat.tap("Write the yes")
    assert (await offers(chat))[0].text == LETTER
    await chat.tap("I sent it")
    assert (await offers(chat))[0].text == ""


@pytest.mark.capability("G2")
async def test_forget_this_offer_leaves_nothing_of_it(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(LETTER)
    await chat.tap("Keep the letter")
    await chat.tap("Write one message")
    await chat.say("/offer")
    await chat.tap("Back")
    await chat.tap("Forget this offer")
    chat.expect("Forget this offer for good")
    fits(chat)
    await chat.tap("Forget it")
    chat.expect("Forgotten.")
    assert not has(chat, "Undo")
    work = await chat.work()
    assert [work.all(kind) for kind in (Offer, Question, Job, Dialog)] == [[], [], [], []]
    assert "depot" not in str([row.data for row in work.all(Undo)])
    assert all(r.state == "cancelled" for r in work.all(Reminder))


async def test_undo_never_holds_the_letter_that_was_not_kept(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(LETTER)
    await chat.tap("I'm fine with it")
    await chat.tap("Skip")
    work = await chat.work()
    assert work.all(Undo)
    assert "You will report to Ms Okoro. You get" not in str([row.data for row in work.all(Undo)])
    assert [d.data for d in work.all(Dialog) if d.flow == "offer"] == []


async def test_a_letter_days_later_is_a_new_one_and_long_names_fit(world: Chat) -> None:
    chat = await newcomer(world, job("The Old Harbour Street Community Hospital and Nursing Home 1"))
    await chat.say(f"/offer {LETTER}")
    chat.expect("It is about The Old Harbour Street Community Hospital")
    work = await chat.work()
    work.all(Offer)[0].created_at -= timedelta(days=5)
    await chat.program.store.commit(work)
    await chat.say("/cancel")
    await chat.say(f"/offer {OTHER}")
    chat.expect("I read")
    assert len(await offers(chat)) == 2
