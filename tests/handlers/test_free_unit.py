"""Free messages: done where it is plain what they mean, else asked about with the message kept for the tap."""

from __future__ import annotations

import pytest

from bot.core.model import Dialog, Interview, Job, Person, Priority, Question, Signal
from bot.core.record import Record
from bot.core.route import INTENTS
from bot.telegram.buttons import Button
from handlers.intents import ACTS
from handlers.unsure import SILENT
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import flow, job, talk, talking, where

VAGUE = "the manager there, hmm, and the contract and all that"


def test_every_intent_has_something_that_is_done() -> None:
    assert set(ACTS) == set(INTENTS)


def test_every_intent_but_small_talk_has_a_button() -> None:
    texts = talking().content.texts
    assert all(f"meaning.{name}" in texts for name in INTENTS if name not in SILENT)


def unsure(*records: Record) -> Chat:
    chat = talking(*records)
    chat.say(VAGUE)
    assert flow(chat) == "meaning"
    return chat


def test_not_sure_at_most_three_buttons_and_something_else() -> None:
    chat = unsure()
    labels = chat.labels()
    assert labels.index("Something else") <= 3
    assert VAGUE[:30] in chat.text


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_tap_begins_with_the_message(place: int) -> None:
    chat = unsure(job("Acorn House"))
    chat.tap(chat.labels()[place])
    assert flow(chat) != "meaning"
    assert not [d for d in chat.work.all(Dialog) if d.flow == "meaning"]
    assert chat.text


def test_the_message_is_used_and_not_asked_for_again() -> None:
    data = {"said": "she never called me", "picks": ["signal"]}
    waits = Dialog(flow="meaning", step="which", data=data, created_at=NOW, updated_at=NOW)
    chat = talking(job("Acorn House"), waits)
    chat.press(Button("", "resume", waits.id, "dialog"))
    chat.tap("Note how they treat me")
    assert flow(chat) == "signal"
    assert chat.turn.draft["note"] == "she never called me"


@pytest.mark.parametrize("said", ["2", "the second one", "yes"])
def test_an_answer_in_words_picks_a_button(said: str) -> None:
    chat = unsure(job("Acorn House"))
    chat.say(said)
    assert flow(chat) != "meaning"
    assert "What shall I do with it?" not in chat.text


def test_something_else_shows_the_doors_and_the_question_is_over() -> None:
    chat = unsure()
    chat.tap("Something else")
    assert "Interview coming" in chat.labels()
    assert not chat.work.all(Dialog)


def test_another_message_takes_the_place_of_the_question() -> None:
    chat = unsure()
    chat.say("Harbour Clinic, ward clerk, Thursday 3pm with Anna")
    assert flow(chat) == "interview"
    assert chat.turn.draft["employer"] == "Harbour Clinic"
    assert not [d for d in chat.work.all(Dialog) if d.flow == "meaning"]


def test_a_command_takes_the_place_of_the_question_for_good() -> None:
    chat = unsure()
    chat.command("skills")
    assert [dialog.flow for dialog in chat.work.all(Dialog)] == ["skills"]


def test_two_interviews_are_asked_about_and_the_new_time_is_kept() -> None:
    acorn, lidl = job("Acorn House"), job("Lidl")
    chat = talking(acorn, lidl, talk(acorn, 48), talk(lidl, 72))
    chat.say("they moved the interview to Friday 10am")
    assert "Which interview" in chat.text
    assert len([label for label in chat.labels() if "Acorn" in label or "Lidl" in label]) == 2
    chat.say("the Lidl one")
    assert flow(chat) == "interview"
    assert chat.turn.draft["employer"] == "Lidl"
    assert chat.turn.draft["local"].startswith("2026-11-27T10:00")


def test_the_person_tells_which_interview() -> None:
    acorn, lidl = job("Acorn House"), job("Lidl")
    anna = Person(job_id=acorn.id, name="Anna", created_at=NOW)
    chat = talking(acorn, lidl, anna, talk(acorn, 48, anna), talk(lidl, 72))
    chat.say("Anna cancelled our interview")
    assert (flow(chat), chat.turn.draft["employer"]) == ("interview", "Acorn House")


def test_two_talks_that_are_over_are_asked_about() -> None:
    acorn, lidl = job("Acorn House"), job("Lidl")
    chat = talking(acorn, lidl, talk(acorn, -30), talk(lidl, -50))
    chat.say("it went well, they were friendly")
    assert "Which talk" in chat.text
    chat.tap(next(label for label in chat.labels() if "Lidl" in label))
    told = next(i for i in chat.work.all(Interview) if i.job_id == lidl.id)
    assert told.note == "it went well, they were friendly"


def test_the_talk_that_is_named_is_told_of() -> None:
    acorn, lidl = job("Acorn House"), job("Lidl")
    chat = talking(acorn, lidl, talk(acorn, -30), talk(lidl, -50))
    chat.say("the Lidl interview went well, they were friendly")
    assert next(i for i in chat.work.all(Interview) if i.job_id == lidl.id).note


