"""How they treated the user: noted, shown, thought through, asked about; played over HTTP."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model import Answer, Decision, Interview, Job, Offer, Question, Reminder, Signal
from tests.chat import Chat
from tests.e2e.coach.people import LONG, fits, knows, meeting
from tests.e2e.coach.turns import begin, book, card_comes

pytestmark = pytest.mark.anyio


async def acts(chat: Chat) -> list[Signal]:
    return sorted((await chat.work()).all(Signal), key=lambda act: (act.day or date.min, act.created_at))


# -- E1: the log ------------------------------------------------------------------------------------------------


@pytest.mark.capability("E1")
async def test_e1_an_act_is_told_in_one_line_and_noted_with_its_day(chat: Chat) -> None:
    await begin(chat, "Harbour Clinic")
    await chat.say("/signal they kept me waiting for forty minutes yesterday")
    chat.expect("Did they let you know beforehand?")
    await chat.tap("No word")
    chat.expect("Noted for Harbour Clinic: late, Mon 23 Nov.", "Once can happen to anybody; I don't judge it.")
    [act] = await acts(chat)
    assert (act.kind, act.word, act.day) == ("late", "none", date(2026, 11, 23))


@pytest.mark.capability("E1")
async def test_e1_the_page_of_an_act_sets_kind_day_and_word_right_and_takes_it_off(chat: Chat) -> None:
    await begin(chat, "Harbour Clinic")
    await chat.say("/signal late")
    await chat.tap("Skip")
    await chat.tap("Done")
    chat.expect("How Harbour Clinic treated you", "1. Tue 24 Nov: late")
    await chat.tap("1")
    chat.expect("Harbour Clinic", "Tue 24 Nov: late")
    await chat.tap("What it was")
    assert len(chat.labels()) == 20  # all kinds, and the way back
    await chat.tap("Moved it")
    chat.expect("Tue 24 Nov: moved it")
    await chat.tap("The day")
    chat.expect("It stands on Tue 24 Nov.", "Which day was it?")
    await chat.say("soon, I think")
    chat.expect("I could not read a day that is over in that.")
    await chat.say("12 November")
    chat.expect("Thu 12 Nov: moved it")
    await chat.tap("Their word on it")
    await chat.tap("Later, unasked")
    chat.expect("moved it (explained it unasked)")
    await chat.tap("They kept the new date")
    chat.expect("(explained it unasked, kept the new date)")
    [act] = await acts(chat)
    assert (act.kind, act.day, act.word, act.kept) == ("moved", date(2026, 11, 12), "unasked", True)
    await chat.tap("Take it off")
    chat.expect("Taken off: moved it.")
    assert await acts(chat) == []
    await chat.tap("Undo")
    assert [a.kind for a in await acts(chat)] == ["moved"]


@pytest.mark.capability("E1")
async def test_e1_back_and_another_kind_corrects_and_never_doubles(chat: Chat) -> None:
    await begin(chat, "Harbour Clinic")
    await chat.say("/signal")
    await chat.tap("Rude")
    chat.expect("Noted for Harbour Clinic: rude")
    await chat.tap("Back")
    await chat.tap("Late")
    await chat.tap("Only afterwards")
    await chat.tap("When I asked")
    chat.expect("Once can happen to anybody")
    assert [(a.kind, a.word) for a in await acts(chat)] == [("late", "asked")]
    await chat.tap("Done")
    await chat.say("/undo")
    assert [(a.kind, a.word) for a in await acts(chat)] == [("rude", "")]
    await chat.say("/undo")
    assert [(a.kind, a.word) for a in await acts(chat)] == [("late", "asked")]


@pytest.mark.capability("E1")
async def test_e1_good_acts_count_too_and_long_names_stay_short(chat: Chat) -> None:
    await knows(chat, Job(employer=LONG, role=LONG))
    await chat.say("/signal she called to the minute, as agreed")
    chat.expect("on time", "That counts too.")
    for text in ("no show", "no show", "they rescheduled", "sign by tonight or it is gone"):
        await chat.say(f"/signal {text} on Monday")
        if "let you know" in chat.text:
            await chat.tap("Only afterwards")
            await chat.tap("When I asked")
        fits(chat)
    await chat.say("/signal Something else that fits no kind at all, told in many words, with all that came of it")
    await chat.tap("Something else")
    fits(chat)


@pytest.mark.capability("E1")
async def test_e1_one_message_with_a_deadline_notes_both(chat: Chat) -> None:
    await begin(chat, "Harbour Clinic")
    await chat.say("/signal they want me to sign by Friday, take it or leave it")
    chat.expect("Noted for Harbour Clinic: pressed me, Tue 24 Nov.", "Deadline kept: Fri 27 Nov.")
    [offer] = (await chat.work()).all(Offer)
    assert offer.answer_by == date(2026, 11, 27)
    await chat.tap("My answer to them")
    chat.expect("Your answer is yours to give")
    await chat.say("/signal they press me to answer by tonight")
    assert any("Deadline kept: Tue 24 Nov." in message["text"] for message in chat.new)
    chat.expect("Today is the day.")
    assert [o.answer_by for o in (await chat.work()).all(Offer)] == [date(2026, 11, 24)]


@pytest.mark.capability("E1")
async def test_e1_the_debrief_asks_for_the_word_with_one_tap(chat: Chat) -> None:
    await book(chat, "Harbour Clinic")
    await chat.clock(set="2026-11-26T15:30:00+00:00")
    await chat.say("/debrief")
    await chat.tap("Go on")
    await chat.tap("Late")
    chat.expect("Did they tell you of it on their own?")
    await chat.tap("Back")
    await chat.tap("Rude")
    assert [(a.kind, a.word, a.day) for a in await acts(chat)] == [("rude", "", date(2026, 11, 26))]
    await chat.tap("Undo")
    await chat.tap("Late")
    await chat.tap("Afterwards")
    chat.expect("Noted.")
    assert [(a.kind, a.word) for a in await acts(chat)] == [("late", "unasked")]


@pytest.mark.capability("E1")
async def test_e1_the_debrief_hears_the_kind_and_the_deadline_in_words(chat: Chat) -> None:
    await book(chat)
    await chat.clock(set="2026-11-26T15:30:00+00:00")
    await chat.say("/debrief")
    await chat.tap("Go on")
    await chat.say("she wants me to sign by Friday, take it or leave it")
    chat.expect("Noted.", "They want your answer by Fri 27 Nov; kept.")
    assert [(a.kind, a.note[:17]) for a in await acts(chat)] == [("pressed", "she wants me to s")]
    assert [o.answer_by for o in (await chat.work()).all(Offer)] == [date(2026, 11, 27)]
    await chat.tap("Undo")
    await chat.say("Nobody was there at the desk at first, then Anna came and showed me all of it")
    work = await chat.work()
    assert [i.state for i in work.all(Interview)] == ["debriefed"]
    assert [(a.kind, a.word) for a in await acts(chat)] == [("note", "")]


# -- E2: the pattern --------------------------------------------------------------------------------------------


async def nobody(chat: Chat, day: str, *, answer: str) -> None:
    """The talk of that day passes, and nobody came."""
    await book(chat, "Harbour Clinic", day)
    await chat.clock(set=f"2026-{day}T15:30:00+00:00")
    await chat.say("/debrief")
    await chat.say("nobody called")
    await chat.tap(answer)


@pytest.mark.capability("E2")
async def test_e2_the_call_that_was_forgotten_twice(chat: Chat) -> None:
    """The first is explained only when asked; then the next one is forgotten without a word."""
    await nobody(chat, "11-26", answer="No")
    chat.expect("Nobody came: noted, not judged.")
    assert "times without word" not in chat.text
    await chat.tap("Their word on it")
    await chat.tap("When I asked")
    chat.expect("Thu 26 Nov: didn't show up (explained it when you asked)")
    await nobody(chat, "12-03", answer="Skip")
    chat.expect(
        "That is 2 times without word at Harbour Clinic",
        "Thu 26 Nov: didn't show up (explained it when you asked)",
        "Thu 3 Dec: didn't show up",
        "Chase, wait or withdraw: your choice.",
    )
    await chat.say("/decide")
    chat.expect("How they treated you, enough to look at: didn't show up.")


@pytest.mark.capability("E2")
async def test_e2_an_unasked_word_with_a_new_date_that_is_kept_counts_no_more(chat: Chat) -> None:
    await nobody(chat, "11-26", answer="Afterwards")
    await book(chat, "Harbour Clinic", "12-03")
    await chat.clock(set="2026-12-03T15:30:00+00:00")
    await chat.say("/debrief")
    await chat.tap("Go on")
    await chat.tap("Nothing odd")
    chat.expect("They kept the new date, so what was before it no longer counts.")
    assert [(a.word, a.kept) for a in await acts(chat)] == [("unasked", True)]
    await nobody(chat, "12-10", answer="No")
    chat.expect("noted, not judged")
    assert "times without word" not in chat.text


@pytest.mark.capability("E2")
async def test_e2_a_new_date_that_is_missed_too_makes_the_pattern(chat: Chat) -> None:
    await nobody(chat, "11-26", answer="Afterwards")
    await nobody(chat, "12-03", answer="No")
    chat.expect("That is 2 times without word", "explained it unasked", "no word")


@pytest.mark.capability("E2")
async def test_e2_some_acts_are_enough_at_once(chat: Chat) -> None:
    await begin(chat, "Harbour Clinic")
    await chat.say("/signal they asked for a copy of my passport")
    chat.expect(
        "This one is enough to stop and look",
        "wanted my papers",
        "No job needs that from you before there is a contract",
    )


# -- E3 and E4: before reacting ---------------------------------------------------------------------------------


@pytest.mark.capability("E3")
async def test_e3_what_happened_what_i_conclude_what_else_it_could_be(chat: Chat) -> None:
    await begin(chat, "Harbour Clinic")
    await chat.say("/signal he interrupted me all the time")
    await chat.tap("Think it through")
    await chat.say("he does not listen")
    await chat.say("he had ten minutes")
    chat.expect(
        "You conclude: he does not listen", "It could also be: he had ten minutes", "A question would tell which."
    )
    await chat.tap("Back")
    await chat.say("a hard day on the ward")
    [act] = await acts(chat)
    assert (act.conclusion, act.instead) == ("he does not listen", "a hard day on the ward")
    await chat.say("/signal no show on Monday")
    await chat.tap("No word")
    await chat.say("/signal no show")
    await chat.tap("No word")
    chat.expect("Would they take that from their own people toward a customer?")


@pytest.mark.capability("E4")
async def test_e4_the_act_becomes_a_polite_question_once(chat: Chat) -> None:
    await begin(chat, "Harbour Clinic")
    for _ in range(2):
        await chat.say("/signal they rescheduled it again")
        await chat.tap("No word")
        await chat.tap("Ask about it")
        chat.expect(
            "Ask it like this:", "How far ahead does the team know what its week looks like?", "It is on your list."
        )
    [question] = [q for q in (await chat.work()).all(Question) if q.origin == "signal"]
    assert question.state == "open"


# -- E5: they did not call --------------------------------------------------------------------------------------


@pytest.mark.capability("E5")
async def test_e5_still_waiting_checks_and_has_words_and_the_second_time_a_choice(chat: Chat) -> None:
    await book(chat, "Harbour Clinic")
    await card_comes(chat, "2026-11-26T14:01:00+00:00")
    await chat.tap("Still waiting")
    chat.expect("15:10")
    await chat.clock(set="2026-11-26T14:10:30+00:00")
    chat.expect("Has it begun?", "Harbour Clinic")
    await chat.tap("Nobody came")
    chat.expect("Give it five minutes more.", "Hello Ines, I was ready for our talk at 15:00", "Shall I wait")
    await chat.tap("More direct")
    chat.expect("our talk was planned for 15:00, and nobody has come.")
    work = await chat.work()
    assert [i.state for i in work.all(Interview)] == ["missed"]
    assert [r.kind for r in work.all(Reminder) if r.state == "planned"] == []

    await book(chat, "Harbour Clinic", "12-03")
    await card_comes(chat, "2026-12-03T14:01:00+00:00")
    await chat.tap("Still waiting")
    await chat.clock(set="2026-12-03T14:10:30+00:00")
    await chat.tap("Nobody came")
    chat.expect("That is 2 times without word at Harbour Clinic", "Chase, wait or withdraw: your choice.")
    choice = chat.new[-1]
    await chat.tap("Chase", on=choice)
    chat.expect("as the one before", "please name a time that will hold")
    await chat.tap("More direct")
    chat.expect("this is the second talk that fell through without word")
    assert len(await acts(chat)) == 2


@pytest.mark.capability("E5")
async def test_e5_they_came_after_all_or_the_user_waits_or_withdraws(chat: Chat) -> None:
    await nobody(chat, "11-26", answer="No")
    await nobody(chat, "12-03", answer="No")
    work = await chat.work()
    last = max(work.all(Interview), key=lambda interview: interview.start)
    message = chat.new[-1]["message_id"]
    await chat.press(message, f"d:remind:wait:{last.id}")
    chat.expect("you wait; nothing is sent")
    await chat.press(message, f"d:remind:came:{last.id}")
    chat.expect("Good that they came.")
    assert len(await acts(chat)) == 1
    await chat.press(message, f"d:remind:nobody:{last.id}")
    await chat.tap("Withdraw")
    chat.expect("You may say no at any stage, without a reason.")
    await chat.say("twice is how they work")
    await chat.tap("A no")
    chat.expect("Copy this:", "have decided not to go on")
    await chat.tap("I sent it")
    work = await chat.work()
    assert [(job.stage, job.closed_at is None) for job in work.all(Job)] == [("withdrawn", False)]
    assert [d.kind for d in work.all(Decision)] == ["no"]
    assert [r for r in work.all(Reminder) if r.state == "planned"] == []


@pytest.mark.capability("E5")
async def test_e5_the_choice_stays_short_with_long_names(chat: Chat) -> None:
    known = Job(employer=LONG, role=LONG)
    talks = [meeting(known, days=days, state=state) for days, state in ((-9, "missed"), (-0.01, "planned"))]
    await knows(
        chat,
        known,
        *talks,
        Signal(job_id=known.id, interview_id=talks[0].id, kind="no-show", day=date(2026, 11, 15), word="asked"),
    )
    await chat.press(chat.new[-1]["message_id"], f"d:remind:nobody:{talks[1].id}")
    chat.expect("That is 2 times without word at", "Chase, wait or withdraw: your choice.")
    fits(chat)
    await chat.tap("Undo")
    assert len(await acts(chat)) == 1
    assert [i.state for i in (await chat.work()).all(Interview)] == ["missed", "planned"]


# -- E7: the colleagues -----------------------------------------------------------------------------------------


@pytest.mark.capability("E7")
async def test_e7_a_request_five_questions_and_how_it_was_taken(chat: Chat) -> None:
    await begin(chat, "Harbour Clinic")
    [job] = (await chat.work()).all(Job)
    await knows(chat, Question(job_id=job.id, topic="how_led", bank="how_led.1", audience="M"))
    await chat.say("/colleagues")
    chat.expect(
        "Before you say yes, talk to somebody you would work with.", "one or two people I would work with", "5. "
    )
    await chat.tap("Other tone")
    chat.expect("please let me speak with one or two future colleagues")
    await chat.tap("I sent it")
    chat.expect("How did they take it?")
    assert sorted(q.audience for q in (await chat.work()).all(Question)) == ["M", "P", "P", "P", "P"]
    taken = chat.new[-1]
    await chat.tap("They balked", on=taken)
    chat.expect("they would not let you talk to colleagues", "shown again before you answer them")
    await chat.press(taken["message_id"], f"d:colleagues:balked:{(await acts(chat))[0].job_id}")
    assert [(a.kind, a.note) for a in await acts(chat)] == [("dodged", "would not let me talk to future colleagues")]
    await chat.say("/decide")
    chat.expect("They balked: dodged a question: “would not let me talk to future colleagues”")


async def debriefing(chat: Chat) -> None:
    """In the debrief of a talk that was prepared for, with the first question ticked."""
    await book(chat, "Harbour Clinic")
    await chat.say("/prepare")
    await chat.tap("That's my list")
    await chat.tap("Skip")
    await chat.clock(set="2026-11-26T15:30:00+00:00")
    await chat.say("/debrief")
    await chat.tap("☐ 1")


# -- E8: what they would not answer -----------------------------------------------------------------------------


@pytest.mark.capability("E8")
async def test_e8_a_question_that_they_would_not_answer_is_kept_and_shown_again(chat: Chat) -> None:
    await debriefing(chat)
    await chat.tap("☐ 2")
    await chat.tap("Go on")
    question = chat.text.partition(": ")[2]
    await chat.tap("They dodged it")
    await chat.tap("They dodged it")
    chat.expect("Anything odd about how they treated you?")
    [act] = await acts(chat)
    assert (act.kind, act.note) == ("dodged", question)
    await chat.tap("Dodged a question")
    assert len(await acts(chat)) == 1
    refused = [a for a in (await chat.work()).all(Answer) if a.balked]
    assert [(a.verdict, a.note) for a in refused] == [("none", "")] * 2
    first = next(q for q in (await chat.work()).all(Question) if q.id == refused[0].question_id)
    assert first.state == "open"
    await chat.press(chat.new[-1]["message_id"], f"d:question:open:{first.id}")
    chat.expect("They would not answer it.")
    await chat.say("/decide")
    chat.expect("They balked: dodged a question: “")


@pytest.mark.capability("E8")
async def test_e8_back_and_an_answer_take_the_mark_away(chat: Chat) -> None:
    await debriefing(chat)
    await chat.tap("Go on")
    await chat.tap("They dodged it")
    await chat.tap("Back")
    chat.expect("What did they say to:")
    await chat.say("twelve patients a night, two nurses")
    work = await chat.work()
    assert [(a.balked, a.verdict) for a in work.all(Answer)] == [(False, "concrete")]
    assert work.all(Signal) == []
    await chat.tap("Back")
    await chat.say("he changed the subject")
    work = await chat.work()
    assert [(a.balked, a.verdict) for a in work.all(Answer)] == [(True, "none")]
    assert [s.kind for s in work.all(Signal)] == ["dodged"]
