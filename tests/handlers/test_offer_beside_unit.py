"""Beside an offer that was read: what the user asks, wants, fears or will not do is his, and never a term of it."""

from __future__ import annotations

import pytest

from bot.core.model import Decision, Job, Offer, Priority, Promise, Question
from bot.core.offer_remarks import remark
from tests.handlers.driving import Chat
from tests.handlers.talks import talking, where

LETTER = (
    "We are pleased to offer you the post of teacher of geography. The salary is 38,098 a year. The post is offered on "
    "a fixed-term basis until 31 August 2027 in the first instance. You will report to Gareth Lowe. Notice is two "
    "months. 25 days of annual leave. Working time 36 hours a week. We ask for your answer by Friday 27 November."
)
TOLD = "they offered me 12.60 an hour, 36 hrs a week"


def reported(text: str = LETTER) -> Chat:
    chat = talking()
    chat.command("offer", text)
    assert where(chat) == ("offer", "report")
    return chat


def offer(chat: Chat) -> Offer:
    return chat.work.all(Offer)[0]


def asked(chat: Chat) -> list[str]:
    return [question.text for question in chat.work.all(Question)]


@pytest.mark.parametrize(
    "said, question",
    [
        ("do they pay the dementia course", "which courses you would pay for"),
        ("will they pay for my course?", "which courses you would pay for"),
        ("and the training, who pays that", "which courses you would pay for"),
        ("they dont say what classes i get", "Could you tell me what classes I get?"),
        ("they never said what happens after august", "Could you tell me what happens after august?"),
        ("also there was no word about sick pay", "more about sick pay"),
        ("there is nothing about weekends", "more about weekends"),
        ("its only till august!!", "Is there room on this"),
        ("do i have to work bank holidays?", "Do I have to work bank holidays?"),
    ],
)
def test_a_question_or_a_gap_joins_what_is_asked(said: str, question: str) -> None:
    chat = reported()
    before = offer(chat).read["topics"]
    chat.say(said)
    assert where(chat) == ("offer", "beside")
    assert question in " ".join(asked(chat))
    assert question in chat.text
    assert offer(chat).read["topics"] == before
    chat.tap("Write a message to them")
    assert question in chat.text


@pytest.mark.parametrize("said", ["what about the fixed term", "whats the notice again?", "is the leave thing ok?"])
def test_what_the_letter_says_clearly_is_shown_and_not_asked(said: str) -> None:
    chat = reported()
    chat.say(said)
    assert "clear, " in chat.text
    assert asked(chat) == []


@pytest.mark.parametrize(
    "said, line",
    [
        ("cant do more than 4 nights a month thats my limit", "more than 4 nights a month"),
        ("six nights is too many for me", "six nights"),
        ("i never work sundays", "sundays"),
        ("i cant commute more than 40 min", "commute more than 40 min"),
    ],
)
def test_a_limit_is_kept_as_a_line_of_his(said: str, line: str) -> None:
    chat = reported()
    chat.say(said)
    assert [want.not_if for want in chat.work.all(Priority)] == [line]
    assert len(chat.work.all(Offer)) == 1
    chat.say("i take it")
    assert line in chat.text


@pytest.mark.parametrize(
    "said, floor", [("i need 14", "14"), ("at least 30 days for me", "30 days"), ("i can only do days", "only days")]
)
def test_the_least_that_he_will_take_is_his_floor(said: str, floor: str) -> None:
    chat = reported(TOLD)
    chat.say(said)
    assert floor in chat.work.all(Job)[0].floor


@pytest.mark.parametrize("said", ["i need it bad, rent", "i am broke i need the job", "need is big, i have no money"])
def test_a_need_is_kept_without_a_word_against_it(said: str) -> None:
    chat = reported(TOLD)
    chat.say(said)
    assert chat.work.all(Job)[0].need == 5
    assert "no terms" not in chat.text


