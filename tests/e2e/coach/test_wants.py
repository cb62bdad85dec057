"""What the user wants: picks, pairs, reasons, deal-breakers; asked where he is, and said aloud to the boss."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest

from bot.core import wants
from bot.core.model import Answer, Dialog, Fit, Person, Priority, Question, Wish
from tests.chat import Chat, data_of, talking
from tests.e2e.coach.people import LONG, fits, has, job, knows, meeting, newcomer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("wants")) as chat:
        yield chat


async def kept(chat: Chat) -> list[Priority]:
    return wants.in_order((await chat.work()).all(Priority))


async def pick(chat: Chat, names: Iterable[str]) -> None:
    await chat.say("/priorities")
    for name in names:
        await chat.tap(name)


# -- B1: start with what you want -------------------------------------------------------------------------------


@pytest.mark.capability("B1")
async def test_b1_three_picks_and_one_because_in_five_messages(world: Chat) -> None:
    chat = await newcomer(world)
    await pick(chat, ("Hours and load", "Pay", "A good boss"))
    chat.expect("Hours and load", "?")
    fits(chat)
    await chat.say("because I have two kids")
    chat.expect("1. Hours and load, because I have two kids", "2. Pay", "3. A good boss")
    fits(chat)
    assert [(w.topic, w.because) for w in await kept(chat)] == [("TIME", "I have two kids"), ("PAY", ""), ("BOSS", "")]


@pytest.mark.capability("B1")
async def test_b1_back_and_again_corrects(world: Chat) -> None:
    chat = await newcomer(world)
    await pick(chat, ("Pay", "Learning", "A good boss"))
    await chat.tap("Back")
    await chat.tap("2 · Learning")
    await chat.tap("Job security")
    await chat.say("rent")
    assert [(w.topic, w.rank) for w in await kept(chat)] == [("PAY", 1), ("BOSS", 2), ("SAFE", 3)]
    await chat.tap("Undo")
    assert [w.because for w in await kept(chat)] == ["", "", ""]


@pytest.mark.capability("B1")
async def test_b1_no_idea_yet_starts_from_two_days(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/priorities")
    await chat.tap("No idea yet")
    chat.expect("one day", "liked", "?")
    await chat.say("I was left alone to decide how to set up the ward")
    chat.expect("hated")
    await chat.say("Overtime again, and the boss shouted at everybody")
    chat.expect("I hear this", "Freedom to decide", "Hours and load", "A good boss")
    assert await kept(chat) == []
    await chat.tap("Hours and load")
    await chat.tap("That's them")
    rows = await kept(chat)
    assert [w.topic for w in rows] == ["AUTO", "BOSS"]
    assert rows[1].because == "the boss shouted at everybody"


@pytest.mark.capability("B1")
async def test_b1_no_idea_and_nothing_heard_leads_to_the_picks(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/priorities")
    await chat.tap("No idea yet")
    await chat.tap("Skip")
    await chat.say("it rained")
    chat.expect("none of these", "?")
    fits(chat)
    await chat.tap("Back")
    chat.expect("hated")


@pytest.mark.capability("B1")
async def test_b1_pairs_move_what_is_wanted_and_show_it_first(world: Chat) -> None:
    chat = await newcomer(world, Priority(topic="PAY", rank=1, because="rent"), Priority(topic="TIME", rank=2))
    await chat.say("/priorities")
    await chat.tap("What weighs more")
    for number in range(1, 9):
        chat.expect(f"{number} of 8", "?")
        fits(chat)
        await chat.tap({1: "A free hand", 3: "More time", 4: "The newest"}.get(number, "Both alike"))
    chat.expect("1. time for the rest of my life (was 2)", "2. Pay", "Freedom")
    assert [w.topic for w in await kept(chat)] == ["PAY", "TIME"]
    await chat.tap("Keep it")
    rows = await kept(chat)
    assert [(w.topic, w.level, w.direction) for w in rows] == [
        ("TIME", "want", ""),
        ("PAY", "want", ""),
        ("AUTO", "nice", "more"),
        ("CRAFT", "nice", "new"),
    ]
    assert rows[1].because == "rent"
    await chat.tap("Undo")
    assert [w.topic for w in await kept(chat)] == ["PAY", "TIME"]


@pytest.mark.capability("B1")
async def test_b1_pairs_taken_back_and_taken_again(world: Chat) -> None:
    chat = await newcomer(world, Priority(topic="PAY", rank=1), Priority(topic="TIME", rank=2))
    await chat.say("/priorities")
    await chat.tap("What weighs more")
    first = chat.new[-1]
    await chat.tap("A close eye")
    await chat.press(
        first["message_id"], data_of(first, "A free hand")
    )  # tapped on the older drawing: it answers that pair, not the second
    chat.expect("2 of 8")
    await chat.tap("Back")
    assert has(chat, "• A free hand")
    assert not has(chat, "Back")
    await chat.tap("Stop")
    assert [w.topic for w in await kept(chat)] == ["PAY", "TIME"]
    await chat.tap("Go on with it")
    for _ in range(8):
        await chat.tap("Skip")
    chat.expect("What weighs more for you")
    await chat.tap("Back")
    chat.expect("8 of 8")
    await chat.tap("Back")
    chat.expect("7 of 8")
    await chat.tap("Skip")
    await chat.tap("Skip")
    await chat.tap("Keep it")
    assert [w.topic for w in await kept(chat)] == ["PAY", "TIME", "AUTO"]


@pytest.mark.capability("B1")
async def test_b1_the_pairs_are_offered_at_home_after_the_first_debrief(world: Chat) -> None:
    acorn = job()
    over = meeting(acorn, days=-2, state="debriefed")
    chat = await newcomer(world, acorn, over, Priority(topic="PAY", rank=1))
    await chat.say("/next")
    chat.expect("eight pairs")
    await chat.tap("What weighs more")
    for _ in range(8):
        await chat.tap("Both alike")
    await chat.tap("Keep it")
    await chat.say("/next")
    assert "eight pairs" not in chat.text


@pytest.mark.capability("B1")
async def test_b1_one_page_for_each_want(world: Chat) -> None:
    chat = await newcomer(world, Priority(topic="PAY", rank=1), Priority(topic="OWN", words=LONG, rank=2))
    await chat.say("/priorities")
    chat.expect("1. Pay (want)", LONG)
    await chat.tap("2")
    chat.expect(LONG)
    await chat.tap("↑")
    assert [w.topic for w in await kept(chat)] == ["OWN", "PAY"]
    await chat.tap("Less")
    await chat.tap("Nice")
    await chat.tap("Word it")
    await chat.say("driving at night")
    chat.expect("1. driving at night (nice to have, less of it)")
    await chat.tap("Take it off")
    assert [(w.topic, w.rank) for w in await kept(chat)] == [("PAY", 1)]
    await chat.tap("Undo")
    assert [w.words for w in await kept(chat)] == ["driving at night", ""]


# -- B2: say why ------------------------------------------------------------------------------------------------


@pytest.mark.capability("B2")
async def test_b2_a_missing_why_is_recalled_once_before_a_talk(world: Chat) -> None:
    acorn = job()
    chat = await newcomer(world, acorn, meeting(acorn), Priority(topic="PAY", rank=1), Priority(topic="BEN", rank=9))
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.tap("Skip")
    chat.expect("you want", "Pay", "not said why", "Your list is set")
    fits(chat)
    await chat.tap("Say why")
    chat.expect("Pay:", "?")
    await chat.say("my rent went up")
    chat.expect("Why: my rent went up", "because my rent went up. How would that look here?")
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.tap("Skip")
    assert "not said why" not in chat.text
    pay, benefits = await kept(chat)
    assert (pay.because, pay.recalled, benefits.recalled) == ("my rent went up", True, False)


@pytest.mark.capability("B2")
async def test_b2_a_direction_is_set_by_a_tap_and_may_be_changed(world: Chat) -> None:
    chat = await newcomer(world, Priority(topic="AUTO", rank=1, because="I lead myself best"))
    await chat.say("/priorities")
    await chat.tap("1")
    await chat.tap("More")
    chat.expect("more of it", "more of this than I have now: freedom to decide, because I lead myself best")
    old = chat.new[-1]
    await chat.tap("Keep", on=old)
    assert [w.direction for w in await kept(chat)] == ["keep"]
    await chat.say("/undo")
    assert [w.direction for w in await kept(chat)] == ["more"]


# -- B3: ask where you are --------------------------------------------------------------------------------------


@pytest.mark.capability("B3")
async def test_b3_offered_once_after_the_priorities(world: Chat) -> None:
    chat = await newcomer(world)
    await pick(chat, ("Learning", "Pay", "The people"))
    await chat.tap("Skip")
    await chat.tap("Ask for it where I am")
    chat.expect("present boss", "?")
    await chat.tap("Learning")
    await chat.say("one course a year, from January.")
    chat.expect("For the talk about Learning", "one course a year, from January")
    await chat.tap("Back")
    await chat.say("two courses a year")
    chat.expect("two courses a year")
    await chat.say("Thursday")
    chat.expect("Thursday 26 November")
    [wish] = (await chat.work()).all(Wish)
    assert (wish.outline, str(wish.talk_on)) == ("Learning: two courses a year", "2026-11-26")
    await chat.say("/priorities")
    await chat.tap("Change the picks")
    await chat.tap("That's them")
    await chat.tap("Skip")
    assert not has(chat, "Ask for it where I am")


@pytest.mark.capability("B3")
async def test_b3_reminded_the_evening_before_and_the_reply_kept(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await newcomer(chat, Priority(topic="LEARN", rank=1, because="I want to move on"))
        await chat.say("/stay a course on wounds")
        await chat.say("half of it paid")
        chat.expect("a course on wounds", "half of it paid")
        await chat.say("Thursday")
        await chat.clock(set="2026-11-25T18:00:30+00:00")
        assert "half of it paid" in chat.text
        await chat.say("/stay")
        await chat.tap("What they said")
        await chat.say("yes, from March on")
        [wish] = (await chat.work()).all(Wish)
        assert (wish.state, wish.reply) == ("answered", "yes, from March on")
        await chat.say("/stay")
        chat.expect("a course on wounds", "yes, from March on")


# -- B6: say the want, then ask ---------------------------------------------------------------------------------


@pytest.mark.capability("B6")
async def test_b6_the_line_is_kept_once_and_follows_the_reason(world: Chat) -> None:
    chat = await newcomer(world, Priority(topic="LEARN", rank=1, because="so that I am ready for the ward"))
    await chat.say("/priorities")
    await chat.tap("1")
    line = "What matters to me is learning, so that I am ready for the ward. How would that look here?"
    chat.expect(line)
    await chat.tap("Keep it to ask")
    await chat.tap("Keep it to ask")
    rows = (await chat.work()).all(Question)
    assert [(q.text, q.audience, q.origin) for q in rows] == [(line, "M", "priority")]
    await chat.tap("Why")
    await chat.say("my kids")
    [question] = (await chat.work()).all(Question)
    assert question.text == "What matters to me is learning, because of my kids. How would that look here?"


@pytest.mark.capability("B6")
@pytest.mark.parametrize(
    "round, title, said", [("1", "M", True), ("s", "R", False), ("f", "M", False), ("2", "M", True)]
)
async def test_b6_one_line_on_the_card_for_the_boss_while_it_is_early(
    world: Chat, round: str, title: str, said: bool
) -> None:
    acorn = job()
    mara = Person(job_id=acorn.id, name="Mara", title="ward manager", audience=title)
    want = Priority(topic="TIME", rank=2, because="I study on Mondays")
    await newcomer(
        world, acorn, mara, meeting(acorn, mara, round=round), want, Priority(topic="PAY", rank=1), missed_line=""
    )
    await world.say("/card")
    assert (
        "Say to Mara: What matters to me is working hours that leave me time, because I study on Mondays" in world.text
    ) is said


@pytest.mark.capability("B6")
async def test_b6_what_can_be_shaped_is_asked_at_the_offer(world: Chat) -> None:
    acorn = job()
    want = Priority(topic="TIME", rank=1, words="Mondays off")
    talk = meeting(acorn)
    chat = await newcomer(world, acorn, talk, want)
    await chat.say("/jobs")
    await chat.tap("Acorn House")
    await chat.tap("Scoreboard")
    await chat.tap("1")
    await chat.tap("Can be shaped")
    chat.expect("On your list for the offer", "Mondays off", "It can be shaped here")
    await chat.tap("Can be shaped")
    work = await chat.work()
    assert [f.shape for f in work.all(Fit)] == ["shapeable"]
    [question] = [q for q in work.all(Question) if q.origin == "priority"]
    assert question.job_id == acorn.id
    await chat.say("/prepare")
    listed, _, later = chat.text.partition("Kept for later: ")
    assert "Mondays off" not in listed
    assert "Mondays off: I would like to settle thi… (the offer)" in later
    await chat.say("/cancel")
    await chat.tap("Throw it away")
    await chat.say("/call")
    chat.expect("Mondays off: I would like to settle this before I start")
    await knows(chat, meeting(acorn, days=1, round="o"))
    await chat.say("/prepare")
    chat.expect("Mondays off: I would like to settle this before I start")


@pytest.mark.capability("B6")
async def test_b6_fixed_after_all_takes_the_ask_away(world: Chat) -> None:
    acorn, want = job(), Priority(topic="TIME", rank=1)
    chat = await newcomer(world, acorn, want)
    await chat.say("/jobs")
    await chat.tap("Acorn House")
    await chat.tap("Scoreboard")
    await chat.tap("1")
    await chat.tap("Can be shaped")
    await chat.tap("Fixed here")
    chat.expect("It is fixed here")
    assert [q for q in (await chat.work()).all(Question) if q.facet == "shape"] == []


# -- E9: deal-breakers ------------------------------------------------------------------------------------------


@pytest.mark.capability("E9")
async def test_e9_musts_and_not_if_stand_before_a_yes(world: Chat) -> None:
    acorn = job(stage="offer")
    hours = Question(job_id=acorn.id, topic="hours_and_load", bank="hours_and_load.1")
    told = Answer(question_id=hours.id, note="40, never more", verdict="concrete", sits="met")
    wanted = [Priority(topic="PAY", rank=1), Priority(topic="TIME", rank=2, level="must")]
    chat = await newcomer(world, acorn, hours, told, *wanted)
    await chat.say("/priorities")
    await chat.tap("1")
    await chat.tap("Must")
    await chat.tap("Not if")
    chat.expect("out of the question", "?")
    await chat.say("Not if I work every Sunday.")
    chat.expect("Not if: I work every Sunday")
    await chat.say("/decide")
    chat.expect("Your musts: Pay (nobody has told you)", "not if I work every Sunday")
    await chat.tap("Write the yes")
    chat.expect("Here is your yes")
    assert not [d for d in (await chat.work()).all(Dialog) if d.flow == "want" and d.active]


@pytest.mark.capability("E9")
async def test_e9_changing_one_priority_changes_plan_scoreboard_debrief_and_the_mirror(world: Chat) -> None:
    acorn = job()
    over, coming = meeting(acorn, days=-3), meeting(acorn, days=2)
    pay = Question(
        job_id=acorn.id, topic="pay", bank="pay.1", audience="M", state="planned", interview_id=over.id, rank=1
    )
    want = Priority(topic="LEARN", rank=1, because="I am new")
    chat = await newcomer(world, acorn, over, coming, want, pay)

    async def look() -> list[str]:
        seen = []
        for command in ("/prepare", "/decide"):
            await chat.say(command)
            seen.append(chat.text)
            await chat.say("/cancel")
            await chat.tap("Throw it away")
        await chat.say("/jobs")
        await chat.tap("Acorn House")
        await chat.tap("Scoreboard")
        return [*seen, chat.text]

    before = await look()
    await chat.say("/priorities")
    await chat.tap("Change the picks")
    await chat.tap("1 · Learning")
    await chat.tap("Hours and load")
    await chat.tap("That's them")
    await chat.tap("Skip")
    await chat.say("/priorities")
    await chat.tap("1")
    await chat.tap("Must")
    after = await look()
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert "Hours and load" in after[1]
    assert "Hours and load" in after[2]


@pytest.mark.capability("E9")
@pytest.mark.parametrize(
    "level, said", [("must", "stays open until your future boss"), ("nice", "something to hold them to")]
)
async def test_e9_a_must_changes_what_a_debrief_makes_of_an_answer(world: Chat, level: str, said: str) -> None:
    acorn = job()
    ole = Person(job_id=acorn.id, name="Ole", title="nurse", audience="P")
    over = meeting(acorn, ole, days=-3)
    asked = Question(job_id=acorn.id, topic="hours_and_load", bank="hours_and_load.1", audience="P")
    asked.state, asked.interview_id, asked.rank = "planned", over.id, 1
    chat = await newcomer(world, acorn, ole, over, asked, Priority(topic="TIME", rank=4, level=level))
    await chat.say("/debrief")
    await chat.tap("☐ 1")
    await chat.tap("Go on")
    await chat.say("42 hours a week on average last year, he showed me the sheet")
    chat.expect(said)
    await chat.say("/jobs")
    await chat.tap("Acorn House")
    await chat.tap("Scoreboard")
    assert ("Hours and load (must)" in chat.text) is (level == "must")
