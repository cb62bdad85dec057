"""Back into a step that is used up, half answered or decided: nothing breaks, doubles or goes the wrong way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.model import Dialog, Interview, Job, Person, Priority, Question, User
from bot.core.record import Record
from bot.telegram.buttons import door
from handlers import registrations
from tests.handlers.driving import NOW, Chat


def talking(*records: Record, user: User | None = None) -> Chat:
    return Chat(registrations("", ""), user or User(id=7, zone="Europe/Berlin", created_at=NOW), *records)


def job(name: str) -> Job:
    return Job(employer=name, created_at=NOW)


def flow(chat: Chat) -> tuple[str, str]:
    return (chat.turn.dialog.flow, chat.turn.dialog.step) if chat.turn.dialog else ("", "")


# -- what is wanted of a job --------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["which", "kind"])
def test_a_want_is_kept_beside_a_talk_that_has_words_of_its_own(step: str) -> None:
    open_talk = Dialog(flow="letter", step=step, data={"said": "should I thank them?", "kind": "", "job": ""})
    chat = talking(job("Acorn House"), job("Hillview"), open_talk)
    chat.say("what I want most is a quiet office")
    assert len(chat.work.all(Priority)) == 1


def test_picks_that_were_stopped_take_nothing_away_that_was_kept_since() -> None:
    chat = talking(job("Acorn House"))
    chat.command("priorities")
    chat.say("a short way home")
    chat.command("cancel")
    stopped = chat.screen.rows[0][0]
    chat.say("I want a quiet office in my next job")
    assert len(chat.work.all(Priority)) == 2
    chat.press(stopped)
    chat.say("a window")
    assert [want.words for want in chat.work.all(Priority)][0::2] == ["a short way home", "a window"]


def test_what_is_heard_in_two_days_joins_what_is_kept() -> None:
    chat = talking(Priority(topic="OWN", words="a dog", rank=1, created_at=NOW))
    chat.command("priorities")
    chat.tap("Change the picks")
    chat.turn.dialog.step = "liked"  # type: ignore[union-attr]
    chat.say("nothing much")
    chat.say("nothing much")
    chat.say("a window")
    assert [want.words for want in chat.work.all(Priority)] == ["a dog", "a window"]


def test_a_reason_is_not_asked_for_wants_that_are_gone() -> None:
    chat = talking(job("Acorn House"))
    chat.command("priorities", "a short way home")
    chat.tap("That's them")
    assert flow(chat) == ("priorities", "because")
    chat.command("cancel")
    stopped = chat.screen.rows[0][0]
    chat.work.remove(chat.work.all(Priority)[0])
    chat.press(stopped)
    assert flow(chat) == ("priorities", "pick")


# -- an interview -------------------------------------------------------------------------------------------------


def card(*records: Record, user: User | None = None) -> Chat:
    chat = talking(*records, user=user)
    chat.command("interview", "Acorn House, packer, Thu 26 November 10am")
    return chat


@pytest.mark.parametrize("half, steps", [("on Friday", 1), ("at 5", 2)])
def test_back_from_half_a_time_shows_the_time_that_was_known(half: str, steps: int) -> None:
    chat = card()
    chat.tap("Time")
    chat.say(half)
    for _ in range(steps):
        chat.tap("‹ Back")
    assert flow(chat) == ("interview", "confirm")
    assert "Thu 26 Nov, 10:00" in chat.text
    chat.tap("Job")
    chat.say("night packer")
    assert flow(chat) == ("interview", "confirm")
    chat.tap("Save")
    assert [f"{talk.local}" for talk in chat.work.all(Interview)] == ["2026-11-26 10:00:00"]


def test_back_from_a_choice_of_times_typed_on_the_card() -> None:
    chat = card()
    chat.say("Friday or Saturday at 10")
    assert flow(chat) == ("interview", "which")
    chat.tap("‹ Back")
    assert "Thu 26 Nov, 10:00" in chat.text


@pytest.mark.parametrize(
    "clock, shown", [("11:00", "11:00"), ("no, at 4pm", "16:00"), ("4pm London time", "16:00 London")]
)
def test_only_a_clock_typed_on_the_card_means_the_same_day(clock: str, shown: str) -> None:
    chat = card()
    chat.say(clock)
    assert f"Thu 26 Nov, {shown}" in chat.text


def test_back_to_a_choice_of_times_offers_both_again() -> None:
    chat = talking()
    chat.command("interview", "Acorn House, packer, Monday 11:00")
    both = chat.labels()[:2]
    chat.tap(both[0])
    chat.tap("‹ Back")
    assert chat.labels()[:2] == both
    chat.tap(both[1])
    chat.tap("Save")
    assert [f"{talk.local}" for talk in chat.work.all(Interview)] == ["2026-11-30 11:00:00"]


def two() -> Chat:
    chat = card()
    chat.tap("Save")
    chat.command("interview", "Acorn House, Fri 27 November 11am")
    assert flow(chat) == ("interview", "same")
    return chat


@pytest.mark.parametrize("first, then, count", [("It was moved", "One more", 2), ("One more", "It was moved", 1)])
def test_moved_or_one_more_can_be_answered_anew(first: str, then: str, count: int) -> None:
    chat = two()
    chat.tap(next(label for label in chat.labels() if label.startswith(first)))
    assert flow(chat) == ("interview", "confirm")
    chat.tap("‹ Back")
    assert flow(chat) == ("interview", "same")
    chat.tap(next(label for label in chat.labels() if label.startswith(then)))
    chat.tap("Save")
    assert len(chat.work.all(Interview)) == count


def test_one_more_after_all_takes_nothing_over_from_the_talk_that_was_not_moved() -> None:
    chat = card()
    chat.tap("Save")
    [old] = chat.work.all(Interview)
    anna = chat.work.add(Person(job_id=old.job_id, name="Anna Berg", created_at=NOW))
    old.place, old.length, old.people = "Dock 4", 25, (anna.id,)
    chat.command("interview", "Acorn House, Fri 27 November 11am")
    chat.tap("It was moved")
    assert "Dock 4" in chat.text
    chat.tap("‹ Back")
    chat.tap("One more")
    chat.tap("Save")
    new = next(talk for talk in chat.work.all(Interview) if talk is not old)
    assert (new.place, new.length, new.people) == ("", None, ())


def test_a_line_about_another_employer_does_not_change_the_talk_that_was_moved() -> None:
    chat = two()
    chat.tap("It was moved")
    chat.turn.dialog.step = "line"  # type: ignore[union-attr]
    chat.say("Hillview, clerk, Wed 2 December 3pm")
    chat.tap("Save")
    assert [f"{talk.local:%d %H}" for talk in chat.work.all(Interview)] == ["26 10", "02 15"]
    assert [one.employer for one in chat.work.all(Job)] == ["Acorn House", "Hillview"]


def test_another_city_reads_the_time_by_its_clock() -> None:
    chat = talking(user=User(id=7, created_at=NOW))
    chat.command("interview", "Acorn House, packer, Thu 26 November 10am")
    chat.say("Berlin")
    chat.tap("‹ Back")
    chat.say("Lisbon")
    chat.tap("Save")
    assert [(talk.zone, talk.local.hour) for talk in chat.work.all(Interview)] == [("Europe/Lisbon", 10)]


# -- a thank-you --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("note, quoted", [("They were rude to me.", False), ("She showed me the ward.", True)])
def test_a_thank_you_quotes_no_complaint(note: str, quoted: bool) -> None:
    at, start = job("Acorn House"), NOW - timedelta(hours=3)
    talk = Interview(job_id=at.id, local=start.replace(tzinfo=None), zone="Europe/Berlin", start=start, note=note)
    open_talk = Dialog(flow="letter", step="kind", data={"said": "", "kind": "", "job": at.id})
    chat = talking(at, talk, open_talk)
    chat.say("thank them")
    assert flow(chat) == ("letter", "draft")
    assert (note.strip(".") in chat.text) is quoted
    assert ("type one thing that stayed with you" in chat.text) is not quoted


def test_the_way_back_into_a_question_that_is_still_open() -> None:
    chat = talking(job("Acorn House"), Dialog(flow="meaning", step="which", data={"passing": True}))
    asked = chat.work.all(Dialog)[0]
    asked.data |= {"said": "they want my passport", "picks": ["signal", "worry"]}
    chat.press(door("Back to it", "dialog", "resume", asked.id))
    assert flow(chat) == ("meaning", "which")


# -- begun anew ---------------------------------------------------------------------------------------------------


def test_a_thought_that_is_begun_anew_is_the_same_one() -> None:
    chat = talking()
    chat.command("mindset")
    first = chat.text
    chat.tap(next(label for label in chat.labels() if label.startswith("Next")))
    chat.command("mindset")
    chat.tap("Start over")
    assert chat.text == first


def test_a_change_that_is_begun_anew_begins_at_its_card() -> None:
    chat = card()
    chat.tap("Save")
    chat.press(door("Change", "interview", "change", chat.work.all(Interview)[0].id))
    chat.say("no, at 4pm")
    chat.command("interview")
    chat.tap("Start over")
    assert flow(chat) == ("interview", "confirm")
    assert "Thu 26 Nov, 10:00" in chat.text


# -- what it is about is gone -------------------------------------------------------------------------------------


def test_a_talk_about_a_job_that_is_gone_asks_for_the_job() -> None:
    gone = job("Acorn House")
    data = {"job": gone.id, "words": "a family", "belief": ""}
    chat = talking(job("Hillview"), Dialog(flow="belief", step="checks", data=data, active=False, updated_at=NOW))
    chat.press(door("Back to it", "dialog", "resume", chat.work.all(Dialog)[0].id))
    assert flow(chat) == ("belief", "which")


def test_a_list_keeps_what_is_still_there() -> None:
    at, start = job("Acorn House"), NOW + timedelta(days=1)
    talk = Interview(job_id=at.id, local=start.replace(tzinfo=None), zone="Europe/Berlin", start=start, created_at=NOW)
    items = [["daily_work", "daily_work.1", None], ["", "", "GONE"]]
    data = {"interview": talk.id, "items": items, "tone": "soft"}
    open_talk = Dialog(flow="prepare", step="swap", data=data, trail=("list",), active=False, updated_at=NOW)
    chat = talking(at, talk, open_talk)
    chat.press(door("Back to it", "dialog", "resume", open_talk.id))
    chat.tap("‹ Back")
    chat.tap("That's my list")
    assert [question.topic for question in chat.work.all(Question)] == ["daily_work"]