def test_an_order_changes_the_message_and_settles_nothing() -> None:
    chat = reported()
    chat.tap("Write one message for these 3")
    assert "health cover" in chat.text
    chat.say("I dont care about health cover, ask about my timetable and the fixed term instead")
    assert where(chat) == ("offer", "letter")
    assert "health cover" not in chat.text
    assert "my timetable" in chat.text
    assert "fixed term" in chat.text
    assert "health" not in offer(chat).read["topics"]


@pytest.mark.parametrize(
    "said, step",
    [("no i meant change the message", "pick"), ("other questions please", "pick"), ("what do i write them", "letter"),
     ("the letter to mr lowe again pls", "letter"), ("ask for a later start", "letter")],
)  # fmt: skip
def test_the_message_is_had_and_changed_in_words(said: str, step: str) -> None:
    chat = reported()
    chat.say(said)
    assert where(chat) == ("offer", step)


@pytest.mark.parametrize("said", ["i want 20 pound", "pls write them that i need more money", "could they go up to 14"])
def test_more_pay_is_asked_for(said: str) -> None:
    chat = reported(TOLD)
    chat.say(said)
    assert where(chat) == ("offer", "letter")
    assert "instead of 12.60 an hour" in chat.text or "more on the pay" in chat.text
    assert "12.60" in offer(chat).read["pay"]["words"]


@pytest.mark.parametrize(
    "said, flow",
    [
        ("i must work, no money. i take", "decide"),
        ("ok i sign", "decide"),
        ("i dont want it", "no"),
        ("not for me", "no"),
    ],
)
def test_a_yes_and_a_no_go_where_they_belong(said: str, flow: str) -> None:
    chat = reported(TOLD)
    chat.say(said)
    assert where(chat)[0] == flow


def test_time_is_asked_for_beyond_their_day_which_holds() -> None:
    chat = reported()
    chat.say("can u ask 3 more days")
    assert "by Wednesday 2 December" in chat.text
    assert "Friday 27 November holds" in chat.text


def test_the_button_for_time_gives_the_words_at_once() -> None:
    chat = reported()
    chat.tap("Ask for time")
    assert "by Tuesday 1 December" in chat.text


def test_what_they_answer_to_the_message_before_the_yes_settles_it() -> None:
    chat = reported()
    chat.say("i take it")
    chat.tap("Ask about that")
    chat.say("ok sent it")
    assert "When they answer" in chat.text
    chat.say("they replied: tasks are 40% teaching 30% marking. boss is Aoife")
    assert where(chat) == ("first", "asked")
    assert "Settled: " in chat.text
    assert [question.state for question in chat.work.all(Question)].count("answered") == 1


def test_a_free_message_about_the_one_offer_that_waits_finds_it() -> None:
    for said, place in [("i will sign tonight", "decide"), ("also there was no word about sick pay", "offer")]:
        chat = reported(TOLD)
        chat.tap("Stop")
        chat.say(said)
        assert where(chat)[0] == place


def test_an_offer_told_with_a_half_yes_is_read_first() -> None:
    chat = talking()
    chat.say("they rang!! they want me, 12.60 an hour, 36 hrs, start 4 jan. i said yes maybe i dont know")
    assert where(chat) == ("offer", "report")


def test_what_was_said_by_phone_is_held_against_the_letter() -> None:
    chat = reported()
    chat.say("she told me on the phone max 5 nights and training 3 weeks")
    assert [promise.words for promise in chat.work.all(Promise)] == ["max 5 nights", "training 3 weeks"]
    chat.tap("What I read in it")
    assert "training 3 weeks”</i>. That is not in it" in chat.text


def test_where_nothing_is_in_writing_what_they_said_is_the_offer() -> None:
    chat = reported(TOLD)
    chat.say("they said 25 days of leave")
    assert where(chat) == ("offer", "report")
    assert chat.work.all(Promise) == []


def test_a_reply_to_a_question_of_his_own_settles_it() -> None:
    chat = reported()
    chat.say("ask only about nights per month")
    chat.say("You would work six nights a month.")
    assert where(chat) == ("offer", "settled")
    assert [question.state for question in chat.work.all(Question)] == ["answered"]


