"""Another time, told in passing or typed on the card: the day or the hour that is not told stays."""

from __future__ import annotations

import pytest

from bot.core.model import Interview, User
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where


def bakers() -> Chat:
    """Talks on Tuesday, Wednesday and Friday at 10:30, in Berlin."""
    mills, oak, quay = job("Mills"), job("Oak Lane"), job("Quayside")
    return talking(mills, talk(mills, 24), oak, talk(oak, 48), quay, talk(quay, 96))


@pytest.mark.parametrize(
    "text, local",
    [
        ("mills is at 11 not 10.30", "2026-11-24T11:00"),
        ("mills is at 11 not half ten", "2026-11-24T11:00"),
        ("change oak lane to 3pm", "2026-11-25T15:00"),
        ("quayside moved to monday", "2026-11-30T10:30"),
        ("the mills interview is now at 2", "2026-11-24T14:00"),
        ("they moved the quayside talk to 4pm", "2026-11-27T16:00"),
        ("oak lane got moved to thursday", "2026-11-26T10:30"),
    ],
)
def test_a_saved_talk_keeps_what_is_not_told_anew(text: str, local: str) -> None:
    chat = bakers()
    chat.say(text)
    assert where(chat) == ("interview", "confirm")
    assert str(chat.turn.draft["local"]).startswith(local)


@pytest.mark.parametrize("text", ["10", "no 10", "at 10", "sorry, 10", "its 10 not 9", "ten", "10 pls"])
def test_a_bare_hour_is_the_time_on_the_card(text: str) -> None:
    chat = talking(user=User(id=7, zone="Europe/London", created_at=NOW))
    for words in ("mills fri 9", "no", text, "ok"):
        chat.say(words)
    (saved,) = chat.work.all(Interview)
    assert saved.local.isoformat() == "2026-11-27T10:00:00"


def asked() -> Chat:
    chat = bakers()
    chat.say("they moved the mills interview")
    assert where(chat) == ("interview", "when")
    return chat


@pytest.mark.parametrize("text", ["quayside rejected me", "oak lane turned me down", "delete all my data"])
def test_other_news_is_no_time(text: str) -> None:
    chat = asked()
    chat.say(text)
    assert "day and time" not in chat.text


@pytest.mark.parametrize("text", ["no", "nope"])
def test_a_no_keeps_the_saved_time(text: str) -> None:
    chat = asked()
    chat.say(text)
    assert where(chat) == ("", "")
    assert chat.work.all(Interview)[0].local.isoformat() == "2026-11-24T10:30:00"


@pytest.mark.parametrize("text", ["i dunno yet", "hm not sure"])
def test_what_is_no_time_does_not_offer_the_old_one(text: str) -> None:
    chat = asked()
    chat.say(text)
    assert where(chat) == ("interview", "when")
