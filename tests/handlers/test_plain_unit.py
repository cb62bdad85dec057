"""Free messages and answers that were asked about, or misplaced, although their words are plain."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model import Decision, Dialog, Interview, Job, Offer, Person, Question, Signal
from tests.core.test_plain import LETTERS
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where


def open_step(flow: str, step: str, **data: object) -> Dialog:
    return Dialog(flow=flow, step=step, data=dict(data), created_at=NOW, updated_at=NOW)


# -- free messages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", LETTERS)
def test_a_letter_full_of_fears_as_the_first_message_is_a_worry(text: str) -> None:
    chat = talking()
    chat.say(text)
    assert where(chat)[0] == "worry"


def test_money_and_papers_in_one_message_are_two_acts() -> None:
    chat = talking(job("Acorn House"))
    chat.say("they asked me to pay for the uniform and send a copy of my passport")
    assert {signal.kind for signal in chat.work.all(Signal)} == {"money", "papers"}
    assert "for money" in chat.text
    assert "papers" in chat.text


def test_both_acts_are_kept_where_the_employer_is_asked_for_and_corrected_together() -> None:
    chat = talking(job("Acorn House"), job("Lidl"))
    chat.command("signal", "they asked me to pay for the badge, and for a copy of my passport")
    chat.tap("Lidl")
    [lidl] = [one for one in chat.work.all(Job) if one.employer == "Lidl"]
    assert sorted((signal.kind, signal.job_id) for signal in chat.work.all(Signal)) == [
        ("money", lidl.id),
        ("papers", lidl.id),
    ]


def test_what_to_ask_somebody_is_the_list_for_that_talk() -> None:
    acorn, lidl = job("Acorn House"), job("Lidl")
    marta = Person(job_id=lidl.id, name="Marta", created_at=NOW)
    chat = talking(acorn, lidl, marta, talk(acorn, 48), talk(lidl, 72, marta))
    chat.say("what should I ask Marta?")
    assert where(chat) == ("prepare", "list")
    assert "Lidl" in chat.text


def test_what_to_ask_somebody_unknown_are_questions_that_fit_any() -> None:
    chat = talking(job("Acorn House"))
    chat.say("what should I ask Marta?")
    assert where(chat)[0] == "ideas"


@pytest.mark.parametrize(
    "text", ["what matters to me is short commutes and a boss who listens", "I care about a fair rota and a kind boss"]
)
def test_what_matters_is_kept(text: str) -> None:
    chat = talking(job("Acorn House"))
    chat.say(text)
    assert "Kept as what you want" in chat.text


def test_the_day_of_their_answer_is_kept_with_the_talk() -> None:
    acorn = job("Acorn House")
    chat = talking(acorn, talk(acorn, -30))
    chat.say("they will tell me by wednesday")
    assert chat.work.all(Interview)[0].word_by == date(2026, 11, 25)
    assert "Undo" in chat.labels()


def test_the_day_of_their_answer_is_asked_about_where_two_may_be_meant() -> None:
    acorn, lidl = job("Acorn House"), job("Lidl")
    chat = talking(acorn, lidl, talk(acorn, -30), talk(lidl, -50))
    chat.say("they'll let me know on Wednesday")
    chat.tap(next(label for label in chat.labels() if "Lidl" in label))
    kept = {i.job_id: i.word_by for i in chat.work.all(Interview)}
    assert kept == {acorn.id: None, lidl.id: date(2026, 11, 25)}


def test_a_call_at_a_time_is_no_day_of_their_answer() -> None:
    acorn = job("Acorn House")
    chat = talking(acorn, talk(acorn, -30))
    chat.say("they call me again on Wednesday at 3pm")
    assert chat.work.all(Interview)[0].word_by is None


def test_to_be_reminded_of_an_employer_at_a_time_is_an_interview() -> None:
    chat = talking(job("Acorn House"))
    chat.say("also remind me of Porto Books on friday 11:30")
    assert where(chat) == ("interview", "confirm")
    assert "Porto Books" in chat.text


def test_need_opens_its_conversation_and_is_not_heard_in_passing() -> None:
    chat = talking(job("Acorn House"))
    chat.say("i need the money, must take what comes")
    assert where(chat) == ("need", "ask")
    chat = talking(job("Acorn House"))
    chat.say("What if the boss is like the last one, I mean I need the money but he shouted every day and I could not "
             "sleep for weeks after that")  # fmt: skip
    assert where(chat)[0] != "need"


@pytest.mark.parametrize("text", ["should i take it?", "I accept", "shall I sign this or not?"])
def test_a_yes_in_question_is_the_look_before_a_yes(text: str) -> None:
    chat = talking(job("Acorn House"))
    chat.say(text)
    assert where(chat) == ("decide", "mirror")


def test_i_accept_is_no_button_of_an_open_question() -> None:
    chat = talking(job("Acorn House"), open_step("meaning", "which", said="hm, the contract", picks=["offer", "worry"]))
    chat.say("I accept")
    assert where(chat) == ("decide", "mirror")


# -- answers and asides ---------------------------------------------------------------------------------------------


def yes(*, why: str = "") -> Chat:
    acorn = job("Acorn House")
    question = Question(job_id=acorn.id, text="Who makes the rota?", starred=True, created_at=NOW)
    decision = Decision(job_id=acorn.id, kind="yes", waived=(question.id,), reasons=why, created_at=NOW)
    return talking(
        acorn, question, decision, open_step("decide", "yes", job=acorn.id, decision=decision.id)
    )  # fmt: skip


@pytest.mark.parametrize("text", ["i saw the rota with my own eyes", "my cousin works there and it is all fine"])
def test_the_reason_that_is_asked_for_is_taken(text: str) -> None:
    chat = yes()
    chat.say(text)
    assert where(chat) == ("decide", "yes")
    assert chat.work.all(Decision)[0].reasons == text


def test_once_told_the_screen_rests() -> None:
    chat = yes(why="I saw it")
    chat.say("they moved my interview at Lidl to Friday 10am")
    assert chat.work.all(Decision)[0].reasons == "I saw it"
    assert where(chat)[0] != "decide"


def offer(step: str) -> Chat:
    acorn = job("Acorn House")
    read = {"topics": {}, "asked": ["leave", "base_pay"], "length": 80, "messages": 1}
    known = Offer(job_id=acorn.id, read=read, created_at=NOW)
    return talking(acorn, known, open_step("offer", step, offer=known.id, settled={}))


@pytest.mark.parametrize("step", ["answer", "settled"])
@pytest.mark.parametrize(
    "text, flow",
    [("I think I'll say yes", "decide"), ("I need the money", "need")],
)
def test_what_is_beside_the_point_of_an_offer_goes_where_it_belongs(step: str, text: str, flow: str) -> None:
    chat = offer(step)
    chat.say(text)
    assert where(chat)[0] == flow
    assert "no answer" not in chat.text


@pytest.mark.parametrize("step", ["answer", "settled"])
def test_a_question_to_the_bot_leaves_the_offer_where_it_is(step: str) -> None:
    chat = offer(step)
    chat.say("can anybody else read this?")
    assert where(chat) == ("offer", step)
    assert "/privacy" in chat.text
    assert "no answer" not in chat.text


@pytest.mark.parametrize(
    "text",
    ["Thank you for your message. We will look into it and get back to you next week.",
     "Dear Jo, the holiday is 28 days. Kind regards",
     "Hello, our colleague asks you to send your references first",
     "1. 28 days\n2. 17.40 an hour"],
)  # fmt: skip
def test_what_the_employer_wrote_stays_with_the_offer(text: str) -> None:
    chat = offer("answer")
    chat.say(text)
    assert where(chat)[0] == "offer"


def test_the_same_time_on_another_day_keeps_the_clock() -> None:
    acorn = job("Acorn House")
    chat = talking(acorn, talk(acorn, 48))
    chat.say("they moved the interview")
    assert where(chat) == ("interview", "when")
    chat.say("Saturday same time")
    assert where(chat) == ("interview", "confirm")
    assert chat.turn.draft["local"].startswith("2026-11-28T10:30")


def test_the_day_first_and_then_the_same_time() -> None:
    acorn = job("Acorn House")
    chat = talking(acorn, talk(acorn, 48))
    chat.say("they moved the interview")
    chat.say("Saturday")
    chat.say("the same time as before")
    assert chat.turn.draft["local"].startswith("2026-11-28T10:30")


@pytest.mark.parametrize("text", ["hm", "nothing else", "idk"])
@pytest.mark.parametrize("flow", ["signal", "decide", "need", "no"])
def test_what_fills_a_pause_becomes_no_employer(flow: str, text: str) -> None:
    chat = talking(job("Acorn House"), job("Lidl"))
    chat.command(flow)
    chat.say(text)
    assert {one.employer for one in chat.work.all(Job)} == {"Acorn House", "Lidl"}


@pytest.mark.parametrize("text", ["hm", "nothing else"])
def test_nor_does_it_while_an_interview_is_added(text: str) -> None:
    chat = talking(open_step("interview", "employer"))
    chat.say(text)
    assert where(chat) == ("interview", "employer")
    assert not chat.turn.draft.get("employer")
