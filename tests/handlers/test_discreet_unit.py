"""What somebody must not know: kept for the user alone, never a want, a question or a line to say."""

from __future__ import annotations

import pytest

from bot.core.discretion import apart, kept_from_them
from bot.core.model import Note, Priority, Question
from bot.core.wants_said import can_be_said
from handlers import want
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where

SECRETS = (
    "dont want the matron to hear about my parole",
    "I won't tell them that i'm expecting",
    "please dont mention my bankruptcy",
    "they mustnt find out im on tablets",
    "nobody at the depot should know about my arm",
    "keep my custody case out of it",
    "id rather he didnt know i was sacked",
    "do not let them know i have another interview",
)
OPEN = (
    "should i tell them im expecting?",
    "im scared they find out about my parole",
    "i dont want nights",
    "they wont tell me the pay",
    "he said dont tell hr",
    "dont tell them yes yet",
    "i want to know who leads me",
    "leave question 2 out",
    "i dont want them to ring me at home",
)


def one_talk() -> Chat:
    larch = job("Larch Foods", "packer")
    return talking(larch, talk(larch, 30))


@pytest.mark.parametrize("said", SECRETS)
def test_it_is_kept_for_him_alone(said: str) -> None:
    chat = one_talk()
    chat.say(said)
    assert chat.text.startswith("That stays with you")
    assert [note.words for note in chat.work.all(Note)] == [said]
    assert chat.work.all(Priority) == []
    assert chat.work.all(Question) == []
    assert "Say no to them" not in chat.labels()


@pytest.mark.parametrize("said", OPEN)
def test_what_is_open_is_no_secret(said: str) -> None:
    assert not kept_from_them(said)


@pytest.mark.parametrize("command", ["ask", "priorities", "worry", "stay", "no", "skills"])
def test_the_open_step_waits_and_takes_nothing_of_it(command: str) -> None:
    chat = one_talk()
    chat.command(command)
    before = where(chat)
    chat.say("dont tell them about my parole")
    assert where(chat) == before
    assert chat.text.startswith("That stays with you")
    assert chat.work.all(Priority) == []
    assert chat.work.all(Question) == []


def test_the_rest_of_a_message_is_heard() -> None:
    assert apart("the rota. dont let them know about my parole") == ("dont let them know about my parole", "the rota.")
    chat = one_talk()
    chat.command("priorities")
    chat.say("short commute, and they must not know im ill")
    assert [row.words or row.topic for row in chat.work.all(Priority)] == ["PLACE"] or len(chat.work.all(Priority)) == 1
    assert [note.words for note in chat.work.all(Note)] == ["and they must not know im ill"]


@pytest.mark.parametrize(
    "words", ["dont want a boss who shouts", "my mum is ill", "i hate nights", "they must not know"]
)
def test_no_line_is_made_of_a_sentence(words: str) -> None:
    kept = Priority(topic="OWN", words=words, rank=1, created_at=NOW)
    chat = talking(kept)
    chat.command("priorities")
    chat.tap("1")
    assert not can_be_said(words)
    assert want.line(chat.turn, kept) == ""
    assert "Say it to the boss" not in chat.text


@pytest.mark.parametrize("words", ["a boss who is calm", "no weekend work", "home by six", "time for my kids"])
def test_a_line_is_made_of_what_can_be_said(words: str) -> None:
    kept = Priority(topic="OWN", words=words, rank=1, created_at=NOW)
    chat = talking(kept)
    chat.command("priorities")
    assert "How would that look here?" in want.line(chat.turn, kept)


@pytest.mark.parametrize("said", ["done", "that's it", "no more", "finished thanks", "no reason really"])
def test_the_end_of_the_list_is_no_reason(said: str) -> None:
    chat = talking()
    chat.command("priorities")
    for words in ("pay", "a kind boss", "near my kids school"):
        chat.say(words)
    assert "near my kids school" in chat.text
    assert where(chat) == ("priorities", "because")
    chat.say(said)
    assert where(chat) == ("", "")
    assert all(not row.because for row in chat.work.all(Priority))


@pytest.mark.parametrize("said", ["done", "that's all", "nothing else"])
def test_the_list_ends_before_it_is_full(said: str) -> None:
    chat = talking()
    chat.command("priorities")
    chat.say("pay")
    chat.say(said)
    assert len(chat.work.all(Priority)) == 1
    assert where(chat) == ("priorities", "because")
