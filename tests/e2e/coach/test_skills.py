"""What the user can do, what the job asks for, and what he heard: played over HTTP."""

from __future__ import annotations

import pytest

from bot.core.model import Belief, Gap, Job, Question, Skill, SkillFit
from tests.chat import Chat
from tests.e2e.coach.people import LONG, fits, knows
from tests.e2e.coach.turns import begin, book

pytestmark = pytest.mark.anyio

ADVERT = """Night nurse, ward 7
About us
We are a hospital by the sea.
Your profile
- Registration as a nurse
- Experience in ventilating patients at night
- Good command of Polish
What we offer
- A canteen
"""


def calm(**more: object) -> Skill:
    return Skill(words="keeping calm", proof="a power cut on the ward, nobody was hurt")


# -- C1 and C2: doubt -------------------------------------------------------------------------------------------


@pytest.mark.capability("C1")
async def test_c1_doubt_is_answered_from_the_users_own_record(chat: Chat) -> None:
    await knows(
        chat, calm(), Skill(words="training juniors", proof="three of them passed"), Skill(words="no proof yet")
    )
    await chat.say("I want to cancel, why would they want me?")
    chat.expect(
        "1. keeping calm: a power cut on the ward, nobody was hurt",
        "2. training juniors: three of them passed",
        "You go there to gather information too",
    )
    assert "no proof yet" not in chat.text
    fits(chat)
    await chat.tap("What I want to learn there")
    assert "?" in chat.text


@pytest.mark.capability("C1")
async def test_c1_without_a_record_somebody_who_saw_the_user_work_is_asked(chat: Chat) -> None:
    await chat.say("who would hire me anyway, I should cancel")
    chat.expect("which thing went well lately?")
    fits(chat)
    await chat.tap("Nothing comes to mind")
    chat.expect("Copy this:", "which one thing would you say I do well, and when did you see it?")
    await chat.say("She says I explain things well, she saw me teach the new ones")
    chat.expect("What skill is that?")
    await chat.say("explaining")
    [skill] = (await chat.work()).all(Skill)
    assert (skill.words, skill.proof) == ("explaining", "She says I explain things well, she saw me teach the new ones")


@pytest.mark.capability("C2")
async def test_c2_what_they_would_miss_stands_on_the_pocket_card(chat: Chat) -> None:
    await knows(chat, calm())
    await book(chat)
    await chat.say("/skills")
    await chat.tap("What they would miss")
    chat.expect("What would they miss without you? One line, for your pocket card.")
    await chat.say("somebody who stays calm at night")
    chat.expect("On your card: somebody who stays calm at night")
    await chat.say("/card")
    chat.expect("What they would miss without you: somebody who stays calm at night")


# -- C3: skills -------------------------------------------------------------------------------------------------


@pytest.mark.capability("C3")
async def test_c3_from_a_proud_result_to_a_skill_with_proof_and_what_it_is_for(chat: Chat) -> None:
    await chat.say("/skills I kept the ward running through a power cut")
    chat.expect("What skill is that?")
    await chat.say("keeping calm.")
    chat.expect("Which fact proves it")
    await chat.say("nobody was hurt")
    chat.expect("keeping calm", "use it, or rather grow it?")
    await chat.tap("Back")
    await chat.say("22 patients, nobody was hurt")
    await chat.tap("Both")
    chat.expect("1. keeping calm (to use and grow): I kept the ward running", "1 so far; five to eight are a good set.")
    [skill] = (await chat.work()).all(Skill)
    assert (skill.words, skill.want_use, skill.want_grow) == ("keeping calm", True, True)
    assert skill.proof == "I kept the ward running through a power cut (22 patients, nobody was hurt)"
    await chat.tap("1")
    await chat.tap("Idle for long")
    await chat.tap("Let it rest")
    chat.expect("keeping calm (idle)")
    await chat.tap("Take it off")
    assert (await chat.work()).all(Skill) == []
    await chat.say("/undo")
    assert [s.idle for s in (await chat.work()).all(Skill)] == [True]


