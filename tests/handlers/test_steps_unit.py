"""What is typed into a step that asks for something else: never kept as the answer, never lost without a word."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.model import Answer, Interview, Job, Offer, Priority, Promise, Question, Reminder, User
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talking, where

LETTER = "We offer you the position of packer. Salary 31,000 EUR a year, 28 days of holiday, start on 1 February."


# -- whose offer --------------------------------------------------------------------------------------------------


def whose() -> Chat:
    chat = talking(job("Acorn House"), job("Hillview"))
    chat.command("offer", LETTER)
    assert where(chat) == ("offer", "which")
    return chat


@pytest.mark.parametrize("text", ["it was nice there", "I like it"])
def test_a_sentence_is_no_employer_of_an_offer(text: str) -> None:
    chat = whose()
    chat.say(text)
    assert "does not read like a name" in chat.text
    assert where(chat) == ("offer", "which")
    assert len(chat.work.all(Job)) == 2


@pytest.mark.parametrize("text", ["I think I'll say yes", "they said they'd call by Thursday", "the manager is rude"])
def test_a_message_of_its_own_goes_where_it_belongs(text: str) -> None:
    chat = whose()
    chat.say(text)
    assert where(chat)[0] != "offer"
    assert len(chat.work.all(Job)) == 2


def test_words_on_the_offer_itself_do_not_begin_it_anew() -> None:
    chat = whose()
    chat.say("it is the offer that came by mail today")
    assert where(chat) == ("offer", "which")
    assert chat.turn.draft["pending"]


def test_a_name_is_taken_and_none_of_them_too() -> None:
    chat = whose()
    chat.say("hillview")
    assert where(chat) == ("offer", "report")
    assert "Hillview" in chat.text
    chat = whose()
    chat.say("none of these")
    assert where(chat) == ("offer", "report")
    chat = whose()
    chat.say("Donau Parcel")
    assert [one.employer for one in chat.work.all(Job)][-1] == "Donau Parcel"


# -- which to compare ---------------------------------------------------------------------------------------------


def comparing() -> Chat:
    chat = talking(*(job(name) for name in ("Acorn House", "Hillview", "Lindt", "Obi", "Penny", "Aldi")))
    chat.command("compare")
    assert where(chat) == ("compare", "which")
    return chat


def test_an_answer_to_an_offer_is_no_name_to_compare() -> None:
    chat = comparing()
    chat.say("I think I'll say yes")
    assert where(chat)[0] == "decide"


@pytest.mark.parametrize(
    "text, told", [("Donau Parcel", "don't know that employer"), ("not sure", "not read like a name")]
)
def test_what_names_none_of_them_gets_its_own_line(text: str, told: str) -> None:
    chat = comparing()
    chat.say(text)
    assert told in chat.text


# -- news of an offer ---------------------------------------------------------------------------------------------


def test_the_news_alone_asks_once_for_the_letter() -> None:
    chat = talking(job("Acorn House"))
    chat.say("they offer me the job!!")
    assert chat.text.startswith("Send the letter or mail when it is here")
    assert "I see no terms" not in chat.text
    chat.tap("Words to ask for it")
    assert "the offer in writing" in chat.text
    assert where(chat) == ("", "")


def test_a_second_text_without_terms_is_said_to_have_none() -> None:
    chat = talking(job("Acorn House"))
    chat.say("they offer me the job!!")
    chat.say("so happy")
    assert "I see no terms of an offer in that." in chat.text
    chat.say(LETTER)
    assert where(chat) == ("offer", "report")
    assert len(chat.work.all(Offer)) == 1


# -- where the user is --------------------------------------------------------------------------------------------


def test_the_city_of_the_talk_is_offered_as_the_users() -> None:
    chat = talking(user=User(id=7, created_at=NOW))
    chat.say("Interview at Brightwater in Amsterdam, Thursday 10am")
    assert where(chat) == ("interview", "city")
    chat.tap("Amsterdam")
    assert chat.user.zone == "Europe/Amsterdam"
    assert where(chat) == ("interview", "confirm")


@pytest.mark.parametrize("place", ["", ", room 4", ", 14 Dock Road"])
def test_no_city_is_offered_where_none_is_told(place: str) -> None:
    chat = talking(user=User(id=7, created_at=NOW))
    chat.say(f"Interview at Brightwater Thursday 10am{place}")
    assert "Which city are you in?" in chat.text
    chat.say("Lisbon")
    assert chat.user.zone == "Europe/Lisbon"


# -- after "How did it go?" ---------------------------------------------------------------------------------------


def after() -> tuple[Chat, Interview]:
    at = job("Acorn House")
    start = NOW - timedelta(hours=3)
    talk = Interview(job_id=at.id, local=start.replace(tzinfo=None), zone="Europe/Berlin", start=start, created_at=NOW)
    sent = Reminder(kind="debrief", cause="d", due=NOW, expires=NOW + timedelta(hours=5), interview_id=talk.id, state="sent",
                    sent_at=NOW - timedelta(hours=1))  # fmt: skip
    return talking(at, talk, sent), talk


@pytest.mark.parametrize("text", ["fine, they call on wednesday", "good. they will let me know by wednesday"])
def test_the_first_reply_is_the_debrief_although_it_names_a_day(text: str) -> None:
    chat, talk = after()
    chat.say(text)
    assert where(chat)[0] == "debrief"
    assert talk.note == text
    assert f"{talk.word_by}" == "2026-11-25"
    assert "in touch by Wed 25 Nov" in chat.text


def test_a_new_talk_is_still_one() -> None:
    chat, talk = after()
    chat.say("ok, second interview on friday 10am")
    assert where(chat)[0] == "interview"
    assert talk.word_by is None


def test_not_yet_is_no_want() -> None:
    chat = talking(job("Acorn House"))
    chat.command("priorities")
    chat.say("not yet, I want to know who decides")
    assert [want.words for want in chat.work.all(Priority)] == ["to know who decides"]


# -- settings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["what should I ask them about the shifts", "they were rude to me"])
def test_a_message_of_its_own_is_no_quiet_time(text: str) -> None:
    chat = talking(job("Acorn House"))
    chat.command("settings")
    chat.tap("Quiet hours")
    chat.say("what is still open?")
    chat.say(text)
    assert where(chat)[0] != "settings"


@pytest.mark.parametrize("text", ["at night", "I like this job", "2 offers"])
def test_what_is_no_quiet_time_is_asked_for_again(text: str) -> None:
    chat = talking(job("Acorn House"))
    chat.command("settings")
    chat.tap("Quiet hours")
    chat.say("what is still open?")
    chat.say(text)
    assert "could not read from and to" in chat.text
    assert where(chat) == ("settings", "quiet")


# -- what was said, in the message about an offer -----------------------------------------------------------------


@pytest.mark.parametrize(
    "said, asked",
    [("at six", "I was told more about hours and shifts than the offer says."),
     ("we finish at six each day", "I was told “we finish at six each day”.")],
)  # fmt: skip
def test_a_letter_quotes_no_fragment(said: str, asked: str) -> None:
    at = job("Acorn House")
    chat = talking(at, Promise(job_id=at.id, words=said, topic="hours", created_at=NOW))
    chat.command("offer", f"{LETTER} You would work for Acorn House.")
    chat.tap(next(label for label in chat.labels() if label.startswith("Write one message")))
    assert asked in chat.text


# -- what the user starred, in the reply about an offer ---------------------------------------------------------------


def replied(*more: Question) -> tuple[Chat, Job]:
    at = job("Acorn House")
    for question in more:
        question.job_id = question.job_id and at.id
    chat = talking(at, Priority(topic="TIME", rank=1, created_at=NOW), *more)
    chat.command("offer", f"{LETTER} You would work for Acorn House.")
    chat.tap(next(label for label in chat.labels() if label.startswith("Write one message")))
    chat.say("You would work 38 hours a week from Monday to Friday at 9:00.")
    assert where(chat) == ("offer", "settled")
    return chat, at


def own(text: str, job_id: str = "here", topic: str = "") -> Question:
    return Question(job_id=job_id, text=text, topic=topic, origin="own", starred=True, created_at=NOW)


def test_each_starred_question_of_his_own_is_asked_about_once() -> None:
    dog, desk = own("May I bring the dog?"), own("Is there a quiet desk?")
    chat, _ = replied(dog, desk)
    assert chat.text.count("Did they answer this too") == 1
    assert "bring the dog" in chat.text
    chat.tap("They did")
    assert dog.state == "answered"
    assert "quiet desk" in chat.text
    chat.say("no")
    assert "Still open" in chat.text
    assert "Did they answer" not in chat.text
    assert desk.state == "open"


def test_a_general_one_is_closed_for_that_employer_only() -> None:
    dog = own("May I bring the dog?", job_id="")
    chat, at = replied(dog)
    chat.tap("They did")
    assert dog.state == "open"
    copy = next(q for q in chat.work.all(Question) if q.job_id == at.id and q.text == dog.text)
    assert copy.state == "answered"


def test_one_that_a_topic_of_the_check_answers_is_closed_by_it() -> None:
    chat, _ = replied(own("", topic="hours_and_load"))
    starred = next(q for q in chat.work.all(Question) if q.origin == "own")
    assert starred.state == "answered"
    assert [a.verdict for a in chat.work.all(Answer) if a.question_id == starred.id] == ["concrete"]
    assert "Did they answer" not in chat.text