def test_back_from_the_whole_report_leads_to_the_short_one() -> None:
    chat = reported()
    short = chat.text
    chat.tap("Show the rest")
    chat.tap("‹ Back")
    assert chat.text == short


@pytest.mark.parametrize("said, count", [("two different companies!", 2), ("no its the same one", 1)])
def test_same_or_another_is_answered_in_words(said: str, count: int) -> None:
    chat = reported("Acme offered me 52k a year, 2 days remote, 25 days off")
    chat.say("we offer 48000 a year, 40 hours")
    assert where(chat) == ("offer", "same")
    chat.say(said)
    assert len(chat.work.all(Offer)) == count


# -- before the yes, and the no ------------------------------------------------------------------------------------


def test_what_the_letter_states_is_not_asked_before_the_yes() -> None:
    chat = reported()
    chat.say("i take it")
    assert "what the days hold" in chat.text
    assert "who leads you" not in chat.text
    chat.say("what about the fixed term")
    assert where(chat) == ("decide", "mirror")
    assert "31 August 2027" in chat.text


@pytest.mark.parametrize("said", ["nights, cant leave kids alone", "too far from home", "the pay is a joke"])
def test_a_reason_at_no_or_not_yet_is_kept_and_the_no_goes_on(said: str) -> None:
    chat = reported()
    chat.command("no", "no bonus at all")
    assert where(chat) == ("no", "how")
    chat.say(said)
    assert where(chat) == ("no", "draft")
    assert said in chat.work.all(Decision)[-1].reasons


def test_not_yet_in_words_takes_its_condition() -> None:
    chat = reported()
    chat.command("no", "no bonus at all")
    chat.say("not yet, only if they pay 21")
    assert where(chat) == ("no", "draft")
    assert "that you pay 21" in chat.text


def test_a_no_after_a_plain_no_is_not_asked_for_again() -> None:
    chat = reported()
    chat.say("i dont want it")
    chat.say("nights, cant leave the kids alone")
    assert where(chat) == ("no", "draft")
    chat.say("ok sent it")
    assert chat.work.all(Job)[0].stage == "declined"


@pytest.mark.parametrize(
    "words, reason", [("Cedar House, the pay is a joke", "the pay is a joke"), ("Cedar House", "")]
)
def test_the_name_and_the_reason_after_the_command_are_used(words: str, reason: str) -> None:
    chat = reported(TOLD)
    chat.command("no", words)
    assert [job.employer for job in chat.work.all(Job)] == ["Cedar House"]
    assert where(chat) == ("no", "how" if reason else "why")
    assert chat.turn.draft["reasons"] == ([reason] if reason else [])


def test_an_offer_without_a_day_is_in_the_list_of_what_comes() -> None:
    chat = reported(TOLD)
    chat.tap("Stop")
    chat.command("next")
    assert "an offer that waits for your answer" in chat.text


@pytest.mark.parametrize(
    "said",
    ["What day can you start? We would need you for 38 hours.", "You cannot work elsewhere. 40 hours a week", "no overtime, 25 days",
     "25 days off and a bonus of 10%", "the contract is permanent, 40 hours", "we can't pay more than 13.20"],
)  # fmt: skip
def test_what_an_employer_says_or_a_term_is_no_remark(said: str) -> None:
    assert remark(said) is None


def test_a_thing_of_which_the_letter_says_nothing_is_asked_though_its_topic_is_stated() -> None:
    chat = talking()
    chat.command("offer", "Acorn House offers 13.20 an hour, 38 hours a week, start 11 January")
    chat.say("what about sunday pay?")
    assert "38 hours" in chat.text
    assert [question.text for question in chat.work.all(Question)] == ["Could you tell me more about sunday pay?"]
    chat.say("what about the hours?")
    assert len(chat.work.all(Question)) == 1
