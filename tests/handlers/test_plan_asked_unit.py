"""At the list of a talk: what is asked of the bot, orders about what was there before, and what is nobody's question."""

from __future__ import annotations

import pytest

from bot.core import asked, to_bot
from bot.core.model import Interview, Question
from handlers import planning
from tests.handlers.driving import Chat
from tests.handlers.talks import job, talk, talking, where

LIST = [
    "Which evenings would I close in a month?",
    "Who would train me in the first weeks?",
    "When somebody was off sick last, who did their work?",
    "What would I earn after a year?",
    "How many of us close the shop?",
]


def listed() -> Chat:
    shop = job("Lark Books", "sales assistant")
    coming = talk(shop, 72)
    rows = [
        Question(job_id=shop.id, text=text, origin="own", state="planned", interview_id=coming.id, rank=rank)
        for rank, text in enumerate(LIST, 1)
    ]
    chat = talking(shop, coming, *rows)
    chat.command("prepare")
    return chat


def held(chat: Chat) -> list[str]:
    (interview,) = chat.work.all(Interview)
    return [q.text or q.topic for q in planning.planned(chat.turn, interview)]


@pytest.mark.parametrize(
    "said, answer",
    [
        ("is it ok to ask about holidays?", "Yes, you may"),
        ("would it be rude to ask what i earn?", "Number 4 asks it"),
        ("ta. whats the best thing to say if they ask why i quit", "I don't rehearse"),
        ("is this a good list?", "own voice"),
        ("which one is best", "number 1 is the one"),
        ("what else should i ask", "Five are enough"),
        ("dunno thats why im asking u", "need not find one"),
        ("change the order", "not sure which one"),
        ("make 2 shorter", "not sure which one"),
    ],
)
def test_no_question_is_made_of_it(said: str, answer: str) -> None:
    chat = listed()
    chat.say(said)
    assert answer in chat.text
    assert held(chat) == LIST
    assert where(chat) == ("prepare", "list")


@pytest.mark.parametrize(
    "said",
    [
        "is there parking for bikes?",
        "do i get a uniform",
        "put my question who has the keys",
        "what happens if i am ill",
    ],
)
def test_a_question_to_them_still_goes_on_the_list(said: str) -> None:
    chat = listed()
    chat.say(said)
    assert held(chat)[1:] == LIST[:4]


def test_what_may_be_asked_goes_on_the_list_by_a_button() -> None:
    chat = listed()
    chat.say("am i allowed to ask about holidays")
    chat.tap("Put it on my list")
    assert held(chat) == ["leave_taken", *LIST[:4]]


def test_what_gave_way_comes_back() -> None:
    chat = listed()
    chat.say("is there parking for bikes?")
    assert LIST[4] not in held(chat)
    chat.say("take off 1")
    assert held(chat) == LIST


@pytest.mark.parametrize(
    "said", ["no that was for you", "remove it", "thats not a question for them, i was asking you"]
)
def test_what_was_just_added_goes_again(said: str) -> None:
    chat = listed()
    chat.say("is there parking for bikes?")
    chat.say(said)
    assert held(chat) == LIST


@pytest.mark.parametrize(
    "said",
    [
        "the one about training was good put it back instead of the sick one",
        "id rather have the training one than the sick one",
        "replace the sick one with the training one",
        "put the training one back instead of 2",
    ],
)
def test_one_comes_back_in_the_place_of_another(said: str) -> None:
    chat = listed()
    chat.say("take off 2")
    chat.say(said)
    assert held(chat) == [LIST[0], LIST[1], LIST[3], LIST[4]]


def test_instead_of_which_is_asked_where_it_may_be_several() -> None:
    chat = listed()
    chat.say("take off 2")
    chat.say("put the training one back instead of the close one")
    assert "Instead of which one" in chat.text
    chat.say("4")
    assert held(chat) == [LIST[0], LIST[2], LIST[3], LIST[1]]


@pytest.mark.parametrize(
    "said, rows",
    [
        ("swap 2 and 3", (0, 2, 1, 3, 4)),
        ("swap the training one and the sick one", (0, 2, 1, 3, 4)),
        ("put the pay one first", (3, 0, 1, 2, 4)),
        ("lose the third", (0, 1, 3, 4)),
        ("the training one can go", (0, 2, 3, 4)),
        ("just leave the first two", (0, 1)),
        ("make the sick one the second", (0, 2, 1, 3, 4)),
    ],
)
def test_orders_in_other_words(said: str, rows: tuple[int, ...]) -> None:
    chat = listed()
    chat.say(said)
    assert held(chat) == [LIST[n] for n in rows]


@pytest.mark.parametrize(
    "text, made",
    [
        (
            "can i ask about the rota and how many cooks on at night",
            ["What about the rota?", "How many cooks are on at night?"],
        ),
        ("how many people per shift", ["How many people are per shift?"]),
        ("can i swap shifts", ["Can I swap shifts?"]),
    ],
)
def test_own_questions_in_plain_words(text: str, made: list[str]) -> None:
    assert asked.questions(text) == made


@pytest.mark.parametrize(
    "text",
    ["what is a normal shift like", "what would you do if two people are off", "is it a permanent job", "would i work alone",
     "what do you think of the team?", "whats the best thing about working here", "how do you explain mistakes"],
)  # fmt: skip
def test_what_an_employer_is_asked(text: str) -> None:
    assert to_bot.about(text) == ""
    assert not to_bot.is_lost(text)
