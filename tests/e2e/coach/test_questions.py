"""Thoughts and worries that become questions; which, when, whom, how; and what the answers are worth."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.core.model import Answer, Gap, Interview, Person, Priority, Question
from tests.chat import Chat, talking
from tests.e2e.coach.people import LONG, fits, has, job, knows, meeting, newcomer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("questions")) as chat:
        yield chat


async def questions(chat: Chat) -> list[Question]:
    return (await chat.work()).all(Question)


async def open_page(chat: Chat, question: Question) -> None:
    await chat.press((await chat.messages())[-1]["message_id"], f"d:question:open:{question.id}")


# -- A1: mindset ------------------------------------------------------------------------------------------------


@pytest.mark.capability("A1")
async def test_a1_five_thoughts_each_with_something_to_do(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/mindset")
    acts = []
    for number in range(1, 6):
        chat.expect(f"{number}. ", "?")
        fits(chat)
        acts.append(chat.labels()[0])
        await chat.tap("Next thought")
    assert len(set(acts)) == 5
    chat.expect("the fifth")
    assert len((await chat.work()).user.lessons) == 5


@pytest.mark.capability("A1")
async def test_a1_one_way_talk_gets_a_sentence_and_the_question_that_follows(world: Chat) -> None:
    chat = await newcomer(world, job())
    await chat.press(chat.new[-1]["message_id"], "d:mindset:reframe:")
    chat.expect("You are choosing too", "What must you find out before you could say yes?")
    fits(chat)
    await chat.say("Whether I would be alone on the ward at night")
    chat.expect("On your list, to ask", "alone on the ward")
    fits(chat)
    assert [(q.text, q.origin) for q in await questions(chat)] == [("Would I be alone on the ward at night?", "own")]
    await chat.tap("Undo")
    assert await questions(chat) == []


@pytest.mark.capability("A1")
async def test_a1_a_thought_leads_into_what_it_is_about_and_back(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/mindset")
    await chat.tap("Next thought")
    await chat.tap("Pick three")
    chat.expect("What matters most")
    await chat.say("/cancel")
    await chat.say("/mindset")
    chat.expect("2. Begin with what you want")


# -- A2: worry to question --------------------------------------------------------------------------------------


@pytest.mark.capability("A2")
async def test_a2_a_fear_becomes_a_question_for_the_talk_and_for_the_call(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/worry I'm afraid the shifts will eat my weekends. I am afraid that luck is against me.")
    chat.expect(
        "is one question", "nights and weekends", "Ask: a future colleague", "Nobody there can answer this one", "luck"
    )
    assert await questions(chat) == []
    soft = chat.text
    await chat.tap("More direct")
    assert chat.text != soft
    await chat.tap("For the offer call")
    call = chat.text
    await chat.tap("For the next talk")
    assert chat.text != call
    await chat.tap("Keep it to ask")
    [question] = await questions(chat)
    assert (question.topic, question.origin, question.state) == ("shifts", "worry", "open")


@pytest.mark.capability("A2")
async def test_a2_three_at_most_and_no_fear_lost(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(
        "/worry The shifts will be brutal. Nobody will train me. The boss shouts at people. They may cut jobs. "
        "The pay won't cover my rent."
    )
    chat.expect("are 3 questions", "1. ", "2. ", "3. ")
    await chat.tap("Keep them")
    await chat.say("/worry The shifts will be brutal.")
    await chat.tap("Keep it")
    rows = await questions(chat)
    assert [q.state for q in rows].count("open") == 3
    assert len({q.topic for q in rows}) == len(rows) >= 4
    await chat.say("/questions")
    assert has(chat, "Put away")


@pytest.mark.capability("A2")
async def test_a2_told_in_two_messages_it_adds_up_and_back_loses_nothing(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/worry The shifts will be brutal.")
    await chat.say("And nobody will train me.")
    chat.expect("are 2 questions")
    await chat.say("It rained.")
    chat.expect("I found no question in that yet", "are 2 questions")
    await chat.tap("Keep them")
    assert {q.topic for q in await questions(chat)} >= {"shifts"}
    await chat.say("/undo")
    assert await questions(chat) == []


# -- A3: what they keep asking is a clue ------------------------------------------------------------------------


@pytest.mark.capability("A3")
async def test_a3_a_line_for_the_room_and_three_questions_fill_a_card(world: Chat) -> None:
    acorn = job()
    chat = await newcomer(world, acorn)
    await chat.say("/gap they kept asking about night ventilators")
    chat.expect("In the room you can say", "I notice that you ask a lot about night ventilators", "1. ", "2. ", "3. ")
    await chat.tap("Keep these three")
    rows = await questions(chat)
    assert [q.facet for q in rows] == ["weight", "when", "who"]
    await chat.press(chat.new[-1]["message_id"], f"d:question:note:{rows[1].id}")
    await chat.say("After six weeks, with a colleague beside me until then")
    await chat.press(chat.new[-1]["message_id"], f"d:gap:list:{acorn.id}")
    chat.expect(
        "night ventilators", "How much of the job: not known", "Needed by: After six weeks", "Who teaches it: not known"
    )
    await chat.say("/gap night ventilators")
    await chat.tap("Keep these three")
    work = await chat.work()
    assert (len(work.all(Gap)), len(work.all(Question))) == (1, 3)


# -- A6: 30/60/90 -----------------------------------------------------------------------------------------------


@pytest.mark.capability("A6")
@pytest.mark.parametrize(
    "fear",
    ["I'm afraid that I will disappoint them within a month", "What if I am too slow in the first weeks?"],
)
async def test_a6_the_fear_to_disappoint_asks_what_good_looks_like_and_how_a_slow_start_is_met(
    world: Chat, fear: str
) -> None:
    chat = await newcomer(world)
    await chat.say(f"/worry {fear}")
    await chat.tap("Keep")
    chat.expect("Kept")
    rows = [q for q in await questions(chat) if q.topic in ("first_three_months", "first_weeks")]
    assert "after 30, after 60 and after 90 days" in rows[0].text
    assert "start was slow" in rows[1].text
    assert [q.audience for q in rows] == ["M", "M"]
    await chat.say(f"/worry {fear}")
    await chat.tap("Keep")
    assert len([q for q in await questions(chat) if q.text]) == 2


# -- B4, B5, B9: what an answer is worth ------------------------------------------------------------------------


@pytest.mark.capability("B4")
async def test_b4_vague_words_are_shown_with_one_follow_up_and_the_question_comes_back(world: Chat) -> None:
    acorn = job()
    hours = Question(job_id=acorn.id, topic="hours_and_load", bank="hours_and_load.1", audience="P")
    chat = await newcomer(world, acorn, hours)
    await open_page(chat, hours)
    await chat.tap("Note the answer")
    fits(chat)
    await chat.say("It depends, we are quite flexible here")
    chat.expect("can mean anything", "ask next", "?")
    [row] = await questions(chat)
    [answer] = (await chat.work()).all(Answer)
    assert (row.state, answer.verdict) == ("open", "vague")
    await knows(chat, meeting(acorn))
    await chat.say("/prepare")
    follow_up = chat.program.content.topics["hours_and_load"].follow_up
    chat.expect(follow_up)
    await chat.tap("That's my list")
    await chat.tap("Skip")
    await chat.say("/card")
    chat.expect(follow_up)


@pytest.mark.capability("B4")
@pytest.mark.parametrize(
    "note, verdict, state",
    [
        ("42 hours on average last year, she showed me the sheet", "concrete", "answered"),
        ("she said we would talk about that another time", "none", "open"),
    ],
)
async def test_b4_concrete_closes_and_none_stays_open(world: Chat, note: str, verdict: str, state: str) -> None:
    hours = Question(topic="hours_and_load", bank="hours_and_load.1")
    chat = await newcomer(world, hours)
    await chat.press(chat.new[-1]["message_id"], f"d:question:note:{hours.id}")
    await chat.say(note)
    [answer] = (await chat.work()).all(Answer)
    assert (answer.verdict, (await questions(chat))[0].state) == (verdict, state)


@pytest.mark.capability("B5")
async def test_b5_a_known_phrase_gets_two_readings_and_the_question_that_forces_the_choice(world: Chat) -> None:
    acorn = job()
    steps = Question(job_id=acorn.id, topic="turnover", bank="turnover.1")
    said = Answer(question_id=steps.id, note="we are growing the practice", verdict="vague")
    chat = await newcomer(world, acorn, steps, said)
    await open_page(chat, steps)
    await chat.tap("The answer")
    await chat.tap("Two readings")
    chat.expect("can mean two things", "Your reading", "The other one", "This forces the choice", "?")
    await chat.tap("Keep it to ask")
    first = (await questions(chat))[-1]
    assert (first.origin, first.about) == ("contradiction", said.id)
    await open_page(chat, steps)
    await chat.tap("The answer")
    await chat.tap("Two readings")
    await chat.tap("My own readings")
    await chat.say("more work for me")
    await chat.say("more posts")
    await chat.tap("Back")
    await chat.say("more people")
    chat.expect("is it rather that more work for me, or that more people?")
    await chat.tap("Keep it to ask")
    rows = [q for q in await questions(chat) if q.about == said.id]
    assert [q.text for q in rows] == [
        "When you say “we are growing the practice”: is it rather that more work for me, or that more people?"
    ]


@pytest.mark.capability("B9")
async def test_b9_a_claim_asks_for_a_second_source_and_a_tap_corrects_the_guess(world: Chat) -> None:
    steps = Question(topic="turnover", bank="turnover.1")
    chat = await newcomer(world, steps)
    await chat.press(chat.new[-1]["message_id"], f"d:question:note:{steps.id}")
    await chat.say("Only the cook is new, the rest since the opening")
    await chat.tap("The answer")
    chat.expect("something to hold them to", "said but not seen", "Ask a second person, or ask to see it")
    await chat.tap("With proof")
    assert "second person" not in chat.text
    [answer] = (await chat.work()).all(Answer)
    assert answer.kind == "evidence"
    await chat.say("/undo")
    assert [a.kind for a in (await chat.work()).all(Answer)] == ["claim"]


# -- B7, D4, C7: the right round, the right person --------------------------------------------------------------


@pytest.mark.capability("B7")
async def test_b7_the_round_and_the_person_decide_and_what_is_held_says_when_it_returns(world: Chat) -> None:
    acorn = job()
    kim = Person(job_id=acorn.id, name="Kim", title="recruiter", audience="R")
    mara = Person(job_id=acorn.id, name="Mara", title="ward manager", audience="M")
    lead = Question(job_id=acorn.id, topic="how_led", bank="how_led.1", audience="M", starred=True)
    chat = await newcomer(world, acorn, kim, mara, lead, meeting(acorn, kim, days=1, round="s"))
    await chat.say("/prepare")
    listed, _, held = chat.text.partition("Kept for later")
    words = chat.program.content.topics["how_led"].questions[0].soft
    assert words not in listed
    assert "How closely people are led (first round)" in held or "(the boss)" in held
    await chat.say("/cancel")
    await chat.tap("Throw it away")
    await knows(chat, meeting(acorn, mara, days=0.5, round="1"))
    await chat.say("/prepare")
    chat.expect(words)


@pytest.mark.capability("B7")
async def test_b7_the_same_topic_is_worded_for_whom_one_meets(world: Chat) -> None:
    seen = set()
    for name, audience in (("Ole", "P"), ("Mara", "M")):
        acorn = job(role="")
        who = Person(job_id=acorn.id, name=name, title="", audience=audience)
        mine = Question(job_id=acorn.id, topic="my_title", bank="my_title.1", starred=True)
        mine.topic = next(t.id for t in world.program.content.topics.values() if "P" not in t.questions[0].audience
                          and "1" in t.rounds and any("P" in q.audience for q in t.questions)
                          and "M" in t.questions[0].audience)  # fmt: skip
        mine.bank = f"{mine.topic}.1"
        chat = await newcomer(world, acorn, who, mine, meeting(acorn, who))
        await chat.say("/prepare")
        seen.add(next(line for line in chat.text.splitlines() if line.startswith("1. ")))
    assert len(seen) == 2


@pytest.mark.capability("D4")
async def test_d4_the_core_set_is_added_where_it_is_absent(world: Chat) -> None:
    acorn = job(role="")
    chat = await newcomer(world, acorn, meeting(acorn))
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.tap("Skip")
    core = {topic.id for topic in chat.program.content.topics.values() if topic.core}
    planned = {q.topic for q in await questions(chat) if q.state == "planned"}
    assert len(core) == 4
    assert core - planned == {"how_measured"}  # its round is the second one
    chat = await newcomer(world, acorn, meeting(acorn, round="2"))
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.tap("Skip")
    assert {q.topic for q in await questions(chat) if q.state == "planned"} >= {"how_measured", "daily_work"}


@pytest.mark.capability("D4")
async def test_d4_what_was_answered_is_not_added_again(world: Chat) -> None:
    acorn = job(role="")
    done = Question(job_id=acorn.id, topic="how_measured", bank="how_measured.1", state="answered")
    chat = await newcomer(world, acorn, meeting(acorn), done)
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.tap("Skip")
    assert "how_measured" not in {q.topic for q in await questions(chat) if q.state == "planned"}


# -- B8, D2, D8, D9: how to ask, other forms, look first, why they respect it -----------------------------------


@pytest.mark.capability("B8")
async def test_b8_soft_or_direct_with_a_note_where_it_is_risky(world: Chat) -> None:
    topics = world.program.content.topics
    risky = next(topic for topic in topics.values() if topic.risk)
    question = Question(topic=risky.id, bank=f"{risky.id}.1", audience=risky.questions[0].audience[0])
    chat = await newcomer(world, question)
    await open_page(chat, question)
    chat.expect(risky.questions[0].soft, f"Careful: {risky.risk}")
    await chat.tap("More direct")
    chat.expect(risky.questions[0].direct)
    await chat.tap("Softer")
    chat.expect(risky.questions[0].soft)


@pytest.mark.capability("D2")
async def test_d2_other_forms_of_the_same_topic_in_the_same_tone(world: Chat) -> None:
    acorn = job()
    forms = world.program.content.topics["freedom"].questions
    question = Question(job_id=acorn.id, topic="freedom", bank="freedom.1", audience="M", starred=True)
    chat = await newcomer(world, acorn, question)
    await open_page(chat, question)
    await chat.tap("More direct")
    await chat.tap("Other ways to ask")
    chat.expect("an example", forms[0].direct, "what is regular", "me in six months", "the one before")
    await chat.tap("4")
    chat.expect(forms[3].direct, "Ask: the boss")
    await chat.tap("Other ways to ask")
    await chat.tap("2")
    chat.expect(forms[1].direct, "Ask: a future colleague")
    [row] = await questions(chat)
    assert (row.bank, row.audience) == ("freedom.2", "P")
    await chat.say("/undo")
    assert [q.bank for q in await questions(chat)] == ["freedom.4"]
    await knows(chat, meeting(acorn))
    await chat.say("/prepare")
    chat.expect(forms[3].soft)


@pytest.mark.capability("D2")
async def test_d2_forms_of_the_occupation_come_first_and_own_words_have_none(world: Chat) -> None:
    acorn = job(role="night nurse")
    trade = world.program.content.packs["care"].questions[0]
    question = Question(job_id=acorn.id, topic=trade.topic, bank=f"{trade.topic}.1")
    own = Question(job_id=acorn.id, text="Who makes the rota?")
    chat = await newcomer(world, acorn, question, own)
    await open_page(chat, question)
    await chat.tap("Other ways to ask")
    chat.expect(trade.soft)
    await chat.tap("1")
    chat.expect(trade.soft)
    assert (await questions(chat))[0].bank == trade.id
    await open_page(chat, own)
    assert not has(chat, "Other ways")


@pytest.mark.capability("D8")
async def test_d8_what_can_be_found_out_is_homework(world: Chat) -> None:
    acorn = job(role="")
    topic = world.program.content.topics["daily_work"]
    assert topic.research
    chat = await newcomer(world, acorn, meeting(acorn))
    await chat.say("/prepare")
    chat.expect("Worth a look beforehand", topic.name.lower())
    await chat.tap("That's my list")
    await chat.tap("Skip")
    await chat.tap("What stands behind them")
    chat.expect(f"Look first: {topic.research}")
    question = next(q for q in await questions(chat) if q.topic == topic.id)
    await open_page(chat, question)
    chat.expect(f"Look first: {topic.research}")


@pytest.mark.capability("D9")
async def test_d9_each_question_says_why_they_will_respect_it_and_how_many_are_ready(world: Chat) -> None:
    acorn = job(role="")
    chat = await newcomer(world, acorn, meeting(acorn))
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.say("How nights are staffed")
    await chat.tap("What stands behind them")
    planned = [q for q in await questions(chat) if q.state == "planned"]
    chat.expect(f"Questions ready: {len(planned)}")
    for question in planned:
        assert f"Why they will respect it: {chat.program.content.topics[question.topic].why}" in chat.text


# -- names of 60 characters -------------------------------------------------------------------------------------


@pytest.mark.capability("B7")
async def test_b7_long_names_stay_within_a_turn(world: Chat) -> None:
    long = job(LONG, LONG)
    who = Person(job_id=long.id, name=LONG, title=LONG, audience="M")
    chat = await newcomer(world, long, who, meeting(long, who), Priority(topic="OWN", words=LONG, rank=1))
    await chat.say("/prepare")
    assert len((await chat.work()).all(Interview)) == 1
    await chat.tap("That's my list")
    fits(chat)
    await chat.say("x" * 300)
    fits(chat)
