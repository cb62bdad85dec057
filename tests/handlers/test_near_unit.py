"""Small words in the middle of things, choices that can be meant, phrases with two readings, and what is taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.model import Belief, Job, Question, Reminder, Undo, Wish
from bot.core.record import Record
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import flow, job, talk, talking, where


def coming() -> tuple[Record, ...]:
    home = job("Acorn House", "cook")
    return home, talk(home, 28)


def offered() -> Job:
    return Job(employer="Halden", role="driver", stage="offer", created_at=NOW)


# -- small words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, first",
    [
        ("ok", "Good. Next: "),
        ("done", "Good. Next: "),
        ("thanks", "Gladly. Next: "),
        ("good morning", "Hello. Next: "),
        ("my aunt says hm", "That I can't use as it stands"),
        ("do i wear a tie", "That differs from house to house"),
        ("are jeans ok", "That differs from house to house"),
        ("save it", "What you told me is saved."),
    ],
)
def test_nobody_with_a_talk_ahead_is_met_as_a_stranger(said: str, first: str) -> None:
    chat = talking(*coming())
    chat.say(said)
    assert chat.text.startswith(first)
    assert "Acorn House, cook" in chat.text
    assert "Prepare" in chat.labels()
    assert "I have an offer" not in chat.labels()


def test_a_list_that_stands_is_named() -> None:
    home, interview = coming()
    planned = Question(job_id=home.id, text="Who leads?", interview_id=interview.id, state="planned", created_at=NOW)
    chat = talking(home, interview, planned)
    chat.say("ok")
    assert "Your list is ready." in chat.text


def test_an_offer_and_a_talk_that_is_over_are_named_too() -> None:
    chat = talking(offered())
    chat.say("thanks")
    assert chat.text == "Gladly. The offer of Halden, driver waits for your answer."
    home = job("Acorn House")
    chat = talking(home, talk(home, -30))
    chat.say("hello")
    assert "Acorn House is over. How did it go?" in chat.text


def test_who_has_nothing_under_way_sees_the_doors() -> None:
    chat = talking()
    chat.say("good morning")
    assert "I have an offer" in chat.labels()


def test_answers_are_not_rehearsed() -> None:
    chat = talking(*coming())
    chat.say("what if they ask why i left after 3 months")
    assert "I don't rehearse" in chat.text


def test_trust_is_answered_by_what_can_be_tested() -> None:
    chat = talking(*coming())
    chat.say("can i trust them")
    assert "you can test it" in chat.text


# -- choices that can be meant ----------------------------------------------------------------------------------

UNCLEAR = ["we are a family of four", "its a lot at once with all that", "blue sky over the harbour again"]


@pytest.mark.parametrize("said", UNCLEAR)
def test_nothing_is_offered_that_cannot_be_meant(said: str) -> None:
    for records in ((), coming()):
        chat = talking(*records)
        chat.say(said)
        assert not {"Say no to them", "Compare jobs", "Ask for it where I am", "My data"} & set(chat.labels())


def test_something_else_leads_to_all_that_the_bot_can_do() -> None:
    chat = talking(*coming())
    chat.say("we are a family of four")
    chat.tap("Something else")
    assert "I have an offer" in chat.labels()


# -- two readings -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said", ["company says we are like a family", "what does it mean, like family", "they say we are growing"]
)
def test_a_phrase_of_theirs_is_read_in_two_ways(said: str) -> None:
    chat = talking(*coming())
    chat.say(said)
    assert "That can mean two things." in chat.text
    assert not chat.work.all(Question)
    chat.tap("Keep it to ask")
    [question] = chat.work.all(Question)
    assert question.text in chat.text


# -- applications, the present boss, hearsay, later ----------------------------------------------------------------


@pytest.mark.parametrize(
    "said, names",
    [
        ("i applied at Voltek and Eon last week, no answer", ["Voltek", "Eon"]),
        ("I applied to Acorn House, City Library and Bosch", ["Acorn House", "City Library", "Bosch"]),
        ("ive applied at halden but nothing", ["Halden"]),
        ("sent my cv to eon yesterday", ["Eon"]),
    ],
)
def test_applications_are_jobs_at_that_stage(said: str, names: list[str]) -> None:
    chat = talking()
    chat.say(said)
    assert [(row.employer, row.stage) for row in chat.work.all(Job)] == [(name, "applied") for name in names]


@pytest.mark.parametrize(
    "said",
    [
        "i applied at the clinic and they want to see me on thursday at 3pm",
        "I applied at Voltek and they offered me the job",
        "should i have applied to eon?",
    ],
)
def test_what_came_of_an_application_is_more_than_one(said: str) -> None:
    chat = talking()
    chat.say(said)
    assert "Noted as applied" not in chat.text


def test_after_a_silence_there_are_words_to_ask() -> None:
    chat = talking()
    chat.say("i applied at Voltek last week, no answer")
    chat.tap("Ask Voltek where it stands")
    assert "Copy this" in chat.text
    assert flow(chat) == "letter"


def test_the_present_boss_answers_the_wish() -> None:
    wish = Wish(priority_id="", outline="fewer nights: two a week", created_at=NOW)
    chat = talking(*coming(), wish)
    chat.say("i asked my boss he said maybe in spring")
    assert (wish.state, wish.reply) == ("answered", "i asked my boss he said maybe in spring")


def test_who_says_so_is_heard_behind_what_was_said_too() -> None:
    chat = talking(*coming())
    chat.say("and the manager shouts, a girl who left told me")
    [belief] = chat.work.all(Belief)
    assert (belief.words, belief.source) == ("the manager shouts", "a girl who left")
    assert where(chat) == ("belief", "checks")


def test_a_reminder_is_put_off_in_words() -> None:
    home, interview = coming()
    sent = NOW - timedelta(minutes=20)
    row = Reminder(
        kind="evening",
        cause="evening:x",
        due=sent,
        expires=NOW + timedelta(hours=20),
        state="sent",
        sent_at=sent,
        interview_id=interview.id,
        job_id=home.id,
    )
    chat = talking(home, interview, row)
    chat.say("can u send it again later")
    assert chat.text == "When shall I come back with it?"


# -- fears ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, part",
    [
        ("i am afraid for they dont pay the overtimes", "How is overtime counted and paid"),
        ("unpaid overtime", "How is overtime counted and paid"),
        ("its only till august and in september i have nothing", "When a contract like this last ran out"),
        ("they dont say what classes i get", "Which groups and which timetable"),
        ("i am scared they find out i was off sick 4 months with my back", "is yours to decide"),
        ("i am 54 and nobody takes me, also the weekends scare me", "nights and weekends"),
        ("i feel sick", "no answer of theirs takes it away"),
    ],
)
def test_a_fear_gets_the_question_that_is_behind_it(said: str, part: str) -> None:
    chat = talking(*coming())
    chat.command("worry", said)
    assert part in chat.text


@pytest.mark.parametrize("said", ["i am 61, no one take old man", "nobody wants an old night carer", "nobody hires me"])
def test_a_doubt_of_oneself_becomes_no_question_to_them(said: str) -> None:
    chat = talking(*coming())
    chat.command("worry", said)
    assert where(chat) == ("skills", "doubt")
    chat = talking(*coming())
    chat.command("worry")
    chat.say(said)
    assert where(chat) == ("skills", "doubt")


# -- skills -----------------------------------------------------------------------------------------------------


def test_a_tale_with_its_fact_is_not_asked_for_one() -> None:
    chat = talking()
    chat.command("skills", "i ran the dinner for 40 residents alone")
    chat.say("organising")
    assert where(chat) == ("skills", "use")


@pytest.mark.parametrize("said", ["want a change. dont know if my skills count anywhere", "what am i good at"])
def test_who_knows_of_no_skill_is_asked_for_a_deed(said: str) -> None:
    chat = talking()
    chat.say(said)
    assert where(chat) == ("skills", "proud")


# -- undo -------------------------------------------------------------------------------------------------------


def undone(kind: str, before: dict[str, object] | None, after: dict[str, object] | None, *records: Record) -> Chat:
    chat = talking(*records)
    chat.work.add(Undo(id="U", created_at=NOW, data={"rows": [[kind, "A", before, after]]}))
    chat.command("undo")
    return chat


def test_undo_names_what_comes_back() -> None:
    was: dict[str, object] = {"id": "A", "words": "calm", "created_at": {"instant": NOW.isoformat(), "fold": 0}}
    chat = undone("Skill", was, None)
    assert "Taken back: what you can do, <i>calm</i> is there again." in chat.text


def test_undo_names_what_goes() -> None:
    row = Question(id="A", text="Who leads?", created_at=NOW)
    kept = talking(row)
    kept.work.add(Undo(id="U", created_at=NOW, data={"rows": [["Question", "A", None, _plain(row)]]}))
    kept.command("undo")
    assert "Taken back: the question <i>Who leads?</i> is not kept any more." in kept.text
    assert not kept.work.all(Question)


def _plain(row: Question) -> dict[str, object]:
    made = {name: getattr(row, name) for name in row.__dataclass_fields__}
    return {**made, "created_at": {"instant": NOW.isoformat(), "fold": 0}}