@pytest.mark.capability("C3")
async def test_c3_twenty_long_skills_still_fit_one_message(chat: Chat) -> None:
    await knows(chat, *(Skill(words=f"{LONG} {n}", proof="and a proof of it " * 12) for n in range(22)))
    await chat.say("/skills")
    assert len(chat.text) <= 4096
    numbers = [label for label in chat.labels() if label.isdigit()]
    assert f"\n{numbers[-1]}. {LONG}" in chat.text
    assert len(chat.labels()) <= 100
    await chat.tap(numbers[-1])
    chat.expect(LONG)


# -- C4 and C5: a new field -------------------------------------------------------------------------------------


@pytest.mark.capability("C4")
async def test_c4_an_advert_is_held_against_the_skills_and_a_gap_gets_its_questions(chat: Chat) -> None:
    await begin(chat)
    await knows(chat, Skill(words="ventilating patients", proof="two years of nights"))
    await chat.say("/posting")
    await chat.say("too short")
    chat.expect("That is too short for an advert.")
    await chat.say(ADVERT)
    chat.expect("? Registration as a nurse", "✓ ventilating patients at night: ventilating patients", "? Polish")
    await chat.tap("About: Polish")
    await chat.tap("About: Polish")
    chat.expect("Kept: three questions about Polish.")
    await chat.tap("Done")
    chat.expect("The text of the advert is not kept.")
    work = await chat.work()
    assert [gap.words for gap in work.all(Gap)] == ["Polish"]
    assert sorted(q.facet for q in work.all(Question) if q.origin == "skill") == ["weight", "when", "who"]
    assert [need for need, skill in work.all(Job)[0].needs["needs"] if not skill] == [
        "Registration as a nurse",
        "Polish",
    ]
    assert "canteen" not in str(work.all(Job))


@pytest.mark.capability("C5")
async def test_c5_used_and_grown_are_marked_and_the_unknown_becomes_one_question(chat: Chat) -> None:
    await begin(chat)
    await knows(chat, calm())
    await chat.say("/jobs")
    await chat.tap("Harbour Clinic, night nurse")
    await chat.tap("My skills there")
    chat.expect("1. keeping calm: used unknown, grown unknown")
    await chat.tap("1")
    await chat.tap("Ask about it")
    chat.expect("How often would I use keeping calm in this job")
    await chat.tap("My skills there")
    await chat.tap("1")
    await chat.tap("Ask about it")
    assert len([q for q in (await chat.work()).all(Question) if q.origin == "skill"]) == 1
    await chat.tap("My skills there")
    await chat.tap("1")
    await chat.tap("Used")
    await chat.tap("Doesn't grow")
    chat.expect("used yes, grown no")
    [mark] = (await chat.work()).all(SkillFit)
    assert (mark.used, mark.grown) == ("yes", "no")


# -- D1: what one hears -----------------------------------------------------------------------------------------


@pytest.mark.capability("D1")
async def test_d1_what_was_heard_becomes_two_checks_and_a_mark(chat: Chat) -> None:
    await begin(chat)
    await chat.say("/belief they burn people out")
    chat.expect("Kept: they burn people out", "Who says so?")
    await chat.say("a friend who left")
    chat.expect("1. Your boss: I have heard this about you as an employer: “they burn people out”", "2. A colleague:")
    await chat.tap("Keep both")
    rows = [q for q in (await chat.work()).all(Question) if q.origin == "belief"]
    assert sorted((q.facet, q.audience) for q in rows) == [("boss", "M"), ("peer", "P")]
    await chat.say("/jobs")
    await chat.tap("Harbour Clinic, night nurse")
    await chat.tap("What I heard")
    chat.expect("? they burn people out (a friend who left)")
    await chat.tap("1")
    await chat.tap("It is not")
    await chat.tap("What I heard")
    chat.expect("✗ they burn people out")
    assert [b.state for b in (await chat.work()).all(Belief)] == ["contradicted"]


@pytest.mark.capability("D1")
async def test_d1_many_things_heard_have_a_button_each(chat: Chat) -> None:
    await begin(chat)
    [job] = (await chat.work()).all(Job)
    await knows(chat, *(Belief(job_id=job.id, words=f"{LONG} {LONG} {n}", source=LONG) for n in range(15)))
    await chat.press(chat.new[-1]["message_id"], f"d:belief:list:{job.id}")
    assert len(chat.text) <= 4096
    assert len([label for label in chat.labels() if label.isdigit()]) == 12
