"""What is typed at the list of a talk and is an order to the bot is done, and never becomes a question of the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.ledger import before_yes, once
from bot.core.model import Gap, Interview, Person, Priority, Question, Reminder
from bot.core.orders import person_told, read
from bot.core.reminders import plan
from handlers import planning, remind
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where

LIST = [
    "When was your last whole break?",
    "Which weekends would I work in a month?",
    "Who would train me in the first weeks?",
    "How many residents does one carer have at night?",
    "Why did the last person leave?",
]


@pytest.mark.parametrize(
    "text, order",
    [
        ("take off 1", ("off", (1,))),
        ("take off 4 and 5", ("off", (4, 5))),
        ("the break one is silly", ("off", (1,))),
        ("delete the last one pls", ("off", (5,))),
        ("i would never ask number 5", ("off", (5,))),
        ("5", ("number", (5,))),
        ("number 2", ("number", (2,))),
        ("no the other one, weekends is first for me", ("first", (2,))),
        ("residents first please", ("first", (4,))),
        ("3 first", ("first", (3,))),
        ("move 3 up", ("first", (3,))),
        ("start with the training one", ("first", (3,))),
        ("swap 2 and 4", ("trade", (2, 4))),
        ("put 5 at 2", ("move", (5, 2))),
        ("2 at the end", ("last", (2,))),
        ("another one for 4", ("swap", (4,))),
        ("only 1 and 3", ("keep", (1, 3))),
        ("keep 1, 2 and 4", ("keep", (1, 2, 4))),
        ("give me only 3", ("count", ())),
        ("two are enough", ("count", ())),
        ("thats far too many", ("fewer", ())),
        ("one more pls", ("more", ())),
        ("number 3 i not understand", ("explain", (3,))),
        ("what does 2 mean?", ("explain", (2,))),
        ("more easy words please", ("simpler", ())),
        ("can you make it simpler?", ("simpler", ())),
        ("more polite", ("soft", ())),
        ("less soft", ("direct", ())),
        ("mark it important", ("star", ())),
        ("star 2 too", ("star", (2,))),
    ],
)
def test_an_order_is_read(text: str, order: tuple[str, tuple[int, ...]]) -> None:
    assert [(found.act, found.places) for found in read(text, LIST)] == [order]


@pytest.mark.parametrize(
    "text",
    [
        "do they pay the first week", "who trains me first?", "how do they decide who works nights first",
        "ask if they take the break out of the pay", "I live with my sister", "no weekends please",
        "i want to know if the first month is paid", "How many of you are new?", "is it hard to get sundays off?",
        "what would I do first?", "parking for bikes near the gate", "whether 2 people work at night",
    ],
)  # fmt: skip
def test_a_question_or_a_remark_is_no_order(text: str) -> None:
    assert read(text, LIST) == []


def test_several_orders_in_one_message() -> None:
    found = read("only 3 of it please, the residents one first", LIST)
    assert [(order.act, order.places, order.count) for order in found] == [("count", (), 3), ("first", (4,), 0)]
    found = read("can you take off 2 and put 3 first", LIST)
    assert [(order.act, order.places) for order in found] == [("off", (2,)), ("first", (3,))]


@pytest.mark.parametrize(
    "text, told",
    [
        ("grace is the boss", ("Grace", "boss")),
        ("btw Grace Hall is the ward manager", ("Grace Hall", "ward manager")),
        ("Tom is the boss", None),
        ("the work is hard", None),
    ],
)
def test_who_somebody_is(text: str, told: tuple[str, str] | None) -> None:
    assert person_told(text, ["Grace Hall" if "Hall" in text else "Grace"]) == told


def listed(*people: Person) -> Chat:
    home = job("Elm House", "care assistant")
    for person in people:
        person.job_id = home.id
    coming = talk(home, 72, *people)
    rows = [
        Question(job_id=home.id, text=text, origin="own", state="planned", interview_id=coming.id, rank=rank)
        for rank, text in enumerate(LIST, 1)
    ]
    chat = talking(home, coming, *people, *rows)
    chat.command("prepare")
    return chat


def held(chat: Chat) -> list[str]:
    """The list as the evening message and the card have it."""
    (interview,) = chat.work.all(Interview)
    return [q.text or q.topic for q in planning.planned(chat.turn, interview)]


def test_what_is_taken_off_is_gone_and_a_shorter_list_stays_short() -> None:
    chat = listed()
    chat.say("take off 2")
    assert held(chat) == [LIST[0], *LIST[2:]]
    chat.say("only 3 of it please, the last one first")
    assert held(chat) == [LIST[4], LIST[0], LIST[2]]
    chat.say("swap 1 and 3")
    assert held(chat) == [LIST[2], LIST[0], LIST[4]]
    chat.say("take off 5")
    assert "There are 3" in chat.text
    assert len(held(chat)) == 3


def test_a_bare_number_has_its_buttons() -> None:
    chat = listed()
    chat.say("4")
    chat.tap("4 first")
    assert held(chat)[0] == LIST[3]
    chat.say("number 1")
    chat.tap("Take 1 off")
    assert LIST[3] not in held(chat)


def test_words_are_chosen_for_the_evening_and_the_card_too() -> None:
    chat = listed()
    chat.say("more easy words please")
    assert chat.user.tone == "direct"
    assert "fewer words" in chat.text
    chat.tap("Softer")
    assert chat.user.tone == "soft"
    assert held(chat) == LIST


def test_a_typed_question_is_put_in_words_to_say_and_what_gives_way_is_named() -> None:
    chat = listed()
    chat.say("put my question who covers when someone is sick")
    assert held(chat)[0] == "Who covers when someone is sick?"
    assert LIST[4] in chat.text.split("Off the list until there is room")[1]
    chat.say("what about the rota")
    assert held(chat)[0] == "shifts"


def test_who_is_met_is_noted_and_a_cry_is_no_remark() -> None:
    chat = listed(Person(job_id="", name="Grace"))
    chat.say("grace is the boss")
    assert [(p.title, p.audience) for p in chat.work.all(Person)] == [("boss", "M")]
    assert held(chat) == LIST
    chat.say("i hope they like me and i dont stutter")
    assert where(chat) == ("mindset", "reframe")


def test_doubt_is_not_the_one_thing_to_learn() -> None:
    chat = listed()
    chat.tap("That's my list")
    chat.say("will they even want me im 54")
    assert where(chat)[0] == "skills"
    assert [i.learn for i in chat.work.all(Interview)] == [""]


def test_an_order_is_done_outside_of_the_list_too() -> None:
    chat = listed()
    chat.tap("Stop")
    chat.say("give me only 3 questions")
    assert where(chat) == ("prepare", "list")
    assert held(chat) == LIST[:3]
    chat.tap("Stop")
    chat.say("swap 1 and 3")
    assert held(chat) == [LIST[2], LIST[1], LIST[0]]
    chat.tap("Stop")
    chat.say("star 2 too")
    assert [q.text for q in chat.work.all(Question) if q.starred] == [LIST[1]]


@pytest.mark.parametrize("text", ["mark it important", "star it please"])
def test_an_order_becomes_no_want(text: str) -> None:
    chat = talking()
    chat.say(text)
    assert not chat.work.all(Priority)
    chat = listed()
    chat.tap("Stop")
    chat.say(text)
    assert not chat.work.all(Priority)
    assert "Which one?" in chat.text


@pytest.mark.parametrize("text", ["what to ask?", "my questions what i ask him?", "i dont know what to ask"])
def test_what_to_ask_leads_to_the_list(text: str) -> None:
    chat = listed()
    chat.tap("Stop")
    chat.say(text)
    assert where(chat) == ("prepare", "list")
    assert held(chat) == LIST


def test_the_card_says_what_they_keep_asking_about() -> None:
    chat = listed()
    (interview,) = chat.work.all(Interview)
    chat.work.add(Gap(job_id=interview.job_id, words="night cover", asked=True))
    chat.command("card")
    assert "I notice that you ask a lot about night cover" in chat.text


def test_what_came_from_the_user_waits_for_no_round_that_nobody_named() -> None:
    home = job("Elm House", "care assistant")
    coming = replace(talk(home, 72), round="")
    fear = Question(topic="support_when_hard", bank="support_when_hard.1", origin="worry", job_id=home.id)
    closing = Question(topic="next_steps", bank="next_steps.1", origin="worry", job_id=home.id)
    chat = talking(home, coming, closing, fear)
    chat.command("prepare")
    assert "second round" not in chat.text
    rows = chat.turn.draft["items"]
    assert [row[0] for row in rows[:1]] == ["support_when_hard"]
    assert rows[-1][0] == "next_steps"


def test_the_words_of_a_want_choose_among_its_questions() -> None:
    home = job("Elm House", "care assistant")
    want = Priority(topic="TIME", words="no more than 2 weekends a month", rank=1)
    own = Priority(topic="OWN", words="proper training", rank=2)
    chat = talking(home, talk(home, 72), want, own)
    chat.command("prepare")
    assert [row[0] for row in chat.turn.draft["items"][:2]] == ["shifts", "training"]


def test_a_general_question_that_the_only_employer_answered_is_asked_nobody() -> None:
    home = job("Elm House")
    general = Question(topic="daily_work", bank="daily_work.1", starred=True)
    answered = Question(topic="daily_work", bank="daily_work.1", job_id=home.id, state="answered")
    assert once([general, answered], [home.id]) == []
    assert once([general, answered], [home.id, "other"]) == [general]
    assert before_yes([general, answered], home.id) == []


def test_asking_first_makes_no_second_question_of_what_is_starred() -> None:
    home = job("Elm House")
    home.stage = "offer"
    starred = Question(topic="daily_work", bank="daily_work.1", starred=True)
    chat = talking(home, starred)
    chat.command("decide")
    chat.tap("Ask these first")
    assert [q.id for q in chat.work.all(Question) if q.topic == "daily_work"] == [starred.id]
    assert before_yes(chat.work.all(Question), home.id) == [starred]


def test_what_is_on_the_list_already_goes_first_in_its_better_words() -> None:
    site = job("Arden Motors", "welder")
    chat = talking(site, talk(site, 72))
    chat.command("prepare")
    drive = next(n for n, line in enumerate(chat.text.splitlines()) if "The drive to the site" in line)
    chat.say("do they pay travel")
    assert next(n for n, line in enumerate(chat.text.splitlines()) if "The drive to the site" in line) != drive
    assert "asked that already" in chat.text
    chat.say("add do they pay travel")
    assert "1. Do they pay travel?" in chat.text


@pytest.mark.parametrize(
    "text, act, places",
    [
        ("takeoff 2", "off", (2,)),
        ("remve the 3rd", "off", (3,)),
        ("weekends frist pls", "first", (2,)),
        ("swop 4", "swap", (4,)),
        ("eazy words", "simpler", ()),
        ("i dont undrstand 3", "explain", (3,)),
        ("pls numer 4 at the end", "last", (4,)),
    ],
)
def test_slips_of_the_finger(text: str, act: str, places: tuple[int, ...]) -> None:
    assert [(order.act, order.places) for order in read(text, LIST)] == [(act, places)]


def evening(chat: Chat) -> tuple[str, list[str]]:
    """What the evening message says, and its first row of buttons."""
    (interview,) = chat.work.all(Interview)
    row = Reminder(kind="evening", cause="evening", interview_id=interview.id, due=NOW, expires=NOW)
    text, rows = remind.evening(chat.turn, row, interview)
    return text, [button.label for button in rows[0]]


def test_the_evening_shows_what_was_settled_and_asks_for_it_no_more() -> None:
    home = job("Elm House", "care assistant")
    chat = talking(home, talk(home, 30))
    chat.command("prepare")
    assert "That's my list" in evening(chat)[1]
    chat.tap("More direct")
    chat.say("only 3 of it")
    chat.tap("That's my list")
    chat.say("how nights are shared")
    text, buttons = evening(chat)
    assert buttons == ["Swap one", "Softer"]
    assert "Your 3, best first" in text
    assert "To learn: <i>how nights are shared</i>" in text
    assert "How many patients does one person have" in text


def test_one_evening_is_one_message() -> None:
    soon, later = job("Elm House"), job("Oak House")
    rows = [soon, later, talk(soon, 24), talk(later, 48)]
    found = plan(talking(*rows).user, [soon, later], rows[2:], [], NOW, open_questions=lambda interview: 0)  # type: ignore[arg-type]
    kinds = [(one.kind, one.state) for one in found if one.kind in ("evening", "gaps") and one.due.date() == NOW.date()]
    assert ("evening", "planned") in kinds
    assert ("gaps", "planned") not in kinds


@pytest.mark.parametrize(
    "text, first",
    [
        ("ask grace about bullying", "What about bullying?"),
        ("understaffing at night", "What about understaffing at night?"),
        ("if they bully new people", "Do they bully new people?"),
        ("whether they pay for the uniform", "Do you pay for the uniform?"),
        ("add who trains me", "Who trains me?"),
        ("training and the rota", "training"),
        ("shouting", "What about shouting?"),
    ],
)
def test_what_is_named_is_asked(text: str, first: str) -> None:
    chat = listed()
    chat.say(text)
    assert held(chat)[0] == first


@pytest.mark.parametrize("text", ["that's it", "no more questions", "ok that's my list", "looks good", "im done"])
def test_that_it_is_enough_keeps_the_list(text: str) -> None:
    chat = listed()
    chat.say(text)
    assert where(chat) == ("prepare", "learn")
    assert held(chat) == LIST


@pytest.mark.parametrize("text", ["too personal", "boring", "i live alone", "they never answer such questions"])
def test_what_asks_nothing_changes_nothing(text: str) -> None:
    chat = listed()
    chat.say(text)
    assert held(chat) == LIST
    assert "asks them nothing" in chat.text


@pytest.mark.parametrize("text", ["change them all", "i dont like these", "other questions please"])
def test_all_of_them_can_be_changed(text: str) -> None:
    home = job("Elm House", "care assistant")
    chat = talking(home, talk(home, 72))
    chat.command("prepare")
    before = [row[0] for row in chat.turn.draft["items"]]
    chat.say(text)
    after = [row[0] for row in chat.turn.draft["items"]]
    assert len(after) == len(before)
    assert not {*after} & {*before}


@pytest.mark.parametrize("text", ["idk", "nothing", "no", "i dont know really"])
def test_nothing_to_learn_is_not_kept_as_what_to_learn(text: str) -> None:
    chat = listed()
    chat.tap("That's my list")
    chat.say(text)
    assert [i.learn for i in chat.work.all(Interview)] == [""]
    assert "Your list is set" in chat.text
