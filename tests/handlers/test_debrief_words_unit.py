"""What people say while they tell of a talk: which question it is about, that there was no more, what was heard from
others, when they are in touch; and that somebody came after all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.debrief_words import came_after_all, no_more, nothing_odd, numbered, word_told
from bot.core.model import Answer, Belief, Interview, Job, Promise, Question, Reminder, Signal
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where

TOPICS = ("first_weeks", "shifts", "caseload")


def told(tale: str, *topics: str) -> Chat:
    home = job("Rosewood Court")
    over = talk(home, -2)
    rows = [
        Question(id=topic, job_id=home.id, topic=topic, state="planned", interview_id=over.id, rank=rank)
        for rank, topic in enumerate(topics or TOPICS, 1)
    ]
    chat = talking(home, over, *rows)
    chat.command("debrief", tale)
    return chat


def notes(chat: Chat) -> dict[str, tuple[str, str]]:
    return {a.question_id: (a.note, a.verdict) for a in chat.work.all(Answer)}


def acts(chat: Chat) -> list[tuple[str, str]]:
    return [(act.kind, act.word) for act in chat.work.all(Signal)]


def test_the_vague_half_is_quoted_and_asked_about() -> None:
    chat = told("it was ok. weekends are 2 in 4 but they often ask extra")
    assert "“often” leaves it open" in chat.text
    assert "You said “they often ask extra”: how many times was that last month?" in chat.text


@pytest.mark.parametrize("said", ["no didnt say. next", "nope", "no thats all", "they never mentioned it", "next, no"])
def test_that_there_was_no_more_is_read_as_that(said: str) -> None:
    chat = told("weekends are 2 in 4 but they often ask extra")
    chat.say(said)
    assert "It stays open" in chat.text
    assert "can mean anything" not in chat.text
    assert notes(chat)["shifts"][0] == "weekends are 2 in 4, they often ask extra"


def test_an_answer_is_put_to_the_question_that_it_names_by_its_place() -> None:
    chat = told("about 1 he said three months someone beside me, night cover is 2 of 10 shifts, boss is him")
    assert notes(chat)["first_weeks"][0] == "he said three months someone beside me"
    assert notes(chat)["shifts"][0] == "night cover is 2 of 10 shifts"


def test_lines_with_numbers_are_answers() -> None:
    chat = told("1. five weeks with a mentor\n2. no nights at all\n3: she laughed")
    assert {id: note for id, (note, _) in notes(chat).items()} == {
        "first_weeks": "five weeks with a mentor",
        "shifts": "no nights at all",
        "caseload": "she laughed",
    }


@pytest.mark.parametrize(
    "clause, place",
    [
        ("about 1 hour each", 0),
        ("on 2 weekends", 0),
        ("3 months", 0),
        ("number 3 she dodged", 3),
        ("the second one no", 2),
    ],
)
def test_a_number_alone_is_no_place(clause: str, place: int) -> None:
    assert numbered(clause)[0] == place


@pytest.mark.parametrize("said", ["nothing odd", "no nothing strange", "they were nice to me", "no, all fine"])
def test_that_nothing_was_odd_counts_ahead_of_its_question(said: str) -> None:
    chat = told("weekends are 2 in 4 but they often ask extra")
    chat.say(said)
    assert where(chat) == ("debrief", "answer")
    chat.tap("Skip")
    assert where(chat) == ("", "")
    assert acts(chat) == []


@pytest.mark.parametrize("said", ["they will tell me on tuesday", "he decides by 24 nov", "i will hear on tue i think"])
def test_their_day_told_at_anything_odd_is_kept(said: str) -> None:
    chat = told("nights are five a month")
    chat.tap("Skip")
    chat.say(said)
    assert chat.work.all(Interview)[0].word_by == date(2026, 11, 24)
    assert acts(chat) == []


def test_no_word_is_asked_where_the_tale_says_it() -> None:
    chat = told("she kept me waiting half an hour tho, no sorry")
    chat.tap("Skip")
    chat.say("yes she was late i told u")
    assert acts(chat) == [("late", "none")]
    assert "half an hour" in chat.work.all(Signal)[0].note


def test_words_where_buttons_are_shown_are_heard() -> None:
    chat = told("she came late")
    chat.tap("Skip")
    chat.tap("Late")
    chat.say("I want to know do they train dementia")
    assert "Do they train dementia?" in {q.text for q in chat.work.all(Question)}
    assert where(chat) == ("debrief", "notice")
    chat.say("she apologised afterwards")
    assert acts(chat) == [("late", "unasked")]


@pytest.mark.parametrize(
    "said, words, source",
    [
        ("also 3 people left cos of the boss the cook told me", "3 people left cos of the boss", "the cook"),
        ("the cook says 3 left because of the matron", "3 left because of the matron", "the cook"),
        ("a nurse told me they never pay overtime", "they never pay overtime", "a nurse"),
    ],
)
def test_what_others_say_is_kept_as_heard(said: str, words: str, source: str) -> None:
    chat = told("nights are five a month")
    chat.tap("Skip")
    chat.say(said)
    assert [(b.words, b.source) for b in chat.work.all(Belief)] == [(words, source)]
    assert len([q for q in chat.work.all(Question) if q.origin == "belief"]) == 2


@pytest.mark.parametrize(
    "said",
    [
        "she says flexible and lily says every weekend thats not the same",
        "Tom said every second one but Lily said every weekend, which one is right",
        "the boss says never and the nurse told me every weekend. that doesn't match",
    ],
)
def test_two_answers_that_differ_open_a_question(said: str) -> None:
    chat = told("weekends are 2 in 4 but they often ask extra")
    chat.say(said)
    [asked] = [q for q in chat.work.all(Question) if q.origin == "contradiction"]
    assert "every weekend" in asked.text
    assert where(chat) == ("debrief", "odd")


def test_what_they_came_back_to_is_a_clue() -> None:
    chat = told("nights are five a month")
    chat.tap("Skip")
    chat.tap("Nothing odd")
    chat.tap("What they asked me")
    chat.say("dementia training 3 times")
    assert "how much of this job is dementia training" in chat.text


def test_a_story_where_the_name_is_asked_for_names_it() -> None:
    chat = talking()
    chat.command("start")
    chat.tap("Had one, not sure")
    chat.say(
        'it was monday at Fernhill school, head was 40 mins late, "we are a family here". they asked for references'
    )
    [kept] = chat.work.all(Job)
    assert (kept.employer, kept.stage) == ("Fernhill school", "references")
    assert "“we are a family” can mean two things" in chat.text
    assert "40 mins late" in chat.text


def test_somebody_came_after_all() -> None:
    chat = told("nobody came")
    chat.tap("No")
    assert acts(chat) == [("no-show", "none")]
    chat.say("yes jan was there, 40 min late, said sorry traffic. nights are five a month")
    assert acts(chat) == [("late", "unasked")]
    assert notes(chat)["shifts"][0] == "nights are five a month"


def reminded(kind: str) -> Chat:
    home = job("Voltek")
    over = talk(home, -26)
    row = Reminder(
        kind=kind, cause=f"{kind}:{home.id}:30", due=NOW, expires=NOW + timedelta(days=1), state="sent",
        interview_id=over.id, job_id=home.id, sent_at=NOW - timedelta(minutes=40),
    )  # fmt: skip
    return talking(home, over, row)


@pytest.mark.parametrize("said", ["done sent", "sent it yesterday", "ok done"])
def test_a_thank_you_is_sent_in_words(said: str) -> None:
    chat = reminded("thanks")
    chat.say(said)
    assert chat.work.all(Interview)[0].thanked


@pytest.mark.parametrize(
    "said, held", [("ok all good", True), ("all as promised", True), ("overtime is not pay like he say", False)]
)
def test_the_check_after_the_start_is_answered_in_words(said: str, held: bool) -> None:
    chat = reminded("check")
    chat.say(said)
    assert ("held" in chat.text) is held
    assert [p.words for p in chat.work.all(Promise)] == ([] if held else [said])


def test_an_interview_told_after_the_start_is_no_broken_promise() -> None:
    chat = reminded("check")
    chat.say("not working out, i have an interview at Brennan on Thursday 3pm")
    assert chat.work.all(Promise) == []


@pytest.mark.parametrize(
    "text, word",
    [
        ("40 min late, no word", "none"),
        ("he called before", "before"),
        ("only when i asked", "asked"),
        ("was late", ""),
    ],
)
def test_how_they_explained_it(text: str, word: str) -> None:
    assert word_told(text) == word


def test_what_says_more_is_no_short_answer() -> None:
    assert not no_more("no overtime")
    assert not no_more("no i dont think so, five nights")
    assert not nothing_odd("nothing odd but late")
    assert not came_after_all("nobody was there")
