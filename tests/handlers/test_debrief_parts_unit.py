"""A talk told in one breath beside its answers: own questions, people, lateness, an offer, what was not asked; and what
is asked of the bot meanwhile."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model import Answer, Gap, Interview, Job, Offer, Person, Question, Reminder, Signal
from bot.core.tale_parts import counts, late, offers, person_in, unasked_about
from bot.core.thanks import phrase
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where

TALE = (
    "it went well. we started 20 min late, no sorry. Rosa seemed friendly. weekends are 1 in 4 and she said they are set "
    "two months ahead. 3 cleaners on in the evening!! didnt ask about nights. they kept asking about floor machines"
)


def begun(*own: str, topics: tuple[str, ...] = ("shifts", "first_weeks")) -> Chat:
    """At "How did it go?", with these questions on the list."""
    hall = job("Corn Hall", "cleaner")
    over = talk(hall, -2)
    rows = [Question(id=text, job_id=hall.id, text=text, origin="own") for text in own]
    rows += [Question(id=id, job_id=hall.id, topic=id) for id in topics]
    for rank, row in enumerate(rows, 1):
        row.state, row.interview_id, row.rank = "planned", over.id, rank
    chat = talking(hall, over, *rows)
    chat.command("debrief")
    return chat


def notes(chat: Chat) -> dict[str, str]:
    return {a.question_id: a.note for a in chat.work.all(Answer) if a.note}


def state(chat: Chat, id: str) -> str:
    found = chat.work.get(Question, id)
    return found.state if found else ""


def test_each_clause_goes_where_it_belongs() -> None:
    chat = begun("How many cleaners on in the evening?", "What about the rota?")
    chat.say(TALE)
    rota = "weekends are 1 in 4, she said they are set two months ahead"
    assert notes(chat) == {
        "shifts": rota,
        "What about the rota?": rota,
        "How many cleaners on in the evening?": "3 cleaners on in the evening",
    }
    assert [(act.kind, act.word) for act in chat.work.all(Signal)] == [("late", "none")]
    assert [(p.name, p.title) for p in chat.work.all(Person)] == [("Rosa", "")]
    assert [gap.words for gap in chat.work.all(Gap)] == ["floor machines"]
    assert state(chat, "How many cleaners on in the evening?") == "answered"
    assert state(chat, "shifts") != "answered"  # of the nights nobody asked
    assert "not all of it was asked" in chat.text.lower()


def test_nothing_odd_takes_the_lateness_back() -> None:
    chat = begun(topics=())
    chat.say("they were 20 min late, no sorry")
    chat.tap("Nothing odd")
    assert chat.work.all(Signal) == []


def test_an_offer_in_the_tale_is_kept_with_its_day_and_opened_afterwards() -> None:
    chat = begun(topics=("shifts", "how_led"))
    chat.say("went great. boss is called Nadia. 3 on 3 off. they offered me it on the spot. want to know by thursday")
    assert [(p.name, p.title, p.audience) for p in chat.work.all(Person)] == [("Nadia", "boss", "M")]
    assert "how_led" not in notes(chat)  # a name is no answer
    assert [one.stage for one in chat.work.all(Job)] == ["offer"]
    assert [offer.answer_by for offer in chat.work.all(Offer)] == [date(2026, 11, 26)]
    while where(chat)[1] == "answer":
        chat.tap("Skip")
    chat.tap("Nothing odd")
    chat.tap("Look at the offer")
    assert where(chat)[0] == "offer"


def test_an_offer_told_at_anything_odd_is_no_conduct() -> None:
    chat = begun(topics=())
    chat.say("fine")
    chat.say("she just rang and offered me the job")
    assert chat.work.all(Signal) == []
    assert [one.stage for one in chat.work.all(Job)] == ["offer"]
    assert "Look at the offer" in chat.labels()


@pytest.mark.parametrize(
    "said, answer",
    [
        ("what do i still need to ask", "Still to ask them"),
        ("what about the being late?", "20 min late"),
        ("what about the lift and what she said on weekends?", "1 in 4"),
        ("is that normal?", "I can't weigh that"),
        ("whats the best way to answer when they ask about gaps", "I don't rehearse"),
    ],
)
def test_what_is_asked_of_the_bot_is_no_answer_of_theirs(said: str, answer: str) -> None:
    chat = begun()
    chat.say(TALE)
    before, step = notes(chat), where(chat)
    chat.say(said)
    assert answer in chat.text
    assert (notes(chat), where(chat)) == (before, step)
    chat.tap("Skip")
    chat.say(said)
    assert where(chat) == ("debrief", "odd")
    assert [act.kind for act in chat.work.all(Signal)] == ["late"]


def test_told_again_it_stays_answered() -> None:
    chat = begun("How many cleaners on?", topics=())
    chat.say("3 cleaners on")
    chat.say("and theres 3 of us on, like i said")
    assert state(chat, "How many cleaners on?") == "answered"
    assert chat.work.all(Signal) == []


def test_that_it_is_clear_closes_it() -> None:
    chat = begun(topics=("shifts",))
    chat.say("the rota is made more or less fairly")
    assert where(chat) == ("debrief", "answer")
    chat.say("no thats clear only")
    assert state(chat, "shifts") == "answered"


def test_who_is_the_boss_is_kept_with_the_talk_just_told_of() -> None:
    chat = begun(topics=())
    chat.say("it was fine")
    chat.tap("Nothing odd")
    chat.say("oh and my boss will be Ines")
    assert [(p.name, p.title) for p in chat.work.all(Person)] == [("Ines", "boss")]
    [over] = chat.work.all(Interview)
    assert len(over.people) == 1


@pytest.mark.parametrize("said", ["they said theyd ring by friday", "they will tell by friday"])
def test_the_day_of_their_word_goes_to_the_only_talk_told_of(said: str) -> None:
    chat = begun(topics=())
    chat.say("it was fine")
    chat.tap("Nothing odd")
    chat.say(said)
    assert [one.word_by for one in chat.work.all(Interview)] == [date(2026, 11, 27)]


def test_a_whole_tale_is_told_of_the_talk_that_was_asked_about() -> None:
    chat = begun(topics=("shifts",))
    [over] = chat.work.all(Interview)
    asked = Reminder(
        kind="debrief", cause=f"debrief:{over.id}", due=NOW, expires=NOW, state="sent",
        interview_id=over.id, job_id=over.job_id, sent_at=NOW,
    )  # fmt: skip
    chat = talking(*chat.work.all(Job), over, *chat.work.all(Question), asked)
    chat.say(TALE)
    assert where(chat)[0] == "debrief"
    assert "shifts" in notes(chat)


@pytest.mark.parametrize(
    "clause, name",
    [
        ("my manager will be Omar", "Omar"), ("the boss is called Tracy", "Tracy"), ("Ana is the team leader", "Ana"),
        ("tom seemed nice", "Tom"), ("everyone seemed nice", ""), ("the boss was friendly", ""), ("she is the boss", ""),
        ("the manager is leaving", ""), ("the pay is good", ""), ("monday is fine", ""),
    ],
)  # fmt: skip
def test_who_is_named(clause: str, name: str) -> None:
    met = person_in(clause)
    assert (met.name if met else "") == name


@pytest.mark.parametrize(
    "clause, told",
    [
        ("they offered me the post right there", True), ("got offered the job", True), ("i got the job", True),
        ("she offered me a coffee", False), ("if they offer me the job i take it", False), ("they havent offered yet", False),
    ],
)  # fmt: skip
def test_an_offer_is_told(clause: str, told: bool) -> None:
    assert offers(clause) is told


@pytest.mark.parametrize(
    "text, told",
    [("she came 15 minutes late", True), ("kept me waiting for ages", True), ("i was ten min late", False),
     ("late shifts are 2 till 10", False)],
)  # fmt: skip
def test_who_was_late(text: str, told: bool) -> None:
    assert bool(late(text)) is told


def test_what_counts_and_what_was_not_asked() -> None:
    assert counts("How many cooks at night?", "theres 2 of us at night")
    assert not counts("How many cooks at night?", "nights is 1 week in 3")
    assert unasked_about("forgot to ask about the uniform") == "the uniform"
    assert unasked_about("they didnt ask me about nights") == ""


@pytest.mark.parametrize(
    "note, words",
    [
        ("yeah the training is six weeks, Lou said. and then you are alone", "the training is six weeks"),
        ("so two days beside a colleague", "two days beside a colleague"),
    ],
)
def test_a_thank_you_takes_a_clean_phrase(note: str, words: str) -> None:
    assert phrase(note).startswith(words)
    assert "said" not in phrase(note)