def test_which_employer_narrows_to_those_that_fit() -> None:
    chat = talking(job("Harbour Clinic"), job("City Clinic"), job("Lidl"))
    chat.command("signal", "the clinic let me wait an hour")
    assert "Lidl" not in chat.labels()
    assert {"Harbour Clinic", "City Clinic"} <= set(chat.labels())


def test_an_employer_with_a_letter_wrong_is_still_known() -> None:
    chat = talking(job("Harbour Clinic"), job("Lidl"))
    chat.command("signal")
    chat.say("harbor clinic")
    assert [one.employer for one in chat.work.all(Job)] == ["Harbour Clinic", "Lidl"]


def test_what_was_changed_at_once_can_be_taken_back_at_once() -> None:
    chat = talking(job("Acorn House"))
    chat.say("the recruiter was very rude to me on the phone")
    assert chat.work.all(Signal)
    assert "Undo" in chat.labels()


def test_ideas_three_at_a_time_and_kept_with_a_tap() -> None:
    chat = talking(job("Acorn House", "night nurse"))
    chat.say("what can I ask a future colleague about night shifts?")
    assert flow(chat) == "ideas"
    assert "3." in chat.text
    chat.tap("Add 2")
    chat.tap("More")
    chat.tap("Done")
    [kept] = chat.work.all(Question)
    assert kept.bank
    assert kept.audience == "P"


def test_the_wish_for_a_letter_brings_it() -> None:
    acorn = job("Acorn House")
    ines = Person(job_id=acorn.id, name="Ines", created_at=NOW)
    chat = talking(acorn, ines, talk(acorn, -30, ines))
    chat.say("should I send a thank you note to Ines?")
    assert flow(chat) == "letter"
    assert "Hello Ines, thank you for our talk" in chat.text
    chat.say("how quiet the ward was")
    assert "how quiet the ward was" in chat.text


@pytest.mark.parametrize(
    "text, part",
    [
        ("don't write me on sundays", "single days"),
        ("I'm in Lisbon now, please change my time zone", "Lisbon"),
        ("do you speak Spanish?", "English only"),
        ("how do I stop these reminders?", "switch reminders off"),
        ("please don't message me after 9pm", "21:00"),
    ],
)
def test_settings_in_plain_words(text: str, part: str) -> None:
    chat = talking()
    chat.say(text)
    assert part in chat.text


@pytest.mark.parametrize(
    "text, part",
    [("tell me a joke", "competitive salary"), ("are you a real person?", "bot"), ("thank you so much!", "Gladly"),
     ("how are you?", "program")],
)  # fmt: skip
def test_small_talk_is_short_and_has_a_way_on(text: str, part: str) -> None:
    chat = talking()
    chat.say(text)
    assert part in chat.text
    assert "What's next" in chat.labels()


def test_data_opens_what_was_named_first() -> None:
    chat = talking()
    chat.say("delete everything you have about me")
    assert chat.labels()[0] == "Delete everything"
    chat.say("I want to download my data")
    assert chat.labels()[0] == "Get a copy"


def test_a_want_is_kept_as_one_of_the_sixteen_or_in_own_words() -> None:
    chat = talking()
    chat.say("I want a boss who explains things because my last one shouted")
    [want] = chat.work.all(Priority)
    assert want.topic == "BOSS"
    assert want.because == "my last one shouted"
    assert "Kept as what you want: a boss who explains things" in chat.text
    assert "Undo" in chat.labels()
    chat.say("it has to be a short way to work for me")
    assert len(chat.work.all(Priority)) == 2


def test_an_employer_that_is_named_is_not_asked_for() -> None:
    chat = talking()
    chat.say("my interview yesterday at Goethe School went well, the head was friendly")
    assert [one.employer for one in chat.work.all(Job)] == ["Goethe School"]
    assert chat.work.all(Interview)[0].note


def test_who_does_not_know_what_he_wants_starts_from_a_day() -> None:
    chat = talking()
    chat.say("I don't know what I want")
    assert where(chat) == ("priorities", "liked")


def test_hoping_to_be_picked_gets_the_other_half() -> None:
    chat = talking()
    chat.say("I hope they pick me")
    assert flow(chat) == "mindset"
    assert "What must you find out" in chat.text


def test_no_interview_to_prepare_for_shows_questions_that_fit_any() -> None:
    chat = talking()
    chat.say("help me prepare for my interview please")
    assert flow(chat) == "ideas"


@pytest.mark.parametrize("text", ["x", "🙂", "asdf", "..."])
def test_what_says_nothing_gets_the_doors(text: str) -> None:
    chat = talking()
    chat.say(text)
    assert flow(chat) == ""
    assert chat.labels()
