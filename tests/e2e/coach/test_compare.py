"""Jobs side by side and pictures, over HTTP: the words first, the picture as a photo with the same words under it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

import content
from bot.core.model import Answer, Fit, Interview, Job, Offer, Person, Priority, Question, Signal
from bot.core.offer import keeping
from bot.core.record import Record
from bot.pictures.drawer import NotDrawn
from tests.chat import TUESDAY, Chat, buttons_of, data_of, talking
from tests.e2e.coach.people import LONG, fits, has, job, newcomer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("compare")) as chat:
        yield chat


def read(text: str) -> dict[str, Any]:
    return keeping.reading(text, content.load().offer_topics)


def three_and_now() -> list[Record]:
    """Three employers and the present job; hours, boss and pay matter, in that order."""
    hours, boss, money = (Priority(topic=topic, rank=rank) for rank, topic in enumerate(("TIME", "BOSS", "PAY"), 1))
    acorn, bay, clinic = job("Acorn House"), job("Blue Bay", "nurse"), job("Corner Clinic", "nurse")
    now = Job(employer="City Library", role="clerk", stage="started", present=True)
    mara = Person(job_id=acorn.id, name="Mara", audience="M")
    load, other = (Question(job_id=job.id, topic="hours_and_load", state="answered") for job in (acorn, bay))
    return [
        hours, boss, money, acorn, bay, clinic, now, mara, load, other,
        Answer(question_id=load.id, person_id=mara.id, note="38 hours, never more", verdict="concrete", sits="met"),
        Answer(question_id=other.id, note="as it comes", verdict="vague", sits="not"),
        Fit(job_id=now.id, priority_id=boss.id, grade="partly"),
        Question(job_id=bay.id, text="Who plans the nights?", starred=True),
        Question(job_id=bay.id, text="How far is the depot?"),
        Signal(job_id=bay.id, kind="no-show", word="none", day=TUESDAY.date() - timedelta(days=9)),
        Signal(job_id=bay.id, kind="late", word="asked", day=TUESDAY.date() - timedelta(days=2)),
        Offer(job_id=acorn.id, read=read("Your salary is £31,200 a year. Your hours are 38 hours a week.")),
        Offer(job_id=clinic.id, read=read("Your salary is €2,600 a month.")),
    ]  # fmt: skip


@pytest.mark.capability("F5")
async def test_f5_three_offers_and_the_present_job_side_by_side(world: Chat) -> None:
    chat = await newcomer(world, *three_and_now())
    await chat.say("/compare")
    chat.expect("Side by side", "A: ", "D: City Library (now)", "1. Hours and load", "2. A good boss", "3. Pay")
    tags = {line[3:]: line[0] for line in chat.text.splitlines()[:8] if line[1:3] == ": "}
    chat.expect("1. Hours", f"{tags['Acorn House']}: ✓ met (one told you)")
    chat.expect("1. Hours", f"{tags['Blue Bay']}: ✗ not met (nothing concrete)")
    chat.expect("2. A good boss", f"{tags['Corner Clinic']}: ? unknown", "D: ◐ partly (your mark)")
    chat.expect("Still to ask", f"{tags['Blue Bay']}: 2, 1 starred", "D: –")
    chat.expect("How they treated you", f"{tags['Blue Bay']}: 2 times without word")
    chat.expect("\nPay", f"{tags['Acorn House']}: £31,200 a year")
    chat.expect("\nPay", f"{tags['Corner Clinic']}: €2,600 a month")
    chat.expect("38 hours", "They differ most in: Hours and load.", "not in one currency, and I don't convert")
    assert has(chat, "As a picture")


@pytest.mark.capability("F5")
async def test_f5_pay_by_the_hour_and_by_the_year_is_put_on_one_basis_and_says_how(world: Chat) -> None:
    acorn, bay = job("Acorn House"), job("Blue Bay")
    hourly = read("Your pay is £16.40 an hour. Your hours are 37.5 hours a week.")
    yearly = read("Your salary is £33,000 a year.")
    offers = [Offer(job_id=acorn.id, read=hourly), Offer(job_id=bay.id, read=yearly)]
    chat = await newcomer(world, Priority(topic="PAY", rank=1), acorn, bay, *offers)
    await chat.say("/compare")
    chat.expect("\nPay\n")
    assert "Acorn House: GBP 31,980 a year (from £16.40 an hour × 37.5 hours × 52)" in chat.text
    assert "Blue Bay: GBP 33,000 a year" in chat.text
    assert "does not compare" not in chat.text


@pytest.mark.capability("F5")
async def test_f5_what_the_user_cares_about_stands_first_and_pay_after_tax_is_told_apart(world: Chat) -> None:
    acorn, bay = job("Acorn House"), job("Blue Bay")
    acorns = read("They pay €2,350 net a month. You will be based at our office in Leeds. You report to Mara Lind.")
    bays = read("Your salary is €3,100 a month. Your hours are 38 hours a week.")
    offers = [Offer(job_id=acorn.id, read=acorns), Offer(job_id=bay.id, read=bays)]
    wants = [Priority(topic="GROW", rank=1), Priority(topic="BOSS", rank=2)]
    chat = await newcomer(world, *wants, acorn, bay, *offers)
    await chat.say("/compare")
    lines = dict(pairwise(chat.text.splitlines()))
    assert lines["The next step"].count("not in the offer") == 2
    assert "Acorn House: You report to Mara Lind" in lines["My boss"]
    assert "Acorn House: €2,350 net a month" in lines["Pay"]
    assert "one is told after tax" in chat.text
    assert chat.text.index("The next step") < chat.text.index("My boss") < chat.text.index("Hours and shifts")


@pytest.mark.capability("F5")
async def test_f5_the_comparison_comes_as_a_photo_in_both_looks(world: Chat) -> None:
    chat = await newcomer(world, *three_and_now())
    said = await chat.say("/compare acorn, blue bay and my current job")
    assert "Corner Clinic" not in said
    await chat.tap("As a picture")
    photo = chat.new[-1]
    assert photo["caption"] == said
    assert max(size["width"] for size in photo["photo"]) == 1080
    assert [b["text"] for b in buttons_of(photo)] == ["Dark", "‹ In words"]
    assert "uploadPhoto" in "".join(await methods(chat)) or "sendChatAction" in await methods(chat)
    await chat.tap("Dark")
    assert chat.new[-1]["photo"][-1]["file_unique_id"] != photo["photo"][-1]["file_unique_id"]
    assert has(chat, "Light")
    assert await chat.tap("In words") == said


async def methods(chat: Chat) -> list[str]:
    async with chat.http.get(f"{chat.url}/local/calls", params={"after": "0"}) as response:
        return [call["method"] for call in await response.json()]


@pytest.mark.capability("D7")
async def test_d7_which_jobs_is_chosen_by_toggles_or_typed(world: Chat) -> None:
    jobs = [job(f"{name} School", "teacher") for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir")]
    chat = await newcomer(world, Priority(topic="BOSS", rank=1), *jobs)
    await chat.say("/compare")
    chat.expect("Which ones?")
    assert not has(chat, "side by side")
    await chat.tap("☐ Alder")
    chat.expect("One is chosen: Alder School")
    message = chat.new[-1]
    for name in ("Birch", "Cedar", "Dogwood", "Elm"):
        await chat.press(message["message_id"], data_of(message, name))  # faster than the screen is drawn anew
    assert has(chat, "Put them side by side")
    await chat.tap("☐ Fir")
    chat.expect("6 are chosen, and five fit")
    fits(chat)
    assert not has(chat, "side by side")
    for name in ("Birch", "Cedar", "Dogwood"):
        await chat.tap(f"☑ {name}")
    await chat.tap("Put them side by side")
    chat.expect("Alder School", "Elm School", "Fir School")
    assert "Birch" not in chat.text
    await chat.tap("Choose others")
    assert has(chat, "☑ Elm School")
    await chat.say("the moon and the stars")
    chat.expect("I don't know that employer yet")
    await chat.say("cedar and dogwood")
    chat.expect("Cedar School", "Dogwood School")


@pytest.mark.capability("D7")
async def test_d7_fewer_than_two_says_what_to_do(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/compare")
    chat.expect("I need two jobs, and I know 0")
    fits(chat)
    await chat.tap("My present job")
    await chat.say("City Library, librarian")
    await chat.say("/compare")
    chat.expect("I know 1")
    assert not has(chat, "My present job")
    await chat.say("/compare Acorn and Bay")
    chat.expect("I know 1")


async def test_more_named_than_fit_and_one_alone(world: Chat) -> None:
    jobs = [job(f"{name} School", "teacher") for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir")]
    chat = await newcomer(world, *jobs)
    await chat.say("/compare alder, birch, cedar, dogwood, elm, fir")
    chat.expect("6 are chosen")
    await chat.say("/compare elm")
    chat.expect("One is chosen: Elm School. Which one beside it?")


async def test_without_priorities_what_is_known_is_shown_and_the_door_to_them(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), job("Blue Bay"))
    await chat.say("/compare")
    chat.expect("Say what you want", "Still to ask")
    assert has(chat, "What I want")
    await chat.tap("As a picture")
    chat.expect("Say what you want")
    assert chat.new[-1]["photo"]


async def test_long_names_and_many_wants_keep_to_telegrams_limits(world: Chat) -> None:
    jobs = [job(f"{LONG[:-2]} {n}", LONG) for n in range(5)]
    wants = [Priority(topic="OWN", words=f"{n} {LONG}"[:60], rank=n) for n in range(1, 17)]
    marks = [Fit(job_id=one.id, priority_id=want.id, grade="partly") for one in jobs for want in wants]
    floors = ["x" * 290] * 5
    for one, floor in zip(jobs, floors, strict=True):
        one.floor = floor
    chat = await newcomer(world, *jobs, *wants, *marks)
    await chat.say("/compare")
    assert len(chat.new) >= 2
    assert all(len(message["text"]) <= 4096 for message in chat.new)
    assert "…" not in "".join(message["text"] for message in chat.new)
    said = [message["text"] for message in chat.new]
    await chat.tap("As a picture")
    assert [message["text"] for message in chat.new[:-1]] == said
    assert chat.new[-1]["photo"]
    chat.expect("The message above says the same in words")
    assert len(chat.text) <= 1024


@pytest.mark.capability("C9")
async def test_c9_the_scoreboard_as_a_picture_says_what_its_words_say(world: Chat) -> None:
    chat = await newcomer(world, *three_and_now())
    work = await chat.work()
    acorn = next(one for one in work.all(Job) if one.employer == "Acorn House")
    await chat.press((await chat.messages())[-1]["message_id"], f"d:job:board:{acorn.id}")
    said = chat.text
    assert "Hours and load: ✓ met" in said
    await chat.tap("As a picture")
    assert chat.new[-1]["photo"]
    assert chat.text == said
    await chat.tap("Dark")
    assert chat.text == said
    await chat.tap("In words")
    assert chat.text == said


@pytest.mark.capability("D5")
async def test_d5_the_pocket_card_as_a_picture(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/interview Acme, ops lead, Thu 3pm with Anna (manager)")
    await chat.tap("Save")
    await chat.say("/card")
    assert not has(chat, "As a picture")  # there is no list yet
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.say("/card")
    chat.expect("☐ 1. ")
    await chat.tap("☐ 1")
    words = chat.text
    await chat.tap("As a picture")
    assert chat.new[-1]["photo"]
    chat.expect("Thu 26 Nov", "Anna (manager)", "☑ 1. ", "☐ 2. ", "I start with number 1")
    assert chat.text in words
    work, photo = await chat.work(), chat.new[-1]
    for question in work.all(Question):
        work.remove(question)
    await chat.program.store.commit(work)
    await chat.press(photo["message_id"], f"d:card:dark:{work.all(Interview)[0].id}")
    chat.expect("No list yet")


@pytest.mark.capability("D5")
async def test_d5_the_list_is_taken_along_as_text_to_print(world: Chat) -> None:
    chat = await ready_for_thursday(world)
    await chat.tap("☐ 1")
    listed = [line for line in chat.text.splitlines() if line[:1] in ("☐", "☑")]
    assert [line[0] for line in listed[:2]] == ["☑", "☐"]
    await chat.tap("To print")
    assert chat.new[-1]["document"]["file_name"] == "questions-2026-11-26.txt"
    sheet = (await chat.opened(chat.new[-1])).decode("utf-8-sig")
    assert [line for line in sheet.splitlines() if line[:1] == "["] == [
        f"{'[x]' if line[0] == '☑' else '[ ]'}{line[1:]}" for line in listed
    ]
    for part in ("Thu 26 Nov, 15:00", "Acme, ops lead", "With Anna (manager)", *BESIDES):
        assert part in sheet
    assert sheet.count("_" * 60) == 2 * len(listed)
    assert "<" not in sheet
    await chat.tap("In words")
    chat.expect("☑ 1. ")


@pytest.mark.capability("D5")
async def test_d5_the_picture_holds_what_the_words_say_and_its_look_is_remembered(
    world: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[dict[str, Any]] = []
    draw = world.program.messenger._draw
    assert draw is not None

    async def listening(description: dict[str, Any]) -> bytes:
        drawn.append(description)
        return await draw(description)

    monkeypatch.setattr(world.program.messenger, "_draw", listening)
    chat = await ready_for_thursday(world)
    questions = [line[5:] for line in chat.text.splitlines() if line[:1] == "☐"]
    await chat.tap("As a picture")
    rows = [row["name"] for block in drawn[-1]["blocks"] for row in block["rows"]]
    assert rows[: len(questions)] == questions
    assert all(any(part in row for row in rows) for part in BESIDES), rows
    assert "Anna (manager)" in drawn[-1]["sub"]
    await chat.tap("Dark")
    await chat.say("/card")
    await chat.tap("As a picture")
    assert [one["look"] for one in drawn] == ["light", "dark", "dark"]
    await chat.say("/undo")  # there is nothing about a look to take back
    await chat.say("/card")
    await chat.tap("As a picture")
    assert drawn[-1]["look"] == "dark"


BESIDES = (
    "Say to Anna: What matters to me is working hours that leave me time",
    "calm at night",
    "who decides the rota",
    "number 1",
)


async def ready_for_thursday(world: Chat) -> Chat:
    """A user with a list for Thursday, a line for the boss, a thing to learn, and what they would miss; /card is open."""
    want = Priority(topic="TIME", rank=1, because="I study on Mondays")
    chat = await newcomer(world, want, missed_line="somebody who stays calm at night")
    await chat.say("/interview Acme, ops lead, Thu 3pm with Anna (manager)")
    await chat.tap("Save")
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.say("who decides the rota")
    await chat.say("/card")
    return chat


async def test_what_cannot_be_drawn_is_said_in_words(world: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(description: dict[str, Any]) -> bytes:
        raise NotDrawn("exit code 1")

    monkeypatch.setattr(world.program.messenger, "_draw", broken)
    chat = await newcomer(world, *three_and_now())
    said = await chat.say("/compare")
    await chat.tap("As a picture")
    assert chat.text == f"{said}\n\nI could not draw the picture just now; here it is in words."
    assert has(chat, "Dark")


async def test_doors_to_what_is_gone_lead_on(world: Chat) -> None:
    chat = await newcomer(world)
    message = (await chat.messages())[-1]["message_id"]
    for data in ("d:compare:light:99999999", "d:compare:open:", "d:job:light:99999999", "d:card:dark:99999999"):
        await chat.say("/next")
        await chat.press(message, data)
        assert buttons_of(chat.all[-1]), data
