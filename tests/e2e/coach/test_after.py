"""After a talk: their questions, what goes by mail, notes, thank-you and chaser, what comes next; played over HTTP."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model import Interview, Job, Note, Offer, Priority, Promise, Question, Reminder
from tests.chat import TUESDAY, Chat
from tests.e2e.coach.people import LONG, fits, knows
from tests.e2e.coach.turns import book

pytestmark = pytest.mark.anyio

OVER = "2026-11-26T15:30:00+00:00"


async def prepared(chat: Chat) -> None:
    """A talk with a settled list; it is over now."""
    await book(chat)
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.tap("Skip")
    await chat.clock(set=OVER)


async def debriefed(chat: Chat, *, answer: str = "", note: str = "") -> None:
    await prepared(chat)
    await chat.say("/debrief")
    if note:
        await chat.say(note)
        await chat.tap("Skip")
    else:
        await chat.tap("☐ 1")
        await chat.tap("Go on")
        await chat.say(answer)
    await chat.tap("Nothing odd")


# -- C6: their questions ----------------------------------------------------------------------------------------


@pytest.mark.capability("C6")
async def test_c6_their_questions_tell_and_raise_one_of_the_users_own(chat: Chat) -> None:
    await debriefed(chat, answer="twelve patients a night")
    await chat.tap("What they asked me")
    chat.expect("Which questions did they put to you? One a line.")
    await chat.say("Can you work night shifts?\nHow do you cope with weekend shifts?\nWhy us?")
    chat.expect("2 were about", "likely a big part of the job", "Ask back:", "It is on your list.")
    fits(chat)
    [interview] = (await chat.work()).all(Interview)
    assert interview.asked_me.splitlines() == [
        "Can you work night shifts?",
        "How do you cope with weekend shifts?",
        "Why us?",
    ]
    await knows(chat, Priority(topic="TIME", rank=1))
    await chat.press(chat.new[-1]["message_id"], f"d:job:board:{interview.job_id}")
    chat.expect("What you want from Harbour Clinic", "What they asked of you", "Can you work night shifts?")


# -- C7: what there was no time for -----------------------------------------------------------------------------


@pytest.mark.capability("C7")
async def test_c7_the_best_three_come_first_with_a_line_to_open_and_the_rest_goes_by_mail(chat: Chat) -> None:
    await book(chat)
    await chat.say("/prepare")
    chat.expect("best first", "1. ", "2. ", "3. ")
    opening = chat.text
    assert "Ines" in opening
    await chat.tap("That's my list")
    await chat.tap("Skip")
    planned = sorted((q for q in (await chat.work()).all(Question) if q.rank), key=lambda q: q.rank)
    await chat.clock(set=OVER)
    await chat.say("/debrief")
    await chat.tap("☐ 1")
    await chat.tap("Go on")
    await chat.say("twelve patients a night, two nurses")
    await chat.tap("Nothing odd")
    chat.expect("What you didn't get to ask moves on to the next talk.")
    await chat.tap("Ask the rest by mail")
    chat.expect("Copy this:", "Hello Ines", "A few things we did not get to", "1. ", "2. ")
    soft = chat.text
    await chat.tap("More direct")
    chat.expect("we ran out of time for these")
    assert soft != chat.text
    rest = [q for q in (await chat.work()).all(Question) if q.id in {p.id for p in planned[1:]}]
    assert {q.state for q in rest} == {"open"}


@pytest.mark.capability("C7")
async def test_c7_nothing_left_no_mail(chat: Chat) -> None:
    await prepared(chat)
    await chat.say("/debrief")
    for label in [label for label in chat.labels() if label.startswith("☐")]:
        await chat.tap(label)
    await chat.tap("Go on")
    while "What did they say" in chat.text:
        await chat.tap("Skip")
    await chat.tap("Nothing odd")
    assert "Ask the rest by mail" not in chat.labels()


# -- C8: one thing to learn -------------------------------------------------------------------------------------


@pytest.mark.capability("C8")
async def test_c8_one_thing_to_learn_and_an_if_then_line_stand_on_the_card(chat: Chat) -> None:
    await book(chat)
    await chat.say("/prepare")
    await chat.tap("That's my list")
    chat.expect("What is the one thing you want to know when you leave?")
    await chat.say("who decides the rota")
    await chat.say("/card")
    chat.expect("To learn: who decides the rota", "If they ask for my questions, then I start with number 1.")


# -- the debrief itself -----------------------------------------------------------------------------------------


@pytest.mark.capability("B4")
async def test_b4_a_vague_answer_says_which_words_and_the_end_has_one_follow_up(chat: Chat) -> None:
    await prepared(chat)
    await chat.say("/debrief")
    await chat.tap("☐ 1")
    await chat.tap("☐ 2")
    await chat.tap("Go on")
    await chat.say("usually it depends, we are flexible")
    chat.expect("“usually”, “depends” can mean anything", "It stays open.", "What did they say to:")
    fits(chat)
    await chat.say("they are competitive and dynamic")
    chat.expect("It stays open.", "Anything odd about how they treated you?")
    fits(chat)
    await chat.tap("Nothing odd")
    chat.expect("Noted.", "What was vague, ask next like this:")
    fits(chat)


@pytest.mark.capability("D6")
async def test_d6_told_again_after_back_corrects_the_note(chat: Chat) -> None:
    await prepared(chat)
    await chat.say("/debrief")
    await chat.say("It went alright, she showed me the ward.")
    await chat.tap("Back")
    await chat.say("It went well, she showed me the ward.")
    [interview] = (await chat.work()).all(Interview)
    assert interview.note == "It went well, she showed me the ward."


# -- D6: notes --------------------------------------------------------------------------------------------------


@pytest.mark.capability("D6")
async def test_d6_a_line_during_the_day_lands_on_its_question_or_waits_for_the_debrief(chat: Chat) -> None:
    await knows(chat, Priority(topic="TIME", rank=1))
    await prepared(chat)
    rows = sorted((q for q in (await chat.work()).all(Question) if q.rank), key=lambda q: q.rank)
    await chat.say("/note the canteen smells of fish")
    chat.expect("Kept. I put it before you in the debrief.")
    topic = rows[0].topic
    words = next(iter(chat.program.content.topics[topic].hears))
    await chat.say(f"/note {words}: every second week, she said")
    chat.expect("Kept with:")
    noted = [n for n in (await chat.work()).all(Note) if n.question_id]
    assert [n.question_id for n in noted] == [rows[0].id]
    await chat.tap("Another question")
    await chat.tap("1")
    chat.expect("Kept with:")
    await chat.say("/debrief")
    chat.expect("You noted:", "the canteen smells of fish")
    await chat.say("/notes")
    chat.expect("1. ", "the canteen smells of fish", "2. ")


@pytest.mark.capability("D6")
async def test_d6_a_voice_note_is_kept_and_played_back(chat: Chat) -> None:
    await prepared(chat)
    await chat.upload("voice")
    chat.expect("Voice note kept: I cannot hear it, but /notes plays it back to you.")
    [note] = (await chat.work()).all(Note)
    await chat.say("/notes")
    chat.expect("voice note")
    await chat.tap("Play 1")
    played = [message for message in chat.new if "voice" in message]
    assert len(played) == 1
    async with chat.http.get(f"{chat.url}/local/calls", params={"after": "0"}) as response:
        calls = await response.json()
    assert [c["parameters"]["voice"] for c in calls if c["method"].lower() == "sendvoice"] == [note.file_id]
    await chat.say("/notes")
    await chat.tap("Take off 1")
    assert (await chat.work()).all(Note) == []


@pytest.mark.capability("D6")
async def test_d6_long_notes_still_fit_one_message(chat: Chat) -> None:
    await knows(chat, *(Note(words=f"{n} " + "a long tale of the ward " * 40) for n in range(10)))
    await chat.say("/notes")
    assert len(chat.text) <= 4096
    assert "\n8. " in chat.text


# -- F3: what comes ---------------------------------------------------------------------------------------------


@pytest.mark.capability("F3")
async def test_f3_talks_and_deadlines_in_order_and_one_next_step(chat: Chat) -> None:
    harbour = Job(employer="Harbour Clinic", stage="offer")
    acorn = Job(employer="Acorn House", stage="offer")
    first = Offer(job_id=harbour.id, answer_by=date(2026, 11, 26), created_at=TUESDAY)
    second = Offer(job_id=acorn.id, answer_by=date(2026, 11, 25), created_at=TUESDAY)
    await knows(
        chat, harbour, acorn, first, second, Offer(job_id=acorn.id, created_at=TUESDAY), Priority(topic="TIME", rank=1)
    )
    await chat.say("/next")
    chat.expect(
        "Coming up", "Wednesday 25 November: your answer to Acorn House", "Thursday 26 November: your answer to Harbour"
    )
    chat.expect("Next: see what is open before you answer Acorn House, by Wednesday 25 November.")
    await book(chat, "Blue Bakery", "11-27", "baker")
    await chat.say("/next")
    chat.expect("Coming up", "Fri 27 Nov", "Blue Bakery", "your answer to Acorn House", "Next: ")
    assert chat.text.count("Next: ") == 1
    await chat.tap("Your answer to Acorn House")
    chat.expect("Your answer is yours to give.")


# -- F6: after the yes ------------------------------------------------------------------------------------------


@pytest.mark.capability("F6")
async def test_f6_thirty_and_ninety_days_in_a_broken_promise_becomes_a_question(chat: Chat) -> None:
    job = Job(employer="Harbour Clinic", stage="offer")
    await knows(chat, job, Promise(job_id=job.id, words="five days of training"))
    await chat.say("/decide")
    await chat.tap("Write the yes")
    await chat.tap("I sent it")
    await chat.say("1 December")
    await chat.tap("Ask me then")
    chat.expect("Thursday 31 December")
    await chat.clock(set="2026-12-31T19:00:00+00:00")
    chat.expect("30 days in.", "Did what they said at Harbour Clinic hold?")
    await chat.tap("Not all of it")
    await chat.say("the training was two days.")
    chat.expect("For next time, on your list:", "something was promised and not kept: the training was two days")
    work = await chat.work()
    assert [(p.words, p.held) for p in work.all(Promise) if p.held] == [("the training was two days", "no")]
    assert [q.job_id for q in work.all(Question) if q.origin == "own"] == [""]
    await chat.clock(set="2027-03-01T19:00:00+00:00")
    chat.expect("90 days in.")
    await chat.tap("It held")
    chat.expect("what was said at Harbour Clinic held")
    assert {p.held for p in (await chat.work()).all(Promise)} == {"yes", "no"}


# -- F7: thank-you and chaser -----------------------------------------------------------------------------------


@pytest.mark.capability("F7")
async def test_f7_a_thank_you_names_something_concrete_from_the_debrief(chat: Chat) -> None:
    await debriefed(chat, answer="twelve patients a night, two nurses, I saw the rota")
    await chat.tap("Thank-you words")
    chat.expect("Hello Ines, thank you for our talk about the job as night nurse.")
    chat.expect("What you told me [twelve patients a night, two nurses, I saw the rota] helped me")
    await chat.tap("More direct")
    chat.expect("thank you for the talk about the job as night nurse", "When may I expect your answer?")
    await chat.tap("Softer")
    await chat.tap("Sent")
    [interview] = (await chat.work()).all(Interview)
    assert interview.thanked


@pytest.mark.capability("F7")
async def test_f7_without_a_concrete_answer_the_note_begins_it(chat: Chat) -> None:
    await debriefed(chat, note="She showed me the ward. Then it got late in the day.")
    await chat.clock(set="2026-11-27T11:46:00+00:00")
    chat.expect("A thank-you?", "[She showed me the ward] helped me to picture the work.")
    await chat.tap("More direct")
    chat.expect("[She showed me the ward] told me a lot.")


@pytest.mark.capability("F7")
async def test_f7_two_chasers_and_then_silence(chat: Chat) -> None:
    await debriefed(chat, answer="twelve patients a night")
    await chat.tap("They named a date")
    await chat.say("Tue 1 December")
    await chat.clock(set="2026-12-03T09:01:00+00:00")
    chat.expect("Time to ask where things stand.", "I am still interested in the job as night nurse")
    await chat.clock(set="2026-12-10T09:01:00+00:00")
    chat.expect("Still nothing.", "A last try with Harbour Clinic")
    await chat.clock(set="2027-02-10T09:01:00+00:00")
    sent = [r for r in (await chat.work()).all(Reminder) if r.kind == "chaser" and r.sent_at]
    assert len(sent) == 2


# -- F8: a rejection --------------------------------------------------------------------------------------------


@pytest.mark.capability("F8")
async def test_f8_a_rejection_stops_everything_at_once_and_keeps_what_was_learned(chat: Chat) -> None:
    await knows(chat, Priority(topic="TIME", rank=1, because="two small children"))
    await book(chat)
    await chat.say("they rejected me")
    chat.expect(
        "I'm sorry.", "Nothing more comes about Harbour Clinic.", "What did you learn there about what you want?"
    )
    fits(chat)
    work = await chat.work()
    assert [(job.stage, job.closed_at is None) for job in work.all(Job)] == [("rejected", False)]
    assert [r for r in work.all(Reminder) if r.state == "planned"] == []
    await chat.tap("I learned something")
    await chat.say("I never want nights again.")
    chat.expect("reason for one of your wants")
    await chat.tap("Back")
    await chat.say("no more nights")
    await chat.tap(chat.program.content.priorities["TIME"].name)
    chat.expect("no more nights")
    wants = (await chat.work()).all(Priority)
    assert [w.because for w in wants] == ["two small children; no more nights"]
    await chat.clock(advance=30 * 86400)
    assert chat.new == []


@pytest.mark.capability("F8")
async def test_f8_what_was_learned_may_be_a_want_of_its_own_and_it_can_be_undone(chat: Chat) -> None:
    await book(chat)
    await chat.say("I didn't get the job")
    await chat.tap("I learned something")
    await chat.say("a short way home")
    chat.expect("On your list of wants: a short way home")
    assert [(w.topic, w.words, w.rank) for w in (await chat.work()).all(Priority)] == [("OWN", "a short way home", 1)]
    await chat.say("/undo")
    assert (await chat.work()).all(Priority) == []


@pytest.mark.capability("F8")
async def test_f8_a_rejection_is_taken_back_with_one_tap(chat: Chat) -> None:
    await book(chat)
    await chat.say("they rejected me")
    await chat.tap("Undo")
    work = await chat.work()
    assert [(job.stage, job.closed_at) for job in work.all(Job)] == [("interviewing", None)]
    assert [i.state for i in work.all(Interview)] == ["planned"]
    assert [r for r in work.all(Reminder) if r.state == "planned"] != []


@pytest.mark.capability("F8")
async def test_f8_the_stage_of_a_job_does_the_same(chat: Chat) -> None:
    await book(chat)
    [job] = (await chat.work()).all(Job)
    await chat.press(chat.new[-1]["message_id"], f"d:job:stage:{job.id}")
    await chat.tap("They said no")
    assert [r for r in (await chat.work()).all(Reminder) if r.state == "planned"] == []
    await chat.tap("I learned something")
    chat.expect("What did you learn about what you want?")


@pytest.mark.capability("F8")
async def test_f8_with_several_employers_the_user_taps_which_and_a_stranger_closes_none(chat: Chat) -> None:
    await knows(chat, *(Job(employer=f"{LONG[:-2]} {n}") for n in range(2)), Job(employer="Acorn House"))
    await chat.say("they turned me down")
    chat.expect("Who was it?")
    fits(chat)
    await chat.tap("Put Acorn House away")
    chat.expect("Nothing more comes about Acorn House.")
    assert [job.stage for job in (await chat.work()).all(Job) if job.closed_at] == ["rejected"]
