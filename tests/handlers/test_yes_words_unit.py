"""A yes in one's own words opens what stands before a yes, for the job that it names; a tale of others' yes does not."""

from __future__ import annotations

import pytest

from bot.core.model import Dialog, Job
from bot.core.record import Record
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where


def two_offers(*more: Record) -> Chat:
    freight, acorn = job("Halden Freight", "driver"), job("Acorn House")
    freight.stage = acorn.stage = "offer"
    return talking(freight, acorn, *more)


def about(chat: Chat) -> str:
    found = chat.work.get(Job, chat.turn.draft.get("job", ""))
    return found.employer if found else ""


@pytest.mark.parametrize(
    "said",
    [
        "im going with halden",
        "i pick the freight job",
        "im taking the Halden one",
        "please just tell halden yes",
        "accept Halden Freight",
        "halden it is!",
        "gonna accept the halden offer, write it for me",
        "i think ill go for halden",
        "shall i take halden",
        "Yes to Halden",
        "choosing the driver job",
    ],
)
def test_a_yes_that_names_its_job(said: str) -> None:
    chat = two_offers()
    chat.say(said)
    assert where(chat) == ("decide", "mirror")
    assert about(chat) == "Halden Freight"


@pytest.mark.parametrize("said", ["im not going with halden", "no to halden", "I won't accept the Halden offer"])
def test_a_no_that_names_its_job(said: str) -> None:
    chat = two_offers()
    chat.say(said)
    assert where(chat)[0] == "no"
    assert about(chat) == "Halden Freight"


@pytest.mark.parametrize(
    "said",
    [
        "im going with my sister to the halden interview",
        "im taking the bus to halden",
        "taking notes for halden",
        "i go with halden to the park on friday",
        "im going with the flow",
    ],
)
def test_other_things_are_taken_too(said: str) -> None:
    chat = two_offers()
    chat.say(said)
    assert where(chat)[0] not in ("decide", "no")


def test_before_an_offer_only_plain_words_count() -> None:
    acorn = job("Acorn House")
    chat = talking(acorn, talk(acorn, 30), job("Lidl"))
    chat.say("i choose acorn")
    assert where(chat)[0] != "decide"
    chat.say("accept the acorn job")
    assert where(chat) == ("decide", "mirror")


def test_in_the_middle_of_an_open_question_too() -> None:
    data = {"said": "hm the contract", "picks": ["offer", "signal"]}
    chat = two_offers(Dialog(flow="meaning", step="which", data=data, created_at=NOW, updated_at=NOW))
    chat.say("accept halden")
    assert where(chat) == ("decide", "mirror")
    assert about(chat) == "Halden Freight"


def test_which_of_two_is_asked_for() -> None:
    chat = two_offers()
    chat.say("im taking it. write to them yes")
    assert where(chat) == ("decide", "which")
