"""An offer: Back into a step that is used up, another offer where a reply is expected, and an offer that is gone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.model import Job, Offer, Question
from bot.intake import Piece, Read
from bot.telegram.buttons import door
from bot.telegram.files import Files
from bot.telegram.turn import Event
from tests.handlers.driving import NOW, Chat
from tests.handlers.test_back_unit import flow, job, talking

LETTER = "We offer you the position of packer. Salary 31,000 EUR a year, 28 days of holiday, start on 1 February."
OTHER = "We offer you the position of clerk at Hillview. Salary 36,000 EUR a year, 30 days of holiday, 38 hours a week."
ADDED = "You would work 38 hours a week from Monday to Friday at 9:00."


def whose() -> Chat:
    chat = talking(job("Acorn House"), job("Hillview"))
    chat.command("offer", LETTER)
    assert flow(chat) == ("offer", "which")
    return chat


def employers_of(chat: Chat) -> list[str]:
    jobs = {one.id: one.employer for one in chat.work.all(Job)}
    return [jobs[offer.job_id] for offer in chat.work.all(Offer)]


def test_back_to_whose_offer_it_is_names_another_one() -> None:
    chat = whose()
    stages = [one.stage for one in chat.work.all(Job)]
    chat.tap("Acorn House")
    chat.tap("‹ Back")
    assert flow(chat) == ("offer", "which")
    chat.tap("Hillview")
    assert employers_of(chat) == ["Hillview"]
    assert "31,000" in str(chat.work.all(Offer)[0].read["pay"])
    assert [one.stage for one in chat.work.all(Job)] == [stages[0], "offer"]


def test_back_to_whose_offer_it_is_and_the_same_again_changes_nothing() -> None:
    chat = whose()
    chat.tap("Acorn House")
    chat.tap("‹ Back")
    chat.tap("Acorn House")
    assert employers_of(chat) == ["Acorn House"]
    assert flow(chat) == ("offer", "report")


def test_a_day_that_was_told_before_stays_with_its_job() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 4)
    acorn, hillview = job("Acorn House"), job("Hillview")
    chat = talking(
        acorn,
        hillview,
        Offer(job_id=acorn.id, answer_by=first, created_at=NOW - timedelta(days=1)),
        Offer(job_id=hillview.id, answer_by=last, created_at=NOW - timedelta(days=1)),
    )
    chat.command("offer", LETTER)
    for name, read in [("Acorn House", True), ("Hillview", False), ("Acorn House", True)]:
        chat.tap(name)
        days = {(o.job_id, o.answer_by): bool(o.read) for o in chat.work.all(Offer)}
        assert days == {(acorn.id, first): read, (hillview.id, last): not read}
        assert flow(chat) == ("offer", "report")
        chat.tap("‹ Back")


def test_a_day_that_stands_in_the_letter_goes_with_it() -> None:
    acorn, hillview = job("Acorn House"), job("Hillview")
    chat = talking(acorn, hillview, Offer(job_id=acorn.id, answer_by=date(2026, 12, 1), created_at=NOW))
    chat.command("offer", f"{LETTER} Please reply by 11 December 2026.")
    chat.tap("Acorn House")
    chat.tap("‹ Back")
    chat.tap("Hillview")
    days = {o.job_id: o.answer_by for o in chat.work.all(Offer)}
    assert days == {acorn.id: date(2026, 12, 1), hillview.id: date(2026, 12, 11)}


def test_whose_it_is_may_be_skipped_and_told_later() -> None:
    chat = whose()
    chat.tap("Skip")
    assert employers_of(chat) == [""]
    chat.tap("‹ Back")
    chat.tap("Skip")
    chat.tap("‹ Back")
    chat.say("Hillview")
    assert employers_of(chat) == ["Hillview"]
    assert [one.employer for one in chat.work.all(Job)] == ["Acorn House", "Hillview"]


def test_the_questions_about_an_offer_go_with_it() -> None:
    chat = whose()
    chat.tap("Acorn House")
    chat.tap(next(label for label in chat.labels() if label.startswith("Write one message")))
    chat.tap("‹ Back")
    chat.tap("‹ Back")
    chat.tap("Hillview")
    hillview = chat.work.all(Job)[1].id
    assert {question.job_id for question in chat.work.all(Question)} == {hillview}


def test_two_offers_of_a_job_without_a_name_do_not_lose_it_with_one() -> None:
    unnamed = Job(stage="offer", created_at=NOW)
    other = Offer(job_id=unnamed.id, read={"topics": {}, "length": 1}, created_at=NOW - timedelta(days=9))
    chat = talking(job("Acorn House"), unnamed, other)
    chat.command("offer", LETTER)
    assert flow(chat) == ("offer", "which")
    chat.tap("Employer not named")
    chat.tap("Forget this offer")
    chat.tap("Forget it")
    assert chat.work.all(Offer) == [other]
    assert unnamed in chat.work.all(Job)


def test_what_was_asked_for_a_job_without_a_name_does_not_lose_it_with_the_offer() -> None:
    unnamed = Job(stage="offer", created_at=NOW)
    offer = Offer(job_id=unnamed.id, read={"topics": {}, "length": 1}, created_at=NOW)
    own = Question(job_id=unnamed.id, text="Is there a desk by the window?", origin="own", created_at=NOW)
    chat = talking(unnamed, offer, own)
    chat.press(door("The offer", "offer", "open", offer.id))
    chat.tap("Forget this offer")
    chat.tap("Forget it")
    assert chat.work.all(Job) == [unnamed]


def test_a_text_that_was_let_go_is_asked_for_again() -> None:
    chat = whose()
    chat.turn.draft["pending"] = ""  # nobody went on for a day
    chat.tap("Acorn House")
    assert flow(chat) == ("offer", "paste")
    assert not chat.work.all(Offer)
    chat.say(LETTER)
    assert flow(chat) == ("offer", "which")


def reported() -> Chat:
    chat = talking(job("Acorn House"))
    chat.command("offer", f"{LETTER} You would work for Acorn House.")
    assert flow(chat) == ("offer", "report")
    return chat


def test_a_question_that_was_answered_is_passed_over_on_the_way_back() -> None:
    chat = reported()
    chat.say(OTHER.replace("at Hillview", ""))
    assert flow(chat) == ("offer", "same")
    chat.tap("The same offer")
    assert flow(chat) == ("offer", "report")
    chat.tap("‹ Back")
    assert flow(chat) == ("offer", "paste")


def test_what_was_added_counts_on_the_way_back_too() -> None:
    chat = reported()
    chat.tap("Add more")
    chat._do(Event("text", text=ADDED, number=5))
    chat.tap("‹ Back")
    assert flow(chat) == ("offer", "report")
    assert "38 hours a week" in str(chat.work.all(Offer)[0].read["topics"]["hours"])


def test_a_picture_whose_sums_are_not_checked_is_left_out_on_the_way_back() -> None:
    chat = reported()
    chat.tap("Add more")
    send(chat, "Your bonus is 2,000 EUR a year.", picture=True)
    chat.tap("That's all")
    assert flow(chat) == ("offer", "sums")
    chat.tap("‹ Back")
    assert flow(chat)[1] == "more"
    chat.tap("‹ Back")
    assert flow(chat) == ("offer", "report")
    assert "is left out" in chat.text
    assert "bonus" not in chat.work.all(Offer)[0].read["topics"]


def test_a_letter_that_is_gone_is_not_said_to_be_kept() -> None:
    chat = reported()
    chat.turn.draft["pieces"] = []  # nobody went on for a day
    chat.tap("Keep the letter")
    assert "Its text is gone by now" in chat.text


def test_a_further_part_of_an_offer_that_is_gone_is_an_offer() -> None:
    chat = reported()
    chat.say(OTHER.replace("at Hillview", ""))
    assert flow(chat) == ("offer", "same")
    chat.work.remove(chat.work.all(Offer)[0])
    chat.tap("The same offer")
    assert "36,000" in str([offer.read["pay"] for offer in chat.work.all(Offer)])


def written() -> Chat:
    chat = reported()
    chat.tap(next(label for label in chat.labels() if label.startswith("Write one message")))
    assert flow(chat) == ("offer", "letter")
    return chat


def test_what_was_picked_and_not_confirmed_is_not_in_the_message() -> None:
    chat = written()
    asked = list(chat.work.all(Offer)[0].read["asked"])
    chat.tap(chat.labels()[2])
    assert flow(chat) == ("offer", "pick")
    chat.press(next(b for row in chat.screen.rows for b in row if b.action == "on"), "offer", chat.user.screen)
    assert chat.turn.draft["chosen"] != asked
    chat.tap("‹ Back")
    assert flow(chat) == ("offer", "letter")
    assert chat.turn.draft["chosen"] == asked


def test_a_message_that_asks_for_nothing_any_more_is_passed_over() -> None:
    chat = written()
    chat.work.all(Offer)[0].read["asked"] = ["hours"]
    chat.say(ADDED)
    assert flow(chat) == ("offer", "settled")
    chat.tap("‹ Back")
    assert flow(chat) == ("offer", "report")


@pytest.mark.parametrize("other, as_file", [(OTHER, True), (OTHER, False), ("Salary 36,000 EUR a year.", True)])
def test_another_offer_after_the_message_is_no_reply(other: str, as_file: bool) -> None:
    chat = written()
    chat.work.add(job("Hillview"))
    (send if as_file else Chat.say)(chat, other)
    assert flow(chat) == ("offer", "same")
    assert "31,000" in str(chat.work.all(Offer)[0].read["pay"])
    chat.tap("Another one")
    if flow(chat)[1] == "which":
        chat.tap("Hillview")
    assert employers_of(chat) == ["Acorn House", "Hillview"]
    assert [int(offer.read["pay"]["least"]) for offer in chat.work.all(Offer)] == [31_000, 36_000]


@pytest.mark.parametrize("as_file", [True, False])
def test_their_answer_after_the_message_is_one(as_file: bool) -> None:
    chat = written()
    (send if as_file else Chat.say)(chat, ADDED)
    assert flow(chat) == ("offer", "settled")


def test_a_photo_of_another_offer_is_asked_about_before_its_sums() -> None:
    chat = written()
    send(chat, OTHER, picture=True)
    assert flow(chat) == ("offer", "same")
    chat.tap("Their answer")
    assert flow(chat) == ("offer", "sums")
    chat.say("yes")
    assert flow(chat) == ("offer", "settled")


def test_an_answer_that_names_another_employer_is_asked_about_although_it_was_announced() -> None:
    chat = written()
    chat.work.add(job("Hillview"))
    chat.tap("They answered")
    send(chat, OTHER)
    assert flow(chat) == ("offer", "same")


def send(chat: Chat, text: str, *, picture: bool = False) -> None:
    read = Read("png" if picture else "txt", text, pages=1, pages_total=1, from_picture=picture)
    chat._do(Event("file", file=Files((Piece(9, read=read),))))
