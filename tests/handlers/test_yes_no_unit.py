"""The user's yes and no to an offer in his own words, and the no of an employer to him: neither is taken for the other."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model import Decision, Interview, Job, Offer
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import flow, job, talk, talking, where

OFFER = (
    "Cedar Mill offer: we are pleased to offer you the post of night packer. Your pay is 13.90 an hour, 36 hours a week, "
    "shifts as needed. You start on 11 January. Holidays are 25 days. Notice is two weeks."
)


def offered(*names: str) -> Chat:
    """Offers of these employers, and a job that is only talked about."""
    rows = [job(name, "packer") for name in names]
    for row in rows:
        row.stage = "offer"
    return talking(*rows, job("Larch Foods", "packer"))


def of(chat: Chat, name: str) -> Job:
    return next(row for row in chat.work.all(Job) if row.employer == name)


# -- a yes ------------------------------------------------------------------------------------------------------------

YES = (
    "is it ok to say yes?",
    "shall i just sign it",
    "reckon ill take the job",
    "enough questions, write them the yes",
    "ok im accepting then",
    "so do i say yes or not",
    "gonna go for it",
    "I have decided to join them",
    "should i turn it down?",
)


@pytest.mark.parametrize("said", YES)
def test_a_yes_leads_to_what_stands_before_one(said: str) -> None:
    chat = offered("Cedar Mill")
    chat.say(said)
    assert where(chat) == ("decide", "mirror")


def test_the_offer_is_asked_for_where_there_are_several() -> None:
    chat = offered("Cedar Mill", "Pine Yard")
    chat.say("can i accept now?")
    assert where(chat) == ("decide", "which")


@pytest.mark.parametrize("said", ["just write the yes", "can i say yes?", "i think i take it"])
def test_the_offer_on_the_screen_is_meant(said: str) -> None:
    chat = offered("Cedar Mill", "Pine Yard")
    chat.say(OFFER)
    assert flow(chat) == "offer"
    chat.say(said)
    assert where(chat) == ("decide", "mirror")
    assert "Cedar Mill" in chat.text


@pytest.mark.parametrize(
    "said",
    ["i take the bus there", "can i take my dog?", "do i have to sign in at reception?", "they said yes to flexitime"],
)
def test_other_things_are_taken_and_signed(said: str) -> None:
    chat = offered("Cedar Mill")
    chat.say(said)
    assert flow(chat) != "decide"


def test_a_yes_that_is_given_already_asks_for_the_first_day() -> None:
    chat = offered("Cedar Mill", "Pine Yard")
    chat.say("i signed with pine yard")
    assert where(chat) == ("decide", "starts")
    assert of(chat, "Pine Yard").stage == "accepted"
    assert [row.kind for row in chat.work.all(Decision)] == ["yes"]


@pytest.mark.parametrize("said", ["cheers, sent it", "done, sent"])
def test_the_yes_is_sent(said: str) -> None:
    chat = offered("Cedar Mill")
    chat.say("i want to accept")
    chat.tap("Write the yes")
    chat.say(said)
    assert where(chat) == ("decide", "starts")


# -- the user's no ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, reason",
    [
        ("decline it, the bus takes two hours", "the bus takes two hours"),
        ("lets say no, my son starts school there", "my son starts school there"),
        ("turn them down. too many nights", "too many nights"),
    ],
)
def test_a_no_keeps_its_reason_beside_the_offer_too(said: str, reason: str) -> None:
    for first in ("", OFFER):
        chat = offered("Cedar Mill")
        if first:
            chat.say(first)
        chat.say(said)
        assert where(chat) == ("no", "draft")
        assert chat.turn.draft["reasons"] == [reason]


@pytest.mark.parametrize("said", ["its a no from me", "my answer is no"])
def test_a_no_from_me_is_not_theirs(said: str) -> None:
    chat = offered("Cedar Mill")
    chat.say(said)
    assert flow(chat) == "no"
    assert of(chat, "Cedar Mill").stage == "offer"


@pytest.mark.parametrize("said", ["dont decline it yet", "i dont want to say no to them"])
def test_no_no_declines_nothing(said: str) -> None:
    chat = offered("Cedar Mill")
    chat.say(said)
    assert flow(chat) != "no"
    assert "Say no to them" not in chat.labels()


def test_more_time_until_a_day() -> None:
    chat = offered("Cedar Mill")
    chat.work.add(Offer(job_id=of(chat, "Cedar Mill").id, answer_by=NOW.date(), created_at=NOW))
    chat.say("i need more time till thursday")
    assert "by Thursday 26 November" in chat.text


# -- theirs -------------------------------------------------------------------------------------------------------------


def two_talks() -> Chat:
    larch, elm = job("Larch Foods", "packer"), job("Elm House", "cook")
    return talking(larch, elm, talk(larch, -20), talk(elm, 40))


THEIRS = (
    "larch said no :(",
    "no luck with larch foods",
    "Larch knocked me back today",
    "got the rejection from larch",
    "Larch Foods wont be taking me on",
    "sadly larch picked somebody else",
    "the packer job said no",
)


@pytest.mark.parametrize("said", THEIRS)
def test_who_said_no_is_put_away_with_a_human_line(said: str) -> None:
    chat = two_talks()
    chat.say(said)
    assert of(chat, "Larch Foods").stage == "rejected"
    assert of(chat, "Elm House").closed_at is None
    assert chat.text.startswith("I'm sorry")
    assert chat.work.all(Decision) == []


@pytest.mark.parametrize("said", ["somebody else got the job", "unsuccessful again", "they wont be taking it further"])
def test_who_it_was_is_asked_for_where_nobody_is_named(said: str) -> None:
    chat = two_talks()
    chat.say(said)
    assert "Put Larch Foods away" in chat.labels()


@pytest.mark.parametrize(
    "said", ["my sister said no", "Aldi said no", "they said no to weekends", "larch said no nights"]
)
def test_nobody_is_put_away_for_the_no_of_another(said: str) -> None:
    larch = job("Larch Foods", "packer")
    chat = talking(larch, talk(larch, -20))
    chat.say(said)
    assert larch.closed_at is None
    assert flow(chat) != "no"


def test_an_employer_that_is_not_known_closes_no_other() -> None:
    larch = job("Larch Foods", "packer")
    chat = talking(larch, talk(larch, -20))
    chat.say("got a rejection from spruce bakery")
    assert larch.closed_at is None
    assert "I don't have Spruce Bakery here" in chat.text
    chat.tap("Put Larch Foods away")
    assert larch.stage == "rejected"


@pytest.mark.parametrize("said", ["interview at Spruce Bakery, baker, friday 2pm", "how do i say yes to the other one"])
def test_what_is_no_reason_leaves_the_draft_of_a_no(said: str) -> None:
    chat = offered("Cedar Mill", "Pine Yard")
    chat.say("decline cedar mill, too far")
    chat.say(said)
    assert flow(chat) in ("interview", "decide")


@pytest.mark.parametrize("said", ["yeah ive sent it", "sent, thanks"])
def test_a_no_is_sent_in_words(said: str) -> None:
    chat = offered("Cedar Mill", "Pine Yard")
    chat.say("decline cedar mill, too far")
    chat.say(said)
    assert of(chat, "Cedar Mill").stage == "declined"


def test_the_first_day_in_a_sentence() -> None:
    chat = offered("Cedar Mill")
    chat.say("ive accepted it")
    chat.say("i start mon 30th")
    assert of(chat, "Cedar Mill").starts == date(2026, 11, 30)


def test_a_rejection_ends_the_users_own_no() -> None:
    chat = two_talks()
    chat.command("no", "Larch Foods")
    chat.say("wait, they went with someone else at larch")
    assert of(chat, "Larch Foods").stage == "rejected"
    assert flow(chat) != "no"


@pytest.mark.parametrize("said", ["devastated tbh", "why do i even bother", "i really wanted that job", "oh well"])
def test_a_loss_gets_a_human_line(said: str) -> None:
    chat = two_talks()
    chat.say("larch rejected me")
    chat.say(said)
    assert chat.text.startswith("Of course it hurts")
    assert flow(chat) == ""


def test_without_a_loss_it_is_heard_as_before() -> None:
    chat = two_talks()
    chat.say("oh well")
    assert "Of course it hurts" not in chat.text


# -- nothing more, and the door of a talk -------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["nothing else thanks", "nope thats all", "all good for now", "im sorted cheers"])
def test_nothing_more_ends_it(said: str) -> None:
    chat = talking()
    chat.say(said)
    assert chat.text.startswith("All right")
    assert flow(chat) == ""


def on_the_day() -> Chat:
    larch, elm = job("Larch Foods", "packer"), job("Elm House", "cook")
    return talking(larch, elm, talk(larch, 0), talk(elm, 50))


@pytest.mark.parametrize("said", ["nobody has called me in, its 20 past", "still sat here, no one came"])
def test_who_keeps_him_waiting_is_the_one_of_today(said: str) -> None:
    chat = on_the_day()
    chat.say(said)
    assert where(chat) != ("signal", "which")


@pytest.mark.parametrize(
    "said", ["come again some other day, the cook is ill", "they sent me home, boss is off sick, said sorry"]
)
def test_sent_away_is_put_off(said: str) -> None:
    chat = on_the_day()
    chat.say(said)
    assert where(chat) == ("interview", "when")
    chat.say("tuesday 11am")
    chat.tap("Save")
    row = next(row for row in chat.work.all(Interview) if row.job_id == of(chat, "Larch Foods").id)
    assert (row.state, row.local.day, row.local.hour) == ("planned", 24, 11)
