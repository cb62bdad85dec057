"""The employer's reply on an offer also answers what the user still wants to ask there."""

from __future__ import annotations

import pytest

from bot.core.model import Answer, Offer, Question
from bot.core.offer.keeping import reading
from content import load
from tests.handlers.driving import NOW, Chat
from tests.handlers.test_back_unit import flow, job, talking

LETTER = "We offer you the post of nurse. Salary 31,000 EUR a year, 28 days of holiday, 37.5 hours a week."
NIGHTS = "How many nights a month would I work?"


def asking() -> Chat:
    acorn = job("Acorn House")
    offer = Offer(job_id=acorn.id, read=reading(LETTER, load().offer_topics), created_at=NOW)
    mine = Question(job_id=acorn.id, text=NIGHTS, origin="own", created_at=NOW)
    chat = talking(acorn, offer, mine)
    chat.command("offer")
    chat.tap(next(label for label in chat.labels() if "Acorn House" in label))
    chat.tap(next(label for label in chat.labels() if label.startswith("Write")))
    assert flow(chat) == ("offer", "letter")
    chat.tap("They answered")
    return chat


@pytest.mark.parametrize(
    "reply",
    [
        "Dear Kim, nights will be 4 to 6 per month. Your workplace is the ward in Leeds. Ines",
        "You would do five nights a month. You will be based in Leeds.",
        "Hi, at most four nights a month. Health insurance starts on day one.",
        "You will be working three nights a month.",
        "Nights: four a month. Best wishes, Ines",
    ],
)
def test_an_open_question_on_nights_is_answered_by_it(reply: str) -> None:
    chat = asking()
    chat.say(reply)
    mine = next(question for question in chat.work.all(Question) if question.text == NIGHTS)
    assert mine.state == "answered"
    assert any(answer.question_id == mine.id and "night" in answer.note.lower() for answer in chat.work.all(Answer))


@pytest.mark.parametrize(
    "reply", ["Your workplace is the ward in Leeds.", "We talk about the nights when you are here."]
)
def test_what_does_not_tell_it_leaves_it_open(reply: str) -> None:
    chat = asking()
    chat.say(reply)
    mine = next(question for question in chat.work.all(Question) if question.text == NIGHTS)
    assert mine.state != "answered"


@pytest.mark.parametrize(
    "words", ["sent it", "ok sent", "I've just sent it to them!", "done, sent", "I mailed it now", "sent"]
)
def test_that_it_is_sent_is_no_reply(words: str) -> None:
    chat = asking()
    asked = chat.work.all(Offer)[0].read["asked"]
    chat.say(words)
    assert "When they answer, forward it to me" in chat.text
    assert (chat.work.all(Answer), chat.work.all(Offer)[0].read["asked"]) == ([], asked)


def test_a_reply_on_other_terms_is_kept_though_nothing_that_was_asked_is_in_it() -> None:
    chat = asking()
    chat.say("The notice period is two months. Pension: we pay 7 % of your salary. Probation is six months.")
    assert "Checked against" in chat.text
    read = chat.work.all(Offer)[0].read["topics"]
    assert {read[id]["verdict"] for id in ("ending", "retirement", "probation")} == {"stated"}
    chat.tap("What I read in it")
    assert "37.5 hours" in chat.text
